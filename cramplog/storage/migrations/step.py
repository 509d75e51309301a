"""What one numbered step of the schema is."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """The statements that lead to schema `number`, which readers of schema `min_reader` still understand."""

    number: int
    min_reader: int
    statements: tuple[str, ...]
