"""What a paper sheet that was typed in changes in the diary."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import fields
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from cramplog.domain.changes import Kind
from cramplog.domain.day import Day
from cramplog.domain.episode import Episode
from cramplog.domain.period import Period
from cramplog.domain.places import Place
from cramplog.domain.steps import RecordChange

if TYPE_CHECKING:
    from cramplog.storage.diary_file import Reading


def sheet_changes(
    stores: Reading, episodes: tuple[Episode, ...], days: tuple[Day, ...]
) -> Iterator[RecordChange]:
    """The changes that a sheet makes: new cramps, and what its days say more than the diary.

    A cramp that is in the diary already, at the same time and place, stays as it is: a sheet that is typed in
    twice changes nothing.
    """
    present = _present(stores, episodes)
    for episode in episodes:
        if _sameness(episode) not in present:
            present.add(_sameness(episode))
            yield RecordChange(Kind.EPISODES, episode.id, None, episode)
    for day in days:
        before = stores.days.get(day.date)
        after = _with_answers(before, day)
        if after != before:
            yield RecordChange(Kind.DAYS, day.date.isoformat(), before, after)


def _present(stores: Reading, episodes: Iterable[Episode]) -> set[tuple[datetime, frozenset[Place]]]:
    starts = [episode.started.date() for episode in episodes]
    if not starts:
        return set()
    # A day more at each end: a diary day may begin on another date.
    around = Period(min(starts) - timedelta(days=1), max(starts) + timedelta(days=2))
    return {_sameness(episode) for episode in stores.episodes.find(around)}


def _sameness(episode: Episode) -> tuple[datetime, frozenset[Place]]:
    return episode.started.astimezone(UTC), frozenset(episode.places)


def _with_answers(before: Day | None, sheet: Day) -> Day:
    """The day with the sheet's answers; what the sheet leaves empty stays."""
    if before is None:
        return sheet
    answers = {name: value for name in _FIELDS if (value := getattr(sheet, name)) is not None}
    values = {name: getattr(before, name) for name in _FIELDS}
    if sheet.exercised is False:
        values |= {"hardest_exertion": None, "exercise_minutes": None, "unaccustomed": None}
    return Day(date=before.date, note=before.note, **{**values, **answers})


_FIELDS = tuple(one.name for one in fields(Day) if one.name not in ("date", "note"))
