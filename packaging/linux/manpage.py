"""Writes the manual page from what the command line understands.

python packaging/linux/manpage.py OUT.1
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from cramplog import __version__
from cramplog.cli.arguments import grammar

FILES = (
    ("~/.local/share/cramplog/diary.db", "the diary: one SQLite file"),
    ("~/.local/share/cramplog/backups/", "verified backups of it, thinned as they age"),
    ("~/.local/state/cramplog/log/", "the log, without a word that you wrote"),
    ("~/.config/cramplog/window.ini", "how the window looked when it was closed"),
    ("~/.config/cramplog/last-seen-*.json", "where each diary was, and how many entries it had"),
)
STATUS = (("0", "done"), ("1", "could not; one line on standard error says why"), ("2", "wrong usage"))


def manual() -> str:
    """The page in the man macros."""
    whole = grammar()
    lines = [
        f'.TH CRAMPLOG 1 "" "CrampLog {__version__}" "User Commands"',
        ".SH NAME",
        "cramplog \\- a diary for muscle cramps that stays on this computer",
        ".SH SYNOPSIS",
        ".B cramplog",
        "[\\-\\-diary FILE] [COMMAND] [OPTION ...]",
        ".SH DESCRIPTION",
        "Without a command, the window opens. Only",
        ".BR cramplog ,",
        ".B cramplog now",
        "and",
        ".B cramplog demo",
        "open a window or need a screen. Nothing connects to a network.",
        ".SH OPTIONS",
        *_options(whole),
        ".SH COMMANDS",
    ]
    for name, command in _commands(whole):
        lines += [f".SS cramplog {_plain(name)}", _plain(command.description or ""), *_options(command)]
    lines += [".SH FILES", *_named(FILES), ".SH EXIT STATUS", *_named(STATUS)]
    return "\n".join(lines) + "\n"


def _commands(whole: argparse.ArgumentParser) -> list[tuple[str, argparse.ArgumentParser]]:
    for action in whole._actions:
        if isinstance(action, argparse._SubParsersAction):
            return list(action.choices.items())
    return []


def _options(command: argparse.ArgumentParser) -> list[str]:
    lines = []
    for action in command._actions:
        if isinstance(action, (argparse._SubParsersAction, argparse._HelpAction)):
            continue
        names = ", ".join(f"\\fB{_plain(each)}\\fR" for each in action.option_strings)
        takes = str(action.metavar or ("" if action.nargs == 0 else action.dest.upper()))
        value = f"\\fI{_plain(takes)}\\fR" if takes and action.nargs != 0 else ""
        lines += [".TP", f"{names} {value}".strip(), _plain(action.help or "")]
    return lines


def _named(pairs: tuple[tuple[str, str], ...]) -> list[str]:
    return [line for name, text in pairs for line in (".TP", f"\\fB{_plain(name)}\\fR", _plain(text))]


def _plain(text: str) -> str:
    """Letters that the macros would take for their own, written so that they are only letters."""
    escaped = text.replace("\\", "\\e").replace("-", "\\-").replace("%%", "%")
    return f"\\&{escaped}" if escaped.startswith((".", "'")) else escaped


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(manual(), encoding="utf-8")
