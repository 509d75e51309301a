"""The cramps of the diary as its table lists them, and which of them are asked for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final, Literal

from cramplog.domain.contents import DiaryContents
from cramplog.domain.episode import Episode
from cramplog.domain.period import Period, diary_day
from cramplog.domain.places import Muscle, Side
from cramplog.domain.scales import Circumstance
from cramplog.domain.thresholds import MEDIUM_PAIN, SEVERE_PAIN

NOT_RECORDED: Final = "not_recorded"


class PainBand(StrEnum):
    """How bad, in the three steps that one speaks of."""

    MILD = "mild"
    MEDIUM = "medium"
    SEVERE = "severe"
    NOT_RECORDED = "not_recorded"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One cramp with the diary day that it counts to, and its note made ready for searching."""

    episode: Episode
    day: date
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryFilter:
    """What the table is narrowed to; what is None or empty narrows nothing.

    `muscle` and `side` are asked of the same place.
    """

    text: str = ""
    muscle: Muscle | None = None
    side: Side | None = None
    pain: PainBand | None = None
    circumstance: Circumstance | Literal["not_recorded"] | None = None
    period: Period | None = None

    def keeps(self, entry: Entry) -> bool:
        """Whether a cramp is listed."""
        return (
            (self.period is None or entry.day in self.period)
            and (self.pain is None or band(entry.episode.pain) is self.pain)
            and self._keeps_place(entry.episode)
            and (self.circumstance is None or _doing(entry.episode) == self.circumstance)
            and (not self.text or self.text.casefold() in entry.note)
        )

    def _keeps_place(self, episode: Episode) -> bool:
        if self.muscle is None and self.side is None:
            return True
        return any(
            self.muscle in (None, place.muscle) and self.side in (None, place.side)
            for place in episode.places
        )


EVERYTHING = EntryFilter()


class KnownEntries:
    """The cramps as they were listed last: one that stayed as it was keeps its entry.

    Made anew after each save, ten thousand entries would keep a cramp from its row for a tenth of a second.
    """

    def __init__(self) -> None:
        self._hour = -1
        # By the identity of the cramp, which lives as long as its entry does.
        self._known: dict[int, Entry] = {}

    def listed(self, contents: DiaryContents) -> tuple[Entry, ...]:
        """All cramps, the newest first."""
        hour = contents.settings.day_starts_hour
        known = self._known if hour == self._hour else {}
        self._hour = hour
        self._known = {
            id(episode): known.get(id(episode)) or _entry(episode, hour)
            for episode in reversed(contents.episodes)
        }
        return tuple(self._known.values())


@dataclass(frozen=True, slots=True, kw_only=True)
class Offered:
    """Which muscles, sides and circumstances the diary has, and its first day: what can be asked for."""

    muscles: frozenset[Muscle]
    sides: frozenset[Side]
    doing: frozenset[Circumstance | None]
    first: date | None


def offered(entries: tuple[Entry, ...]) -> Offered:
    """What a list of cramps can be narrowed to."""
    return Offered(
        muscles=frozenset(place.muscle for entry in entries for place in entry.episode.places),
        sides=frozenset(place.side for entry in entries for place in entry.episode.places),
        doing=frozenset(entry.episode.circumstance for entry in entries),
        first=entries[-1].day if entries else None,
    )


def _entry(episode: Episode, day_starts_hour: int) -> Entry:
    day = diary_day(episode.started, day_starts_hour)
    return Entry(episode=episode, day=day, note=episode.note.casefold())


def band(pain: int | None) -> PainBand:
    """The step that a pain belongs to: mild up to 4, medium 5 and 6, severe from 7 (Palos 2006)."""
    if pain is None:
        return PainBand.NOT_RECORDED
    if pain >= SEVERE_PAIN:
        return PainBand.SEVERE
    return PainBand.MEDIUM if pain >= MEDIUM_PAIN else PainBand.MILD


def _doing(episode: Episode) -> Circumstance | Literal["not_recorded"]:
    return episode.circumstance or NOT_RECORDED
