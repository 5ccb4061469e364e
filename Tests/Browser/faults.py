"""What goes wrong around a form's page: parts that lack, a module that stops, a browser that remembers nothing."""
import base64
import gzip
import re

from scene import DESKTOP, VERSION, messages, shown, storage
from screens import look

BLANK = "下载空白表"
EARLY = {"module": "assets/module.js", "messages": f"{VERSION}/forms/zh-CN.messages.js",
         "form": f"{VERSION}/forms/pickup.form.js"}
LATE = {"glyphs-0": "assets/glyphs-0.js", "glyphs-1": "assets/glyphs-1.js", "glyphs-2": "assets/glyphs-2.js",
        "blank": f"{VERSION}/forms/pickup.blank.js"}
TRAPS = """
  const instantiate = WebAssembly.instantiate;
  window.traps = 0;
  window.instances = 0;
  WebAssembly.instantiate = async (...values) => {
    const made = await instantiate(...values);
    if (made.instance) return made;  // what unpacks the module
    const { exports } = made;
    if (exports.state) window.instances += 1;
    const trapping = name => () => {
      if (window.traps-- > 0) throw new WebAssembly.RuntimeError("unreachable");
      return exports[name]();
    };
    return { exports: { ...exports, state: trapping("state"), fill: trapping("fill") } };
  };"""


def part(text):
    """Name, identity and bytes of a part script."""
    name, identity, packed = re.match(r'zhinanPart\("([^"]*)", "([^"]*)", "([^"]*)"\)', text).groups()
    return name, identity, gzip.decompress(base64.b64decode(packed))


def script(name, identity, content):
    return f'zhinanPart("{name}", "{identity}", "{base64.b64encode(gzip.compress(content)).decode()}");'


def damaged(text):
    """The same script; in the bytes, the check at the end of gzip is another."""
    name, identity, packed = re.match(r'zhinanPart\("([^"]*)", "([^"]*)", "([^"]*)"\)', text).groups()
    content = bytearray(base64.b64decode(packed))
    content[-6] ^= 1
    return f'zhinanPart("{name}", "{identity}", "{base64.b64encode(content).decode()}");'


def spoiled(scene, path, how):
    """A part script as a fault leaves it, and the kind that the page tells."""
    text = (scene.site / path).read_text()
    name, identity, content = part(text)
    other = {"form": f"{VERSION}/forms/seal-sample.form.js", "glyphs-0": "assets/glyphs-1.js", "glyphs-2": "assets/glyphs-0.js",
             "blank": f"{VERSION}/forms/seal-sample.blank.js"}.get(name)
    wrong = {
        "cut": text[:len(text) // 2],
        "stale": script(name, "0123456789abcdef", content),
        "damaged": damaged(text),
        "rejected": script(name, identity, part((scene.site / other).read_text())[2] if other else content[:-1000] + b"?"),
    }
    return wrong[how]


def served(scene, path, how):
    def before(page):
        answer = {"status": 404} if how == "missing" else {"body": spoiled(scene, path, how), "content_type": "text/javascript"}
        page.route(re.compile(re.escape(path)), lambda route: route.fulfill(**answer))
    return before


SAYS = {"missing": "没有载入完", "cut": "没有载入完", "stale": "不是同一版", "damaged": "坏了", "rejected": "不是同一版"}


def early(scene):
    """Without one of the first parts the page stays a list to read, and says why."""
    wanted = [(name, "missing") for name in EARLY] + [("form", "cut"), ("messages", "stale"), ("module", "damaged"), ("module", "rejected")]
    context = scene.context()
    for name, how in wanted:
        visitor = scene.visit("pickup", context=context, before=served(scene, EARLY[name], how), live=False)
        visitor.page.wait_for_selector("#messages .notice")
        said = messages(visitor)
        reason = "运行不了" if (name, how) == ("module", "rejected") else SAYS[how]
        scene.check(reason in said and BLANK in said, f"{name} {how}: {said}")
        scene.check(shown(visitor, ".still-card") and shown(visitor, ".question[data-key=uscc]") and not shown(visitor, "#q-uscc")
                    and not shown(visitor, ".when-waiting"), f"{name} {how}: the page is a list to read")
        if (name, how) == ("form", "cut"):
            look(scene, visitor, "the list with a notice")
        visitor.page.close()
    context.close()


def late(scene):
    """Without one of the others people fill in all the same; the PDF waits, and comes after another try."""
    wanted = [(name, "missing") for name in LATE] + [
        ("glyphs-1", "cut"), ("blank", "stale"), ("glyphs-2", "damaged"), ("glyphs-0", "rejected"), ("blank", "rejected")]
    context = scene.context()
    for name, how in wanted:
        visitor = scene.visit("pickup", scene.record("pickup"), "#review", context, before=served(scene, LATE[name], how))
        visitor.page.wait_for_selector("#messages .notice")
        said = messages(visitor)
        scene.check(SAYS[how] in said and BLANK in said and "答案都在" in said, f"{name} {how}: {said}")
        visitor.page.click("#make")
        visitor.page.wait_for_selector("#make:text-is('生成 PDF')")
        scene.check(visitor.screen == "review" and shown(visitor, "#messages"), f"{name} {how}: no PDF is made")
        if (name, how) == ("blank", "missing"):
            look(scene, visitor, "the answers with a notice")
        visitor.page.unroute_all()
        if how in ("missing", "cut"):
            visitor.page.click('#messages button:text-is("再试一次")')
        else:
            with visitor.page.expect_navigation():
                visitor.page.click('#messages button:text-is("重新载入")')
            visitor.page.wait_for_selector("html.live[data-at=review]")
        visitor.page.click("#make")
        visitor.page.wait_for_selector("#result:not([hidden])")
        scene.check(not messages(visitor), f"{name} {how}: the sentence goes: {messages(visitor)}")
        visitor.page.close()
    context.close()


def traps(scene):
    """A module that stops once is replaced without a word; one that always stops is told, and the answers stay."""
    record = scene.record("pickup")
    visitor = scene.visit("pickup", record, "#review", before=lambda page: page.add_init_script(TRAPS))
    page = visitor.page
    visitor.wait_until_complete()
    for name in ("state", "fill"):
        page.evaluate("name => { window.instances = 0; window.traps = 1; }", name)
        page.click("#make")
        page.wait_for_selector("#result:not([hidden])")
        scene.check(page.evaluate("window.instances") == 1 and not messages(visitor), f"a new module takes over in {name}")
        page.go_back()
        page.wait_for_selector("#review:not([hidden])")
    _, first = visitor.make()
    scene.check(first.startswith(b"%PDF"), "and makes the PDF")
    page.go_back()
    page.evaluate("window.traps = 1e9")
    page.click("#make")
    page.wait_for_selector("#messages [data-subject=failed]")
    scene.check("检查程序出错" in messages(visitor) and BLANK in messages(visitor), f"it is told: {messages(visitor)}")
    page.evaluate("location.hash = '#s1'")
    page.wait_for_selector("#s1:not([hidden])")
    visitor.type("pickupPoint", "窗口二")
    page.click("#next")
    page.wait_for_timeout(200)
    scene.check(visitor.screen == "s1", "nobody goes on unchecked")
    scene.check(storage(visitor)[0]["answers"]["pickupPoint"] == "窗口二", "answers are remembered all the same")
    page.evaluate("window.traps = 0")
    page.click("#next")
    page.wait_for_selector("#s2:not([hidden])")
    scene.check(not messages(visitor), "when it works again the sentence goes")
    page.context.close()
    broken = scene.visit("pickup", record, before=lambda page: page.add_init_script(TRAPS + "window.traps = 1e9;"), live=False)
    broken.page.wait_for_selector("#messages [data-subject=failed]")
    scene.check(BLANK in messages(broken), "a module that never answers is told at once")
    broken.page.context.close()


def forgetful(scene):
    """Browsers that remember nothing, or whose memory is full, are told of before anything is lost."""
    full = "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };"
    closed = "for (const name of ['sessionStorage', 'localStorage']) Object.defineProperty(window, name," \
             " { get() { throw new DOMException('no', 'SecurityError'); } });"
    for name, source in (("full", full), ("closed", closed)):
        visitor = scene.visit("pickup", context=scene.context(), before=lambda page: page.add_init_script(source))
        if name == "closed":
            scene.check("不让本页记住" in messages(visitor), "a private window is told of at once")
        visitor.start("own")
        visitor.fill(scene.record("pickup"))
        said = messages(visitor)
        scene.check("不让本页记住" in said and said.count("不让本页记住") == 1, f"{name}: told once: {said}")
        visitor.page.click('#messages button:text-is("知道了")')
        visitor.page.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}))")
        _, pdf = visitor.make()
        scene.check(pdf.startswith(b"%PDF") and not messages(visitor), f"{name}: the PDF comes, and the sentence does not come again")
        scene.check(not visitor.problems, f"{name}: {visitor.problems}")
        visitor.page.context.close()
    visitor = scene.visit("pickup", before=lambda page: page.add_init_script(full))
    visitor.page.check("#device input[value=own]")
    visitor.page.click("#keep")
    scene.check("不让本页记住" in messages(visitor) and not visitor.page.is_checked("#keep"), "what cannot be kept is not promised")
    visitor.page.context.close()


def old_browsers(scene):
    """Without WebAssembly or decompression the page says which browsers work; without script it is a list."""
    for name in ("WebAssembly", "DecompressionStream"):
        visitor = scene.visit("pickup", before=lambda page: page.add_init_script(f"delete window.{name}"), live=False)
        visitor.page.wait_for_selector("#messages .notice")
        scene.check("Chrome 97" in messages(visitor) and BLANK in messages(visitor), f"without {name}: {messages(visitor)}")
        scene.check(shown(visitor, ".still-card") and not shown(visitor, "#q-uscc"), f"without {name} the page is a list to read")
        scene.check(not visitor.problems, f"without {name}: {visitor.problems}")
        visitor.page.context.close()
    visitor = scene.visit("ca-application", context=scene.context(DESKTOP, java_script_enabled=False), live=False)
    text = visitor.page.inner_text("main")
    scene.check(all(word in text for word in ("统一社会信用代码", "补办原因", "介质丢失", BLANK, "脚本没有运行")), "without script all is listed")
    scene.check(not shown(visitor, "#q-uscc") and not shown(visitor, "#next") and not shown(visitor, ".when-waiting"),
                "without script nothing looks as if one could fill it in")
    visitor.page.context.close()


def lacking_signs(scene):
    """A sign that no font has is named where it stands, and no PDF is made without it."""
    visitor = scene.visit("pickup", {**scene.record("pickup"), "pickupPoint": "𰻝面馆二楼"}, "#review")
    visitor.wait_until_complete()
    visitor.page.click("#make")
    visitor.page.wait_for_selector("#summary:not([hidden])")
    text = visitor.page.inner_text("#summary")
    scene.check("𰻝" in text and "领取地点" in text and visitor.screen == "review", f"the sign is named: {text}")
    visitor.page.context.close()


AREAS = [lacking_signs, early, late, traps, forgetful, old_browsers]
