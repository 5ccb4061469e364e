"""Typst: the same page, flat, set by a compiler that is kept; the characters that differ come as its inputs."""

import json
import os

os.environ["RAYON_NUM_THREADS"] = "1"

import importlib.metadata

import typst

from race import FONT, TASK, operations, pair, race


def source():
    height = 0.0
    yield '#set text(font: "LXGW WenKai", fallback: false, top-edge: "baseline", bottom-edge: "baseline", cjk-latin-spacing: none)\n'
    yield '#let pair = sys.inputs.at("pair")\n#set page(margin: 0pt)\n#let at(x, y, body) = place(dx: x, dy: y, body)\n'
    for kind, numbers, text in operations():
        if kind == "page":
            if height:
                yield "#pagebreak()\n"
            width, height = numbers
            yield f"#set page(width: {width}pt, height: {height}pt)\n"
        elif kind in ("text", "value"):
            x, y, size, grey = numbers
            words = " + pair + ".join(json.dumps(part, ensure_ascii=False) for part in text.split("示例"))
            words = words if kind == "value" else json.dumps(text, ensure_ascii=False)
            yield f"#at({x}pt, {height - y}pt, text(size: {size}pt, fill: luma({grey * 100}%), {words}))\n"
        elif kind == "line":
            x1, y1, x2, y2, thick, grey = numbers
            start, end = f"({x1}pt, {height - y1}pt)", f"({x2}pt, {height - y2}pt)"
            yield f"#place(line(start: {start}, end: {end}, stroke: {thick}pt + luma({grey * 100}%)))\n"
        else:
            x, y, wide, high, grey = numbers
            paint = "stroke" if kind == "box" else "fill"
            body = f"rect(width: {wide}pt, height: {high}pt, {paint}: luma({grey * 100}%))"
            yield f"#at({x}pt, {height - y - high}pt, {body})\n"


(TASK / "page.typ").write_text("".join(source()))
compiler = typst.Compiler(TASK / "page.typ", font_paths=[os.path.dirname(FONT)], ignore_system_fonts=True)


def make(document):
    return compiler.compile(format="pdf", sys_inputs={"pair": pair(document)})


race("typst", f"Typst {importlib.metadata.version('typst')}", make)
