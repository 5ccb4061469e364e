// How long answers stay: clearing, a shared computer that is left alone, other tabs, the choice of device.

class Keeping {
  /**
   * @param {Draft} draft
   * @param {Screens} screens
   * @param {Review} review
   */
  constructor(draft, screens, review) {
    this.draft = draft;
    this.store = draft.store;
    this.notices = draft.notices;
    this.screens = screens;
    this.review = review;
    this.#listenForClearing();
    this.#listenForPresence();
    this.#listenForDevice();
    this.#showDevice();
  }

  #listenForClearing() {
    const ask = need("#clear-confirm");
    on("#clear", () => { ask.hidden = false; need("#clear-no").focus(); });
    on("#clear-no", () => { ask.hidden = true; need("#clear").focus(); });
    on("#clear-yes", () => this.#clear("cleared"));
  }

  #listenForPresence() {
    for (const kind of ["input", "click", "keydown", "scroll"]) {
      addEventListener(kind, () => { if (!this.#clearIfLeft()) this.store.touch(); }, { passive: true, capture: true });
    }
    setInterval(() => this.#clearIfLeft(), 15000);
    const leave = () => { if (!this.#clearIfLeft()) this.draft.sheet.save(); };
    addEventListener("pagehide", leave);
    // Who comes back must not write what was cleared meanwhile.
    document.addEventListener("visibilitychange", () => { document.visibilityState === "hidden" ? leave() : this.#clearIfLeft(); });
    addEventListener("pageshow", (event) => {
      if (event.persisted && !this.store.isRefused && !this.#clearIfLeft()) this.#returned();
    });
    addEventListener("storage", (event) => this.#heardFromTab(this.store.news(event)));
  }

  #listenForDevice() {
    for (const choice of /** @type {HTMLInputElement[]} */ (all("#device input"))) {
      choice.addEventListener("change", () => {
        this.store.device = choice.value;
        this.store.keep(this.store.keeps && this.store.device === "own");
        this.#showDevice();
      });
    }
    on("#keep", (keep) => {
      const { checked } = /** @type {HTMLInputElement} */ (keep);
      this.store.keep(checked);
      if (checked && !this.store.keeps) this.notices.tell("store", say("notRemembered"));
      this.#showDevice();
    });
  }

  #showDevice() {
    const { device, keeps } = this.store;
    for (const choice of /** @type {HTMLInputElement[]} */ (all("#device input"))) choice.checked = choice.value === device;
    need("#keeping").hidden = device !== "own";
    /** @type {HTMLInputElement} */ (need("#keep")).checked = keeps;
    this.draft.sheet.setAutocomplete();
  }

  /** Says that the browser refuses to remember, now or as soon as it does. */
  watchStore() {
    this.store.tellRefused = () => this.#tellRefused();
    if (this.store.isRefused) this.#tellRefused();
  }

  #tellRefused() {
    this.notices.tell("store", say("notRemembered"));
    addEventListener("beforeunload", this.#askBeforeLeaving);
  }

  /** @param {Event} event Asked for only where it is needed: browsers keep no page whole that asks. */
  #askBeforeLeaving = (event) => { if (this.store.isRefused && !this.draft.sheet.isEmpty) event.preventDefault(); };

  /** The page comes back as it was left; another one may have changed the answers meanwhile, or cleared them. */
  #returned() {
    const before = JSON.stringify(this.store.answers);
    this.store.read();
    if (JSON.stringify(this.store.answers) === before) return this.#show();
    if (Object.keys(this.store.answers).length === 0) return this.#clear(this.store.wasLeftAlone ? "clearedIdle" : "cleared");
    this.draft.outdated();
    this.review.mask(true);
    if (this.screens.current === "result") this.screens.go("review");
    return this.#show();
  }

  /** @param {string} news */
  #heardFromTab(news) {
    if (news === "gone") {
      this.store.keeps = false;
      this.#showDevice();
      this.notices.tell("tabs", say("goneElsewhere"));
    } else if (news === "changed") {
      this.notices.tell("tabs", say("changedElsewhere"), make("p", {}, small("takeTheirs", () => this.#takeTheirs())));
    }
  }

  #takeTheirs() {
    this.notices.withdraw("tabs");
    this.store.answers = this.store.kept?.answers ?? this.store.answers;
    this.store.write();
    this.draft.outdated();
    this.#show();
  }

  /** Whether a shared computer was left alone, so that everything went. */
  #clearIfLeft() {
    const isLeft = this.store.isLeftAlone;
    if (isLeft) this.#clear("clearedIdle");
    return isLeft;
  }

  /** @param {"cleared" | "clearedIdle"} why The word that says why. */
  #clear(why) {
    this.store.clear();
    this.draft.touched.clear();
    this.draft.outdated();
    this.draft.form.reset();
    this.review.mask(true);
    need("#replace-yes").onclick = null;
    document.dispatchEvent(new Event("zhinan-clear"));
    for (const link of /** @type {HTMLAnchorElement[]} */ (all(".scan-list a[href]"))) URL.revokeObjectURL(link.href);
    for (const place of all("#review-list, #messages, #heard, .scan-list")) place.replaceChildren();
    this.#show();
    this.screens.go("start");
    this.notices.tell("cleared", say(why));
  }

  #show() {
    this.draft.show();
    this.#showDevice();
  }
}
