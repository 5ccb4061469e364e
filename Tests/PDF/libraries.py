"""Four libraries that fill and read PDF forms, each with the same two functions.

read(path) gives {field name: value}: texts, and the names of chosen states; empty fields are left out.
fill(path, output, changes) sets fields by name: a text, a state's name for buttons, None to empty a field.
"""
import ctypes
import logging

import pikepdf
import pikepdf.form
import pymupdf
import pypdf
import pypdfium2
import pypdfium2.raw as pdfium

# pypdf warns of every Chinese value that it cannot draw in Helvetica.
logging.getLogger("pypdf").setLevel(logging.ERROR)


class Pypdf:
    @staticmethod
    def read(path):
        values = {}
        for name, field in (pypdf.PdfReader(path).get_fields() or {}).items():
            value = field.get("/V")
            if value not in (None, "", "/Off"):
                values[name] = value[1:] if isinstance(value, pypdf.generic.NameObject) else str(value)
        return values

    @staticmethod
    def fill(path, output, changes):
        writer = pypdf.PdfWriter(clone_from=path)
        fields = writer.get_fields()
        values = {}
        for name, value in changes.items():
            if fields[name].get("/FT") == "/Btn":
                value = "/Off" if value is None else f"/{value}"
            values[name] = "" if value is None else value
        writer.update_page_form_field_values(None, values, auto_regenerate=False)
        writer.write(output)


class Pikepdf:
    @staticmethod
    def read(path):
        values = {}
        with pikepdf.open(path) as pdf:
            for field in pikepdf.form.Form(pdf):
                for one in field if isinstance(field, pikepdf.form.MultipleFieldProxy) else [field]:
                    if isinstance(one, pikepdf.form.CheckboxField):
                        value = str(one.on_value)[1:] if one.checked else ""
                    elif isinstance(one, (pikepdf.form.SignatureField, pikepdf.form.PushbuttonField)):
                        continue
                    else:
                        value = one.value
                        value = str(value)[1:] if isinstance(value, pikepdf.Name) else str(value or "")
                    if value and value != "Off":
                        values[one.fully_qualified_name] = value
        return values

    @staticmethod
    def fill(path, output, changes):
        with pikepdf.open(path) as pdf:
            form = pikepdf.form.Form(pdf)
            for name, value in changes.items():
                field = form[name]
                if isinstance(field, pikepdf.form.CheckboxField):
                    field.checked = value is not None
                elif isinstance(field, pikepdf.form.RadioButtonGroup):
                    field.value = pikepdf.Name.Off if value is None else pikepdf.Name("/" + value)
                elif isinstance(field, pikepdf.form.ChoiceField):
                    field.value = value
                else:
                    field.value = value or ""
            pdf.save(output, object_stream_mode=pikepdf.ObjectStreamMode.generate)


class PyMuPDF:
    @staticmethod
    def read(path):
        values = {}
        with pymupdf.open(path) as pdf:
            for page in pdf:
                for widget in page.widgets():
                    value = widget.field_value
                    if widget.field_type in (pymupdf.PDF_WIDGET_TYPE_CHECKBOX, pymupdf.PDF_WIDGET_TYPE_RADIOBUTTON):
                        value = widget.on_state() if value in (True, "Yes", widget.on_state()) else ""
                    if value:
                        values[widget.field_name] = value
        return values

    @staticmethod
    def fill(path, output, changes):
        with pymupdf.open(path) as pdf:
            for page in pdf:
                for widget in page.widgets():
                    if widget.field_name not in changes:
                        continue
                    value = changes[widget.field_name]
                    if widget.field_type == pymupdf.PDF_WIDGET_TYPE_RADIOBUTTON:
                        if widget.on_state() != value:
                            continue
                        widget.field_value = True
                    elif widget.field_type == pymupdf.PDF_WIDGET_TYPE_CHECKBOX:
                        widget.field_value = value is not None
                    else:
                        widget.field_value = value or ""
                    widget.update()
            pdf.save(output, garbage=3, deflate=True)


class Pdfium:
    """PDFium as its viewers use it: the field gets the focus, its text is replaced; boxes are clicked."""

    @staticmethod
    def _text(function, *arguments):
        size = function(*arguments, None, 0)
        buffer = ctypes.create_string_buffer(size)
        function(*arguments, ctypes.cast(buffer, ctypes.POINTER(pdfium.FPDF_WCHAR)), size)
        return buffer.raw[: max(size - 2, 0)].decode("utf-16-le", "surrogatepass")

    @classmethod
    def _widgets(cls, pdf):
        form = pdf.formenv.raw
        for page in pdf:
            for index in range(pdfium.FPDFPage_GetAnnotCount(page.raw)):
                annotation = pdfium.FPDFPage_GetAnnot(page.raw, index)
                if pdfium.FPDFAnnot_GetSubtype(annotation) == pdfium.FPDF_ANNOT_WIDGET:
                    kind = pdfium.FPDFAnnot_GetFormFieldType(form, annotation)
                    yield page.raw, annotation, kind, cls._text(pdfium.FPDFAnnot_GetFormFieldName, form, annotation)
                pdfium.FPDFPage_CloseAnnot(annotation)

    BUTTONS = (pdfium.FPDF_FORMFIELD_CHECKBOX, pdfium.FPDF_FORMFIELD_RADIOBUTTON)

    @classmethod
    def read(cls, path):
        values = {}
        pdf = pypdfium2.PdfDocument(path)
        pdf.init_forms()
        form = pdf.formenv.raw
        for _, annotation, kind, name in cls._widgets(pdf):
            if kind in cls.BUTTONS:
                if not pdfium.FPDFAnnot_IsChecked(form, annotation):
                    continue
                values[name] = cls._text(pdfium.FPDFAnnot_GetFormFieldExportValue, form, annotation)
            elif value := cls._text(pdfium.FPDFAnnot_GetFormFieldValue, form, annotation):
                values[name] = value
        pdf.close()
        return values

    @classmethod
    def fill(cls, path, output, changes):
        pdf = pypdfium2.PdfDocument(path)
        pdf.init_forms()
        form = pdf.formenv.raw
        for page, annotation, kind, name in cls._widgets(pdf):
            if name not in changes:
                continue
            value = changes[name]
            if kind in cls.BUTTONS:
                state = cls._text(pdfium.FPDFAnnot_GetFormFieldExportValue, form, annotation)
                if kind == pdfium.FPDF_FORMFIELD_RADIOBUTTON and state != value:
                    continue
                if bool(pdfium.FPDFAnnot_IsChecked(form, annotation)) == (value is not None):
                    continue
                box = pdfium.FS_RECTF()
                pdfium.FPDFAnnot_GetRect(annotation, box)
                x, y = (box.left + box.right) / 2, (box.bottom + box.top) / 2
                for event in (pdfium.FORM_OnMouseMove, pdfium.FORM_OnLButtonDown, pdfium.FORM_OnLButtonUp):
                    event(form, page, 0, x, y)
            elif kind in (pdfium.FPDF_FORMFIELD_COMBOBOX, pdfium.FPDF_FORMFIELD_LISTBOX):
                pdfium.FORM_SetFocusedAnnot(form, annotation)
                labels = [
                    cls._text(pdfium.FPDFAnnot_GetOptionLabel, form, annotation, index)
                    for index in range(pdfium.FPDFAnnot_GetOptionCount(form, annotation))
                ]
                pdfium.FORM_SetIndexSelected(form, page, labels.index(value.label), True)
            else:
                pdfium.FORM_SetFocusedAnnot(form, annotation)
                pdfium.FORM_SelectAllText(form, page)
                text = ((value or "") + "\0").encode("utf-16-le")
                buffer = ctypes.create_string_buffer(text)
                pdfium.FORM_ReplaceSelection(form, page, ctypes.cast(buffer, ctypes.POINTER(pdfium.FPDF_WCHAR)))
            pdfium.FORM_ForceToKillFocus(form)
        pdf.save(output)
        pdf.close()


ALL = {"pypdf": Pypdf, "pikepdf": Pikepdf, "PyMuPDF": PyMuPDF, "pdfium": Pdfium}
