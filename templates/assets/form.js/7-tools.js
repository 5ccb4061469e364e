// Small tools on the guide's pages: what it costs, whether somebody reviews right now.

/** Numbers in, what a rule makes of them out. */
class RuleTool {
  /**
   * @param {HTMLElement} element Its inputs are named as the rule calls them; its output says how results are told.
   * @param {Engine} engine
   */
  constructor(element, engine) {
    this.element = element;
    this.engine = engine;
    this.output = /** @type {HTMLElement} */ (find("output", element));
    element.addEventListener("input", () => this.#answer());
    element.addEventListener("submit", (event) => event.preventDefault());
    element.hidden = false;
    this.#answer();
  }

  async #answer() {
    /** @type {Record<string, number | string>} */
    const request = {};
    for (const input of /** @type {HTMLInputElement[]} */ (all("input", this.element))) {
      const typed = input.value.normalize("NFKC").trim();
      if (typed) request[input.name] = /^\d{1,9}$/.test(typed) ? Number(typed) : typed;
    }
    const rule = this.element.dataset.rule ?? "";
    const answer = await this.engine.ask("tool", `${rule}\n${today()}\n${JSON.stringify(request)}`);
    const told = await sentences(this.engine, this.element.dataset.label ?? "", [...answer.errors, ...answer.warnings]);
    const { estimate, upper } = answer.value ?? {};
    const shown = answer.ok ? filled(this.output.dataset[estimate === upper ? "one" : "range"] ?? "", { estimate, upper }) : "";
    this.output.replaceChildren(...[shown, ...told].filter((text) => text).map((text) => make("p", {}, text)));
  }
}

/** Whether it is open now, and when that changes. */
class HoursTool {
  /**
   * @param {HTMLElement} element Says the time zone, and how it tells.
   * @param {Engine} engine
   */
  constructor(element, engine) {
    this.element = element;
    this.engine = engine;
    this.output = /** @type {HTMLElement} */ (find("output", element));
    element.hidden = false;
    this.#answer();
    setInterval(() => this.#answer(), 60000);
  }

  async #answer() {
    const now = wallClock(new Date(), this.element.dataset.timezone ?? "UTC");
    const answer = await this.engine.ask("tool", `review_hours\n${today()}\n${JSON.stringify(now)}`);
    const { open, until, next } = answer?.value ?? {};
    const told = await sentences(this.engine, this.element.dataset.label ?? "", [...(answer?.errors ?? []), ...(answer?.warnings ?? [])]);
    const kind = !answer?.ok ? "" : open ? "open" : next ? "closed" : "unknown";
    const values = { until: spoken(until ?? ""), next: spoken(next ?? ""), now: spoken(now) };
    const shown = kind && filled(this.output.dataset[kind] ?? "", values);
    this.output.replaceChildren(...[shown, ...told].filter((text) => text).map((text) => make("p", {}, text)));
  }
}

/**
 * The time that clocks show in a time zone, such as 2026-11-29T16:30:00.
 * @param {Date} date
 * @param {string} timeZone
 */
const wallClock = (date, timeZone) => {
  const format = new Intl.DateTimeFormat("en-GB", { timeZone, year: "numeric", month: "2-digit", day: "2-digit",
    hour: "2-digit", minute: "2-digit", second: "2-digit", hourCycle: "h23" });
  const part = Object.fromEntries(format.formatToParts(date).map(({ type, value }) => [type, value]));
  return `${part.year}-${part.month}-${part.day}T${part.hour}:${part.minute}:${part.second}`;
};

/**
 * The same time as people of the page's language say it.
 * @param {string} clock
 */
const spoken = (clock) => {
  if (!clock) return "";
  const format = new Intl.DateTimeFormat(document.documentElement.lang, { timeZone: "UTC", month: "long", day: "numeric",
    weekday: "long", hour: "numeric", minute: "2-digit", hourCycle: "h23" });
  return format.format(new Date(`${clock}Z`));
};

/** @param {Engine} engine */
const beginTools = (engine) => {
  for (const element of all("[data-tool]")) {
    if (element.dataset.tool === "scan") new ScanTool(element, engine);
    if (element.dataset.tool === "rule") new RuleTool(element, engine);
    if (element.dataset.tool === "hours") new HoursTool(element, engine);
  }
};
