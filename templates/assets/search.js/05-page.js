// The page: what is typed, what is shown, what the address says.

/** Results that are shown at a time. */
const batch = 20;

/** What the page is made of. */
class SearchScreen {
  #form = /** @type {HTMLFormElement} */ (document.getElementById("search-form"));
  #field = /** @type {HTMLInputElement} */ (document.getElementById("search-field"));
  #status = /** @type {HTMLElement} */ (document.getElementById("search-status"));
  #results = /** @type {HTMLElement} */ (document.getElementById("search-results"));
  #more = /** @type {HTMLButtonElement} */ (document.getElementById("search-more"));
  #topics = /** @type {HTMLElement} */ (document.getElementById("search-topics"));
  #index = new Index();
  /** Counts searches, so that a slow one ends when another one has begun. */
  #turn = 0;
  #timer = 0;
  #waiting = 0;
  /**
   * Goes on with the search that is shown.
   * @type {(() => void) | null}
   */
  #goOn = null;

  constructor() {
    this.#index.prepare();
    this.#field.addEventListener("input", (event) => {
      if (/** @type {InputEvent} */ (event).isComposing) return;
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => this.#typed(), 120);
    });
    this.#field.addEventListener("compositionend", () => this.#typed());
    this.#form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#typed();
    });
    this.#more.addEventListener("click", () => {
      this.#results.setAttribute("aria-busy", "true");
      this.#goOn?.();
    });
    addEventListener("hashchange", () => this.#read());
    document.addEventListener("keydown", (event) => this.#walk(event));
    this.#read();
    if (!location.hash || !this.#field.value) this.#field.focus();
  }

  /** The term that the address says: only its fragment has it, which no server sees. */
  #read() {
    const match = /^#q=(.*)$/.exec(location.hash);
    if (!match && location.hash) return;
    let term = "";
    try { term = decodeURIComponent(match ? match[1].replace(/\+/g, " ") : ""); } catch { /* no term that a browser wrote */ }
    this.#field.value = term;
    this.#search(term);
  }

  #typed() {
    clearTimeout(this.#timer);
    const term = this.#field.value;
    history.replaceState(null, "", term.trim() ? `#q=${encodeURIComponent(term)}` : location.href.split("#")[0]);
    this.#search(term);
  }

  /** @param {string} term */
  async #search(term) {
    const turn = ++this.#turn, words = wordsOf(term);
    this.#goOn = null;
    this.#topics.hidden = words.length > 0;
    if (words.length === 0) {
      this.#tell("", term);
      return;
    }
    this.#results.setAttribute("aria-busy", "true");
    clearTimeout(this.#waiting);
    this.#waiting = setTimeout(() => this.#tell("waiting", term), 400);
    try {
      await this.#list(new Search(this.#index, words), term, () => turn === this.#turn);
    } catch (problem) {
      if (!(problem instanceof PieceProblem)) throw problem;
      if (turn === this.#turn) this.#tell("missing", term);
    }
  }

  /**
   * Shows results batch by batch, while the search is the last one.
   * @param {Search} search
   * @param {string} term
   * @param {() => boolean} isLast
   */
  async #list(search, term, isLast) {
    const results = search.results();
    /** @type {FoundPage[]} */
    const found = [];
    let isEnd = false;
    for (let shown = 0; ; shown += batch) {
      // One more than is shown tells whether there is more; a whole index is looked through, so that all are counted.
      const wanted = this.#index.isWhole ? Infinity : shown + batch + 1;
      while (isLast() && !isEnd && found.length < wanted) {
        const { value, done } = await results.next();
        if (done) isEnd = true; else found.push(value);
      }
      if (!isLast()) return;
      const items = found.slice(shown, shown + batch).map((page) => resultItem(page, search.words));
      if (shown === 0) this.#results.replaceChildren(...items); else this.#results.append(...items);
      const count = isEnd ? found.length : search.count, listed = Math.min(found.length, shown + batch);
      this.#tell(count === null ? "more" : count === 0 ? "none" : listed < count ? "part" : "found", term, count ?? listed, listed);
      this.#more.hidden = found.length <= listed;
      if (shown > 0) items[0].querySelector("a")?.focus();
      if (this.#more.hidden) return;
      await new Promise((resolve) => { this.#goOn = () => resolve(undefined); });
    }
  }

  /**
   * Says how the search stands, in the words that the page has for it.
   * @param {"" | "waiting" | "missing" | "more" | "none" | "part" | "found"} state @param {string} term
   * @param {number} [count] @param {number} [listed]
   */
  #tell(state, term, count = 0, listed = 0) {
    clearTimeout(this.#waiting);
    if (state === "" || state === "waiting" || state === "missing" || state === "none") {
      this.#results.replaceChildren();
      this.#more.hidden = true;
    }
    this.#results.setAttribute("aria-busy", String(state === "waiting"));
    this.#status.textContent = (state && this.#status.dataset[state] || "")
      .replace("{count}", String(count)).replace("{listed}", String(listed)).replace("{term}", () => term.trim().slice(0, 60));
  }

  /**
   * Arrow keys go from the box through the results and back.
   * @param {KeyboardEvent} event
   */
  #walk(event) {
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (!step || event.isComposing || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const stops = [this.#field, .../** @type {NodeListOf<HTMLElement>} */ (this.#results.querySelectorAll(".result-title a"))];
    const place = stops.findIndex((stop) => stop === document.activeElement);
    const next = place < 0 ? undefined : stops[place + step];
    if (!next) return;
    event.preventDefault();
    next.focus();
  }
}

document.addEventListener("DOMContentLoaded", () => {
  try {
    new SearchScreen();
  } catch (problem) {
    if (!(problem instanceof PieceProblem)) throw problem;
    const status = /** @type {HTMLElement} */ (document.getElementById("search-status"));
    status.textContent = status.dataset.missing ?? "";
  }
});
