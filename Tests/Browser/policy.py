"""What the policy of a form's page lets its scripts send, in Chromium.

usage: policy.py SITE_FOLDER

Each way to send something that a page has is tried from the page's own script. What the policy stops arrives at no
server, and would without it; what it lets through stands under 隐私.
"""
import pathlib
import socket
import sys
import tempfile
import threading

from applicant import Server
from checks import check, end
from command import FORMS, VERSION
from playwright.sync_api import sync_playwright

site, work = pathlib.Path(sys.argv[1]), pathlib.Path(tempfile.mkdtemp(prefix="policy-"))
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
    "a font": "await new FontFace('x', `url(${HOST}?TYPED)`).load()",
    "ping": "const a = add('a', { href: '#start', ping: HOST + '?TYPED' }); a.click(); await later()",
}
# These load from the page's own server, which 隐私 says.
STOPPED_ELSEWHERE = {
    "an image": "await loaded('img', { src: HOST + '?TYPED' })",
    "a style sheet": "await loaded('link', { rel: 'stylesheet', href: HOST + '?TYPED' })",
    "a script": "await loaded('script', { src: HOST + '?TYPED' })",
    "a module": "await import(HOST + '?TYPED')",
    "a worker": "new Worker(HOST + '?TYPED'); await later()",
    "a page fetched before": "await loaded('link', { rel: 'prefetch', href: HOST + '?TYPED' }, 300)",
}
EVALUATION = {
    "eval": "eval('1')",
    "Function": "new Function('1')()",
    "a timer's text": "window.ran = 0; setTimeout('window.ran = 1'); await later(); if (!window.ran) throw 1",
    "a script in the page": "window.ran = 0; add('script', { textContent: 'window.ran = 1' }); if (!window.ran) throw 1",
    "an attribute": "window.ran = 0; const b = add('button', {}); b.setAttribute('onclick', 'window.ran = 1'); b.click();"
                    " if (!window.ran) throw 1",
    "another base": "const b = add('base', { href: HOST }); const here = document.baseURI; b.remove(); if (here !== HOST) throw 1",
}
# What no policy stops, and the words of 隐私 that say so.
LET_THROUGH = {
    "going elsewhere": ("location.href = HOST + '?TYPED'", "跳转"),
    "a window": ("window.open(HOST + '?TYPED')", "打开别的网页"),
    "a download": ("add('a', { href: HOST + '?TYPED', download: 'x' }).click()", "下载文件"),
    "an image of the site": ("await loaded('img', { src: OWN + '?TYPED' })", "向本站要图片、样式、脚本时网址里写了什么"),
    "WebRTC": ("const p = new RTCPeerConnection({ iceServers: [{ urls: `stun:127.0.0.1:${PLACE}` }] }); p.createDataChannel('x');"
               " await p.setLocalDescription(); await later(1500)", "WebRTC"),
}
HELPERS = """const later = (wait = 150) => new Promise(resolve => setTimeout(resolve, wait));
const add = (name, properties) => { const e = Object.assign(document.createElement(name), properties); document.body.append(e); return e; };
const loaded = (name, properties, wait = 3000) => new Promise((good, bad) => {
  const e = add(name, { onload: good, onloadeddata: good, onerror: bad, ...properties });
  setTimeout(bad, wait);
});"""
WRAP = "([HOST, OWN, PLACE]) => new Promise(done => setTimeout(async () => { %s try { %s; done('ran'); } catch { done('stopped'); } }))"


class Listener:
    """A place that keeps datagrams that arrive at it."""

    def __init__(self):
        self.socket = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self.socket.bind(("127.0.0.1", 0))
        self.port, self.asked = self.socket.getsockname()[1], []
        threading.Thread(target=self.listen, daemon=True).start()

    def listen(self):
        while True:
            self.asked.append(self.socket.recv(2048))


def attempt(page, script, other, own, place):
    """Whether it ran or was stopped; a page that went elsewhere says nothing."""
    try:
        return page.evaluate(WRAP % (HELPERS, script), [other.address, own.address, place.port])
    except Exception as gone:
        return str(gone)


def policy(browser):
    """What the policy stops does not arrive anywhere; what it does not stop is told."""
    own, other, place = Server(site), Server(work), Listener()
    context = browser.new_context(accept_downloads=True)
    address = f"{own.address}{VERSION}/forms/{FORMS[0]}/"
    page = context.new_page()

    def fresh():
        page.goto(address)
        page.wait_for_selector("html.live")
        own.asked.clear()
        other.asked.clear()
        place.asked.clear()

    def typed():
        return [path for path in own.asked + other.asked if "TYPED" in path]

    fresh()
    for name, script in [*STOPPED.items(), *STOPPED_ELSEWHERE.items()]:
        for host in (other, own) if name in STOPPED else (other,):
            attempt(page, script, host, own, place)
            check(not typed() and not other.asked, f"{name} reaches {typed() or other.asked}")
            check(page.url.split("#")[0] == address, f"{name} leads to {page.url}")
            fresh()
    for name, script in EVALUATION.items():
        said = attempt(page, script, other, own, place)
        check(said == "stopped", f"{name}: {said}")
    privacy = page.locator("#privacy + ul").inner_text()
    for name, (script, words) in LET_THROUGH.items():
        fresh()
        attempt(page, script, other, own, place)
        page.wait_for_timeout(500)
        check(words in privacy, f"{name} is let through, and 隐私 does not say “{words}”")
        check(typed() or place.asked, f"{name} is not let through, and 隐私 says so")
    context.close()


def without_policy(browser):
    """The same ways arrive from a page that has no policy: the trials try what they say."""
    page_folder = work / "free"
    page_folder.mkdir()
    page_folder.joinpath("index.html").write_text("<!DOCTYPE html><title>x</title><body><p id=start>")
    own, other, place = Server(page_folder), Server(page_folder), Listener()
    page = browser.new_page()
    for name, script in [*STOPPED.items(), *STOPPED_ELSEWHERE.items()]:
        page.goto(own.address)
        other.asked.clear()
        host = own if name == "a worker" else other
        attempt(page, script, host, own, place)
        page.wait_for_timeout(200)
        check(any("TYPED" in path for path in host.asked), f"without a policy {name} arrives: {host.asked}")
    for name, script in EVALUATION.items():
        page.goto(own.address)
        said = attempt(page, script, other, own, place)
        check(said == "ran", f"without a policy {name} runs: {said}")
    page.close()


def main():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        policy(browser)
        without_policy(browser)
        browser.close()
    sys.exit(end("policy"))


main()
