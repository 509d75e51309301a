"""The columns of a paper sheet that is typed in, and what can be typed in each."""

from __future__ import annotations

from functools import partial

from cramplog.gui.models.sheet_table import Column
from cramplog.i18n import _
from cramplog.words import paper, scales, typed_sheet
from cramplog.words.paper import CrampField, DayField


def cramp_columns() -> list[Column]:
    """What is asked about a cramp, from left to right."""

    def listed(words: list[str]) -> str:
        return ", ".join(words)

    several = _("%(words)s; several with a comma between")
    hints = {
        CrampField.DAY: _("the day of the month, 1 to 31"),
        CrampField.TIME: _("as the clock showed it: 2:10, 14:30 or 2am"),
        CrampField.MUSCLE: _("the muscle, as in calf, foot, back of thigh"),
        CrampField.SIDE: _("left, right, both or middle"),
        CrampField.MINUTES: _("how long it lasted: 4, or 1:30 for a minute and a half"),
        CrampField.PAIN: _("0 no pain to 10 the worst"),
        CrampField.WOKE: _("x for yes, - for no"),
        CrampField.CIRCUMSTANCE: listed([scales.circumstance(one) for one in paper.CIRCUMSTANCES]),
        CrampField.SIGNS: several % {"words": listed([scales.muscle_sign(one) for one in paper.SIGNS])},
        CrampField.TRIED: several % {"words": listed([scales.method(one) for one in paper.METHODS])},
        CrampField.EFFECT: listed([scales.effect(one) for one in paper.EFFECTS]),
        CrampField.WARNING: _("- for none, or a word of the sign"),
        CrampField.NOTE: _("any words"),
    }
    return [
        Column(
            field=field,
            head=paper.cramp_field(field),
            hint=hints[field],
            read=partial(typed_sheet.cramp_cell, field),
        )
        for field in CrampField
    ]


def day_columns() -> list[Column]:
    """What is asked about a day, from left to right."""
    yes_no = _("x for yes, - for no")
    hints = {
        DayField.FREE: yes_no,
        DayField.EXERTION: _("0 none, 5 hard, 10 all you could"),
        DayField.STRETCHED: yes_no,
        DayField.HYDRATION: paper.hydration_numbers(),
        DayField.HEAT: paper.heat_numbers(),
        DayField.ALCOHOL: yes_no,
        DayField.ILL: yes_no,
        DayField.SLEEP: _("0 not at all, 10 very bad"),
    }
    return [
        Column(
            field=field,
            head=paper.day_field(field),
            hint=hints[field],
            read=partial(typed_sheet.day_cell, field),
        )
        for field in DayField
    ]
