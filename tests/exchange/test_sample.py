"""The example diary: invented, well filled, and always fresh."""

from __future__ import annotations

import importlib.util
import json
import sys
from datetime import date, datetime, timedelta
from pathlib import Path
from types import ModuleType
from zoneinfo import ZoneInfo

import pytest
from jsonschema import Draft202012Validator

from cramplog import paths
from cramplog.analysis.insights import Insights, analyse
from cramplog.domain.contents import DiaryContents
from cramplog.domain.period import Period, diary_day
from cramplog.exchange import diary_json
from cramplog.services import sample

SAMPLE = paths.resource("sample", "diary.json")
GENERATOR = Path(__file__).parents[2] / "packaging" / "make_sample.py"


@pytest.fixture
def generator(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    found = importlib.util.spec_from_file_location("make_sample", GENERATOR)
    assert found is not None
    assert found.loader is not None
    module = importlib.util.module_from_spec(found)
    monkeypatch.setitem(sys.modules, "make_sample", module)
    found.loader.exec_module(module)
    return module


def insights(contents: DiaryContents, last: date) -> Insights:
    morning_after = datetime(last.year, last.month, last.day, 9, tzinfo=ZoneInfo("America/New_York"))
    return analyse(contents, as_of=morning_after + timedelta(days=1), period=Period.last_days(365, last))


def test_the_file_is_what_its_generator_makes(generator: ModuleType) -> None:
    assert SAMPLE.read_text(encoding="utf-8") == generator.text()


def test_the_file_fits_the_schema_and_is_read_whole() -> None:
    schema = json.loads(paths.resource("schema", "cramplog-diary-1.json").read_text(encoding="utf-8"))
    found = diary_json.read_file(SAMPLE)

    assert Draft202012Validator(schema).is_valid(json.loads(SAMPLE.read_text(encoding="utf-8")))
    assert (found.rejected, found.unknown) == ((), ())


def test_the_documented_last_day_is_the_last_of_the_file() -> None:
    assert diary_json.read_file(SAMPLE).contents.days[-1].date == sample.LAST_DAY == date(2026, 10, 31)


@pytest.mark.parametrize(
    "last", [date(2026, 10, 31), date(2026, 11, 1), date(2026, 11, 21), date(2026, 5, 3), date(2031, 2, 28)]
)
def test_the_example_ends_on_the_day_asked_for_and_keeps_its_weekdays(last: date) -> None:
    contents = sample.ending(last)

    original = {episode.id: episode for episode in diary_json.read_file(SAMPLE).contents.episodes}
    assert contents.days[-1].date <= last
    assert (last - contents.days[-1].date).days <= 3
    assert all(diary_day(episode.started) <= last for episode in contents.episodes)
    assert len(original) - len(contents.episodes) <= 6
    for episode in contents.episodes:
        before, now = original[episode.id].started, episode.started
        assert (now.weekday(), now.hour, now.minute) == (before.weekday(), before.hour, before.minute)


def test_moved_times_have_the_offset_of_their_new_date() -> None:
    new_york = ZoneInfo("America/New_York")

    for episode in sample.ending(date(2027, 4, 30)).episodes:
        wall = episode.started.replace(tzinfo=new_york)
        assert episode.started.utcoffset() in (wall.utcoffset(), wall.replace(fold=1).utcoffset())


@pytest.mark.parametrize("days_on", range(7))
def test_on_every_weekday_each_card_has_something_to_show(days_on: int) -> None:
    last = date(2026, 11, 16) + timedelta(days=days_on)

    found = insights(sample.ending(last), last)

    assert found.coverage.unknown > 10
    assert found.coverage.free > 200
    assert found.coverage.cramp > 50
    assert [criterion.state for criterion in found.criteria][:3] == ["met", "met", "not_met"]
    assert {"over_10_minutes", "disturbs_sleep"} <= {warning.id for warning in found.warnings}
    assert (found.timing.state, found.trend.state, found.comparison.state) == ("ok", "ok", "ok")
    assert [effect.comparison.state for effect in found.courses] == ["ok", "ok", "ok"]
    assert len(found.places) >= 8
    assert len(found.relief) >= 7
    findings = {trigger.id: trigger.finding for trigger in found.triggers}
    assert "not_enough" not in findings.values()
    assert findings["hard_exercise"] == "more_often"
