"""Cramps and courses for a calendar, as iCalendar (RFC 5545).

Written by hand: the library for it brings 5 MB for these few lines, and proves them in the tests.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

from cramplog.domain.contents import DiaryContents
from cramplog.domain.course import Course
from cramplog.domain.episode import Episode
from cramplog.i18n import _
from cramplog.words import fields, places

_WIDEST_LINE = 75
_DOSES = uuid.UUID("6d1a7b7e-2f0a-4a53-9b4e-5f7d0c2a9e10")
_ESCAPES = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})


def write(contents: DiaryContents, *, exported: datetime, app: str) -> str:
    """The calendar: each cramp at its time, each course and each change of a dose on its days."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:-//{_escaped(app)}//NONSGML CrampLog//EN"]
    stamp = f"DTSTAMP:{_utc(exported)}"
    for event in _events(contents):
        # Nobody who shares a calendar has to show these, and nobody is busy with a cramp.
        lines += ["BEGIN:VEVENT", stamp, *event, "CLASS:PRIVATE", "TRANSP:TRANSPARENT", "END:VEVENT"]
    lines.append("END:VCALENDAR")
    return "".join(f"{_folded(line)}\r\n" for line in lines)


def _events(contents: DiaryContents) -> Iterator[list[str]]:
    for episode in contents.episodes:
        yield _cramp(episode)
    for course in contents.courses:
        if course.started is not None:
            yield _course(course, course.started)
        yield from _dose_changes(course)


def _cramp(episode: Episode) -> list[str]:
    lines = [f"UID:{episode.id}", f"DTSTART:{_utc(episode.started)}"]
    if episode.duration_s:
        lines.append(f"DURATION:PT{episode.duration_s}S")
    title = _("Cramp: %(where)s") % {"where": places.places(episode.places)}
    pain = "" if episode.pain is None else f"{fields.field('pain')}: {episode.pain}"
    told = "\n".join(part for part in (pain, episode.note) if part)
    return [*lines, *_text("SUMMARY", title), *_text("DESCRIPTION", told)]


def _course(course: Course, started: date) -> list[str]:
    """On all its days; where its end is not recorded, on its first day only."""
    lines = [f"UID:{course.id}", *_days(started, course.ended or started)]
    title = f"{course.name} {course.dose or ''}".strip()
    if course.ended is None:
        title = _("%(course)s, from this day on") % {"course": title}
    return [*lines, *_text("SUMMARY", title), *_text("DESCRIPTION", course.note)]


def _dose_changes(course: Course) -> Iterator[list[str]]:
    for number, change in enumerate(course.doses or ()):
        name = uuid.uuid5(_DOSES, f"{course.id} {number} {change.from_date}")
        title = _("%(course)s, from this day on") % {"course": f"{course.name} {change.dose}"}
        yield [f"UID:{name}", *_days(change.from_date, change.from_date), *_text("SUMMARY", title)]


def _days(first: date, last: date) -> list[str]:
    """Whole days; the format ends them with the day after."""
    after = last + timedelta(days=1)
    return [f"DTSTART;VALUE=DATE:{first:%Y%m%d}", f"DTEND;VALUE=DATE:{after:%Y%m%d}"]


def _utc(moment: datetime) -> str:
    # A calendar knows no plain offset. In UTC, every program shows the right moment.
    return f"{moment.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def _text(name: str, text: str) -> list[str]:
    return [f"{name}:{_escaped(text)}"] if text.strip() else []


def _escaped(text: str) -> str:
    return text.translate(_ESCAPES)


def _folded(line: str) -> str:
    """A line of at most 75 bytes; what is longer goes on in the next one, behind a space."""
    folded, width = "", 0
    for sign in line:
        size = len(sign.encode("utf-8"))
        if width + size > _WIDEST_LINE:
            folded, width = f"{folded}\r\n ", 1
        folded += sign
        width += size
    return folded
