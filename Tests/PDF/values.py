"""A form's values as pypdf, pikepdf, PyMuPDF and pdfium read them: field names and values, without empty ones. The value
of a button is the name of its chosen state."""

import ctypes
import io

import pikepdf
import pymupdf
import pypdfium2
import pypdfium2.raw as raw
from pypdf import PdfReader


def filled(pairs):
    """The pairs as a map; of a radio group's buttons the chosen one counts."""
    return {name: str(value).lstrip("/") for name, value in pairs if value and str(value).lstrip("/") != "Off"}


def pypdf_values(pdf):
    return filled((name, field.get("/V")) for name, field in PdfReader(io.BytesIO(pdf)).get_fields().items())


def pikepdf_values(pdf):
    with pikepdf.open(io.BytesIO(pdf)) as file:
        return filled((str(field.T), field.get("/V")) for field in file.Root.AcroForm.Fields)


def pymupdf_values(pdf):
    with pymupdf.open(stream=pdf, filetype="pdf") as file:
        widgets = [widget for page in file for widget in page.widgets()]
        return filled((widget.field_name, widget.field_value) for widget in widgets)


def pdfium_values(pdf):
    file = pypdfium2.PdfDocument(pdf)
    file.init_forms()
    form = file.formenv.raw
    pairs = []
    for number in range(len(file)):
        page = file[number]
        for index in range(raw.FPDFPage_GetAnnotCount(page)):
            widget = raw.FPDFPage_GetAnnot(page, index)
            name = text(raw.FPDFAnnot_GetFormFieldName, form, widget)
            pairs.append((name, text(raw.FPDFAnnot_GetFormFieldValue, form, widget)))
            raw.FPDFPage_CloseAnnot(widget)
    return filled(pairs)


def text(function, form, widget):
    size = function(form, widget, None, 0)
    buffer = ctypes.create_string_buffer(size)
    function(form, widget, ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort)), size)
    return buffer.raw[:size].decode("utf-16-le").rstrip("\0")


READERS = {"pypdf": pypdf_values, "pikepdf": pikepdf_values, "PyMuPDF": pymupdf_values, "pdfium": pdfium_values}


def lasting(pdf):
    """What filling must leave alone of every field."""
    entries = ("/FT", "/Ff", "/MaxLen", "/TU", "/Rect", "/DA", "/F", "/Q", "/Opt")
    with pikepdf.open(io.BytesIO(pdf)) as file:
        return {str(field.T): [repr(field.get(entry)) for entry in entries] for field in file.Root.AcroForm.Fields}
