// Questions on the page, and the answers in them. What an answer means is the module's business.

/** @typedef {HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement} Control */

/** One question: its controls, and what is said of its answer. */
class Question {
  /** @param {HTMLElement} element */
  constructor(element) {
    this.element = element;
    this.key = element.dataset.key ?? "";
    const part = element.closest(".element")?.querySelector("h3")?.textContent?.trim() ?? "";
    this.title = find(".label-text", element)?.textContent?.trim() ?? this.key;
    this.label = dotted(part, this.title);
    this.controls = /** @type {Control[]} */ (all("input, select, textarea", element));
    this.output = find("output", element);
    this.unit = find(".unit", element)?.textContent ?? "";
    this.isChoice = this.controls[0] instanceof HTMLInputElement && ["radio", "checkbox"].includes(this.controls[0].type);
    this.holdsSeveral = element.dataset.kind === "choices";
    this.none = button("link", () => {
      this.value = "";
      this.controls[0].dispatchEvent(new Event("change", { bubbles: true }));
      this.controls[0].focus();
    }, say("none"));
    this.none.hidden = true;
    if (this.isChoice && !this.holdsSeveral) find(".choices", element)?.after(this.none);
    this.#described = this.#target.getAttribute("aria-describedby") ?? "";
  }

  #described;
  get #target() {
    return this.output ?? (this.isChoice ? find("fieldset", this.element) ?? this.element : this.controls[0]);
  }

  /** @returns {string | string[]} */
  get value() {
    // What is worked out is nobody's answer.
    if (this.output) return "";
    // Half a character would make the record no JSON, and every answer unreadable; the module tells of U+FFFD.
    if (!this.isChoice) return this.controls[0].value.replace(/\p{Surrogate}/gu, "\ufffd");
    const chosen = this.#chosen.map((control) => control.value);
    return this.holdsSeveral ? chosen : chosen[0] ?? "";
  }

  set value(answer) {
    if (this.output) return;
    if (!this.isChoice) {
      this.controls[0].value = typeof answer === "string" ? answer : "";
      return;
    }
    for (const control of this.controls) {
      if (control instanceof HTMLInputElement) control.checked = [answer].flat().includes(control.value);
    }
  }

  get #chosen() { return this.controls.filter((control) => control instanceof HTMLInputElement && control.checked); }

  get isEmpty() { return this.value.length === 0; }

  /** Goes there, so that the question is seen with its answer. */
  focus() {
    (this.#chosen[0] ?? this.controls[0])?.focus({ preventScroll: true });
    this.element.scrollIntoView();
  }

  /** What is said of the answer now. */
  get told() { return all(".told", this.element).map((told) => told.textContent ?? "").join(" "); }

  /** @param {FieldState} state @param {FormProblem[]} problems Those to be shown. */
  show(state, problems) {
    this.element.hidden = !state.applies;
    find("p.condition", this.element)?.toggleAttribute("hidden", state.applies);
    if (this.output) this.output.textContent = state.shown || "—";
    this.none.hidden = state.required || this.isEmpty;
    const isNews = !this.output && state.from === "derived" && this.isEmpty && !find(".hint", this.element)?.textContent?.includes(state.shown ?? "");
    this.#tell("derived", isNews ? say("derived", { value: state.shown ?? "" }) : "");
    const errors = problems.filter((problem) => !problem.warns);
    this.#tell("errors", ...errors.map(sentence));
    this.#tell("warnings", ...problems.filter((problem) => problem.warns).map(sentence));
    this.element.classList.toggle("has-error", errors.length > 0);
    // Groups and radios have no such state; their description says it.
    if (!this.isChoice) this.#describe("aria-invalid", errors.length > 0 ? "true" : "");
  }

  /**
   * Says what became of a typed text.
   * @param {string} text Empty for nothing.
   */
  tellChange(text) { this.#tell("change", text); }

  /** @param {"derived" | "errors" | "warnings" | "change"} kind @param {...string} texts */
  #tell(kind, ...texts) {
    const id = `${kind}-${this.key}`;
    const before = document.getElementById(id);
    const said = texts.filter((text) => text);
    if (said.length === 0) {
      before?.remove();
    } else if (before?.dataset.said !== said.join("\n")) {
      const told = make("div", { id, className: `told told-${kind}` }, ...said.map((text) => make("p", {}, text)));
      told.dataset.said = said.join("\n");
      if (kind === "errors") told.prepend(make("span", { className: "visually-hidden" }, say("errorPrefix")));
      if (before) before.replaceWith(told);
      else if (this.isChoice) find(".choices", this.element)?.before(told);
      else if (kind === "errors") this.#target.before(told);
      else this.element.append(told);
    }
    const ids = ["errors", "warnings", "derived", "change"].map((name) => `${name}-${this.key}`);
    this.#describe("aria-describedby", [...ids.filter((id) => document.getElementById(id)), this.#described].join(" ").trim());
  }

  /** @param {string} attribute @param {string} value Empty for no such attribute. */
  #describe(attribute, value) {
    if (value) this.#target.setAttribute(attribute, value);
    else this.#target.removeAttribute(attribute);
  }
}

/**
 * A problem as one text. The command has more fonts than the page has glyphs.
 * @param {{ code?: string, say: string, hint?: string }} problem
 */
const sentence = (problem) => {
  const hint = problem.code === "E_NO_GLYPH" ? say("glyphHint") : problem.hint;
  if (!hint) return problem.say;
  return say(/[.!?。！？…”）)]$/.test(problem.say) ? "hinted" : "hintedOpen", { say: problem.say, hint });
};

/** A repeated section: as many elements as there are answers for. */
class Group {
  /**
   * @param {HTMLElement} element
   * @param {(group: Group) => void} add
   * @param {(group: Group, index: number) => void} remove
   */
  constructor(element, add, remove) {
    this.element = element;
    this.remove = remove;
    this.key = element.dataset.group ?? "";
    this.minimum = Math.max(Number(element.dataset.min), 1);
    this.maximum = Number(element.dataset.max);
    this.list = find("[data-elements]", element) ?? make("div");
    this.told = make("div", { id: `errors-${this.key}` });
    this.add = small("add", () => add(this));
    this.template = /** @type {HTMLTemplateElement} */ (element.querySelector("template[data-element]"));
    this.list.before(this.told);
    this.list.after(make("p", { className: "actions" }, this.add));
  }

  get count() { return this.list.childElementCount; }

  /** @param {number} index */
  heading(index) { return find(`.element:nth-child(${index + 1}) h3`, this.list); }

  focus() { this.add.focus(); }

  /**
   * Shows this many elements, as far as that is allowed, and at least one.
   * @param {number} count
   */
  resize(count) {
    const wanted = Math.min(Math.max(count, this.minimum), this.maximum);
    while (this.count > wanted) this.list.lastElementChild?.remove();
    while (this.count < wanted) this.list.append(this.#made(this.count));
    this.add.hidden = this.count >= this.maximum;
    for (const actions of all(".element > .actions", this.list)) actions.hidden = this.count <= this.minimum;
  }

  /** @param {number} index */
  #made(index) {
    const holder = make("template", { innerHTML: this.template.innerHTML.replaceAll("[#]", `[${index}]`) });
    const element = /** @type {HTMLElement} */ (holder.content.firstElementChild);
    const heading = find("h3", element);
    if (heading) heading.textContent = (heading.textContent ?? "").replace("#", String(index + 1));
    const remove = button("link", () => this.remove(this, index), say("remove", { title: heading?.textContent ?? "" }));
    element.append(make("p", { className: "actions" }, remove));
    return element;
  }

  /** @param {FormProblem[]} problems */
  show(problems) {
    this.told.replaceChildren(...problems.map((problem) => make("p", { className: "told told-errors" }, sentence(problem))));
  }
}

/** The form on the page and its record. */
class Sheet {
  /** @type {Question[]} */
  questions = [];

  /**
   * @param {HTMLFormElement} form
   * @param {Store} store
   * @param {(undo?: () => void, title?: string) => void} changed After a group changed, with the way back from a removal.
   */
  constructor(form, store, changed) {
    this.form = form;
    this.store = store;
    this.changed = changed;
    this.groups = all("[data-group]", form).map(
      (element) => new Group(element, (group) => this.#add(group), (group, index) => this.#remove(group, index)));
    this.fill();
  }

  /** Questions and groups: what may have problems. */
  get parts() { return [...this.questions, ...this.groups]; }

  /** Shows the stored answers. */
  fill() {
    const answers = this.store.answers;
    for (const group of this.groups) {
      const elements = answers[group.key];
      group.resize(Array.isArray(elements) ? elements.length : 0);
    }
    this.#index();
    for (const question of this.questions) {
      const [group, index, key] = Sheet.path(question.key);
      const elements = answers[group];
      const holder = /** @type {any} */ (group ? Array.isArray(elements) && elements[index] : answers);
      const answer = holder?.[key];
      question.value = typeof answer === "string" || Array.isArray(answer) ? answer : "";
    }
  }

  /** Remembers what stands on the page. */
  save() { this.remember(this.record(() => true)); }

  /**
   * Remembers these answers; those that other forms ask for stay.
   * @param {Answers} record
   */
  remember(record) {
    for (const { key } of this.questions) delete this.store.answers[Sheet.path(key)[0] || key];
    delete record.form;
    Object.assign(this.store.answers, record);
    this.store.write();
  }

  /**
   * The record as the command reads it.
   * @param {(key: string) => boolean} isWanted
   * @returns {Answers}
   */
  record(isWanted) {
    /** @type {Answers} */
    const record = { form: this.form.dataset.form ?? "" };
    for (const group of this.groups) record[group.key] = Array.from({ length: group.count }, () => ({}));
    for (const question of this.questions) {
      if (question.isEmpty || !isWanted(question.key)) continue;
      const [group, index, key] = Sheet.path(question.key);
      if (group) /** @type {Answers[]} */ (record[group])[index][key] = question.value;
      else record[question.key] = question.value;
    }
    return record;
  }

  get isEmpty() { return this.questions.every((question) => question.isEmpty); }

  /** @param {string} key `seals[0].name` or `name` @returns {[group: string, index: number, key: string]} */
  static path(key) {
    const match = /^(\w+)\[(\d+)\]\.(\w+)$/.exec(key);
    return match ? [match[1], Number(match[2]), match[3]] : ["", 0, key];
  }

  /** Finds the questions; those that were there before stay what they are. */
  #index() {
    const known = new Map(this.questions.map((question) => [question.element, question]));
    this.questions = all(".question[data-key]", this.form).map((element) => known.get(element) ?? new Question(element));
    this.setAutocomplete();
  }

  /** What a browser remembers by itself, no clearing of this page reaches: it may on somebody's own device. */
  setAutocomplete() {
    for (const control of /** @type {HTMLInputElement[]} */ (all("input[autocomplete]", this.form))) {
      control.dataset.autocomplete ??= control.getAttribute("autocomplete") ?? "off";
      control.setAttribute("autocomplete", this.store.device === "own" ? control.dataset.autocomplete : "off");
    }
  }

  /** @param {Group} group */
  #add(group) {
    group.resize(group.count + 1);
    this.#index();
    this.save();
    this.changed();
    group.heading(group.count - 1)?.focus();
  }

  /** @param {Group} group @param {number} index */
  #remove(group, index) {
    this.save();
    const title = group.heading(index)?.textContent ?? "";
    const elements = /** @type {Answers[]} */ (this.store.answers[group.key]);
    const [removed] = elements.splice(index, 1);
    const show = () => { this.fill(); this.save(); };
    show();
    group.focus();
    this.changed(() => {
      this.save();
      /** @type {Answers[]} */ (this.store.answers[group.key]).splice(index, 0, removed);
      show();
      this.changed();
      group.heading(index)?.focus();
    }, title);
  }
}
