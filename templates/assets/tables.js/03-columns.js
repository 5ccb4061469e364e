// What each column answers: said by its name, or by somebody.

class Columns {
  #list;

  /**
   * @param {PageTools} page
   * @param {(choices: string[]) => void} changed A key, `form`, nothing or `?` for each column.
   */
  constructor(page, changed) {
    this.page = page;
    this.changed = changed;
    this.#list = page.need("#table-columns-list");
  }

  /** @param {TableOverview} table */
  show(table) {
    const { make, say, need } = this.page;
    const choices = table.columns.map((column) => (column.doubt ? "?" : column.hand ?? column.key ?? ""));
    const rows = table.columns.map((column, index) => {
      const name = column.name || say("table.column", { number: index + 1 });
      const id = `table-column-${index}`;
      const select = make("select", { id }, ...this.#options(table, column));
      select.addEventListener("change", () => {
        choices[index] = select.value;
        this.changed(choices);
      });
      const label = make("label", { htmlFor: id }, name);
      const example = make("span", { className: "hint" }, column.example ? say("table.example", { text: column.example }) : "");
      const doubt = column.doubt ? [make("p", { className: "told told-errors" }, say(`table.${column.doubt}`))] : [];
      return make("li", { className: column.doubt ? "has-error" : "" }, label, example, ...doubt, select);
    });
    this.#list.replaceChildren(...rows);
    const doubts = table.columns.filter(({ doubt }) => doubt).length;
    const fold = /** @type {HTMLDetailsElement} */ (need("#table-columns"));
    fold.open = !table.ready || table.naming !== "header";
    need("#table-columns-told").textContent = doubts > 0 ? say("table.doubts", { count: doubts })
      : table.naming === "order" ? say("table.order") : table.ready ? "" : say("table.noColumns");
  }

  /** @param {TableOverview} table @param {TableColumn} column */
  #options(table, column) {
    const { make, say } = this.page;
    const chosen = column.doubt ? column.near ?? "?" : column.hand ?? column.key ?? "";
    const options = [
      ...(column.doubt ? [["?", say("table.choose")]] : []), ["", say("table.leave")],
      ...(column.hand ? [[column.hand, column.hand]] : []), ...(column.key === "form" ? [["form", "form"]] : []),
      ...table.fields.map(({ key, label }) => [key, label])];
    // What is probably meant stands first, but somebody has to say so.
    const order = column.near ? options.sort((a, b) => Number(b[0] === column.near) - Number(a[0] === column.near)) : options;
    const isSaid = !column.doubt;
    return order.map(([value, text]) => make("option", { value, selected: value === (isSaid ? chosen : "?") }, text));
  }
}
