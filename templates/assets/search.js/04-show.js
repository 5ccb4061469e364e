// Results as elements of the page.

/** Characters of an excerpt before its first mark, and of the whole. */
const excerptLead = 24, excerptLength = 120;

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
 * A part of a block around its first marked words.
 * @param {string} block
 * @param {Word[]} words
 */
const excerpt = (block, words) => {
  const [first] = marksIn(block, words);
  /** @param {number} place Moved off the middle of a character. */
  const whole = (place) => /[\uDC00-\uDFFF]/.test(block.charAt(place)) ? place - 1 : place;
  const from = first && first.from > excerptLead * 2 ? whole(first.from - excerptLead) : 0;
  const to = block.length - from > excerptLength * 1.25
    ? whole(Math.max(from + excerptLength, first ? first.to : 0)) : block.length;
  const text = element("p", "result-text", from > 0 ? "…" : "", marked(block, words, from, to), to < block.length ? "…" : "");
  return text;
};

/**
 * The blocks that show the words that stand in no title and heading, best first, and the section of the first.
 * @param {FoundPage} page @param {Word[]} words
 */
const shownBlocks = (page, words) => {
  /** @type {{ section: number, block: string }[]} */
  const shown = [];
  let missing = words;
  const sections = page.sections.map(({ heading, blocks }) => ({ heading: fold(heading), blocks: blocks.map((block) => fold(block)) }));
  while (missing.length && shown.length < 3) {
    let best = { section: -1, block: -1, count: 0 };
    for (const [section, { blocks }] of sections.entries()) {
      for (const [block, text] of blocks.entries()) {
        const count = missing.filter((word) => word.isIn(text)).length;
        if (count > best.count) best = { section, block, count };
      }
    }
    if (best.count === 0) break;
    const text = sections[best.section].blocks[best.block];
    shown.push({ section: best.section, block: page.sections[best.section].blocks[best.block] });
    missing = missing.filter((word) => !word.isIn(text));
  }
  const headed = sections.findIndex(({ heading }) => missing.some((word) => word.isIn(heading)));
  return { shown, headed };
};

/**
 * One result.
 * @param {FoundPage} page
 * @param {Word[]} words
 */
const resultItem = (page, words) => {
  const isTitled = words.every((word) => word.isIn(page.foldedTitle));
  const { shown, headed } = isTitled ? shownBlocks(page, []) : shownBlocks(page, words);
  const heading = isTitled ? -1 : page.sections.findIndex((section) => words.every((word) => word.isIn(fold(section.heading))));
  const number = heading >= 0 ? heading : headed >= 0 ? headed : shown.length ? shown[0].section : 0;
  const section = page.sections[number];
  const link = /** @type {HTMLAnchorElement} */ (element("a", "", marked(page.title, words)));
  link.href = `../${page.address}${section.anchor ? `#${section.anchor}` : ""}`;
  const item = element("li", "result", element("h2", "result-title", link));
  const where = [page.group, section.heading].filter(Boolean);
  if (where.length) item.append(element("p", "result-where", ...where.flatMap((text, index) => [index ? " › " : "", marked(text, words)])));
  const blocks = shown.length ? shown.map(({ block }) => block) : section.blocks.slice(0, 1);
  item.append(...blocks.map((block) => excerpt(block, words)));
  return item;
};
