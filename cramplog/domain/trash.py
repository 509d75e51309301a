"""What was deleted and can still be put back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from cramplog.domain.changes import Kind
from cramplog.domain.steps import Record

# So long a deleted record can be put back.
KEPT_FOR = timedelta(days=30)


@dataclass(frozen=True, slots=True, kw_only=True)
class Trashed:
    """One deleted record: what it is, its key among its kind, and when it was deleted (in UTC)."""

    kind: Kind
    key: str
    record: Record
    deleted: datetime

    @property
    def kept_until(self) -> datetime:
        """When it is gone for good."""
        return self.deleted + KEPT_FOR
