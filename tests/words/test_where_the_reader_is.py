"""The number to call is that of the reader's country, whatever language the program speaks."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from cramplog.domain.errors import InvalidValue
from cramplog.i18n import language
from cramplog.words import numbers, signs, typed

BERLIN, NEW_YORK = ZoneInfo("Europe/Berlin"), ZoneInfo("America/New_York")
NOW = datetime(2026, 9, 11, 20, 12, tzinfo=BERLIN)


@pytest.fixture(autouse=True)
def _own_language() -> Iterator[None]:
    before = language.locale, language.territory
    yield
    language.locale, language.territory = before


@pytest.mark.parametrize(
    ("locale", "number"),
    [
        ("de_AT", "112"),
        ("fr_FR", "112"),
        ("fr_CA", "911"),
        ("en_US", "911"),
        ("en_GB", "999"),
        ("ja_JP", "your emergency number"),
        ("", "your emergency number"),
    ],
)
def test_whom_to_call_follows_the_country_without_a_catalogue_too(
    locale: str, number: str, tmp_path: Path
) -> None:
    language.speak(locale, tmp_path)

    assert signs.emergency_number() == number


def test_a_country_that_no_locale_is_known_of_still_has_numbers(tmp_path: Path) -> None:
    language.speak("en_EN", tmp_path)

    assert numbers.number(1234.5) == "1,234.5"


@pytest.mark.parametrize(
    "text", ["99999999 h ago", "9" * 400 + " h ago", "0001-01-01 00:30", "6 Sep 202, 02:10"]
)
def test_a_time_beyond_all_diaries_is_refused(text: str) -> None:
    with pytest.raises(InvalidValue):
        typed.moment(text, now=NOW, zone=BERLIN)


def test_a_length_beyond_all_numbers_is_refused() -> None:
    with pytest.raises(InvalidValue):
        typed.duration("9" * 400)


def test_last_night_at_two_was_this_morning_and_at_ten_yesterday() -> None:
    (two,) = typed.moment("last night 2am", now=NOW, zone=BERLIN)
    (ten,) = typed.moment("last night 22:00", now=NOW, zone=BERLIN)

    assert two.isoformat() == "2026-09-11T02:00:00+02:00"
    assert ten.isoformat() == "2026-09-10T22:00:00+02:00"


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Friday 17:00", "2026-09-11T17:00:00+02:00"),
        ("Friday 22:00", "2026-09-04T22:00:00+02:00"),
        ("last Friday 17:00", "2026-09-04T17:00:00+02:00"),
        ("Thursday 22:00", "2026-09-10T22:00:00+02:00"),
    ],
)
def test_a_day_of_the_week_is_today_where_that_time_has_been(text: str, meant: str) -> None:
    (found,) = typed.moment(text, now=NOW, zone=BERLIN)

    assert found.isoformat() == meant


def test_a_time_of_day_elsewhere_is_the_last_one_that_has_been_there() -> None:
    (found,) = typed.moment("15:00", now=NOW, zone=NEW_YORK)

    assert found.isoformat() == "2026-09-10T15:00:00-04:00"
