"""“Erase everything” means everything that the program keeps, and nothing else."""

from __future__ import annotations

import errno
import sys
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from children import exit_status_of
from making import an_episode, at

from cramplog import log
from cramplog.bootstrap import Opener
from cramplog.domain.clock import FixedClock
from cramplog.domain.errors import DiaryInUse
from cramplog.paths import Paths
from cramplog.services.open_diary import OpenDiary
from cramplog.storage.diary_file import DiaryFile
from cramplog.storage.window_lock import WindowLock


def test_diary_backups_copies_and_notes_go_and_everything_else_stays(
    diary: OpenDiary, opener: Opener, tmp_path: Path
) -> None:
    diary.upkeep.choose_second_folder(tmp_path / "stick")
    diary.diary.record(an_episode("2026-11-20 02:10 +01:00", note="zebrafish"))
    made = diary.upkeep.back_up()
    diary.exchange.export_json(tmp_path / "export.json")
    diary.close()
    opener.restoring().put_back(made.path)
    with DiaryFile.create(tmp_path / "diary-of-another.db") as other:
        other.back_up(tmp_path / "backups", now=at("2026-11-22 12:00"))

    what = opener.erasing().what()
    assert (what.copies, what.backups) == (1, 2)
    opener.erasing().erase(second=True)

    left = sorted(file.name for file in tmp_path.rglob("*") if file.is_file())
    assert len(left) == 4
    assert all(name.startswith("diary-of-another") or name == "export.json" for name in left)
    opener(create=True).close()


def test_erasing_another_diary_leaves_the_look_and_the_log_of_the_usual_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(name, str(tmp_path / name))
    usual, other = Paths.of_person(), Paths.of_person(tmp_path / "other.db")
    for paths in (usual, other):
        Opener(paths)(create=True).close()
    for kept in (usual.settings, usual.logs / "cramplog.log"):
        kept.parent.mkdir(parents=True, exist_ok=True)
        kept.write_text("kept", encoding="utf-8")

    Opener(other).erasing().erase(second=False)
    assert not other.diary.exists()
    assert all(kept.exists() for kept in (usual.diary, usual.settings, usual.logs / "cramplog.log"))

    # The control: with the usual one they do go.
    Opener(usual).erasing().erase(second=False)
    assert not any(kept.exists() for kept in (usual.diary, usual.settings, usual.logs / "cramplog.log"))


def test_nothing_is_erased_under_an_open_window(diary: OpenDiary, opener: Opener) -> None:
    diary.close()
    with WindowLock.take(opener.paths.diary, now=at("2026-11-22 12:00")), pytest.raises(DiaryInUse):
        opener.erasing().erase(second=True)

    assert opener.paths.diary.exists()


def test_the_copies_in_the_second_folder_stay_unless_asked_for(
    diary: OpenDiary, opener: Opener, tmp_path: Path
) -> None:
    diary.upkeep.choose_second_folder(tmp_path / "stick", "correct horse battery")
    diary.diary.record(an_episode("2026-11-20 02:10 +01:00", note="zebrafish"))
    made = diary.upkeep.back_up()
    diary.close()

    opener.erasing().erase(second=False)

    left = [file.name for file in tmp_path.rglob("*") if file.is_file()]
    assert left == [made.path.name + ".sealed"]
    assert not (tmp_path / "backups").exists()


def test_what_a_crash_left_half_made_goes_too(diary: OpenDiary, opener: Opener, tmp_path: Path) -> None:
    diary.diary.record(an_episode("2026-11-20 02:10 +01:00", note="zebrafish"))
    made = diary.upkeep.back_up().path
    diary.close()
    opener.paths.logs.mkdir()
    leftovers = [
        made.with_name(made.name + ".tmp"),
        made.with_name(made.name + ".tmp-journal"),
        made.with_name(made.name + ".bad"),
        made.with_name(made.name + ".rehearsal"),
        tmp_path / "diary.db-journal",
        tmp_path / "diary.db.restore",
        tmp_path / "diary.db.new",
        tmp_path / "diary.damaged-20261120-021000.db",
        opener.paths.crash_notes,
        log.untold(opener.paths.crash_notes),
        tmp_path / "logs" / "cramplog.log.1",
    ]
    for file in leftovers:
        file.write_text("zebrafish")
    own = [tmp_path / "diary.db.txt", tmp_path / "backups" / "diary-of-mine.txt"]
    for file in own:
        file.write_text("the person's own")

    opener.erasing().erase(second=False)

    assert sorted(file for file in tmp_path.rglob("*") if file.is_file()) == sorted(own)


def test_signs_in_the_name_of_the_diary_are_taken_as_they_are(tmp_path: Path) -> None:
    paths = replace(Paths.under(tmp_path), diary=tmp_path / "legs [1].db")
    opener = Opener(paths, FixedClock(at("2026-11-22 12:30 +01:00"), "Europe/Berlin"))
    with closing(opener(create=True)) as diary:
        diary.diary.record(an_episode("2026-11-20 02:10 +01:00", note="zebrafish"))
        made = diary.upkeep.back_up()
    opener.restoring().put_back(made.path)

    opener.erasing().erase(second=False)

    assert [file for file in tmp_path.rglob("*") if file.is_file()] == []


def refuse_to_remove_what_is_open(event: str, arguments: tuple[object, ...]) -> None:
    """As Windows does."""
    if event == "os.remove":
        opened = [file.resolve() for file in Path("/proc/self/fd").iterdir()]
        if Path(str(arguments[0])) in opened:
            raise PermissionError(errno.EACCES, "in use")


@pytest.mark.skipif(not Path("/proc/self/fd").is_dir(), reason="asks Linux which files are open")
@pytest.mark.parametrize(("lets_go", "status"), [(True, 0), (False, 1)])
def test_what_the_program_has_open_itself_does_not_stop_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, lets_go: bool, status: int
) -> None:
    clock = FixedClock(at("2026-11-22 12:30 +01:00"), "Europe/Berlin")
    opener = Opener(Paths.under(tmp_path), clock, in_window=True)
    opener(create=True).close()
    if not lets_go:
        monkeypatch.setattr("cramplog.services.erasing.log.close_log", lambda: None)

    def erases() -> None:
        log.open_log(opener.paths.logs).warning("something")
        watch = log.CrashWatch(opener.paths.crash_notes)
        sys.addaudithook(refuse_to_remove_what_is_open)
        with WindowLock.take(opener.paths.diary, now=clock.now()):
            opener.erasing().erase(second=False)
        watch.end()
        assert [file.read_bytes() for file in tmp_path.rglob("*") if file.is_file()] == [b""]

    assert exit_status_of(erases) == status
