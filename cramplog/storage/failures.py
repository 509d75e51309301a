"""Says in plain words what SQLite's errors mean for the person: what happened, and what to do."""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from cramplog.domain.errors import (
    DiaryDamaged,
    DiaryError,
    DiaryLocked,
    DiaryMissing,
    DiaryMoved,
    DiaryReadOnly,
    DiskFailed,
    DiskFull,
    NotADiary,
)
from cramplog.i18n import _
from cramplog.storage.checksum import RowDamaged


@contextmanager
def in_plain_words(path: Path) -> Iterator[None]:
    """Turn whatever the database raises inside into one of the diary's own errors."""
    try:
        yield
    except (DBAPIError, sqlite3.Error) as error:
        # "from None": the database's error holds what the person wrote, and no traceback may show it.
        raise explained(path, error) from None
    except (RowDamaged, UnicodeDecodeError):
        # SQLite's own messages quote the schema, and a damaged one is no text any more.
        raise damaged(path) from None


@contextmanager
def files_in_plain_words(path: Path) -> Iterator[None]:
    """Turn whatever the file system raises inside into one of the diary's own errors."""
    try:
        yield
    except OSError as error:
        raise _explained_by_system(path, error) from None


def explained(path: Path, error: DBAPIError | sqlite3.Error) -> DiaryError:
    """The diary's error for a database's. Only the error's name is kept, never its text or its values."""
    cause = error.orig if isinstance(error, DBAPIError) else error
    name = getattr(cause, "sqlite_errorname", None) or type(cause).__name__
    if str(cause).startswith("Could not decode to UTF-8"):
        return damaged(path)
    for beginning, answer in _ANSWERS:
        if name.startswith(beginning):
            return answer(path, name)
    return _unexpected(path, name)


def missing(path: Path) -> DiaryMissing:
    """There is no file at `path`."""
    return DiaryMissing(
        path, _("There is no diary at %(path)s. Put it back, or restore a backup.") % {"path": path}
    )


def not_a_diary(path: Path) -> NotADiary:
    """Another program's file."""
    return NotADiary(
        path,
        _("%(path)s is not a CrampLog diary, or its start is damaged. Choose another file or a backup.")
        % {"path": path},
    )


def damaged(path: Path) -> DiaryDamaged:
    """The file, or a row of it, is not what was written."""
    return DiaryDamaged(
        path,
        _("Part of the diary %(path)s is damaged. Nothing was changed. Restore a backup.") % {"path": path},
    )


def moved(path: Path) -> DiaryMoved:
    """The file at `path` is another one than was opened."""
    return DiaryMoved(
        path,
        _("Another program moved or replaced %(path)s. Close CrampLog, put the file back, and start again.")
        % {"path": path},
    )


def read_only(path: Path) -> DiaryReadOnly:
    """The diary can be read but not written."""
    return DiaryReadOnly(
        path,
        _("%(path)s cannot be written to. Allow changes to the file and its folder, then try again.")
        % {"path": path},
    )


def of_old_version(path: Path) -> DiaryReadOnly:
    """The diary has the schema of an older version, which this one only reads."""
    return DiaryReadOnly(
        path,
        _("An older version wrote %(path)s. It must be brought up to date before anything is saved in it.")
        % {"path": path},
    )


def out_of_reach(path: Path) -> DiaryReadOnly:
    """The file, or the journal that belongs beside it, cannot be opened."""
    return DiaryReadOnly(
        path,
        _("%(path)s cannot be opened. Allow access to the file and its folder, then try again.")
        % {"path": path},
    )


def disk_full(path: Path) -> DiskFull:
    """No room on the disk."""
    return DiskFull(path, _("The disk is full. Free some space on it, then try again."))


def disk_failed(path: Path, name: str) -> DiskFailed:
    """An error that the disk reported."""
    return DiskFailed(
        path,
        _("The disk reported an error (%(name)s). Make a backup on another disk.") % {"name": name},
    )


def backup_failed(folder: Path) -> DiaryError:
    """A copy was made that is not what the diary is."""
    return DiaryError(
        folder,
        _("The backup in %(path)s did not pass its check. Choose another folder or disk for backups.")
        % {"path": folder},
    )


def setting_refused(path: Path, name: str) -> DiaryError:
    """The database does not work in the one way that loses nothing."""
    return DiaryError(
        path,
        _("This computer's SQLite refuses %(name)s, without which no diary is safe. Update SQLite.")
        % {"name": name},
    )


def _explained_by_system(path: Path, error: OSError) -> DiaryError:
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return disk_full(path)
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS, errno.ENOTDIR, errno.EEXIST):
        return out_of_reach(path)
    return disk_failed(path, errno.errorcode.get(error.errno or 0, type(error).__name__))


def _locked(path: Path, _name: str) -> DiaryError:
    return DiaryLocked(
        path,
        _("Another program is using %(path)s. Close that program, then try again.") % {"path": path},
    )


def _not_opened(path: Path, _name: str) -> DiaryError:
    return out_of_reach(path) if path.exists() else missing(path)


def _unexpected(path: Path, name: str) -> DiaryError:
    return DiaryError(
        path,
        _("The diary could not do this (%(name)s). Please report this error.") % {"name": name},
    )


# The first beginning that fits counts: the exact ones stand before the general.
_ANSWERS = (
    ("SQLITE_READONLY_DBMOVED", lambda path, _name: moved(path)),
    ("SQLITE_READONLY", lambda path, _name: read_only(path)),
    ("SQLITE_FULL", lambda path, _name: disk_full(path)),
    # What SQLite says when a file that is open was deleted.
    ("SQLITE_IOERR_FSTAT", lambda path, name: disk_failed(path, name) if path.exists() else moved(path)),
    ("SQLITE_IOERR_NOMEM", _unexpected),
    ("SQLITE_IOERR", disk_failed),
    ("SQLITE_BUSY", _locked),
    ("SQLITE_LOCKED", _locked),
    ("SQLITE_PROTOCOL", _locked),
    ("SQLITE_CORRUPT", lambda path, _name: damaged(path)),
    ("SQLITE_NOTADB", lambda path, _name: not_a_diary(path)),
    ("SQLITE_CANTOPEN", _not_opened),
    ("SQLITE_PERM", lambda path, _name: out_of_reach(path)),
)
