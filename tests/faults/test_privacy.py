"""Nobody else reads it: modes, logs, messages, command lines and files hold not a word that was typed."""

from __future__ import annotations

import logging
import os
import sqlite3
import subprocess
import sys
import traceback
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import fields, is_dataclass, replace
from enum import StrEnum
from pathlib import Path

import canary
import pytest
from canary import CANARY, files_with
from making import an_episode, at
from sqlalchemy import create_engine, text
from sqlalchemy.exc import DBAPIError

from cramplog import log
from cramplog.bootstrap import Opener
from cramplog.domain.changes import Kind
from cramplog.domain.clock import FixedClock
from cramplog.domain.course import Course, DoseChange
from cramplog.domain.day import Day
from cramplog.domain.draft import EpisodeDraft
from cramplog.domain.episode import Episode, Exercise
from cramplog.domain.errors import CrampLogError
from cramplog.domain.person import Person
from cramplog.domain.typed_form import FormName, TypedForm
from cramplog.domain.workout import Workout
from cramplog.paths import Paths
from cramplog.services.open_diary import OpenDiary
from cramplog.storage import database


@pytest.fixture
def opener(tmp_path: Path) -> Opener:
    return Opener(Paths.under(tmp_path / "home"), FixedClock(at("2026-11-22 12:30 +01:00"), "Europe/Berlin"))


@pytest.fixture
def diary(opener: Opener) -> Iterator[OpenDiary]:
    """A diary with the canary in every field of free text."""
    opened = opener(create=True)
    canary.fill(opened, opener.clock)
    yield opened
    opened.close()


TEXTS = ("str", "str | None", "tuple[str, ...]", "tuple[str, ...] | None")
# Ids are made by the program; a zone and a file's hash are no words of a person.
NO_FREE_TEXT = frozenset(["id", "zone", "file_sha256"])


def texts_in(value: object, name: str = "") -> Iterator[tuple[str, str]]:
    """The fields that hold free text in a value and in all that is inside it."""
    if is_dataclass(value):
        for it in fields(value):
            yield from texts_in(getattr(value, it.name), it.name)
    elif isinstance(value, tuple):
        for part in value:
            yield from texts_in(part, name)
    elif isinstance(value, str) and not isinstance(value, StrEnum) and name not in NO_FREE_TEXT:
        yield name, value


def test_the_word_is_in_every_field_of_free_text(diary: OpenDiary) -> None:
    kinds = (Episode, Exercise, Day, Workout, Course, DoseChange, Person)
    wanted = {it.name for kind in kinds for it in fields(kind) if it.type in TEXTS} - NO_FREE_TEXT
    contents = diary.reading.contents()
    held = [diary.drafts.unfinished(), tuple(it.record for it in diary.reading.trash())]
    found = [text for value in (contents, *held) for text in texts_in(value)]

    assert wanted == {"note", "kind", "name", "sport", "dose", "conditions"}
    assert {name for name, _text in found} == wanted
    assert [text for _name, text in found if CANARY not in text] == []


def failing_actions(diary: OpenDiary) -> list[Callable[[], object]]:
    episode = an_episode("2026-11-21 02:10 +01:00", note=CANARY)
    return [
        lambda: diary.diary.record(episode),
        lambda: diary.drafts.keep(EpisodeDraft.of(episode)),
        lambda: diary.reading.contents(),
        lambda: diary.upkeep.check(),
        lambda: diary.upkeep.back_up(),
        lambda: diary.exchange.export_json(Path("/proc/no/such/folder.json")),
    ]


def cut_short(path: Path) -> None:
    os.truncate(path, 6_000)


def without_notes(path: Path) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("DROP TABLE episode_note")


def changed_row(path: Path) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("UPDATE episode SET pain = 9")


def removed(path: Path) -> None:
    path.unlink()


@pytest.mark.parametrize("harm", [cut_short, without_notes, changed_row, removed])
def test_no_failure_puts_a_word_of_the_diary_into_message_traceback_or_log(
    diary: OpenDiary, tmp_path: Path, harm: Callable[[Path], None]
) -> None:
    log.open_log(tmp_path / "logs")
    harm(diary.file.path)
    said = []
    for act in failing_actions(diary):
        try:
            act()
        except CrampLogError as error:
            said.append("".join(traceback.format_exception(error)))
            logging.getLogger("cramplog.test").error("failed: %s", log.where(error))
    log.close_log()

    assert len(said) >= 2
    assert not any(CANARY in words for words in said)
    assert CANARY not in (tmp_path / "logs" / "cramplog.log").read_text()


def test_an_error_of_the_programs_own_in_a_command_is_one_line_without_a_word_of_the_diary() -> None:
    code = (
        "import sys; from cramplog.cli.arguments import parse; from cramplog.cli.run import run\n"
        "class Fails:\n"
        f"    def __call__(self, *, create): raise KeyError('{CANARY}')\n"
        "sys.exit(run(parse(['check']), Fails()))"
    )
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)

    assert said.returncode == 1
    assert said.stderr.startswith("cramplog: A mistake in CrampLog.")
    assert "KeyError" in said.stderr
    assert len(said.stderr.splitlines()) == 1
    assert CANARY not in said.stderr
    assert said.stdout == ""


def test_an_error_of_the_database_itself_would_hold_it(diary: OpenDiary) -> None:
    engine = create_engine(f"sqlite:///{diary.file.path}")
    with engine.connect() as connection, pytest.raises(DBAPIError) as caught:
        connection.execute(text("INSERT INTO episode_note VALUES (:id, :note)"), {"id": None, "note": CANARY})
    engine.dispose()

    assert CANARY in str(caught.value)


@pytest.mark.parametrize("umask", [0o022, 0o000])
def test_every_file_of_a_whole_use_is_for_the_person_only(tmp_path: Path, umask: int) -> None:
    home = tmp_path / "home"
    story = Path(__file__).parents[1] / "power_cut_story.py"
    subprocess.run(
        [sys.executable, str(story), str(home), str(tmp_path / "states.json"), "1", "EXTRA"],
        check=True, stdout=subprocess.DEVNULL, umask=umask, timeout=120,
    )  # fmt: skip

    files = [file for file in home.rglob("*") if file.is_file()]
    assert {file.stat().st_mode & 0o777 for file in files} == {0o600}
    assert {folder.stat().st_mode & 0o777 for folder in (home, home / "backups")} == {0o700}
    assert len(files) >= 3


def test_a_diary_that_others_could_read_is_closed_to_them(diary: OpenDiary, opener: Opener) -> None:
    path = diary.file.path
    diary.close()
    path.chmod(0o644)

    opener(create=False).close()

    assert path.stat().st_mode & 0o777 == 0o600


def delete_everything(diary: OpenDiary) -> None:
    """All that holds the word is deleted, or replaced by what does not; the trash is not emptied yet."""
    contents = diary.reading.contents()
    # A change of each is typed and not saved when its record is deleted: nobody drops these.
    for form, records in ((FormName.WORKOUT, contents.workouts), (FormName.COURSE, contents.courses)):
        for record in records:
            diary.drafts.keep_form(TypedForm(id=record.id, form=form, entries={"note": CANARY}))
    own = {it.id for it in (*contents.workouts, *contents.courses)}
    first, *others = contents.episodes
    diary.diary.record(replace(first, note="", exercise=None))
    diary.diary.remove(tuple(episode.id for episode in others))
    diary.diary.describe_person(Person())
    for day in contents.days:
        diary.diary.check_in(replace(day, note=""))
    diary.diary.remove(tuple(it.id for it in contents.workouts), Kind.WORKOUTS)
    diary.diary.remove(tuple(it.id for it in contents.courses), Kind.COURSES)
    for kept in (*diary.drafts.unfinished(), *diary.drafts.forms()):
        if kept.id not in own:
            diary.drafts.drop(kept.id)


def files_of_the_diary_with_the_word(diary: OpenDiary) -> list[str]:
    """Database, journal and whatever else lies in the diary's folder; the backups are said in the dialog."""
    folder = diary.file.path.parent
    return [file.name for file in files_with(folder) if file.parent == folder]


def test_after_the_trash_is_emptied_nothing_deleted_is_left_in_any_file_of_the_diary(
    diary: OpenDiary,
) -> None:
    delete_everything(diary)
    diary.diary.empty_trash()
    diary.close()

    assert files_of_the_diary_with_the_word(diary) == []


def test_until_then_it_is_in_the_trash(diary: OpenDiary) -> None:
    delete_everything(diary)
    diary.close()

    assert files_of_the_diary_with_the_word(diary) == ["diary.db"]


def test_without_the_setting_that_wipes_deleted_rows_they_would_be_found(
    diary: OpenDiary, monkeypatch: pytest.MonkeyPatch, opener: Opener
) -> None:
    diary.close()
    wipes = ("secure_delete", "ON", 1)
    settings = tuple(("secure_delete", "OFF", 0) if it == wipes else it for it in database.PRAGMAS)
    monkeypatch.setattr(database, "PRAGMAS", settings)
    careless = opener(create=False)
    delete_everything(careless)
    careless.diary.empty_trash()
    careless.close()

    assert wipes not in settings
    assert files_of_the_diary_with_the_word(careless) == ["diary.db"]


def test_the_program_leaves_no_core_dump_and_makes_private_files() -> None:
    code = (
        "import os, resource; from cramplog import paths; paths.keep_to_the_person();"
        "print(resource.getrlimit(resource.RLIMIT_CORE)[0], oct(os.umask(0)))"
    )
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert said.stdout.split() == ["0", "0o77"]
