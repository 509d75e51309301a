"""The only place that opens a diary's database: its engine, its PRAGMAs and its transactions."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import QueuePool

from cramplog.domain.errors import DiaryError
from cramplog.i18n import _
from cramplog.storage import failures, files, header, meta
from cramplog.storage.migrations import chain

BUSY_TIMEOUT_MS = 5_000

# Name, what it is set to, what it reads as. First of all the patience, which the others need.
PRAGMAS = (
    ("busy_timeout", str(BUSY_TIMEOUT_MS), BUSY_TIMEOUT_MS),
    # The two together lost nothing in power-cut replays: a commit is the journal's unlinking, and only EXTRA
    # waits until the folder knows of it.
    ("journal_mode", "DELETE", "delete"),
    ("synchronous", "EXTRA", 3),
    ("locking_mode", "NORMAL", "normal"),
    ("fullfsync", "ON", 1),
    ("checkpoint_fullfsync", "ON", 1),
    ("foreign_keys", "ON", 1),
    ("secure_delete", "ON", 1),
    ("trusted_schema", "OFF", 0),
    ("cell_size_check", "ON", 1),
    ("mmap_size", "0", 0),
    # Sorting must not write what the person wrote to a folder for temporary files.
    ("temp_store", "MEMORY", 2),
)

_BEGINS = "diary_begins"


class Database:
    """One diary's file, open. Made by `create` or `open` only."""

    def __init__(
        self, path: Path, *, writable: bool, immutable: bool = False, schema: int = chain.NEWEST
    ) -> None:
        self.path = path
        self.schema = schema
        self._refusal: DiaryError | None = None if writable else failures.read_only(path)
        self._identity = files.identity(path)
        self._engine = _engine(
            path, "mode=ro&immutable=1" if immutable else "mode=rw" if writable else "mode=ro"
        )

    @classmethod
    def create(cls, path: Path, *, app: str) -> Database:
        """Make a new, empty diary. DiaryError where a file, or what is left of one, lies there already."""
        path = path.absolute()
        with failures.files_in_plain_words(path):
            files.make_folder(path.parent)
            _refuse_taken(path)
            made = path.with_name(path.name + ".new")
            for leftover in (made, *files.sidecars(made)):
                leftover.unlink(missing_ok=True)
            files.make_file(made)
            # Under its final name a diary is complete from the first moment on, whenever the power fails.
            _fill(made, app)
            try:
                files.publish(made, path)
            except FileExistsError:
                made.unlink(missing_ok=True)
                raise _taken(path) from None
        return cls.open(path)

    @classmethod
    def open(cls, path: Path) -> Database:
        """Open a diary; for reading only where it cannot be written, or its schema is an old one.

        Nothing is ever made or changed by this, but for rights that others had to the file, and what a crash
        left half done.
        """
        path = path.absolute()
        found = header.recognise(path)
        files.keep_private(path)
        # An old one too is opened so that SQLite can settle what a crash left half done in it.
        database = cls(path, writable=files.can_be_written(path), schema=found.schema)
        if found.is_old and database.writable:
            database.refuse_writing(failures.of_old_version(path))
        database._expect_to_read()
        return database

    @classmethod
    def open_copy(cls, path: Path) -> Database:
        """Open a finished copy, such as a backup, that nobody writes: without locks, for reading only."""
        path = path.absolute()
        found = header.recognise(path)
        database = cls(path, writable=False, immutable=True, schema=found.schema)
        database._expect_to_read()
        return database

    @property
    def writable(self) -> bool:
        """Whether it can be written; else `writing` says why not."""
        return self._refusal is None

    @property
    def refusal(self) -> DiaryError | None:
        """Why it cannot be written; None where it can."""
        return self._refusal

    def refuse_writing(self, because: DiaryError) -> None:
        """From now on this file is only read: each `writing` raises what is the reason."""
        self._refusal = because

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A transaction that sees the diary as it is now, whatever others write meanwhile."""
        with failures.in_plain_words(self.path), self._transaction("BEGIN") as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction that holds the write lock from the start; rolled back when anything is raised."""
        if self._refusal is not None:
            raise self._refusal.with_traceback(None)
        self.expect_same_file()
        with failures.in_plain_words(self.path), self._transaction("BEGIN IMMEDIATE") as connection:
            # Once more: who waited for the lock may have waited until a restore had put another file here.
            self.expect_same_file()
            yield connection
        self.expect_same_file()

    @contextmanager
    def outside_transactions(self) -> Iterator[Connection]:
        """A bare connection, for VACUUM INTO, which runs in no transaction."""
        with (
            failures.in_plain_words(self.path),
            self._engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection,
        ):
            yield connection

    def expect_same_file(self) -> None:
        """DiaryMoved where another file, or none, lies at the path by now."""
        if files.identity(self.path) != self._identity:
            raise failures.moved(self.path)

    def close(self) -> None:
        """Close every connection."""
        self._engine.dispose()

    @contextmanager
    def _transaction(self, begins: str) -> Iterator[Connection]:
        with self._engine.connect() as plain:
            connection = plain.execution_options(**{_BEGINS: begins})
            with connection.begin():
                yield connection

    def _expect_to_read(self) -> None:
        try:
            with self.reading() as connection:
                meta.read(connection)
        except BaseException:
            self.close()
            raise


def _refuse_taken(path: Path) -> None:
    if path.exists():
        raise _taken(path)
    left = [sidecar for sidecar in files.sidecars(path) if sidecar.exists()]
    if left:
        raise DiaryError(
            path,
            _("A diary once lay at %(path)s: its %(left)s is left. Put the diary back, or move that file.")
            % {"path": path, "left": left[0].name},
        )


def _taken(path: Path) -> DiaryError:
    return DiaryError(
        path, _("There is already a file at %(path)s. Open it, or choose another name.") % {"path": path}
    )


def _fill(path: Path, app: str) -> None:
    database = Database(path, writable=True)
    try:
        with database.writing() as connection:
            chain.migrate(connection)
            meta.write_first(connection, app=app)
    finally:
        database.close()


def _engine(path: Path, access: str) -> Engine:
    def connect() -> sqlite3.Connection:
        connection = sqlite3.connect(
            f"{path.as_uri()}?{access}", uri=True, isolation_level=None, check_same_thread=False
        )
        try:
            _prepare(connection, path)
        except BaseException:
            connection.close()
            raise
        return connection

    engine = create_engine("sqlite://", creator=connect, poolclass=QueuePool, hide_parameters=True)
    event.listen(engine, "begin", _begin)
    return engine


def _prepare(connection: sqlite3.Connection, path: Path) -> None:
    for name, value, _reads in PRAGMAS:
        connection.execute(f"PRAGMA {name} = {value}").fetchall()
    for name, _value, reads in PRAGMAS:
        row = connection.execute(f"PRAGMA {name}").fetchone()
        # A SQLite that was built without memory mapping has nothing to say about it.
        if row is not None and row[0] != reads:
            raise failures.setting_refused(path, name)


def _begin(connection: Connection) -> None:
    begins = connection.get_execution_options().get(_BEGINS)
    if begins is not None:
        connection.exec_driver_sql(begins)
