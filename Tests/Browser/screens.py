"""Every screen and state of every form: accessible by axe's rules, in light and dark, wide enough for nothing, large enough to touch."""
from axe_playwright_python.sync_playwright import Axe
from scene import messages, shown, storage

RULES = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}}
CONTRAST = {"runOnly": {"type": "rule", "values": ["color-contrast"]}}
SMALL = """() => [...document.querySelectorAll('main :is(button, a.button, summary, input[type=text], #summary a), html.live main .choice')]
  .filter(e => e.checkVisibility() && e.getBoundingClientRect().height < 44).map(e => e.outerHTML.slice(0, 80))"""
WIDE = "width => document.documentElement.scrollWidth - width"  # innerWidth of a phone grows with what is too wide
TINY = """() => [...document.querySelectorAll(':is(#answers, #messages) :is(input[type=text], p, label, dd, dt, li, button)')]
  .filter(e => e.checkVisibility() && e.textContent && parseFloat(getComputedStyle(e).fontSize) < 16).map(e => e.outerHTML.slice(0, 80))"""
# 320 px; 1280 px at 200 %; a phone in large type.
SIZES = [(320, 640, ""), (640, 450, ""), (390, 844, "large")]


def look(scene, visitor, what):
    page = visitor.page
    for scheme, rules in (("light", RULES), ("dark", CONTRAST)):
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        for violation in Axe().run(page, options=rules).response["violations"]:
            places = [" ".join(map(str, node["target"])) for node in violation["nodes"][:3]]
            scene.check(False, f"{what}, {scheme}: axe {violation['id']} at {places}")
    page.emulate_media(color_scheme="light")
    for rule, words in ((SMALL, "less than 44 px high"), (TINY, "less than 16 px")):
        found = page.evaluate(rule)
        scene.check(not found, f"{what}: {words}: {found}")
    for width, height, size in SIZES:
        page.set_viewport_size({"width": width, "height": height})
        page.evaluate("size => document.documentElement.setAttribute('data-type', size)", size)
        over = page.evaluate(WIDE, width)
        scene.check(over <= 0, f"{what}: {over} px too wide at {width} px {size}")
    page.evaluate("document.documentElement.removeAttribute('data-type')")
    page.set_viewport_size({"width": 390, "height": 844})


def walk(scene, form):
    """Start, each step empty and with errors, the list of answers with errors and without, the result, each confirmation."""
    visitor = scene.visit(form)
    page = visitor.page
    look(scene, visitor, f"{form} start")
    top = page.evaluate("document.querySelector('#begin').getBoundingClientRect().bottom")
    scene.check(top <= 844, f"{form}: 开始填写 is seen without scrolling: {top}")
    page.check("#device input[value=own]")
    look(scene, visitor, f"{form} start, own device")
    page.click("#begin")
    steps = page.evaluate("[...document.querySelectorAll('[data-step]')].map(e => e.id)")
    for step in steps:
        page.evaluate("id => { location.hash = id; }", step)
        page.wait_for_selector(f"#{step}:not([hidden])")
        scene.check(not page.locator("[aria-invalid], .has-error").all() or step != steps[0], f"{form} {step}: nothing is wrong yet")
        look(scene, visitor, f"{form} {step}")
        page.click("#next")
        page.wait_for_timeout(80)
        if visitor.screen == step:
            title, focus = page.title(), page.evaluate("document.activeElement.id")
            scene.check(title.startswith("错误：") and focus == "summary", f"{form} {step}: {title}, focus on {focus}")
            marked = page.locator(".question.has-error:visible").count()
            scene.check(marked == page.locator("#summary-list a").count() > 0, f"{form} {step}: as many are marked as listed: {marked}")
            look(scene, visitor, f"{form} {step} with errors")
    page.evaluate("location.hash = 'review'")
    page.wait_for_selector("#review:not([hidden])")
    page.click("#make")
    page.wait_for_selector("#summary:not([hidden])")
    look(scene, visitor, f"{form} review with errors")
    page.context.close()
    visitor = scene.visit(form, scene.record(form), "#review")
    page = visitor.page
    look(scene, visitor, f"{form} review")
    page.click("#make")
    page.wait_for_selector("#result:not([hidden])")
    look(scene, visitor, f"{form} result")
    scene.check(not page.title().startswith("错误"), f"{form}: {page.title()}")
    page.click("#clear")
    look(scene, visitor, f"{form} asks before clearing")
    page.click("#clear-yes")
    look(scene, visitor, f"{form} cleared")
    page.context.close()


def pickup(scene):
    walk(scene, "pickup")


def application(scene):
    walk(scene, "ca-application")


def seals(scene):
    """Seals are added, removed and brought back; warnings stand beside their answers and hold nobody up."""
    walk(scene, "seal-sample")
    visitor = scene.visit("seal-sample", {**scene.record("seal-sample")}, "#s2")
    page = visitor.page
    scene.check(page.locator(".element").count() == 2, "two seals are there")
    visitor.type("seals[0].widthMM", "３０")
    page.wait_for_selector("[id='warnings-seals[0].widthMM']")
    scene.check(page.input_value("[id='q-seals[0].widthMM']") == "30", "full-width digits become digits")
    told = [page.inner_text(f"[id='{kind}-seals[0].widthMM']") for kind in ("warnings", "change")]
    scene.check("38至45毫米" in told[0] and told[1] == "已改为半角", f"both are said: {told}")
    heard = page.text_content("#heard")
    scene.check("宽（mm）" in heard and "已改为半角" in heard and "38至45毫米" in heard, f"and heard: {heard}")
    look(scene, visitor, "seals with a warning and a change")
    page.click(".element >> nth=0 >> text=删去")
    scene.check(page.locator(".element").count() == 1 and "已删去第1枚印章" in messages(visitor), "one seal is removed, and that is said")
    scene.check(page.input_value("[id='q-seals[0].name']") == "王䶮印", "the other one is the first now")
    look(scene, visitor, "a seal removed")
    page.click("#messages button:text-is('恢复')")
    scene.check(page.locator(".element").count() == 2 and page.input_value("[id='q-seals[1].name']") == "王䶮印"
                and page.input_value("[id='q-seals[0].widthMM']") == "30", "and comes back where it was")
    for _ in range(6):
        page.click("#s2 > .actions button")
    scene.check(page.locator(".element").count() == 8 and not shown(visitor, "#s2 > .actions button"), "eight seals at most")
    scene.check(page.evaluate("document.activeElement.textContent") == "第8枚印章", "the focus is on the new one")
    page.click("#next")
    page.wait_for_selector("#summary:not([hidden])")
    page.click("#summary-list a >> nth=0")
    scene.check(page.evaluate("document.activeElement.name") == "seals[2].type", "a summary leads to the first mistake")
    for _ in range(6):
        page.click(".element >> nth=2 >> text=删去")
    page.click("#next")
    page.wait_for_selector("#review:not([hidden])")
    scene.check("38至45毫米" in page.inner_text("#review-list"), "a warning holds nobody up")
    look(scene, visitor, "review with a warning")
    page.context.close()


def conditions(scene):
    """Questions open right after their choice, close again, and keep what was typed without sending it; on one page as well."""
    for is_whole in (False, True):
        visitor = scene.visit("ca-application", scene.record("ca-application"), "#s1")
        page = visitor.page
        what = "on one page" if is_whole else "step by step"
        if is_whole:
            page.click("#mode")
            scene.check(page.locator("[data-step]:visible").count() > 3 and page.inner_text("#mode") == "一步一屏", "all sections are there")
            look(scene, visitor, "all on one page")
        scene.check(not shown(visitor, ".question[data-key=reissueReason]"), f"{what}: it is closed")
        visitor.choose("businessType", ["reissue"])
        page.wait_for_selector(".question[data-key=reissueReason]:visible")
        scene.check("补办原因" in page.text_content("#heard"), f"{what}: it is heard that it opened: {page.text_content('#heard')}")
        place = "[...document.querySelectorAll('#s1 .question:not([hidden])')].map(e => e.dataset.key)"
        keys = page.evaluate(place)
        scene.check(keys[keys.index("businessType") + 1] == "reissueReason", f"{what}: right after its choice: {keys}")
        scene.check(not shown(visitor, ".question[data-key=reissueReason] .condition"), f"{what}: its condition is not said again")
        visitor.choose("reissueReason", ["lost"])
        visitor.type("originalCertNo", "1234ABCD5678")
        visitor.choose("businessType", ["new"])
        page.wait_for_selector(".question[data-key=originalCertNo]", state="hidden")
        scene.check(storage(visitor)[0]["answers"].get("originalCertNo") == "1234ABCD5678", f"{what}: closed answers are remembered")
        with page.expect_download() as download:
            page.click("#save")
        saved = open(download.value.path(), encoding="utf-8").read()
        scene.check("originalCertNo" not in saved and '"businessType": "new"' in saved, f"{what}: but are not among the answers")
        scene.check("下载" in messages(visitor) and download.value.suggested_filename in messages(visitor), f"{what}: where to look is said")
        visitor.choose("businessType", ["reissue"])
        page.wait_for_selector(".question[data-key=originalCertNo]:visible")
        kept = page.input_value("#q-originalCertNo"), page.is_checked("input[name=reissueReason][value=lost]")
        scene.check(kept == ("1234ABCD5678", True), f"{what}: they come back: {kept}")
        visitor.choose("businessType", ["new"])
        if is_whole:
            page.click("#next")
        else:
            for _ in range(9):
                if visitor.screen != "review":
                    page.click("#next")
                    page.wait_for_timeout(100)
        page.wait_for_selector("#review:not([hidden])")
        scene.check("1234ABCD5678" not in page.inner_text("#review-list"), f"{what}: closed answers are not listed")
        _, pdf = visitor.make()
        scene.check(pdf.startswith(b"%PDF"), f"{what}: and the PDF is made")
        page.context.close()
    visitor = scene.visit("ca-application", {}, "#s2")
    page = visitor.page
    visitor.type("uscc", "91210302wwg7lcmk6d")
    page.wait_for_selector("#derived-orgCode")
    scene.check("WWG7LCMK6" in page.inner_text("#derived-orgCode"), "what follows from an answer is said")
    scene.check(page.input_value("#q-uscc") == "91210302WWG7LCMK6D" and page.inner_text("#change-uscc") == "已改为大写", "so is what was rewritten")
    look(scene, visitor, "derived and rewritten answers")
    page.context.close()


def pressing(scene):
    """What appears when a field is left does not push away what is being pressed."""
    for kind in ("mouse", "touch"):
        visitor = scene.visit("ca-application", {}, "#s1")
        page = visitor.page
        page.click("#q-applyDate")
        page.keyboard.insert_text("2026年11月22日")
        choice = page.locator(".choice:has(input[value=reissue])")
        box = choice.bounding_box()
        place = box["x"] + 40, box["y"] + 8
        if kind == "touch":
            page.touchscreen.tap(*place)
        else:
            page.mouse.move(*place)
            page.mouse.down()
            page.wait_for_timeout(150)
            page.mouse.up()
        page.wait_for_selector("#change-applyDate")
        scene.check(choice.bounding_box()["y"] > box["y"] and page.is_checked("input[value=reissue]"), f"{kind}: the choice is made")
        page.context.close()


AREAS = [pressing, pickup, application, seals, conditions]
