"""Passphrases on the command line: from a file, or asked for without showing what is typed."""

from __future__ import annotations

import getpass
import sys
from pathlib import Path

from cramplog.domain.errors import InvalidValue, UnreadableFile
from cramplog.i18n import _


def existing(file: Path | None) -> str:
    """The passphrase of something sealed. Raises UnreadableFile."""
    return _from_file(file) if file is not None else _typed(_("Passphrase: "))


def new(file: Path | None) -> str:
    """A passphrase to seal with; typed twice. Raises InvalidValue, UnreadableFile."""
    if file is not None:
        return _from_file(file)
    first = _typed(_("New passphrase (if it is lost, nobody can open the file): "))
    if _typed(_("The same again: ")) != first:
        raise InvalidValue("passphrase", "…", _("was not the same twice"))
    return first


def _from_file(file: Path) -> str:
    """The first line of the file."""
    try:
        lines = file.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        why = getattr(error, "strerror", None) or _("it is not a text")
        message = _("The passphrase file %(path)s cannot be read: %(why)s.")
        raise UnreadableFile(file, message % {"path": file, "why": why}) from None
    if not lines or not lines[0]:
        raise UnreadableFile(file, _("The passphrase file %(path)s is empty.") % {"path": file})
    return lines[0]


def _typed(question: str) -> str:
    try:
        if sys.stdin.isatty():
            return getpass.getpass(question)
    except EOFError:
        # Ctrl-D: no passphrase then.
        pass
    message = _("A passphrase is needed. Write it into a file and name that with --passphrase-file.")
    raise UnreadableFile(Path("-"), message)
