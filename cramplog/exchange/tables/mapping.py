"""How another program's table is to be read: which column means what, and what no column says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import time

from cramplog.domain.places import Place, Side
from cramplog.exchange.tables.meanings import Meaning


@dataclass(frozen=True, slots=True, kw_only=True)
class TableMapping:
    """The person's word, or a guess.

    `heads` is the row with the headings, 0 where there is none; `columns` are counted from 0. Where
    `day_first` is None, the dates do not tell by themselves. `place`, `side` and `clock` stand in where a row
    does not say; None leaves such a row out.
    """

    heads: int = 0
    columns: Mapping[int, Meaning] = field(default_factory=dict)
    day_first: bool | None = None
    pain_up_to: int = 10
    duration_unit: int = 60
    place: Place | None = None
    side: Side | None = None
    clock: time | None = None

    def column(self, meaning: Meaning) -> int | None:
        """The first column with this meaning."""
        return next((place for place, means in self.columns.items() if means is meaning), None)
