"""The diary file as the services see it: open, read, write, and ask whether something was saved."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlalchemy import Connection

import cramplog
from cramplog.domain.changes import Changed, Kind
from cramplog.domain.contents import DiaryContents
from cramplog.domain.errors import DiaryError
from cramplog.domain.steps import Record
from cramplog.storage import failures, meta
from cramplog.storage.backup import copy_checked, make_backup
from cramplog.storage.check import CheckReport, check
from cramplog.storage.courses import Courses
from cramplog.storage.database import Database
from cramplog.storage.days import Days
from cramplog.storage.drafts import Drafts
from cramplog.storage.episodes import Episodes
from cramplog.storage.ledger import Ledger
from cramplog.storage.manifest import Backup, Reason
from cramplog.storage.migrations import chain
from cramplog.storage.person import PersonStore
from cramplog.storage.salvage import salvage
from cramplog.storage.settings import Settings
from cramplog.storage.timer import Timer
from cramplog.storage.trash import Trash
from cramplog.storage.workouts import Workouts


class Reading:
    """The stores of one transaction, all of which see the diary at the same revision."""

    def __init__(self, connection: Connection, page: meta.Meta, ledger: Ledger | None = None) -> None:
        self.diary = page.diary
        self.revision = page.revision
        self.counts = page.counts
        self.settings = Settings(connection, ledger)
        self.episodes = Episodes(connection, self.settings, ledger)
        self.days = Days(connection, ledger)
        self.workouts = Workouts(connection, self.settings, ledger)
        self.courses = Courses(connection, ledger)
        self.person = PersonStore(connection, ledger)
        self.drafts = Drafts(connection, ledger)
        self.timer = Timer(connection, ledger)
        self.trash = Trash(connection, ledger)

    def held(self, kind: Kind, key: str) -> Record | None:
        """The record of this kind under this key; None where there is none."""
        match kind:
            case Kind.EPISODES:
                return self.episodes.get(key)
            case Kind.DAYS:
                return self.days.get(date.fromisoformat(key))
            case Kind.WORKOUTS:
                return self.workouts.get(key)
            case Kind.COURSES:
                return self.courses.get(key)
            case Kind.PERSON:
                return self.person.get()
            case Kind.SETTINGS:
                return self.settings.get()

    def contents(self) -> DiaryContents:
        """The whole diary as one value."""
        return DiaryContents(
            person=self.person.get(),
            episodes=self.episodes.all(),
            days=self.days.all(),
            workouts=self.workouts.all(),
            courses=self.courses.all(),
            settings=self.settings.get(),
        )


class Writing(Reading):
    """The same stores, which save as well."""

    def __init__(self, connection: Connection, page: meta.Meta, ledger: Ledger) -> None:
        super().__init__(connection, page, ledger)
        self._ledger = ledger

    @property
    def changed(self) -> Changed:
        """What was touched so far; after the transaction, what it has changed."""
        return self._ledger.changed


class DiaryFile:
    """One diary, open. Made by `create` or `open` only; close it in the end."""

    def __init__(self, database: Database, *, app: str) -> None:
        self._database = database
        self._app = app
        self._damaged = False
        self._checked: CheckReport | None = None

    @classmethod
    def create(cls, path: Path, *, app: str = cramplog.__version__) -> Self:
        """Make a new, empty diary, for the person only. DiaryError where there already is something."""
        return cls(Database.create(path, app=app), app=app)

    @classmethod
    def open(cls, path: Path, *, app: str = cramplog.__version__) -> Self:
        """Open a diary that exists; a DiaryError says why it cannot be."""
        return cls(Database.open(path), app=app)

    @classmethod
    def open_copy(cls, path: Path) -> Self:
        """Open a backup, or another diary, to look at it: nothing is written, not even a lock."""
        return cls(Database.open_copy(path), app="")

    @property
    def path(self) -> Path:
        """Where the file lies."""
        return self._database.path

    @property
    def writable(self) -> bool:
        """Whether it was opened for writing; else every `write` raises DiaryReadOnly."""
        return self._database.writable

    @property
    def refusal(self) -> DiaryError | None:
        """Why it cannot be written; None where it can."""
        return self._database.refusal

    @property
    def is_damaged(self) -> bool:
        """Whether it did not pass its check and shows only what is sound."""
        return self._damaged

    @property
    def is_old(self) -> bool:
        """Whether an older version made it: then it has no drafts, timer and trash, and is only read."""
        return self._database.schema < chain.NEWEST

    def refuse_writing(self, because: DiaryError) -> None:
        """From now on only read it; each `write` raises what is the reason."""
        self._database.refuse_writing(because)

    @contextmanager
    def read(self) -> Iterator[Reading]:
        """The stores, for reading; they see nothing of what is saved meanwhile."""
        with self._database.reading() as connection:
            yield Reading(connection, meta.read(connection))

    @contextmanager
    def write(self) -> Iterator[Writing]:
        """The stores, for one action of the person: all of it is saved at the end, or nothing."""
        with self._database.writing() as connection:
            page = meta.read_sound(connection)
            ledger = Ledger(page, app=self._app)
            yield Writing(connection, page, ledger)
            ledger.close(connection)

    def contents(self) -> DiaryContents:
        """The whole diary as one value; of a damaged one that was opened knowingly, what is sound."""
        if self._damaged:
            return salvage(self.path).contents
        with self.read() as diary:
            return diary.contents()

    def verify(self) -> CheckReport:
        """Look at the whole file before it is used; what was read on the way is kept for `read_by_check`."""
        self._checked = check(self._database, reading=True)
        return self._checked

    def read_by_check(self) -> tuple[int, DiaryContents] | None:
        """The revision and the contents that `verify` has read, once; None where it has not."""
        report, self._checked = self._checked, None
        if report is None or report.contents is None:
            return None
        return report.revision, report.contents

    def read_what_is_sound(self) -> None:
        """The file did not pass its check: from now on show what is sound, and never write to it."""
        self._damaged = True
        self.refuse_writing(failures.damaged(self.path))

    def revision(self) -> int:
        """How many times the diary has been changed: another number means that somebody saved."""
        with self._database.reading() as connection:
            return meta.read(connection).revision

    def is_saved(self, kind: Kind, key: str, record: Record | None) -> bool:
        """Whether the diary now holds just this record under this key (None: none at all).

        For after a failed `write`: a disk can report an error although the row was stored. DiaryMoved where
        the row is in a file that no longer lies at the diary's path: nobody would find it there.
        """
        self._database.expect_same_file()
        with self.read() as diary:
            return diary.held(kind, key) == record

    def check(self) -> CheckReport:
        """Look at the whole file: is every row still what was written?"""
        return check(self._database)

    def back_up(self, folder: Path, *, now: datetime, reason: Reason = Reason.ON_REQUEST) -> Backup:
        """Make a verified copy in `folder`, named for the moment `now`."""
        return make_backup(self._database, folder, now=now, reason=reason)

    def copy_to(self, path: Path) -> None:
        """Make a verified copy at `path`, where nothing lies yet."""
        copy_checked(self._database, path)

    def close(self) -> None:
        """Let go of the file."""
        self._database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
