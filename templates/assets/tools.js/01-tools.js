// Small tools on the guide's pages: what it costs, whether somebody reviews right now. What form.js has too it hands over.

/** @param {ToolHelpers} page */
const pageTools = ({ engine, all, find, make, filled, sentences, today }) => {
  /**
   * Asks a rule of the guide, and shows in a tool what it says.
   * @param {HTMLElement} element Its output says how results are told, each way by a name.
   * @param {string} rule
   * @param {unknown} request
   * @param {(value: Record<string, any>) => [way: string, values: Record<string, string>]} told How what comes out is told.
   */
  const showRule = async (element, rule, request, told) => {
    const output = /** @type {HTMLElement} */ (find("output", element));
    const message = `${rule}\n${today()}\n${JSON.stringify(request)}`;
    const answer = await engine.ask("tool", message);
    element.hidden = !answer;  // a guide without these facts
    if (!answer) return;
    // What the guide itself says of its prices stands on the page.
    const own = all("[data-code]", element);
    for (const said of own) said.hidden = !answer.warnings.includes(said.dataset.code);
    const codes = [...answer.errors, ...own.length > 0 ? [] : answer.warnings];
    const more = await sentences(engine, element.dataset.label ?? "", codes);
    const [way, values] = answer.ok ? told(answer.value ?? {}) : ["", {}];
    const texts = [filled(output.dataset[way] ?? "", values), ...more].filter((text) => text);
    output.replaceChildren(...texts.map((text) => make("p", {}, text)));
  };

  /**
   * Numbers in, what a rule makes of them out.
   * @param {HTMLElement} element Its inputs are named as the rule calls them.
   */
  const beginRule = (element) => {
    const answer = () => {
      /** @type {Record<string, number | string>} */
      const request = {};
      for (const input of /** @type {HTMLInputElement[]} */ (all("input", element))) {
        const typed = input.value.normalize("NFKC").trim();
        if (typed) request[input.name] = /^\d{1,9}(\.\d{1,4})?$/.test(typed) ? Number(typed) : typed;
      }
      showRule(element, element.dataset.rule ?? "", request,
        ({ estimate, upper }) => [estimate === upper ? "one" : "range", { estimate: amount(estimate), upper: amount(upper) }]);
    };
    element.addEventListener("input", answer);
    element.addEventListener("submit", (event) => event.preventDefault());
    answer();
  };

  /**
   * A sum with two digits behind its point at least, where it has any.
   * @param {number} sum
   */
  const amount = (sum) => String(sum).replace(/\.\d$/, "$&0");

  /**
   * Whether it is open now, and when that changes.
   * @param {HTMLElement} element Says the time zone.
   */
  const beginHours = (element) => {
    const answer = () => {
      const now = wallClock(new Date(), element.dataset.timezone ?? "UTC");
      showRule(element, "review_hours", now, ({ open, until, next }) => [
        open ? "open" : next ? "closed" : "unknown", { until: spoken(until), next: spoken(next), now: spoken(now) }]);
    };
    answer();
    setInterval(answer, 60000);
  };

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
   * @param {string} [clock]
   */
  const spoken = (clock) => {
    if (!clock) return "";
    const format = new Intl.DateTimeFormat(document.documentElement.lang, { timeZone: "UTC", month: "long", day: "numeric",
      weekday: "long", hour: "numeric", minute: "2-digit", hourCycle: "h23" });
    return format.format(new Date(`${clock}Z`));
  };

  return { rule: beginRule, hours: beginHours };
};

window.zhinanTools = pageTools;
