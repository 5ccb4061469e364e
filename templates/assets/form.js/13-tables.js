// The way to a table of many records, whose script and module are loaded when somebody goes there.

class Tables {
  /** @type {Promise<{ openFile(file: File): Promise<void>, clear(): void } | null> | null} */
  #page = null;

  /** @param {FormPage} page */
  constructor(page) {
    this.page = page;
    on("#many", () => page.screens.go("tables"));
    document.addEventListener("zhinan-clear", () => this.#page?.then((tables) => tables?.clear()));
  }

  /**
   * Takes a file that may be a table; whether it does.
   * @param {File} file
   */
  takes(file) {
    if (!/\.(csv|tsv|txt|xlsx?)$/i.test(file.name)) return false;
    if (this.page.screens.current !== "tables") this.page.screens.go("tables");
    this.begin().then((tables) => tables?.openFile(file));
    return true;
  }

  /** @param {string} [again] */
  begin(again) {
    this.#page ??= this.#load(again).catch((problem) => {
      this.#page = null;
      this.page.notices.tellPart(problem, () => this.begin(`&again=${Date.now()}`));
      return null;
    });
    return this.#page;
  }

  /** @param {string} [again] */
  async #load(again = "") {
    const { draft, form, notices } = this.page;
    const waiting = need("#table-waiting");
    waiting.hidden = false;
    try {
      if (!(await this.page.rest)) throw new PartProblem("missing", "glyphs");
      const engine = new Engine("module-tables", draft.engine);
      await engine.load(isOfTables, again);
      const address = form.dataset.tables ?? "";
      if (!(await runScript(address + (again && `${address.includes("?") ? "" : "?"}${again}`))) || !window.zhinanTables) {
        throw new PartProblem("missing", "tables.js");
      }
      const tables = window.zhinanTables({
        engine, filler: form.dataset.filler ?? "", notices, say, sentence, make, small, need, find, on, today, isPhone,
        safely: (task) => draft.safely(task), fileName: (ending) => fileName(form.dataset.file ?? "form", ending),
        offer: (content, name, link) => {
          const file = new OutgoingFile(content, name, content.type);
          file.offer(link);
          return file;
        },
      });
      need("#table-source").hidden = false;
      return tables;
    } finally {
      waiting.hidden = true;
    }
  }
}
