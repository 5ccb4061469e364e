// Rows with something to put right, each with its answers in boxes.

const ROWS_AT_ONCE = 20;

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
    page.on("#table-more", () => { this.#shown += ROWS_AT_ONCE; this.show(); });
  }

  begin() {
    this.all = [];
    this.#shown = ROWS_AT_ONCE;
    this.#list.replaceChildren();
  }

  get right() { return this.all.filter(({ ok }) => ok).length; }
  get wrong() { return this.all.filter(({ ok }) => !ok); }
  get warned() { return this.all.filter(({ ok, problems }) => ok && problems.length > 0); }

  show() {
    const { need } = this.page;
    const listed = [...this.wrong, ...this.warned];
    this.#list.replaceChildren(...listed.slice(0, this.#shown).map((row) => this.#card(row)));
    need("#table-more").hidden = listed.length <= this.#shown;
    need("#table-rows-title").hidden = listed.length === 0;
  }

  /**
   * Shows a row anew; what is typed elsewhere stays.
   * @param {TableRow} row
   */
  replace(row) {
    this.all[row.row] = row;
    const card = this.page.find(`[data-row="${row.row}"]`, this.#list);
    const focused = card?.contains(document.activeElement) ? document.activeElement?.id : "";
    const made = this.#card(row);
    card?.replaceWith(made);
    if (focused) (document.getElementById(focused) ?? this.page.find("h4", made))?.focus();
    return made;
  }

  /** @param {TableRow} row */
  #card(row) {
    const { make, say, small } = this.page;
    const title = [say("table.row", { number: row.number }), row.shown].filter((text) => text).join(" · ");
    const heading = make("h4", { tabIndex: -1 }, title);
    const parts = /** @type {HTMLElement[]} */ ([]);
    if (row.flaw) {
      parts.push(make("p", { className: "told told-errors" }, row.flaw),
        make("p", { className: "actions" }, small("table.keep", () => this.changes.keep(row))));
    }
    /** @type {Map<string, RowProblem[]>} */
    const byKey = new Map();
    for (const problem of row.problems) byKey.set(problem.key ?? "", [...byKey.get(problem.key ?? "") ?? [], problem]);
    for (const [key, problems] of byKey) parts.push(this.#question(row, key, problems));
    if (parts.length === 0) parts.push(make("p", { className: "told told-right" }, say("table.right")));
    const drop = make("p", { className: "actions" }, small("table.drop", () => this.changes.drop(row)));
    const card = make("section", { className: "table-row" }, heading, ...parts, drop);
    card.dataset.row = String(row.row);
    card.setAttribute("aria-label", title);
    return card;
  }

  /** @param {TableRow} row @param {string} key @param {RowProblem[]} problems All about one question. */
  #question(row, key, problems) {
    const { make, sentence } = this.page;
    const hasError = problems.some(({ warns }) => !warns);
    const id = `cell-${row.row}-${key}`;
    const said = make("div", { id: `told-${id}`, className: hasError ? "told told-errors" : "told told-warnings" },
      ...problems.map((problem) => make("p", {}, sentence(problem))));
    const [{ label, options, value }] = problems;
    if (!label) return said;
    const box = options
      ? make("select", {}, ...["", ...options].map((text) => make("option", { value: text, selected: text === value }, text)))
      : make("input", { type: "text", value: value ?? "", spellcheck: false, autocomplete: "off" });
    box.id = id;
    box.setAttribute("aria-describedby", said.id);
    if (hasError) box.setAttribute("aria-invalid", "true");
    box.addEventListener("change", () => this.changes.answer(row, key, box.value));
    return make("div", { className: hasError ? "question has-error" : "question" }, make("label", { htmlFor: id }, label), said, box);
  }
}
