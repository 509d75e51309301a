"""Runs a command where there is no network at all, not even the computer's own address."""

from __future__ import annotations

import os
import shutil
import subprocess
from functools import cache

# Who may do everything needs no other user's name for it, and keeps the rights that tests give away.
_UNSHARE = ("unshare", "--net") if hasattr(os, "geteuid") and os.geteuid() == 0 else ("unshare", "-cn")


def offline() -> tuple[str, ...]:
    """What stands before a command, so that it has no network; nothing where the system forbids that."""
    return _UNSHARE if can_be_offline() else ()


@cache
def can_be_offline() -> bool:
    """Whether this system lets a process be without a network."""
    if shutil.which("unshare") is None:
        return False
    return subprocess.run([*_UNSHARE, "true"], capture_output=True, check=False).returncode == 0
