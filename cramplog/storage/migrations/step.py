"""What one numbered step of the schema is."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """The statements that lead from the schema before to schema `number`."""

    number: int
    statements: tuple[str, ...]
