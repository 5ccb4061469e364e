// One section of the form a screen, a place in the browser's history for each, and the list of all answers.

/** The screens: the start, the form's sections, 核对, the result. */
class Screens {
  current = "start";
  isWhole = false;
  /** Whether somebody came from the list of answers to change one. */
  comesFromReview = false;
  /** Whether there is a PDF of the answers as they are. */
  hasResult = false;

  /**
   * @param {HTMLFormElement} form
   * @param {(screen: string) => void} entered
   */
  constructor(form, entered) {
    this.entered = entered;
    this.steps = all("[data-step]", form);
    const others = all("[data-screen]", form);
    this.screens = [others[0], ...this.steps, ...others.slice(1)];
    this.title = document.title;
    addEventListener("popstate", () => {
      const id = this.#addressed();
      if (id !== this.current) this.#show(id);
    });
  }

  get shownSteps() { return this.steps.filter((step) => !step.classList.contains("is-empty")); }

  /** Looks which steps ask nothing, as the answers stand. */
  update() {
    for (const step of this.steps) {
      step.classList.toggle("is-empty", all(".question[data-key]", step).every((question) => question.hidden));
    }
  }

  get isStep() { return this.steps.some((step) => step.id === this.current); }

  begin() { this.#show(this.#addressed(), true); }

  /** @param {string} id */
  go(id) {
    if (id !== this.current) history.pushState(null, "", `#${id}`);
    this.#show(id);
  }

  /** @param {1 | -1} distance */
  move(distance) {
    const steps = this.isWhole ? this.shownSteps.slice(0, 1) : this.shownSteps;
    const ways = ["start", ...steps.map((step) => step.id), "review", "result"];
    const here = this.isWhole && this.isStep ? 1 : ways.indexOf(this.current);
    const isReturn = distance > 0 && this.isStep && this.comesFromReview;
    this.go(isReturn ? "review" : ways[Math.min(Math.max(here + distance, 0), ways.length - 1)]);
  }

  /** @param {HTMLElement} element */
  stepOf(element) { return this.steps.find((step) => step.contains(element)); }

  /** @param {boolean} isWhole Whether all sections stand on one page. */
  setWhole(isWhole) {
    this.isWhole = isWhole;
    this.go(this.isStep ? this.current : this.shownSteps[0]?.id ?? "start");
  }

  /** The screen that the address names; links within a screen lead nowhere else. */
  #addressed() {
    const id = location.hash.slice(1) || "start";
    if (id === "result" && !this.hasResult) return "review";
    if (this.steps.some((step) => step.id === id && step.classList.contains("is-empty"))) return "start";
    return this.screens.some((screen) => screen.id === id) ? id : this.current;
  }

  /** @param {string} id @param {boolean} [isFirst] Whether the page is just there. */
  #show(id, isFirst = false) {
    this.current = id;
    const isStep = this.isStep;
    for (const screen of this.screens) {
      screen.hidden = screen.id !== id && !(this.isWhole && isStep && this.steps.includes(screen));
    }
    const steps = this.shownSteps;
    const number = steps.findIndex((step) => step.id === id) + 1;
    const where = isStep && !this.isWhole ? say("where", { number, total: steps.length }) : "";
    const heading = find(`#${id} > h2`);
    const isLast = this.isWhole || number === steps.length;
    need("#where").textContent = where;
    need("#where").hidden = !where;
    need("#step-actions").hidden = !isStep;
    need("#next").textContent = say(this.comesFromReview ? "backToReview" : isLast ? "toReview" : "next");
    page.dataset.at = isStep ? "step" : id;
    document.title = `${dotted(heading && titleOf(heading), where)} · ${this.title}`;
    this.entered(id);
    if (isFirst && id === "start") return;
    (id === "start" ? document.body : need("#messages")).scrollIntoView();
    heading?.focus({ preventScroll: true });
  }
}

/**
 * The words of a heading, without its number.
 * @param {HTMLElement} heading
 */
const titleOf = (heading) => (find(".step-title", heading) ?? heading).textContent?.trim() ?? "";

/** What is wrong on a screen: a list of links that has the focus. */
class Summary {
  #box = need("#summary");
  #list = need("#summary-list");

  /** @param {(key: string) => void} go Shows a question or a group. */
  constructor(go) { this.go = go; }

  /** @param {FormProblem[]} errors */
  show(errors) {
    this.#box.hidden = errors.length === 0;
    this.#list.replaceChildren(...errors.map((error) => {
      const link = make("a", { href: "#answers" }, error.say);
      link.addEventListener("click", (event) => { event.preventDefault(); this.go(error.key ?? ""); });
      return make("li", {}, link);
    }));
    const title = document.title.replace(say("errorPrefix"), "");
    document.title = errors.length > 0 ? say("errorPrefix") + title : title;
    if (errors.length === 0) return;
    this.#box.scrollIntoView();
    this.#box.focus({ preventScroll: true });
  }
}

/** The list of all answers. */
class Review {
  #showsAll = false;
  #list = need("#review-list");

  /**
   * @param {Draft} draft
   * @param {Screens} screens
   * @param {(key: string) => void} change
   */
  constructor(draft, screens, change) {
    this.draft = draft;
    this.screens = screens;
    this.change = change;
    on("#unmask", () => this.mask(this.#showsAll));
  }

  /** @param {boolean} isMasked Whether private answers are shown in part. */
  mask(isMasked) {
    this.#showsAll = !isMasked;
    need("#unmask").setAttribute("aria-pressed", String(!isMasked));
    this.show();
  }

  show() {
    this.#list.replaceChildren(...this.screens.shownSteps.flatMap((step) => {
      const heading = find(":scope > h2", step);
      const elements = all(".element", step);
      return (elements.length > 0 ? elements : [step]).map((part) => {
        const title = dotted(heading && titleOf(heading), part === step ? "" : find("h3", part)?.textContent);
        const questions = this.draft.sheet.questions.filter((question) => part.contains(question.element));
        const rows = questions.flatMap((question) => this.#rows(question));
        return make("section", { className: "review-part" }, make("h3", {}, title), make("dl", { className: "review-rows" }, ...rows));
      });
    }));
  }

  /** @param {Question} question @returns {HTMLElement[]} One, or none where it is not asked. */
  #rows(question) {
    const field = this.draft.field(question.key);
    if (!field?.applies) return [];
    const problems = this.draft.problems(question.key);
    const shown = (this.#showsAll ? field.shown : field.masked) ?? "";
    const hasError = problems.some((problem) => !problem.warns);
    const instead = hasError ? "" : say(field.required ? "lacking" : "unanswered");
    const answer = make("dd", { className: shown ? "review-answer" : "review-answer is-empty" }, shown || instead);
    if (shown && question.unit) answer.append(` ${question.unit}`);
    const isWorkedOut = question.output !== null;
    if (field.answered && field.from === "derived") {
      answer.append(" ", make("span", { className: "tag" }, say(isWorkedOut ? "workedOut" : "filledIn")));
    }
    for (const problem of problems) {
      answer.append(make("p", { className: problem.warns ? "told told-warnings" : "told told-errors" }, sentence(problem)));
    }
    const label = make("span", { className: "visually-hidden" }, question.label);
    const change = button("link", () => this.change(question.key), say("change"), label);
    return [make("div", { className: "review-row" }, make("dt", {}, question.title), answer,
      make("dd", { className: "review-change" }, ...isWorkedOut ? [] : [change]))];
  }
}
