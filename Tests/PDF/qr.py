"""Reads QR codes with zxing-cpp.

    qr.py FOLDER      every NAME.pbm there holds one code, whose bytes are those of NAME.txt
    qr.py FILE.pdf…   the texts of the codes on each page, as poppler draws it, one JSON line a page
"""

import json
import subprocess
import sys
import tempfile
from pathlib import Path

import zxingcpp
from PIL import Image, ImageOps


def read(picture):
    return zxingcpp.read_barcodes(
        picture, formats=zxingcpp.BarcodeFormat.QRCode, try_rotate=False, try_downscale=False, try_invert=False)


def codes(picture):
    return [code.bytes for code in read(picture)]


def places(picture):
    """The codes' texts and boxes in pixels."""
    for code in read(picture):
        corners = code.position.top_left, code.position.top_right, code.position.bottom_right, code.position.bottom_left
        across, down = [corner.x for corner in corners], [corner.y for corner in corners]
        yield code.bytes.decode(), (min(across), min(down), max(across), max(down))


def check_folder(folder):
    wrong = []
    names = sorted(folder.glob("*.pbm"))
    for name in names:
        module = Image.open(name).convert("L")
        # Four pixels a module, and the quiet zone of four modules.
        picture = ImageOps.expand(module.resize((4 * module.width, 4 * module.height), Image.Resampling.NEAREST), 16, 255)
        if codes(picture) != [name.with_suffix(".txt").read_bytes()]:
            wrong.append(name)
            print(f"{name}: zxing-cpp reads {codes(picture)}")
    print(f"QR codes: {len(names) - len(wrong)} passed, {len(wrong)} failed")
    return bool(wrong) or not names


def pages(pdf):
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["pdftoppm", "-r", "150", "-gray", pdf, f"{folder}/page"], check=True)
        for page in sorted(Path(folder).iterdir()):
            yield Image.open(page)


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    if Path(sys.argv[1]).is_dir():
        sys.exit(check_folder(Path(sys.argv[1])))
    for pdf in sys.argv[1:]:
        for number, page in enumerate(pages(pdf), 1):
            texts = [code.decode(errors="replace") for code in codes(page)]
            print(json.dumps({"file": pdf, "page": number, "codes": texts}, ensure_ascii=False))
