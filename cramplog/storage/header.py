"""Recognises a diary by its first page, before anything is done to it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from cramplog.domain.errors import DiaryTooNew, NotADiary
from cramplog.i18n import _
from cramplog.storage import failures
from cramplog.storage.migrations import chain


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
    with failures.in_plain_words(path), _looking_at(path) as connection:
        if _number(connection, "application_id") != chain.APPLICATION_ID:
            raise failures.not_a_diary(path)
        schema = _number(connection, "user_version")
        if schema < 1:
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
    with closing(sqlite3.connect(f"{path.as_uri()}?immutable=1", uri=True)) as connection:
        connection.execute("PRAGMA trusted_schema = OFF")
        yield connection


def _number(connection: sqlite3.Connection, pragma: str) -> int:
    return int(connection.execute(f"PRAGMA {pragma}").fetchone()[0])


def _too_new(connection: sqlite3.Connection, path: Path) -> DiaryTooNew:
    try:
        app = str(connection.execute("SELECT app FROM meta").fetchone()[0])
    except (sqlite3.Error, TypeError, UnicodeDecodeError):
        app = "?"
    message = _("A newer version (%(app)s) wrote this diary. Install that version or a newer one to open it.")
    return DiaryTooNew(path, message % {"app": " ".join(app.split())})
