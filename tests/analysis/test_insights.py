"""All findings together: the known values, the moment, the period, and the document."""

from __future__ import annotations

import json
import math
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from analysis.by_hand import MARCH, contents, free_days
from making import a_course, a_day, an_episode, at

from cramplog.analysis import as_json
from cramplog.analysis.insights import analyse, default_period, latest_days
from cramplog.domain.contents import DiaryContents
from cramplog.domain.period import Period
from cramplog.domain.signs import WarningSign
from cramplog.exchange import diary_json

Json = dict[str, Any]

EMPTY = DiaryContents()


def document(diary: DiaryContents, as_of: str = "2026-03-31 20:00", period: Period = MARCH) -> Json:
    found: Json = json.loads(as_json.text(analyse(diary, as_of=at(as_of), period=period)))
    return found


def of_file(path: Path, as_of: str, days: int) -> Json:
    moment = datetime.fromisoformat(as_of)
    diary = diary_json.read_file(path).contents
    found: Json = json.loads(as_json.text(analyse(diary, as_of=moment, period=latest_days(days, moment))))
    return found


def test_the_older_adults_known_values_come_out(diaries: Path) -> None:
    found = of_file(diaries / "older-adult-14-months.json", "2026-10-31T20:00:00+01:00", 425)

    assert found["coverage"]["known"] == 368
    assert found["period"]["days"] == 425
    assert found["frequency"]["episodes"] == 83
    assert found["frequency"]["per_week"] == pytest.approx(1.5788, abs=5e-5)
    assert found["frequency"]["per_week_ci"] == pytest.approx([1.2575, 1.9572], abs=5e-5)


def test_the_athletes_known_values_come_out(diaries: Path) -> None:
    found = of_file(diaries / "athlete-8-months.json", "2026-10-31T20:00:00-06:00", 240)
    triggers = {trigger["id"]: trigger for trigger in found["triggers"]}
    hard = triggers.pop("hard_exercise")

    cells = ("exposed_cramp", "unexposed_cramp", "exposed_free", "unexposed_free")
    assert [hard[cell] for cell in cells] == [25, 6, 66, 114]
    assert hard["odds_ratio"] == pytest.approx(7.2686, abs=5e-5)
    assert hard["ci"] == pytest.approx([2.7113, 22.956], abs=5e-4)
    assert hard["p"] == pytest.approx(9.21e-6, abs=5e-9)
    assert hard["finding"] == "more_often"
    assert {trigger["finding"] for trigger in triggers.values()} <= {"no_association", "not_enough"}
    assert [criterion["state"] for criterion in found["criteria"]] == ["met", "met", "not_met", "not_met"]
    assert not any(criterion["lasting"] for criterion in found["criteria"])
    assert (found["frequency"]["episodes"], found["coverage"]["known"]) == (36, 211)


def test_a_period_is_cut_at_the_day_of_the_moment() -> None:
    diary = contents(*free_days("2026-03-01", "2026-03-31"))

    found = document(diary, as_of="2026-03-10 05:00")

    assert found["period"] == {"from": "2026-03-01", "to": "2026-03-09", "days": 9}
    assert found["coverage"] == {"known": 9, "free": 9, "cramp": 0, "unknown": 0}


def test_a_period_that_lies_ahead_is_empty() -> None:
    found = document(contents(*free_days("2026-01-01", "2026-01-31")), as_of="2026-01-31 20:00")

    assert found["period"]["days"] == 0
    assert found["coverage"] == {"known": 0, "free": 0, "cramp": 0, "unknown": 0}
    assert found["frequency"]["state"] == "not_enough"


def test_criteria_look_at_the_latest_days_also_for_a_period_that_is_past() -> None:
    diary = contents(*[an_episode(f"2026-05-{day} 12:00", pain=9) for day in (20, 21, 22, 23)])

    found = document(diary, as_of="2026-05-31 20:00")

    assert found["frequency"]["episodes"] == 0
    assert [criterion["state"] for criterion in found["criteria"][:2]] == ["met", "met"]


def test_the_default_period_is_the_latest_90_diary_days() -> None:
    period = default_period(at("2026-03-31 05:59"))

    assert (period.first, period.last) == (date(2025, 12, 31), date(2026, 3, 30))
    assert period.days == 90
    assert default_period(at("2026-03-31 05:59"), 0).last == date(2026, 3, 31)


def test_the_hour_at_which_a_day_starts_is_the_diarys() -> None:
    night = an_episode("2026-03-01 02:00")

    assert document(contents(night, day_starts_hour=0))["coverage"]["cramp"] == 1
    assert document(contents(night, day_starts_hour=6))["coverage"]["cramp"] == 0


def test_an_empty_diary_gives_the_whole_document_with_nulls() -> None:
    found = document(EMPTY)

    assert list(found) == [
        *("as_of", "period", "coverage", "frequency", "pain", "duration_min", "places", "timing", "relief"),
        *("criteria", "warnings", "comparison", "courses", "trend", "triggers"),
    ]
    assert found["coverage"] == {"known": 0, "free": 0, "cramp": 0, "unknown": 31}
    assert found["pain"] == {"n": 0, "median": None, "mean": None, "max": None, "share_severe": None}
    assert found["duration_min"] == {
        "n": 0,
        "median": None,
        "mean": None,
        "max": None,
        "share_over_10": None,
    }
    assert (found["places"], found["relief"], found["warnings"], found["courses"]) == ([], [], [], [])
    assert {criterion["state"] for criterion in found["criteria"]} == {"not_enough"}
    assert {trigger["finding"] for trigger in found["triggers"]} == {"not_enough"}
    assert found["trend"] == {
        "state": "not_enough",
        "per_week_change": None,
        "ci": None,
        "p": None,
        "dispersion": None,
    }


def test_every_part_of_the_document_has_the_keys_of_the_contract() -> None:
    diary = contents(
        an_episode(pain=7, duration_s=700, warning_signs=(WarningSign.DARK_URINE,)),
        a_day("2026-03-05"),
        a_course(started=date(2026, 3, 1)),
    )

    found = document(diary)

    assert set(found["frequency"]) == {
        *("episodes", "per_week", "per_week_ci", "cramp_day_share", "cramp_day_share_ci"),
        *("by_week", "by_month", "state"),
    }
    assert set(found["frequency"]["by_week"][0]) == {"start", "episodes", "known"}
    assert set(found["timing"]) == {
        *("by_hour", "woke", "asleep_share", "mean_hour", "rayleigh_p", "state"),
    }
    severe, frequent, poor, causeless = found["criteria"]
    common = {"id", "state", "lasting", "count", "of", "needed", "window", "rule", "evidence"}
    assert set(severe) == set(poor) == set(causeless) == common
    assert set(frequent) == common | {"cramp_days"}
    assert set(frequent["cramp_days"]) == {"count", "needed", "window"}
    assert set(severe["window"]) == {"from", "to", "days", "known"}
    assert [warning["id"] for warning in found["warnings"]] == ["over_10_minutes", "dark_urine"]
    assert set(found["warnings"][0]) == {"id", "tier", "last", "evidence"}
    assert set(found["comparison"]) == {"before", "after", "rate_ratio", "ci", "p", "state"}
    assert set(found["comparison"]["before"]) == {"from", "to", "known", "episodes"}
    assert set(found["courses"][0]) == {"id", "name", *found["comparison"]}
    assert set(found["triggers"][0]) == {
        *("id", "exposed_cramp", "unexposed_cramp", "exposed_free", "unexposed_free"),
        *("odds_ratio", "ci", "p", "p_adjusted", "finding", "needs"),
    }


def test_the_rules_are_repeated_as_the_settings_write_them() -> None:
    rules = [criterion["rule"] for criterion in document(EMPTY)["criteria"]]

    assert rules == [
        {"pain_at_least": 7, "episodes": 2, "or_one_at": 9, "window_days": 28},
        {"episodes": 4, "window_days": 14, "cramp_days": 5, "cramp_days_window": 28},
        {"minutes": 10, "episodes": 3, "share": 0.5, "window_days": 28},
        {
            "exertion": 5,
            "minutes_before": 60,
            "heat_index_f": 90,
            "episodes": 3,
            "share": 0.5,
            "window_days": 28,
        },
    ]
    assert '"minutes": 10,' in as_json.text(analyse(EMPTY, as_of=at("2026-03-31 20:00"), period=MARCH))


def test_an_infinite_ratio_is_null_and_its_lower_limit_is_not() -> None:
    second_half = Period.including(date(2026, 3, 17), date(2026, 3, 31))
    cramps = [an_episode(f"2026-03-20 {hour}:00") for hour in range(10, 18)]
    diary = contents(*free_days("2026-03-01", "2026-03-31"), *cramps)

    found = document(diary, period=second_half)["comparison"]

    assert found["rate_ratio"] is None
    assert found["ci"][0] > 1
    assert found["ci"][1] is None
    assert found["state"] == "ok"


def test_the_document_holds_no_number_that_json_does_not_know() -> None:
    text = as_json.text(analyse(EMPTY, as_of=at("2026-03-31 20:00"), period=MARCH))

    assert "NaN" not in text
    assert "Infinity" not in text


def test_the_order_of_the_records_does_not_matter() -> None:
    records = [
        *[
            an_episode(f"2026-03-{day} 1{day % 9}:30", pain=day % 10, duration_s=60 * day)
            for day in range(10, 30)
        ],
        *free_days("2026-03-01", "2026-03-31"),
        a_course("Aspirin", started=date(2026, 3, 1)),
        a_course("Bananas", started=date(2026, 3, 1)),
    ]

    assert document(contents(*records)) == document(contents(*reversed(records)))


def test_the_moment_is_repeated_with_its_offset() -> None:
    assert document(EMPTY, as_of="2026-03-31 20:00 -06:00")["as_of"] == "2026-03-31T20:00:00-06:00"


def test_unknown_is_the_only_state_of_a_day_before_the_first_record() -> None:
    found = document(contents(a_day("2026-03-31")))

    assert found["coverage"] == {"known": 1, "free": 1, "cramp": 0, "unknown": 30}
    assert math.isclose(found["frequency"]["per_week_ci"][1], 3.688879 * 7, rel_tol=1e-6)
