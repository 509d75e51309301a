"""One window at a time on one diary: a lock that no crash leaves behind, and a bell to call that window."""

from __future__ import annotations

import json
import os
import platform
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from cramplog.domain.errors import DiaryInUse
from cramplog.i18n import _
from cramplog.storage import files
from cramplog.storage.file_lock import try_to_lock

_LOCK = ".lock"
_BELL = ".bell"


@dataclass(frozen=True, slots=True, kw_only=True)
class Holder:
    """Who has the diary open in a window."""

    host: str
    since: str

    @property
    def is_here(self) -> bool:
        """Whether it is this computer."""
        return self.host == platform.node()


class WindowLock:
    """The right to have a window on one diary. Commands need none: they write beside an open window.

    The system takes the lock back when the process ends, however it ends. A lock file that another computer
    wrote (a diary in a shared folder) cannot be asked whether its process lives: a person must decide.
    """

    def __init__(self, diary: Path, descriptor: int) -> None:
        self.diary = diary
        self._descriptor = descriptor

    @classmethod
    def take(cls, diary: Path, *, now: datetime, even_from_another_computer: bool = False) -> WindowLock:
        """Take the lock. Raises DiaryInUse where a window has it."""
        diary = diary.absolute()
        with _in_plain_words(diary):
            files.make_folder(diary.parent)
            descriptor = _open(diary)
            try:
                if not try_to_lock(descriptor):
                    raise _in_use(diary, _read(descriptor))
                holder = _read(descriptor)
                if holder is not None and not holder.is_here and not even_from_another_computer:
                    raise _in_use(diary, holder)
                _write(descriptor, {"host": platform.node(), "since": now.isoformat()})
            except BaseException:
                os.close(descriptor)
                raise
        return cls(diary, descriptor)

    def release(self) -> None:
        """Give the lock back; the empty lock file stays, so that nobody locks one that is being removed."""
        try:
            os.ftruncate(self._descriptor, 0)
        finally:
            os.close(self._descriptor)

    def __enter__(self) -> WindowLock:
        return self

    def __exit__(self, *_ended: object) -> None:
        self.release()


def expect_no_window(diary: Path) -> None:
    """Raises DiaryInUse where a window, of this computer or another, has the diary open."""
    diary = diary.absolute()
    if not lock_file(diary).exists():
        return
    with _in_plain_words(diary):
        descriptor = _open(diary)
        try:
            holder = _read(descriptor)
            if not try_to_lock(descriptor) or (holder is not None and not holder.is_here):
                raise _in_use(diary, holder)
        finally:
            os.close(descriptor)


def lock_file(diary: Path) -> Path:
    """Where the lock of a diary lies."""
    return diary.with_name(diary.name + _LOCK)


def bell_file(diary: Path) -> Path:
    """The file that the window watches: whoever writes to it asks the window to come forward."""
    return diary.with_name(diary.name + _BELL)


def ring(diary: Path, *, timer: bool = False) -> None:
    """Ask the window that has the diary open to come forward, and to start its timer."""
    bell = bell_file(diary.absolute())
    with _in_plain_words(bell):
        # Whole from the first moment on: the window looks at once.
        made = bell.with_name(bell.name + ".tmp")
        made.unlink(missing_ok=True)
        files.make_file(made)
        made.write_text("timer" if timer else "window", encoding="ascii")
        made.replace(bell)


def answer(diary: Path) -> str | None:
    """What was asked since the last time: "window" or "timer"; None where nobody rang."""
    bell = bell_file(diary.absolute())
    try:
        asked = bell.read_text(encoding="ascii")
        bell.unlink()
    except (OSError, UnicodeDecodeError):
        return None
    return asked if asked in ("window", "timer") else None


@contextmanager
def _in_plain_words(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError:
        # Only now: the window takes the lock before it is painted, and this brings SQLAlchemy.
        from cramplog.storage import failures

        with failures.files_in_plain_words(path):
            raise


def _in_use(diary: Path, holder: Holder | None) -> DiaryInUse:
    if holder is None or holder.is_here:
        message = _("The diary %(path)s is open in a window. Close that window, then try again.")
        return DiaryInUse(diary, message % {"path": diary}, host=None)
    message = _("The diary %(path)s is open on the computer %(host)s since %(since)s. Close it there first.")
    values = {"path": diary, "host": holder.host, "since": holder.since[:16].replace("T", " ")}
    return DiaryInUse(diary, message % values, host=holder.host, since=holder.since)


def _open(diary: Path) -> int:
    return os.open(lock_file(diary), os.O_CREAT | os.O_RDWR, files.PRIVATE_FILE)


def _read(descriptor: int) -> Holder | None:
    try:
        os.lseek(descriptor, 0, os.SEEK_SET)
        page: dict[str, Any] = json.loads(os.read(descriptor, 2_000) or b"null") or {}
        return Holder(host=" ".join(str(page["host"])[:100].split()), since=str(page["since"])[:40])
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


def _write(descriptor: int, page: dict[str, str]) -> None:
    os.ftruncate(descriptor, 0)
    os.lseek(descriptor, 0, os.SEEK_SET)
    os.write(descriptor, json.dumps(page).encode("utf-8"))
