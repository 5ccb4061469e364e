"""Prints the values of a PDF's form fields, as pypdf reads them, as one JSON object; what is empty is left out."""

import json
import sys

from pypdf import PdfReader

values = {}
for name, field in (PdfReader(sys.argv[1]).get_fields() or {}).items():
    value = field.get("/V")
    if value is None or value in ("", "/Off"):
        continue
    values[name] = value[1:] if isinstance(value, str) and value.startswith("/") else value
json.dump(values, sys.stdout, ensure_ascii=False, sort_keys=True)
