"""What a form's page asks for and what its policy lets it send, in Chromium; then how large it is.

usage: privacy.py ZHINAN SITE_FOLDER

Every visitor asks for the same files in the same order, before anything is typed. Each way to send something that a
page has is tried from the page's own script: what the policy stops must not arrive at another server, and what it lets
through must stand under 隐私.
"""
import gzip
import http.server
import json
import pathlib
import socket
import sys
import threading
import urllib.parse

from applicant import Applicant, carried, file_address, flat
from command import FORMS, VERSION, Command, examples
from playwright.sync_api import sync_playwright

command, site = Command(sys.argv[1]), pathlib.Path(sys.argv[2])
# Another applicant: other answers to whatever may be answered otherwise.
OTHER = {"orgName": "鞍山饕餮蔼然（集团）有限公司", "agentName": "欧阳𬭎", "agentMobile": "13900000006", "certCount": "7",
         "address": "辽宁省鞍山市铁西区示例街100号", "legalRepName": "鞠萍"}
# Ways to send the word TYPED somewhere, each as a page's script does it, to its own server or another one (HOST).
STOPPED = {
    "fetch": "fetch(HOST + '?TYPED', { mode: 'no-cors' })",
    "fetch that outlives the page": "fetch(HOST, { method: 'POST', body: 'TYPED', keepalive: true, mode: 'no-cors' })",
    "XMLHttpRequest": "new Promise((good, bad) => { const r = new XMLHttpRequest(); r.onload = good; r.onerror = bad;"
                      " r.open('GET', HOST + '?TYPED'); r.send(); })",
    "sendBeacon": "navigator.sendBeacon(HOST, 'TYPED'); await later()",
    "WebSocket": "new Promise((good, bad) => { const s = new WebSocket(HOST.replace('http', 'ws') + '?TYPED'); s.onopen = good; s.onerror = bad; })",
    "EventSource": "new Promise((good, bad) => { const s = new EventSource(HOST + '?TYPED'); s.onopen = good; s.onerror = bad; })",
    "a form": "const f = add('form', { action: HOST, method: 'GET' }); f.append(Object.assign(document.createElement('input'),"
              " { name: 'TYPED', value: 'x' })); f.submit(); await later()",
    "a frame": "await loaded('iframe', { src: HOST + '?TYPED' }, 300)",
    "an object": "await loaded('object', { data: HOST + '?TYPED' }, 300)",
    "a video": "await loaded('video', { src: HOST + '?TYPED' }, 300)",
    "a worker": "new Worker(HOST + '?TYPED'); await later()",
    "a font": "await new FontFace('x', `url(${HOST}?TYPED)`).load()",
    "ping": "const a = add('a', { href: '#start', ping: HOST + '?TYPED' }); a.click(); await later()",
    "import": "await import(HOST + '?TYPED')",
}
# These load from the page's own server, which 隐私 says.
STOPPED_ELSEWHERE = {
    "an image": "await loaded('img', { src: HOST + '?TYPED' })",
    "a style sheet": "await loaded('link', { rel: 'stylesheet', href: HOST + '?TYPED' })",
    "a script": "await loaded('script', { src: HOST + '?TYPED' })",
}
EVALUATION = {"eval": "eval('1')", "Function": "new Function('1')()", "a timer's text": "window.ran = 0; setTimeout('window.ran = 1'); await later(); if (!window.ran) throw 1",
              "a script in the page": "window.ran = 0; add('script', { textContent: 'window.ran = 1' }); if (!window.ran) throw 1",
              "an attribute": "window.ran = 0; const b = add('button', {}); b.setAttribute('onclick', 'window.ran = 1'); b.click(); if (!window.ran) throw 1",
              "another base": "const b = add('base', { href: HOST }); const here = document.baseURI; b.remove(); if (here !== HOST) throw 1"}
# What no policy stops, and the words of 隐私 that say so.
LET_THROUGH = {"going elsewhere": ("location.href = HOST + '?TYPED'", "跳转"),
               "a window": ("window.open(HOST + '?TYPED')", "打开别的网页"),
               "a download": ("add('a', { href: HOST + '?TYPED', download: 'x' }).click()", "下载文件"),
               "a page fetched before": ("await loaded('link', { rel: 'prefetch', href: HOST + '?TYPED' })", "预先取来"),
               "an image of the site": ("await loaded('img', { src: OWN + '?TYPED' })", "向本站要图片、样式、脚本时网址里写了什么"),
               "WebRTC": ("const p = new RTCPeerConnection({ iceServers: [{ urls: `stun:127.0.0.1:${STUN}` }] }); p.createDataChannel('x');"
                          " await p.setLocalDescription(); await later(1500)", "WebRTC")}
HELPERS = """const later = (wait = 150) => new Promise(resolve => setTimeout(resolve, wait));
const add = (name, properties) => { const e = Object.assign(document.createElement(name), properties); document.body.append(e); return e; };
const loaded = (name, properties, wait = 3000) => new Promise((good, bad) => {
  const e = add(name, { onload: good, onloadeddata: good, onerror: bad, ...properties });
  setTimeout(bad, wait);
});"""
WRAP = "([HOST, OWN, STUN]) => new Promise(done => setTimeout(async () => { %s try { %s; done('ran'); } catch { done('stopped'); } }))"
passed = failed = 0


def check(truth, what):
    global passed, failed
    if truth:
        passed += 1
    else:
        failed += 1
        print(f"not as it should be: {what}")


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

        self.server = http.server.ThreadingHTTPServer(
            ("127.0.0.1", 0), lambda *arguments: Handler(*arguments, directory=str(folder)))
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        self.address = f"http://127.0.0.1:{self.server.server_port}/"


class Listener:
    """A place that datagrams arrive at."""

    def __init__(self):
        self.socket = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self.socket.bind(("127.0.0.1", 0))
        self.asked = []
        self.port = self.socket.getsockname()[1]
        threading.Thread(target=self.listen, daemon=True).start()

    def listen(self):
        while True:
            self.asked.append(self.socket.recv(2048))


def visit(browser, host, server, form, record):
    """Everything that one visitor's browser asks for, until the PDF is there and all is forgotten again."""
    context = browser.new_context(accept_downloads=True, locale="zh-CN", viewport={"width": 1280, "height": 900})
    context.add_init_script("""{
      const begin = WebAssembly.instantiate.bind(WebAssembly);
      WebAssembly.instantiate = async (...given) => { const made = await begin(...given); window.wasmMemory = made.exports.memory; return made; };
    }""")
    applicant = Applicant(context.new_page(), host, VERSION, form)
    applicant.open()
    applicant.wait_until_complete()
    before, served = list(applicant.requests), list(server.asked)
    applicant.start("own")
    applicant.fill(record)
    name, pdf = applicant.make()
    check(pdf == command.fill(form, record), f"{form} from {host}: the PDF is the command's")
    memory = applicant.page.evaluate("[performance.memory.usedJSHeapSize, wasmMemory.buffer.byteLength]")
    applicant.page.go_back()
    applicant.page.click("#clear")
    applicant.page.click("#clear-yes")
    applicant.page.wait_for_selector("#start:not([hidden])")
    check(applicant.storage() == "[{},{}]", f"{form}: something is remembered")
    applicant.page.goto("about:blank")
    # Chromium looks for the icon again with each entry of its history, and finds it in its cache.
    after = [url for url in applicant.requests[len(before):]
             if not url.startswith(("blob:", "about:")) and url != f"{host}assets/icon.svg"]
    check(not after and server.asked == served, f"{form} from {host}: asks for {after}, {server.asked[len(served):]} while it is filled in")
    typed = [str(value) for answer in flat(record).values() for value in (answer if isinstance(answer, list) else [answer])]
    words = [word for value in typed if len(value) > 3 for word in (value, urllib.parse.quote(value))]
    check(not any(word in url.removeprefix(host) for url in [*applicant.requests, name] for word in words), f"{form}: something typed is asked for")
    context.close()
    return [url.removeprefix(host) for url in before], memory


def requests(browser):
    """Two applicants over http and from a stick ask for the same, in the same order."""
    stick = file_address(carried(site))
    for form in FORMS:
        first = examples(form)[0]
        second = examples(form)[-1] | {key: value for key, value in OTHER.items() if key in first}
        check(first != second, f"{form}: two applicants")
        lists = []
        for host in ("", stick):
            for record in (first, second):
                server = Server(site)
                asked, (heap, memory) = visit(browser, host or server.address, server, form, record)
                lists.append([url.replace("/index.html", "/") for url in asked])
                served = [path.removeprefix("/") for path in server.asked if path != "/favicon.ico"]
                check(set(served) == set([] if host else asked), f"{form}: the server is asked for {served}, the page for {asked}")
        check(all(each == lists[0] for each in lists), f"{form}: not every visitor asks for the same: {lists}")
        check(len(lists[0]) > 10, f"{form} asks for {lists[0]}")
        print(f"{form}: {len(lists[0])} requests, heap {heap / 1e6:.1f} MB, module {memory >> 16} pages ({memory / 1e6:.1f} MB)")


def attempt(page, script, other, own, stun):
    """Whether it ran or was stopped; a page that went elsewhere says nothing."""
    try:
        return page.evaluate(WRAP % (HELPERS, script), [other.address, own.address, stun.port])
    except Exception as gone:
        return str(gone)


def policy(browser):
    """What the policy stops does not arrive anywhere; what it does not stop is told."""
    own, other, stun = Server(site), Server(command.work), Listener()
    context = browser.new_context(accept_downloads=True)
    address = f"{own.address}{VERSION}/forms/{FORMS[0]}/"
    page = context.new_page()

    def fresh():
        page.goto(address)
        page.wait_for_selector("html.live")
        own.asked.clear()
        other.asked.clear()
        stun.asked.clear()

    def typed():
        return [path for path in own.asked + other.asked if "TYPED" in path]

    fresh()
    for name, script in [*STOPPED.items(), *STOPPED_ELSEWHERE.items()]:
        for host in (other, own) if name in STOPPED else (other,):
            attempt(page, script, host, own, stun)
            check(not typed() and not other.asked, f"{name} reaches {typed() or other.asked}")
            check(page.url.split("#")[0] == address, f"{name} leads to {page.url}")
            fresh()
    for name, script in EVALUATION.items():
        said = attempt(page, script, other, own, stun)
        check(said == "stopped", f"{name}: {said}")
    privacy = page.locator("#privacy + ul").inner_text()
    for name, (script, words) in LET_THROUGH.items():
        fresh()
        attempt(page, script, other, own, stun)
        page.wait_for_timeout(500)
        check((not typed() and not stun.asked) or words in privacy, f"{name} is let through, and 隐私 does not say “{words}”")
        if name != "WebRTC":
            check(typed(), f"{name} is not let through, and 隐私 says so")
    context.close()


def without_policy(browser):
    """The same ways arrive from a page that has no policy: the trials try what they say."""
    page_folder = command.work / "free"
    page_folder.mkdir()
    page_folder.joinpath("index.html").write_text("<!DOCTYPE html><title>x</title><body><p id=start>")
    own, other, stun = Server(page_folder), Server(page_folder), Listener()
    page = browser.new_page()
    for name, script in [*STOPPED.items(), *STOPPED_ELSEWHERE.items()]:
        page.goto(own.address)
        other.asked.clear()
        host = own if name == "a worker" else other
        attempt(page, script, host, own, stun)
        page.wait_for_timeout(200)
        check(any("TYPED" in path for path in host.asked), f"without a policy {name} arrives: {host.asked}")
    for name, script in EVALUATION.items():
        page.goto(own.address)
        said = attempt(page, script, other, own, stun)
        check(said == "ran", f"without a policy {name} runs: {said}")
    page.close()


def sizes():
    """Bytes of each part as a server sends it with gzip -9, beside what they may be."""
    def packed(path):
        return len(gzip.compress((site / path).read_bytes(), 9, mtime=0))

    limits = []
    for form in FORMS:
        page = site / VERSION / "forms" / form / "index.html"
        text = page.read_text(encoding="utf-8")
        listed = json.loads(text.split('id="parts">', 1)[1].split("</script>", 1)[0])
        parts = {name: packed((page.parent / url.split("?")[0]).resolve().relative_to(site.resolve())) for name, url, _ in listed}
        rest = {"form.js": packed("assets/form.js"), "site.js": packed("assets/site.js"), "form.css": packed("assets/form.css"),
                "site.css": packed("assets/site.css"), "page": packed(page.relative_to(site))}
        everything = sum(parts.values()) + sum(rest.values())
        print(f"{form}: " + ", ".join(f"{name} {size:,}" for name, size in {**parts, **rest}.items()) + f"; everything {everything:,}")
        limits += [("module and glue", parts["module"] + rest["form.js"], 150_000),
                   ("base and first tier", parts["glyphs-0"] + parts["glyphs-1"], 760_000), (f"everything of {form}", everything, 2_200_000)]
    for what, size, limit in dict.fromkeys(limits):
        check(size <= limit, f"{what}: {size:,} bytes of gzip instead of {limit:,}")


def main():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        requests(browser)
        policy(browser)
        without_policy(browser)
        browser.close()
    sizes()
    print(f"privacy: {passed} passed, {failed} failed")
    sys.exit(1 if failed else 0)


main()
