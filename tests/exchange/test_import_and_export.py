"""Files into a real diary and out of it, through the service that the window and the commands use."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import stat
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

import pytest
from activity_files import a_fit
from making import a_course, a_day, a_workout, an_episode, at

from cramplog.domain.clock import FixedClock
from cramplog.domain.contents import DiaryContents
from cramplog.domain.episode import Episode
from cramplog.domain.errors import UnreadableFile, UnwritableFile
from cramplog.domain.ids import new_id
from cramplog.exchange import diary_json
from cramplog.exchange.choices import Choices, Keep
from cramplog.exchange.preview import Counts
from cramplog.exchange.progress import Cancelled
from cramplog.paths import Paths
from cramplog.services.diary import Diary
from cramplog.services.exchange import Exchange
from cramplog.services.history import History
from cramplog.services.upkeep import Upkeep
from cramplog.storage.diary_file import DiaryFile

NOW = at("2026-11-22 18:00 +01:00")
APP = "cramplog 1.0.0"
ACTIVITIES = Path(__file__).parents[3] / "shared" / "activities"
SIMULATED = Path(__file__).parents[3] / "shared" / "diaries"


@dataclass(frozen=True)
class House:
    file: DiaryFile
    diary: Diary
    exchange: Exchange
    paths: Paths
    folder: Path

    def a_file(self, contents: DiaryContents, name: str = "from-elsewhere.json") -> Path:
        path = self.folder / name
        path.write_text(diary_json.write(contents, exported=NOW, app=APP), encoding="utf-8")
        return path

    def bring_in(self, *paths: Path) -> None:
        self.exchange.apply(self.exchange.preview(paths))

    def exported(self) -> str:
        path = self.folder / "out.json"
        self.exchange.export_json(path)
        return path.read_text(encoding="utf-8")

    def backups(self) -> list[Path]:
        return sorted(self.paths.backups.glob("*.db"))


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    paths, clock = Paths.under(tmp_path / "home"), FixedClock(NOW)
    with DiaryFile.create(paths.diary) as file:
        diary = Diary(file, clock=clock, history=History())
        upkeep = Upkeep(file, paths=paths, clock=clock)
        exchange = Exchange(file, diary=diary, upkeep=upkeep, clock=clock, app=APP)
        yield House(file, diary, exchange, paths, tmp_path)


def a_diary() -> DiaryContents:
    return DiaryContents(
        episodes=(an_episode("2026-10-25 02:30 +02:00", pain=7, note="Wade – 足つり 😖"),),
        days=(a_day("2026-10-23", note="free"),),
        workouts=(a_workout("2026-10-24 18:00"),),
        courses=(a_course("Magnesium"),),
    )


def test_what_is_imported_is_exported_again(house: House) -> None:
    contents = a_diary()

    house.bring_in(house.a_file(contents))

    assert house.file.contents() == contents
    assert house.exported() == diary_json.write(contents, exported=NOW, app=APP)


def test_a_preview_writes_nothing(house: House) -> None:
    before = house.file.revision()

    preview = house.exchange.preview([house.a_file(a_diary())])

    assert preview.counts().new == 4
    assert house.file.revision() == before
    assert house.file.contents() == DiaryContents()
    assert house.backups() == []


def test_the_same_file_twice_changes_nothing_and_makes_no_second_backup(house: House) -> None:
    path = house.a_file(a_diary())
    house.bring_in(path)
    revision, backups = house.file.revision(), house.backups()

    preview = house.exchange.preview([path])
    changed = house.exchange.apply(preview)

    # The settings, which every export holds, are the fifth.
    assert preview.counts() == Counts(same=5)
    assert changed.kinds == frozenset()
    assert house.file.revision() == revision
    assert house.backups() == backups


def test_a_backup_of_the_diary_before_the_import_is_made_first(house: House) -> None:
    house.bring_in(house.a_file(DiaryContents(days=(a_day("2026-10-01"),)), "first.json"))

    house.bring_in(house.a_file(a_diary()))

    held = []
    for path in house.backups():
        copy = path.with_name("copy.db")
        copy.write_bytes(path.read_bytes())
        with DiaryFile.open(copy) as backup:
            held.append(len(backup.contents().days))
        copy.unlink()
    assert sorted(held) == [0, 1]


def test_an_import_is_one_revision_and_one_step_to_undo(house: House) -> None:
    house.diary.check_in(a_day("2026-10-23", note="mine"))
    before, revision = house.file.contents(), house.file.revision()
    house.bring_in(house.a_file(a_diary()))
    assert house.file.revision() == revision + 1

    house.diary.undo()

    assert house.file.contents() == before


def test_what_was_written_between_look_and_import_is_not_overwritten(house: House) -> None:
    cramp = an_episode("2026-10-25 02:30 +02:00", pain=4)
    preview = house.exchange.preview([house.a_file(DiaryContents(episodes=(cramp,)))])
    house.diary.record(replace(cramp, pain=9))

    house.exchange.apply(preview)

    assert house.file.contents().episodes[0].pain == 9


def test_several_files_are_one_import(house: House) -> None:
    first = house.a_file(DiaryContents(days=(a_day("2026-10-01"),)), "1.json")
    second = house.a_file(DiaryContents(days=(a_day("2026-10-02"),)), "2.json")
    revision = house.file.revision()

    house.bring_in(first, second, first)

    assert [day.date.day for day in house.file.contents().days] == [1, 2]
    assert house.file.revision() == revision + 1


def test_one_file_that_cannot_be_read_stops_all_of_them(house: House) -> None:
    good, bad = house.a_file(a_diary()), house.folder / "bad.json"
    bad.write_text("{}")

    with pytest.raises(UnreadableFile, match=r"bad\.json is not a diary"):
        house.exchange.preview([good, bad])


def test_the_open_diary_itself_is_never_opened_as_a_file(house: House) -> None:
    link = house.folder / "link.json"
    link.symlink_to(house.paths.diary)

    for path in (house.paths.diary, link):
        with pytest.raises(UnreadableFile, match="is the diary that is open"):
            house.exchange.preview([path])


def test_an_export_never_replaces_the_diary(house: House) -> None:
    with pytest.raises(UnwritableFile, match="is the diary itself"):
        house.exchange.export_json(house.paths.diary)

    assert house.file.contents() == DiaryContents()


@pytest.mark.skipif(os.name != "posix", reason="file modes are a POSIX thing")
@pytest.mark.parametrize("umask", [0o022, 0o000])
def test_an_export_is_for_nobody_else_to_read(house: House, umask: int) -> None:
    path = house.folder / "out.json"
    path.write_text("{}")
    path.chmod(0o644)
    before = os.umask(umask)
    try:
        house.exchange.export_json(path)
    finally:
        os.umask(before)

    assert stat.S_IMODE(path.stat().st_mode) == 0o600


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("missing/out.json", "There is no folder"),
        ("file/out.json", "There is no folder"),
        ("folder", "is a folder"),
        ("x" * 300 + ".json", "could not be written"),
    ],
)
def test_an_export_that_cannot_be_says_why_and_leaves_nothing_behind(
    house: House, name: str, reason: str
) -> None:
    (house.folder / "file").write_text("kept")
    (house.folder / "folder").mkdir()
    before = sorted(house.folder.iterdir())

    with pytest.raises(UnwritableFile, match=reason):
        house.exchange.export_json(house.folder / name)

    assert sorted(house.folder.iterdir()) == before


@pytest.mark.skipif(os.name != "posix", reason="file size limits are a POSIX thing")
def test_an_export_on_a_full_disk_keeps_the_file_that_was_there(house: House) -> None:
    import resource

    path = house.folder / "out.json"
    path.write_text("the export of last week")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    before = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100, hard))
    try:
        with pytest.raises(UnwritableFile):
            house.exchange.export_json(path)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        signal.signal(signal.SIGXFSZ, before)

    assert path.read_text() == "the export of last week"
    assert [file.name for file in house.folder.glob(".*")] == []


@pytest.mark.skipif(not SIMULATED.is_dir(), reason="the simulated diaries are not on this computer")
@pytest.mark.parametrize("name", ["athlete-8-months", "older-adult-14-months", "sparse-6-weeks"])
def test_a_simulated_diary_survives_the_diary_file(house: House, name: str) -> None:
    path = SIMULATED / f"{name}.json"
    original = json.loads(path.read_text(encoding="utf-8"))

    house.bring_in(path)

    document = json.loads(house.exported())
    assert document["exported"] == "2026-11-22T18:00:00+01:00"
    for part in ("episodes", "days", "workouts", "courses"):
        exported = {record.get("id") or record["date"]: record for record in document[part]}
        assert len(exported) == len(original[part])
        for record in original[part]:
            found = exported[record.get("id") or record["date"]]
            assert {key: value for key, value in found.items() if key in record and key != "exercise"} == {
                key: value for key, value in record.items() if key != "exercise"
            }
    assert house.exchange.preview([path]).changes == ()


def test_the_real_activities_come_in_once_however_often_they_are_imported(house: House) -> None:
    if not ACTIVITIES.is_dir():
        pytest.skip("the real activity files are not on this computer")
    first = house.exchange.preview([ACTIVITIES])
    house.exchange.apply(first)
    revision = house.file.revision()

    again = house.exchange.preview([ACTIVITIES])
    house.exchange.apply(again)

    assert (first.counts().new, again.counts().same) == (6, 6)
    assert (again.counts().new, again.counts().changed) == (0, 0)
    # Four hold no workout, three are damaged, and one line says what else lies there.
    assert (first.counts().rejected, len(first.damaged)) == (8, 3)
    assert house.file.revision() == revision


def test_a_damaged_activity_comes_in_only_if_the_person_says_so(house: House) -> None:
    path = house.folder / "cut.fit"
    path.write_bytes(a_fit(points=60)[:400])

    offered = house.exchange.preview([path])
    taken = house.exchange.compared(offered.found, Choices(damaged=True))

    assert (offered.counts().rejected, offered.changes) == (1, ())
    assert (taken.counts().rejected, taken.counts().new) == (0, 1)


def test_exertion_that_was_filled_in_outlives_the_next_import(house: House) -> None:
    path = house.folder / "run.fit"
    path.write_bytes(a_fit())
    house.bring_in(path)
    (workout,) = house.file.contents().workouts
    house.diary.keep_workout(replace(workout, exertion=7, note="hills"))

    house.bring_in(path)

    assert [(one.exertion, one.note) for one in house.file.contents().workouts] == [(7, "hills")]


def test_the_persons_word_goes_before_the_newer_version(house: House) -> None:
    own = an_episode("2026-10-25 02:30 +02:00", pain=4, changed=at("2026-10-26 08:00"))
    house.bring_in(house.a_file(DiaryContents(episodes=(own,))))
    older = house.a_file(DiaryContents(episodes=(replace(own, pain=9, changed=at("2026-10-25 08:00")),)))

    usual = house.exchange.preview([older])
    theirs = house.exchange.compared(usual.found, Choices(all=Keep.FILE))

    (conflict,) = usual.conflicts
    assert isinstance(conflict.old, Episode)
    assert isinstance(conflict.found, Episode)
    assert (conflict.old.pain, conflict.found.pain) == (4, 9)
    assert (usual.changes, usual.counts().kept) == ((), 1)
    assert [change.after for change in theirs.changes] == [conflict.found]


def test_another_diary_and_a_backup_of_it_are_merged_by_id(house: House, tmp_path: Path) -> None:
    contents = a_diary()
    other = tmp_path / "other.db"
    with DiaryFile.create(other) as file:
        with file.write() as stores:
            stores.episodes.save_all(contents.episodes)
            stores.days.save_all(contents.days)
        backup = file.back_up(tmp_path / "backups", now=NOW).path
    before = other.read_bytes()

    house.bring_in(other)
    again = house.exchange.preview([backup])

    assert house.file.contents().episodes == contents.episodes
    assert (again.counts().same, again.changes) == (3, ())
    assert other.read_bytes() == before


def a_large_diary() -> DiaryContents:
    """Two portions of cramps and one of days: an import of it can be stopped between them."""
    first = an_episode("2026-10-25 02:00 +02:00", pain=5)
    cramps = (
        replace(first, id=new_id(), started=first.started - timedelta(hours=hour)) for hour in range(1_500)
    )
    return DiaryContents(episodes=tuple(cramps), days=(a_day(),))


def rows_in(path: Path) -> dict[str, int]:
    """How many rows each table of the diary's file has, whatever the program makes of them."""
    with closing(sqlite3.connect(path)) as connection:
        tables = [name for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type='table'")]
        return {name: connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name in tables}


def test_a_large_import_that_is_stopped_in_the_middle_leaves_nothing_behind(house: House) -> None:
    preview = house.exchange.preview([house.a_file(a_large_diary())])
    revision, rows, told = house.file.revision(), rows_in(house.paths.diary), []

    def stop_in_the_middle(done: int, total: int) -> None:
        told.append((done, total))
        if done == 1_500:
            raise Cancelled

    with pytest.raises(Cancelled):
        house.exchange.apply(preview, progress=stop_in_the_middle)

    assert told == [(0, 1_501), (1_000, 1_501), (1_500, 1_501)]
    assert rows_in(house.paths.diary) == rows
    assert house.file.contents() == DiaryContents()
    assert (house.file.revision(), house.diary.steps()) == (revision, (None, None))


def test_a_large_import_that_is_not_stopped_is_all_there(house: House) -> None:
    large = a_large_diary()
    preview = house.exchange.preview([house.a_file(large)])
    revision, rows, told = house.file.revision(), rows_in(house.paths.diary), []

    house.exchange.apply(preview, progress=lambda done, total: told.append((done, total)))

    assert told == [(0, 1_501), (1_000, 1_501), (1_500, 1_501), (1_501, 1_501)]
    after = rows_in(house.paths.diary)
    assert (after["episode"] - rows["episode"], after["day"] - rows["day"]) == (1_500, 1)
    assert len(house.file.contents().episodes) == 1_500
    assert house.file.revision() == revision + 1
    assert house.diary.steps()[0] is not None


@pytest.mark.parametrize("there", ["out-days.csv", "tables/episodes.csv", "tables/days.csv"])
def test_a_table_that_nobody_named_replaces_no_file(house: House, there: str) -> None:
    house.diary.record(an_episode("2026-10-25 02:30 +02:00"))
    (house.folder / "tables").mkdir()
    mine = house.folder / there
    mine.write_text("mine")
    asked = house.folder / ("tables" if "/" in there else "out.csv")
    before = sorted(house.folder.rglob("*"))

    with pytest.raises(UnwritableFile, match=rf"{mine.name} is there already\. Choose another name"):
        house.exchange.export_csv(asked)

    assert mine.read_text() == "mine"
    assert sorted(house.folder.rglob("*")) == before


def test_the_table_that_was_named_is_replaced(house: House) -> None:
    named = house.folder / "out.csv"
    named.write_text("mine")

    house.exchange.export_csv(named)

    assert named.read_text("utf-8-sig").startswith("id,")
