"""Everything that can go wrong on a form's page in Chromium, every screen and state, keyboard, order of reading.

usage: states.py SITE_FOLDER [AREA …]

RECORD=1 writes the orders of reading (Tests/Fixtures/FormPage) instead of comparing them.
"""
import sys
import time

import faults
import keeping
import keys
import screens
from playwright.sync_api import sync_playwright
from scene import Scene

areas = faults.AREAS + keeping.AREAS + screens.AREAS + keys.AREAS
wanted = sys.argv[2:]
with sync_playwright() as playwright:
    browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
    scene = Scene(browser, sys.argv[1])
    for area in areas:
        if wanted and area.__name__ not in wanted:
            continue
        began = time.time()
        area(scene)
        print(f"  {area.__name__}: {time.time() - began:.0f} s")
    browser.close()
print(f"states: {scene.passed} passed, {scene.failed} failed")
sys.exit(1 if scene.failed else 0)
