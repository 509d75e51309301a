"""What the person said about the files before they are read."""

from __future__ import annotations

from dataclasses import dataclass, field

from cramplog.exchange.home import Home


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """The zone for times without one."""

    home: Home = field(default_factory=Home)
