// The page of a form: ties store, sheet, screens and module together.

/** @template {HTMLElement} Type @param {string} selector @returns {Type} */
const need = (selector) => {
  const element = find(selector);
  if (!element) throw new Error(`the page lacks ${selector}`);
  return /** @type {Type} */ (element);
};

const LARGEST_FILE = 64 * 1024 * 1024;

const page = document.documentElement;

class FormPage {
  engine = new Engine();
  summary = new Summary();
  review = new Review();
  /** Keys of questions whose problems are shown. */
  touched = new Set();
  /** @type {FormState} */
  state = { ready: false, fields: [], groups: [], problems: [] };
  isComposing = false;
  #turn = 0;
  /** @type {Promise<unknown>} */
  #rest = Promise.resolve();
  /** @type {OutgoingFile | null} */
  #file = null;

  /** @param {HTMLFormElement} form */
  constructor(form) {
    this.form = form;
    this.store = new Store(form.dataset.guide ?? "");
  }

  async begin() {
    if (!Engine.works) return this.tellPart(new PartProblem("rejected", "module"));
    page.classList.add("wait");
    try {
      await this.engine.load((name) => !isLate(name));
    } catch (problem) {
      return this.tellPart(problem);
    }
    page.classList.replace("wait", "live");
    need("#start").append(...all(".prepare"));
    this.sheet = new Sheet(this.form, this.store, () => this.refresh());
    this.screens = new Screens(this.form, (id) => this.#entered(id));
    this.#listen();
    this.#showDevice();
    for (const question of this.sheet.questions.values()) if (!question.isEmpty) this.touched.add(question.key);
    await this.refresh();
    this.screens.begin();
    beginTools(this.engine);
    performance.mark("zhinan-ready");
    const wait = window.requestIdleCallback ?? ((/** @type {() => void} */ go) => setTimeout(go, 200));
    this.#rest = new Promise((resolve) => wait(resolve)).then(() => this.engine.load(isLate)).then(() => this.refresh())
      .then(() => performance.mark("zhinan-complete"));
    this.#rest.catch((problem) => this.tellPart(problem));
  }

  /** Asks the module about all answers and shows what it says. */
  async refresh() {
    const turn = ++this.#turn;
    const record = JSON.stringify(this.#sheet.record(() => true));
    const state = /** @type {FormState | null} */ (await this.#safely(() => this.engine.ask("state", `${today()}\n${record}`)));
    if (!state || turn !== this.#turn) return;
    state.problems = state.problems.filter((problem) => problem.code !== "W_NOT_APPLICABLE");
    this.state = state;
    const fields = new Map(state.fields.map((field) => [field.key, field]));
    for (const question of this.#sheet.questions.values()) {
      const problems = state.problems.filter((problem) => problem.key === question.key);
      const field = fields.get(question.key);
      if (field) question.show(field, problems.filter((problem) => problem.warns || this.touched.has(question.key)));
    }
    for (const group of this.#sheet.groups) {
      group.show(state.problems.filter((problem) => problem.key === group.key && this.touched.has(group.key)));
    }
    for (const step of this.#screens.steps) {
      const questions = all(".question[data-key]", step);
      step.classList.toggle("is-empty", questions.every((question) => question.hidden));
    }
    if (this.store.isRefused) this.tell("store", say("notRemembered"));
  }

  get #sheet() { return /** @type {Sheet} */ (this.sheet); }
  get #screens() { return /** @type {Screens} */ (this.screens); }

  /**
   * What it gives, or null after a sentence that the program failed.
   * @template Type
   * @param {() => Promise<Type>} task
   */
  async #safely(task) {
    try {
      return await task();
    } catch {
      this.tell("failed", say("failed"), this.#reloadButton());
      return null;
    }
  }

  #listen() {
    const form = this.form;
    form.addEventListener("compositionstart", () => { this.isComposing = true; });
    form.addEventListener("compositionend", () => { this.isComposing = false; this.#sheet.save(); });
    form.addEventListener("input", (event) => {
      const question = this.#questionOf(event);
      if (!question || this.isComposing || (event instanceof InputEvent && event.isComposing)) return;
      question.tellChange("");
      this.#sheet.save();
    });
    form.addEventListener("change", (event) => {
      const question = this.#questionOf(event);
      if (question?.isChoice || event.target instanceof HTMLSelectElement) this.#answered(question);
    });
    form.addEventListener("focusout", (event) => {
      const question = this.#questionOf(event);
      if (question && !question.isChoice && !this.isComposing) this.#answered(question);
    });
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      if (!this.isComposing) this.#next();
    });
    form.addEventListener("click", (event) => {
      const way = event.target instanceof Element && event.target.closest("[data-go]");
      if (way instanceof HTMLElement) this.#screens.move(way.dataset.go === "back" ? -1 : 1);
    });
    on("#to-review", () => this.#toReview());
    on("#unmask", () => this.#toggleMasks());
    on("#mode", () => this.#toggleMode());
    on("#make", () => this.#make());
    on("#save", () => this.#saveAnswers());
    on("#share", () => this.#share());
    on("#print", () => { if (!this.#file?.open()) this.tell("print", say("noTab")); });
    this.#listenForClearing();
    this.#listenForFiles();
    this.#listenForDevice();
    this.#showInApp();
  }

  /** @param {Event} event */
  #questionOf(event) {
    const element = event.target instanceof Element ? event.target.closest(".question[data-key]") : null;
    return element instanceof HTMLElement ? this.#sheet.questions.get(element.dataset.key ?? "") : undefined;
  }

  /**
   * Somebody left a question: its answer is checked, and shown as it is understood.
   * @param {Question | undefined} question
   */
  async #answered(question) {
    if (!question) return;
    if (!question.isEmpty) this.touched.add(question.key);
    this.#sheet.save();
    const typed = question.value;
    await this.refresh();
    const field = this.state.fields.find((field) => field.key === question.key);
    const isWrong = this.state.problems.some((problem) => problem.key === question.key && !problem.warns);
    const isBusy = this.isComposing || document.activeElement === question.controls[0];
    if (!field?.changed || field.value === undefined || isWrong || isBusy || question.value !== typed) return;
    question.value = field.value;
    question.tellChange(say(`changed.${field.changed}`));
    this.#sheet.save();
  }

  async #next() {
    const isWhole = this.#screens.isWhole;
    const steps = isWhole ? this.#screens.shownSteps : this.#screens.steps.filter((step) => step.id === this.#screens.current);
    if (await this.#check(steps)) this.#screens.move(1);
  }

  async #toReview() {
    if (await this.#check(this.#screens.steps.filter((step) => step.id === this.#screens.current))) this.#screens.go("review");
  }

  /**
   * Shows what is wrong on these screens; whether nothing is.
   * @param {HTMLElement[]} steps
   */
  async #check(steps) {
    const groups = this.#sheet.groups.filter((group) => steps.includes(group.section));
    const questions = [...this.#sheet.questions.values()].filter((question) => steps.some((step) => step.contains(question.element)));
    for (const { key } of [...questions, ...groups]) this.touched.add(key);
    this.#sheet.save();
    await this.refresh();
    const keys = new Set([...questions, ...groups].map(({ key }) => key));
    return !this.#summarise(this.state.problems.filter((problem) => !problem.warns && keys.has(problem.key ?? "")));
  }

  /**
   * Whether there are any.
   * @param {FormProblem[]} problems
   */
  #summarise(problems) {
    const title = document.title.replace(say("errorPrefix"), "");
    this.summary.show(problems.map((problem) => ({ text: problem.say, go: () => this.#goTo(problem.key ?? "") })), title);
    return problems.length > 0;
  }

  /** @param {string} key Of a question or a group. */
  #goTo(key) {
    const question = this.#sheet.questions.get(key);
    const group = this.#sheet.groups.find((group) => group.key === key);
    const step = this.#screens.stepOf(question?.element ?? group?.section ?? this.form);
    if (step && (step.hidden || this.#screens.current === "review")) this.#screens.go(step.id);
    if (question) question.focus();
    else group?.add.focus();
  }

  /** @param {string} id */
  #entered(id) {
    this.summary.show([], document.title);
    if (id === "review") this.#enterReview();
    if (id === "start") {
      this.#screens.comesFromReview = false;
      need("#carried").hidden = this.#sheet.isEmpty;
    }
    need("#tools").hidden = id === "start" && this.#sheet.isEmpty && !this.store.device;
  }

  async #enterReview() {
    for (const { key } of [...this.#sheet.questions.values(), ...this.#sheet.groups]) this.touched.add(key);
    await this.refresh();
    this.review.show(this.#screens, this.#sheet, this.state, (question) => {
      this.#screens.comesFromReview = true;
      this.#goTo(question.key);
    });
  }

  #toggleMasks() {
    this.review.showsAll = !this.review.showsAll;
    need("#unmask").setAttribute("aria-pressed", String(this.review.showsAll));
    need("#unmask").textContent = say(this.review.showsAll ? "mask" : "unmask");
    this.#enterReview();
  }

  #toggleMode() {
    const isWhole = !this.#screens.isWhole;
    need("#mode").setAttribute("aria-pressed", String(isWhole));
    need("#mode").textContent = say(isWhole ? "stepwise" : "whole");
    this.#screens.setWhole(isWhole);
    if (!this.#screens.isStep) this.#screens.go(this.#screens.shownSteps[0]?.id ?? "start");
  }

  /** The answers that count, as the command reads them. */
  #record() {
    const applies = new Set(this.state.fields.filter((field) => field.applies).map((field) => field.key));
    return this.#sheet.record((key) => applies.has(key));
  }

  async #make() {
    performance.mark("zhinan-make");
    if (await this.#rest.then(() => false, () => true)) return need("#messages").scrollIntoView();
    await this.refresh();
    if (this.#summarise(this.state.problems.filter((problem) => !problem.warns))) return;
    const choice = find("#pdf-options input:checked");
    const options = choice instanceof HTMLInputElement ? choice.value : "";
    const message = `${today()}\n${options}\n${JSON.stringify(this.#record())}`;
    const bytes = await this.#safely(() => this.engine.call("fill", message));
    if (!bytes) return this.tell("failed", say("noPDF", { characters: this.state.missing ?? "" }), this.#reloadButton());
    this.#file?.forget();
    this.#file = new OutgoingFile(bytes, fileName(this.form.dataset.file ?? "form", "pdf"), "application/pdf");
    need("#result-facts").textContent = say("made", { name: this.#file.file.name, size: this.#file.size });
    this.#file.offer(need("#download"));
    need("#share").hidden = !this.#file.canBeShared;
    need("#print").hidden = isPhone();
    this.#screens.go("result");
    performance.measure("zhinan-make", "zhinan-make");
  }

  async #share() {
    if (this.#file && !(await this.#file.share())) this.tell("share", say("notShared"));
  }

  #saveAnswers() {
    this.#sheet.save();
    const text = `${JSON.stringify(this.#record(), null, 2)}\n`;
    const file = new OutgoingFile(new TextEncoder().encode(text), fileName(this.form.dataset.file ?? "form", "json"), "application/json");
    file.download();
    setTimeout(() => file.forget(), 60000);
    this.tell("saved", say("saved", { name: file.file.name }));
  }

  #listenForClearing() {
    const ask = need("#clear-confirm");
    on("#clear", () => { ask.hidden = false; need("#clear-no").focus(); });
    on("#clear-no", () => { ask.hidden = true; need("#clear").focus(); });
    on("#clear-yes", () => { ask.hidden = true; this.clear("cleared"); });
    for (const kind of ["input", "click", "keydown", "scroll"]) addEventListener(kind, () => this.store.touch(), { passive: true });
    setInterval(() => this.#clearIfLeft(), 15000);
    document.addEventListener("visibilitychange", () => {
      if (document.visibilityState === "visible") this.#clearIfLeft();
      else this.#sheet.save();
    });
    addEventListener("pageshow", (event) => {
      if (!event.persisted) return;
      this.store.read();
      this.#show();
    });
    addEventListener("storage", (event) => {
      if (this.store.wasClearedBy(event)) this.clear("clearedElsewhere");
      else if (this.store.keeps && this.store.wasChangedBy(event)) this.tell("tabs", say("changedElsewhere"), this.#reloadButton());
    });
  }

  #clearIfLeft() {
    if (this.store.isLeftAlone) this.clear("clearedIdle");
  }

  /** @param {string} why The word that says why. */
  clear(why) {
    this.store.clear();
    this.touched.clear();
    this.#file?.forget();
    this.#file = null;
    need("#download").removeAttribute("href");
    need("#review-list").replaceChildren();
    need("#messages").replaceChildren();
    this.review.showsAll = false;
    this.#show();
    this.#screens.go("start");
    this.tell("cleared", say(why));
  }

  /** Shows the stored answers. */
  #show() {
    this.#sheet.fill();
    for (const question of this.#sheet.questions.values()) question.tellChange("");
    this.#showDevice();
    return this.refresh();
  }

  #listenForDevice() {
    for (const choice of all("#device input")) {
      choice.addEventListener("change", () => {
        this.store.device = /** @type {HTMLInputElement} */ (choice).value;
        if (this.store.device === "shared") this.store.keeps = false;
        this.store.write();
        this.#showDevice();
      });
    }
    on("#keep", (keep) => {
      this.store.keeps = /** @type {HTMLInputElement} */ (keep).checked;
      this.store.write();
      if (!this.store.keeps && /** @type {HTMLInputElement} */ (keep).checked) this.tell("store", say("notRemembered"));
      this.#showDevice();
    });
  }

  #showDevice() {
    for (const choice of /** @type {HTMLInputElement[]} */ (all("#device input"))) choice.checked = choice.value === this.store.device;
    need("#keeping").hidden = this.store.device !== "own";
    /** @type {HTMLInputElement} */ (need("#keep")).checked = this.store.keeps;
  }

  #showInApp() {
    const app = inAppBrowser();
    need("#in-app").hidden = !app;
    need("#in-app-name").textContent = app && say(`app.${app}`);
    on("#copy-link", async () => {
      const address = location.href.split("#")[0];
      const isCopied = await (navigator.clipboard?.writeText(address) ?? Promise.reject()).then(() => true, () => false);
      need("#copy-told").textContent = isCopied ? say("copied") : address;
    });
  }

  #listenForFiles() {
    const input = /** @type {HTMLInputElement} */ (need("#open"));
    input.addEventListener("change", () => {
      const file = input.files?.[0];
      input.value = "";
      if (file) this.open(file);
    });
    addEventListener("dragover", (event) => { if (event.dataTransfer?.types.includes("Files")) event.preventDefault(); });
    addEventListener("drop", (event) => {
      const file = event.dataTransfer?.files[0];
      if (!file) return;
      event.preventDefault();
      this.open(file);
    });
  }

  /** @param {File} file */
  async open(file) {
    const bytes = await file.slice(0, LARGEST_FILE + 1).arrayBuffer().then((buffer) => new Uint8Array(buffer), () => null);
    if (!bytes) return this.tell("opened", say("unreadable"));
    const head = new TextEncoder().encode(`${this.form.dataset.form}\n`);
    const message = new Uint8Array(head.length + bytes.length);
    message.set(head);
    message.set(bytes, head.length);
    const opened = /** @type {OpenedFile | null} */ (await this.#safely(() => this.engine.ask("open", message)));
    if (!opened) return;
    const notes = make("ul", {}, ...opened.notes.map((note) => make("li", {}, sentence(note))));
    const other = opened.form && opened.form !== this.form.dataset.form ? (data("forms") ?? {})[opened.form] : null;
    const link = other ? [make("p", {}, make("a", { href: other.url }, say("otherForm", { title: other.title })))] : [];
    this.tell("opened", say(opened.record ? "opened" : "notOpened"), ...(opened.notes.length > 0 ? [notes] : []), ...link);
    if (!opened.record || other) return;
    const take = () => this.#take(/** @type {Answers} */ (opened.record));
    if (this.#sheet.isEmpty) return take();
    const ask = need("#replace-confirm");
    this.#screens.go("start");
    ask.hidden = false;
    need("#replace-yes").onclick = () => { ask.hidden = true; take(); };
    need("#replace-no").onclick = () => { ask.hidden = true; };
    need("#replace-yes").focus();
  }

  /** @param {Answers} record */
  async #take(record) {
    for (const key of this.#sheet.questions.keys()) delete this.store.answers[Sheet.path(key)[0] || key];
    delete record.form;
    Object.assign(this.store.answers, texts(record));
    this.store.write();
    await this.#show();
    this.#sheet.save();
    this.#screens.go("review");
  }

  /**
   * Says something above the screens, in place of what the same subject said before.
   * @param {string} subject
   * @param {string} text
   * @param {...Node} more
   */
  tell(subject, text, ...more) {
    const box = need("#messages");
    find(`[data-subject="${subject}"]`, box)?.remove();
    const close = make("button", { type: "button", className: "link" }, say("close"));
    const notice = make("div", { className: "notice" }, make("p", {}, text), ...more, close);
    notice.dataset.subject = subject;
    close.addEventListener("click", () => notice.remove());
    box.append(notice);
  }

  /** @param {unknown} problem */
  tellPart(problem) {
    page.classList.remove("wait");
    const kind = problem instanceof PartProblem ? problem.kind : "damaged";
    const blank = make("a", { href: this.form.dataset.blank ?? "", download: "" }, say("blank"));
    this.tell("parts", say(`part.${kind}`), make("p", {}, this.#reloadButton(), " ", blank));
  }

  #reloadButton() {
    const button = make("button", { type: "button", className: "button quiet" }, say("reload"));
    button.addEventListener("click", () => { this.sheet?.save(); location.reload(); });
    return button;
  }
}

/** @param {string} name Of a part that can wait until the page is there. */
const isLate = (name) => name.startsWith("glyphs") || name === "blank";

/**
 * Numbers and truth values as people type them.
 * @param {any} value
 * @returns {any}
 */
const texts = (value) => {
  if (Array.isArray(value)) return value.map(texts);
  if (value === null || typeof value !== "object") return value === null ? "" : String(value);
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, texts(inner)]));
};

/**
 * @param {string} selector
 * @param {(element: HTMLElement) => unknown} react
 */
const on = (selector, react) => {
  const element = need(selector);
  element.addEventListener("click", () => react(element));
};

/** @param {HTMLFormElement | null} form */
const begin = (form) => {
  if (form) {
    new FormPage(form).begin();
  } else if (Engine.works && data("parts")) {
    const engine = new Engine();
    engine.load(() => true).then(() => beginTools(engine), () => undefined);  // the page says the same without them
  }
};

document.addEventListener("DOMContentLoaded", () => begin(find("form#answers")));
