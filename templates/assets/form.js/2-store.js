// Where answers live: in this tab's memory of the browser; on this device only for those who ask for it; nowhere else.

const WEEK = 7 * 24 * 3600 * 1000;
const IDLE = 10 * 60 * 1000;

/** One set of answers for all forms of a guide. */
class Store {
  /** @type {Answers} */
  answers = {};
  /** "own" or "shared"; empty until somebody says. */
  device = "";
  keeps = false;
  /** Whether the browser refuses to remember anything. */
  isRefused = false;
  #name;
  #seen = Date.now();

  /** @param {string} guide */
  constructor(guide) {
    this.#name = `zhinan.${guide}`;
    this.read();
  }

  /** Takes what the browser remembers: this tab's answers, else those kept on the device. */
  read() {
    const own = this.#read(() => sessionStorage);
    const kept = this.#read(() => localStorage);
    const now = Date.now();
    if (own?.device === "shared" && now - own.seen > IDLE) return this.clear();
    // A clock that was put back makes nothing older; one that is far ahead of the promise is put right by the next change.
    this.keeps = kept !== null && now < kept.until;
    if (kept && !this.keeps) this.#forget(() => localStorage);
    this.device = own?.device ?? (this.keeps ? "own" : "");
    this.answers = own?.answers ?? (this.keeps ? kept?.answers : null) ?? {};
  }

  write() {
    this.#seen = Date.now();
    const isEmpty = Object.keys(this.answers).length === 0 && !this.device;
    const own = { answers: this.answers, device: this.device, seen: this.#seen };
    this.isRefused = !(isEmpty ? this.#forget(() => sessionStorage) : this.#write(() => sessionStorage, own));
    if (this.keeps && this.device !== "shared") {
      const isKept = this.#write(() => localStorage, { answers: this.answers, until: this.#seen + WEEK });
      if (!isKept) this.keeps = false;
    } else {
      this.keeps = false;
      this.#forget(() => localStorage);
    }
  }

  clear() {
    this.answers = {};
    this.device = "";
    this.keeps = false;
    this.#forget(() => sessionStorage);
    this.#forget(() => localStorage);
  }

  /** Somebody is there. */
  touch() { this.#seen = Date.now(); }

  /** Whether a shared computer has been left alone for too long. */
  get isLeftAlone() { return this.device === "shared" && Date.now() - this.#seen > IDLE; }

  /**
   * Whether an event of another tab says that the answers on this device went.
   * @param {StorageEvent} event
   */
  wasClearedBy(event) { return event.key === this.#name && event.newValue === null && this.keeps; }

  /**
   * Whether another tab changed the answers on this device.
   * @param {StorageEvent} event
   */
  wasChangedBy(event) { return event.key === this.#name && event.newValue !== null; }

  /** @param {() => Storage} storage */
  #read(storage) {
    try {
      return JSON.parse(storage().getItem(this.#name) ?? "null");
    } catch {
      return null;
    }
  }

  /** @param {() => Storage} storage @param {object} value */
  #write(storage, value) {
    try {
      storage().setItem(this.#name, JSON.stringify(value));
      return true;
    } catch {
      return false;
    }
  }

  /** @param {() => Storage} storage */
  #forget(storage) {
    try {
      storage().removeItem(this.#name);
      return true;
    } catch {
      return false;
    }
  }
}
