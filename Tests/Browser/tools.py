"""The tools on the guide's pages in Chromium: what they say is what the command says; pictures come out as platforms take them.

usage: tools.py ZHINAN SITE_FOLDER
"""
import datetime
import io
import json
import pathlib
import subprocess
import sys
import tempfile

from applicant import serve
from checks import check, end
from PIL import Image, ImageDraw
from playwright.sync_api import sync_playwright
from edition import VERSION

zhinan, site = sys.argv[1], pathlib.Path(sys.argv[2])
VECTORS = pathlib.Path("Tests/Fixtures/vectors")
work = pathlib.Path(tempfile.mkdtemp(prefix="tools-"))


def rule(name, *values):
    result = subprocess.run([zhinan, "rule", name, *map(str, values)], capture_output=True, text=True)
    return [json.loads(line) for line in result.stdout.splitlines()]


def fees(page, host):
    """What the calculator shows is what the rule says."""
    page.goto(f"{host}{VERSION}/fees/")
    page.wait_for_selector("[data-tool]:not([hidden]) output p")
    names = page.eval_on_selector_all("[data-tool] input", "inputs => inputs.map(input => input.name)")
    for vector in json.loads((VECTORS / "fee.json").read_text())["valid"]:
        if set(vector["input"]) - set(names):
            continue
        for name in names:
            page.fill(f"[data-tool] input[name={name}]", str(vector["input"].get(name, "")))
        estimate, upper = vector["value"]["estimate"], vector["value"]["upper"]
        wanted = f"{estimate} 元" if estimate == upper else f"{estimate}～{upper} 元"
        page.wait_for_timeout(30)
        said = page.inner_text("[data-tool] output")
        check(f"估算：{wanted}" in said, f"fee {vector['input']}: {said}")
        doubts = page.eval_on_selector_all("[data-tool] [data-code]", "all => all.filter(one => one.checkVisibility()).map(one => one.dataset.code)")
        check(doubts == vector["warnings"], f"fee {vector['input']}: the guide says {doubts}")
    page.fill("[data-tool] input[name=new]", "三")
    page.wait_for_timeout(30)
    check("元" not in page.inner_text("[data-tool] output p"), "what is no number has no price")


def hours(context, host):
    """Whether somebody reviews at a time, wherever the device is."""
    for vector in json.loads((VECTORS / "review_hours.json").read_text())["valid"][::4]:
        page = context.new_page()
        moment = datetime.datetime.fromisoformat(vector["input"] + "+08:00")
        page.clock.install(time=moment)
        page.goto(f"{host}{VERSION}/hours/")
        page.wait_for_selector("[data-tool]:not([hidden]) output p")
        said = page.inner_text("[data-tool] output p")
        change = vector["result"].get("until") or vector["result"].get("next")
        clock = datetime.datetime.fromisoformat(change) if change else None
        shown = f"{clock.month}月{clock.day}日" if clock else ""
        time = f"{clock.hour}:{clock.minute:02}" if clock else ""
        check(said.startswith("现在是审核时段") == vector["result"]["open"] and shown in said and time in said,
              f"hours {vector}: {said}")
        page.close()


def picture(width, height, colour, seed=7):
    """A page with lines of text and a seal, as scanners see it: paper is not smooth."""
    noise = Image.effect_noise((width, height), 40).convert("RGB")
    image = Image.blend(Image.new("RGB", (width, height), "white"), noise, 0.35)
    draw = ImageDraw.Draw(image)
    for line in range(20, height, 60):
        draw.rectangle([width // 10, line, width * 9 // 10, line + 14], fill=(40, 40, 40))
    radius = width // 10
    draw.ellipse([width // 2 - radius, height * 2 // 3 - radius, width // 2 + radius, height * 2 // 3 + radius],
                 outline=(200, 30, 30) if colour else (90, 90, 90), width=max(4, width // 100))
    return image


def pictures():
    """Files by name, with what is asked: whether it fits as it is, whether it can be made to fit, whether it is grey."""
    turned = Image.Exif()
    turned[0x0112] = 6
    made = {
        "fits.jpg": (picture(1654, 2339, True), {"quality": 70, "dpi": (200, 200)}, True, None, False),
        "large.png": (picture(2480, 3508, True), {}, False, True, False),
        "large.bmp": (picture(1654, 2339, True), {}, False, True, False),
        "grey.jpg": (picture(1654, 2339, False), {"quality": 70}, True, None, True),
        "turned.jpg": (picture(3508, 2480, True), {"quality": 98, "exif": turned}, False, True, False),
        "huge.jpg": (picture(6000, 4000, True), {"quality": 90}, False, True, False),
        "tiny.jpg": (picture(200, 150, True), {"quality": 70}, False, False, False),
        "really-png.jpg": (picture(600, 800, True), {"format": "PNG"}, False, True, False),
    }
    for name, (image, options, *wanted) in made.items():
        image.save(work / name, **options)
        yield name, image, *wanted
    (work / "photo.heic.jpg").write_bytes(b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + bytes(300_000))
    yield "photo.heic.jpg", None, False, None, False


def scans(page, host):
    page.goto(f"{host}{VERSION}/materials/")
    page.wait_for_selector("[data-tool]:not([hidden])")
    item = ".scan-item:first-child"
    for name, image, fits, can_fit, is_grey in pictures():
        before = (work / name).read_bytes()
        page.set_input_files("#scan-file", work / name)
        page.wait_for_selector(f"{item} .scan-name:text-is('{name}')")
        page.wait_for_selector(f"{item} .told-right, {item} .told-errors")
        [judged] = rule("upload_file", work / name)
        said = page.inner_text(item)
        check(judged["ok"] == fits == ("符合要求，直接上传" in said), f"{name}: {judged} {said}")
        check(("灰度" in said) == is_grey, f"{name}: grey is {is_grey}: {said}")
        if judged.get("found"):
            check(judged["found"] in said and (not judged.get("width") or f"{judged['width']} × {judged['height']}" in said),
                  f"{name}: {judged} {said}")
        has_button = page.locator(f"{item} button").count() == 1
        check(has_button == (can_fit is not None), f"{name}: a button is {has_button}")
        if not has_button:
            continue
        page.click(f"{item} button")
        page.wait_for_selector(f"{item} .actions a, {item} > .told-errors:last-child")
        check((page.locator(f"{item} .actions a").count() == 1) == can_fit, f"{name}: can fit is {can_fit}")
        if not can_fit:
            continue
        with page.expect_download() as download:
            page.click(f"{item} .actions a")
        result = pathlib.Path(download.value.path()).read_bytes()
        saved = work / "saved.jpg"
        saved.write_bytes(result)
        [judged] = rule("upload_file", saved)
        check(judged["ok"] and not set(judged["warnings"]) - {"W_RESOLUTION"}, f"{name}: {judged}")
        same_shape(name, image, Image.open(io.BytesIO(result)))
        check((work / name).read_bytes() == before, f"{name} is untouched")


def same_shape(name, before, after):
    """Turned once, the same proportions, never larger, the same picture."""
    width, height = before.size if name != "turned.jpg" else before.size[::-1]
    check(abs(after.width / after.height - width / height) < 0.01 and after.width <= width, f"{name}: {after.size}")
    check(after.width * after.height <= 16_777_216, f"{name}: no larger than iOS draws")
    wanted = (before if name != "turned.jpg" else before.rotate(-90, expand=True)).convert("L").resize((64, 64))
    found = after.convert("L").resize((64, 64))
    off = sum(abs(a - b) for a, b in zip(wanted.tobytes(), found.tobytes())) / 4096
    check(off < 8, f"{name}: the picture is another one: {off}")


def main():
    host = serve(site)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        phone = {"viewport": {"width": 390, "height": 844}, "is_mobile": True, "has_touch": True, "locale": "zh-CN"}
        context = browser.new_context(timezone_id="America/New_York", **phone)
        errors = []
        context.on("weberror", lambda error: errors.append(str(error.error)))
        page = context.new_page()
        page.set_default_timeout(60_000)
        fees(page, host)
        hours(context, host)
        scans(page, host)
        check(not errors, f"errors: {errors}")
        browser.close()
    sys.exit(end("tools"))


main()
