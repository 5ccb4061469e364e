"""Types into filled forms in Firefox's PDF viewer (pdf.js), saves them there, and opens what it saved: `zhinan form read`
and the browser's module read what was typed, or say why not.

usage: pdfjs.py ZHINAN SITE

The saved bytes come from the viewer's own `saveDocument`, which its save button calls too; only the dialog for a file's
name is left out.
"""
import base64
import json
import logging
import os
import pathlib
import subprocess
import sys
import tempfile

from marionette_driver import By, Wait
from marionette_driver.keys import Keys
from marionette_driver.marionette import Marionette

zhinan, site = os.path.abspath(sys.argv[1]), pathlib.Path(sys.argv[2]).resolve()
project = pathlib.Path(__file__).resolve().parents[2]
sys.path.append(str(project / "Tests/Browser"))
from edition import VERSION  # noqa: E402
work = pathlib.Path(tempfile.mkdtemp(prefix="zhinan-pdfjs-"))
# What is typed into each form; a box is named with its place among the boxes of its name.
TYPED = {
    "ca-application": {"orgName": "鞍山饕餮蔼然（集团）有限公司", "agentName": "赵蔼", "agentMobile": "13900000006"},
    "pickup": {"agentName": "赵蔼", "agentMobile": "13900000006"},
    "seal-sample": {"orgName": "鞍山饕餮蔼然（集团）有限公司"},
}
READY = """const app = window.wrappedJSObject.PDFViewerApplication;
  return !!app?.pdfDocument && app.pdfViewer?.pageViewsReady && document.querySelectorAll('.annotationLayer input').length > 0"""
PREFERENCES = {"pdfjs.disabled": False, "dom.disable_beforeunload": True, "services.settings.server": "data:,"}
SAVE = """const done = arguments[arguments.length - 1];
  window.wrappedJSObject.PDFViewerApplication.pdfDocument.saveDocument().then((saved) => {
    let text = "";
    for (const byte of Cu.cloneInto(saved, globalThis)) text += String.fromCharCode(byte);
    done(btoa(text));
  }).catch((error) => done(`!${error}`))"""
passed = failed = 0


def check(truth, what):
    global passed, failed
    if truth:
        passed += 1
    else:
        failed += 1
        print(f"pdfjs: not as it should be: {what}")


def run(*arguments):
    command = [zhinan, "form", *map(str, arguments), "--today", "2026-12-01", "--lang", "zh-CN"]
    return subprocess.run(command, capture_output=True, text=True, cwd=project)


def read(form, pdf):
    done = run("read", pdf, "--form", site / VERSION / f"forms/{form}.form", "--as", "json", "--format", "json")
    return (json.loads(done.stdout) if done.stdout.strip() else None), [json.loads(line) for line in done.stderr.splitlines()]


def opened(files):
    """What the module of a page answers for each of [(form, path)]."""
    paths = work / "paths.json"
    paths.write_text(json.dumps([[form, str(path)] for form, path in files]))
    command = ["node", project / "Tests/Browser/reopen.mjs", site, VERSION, "zh-CN", paths]
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode:
        raise SystemExit(done.stderr)
    return [json.loads(line) for line in done.stdout.splitlines()]


class Viewer:
    def __init__(self, firefox):
        self.firefox = firefox

    def open(self, pdf):
        self.firefox.navigate(pdf.as_uri())
        Wait(self.firefox, timeout=60).until(lambda _: self.firefox.execute_script(READY))

    def type(self, name, text):
        field = Wait(self.firefox, timeout=30).until(
            lambda _: self.firefox.find_element(By.CSS_SELECTOR, f".annotationLayer [name='{name}']"))
        self.firefox.execute_script("arguments[0].scrollIntoView({block: 'center'})", script_args=[field])
        field.clear()
        field.send_keys(text, Keys.TAB)
        check(field.get_property("value") == text, f"{name} is {field.get_property('value')} in the viewer")

    def save(self, path):
        # The system's sandbox may read bytes of the page.
        text = self.firefox.execute_async_script(SAVE, sandbox="system", script_timeout=60_000)
        if text.startswith("!"):
            raise SystemExit(f"pdfjs: cannot save: {text}")
        path.write_bytes(base64.b64decode(text))


def main():
    logging.getLogger("mozversion").setLevel(logging.WARNING)
    firefox = Marionette(bin="/usr/bin/firefox-esr", headless=True, prefs=PREFERENCES, gecko_log=str(work / "log"), port=0)
    firefox.start_session()
    viewer, files = Viewer(firefox), []
    try:
        version = firefox.session_capabilities["browserVersion"]
        for form, typed in TYPED.items():
            for example in sorted((project / f"content/{VERSION}/examples/{form}").iterdir()):
                for how in ([], ["--lock", "all"]):
                    source = work / f"{len(files)}.pdf"
                    if run("fill", site / VERSION / f"forms/{form}.form", example, "-o", source, *how).returncode:
                        continue
                    viewer.open(source)
                    if not how:
                        for name, text in typed.items():
                            viewer.type(name, text)
                    saved = work / f"{len(files)}-saved.pdf"
                    viewer.save(saved)
                    files.append((form, source, saved, {} if how else typed))
    finally:
        firefox.quit()
    for (form, source, saved, typed), answer in zip(files, opened([(file[0], file[2]) for file in files])):
        wanted = (read(form, source)[0] or {}) | typed
        record, told = read(form, saved)
        check(len(wanted) > 5 and record == wanted, f"{form} {saved.name}: the command reads {record} instead of {wanted}")
        check(not [one for one in told if one["severity"] == "error"], f"{form} {saved.name}: {told}")
        check(not typed or form == "pickup" or "pdf.stale-code" in [one["id"] for one in told],
              f"{form} {saved.name}: the code is not what it was")
        check(answer.get("record") == wanted and not answer["notes"], f"{form} {saved.name}: the module takes {answer}")
    check(len(files) == 8, f"{len(files)} files")
    print(f"pdfjs: Firefox {version}: {passed} passed, {failed} failed")
    sys.exit(1 if failed else 0)


main()
