"""ReportLab: the same page, flat, drawn anew for each document; the font is read once. All words of a page
stand in one text object."""

import io

import reportlab
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from race import FONT, operations, pair, race

pdfmetrics.registerFont(TTFont("F", FONT))
page = list(operations())


def draw(canvas, words, kind, numbers, text):
    if kind == "page":
        if canvas._code:
            canvas.showPage()
        canvas.setPageSize(numbers)
    elif kind in ("text", "value"):
        x, y, size, grey = numbers
        words.setFont("F", size)
        words.setFillGray(grey)
        words.setTextOrigin(x, y)
        words.textOut(text)
    elif kind == "line":
        canvas.setLineWidth(numbers[4])
        canvas.setStrokeGray(numbers[5])
        canvas.line(*numbers[:4])
    else:
        canvas.setFillGray(numbers[4])
        canvas.setStrokeGray(numbers[4])
        canvas.rect(*numbers[:4], stroke=kind == "box", fill=kind != "box")


def make(document, compression):
    out, word = io.BytesIO(), pair(document)
    canvas = Canvas(out, pageCompression=compression)
    words = canvas.beginText()
    for kind, numbers, text in page:
        if kind == "page" and canvas._code:
            canvas.drawText(words)
            words = canvas.beginText()
        draw(canvas, words, kind, numbers, text.replace("示例", word) if kind == "value" else text)
    canvas.drawText(words)
    canvas.save()
    return out.getvalue()


race("reportlab-stored", f"ReportLab {reportlab.__version__}, streams stored", lambda document: make(document, 0))
race("reportlab", f"ReportLab {reportlab.__version__}, streams deflated", lambda document: make(document, 1))
