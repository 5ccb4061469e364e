"""Draws docs/pictures/layout.png: the form in docs/layout-example as the program fills it, with the boxes of
`form blank --boxes`, and beside it the layout with lines to what each key makes."""
import pathlib
import shutil
import subprocess
import sys
import tempfile

from PIL import Image, ImageChops, ImageDraw, ImageFont

EXAMPLE = pathlib.Path("docs/layout-example")
LAYOUT = EXAMPLE / "stamps.layout.yml"
OUTPUT = pathlib.Path("docs/pictures/layout.png")
NOTO = "/usr/share/fonts/opentype/noto/NotoSansCJK-{}.ttc"
DPI = 200
MM = DPI / 25.4

INK = (38, 44, 52)
QUIET = (120, 128, 138)
BACK = (241, 243, 246)
BLUE, GREEN, ORANGE = (29, 92, 190), (22, 128, 92), (196, 98, 16)
PINK, VIOLET, TEAL = (190, 44, 110), (112, 70, 190), (12, 122, 138)


def font(size, weight="Regular", mono=False):
    return ImageFont.truetype(NOTO.format(weight), size, index=7 if mono else 2)


def page_image(zhinan):
    """The filled page, with the blank's boxes over it."""
    with tempfile.TemporaryDirectory() as work:
        root = pathlib.Path(work)
        (root / "content/1/forms").mkdir(parents=True)
        (root / "templates/forms").mkdir(parents=True)
        (root / "content/guide.yml").write_text(
            "title: Example\nshort-title: Example\nlanguage: en\ndescription: The figure of docs/forms.md.\n"
            "address: https://example.invalid/\nversions:\n  - {id: '1', title: '1', status: current}\n")
        (root / "content/1/index.md").write_text("---\ntitle: Example\ndescription: Example\n---\n")
        shutil.copy(EXAMPLE / "stamps.yml", root / "content/1/forms")
        shutil.copy(LAYOUT, root / "templates/forms")
        shutil.copy("templates/fonts.yml", root / "templates")
        shutil.copytree("templates/messages", root / "templates/messages")
        common = ["--root", work, "--today", "2026-11-22"]
        subprocess.run([zhinan, "form", "blank", "stamps", "--boxes", "-o", root / "boxes.pdf", *common], check=True,
                       stdout=subprocess.DEVNULL)
        subprocess.run([zhinan, "form", "fill", "stamps", EXAMPLE / "record.yml", "-o", root / "filled.pdf", *common],
                       check=True, stdout=subprocess.DEVNULL)
        pages = []
        for name in ["boxes", "filled"]:
            subprocess.run(["pdftoppm", "-png", "-r", str(DPI), "-singlefile", root / f"{name}.pdf", root / name],
                           check=True)
            pages.append(Image.open(root / f"{name}.png").convert("RGB"))
        return ImageChops.darker(*pages)


# The blocks, from the layout's lengths: name, top and bottom in mm.
BLOCKS = [
    ("heading", 12, 23), ("band", 23, 41), ("gap", 41, 45), ("scale bar", 45, 54), ("each, first", 54, 87),
    ("gap", 87, 90), ("each, second", 90, 123), ("footer", 129.5, 134.5),
]
# What single words of the layout make: name, place on the page (mm), the words, colour.
PARTS = [
    ("corner mark", (126, 6), "corner-marks: 6", PINK),
    ("code", (118, 13), "code: {right: 12, top: 5, size: 16}", VIOLET),
    ("cell, field", (120, 28), "{field: orgName}", BLUE),
    ("comb", (120, 37), "comb: 18", ORANGE),
    ("scale bar", (62, 49), "scale-bar: 50", TEAL),
    ("row", (120, 66), "height: 25", GREEN),
    ("samples", (107.8, 79), "samples:", PINK),
]
# Top and bottom in mm of the row that is led to its height.
ROW = (62, 87)


def main(zhinan):
    page = page_image(zhinan)
    lines = LAYOUT.read_text().splitlines()
    code, small, small_bold = font(25, mono=True), font(22), font(22, "Bold")
    step = 37
    left, top = 210, 70
    gutter = 296
    text_left = left + page.width + gutter
    text_width = max(code.getlength(line) for line in lines)
    height = max(page.height, step * len(lines)) + 2 * top
    image = Image.new("RGB", (int(text_left + text_width + 70), int(height)), BACK)
    draw = ImageDraw.Draw(image)
    page_top = int((height - page.height) / 2)
    text_top = (height - step * len(lines)) / 2
    draw.rectangle([left + 7, page_top + 9, left + page.width + 7, page_top + page.height + 9], fill=(222, 225, 230))
    image.paste(page, (left, page_top))
    draw.rectangle([left - 1, page_top - 1, left + page.width, page_top + page.height], outline=(190, 195, 202), width=2)

    # Blocks: a bracket at the left of the page.
    for name, first, last in BLOCKS:
        x = left - 22
        y1, y2 = page_top + first * MM + 3, page_top + last * MM - 3
        draw.line([x + 9, y1, x, y1, x, y2, x + 9, y2], fill=QUIET, width=3)
        draw.text((x - 14, (y1 + y2) / 2), name, font=small, fill=INK, anchor="rm")

    x = left + 120 * MM + 12
    y1, y2 = page_top + ROW[0] * MM + 4, page_top + ROW[1] * MM - 4
    draw.line([x - 8, y1, x, y1, x, y2, x - 8, y2], fill=GREEN, width=3)

    # Lines of the layout, and the lines that lead to them.
    for number, line in enumerate(lines):
        y = text_top + (number + 0.5) * step
        for name, (x, mm_y), words, colour in PARTS:
            if words not in line:
                continue
            start = text_left + code.getlength(line[: line.index(words)])
            end = start + code.getlength(words)
            draw.rounded_rectangle([start - 7, y - 17, end + 7, y + 18], 7, fill=tint(colour))
            from_x, from_y = left + x * MM, page_top + mm_y * MM
            if name == "row":
                from_x += 12
            edge = left + page.width + 22
            bend = edge + 142
            first = text_left + code.getlength(line[: len(line) - len(line.lstrip())]) - 14
            draw.line([from_x, from_y, bend, from_y, text_left - 60, y, first, y], fill=colour, width=3, joint="curve")
            draw.ellipse([from_x - 7, from_y - 7, from_x + 7, from_y + 7], fill=colour)
            draw.text((edge, from_y - 5), name, font=small_bold, fill=colour, anchor="ls")
        draw.text((text_left, y), line, font=code, fill=INK, anchor="lm")

    image = image.resize((image.width * 2 // 3, image.height * 2 // 3), Image.LANCZOS)
    image.quantize(256, method=Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE).save(OUTPUT, optimize=True)
    print(OUTPUT)


def tint(colour):
    return tuple(255 - (255 - part) // 6 for part in colour)


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else ".build/release/zhinan")
