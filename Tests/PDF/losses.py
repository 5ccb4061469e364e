"""Copies of a PDF in each of which one glyph is lost: its code is gone, and the text after it stands where it stood."""

import io

import pikepdf
from pikepdf import Array, Operator, String

from drawing import COARSE, pixels


def without_glyph(instructions, index, glyph):
    """The instructions with one glyph of a Tj, two bytes a glyph, made a gap of an em or half of one."""
    codes = bytes(instructions[index][0][0])
    gap = -1000 if len(codes) > 2 else 0
    parts = Array([String(codes[: 2 * glyph]), gap, String(codes[2 * glyph + 2 :])])
    return [*instructions[:index], ([parts], Operator("TJ")), *instructions[index + 1 :]]


def shown(instructions):
    """Where texts are shown: the instruction and how many glyphs."""
    return [(index, len(bytes(operands[0])) // 2) for index, (operands, operator) in enumerate(instructions)
            if str(operator) == "Tj"]


def answers_without_glyph(pdf):
    """One copy an answer, without the middle glyph: what lost it, the copy, the page, the box in pixels."""
    with pikepdf.open(io.BytesIO(pdf)) as file:
        for number, page in enumerate(file.pages):
            for widget in page.get("/Annots", []):
                if widget.get("/FT") != "/Tx" or not str(widget.get("/V", "")):
                    continue
                stream = widget.AP.N
                whole, instructions = stream.read_bytes(), list(pikepdf.parse_content_stream(stream))
                texts = shown(instructions)
                index, glyphs = texts[len(texts) // 2]
                stream.write(pikepdf.unparse_content_stream(without_glyph(instructions, index, glyphs // 2)))
                yield str(widget.T), saved(file), number, pixels(page, widget, 6)
                stream.write(whole)


def words_without_glyph(pdf, count=6):
    """Some copies of a page, each without the middle glyph of another printed text."""
    with pikepdf.open(io.BytesIO(pdf)) as file:
        for number, page in enumerate(file.pages):
            page.contents_coalesce()
            whole, instructions = page.Contents.read_bytes(), list(pikepdf.parse_content_stream(page))
            texts = [text for text in shown(instructions) if text[1] > 1]
            for index, glyphs in texts[:: max(len(texts) // count, 1)]:
                page.Contents.write(pikepdf.unparse_content_stream(without_glyph(instructions, index, glyphs // 2)))
                width, height = (float(edge) * COARSE / 72 for edge in page.mediabox[2:])
                yield f"word {index}", saved(file), number, (0, 0, int(width), int(height))
            page.Contents.write(whole)


def saved(file):
    out = io.BytesIO()
    file.save(out)
    return out.getvalue()
