// Results as elements of the page.

/** Characters of an excerpt before its first mark, and of the whole. */
const excerptLead = 24, excerptLength = 120;
/** Excerpts of one result. */
const mostExcerpts = 4;

/** @param {string} name @param {string} className @param {...(Node | string)} children */
const element = (name, className, ...children) => {
  const node = document.createElement(name);
  if (className) node.className = className;
  node.append(...children);
  return node;
};

/**
 * Where the words stand in a text: from, to, and the word. Places that overlap are one.
 * @param {string} text @param {Word[]} words
 */
const marksIn = (text, words) => {
  /** @type {number[]} */
  const places = [];
  const folded = fold(text, places);
  /** @type {{ from: number, to: number }[]} */
  const marks = [];
  for (const word of words) {
    for (const match of folded.matchAll(word.pattern)) {
      const start = /** @type {number} */ (match.index), last = places[start + match[0].length - 1];
      marks.push({ from: places[start], to: last + (/** @type {number} */ (text.codePointAt(last)) > 0xFFFF ? 2 : 1) });
    }
  }
  marks.sort((left, right) => left.from - right.from || left.to - right.to);
  /** @type {typeof marks} */
  const apart = [];
  for (const mark of marks) {
    const before = apart[apart.length - 1];
    if (before && mark.from < before.to) before.to = Math.max(before.to, mark.to); else apart.push(mark);
  }
  return apart;
};

/**
 * A text with its words marked, from and to a place.
 * @param {string} text
 * @param {Word[]} words
 * @param {number} [from]
 * @param {number} [to]
 */
const marked = (text, words, from = 0, to = text.length) => {
  const nodes = document.createDocumentFragment();
  let place = from;
  for (const mark of marksIn(text, words)) {
    if (mark.from < from || mark.from >= to) continue;
    const end = Math.min(mark.to, to);
    nodes.append(text.slice(place, mark.from), element("mark", "", text.slice(mark.from, end)));
    place = end;
  }
  nodes.append(text.slice(place, to));
  return nodes;
};

/**
 * The part of a block that is shown: around its first of these words, and not cut within a character.
 * @param {string} block
 * @param {Word[]} words
 */
const excerptRange = (block, words) => {
  const [first] = marksIn(block, words);
  /** @param {number} place */
  const whole = (place) => /[\uDC00-\uDFFF]/.test(block.charAt(place)) ? place - 1 : place;
  const from = first && first.from > excerptLead * 2 ? whole(first.from - excerptLead) : 0;
  const isRestShort = block.length - from <= excerptLength * 1.25;
  return { from, to: isRestShort ? block.length : whole(Math.max(from + excerptLength, first ? first.to : 0)) };
};

/** @typedef {{ section: number, block: string, from: number, to: number }} Excerpt */

/**
 * Parts of blocks that show the words, best first, and the words that stand in no block.
 * @param {FoundPage} page
 * @param {Word[]} words
 */
const excerpts = (page, words) => {
  /** @type {Excerpt[]} */
  const shown = [];
  let missing = words;
  while (missing.length && shown.length < mostExcerpts) {
    let best = { section: 0, number: 0, count: 0 };
    for (const [section, { foldedBlocks }] of page.sections.entries()) {
      for (const [number, text] of foldedBlocks.entries()) {
        const count = missing.filter((word) => word.isIn(text)).length;
        if (count > best.count) best = { section, number, count };
      }
    }
    if (best.count === 0) break;
    const block = page.sections[best.section].blocks[best.number], range = excerptRange(block, missing);
    const text = fold(block.slice(range.from, range.to));
    shown.push({ section: best.section, block, ...range });
    missing = missing.filter((word) => !word.isIn(text));
  }
  return { shown, missing };
};

/**
 * @param {Excerpt} excerpt
 * @param {Word[]} words
 */
const excerptText = ({ block, from, to }, words) => element(
  "p", "result-text", from > 0 ? "…" : "", marked(block, words, from, to), to < block.length ? "…" : "");

/**
 * One result: it leads to the section whose heading has all words, else to the one that has those that no text has, else
 * to the first that shows one. A page whose title has them all is its own section.
 * @param {FoundPage} page
 * @param {Word[]} words
 */
const resultItem = (page, words) => {
  const isTitled = words.every((word) => word.isIn(page.foldedTitle));
  const { shown, missing } = excerpts(page, isTitled ? [] : words);
  /** @param {(has: (word: Word) => boolean) => boolean} asks */
  const headed = (asks) => isTitled ? -1
    : page.sections.findIndex(({ foldedHeading }) => asks((word) => word.isIn(foldedHeading)));
  const numbers = [headed((has) => words.every(has)), headed((has) => missing.some(has)), shown.length ? shown[0].section : 0];
  const section = page.sections[/** @type {number} */ (numbers.find((number) => number >= 0))];
  const link = /** @type {HTMLAnchorElement} */ (element("a", "", marked(page.title, words)));
  link.href = `../${page.address}${section.anchor && `#${section.anchor}`}`;
  const item = element("li", "result", element("h2", "result-title", link));
  const where = [page.group, section.heading].filter(Boolean);
  if (where.length) item.append(element("p", "result-where", ...where.flatMap((text, index) => [index ? " › " : "", marked(text, words)])));
  if (shown.length === 0 && section.blocks.length) {
    const block = section.blocks[0];
    shown.push({ section: 0, block, ...excerptRange(block, words) });
  }
  item.append(...shown.map((excerpt) => excerptText(excerpt, words)));
  return item;
};
