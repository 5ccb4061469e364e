// The scripts of the index, which the engine writes: docs/search.md.

/** @type {Map<string, any>} */
const arrived = new Map();
window.zhinanSearch = (name, payload) => { arrived.set(name, payload); };

/** A piece of the index that did not come. */
class PieceProblem extends Error {}

/**
 * What a sorted list of pieces holds.
 * @template Payload
 */
class Pieces {
  /** @type {Map<number, Promise<Payload>>} */
  #coming = new Map();

  /**
   * @param {string} name @param {any[]} starts The first key of each piece.
   * @param {(left: any, right: any) => number} order
   */
  constructor(name, starts, order) {
    this.name = name;
    this.starts = starts;
    this.order = order;
  }

  /**
   * The first piece that begins with the key or one behind it; `isAfter`: with one behind it.
   * @param {any} key
   * @param {boolean} [isAfter]
   */
  #bound(key, isAfter = false) {
    let low = 0, high = this.starts.length;
    while (low < high) {
      const middle = (low + high) >> 1, order = this.order(this.starts[middle], key);
      if (order < 0 || (isAfter && order === 0)) low = middle + 1; else high = middle;
    }
    return low;
  }

  /**
   * The pieces that hold the keys from `first` to `last`: those that begin with one, and the one before.
   * @param {any} first
   * @param {any} [last]
   */
  numbers(first, last = first) {
    const low = this.#bound(first), high = this.#bound(last, true);
    const begins = low < high && this.order(this.starts[low], first) === 0;
    const start = begins ? low : Math.max(low - 1, 0);
    return Array.from({ length: high - start }, (_, index) => start + index);
  }

  /** @param {number} number @returns {Promise<Payload>} */
  piece(number) {
    const piece = this.#coming.get(number) ?? this.#load(`${this.name}-${number}`);
    this.#coming.set(number, piece);
    piece.catch(() => this.#coming.delete(number));  // told where it is awaited
    return piece;
  }

  /** @param {string} name @returns {Promise<Payload>} */
  #load(name) {
    return new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = `${name}.js?v=${arrived.get("table").identity}`;
      script.onload = () => {
        script.remove();
        const payload = arrived.get(name);
        arrived.delete(name);
        payload ? resolve(payload) : reject(new PieceProblem(name));
      };
      script.onerror = () => {
        script.remove();
        reject(new PieceProblem(name));
      };
      document.head.append(script);
    });
  }
}

/** A page as it is compared: its title, its headings, and all its blocks with these, each on a line. */
class FoundPage {
  /** @param {string[]} lines Title, address, group, blocks. */
  constructor(lines) {
    this.title = lines[0];
    this.address = lines[1];
    this.group = lines[2];
    /** @type {{ anchor: string, heading: string, foldedHeading: string, blocks: string[], foldedBlocks: string[] }[]} */
    this.sections = [];
    this.#begin("", "");
    for (const line of lines.slice(3)) {
      const space = line.indexOf(" ");
      if (line.startsWith("#")) {
        this.#begin(line.slice(1, space), line.slice(space + 1));
      } else {
        const { blocks, foldedBlocks } = this.sections[this.sections.length - 1];
        blocks.push(line);
        foldedBlocks.push(fold(line));
      }
    }
    this.foldedTitle = fold(this.title);
    this.foldedHeadings = this.sections.map(({ foldedHeading }) => foldedHeading).join("\n");
    this.foldedBlocks = this.sections.map(({ foldedBlocks }) => foldedBlocks.join("\n")).join("\n");
  }

  /** @param {string} anchor @param {string} heading */
  #begin(anchor, heading) {
    this.sections.push({ anchor, heading, foldedHeading: fold(heading), blocks: [], foldedBlocks: [] });
  }
}

/** The texts of a version and what stands in them. */
class Index {
  /** @type {Map<number, FoundPage>} */
  #pages = new Map();

  constructor() {
    const table = arrived.get("table");
    if (!table) throw new PieceProblem("table");
    /** @type {number} */
    this.pageCount = table.pages;
    /** @type {Pieces<string[][]>} */
    this.texts = new Pieces("texts", table.texts, (left, right) => left - right);
    /** @type {Pieces<string[][]>} */
    this.bigrams = new Pieces("bigrams", table.bigrams, (left, right) => bigramKey(left) - bigramKey(right));
    /** Whether all texts are loaded, whatever is searched. */
    this.isWhole = table.bigrams.length === 0;
  }

  /** Begins to load what is loaded anyway. */
  prepare() {
    if (this.isWhole) this.texts.starts.forEach((_, number) => this.texts.piece(number).catch(() => {}));  // told by a search
  }

  /** @param {number} number */
  async page(number) {
    const known = this.#pages.get(number);
    if (known) return known;
    /** @type {string[]} */
    const lines = [];
    for (const piece of this.texts.numbers(number)) {
      const [first, ...rest] = (await this.texts.piece(piece))[number - this.texts.starts[piece]];
      // A long page's next part goes on where the last one ended.
      if (lines.length) lines[lines.length - 1] += first; else lines.push(first);
      lines.push(...rest);
    }
    const page = new FoundPage(lines);
    this.#pages.set(number, page);
    return page;
  }

  /**
   * Begins to load the texts of a page that is looked at soon.
   * @param {number | undefined} number
   */
  expect(number) {
    if (number !== undefined) for (const piece of this.texts.numbers(number)) this.texts.piece(piece).catch(() => {});
  }

  /**
   * The pages of a bigram, or of all that begin with one character: ascending, with where it stands.
   * @param {string} first @param {string} [second]
   */
  async places(first, second) {
    const [from, to] = second === undefined ? [first + "\0", first + "\u{10FFFF}"] : [first + second, first + second];
    const places = new Places();
    for (const number of this.bigrams.numbers(from, to)) {
      for (const group of await this.bigrams.piece(number)) {
        if (group[0] !== first) continue;
        for (const unit of group.slice(1)) if (second === undefined || unit.startsWith(second)) places.add(unit);
      }
    }
    return places;
  }
}

/**
 * A bigram as a number that sorts like it.
 * @param {string} bigram
 */
const bigramKey = (bigram) => {
  const first = /** @type {number} */ (bigram.codePointAt(0));
  return first * 0x200000 + /** @type {number} */ (bigram.codePointAt(first > 0xFFFF ? 2 : 1));
};

/** Pages that hold something: all of them, those with it in a heading or in the title, those with it in the title. */
class Places {
  /** @param {Set<number>} all @param {Set<number>} heading @param {Set<number>} title */
  constructor(all = new Set(), heading = new Set(), title = new Set()) {
    this.all = all;
    this.heading = heading;
    this.title = title;
  }

  /**
   * Adds the lists of a bigram: `Sources/Guide/Search/PageNumbers.swift`.
   * @param {string} unit Its second character and the lists.
   */
  add(unit) {
    const second = /** @type {number} */ (unit.codePointAt(0)) > 0xFFFF ? 2 : 1;
    const [all, heading, title] = unit.slice(second).split("!");
    addNumbers(all, this.all);
    addNumbers(heading, this.heading);
    addNumbers(title, this.heading);
    addNumbers(title, this.title);
  }

  /** @param {Places} other */
  union(other) {
    for (const page of other.all) this.all.add(page);
    for (const page of other.heading) this.heading.add(page);
    for (const page of other.title) this.title.add(page);
    return this;
  }

  /** @param {Places} other */
  intersection(other) {
    /** @param {Set<number>} left @param {Set<number>} right */
    const both = (left, right) => new Set([...left].filter((page) => right.has(page)));
    return new Places(both(this.all, other.all), both(this.heading, other.heading), both(this.title, other.title));
  }
}

/** @param {string | undefined} list @param {Set<number>} numbers */
const addNumbers = (list, numbers) => {
  if (!list) return;
  for (let place = 0, next = 0; place < list.length; next++) {
    for (let power = 1; ; power *= 45) {
      const sign = list.charCodeAt(place++), digit = sign - 0x23 - (sign > 0x5C ? 1 : 0);
      next += (digit % 45) * power;
      if (digit < 45) break;
    }
    numbers.add(next);
  }
};
