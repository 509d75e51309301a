"""What the person said about the files before they are read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from cramplog.exchange.home import Home
from cramplog.exchange.tables.lengths import LengthUnit
from cramplog.exchange.tables.mapping import TableMapping


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """The zone for times without one; how tables are to be read; the passphrase of what is sealed.

    `mappings` are settled, by file and name of the sheet; `table` helps a guess where a table says nothing;
    `heads` and `lengths_in` are not guessed where they are given.
    """

    home: Home = field(default_factory=Home)
    mappings: Mapping[tuple[Path, str], TableMapping] = field(default_factory=dict)
    table: TableMapping | None = None
    heads: int | None = None
    lengths_in: LengthUnit | None = None
    passphrase: str | None = field(default=None, repr=False)
