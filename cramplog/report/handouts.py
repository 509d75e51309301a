"""What people who prefer paper get: a blank sheet for a month, and one page on how to use the diary."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

from cramplog.domain.places import Muscle, Side
from cramplog.domain.signs import Tier, WarningSign
from cramplog.i18n import _, pgettext
from cramplog.report.options import Handout, Paper
from cramplog.report.typesetting import Typesetter
from cramplog.words import paper as words
from cramplog.words import places, scales, signs
from cramplog.words.paper import CrampField, DayField

# Most cramps come here; every other muscle is written on the line.
MUSCLES = (Muscle.CALF, Muscle.FOOT, Muscle.TOES, Muscle.HAMSTRING, Muscle.QUADRICEPS, Muscle.HAND)
SIDES = (Side.LEFT, Side.RIGHT, Side.BOTH)
DAYS = 31
CRAMP_SHEETS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One line of a cramp's block: its label, the boxes to tick, and the words before lines to write on."""

    label: str
    boxes: tuple[str, ...] = ()
    blanks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class BlankSheet:
    """The sheet: a page with a row for each day, and pages with a block for each cramp."""

    title: str
    filled_in: tuple[str, ...]
    days: int
    day: str
    columns: tuple[str, ...]
    ticked: tuple[bool, ...]
    legend: tuple[str, ...]
    cramps_title: str
    cramps_lead: str
    cramp: tuple[Asked, ...]
    sheets: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Guide:
    """The page on how to use the diary: short steps, and when not to wait."""

    title: str
    steps: tuple[tuple[str, str], ...]
    warning: str
    signs: tuple[str, ...]
    foot: str


def pdf(handout: Handout, paper: Paper) -> bytes:
    """The handout as tagged PDF/UA-1."""
    return _typesetter(handout).pdf(_data(handout, paper))


def pictures(handout: Handout, paper: Paper, ppi: float) -> tuple[bytes, ...]:
    """The handout as one picture a page, for the printer."""
    return _typesetter(handout).png(_data(handout, paper), ppi)


def overflows(handout: Handout, paper: Paper) -> tuple[dict[str, str], ...]:
    """What did not fit its place: nothing, unless a sentence of ours or a translation grew too long."""
    return _typesetter(handout).overflows(_data(handout, paper))


def _typesetter(handout: Handout) -> Typesetter:
    return Typesetter(f"{handout}.typ")


def _data(handout: Handout, paper: Paper) -> dict[str, Any]:
    content = blank_sheet() if handout is Handout.SHEET else guide()
    return {"paper": str(paper), str(handout): asdict(content)}


def blank_sheet() -> BlankSheet:
    """Every word of the sheet, in the reader's language."""
    ticked = {DayField.FREE, DayField.STRETCHED, DayField.ALCOHOL, DayField.ILL}
    return BlankSheet(
        title=_("My muscle cramps"),
        filled_in=(_("Month"), _("Year"), _("Name")),
        days=DAYS,
        day=_("Day"),
        columns=tuple(words.day_field(field) for field in DayField),
        ticked=tuple(field in ticked for field in DayField),
        legend=(
            _("Tick a box for yes, put a dash in it for no. Leave empty what you do not know."),
            _("A day runs from 6 in the morning to 6 the next morning."),
            _("Exercise: 0 none, 5 hard, 10 all I could. Bad sleep: 0 not at all, 10 very bad."),
            _("Drinks: %(numbers)s. Heat: %(heat)s.")
            % {"numbers": words.hydration_numbers(), "heat": words.heat_numbers()},
        ),
        cramps_title=_("Each cramp"),
        cramps_lead=_(
            "Write the date and the time that the clock showed. Print this page again if it is full."
        ),
        cramp=_cramp(),
        sheets=CRAMP_SHEETS,
    )


def _cramp() -> tuple[Asked, ...]:
    label = words.cramp_field
    return (
        Asked(
            label=label(CrampField.DAY),
            blanks=("", *(label(field) for field in (CrampField.TIME, CrampField.MINUTES, CrampField.PAIN))),
        ),
        Asked(
            label=label(CrampField.MUSCLE),
            boxes=tuple(places.muscle(muscle) for muscle in MUSCLES),
            blanks=(pgettext("muscle", "Other"),),
        ),
        Asked(label=label(CrampField.SIDE), boxes=tuple(places.side(side) for side in SIDES)),
        Asked(label=label(CrampField.WOKE), boxes=(_("Yes"), _("No"))),
        Asked(
            label=label(CrampField.CIRCUMSTANCE),
            boxes=tuple(scales.circumstance(one) for one in words.CIRCUMSTANCES),
        ),
        Asked(label=label(CrampField.SIGNS), boxes=tuple(scales.muscle_sign(one) for one in words.SIGNS)),
        Asked(label=label(CrampField.TRIED), boxes=tuple(scales.method(one) for one in words.METHODS)),
        Asked(label=label(CrampField.EFFECT), boxes=tuple(scales.effect(one) for one in words.EFFECTS)),
        Asked(
            label=label(CrampField.WARNING),
            boxes=(pgettext("warning signs", "None"),),
            blanks=(_("This one"),),
        ),
        Asked(label=label(CrampField.NOTE), blanks=("",)),
    )


def guide() -> Guide:
    """Every word of the page on how to use the diary."""
    return Guide(
        title=_("How to use this diary"),
        steps=(
            (
                _("When a cramp comes"),
                _("First stretch the muscle gently. Then write down when it began, where it was, how long it "
                  "lasted and how bad it was, from 0 to 10."),
            ),
            (
                _("Every evening"),
                _("Had no cramp? Say so. A day without a word is not counted as a day without cramps."),
            ),
            (
                _("Only what you know"),
                _("Leave empty what you do not know. Empty means “not recorded”. It never means “no”."),
            ),
            (
                _("What was different"),
                _("Note hard exercise, heat, how much you drank, and days when you were ill. New medicines "
                  "count too."),
            ),
            (
                _("From paper to the computer"),
                _("Choose “Type in a paper sheet” in the Record menu. One line is one cramp or one day."),
            ),
            (
                _("Before you see the doctor"),
                _("Print the Summary page. It fits on one sheet. Write your three questions on it."),
            ),
        ),
        warning=_("Do not wait: get help now"),
        signs=tuple(signs.label(sign) for sign in WarningSign if sign.tier is Tier.EMERGENCY),
        foot=_("This diary does not replace a doctor. It cannot tell what is causing your cramps."),
    )  # fmt: skip
