// 多份填写: a table in, problems put right row by row, an archive of PDFs out. What an answer means is the module's business.

const ROWS_A_TURN = 20;
const MOST_ROWS = { phone: 500, desktop: 5000 };
/** From so many rows on, a browser that can writes the archive to the disk as it is made. */
const ROWS_IN_MEMORY = 200;

class TablePage {
  /** @type {TableOverview | null} */
  #table = null;
  #columns;
  #rows;
  /** Grows with each table, so that what was begun for another one ends. */
  #turn = 0;
  /** @type {{ file: any } | null} */
  #result = null;
  #isCancelled = false;
  #isChanged = false;

  /** @param {PageTools} page */
  constructor(page) {
    this.page = page;
    this.#columns = new Columns(page, (choices) => this.#choose(choices));
    this.#rows = new Rows(page, {
      answer: (row, key, text) => this.#put(row, `cell\n${page.today()}\n${row.row}\n${key}\n${cleaned(text)}`),
      keep: (row) => this.#put(row, `keep\n${page.today()}\n${row.row}`),
      drop: (row) => this.#drop(row),
    });
    this.#listen();
  }

  #listen() {
    const { need, on } = this.page;
    const box = /** @type {HTMLTextAreaElement} */ (need("#table-paste"));
    box.addEventListener("paste", (event) => {
      const text = event.clipboardData?.getData("text/plain");
      if (!text) return;
      event.preventDefault();
      this.#open(text);
    });
    // Where a browser tells of no paste, and for what is dropped or dictated.
    box.addEventListener("input", () => {
      const { value } = box;
      if (!/[\t\n,;]/.test(value)) return;
      box.value = "";
      this.#open(value);
    });
    const input = /** @type {HTMLInputElement} */ (need("#table-file"));
    input.addEventListener("change", () => {
      const file = input.files?.[0];
      input.value = "";
      if (file) this.openFile(file);
    });
    on("#table-other", () => this.clear());
    on("#table-make", () => this.#make());
    on("#table-cancel", () => { this.#isCancelled = true; });
    addEventListener("beforeunload", (event) => { if (this.#isChanged) event.preventDefault(); });
  }

  /** Forgets the table and all that was made of it. */
  clear() {
    this.#turn++;
    this.#table = null;
    this.#isChanged = false;
    this.#isCancelled = true;
    this.#forget();
    this.#rows.begin();
    this.page.need("#table-columns-list").replaceChildren();
    /** @type {HTMLTextAreaElement} */ (this.page.need("#table-paste")).value = "";
    this.#show();
    this.page.engine.call("table", "open\n");
  }

  #forget() {
    this.#result?.file?.forget();
    this.#result = null;
    this.page.need("#table-result").hidden = true;
    this.page.need("#table-download").removeAttribute("href");
  }

  /** @param {File} file */
  async openFile(file) {
    const { notices, say } = this.page;
    const bytes = new Uint8Array(await file.slice(0, LARGEST_TABLE + 1).arrayBuffer().catch(() => new ArrayBuffer(0)));
    if (bytes.length > LARGEST_TABLE) return notices.tell("table", say("table.tooLarge"));
    if (isWorkbook(bytes)) return notices.tell("table", say("table.workbook"));
    const text = decoded(bytes);
    if (text === null || text.includes("\0")) return notices.tell("table", say("unreadable"));
    return this.#open(text);
  }

  /** @param {string} text */
  async #open(text) {
    const { page } = this;
    const turn = ++this.#turn;
    this.#forget();
    const table = /** @type {TableOverview | null} */ (await page.safely(() => page.engine.ask("table", `open\n${cleaned(text)}`)));
    if (turn !== this.#turn) return;
    const most = page.isPhone() ? MOST_ROWS.phone : MOST_ROWS.desktop;
    const problem = !table || table.rows === 0 ? page.say("table.nothing") : table.rows > most
      ? page.say("table.tooMany", { count: table.rows, most }) : "";
    if (problem) {
      page.notices.tell("table", problem);
      return;
    }
    page.notices.withdraw("table");
    this.#table = table;
    this.#isChanged = false;
    page.need("#table-work-title").focus();
    await this.#check();
  }

  /** @param {string[]} choices */
  async #choose(choices) {
    await this.#renew(`columns\n${choices.join("\n")}`);
    await this.#check();
  }

  /** @param {string} message What the module answers with an overview. */
  async #renew(message) {
    const table = await this.#ask(message);
    if (table) this.#table = table;
    this.#isChanged = true;
    this.#forget();
  }

  /**
   * Asks the module about the table. One that trapped has lost it, which is told.
   * @param {string} message
   */
  async #ask(message) {
    const answer = await this.page.safely(() => this.page.engine.ask("table", message));
    if (!answer) this.page.notices.tell("table", this.page.say("table.lost"));
    return answer;
  }

  /** Checks all rows, a few at a time. */
  async #check() {
    const { page } = this;
    const turn = ++this.#turn;
    this.#rows.begin();
    this.#show();
    const table = this.#table;
    if (!table?.ready) return;
    const told = page.need("#table-facts");
    while (this.#rows.all.length < table.rows) {
      const first = this.#rows.all.length;
      const answer = await this.#ask(`rows\n${page.today()}\n${first}\n${ROWS_A_TURN}`);
      if (turn !== this.#turn || !answer) return;
      this.#rows.all.push(...answer.rows);
      told.textContent = page.say("table.checking", { count: this.#rows.all.length, total: table.rows });
      await pause();
      if (turn !== this.#turn) return;
    }
    this.#rows.show();
    this.#show();
  }

  /** @param {TableRow} row @param {string} message What the module answers with the row. */
  async #put(row, message) {
    const answer = /** @type {TableRow | null} */ (await this.#ask(message));
    if (!answer || this.#rows.all[row.row] === undefined) return;
    this.#isChanged = true;
    this.#forget();
    this.#rows.replace(answer);
    if (row.flaw && !answer.flaw && this.#table) this.#table.flawed--;
    this.#tellFacts();
    this.page.need("#heard").textContent = answer.problems.map(({ say }) => say).join(" ") || this.page.say("table.right");
  }

  /** @param {TableRow} row */
  async #drop(row) {
    await this.#renew(`drop\n${row.row}`);
    this.#rows.all.splice(row.row, 1);
    this.#rows.all.forEach((other, index) => { other.row = index; });
    this.#rows.show();
    this.#show();
    this.page.need("#table-work-title").focus();
    if (this.#table?.rows === 0) this.clear();
  }

  #show() {
    const { page } = this;
    page.need("#table-source").hidden = this.#table !== null;
    page.need("#table-work").hidden = this.#table === null;
    if (!this.#table) return;
    this.#columns.show(this.#table);
    this.#showLabels(this.#table);
    this.#tellFacts();
  }

  /** @param {TableOverview} table Questions whose answers may stand in names of files. */
  #showLabels({ fields, labels }) {
    const { make, need, say } = this.page;
    const select = /** @type {HTMLSelectElement} */ (need("#table-label"));
    const before = select.value;
    const named = fields.filter(({ key }) => labels.includes(key));
    select.replaceChildren(make("option", { value: "" }, say("table.noLabel")),
      ...named.map(({ key, label }) => make("option", { value: key, selected: key === before }, label)));
  }

  #tellFacts() {
    const { need, say } = this.page;
    const table = this.#table;
    if (!table) return;
    const { right, wrong, warned } = this.#rows;
    const above = table.naming === "header" && table.leftOut > 0 ? [say("table.leftOut", { count: table.leftOut })] : [];
    const isChecked = table.ready && this.#rows.all.length === table.rows;
    const texts = isChecked ? [
      say(wrong.length > 0 ? "table.some" : "table.allRight", { total: table.rows, right, wrong: wrong.length }),
      ...(warned.length > 0 ? [say("table.warned", { count: warned.length })] : []),
    ] : [say("table.rows", { total: table.rows })];
    need("#table-facts").textContent = [...texts, ...above].join("");
    const make = /** @type {HTMLButtonElement} */ (need("#table-make"));
    make.textContent = say("table.make", { count: right });
    make.disabled = !isChecked || right === 0 || table.flawed > 0;
    need("#table-flawed").hidden = table.flawed === 0;
  }

  // MARK: The archive

  async #make() {
    const { page } = this;
    const table = this.#table;
    if (!table) return;
    this.#forget();
    const name = page.fileName("zip");
    const file = await this.#target(name, table.rows);
    if (file === undefined) return;
    this.#isCancelled = false;
    const turn = ++this.#turn;
    const sink = file ? new FileSink(file) : new DownloadSink();
    this.#busy(true);
    try {
      const count = await this.#fill(new StoredZip(sink), table.rows, () => this.#isCancelled || turn !== this.#turn);
      if (count === null) {
        await file?.abort();
        page.notices.tell("table", page.say("table.cancelled"));
        return;
      }
      await file?.close();
      this.#isChanged = false;
      this.#finish(count, name, sink instanceof DownloadSink ? sink.blob : null);
    } catch {
      await file?.abort().catch(() => undefined);
      page.notices.tell("table", page.say("table.failed"));
    } finally {
      this.#busy(false);
    }
  }

  /**
   * Where the archive goes: a file that somebody chooses, null for a download, undefined where they changed their mind.
   * @param {string} name
   * @param {number} rows
   * @returns {Promise<FileSystemWritableFileStream | null | undefined>}
   */
  async #target(name, rows) {
    if (rows < ROWS_IN_MEMORY || !window.showSaveFilePicker) return null;
    try {
      const handle = await window.showSaveFilePicker({ suggestedName: name, types: [{ accept: { "application/zip": [".zip"] } }] });
      return await handle.createWritable();
    } catch (problem) {
      return problem instanceof DOMException && problem.name === "AbortError" ? undefined : null;
    }
  }

  /**
   * Fills all rows into the archive; how many could be filled, null where it was stopped.
   * @param {StoredZip} zip
   * @param {number} total
   * @param {() => boolean} isStopped
   */
  async #fill(zip, total, isStopped) {
    const { page } = this;
    const bar = /** @type {HTMLProgressElement} */ (page.need("#table-bar"));
    const told = page.need("#table-progress-told");
    const label = /** @type {HTMLSelectElement} */ (page.need("#table-label")).value;
    const options = /** @type {HTMLInputElement | null} */ (page.find("#table-options input:checked"))?.value ?? "";
    const shown = this.#table?.shown ?? "";
    await page.engine.ask("table", ["run", page.today(), options, label, label || shown, page.filler].join("\n"));
    let count = 0;
    let rest = performance.now() + 40;
    for (let done = 0; done < total;) {
      const answer = await page.engine.call("table", "next");
      if (answer) {
        const end = answer.indexOf(10);
        await zip.add(new TextDecoder().decode(answer.subarray(0, end)), answer.subarray(end + 1));
        count++;
      }
      done++;
      if (performance.now() < rest && done < total) continue;
      bar.value = done / total;
      told.textContent = page.say("table.making", { count: done, total });
      await pause();
      rest = performance.now() + 40;
      if (isStopped()) return null;
    }
    for (const [part, name] of [["report", "table.reportName"], ["csv", "table.tableName"]]) {
      const bytes = await page.engine.call("table", part);
      if (!bytes) throw new Error(part);
      await zip.add(page.say(name), bytes);
    }
    await zip.finish();
    return count;
  }

  /** @param {number} count @param {string} name @param {Blob | null} blob What is offered for a download. */
  #finish(count, name, blob) {
    const { need, say, offer } = this.page;
    const link = /** @type {HTMLAnchorElement} */ (need("#table-download"));
    const file = blob && offer(blob, name, link);
    this.#result = { file };
    link.hidden = !file;
    const total = this.#table?.rows ?? count;
    need("#table-result-facts").textContent =
      say(file ? "table.made" : "table.saved", { count, name, size: file ? file.size : "" }) + (count < total ? say("table.leftFailed", { count: total - count }) : "");
    need("#table-result").hidden = false;
    need("#table-result-title").focus();
  }

  /** @param {boolean} isBusy */
  #busy(isBusy) {
    const { need } = this.page;
    need("#table-progress").hidden = !isBusy;
    need("#table-edit").hidden = isBusy;
    /** @type {HTMLProgressElement} */ (need("#table-bar")).value = 0;
    if (isBusy) need("#table-cancel").focus();
  }
}

/** Lets the page breathe. */
const pause = () => new Promise((resolve) => setTimeout(resolve));

window.zhinanTables = (page) => new TablePage(page);
