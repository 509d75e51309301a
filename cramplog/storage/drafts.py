"""Forms that were begun and not saved yet, so that typing outlives a crash."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection

from cramplog.domain.draft import EpisodeDraft
from cramplog.domain.episode import Exercise, Relief
from cramplog.domain.places import Muscle, Place, Side
from cramplog.domain.scales import Circumstance, Effect, Heat, Hydration, Method, MuscleSign, Source
from cramplog.domain.signs import WarningSign
from cramplog.domain.typed_form import FormName, TypedForm
from cramplog.storage import cells, tables
from cramplog.storage.checksum import Cell
from cramplog.storage.ledger import Ledger
from cramplog.storage.shelf import Layout, Shelf


@dataclass(frozen=True, slots=True)
class _Kept:
    draft: EpisodeDraft | TypedForm
    moment: datetime


class Drafts:
    """Unfinished forms by the id that their record has, or will have."""

    def __init__(self, connection: Connection, ledger: Ledger | None = None) -> None:
        self._shelf = Shelf(connection, LAYOUT, ledger)

    def save(self, draft: EpisodeDraft | TypedForm, *, now: datetime) -> None:
        """Keep the form as it is now."""
        self._shelf.save((_Kept(draft, now),))

    def delete(self, *ids: str) -> int:
        """Forget forms; says how many there were."""
        return self._shelf.delete(ids)

    def all(self) -> tuple[EpisodeDraft, ...]:
        """Every unfinished cramp, the one kept last first."""
        return tuple(it for it in self._kept() if isinstance(it, EpisodeDraft))

    def forms(self) -> tuple[TypedForm, ...]:
        """Every other form that was not saved, the one kept last first."""
        return tuple(it for it in self._kept() if isinstance(it, TypedForm))

    def _kept(self) -> list[EpisodeDraft | TypedForm]:
        return [kept.draft for kept in reversed(self._shelf.all())]


def _to_row(kept: _Kept) -> tuple[Cell, ...]:
    # In ASCII: half of an emoji that is still being typed would not be UTF-8.
    form = json.dumps(asdict(kept.draft), default=datetime.isoformat, separators=(",", ":"))
    return kept.draft.id, cells.stamp(kept.moment.astimezone(UTC)), form


def _from_row(row: Sequence[Any], _note: str) -> _Kept:
    _id, kept, form = row
    values = json.loads(form)
    if "form" in values:
        typed = TypedForm(**(values | {"form": FormName(values["form"])}))
        return _Kept(typed, datetime.fromisoformat(kept))
    for field, read in _READERS.items():
        if values.get(field) is not None:
            values[field] = read(values[field])
    return _Kept(EpisodeDraft(**values), datetime.fromisoformat(kept))


def _places(found: list[dict[str, str]]) -> tuple[Place, ...]:
    return tuple(Place(Muscle(place["muscle"]), Side(place["side"])) for place in found)


def _relief(found: list[dict[str, Any]]) -> tuple[Relief, ...]:
    return tuple(
        Relief(
            method=Method(tried["method"]),
            effect=None if tried["effect"] is None else Effect(tried["effect"]),
            minutes=tried["minutes"],
        )
        for tried in found
    )


_READERS: dict[str, Callable[[Any], Any]] = {
    "started": cells.unstamp,
    "places": _places,
    "circumstance": Circumstance,
    "signs": lambda found: tuple(map(MuscleSign, found)),
    "warning_signs": lambda found: tuple(map(WarningSign, found)),
    "hydration": Hydration,
    "heat": Heat,
    "exercise": lambda found: Exercise(**found),
    "relief": _relief,
    "source": Source,
    "created": cells.unstamp,
    "changed": cells.unstamp,
}

LAYOUT = Layout(
    kind=None,
    since=2,
    table=tables.unfinished,
    notes=None,
    order=("kept", "id"),
    to_row=_to_row,
    from_row=_from_row,
    note=lambda _kept: "",
)
