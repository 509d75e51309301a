"""Nobody else reads it: modes, logs, messages, command lines and files hold not a word that was typed."""

from __future__ import annotations

import logging
import os
import shutil
import sqlite3
import subprocess
import sys
import traceback
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from making import a_course, a_workout, an_episode, at
from sqlalchemy import create_engine, text
from sqlalchemy.exc import DBAPIError

from cramplog import log
from cramplog.bootstrap import Opener
from cramplog.domain.changes import Kind
from cramplog.domain.clock import FixedClock
from cramplog.domain.course import DoseChange
from cramplog.domain.day import Day
from cramplog.domain.draft import EpisodeDraft
from cramplog.domain.episode import Exercise
from cramplog.domain.errors import CrampLogError
from cramplog.domain.person import Person
from cramplog.paths import Paths
from cramplog.services.open_diary import OpenDiary

CANARY = "zebrafish"


@pytest.fixture
def opener(tmp_path: Path) -> Opener:
    return Opener(Paths.under(tmp_path / "home"), FixedClock(at("2026-11-22 12:30 +01:00"), "Europe/Berlin"))


@pytest.fixture
def diary(opener: Opener) -> Iterator[OpenDiary]:
    """A diary with the canary in every field of free text."""
    opened = opener(create=True)
    write = opened.diary
    write.describe_person(Person(name=CANARY, conditions=(CANARY,), note=CANARY))
    write.record(
        an_episode("2026-11-20 02:10 +01:00", note=CANARY, exercise=Exercise(done=True, kind=CANARY))
    )
    write.check_in(Day(date=date(2026, 11, 20), note=CANARY))
    write.keep_workout(a_workout(sport=CANARY, note=CANARY))
    doses = (DoseChange(from_date=date(2026, 11, 1), dose=CANARY),)
    write.keep_course(a_course(CANARY, dose=CANARY, doses=doses, note=CANARY))
    opened.drafts.keep(EpisodeDraft(id=an_episode().id, note=CANARY))
    yield opened
    opened.close()


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


def test_after_the_trash_is_emptied_nothing_deleted_is_left_in_any_file_of_the_diary(
    diary: OpenDiary, tmp_path: Path
) -> None:
    contents = diary.reading.contents()
    diary.diary.remove(tuple(episode.id for episode in contents.episodes))
    diary.diary.describe_person(Person())
    diary.diary.check_in(replace(contents.days[0], note=""))
    diary.diary.remove(tuple(it.id for it in contents.workouts), Kind.WORKOUTS)
    diary.diary.remove(tuple(it.id for it in contents.courses), Kind.COURSES)
    for draft in diary.drafts.unfinished():
        diary.drafts.drop(draft.id)
    diary.diary.empty_trash()
    diary.close()

    home = diary.file.path.parent
    assert not any(CANARY.encode() in file.read_bytes() for file in home.iterdir() if file.is_file())


def test_the_program_leaves_no_core_dump_and_makes_private_files() -> None:
    code = (
        "import os, resource; from cramplog import paths; paths.keep_to_the_person();"
        "print(resource.getrlimit(resource.RLIMIT_CORE)[0], oct(os.umask(0)))"
    )
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert said.stdout.split() == ["0", "0o77"]


@pytest.mark.skipif(shutil.which("strace") is None, reason="needs strace")
def test_commands_open_no_socket_to_the_internet(tmp_path: Path) -> None:
    trace = tmp_path / "trace"
    diary = str(tmp_path / "diary.db")
    for command in (["log", "--muscle", "calf", "--side", "left"], ["analysis"], ["backup"], ["check"]):
        subprocess.run(
            ["strace", "-f", "-e", "trace=network", "-o", str(trace),
             sys.executable, "-m", "cramplog", *command, "--diary", diary],
            check=True, capture_output=True, timeout=120,
        )  # fmt: skip
        assert "AF_INET" not in trace.read_text()
