// Photographs and scans: what they are, whether a platform takes them, and the same picture in a size that it takes.

/** @typedef {{ ok: boolean, errors: string[], warnings: string[], found?: string, width?: number, height?: number, dpi?: number }} Judgement */

/** Most pixels of a canvas on iOS. */
const LARGEST_CANVAS = 16777216;

/**
 * What the guide's table of files says of one.
 * @param {Engine} engine
 * @param {Blob} blob
 * @param {string} [name]
 * @returns {Promise<Judgement | null>}
 */
const judged = async (engine, blob, name = "scan.jpg") =>
  engine.ask("file", await bytesOf(`${blob.size}\n${oneLine(name)}\n`, blob.slice(0, 4 << 20)));

/** @param {string} name Messages to the module end a name with its line. */
const oneLine = (name) => name.replace(/[\r\n]+/g, " ");

/**
 * A picture as the browser shows it, turned as the camera says; null where the browser does not know the format.
 * @param {Blob} blob
 */
const picture = async (blob) => {
  const address = URL.createObjectURL(blob);
  const image = make("img", { src: address });
  const isShown = await image.decode().then(() => true, () => false);
  URL.revokeObjectURL(address);
  return isShown && image.naturalWidth > 0 ? image : null;
};

/**
 * @param {HTMLImageElement} image
 * @param {number} width
 * @param {number} height
 * @param {boolean} [isRead] Whether its pixels will be looked at.
 * @returns {CanvasRenderingContext2D | null} Null where the browser has no room for it, which some tell by an empty picture.
 */
const drawn = (image, width, height, isRead = false) => {
  const context = make("canvas", { width, height }).getContext("2d", { willReadFrequently: isRead });
  if (!context) return null;
  context.fillStyle = "#fff";
  context.fillRect(0, 0, width, height);
  context.drawImage(image, 0, 0, width, height);
  return context.getImageData(width >> 1, height >> 1, 1, 1).data[3] === 255 ? context : null;
};

/**
 * Whether next to no pixel of a smaller copy has a colour: a seal or a signature in ink has thousands.
 * @param {HTMLImageElement} image
 */
const isGrey = (image) => {
  const side = 600;
  const pixels = drawn(image, side, side, true)?.getImageData(0, 0, side, side).data;
  if (!pixels) return false;  // nobody can tell
  let coloured = 0;
  for (let index = 0; index + 2 < pixels.length; index += 4) {
    const [red, green, blue] = [pixels[index], pixels[index + 1], pixels[index + 2]];
    if (Math.max(red, green, blue) - Math.min(red, green, blue) > 40) coloured += 1;
  }
  return coloured < 20;
};

/**
 * A JPEG whose header says how many pixels an inch has; the browser's own says nothing.
 * @param {HTMLCanvasElement} canvas
 * @param {number} quality
 * @param {number} dpi 0 where nobody knows.
 * @returns {Promise<Blob | null>}
 */
const jpeg = async (canvas, quality, dpi) => {
  const blob = await /** @type {Promise<Blob | null>} */ (
    new Promise((resolve) => canvas.toBlob(resolve, "image/jpeg", quality)));
  if (!blob || !dpi) return blob;
  const bytes = await bytesOf(blob);
  const isJFIF = [0x4A, 0x46, 0x49, 0x46].every((letter, index) => bytes[6 + index] === letter);
  if (isJFIF) bytes.set([1, dpi >> 8, dpi & 255, dpi >> 8, dpi & 255], 13);
  return new Blob([bytes], { type: "image/jpeg" });
};

/** How a picture is made to fit that is too large: less quality first, then fewer pixels; and one that is too small. */
const SMALLER = [0.85, 0.75, 0.65, 0.55].map((quality) => ({ quality, scale: 1 }))
  .concat([0.8, 0.65, 0.5].map((scale) => ({ quality: 0.75, scale })));
const LARGER = [0.97, 1].map((quality) => ({ quality, scale: 1 }));

/**
 * The same picture in a size that is taken; null where there is none.
 * @param {Engine} engine
 * @param {HTMLImageElement} image
 * @param {Judgement} before
 */
const fitted = async (engine, image, before) => {
  const { naturalWidth, naturalHeight } = image;
  const room = Math.min(1, Math.sqrt(LARGEST_CANVAS / (naturalWidth * naturalHeight)));
  const steps = [{ quality: 0.92, scale: 1 }];
  for (let index = 0; index < steps.length; index++) {
    const { quality, scale } = steps[index];
    const [width, height] = [naturalWidth, naturalHeight].map((side) => Math.floor(side * room * scale));
    const canvas = drawn(image, width, height)?.canvas;
    const dpi = Math.round((before.dpi ?? pageResolution(naturalWidth, naturalHeight)) * room * scale);
    const blob = canvas ? await jpeg(canvas, quality, dpi) : null;
    const judgement = blob && (await judged(engine, blob));
    if (blob && judgement?.ok && !judgement.warnings.includes("W_SIZE_AMBIGUOUS")) return { blob, width, height, isSmaller: width < naturalWidth };
    if (index === 0) steps.push(...(judgement?.errors.includes("E_TOO_SMALL") ? LARGER : SMALLER));
  }
  return null;
};

/**
 * Pixels an inch where a picture has the shape of a page of A4; else 0.
 * @param {number} width
 * @param {number} height
 */
const pageResolution = (width, height) => {
  const [short, long] = width < height ? [width, height] : [height, width];
  return Math.abs(long / short - Math.SQRT2) < 0.03 ? Math.round(long / 11.69) : 0;
};

/** The tool that looks at pictures. */
class ScanTool {
  /**
   * @param {HTMLElement} element
   * @param {Engine} engine
   */
  constructor(element, engine) {
    this.engine = engine;
    this.wantsColour = element.dataset.colour === "true";
    this.count = 0;
    this.list = make("ul", { className: "scan-list" });
    element.append(this.list);
    const input = /** @type {HTMLInputElement | null} */ (find("input[type=file]", element));
    input?.addEventListener("change", async () => {
      const files = [...(input.files ?? [])];
      input.value = "";
      for (const file of files) await this.#look(file);
    });
    this.#show(element);
  }

  /**
   * A guide that says nothing of files has nothing to look for.
   * @param {HTMLElement} element
   */
  async #show(element) {
    element.hidden = !(await judged(this.engine, new Blob()));
  }

  /** @param {File} file */
  async #look(file) {
    const item = make("li", { className: "scan-item" }, make("p", {}, say("scan.looking", { name: file.name })));
    this.list.prepend(item);
    const judgement = await judged(this.engine, file, file.name).catch(() => null);
    if (!judgement) return item.replaceChildren(make("p", {}, say("unreadable")));
    const image = await picture(file);
    const told = await sentences(this.engine, oneLine(file.name), [...judgement.errors, ...judgement.warnings]);
    if (image && this.wantsColour && isGrey(image)) told.push(say("scan.grey"));
    const facts = dotted(say("size", { size: Math.ceil(file.size / 1024) }), judgement.found,
      judgement.width ? `${judgement.width} × ${judgement.height}` : "", judgement.dpi ? `${judgement.dpi} dpi` : "");
    item.replaceChildren(
      make("p", { className: "scan-name" }, file.name),
      make("p", { className: "hint" }, facts),
      make("p", { className: judgement.ok ? "told told-right" : "told told-errors" }, say(judgement.ok ? "scan.fits" : "scan.fitsNot")),
      ...told.map((text) => make("p", {}, text)));
    if (judgement.ok && !judgement.warnings.includes("W_SIZE_AMBIGUOUS")) return;
    if (!image) return item.append(make("p", {}, say("scan.noPicture")));
    const fit = button("button quiet", () => this.#fit(item, fit, image, judgement), say("scan.fit"));
    item.append(make("p", { className: "actions" }, fit));
  }

  /**
   * @param {HTMLElement} item
   * @param {HTMLButtonElement} fit
   * @param {HTMLImageElement} image
   * @param {Judgement} judgement
   */
  async #fit(item, fit, image, judgement) {
    fit.disabled = true;
    const result = await fitted(this.engine, image, judgement);
    fit.remove();
    if (!result) return item.append(make("p", { className: "told told-errors" }, say("scan.cannotFit")));
    this.count += 1;
    const file = new OutgoingFile(result.blob, fileName(`${say("scan.file")}${this.count}`, "jpg"), "image/jpeg");
    const link = make("a", { className: "button" }, say("scan.download"));
    file.offer(link);
    const values = { size: Math.ceil(result.blob.size / 1024), width: result.width, height: result.height };
    item.append(make("p", {}, say(result.isSmaller ? "scan.smaller" : "scan.fitted", values)), make("p", { className: "actions" }, link));
    link.focus();
  }
}

/**
 * What the guide's table says of these codes.
 * @param {Engine} engine
 * @param {string} label
 * @param {string[]} codes
 * @returns {Promise<string[]>}
 */
const sentences = async (engine, label, codes) => {
  const told = codes.length > 0 ? await engine.ask("tell", [label, ...codes].join("\n")) : [];
  return /** @type {{ say: string, hint?: string }[]} */ (told ?? []).map(sentence);
};
