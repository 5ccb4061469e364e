"""A form by keyboard and by ear: Tab, space, arrows and Enter to the PDF, an input method, the order in which a page is read."""
import os
import pathlib
import re

from scene import DESKTOP, messages, storage

READING = pathlib.Path("Tests/Fixtures/FormPage/pickup-as-read.txt")
FOCUS = """() => {
  const element = document.activeElement;
  const bearer = element.closest(".choice") ?? (element.id === "open" ? document.querySelector("label[for=open]") : element);
  const { outlineStyle, outlineWidth } = getComputedStyle(bearer);
  return { name: element.id || element.name || element.textContent.trim().slice(0, 30), key: element.name ?? "", type: element.type ?? "",
    value: element.value ?? "", isSeen: outlineStyle !== "none" && parseFloat(outlineWidth) >= 2 && bearer.checkVisibility(), tag: element.tagName };
}"""


class Keyboard:
    """Somebody without a mouse."""

    def __init__(self, scene, page):
        self.scene, self.page = scene, page

    def press(self, key):
        self.page.keyboard.press(key)
        return self.page.evaluate(FOCUS)

    def tab_to(self, is_there, key="Tab"):
        """Goes on until there, and sees the focus all the way."""
        for _ in range(80):
            at = self.press(key)
            self.scene.check(at["isSeen"] or at["tag"] == "BODY", f"the focus is seen on {at}")
            if is_there(at):
                return at
        raise AssertionError("Tab does not lead there")

    def answer(self, key, value):
        at = self.tab_to(lambda at: at["key"] == key)
        if at["type"] == "text":
            self.page.keyboard.insert_text(value)
            return
        for _ in range(10):
            at = self.press("Space" if self.page.evaluate("!document.activeElement.checked") else "ArrowDown")
            if at["value"] == value:
                return
        raise AssertionError(f"no arrow leads to {key} {value}")


def keyboard(scene):
    """The whole form without a mouse, with a mistake on the way."""
    record = scene.record("pickup")
    visitor = scene.visit("pickup", context=scene.context(DESKTOP))
    page, keys = visitor.page, Keyboard(scene, visitor.page)
    focus = "document.activeElement.id"
    keys.answer("device", "own")
    keys.tab_to(lambda at: at["name"] == "keep")
    keys.tab_to(lambda at: at["name"] == "begin")
    at = keys.tab_to(lambda at: at["name"] == "open")
    keys.tab_to(lambda at: at["name"] == "begin", "Shift+Tab")
    page.keyboard.press("Enter")
    scene.check((visitor.screen, page.evaluate(focus)) == ("s1", "t1"), "the heading of a new screen has the focus")
    for key in ("orgName", "uscc", "certType"):
        keys.answer(key, record[key] if key != "uscc" else record[key][:-1] + "A")
    page.keyboard.press("Enter")
    page.wait_for_selector("#summary:not([hidden])")
    scene.check(page.evaluate(focus) == "summary", "the list of mistakes has the focus")
    links = page.locator("#summary-list a").all_inner_texts()
    scene.check(len(links) == 2, f"two mistakes: {links}")
    keys.press("Tab")
    page.keyboard.press("Enter")
    scene.check(page.evaluate(focus) == "q-uscc", "a link leads to its question")
    top = page.evaluate("document.activeElement.closest('.question').getBoundingClientRect()")
    scene.check(top["top"] >= 0, "the whole question is seen")
    page.keyboard.press("Control+A")
    page.keyboard.insert_text(record["uscc"])
    keys.answer("certCount", record["certCount"])
    page.keyboard.press("Enter")
    page.wait_for_selector("#s2:not([hidden])")
    scene.check(not page.title().startswith("错误"), f"the title says no mistake any more: {page.title()}")
    for key in ("agentIdType", "agentName", "agentIdNumber", "agentMobile"):
        keys.answer(key, record[key])
    page.keyboard.press("Enter")
    page.wait_for_selector("#s3:not([hidden])")
    page.keyboard.press("Tab")
    keys.tab_to(lambda at: at["name"] == "next")
    page.keyboard.press("Enter")
    page.wait_for_selector("#review:not([hidden])")
    scene.check(page.evaluate(focus) == "review-title", "the heading of the list has the focus")
    keys.tab_to(lambda at: at["name"].startswith("修改单位名称"))
    page.keyboard.press("Enter")
    scene.check(page.evaluate(focus) == "q-orgName", "修改 leads to the field")
    page.keyboard.press("Enter")
    page.wait_for_selector("#review:not([hidden])")
    scene.check(page.evaluate(focus) == "review-title", "and Enter back to the list")
    keys.tab_to(lambda at: at["name"] == "make")
    page.keyboard.press("Enter")
    page.wait_for_selector("#result:not([hidden])")
    scene.check(page.evaluate(focus) == "result-title", "the heading of the result has the focus")
    keys.tab_to(lambda at: at["name"] == "download")
    with page.expect_download() as download:
        page.keyboard.press("Enter")
    scene.check(pathlib.Path(download.value.path()).read_bytes().startswith(b"%PDF"), "Enter gives the PDF")
    page.context.close()


def composing(scene):
    """While an input method composes, Enter sends nothing, and nothing is rewritten or marked."""
    visitor = scene.visit("pickup", context=scene.context(DESKTOP))
    page = visitor.page
    visitor.start("own")
    page.click("#next")
    page.wait_for_selector("#summary:not([hidden])")
    marks = page.inner_text("#s1")
    page.focus("#q-orgName")
    for text in ("a", "an", "an shan"):
        visitor.cdp.send("Input.imeSetComposition", {"text": text, "selectionStart": len(text), "selectionEnd": len(text)})
    for kind in ("keyDown", "keyUp"):
        visitor.cdp.send("Input.dispatchKeyEvent", {"type": kind, "key": "Enter", "code": "Enter", "windowsVirtualKeyCode": 13, "text": "\r"})
    page.evaluate("document.querySelector('#answers').requestSubmit()")
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    page.wait_for_timeout(100)
    scene.check(visitor.screen == "s1" and page.evaluate("document.activeElement.id") == "q-orgName", "Enter stays within the input method")
    scene.check(page.input_value("#q-orgName").startswith("an shan") and page.inner_text("#s1") == marks, "nothing is rewritten or marked")
    visitor.cdp.send("Input.insertText", {"text": "鞍山示例有限公司"})
    scene.check(page.input_value("#q-orgName") == "鞍山示例有限公司", f"the text is taken once: {page.input_value('#q-orgName')}")
    scene.check(storage(visitor)[0]["answers"]["orgName"] == "鞍山示例有限公司", "and remembered")
    page.keyboard.press("Tab")
    page.wait_for_selector("#errors-orgName", state="detached")
    scene.check(page.get_attribute("#q-orgName", "aria-invalid") is None, "on leaving, it is checked")
    page.context.close()


def optional(scene):
    """An optional choice can be taken back, by the keyboard too; one that is needed cannot."""
    visitor = scene.visit("pickup")
    page = visitor.page
    page.click("#begin")
    question = visitor.question("certType")
    question.locator("input").first.check()
    scene.check(question.locator("button:visible").count() == 0, "a needed choice cannot be taken back")
    page.evaluate("location.hash = 's2'")
    page.wait_for_selector("#s2:not([hidden])")
    question = visitor.question("agentIdType")
    scene.check(question.locator("button:visible").count() == 0, "nothing is there to take back")
    question.locator("input[value=passport]").check()
    question.locator("button:visible").wait_for()
    question.locator("button").focus()
    page.keyboard.press("Enter")
    question.locator("button").wait_for(state="hidden")
    scene.check(question.locator("input:checked").count() == 0, "the choice is taken back")
    scene.check(page.evaluate("document.activeElement.name") == "agentIdType", "the focus is on the question")
    scene.check("passport" not in str(storage(visitor)), f"and nothing of it is remembered: {storage(visitor)}")


def read_aloud(page):
    """What a screen reader has of the form, without the prose below it, with what changes from day to day replaced."""
    text = page.locator("main").aria_snapshot().split('\n    - region "打印以后')[0]
    for changing, name in ((r"\d+ KB", "… KB"), (r"-\d{8}\.", "-年月日."), (r"blob:\S+", "blob:…")):
        text = re.sub(changing, name, text)
    return text


def reading(scene):
    """The order and the names in which each screen of the form is read."""
    record = scene.record("pickup")
    told = {}
    visitor = scene.visit("pickup", context=scene.context(DESKTOP))
    page = visitor.page
    told["start"] = read_aloud(page)
    visitor.start("own")
    told["first step"] = read_aloud(page)
    page.click("#next")
    page.wait_for_selector("#summary:not([hidden])")
    told["first step with errors"] = read_aloud(page)
    described = page.evaluate("document.querySelector('#q-uscc').getAttribute('aria-describedby').split(' ').map(id => document.getElementById(id).textContent)")
    scene.check(described[0].startswith("错误：还没有填写") and "18位" in described[-1], f"a field is described by its error and its hint: {described}")
    scene.check(page.get_attribute("#q-uscc", "aria-invalid") == "true", "and said to be invalid")
    group = page.get_attribute(".question[data-key=certType] fieldset", "aria-describedby")
    scene.check(group and page.inner_text(f"#{group.split()[0]}").find("证书类型") > 0, f"so is a group of choices: {group}")
    page.context.close()
    visitor = scene.visit("pickup", {**record, "proxyName": "孙一"}, "#s3", context=scene.context(DESKTOP))
    page = visitor.page
    told["third step, opened"] = read_aloud(page)
    page.click("#clear")
    told["third step, asked whether to clear"] = read_aloud(page)
    page.click("#clear-no")
    visitor.type("proxyName", "")
    page.wait_for_selector(".question[data-key=proxyMobile]", state="hidden")
    page.click("#next")
    page.wait_for_selector("#review:not([hidden])")
    visitor.wait_until_complete()
    told["list of answers"] = read_aloud(page)
    page.click("#make")
    page.wait_for_selector("#result:not([hidden])")
    told["result"] = read_aloud(page)
    page.click("#clear")
    page.click("#clear-yes")
    told["cleared"] = "\n".join(read_aloud(page).splitlines()[:26])
    page.context.close()
    text = "".join(f"== {screen}\n{words}\n\n" for screen, words in told.items())
    if os.environ.get("RECORD"):
        READING.parent.mkdir(parents=True, exist_ok=True)
        READING.write_text(text)
    before = READING.read_text().splitlines() if READING.exists() else []
    for number, (one, other) in enumerate(zip(before + [""] * 999, text.splitlines())):
        if one != other:
            scene.check(False, f"{READING}:{number + 1}: read is {other!r}, not {one!r}")
            break
    else:
        scene.check(len(before) == len(text.splitlines()), f"{READING} has {len(before)} lines")


AREAS = [keyboard, composing, optional, reading]
