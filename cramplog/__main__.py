"""The street: which front door, a command or the window."""

from __future__ import annotations

import io
import os
import sys

from cramplog import bootstrap, paths
from cramplog.cli import selftest
from cramplog.cli.arguments import parse
from cramplog.cli.run import run
from cramplog.i18n import _, chosen_language, language, system_formats, system_locale

# What the shell says of a program whose reader has gone, as in `cramplog analysis | head`.
NOBODY_READS = 141


def main(argv: list[str] | None = None) -> int:
    """Run one command, or open the window; returns the exit status."""
    try:
        try:
            return _answer(argv)
        finally:
            # Python's own last flush could only complain.
            if sys.stdout is not None:
                sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return NOBODY_READS


def _answer(argv: list[str] | None) -> int:
    _speak_utf8()
    paths.keep_to_the_person()
    spoken = chosen_language(paths.Paths.of_person().settings) or system_locale()
    language.speak(spoken, paths.resource("locale"), formats=system_formats())
    arguments = parse(sys.argv[1:] if argv is None else argv)
    if arguments.selftest:
        return selftest.run(
            lambda folder: bootstrap.Opener(paths.Paths.under(folder)).example(),
            lambda folder: bootstrap.Opener(paths.Paths.under(folder))(create=True),
        )
    places = paths.Paths.of_person(arguments.diary)
    if arguments.diary is not None and not places.diary.parent.is_dir():
        # On a stick that is not plugged in, an empty diary must not be made in place of the real one.
        message = _("There is no folder %(folder)s. If it is on a stick or another disk, plug that in first.")
        print("cramplog:", message % {"folder": places.diary.parent}, file=sys.stderr)  # noqa: T201
        return 1
    if arguments.command in (None, "now", "demo"):
        command = arguments.command
        return bootstrap.open_window(
            places, demo=command == "demo", timer=command == "now", take_over=arguments.take_over
        )
    return run(arguments, bootstrap.Opener(places, take_over=arguments.take_over))


def _speak_utf8() -> None:
    """Whatever the system's code page: JSON is UTF-8, and the sentences have quotation marks of their own."""
    for stream, errors in ((sys.stdout, "surrogateescape"), (sys.stderr, "backslashreplace")):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors=errors)


if __name__ == "__main__":
    sys.exit(main())
