"""Prints the flags (/Ff) of a PDF's terminal fields, as pypdf reads them, as one JSON object."""

import json
import sys

from pypdf import PdfReader

fields = PdfReader(sys.argv[1]).get_fields() or {}
json.dump({name: int(field.get("/Ff", 0)) for name, field in fields.items()}, sys.stdout)
