"""One exercise session, typed in or read from a device's file."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from cramplog.domain import check
from cramplog.domain.errors import InvalidValue


@dataclass(frozen=True, slots=True, kw_only=True)
class Workout:
    """One session: seconds, metres, beats a minute; exertion on Borg's CR10 scale (0–10).

    `device_temp_c` is what a watch measured on the wrist, `air_temp_c` that of the air.
    """

    id: str
    started: datetime
    zone: str | None = None
    sport: str | None = None
    elapsed_s: int | None = None
    active_s: int | None = None
    distance_m: float | None = None
    exertion: float | None = None
    mean_heart_rate: float | None = None
    max_heart_rate: float | None = None
    device_temp_c: float | None = None
    air_temp_c: float | None = None
    humidity_pct: float | None = None
    file_sha256: str | None = None
    note: str = ""

    def __post_init__(self) -> None:
        put = object.__setattr__
        put(self, "id", check.identity("id", self.id))
        started = check.moment("started", self.started)
        if started is None:
            raise InvalidValue.missing("started")
        put(self, "started", started)
        put(self, "zone", check.zone("zone", self.zone))
        put(self, "sport", check.name("sport", self.sport))
        for field in ("elapsed_s", "active_s"):
            put(self, field, check.seconds(field, getattr(self, field), 31 * 24 * 3600))
        put(self, "distance_m", check.number("distance_m", self.distance_m, 0, 10_000_000))
        put(self, "exertion", check.number("exertion", self.exertion, 0, 10))
        for field in ("mean_heart_rate", "max_heart_rate"):
            put(self, field, check.number(field, getattr(self, field), 0, 300))
        for field in ("device_temp_c", "air_temp_c"):
            put(self, field, check.number(field, getattr(self, field), -90, 90))
        put(self, "humidity_pct", check.number("humidity_pct", self.humidity_pct, 0, 100))
        put(self, "file_sha256", check.digest("file_sha256", self.file_sha256))
        put(self, "note", check.note("note", self.note))
