"""What a clock knows of the place it stands in, also where the system has no name for its zone."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from cramplog.domain import wall_time
from cramplog.domain.clock import FixedClock, SystemClock, SystemRules

pytestmark = pytest.mark.skipif(not hasattr(time, "tzset"), reason="only here can a test set the zone")


@pytest.fixture
def berlin_without_a_name(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    # Berlin's rules in the notation of POSIX, which has no IANA name.
    monkeypatch.setenv("TZ", "CET-1CEST,M3.5.0,M10.5.0/3")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.mark.usefixtures("berlin_without_a_name")
@pytest.mark.parametrize(
    ("wall", "offsets"),
    [
        ("2026-01-03 02:10", ["+01:00"]),
        ("2026-07-03 02:10", ["+02:00"]),
        ("2026-10-25 02:30", ["+02:00", "+01:00"]),
        ("2026-03-29 02:30", []),
    ],
)
def test_the_systems_rules_know_summer_and_winter(wall: str, offsets: list[str]) -> None:
    found = wall_time.moments(datetime.fromisoformat(wall), SystemRules())

    assert [moment.isoformat()[-6:] for moment in found] == offsets


@pytest.mark.usefixtures("berlin_without_a_name")
def test_the_hour_that_exists_twice_is_told_apart() -> None:
    rules = SystemRules()
    first, second = (datetime(2026, 10, 25, hour, 30, tzinfo=UTC).astimezone(rules) for hour in (0, 1))

    assert (first.replace(tzinfo=None), first.fold) == (datetime(2026, 10, 25, 2, 30), 0)
    assert (second.replace(tzinfo=None, fold=0), second.fold) == (datetime(2026, 10, 25, 2, 30), 1)


@pytest.mark.parametrize(("named", "known"), [("Europe/Berlin", True), ("CET-1CEST,M3.5.0,M10.5.0/3", False)])
def test_the_zones_own_rules_come_before_the_systems(
    named: str, known: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TZ", named)

    clock = SystemClock()

    assert clock.zone() == (named if known else None)
    assert (str(clock.rules()) == named) is known


def test_a_clock_that_stands_still_without_a_zone_has_one_offset_all_year() -> None:
    summer = datetime.fromisoformat("2026-07-03T02:10:00+02:00")

    (winter,) = wall_time.moments(datetime(2026, 1, 3, 2, 10), FixedClock(summer).rules())

    assert winter.isoformat() == "2026-01-03T02:10:00+02:00"
