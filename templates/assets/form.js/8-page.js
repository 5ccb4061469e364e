// The page of a form: ties store, sheet, screens and module together.

const LARGEST_FILE = 64 * 1024 * 1024;

/** Notices of these subjects stay until somebody closes them; others go with the screen. */
const LASTING = ["parts", "failed", "store", "tabs", "clock"];

class FormPage {
  engine = new Engine();
  summary = new Summary();
  review = new Review();
  /** Keys of questions whose problems are shown. */
  touched = new Set();
  /** @type {FormState} */
  state = { ready: false, fields: [], groups: [], problems: [] };
  isComposing = false;
  isComplete = false;
  #turn = 0;
  /** @type {Promise<FormState | null>} */
  #newest = Promise.resolve(null);
  /** @type {Promise<boolean>} Whether all parts came. */
  #rest = Promise.resolve(false);
  /** @type {Promise<void>} Resolved when nothing is pressed. */
  #released = Promise.resolve();
  /** @type {OutgoingFile | null} */
  #file = null;

  /** @param {HTMLFormElement} form */
  constructor(form) {
    this.form = form;
    this.store = new Store(form.dataset.guide ?? "");
  }

  async begin() {
    this.#showInApp();
    if (!Engine.works) return this.tellPart(new PartProblem("rejected", "module"));
    page.classList.add("wait");
    try {
      await this.engine.load((name) => !isLate(name));
    } catch (problem) {
      return this.tellPart(problem);
    }
    page.classList.replace("wait", "live");
    need("#start").append(...all(".prepare"));
    this.sheet = new Sheet(this.form, this.store, (undo, title) => this.#groupChanged(undo, title));
    this.screens = new Screens(this.form, (id) => this.#entered(id));
    this.#listen();
    this.#showDevice();
    for (const question of this.sheet.questions.values()) if (!question.isEmpty) this.touched.add(question.key);
    await this.refresh();
    if (this.store.wasLeftAlone) history.replaceState(null, "", "#start");
    this.screens.begin();
    if (this.store.wasLeftAlone) this.tell("cleared", say("clearedIdle"));
    this.store.tellRefused = () => this.#tellRefused();
    if (this.store.isRefused) this.#tellRefused();
    this.#tellClock();
    beginTools(this.engine);
    performance.mark("zhinan-ready");
    const wait = window.requestIdleCallback ?? ((/** @type {() => void} */ go) => setTimeout(go, 200));
    this.#rest = new Promise((resolve) => wait(resolve)).then(() => this.#loadRest());
  }

  /** @param {string} [again] */
  async #loadRest(again) {
    try {
      await this.engine.load(isLate, again);
    } catch (problem) {
      this.tellPart(problem, true);
      return false;
    }
    this.isComplete = true;
    this.#withdraw("parts");
    await this.refresh();
    performance.mark("zhinan-complete");
    return true;
  }

  /**
   * Asks the module about all answers and shows what it says.
   * @returns {Promise<FormState | null>} What it says, of the newest answers; null when it failed, which is told.
   */
  refresh() {
    this.#newest = this.#ask(++this.#turn);
    return this.#newest;
  }

  /** @param {number} turn @returns {Promise<FormState | null>} */
  async #ask(turn) {
    if (this.isComposing) return null;
    const record = JSON.stringify(this.#sheet.record(() => true));
    const state = /** @type {FormState | null} */ (await this.#safely(() => this.engine.ask("state", `${today()}\n${record}`)));
    if (turn !== this.#turn) return this.#newest;
    if (!state) return null;
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
      step.classList.toggle("is-empty", all(".question[data-key]", step).every((question) => question.hidden));
    }
    if (this.#screens.current === "review") this.#showReview();
    return state;
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
      const result = await task();
      this.#withdraw("failed");
      return result;
    } catch {
      this.tell("failed", say("failed"), make("p", {}, this.#reloadButton(), " ", this.#blankLink()));
      return null;
    }
  }

  /** Remembers the answers; a PDF of older ones is gone. */
  #save() {
    this.#sheet.save();
    this.#forgetFile();
  }

  #forgetFile() {
    this.#file?.forget();
    this.#file = null;
    this.#screens.hasResult = false;
    need("#download").removeAttribute("href");
  }

  /** A version that is named by its month is not older than this device's calendar. */
  #tellClock() {
    const version = this.form.dataset.version ?? "";
    if (/^\d{4}-\d{2}/.test(version) && today() < version) this.tell("clock", say("clock", { date: today() }));
  }

  /** @param {Event} event Asked for only where it is needed: browsers keep no page whole that asks. */
  #askBeforeLeaving = (event) => { if (this.store.isRefused && !this.#sheet.isEmpty) event.preventDefault(); };

  #tellRefused() {
    this.tell("store", say("notRemembered"));
    addEventListener("beforeunload", this.#askBeforeLeaving);
  }

  #listen() {
    const form = this.form;
    form.addEventListener("compositionstart", () => { this.isComposing = true; });
    form.addEventListener("compositionend", () => { this.isComposing = false; this.#save(); });
    form.addEventListener("input", (event) => {
      const question = this.#questionOf(event);
      if (!question || this.isComposing || (event instanceof InputEvent && event.isComposing)) return;
      question.tellChange("");
      this.#save();
    });
    form.addEventListener("change", (event) => {
      const question = this.#questionOf(event);
      if (question?.isChoice) this.#answered(question);
    });
    form.addEventListener("focusout", (event) => {
      this.isComposing = false;
      const question = this.#questionOf(event);
      if (question && !question.isChoice) this.#released.then(() => setTimeout(() => this.#answered(question)));
    });
    // What is said of an answer moves what stands below: not while a button there is pressed, which would miss.
    addEventListener("pointerdown", () => {
      this.#released = new Promise((resolve) => {
        for (const kind of ["pointerup", "pointercancel"]) addEventListener(kind, () => setTimeout(resolve), { once: true });
      });
    }, { capture: true });
    // Where a button does not take the focus, what is composed would stay open.
    form.addEventListener("pointerdown", (event) => {
      const input = document.activeElement;
      if (this.isComposing && input !== event.target && input instanceof HTMLElement) input.blur();
    });
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      if (!this.isComposing) this.#next();
    });
    form.addEventListener("click", (event) => {
      const way = event.target instanceof Element && event.target.closest("[data-go]");
      if (way instanceof HTMLElement) this.#screens.move(way.dataset.go === "back" ? -1 : 1);
    });
    on("#unmask", () => this.#mask(this.review.showsAll));
    on("#mode", () => this.#toggleMode());
    on("#make", () => this.#make());
    on("#save", () => this.#saveAnswers());
    on("#share", () => this.#share());
    on("#print", () => this.#file?.open());
    this.#listenForClearing();
    this.#listenForFiles();
    this.#listenForDevice();
  }

  /** @param {Event} event */
  #questionOf(event) {
    const element = event.target instanceof Element ? event.target.closest(".question[data-key]") : null;
    return element instanceof HTMLElement ? this.#sheet.questions.get(element.dataset.key ?? "") : undefined;
  }

  /**
   * Somebody left a question: its answer is checked, shown as it is understood, and what is said of it is heard.
   * @param {Question} question
   */
  async #answered(question) {
    if (!question.isEmpty) this.touched.add(question.key);
    this.#sheet.save();
    const typed = question.value;
    const hidden = [...this.#sheet.questions.values()].filter((other) => other.element.hidden);
    const state = await this.refresh();
    if (!state) return;
    const field = state.fields.find((field) => field.key === question.key);
    const isWrong = state.problems.some((problem) => problem.key === question.key && !problem.warns);
    const isBusy = document.activeElement === question.controls[0] || question.value !== typed;
    if (field?.changed && field.value !== undefined && !question.isChoice && !isWrong && !isBusy) {
      question.value = field.value;
      question.tellChange(say(`changed.${field.changed}`));
      this.#sheet.save();
    }
    if (question.element.offsetParent === null) return;
    const opened = hidden.filter((other) => !other.element.hidden).map((other) => other.label).join(say("separator"));
    const told = question.told && say("heard", { label: question.label, told: question.told });
    need("#heard").textContent = [told, opened && say("openedBelow", { opened })].filter((text) => text).join(" ");
  }

  /** @param {() => void} [undo] @param {string} [title] Of what was removed. */
  #groupChanged(undo, title) {
    this.#forgetFile();
    this.#showDevice();
    this.refresh();
    this.#withdraw("removed");
    if (!undo) return;
    const button = make("button", { type: "button", className: "button small quiet" }, say("undo"));
    button.addEventListener("click", undo);
    this.tell("removed", say("removed", { title: title ?? "" }), make("p", {}, button));
  }

  async #next() {
    const { current, isStep, isWhole, shownSteps } = this.#screens;
    if (current === "review") return this.#make();
    const steps = isWhole ? shownSteps : shownSteps.filter((step) => step.id === current);
    if (current === "start" || (isStep && await this.#check(steps))) this.#screens.move(1);
  }

  /**
   * Shows what is wrong on these screens; whether nothing is.
   * @param {HTMLElement[]} steps
   */
  async #check(steps) {
    const groups = this.#sheet.groups.filter((group) => steps.includes(group.section));
    const questions = [...this.#sheet.questions.values()].filter((question) => steps.some((step) => step.contains(question.element)));
    const keys = new Set([...questions, ...groups].map(({ key }) => key));
    for (const key of keys) this.touched.add(key);
    this.#sheet.save();
    const state = await this.refresh();
    return state !== null && !this.#summarise(state.problems.filter((problem) => !problem.warns && keys.has(problem.key ?? "")));
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
    if (this.#screens.current === "review") this.#screens.comesFromReview = true;
    if (step?.hidden) this.#screens.go(step.id);
    if (question) question.focus();
    else group?.add.focus();
  }

  /** @param {string} id */
  #entered(id) {
    this.summary.show([], document.title);
    need("#clear-confirm").hidden = true;
    need("#replace-confirm").hidden = true;
    for (const notice of all("#messages > *")) if (!LASTING.includes(notice.dataset.subject ?? "")) notice.remove();
    if (id === "review") this.#enterReview();
    if (id === "start") this.#screens.comesFromReview = false;
    const isEmpty = this.#sheet.isEmpty;
    need("#carried").hidden = isEmpty;
    need("#begin").textContent = say(isEmpty ? "begin" : "goOn");
    need("#tools").hidden = id === "start" && isEmpty && !this.store.device;
  }

  #enterReview() {
    this.#screens.comesFromReview = false;
    for (const { key } of [...this.#sheet.questions.values(), ...this.#sheet.groups]) this.touched.add(key);
    this.refresh();
  }

  #showReview() { this.review.show(this.#screens, this.#sheet, this.state, (question) => this.#goTo(question.key)); }

  /** @param {boolean} isMasked Whether private answers are shown in part. */
  #mask(isMasked) {
    this.review.showsAll = !isMasked;
    need("#unmask").setAttribute("aria-pressed", String(!isMasked));
    this.#showReview();
  }

  #toggleMode() {
    const isWhole = !this.#screens.isWhole;
    need("#mode").textContent = say(isWhole ? "stepwise" : "whole");
    this.#screens.setWhole(isWhole);
  }

  /**
   * The answers that count, as the command reads them.
   * @param {FormState} state
   */
  #record(state) {
    const applies = new Set(state.fields.filter((field) => field.applies).map((field) => field.key));
    return this.#sheet.record((key) => applies.has(key));
  }

  async #make() {
    performance.mark("zhinan-make");
    const button = need("#make");
    if (!this.isComplete) button.textContent = say("waiting");
    const isThere = await this.#rest;
    button.textContent = say("make");
    if (!isThere) return need("#messages").scrollIntoView();
    const state = await this.refresh();
    if (!state || this.#summarise(state.problems.filter((problem) => !problem.warns))) return;
    const choice = find("#pdf-options input:checked");
    const options = choice instanceof HTMLInputElement ? choice.value : "";
    const message = `${today()}\n${options}\n${JSON.stringify(this.#record(state))}`;
    const bytes = await this.#safely(() => this.engine.call("fill", message));
    if (!bytes) return this.tell("noPDF", say("noPDF"), make("p", {}, this.#reloadButton(), " ", this.#blankLink()));
    this.#forgetFile();
    this.#file = new OutgoingFile(bytes, fileName(this.form.dataset.file ?? "form", "pdf"), "application/pdf");
    this.#screens.hasResult = true;
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

  async #saveAnswers() {
    this.#sheet.save();
    const record = this.#record((await this.refresh()) ?? this.state);
    const text = `${JSON.stringify(record, null, 2)}\n`;
    const file = new OutgoingFile(new TextEncoder().encode(text), fileName(this.form.dataset.file ?? "form", "json"), "application/json");
    file.download();
    setTimeout(() => file.forget(), 60000);
    this.tell("saved", say("saved", { name: file.file.name }));
  }

  #listenForClearing() {
    const ask = need("#clear-confirm");
    on("#clear", () => { ask.hidden = false; need("#clear-no").focus(); });
    on("#clear-no", () => { ask.hidden = true; need("#clear").focus(); });
    on("#clear-yes", () => this.clear("cleared"));
    for (const kind of ["input", "click", "keydown", "scroll"]) {
      addEventListener(kind, () => { if (!this.#clearIfLeft()) this.store.touch(); }, { passive: true, capture: true });
    }
    setInterval(() => this.#clearIfLeft(), 15000);
    const leave = () => { if (!this.#clearIfLeft()) this.#sheet.save(); };
    addEventListener("pagehide", leave);
    // Who comes back must not write what was cleared meanwhile.
    document.addEventListener("visibilitychange", () => { document.visibilityState === "hidden" ? leave() : this.#clearIfLeft(); });
    addEventListener("pageshow", (event) => {
      if (!event.persisted || this.store.isRefused || this.#clearIfLeft()) return;
      this.#returned();
    });
    addEventListener("storage", (event) => this.#heardFromTab(this.store.news(event)));
  }

  /** The page comes back as it was left; another one may have changed the answers meanwhile, or cleared them. */
  #returned() {
    const before = JSON.stringify(this.store.answers);
    this.store.read();
    if (JSON.stringify(this.store.answers) === before) return this.#show();
    if (Object.keys(this.store.answers).length === 0) return this.clear(this.store.wasLeftAlone ? "clearedIdle" : "cleared");
    this.#forgetFile();
    this.#mask(true);
    if (this.#screens.current === "result") this.#screens.go("review");
    return this.#show();
  }

  /** @param {string} news */
  #heardFromTab(news) {
    if (news === "gone") {
      this.store.keeps = false;
      this.#showDevice();
      this.tell("tabs", say("goneElsewhere"));
    } else if (news === "changed") {
      const take = make("button", { type: "button", className: "button small quiet" }, say("takeTheirs"));
      take.addEventListener("click", () => {
        this.#withdraw("tabs");
        this.store.answers = this.store.kept?.answers ?? this.store.answers;
        this.store.write();
        this.#forgetFile();
        this.#show();
      });
      this.tell("tabs", say("changedElsewhere"), make("p", {}, take));
    }
  }

  /** Whether a shared computer was left alone, so that everything went. */
  #clearIfLeft() {
    const isLeft = this.store.isLeftAlone;
    if (isLeft) this.clear("clearedIdle");
    return isLeft;
  }

  /** @param {string} why The word that says why. */
  clear(why) {
    this.store.clear();
    this.touched.clear();
    this.#forgetFile();
    this.form.reset();
    this.#mask(true);
    need("#replace-yes").onclick = null;
    for (const link of /** @type {HTMLAnchorElement[]} */ (all(".scan-list a[href]"))) URL.revokeObjectURL(link.href);
    for (const place of all("#review-list, #messages, #heard, .scan-list")) place.replaceChildren();
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
        this.store.keep(this.store.keeps && this.store.device === "own");
        this.#showDevice();
      });
    }
    on("#keep", (keep) => {
      const { checked } = /** @type {HTMLInputElement} */ (keep);
      this.store.keep(checked);
      if (checked && !this.store.keeps) this.tell("store", say("notRemembered"));
      this.#showDevice();
    });
  }

  #showDevice() {
    for (const choice of /** @type {HTMLInputElement[]} */ (all("#device input"))) choice.checked = choice.value === this.store.device;
    need("#keeping").hidden = this.store.device !== "own";
    /** @type {HTMLInputElement} */ (need("#keep")).checked = this.store.keeps;
    // What a browser remembers by itself, no clearing of this page reaches.
    for (const control of /** @type {HTMLInputElement[]} */ (all("input[autocomplete]", this.form))) {
      control.dataset.autocomplete ??= control.getAttribute("autocomplete") ?? "off";
      control.setAttribute("autocomplete", this.store.device === "own" ? control.dataset.autocomplete : "off");
    }
  }

  #showInApp() {
    const app = inAppBrowser();
    need("#in-app").hidden = !app;
    need("#in-app-name").textContent = app && say(`app.${app}`);
    on("#copy-link", async () => {
      const address = location.href.split("#")[0];
      const isCopied = await (navigator.clipboard?.writeText(address) ?? Promise.reject()).then(() => true, () => copied(address));
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
    const others = new Map(Object.entries(data("forms") ?? {}));
    const other = opened.form !== this.form.dataset.form ? others.get(opened.form ?? "") : null;
    const told = (hadLines = false) => {
      const said = opened.notes.map(sentence);
      if (opened.more) said.push(say("moreNotes", { count: opened.more }));
      if (hadLines) said.push(say("hadLines"));
      const notes = make("ul", {}, ...said.map((text) => make("li", {}, text)));
      const link = other ? [make("p", {}, make("a", { href: other.url }, say("otherForm", { title: other.title })))] : [];
      this.tell("opened", say(opened.record ? "opened" : "notOpened"), ...(said.length > 0 ? [notes] : []), ...link);
    };
    if (!opened.record || other) return told();
    const take = () => this.#take(/** @type {Answers} */ (opened.record)).then(told);
    if (this.#sheet.isEmpty) return take();
    const ask = need("#replace-confirm");
    this.#screens.go("start");
    told();
    ask.hidden = false;
    need("#replace-yes").onclick = take;
    need("#replace-no").onclick = () => { ask.hidden = true; need("#open").focus(); };
    need("#replace-yes").focus();
  }

  /**
   * Whether some answer had several lines, which became one.
   * @param {Answers} record
   */
  async #take(record) {
    for (const key of this.#sheet.questions.keys()) delete this.store.answers[Sheet.path(key)[0] || key];
    delete record.form;
    const answers = texts(record);
    Object.assign(this.store.answers, answers);
    this.store.write();
    await this.#show();
    this.#save();
    this.#screens.go("review");
    return JSON.stringify(answers) !== JSON.stringify(record);
  }

  /**
   * Says something above the screens, in place of what the same subject said before.
   * @param {string} subject
   * @param {string} text
   * @param {...Node} more
   */
  tell(subject, text, ...more) {
    this.#withdraw(subject);
    const close = make("button", { type: "button", className: "link" }, say("close"));
    const notice = make("div", { className: LASTING.includes(subject) ? "notice is-lasting" : "notice" }, make("p", {}, text), ...more, close);
    notice.dataset.subject = subject;
    close.addEventListener("click", () => notice.remove());
    need("#messages").append(notice);
    if (!document.activeElement?.matches("input[type=text]")) notice.scrollIntoView({ block: "nearest" });
  }

  /** @param {string} subject */
  #withdraw(subject) { find(`#messages > [data-subject="${subject}"]`)?.remove(); }

  /**
   * @param {unknown} problem
   * @param {boolean} [isLate] Whether the page can be filled in all the same.
   */
  tellPart(problem, isLate = false) {
    page.classList.remove("wait");
    const kind = problem instanceof PartProblem ? problem.kind : "damaged";
    const again = isLate && kind === "missing" ? this.#againButton() : this.#reloadButton();
    const text = say(isLate ? "part.late" : "part.early", { why: say(`part.${kind}`) });
    this.tell("parts", text, make("p", {}, again, " ", this.#blankLink()));
  }

  #blankLink() { return make("a", { href: this.form.dataset.blank ?? "", download: "" }, say("blank")); }

  #againButton() {
    const button = make("button", { type: "button", className: "button small quiet" }, say("again"));
    button.addEventListener("click", () => { this.#withdraw("parts"); this.#rest = this.#loadRest(`&again=${Date.now()}`); });
    return button;
  }

  #reloadButton() {
    const button = make("button", { type: "button", className: "button small quiet" }, say("reload"));
    button.addEventListener("click", () => { this.sheet?.save(); location.reload(); });
    return button;
  }
}

/**
 * Copies a text where the browser's own way is closed; whether it worked.
 * @param {string} text
 */
const copied = (text) => {
  const box = make("textarea", { value: text, readOnly: true });
  document.body.append(box);
  box.select();
  const isCopied = document.execCommand("copy");
  box.remove();
  return isCopied;
};

/** @param {string} name Of a part that can wait until the page is there. */
const isLate = (name) => name.startsWith("glyphs") || name === "blank";

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
    const filling = new FormPage(form);
    filling.begin().catch(() => {  // a page of another version, which lacks what this script needs
      page.classList.remove("live");
      filling.tellPart(new PartProblem("stale", "form.js"));
    });
  } else if (Engine.works && data("parts")) {
    const engine = new Engine();
    engine.load(() => true).then(() => beginTools(engine), () => undefined);  // the page says the same without them
  }
};

document.addEventListener("DOMContentLoaded", () => begin(find("form#answers")));
