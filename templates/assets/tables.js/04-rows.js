// Rows with something to put right, each with its answers in boxes.

const ROWS_AT_ONCE = 20;

/** A row that is listed. Its boxes stay while what is said of them changes, so that nobody's focus or press is lost. */
class Card {
  /** @type {Map<string, { element: HTMLElement, told: HTMLElement, box: HTMLElement | null }>} By the question's key. */
  #questions = new Map();
  #heading;
  #flaw;
  #body;

  /**
   * @param {PageTools} page
   * @param {TableRow} row
   * @param {RowChanges} changes
   */
  constructor(page, row, changes) {
    const { make, say, small } = page;
    this.page = page;
    this.row = row;
    this.changes = changes;
    this.#heading = make("h4", { id: `table-row-${row.number}`, tabIndex: -1 });
    const which = () => make("span", { className: "visually-hidden" }, say("table.row", { number: row.number }));
    const keep = small("table.keep", () => changes.keep(this));
    const drop = small("table.drop", () => changes.drop(this));
    keep.append(which());
    drop.append(which());
    this.#flaw = make("div", {}, make("p", { className: "told told-errors" }), make("p", { className: "actions" }, keep));
    this.#body = make("div", {});
    this.right = make("p", { className: "told told-right" }, say("table.right"));
    this.element = make("section", { className: "table-row" }, this.#heading, this.#flaw, this.#body, this.right, make("p", { className: "actions" }, drop));
    this.element.setAttribute("role", "group");
    this.element.setAttribute("aria-labelledby", this.#heading.id);
    this.show(row);
  }

  focus() { this.#heading.focus(); }

  /** What is said of the row. */
  get told() { return [...(this.row.flaw ? [this.#flawText] : []), ...this.row.problems.map(this.page.sentence)].join(" ") || this.right.textContent || ""; }

  get #flawText() { return this.page.say(`table.flaw.${this.row.flaw}`, { count: this.row.cells ?? 0 }); }

  /** @param {TableRow} row */
  show(row) {
    const { find, say } = this.page;
    this.row = row;
    this.#heading.textContent = [say("table.row", { number: row.number }), row.shown].filter((text) => text).join(" · ");
    this.#flaw.hidden = !row.flaw;
    const flaw = find("p", this.#flaw);
    if (flaw) flaw.textContent = row.flaw ? this.#flawText : "";
    this.right.hidden = !row.ok || row.problems.length > 0;
    /** @type {Map<string, RowProblem[]>} */
    const problems = new Map([...this.#questions.keys()].map((key) => [key, []]));
    for (const problem of row.problems) problems.set(problem.key ?? "", [...problems.get(problem.key ?? "") ?? [], problem]);
    for (const [key, found] of problems) this.#show(key, found);
  }

  /** @param {string} key @param {RowProblem[]} problems All about one question. */
  #show(key, problems) {
    const { make, sentence } = this.page;
    const question = this.#questions.get(key) ?? this.#made(key, problems[0]);
    const hasError = problems.some(({ warns }) => !warns);
    question.told.className = hasError ? "told told-errors" : "told told-warnings";
    question.told.replaceChildren(...problems.map((problem) => make("p", {}, sentence(problem))));
    question.told.hidden = problems.length === 0;
    question.element.classList.toggle("has-error", hasError);
    if (hasError) question.box?.setAttribute("aria-invalid", "true");
    else question.box?.removeAttribute("aria-invalid");
  }

  /** @param {string} key @param {RowProblem} problem */
  #made(key, { label, options, value }) {
    const { make } = this.page;
    const id = `cell-${this.row.number}-${key}`;
    const told = make("div", { id: `told-${id}` });
    const element = make("div", { className: "question" }, told);
    /** @type {HTMLInputElement | HTMLSelectElement | null} */
    let box = null;
    if (label) {
      // A control has one line and would join the words on both sides of a line's end.
      box = options
        ? make("select", { id }, ...["", ...options].map((text) => make("option", { value: text, selected: text === value }, text)))
        : make("input", { id, type: "text", value: (value ?? "").replace(/\s*[\r\n]+\s*/g, " "), spellcheck: false, autocomplete: "off" });
      const control = box;
      control.setAttribute("aria-describedby", told.id);
      control.addEventListener("change", () => this.changes.answer(this, key, control.value));
      element.prepend(make("label", { htmlFor: id }, label));
      element.append(control);
    }
    this.#body.append(element);
    const question = { element, told, box };
    this.#questions.set(key, question);
    return question;
  }
}

class Rows {
  /** @type {TableRow[]} In the table's order. */
  all = [];
  #shown = ROWS_AT_ONCE;
  #list;

  /**
   * @param {PageTools} page
   * @param {RowChanges} changes What somebody does with a row.
   */
  constructor(page, changes) {
    this.page = page;
    this.changes = changes;
    this.#list = page.need("#table-rows");
    page.on("#table-more", () => {
      const first = this.#list.childElementCount;
      this.#shown += ROWS_AT_ONCE;
      this.show();
      page.find("h4", this.#list.children[first])?.focus();
    });
  }

  begin() {
    this.all = [];
    this.#shown = ROWS_AT_ONCE;
    this.#list.replaceChildren();
    this.page.need("#table-more").hidden = true;
    this.page.need("#table-rows-title").hidden = true;
  }

  get right() { return this.all.filter(({ ok }) => ok).length; }
  get wrong() { return this.all.filter(({ ok }) => !ok).length; }
  get flawed() { return this.all.filter(({ flaw }) => flaw).length; }
  get warned() { return this.all.filter(({ ok, problems }) => ok && problems.length > 0).length; }

  show() {
    const { need } = this.page;
    const listed = [...this.all.filter(({ ok }) => !ok), ...this.all.filter(({ ok, problems }) => ok && problems.length > 0)];
    this.#list.replaceChildren(...listed.slice(0, this.#shown).map((row) => new Card(this.page, row, this.changes).element));
    need("#table-more").hidden = listed.length <= this.#shown;
    need("#table-rows-title").hidden = listed.length === 0;
  }

  /**
   * Takes a row out; those below move up.
   * @param {TableRow} row
   */
  drop(row) {
    this.all.splice(row.row, 1);
    this.all.forEach((other, index) => { other.row = index; });
  }
}
