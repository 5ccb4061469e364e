// Which pages hold all words of a search.

const digitDividers = "[ ()\\-\u2010-\u2014]";

/** A word that is searched. */
class Word {
  /** @param {string} text Folded. */
  constructor(text) {
    this.text = text;
    const isNumber = new RegExp(`^\\(?[0-9]+(?:${digitDividers}{1,2}[0-9]+)*$`).test(text);
    const digits = text.replace(/[^0-9]/g, "");
    /** The digits of a telephone number, which may be divided in the text; else none. */
    this.digits = isNumber && digits.length > 6 && digits.length < 40 ? digits : "";
    this.pattern = new RegExp(
      this.digits ? [...digits].join(`${digitDividers}{0,2}`) : text.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&"), "g");
  }

  /** @param {string} folded */
  isIn(folded) { return this.digits ? folded.search(this.pattern) >= 0 : folded.includes(this.text); }

  /**
   * Pages that may hold it.
   * @param {Index} index
   */
  async places(index) {
    const signs = [...this.digits || this.text];
    if (signs.length === 1) return index.places(signs[0]);
    /** @type {Places | null} */
    let places = null;
    for (let at = 0; at + 1 < signs.length; at++) {
      let both = await index.places(signs[at], signs[at + 1]);
      // A digit behind what divides a number has a sign of its own: `Bigram.dividedDigit`.
      if (this.digits) both = both.union(await index.places(signs[at], String.fromCharCode(0xFDD0 + Number(signs[at + 1]))));
      places = places ? places.intersection(both) : both;
      if (places.all.size === 0) break;
    }
    return places ?? new Places();
  }

  /** Whether its places are all pages that hold it, without a look at them. */
  get isIndexed() { return [...this.text].length <= 2; }
}

/** Signs of a search. Nobody types more; a link may hold any number, and what is cut is not what was asked for. */
const mostSigns = 1000;

/**
 * The words of what somebody typed, each once; of too long a text one that stands nowhere.
 * @param {string} query
 */
const wordsOf = (query) => {
  if (query.length > mostSigns) return [new Word("\uFDD0")];
  let spaced = "";
  for (const sign of query) spaced += isSpace(/** @type {number} */ (sign.codePointAt(0))) ? " " : sign;
  return [...new Set(spaced.split(" ").map((word) => fold(word)).filter(Boolean))].map((word) => new Word(word));
};

/**
 * Whether all words stand in the title (0), in titles and headings (1), on the page (2), or not (3).
 * @param {FoundPage} page
 * @param {Word[]} words
 */
const rank = (page, words) => {
  const levels = [page.foldedTitle, page.foldedHeadings, page.foldedBlocks];
  return Math.max(...words.map((word) => {
    const level = levels.findIndex((folded) => word.isIn(folded));
    return level < 0 ? 3 : level;
  }));
};

/** How many candidates ahead texts are loaded. */
const ahead = 60;

/** A search: its results one by one, titles first, then headings, then texts, each in the order of the pages. */
class Search {
  /** @param {Index} index @param {Word[]} words */
  constructor(index, words) {
    this.index = index;
    this.words = words;
    /**
     * How many results there are, where that is known before all are found.
     * @type {number | null}
     */
    this.count = null;
  }

  /** @returns {Promise<number[][]>} Pages by the rank that they may have. */
  async #candidates() {
    if (this.index.isWhole) {
      const all = Array.from({ length: this.index.pageCount }, (_, number) => number);
      return [all, all, all];
    }
    /** @type {Places | null} */
    let places = null;
    for (const word of this.words) {
      const found = await word.places(this.index);
      places = places ? places.intersection(found) : found;
    }
    if (!places) return [];
    if (this.words.every((word) => word.isIndexed)) this.count = places.all.size;
    return [places.title, places.heading, places.all].map((pages) => [...pages].sort((left, right) => left - right));
  }

  async *results() {
    const found = new Set();
    for (const [level, candidates] of (await this.#candidates()).entries()) {
      for (const [place, number] of candidates.entries()) {
        if (found.has(number)) continue;
        this.index.expect(candidates[place + ahead]);
        const page = await this.index.page(number);
        if (rank(page, this.words) > level) continue;
        found.add(number);
        yield page;
      }
    }
  }
}
