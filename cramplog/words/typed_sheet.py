"""What a person types from a filled paper sheet: single cells, and the days and cramps that they come to."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, tzinfo
from typing import Any, TypeVar

from cramplog.domain.day import Day
from cramplog.domain.draft import EpisodeDraft
from cramplog.domain.episode import Episode, Relief
from cramplog.domain.errors import InvalidValue
from cramplog.domain.ids import new_id
from cramplog.domain.places import Muscle, Place, Side
from cramplog.domain.scales import Source
from cramplog.domain.signs import WarningSign
from cramplog.i18n import _
from cramplog.words import paper, places, scales, signs, typed
from cramplog.words.paper import CrampField, DayField

T = TypeVar("T")

YES, NO = "✓", "–"
_YES_TYPED = frozenset(["✓", "x", "y", "+", "1", "j", "s", "yes", "ja", "sí", "si"])
_NO_TYPED = frozenset(["–", "-", "n", "0", "no", "nein"])


@dataclass(frozen=True, slots=True)
class Cell:
    """What a cell means: how it is shown, and the values that it stands for."""

    shown: str
    values: Mapping[str, Any] = field(default_factory=dict)


def day_cell(which: DayField, text: str) -> Cell:
    """One cell of a day's row. Raises InvalidValue with what can be typed there."""
    return _cell(_DAY_READERS[which], which, text)


def cramp_cell(which: CrampField, text: str) -> Cell:
    """One cell of a cramp's row. Raises InvalidValue with what can be typed there."""
    return _cell(_CRAMP_READERS[which], which, text)


def day_of(cells: Mapping[DayField, str], day: date) -> Day | None:
    """The day that a row says something about; None for an empty row."""
    values: dict[str, Any] = {}
    for which, text in cells.items():
        values |= day_cell(which, text).values
    return Day(date=day, **values) if values else None


def cramp_of(
    cells: Mapping[CrampField, str], month: date, *, now: datetime, zone: tzinfo, zone_name: str | None
) -> Episode | None:
    """The cramp that a row tells of; None for an empty row.

    Raises InvalidValue with the name of the cell. Of a time that exists twice, the earlier is meant: on paper
    nobody can be asked.
    """
    values: dict[str, Any] = {}
    for which, text in cells.items():
        values |= cramp_cell(which, text).values
    if not values:
        return None
    for needed in (CrampField.DAY, CrampField.TIME, CrampField.MUSCLE, CrampField.SIDE):
        if needed not in values:
            raise InvalidValue(needed, "", _("is needed"))
    muscles, side = values.pop(CrampField.MUSCLE), values.pop(CrampField.SIDE)
    started = _started(month, values.pop(CrampField.DAY), values.pop(CrampField.TIME), now, zone)
    methods, effect = values.pop(CrampField.TRIED, None), values.pop(CrampField.EFFECT, None)
    if effect is not None and not methods:
        raise InvalidValue(CrampField.TRIED, "", _("is needed: what was it that helped?"))
    if methods is not None:
        values["relief"] = tuple(Relief(method=method, effect=effect) for method in methods)
    return EpisodeDraft(
        id=new_id(),
        started=started,
        zone=zone_name,
        places=tuple(Place(muscle, side) for muscle in muscles),
        source=Source.TYPED,
        **values,
    ).finish()


def _started(month: date, day: int, clock: str, now: datetime, zone: tzinfo) -> datetime:
    try:
        first, *_later = typed.moment(f"{month.replace(day=day).isoformat()} {clock}", now=now, zone=zone)
    except InvalidValue as error:
        raise InvalidValue(CrampField.TIME, clock, error.reason) from None
    except ValueError:
        raise InvalidValue(CrampField.DAY, day, _("is not a day of this month")) from None
    if first > now:
        raise InvalidValue(CrampField.DAY, day, _("is in the future"))
    return first


def _cell(read: Callable[[str], Cell], which: str, text: str) -> Cell:
    text = " ".join(text.split())
    if not text:
        return Cell("")
    try:
        return read(text)
    except InvalidValue as error:
        raise InvalidValue(which, text, error.reason) from None


def _tick(name: str) -> Callable[[str], Cell]:
    def read(text: str) -> Cell:
        if text.lower() in _YES_TYPED:
            return Cell(YES, {name: True})
        if text.lower() in _NO_TYPED:
            return Cell(NO, {name: False})
        raise InvalidValue(name, text, _("is not x for yes or - for no"))

    return read


def _whole(text: str, low: int, high: int) -> int:
    if text.isdecimal() and low <= int(text) <= high:
        return int(text)
    raise InvalidValue("", text, _("is not a number from %(low)d to %(high)d") % {"low": low, "high": high})


def _score(name: str) -> Callable[[str], Cell]:
    def read(text: str) -> Cell:
        score = _whole(text, 0, 10)
        return Cell(str(score), {name: score})

    return read


def _step(name: str, scale: tuple[T, ...]) -> Callable[[str], Cell]:
    def read(text: str) -> Cell:
        step = _whole(text, 1, len(scale))
        return Cell(str(step), {name: scale[step - 1]})

    return read


def _exertion(text: str) -> Cell:
    score = _whole(text, 0, 10)
    values = {"exercised": True, "hardest_exertion": score} if score else {"exercised": False}
    return Cell(str(score), values)


def _day_of_month(text: str) -> Cell:
    day = _whole(text.rstrip("."), 1, 31)
    return Cell(str(day), {CrampField.DAY: day})


def _clock(text: str) -> Cell:
    if bare := re.fullmatch(r"(\d{1,2})(\d{2})", text):
        text = f"{bare[1]}:{bare[2]}"
    # Any day will do: only whether it is a time of day is asked here.
    found, *_later = typed.moment(f"2000-01-01 {text}", now=datetime(2000, 1, 2, tzinfo=UTC), zone=UTC)
    if found.day != 1:
        # Written as 0:00 it would be the midnight before the day of its row.
        raise InvalidValue("started", text, _("could be two nights: write 0:00 and the day that begins then"))
    shown = f"{found.hour}:{found.minute:02d}"
    return Cell(shown, {CrampField.TIME: shown})


def _length(text: str) -> Cell:
    seconds = typed.duration(text)
    minutes, rest = divmod(seconds, 60)
    return Cell(f"{minutes}:{rest:02d}" if rest else str(minutes), {"duration_s": seconds})


def _choice(name: str, options: Iterable[T], words: Callable[[T], str]) -> Callable[[str], Cell]:
    def read(text: str) -> Cell:
        chosen = _chosen(text, tuple(options), words)
        return Cell(words(chosen), {name: chosen})

    return read


def _several(
    name: str, options: Iterable[T], words: Callable[[T], str], *, apart: str = ",;", none: bool = True
) -> Callable[[str], Cell]:
    """Several of the options, one after the other; a dash says that it was none of them."""

    def read(text: str) -> Cell:
        if none and (text.lower() in _NO_TYPED or text.lower() in ("none", _("none"))):
            return Cell(NO, {name: ()})
        parts = (part.strip() for part in re.split(f"[{apart}]", text))
        chosen = dict.fromkeys(_chosen(part, tuple(options), words) for part in parts if part)
        return Cell(f"{apart[0]} ".join(map(words, chosen)), {name: tuple(chosen)})

    return read


def _chosen(text: str, options: tuple[T, ...], words: Callable[[T], str]) -> T:
    """The one option that begins with the text, or has it; a few letters are enough."""
    asked = text.casefold()
    named = [(option, words(option).casefold()) for option in options]
    for fits in (str.__eq__, str.startswith, str.__contains__):
        found = [option for option, name in named if fits(name, asked)]
        if len(found) == 1:
            return found[0]
    raise InvalidValue("", text, _("is not one of: %(words)s") % {"words": ", ".join(map(words, options))})


_DAY_READERS: dict[DayField, Callable[[str], Cell]] = {
    DayField.FREE: _tick("cramp_free"),
    DayField.EXERTION: _exertion,
    DayField.STRETCHED: _tick("stretched"),
    DayField.HYDRATION: _step("hydration", paper.HYDRATION),
    DayField.HEAT: _step("heat", paper.HEAT),
    DayField.ALCOHOL: _tick("alcohol"),
    DayField.ILL: _tick("ill"),
    DayField.SLEEP: _score("sleep_disturbance"),
}

_CRAMP_READERS: dict[CrampField, Callable[[str], Cell]] = {
    CrampField.DAY: _day_of_month,
    CrampField.TIME: _clock,
    CrampField.MUSCLE: _several(CrampField.MUSCLE, Muscle, places.muscle, none=False),
    CrampField.SIDE: _choice(CrampField.SIDE, Side, places.side),
    CrampField.MINUTES: _length,
    CrampField.PAIN: _score("pain"),
    CrampField.WOKE: _tick("woke"),
    CrampField.CIRCUMSTANCE: _choice("circumstance", paper.CIRCUMSTANCES, scales.circumstance),
    CrampField.SIGNS: _several("signs", paper.SIGNS, scales.muscle_sign),
    CrampField.TRIED: _several(CrampField.TRIED, paper.METHODS, scales.method),
    CrampField.EFFECT: _choice(CrampField.EFFECT, paper.EFFECTS, scales.effect),
    # The words of a warning sign have commas of their own.
    CrampField.WARNING: _several("warning_signs", WarningSign, signs.label, apart=";"),
    CrampField.NOTE: lambda text: Cell(text, {"note": text}),
}
