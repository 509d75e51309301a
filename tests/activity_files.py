"""Small activity files, written by hand as the formats ask for, for tests that change a part of them."""

from __future__ import annotations

import struct
from datetime import UTC, datetime, timedelta

FIT_EPOCH = datetime(1989, 12, 31, tzinfo=UTC)
START = datetime(2026, 3, 4, 17, 30, tzinfo=UTC)
RUNNING, ACTIVITY, SETTINGS = 1, 4, 2

# Field number, size in bytes, base type (FIT protocol, table of base types).
_FIELDS = {
    0: ((0, 1, 0x00),),  # file_id: type
    20: ((253, 4, 0x86), (3, 1, 0x02), (13, 1, 0x01), (5, 4, 0x86)),  # record
    18: ((253, 4, 0x86), (2, 4, 0x86), (5, 1, 0x00), (7, 4, 0x86), (8, 4, 0x86), (9, 4, 0x86)),  # session
    34: ((253, 4, 0x86), (5, 4, 0x86)),  # activity: timestamp, local timestamp
}
_CODES = {0x00: "B", 0x01: "b", 0x02: "B", 0x86: "I"}
_CRC = (
    0x0000, 0xCC01, 0xD801, 0x1400, 0xF001, 0x3C00, 0x2800, 0xE401,
    0xA001, 0x6C00, 0x7800, 0xB401, 0x5000, 0x9C01, 0x8801, 0x4400,
)  # fmt: skip


def a_fit(
    *,
    kind: int = ACTIVITY,
    start: datetime = START,
    points: int = 5,
    hours_ahead: float | None = 1,
    sessions: int = 1,
) -> bytes:
    """A run of one point a second: 150, 151 … beats, 20 °C, 3 m a second; half of it active."""
    body = _message(0, kind)
    first = _seconds(start)
    for number in range(points):
        body += _message(20, first + number, 150 + number, 20, number * 300)
    for number in range(sessions):
        begin = first + number * 3600
        body += _message(18, begin + points, begin, RUNNING, 1000 * points, 500 * points, 300 * points)
    if hours_ahead is not None:
        body += _message(34, first + points, first + points + int(hours_ahead * 3600))
    head = struct.pack("<BBHI4s", 12, 0x10, 2132, len(body), b".FIT")
    return head + body + struct.pack("<H", _crc(head + body))


def a_gpx(
    points: int = 3, *, track_type: str = "running", start: datetime = START, timed: bool = True
) -> bytes:
    """Points 60 s and 0.001° of latitude (111.2 m) apart, with pulse 140, 141 … and 21.5 °C."""
    track = "".join(
        f'<trkpt lat="{47 + number / 1000}" lon="8"><ele>400</ele>'
        + (f"<time>{_iso(start + timedelta(minutes=number))}</time>" if timed else "")
        + "<extensions><gpxtpx:TrackPointExtension>"
        f"<gpxtpx:atemp>21.5</gpxtpx:atemp><gpxtpx:hr>{140 + number}</gpxtpx:hr>"
        "</gpxtpx:TrackPointExtension></extensions></trkpt>"
        for number in range(points)
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>'
        '<gpx version="1.1" creator="test" xmlns="http://www.topografix.com/GPX/1/1" '
        'xmlns:gpxtpx="http://www.garmin.com/xmlschemas/TrackPointExtension/v1">'
        f"<trk><type>running</type><trkseg>{track}</trkseg></trk></gpx>"
    ).encode()


def a_tcx(points: int = 3, *, start: datetime = START) -> bytes:
    """One lap with points 60 s and 100 m apart, with pulse 140, 141 …"""
    track = "".join(
        f"<Trackpoint><Time>{_iso(start + timedelta(minutes=number))}</Time>"
        f"<DistanceMeters>{100 * number}</DistanceMeters>"
        f"<HeartRateBpm><Value>{140 + number}</Value></HeartRateBpm></Trackpoint>"
        for number in range(points)
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>'
        '<TrainingCenterDatabase xmlns="http://www.garmin.com/xmlschemas/TrainingCenterDatabase/v2">'
        f'<Activities><Activity Sport="Biking"><Id>{_iso(start)}</Id><Lap StartTime="{_iso(start)}">'
        f"<TotalTimeSeconds>{60 * (points - 1)}</TotalTimeSeconds>"
        f"<DistanceMeters>{100 * (points - 1)}</DistanceMeters>"
        f"<Track>{track}</Track></Lap></Activity></Activities></TrainingCenterDatabase>"
    ).encode()


def _message(number: int, *values: int) -> bytes:
    fields = _FIELDS[number]
    defined = struct.pack("<BBBHB", 0x40, 0, 0, number, len(fields)) + b"".join(map(bytes, fields))
    codes = "<B" + "".join(_CODES[kind] for _field, _size, kind in fields)
    return defined + struct.pack(codes, 0x00, *values)


def _seconds(moment: datetime) -> int:
    return int((moment - FIT_EPOCH).total_seconds())


def _iso(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _crc(data: bytes) -> int:
    """The checksum of the FIT protocol, nibble by nibble."""
    crc = 0
    for byte in data:
        for nibble in (byte & 0xF, byte >> 4):
            crc = (crc >> 4) & 0x0FFF ^ _CRC[crc & 0xF] ^ _CRC[nibble]
    return crc
