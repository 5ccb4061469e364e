// The PDF on its way out, and files on their way in.

/** Names of files say the form and the day, and nobody's name. */
class OutgoingFile {
  #address = "";

  /**
   * @param {Uint8Array} bytes
   * @param {string} name
   * @param {string} type
   */
  constructor(bytes, name, type) {
    this.file = new File([bytes], name, { type });
    this.#address = URL.createObjectURL(this.file);
  }

  get size() { return say("size", { size: Math.ceil(this.file.size / 1024) }); }

  get canBeShared() {
    try {
      return typeof navigator.canShare === "function" && navigator.canShare({ files: [this.file] });
    } catch {
      return false;
    }
  }

  /** @param {HTMLAnchorElement} link */
  offer(link) {
    link.href = this.#address;
    link.download = this.file.name;
  }

  download() {
    const link = make("a", { hidden: true });
    this.offer(link);
    document.body.append(link);
    link.click();
    link.remove();
  }

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
  open() {
    const link = make("a", { href: this.#address, target: "_blank", rel: "noopener", hidden: true });
    document.body.append(link);
    link.click();
    link.remove();
  }

  forget() { URL.revokeObjectURL(this.#address); }
}

/** @param {string} base @param {string} ending */
const fileName = (base, ending) => `${base}-${today().replaceAll("-", "")}.${ending}`;

/** Applications whose own browser keeps no file that a page makes. */
const inAppBrowser = () => {
  const names = /** @type {[RegExp, string][]} */ ([
    [/MicroMessenger/, "weixin"], [/\bQQ\//, "qq"], [/Weibo/, "weibo"], [/AlipayClient/, "alipay"], [/DingTalk/, "dingtalk"],
  ]);
  return names.find(([pattern]) => pattern.test(navigator.userAgent))?.[1] ?? "";
};

const isPhone = () => matchMedia("(pointer: coarse)").matches;
