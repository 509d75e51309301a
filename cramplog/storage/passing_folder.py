"""A private folder for what lies plain only while it is looked at; what a kill left in one goes later."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from cramplog.storage import files
from cramplog.storage.file_lock import try_to_lock

_NAME = "cramplog-opened-"
# Locked for as long as the folder is in use: the system takes the lock back from a process that was killed.
_IN_USE = "in-use"


@contextmanager
def passing_folder() -> Iterator[Path]:
    """A folder that nobody else may look into, gone afterwards with all that is in it."""
    folder = Path(tempfile.mkdtemp(prefix=_NAME))
    descriptor = os.open(folder / _IN_USE, os.O_CREAT | os.O_RDWR, files.PRIVATE_FILE)
    try:
        try_to_lock(descriptor)
        yield folder
    finally:
        os.close(descriptor)
        shutil.rmtree(folder, ignore_errors=True)


def remove_leftovers() -> None:
    """Remove the folders of processes that were killed before they could."""
    for folder in Path(tempfile.gettempdir()).glob(_NAME + "*"):
        if _is_left_over(folder):
            shutil.rmtree(folder, ignore_errors=True)


def _is_left_over(folder: Path) -> bool:
    try:
        descriptor = os.open(folder / _IN_USE, os.O_RDWR)
    except OSError:
        # Another person's, or one that is just being made.
        return False
    try:
        return try_to_lock(descriptor)
    finally:
        os.close(descriptor)
