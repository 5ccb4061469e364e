// What is said above the screens, with a way on where something did not work.

/** Notices of these subjects stay until somebody closes them; others go with the screen. */
const LASTING = ["parts", "failed", "store", "tabs", "clock"];

class Notices {
  /** @param {HTMLFormElement} form Says where its blank PDF is. */
  constructor(form) { this.form = form; }

  /**
   * Says something in place of what the same subject said before.
   * @param {string} subject
   * @param {string} text
   * @param {...Node} more
   */
  tell(subject, text, ...more) {
    this.withdraw(subject);
    const close = button("link", () => notice.remove(), say("close"));
    const notice = make("div", { className: LASTING.includes(subject) ? "notice is-lasting" : "notice" }, make("p", {}, text), ...more, close);
    notice.dataset.subject = subject;
    need("#messages").append(notice);
    if (!document.activeElement?.matches("input[type=text]")) notice.scrollIntoView({ block: "nearest" });
  }

  /** @param {string} subject */
  withdraw(subject) { find(`#messages > [data-subject="${subject}"]`)?.remove(); }

  /** Withdraws what goes with the screen. */
  leaveScreen() { for (const notice of all("#messages > :not(.is-lasting)")) notice.remove(); }

  /** @param {"failed" | "noPDF"} subject What did not work. */
  tellFailed(subject) { this.tell(subject, say(subject), this.#ways(this.#reload())); }

  /**
   * Tells of a part that the page cannot use.
   * @param {unknown} problem
   * @param {() => void} [again] Asks for the part again, where the page can be filled in without it.
   */
  tellPart(problem, again) {
    page.classList.remove("wait");
    const kind = problem instanceof PartProblem ? problem.kind : "damaged";
    const retry = again && kind === "missing" ? small("again", () => { this.withdraw("parts"); again(); }) : this.#reload();
    this.tell("parts", say(again ? "part.late" : "part.early", { why: say(`part.${kind}`) }), this.#ways(retry));
  }

  /** A version that is named by its month, and was in force when the page was made, is not younger than this device's calendar. */
  tellClock() {
    const version = this.form.dataset.version ?? "";
    if (!("coming" in this.form.dataset) && /^\d{4}-\d{2}/.test(version) && today() < version) this.tell("clock", say("clock", { date: today() }));
  }

  /** @param {HTMLElement} retry Beside it, the form on paper. */
  #ways(retry) {
    return make("p", {}, retry, " ", make("a", { href: this.form.dataset.blank ?? "", download: "" }, say("blank")));
  }

  #reload() { return small("reload", () => location.reload()); }
}

/** Applications whose own browser keeps no file that a page makes. */
const APPS = /** @type {[RegExp, string][]} */ ([
  [/MicroMessenger/, "weixin"], [/\bQQ\//, "qq"], [/Weibo/, "weibo"], [/AlipayClient/, "alipay"], [/DingTalk/, "dingtalk"],
]);

/** Says so where such an application shows the page. */
const showInApp = () => {
  const app = APPS.find(([pattern]) => pattern.test(navigator.userAgent))?.[1] ?? "";
  need("#in-app").hidden = !app;
  need("#in-app-name").textContent = app && say(`app.${app}`);
  on("#copy-link", async () => {
    const address = location.href.split("#")[0];
    const isCopied = await (navigator.clipboard?.writeText(address) ?? Promise.reject()).then(() => true, () => copied(address));
    need("#copy-told").textContent = isCopied ? say("copied") : address;
  });
};

/**
 * Copies a text where the browser's own way is closed; whether it worked.
 * @param {string} text
 */
const copied = (text) => {
  const box = make("textarea", { value: text, readOnly: true });
  document.body.append(box);
  box.select();
  const isCopied = document.execCommand("copy");
  box.remove();
  return isCopied;
};
