"""What a test was told, beside what it was told when it was recorded."""
import os
import pathlib
import sys


def compare(found, fixture, check):
    """Checks that the lines `found` are those of the file `fixture`, whatever their order; with RECORD=1 writes them
    there instead, and ends."""
    fixture = pathlib.Path(fixture)
    if os.environ.get("RECORD") == "1":
        fixture.write_text("\n".join(found) + "\n")
        sys.exit(f"recorded {fixture}")
    expected = fixture.read_text().splitlines()
    for line in expected:
        check(line in found, f"not told: {line}")
    for line in found:
        check(line in expected, f"not expected: {line}")
