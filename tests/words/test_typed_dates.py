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


def wall_time(text: str) -> datetime:
    """The one time that is meant, as a clock in Berlin shows it."""
    (found,) = typed.moment(text, now=NOW, zone=BERLIN)
    return found.replace(tzinfo=None)


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

    assert wall_time(text) == meant


@pytest.mark.usefixtures("_own_locale")
@pytest.mark.parametrize(
    ("locale", "text", "meant"),
    [
        ("de_DE", "gestern 2:10", "2026-09-10 02:10"),
        ("de_DE", "gestern um 2 Uhr", "2026-09-10 02:00"),
        ("de_DE", "gestern um 2:10 Uhr", "2026-09-10 02:10"),
        ("de_DE", "vorgestern 22 Uhr 15", "2026-09-09 22:15"),
        ("de_DE", "letzte Nacht 2:10", "2026-09-11 02:10"),
        ("de_DE", "letzte Nacht 23:30", "2026-09-10 23:30"),
        ("de_DE", "heute früh um 5 Uhr", "2026-09-11 05:00"),
        ("de_DE", "am Montag um 22:15 Uhr", "2026-09-07 22:15"),
        ("de_DE", "letzten Freitag 2:10", "2026-09-04 02:10"),
        ("de_DE", "6.9. 2:10", "2026-09-06 02:10"),
        ("de_DE", "6. September 2:10 Uhr", "2026-09-06 02:10"),
        ("de_DE", "vor 3 Stunden", "2026-09-11 17:12"),
        ("de_DE", "vor 1,5 h", "2026-09-11 18:42"),
        ("es_ES", "ayer a las 2", "2026-09-10 02:00"),
        ("es_ES", "ayer a las 2:10", "2026-09-10 02:10"),
        ("es_ES", "anoche a las 2:10", "2026-09-11 02:10"),
        ("es_ES", "anoche a las 23:30", "2026-09-10 23:30"),
        ("es_ES", "ayer a las 2 de la madrugada", "2026-09-10 02:00"),
        ("es_ES", "ayer a las 5:30 de la tarde", "2026-09-10 17:30"),
        ("es_ES", "ayer a la 1", "2026-09-10 01:00"),
        ("es_MX", "ayer 2:10 a. m.", "2026-09-10 02:10"),
        ("es_ES", "el lunes a las 22:15", "2026-09-07 22:15"),
        ("es_ES", "el viernes pasado 2:10", "2026-09-04 02:10"),
        ("es_ES", "6/9 2:10", "2026-09-06 02:10"),
        ("es_ES", "6 de septiembre de 2026, 2:10", "2026-09-06 02:10"),
        ("es_ES", "hace 3 horas", "2026-09-11 17:12"),
        ("es_ES", "hace 1 hora y 30 minutos", "2026-09-11 18:42"),
    ],
)
def test_a_time_can_be_typed_as_german_and_spanish_say_it(locale: str, text: str, meant: str) -> None:
    language.locale = locale

    assert wall_time(text) == datetime.fromisoformat(meant)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("3pm", "2026-09-11 15:00"),
        ("at 3pm", "2026-09-11 15:00"),
        ("At 3 p.m.", "2026-09-11 15:00"),
        ("at 15:00", "2026-09-11 15:00"),
        ("yesterday at 3pm", "2026-09-10 15:00"),
        ("at 3pm yesterday", "2026-09-10 15:00"),
        ("last night 2am", "2026-09-11 02:00"),
        ("last night at 2am", "2026-09-11 02:00"),
        ("last night at 23:30", "2026-09-10 23:30"),
        ("Monday at 10:15", "2026-09-07 10:15"),
        ("2 in the morning", "2026-09-11 02:00"),
        ("yesterday at 2:10 in the morning", "2026-09-10 02:10"),
        ("12:30 in the afternoon", "2026-09-11 12:30"),
        ("this afternoon at 3pm", "2026-09-11 15:00"),
        ("yesterday evening 7pm", "2026-09-10 19:00"),
        ("an hour ago", "2026-09-11 19:12"),
        ("half an hour ago", "2026-09-11 19:42"),
        ("vor einer Stunde", "2026-09-11 19:12"),
        ("hace una hora", "2026-09-11 19:12"),
    ],
)
def test_a_time_can_be_typed_as_it_is_said(text: str, meant: str) -> None:
    assert wall_time(text) == datetime.fromisoformat(meant)


@pytest.mark.parametrize("text", ["at 3", "12 in the morning", "last night", "3:75", "1:75 ago"])
def test_a_time_that_may_mean_two_or_none_is_refused(text: str) -> None:
    with pytest.raises(InvalidValue):
        typed.moment(text, now=NOW, zone=BERLIN)


@pytest.mark.parametrize(
    ("text", "seconds"),
    [("1:59", 119), ("75:30", 4_530), ("1:05:00", 3_900), ("0:04:30", 270), ("75", 4_500), ("75 s", 75)],
)
def test_a_length_can_be_typed_with_colons(text: str, seconds: int) -> None:
    assert typed.duration(text) == seconds


@pytest.mark.parametrize("text", ["1:75", "0:60", "1:05:75", "1:75:00", "1:5", ":30"])
def test_no_clock_shows_more_than_59_after_a_colon(text: str) -> None:
    with pytest.raises(InvalidValue, match="is not a length"):
        typed.duration(text)


@pytest.mark.usefixtures("_own_locale")
@pytest.mark.parametrize(
    ("locale", "text", "meant"),
    [
        ("en_GB", "noon", "2026-09-11 12:00"),
        ("en_GB", "at noon", "2026-09-11 12:00"),
        ("en_GB", "yesterday noon", "2026-09-10 12:00"),
        ("en_GB", "Monday at midday", "2026-09-07 12:00"),
        ("en_GB", "6 Sep 12 noon", "2026-09-06 12:00"),
        # The latest midnight; one that is named with a day ends that day, but today's is still to come.
        ("en_GB", "midnight", "2026-09-11 00:00"),
        ("en_GB", "last night at midnight", "2026-09-11 00:00"),
        ("en_GB", "yesterday midnight", "2026-09-11 00:00"),
        ("en_GB", "today 12 midnight", "2026-09-11 00:00"),
        ("en_GB", "Monday midnight", "2026-09-08 00:00"),
        ("en_GB", "Friday midnight", "2026-09-11 00:00"),
        ("en_GB", "6 Sep midnight", "2026-09-07 00:00"),
        ("en_GB", "noon yesterday", "2026-09-10 12:00"),
        ("en_GB", "midnight yesterday", "2026-09-11 00:00"),
        ("en_GB", "2am yesterday", "2026-09-10 02:00"),
        ("de_DE", "gestern Mittag", "2026-09-10 12:00"),
        ("de_DE", "Mittwoch 12 Uhr mittags", "2026-09-09 12:00"),
        ("de_DE", "um Mitternacht", "2026-09-11 00:00"),
        ("de_DE", "letzte Nacht um Mitternacht", "2026-09-11 00:00"),
        ("de_DE", "vorgestern um 24 Uhr", "2026-09-10 00:00"),
        ("es_ES", "ayer al mediodía", "2026-09-10 12:00"),
        ("es_ES", "ayer a mediodia", "2026-09-10 12:00"),
        ("es_ES", "a las 12 del mediodía", "2026-09-11 12:00"),
        ("es_ES", "a medianoche", "2026-09-11 00:00"),
        ("es_ES", "anoche a la medianoche", "2026-09-11 00:00"),
        ("es_ES", "ayer a las 12 de la noche", "2026-09-11 00:00"),
        ("es_ES", "a las 12:30 de la noche", "2026-09-11 00:30"),
        ("es_ES", "a las 2 de la noche", "2026-09-11 02:00"),
        ("es_ES", "ayer a las 11:15 de la noche", "2026-09-10 23:15"),
    ],
)
def test_noon_and_midnight_are_times(locale: str, text: str, meant: str) -> None:
    language.locale = locale

    assert wall_time(text) == datetime.fromisoformat(meant)


@pytest.mark.usefixtures("_own_locale")
@pytest.mark.parametrize(
    ("locale", "text", "meant"),
    [
        ("en_GB", "tomorrow 8:00", "2026-09-12 08:00"),
        ("en_GB", "tomorrow noon", "2026-09-12 12:00"),
        ("en_GB", "8am tomorrow", "2026-09-12 08:00"),
        ("en_GB", "day after tomorrow 8am", "2026-09-13 08:00"),
        ("de_DE", "morgen um 8 Uhr", "2026-09-12 08:00"),
        ("de_DE", "morgen früh um 8", "2026-09-12 08:00"),
        ("de_DE", "übermorgen Mittag", "2026-09-13 12:00"),
        ("es_ES", "mañana a las 8", "2026-09-12 08:00"),
        ("es_ES", "mañana a las 8 de la mañana", "2026-09-12 08:00"),
        ("es_ES", "pasado mañana al mediodía", "2026-09-13 12:00"),
    ],
)
def test_tomorrow_is_a_time_that_lies_ahead(locale: str, text: str, meant: str) -> None:
    language.locale = locale

    assert wall_time(text) == datetime.fromisoformat(meant)


@pytest.mark.parametrize("text", ["24:01", "yesterday 24:30", "25:00", "midnight noon", "noon noon"])
def test_no_clock_shows_more_than_a_day(text: str) -> None:
    with pytest.raises(InvalidValue):
        typed.moment(text, now=NOW, zone=BERLIN)


@pytest.mark.usefixtures("_own_locale")
def test_a_date_with_strokes_is_refused_in_english_where_it_means_two_days() -> None:
    language.locale = "en_US"

    with pytest.raises(InvalidValue):
        typed.moment("6/9 2:10", now=NOW, zone=BERLIN)


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


@pytest.mark.usefixtures("_own_locale")
@pytest.mark.parametrize(
    ("locale", "text"),
    [("de_DE", "29.2. 02:10"), ("es_ES", "a las 12 de la mañana"), ("es_ES", "12:30 de la mañana")],
)
def test_what_is_no_day_or_may_be_noon_or_midnight_is_refused(locale: str, text: str) -> None:
    """In February of a leap year, its 29th is still to come, and the year before had none."""
    language.locale = locale

    with pytest.raises(InvalidValue, match="is not a time"):
        typed.moment(text, now=datetime(2028, 2, 1, 13, 0, tzinfo=BERLIN), zone=BERLIN)
