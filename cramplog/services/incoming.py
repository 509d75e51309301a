"""Reads files of every kind that can be imported; which kind it is, their contents say."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from cramplog.domain.errors import DiaryError, UnreadableFile
from cramplog.exchange import diary_json, kinds
from cramplog.exchange.activities import folder
from cramplog.exchange.asked import Asked
from cramplog.exchange.fhir import read as fhir
from cramplog.exchange.found import ReadDiary
from cramplog.exchange.home import Home
from cramplog.exchange.kinds import FileKind
from cramplog.exchange.progress import Progress, silent
from cramplog.exchange.tables import read as tables
from cramplog.exchange.tables.guess import Guess
from cramplog.i18n import _
from cramplog.services import sealing

if TYPE_CHECKING:
    from cramplog.domain.clock import Clock


def home_of(clock: Clock) -> Home:
    """The zone of this computer."""
    return Home(zone=clock.rules(), name=clock.zone())


def read_files(paths: Sequence[Path], asked: Asked, *, progress: Progress = silent) -> tuple[ReadDiary, ...]:
    """What is in these files and folders, in the order given.

    Raises UnreadableFile where one of them as a whole cannot be taken in, Cancelled where it was stopped.
    """
    found: list[ReadDiary] = []
    for path in paths:
        found += _read(path, asked, progress)
    return tuple(found)


def unknown_tables(paths: Sequence[Path], asked: Asked) -> tuple[Guess, ...]:
    """The tables of other programs among these files, each with a guess at how it is to be read.

    Raises UnreadableFile where one of them cannot be opened.
    """
    found: list[Guess] = []
    for path in paths:
        kind = kinds.kind_of(path)
        if kind in (FileKind.TABLE, FileKind.WORKBOOK):
            sheets = tables.sheets_of(path, workbook=kind is FileKind.WORKBOOK)
            found += tables.foreign_tables(sheets, asked)
    return tuple(found)


def _read(path: Path, asked: Asked, progress: Progress) -> Iterator[ReadDiary]:
    match kinds.kind_of(path):
        case FileKind.DIARY_JSON:
            yield diary_json.read_file(path, progress)
        case FileKind.FHIR:
            yield fhir.read_file(path)
        case FileKind.ACTIVITIES:
            yield from folder.workouts_in(path, home=asked.home, progress=progress)
        case FileKind.DATABASE:
            yield _database(path)
        case FileKind.SEALED:
            yield _sealed(path, asked.passphrase)
        case FileKind.TABLE | FileKind.WORKBOOK as kind:
            sheets = tables.sheets_of(path, workbook=kind is FileKind.WORKBOOK)
            yield from tables.read(sheets, asked, progress)
        case _:
            message = _("%(name)s is not of a kind that CrampLog can read.")
            raise UnreadableFile(path, message % {"name": path.name})


def _sealed(path: Path, passphrase: str | None) -> ReadDiary:
    """A sealed export, or a sealed backup."""
    if passphrase is None:
        message = _("%(name)s is sealed with a passphrase. Without it, nobody can open the file.")
        raise UnreadableFile(path, message % {"name": path.name})
    with sealing.opened(path, passphrase) as plain:
        found = _database(plain) if kinds.kind_of(plain) is FileKind.DATABASE else diary_json.read_file(plain)
    return replace(found, path=path)


def _database(path: Path) -> ReadDiary:
    """Another diary's file, or a backup of one."""
    from cramplog.storage.diary_file import DiaryFile

    try:
        with DiaryFile.open_copy(path) as file:
            contents = file.contents()
    except DiaryError as error:
        raise UnreadableFile(path, str(error)) from error
    return ReadDiary(path=path, contents=contents, settings_given=diary_json.settings_of(contents))
