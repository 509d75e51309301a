"""What the fault tests tried and lost, gathered into one table at the end of a run."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

PROPERTY = "tried"


class Tried(Protocol):
    """Says how many states of one fault a test tried and how many of them broke the promise."""

    def __call__(self, promise: str, fault: str, states: int, *, lost: int = 0, note: str = "") -> None: ...


@dataclass(slots=True)
class Row:
    """One line of the table; tests of the same fault are added up."""

    states: int = 0
    lost: int = 0
    notes: tuple[str, ...] = ()


def table(found: Iterable[tuple[str, str, int, int, str]]) -> list[str]:
    """The lines of the table, by promise."""
    rows: dict[tuple[str, str], Row] = {}
    for promise, fault, states, lost, note in found:
        row = rows.setdefault((promise, fault), Row())
        row.states += states
        row.lost += lost
        row.notes += (note,) if note and note not in row.notes else ()
    if not rows:
        return []
    lines = [f"{'promise':<18} {'states tried':>12} {'losses':>6}  fault"]
    for (promise, fault), row in sorted(rows.items()):
        notes = f" ({'; '.join(row.notes)})" if row.notes else ""
        lines.append(f"{promise:<18} {row.states:>12,} {row.lost:>6,}  {fault}{notes}")
    return lines
