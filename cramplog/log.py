"""The log: which step failed and where, never a word that the person wrote."""

from __future__ import annotations

import logging
import traceback
from logging.handlers import RotatingFileHandler
from pathlib import Path

_LARGEST = 250_000
_KEPT = 3


def open_log(folder: Path) -> logging.Logger:
    """The program's log in `folder`, at most 1 MB in all; without a file where none can be written."""
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
