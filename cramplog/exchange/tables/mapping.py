"""How another program's table is to be read: which column means what, and what no column says."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import time

from cramplog.domain.places import Place, Side
from cramplog.exchange.tables.lengths import LengthUnit
from cramplog.exchange.tables.meanings import Meaning


@dataclass(frozen=True, slots=True, kw_only=True)
class TableMapping:
    """The person's word, or a guess.

    `heads` is the row with the headings, 0 where there is none; `columns` are counted from 0. Where
    `day_first` or `lengths_in` is None, the dates or the lengths do not tell by themselves. `place`, `side`
    and `clock` stand in where a row does not say; None leaves such a row out.
    """

    heads: int = 0
    columns: Mapping[int, Meaning] = field(default_factory=dict)
    day_first: bool | None = None
    pain_up_to: int = 10
    lengths_in: LengthUnit | None = LengthUnit.MINUTES
    place: Place | None = None
    side: Side | None = None
    clock: time | None = None

    def column(self, meaning: Meaning) -> int | None:
        """The first column with this meaning."""
        return next((place for place, means in self.columns.items() if means is meaning), None)

    def as_text(self) -> str:
        """The mapping in one line, to be remembered for the next table with these headings."""
        place = None if self.place is None else [self.place.muscle, self.place.side]
        clock = None if self.clock is None else self.clock.isoformat()
        columns = {str(number): meaning for number, meaning in self.columns.items()}
        rest = [self.heads, self.day_first, self.pain_up_to, self.lengths_in, self.side]
        return json.dumps([columns, place, clock, *rest])


def remembered(text: str) -> TableMapping | None:
    """The mapping that was remembered; None for anything else."""
    try:
        columns, place, clock, heads, day_first, pain_up_to, lengths_in, side = json.loads(text)
        return TableMapping(
            heads=int(heads),
            columns={int(number): Meaning(meaning) for number, meaning in columns.items()},
            day_first=None if day_first is None else bool(day_first),
            pain_up_to=int(pain_up_to),
            lengths_in=None if lengths_in is None else LengthUnit(lengths_in),
            place=None if place is None else Place(*place),
            side=None if side is None else Side(side),
            clock=None if clock is None else time.fromisoformat(clock),
        )
    except (ValueError, TypeError, AttributeError):
        return None
