"""What one write transaction has touched so far, from which its commit writes the diary's own page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from sqlalchemy import Connection

from cramplog.domain.changes import Changed, Kind
from cramplog.storage import meta


class Ledger:
    """The kinds, ids and counts of one write transaction."""

    def __init__(self, before: meta.Meta, *, app: str) -> None:
        self._before = before
        self._app = app
        self._added: Counter[Kind] = Counter()
        self._kinds: set[Kind] = set()
        self._saved: dict[str, None] = {}

    def saved(self, kind: Kind, keys: Iterable[str], *, added: int) -> None:
        """Records with these keys were saved, `added` of which are new."""
        self._kinds.add(kind)
        self._saved.update(dict.fromkeys(keys))
        self._added[kind] += added

    def deleted(self, kind: Kind, keys: Iterable[str], *, gone: int) -> None:
        """Records with these keys are gone, `gone` of which there were."""
        if gone:
            self._kinds.add(kind)
            self._added[kind] -= gone
        for key in keys:
            self._saved.pop(key, None)

    def close(self, connection: Connection) -> None:
        """Write the page, as the last thing before the commit; nothing where nothing was touched."""
        if self._kinds:
            meta.write(connection, self._before.after(self._added, self._app))

    @property
    def changed(self) -> Changed:
        """What the commit changes, and the revision that it leads to."""
        revision = self._before.revision + bool(self._kinds)
        return Changed(kinds=frozenset(self._kinds), revision=revision, ids=tuple(self._saved))
