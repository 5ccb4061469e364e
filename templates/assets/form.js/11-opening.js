// Files with answers on their way in: a filled PDF, or answers that were saved.

const LARGEST_FILE = 64 * 1024 * 1024;

class Opening {
  /** Takes what may be a table of many records; whether it does. */
  takesTable = (/** @type {File} */ _file) => false;

  /**
   * @param {Draft} draft
   * @param {Screens} screens
   */
  constructor(draft, screens) {
    this.draft = draft;
    this.screens = screens;
    this.notices = draft.notices;
    const input = /** @type {HTMLInputElement} */ (need("#open"));
    input.addEventListener("change", () => {
      const file = input.files?.[0];
      input.value = "";
      if (file) this.#open(file);
    });
    addEventListener("dragover", (event) => { if (event.dataTransfer?.types.includes("Files")) event.preventDefault(); });
    addEventListener("drop", (event) => {
      const file = event.dataTransfer?.files[0];
      if (!file) return;
      event.preventDefault();
      this.#open(file);
    });
  }

  /** @param {File} file */
  async #open(file) {
    if (this.takesTable(file)) return;
    const { form } = this.draft.form.dataset;
    const message = await bytesOf(`${form}\n`, file.slice(0, LARGEST_FILE + 1)).catch(() => null);
    if (!message) return this.notices.tell("opened", say("unreadable"));
    const opened = /** @type {OpenedFile | null} */ (await this.draft.safely(() => this.draft.engine.ask("open", message)));
    if (!opened) return;
    const { record } = opened;
    const other = opened.form !== form ? new Map(Object.entries(data("forms") ?? {})).get(opened.form ?? "") : null;
    if (!record || other) return this.#tell(opened, other);
    const take = async () => this.#tell(opened, null, await this.#take(record));
    if (this.draft.sheet.isEmpty) return take();
    this.screens.go("start");
    this.#tell(opened);
    const ask = need("#replace-confirm");
    ask.hidden = false;
    need("#replace-yes").onclick = take;
    need("#replace-no").onclick = () => { ask.hidden = true; need("#open").focus(); };
    need("#replace-yes").focus();
  }

  /**
   * Says what the module says of a file.
   * @param {OpenedFile} opened
   * @param {{ url: string, title: string } | null} [other] The form that it belongs to, where that is another one.
   * @param {boolean} [hadLines] Whether some answer had several lines.
   */
  #tell(opened, other, hadLines) {
    // The command names forms by their ids, a page by their titles.
    const forms = Object.entries({ ...data("forms"), [this.draft.form.dataset.form ?? ""]: { title: need("h1").textContent } });
    const named = (/** @type {string} */ text) => forms.reduce((text, [id, { title }]) => text.replaceAll(`“${id}”表`, `《${title}》`), text);
    const said = opened.notes.map((note) => named(sentence(note)));
    if (opened.more) said.push(say("moreNotes", { count: opened.more }));
    if (hadLines) said.push(say("hadLines"));
    const more = [];
    if (said.length > 0) more.push(make("ul", {}, ...said.map((text) => make("li", {}, text))));
    if (other) more.push(make("p", {}, make("a", { href: other.url }, say("otherForm", { title: other.title }))));
    this.notices.tell("opened", say(opened.record ? "opened" : "notOpened"), ...more);
  }

  /**
   * Whether some answer had several lines, which became one.
   * @param {Answers} record
   */
  async #take(record) {
    const answers = texts(record);
    const hadLines = JSON.stringify(answers) !== JSON.stringify(record);
    this.draft.sheet.remember(answers);
    await this.draft.show();
    this.draft.save();
    this.screens.go("review");
    return hadLines;
  }
}

/**
 * Numbers and truth values as people type them; lines one behind the other, because a control has one line and would
 * join the words on both sides.
 * @param {any} value
 * @returns {any}
 */
const texts = (value) => {
  if (Array.isArray(value)) return value.map(texts);
  if (value === null || typeof value !== "object") return value === null ? "" : String(value).replace(/\s*[\r\n]+\s*/g, " ");
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, texts(inner)]));
};
