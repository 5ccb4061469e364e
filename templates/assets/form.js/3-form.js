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
    this.label = [part, this.title].filter((text) => text).join(" · ");
    this.controls = /** @type {Control[]} */ (all("input, select, textarea", element));
    this.isChoice = this.controls[0] instanceof HTMLInputElement && ["radio", "checkbox"].includes(this.controls[0].type);
    this.holdsSeveral = element.dataset.kind === "choices";
    this.none = make("button", { type: "button", className: "link", hidden: true }, say("none"));
    this.none.addEventListener("click", () => {
      this.value = "";
      this.controls[0].dispatchEvent(new Event("change", { bubbles: true }));
      this.controls[0].focus();
    });
    if (this.isChoice && !this.holdsSeveral) find(".choices", element)?.after(this.none);
    this.#described = this.#target.getAttribute("aria-describedby") ?? "";
  }

  #described;
  get #target() { return this.isChoice ? find("fieldset", this.element) ?? this.element : this.controls[0]; }

  /** @returns {string | string[]} */
  get value() {
    // Half a character would make the record no JSON, and every answer unreadable; the module tells of U+FFFD.
    if (!this.isChoice) return this.controls[0].value.replace(/\p{Surrogate}/gu, "\ufffd");
    const chosen = this.controls.filter((control) => control instanceof HTMLInputElement && control.checked);
    return this.holdsSeveral ? chosen.map((control) => control.value) : chosen[0]?.value ?? "";
  }

  set value(answer) {
    if (!this.isChoice) {
      this.controls[0].value = typeof answer === "string" ? answer : "";
      return;
    }
    for (const control of this.controls) {
      if (control instanceof HTMLInputElement) control.checked = [answer].flat().includes(control.value);
    }
  }

  get isEmpty() { return this.value.length === 0; }

  /** Goes there, so that the question is seen with its answer. */
  focus() {
    const chosen = this.controls.find((control) => control instanceof HTMLInputElement && control.checked);
    (chosen ?? this.controls[0]).focus({ preventScroll: true });
    this.element.scrollIntoView();
  }

  /** What is said of the answer now. */
  get told() { return all(".told", this.element).map((told) => told.textContent ?? "").join(" "); }

  /** @param {FieldState} state @param {FormProblem[]} problems Those to be shown. */
  show(state, problems) {
    this.element.hidden = !state.applies;
    find("p.condition", this.element)?.toggleAttribute("hidden", state.applies);
    this.none.hidden = state.required || this.isEmpty;
    const isNews = state.from === "derived" && this.isEmpty && !find(".hint", this.element)?.textContent?.includes(state.shown ?? "");
    this.#tell("derived", isNews ? say("derived", { value: state.shown ?? "" }) : "");
    this.#tell("errors", ...problems.filter((problem) => !problem.warns).map(sentence));
    this.#tell("warnings", ...problems.filter((problem) => problem.warns).map(sentence));
    const hasError = problems.some((problem) => !problem.warns);
    this.element.classList.toggle("has-error", hasError);
    if (this.isChoice) return;  // groups and radios have no such state; their description says it
    if (hasError) this.#target.setAttribute("aria-invalid", "true");
    else this.#target.removeAttribute("aria-invalid");
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
      else if (kind === "errors") this.controls[0].before(told);
      else this.element.append(told);
    }
    const ids = ["errors", "warnings", "derived", "change"].map((name) => `${name}-${this.key}`);
    const described = [...ids.filter((id) => document.getElementById(id)), this.#described].join(" ").trim();
    if (described) this.#target.setAttribute("aria-describedby", described);
    else this.#target.removeAttribute("aria-describedby");
  }
}

/**
 * A problem as one text. The command has more fonts than the page has glyphs.
 * @param {{ code?: string, say: string, hint?: string }} problem
 */
const sentence = (problem) => {
  const hint = problem.code === "E_NO_GLYPH" ? say("glyphHint") : problem.hint;
  return hint ? say("hinted", { say: problem.say, hint }) : problem.say;
};

/** A repeated section: as many elements as there are answers for. */
class Group {
  /** @param {HTMLElement} section */
  constructor(section) {
    this.section = section;
    this.key = section.dataset.group ?? "";
    this.minimum = Number(section.dataset.min);
    this.maximum = Number(section.dataset.max);
    this.list = find("[data-elements]", section) ?? make("div");
    this.told = make("div", { id: `errors-${this.key}` });
    this.add = make("button", { type: "button", className: "button small quiet" }, say("add"));
    this.template = /** @type {HTMLTemplateElement} */ (section.querySelector("template[data-element]"));
    this.list.before(this.told);
    this.list.after(make("p", { className: "actions" }, this.add));
  }

  get count() { return this.list.childElementCount; }

  /**
   * Shows this many elements, at least one.
   * @param {number} count
   * @param {(index: number) => void} remove
   */
  resize(count, remove) {
    const wanted = Math.min(Math.max(count, this.minimum, 1), this.maximum);
    while (this.count > wanted) this.list.lastElementChild?.remove();
    while (this.count < wanted) this.list.append(this.#element(this.count, remove));
    this.add.hidden = this.count >= this.maximum;
    for (const button of all(".element > .actions", this.list)) button.hidden = this.count <= Math.max(this.minimum, 1);
  }

  /**
   * @param {number} index
   * @param {(index: number) => void} remove
   */
  #element(index, remove) {
    const holder = make("template", { innerHTML: this.template.innerHTML.replaceAll("[#]", `[${index}]`) });
    const element = /** @type {HTMLElement} */ (holder.content.firstElementChild);
    const heading = find("h3", element);
    if (heading) heading.textContent = (heading.textContent ?? "").replace("#", String(index + 1));
    const button = make("button", { type: "button", className: "link" }, say("remove", { title: heading?.textContent ?? "" }));
    button.addEventListener("click", () => remove(index));
    element.append(make("p", { className: "actions" }, button));
    return element;
  }

  /** @param {FormProblem[]} problems */
  show(problems) {
    this.told.replaceChildren(...problems.map((problem) => make("p", { className: "told told-errors" }, sentence(problem))));
  }
}

/** The form on the page and its record. */
class Sheet {
  /** @type {Map<string, Question>} */
  questions = new Map();
  /** @type {Group[]} */
  groups;

  /**
   * @param {HTMLFormElement} form
   * @param {Store} store
   * @param {(undo?: () => void, title?: string) => void} changed After a group changed, with the way back from a removal.
   */
  constructor(form, store, changed) {
    this.form = form;
    this.store = store;
    this.changed = changed;
    this.groups = all("[data-group]", form).map((section) => new Group(section));
    for (const group of this.groups) {
      group.add.addEventListener("click", () => {
        this.#resize(group, group.count + 1);
        this.#index();
        this.save();
        changed();
        find(".element:last-child h3", group.list)?.focus();
      });
    }
    this.fill();
  }

  /** @param {Group} group @param {number} count */
  #resize(group, count) { group.resize(count, (index) => this.#remove(group, index)); }

  /** Shows the stored answers. */
  fill() {
    const answers = this.store.answers;
    for (const group of this.groups) {
      const elements = answers[group.key];
      this.#resize(group, Array.isArray(elements) ? elements.length : 0);
    }
    this.#index();
    for (const question of this.questions.values()) {
      const [group, index, key] = Sheet.path(question.key);
      const elements = group ? answers[group] : null;
      const element = Array.isArray(elements) ? elements[index] : null;
      const answer = group ? (element && typeof element === "object" ? element[key] : "") : answers[question.key];
      question.value = typeof answer === "string" || Array.isArray(answer) ? /** @type {string | string[]} */ (answer) : "";
    }
  }

  /** Remembers what stands on the page; answers that other forms ask for stay. */
  save() {
    const record = this.record(() => true);
    for (const question of this.questions.keys()) delete this.store.answers[Sheet.path(question)[0] || question];
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
    for (const question of this.questions.values()) {
      if (question.isEmpty || !isWanted(question.key)) continue;
      const [group, index, key] = Sheet.path(question.key);
      if (group) /** @type {Answers[]} */ (record[group])[index][key] = question.value;
      else record[question.key] = question.value;
    }
    return record;
  }

  get isEmpty() { return [...this.questions.values()].every((question) => question.isEmpty); }

  /** @param {string} key `seals[0].name` or `name` @returns {[group: string, index: number, key: string]} */
  static path(key) {
    const match = /^(\w+)\[(\d+)\]\.(\w+)$/.exec(key);
    return match ? [match[1], Number(match[2]), match[3]] : ["", 0, key];
  }

  #index() {
    const known = this.questions;
    this.questions = new Map();
    for (const element of all(".question[data-key]", this.form)) {
      const key = element.dataset.key ?? "";
      const old = known.get(key);
      this.questions.set(key, old?.element === element ? old : new Question(element));
    }
  }

  /** @param {Group} group @param {number} index */
  #remove(group, index) {
    this.save();
    const title = find(`.element:nth-child(${index + 1}) h3`, group.list)?.textContent ?? "";
    const elements = /** @type {Answers[]} */ (this.store.answers[group.key]);
    const [removed] = elements.splice(index, 1);
    const show = () => { this.fill(); this.save(); };
    show();
    group.add.focus();
    this.changed(() => {
      this.save();
      /** @type {Answers[]} */ (this.store.answers[group.key]).splice(index, 0, removed);
      show();
      this.changed();
      find(`.element:nth-child(${index + 1}) h3`, group.list)?.focus();
    }, title);
  }
}
