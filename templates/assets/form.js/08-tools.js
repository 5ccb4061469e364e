// Small tools on pages: those of a form's page stand here, tools.js brings those of other pages.

/** @param {Engine} engine */
const beginTools = (engine) => {
  const kinds = window.zhinanTools?.({ engine, all, find, make, filled, sentences, today });
  for (const element of all("[data-tool]")) {
    const kind = element.dataset.tool;
    if (kind === "scan") new ScanTool(element, engine);
    if (kind === "rule" || kind === "hours") kinds?.[kind](element);
  }
};
