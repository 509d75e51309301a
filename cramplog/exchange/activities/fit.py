"""FIT files: sessions as the device summed them up, else as its points say."""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

from cramplog.exchange.activities.recording import (
    NoWorkout,
    Recorded,
    Recording,
    Samples,
    is_set,
    sport_named,
)
from cramplog.i18n import _

_LARGEST_OFFSET = timedelta(hours=15)
_QUARTER = timedelta(minutes=15)

# A point a second for 30 hours, with 15 values each. A small packed file can hold far more, and each value
# takes its time: what lies beyond is a part that is missing.
MOST_STEPS = 2_200_000
_STEPS_OF_A_MESSAGE = 5

Fields = dict[str, Any]


def is_fit(data: bytes) -> bool:
    """Whether the file says that it is FIT."""
    return data[8:12] == b".FIT"


def read(data: bytes, *, most_steps: int = MOST_STEPS) -> Recorded:
    """The sessions in the file, as far as it can be read in so many steps. Raises NoWorkout."""
    found = _Found()
    damage = None
    try:
        for name, fields in _messages(data, most_steps):
            found.take(name, fields)
    except _Damaged as error:
        damage = str(error)
    if found.kind is not None and found.kind != "activity":
        raise NoWorkout(_("is not a workout: the device kept something else in it"))
    recordings = tuple(found.recordings())
    if not recordings:
        raise NoWorkout(damage or _("has no workout in it"))
    return Recorded(recordings=recordings, damage=damage)


class _Damaged(Exception):
    """The file cannot be read on from here."""


def _messages(data: bytes, most_steps: int) -> Iterator[tuple[str, Fields]]:
    import fitdecode

    file = io.BytesIO(data)
    try:
        with fitdecode.FitReader(
            file, check_crc=fitdecode.CrcCheck.RAISE, error_handling=fitdecode.ErrorHandling.IGNORE
        ) as reader:
            steps = 0
            for frame in reader:
                steps += _steps(frame)
                if steps > most_steps:
                    raise _Damaged(_("is too long: only its first part was read"))
                if frame.frame_type == fitdecode.FIT_FRAME_DATA and frame.name in _WANTED:
                    yield frame.name, {it.name: it.value for it in frame.fields if it.name in _READ}
    except _Damaged:
        raise
    except fitdecode.FitEOFError:
        raise _Damaged(_("ends too soon: a part of it is missing")) from None
    except fitdecode.FitCRCError:
        raise _Damaged(_("is damaged: its checksum is wrong")) from None
    except Exception:  # noqa: BLE001 — whatever else the library stumbles over, the file is the reason
        raise _Damaged(_("is damaged: it cannot be read to its end")) from None


def _steps(frame: Any) -> int:
    """What a message costs; one that defines others has their fields, the file's head none."""
    return _STEPS_OF_A_MESSAGE + len(getattr(frame, "fields", getattr(frame, "all_field_defs", ())))


class _Found:
    """The messages of a file that matter here."""

    def __init__(self) -> None:
        self.kind: str | None = None
        self._sport: str | None = None
        self._offset: timedelta | None = None
        self._sessions: list[Fields] = []
        self._points: list[tuple[datetime, Fields]] = []

    def take(self, name: str, fields: Fields) -> None:
        """One message more."""
        if name == "record" and isinstance(fields.get("timestamp"), datetime):
            self._points.append((fields["timestamp"], fields))
        elif name == "session":
            self._sessions.append(fields)
        elif name == "activity":
            self._offset = _offset(fields)
        elif name == "sport":
            self._sport = sport_named(fields.get("sport"))
        elif name == "file_id" and self.kind is None and fields.get("type") is not None:
            # Settings may follow the activity in the same file: the first part says what it is.
            self.kind = str(fields["type"])

    def recordings(self) -> Iterator[Recording]:
        """Each session; where the device summed up none, one from all the points."""
        for session in self._sessions:
            if session.get("start_time") is not None:
                yield self._summed_up(session)
        if not self._sessions and self._points:
            yield self._from_points(self._samples(self._points[0][0], None))

    def _summed_up(self, session: Fields) -> Recording:
        started = _expect_set(session["start_time"])
        elapsed = _number(session, "total_elapsed_time")
        samples = self._samples(started, elapsed)
        return Recording(
            started=started,
            offset=self._offset,
            sport=sport_named(session.get("sport")) or self._sport,
            elapsed_s=elapsed,
            active_s=_number(session, "total_timer_time"),
            distance_m=_number(session, "total_distance"),
            mean_heart_rate=_either(_number(session, "avg_heart_rate"), samples.mean_heart_rate),
            max_heart_rate=_either(_number(session, "max_heart_rate"), samples.max_heart_rate),
            device_temp_c=_either(_number(session, "avg_temperature"), samples.device_temp_c),
        )

    def _from_points(self, samples: Samples) -> Recording:
        assert samples.first is not None
        return Recording(
            started=_expect_set(samples.first),
            offset=self._offset,
            sport=self._sport,
            elapsed_s=samples.elapsed_s,
            distance_m=samples.metres,
            mean_heart_rate=samples.mean_heart_rate,
            max_heart_rate=samples.max_heart_rate,
            device_temp_c=samples.device_temp_c,
        )

    def _samples(self, start: datetime, elapsed: float | None) -> Samples:
        samples = Samples()
        # A point may carry the second after the one at which the session was closed.
        end = None if elapsed is None else start + timedelta(seconds=elapsed + 1)
        for moment, fields in self._points:
            if moment < start or (end is not None and moment > end):
                continue
            samples.at(moment)
            samples.heart(_number(fields, "heart_rate"))
            samples.temperature(_number(fields, "temperature"))
            samples.metres = _either(_number(fields, "distance"), samples.metres)
        return samples


_WANTED = frozenset({"file_id", "record", "session", "activity", "sport"})
# Of each point only what is used is kept: there are tens of thousands.
_READ = frozenset(
    {
        "timestamp", "local_timestamp", "start_time", "type", "sport", "total_elapsed_time",
        "total_timer_time", "total_distance", "avg_heart_rate", "max_heart_rate", "avg_temperature",
        "heart_rate", "temperature", "distance",
    }
)  # fmt: skip


def _offset(fields: Fields) -> timedelta | None:
    """The device's own offset: how far its wall time is from UTC, to the quarter of an hour."""
    local, moment = fields.get("local_timestamp"), fields.get("timestamp")
    if not isinstance(local, datetime) or not isinstance(moment, datetime):
        return None
    apart = local.replace(tzinfo=None) - moment.replace(tzinfo=None)
    offset = round(apart / _QUARTER) * _QUARTER
    return offset if abs(offset) <= _LARGEST_OFFSET else None


def _expect_set(moment: datetime | float) -> datetime:
    # Seconds since it was switched on stay a number.
    if not isinstance(moment, datetime) or not is_set(moment):
        raise NoWorkout(_("has no date: the device’s clock was not set"))
    return moment


def _number(fields: Fields, name: str) -> float | None:
    value = fields.get(name)
    return float(value) if isinstance(value, int | float) and not isinstance(value, bool) else None


def _either(first: float | None, second: float | None) -> float | None:
    return second if first is None else first
