"""All workouts of a folder or an archive, as a watch or a training site gives them out."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from cramplog.domain.changes import Kind
from cramplog.exchange import packed
from cramplog.exchange.activities import read
from cramplog.exchange.found import ReadDiary, Rejected
from cramplog.exchange.home import Home
from cramplog.exchange.progress import Progress
from cramplog.i18n import _, ngettext

_EXAMPLES = 3


def workouts_in(path: Path, *, home: Home, progress: Progress) -> Iterator[ReadDiary]:
    """Each activity file in a folder, a zip archive or the archives in it; a file gives only itself.

    Files of other kinds are named in one line in the end. Raises UnreadableFile, Cancelled.
    """
    total = packed.count(path)
    others: list[str] = []
    for number, file in enumerate(packed.files_in(path)):
        progress(number, max(total, number + 1))
        kind = _kind(file)
        if kind is None:
            others.append(file.path.name)
        else:
            yield _read(file, kind, home)
    if others:
        yield ReadDiary(path=path, rejected=(_left_out(path, others),))


def _kind(file: packed.Packed) -> str | None:
    try:
        return read.kind_of(file.head())
    except packed.Broken:
        # Reading all of it says why.
        return "fit"


def _read(file: packed.Packed, kind: str, home: Home) -> ReadDiary:
    try:
        return read.read(file.whole(), file.path, kind=kind, home=home)
    except packed.TooLarge:
        return read.refused(file.path, _("is too large to be a workout"))
    except packed.Broken:
        return read.refused(file.path, _("is damaged, or locked with a password"))


def _left_out(path: Path, names: list[str]) -> Rejected:
    examples = ", ".join(names[:_EXAMPLES]) + (", …" if len(names) > _EXAMPLES else "")
    reason = ngettext(
        "%(n)d other file is not a workout: %(names)s",
        "%(n)d other files are not workouts: %(names)s",
        len(names),
    ) % {"n": len(names), "names": examples}
    return Rejected(file=path.name, kind=Kind.WORKOUTS, place=path.name, id=None, reason=reason)
