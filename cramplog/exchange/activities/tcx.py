"""TCX files: activities with their laps and points."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from cramplog.exchange import xml_walk
from cramplog.exchange.activities.moments import number, utc
from cramplog.exchange.activities.recording import NoWorkout, Recorded, Recording, Samples, sport_named
from cramplog.i18n import _

ROOT = "TrainingCenterDatabase"


def read(data: bytes) -> Recorded:
    """The activities in the file. Raises NoWorkout where there are none."""
    found = _Found()
    damage = None
    try:
        xml_walk.walk(data, on_start=found.start, on_end=found.end)
    except xml_walk.BrokenXml:
        damage = _("ends too soon: a part of it is missing")
    except xml_walk.UnsafeXml:
        raise NoWorkout(_("is not a plain activity file: it declares entities")) from None
    recordings = tuple(one for activity in found.activities if (one := activity.recording()) is not None)
    if not recordings:
        raise NoWorkout(damage or _("has no workout in it"))
    return Recorded(recordings=recordings, damage=damage)


@dataclass(slots=True)
class _Activity:
    sport: str | None
    first_lap: datetime | None = None
    lap_seconds: float | None = None
    lap_metres: float | None = None
    lap_hearts: list[tuple[float, float]] = field(default_factory=list)
    highest: float | None = None
    samples: Samples = field(default_factory=Samples)

    def recording(self) -> Recording | None:
        """The session; None where nothing says when it began."""
        starts = [start for start in (self.first_lap, self.samples.first) if start is not None]
        if not starts:
            return None
        started = min(starts)
        ended = self.samples.last
        return Recording(
            started=started,
            sport=self.sport,
            elapsed_s=self.lap_seconds if ended is None else (ended - started).total_seconds(),
            active_s=self.lap_seconds,
            distance_m=self.samples.metres if self.lap_metres is None else self.lap_metres,
            mean_heart_rate=self._mean_heart_rate(),
            max_heart_rate=self.highest
            if self.samples.max_heart_rate is None
            else self.samples.max_heart_rate,
        )

    def _mean_heart_rate(self) -> float | None:
        if self.samples.mean_heart_rate is not None or not self.lap_hearts:
            return self.samples.mean_heart_rate
        seconds = sum(length for _beats, length in self.lap_hearts)
        return sum(beats * length for beats, length in self.lap_hearts) / seconds if seconds else None


class _Found:
    """The activities met so far, the open one last."""

    def __init__(self) -> None:
        self.activities: list[_Activity] = []
        self._lap_seconds = 0.0

    def start(self, path: tuple[str, ...], attributes: Mapping[str, str]) -> None:
        if path[-1] == "Activity" and path[0] == ROOT:
            self.activities.append(_Activity(sport_named(attributes.get("Sport"))))
        elif path[-1] == "Lap" and self.activities and self.activities[-1].first_lap is None:
            self.activities[-1].first_lap = utc(attributes.get("StartTime", ""))

    def end(self, path: tuple[str, ...], text: str) -> None:
        if not self.activities or "Activity" not in path:
            return
        activity, samples = self.activities[-1], self.activities[-1].samples
        match path[-2:]:
            case ("Trackpoint", "Time"):
                if (moment := utc(text)) is not None:
                    samples.at(moment)
            case ("Trackpoint", "DistanceMeters"):
                samples.metres = (
                    number(text) if samples.metres is None else max(samples.metres, number(text) or 0)
                )
            case ("HeartRateBpm", "Value"):
                samples.heart(number(text))
            case ("Lap", "TotalTimeSeconds"):
                self._lap_seconds = number(text) or 0
                activity.lap_seconds = (activity.lap_seconds or 0) + self._lap_seconds
            case ("Lap", "DistanceMeters"):
                activity.lap_metres = (activity.lap_metres or 0) + (number(text) or 0)
            case ("AverageHeartRateBpm", "Value"):
                activity.lap_hearts.append((number(text) or 0, self._lap_seconds))
            case ("MaximumHeartRateBpm", "Value"):
                activity.highest = max(activity.highest or 0, number(text) or 0)
