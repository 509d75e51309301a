"""Recognises a diary by its first page, before anything is done to it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from cramplog.domain.errors import DiaryTooNew, NotADiary
from cramplog.i18n import _
from cramplog.storage import failures, hot_journal
from cramplog.storage.migrations import chain

# Where a database's first page says them.
_SCHEMA_AT, _PROGRAM_AT = 60, 68


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """What the first page says: the number of the schema."""

    schema: int

    @property
    def is_old(self) -> bool:
        """Whether the schema must be brought up to date before anything can be written."""
        return self.schema < chain.NEWEST


def recognise(path: Path) -> Header:
    """The header of the diary at `path`, with nothing written anywhere.

    Raises DiaryMissing, NotADiary, DiaryTooNew, or what the disk says.
    """
    _expect_content(path)
    before = hot_journal.first_page_before(path)
    with failures.in_plain_words(path), _looking_at(path) as connection:
        program, schema = _numbers(connection, before)
        if program != chain.APPLICATION_ID or schema < 1:
            raise failures.not_a_diary(path)
        if schema > chain.NEWEST:
            raise _too_new(connection, path)
    return Header(schema=schema)


def _expect_content(path: Path) -> None:
    try:
        size = path.stat().st_size
    except FileNotFoundError:
        raise failures.missing(path) from None
    except OSError:
        raise failures.out_of_reach(path) from None
    if not path.is_file():
        raise failures.not_a_diary(path)
    if size == 0:
        raise NotADiary(
            path,
            _("The diary file %(path)s is empty. Restore a backup, or remove the file.") % {"path": path},
        )


@contextmanager
def _looking_at(path: Path) -> Iterator[sqlite3.Connection]:
    # "immutable": no locks, no journal, no file of its own; what is read here changes with a new schema only.
    # Not open(): closing a file that this process has open elsewhere drops the locks it holds on it.
    with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro&immutable=1", uri=True)) as connection:
        connection.execute("PRAGMA trusted_schema = OFF")
        yield connection


def _numbers(connection: sqlite3.Connection, before: bytes | None) -> tuple[int, int]:
    """Application id and schema number: those to which a save that was cut off will be taken back."""
    try:
        program, schema = _number(connection, "application_id"), _number(connection, "user_version")
    except sqlite3.DatabaseError as error:
        if before is None or error.sqlite_errorname != "SQLITE_CORRUPT":
            raise
        program = int.from_bytes(before[_PROGRAM_AT : _PROGRAM_AT + 4], "big")
    if before is not None:
        schema = int.from_bytes(before[_SCHEMA_AT : _SCHEMA_AT + 4], "big")
    return program, schema


def _number(connection: sqlite3.Connection, pragma: str) -> int:
    return int(connection.execute(f"PRAGMA {pragma}").fetchone()[0])


def _too_new(connection: sqlite3.Connection, path: Path) -> DiaryTooNew:
    try:
        app = str(connection.execute("SELECT app FROM meta").fetchone()[0])
    except (sqlite3.Error, TypeError, UnicodeDecodeError):
        app = "?"
    message = _("A newer version (%(app)s) wrote this diary. Install that version or a newer one to open it.")
    return DiaryTooNew(path, message % {"app": " ".join(app.split())})
