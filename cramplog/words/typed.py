"""What a person types for a time or a length: "yesterday 2am", "3 h ago", "02:10", "4 min"."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta, tzinfo

from cramplog.domain import check, wall_time
from cramplog.domain.errors import InvalidValue
from cramplog.i18n import _, language
from cramplog.words.dates import month_names

_CLOCK = re.compile(r"(?P<hour>\d{1,2})(?:[:.h](?P<minute>\d{2}))?\s*(?P<half>[ap]m|[ap]\.\s?m\.)?")
# How a time of day is said, as the clock shows it. Midnight ends the day that is named with it.
_SPOKEN = (
    (
        re.compile(
            r"\b(?:at |um |al? |a las 12 del )?(?:12 (?:uhr )?)?(?:noon|midday|mittags?|mediod[ií]a)\b"
        ),
        "12:00",
    ),
    (re.compile(r"\b(?:at |um |a |a la )?(?:12 )?(?:midnight|mitternachts?|medianoche)\b"), "24:00"),
    (re.compile(r"\ba las 12 de la noche\b"), "24:00"),
    (re.compile(r"\bum (\d{1,2})(?![\d:.]| ?uhr)"), r"\1:00"),
    (re.compile(r"\bum (?=\d)"), ""),
    (re.compile(r"\b(\d{1,2}) ?uhr (\d{2})\b"), r"\1:\2"),
    (re.compile(r"\b(\d{1,2}[:.]\d{2}) ?uhr\b"), r"\1"),
    (re.compile(r"\b(\d{1,2}) ?uhr\b"), r"\1:00"),
    # "At 3" is left alone: nobody knows which half of the day.
    (re.compile(r"\bat (?=\d{1,2}(?:[:.]\d{2}|\s?[ap]\.?\s?m))"), ""),
    (re.compile(r"(?<!\b12)(?<!\b12[:.]\d{2}) in the morning\b"), " am"),
    (re.compile(r" in the (?:afternoon|evening)\b"), " pm"),
    (re.compile(r"\b(?:a|de) las? (\d{1,2})(?![\d:.])(?! de la)"), r"\1:00"),
    (re.compile(r"\b(?:a|de) las? (?=\d)"), ""),
    (re.compile(r" de la madrugada\b"), " am"),
    # The night is from dusk to dawn: twelve to five in it are after midnight. The morning's twelve is noon to
    # some, and midnight to others.
    (re.compile(r"\b((?:12|0?[1-5])(?:[:.]\d{2})?) de la noche\b"), r"\1 am"),
    (re.compile(r"(?<!\b12)(?<!\b12[:.]\d{2}) de la mañana\b"), " am"),
    (re.compile(r" de la (?:tarde|noche)\b"), " pm"),
)
_AGO = re.compile(r"(?P<length>.+?)\s+(?:ago|before)|(?:vor|hace)\s+(?P<before>.+)")
# Lengths without a figure.
_SAID = (
    (re.compile(r"\b(?:half an hour|(?:eine[rn]? )?halbe[rn]? stunde|media hora)\b"), "30 min"),
    (re.compile(r"\b(?:an?|eine[rn]?|una?) (?=(?:hour|minute|stunde|hora|minuto)\b)"), "1 "),
)
_MIDNIGHT = timedelta(days=1)
_LAST_NIGHT = frozenset(["last night", "letzte nacht", "anoche"])
_LAST = ("last ", "letzten ", "letzter ", "vergangenen ")
_PART = re.compile(r"(\d+(?:[.,]\d+)?)\s*([a-z]+|['\"])\.?")
_UNITS = {
    3600: ("h", "hour", "hours", "std", "stunde", "stunden", "hora", "horas"),
    60: ("m", "min", "mins", "minute", "minutes", "minuten", "minuto", "minutos", "'"),
    1: ("s", "sec", "secs", "second", "seconds", "sek", "sekunde", "sekunden", "segundo", "segundos", '"'),
}


def duration(text: str) -> int:
    """A length in seconds from "4m", "4 min", "1 h 5 min", "90s", "0:04:30" or "4" (minutes).

    Raises InvalidValue where it cannot be read.
    """
    try:
        return _duration(text)
    except OverflowError:
        raise _no_length(text) from None


def day(text: str, *, today: date) -> date:
    """The day that is typed: "2026-09-06", "6 Sep 2026", "6.9.", "yesterday", "Monday".

    Raises InvalidValue where it cannot be read.
    """
    typed = " ".join(text.strip().lower().split())
    found = _day(typed, today) if typed else None
    if found is None or not check.EARLIEST <= found <= check.LATEST:
        raise InvalidValue("date", text, _("is not a day such as “6 Sep 2026” or “yesterday”"))
    return found


def _duration(text: str) -> int:
    typed = text.strip().lower()
    for said, figures in _SAID:
        typed = said.sub(figures, typed)
    if re.fullmatch(r"\d+(?:[.,]\d+)?", typed):
        return round(float(typed.replace(",", ".")) * 60)
    # Of the figures between colons only the first may be 60 or more: "75:30", but not "1:75".
    if clock := re.fullmatch(r"(?:(\d+):(?=[0-5]?\d:))?(\d{1,2}):([0-5]\d)", typed):
        hours, minutes, seconds = (int(part or 0) for part in clock.groups())
        return hours * 3600 + minutes * 60 + seconds
    parts = [(float(count.replace(",", ".")), _seconds_in(unit)) for count, unit in _PART.findall(typed)]
    rest = _PART.sub("", typed).strip(" ,.")
    if not parts or 0 in (unit for _count, unit in parts) or rest not in ("", "and", "und", "y"):
        raise _no_length(text)
    return round(sum(count * unit for count, unit in parts))


def moment(text: str, *, now: datetime, zone: tzinfo) -> tuple[datetime, ...]:
    """The moments that a time typed in `zone` can mean, the earlier first: nearly always one.

    Understands ISO times, "02:10", "2am", "yesterday at 2am", "noon yesterday", "Monday 22:15", "4.9. 02:10",
    "3 h ago", "midnight" and "now". A time of day alone means the latest such time that is not in the
    future, and so does a day of the week with it. A day's midnight ends it; today's began it.
    Two moments mean that the hour exists twice that night. Raises InvalidValue where it cannot be read, or
    where clocks skipped that hour.
    """
    try:
        return _moments(text, now, zone)
    except OverflowError:
        raise _no_moment(text) from None


def _no_length(text: str) -> InvalidValue:
    return InvalidValue("duration", text, _("is not a length such as “4 min” or “1 h 5 min”"))


def _no_moment(text: str) -> InvalidValue:
    return InvalidValue("started", text, _("is not a time such as “yesterday 2am” or “2026-11-22 02:10”"))


def _moments(text: str, now: datetime, zone: tzinfo) -> tuple[datetime, ...]:
    typed = _as_shown(" ".join(text.strip().lower().split()))
    if typed in ("now", _("now"), "jetzt", "ahora", ""):
        return (wall_time.at_offset(now),)
    if ago := _AGO.fullmatch(typed):
        since = timedelta(seconds=duration(ago["length"] or ago["before"]))
        return (_shown_in(now - since, zone),)
    exact = _iso(typed)
    if exact is not None and exact.tzinfo is not None:
        return (wall_time.at_offset(exact),)
    # "Yesterday" is that of the place where the cramp was.
    wall = exact or _day_and_clock(typed, now.astimezone(zone))
    # A year that is only half typed is none yet.
    if wall is None or not check.EARLIEST <= wall.date() <= check.LATEST:
        raise _no_moment(text)
    found = wall_time.moments(wall, zone)
    if not found:
        raise InvalidValue("started", text, _("does not exist: clocks were put forward that night"))
    return tuple(wall_time.at_offset(one) for one in found)


def _as_shown(typed: str) -> str:
    for spoken, shown in _SPOKEN:
        typed = spoken.sub(shown, typed)
    return typed


def _seconds_in(unit: str) -> int:
    return next((seconds for seconds, names in _UNITS.items() if unit in names), 0)


def _shown_in(moment: datetime, zone: tzinfo) -> datetime:
    return wall_time.at_offset(moment.astimezone(zone).replace(second=0, microsecond=0))


def _iso(typed: str) -> datetime | None:
    try:
        return datetime.fromisoformat(typed.upper()) if ":" in typed and "-" in typed else None
    except ValueError:
        return None


def _day_and_clock(typed: str, now: datetime) -> datetime | None:
    clock_alone = _CLOCK.pattern
    for pattern in (
        rf"(?P<day>.*?)[,\s]+{clock_alone}",
        rf"(?P<day>){clock_alone}",
        rf"{clock_alone}[,\s]+(?P<day>.+)",
    ):
        if found := re.fullmatch(pattern, typed):
            clock = _clock(found)
            day = _day(found["day"].strip(" ,"), now.date())
            if clock is None or day is None:
                continue
            wall = datetime.combine(day, datetime.min.time()) + clock
            present = now.replace(tzinfo=None)
            is_todays_midnight = clock == _MIDNIGHT and day == now.date()
            if (not found["day"] or is_todays_midnight) and wall > present:
                wall -= timedelta(days=1)
            if _weekday(found["day"].strip(" ,")) is not None and wall > present:
                wall -= timedelta(days=7)
            # Last night at two was this morning by the calendar.
            morning = clock < timedelta(hours=12) and wall + timedelta(days=1) <= present
            if found["day"].strip(" ,") in _LAST_NIGHT and morning:
                wall += timedelta(days=1)
            return wall
    return None


def _clock(found: re.Match[str]) -> timedelta | None:
    hour, minute, half = int(found["hour"]), int(found["minute"] or 0), found["half"]
    if found["minute"] is None and half is None:
        return None
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half.startswith("p") else 0)
    clock = timedelta(hours=hour, minutes=minute)
    return clock if clock <= _MIDNIGHT and minute <= 59 else None


def _day(typed: str, today: date) -> date | None:
    words = {
        "": 0, "today": 0, "this morning": 0, "this afternoon": 0, "this evening": 0, "tonight": 0,
        "heute": 0, "heute morgen": 0, "heute früh": 0, "heute abend": 0, "heute nacht": 0,
        "hoy": 0, "esta mañana": 0, "esta tarde": 0, "esta noche": 0,
        "yesterday": 1, "yesterday morning": 1, "yesterday afternoon": 1, "yesterday evening": 1,
        "gestern": 1, "gestern abend": 1, "gestern früh": 1, "ayer": 1,
        "vorgestern": 2, "anteayer": 2, "antier": 2, **dict.fromkeys(_LAST_NIGHT, 1),
        "tomorrow": -1, "tomorrow morning": -1, "morgen": -1, "morgen früh": -1, "mañana": -1,
        "day after tomorrow": -2, "übermorgen": -2, "pasado mañana": -2,
    }  # fmt: skip
    if typed in words:
        return today - timedelta(days=words[typed])
    if (weekday := _weekday(typed)) is not None:
        since = (today.weekday() - weekday) % 7
        return today - timedelta(days=since or (7 if typed.startswith(_LAST) or " pasad" in typed else 0))
    return _calendar_day(typed, today)


def _weekday(typed: str) -> int | None:
    names = (
        ("monday", "mon", "montag", "mo", "lunes"),
        ("tuesday", "tue", "dienstag", "di", "martes"),
        ("wednesday", "wed", "mittwoch", "mi", "miércoles", "miercoles"),
        ("thursday", "thu", "donnerstag", "do", "jueves"),
        ("friday", "fri", "freitag", "fr", "viernes"),
        ("saturday", "sat", "samstag", "sonnabend", "sa", "sábado", "sabado"),
        ("sunday", "sun", "sonntag", "so", "domingo"),
    )
    spoken = typed.removesuffix(" pasado").rstrip(".")
    for before in (*_LAST, "am ", "on ", "el "):
        spoken = spoken.removeprefix(before)
    return next((number for number, known in enumerate(names) if spoken in known), None)


def _calendar_day(typed: str, today: date) -> date | None:
    try:
        return date.fromisoformat(typed)
    except ValueError:
        pass
    # A day and a month with a dot between are day first wherever they are written so; with a stroke they are
    # not in English.
    stroke = r"(\d{1,2})/(\d{1,2})(?:/(\d{4}))?"
    found = re.fullmatch(r"(\d{1,2})\.\s?(\d{1,2})\.(?:\s?(\d{4}))?", typed)
    if found is None and language.code != "en":
        found = re.fullmatch(stroke, typed)
    if found:
        day, month, year = int(found[1]), int(found[2]), int(found[3] or today.year)
        try:
            meant = date(year, month, day)
        except ValueError:
            return None
        if found[3] or meant <= today:
            return meant
        # The year before a leap year has no 29 February.
        return None if (month, day) == (2, 29) else meant.replace(year=year - 1)
    return _day_with_month_name(typed, today)


def _day_with_month_name(typed: str, today: date) -> date | None:
    """A day as the program itself writes it: "Sun, 6 Sep 2026", "Sep 6, 2026", "6 September"."""
    words = re.findall(r"[^\W\d_]+", typed)
    figures = [int(figure) for figure in re.findall(r"\d+", typed)]
    months = _months(words)
    years = [figure for figure in figures if figure > 31]
    days = [figure for figure in figures if figure <= 31]
    if not months or len(days) != 1 or len(years) > 1:
        return None
    try:
        # Spanish writes Tuesday and March alike; the weekday stands first.
        meant = date(years[0] if years else today.year, months[-1], days[0])
        return meant if years or meant <= today else meant.replace(year=today.year - 1)
    except ValueError:
        return None


def _months(words: list[str]) -> list[int]:
    """The months that are named, in the reader's language or else in English."""
    numbered = list(enumerate(month_names(), 1))
    found = [number for word in words for number, names in numbered if word in names]
    english = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
    return found or [english.index(word[:3]) + 1 for word in words if word[:3] in english]
