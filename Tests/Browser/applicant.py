"""Somebody who fills in a form's page in Chromium, as people do: by typing, with an input method for Chinese."""
import functools
import http.server
import pathlib
import shutil
import sys
import tempfile
import threading


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *arguments):
        pass


def serve(site):
    """Serves a folder on loopback; its address."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(site)))
    server.handle_error = lambda *arguments: None  # a page that is left breaks off what it loads
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return f"http://127.0.0.1:{server.server_port}/"


class Server:
    """A server that keeps what it is asked for, and lets any page read its answers."""

    def __init__(self, folder):
        asked = self.asked = []

        class Handler(http.server.SimpleHTTPRequestHandler):
            def do_GET(self):
                asked.append(self.path)
                super().do_GET()

            def do_POST(self):
                asked.append(self.path + self.rfile.read(int(self.headers.get("Content-Length", 0))).decode())
                self.send_error(404)

            def do_OPTIONS(self):
                asked.append(self.path)
                self.send_error(404)

            def end_headers(self):
                self.send_header("Access-Control-Allow-Origin", "*")
                self.send_header("Cache-Control", "no-store" if "TYPED" in self.path else "max-age=60")
                super().end_headers()

            def log_message(self, *arguments):
                pass

        class Listening(http.server.ThreadingHTTPServer):
            def handle_error(self, request, address):
                if not isinstance(sys.exception(), ConnectionError):  # a browser that went elsewhere hangs up
                    super().handle_error(request, address)

        self.server = Listening(
            ("127.0.0.1", 0), lambda *arguments: Handler(*arguments, directory=str(folder)))
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        self.address = f"http://127.0.0.1:{self.server.server_port}/"


def file_address(site):
    return pathlib.Path(site).resolve().as_uri() + "/"


def carried(site):
    """A copy of a site in a folder that is named as folders on USB sticks are."""
    folder = pathlib.Path(tempfile.mkdtemp(prefix="stick-")) / "U 盘" / "办证 指南（2026）#1"
    return shutil.copytree(site, folder)


class Applicant:
    """A page of a form, and the person before it."""

    def __init__(self, page, host, version, form):
        self.page, self.form = page, form
        self.address = f"{host}{version}/forms/{form}/" + ("index.html" if host.startswith("file:") else "")
        self.cdp = page.context.new_cdp_session(page)
        self.requests, self.problems = [], []
        page.on("request", lambda request: self.requests.append(request.url))
        page.on("console", lambda message: self.problems.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: self.problems.append(str(error)))
        page.set_default_timeout(60_000)

    def open(self):
        self.page.goto(self.address)
        self.page.wait_for_selector("html.live")
        self.page.wait_for_selector("#start:not([hidden]), #review:not([hidden]), [data-step]:not([hidden])")

    def wait_until_complete(self):
        """Waits for the last part."""
        for _ in range(600):
            if self.page.evaluate("performance.getEntriesByName('zhinan-complete').length"):
                return
            self.page.wait_for_timeout(50)
        raise AssertionError("the parts did not all come")

    @property
    def screen(self):
        return self.page.evaluate(
            "[...document.querySelectorAll('[data-screen], [data-step]')].filter(e => !e.hidden).map(e => e.id).join()")

    def start(self, device=None):
        if device:
            self.page.check(f"#device input[value={device}]")
        self.page.click("#start [data-go=next]")

    def question(self, key):
        return self.page.locator(f'.question[data-key="{key}"]')

    def type(self, key, text):
        """Types a text into a field and leaves it; Chinese comes through an input method."""
        field = self.question(key).locator("input, textarea").first
        field.fill("")
        field.focus()
        run = ""
        for sign in text + "\0":
            is_plain = sign.isascii()
            if run and (is_plain != run[0].isascii() or sign == "\0"):
                self._type(run)
                run = ""
            run += sign
        self.page.keyboard.press("Tab")

    def _type(self, run):
        if run.isascii():
            self.page.keyboard.type(run)
            return
        for end in range(1, min(len(run), 3) + 1):
            self.cdp.send("Input.imeSetComposition", {"text": run[:end], "selectionStart": end, "selectionEnd": end})
        self.cdp.send("Input.insertText", {"text": run})

    def choose(self, key, values):
        """Checks options by their values, or by their labels, which records may have as well."""
        for value in values:
            option = self.question(key).locator(f'input[value="{value}"]')
            if not option.count():
                option = self.question(key).get_by_label(value, exact=True)
            option.check()

    def answer(self, key, answer):
        question = self.question(key)
        if question.locator("input[type=radio], input[type=checkbox]").count():
            self.choose(key, answer if isinstance(answer, list) else [answer])
        else:
            self.type(key, str(answer))

    def fill(self, record):
        """Answers a record on all screens, from the first section to the list of answers."""
        answers = flat(record)
        for _ in range(60):
            here = self.screen
            if here == "review":
                return
            self.fill_screen(answers, record)
            self.page.click("#next")
            for _ in range(1500):
                if self.screen != here or self.page.locator("#summary:not([hidden])").count():
                    break
                self.page.wait_for_timeout(20)
            if self.page.locator("#summary:not([hidden])").count():
                raise AssertionError(f"{here} has errors: {self.page.inner_text('#summary')}")
        raise AssertionError("the form does not end")

    def fill_screen(self, answers, record):
        """Answers what is visible; what opens by an answer comes later in the page."""
        for section in self.page.query_selector_all("[data-step]:not([hidden])[data-group]"):
            wanted = len(record.get(section.get_attribute("data-group"), []))
            while len(section.query_selector_all(".element")) < wanted:
                section.query_selector(":scope > .actions button").click()
        done = set()
        for _ in range(200):
            left = [key for key in self.visible() if key in answers and key not in done]
            if not left:
                return
            self.answer(left[0], answers[left[0]])
            done.add(left[0])

    def visible(self):
        return self.page.evaluate(
            "[...document.querySelectorAll('[data-step]:not([hidden]) .question:not([hidden])')].map(e => e.dataset.key)")

    def visible_anywhere(self):
        """The questions that apply, on whatever screen."""
        return self.page.evaluate("[...document.querySelectorAll('.question[data-key]:not([hidden])')].map(e => e.dataset.key)")

    def make(self, options=""):
        """Makes the PDF; its name and bytes."""
        if options:
            self.page.evaluate("document.querySelector('#pdf-options').open = true")
            self.page.check(f"#pdf-options input[value={options}]")
        self.page.click("#make")
        self.page.wait_for_selector("#result:not([hidden])")
        with self.page.expect_download() as download:
            self.page.click("#download")
        return download.value.suggested_filename, pathlib.Path(download.value.path()).read_bytes()

    def storage(self):
        return self.page.evaluate("JSON.stringify([{...sessionStorage}, {...localStorage}])")


def flat(record):
    """Keys as the page has them: `seals[0].name`."""
    answers = {}
    for key, value in record.items():
        if isinstance(value, list) and value and isinstance(value[0], dict):
            for index, element in enumerate(value):
                answers.update({f"{key}[{index}].{inner}": answer for inner, answer in element.items()})
        elif key != "form":
            answers[key] = value
    return answers
