// Files on their way out: the PDF, and answers that are saved.

/** Names of files say the form and the day, and nobody's name. */
class OutgoingFile {
  #address = "";

  /**
   * @param {BlobPart} content
   * @param {string} name
   * @param {string} type
   */
  constructor(content, name, type) {
    this.file = new File([content], name, { type });
    this.#address = URL.createObjectURL(this.file);
  }

  get size() { return say("size", { size: Math.ceil(this.file.size / 1024) }); }

  get canBeShared() { return attempt(() => navigator.canShare({ files: [this.file] })) ?? false; }

  /** @param {HTMLAnchorElement} link */
  offer(link) {
    link.href = this.#address;
    link.download = this.file.name;
  }

  download() { this.#follow({ download: this.file.name }); }

  /** Asks where to; whoever changes their mind loses nothing. */
  async share() {
    try {
      await navigator.share({ files: [this.file] });
      return true;
    } catch (problem) {
      return problem instanceof DOMException && problem.name === "AbortError";
    }
  }

  /** A tab of its own: one that knows its opener has a copy of what this tab remembers, where no clearing reaches it. */
  open() { this.#follow({ target: "_blank", rel: "noopener" }); }

  /** @param {Partial<HTMLAnchorElement>} way */
  #follow(way) {
    const link = make("a", { href: this.#address, hidden: true, ...way });
    document.body.append(link);
    link.click();
    link.remove();
  }

  forget() { URL.revokeObjectURL(this.#address); }
}

/** The PDF of the answers as they are, on the last screen, until one changes. */
class Result {
  /** @type {OutgoingFile | null} */
  #file = null;

  /**
   * @param {Screens} screens
   * @param {Notices} notices
   */
  constructor(screens, notices) {
    this.screens = screens;
    on("#share", async () => { if (this.#file && !(await this.#file.share())) notices.tell("share", say("notShared")); });
    on("#print", () => this.#file?.open());
  }

  /** @param {Uint8Array} bytes @param {string} name */
  show(bytes, name) {
    this.forget();
    this.#file = new OutgoingFile(bytes, name, "application/pdf");
    this.screens.hasResult = true;
    need("#result-facts").textContent = say("made", { name, size: this.#file.size });
    this.#file.offer(need("#download"));
    need("#share").hidden = !this.#file.canBeShared;
    need("#print").hidden = isPhone();
    this.screens.go("result");
  }

  forget() {
    this.#file?.forget();
    this.#file = null;
    this.screens.hasResult = false;
    need("#download").removeAttribute("href");
  }
}

/** @param {string} base @param {string} ending */
const fileName = (base, ending) => `${base}-${today().replaceAll("-", "")}.${ending}`;

const isPhone = () => matchMedia("(pointer: coarse)").matches;
