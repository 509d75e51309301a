"""Which backups may go: many of the last days, fewer of the past, one of each year for ever."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from datetime import datetime
from pathlib import Path

from cramplog.storage.manifest import Backup, Reason

NEWEST_KEPT = 5
UPDATES_KEPT = 5
DAYS, WEEKS, MONTHS = 14, 10, 12


def superfluous(backups: Sequence[Backup], *, now: datetime) -> tuple[Backup, ...]:
    """The backups of one diary that the others make needless. The newest must have been verified just now."""
    if not backups or _looks_like_an_accident(backups):
        return ()
    updates = [it for it in backups if it.reason is Reason.BEFORE_UPDATE]
    # A file dated in the future is of no use for counting days, and may be all that is left: it stays.
    others = [it for it in backups if it.reason is not Reason.BEFORE_UPDATE and it.made <= now]
    kept = {it.path for it in (*others[:NEWEST_KEPT], *updates[:UPDATES_KEPT])}
    kept |= _one_each(others, DAYS, lambda made: made.date())
    kept |= _one_each(others, WEEKS, lambda made: made.isocalendar()[:2])
    kept |= _one_each(others, MONTHS, lambda made: (made.year, made.month))
    kept |= _one_each(others, None, lambda made: made.year)
    return tuple(it for it in (*others, *updates) if it.path not in kept)


def _looks_like_an_accident(backups: Sequence[Backup]) -> bool:
    """Half of the records gone since the backup before: then every older backup may be needed."""
    if len(backups) < 2:
        return False
    newest, before = (sum(it.counts.values()) for it in backups[:2])
    return newest < before / 2


def _one_each(
    backups: Iterable[Backup], latest: int | None, span: Callable[[datetime], Hashable]
) -> set[Path]:
    """The newest backup of each of the latest days, weeks, months or years in which there is one."""
    newest: dict[Hashable, Backup] = {}
    for backup in backups:
        newest.setdefault(span(backup.made), backup)
    dated = sorted(newest.values(), key=lambda it: it.made, reverse=True)
    return {it.path for it in dated[:latest]}
