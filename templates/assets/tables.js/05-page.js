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
  /** @type {{ forget(): void } | null} What is offered for a download. */
  #offered = null;
  #isCancelled = false;
  #report = new Uint8Array();
  /** What was put right last, until it is known what it is worth. */
  #pending = Promise.resolve();
  /** Whether something was put right that no file has. */
  #isChanged = false;

  /** @param {PageTools} page */
  constructor(page) {
    this.page = page;
    this.#columns = new Columns(page, (choices) => this.#choose(choices));
    this.#rows = new Rows(page, {
      answer: (card, key, text) => this.#put(card, (row) => `cell\n${page.today()}\n${row}\n${key}\n${cleaned(text)}`),
      keep: (card) => this.#put(card, (row) => `keep\n${page.today()}\n${row}`),
      drop: (card) => this.#drop(card.row),
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
    // Where a browser tells of no paste, and for what is typed.
    box.addEventListener("input", () => { need("#table-read").hidden = box.value === ""; });
    on("#table-read", () => this.#open(box.value));
    const input = /** @type {HTMLInputElement} */ (need("#table-file"));
    input.addEventListener("change", () => {
      const file = input.files?.[0];
      input.value = "";
      if (file) this.openFile(file);
    });
    on("#table-other", () => this.#askFirst(() => {
      this.clear();
      box.focus();
    }));
    on("#table-make", () => this.#make());
    on("#table-download", () => this.#setChanged(false));
    on("#table-rest", () => this.#columns.leaveRest());
    on("#table-cancel", () => { this.#isCancelled = true; });
  }

  /** @param {boolean} isChanged */
  #setChanged(isChanged) {
    this.#isChanged = isChanged;
    // Browsers keep no page whole that asks.
    if (isChanged) addEventListener("beforeunload", this.#askBeforeLeaving);
    else removeEventListener("beforeunload", this.#askBeforeLeaving);
  }

  /** @param {Event} event */
  #askBeforeLeaving = (event) => { event.preventDefault(); };

  /**
   * Does what loses the table, or asks first where something was put right in it.
   * @param {() => void} task
   */
  #askFirst(task) {
    const { notices, say, small } = this.page;
    if (!this.#isChanged) return task();
    notices.tell("table", say("table.loseAsked"), small("table.lose", () => {
      notices.withdraw("table");
      task();
    }));
  }

  /** Forgets the table and all that was made of it, in the module too. */
  clear() {
    this.#reset();
    this.page.engine.call("table", "forget").catch(() => undefined);  // a module that trapped has none
  }

  #reset() {
    const { need } = this.page;
    this.#turn++;
    this.#table = null;
    this.#setChanged(false);
    this.#isCancelled = true;
    this.#forget();
    this.#rows.begin();
    this.#columns.forget();
    /** @type {HTMLTextAreaElement} */ (need("#table-paste")).value = "";
    need("#table-read").hidden = true;
    need("#table-facts").textContent = "";
    this.#show();
  }

  #forget() {
    this.#offered?.forget();
    this.#offered = null;
    this.#report = new Uint8Array();
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
  #open(text) {
    if (!this.page.need("#table-progress").hidden) return;
    this.#askFirst(() => this.#take(text));
  }

  /** @param {string} text */
  async #take(text) {
    const { page } = this;
    const { notices, say } = page;
    const turn = ++this.#turn;
    const most = page.isPhone() ? MOST_ROWS.phone : MOST_ROWS.desktop;
    if (text.length > LARGEST_TABLE) return notices.tell("table", say("table.tooLarge"));
    const table = await page.safely(() => page.engine.ask("table", `open\n${most}\n${cleaned(text)}`));
    if (turn !== this.#turn) return;
    if (!table || table.rows === 0) return notices.tell("table", say("table.nothing"));
    if (!table.columns) return notices.tell("table", say(table.tooWide ? "table.tooWide" : "table.tooMany", { count: table.rows, most }));
    notices.withdraw("table");
    this.#reset();
    this.#table = table;
    this.#show(true);
    page.need("#table-work-title").focus();
    await this.#check();
  }

  /** @param {string[]} choices */
  async #choose(choices) {
    if (await this.#renew(`columns\n${choices.join("\n")}`)) await this.#check();
  }

  /** @param {string} message What the module answers with an overview. */
  async #renew(message) {
    const table = await this.#ask(message);
    if (!table) return false;
    this.#table = table;
    this.#setChanged(true);
    this.#forget();
    return true;
  }

  /**
   * Asks the module about the table. One that trapped has lost it, which is told.
   * @param {string} message
   */
  async #ask(message) {
    const turn = this.#turn;
    const answer = await this.page.engine.ask("table", message).catch(() => null);
    if (answer || turn !== this.#turn) return answer;
    this.clear();
    this.page.notices.tell("table", this.page.say("table.lost"));
    return null;
  }

  /** Checks all rows, a few at a time. */
  async #check() {
    const { page } = this;
    const turn = ++this.#turn;
    this.#rows.begin();
    this.#show();
    const progress = page.need("#table-checking");
    while (this.#table?.ready && this.#rows.all.length < this.#table.rows) {
      const first = this.#rows.all.length;
      const answer = await this.#ask(`rows\n${page.today()}\n${first}\n${ROWS_A_TURN}`);
      if (turn !== this.#turn || !answer) break;
      this.#rows.all.push(...answer.rows);
      progress.hidden = this.#rows.all.length === this.#table.rows;
      progress.textContent = page.say("table.checking", { count: this.#rows.all.length, total: this.#table.rows });
      await pause();
      if (turn !== this.#turn) break;
    }
    if (turn !== this.#turn) return;
    progress.hidden = true;
    this.#rows.show();
    this.#tellFacts();
  }

  /** @param {ListedRow} card @param {(row: number) => string} message What the module answers with the row. */
  #put(card, message) {
    this.#setChanged(true);
    this.#pending = this.#pending.then(() => this.#putNow(card, message));
  }

  /** @param {ListedRow} card @param {(row: number) => string} message */
  async #putNow(card, message) {
    const { page } = this;
    // What is said of an answer moves what stands below: not while a button there is pressed, which would miss.
    await page.released();
    const turn = this.#turn;
    if (!this.#rows.all.includes(card.row)) return;
    const answer = /** @type {TableRow | null} */ (await this.#ask(message(card.row.row)));
    // A column may have come for an answer that had none.
    const table = answer && await this.#ask("overview");
    if (!answer || !table || turn !== this.#turn) return;
    this.#rows.all[answer.row] = answer;
    this.#table = table;
    this.#setChanged(true);
    this.#forget();
    card.show(answer);
    this.#columns.show(table, false);
    this.#showLabels(table);
    this.#tellFacts();
    page.need("#heard").textContent = card.told;
  }

  /** @param {TableRow} row */
  async #drop(row) {
    const { notices, need, say, small } = this.page;
    if (!(await this.#renew(`drop\n${row.row}`))) return;
    this.#rows.drop(row);
    this.#rows.show();
    this.#show();
    notices.tell("table", say("table.dropped", { number: row.number }), small("undo", () => this.#restore(row)));
    need("#table-work-title").focus({ preventScroll: true });
  }

  /**
   * Takes a row back that was left out last.
   * @param {TableRow} row
   */
  async #restore(row) {
    this.page.notices.withdraw("table");
    if (!(await this.#renew("restore"))) return;
    await this.#check();
    document.getElementById(`table-row-${row.number}`)?.focus();
  }

  /** @param {boolean} [isNew] */
  #show(isNew = false) {
    const { page } = this;
    page.need("#table-source").hidden = this.#table !== null;
    page.need("#table-work").hidden = this.#table === null;
    if (!this.#table) return;
    this.#columns.show(this.#table, isNew);
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
    const { right, wrong, warned, flawed } = this.#rows;
    const isChecked = table.ready && this.#rows.all.length === table.rows;
    const texts = isChecked ? [
      say(wrong > 0 ? "table.some" : "table.allRight", { total: table.rows, right, wrong }),
      ...(warned > 0 ? [say("table.warned", { count: warned })] : []),
    ] : [say("table.rows", { total: table.rows })];
    if (table.leftOut > 0) texts.push(say("table.leftOut", { count: table.leftOut }));
    need("#table-facts").textContent = texts.join("");
    const make = /** @type {HTMLButtonElement} */ (need("#table-make"));
    make.textContent = say("table.make", { count: right });
    make.disabled = !isChecked || right === 0 || flawed > 0;
    need("#table-flawed").hidden = flawed === 0;
  }

  // MARK: The archive

  async #make() {
    const { page } = this;
    await this.#pending;
    const table = this.#table;
    if (!table || /** @type {HTMLButtonElement} */ (page.need("#table-make")).disabled) return;
    this.#forget();
    const turn = ++this.#turn;
    this.#isCancelled = false;
    const name = page.fileName("zip");
    const sink = await this.#target(name, table.rows);
    if (turn !== this.#turn) return sink?.abort();
    if (!sink) return;
    this.#busy(true);
    let told = "";
    try {
      const count = await this.#fill(new StoredZip(sink), table.rows, () => this.#isCancelled || turn !== this.#turn);
      if (count === null) {
        told = "table.cancelled";
      } else {
        await sink.close();
        if (sink instanceof FileSink) this.#setChanged(false);
        this.#finish(count, name, sink instanceof DownloadSink ? sink.blob : null);
      }
    } catch {
      told = "table.failed";
    }
    this.#busy(false);
    if (!told) return page.need("#table-result-title").focus();
    await sink.abort();
    if (turn !== this.#turn) return;
    page.notices.tell("table", page.say(told));
    page.need("#table-make").focus();
  }

  /**
   * Where the archive goes: a file that somebody chooses, or a download; null where they changed their mind.
   * @param {string} name
   * @param {number} rows
   */
  async #target(name, rows) {
    if (rows < ROWS_IN_MEMORY || !window.showSaveFilePicker) return new DownloadSink();
    try {
      const handle = await window.showSaveFilePicker({ suggestedName: name, types: [{ accept: { "application/zip": [".zip"] } }] });
      return new FileSink(handle, await handle.createWritable());
    } catch (problem) {
      return problem instanceof DOMException && problem.name === "AbortError" ? null : new DownloadSink();
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
    const shown = label || this.#table?.shown || "";
    await page.engine.ask("table", ["run", page.today(), options, label, shown, page.filler].join("\n"));
    let count = 0;
    let turnEnds = performance.now() + 40;
    for (let done = 0; done < total;) {
      const answer = await page.engine.call("table", "next");
      if (answer) {
        const end = answer.indexOf(10);
        await zip.add(new TextDecoder().decode(answer.subarray(0, end)), answer.subarray(end + 1));
        count++;
      }
      done++;
      if (performance.now() < turnEnds && done < total) continue;
      bar.value = done / total;
      told.textContent = page.say("table.making", { count: done, total });
      await pause();
      turnEnds = performance.now() + 40;
      if (isStopped()) return null;
    }
    for (const [part, name] of [["report", "table.reportName"], ["csv", "table.tableName"]]) {
      const bytes = await page.engine.call("table", part);
      if (!bytes) throw new Error(part);
      if (part === "report") this.#report = bytes;
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
    this.#offered = file;
    link.hidden = !file;
    const total = this.#table?.rows ?? count;
    const same = new TextDecoder().decode(this.#report).split("[record.repeated-row]").length - 1;
    need("#table-result-facts").textContent =
      say(file ? "table.made" : "table.saved", { count, name, size: file ? file.size : "" }) + (count < total ? say("table.leftFailed", { count: total - count }) : "")
      + (same > 0 ? say("table.same", { count: same }) : "");
    need("#table-result").hidden = false;
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
