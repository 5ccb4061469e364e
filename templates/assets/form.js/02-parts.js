// The parts that a page loads, and the module that knows the form.

/** A part that the page cannot use: it did not come, is of another version, is damaged, or is a module that does not run here. */
class PartProblem extends Error {
  /** @param {"missing" | "stale" | "damaged" | "rejected"} kind @param {string} part */
  constructor(kind, part) {
    super(`${part}: ${kind}`);
    this.kind = kind;
  }
}

/** @type {Map<string, { identity: string, text: string }>} */
const arrived = new Map();
window.zhinanPart = (name, identity, text) => { arrived.set(name, { identity, text }); };

/** @param {string} address @returns {Promise<boolean>} whether it came and ran */
const runScript = (address) => new Promise((resolve) => {
  const script = make("script", { src: address, async: false });
  script.onload = () => resolve(true);
  script.onerror = () => resolve(false);
  document.head.append(script);
});

/** @param {string} text Base64 of gzip. */
const unpacked = async (text) => {
  const packed = Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
};

/** @param {[string, string, string]} entry Name, address and identity, as the page lists them. */
const loadPart = async ([name, address, identity]) => {
  const came = await runScript(address);
  const part = arrived.get(name);
  arrived.delete(name);
  if (!came || !part) throw new PartProblem("missing", name);
  if (part.identity !== identity) throw new PartProblem("stale", name);
  return unpacked(part.text).catch(() => { throw new PartProblem("damaged", name); });
};

/**
 * The WebAssembly module of a part: two bytes with a length, so many of a module that unpacks, and what it unpacks. The
 * page stays awake meanwhile.
 * @param {Uint8Array} part
 */
const unpackedModule = async (part) => {
  const start = 2 + part[0] + part[1] * 256;
  const { exports } = /** @type {any} */ ((await WebAssembly.instantiate(part.subarray(2, start), {})).instance);
  const place = exports.reserve(part.length - start) >>> 0;
  new Uint8Array(exports.memory.buffer, place).set(part.subarray(start));
  for (let pause = performance.now() + 40; exports.unpack(20);) {
    if (performance.now() < pause) continue;
    await new Promise((resolve) => setTimeout(resolve));
    pause = performance.now() + 40;
  }
  return new Uint8Array(exports.memory.buffer, exports.reply() >>> 0, exports.finish());
};

/** A WebAssembly module, the one of pages or another. A trapped instance is replaced by a new one with the same parts. */
class Engine {
  /** @type {Map<string, Uint8Array>} */
  #parts;
  /** @type {Map<string, Promise<Uint8Array>>} */
  #coming = new Map();
  /** @type {WebAssembly.Module | null} */
  #module = null;
  /** @type {Record<string, any>} */
  #exports = {};

  /**
   * @param {string} name The part that it is.
   * @param {Engine} [other] One that has other parts.
   * @param {(name: string) => boolean} [isWanted] Those of them that this one needs.
   */
  constructor(name = "module", other, isWanted = () => true) {
    this.name = name;
    this.#parts = new Map(other ? [...other.#parts].filter(([part]) => isWanted(part)) : []);
  }

  static get works() { return typeof WebAssembly === "object" && typeof DecompressionStream === "function"; }

  /**
   * Loads the parts with these names that are not there yet, in the page's order.
   * @param {(name: string) => boolean} isWanted
   * @param {string} [again] What makes an address another one for the browser, which remembers what did not come.
   */
  async load(isWanted, again = "") {
    const entries = /** @type {[string, string, string][]} */ (data("parts"))
      .filter(([name]) => isWanted(name) && !this.#parts.has(name));
    const parts = entries.map(([name, address, identity]) => {
      const coming = this.#coming.get(name) ?? loadPart([name, address + again, identity]);
      this.#coming.set(name, coming);
      coming.catch(() => this.#coming.delete(name));  // told where it is awaited
      return coming;
    });
    for (const [index, [name]] of entries.entries()) {
      const bytes = await parts[index];
      if (name === this.name) {
        try {
          this.#module = await WebAssembly.compile(await unpackedModule(bytes));
          await this.#begin();
        } catch {
          throw new PartProblem("rejected", name);
        }
      } else if (this.#accept(name, bytes)) {
        this.#parts.set(name, bytes);
      } else {
        throw new PartProblem("stale", name);
      }
    }
  }

  /** @param {string} name @param {string | Uint8Array} message @returns {Promise<Uint8Array | null>} */
  async call(name, message) {
    try {
      return this.#answer(name, message);
    } catch (problem) {
      if (!(problem instanceof WebAssembly.RuntimeError)) throw problem;
      await this.#begin();
      return this.#answer(name, message);
    }
  }

  /** @param {string} name @param {string | Uint8Array} message @returns {Promise<any>} */
  async ask(name, message) {
    const answer = await this.call(name, message);
    return answer && JSON.parse(new TextDecoder().decode(answer));
  }

  async #begin() {
    this.#exports = (await WebAssembly.instantiate(/** @type {WebAssembly.Module} */ (this.#module), {})).exports;
    for (const [name, bytes] of this.#parts) this.#accept(name, bytes);
  }

  /** @param {string} name @param {Uint8Array} bytes */
  #accept(name, bytes) { return this.#run(name.startsWith("glyphs") ? "pack" : name, bytes) === 1; }

  /** @param {string} name @param {string | Uint8Array} message */
  #answer(name, message) {
    const length = this.#run(name, typeof message === "string" ? new TextEncoder().encode(message) : message);
    return length > 0 ? new Uint8Array(this.#exports.memory.buffer, this.#exports.reply() >>> 0, length).slice() : null;
  }

  /** @param {string} name @param {Uint8Array} message @returns {number} */
  #run(name, message) {
    const place = this.#exports.reserve(message.length) >>> 0;
    new Uint8Array(this.#exports.memory.buffer, place, message.length).set(message);
    return this.#exports[name]();
  }
}

/** @param {...BlobPart} parts */
const bytesOf = async (...parts) => new Uint8Array(await new Blob(parts).arrayBuffer());
