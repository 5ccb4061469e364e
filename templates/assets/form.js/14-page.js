// The page of a form: loads it, hears what somebody does there, and ties answers, screens and files together.

class FormPage {
  #summary = new Summary((key) => this.#goTo(key));
  /** Whether all parts came. */
  #isComplete = false;
  /** @type {Promise<boolean>} The same, when it is known. */
  #rest = Promise.resolve(false);
  /** @type {Promise<void>} Resolved when nothing is pressed. */
  #released = Promise.resolve();

  /** @param {Draft} draft */
  constructor(draft) {
    this.draft = draft;
    this.form = draft.form;
    this.sheet = draft.sheet;
    this.notices = draft.notices;
    this.screens = new Screens(draft.form, (id) => this.#entered(id));
    this.review = new Review(draft, this.screens, (key) => this.#goTo(key));
    this.result = new Result(this.screens, draft.notices);
    this.keeping = new Keeping(draft, this.screens, this.review);
    this.tables = new Tables(this);
    new Opening(draft, this.screens).takesTable = (file) => this.tables.takes(file);
    draft.outdated = () => this.result.forget();
    draft.shown = () => this.#shown();
    this.#listenForAnswers();
    this.#listenForPresses();
    this.#listenForWays();
  }

  async begin() {
    await this.draft.refresh();
    const wait = window.requestIdleCallback ?? ((/** @type {() => void} */ go) => setTimeout(go, 200));
    this.#rest = new Promise((resolve) => wait(resolve)).then(() => this.#loadRest());
    const { wasLeftAlone } = this.draft.store;
    if (wasLeftAlone) history.replaceState(null, "", "#start");
    this.screens.begin();
    if (wasLeftAlone) this.notices.tell("cleared", say("clearedIdle"));
    this.keeping.watchStore();
    this.notices.tellClock();
    performance.mark("zhinan-ready");
  }

  /** What looks at scans comes last, whatever is answered; a guide that says nothing of files has none. */
  async #beginTools() {
    if (!data("parts").some((/** @type {[string]} */ [name]) => isOfTools(name))) return;
    const engine = new Engine("module-tools", this.draft.engine, (name) => name === "messages");
    await engine.load(isOfTools).then(() => beginTools(engine), () => undefined);
  }

  /** @param {string} [again] */
  async #loadRest(again) {
    try {
      await this.draft.engine.load(isLate, again);
    } catch (problem) {
      this.notices.tellPart(problem, () => { this.#rest = this.#loadRest(`&again=${Date.now()}`); });
      return false;
    }
    this.#isComplete = true;
    this.notices.withdraw("parts");
    await this.draft.refresh();
    this.#beginTools().finally(() => performance.mark("zhinan-complete"));
    return true;
  }

  #listenForAnswers() {
    const { form, draft } = this;
    form.addEventListener("compositionstart", () => { draft.isComposing = true; });
    form.addEventListener("compositionend", () => { draft.isComposing = false; draft.save(); });
    form.addEventListener("input", (event) => {
      const question = this.#questionOf(event);
      if (!question || draft.isComposing || (event instanceof InputEvent && event.isComposing)) return;
      question.tellChange("");
      draft.save();
    });
    form.addEventListener("change", (event) => {
      const question = this.#questionOf(event);
      if (question?.isChoice) this.#answered(question);
    });
    form.addEventListener("focusout", (event) => {
      draft.isComposing = false;
      const question = this.#questionOf(event);
      if (question && !question.isChoice) this.#released.then(() => setTimeout(() => this.#answered(question)));
    });
  }

  #listenForPresses() {
    // What is said of an answer moves what stands below: not while a button there is pressed, which would miss.
    addEventListener("pointerdown", () => {
      this.#released = new Promise((resolve) => {
        for (const kind of ["pointerup", "pointercancel"]) addEventListener(kind, () => setTimeout(resolve), { once: true });
      });
    }, { capture: true });
    // Where a button does not take the focus, what is composed would stay open.
    this.form.addEventListener("pointerdown", (event) => {
      const input = document.activeElement;
      if (this.draft.isComposing && input !== event.target && input instanceof HTMLElement) input.blur();
    });
  }

  #listenForWays() {
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      if (!this.draft.isComposing) this.#next();
    });
    this.form.addEventListener("click", (event) => {
      const way = event.target instanceof Element && event.target.closest("[data-go]");
      if (way instanceof HTMLElement) this.screens.move(way.dataset.go === "back" ? -1 : 1);
    });
    on("#mode", (mode) => {
      const isWhole = !this.screens.isWhole;
      mode.textContent = say(isWhole ? "stepwise" : "whole");
      this.screens.setWhole(isWhole);
    });
    on("#make", () => this.#make());
    on("#save", () => this.#saveAnswers());
  }

  /** @param {Event} event */
  #questionOf(event) {
    const element = event.target instanceof Element ? event.target.closest(".question[data-key]") : null;
    return this.sheet.questions.find((question) => question.element === element);
  }

  /**
   * Somebody left a question: its answer is checked, shown as it is understood, and what is said of it is heard.
   * @param {Question} question
   */
  async #answered(question) {
    if (!question.isEmpty) this.draft.touched.add(question.key);
    this.sheet.save();
    const typed = question.value;
    const hidden = this.sheet.questions.filter((other) => other.element.hidden);
    if (!(await this.draft.refresh())) return;
    const field = this.draft.field(question.key);
    const isWrong = this.draft.problems(question.key).some((problem) => !problem.warns);
    const isBusy = document.activeElement === question.controls[0] || question.value !== typed;
    if (field?.changed && field.value !== undefined && !question.isChoice && !isWrong && !isBusy) {
      question.value = field.value;
      question.tellChange(say(`changed.${field.changed}`));
      this.sheet.save();
    }
    if (question.element.offsetParent === null) return;
    const opened = hidden.filter((other) => !other.element.hidden).map((other) => other.label).join(say("separator"));
    const told = question.told && say("heard", { label: question.label, told: question.told });
    need("#heard").textContent = [told, opened && say("openedBelow", { opened })].filter((text) => text).join(" ");
  }

  async #next() {
    const { current, isStep, isWhole, shownSteps } = this.screens;
    if (current === "review") return this.#make();
    const steps = isWhole ? shownSteps : shownSteps.filter((step) => step.id === current);
    if (current === "start" || (isStep && await this.#check(steps))) this.screens.move(1);
  }

  /**
   * Shows what is wrong on these screens and cannot be put right on later ones; whether nothing is.
   * @param {HTMLElement[]} steps
   */
  async #check(steps) {
    const parts = this.sheet.parts.filter(({ element }) => steps.some((step) => step.contains(element)));
    this.draft.touch(parts);
    this.sheet.save();
    const state = await this.draft.refresh();
    const problems = state?.problems.filter((problem) => parts.some(({ key }) => key === (problem.until ?? problem.key))) ?? [];
    return state !== null && this.#isRight(problems);
  }

  /**
   * Lists the errors among them; whether there is none.
   * @param {FormProblem[]} problems
   */
  #isRight(problems) {
    const errors = problems.filter((problem) => !problem.warns);
    this.#summary.show(errors);
    return errors.length === 0;
  }

  /** @param {string} key Of a question or a group. */
  #goTo(key) {
    const part = this.sheet.parts.find((part) => part.key === key);
    const step = part && this.screens.stepOf(part.element);
    if (this.screens.current === "review") this.screens.comesFromReview = true;
    if (step?.hidden) this.screens.go(step.id);
    part?.focus();
  }

  /** The module has said how the answers stand. */
  #shown() {
    this.screens.update();
    if (this.screens.current === "review") this.review.show();
  }

  /** @param {string} id */
  #entered(id) {
    this.#summary.show([]);
    need("#clear-confirm").hidden = true;
    need("#replace-confirm").hidden = true;
    this.notices.leaveScreen();
    if (id === "tables") this.tables.begin();
    if (id === "start" || id === "review") this.screens.comesFromReview = false;
    if (id === "review") {
      this.draft.touch(this.sheet.parts);
      this.draft.refresh();
    }
    const isEmpty = this.sheet.isEmpty;
    need("#carried").hidden = isEmpty;
    need("#begin").textContent = say(isEmpty ? "begin" : "goOn");
    need("#tools").hidden = id === "start" && isEmpty && !this.draft.store.device;
  }

  /**
   * Whether everything is there that filling needs, once that is known.
   * @param {string} again Asks once more for what did not come, where it is not empty.
   */
  async isComplete(again) {
    if (await this.#rest) return true;
    if (again) this.#rest = this.#loadRest(again);
    return this.#rest;
  }

  /** Resolved when nothing is pressed. */
  get released() { return this.#released; }

  async #make() {
    performance.mark("zhinan-make");
    const button = need("#make");
    if (!this.#isComplete) button.textContent = say("waiting");
    const isThere = await this.#rest;
    button.textContent = say("make");
    if (!isThere) return need("#messages").scrollIntoView();
    const state = await this.draft.refresh();
    if (!state || !this.#isRight(state.problems)) return;
    const choice = find("#pdf-options input:checked");
    const options = choice instanceof HTMLInputElement ? choice.value : "";
    const message = `${today()}\n${options}\n${JSON.stringify(this.draft.record())}`;
    const bytes = await this.draft.safely(() => this.draft.engine.call("fill", message));
    if (!bytes) return this.notices.tellFailed("noPDF");
    this.result.show(bytes, this.#fileName("pdf"));
    performance.measure("zhinan-make", "zhinan-make");
  }

  async #saveAnswers() {
    this.sheet.save();
    await this.draft.refresh();
    const name = this.#fileName("json");
    const file = new OutgoingFile(`${JSON.stringify(this.draft.record(), null, 2)}\n`, name, "application/json");
    file.download();
    setTimeout(() => file.forget(), 60000);
    this.notices.tell("saved", say("saved", { name }));
  }

  /** @param {string} ending */
  #fileName(ending) { return fileName(this.form.dataset.file ?? "form", ending); }
}

/** @param {string} name Of a part that can wait until the page is there. */
const isLate = (name) => name.startsWith("glyphs") || name === "blank";

/** @param {string} name Of a part that only those need who fill in many records. */
const isOfTables = (name) => name === "module-tables";

/** @param {string} name Of a part that only the small tools need. */
const isOfTools = (name) => name === "module-tools" || name === "facts";

/**
 * Loads what cannot wait, and makes screens of the list.
 * @param {HTMLFormElement} form
 * @param {Notices} notices
 */
const beginForm = async (form, notices) => {
  const store = new Store(form.dataset.guide ?? "");
  showInApp();
  if (!Engine.works) return notices.tellPart(new PartProblem("rejected", "module"));
  const engine = new Engine();
  page.classList.add("wait");
  try {
    await engine.load((name) => !isLate(name) && !isOfTables(name) && !isOfTools(name));
  } catch (problem) {
    return notices.tellPart(problem);
  }
  page.classList.replace("wait", "live");
  need("#start").append(...all(".prepare"));
  await new FormPage(new Draft(form, store, engine, notices)).begin();
};

/** @param {HTMLFormElement | null} form */
const begin = (form) => {
  if (form) {
    const notices = new Notices(form);
    beginForm(form, notices).catch(() => {  // a page of another version, which lacks what this script needs
      page.classList.remove("live");
      notices.tellPart(new PartProblem("stale", "form.js"));
    });
  } else if (Engine.works && data("parts")) {
    const engine = new Engine("module-tools");
    engine.load(() => true).then(() => beginTools(engine), () => undefined);  // the page says the same without them
  }
};

document.addEventListener("DOMContentLoaded", () => begin(find("form#answers")));
