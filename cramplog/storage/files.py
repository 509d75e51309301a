"""What the diary asks of the file system: private files, lasting names, and which file it is."""

from __future__ import annotations

import os
from pathlib import Path
from typing import NamedTuple

PRIVATE_FILE = 0o600
PRIVATE_FOLDER = 0o700

# What SQLite lays beside a database. One that is left over would be played back into its next namesake.
SIDECARS = ("-journal", "-wal", "-shm")


class FileIdentity(NamedTuple):
    """Which file it is, whatever its name says."""

    device: int
    inode: int


def identity(path: Path) -> FileIdentity | None:
    """Which file lies at `path`; None where there is none. Never opens it: that would drop SQLite's locks."""
    try:
        found = path.stat()
    except OSError:
        return None
    return FileIdentity(found.st_dev, found.st_ino)


def make_folder(folder: Path) -> None:
    """Make the folder and the parents it lacks, for the person only, so that they outlive a power cut."""
    if folder.is_dir():
        return
    make_folder(folder.parent)
    folder.mkdir(mode=PRIVATE_FOLDER, exist_ok=True)
    sync_folder(folder.parent)


def make_one_folder(folder: Path) -> None:
    """Make the folder only: a stick that is not plugged in must not become a folder on this disk."""
    folder.mkdir(mode=PRIVATE_FOLDER, exist_ok=True)


def make_file(path: Path) -> None:
    """An empty file for the person only; FileExistsError where the name is taken."""
    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, PRIVATE_FILE))


def keep_private(path: Path) -> None:
    """Take away the rights that others have to the diary and to what lies beside it, where we may."""
    for file in (path, *sidecars(path)):
        try:
            loose = file.stat().st_mode & 0o077
            if loose:
                file.chmod(PRIVATE_FILE)
        except OSError:
            continue


def sidecars(path: Path) -> tuple[Path, ...]:
    """The names of the files that SQLite lays beside a database."""
    return tuple(path.with_name(path.name + ending) for ending in SIDECARS)


def can_be_written(path: Path) -> bool:
    """Whether the file and, for its journal, the folder can be written to."""
    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK | os.X_OK)


def sync_file(path: Path) -> None:
    """Wait until the file's content is on the disk. Not for a database that is open."""
    _sync(path, os.O_RDWR)


def sync_folder(folder: Path) -> None:
    """Wait until the names in a folder are on the disk. Windows keeps them without being asked."""
    if os.name == "posix":
        _sync(folder, os.O_RDONLY | os.O_DIRECTORY)


def publish(made: Path, path: Path) -> None:
    """Give the finished file its final name, never in place of another; FileExistsError where it is taken."""
    try:
        os.link(made, path)
    except FileExistsError:
        raise
    except OSError:
        # A file system without hard links (a USB stick's FAT).
        if path.exists():
            raise FileExistsError(str(path)) from None
        made.rename(path)
    made.unlink(missing_ok=True)
    sync_folder(path.parent)


def _sync(path: Path, flags: int) -> None:
    descriptor = os.open(path, flags)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
