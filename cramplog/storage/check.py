"""Looks at every row of a diary file and says whether it still is what was written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from sqlalchemy import Connection

from cramplog.domain.changes import Kind
from cramplog.domain.contents import DiaryContents
from cramplog.domain.errors import DiaryDamaged, NotADiary
from cramplog.domain.person import Person
from cramplog.domain.settings import DiarySettings
from cramplog.i18n import _
from cramplog.storage import (
    courses,
    days,
    drafts,
    episodes,
    failures,
    meta,
    person,
    settings,
    timer,
    trash,
    workouts,
)
from cramplog.storage.checksum import RowDamaged
from cramplog.storage.database import Database
from cramplog.storage.migrations import chain
from cramplog.storage.shelf import Layout, Shelf

LAYOUTS: tuple[Layout[Any], ...] = (
    episodes.LAYOUT,
    days.LAYOUT,
    workouts.LAYOUT,
    courses.LAYOUT,
    person.LAYOUT,
    settings.LAYOUT,
    drafts.LAYOUT,
    timer.LAYOUT,
    trash.LAYOUT,
)


class Damage(StrEnum):
    """What can be wrong with a diary file."""

    SCHEMA = "schema"
    FILE = "file"
    LINK = "link"
    PAGE = "page"
    ROW = "row"
    COUNT = "count"


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One thing that is wrong: what, in which table, and for a damaged record its key."""

    what: Damage
    where: str
    key: str | None = None

    @property
    def sentence(self) -> str:
        """The problem in plain words."""
        return {
            Damage.SCHEMA: _("The file is not built as this version builds it (%(where)s)."),
            Damage.FILE: _("Part of the file is damaged (%(where)s)."),
            Damage.LINK: _("A note has lost its record (%(where)s)."),
            Damage.PAGE: _("The diary's own page does not match its checksum (%(where)s)."),
            Damage.ROW: _("A record does not match its checksum (%(where)s %(key)s)."),
            Damage.COUNT: _("There are not as many records as were counted (%(where)s)."),
        }[self.what] % {"where": self.where, "key": self.key or "?"}


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckReport:
    """What the check found. `counts` are the rows that are there; zero where they could not be read.

    `contents` is the diary at this revision, where it was to be read on the way and nothing is wrong.
    """

    problems: tuple[Problem, ...]
    counts: Mapping[Kind, int]
    revision: int
    schema: int
    diary: str
    contents: DiaryContents | None = None

    @property
    def ok(self) -> bool:
        """Whether nothing is wrong."""
        return not self.problems


def check(database: Database, *, from_stranger: bool = False, reading: bool = False) -> CheckReport:
    """Check the whole file: its pages, its schema, every row's checksum, and the counts. Writes nothing.

    The tables' CHECKs are asked only of a file `from_stranger`, who can compute checksums too. Elsewhere a
    row whose checksum holds passed them when it was written, and asking is most of what SQLite's check does.
    `reading`: the records are kept, so that whoever opens the diary need not read every row twice.
    """
    report = None
    try:
        with database.reading() as connection:
            report = look_through(connection, database.path, from_stranger=from_stranger, reading=reading)
    except DiaryDamaged:
        # SQLite can stumble over a damaged file at the very end too: what was found counts.
        if report is None:
            raise
    return report


def look_through(
    connection: Connection, path: Path, *, from_stranger: bool = False, reading: bool = False
) -> CheckReport:
    """The same inside a transaction: what it has changed so far is what is looked at."""
    problems: list[Problem] = []
    page, schema = meta.read(connection), chain.schema_number(connection)
    counts = dict.fromkeys(Kind, 0)
    found: dict[Kind, tuple[Any, ...]] = {}
    if not page.sound:
        problems.append(Problem(what=Damage.PAGE, where="meta"))
    try:
        with failures.in_plain_words(path):
            problems += _in_schema(connection, schema)
            problems += _in_pages(connection, with_checks=from_stranger)
            if all(it.what is not Damage.SCHEMA for it in problems):
                problems += _in_records(connection, page, counts, found if reading else None)
    except (DiaryDamaged, NotADiary):
        problems.append(Problem(what=Damage.FILE, where="unreadable"))
    return CheckReport(
        problems=tuple(problems),
        counts=counts,
        revision=page.revision,
        schema=schema,
        diary=page.diary,
        contents=contents_of(found) if reading and not problems and len(found) == len(Kind) else None,
    )


def _in_schema(connection: Connection, schema: int) -> Iterator[Problem]:
    expected = chain.expected_schema(schema)
    for _kind, name, _text in sorted(chain.schema_text(connection) ^ expected, key=str):
        yield Problem(what=Damage.SCHEMA, where=name)


def _in_pages(connection: Connection, *, with_checks: bool) -> Iterator[Problem]:
    connection.exec_driver_sql(f"PRAGMA ignore_check_constraints = {'OFF' if with_checks else 'ON'}")
    found = connection.exec_driver_sql("PRAGMA integrity_check").all()
    connection.exec_driver_sql("PRAGMA ignore_check_constraints = OFF")
    for (text,) in found:
        if text != "ok":
            yield Problem(what=Damage.FILE, where=" ".join(text.split()))
    for table, *_rest in connection.exec_driver_sql("PRAGMA foreign_key_check"):
        yield Problem(what=Damage.LINK, where=table)


def _in_records(
    connection: Connection,
    page: meta.Meta,
    counts: dict[Kind, int],
    found: dict[Kind, tuple[Any, ...]] | None,
) -> Iterator[Problem]:
    schema = chain.schema_number(connection)
    for layout in LAYOUTS:
        if layout.since > schema:
            continue
        shelf = Shelf(connection, layout, None)
        if layout.kind is not None:
            counts[layout.kind] = shelf.count()
            if counts[layout.kind] != page.counts[layout.kind]:
                yield Problem(what=Damage.COUNT, where=layout.name)
        for key in _damaged(shelf, layout, found):
            yield Problem(what=Damage.ROW, where=layout.name, key=key)


def _damaged(
    shelf: Shelf[Any], layout: Layout[Any], found: dict[Kind, tuple[Any, ...]] | None
) -> Iterable[str]:
    """The keys of the damaged rows; the sound records go into `found`."""
    if found is None or layout.kind is None:
        return shelf.damaged()
    try:
        found[layout.kind], damaged = shelf.all_and_damaged()
    except RowDamaged:
        # A sum that holds over what is no record: the check has no word for it, whoever reads it stumbles.
        return shelf.damaged()
    return damaged


def contents_of(found: Mapping[Kind, tuple[Any, ...]]) -> DiaryContents:
    """The records of every kind as one value."""
    return DiaryContents(
        person=next(iter(found[Kind.PERSON]), Person()),
        episodes=found[Kind.EPISODES],
        days=found[Kind.DAYS],
        workouts=found[Kind.WORKOUTS],
        courses=found[Kind.COURSES],
        settings=next(iter(found[Kind.SETTINGS]), DiarySettings()),
    )
