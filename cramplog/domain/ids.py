"""Names for new records, made here and not by the database, so that a retry cannot double an entry."""

from __future__ import annotations


def new_id() -> str:
    """A fresh random UUID as lower-case text."""
    # Here, since a start must wait for it: it brings much, and the first paint needs no name.
    import uuid

    return str(uuid.uuid4())
