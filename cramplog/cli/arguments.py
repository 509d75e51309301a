"""What can be written after `cramplog` on the command line."""

from __future__ import annotations

import argparse
from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum
from pathlib import Path
from typing import NoReturn

from cramplog import __version__
from cramplog.cli import sections
from cramplog.domain import check, wall_time
from cramplog.domain.errors import InvalidValue
from cramplog.domain.places import Muscle, Place, Side
from cramplog.domain.scales import Circumstance, Effect, Heat, Hydration, Method, MuscleSign
from cramplog.domain.signs import WarningSign
from cramplog.exchange.choices import Keep
from cramplog.exchange.tables.lengths import LengthUnit
from cramplog.report.options import QUESTIONS, Paper, Section
from cramplog.words import typed


@dataclass(frozen=True, slots=True)
class TypedDay:
    """A day as it was typed: what "yesterday" means, only the diary can say."""

    text: str

    def seen_from(self, today: date) -> date:
        """The day that is meant on this diary day."""
        return typed.day(self.text, today=today)


def parse(argv: list[str]) -> argparse.Namespace:
    """The command and its options. Ends the program with status 2 where they cannot be understood."""
    parser = grammar()
    given = parser.parse_args(sections.together(argv))
    if getattr(given, "days", None) is not None and (given.first or given.last):
        parser.error("--days goes without --from and --to")
    if getattr(given, "started", None) is not None and not given.started.strip():
        parser.error("--started is empty; leave it out for now")
    if getattr(given, "sealed", False) and given.folder is None:
        parser.error("--sealed needs a folder for the sealed copy")
    if len(getattr(given, "question", ())) > QUESTIONS:
        parser.error(f"the page has room for {QUESTIONS} questions")
    return given


def grammar() -> argparse.ArgumentParser:
    """Every command with its options, as `--help` and the manual page tell them."""
    shared = _Parser(add_help=False)
    shared.add_argument(
        "--diary", type=Path, metavar="FILE", default=argparse.SUPPRESS, help="another diary file"
    )
    take_over = "go on although another computer seems to have the diary open"
    shared.add_argument("--take-over", action="store_true", default=argparse.SUPPRESS, help=take_over)
    parser = _Parser(prog="cramplog", description="A diary for muscle cramps.")
    parser.set_defaults(diary=None)
    parser.add_argument("--take-over", action="store_true", help=take_over)
    parser.add_argument("--version", action="version", version=f"cramplog {__version__}")
    parser.add_argument("--diary", type=Path, metavar="FILE", help="another diary file (default: your own)")
    parser.add_argument(
        "--selftest", action="store_true", help="try this installation on an example diary, without a window"
    )
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")

    def command(name: str, text: str) -> argparse.ArgumentParser:
        return commands.add_parser(name, help=text, description=text, parents=[shared])

    command("now", "Open the window with the timer running.")
    command("demo", "Open the window on an example diary; nothing is kept.")
    _log(command("log", "Record one cramp and print its id."))
    _free(command("free", "Mark days as free of cramps; days with a cramp are left alone."))
    _import(command("import", "Read diaries and activities into the diary."))
    _export(command("export", "Write the diary to a file."))
    _analysis(command("analysis", "Print every number of a period."))
    _summary(command("summary", "Write the page for the doctor as PDF, PNG or plain text."))
    _handout(command("sheet", "Write a blank sheet for a month, to be filled in by hand, as PDF."))
    _handout(command("guide", "Write one page on how to use the diary as PDF."))
    _backup(command("backup", "Make a verified backup now."))
    restore = command("restore", "Put a backup back.")
    restore.add_argument("file", type=Path, metavar="FILE")
    _passphrase_file(restore)
    _erase(command("erase", "Erase the diary with all its backups, for good."))
    command("check", "Verify the diary file.").add_argument("--json", action="store_true", help="as JSON")
    return parser


class _Parser(argparse.ArgumentParser):
    """Says what is wrong in one line, as every other error of the program."""

    def error(self, message: str) -> NoReturn:
        self.exit(2, f"{self.prog}: {message}\n")


def _words(kind: type[StrEnum]) -> list[str]:
    return [word.value for word in kind]


def _log(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument
    add(
        "--muscle",
        required=True,
        action="append",
        choices=_words(Muscle),
        metavar="MUSCLE",
        help=", ".join(Muscle),
    )
    add("--side", required=True, action="append", choices=_words(Side), metavar="SIDE", help=", ".join(Side))
    add(
        "--started",
        metavar="T",
        default="now",
        help="when: ISO time, “yesterday 2am”, “3 h ago” (default: now)",
    )
    add(
        "--zone",
        metavar="ZONE",
        help="time zone of --started, as in Europe/Berlin (default: this computer's)",
    )
    add("--duration", metavar="LENGTH", type=_duration, help="how long: 4m, 90s, 1h5m")
    add("--pain", type=_whole, metavar="0-10", help="the worst moment")
    add("--circumstance", choices=_words(Circumstance), metavar="WHAT", help=", ".join(Circumstance))
    add("--woke", action=argparse.BooleanOptionalAction, help="it woke you")
    add("--sign", action="append", choices=_words(MuscleSign), metavar="SIGN", help=", ".join(MuscleSign))
    add("--repeats", type=_whole, metavar="N", help="times it came back before it went for good")
    add(
        "--warning", action="append", choices=_words(WarningSign), metavar="SIGN", help=", ".join(WarningSign)
    )
    add("--hydration", choices=_words(Hydration), metavar="HOW", help=", ".join(Hydration))
    add("--urine-colour", type=_whole, metavar="1-8")
    add("--fluid", type=_number, metavar="LITRES")
    add("--heavy-sweating", action=argparse.BooleanOptionalAction)
    add("--heat", choices=_words(Heat), metavar="HOW", help=", ".join(Heat))
    add("--air-temp", type=_number, metavar="C", help="temperature of the air in °C")
    add("--humidity", type=_number, metavar="PERCENT")
    add("--exercise", metavar="KIND", help="what was done in the 24 hours before, or “none”")
    add("--exercise-minutes", type=_number, metavar="N")
    add("--exertion", type=_number, metavar="0-10", help="how hard the exercise was")
    add("--unaccustomed", action=argparse.BooleanOptionalAction, help="the exercise was unusual for you")
    add("--ended-before", type=_number, metavar="MIN", help="minutes from the exercise's end to the cramp")
    add("--ill", action=argparse.BooleanOptionalAction, help="vomiting, diarrhoea or fever that day")
    add(
        "--relief",
        action="append",
        type=_relief,
        metavar="METHOD[:EFFECT[:MIN]]",
        help=f"as in stretch:mostly:3; methods: {', '.join(Method)}; effects: {', '.join(Effect)}",
    )
    add("--soreness", type=_number, metavar="HOURS")
    add("--note", default="", metavar="TEXT")


def _free(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--from",
        dest="first",
        type=_day,
        metavar="D",
        help="first day: 2026-11-22, “22 Nov”, “yesterday” (default: the last day)",
    )
    parser.add_argument("--to", dest="last", type=_day, metavar="D", help="last day (default: today)")


def _import(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE")
    parser.add_argument("--dry-run", action="store_true", help="only say what would change")
    parser.add_argument(
        "--keep",
        choices=_words(Keep),
        default=Keep.USUAL,
        help="where both differ: the version of the diary, of the file, or as is usual (the newer cramp)",
    )
    parser.add_argument(
        "--dates", choices=["day-first", "month-first"], help="how dates in figures are meant, as in 3/4/2026"
    )
    parser.add_argument(
        "--place", type=_place, metavar="MUSCLE:SIDE", help="the place of cramps in a table that names none"
    )
    parser.add_argument(
        "--side", choices=_words(Side), help="the side of cramps in a table that names only the muscle"
    )
    parser.add_argument(
        "--time", type=_clock, metavar="HH:MM", help="the time of cramps in a table that has only dates"
    )
    parser.add_argument(
        "--headings", type=_row, metavar="ROW", help="the row of a table that has the headings; 0 for none"
    )
    parser.add_argument(
        "--lengths",
        choices=_words(LengthUnit),
        help="how lengths are written in a table whose heading does not say it (default: minutes)",
    )
    parser.add_argument(
        "--damaged", action="store_true", help="also take in what can be read of damaged activity files"
    )
    _passphrase_file(parser)
    parser.add_argument("--json", action="store_true", help="as JSON")


def _backup(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("folder", nargs="?", type=Path, metavar="DIR")
    parser.add_argument(
        "--sealed", action="store_true", help="put a copy into DIR that only a passphrase opens"
    )
    _passphrase_file(parser)


def _erase(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--second", action="store_true", help="also erase the backups in the second folder")
    parser.add_argument("--yes", action="store_true", help="do not ask")


def _passphrase_file(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--passphrase-file", type=Path, metavar="FILE",
        help="whose first line is the passphrase of what is sealed; without it, you are asked",
    )  # fmt: skip


def _export(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--format", required=True, choices=["json", "csv", "fhir", "ics"])
    parser.add_argument("--no-snomed", action="store_true", help="leave SNOMED CT codes out of a FHIR bundle")
    parser.add_argument("out", type=Path, metavar="OUT")


def _period(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--from", dest="first", type=_day, metavar="D", help="first diary day")
    parser.add_argument("--to", dest="last", type=_day, metavar="D", help="last diary day")
    parser.add_argument("--days", type=_days, metavar="N", help="the latest N diary days (default: 90)")
    parser.add_argument("--as-of", type=_moment, metavar="T", help="count as if it were this moment")


def _analysis(parser: argparse.ArgumentParser) -> None:
    _period(parser)
    parser.add_argument("--json", action="store_true", help="as JSON")


def _summary(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("out", type=Path, metavar="OUT", help="a name that ends in .pdf, .png or .txt")
    _period(parser)
    _paper(parser)
    parser.add_argument(
        "--no-name", dest="name", action="store_false", help="leave the name and the birth date out"
    )
    parser.add_argument(
        "--question",
        action="append",
        default=[],
        metavar="TEXT",
        help="a question for the visit; up to three",
    )
    for option, text in zip(
        sections.OPTIONS, ("also these sections", "leave these sections out"), strict=True
    ):
        parser.add_argument(
            option,
            dest=f"sections_{option[2:]}",
            type=sections.named,
            action="extend",
            default=[],
            metavar="SECTION…",
            help=f"{text}: {', '.join(Section)}",
        )


def _handout(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("out", type=Path, metavar="OUT.pdf")
    _paper(parser)


def _paper(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--paper", choices=_words(Paper), help="default: as is usual in your country")


def _whole(text: str) -> int:
    try:
        return int(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is not a whole number") from None


def _number(text: str) -> float:
    try:
        return float(text.replace(",", ".")) if text.count(",") + text.count(".") < 2 else float(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number such as 2.5") from None


def _day(text: str) -> TypedDay:
    try:
        _in_a_diary(text, date.fromisoformat(text.strip()))
    except ValueError:
        try:
            typed.day(text, today=datetime.now().astimezone().date())
        except InvalidValue as error:
            raise argparse.ArgumentTypeError(f"{text!r} {error.reason}") from None
    return TypedDay(text)


def _row(text: str) -> int:
    if not text.isdecimal() or len(text) > 7:
        raise argparse.ArgumentTypeError(f"{text!r} is not the number of a row")
    return int(text)


def _days(text: str) -> int:
    if not text.isdecimal() or not 1 <= int(text) <= 36_600:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number of days from 1 to 36600")
    return int(text)


def _moment(text: str) -> datetime:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(
            f"{text!r} is not a time such as 2026-11-22T18:00:00+01:00"
        ) from None
    _in_a_diary(text, moment.date())
    return wall_time.at_offset(moment if moment.tzinfo else moment.astimezone())


def _in_a_diary(text: str, day: date) -> date:
    """The day, if a diary can hold it: at the ends of the calendar there is no day before, or none after."""
    if not check.EARLIEST <= day <= check.LATEST:
        raise argparse.ArgumentTypeError(f"{text!r} is not from {check.EARLIEST} to {check.LATEST}")
    return day


def _duration(text: str) -> int:
    try:
        return typed.duration(text)
    except InvalidValue as error:
        raise argparse.ArgumentTypeError(f"{text!r} {error.reason}") from None


def _place(text: str) -> Place:
    muscle, _colon, side = text.partition(":")
    try:
        return Place(Muscle(muscle), Side(side))
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is not MUSCLE:SIDE, as in calf:left") from None


def _clock(text: str) -> time:
    try:
        return time.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is not a time of day such as 02:10") from None


def _relief(text: str) -> tuple[Method, Effect | None, float | None]:
    method, _colon, rest = text.partition(":")
    effect, _colon, minutes = rest.partition(":")
    try:
        return Method(method), Effect(effect) if effect else None, float(minutes) if minutes else None
    except ValueError:
        raise argparse.ArgumentTypeError(
            f"{text!r} is not METHOD[:EFFECT[:MIN]] with a method of {', '.join(Method)} and an effect of "
            f"{', '.join(Effect)}"
        ) from None
