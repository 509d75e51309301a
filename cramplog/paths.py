"""Where things lie: the diary's folder, the log, and the data files that travel with the program."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from pathlib import Path

PROGRAM = "cramplog"


@dataclass(frozen=True, slots=True)
class Paths:
    """The files of one person: the diary itself, its backups, the log, and what the window remembers.

    `is_the_persons` is false for another diary than the usual one, whose log and settings these then are.
    """

    diary: Path
    backups: Path
    logs: Path
    settings: Path
    is_the_persons: bool = True

    @classmethod
    def of_person(cls, diary: Path | None = None) -> Paths:
        """The places that this system keeps for the person; `diary` names another diary file."""
        import platformdirs

        usual = (Path(platformdirs.user_data_dir(PROGRAM, appauthor=False)) / "diary.db").absolute()
        file = (diary or usual).absolute()
        return cls(
            is_the_persons=file == usual,
            diary=file,
            backups=file.parent / "backups",
            logs=Path(platformdirs.user_log_dir(PROGRAM, appauthor=False)),
            settings=Path(platformdirs.user_config_dir(PROGRAM, appauthor=False)) / "window.ini",
        )

    @classmethod
    def under(cls, folder: Path) -> Paths:
        """Everything in one folder: for the sample diary and for tests."""
        return cls(
            diary=folder / "diary.db",
            backups=folder / "backups",
            logs=folder / "logs",
            settings=folder / "window.ini",
        )

    @property
    def last_seen(self) -> Path:
        """A note about this diary, beside the settings: it is there when the diary's whole folder is lost."""
        return self.settings.with_name(f"last-seen-{self._which}.json")

    @property
    def crash_notes(self) -> Path:
        """What a window on this diary notes while it dies: windows on other diaries have their own."""
        return self.logs / f"crash-{self._which}.txt"

    @property
    def _which(self) -> str:
        import hashlib

        path = str(self.diary.absolute()).encode("utf-8", "surrogateescape")
        return hashlib.sha256(path).hexdigest()[:16]


def resource(*parts: str) -> Path:
    """The path of a data file that ships with the program, as in `resource("fonts", "x.ttf")`.

    Raises FileNotFoundError naming the file where the installation lacks it.
    """
    here = Path(__file__).parent
    for root in (here / "_resources", here.parent / "resources"):
        path = root.joinpath(*parts)
        if path.exists():
            return path
    raise FileNotFoundError(f"CrampLog's own file {'/'.join(parts)} is missing. Install the program again.")


def keep_to_the_person() -> None:
    """Every file made from here on can be read by nobody but the person, and a crash dumps no memory."""
    os.umask(0o077)
    if sys.platform != "win32":
        import resource as limits

        limits.setrlimit(limits.RLIMIT_CORE, (0, limits.getrlimit(limits.RLIMIT_CORE)[1]))
