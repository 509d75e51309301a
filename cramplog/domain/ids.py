"""Names for new records, made here and not by the database, so that a retry cannot double an entry."""

from __future__ import annotations

import uuid


def new_id() -> str:
    """A fresh random UUID as lower-case text."""
    return str(uuid.uuid4())
