"""What the command says of the same records and PDFs, beside which pages are held."""
import datetime
import json
import pathlib
import subprocess
import tempfile

import yaml
from edition import VERSION

FORMS = ["ca-application", "pickup", "seal-sample"]


def read(path):
    """A record as texts, whatever it is written in."""
    return yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)


def examples(form):
    return [read(path) for path in sorted((pathlib.Path("content") / VERSION / "examples" / form).iterdir())]


def joined(say, hint):
    """A sentence and its hint as a page says them: a full stop between where the sentence has no end of its own."""
    return say + ("。" if hint and say[-1] not in ".!?。！？…”）)" else "") + hint


class Command:
    """A built zhinan on the forms of the edition, on the day that browsers take for today."""

    def __init__(self, zhinan):
        self.zhinan = zhinan
        self.work = pathlib.Path(tempfile.mkdtemp(prefix="beside-"))

    def run(self, *arguments):
        today = ["--today", datetime.date.today().isoformat(), "--guide", VERSION]
        return subprocess.run([self.zhinan, *map(str, [*arguments, *today])], capture_output=True, text=True)

    def fill(self, form, record, *options):
        """The PDF's bytes."""
        source, target = self.work / "record.json", self.work / "filled.pdf"
        source.write_text(json.dumps(record, ensure_ascii=False), encoding="utf-8")
        target.unlink(missing_ok=True)
        run = self.run("form", "fill", form, source, "-o", target, *options)
        if run.returncode:
            raise AssertionError(f"form fill ends with {run.returncode}: {run.stderr[:300]}")
        return target.read_bytes()

    def problems(self, form, path):
        """Of a record's file: `(code, sentence with its hint)`."""
        run = self.run("form", "check", form, path, "--format", "json")
        found = [json.loads(line) for line in run.stdout.splitlines() + run.stderr.splitlines() if line]
        if run.returncode not in (0, 1):
            raise AssertionError(f"form check ends with {run.returncode}: {run.stderr[:300]}")
        return [(each["id"].removeprefix("record."), joined(each["summary"], each.get("hint", ""))) for each in found]

    def answers(self, path, form):
        """What a PDF holds; None where nothing can be read."""
        run = self.run("form", "read", path, "--form", form, "--as", "json")
        return json.loads(run.stdout) if run.stdout.strip() else None
