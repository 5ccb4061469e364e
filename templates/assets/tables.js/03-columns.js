// What each column answers: said by its name, or by somebody.

class Columns {
  #list;
  #fold;
  /** @type {string[]} */
  #choices = [];

  /**
   * @param {PageTools} page
   * @param {(choices: string[]) => void} changed A key, `form`, nothing or `?` for each column.
   */
  constructor(page, changed) {
    this.page = page;
    this.changed = changed;
    this.#list = page.need("#table-columns-list");
    this.#fold = /** @type {HTMLDetailsElement} */ (page.need("#table-columns"));
  }

  /** @param {TableOverview} table @param {boolean} isNew Whether it was not shown before. */
  show(table, isNew) {
    const { make, say, need } = this.page;
    const focused = this.#list.contains(document.activeElement) ? document.activeElement?.id : "";
    const choices = table.columns.map((column) => (column.doubt ? "?" : column.key ?? ""));
    this.#choices = choices;
    need("#table-rest").hidden = choices.every((choice) => choice !== "?");
    this.#list.replaceChildren(...table.columns.map((column, index) => {
      const id = `table-column-${index}`;
      const select = make("select", { id }, ...this.#options(table, column, choices[index]));
      select.addEventListener("change", () => {
        choices[index] = select.value;
        this.changed(choices);
      });
      const notes = [
        ...(column.example ? [make("span", { className: "hint" }, say("table.example", { text: column.example }))] : []),
        ...(column.doubt ? [make("span", { className: "told told-errors" }, say(`table.${column.doubt}`))] : []),
      ];
      const told = make("div", { id: `${id}-told` }, ...notes);
      if (notes.length > 0) select.setAttribute("aria-describedby", told.id);
      if (column.doubt) select.setAttribute("aria-invalid", "true");
      const label = make("label", { htmlFor: id }, column.name || say("table.column", { number: index + 1 }));
      return make("li", { className: column.doubt ? "has-error" : "" }, label, told, select);
    }));
    if (focused) document.getElementById(focused)?.focus();
    const doubts = table.columns.filter(({ doubt }) => doubt).length;
    if (isNew) this.#fold.open = false;
    if (!table.ready || (isNew && table.naming !== "header")) this.#fold.open = true;
    const told = need("#table-columns-told");
    told.textContent = doubts > 0 ? say("table.doubts", { count: doubts })
      : table.naming === "order" ? say("table.order") : table.ready ? "" : say("table.noColumns");
    told.hidden = told.textContent === "";
    told.className = table.ready ? "told" : "told told-errors";
  }

  forget() { this.#list.replaceChildren(); }

  /** Nobody needs the columns of which it is not plain what they answer. */
  leaveRest() { this.changed(this.#choices.map((choice) => (choice === "?" ? "" : choice))); }

  /** @param {TableOverview} table @param {TableColumn} column @param {string} chosen */
  #options(table, column, chosen) {
    const { make, say } = this.page;
    // What is probably meant stands first, but somebody has to say so.
    const fields = [...table.fields].sort((a, b) => Number(b.key === column.near) - Number(a.key === column.near));
    const options = [
      ...(column.doubt ? [["?", say("table.choose")]] : []),
      ...(column.hand ? [[column.key ?? "", column.hand]] : []), ...(column.key === "form" ? [["form", "form"]] : []),
      ...fields.slice(0, column.near ? 1 : 0).map(({ key, label }) => [key, label]), ["", say("table.leave")],
      ...fields.slice(column.near ? 1 : 0).map(({ key, label }) => [key, label])];
    return options.map(([value, text]) => make("option", { value, selected: value === chosen }, text));
  }
}
