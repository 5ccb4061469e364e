// The answers as they stand, and what the module says of them.

class Draft {
  /** Keys of questions and groups whose problems are shown. */
  touched = new Set();
  /** @type {FormState} */
  state = { ready: false, fields: [], groups: [], problems: [] };
  isComposing = false;
  /** Called when what the module says is shown. */
  shown = () => {};
  /** Called when a PDF of the answers would be one of older ones. */
  outdated = () => {};
  #turn = 0;
  /** @type {Promise<FormState | null>} */
  #newest = Promise.resolve(null);

  /**
   * @param {HTMLFormElement} form
   * @param {Store} store
   * @param {Engine} engine
   * @param {Notices} notices
   */
  constructor(form, store, engine, notices) {
    this.form = form;
    this.store = store;
    this.engine = engine;
    this.notices = notices;
    this.sheet = new Sheet(form, store, (undo, title) => this.#groupChanged(undo, title));
    this.touch(this.sheet.questions.filter((question) => !question.isEmpty));
  }

  /**
   * Asks the module about all answers and shows what it says.
   * @returns {Promise<FormState | null>} What it says, of the newest answers; null when it failed, which is told.
   */
  refresh() {
    this.#newest = this.#ask(++this.#turn);
    return this.#newest;
  }

  /** @param {number} turn @returns {Promise<FormState | null>} */
  async #ask(turn) {
    if (this.isComposing) return null;
    const record = JSON.stringify(this.sheet.record(() => true));
    const state = /** @type {FormState | null} */ (await this.safely(() => this.engine.ask("state", `${today()}\n${record}`)));
    if (turn !== this.#turn) return this.#newest;
    if (!state) return null;
    state.problems = state.problems.filter((problem) => problem.code !== "W_NOT_APPLICABLE");
    this.state = state;
    for (const question of this.sheet.questions) {
      const field = this.field(question.key);
      const isTouched = this.touched.has(question.key);
      const due = this.problems(question.key).filter((problem) => this.#isDue(problem));
      if (field) question.show(field, due.filter((problem) => problem.warns || isTouched));
    }
    for (const group of this.sheet.groups) group.show(this.touched.has(group.key) ? this.problems(group.key) : []);
    this.shown();
    return state;
  }

  /** @param {string} key */
  field(key) { return this.state.fields.find((field) => field.key === key); }

  /** @param {string} key */
  problems(key) { return this.state.problems.filter((problem) => problem.key === key); }

  /** @param {FormProblem} problem Told once all is asked that may put it right. */
  #isDue(problem) { return problem.until === undefined || this.touched.has(problem.until); }

  /** @param {(Question | Group)[]} parts Whose problems are shown from now on. */
  touch(parts) { for (const { key } of parts) this.touched.add(key); }

  /** The answers that count, as the command reads them. */
  record() { return this.sheet.record((key) => this.field(key)?.applies ?? false); }

  /**
   * What it gives, or null after a sentence that the program failed.
   * @template Type
   * @param {() => Promise<Type>} task
   */
  async safely(task) {
    try {
      const result = await task();
      this.notices.withdraw("failed");
      return result;
    } catch {
      this.notices.tellFailed("failed");
      return null;
    }
  }

  /** Remembers the answers. */
  save() {
    this.sheet.save();
    this.outdated();
  }

  /** Shows the stored answers. */
  show() {
    this.sheet.fill();
    for (const question of this.sheet.questions) question.tellChange("");
    return this.refresh();
  }

  /** @param {() => void} [undo] @param {string} [title] Of what was removed. */
  #groupChanged(undo, title = "") {
    this.outdated();
    this.refresh();
    this.notices.withdraw("removed");
    if (undo) this.notices.tell("removed", say("removed", { title }), make("p", {}, small("undo", undo)));
  }
}
