"""The log: which step failed and where, never a word that the person wrote."""

from __future__ import annotations

import contextlib
import faulthandler
import logging
import re
import traceback
from collections.abc import Iterator
from pathlib import Path
from typing import TextIO

from cramplog import __version__

_LARGEST = 250_000
_KEPT = 3


def open_log(folder: Path) -> logging.Logger:
    """The program's log in `folder`, at most 1 MB in all; without a file where none can be written."""
    # It brings the network's modules, for handlers that nobody uses here: not on the way to the first paint.
    from logging.handlers import RotatingFileHandler

    logger = logging.getLogger("cramplog")
    close_log()
    logger.setLevel(logging.INFO)
    logger.propagate = False
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        handler: logging.Handler = RotatingFileHandler(
            folder / "cramplog.log", maxBytes=_LARGEST, backupCount=_KEPT, encoding="utf-8", delay=True
        )
    except OSError:
        handler = logging.NullHandler()
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    logger.addHandler(handler)
    return logger


def kept_in() -> Path | None:
    """The file of the log; None where there is none."""
    handlers = logging.getLogger("cramplog").handlers
    return next((Path(it.baseFilename) for it in handlers if isinstance(it, logging.FileHandler)), None)


def close_log() -> None:
    """Let go of the file."""
    logger = logging.getLogger("cramplog")
    for handler in list(logger.handlers):
        logger.removeHandler(handler)
        handler.close()


def where(error: BaseException) -> str:
    """An error's kind and the lines it came through. Its message stays out: it may quote the diary."""
    frames = traceback.extract_tb(error.__traceback__)
    steps = " > ".join(f"{Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in frames)
    return f"{type(error).__name__} at {steps}"


def account(error: BaseException) -> str:
    """All that a report needs: versions, and kinds and lines of the error and its causes.

    No message and no value: either may hold what the person wrote.
    """
    import platform

    steps = [f"CrampLog {__version__}, Python {platform.python_version()}, {platform.platform()}"]
    for number, each in enumerate(_with_causes(error)):
        steps.append(type(each).__name__ if not number else f"caused by {type(each).__name__}")
        steps += [
            f"  {Path(frame.filename).name}:{frame.lineno} {frame.name}"
            for frame in traceback.extract_tb(each.__traceback__)
        ]
    return "\n".join(steps)


def _with_causes(error: BaseException) -> Iterator[BaseException]:
    met: set[int] = set()
    found: BaseException | None = error
    while found is not None and id(found) not in met:
        met.add(id(found))
        yield found
        found = found.__cause__ or (None if found.__suppress_context__ else found.__context__)


def untold(notes: Path) -> Path:
    """Where the crash notes of an earlier process lie until a window has told them."""
    return notes.with_stem(f"{notes.stem}-untold")


class CrashWatch:
    """Lets the interpreter note in `notes` where it was when the whole process dies, as by a fault of Qt.

    Only one process at a time may write there. `before` is what an earlier one left so and no window has told
    yet; None where all ended as they should, or were only killed.
    """

    def __init__(self, notes: Path) -> None:
        self._path, self._untold = notes, untold(notes)
        with contextlib.suppress(OSError):
            # Out of the way of what this process may note: it may be killed before its window can tell.
            if self._path.stat().st_size:
                self._path.replace(self._untold)
        self.before = self._left()
        self._file: TextIO | None = None
        with contextlib.suppress(OSError):
            self._file = self._path.open("w", encoding="utf-8")
            faulthandler.enable(self._file)

    def forget(self) -> None:
        """What was left has been told."""
        with contextlib.suppress(OSError):
            self._untold.unlink(missing_ok=True)

    def end(self) -> None:
        """The process ends as it should: nothing is left behind."""
        if self._file is not None:
            faulthandler.disable()
            self._file.close()
            self._path.unlink(missing_ok=True)

    def _left(self) -> str | None:
        try:
            text = self._untold.read_text(encoding="utf-8", errors="replace")[:20_000]
        except OSError:
            return None
        # Of a file's path its name: folders are often called like people.
        short = re.sub(r'File ".*?([^/\\"]*)"', r'File "\1"', text).strip()
        import platform

        return f"CrampLog {__version__}, {platform.platform()}\n{short}" if short else None
