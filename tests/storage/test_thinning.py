"""Backups are thinned so that the last days are dense and every year stays."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

from making import at

from cramplog.domain.changes import Kind
from cramplog.storage.manifest import Backup, Reason
from cramplog.storage.thinning import superfluous

NOW = at("2026-11-22 18:00 +01:00")


def a_backup(
    made: datetime, revision: int, *, episodes: int = 100, reason: Reason = Reason.AT_CLOSING
) -> Backup:
    return Backup(
        path=Path(f"{revision}.db"),
        made=made,
        diary="d",
        revision=revision,
        schema=2,
        app="a",
        counts={Kind.EPISODES: episodes},
        size=1,
        sha256="",
        reason=reason,
    )


def kept(backups: list[Backup], now: datetime = NOW) -> list[Backup]:
    ordered = sorted(backups, key=lambda it: (it.revision, it.made), reverse=True)
    gone = superfluous(ordered, now=now)
    return [it for it in ordered if it not in gone]


def test_three_years_of_daily_backups_become_about_forty() -> None:
    left = kept([a_backup(NOW - timedelta(days=age), 2000 - age) for age in range(1_096)])

    ages = [(NOW - it.made).days for it in left]
    assert ages[:14] == list(range(14))
    # 22 Nov 2026 is a Sunday: the newest of each of the weeks before is a Sunday too.
    assert ages[14:22] == [14, 21, 22, 28, 35, 42, 49, 53]
    assert len(left) == 35
    # The last day of each year stays.
    assert {it.made.date().isoformat() for it in left[-3:]} == {"2025-12-31", "2024-12-31", "2023-12-31"}


def test_thinned_day_after_day_the_same_is_left_as_thinned_at_once() -> None:
    every = [a_backup(NOW - timedelta(days=age), 2000 - age) for age in range(400, -1, -1)]
    left: list[Backup] = []
    for backup in every:
        left = kept([*left, backup], now=backup.made)

    ages = {(NOW - it.made).days for it in left}
    assert set(range(14)) <= ages
    assert len({(it.made.year, it.made.month) for it in left}) >= 12
    assert len(left) <= 45


def test_the_newest_five_stay_however_close_they_lie() -> None:
    left = kept([a_backup(NOW - timedelta(minutes=age), 100 - age) for age in range(20)])

    assert [it.revision for it in left] == [100, 99, 98, 97, 96]


def test_the_newest_is_the_latest_revision_whatever_the_clock_said() -> None:
    wrong_clock = a_backup(at("1970-01-01 00:00"), 500)
    others = [a_backup(NOW - timedelta(minutes=age), 100 - age) for age in range(10)]

    assert wrong_clock in kept([wrong_clock, *others])


def test_a_backup_dated_in_the_future_stays_and_takes_no_others_place() -> None:
    future = [a_backup(at("2099-01-01 00:00") + timedelta(minutes=n), 200 + n) for n in range(10)]
    others = [a_backup(NOW - timedelta(minutes=age), 100 - age) for age in range(10)]

    left = kept([*future, *others])

    assert [it for it in left if it in future] == sorted(future, key=lambda it: it.revision, reverse=True)
    assert [it.revision for it in left if it in others] == [100, 99, 98, 97, 96]


def test_backups_before_updates_are_counted_for_themselves() -> None:
    updates = [
        a_backup(NOW - timedelta(days=1_000, minutes=n), 50 - n, reason=Reason.BEFORE_UPDATE)
        for n in range(7)
    ]
    others = [a_backup(NOW - timedelta(minutes=age), 100 - age) for age in range(10)]

    assert [it.revision for it in kept([*updates, *others]) if it in updates] == [50, 49, 48, 47, 46]


def test_nothing_goes_where_half_of_the_records_vanished() -> None:
    backups = [a_backup(NOW - timedelta(minutes=age), 100 - age) for age in range(1, 20)]

    assert len(kept([a_backup(NOW, 100, episodes=49), *backups])) == 20
    assert len(kept([a_backup(NOW, 100, episodes=50), *backups])) == 5
