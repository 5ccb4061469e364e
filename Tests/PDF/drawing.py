"""PDF pages as poppler, pdfium and MuPDF draw them, and how far two drawings are apart.

Pages are drawn at 300 dpi and averaged to 100 dpi: pdfium puts glyphs on whole pixels and the three thicken thin lines
in different ways, which the averages hide. Then every pixel becomes the average of the 6 × 6 pixels around it, and must
be no lighter and no darker than all of the other drawing's nine pixels around it, but for a tolerance: see engines.py.
"""

import io
import subprocess
import tempfile
from pathlib import Path

import pikepdf
import pymupdf
import pypdfium2
from PIL import Image, ImageChops, ImageFilter

from qr import places

FINE, COARSE = 300, 100


def poppler(pdf):
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "file.pdf")
        path.write_bytes(pdf)
        subprocess.run(["pdftoppm", "-r", str(FINE), "-gray", path, f"{folder}/page"], check=True)
        return [Image.open(page).convert("L") for page in sorted(Path(folder).glob("page*"))]


def pdfium(pdf):
    file = pypdfium2.PdfDocument(pdf)
    file.init_forms()
    pages = [file[number] for number in range(len(file))]
    return [page.render(scale=FINE / 72, may_draw_forms=True, grayscale=True).to_pil().convert("L") for page in pages]


def mupdf(pdf):
    with pymupdf.open(stream=pdf, filetype="pdf") as file:
        pictures = [page.get_pixmap(dpi=FINE, colorspace=pymupdf.csGRAY, annots=True) for page in file]
    return [Image.frombytes("L", (picture.width, picture.height), picture.samples) for picture in pictures]


ENGINES = {"poppler": poppler, "pdfium": pdfium, "MuPDF": mupdf}


def draw(pdf, engine):
    """The pages' ink, 0 is paper and 255 is black, and the texts of their QR codes. The codes themselves are left out:
    poppler puts their modules on whole pixels."""
    pages, texts = [], []
    for picture, signatures in zip(ENGINES[engine](pdf), signature_boxes(pdf)):
        ink = ImageChops.invert(picture.reduce(FINE // COARSE))
        for box in signatures:
            ink.paste(0, box)
        for text, box in places(picture):
            texts.append(text)
            ink.paste(0, [edge * COARSE // FINE + border for edge, border in zip(box, (-3, -3, 4, 4))])
        pages.append(ink)
    return pages, texts


def signature_boxes(pdf):
    """Where signatures will stand, in pixels, page by page. MuPDF draws a sign there on the screen, whatever the file
    says, so it is left out."""
    with pikepdf.open(io.BytesIO(pdf)) as file:
        return [[pixels(page, widget, 1) for widget in page.get("/Annots", []) if widget.get("/FT") == "/Sig"]
                for page in file.pages]


def pixels(page, widget, border):
    """A widget's box in pixels with some more around it."""
    left, bottom, right, top = (float(edge) * COARSE / 72 for edge in widget.Rect)
    height = float(page.mediabox[3]) * COARSE / 72
    return int(left) - border, int(height - top) - border, int(right) + 1 + border, int(height - bottom) + 1 + border


class Blurred:
    """A drawing's averages, and the lightest and darkest of nine."""

    def __init__(self, ink):
        self.average = ink.filter(ImageFilter.BoxBlur(2.5))
        self.darkest = self.average.filter(ImageFilter.MaxFilter(3))

    def distance(self, other):
        """0 to 255, and where it is."""
        width, height = (min(a, b) for a, b in zip(self.average.size, other.average.size))
        size = (0, 0, width, height)
        found = (0, None)
        for one, two in ((self, other), (other, self)):
            more = ImageChops.subtract(one.average.crop(size), two.darkest.crop(size))
            most = more.getextrema()[1]
            if most > found[0]:
                found = most, more.point(lambda value: 255 * (value == most)).getbbox()[:2]
        return found
