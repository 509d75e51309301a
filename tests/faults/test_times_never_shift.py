"""A wall time stays what it was, on every night when clocks change, and wherever the diary is read later."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from making import LEFT_CALF
from strategies import DST_NIGHTS
from trials import Tried

from cramplog.domain.episode import Episode
from cramplog.storage.diary_file import DiaryFile

ZONES = (
    "Europe/Berlin", "America/New_York", "America/St_Johns", "Australia/Lord_Howe", "Asia/Kathmandu",
    "Pacific/Apia", "Pacific/Kiritimati", "Africa/Casablanca", "America/Sao_Paulo", "UTC",
)  # fmt: skip
READ_IN = ("UTC", "Pacific/Kiritimati", "America/St_Johns")

# Another computer, whose clock is in another zone: what it makes of the diary.
READER = """
import json, sys
from pathlib import Path
from cramplog.domain.period import diary_day
from cramplog.storage.diary_file import DiaryFile
with DiaryFile.open_copy(Path(sys.argv[1])) as diary:
    json.dump([
        [it.id, it.started.isoformat(), it.zone, diary_day(it.started).isoformat(), it.ended.timestamp()]
        for it in diary.contents().episodes
    ], sys.stdout)
"""


def some_episodes(count: int) -> list[Episode]:
    """Cramps at random moments, every second one within hours of a change of the clocks."""
    chance = random.Random(20_261_128)
    found = []
    for number in range(count):
        if number % 2:
            zone, midnight = chance.choice(DST_NIGHTS)
            moment = midnight.replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)
            moment += timedelta(minutes=chance.randrange(-120, 360))
        else:
            zone = chance.choice(ZONES)
            moment = datetime(1990, 1, 1, tzinfo=UTC) + timedelta(minutes=chance.randrange(20_000_000))
        found.append(
            Episode(
                id=f"00000000-0000-4000-8000-{number:012}",
                started=moment.astimezone(ZoneInfo(zone)),
                zone=zone,
                places=(LEFT_CALF,),
                duration_s=60 * chance.randrange(1, 300),
            )
        )
    return found


def night_of(wall: datetime) -> str:
    """The diary day by hand: six hours back on the face of the clock."""
    return (wall.replace(tzinfo=None) - timedelta(hours=6)).date().isoformat()


@pytest.mark.parametrize("count", [400, pytest.param(10_000, marks=pytest.mark.slow)])
@pytest.mark.parametrize("elsewhere", READ_IN)
def test_wall_time_night_and_length_are_the_same_wherever_the_diary_is_read(
    tmp_path: Path, count: int, elsewhere: str, tried: Tried
) -> None:
    path, episodes = tmp_path / "diary.db", some_episodes(count)
    with DiaryFile.create(path) as diary, diary.write() as writing:
        writing.episodes.save_all(episodes)

    run = subprocess.run(
        [sys.executable, "-c", READER, str(path)],
        env={**os.environ, "TZ": elsewhere}, check=True, capture_output=True, text=True, timeout=120,
    )  # fmt: skip
    read = {key: rest for key, *rest in json.loads(run.stdout)}

    expected = {
        it.id: [
            it.started.isoformat(),
            it.zone,
            night_of(it.started),
            it.started.timestamp() + (it.duration_s or 0),
        ]
        for it in episodes
    }
    shifted = [key for key in expected if read.get(key) != expected[key]]
    tried("P18", "times read in another zone", count, lost=len(shifted))
    assert shifted == []


def test_reading_times_in_the_readers_own_zone_would_shift_them() -> None:
    episodes = some_episodes(400)
    elsewhere = ZoneInfo("Pacific/Kiritimati")

    shifted = sum(night_of(it.started.astimezone(elsewhere)) != night_of(it.started) for it in episodes)
    lengths = sum(
        # Two wall times of one zone, subtracted as Python does: blind to the hour that was left out.
        (it.started.astimezone(UTC) + timedelta(seconds=it.duration_s or 0))
        .astimezone(ZoneInfo(it.zone or "UTC"))
        .replace(tzinfo=None)
        - it.started.astimezone(ZoneInfo(it.zone or "UTC")).replace(tzinfo=None)
        != timedelta(seconds=it.duration_s or 0)
        for it in episodes
    )
    assert shifted > 100
    assert lengths > 10
