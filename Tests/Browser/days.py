"""The guide's site in the days around its newest edition, in Chromium, where the day begins later than in China.

usage: days.py ZHINAN

The site is built on the day before the edition and looked at on that day and after midnight, without another build: what
pages say of versions follows the day in China, and forms find no clock wrong. Pages that announce the edition have no
problem that pages.py knows, and no link on the coloured head that one cannot read.
"""
import datetime
import pathlib
import subprocess
import sys
import tempfile

import yaml
from applicant import serve
from checks import check, end
from edition import GUIDE
from pages import problems_of
from playwright.sync_api import sync_playwright

MIDNIGHT = datetime.timezone(datetime.timedelta(hours=8))
ZONES = ["Asia/Shanghai", "UTC", "America/Los_Angeles"]
SHOWN = "all => all.filter(one => one.checkVisibility()).map(one => one.innerText)"
HERO = """() => {
  const light = colour => { const [r, g, b] = colour.match(/[\\d.]+/g).map(n => n / 255).map(n => n <= .04045 ? n / 12.92 : ((n + .055) / 1.055) ** 2.4);
    return .2126 * r + .7152 * g + .0722 * b; };
  const style = name => { const one = document.createElement('i'); one.style.color = `var(${name})`; document.body.append(one);
    const colour = getComputedStyle(one).color; one.remove(); return light(colour); };
  return [...document.querySelectorAll('.page-home .page-header a')].flatMap(link => {
    const ink = light(getComputedStyle(link).color);
    return ['--hero', '--hero-deep'].map(style).map(ground => (Math.max(ink, ground) + .05) / (Math.min(ink, ground) + .05));
  });
}"""

zhinan = sys.argv[1]
versions = [one for one in yaml.safe_load(GUIDE.read_text(encoding="utf-8"))["versions"] if "effective" in one]
newest, before = sorted(versions, key=lambda one: one["effective"], reverse=True)[:2]
day = newest["effective"]
eve = str(day - datetime.timedelta(days=1))
work = pathlib.Path(tempfile.mkdtemp(prefix="days-"))
for name, today in (("eve", eve), ("day", str(day))):
    subprocess.run([zhinan, "build", "--today", today, "--output", str(work / name)], check=True, capture_output=True)
site, host, built = work / "eve", serve(work / "eve"), serve(work / "day")
last = datetime.datetime.combine(day, datetime.time(), MIDNIGHT) - datetime.timedelta(minutes=1)
form = sorted(path.name for path in (site / newest["id"] / "forms").iterdir() if path.is_dir())[0]


def look(browser, host, moment, zone):
    """What pages say at a moment: banners of both editions, announcements, and what a form tells of the clock."""
    context = browser.new_context(timezone_id=zone, locale="zh-CN")
    context.clock.set_fixed_time(moment)
    page = context.new_page()
    said = {}
    for name, path in (("new", f"{newest['id']}/"), ("old", f"{before['id']}/"), ("form", f"{newest['id']}/forms/{form}/")):
        page.goto(host + path)
        if name == "form":
            page.wait_for_selector("html.live[data-at]")
        said[name] = {what: page.eval_on_selector_all(what, SHOWN) for what in (".banner", ".coming", "#messages > *")}
    context.close()
    return said


with sync_playwright() as playwright:
    browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
    for zone in ZONES:
        on = look(browser, host, last, zone)
        check(len(on["new"][".banner"]) == 1 and str(day) in on["new"][".banner"][0], f"{zone}: it comes: {on['new']}")
        check(not on["old"][".banner"] and len(on["old"][".coming"]) == 1, f"{zone}: the other one says so: {on['old']}")
        check(not on["form"]["#messages > *"], f"{zone}: no clock is wrong: {on['form']}")
        for place in (host, built):
            on = look(browser, place, last + datetime.timedelta(minutes=2), zone)
            check(not on["new"][".banner"], f"{zone}: it is in force: {on['new']}")
            check(len(on["old"][".banner"]) == 1 and not on["old"][".coming"], f"{zone}: the other one is past: {on['old']}")
            check(not on["form"]["#messages > *"] and not on["form"][".banner"], f"{zone}: its forms are in force: {on['form']}")
    announcing = [path for path in site.rglob("index.html") if '<p class="coming"' in path.read_text(encoding="utf-8")]
    check(len(announcing) > 1, f"pages announce it: {announcing}")
    for width, height, scheme in ((390, 844, "light"), (1280, 900, "dark")):
        context = browser.new_context(viewport={"width": width, "height": height}, color_scheme=scheme, locale="zh-CN")
        context.clock.set_fixed_time(last)
        for path in announcing:
            page = context.new_page()
            found = problems_of(page, f"{host}{path.parent.relative_to(site)}/", host)
            check(not found, f"{path.relative_to(site)} at {width} px: {found}")
            contrasts = page.evaluate(HERO)
            check(all(contrast >= 4.5 for contrast in contrasts), f"{path.relative_to(site)} {scheme}: contrasts {contrasts}")
            page.close()
    browser.close()
sys.exit(end("days"))
