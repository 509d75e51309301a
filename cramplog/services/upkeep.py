"""Keeping the diary safe: verify it, back it up."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cramplog.domain.clock import Clock
    from cramplog.paths import Paths
    from cramplog.storage.backup import Backup
    from cramplog.storage.check import CheckReport
    from cramplog.storage.diary_file import DiaryFile
