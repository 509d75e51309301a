"""What the person decided about an import: whose version stays, and whether damaged files count."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from cramplog.domain.changes import Kind


class Keep(StrEnum):
    """Which of two versions of a record stays."""

    USUAL = "usual"
    DIARY = "diary"
    FILE = "file"


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """The person's decisions. `all` holds for every record that `one` does not name by kind and key."""

    all: Keep = Keep.USUAL
    one: Mapping[tuple[Kind, str], Keep] = field(default_factory=dict)
    damaged: bool = False

    def of(self, kind: Kind, key: str) -> Keep:
        """What holds for one record."""
        return self.one.get((kind, key), self.all)

    def with_one(self, kind: Kind, key: str, keep: Keep) -> Choices:
        """The same choices but for one record."""
        return replace(self, one={**self.one, (kind, key): keep})


USUAL = Choices()
