"""GPX files: tracks, whose length and pulse have to be worked out from their points."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import pairwise

from cramplog.exchange import xml_walk
from cramplog.exchange.activities.moments import number, utc
from cramplog.exchange.activities.recording import NoWorkout, Recorded, Recording, Samples, sport_named
from cramplog.i18n import _

ROOT = "gpx"
# Tracks of one file further apart than this are two workouts; closer ones a rest on the way.
REST = timedelta(hours=6)
# With times on fewer of its points than this, a track does not say how long it took.
ENOUGH = 0.5
_EARTH_M = 6_371_008.8


def read(data: bytes) -> Recorded:
    """The tracks in the file. Raises NoWorkout where none of them says when it was."""
    found = _Found()
    damage = None
    try:
        xml_walk.walk(data, on_start=found.start, on_end=found.end)
    except xml_walk.BrokenXml:
        damage = _("ends too soon: a part of it is missing")
    except xml_walk.UnsafeXml:
        raise NoWorkout(_("is not a plain activity file: it declares entities")) from None
    recordings = tuple(_recordings(found))
    if not recordings:
        raise NoWorkout(damage or _("has no workout in it"))
    return Recorded(recordings=recordings, damage=damage)


@dataclass(slots=True)
class _Point:
    latitude: float | None
    longitude: float | None
    moment: datetime | None = None
    heart: float | None = None
    temperature: float | None = None


@dataclass(slots=True)
class _Segment:
    sport: str | None = None
    points: list[_Point] = field(default_factory=list)

    @property
    def timed(self) -> list[_Point]:
        return [point for point in self.points if point.moment is not None]


class _Found:
    """The segments of all tracks."""

    def __init__(self) -> None:
        self.segments: list[_Segment] = []
        self._first_of_track = 0
        self._sport: str | None = None

    def start(self, path: tuple[str, ...], attributes: Mapping[str, str]) -> None:
        match path[-1]:
            case "trk":
                self._first_of_track, self._sport = len(self.segments), None
            case "trkseg":
                self.segments.append(_Segment(self._sport))
            case "trkpt" if self.segments:
                where = number(attributes.get("lat", "")), number(attributes.get("lon", ""))
                self.segments[-1].points.append(_Point(*where))

    def end(self, path: tuple[str, ...], text: str) -> None:
        if path[-2:] == ("trk", "type"):
            # The schema puts the type before the segments; some devices put it behind.
            self._sport = sport_named(text)
            for segment in self.segments[self._first_of_track :]:
                segment.sport = self._sport
        elif "trkpt" in path and self.segments:
            point = self.segments[-1].points[-1]
            match path[-1]:
                case "time":
                    point.moment = utc(text)
                case "hr" | "heartrate":
                    point.heart = number(text)
                case "atemp" | "temp":
                    point.temperature = number(text)


def _recordings(found: _Found) -> Iterator[Recording]:
    points = sum(len(segment.points) for segment in found.segments)
    timed = sum(len(segment.timed) for segment in found.segments)
    if points and timed < ENOUGH * points:
        raise NoWorkout(
            _("does not say when it was: %(timed)d of its %(points)d points have a time")
            % {"timed": timed, "points": points}
        )
    segments = sorted((segment for segment in found.segments if segment.timed), key=_start)
    yield from map(_recording, _workouts(segments))


def _workouts(segments: Sequence[_Segment]) -> Iterator[list[_Segment]]:
    together: list[_Segment] = []
    for segment in segments:
        if together and _start(segment) - _end(together[-1]) > REST:
            yield together
            together = []
        together.append(segment)
    if together:
        yield together


def _recording(segments: list[_Segment]) -> Recording:
    samples = Samples()
    for segment in segments:
        for point in segment.timed:
            assert point.moment is not None
            samples.at(point.moment)
            samples.heart(point.heart)
            samples.temperature(point.temperature)
    assert samples.first is not None
    return Recording(
        started=samples.first,
        sport=next((segment.sport for segment in segments if segment.sport), None),
        elapsed_s=samples.elapsed_s,
        active_s=sum((_end(segment) - _start(segment)).total_seconds() for segment in segments),
        distance_m=sum(map(_length, segments)),
        mean_heart_rate=samples.mean_heart_rate,
        max_heart_rate=samples.max_heart_rate,
        device_temp_c=samples.device_temp_c,
    )


def _start(segment: _Segment) -> datetime:
    return min(point.moment for point in segment.timed if point.moment is not None)


def _end(segment: _Segment) -> datetime:
    return max(point.moment for point in segment.timed if point.moment is not None)


def _length(segment: _Segment) -> float:
    """Metres along the ground, by the haversine formula on a sphere."""
    return sum(_apart(one, other) for one, other in pairwise(segment.points))


def _apart(one: _Point, other: _Point) -> float:
    if None in (one.latitude, one.longitude, other.latitude, other.longitude):
        return 0.0
    assert one.latitude is not None
    assert one.longitude is not None
    assert other.latitude is not None
    assert other.longitude is not None
    south, north = math.radians(one.latitude), math.radians(other.latitude)
    east = math.radians(other.longitude - one.longitude)
    half = math.sin((north - south) / 2) ** 2 + math.cos(south) * math.cos(north) * math.sin(east / 2) ** 2
    return 2 * _EARTH_M * math.asin(math.sqrt(min(half, 1.0)))
