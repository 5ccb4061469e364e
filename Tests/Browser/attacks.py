"""Somebody who means harm, before a form's page in Chromium: storage that was tampered with, addresses, texts that look
like markup, and what the next person finds after 清空.

usage: attacks.py SITE_FOLDER
"""
import json
import pathlib
import sys
import tempfile
import time

from playwright.sync_api import sync_playwright
from scene import DESKTOP, VERSION, Scene, messages, shown, storage

# What stands in a browser's storage in place of what the page wrote.
POISONS = [
    "", "null", "5", "true", '"x"', "[]", "{", "{}", '{"answers":null}', '{"answers":5}', '{"answers":[]}', '{"answers":[1]}', '{"answers":"x"}',
    '{"answers":{"orgName":5,"agentName":null,"certType":{},"certCount":[["1"]]}}', '{"answers":{"orgName":["a","b"],"certType":["org","x"]}}',
    '{"answers":{"seals":"x","orgName":{"length":3}}}', '{"answers":{"seals":[null,5,"x",[],{"name":{}}]}}', '{"answers":{"seals":{"length":9}}}',
    '{"answers":{"__proto__":{"orgName":"x"},"constructor":"x","toString":"y"}}', '{"answers":{},"device":{"x":1},"seen":"x","until":"y"}',
    '{"answers":{},"device":"shared","seen":1e999}', '{"answers":{},"device":"shared","seen":null}', '{"answers":{"orgName":"\\ud800","agentName":"\\u0000"}}',
    json.dumps({"answers": {"orgName": "鞍" * 100000}}, ensure_ascii=False), json.dumps({"answers": {"seals": [{}] * 5000}}),
]
HASHES = ["%3Cimg%20src=x%20onerror=alert(1)%3E", "s1 > h2, *", "answers", "__proto__", "constructor", "q-orgName", "%00", "%", "result", "s99", "]", "start,#s1", "privacy", "review"]
TEXTS = {
    "markup": "<img src=x onerror=alert(1)><script>alert(1)</script>&amp;", "quotes": "\"'`</textarea></script>{label}{{x}}$& $1 \\u0041",
    "bidi": "鞍山\u202e司公\u202c\u2066有限\u2069", "zero width": "鞍\u200b山\u200d示\u200c例\ufeff\u00ad", "combining": "e\u0301鞍\u20dd" + "\u0301" * 50,
    "emoji": "鞍山😀👨‍👩‍👧🇨🇳", "full width": "ＡＢＣ１２３（）", "nul": "鞍\u0000山\u0007\u001b", "long": "鞍" * 10000, "beyond": "鞍山𪛖\U000323AF\U00010330龘鑫喆㛃",
}
# Every place of a page beside its controls where a text could stand.
PLACES = """() => JSON.stringify([location.href, document.title, history.state, window.name, document.cookie,
  performance.getEntries().map(entry => entry.name), [...document.querySelectorAll('*')].flatMap(e => [...e.attributes]
    .filter(a => !['data-said'].includes(a.name)).map(a => a.value))])"""
EVERYTHING = """() => document.documentElement.outerHTML + JSON.stringify([...document.querySelectorAll('input, textarea')].map(e => e.value))
  + JSON.stringify([{...sessionStorage}, {...localStorage}])"""


def poisoned(scene):
    """Whatever stands in storage, the page comes, and keeps what is typed into it."""
    for store in ("sessionStorage", "localStorage"):
        for poison in POISONS:
            for form in ("pickup", "seal-sample"):
                context = scene.context(DESKTOP)
                what = f"{form}, {store} holds {poison[:60]}"

                def before(page):
                    page.goto(scene.host + "assets/icon.svg")
                    page.evaluate("([store, key, value]) => window[store].setItem(key, value)", [store, scene.key, poison])
                visitor = scene.visit(form, context=context, before=before)
                visitor.page.evaluate("location.hash = '#s1'")
                visitor.page.wait_for_selector("#s1:not([hidden])")
                key = "pickupPoint" if form == "pickup" else "agentName"
                visitor.type(key, "窗口二")
                visitor.page.reload()
                visitor.page.wait_for_selector("html.live[data-at]")
                kept = visitor.question(key).locator("input").input_value()
                scene.check(kept == "窗口二", f"{what}: what is typed is gone ({kept})")
                scene.check(not visitor.problems, f"{what}: {visitor.problems[:2]}")
                context.close()


def addresses(scene):
    """What stands behind # in an address opens a screen or nothing."""
    context = scene.context(DESKTOP)
    visitor = scene.visit("pickup", scene.record("pickup"), context=context)
    page = visitor.page
    for anchor in HASHES:
        page.goto("about:blank")
        page.goto(visitor.address + "#" + anchor)
        page.wait_for_selector("html.live[data-at]")
        scene.check(len(visitor.screen.split(",")) == 1 and visitor.screen, f"#{anchor} opens {visitor.screen}")
        page.evaluate("location.hash = '#s2'")
        page.wait_for_selector("#s2:not([hidden])")
        page.evaluate("anchor => { location.hash = '#' + anchor; }", anchor)
        page.wait_for_timeout(60)
        scene.check(len(visitor.screen.split(",")) == 1, f"#{anchor} leads to {visitor.screen}")
    scene.check(not visitor.problems, f"addresses: {visitor.problems[:3]}")
    context.close()


def texts(scene):
    """What looks like something else than a text is a text, and stands nowhere but in its field and beside it."""
    for name, text in TEXTS.items():
        context = scene.context(DESKTOP)
        visitor = scene.visit("pickup", {**scene.record("pickup"), "orgName": text, "pickupPoint": text}, "#s1", context)
        page = visitor.page
        elements = page.locator("img, script:not([src])").count()
        for key in ("orgName", "pickupPoint"):
            visitor.question(key).locator("input").evaluate("(e, text) => { e.value = text; e.dispatchEvent(new InputEvent('input', {bubbles: true})); e.focus(); e.blur(); }", text)
            page.wait_for_timeout(100)
        page.evaluate("location.hash = '#review'")
        page.wait_for_selector("#review-list > section", state="attached")
        visitor.wait_until_complete()
        page.click("#unmask")
        places = page.evaluate(PLACES)
        scene.check(text[:12] not in places and json.dumps(text[:12])[1:-1] not in places, f"{name}: stands in {places[max(0, places.find(text[:12]) - 80):][:160]}")
        scene.check(page.locator("img, script:not([src])").count() == elements, f"{name}: became elements")
        scene.check(not visitor.problems, f"{name}: {visitor.problems[:2]}")
        page.click("#make")
        page.wait_for_timeout(300)
        said = page.inner_text("#summary").strip().splitlines()
        scene.check(visitor.screen == "result" or (1 < len(said) <= 60), f"{name}: {visitor.screen}, {len(said)} lines are said")
        if name == "beyond":
            scene.check(all(sign in "".join(said) for sign in "𐌰𪛖"), f"{name}: each character is told by itself: {said}")
        context.close()


def next_person(scene):
    """After 清空 nothing of the person before is there: on the page, in another tab, behind Back."""
    record = scene.record("pickup")
    context = scene.context(DESKTOP)
    visitor = scene.visit("pickup", record, "#review", context, device="shared")
    page = visitor.page
    visitor.wait_until_complete()
    page.click("#unmask")
    visitor.make()
    with context.expect_page() as opened:
        page.click("#print")
    tab = opened.value
    page.set_input_files("#scan-file", [{"name": "钱某身份证.jpg", "mimeType": "image/jpeg", "buffer": b"\xff\xd8\xff\xe0" + bytes(90)}])
    page.wait_for_selector(".scan-item .scan-name")
    page.click("#clear")
    page.click("#clear-yes")
    page.wait_for_selector("#start:not([hidden])")
    page.wait_for_timeout(200)
    left = page.evaluate(EVERYTHING)
    for value in [*[record[key] for key in ("orgName", "uscc", "agentName", "agentIdNumber", "agentMobile")], "钱某身份证"]:
        scene.check(value not in left, f"after 清空 the page has {value}")
    tab.goto(visitor.address)
    tab.wait_for_selector("html.live[data-at]")
    left = tab.evaluate(EVERYTHING)
    scene.check(record["uscc"] not in left, "after 清空 the tab for printing has the answers")
    context.close()


def behind_back(scene):
    """After 清空 on another form Back brings nothing back."""
    record = scene.record("pickup")
    context = scene.context(DESKTOP)
    visitor = scene.visit("pickup", record, "#review", context, device="shared")
    page = visitor.page
    visitor.wait_until_complete()
    visitor.make()
    page.evaluate("window.isSame = true")
    page.goto(f"{scene.host}{VERSION}/forms/ca-application/")
    page.wait_for_selector("html.live[data-at]")
    page.click("#clear")
    page.click("#clear-yes")
    page.wait_for_timeout(200)
    page.evaluate("history.back()")
    time.sleep(1.5)
    scene.check(page.evaluate("window.isSame === true"), "the page comes from the back/forward cache")
    left = page.evaluate(EVERYTHING)
    scene.check(record["uscc"] not in left and record["agentMobile"] not in left, f"behind Back the answers are there: {visitor.screen}, {visitor.problems}")
    scene.check(not page.get_attribute("#download", "href") and not shown(visitor, "#download"), "behind Back the PDF is there")
    scene.check(storage(visitor)[0] is None or not storage(visitor)[0]["answers"], "behind Back the answers are remembered again")
    context.close()


def opened(scene):
    """Files that somebody else wrote: a line's end is not lost between two words, half a character is told in its field,
    and a form that is called as JavaScript calls something else leads nowhere."""
    record = {**scene.record("pickup"), "form": "pickup"}
    context = scene.context(DESKTOP)
    visitor = scene.visit("pickup", context=context)
    page = visitor.page

    def put(content):
        page.evaluate("document.querySelector('#messages').replaceChildren()")
        page.set_input_files("#open", {"name": "x.json", "mimeType": "application/json", "buffer": content})
        page.wait_for_selector("#messages .notice, #replace-confirm:not([hidden])")
        if page.is_visible("#replace-confirm"):
            page.click("#replace-yes")
            page.wait_for_selector("#messages .notice", state="attached")
        page.wait_for_timeout(100)

    put(json.dumps({**record, "pickupPoint": "A座12\n3号窗口"}).encode())
    kept = visitor.question("pickupPoint").locator("input").input_value()
    scene.check(kept != "A座123号窗口", "a line's end between two numbers is lost")
    for name in ("constructor", "__proto__", "toString"):
        put(json.dumps({**record, "form": name}).encode())
        scene.check(page.locator("#messages [data-subject=opened] a").count() == 0, f"a form that is called {name} leads somewhere: {page.inner_html('#messages')}")
    start = time.time()
    put(b'{"form":"pickup",%s}' % b",".join(b'"k%d":"x"' % number for number in range(3000)))
    items = page.locator("#messages li").count()
    scene.check(items <= 30, f"3,000 unknown keys are told in {items} lines, after {time.time() - start:.1f} s")
    context.close()
    context = scene.context(DESKTOP)
    visitor = scene.visit("pickup", scene.record("pickup"), "#s1", context)
    page = visitor.page
    page.evaluate("""() => {
      const input = document.querySelector("#q-pickupPoint");
      input.value = "鞍\ud83d";
      input.dispatchEvent(new InputEvent("input", { bubbles: true }));
      input.focus();
      input.blur();
    }""")
    page.wait_for_timeout(200)
    page.click("#next")
    page.wait_for_timeout(300)
    scene.check(visitor.screen == "s1" and "领取地点" in page.inner_text("#summary"), f"half a character: {visitor.screen}, {page.inner_text('#summary')}")
    context.close()


def renewed(scene):
    """A page of one version with the script of another says so."""
    def before(page):
        text = scene.html("pickup").replace('id="keeping"', 'id="kept"')
        page.route("**/forms/pickup/", lambda route: route.fulfill(body=text, content_type="text/html"))
    visitor = scene.visit("pickup", context=scene.context(DESKTOP), before=before, live=False)
    visitor.page.wait_for_timeout(1500)
    scene.check("不是同一版" in messages(visitor) and not shown(visitor, "#q-uscc"), f"a page that lacks an element says {messages(visitor)!r}")
    visitor.page.context.close()


def on_disk(chromium, scene):
    """After 清空 on a shared computer no file of the browser has the answers, its memory for forms neither."""
    record = scene.record("pickup")
    with tempfile.TemporaryDirectory(prefix="profile-") as profile:
        context = chromium.launch_persistent_context(profile, executable_path="/usr/bin/chromium", args=["--no-sandbox"], **DESKTOP)
        visitor = scene.visit("pickup", context=context)
        visitor.start("shared")
        visitor.fill(record)
        visitor.page.wait_for_timeout(2000)
        visitor.page.click("#clear")
        visitor.page.click("#clear-yes")
        visitor.page.wait_for_timeout(1000)
        context.close()
        files = [(path.name, path.read_bytes()) for path in pathlib.Path(profile).rglob("*") if path.is_file()]
        for key in ("orgName", "uscc", "agentName", "agentIdNumber", "agentMobile"):
            found = [name for name, content in files if any(record[key].encode(encoding) in content for encoding in ("utf-8", "utf-16-le"))]
            scene.check(not found, f"{found} of the browser have {key}")


AREAS = [next_person, opened, renewed, addresses, texts, poisoned]


def main():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        scene = Scene(browser, sys.argv[1])
        for area in AREAS:
            area(scene)
        browser.close()
        on_disk(playwright.chromium, scene)
        # Playwright switches the back/forward cache off.
        scene.browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox", "--enable-features=BackForwardCache"],
                                                   ignore_default_args=["--disable-back-forward-cache"])
        behind_back(scene)
        scene.browser.close()
    print(f"attacks: {scene.passed} passed, {scene.failed} failed")
    sys.exit(1 if scene.failed else 0)


main()
