"""Signs filled forms with pyHanko and certificates made here, merges and changes them, and compares what is said.

usage: signed.py ZHINAN

Both signatures of a form must stay valid when they are put in one after the other. RECORD=1 writes
Tests/Fixtures/BrokenForms/expected-signing.txt anew and fails.
"""
import datetime
import io
import logging
import pathlib
import subprocess
import sys
import tempfile
import warnings

import pikepdf
import pymupdf
import pypdf
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import pkcs12
from cryptography.x509.oid import NameOID
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign import signers
from pyhanko.sign.diff_analysis import ModificationLevel
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko_certvalidator import ValidationContext

import recorded

logging.disable(logging.CRITICAL)
# pikepdf says of page-only.pdf what is meant there.
warnings.filterwarnings("ignore", message=".*not reachable from /AcroForm")
zhinan = pathlib.Path(sys.argv[1]).resolve()
project = pathlib.Path(__file__).resolve().parents[2]
sys.path.append(str(project / "Tests/Browser"))
from edition import VERSION  # noqa: E402
examples = project / f"content/{VERSION}/examples"
fixture = project / "Tests/Fixtures/BrokenForms/expected-signing.txt"
work = pathlib.Path(tempfile.mkdtemp(prefix="zhinan-signed-"))
told_here = ("merged", "signed", "changed-after-signing", "signature-dropped", "attachment", "attachment-dropped", "ambiguous-field")
failures = []


def check(passed, sentence):
    if not passed:
        failures.append(sentence)
        print(f"signed: {sentence}", file=sys.stderr)


def form(*arguments):
    command = [zhinan, "form", *arguments, "--root", project, "--today", "2026-12-01", "--lang", "en"]
    return subprocess.run(list(map(str, command)), capture_output=True, text=True, cwd=work, timeout=120)


def filled(name, record, output):
    run = form("fill", name, record, "-o", output)
    check(run.returncode == 0, f"{output}: {run.stderr}")


def identity():
    """A signer whom nobody knows."""
    key = rsa.generate_private_key(65537, 2048)
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Test Signer")])
    now = datetime.datetime.now(datetime.timezone.utc)
    usage = x509.KeyUsage(True, True, False, False, False, False, False, False, False)
    certificate = (
        x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key()).serial_number(7)
        .not_valid_before(now - datetime.timedelta(days=1)).not_valid_after(now + datetime.timedelta(days=9))
        .add_extension(usage, True).sign(key, hashes.SHA256()))
    path = work / "key.p12"
    path.write_bytes(pkcs12.serialize_key_and_certificates(
        b"a", key, certificate, None, serialization.BestAvailableEncryption(b"x")))
    return signers.SimpleSigner.load_pkcs12(path, passphrase=b"x")


signer = identity()


def sign(source, field, output):
    writer = IncrementalPdfFileWriter(io.BytesIO((work / source).read_bytes()))
    with open(work / output, "wb") as file:
        signers.sign_pdf(writer, signers.PdfSignatureMetadata(field_name=field), signer=signer, output=file)


def judge(name, fields):
    """Every signature of the file is valid, and what came after it is signing only."""
    with open(work / name, "rb") as file:
        signatures = PdfFileReader(file).embedded_signatures
        check([s.field_name for s in signatures] == fields, f"{name}: signed are {[s.field_name for s in signatures]}")
        for signature in signatures:
            context = ValidationContext(trust_roots=[signer.signing_cert])
            status = validate_pdf_signature(signature, context)
            level = status.modification_level
            fine = status.intact and status.valid and status.trusted and status.docmdp_ok and level is not None
            check(fine and level <= ModificationLevel.FORM_FILLING, f"{name}: {signature.field_name} is not valid: {status.summary()}")


def merged(name, *sources):
    file = pymupdf.open(work / sources[0])
    for source in sources[1:]:
        file.insert_pdf(pymupdf.open(work / source))
    file.save(work / name)


def changed_email(source, output):
    writer = pypdf.PdfWriter(work / source, incremental=True)
    writer.update_page_form_field_values(writer.pages[0], {"email": "evil@example.com"}, auto_regenerate=False)
    writer.write(work / output)


def told(name, run):
    lines = run.stderr.splitlines()
    return [f"{name}: {line.split(': ', 1)[1]}" for line in lines if any(line.endswith(f"[pdf.{id}]") for id in told_here)]


company = examples / "ca-application/new-company.yml"
filled("ca-application", company, "a.pdf")
(work / "second.yml").write_text(company.read_text().replace("office@", "second@"))
filled("ca-application", "second.yml", "b.pdf")
filled("pickup", examples / "pickup/by-agent.yml", "p.pdf")

sign("a.pdf", "agentSignature", "one.pdf")
sign("one.pdf", "legalRepSignature", "two.pdf")
sign("a.pdf", "legalRepSignature", "other.pdf")
sign("other.pdf", "agentSignature", "turned.pdf")
sign("p.pdf", "receiverSignature", "received.pdf")
judge("one.pdf", ["agentSignature"])
judge("two.pdf", ["agentSignature", "legalRepSignature"])
judge("turned.pdf", ["legalRepSignature", "agentSignature"])
judge("received.pdf", ["receiverSignature"])

changed_email("one.pdf", "changed.pdf")
sign("changed.pdf", "legalRepSignature", "changed-between.pdf")
(work / "longer.pdf").write_bytes((work / "two.pdf").read_bytes() + b"% more\n")
with pikepdf.open(work / "a.pdf") as pdf:
    pdf.attachments["notes.txt"] = b"notes"
    pdf.attachments["诸葛示例.txt"] = b"notes"
    pdf.save(work / "attached.pdf")
merged("merged.pdf", "a.pdf", "b.pdf")
merged("same-twice.pdf", "a.pdf", "a.pdf")
merged("two-forms.pdf", "p.pdf", "a.pdf")
for name, first in (("pages.pdf", "a.pdf"), ("pages-from-nothing.pdf", "--empty")):
    pages = ["."] if first != "--empty" else ["a.pdf"]
    subprocess.run(["qpdf", first, "--pages", *pages, "b.pdf", "--", name], cwd=work, check=True)
writer = pypdf.PdfWriter()
for source in ("a.pdf", "b.pdf"):
    writer.append(work / source)
writer.write(work / "appended.pdf")

# Signatures where no field of that name and type is: whoever changes a file can take both away.


def moved(output, change):
    with pikepdf.open(work / "received.pdf") as pdf:
        field = next(field for field in pdf.Root.AcroForm.Fields if field.get("/T") == "receiverSignature")
        change(pdf, field)
        pdf.save(work / output)


def without(*keys):
    def change(pdf, field):
        for node in (field, *field.get("/Kids", [])):
            for key in keys:
                if key in node:
                    del node[key]

    return change


def on_the_page_only(pdf, field):
    """The field is nowhere, its box on the page holds the signature."""
    box = next(annotation for annotation in pdf.pages[0].Annots if annotation.objgen in
               (field.objgen, *(kid.objgen for kid in field.get("/Kids", []))))
    box.V = field.V
    pdf.Root.AcroForm.Fields = pikepdf.Array(
        [other for other in pdf.Root.AcroForm.Fields if other.objgen != field.objgen])
    for key in ("/T", "/FT", "/Parent"):
        if key in box:
            del box[key]


def permission(pdf, field):
    pdf.Root.Perms = pikepdf.Dictionary(DocMDP=field.V)
    del field["/V"]


(work / "two-no-types.pdf").write_bytes((work / "two.pdf").read_bytes().replace(b"/FT /Sig", b"/FX /Sig"))
moved("no-name.pdf", without("/T"))
moved("no-type.pdf", without("/FT"))
moved("neither.pdf", without("/T", "/FT"))
moved("page-only.pdf", on_the_page_only)
moved("permission.pdf", permission)

found = []
clear = ("one", "two", "turned", "received", "changed", "changed-between", "longer", "attached", "no-name", "no-type", "neither", "page-only",
         "permission", "two-no-types")
ambiguous = ("merged", "same-twice", "two-forms", "pages", "pages-from-nothing", "appended")
for name in clear + ambiguous:
    options = ["--form", "ca-application"] if name in ("pages-from-nothing", "appended") else []
    run = form("read", f"{name}.pdf", "--rebake", f"{name}-fresh.pdf", *options)
    found += told(name, run)
    check("诸葛示例" not in run.stderr, f"{name}: the name of an attachment is told")
    if name in ambiguous:
        check(run.returncode == 1 and run.stdout == "", f"{name}: was read as one of its forms")
        check(not (work / f"{name}-fresh.pdf").exists(), f"{name}: was written afresh")
        # Nothing is filled over it either.
        record = work / "over.yml"
        record.write_text("orgName: 鞍山示例建筑工程有限公司\n")
        form_name = "pickup" if name == "two-forms" else "ca-application"
        run = form("fill", form_name, record, "--onto", f"{name}.pdf", "-o", f"{name}-onto.pdf")
        check(run.returncode == 1 and not (work / f"{name}-onto.pdf").exists(), f"{name}: was filled over")
    else:
        check(run.returncode == 0, f"{name}: ended with {run.returncode}: {run.stderr}")
run = form("read", "a.pdf")
check(told("plain", run) == [], "an unsigned form is said to be signed")
for name in ("two", "attached"):
    record = work / "over.yml"
    record.write_text("email: new@example.com\n")
    run = form("fill", "ca-application", record, "--onto", f"{name}.pdf", "-o", f"{name}-onto.pdf")
    check(run.returncode == 0, f"{name}: --onto ended with {run.returncode}")
    found += told(f"{name} --onto", run)

recorded.compare(found, fixture, check)
print(f"signed: 5 signatures judged, {len(clear) + len(ambiguous)} files read, {len(failures)} failures")
sys.exit(1 if failures else 0)
