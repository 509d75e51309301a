"""A time that the program wrote itself can be typed back, in every language it knows dates of."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from cramplog.domain.errors import InvalidValue
from cramplog.i18n import language
from cramplog.words import dates, typed

BERLIN = ZoneInfo("Europe/Berlin")
NOW = datetime(2026, 9, 11, 20, 12, tzinfo=BERLIN)


@pytest.fixture
def _own_locale() -> Iterator[None]:
    before = language.locale
    yield
    language.locale = before


@pytest.mark.usefixtures("_own_locale")
@pytest.mark.parametrize("locale", ["en_GB", "en_US", "de_DE", "de_AT", "es_ES", "es_MX"])
def test_what_stands_in_the_field_means_the_same_when_it_is_typed(locale: str) -> None:
    language.locale = locale
    # Tuesdays of March among them: Spanish writes both "mar".
    for month in range(1, 9):
        for day in (3, 8, 28):
            moment = datetime(2026, month, day, 2, 10, tzinfo=BERLIN)

            assert typed.moment(dates.moment(moment), now=NOW, zone=BERLIN) == (moment,)


@pytest.mark.usefixtures("_own_locale")
@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("6 Sep 2:10", datetime(2026, 9, 6, 2, 10)),
        ("Sep 6, 2026, 2:10 AM", datetime(2026, 9, 6, 2, 10)),
        ("12 October 14:00", datetime(2025, 10, 12, 14, 0)),
    ],
)
def test_a_month_can_be_named_and_is_the_last_one_that_has_been(text: str, meant: datetime) -> None:
    language.locale = "en_GB"

    (found,) = typed.moment(text, now=NOW, zone=BERLIN)

    assert found.replace(tzinfo=None) == meant


@pytest.mark.parametrize("text", ["31 Feb 2026 10:00", "6 7 Sep 10:00", "6 Smarch 10:00"])
def test_a_day_that_is_none_is_refused(text: str) -> None:
    with pytest.raises(InvalidValue):
        typed.moment(text, now=NOW, zone=BERLIN)


@pytest.mark.usefixtures("_own_locale")
def test_a_night_is_named_by_its_evening_and_a_day_by_itself() -> None:
    language.locale = "en_US"

    assert dates.counts_for(datetime(2026, 9, 6, 5, 59)) == "Counts for the night of Sep 5–6"
    assert dates.counts_for(datetime(2026, 9, 6, 6, 0)) == "Counts for Sunday, September 6"


@pytest.mark.parametrize(
    ("seconds", "words"), [(0, "0 s"), (45, "45 s"), (240, "4 min"), (250, "4 min 10 s"), (3900, "1 h 5 min")]
)
def test_an_exact_length_loses_nothing_and_can_be_typed_back(seconds: int, words: str) -> None:
    assert dates.exact_duration(seconds) == words
    assert typed.duration(words) == seconds
