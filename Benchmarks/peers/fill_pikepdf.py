"""pikepdf by its fastest honest path: the blank is opened once, every appearance stream is made once and rewritten for
each document, HarfBuzz makes a subset of the document's characters, and the file is saved to memory."""

import io
import json

import pikepdf
import uharfbuzz as hb
from pikepdf import Array, Dictionary, Name, Stream, String

from race import FONT, TASK, pair, race

task = json.loads((TASK / "values.json").read_text())
face = hb.subset_preprocess(hb.Face(hb.Blob.from_file_path(FONT)))
font = hb.Font(face)
metrics = {}
pdf = pikepdf.open(TASK / "blank.pdf")
program, unicode_map = Stream(pdf, b""), Stream(pdf, b"")
descriptor = pdf.make_indirect(Dictionary(
    Type=Name.FontDescriptor, FontName=Name("/AAAAAA+LXGWWenKai"), Flags=4, FontBBox=[-77, -272, 1070, 998],
    ItalicAngle=0, Ascent=928, Descent=-272, CapHeight=700, StemV=80, FontFile2=program))
cid = pdf.make_indirect(Dictionary(
    Type=Name.Font, Subtype=Name.CIDFontType2, BaseFont=Name("/AAAAAA+LXGWWenKai"), CIDToGIDMap=Name.Identity, DW=1000,
    CIDSystemInfo=Dictionary(Registry="Adobe", Ordering="Identity", Supplement=0), FontDescriptor=descriptor))
type0 = pdf.make_indirect(Dictionary(
    Type=Name.Font, Subtype=Name.Type0, BaseFont=Name("/AAAAAA+LXGWWenKai"), Encoding=Name("/Identity-H"),
    DescendantFonts=[cid], ToUnicode=unicode_map))
resources = pdf.make_indirect(Dictionary(Font=Dictionary(F0=type0)))

fields = {str(field.T): field for field in pdf.Root.AcroForm.Fields}
for name, state in task["buttons"].items():
    fields[name].V = Name("/" + state)
    for widget in fields[name].get("/Kids", [fields[name]]):
        widget.AS = Name("/" + state if "/" + state in widget.AP.N else "/Off")
texts = []
places = {}
for text in task["texts"]:
    field = fields[text["name"]]
    # An answer that stands in several places has a widget for each, in their order.
    place = places[text["name"]] = places.get(text["name"], -1) + 1
    widget = field.Kids[place] if "/Kids" in field else field
    left, bottom, right, top = (float(edge) for edge in widget.Rect)
    form = Stream(pdf, b"", Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, right - left, top - bottom])
    form.Resources = resources
    widget.AP = Dictionary(N=pdf.make_indirect(form))
    head = f"/Tx BMC q 0 0 {right - left:.2f} {top - bottom:.2f} re W n BT 0 g /F0 {text['size']} Tf\n"
    texts.append((field, widget.AP.N, head, text["value"], text["runs"]))
DROPPED = [int.from_bytes(tag, "big") for tag in (b"GSUB", b"GPOS", b"GDEF", b"name", b"OS/2", b"post", b"cmap")]


def subset(characters):
    plan_input = hb.SubsetInput()
    plan_input.unicode_set.set(characters)
    plan_input.flags = hb.SubsetFlags.NO_HINTING | hb.SubsetFlags.NO_LAYOUT_CLOSURE
    plan_input.drop_table_tag_set.update(DROPPED)
    plan = hb.SubsetPlan(face, plan_input)
    program.write(plan.execute().blob.data)
    old, new = plan.unicode_to_old_glyph_mapping, plan.old_to_new_glyph_mapping
    return {character: (new[old[character]], old[character]) for character in characters}


def make(document, **saving):
    word = pair(document)
    glyphs = subset({ord(c) for text in texts for c in text[3].replace("示例", word)})
    codes = {character: f"{new:04X}" for character, (new, _) in glyphs.items()}
    widths = Array()
    for new, old in glyphs.values():
        if old not in metrics:
            metrics[old] = font.get_glyph_h_advance(old)
        widths.extend([new, Array([metrics[old]])])
    cid.W = widths
    pairs = [f"<{code}> <{chr(c).encode('utf-16-be').hex()}>" for c, code in codes.items()]
    blocks = [pairs[at:at + 100] for at in range(0, len(pairs), 100)]
    unicode_map.write((
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapType 2 def 1 begincodespacerange <0000> "
        "<FFFF> endcodespacerange " + "".join(f"{len(b)} beginbfchar\n{' '.join(b)}\nendbfchar " for b in blocks)
        + "endcmap end end").encode())
    for field, form, head, value, runs in texts:
        lines = []
        for run in runs:
            shown = "".join([codes[ord(c)] for c in run["text"].replace("示例", word)])
            lines.append(f"1 0 0 1 {run['x']} {run['y']} Tm <{shown}> Tj")
        form.write((head + "\n".join(lines) + "\nET Q EMC").encode())
        field.V = String(value.replace("示例", word))
    out = io.BytesIO()
    pdf.save(out, **saving)
    return out.getvalue()


stored = dict(compress_streams=False, object_stream_mode=pikepdf.ObjectStreamMode.preserve)
race("pikepdf-stored", f"pikepdf {pikepdf.__version__}, streams stored", lambda document: make(document, **stored))
race("pikepdf", f"pikepdf {pikepdf.__version__}, streams deflated", make)
