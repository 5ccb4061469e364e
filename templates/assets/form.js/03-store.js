// Where answers live: in this tab's memory of the browser; on this device only for those who ask for it; nowhere else.

const WEEK = 7 * 24 * 3600 * 1000;
const IDLE = 10 * 60 * 1000;

/** @typedef {{ answers: Answers, device?: string, seen?: number, until?: number }} Remembered */

/**
 * What a task gives, or null where the browser refuses: private windows, a full disk, storage that is switched off.
 * @template Type
 * @param {() => Type} task
 */
const attempt = (task) => {
  try {
    return task();
  } catch {
    return null;
  }
};

/** One set of answers for all forms of a guide. */
class Store {
  /** @type {Answers} */
  answers = {};
  /** "own" or "shared"; empty until somebody says. */
  device = "";
  keeps = false;
  /** Whether the browser refuses to remember anything. */
  isRefused = attempt(() => sessionStorage.length) === null;
  /** Called when the browser refuses for the first time. */
  tellRefused = () => {};
  /** Whether answers were deleted because a shared computer had been left alone. */
  wasLeftAlone = false;
  #name;
  #seen = Date.now();
  #tick = performance.now();

  /** @param {string} guide */
  constructor(guide) {
    this.#name = `zhinan.${guide}`;
    this.read();
  }

  /** Takes what the browser remembers: this tab's answers, else those kept on the device. */
  read() {
    const own = this.#read(() => sessionStorage);
    const kept = this.kept;
    const now = Date.now();
    if (own?.device === "shared" && now - (own.seen ?? 0) > IDLE) {
      this.clear();
      this.wasLeftAlone = true;
      return;
    }
    this.keeps = kept !== null;
    this.device = own?.device ?? (kept ? "own" : "");
    this.answers = own?.answers ?? kept?.answers ?? {};
    // A clock that was wrong and is put right must not stretch the week.
    if (kept?.until && kept.until > now + WEEK) this.write();
  }

  /** What is kept on the device for up to a week. */
  get kept() {
    const kept = this.#read(() => localStorage);
    if (kept && Date.now() < (kept.until ?? 0)) return kept;
    if (kept) this.#forget(() => localStorage);
    return null;
  }

  write() {
    const isEmpty = Object.keys(this.answers).length === 0 && !this.device;
    const own = { answers: this.answers, device: this.device, seen: this.#seen };
    const wasRefused = this.isRefused;
    this.isRefused = !(isEmpty ? this.#forget(() => sessionStorage) : this.#write(() => sessionStorage, own));
    if (this.isRefused && !wasRefused) this.tellRefused();
    if (this.keeps) this.keeps = this.#write(() => localStorage, { answers: this.answers, until: this.#until() });
  }

  /** A week after the last change: whoever only looks in does not make it longer. */
  #until() {
    const week = Date.now() + WEEK;
    const kept = this.kept;
    const isSame = kept !== null && JSON.stringify(kept.answers) === JSON.stringify(this.answers);
    return isSame ? Math.min(kept.until ?? week, week) : week;
  }

  /** @param {boolean} keeps Whether the answers are kept on the device. */
  keep(keeps) {
    this.keeps = keeps;
    if (!keeps) this.#forget(() => localStorage);
    this.write();
  }

  clear() {
    this.answers = {};
    this.device = "";
    this.keeps = false;
    this.#forget(() => sessionStorage);
    this.#forget(() => localStorage);
  }

  /** Somebody is there. */
  touch() {
    this.#seen = Date.now();
    this.#tick = performance.now();
  }

  /** Whether a shared computer has been left alone for too long, by the clock on the wall (it may sleep) or by the page's. */
  get isLeftAlone() {
    return this.device === "shared" && Math.max(Date.now() - this.#seen, performance.now() - this.#tick) > IDLE;
  }

  /**
   * What another tab did to the answers on this device: "changed", "gone" or nothing.
   * @param {StorageEvent} event
   */
  news(event) {
    if (!this.keeps || (event.key !== this.#name && event.key !== null)) return "";
    return event.newValue === null ? "gone" : "changed";
  }

  /** @param {() => Storage} storage @returns {Remembered | null} */
  #read(storage) {
    const value = attempt(() => JSON.parse(storage().getItem(this.#name) ?? "null"));
    const isRecord = value?.answers && typeof value.answers === "object" && !Array.isArray(value.answers);
    return isRecord ? value : null;
  }

  /** @param {() => Storage} storage @param {Remembered} value */
  #write(storage, value) {
    return attempt(() => { storage().setItem(this.#name, JSON.stringify(value)); return true; }) ?? false;
  }

  /** @param {() => Storage} storage */
  #forget(storage) { return attempt(() => { storage().removeItem(this.#name); return true; }) ?? false; }
}
