"""The edition that tests look at: the one of guide.yml that is in force today in China. As a script, prints its id."""
import datetime
import pathlib

import yaml

GUIDE = pathlib.Path(__file__).resolve().parent.parent.parent / "content/guide.yml"
TODAY = (datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(hours=8)).date()


def in_force():
    versions = yaml.safe_load(GUIDE.read_text(encoding="utf-8"))["versions"]
    return max((one for one in versions if one.get("effective", datetime.date.max) <= TODAY), key=lambda one: one["effective"])


VERSION = str(in_force()["id"])
if __name__ == "__main__":
    print(VERSION)
