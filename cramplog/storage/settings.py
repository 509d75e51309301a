"""The diary's own settings in its file."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, fields
from typing import Any

from sqlalchemy import Connection

from cramplog.domain.changes import Kind
from cramplog.domain.rules import CriteriaRules
from cramplog.domain.settings import DiarySettings
from cramplog.storage import tables
from cramplog.storage.checksum import Cell
from cramplog.storage.ledger import Ledger
from cramplog.storage.shelf import Layout, Shelf

KEY = "settings"


class Settings:
    """The settings; the program's own defaults until some are saved."""

    def __init__(self, connection: Connection, ledger: Ledger | None = None) -> None:
        self._shelf = Shelf(connection, LAYOUT, ledger)

    def save(self, settings: DiarySettings) -> None:
        """Put these in place of the settings before."""
        self._shelf.save((settings,))

    def delete(self) -> int:
        """Go back to the defaults."""
        return self._shelf.delete((KEY,))

    def get(self) -> DiarySettings:
        """The settings that count now."""
        return self._shelf.get(KEY) or DiarySettings()


def _to_row(settings: DiarySettings) -> tuple[Cell, ...]:
    criteria = json.dumps(asdict(settings.criteria), allow_nan=False, separators=(",", ":"))
    return KEY, settings.day_starts_hour, criteria


def _from_row(row: Sequence[Any], _note: str) -> DiarySettings:
    _key, day_starts_hour, criteria = row
    return DiarySettings(day_starts_hour=day_starts_hour, criteria=_criteria(json.loads(criteria)))


def _criteria(rules: dict[str, dict[str, Any]]) -> CriteriaRules:
    kinds = {field.name: field.default_factory for field in fields(CriteriaRules)}
    return CriteriaRules(**{name: kinds[name](**numbers) for name, numbers in rules.items()})  # type: ignore[operator]


LAYOUT = Layout(
    kind=Kind.SETTINGS,
    table=tables.settings,
    notes=None,
    order=("id",),
    to_row=_to_row,
    from_row=_from_row,
    note=lambda _settings: "",
)
