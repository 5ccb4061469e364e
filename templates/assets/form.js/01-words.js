// The words of the page, and the elements that it finds and makes.

/** @param {string} id A script element that holds JSON. */
const data = (id) => JSON.parse(document.getElementById(id)?.textContent || "null");

/** @type {Record<string, string> | undefined} */
let words;

/**
 * A sentence of the page, `{name}` replaced by its value.
 * @param {string} key
 * @param {Record<string, string | number>} [values]
 */
const say = (key, values = {}) => {
  words ??= /** @type {Record<string, string>} */ (data("words") ?? {});
  return filled(words[key] ?? key, values);
};

/**
 * @param {string} template
 * @param {Record<string, string | number>} values
 */
const filled = (template, values) => template.replace(/\{(\w+)\}/g, (_, name) => String(values[name] ?? ""));

/**
 * An element with these properties and children.
 * @template {keyof HTMLElementTagNameMap} Name
 * @param {Name} name
 * @param {Partial<HTMLElementTagNameMap[Name]>} [properties]
 * @param {...(Node | string)} children
 * @returns {HTMLElementTagNameMap[Name]}
 */
const make = (name, properties = {}, ...children) => {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...children);
  return element;
};

/**
 * A button that does no more than this.
 * @param {string} className
 * @param {() => void} react
 * @param {...(Node | string)} children
 */
const button = (className, react, ...children) => make("button", { type: "button", className, onclick: react }, ...children);

/** @param {string} word What it says. @param {() => void} react */
const small = (word, react) => button("button small quiet", react, say(word));

/**
 * The one element that a selector finds.
 * @template {HTMLElement} Type
 * @param {string} selector
 * @param {ParentNode} [within]
 * @returns {Type | null}
 */
const find = (selector, within = document) => within.querySelector(selector);

/** @template {HTMLElement} Type @param {string} selector @returns {Type} */
const need = (selector) => {
  const element = find(selector);
  if (!element) throw new Error(`the page lacks ${selector}`);
  return /** @type {Type} */ (element);
};

const page = document.documentElement;

/** @param {string} selector @param {ParentNode} [within] @returns {HTMLElement[]} */
const all = (selector, within = document) => [...within.querySelectorAll(selector)].filter(
  /** @returns {element is HTMLElement} */ (element) => element instanceof HTMLElement);

/**
 * Hears clicks on the element that a selector finds.
 * @param {string} selector
 * @param {(element: HTMLElement) => unknown} react
 */
const on = (selector, react) => {
  const element = need(selector);
  element.addEventListener("click", () => react(element));
};

/**
 * Texts with a dot between them, without those that say nothing.
 * @param {...(string | null | undefined)} texts
 */
const dotted = (...texts) => texts.filter((text) => text).join(" · ");

/** The day where the guide's readers are, in China (UTC+8), wherever this device is: as the command has it. */
const today = () => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
