"""How far a long import is, and how it is stopped."""

from __future__ import annotations

from collections.abc import Callable

from cramplog.domain.errors import CrampLogError
from cramplog.i18n import _

# Is told how many of how many steps lie behind. Raises Cancelled, from inside the work, where it shall stop.
Progress = Callable[[int, int], None]


class Cancelled(CrampLogError):
    """The person stopped the import; nothing of it was kept."""

    def __init__(self) -> None:
        super().__init__(_("Stopped. Nothing was imported."))


def silent(_done: int, _total: int) -> None:
    """For those who only wait for the end."""
