"""What a device recorded of one session, and the workout that it becomes."""

from __future__ import annotations

import uuid
from dataclasses import dataclass, field
from datetime import datetime, timedelta, timezone

from cramplog.domain.workout import Workout
from cramplog.exchange.home import Home

# Ids of workouts from files: the same file gives the same workout wherever it is imported.
_IDS = uuid.UUID("5d6a6f0e-3f0c-4c0b-9d0a-6f1f3f0c9b11")
# A device whose clock was never set counts from its own first day on.
_FIRST_YEAR = 2000
_SPORTS = {
    "biking": "cycling", "bike": "cycling", "ride": "cycling", "virtualride": "cycling", "run": "running",
    "hike": "hiking", "walk": "walking", "swim": "swimming", "row": "rowing", "ski": "skiing",
}  # fmt: skip
# Words and numbers with which a device says that it does not know the sport.
_NO_SPORT = frozenset({"", "generic", "all", "unknown"})


class NoWorkout(Exception):
    """There is no workout in the file; the reason is a sentence for the person."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Recording:
    """One session: when it began, in UTC, and what was measured. `offset` where the device knew its own."""

    started: datetime
    offset: timedelta | None = None
    sport: str | None = None
    elapsed_s: float | None = None
    active_s: float | None = None
    distance_m: float | None = None
    mean_heart_rate: float | None = None
    max_heart_rate: float | None = None
    device_temp_c: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Recorded:
    """The sessions of one file. `damage` says why there may be more to them than could be read."""

    recordings: tuple[Recording, ...]
    damage: str | None = None


@dataclass(slots=True)
class Samples:
    """What a device measured again and again, gathered point by point."""

    first: datetime | None = None
    last: datetime | None = None
    metres: float | None = None
    _hearts: list[float] = field(default_factory=list)
    _temperatures: list[float] = field(default_factory=list)

    def at(self, moment: datetime) -> None:
        """Something was measured at this moment."""
        self.first = moment if self.first is None else min(self.first, moment)
        self.last = moment if self.last is None else max(self.last, moment)

    def heart(self, beats: float | None) -> None:
        """Beats a minute; 0 is what a strap says that has lost the skin."""
        if beats is not None and beats > 0:
            self._hearts.append(beats)

    def temperature(self, celsius: float | None) -> None:
        """What the device's thermometer says."""
        if celsius is not None:
            self._temperatures.append(celsius)

    @property
    def elapsed_s(self) -> float | None:
        """From the first to the last point."""
        if self.first is None or self.last is None:
            return None
        return (self.last - self.first).total_seconds()

    @property
    def mean_heart_rate(self) -> float | None:
        """The mean of all points that have one."""
        return _mean(self._hearts)

    @property
    def max_heart_rate(self) -> float | None:
        """The highest of all points."""
        return max(self._hearts, default=None)

    @property
    def device_temp_c(self) -> float | None:
        """The mean of all points that have one."""
        return _mean(self._temperatures)


def workout(recording: Recording, *, number: int, sha256: str, home: Home) -> Workout:
    """The workout that the `number`th recording of a file is.

    Its wall time is the device's own where the file has its offset, else that of the person's zone.
    """
    if recording.offset is None:
        started = home.wall(recording.started)
    else:
        started = recording.started.astimezone(timezone(recording.offset))
    return Workout(
        id=str(uuid.uuid5(_IDS, f"{sha256}/{number}")),
        started=started.replace(microsecond=0),
        zone=home.name if home.wall(recording.started).utcoffset() == started.utcoffset() else None,
        sport=recording.sport,
        elapsed_s=_whole(recording.elapsed_s),
        active_s=_whole(recording.active_s),
        distance_m=_rounded(recording.distance_m),
        mean_heart_rate=_rounded(recording.mean_heart_rate),
        max_heart_rate=_rounded(recording.max_heart_rate),
        device_temp_c=_rounded(recording.device_temp_c),
        file_sha256=sha256,
    )


def sport_named(word: object) -> str | None:
    """The sport in one word for all devices; None where the file gives a number or says nothing."""
    if not isinstance(word, str) or word.strip().isdecimal():
        return None
    plain = word.strip().lower().replace("_", " ")
    return None if plain in _NO_SPORT else _SPORTS.get(plain, plain)


def is_set(moment: datetime) -> bool:
    """Whether the device's clock had been set when it recorded this."""
    return moment.year >= _FIRST_YEAR


def _mean(values: list[float]) -> float | None:
    return sum(values) / len(values) if values else None


def _whole(seconds: float | None) -> int | None:
    return None if seconds is None else round(seconds)


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 2)
