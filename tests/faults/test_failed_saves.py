"""When a save fails, it is said why and what to do; nothing is half saved, and a second try saves once."""

from __future__ import annotations

import resource
import shutil
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from making import an_episode, at
from trials import Tried

from cramplog.bootstrap import Opener
from cramplog.domain.changes import Kind
from cramplog.domain.clock import FixedClock
from cramplog.domain.errors import (
    DiaryDamaged,
    DiaryError,
    DiaryLocked,
    DiaryMoved,
    DiskFailed,
    DiskFull,
)
from cramplog.paths import Paths
from cramplog.services.open_diary import OpenDiary
from cramplog.storage.diary_file import DiaryFile

EPISODE = an_episode("2026-11-20 02:10 +01:00", note="what I typed " * 2_000)


@pytest.fixture
def diary(tmp_path: Path) -> Iterator[OpenDiary]:
    opened = Opener(Paths.under(tmp_path), FixedClock(at("2026-11-22 12:30 +01:00"), "Europe/Berlin"))(
        create=True
    )
    opened.diary.record(an_episode("2026-11-19 02:10 +01:00", note="before"))
    yield opened
    opened.close()


def notes(path: Path) -> list[str]:
    with DiaryFile.open(path) as file:
        assert file.check().ok
        return [episode.note for episode in file.contents().episodes]


@pytest.fixture
def no_room(tmp_path: Path) -> Iterator[Path]:
    """A folder on a disk of its own of 1 MB."""
    folder = tmp_path / "small"
    folder.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=1m", "none", str(folder)], capture_output=True, check=False
    )
    if mounted.returncode:
        pytest.skip("may not make a small disk here")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


@pytest.mark.skipif(shutil.which("mount") is None, reason="needs mount")
def test_on_a_full_disk_nothing_is_lost_all_is_read_and_a_second_try_saves_once(no_room: Path) -> None:
    clock = FixedClock(at("2026-11-22 12:30 +01:00"), "Europe/Berlin")
    diary = Opener(Paths.under(no_room), clock)(create=True)
    diary.diary.record(an_episode("2026-11-19 02:10 +01:00", note="before"))
    filler = no_room / "filler"
    filler.write_bytes(bytes(shutil.disk_usage(no_room).free))

    with pytest.raises(DiskFull, match="Free some space"):
        diary.diary.record(EPISODE)
    assert [episode.note for episode in diary.reading.episodes()] == ["before"]
    again = Opener(Paths.under(no_room), clock)(create=True)
    assert [episode.note for episode in again.reading.episodes()] == ["before"]
    again.close()
    diary.exchange.export_json(no_room.parent / "elsewhere.json")

    filler.unlink()
    diary.diary.record(EPISODE)
    diary.diary.record(EPISODE)
    diary.close()
    assert sorted(notes(no_room / "diary.db")) == ["before", EPISODE.note]


@contextmanager
def no_file_larger(size: int) -> Iterator[None]:
    """The system refuses each write beyond so many bytes."""
    ignored = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, ignored)


def test_a_limit_of_the_systems_on_files_is_a_disk_that_fails(diary: OpenDiary) -> None:
    with no_file_larger(diary.file.path.stat().st_size), pytest.raises((DiskFailed, DiskFull)):
        diary.diary.record(EPISODE)

    assert notes(diary.file.path) == ["before"]
    diary.diary.record(EPISODE)
    assert len(notes(diary.file.path)) == 2


def test_without_a_journal_the_same_limit_would_leave_half_a_save(diary: OpenDiary) -> None:
    diary.close()
    path = diary.file.path
    with closing(sqlite3.connect(path, isolation_level=None)) as careless:
        careless.execute("PRAGMA journal_mode = OFF")
        with no_file_larger(path.stat().st_size), pytest.raises(sqlite3.OperationalError):
            careless.execute("UPDATE episode_note SET note = ?", (EPISODE.note,))

    with pytest.raises((DiaryError, AssertionError)):
        notes(path)


@pytest.mark.slow
def test_another_programs_lock_is_waited_for_five_seconds_and_then_said(diary: OpenDiary) -> None:
    with closing(sqlite3.connect(diary.file.path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(DiaryLocked, match="Another program"):
            diary.diary.record(EPISODE)

    diary.diary.record(EPISODE)
    assert len(notes(diary.file.path)) == 2


def gone(path: Path) -> None:
    path.unlink()


def renamed(path: Path) -> None:
    path.rename(path.with_name("elsewhere.db"))


def replaced(path: Path) -> None:
    shutil.copy(path, path.with_name("other.db"))
    path.with_name("other.db").replace(path)


@pytest.mark.parametrize("happens", [gone, renamed, replaced])
def test_a_file_that_another_program_moves_away_is_noticed_before_anything_is_called_saved(
    diary: OpenDiary, happens: Callable[[Path], None], tmp_path: Path
) -> None:
    happens(diary.file.path)

    with pytest.raises(DiaryMoved, match="moved or replaced"):
        diary.diary.record(EPISODE)


@pytest.mark.parametrize("happens", [gone, renamed, replaced])
def test_what_was_saved_in_a_file_that_is_no_longer_there_is_not_called_saved(
    diary: OpenDiary, happens: Callable[[Path], None]
) -> None:
    diary.diary.record(EPISODE)
    (saved, _before) = diary.reading.episodes()
    assert diary.file.is_saved(Kind.EPISODES, EPISODE.id, saved)

    happens(diary.file.path)

    with pytest.raises(DiaryMoved):
        diary.file.is_saved(Kind.EPISODES, EPISODE.id, saved)


def test_a_page_that_was_damaged_meanwhile_is_not_written_over(diary: OpenDiary) -> None:
    with closing(sqlite3.connect(diary.file.path, isolation_level=None)) as other:
        other.execute("UPDATE meta SET revision = 7")
    before = diary.file.path.read_bytes()

    with pytest.raises(DiaryDamaged):
        diary.diary.record(EPISODE)

    assert diary.file.path.read_bytes() == before


def test_sqlite_itself_would_write_over_that_page(diary: OpenDiary) -> None:
    with closing(sqlite3.connect(diary.file.path, isolation_level=None)) as other:
        other.execute("UPDATE meta SET revision = 7")
        before = diary.file.path.read_bytes()
        other.execute("UPDATE meta SET revision = revision + 1")

    assert diary.file.path.read_bytes() != before


CHILD = """
import os, sys
sys.path.insert(0, sys.argv[2])
from dataclasses import replace
from pathlib import Path
from making import an_episode, at
from cramplog.bootstrap import Opener
from cramplog.domain.clock import FixedClock
from cramplog.domain.errors import DiaryError
from cramplog.paths import Paths

ID = "00000000-0000-4000-8000-00000000abcd"
diary = Opener(Paths.under(Path(sys.argv[1])), FixedClock(at("2026-11-22 12:30 +01:00"), None))(create=True)
episode = an_episode("2026-11-20 02:10 +01:00", id=ID, note="typed " * 900)
said = []
for _try in range(3):
    try:
        diary.diary.record(episode)
        said.append("saved")
        break
    except DiaryError as error:
        said.append(type(error).__name__ + ": " + str(error))
try:
    told = [it.id for it in diary.reading.episodes()].count(episode.id)
except DiaryError as error:
    told = -1
Path(sys.argv[3]).write_text("\\n".join([*said, str(told)]))
os._exit(0)
"""
FAULTS = [
    (call, error, number)
    for call, error in (
        ("fsync,fdatasync", "EIO"),
        ("pwrite64", "ENOSPC"),
        ("pwrite64", "EIO"),
        ("unlink", "EIO"),
    )
    for number in range(1, 25)
]


# The same program, which takes every answer for a yes.
CARELESS = CHILD.replace('said.append(type(error).__name__ + ": " + str(error))', 'said.append("saved")')
CARELESS = CARELESS.replace("range(3)", "range(1)")


def run_with_fault(folder: Path, call: str, error: str, number: int, program: str = CHILD) -> list[str]:
    """Let the nth such system call of a run fail that saves one cramp; what the program said."""
    said = folder.with_suffix(".said")
    said.unlink(missing_ok=True)
    subprocess.run(
        ["strace", "-f", "--seccomp-bpf", "-o", "/dev/null", "-e", f"trace={call}",
         "-e", f"inject={call}:error={error}:when={number}",
         sys.executable, "-c", program, str(folder), str(Path(__file__).parents[1]), str(said)],
        check=False, capture_output=True, timeout=120,
    )  # fmt: skip
    return said.read_text().splitlines() if said.exists() else ["did not start"]


@dataclass
class Told:
    """What the program said of its saves, and whether that was so."""

    failures: int = 0
    untrue: list[tuple[str, str, int, list[str], int]] = field(default_factory=list)
    plain: bool = True


def tell(folder: Path, faults: list[tuple[str, str, int]], program: str = CHILD) -> Told:
    """Run the program once with each fault."""
    told, sound = Told(), folder / "sound"
    with DiaryFile.create(sound / "diary.db") as file, file.write() as writing:
        writing.episodes.save(an_episode("2026-11-19 02:10 +01:00", note="before"))
    for call, error, number in faults:
        home = folder / f"{call}-{error}-{number}"
        shutil.copytree(sound, home)
        *said, _told = run_with_fault(home, call, error, number, program) or [""]
        found = notes(home / "diary.db")
        count = sum(note.startswith("typed") for note in found)
        if count != (said[-1:] == ["saved"]) or "before" not in found:
            told.untrue.append((call, error, number, said, count))
        told.failures += said != ["saved"]
        told.plain = told.plain and not any("Please report" in line for line in said)
        shutil.rmtree(home)
    return told


@pytest.mark.skipif(shutil.which("strace") is None, reason="needs strace")
@pytest.mark.parametrize(
    "faults", [pytest.param(FAULTS[3::24], id="some"), pytest.param(FAULTS, id="all", marks=pytest.mark.slow)]
)
def test_an_error_at_any_system_call_leaves_one_entry_or_none_and_the_truth_is_told(
    tmp_path: Path, faults: list[tuple[str, str, int]], tried: Tried
) -> None:
    told = tell(tmp_path, faults)

    note = f"{told.failures} runs were told of a failure"
    tried("P4", "an error at a system call", len(faults), lost=len(told.untrue), note=note)
    assert told.untrue == []
    assert told.plain
    # Otherwise nothing was hit, and nothing proven.
    assert told.failures > 0


@pytest.mark.skipif(shutil.which("strace") is None, reason="needs strace")
def test_a_program_that_does_not_look_would_tell_untruths(tmp_path: Path) -> None:
    first_write_of_the_save = [("pwrite64", "ENOSPC", number) for number in (1, 2)]

    assert tell(tmp_path, first_write_of_the_save, CARELESS).untrue != []


def test_without_a_look_at_the_file_a_save_into_nowhere_is_called_saved(diary: OpenDiary) -> None:
    path = diary.file.path
    diary.close()
    with closing(sqlite3.connect(path, isolation_level=None)) as careless:
        careless.execute("PRAGMA locking_mode = EXCLUSIVE")
        careless.execute("UPDATE meta SET app = 'careless 1'")
        path.unlink()
        careless.execute("UPDATE meta SET app = 'careless 2'")

    assert not path.exists()
