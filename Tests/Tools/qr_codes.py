"""Records Tests/Fixtures/qr-codes.json: QR codes that qrcode (PyPI) makes, one a line; our codes must be the same.

segno 1.6.6 will not do: where the text ends with a byte it adds a byte of zeros that ISO/IEC 18004 §7.4.10 does not ask
for.
"""

import json
import random
from pathlib import Path

import qrcode
from qrcode.exceptions import DataOverflowError
from qrcode.util import MODE_8BIT_BYTE, MODE_ALPHA_NUM, MODE_NUMBER, QRData

LEVELS = {"low": 1, "medium": 0, "quartile": 3, "high": 2}
MODES = [
    (MODE_NUMBER, b"0123456789"),
    (MODE_ALPHA_NUM, b"ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 $%*+-./:"),
    (MODE_8BIT_BYTE, "abcxyz{}&=?鞍山𬭎".encode()),
]
draw = random.Random(18004)


def make(text, mode, level, mask, version=None):
    made = qrcode.QRCode(version=version, error_correction=LEVELS[level], mask_pattern=mask)
    made.add_data(QRData(text, mode=mode))
    made.make(fit=version is None)
    return made


def code(text, mode, level, mask):
    made = make(text, mode, level, mask)
    rows = ["".join("01"[dark] for dark in row) for row in made.modules]
    width = (len(rows) + 7) // 8
    picture = b"".join(int(row.ljust(8 * width, "0"), 2).to_bytes(width, "big") for row in rows)
    return {"text": text.hex(), "correction": level, "mask": mask, "version": made.version, "rows": picture.hex()}


def longest(mode, characters, level, version):
    """The longest text of a version; it starts with a character that no smaller mode has."""
    text = characters[10:11]
    while True:
        longer = text + bytes([draw.choice(characters)])
        try:
            make(longer, mode, level, 0, version)
        except DataOverflowError:
            return text
        text = longer


codes = [code(b"https://example.cn/2026-11/verify?f=ca-application", MODE_8BIT_BYTE, "medium", mask) for mask in range(8)]
for version in range(1, 11):
    for number, level in enumerate(LEVELS):
        # Every version and level in one mode, all three in turn: full to the last bit, then nearly empty.
        mode, characters = MODES[(version + number) % 3]
        text = longest(mode, characters, level, version)
        codes.append(code(text, mode, level, draw.randrange(8)))
        if version > 1 and number == version % 4:
            codes.append(code(text[: len(text) * 5 // 6], mode, level, draw.randrange(8)))
for mode, text in [(MODE_NUMBER, b"7"), (MODE_NUMBER, b"42"), (MODE_ALPHA_NUM, b"A"), (MODE_8BIT_BYTE, b"a")]:
    codes.append(code(text, mode, "medium", draw.randrange(8)))
lines = ",\n".join(json.dumps(entry) for entry in codes)
Path(__file__).parents[1].joinpath("Fixtures/qr-codes.json").write_text(f"[\n{lines}\n]\n")
