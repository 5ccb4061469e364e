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
      const why = say(`part.${problem instanceof PartProblem ? problem.kind : "damaged"}`);
      this.page.notices.tell("table", say("table.part", { why }), small("again", () => {
        this.page.notices.withdraw("table");
        this.begin(`&again=${Date.now()}`);
      }));
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
      const isThere = await this.page.isComplete(again);
      if (!isThere) throw new PartProblem("missing", "glyphs");
      const engine = new Engine("module-tables", draft.engine);
      await engine.load(isOfTables, again);
      const address = form.dataset.tables ?? "";
      if (!(await runScript(address + (again && `${address.includes("?") ? "" : "?"}${again}`))) || !window.zhinanTables) {
        throw new PartProblem("missing", "tables.js");
      }
      const tables = window.zhinanTables({
        engine, filler: form.dataset.filler ?? "", notices, say, sentence, make, small, need, find, on, today, isPhone,
        released: () => this.page.released,
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
