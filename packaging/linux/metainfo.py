"""Writes what a software centre shows, with the releases of CHANGELOG.md.

    python packaging/linux/metainfo.py OUT.xml [ADDRESS]

ADDRESS is where the pictures of docs/pictures can be fetched; a software centre takes them from the web only,
so without one they are left out. CrampLog itself fetches nothing.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path
from xml.etree import ElementTree as Tree

ROOT = Path(__file__).parents[2]
ID = "org.cramplog.cramplog"
SCREENSHOTS = (
    ("log.webp", "One big button when a cramp comes, and the day in one card"),
    ("all.webp", "Every page: light, dark and high contrast, with usual and with large text"),
)
SUMMARY = "Log muscle cramps, see the pattern, take one page to the doctor"
DESCRIPTION = (
    "Log a cramp in seconds, also at three in the morning: one big button starts a timer with large digits.",
    "See how often cramps come and when, always with the number of days that are known. Four reasons to see "
    "a doctor, taken from an article for patients, are checked with rules that you can read and change.",
    "Take one page to the doctor, printed or as PDF.",
    "CrampLog never diagnoses and never says that all is well. The diary stays on your computer: no account, "
    "no network, no telemetry.",
)
_RELEASE = re.compile(r"^## (?P<version>\d+\.\d+\.\d+) \((?P<date>\d{4}-\d{2}-\d{2})\)$", re.MULTILINE)


def metainfo(changelog: str, address: str | None = None) -> str:
    """The component as AppStream XML; its releases are the dated headings of the changelog."""
    whole = Tree.Element("component", type="desktop-application")
    _add(whole, "id", ID)
    _add(whole, "metadata_license", "FSFAP")
    _add(whole, "project_license", "MIT")
    _add(whole, "name", "CrampLog")
    _add(whole, "summary", SUMMARY)
    description = _add(whole, "description")
    for paragraph in DESCRIPTION:
        _add(description, "p", paragraph)
    _add(whole, "launchable", "cramplog.desktop", type="desktop-id")
    _add(_add(whole, "provides"), "binary", "cramplog")
    _add(whole, "content_rating", type="oars-1.1")
    if address:
        pictures = _add(whole, "screenshots")
        for number, (file, caption) in enumerate(SCREENSHOTS):
            picture = _add(pictures, "screenshot", **({} if number else {"type": "default"}))
            _add(picture, "caption", caption)
            _add(picture, "image", f"{address.rstrip('/')}/{file}", type="source")
    releases = _add(whole, "releases")
    for found in _RELEASE.finditer(changelog):
        release = _add(releases, "release", version=found["version"], date=found["date"])
        notes = _add(_add(release, "description"), "ul")
        for note in _notes(changelog[found.end() :]):
            _add(notes, "li", note)
    Tree.indent(whole)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + Tree.tostring(whole, encoding="unicode") + "\n"


def _notes(after: str) -> list[str]:
    """The points of one release, each as one line without Markdown's marks."""
    body = after.split("\n## ")[0]
    points = re.split(r"^\* ", body, flags=re.MULTILINE)[1:]
    return [" ".join(point.replace("`", "").split()) for point in points]


def _add(parent: Tree.Element, name: str, text: str | None = None, **attributes: str) -> Tree.Element:
    made = Tree.SubElement(parent, name, attributes)
    made.text = text
    return made


if __name__ == "__main__":
    text = metainfo((ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), *sys.argv[2:3])
    Path(sys.argv[1]).write_text(text, encoding="utf-8")
