"""What can go wrong that a person can do something about; each error says what and how in one sentence."""

from __future__ import annotations

from pathlib import Path

from cramplog.i18n import _


class CrampLogError(Exception):
    """The world's fault, not the program's: shown to the person as it is, without a traceback."""


class InvalidValue(CrampLogError, ValueError):
    """A value that a diary cannot hold: the field as the format names it, the reason as people read it."""

    def __init__(self, field: str, value: object, reason: str) -> None:
        self.field = field
        self.value = value
        self.reason = reason
        super().__init__(field, value, reason)

    def __str__(self) -> str:
        return f"{self.field}: {_shown(self.value)} {self.reason}"

    @classmethod
    def missing(cls, field: str, value: object = None) -> InvalidValue:
        """Something that has to be said was not."""
        return cls(field, value, _("is needed"))


class DiaryError(CrampLogError):
    """Something is wrong with the diary's file."""

    def __init__(self, path: Path, message: str) -> None:
        self.path = path
        super().__init__(message)


class DiaryNotOpen(CrampLogError):
    """Something was asked of a diary that could not be opened, or is closed already."""

    def __init__(self) -> None:
        super().__init__(_("The diary is not open."))


class DiaryMissing(DiaryError):
    """There is no file where the diary should be."""


class NotADiary(DiaryError):
    """The file is empty or belongs to another program."""


class DiaryTooNew(DiaryError):
    """A newer CrampLog wrote the file, and this one must not touch it."""


class DiaryDamaged(DiaryError):
    """The file or a row in it is not what was once written."""


class DiaryLocked(DiaryError):
    """Another program holds the file."""


class DiaryInUse(DiaryError):
    """A window has the diary open: on this computer, or on the one named `host`, `since` an ISO time."""

    def __init__(self, path: Path, message: str, *, host: str | None, since: str = "") -> None:
        self.host = host
        self.since = since
        super().__init__(path, message)


class DiaryMoved(DiaryError):
    """The file was moved, replaced or deleted while it was open."""


class DiaryReadOnly(DiaryError):
    """The file or its folder cannot be written to."""


class DiskFull(DiaryError):
    """There is no room left on the disk."""


class DiskFailed(DiaryError):
    """The disk reported an error."""


class UnreadableFile(CrampLogError):
    """A file to be imported is not of a kind that can be read, or is damaged."""

    def __init__(self, path: Path, message: str) -> None:
        self.path = path
        super().__init__(message)


class UnwritableFile(CrampLogError):
    """A file that the person asked for cannot be written where they want it."""

    def __init__(self, path: Path, message: str) -> None:
        self.path = path
        super().__init__(message)


class NotFound(CrampLogError):
    """A record was asked for that the diary does not hold."""


class ChangedElsewhere(CrampLogError):
    """Somebody else changed a record meanwhile: what was asked for would overwrite that unseen."""


def _shown(value: object) -> str:
    text = repr(value)
    return text if len(text) <= 60 else text[:57] + "..."
