"""Writes the sentences about values in Sources/Rules/ZhinanValidation/Sentences from those of templates/messages, so that
whoever uses the library alone has them too; a test compares both.

usage: python scripts/sentences.py      (in an environment with PyYAML)
"""
import pathlib
import re

import yaml

root = pathlib.Path(__file__).parent.parent
folder = root / "Sources/Rules/ZhinanValidation"
codes = set(re.findall(r'"([EW]_[A-Z0-9_]+)"', (folder / "Code+Name.swift").read_text(encoding="utf-8")))


def literal(text):
    return "nil" if text is None else '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'


for name, file in [("chinese", "zh-CN"), ("english", "en")]:
    messages = yaml.safe_load((root / f"templates/messages/{file}.yml").read_text(encoding="utf-8"))
    entries = [(code, entry["say"], entry.get("hint")) for code, entry in messages["codes"].items() if code.split("/")[0] in codes]
    entries += [(f"range/{key}", text, None) for key, text in messages["range"].items()]
    entries += [(f"rule/{rule}", text, None) for rule, text in messages["rules"].items()]
    lines = "".join(f"    ({literal(key)}, {literal(say)}, {literal(hint)}),\n" for key, say, hint in entries)
    (folder / f"Sentences/{name.capitalize()}Sentences.swift").write_text(
        f"// Made by scripts/sentences.py from templates/messages/{file}.yml.\n\n"
        f"// swift-format-ignore\nlet {name}Sentences = SentenceList(\n"
        f"  language: {literal(file)}, separator: {literal(messages.get('list-separator', ', '))},\n  sentences: [\n{lines}  ])\n",
        encoding="utf-8")
