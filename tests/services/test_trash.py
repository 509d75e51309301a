"""What is deleted lies in the trash for 30 days; nothing brings it back unasked."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from making import a_course, a_workout, an_episode

from cramplog.bootstrap import Opener
from cramplog.domain.changes import Kind
from cramplog.domain.clock import FixedClock
from cramplog.domain.errors import NotFound
from cramplog.services.open_diary import OpenDiary

Later = Callable[[timedelta], OpenDiary]


@pytest.fixture
def later(opener: Opener, diary: OpenDiary) -> Later:
    """The same diary, opened again some time later."""

    def open_again(after: timedelta) -> OpenDiary:
        diary.close()
        return Opener(opener.paths, FixedClock(opener.clock.now() + after, "Europe/Berlin"))(create=True)

    return open_again


def trashed(diary: OpenDiary) -> list[str]:
    return [it.key for it in diary.reading.trash()]


def test_a_deleted_cramp_lies_in_the_trash_and_is_put_back_as_it_was(diary: OpenDiary) -> None:
    episode = an_episode("2026-11-20 02:10 +01:00", pain=7, note="like stone")
    diary.diary.record(episode)
    (recorded,) = diary.reading.episodes()
    diary.diary.remove((episode.id,))
    assert diary.reading.episodes() == ()
    assert trashed(diary) == [episode.id]

    diary.diary.put_back((episode.id,))

    assert diary.reading.episodes() == (recorded,)
    assert trashed(diary) == []


def test_undo_takes_it_out_of_the_trash_and_redo_puts_it_there_again(diary: OpenDiary) -> None:
    episode = an_episode("2026-11-20 02:10 +01:00")
    diary.diary.record(episode)
    diary.diary.remove((episode.id,))

    diary.diary.undo()
    assert trashed(diary) == []
    diary.diary.redo()
    assert trashed(diary) == [episode.id]
    diary.diary.put_back((episode.id,))
    diary.diary.undo()
    assert trashed(diary) == [episode.id]


def test_taking_back_a_new_cramp_leaves_no_trash(diary: OpenDiary) -> None:
    diary.diary.record(an_episode("2026-11-20 02:10 +01:00"))

    diary.diary.undo()

    assert trashed(diary) == []


@pytest.mark.parametrize("kind", [Kind.COURSES, Kind.WORKOUTS])
def test_workouts_and_courses_are_deleted_and_put_back_too(diary: OpenDiary, kind: Kind) -> None:
    record = a_course() if kind is Kind.COURSES else a_workout()
    keep = diary.diary.keep_course if kind is Kind.COURSES else diary.diary.keep_workout
    keep(record)
    diary.diary.remove((record.id,), kind)
    assert trashed(diary) == [record.id]

    diary.diary.put_back((record.id,))

    assert getattr(diary.reading.contents(), kind) == (record,)


def test_after_30_days_it_is_gone_for_good(diary: OpenDiary, later: Later) -> None:
    episode = an_episode("2026-11-20 02:10 +01:00", note="zebrafish")
    diary.diary.record(episode)
    diary.diary.remove((episode.id,))

    again = later(timedelta(days=30))
    assert trashed(again) == []
    again.diary.record(an_episode("2026-11-21 02:10 +01:00"))
    again.close()

    assert b"zebrafish" not in again.file.path.read_bytes()


def test_for_29_days_it_can_be_put_back(diary: OpenDiary, later: Later) -> None:
    episode = an_episode("2026-11-20 02:10 +01:00")
    diary.diary.record(episode)
    diary.diary.remove((episode.id,))

    again = later(timedelta(days=29))
    again.diary.record(an_episode("2026-11-21 02:10 +01:00"))
    again.diary.put_back((episode.id,))

    assert len(again.reading.episodes()) == 2
    again.close()


def test_emptied_it_is_gone_and_undo_does_not_bring_it_back(diary: OpenDiary) -> None:
    episode = an_episode("2026-11-20 02:10 +01:00", note="zebrafish")
    diary.diary.record(episode)
    diary.diary.remove((episode.id,))

    assert diary.diary.empty_trash() == 1

    assert diary.diary.steps() == (None, None)
    with pytest.raises(NotFound, match="no longer in the trash"):
        diary.diary.put_back((episode.id,))
    diary.close()
    assert b"zebrafish" not in diary.file.path.read_bytes()


def test_an_import_does_not_bring_back_what_lies_in_the_trash(diary: OpenDiary, tmp_path: Path) -> None:
    kept, deleted = an_episode("2026-11-20 02:10 +01:00"), an_episode("2026-11-21 02:10 +01:00")
    diary.diary.record(kept)
    diary.diary.record(deleted)
    diary.exchange.export_json(tmp_path / "out.json")
    diary.diary.remove((deleted.id,))

    preview = diary.exchange.preview((tmp_path / "out.json",))
    diary.exchange.apply(preview)

    assert [(it.id, it.reason) for it in preview.rejected] == [
        (deleted.id, "is in the trash: put it back from there")
    ]
    assert [episode.id for episode in diary.reading.episodes()] == [kept.id]


def test_what_went_into_the_trash_after_the_preview_stays_there_too(diary: OpenDiary, tmp_path: Path) -> None:
    episode = an_episode("2026-11-20 02:10 +01:00")
    diary.diary.record(episode)
    diary.exchange.export_json(tmp_path / "out.json")
    preview = diary.exchange.preview((tmp_path / "out.json",))
    diary.diary.remove((episode.id,))

    diary.exchange.apply(preview)

    assert diary.reading.episodes() == ()


def test_a_cramp_under_another_id_is_known_again_by_its_start_and_place(
    diary: OpenDiary, opener: Opener, tmp_path: Path
) -> None:
    mine, theirs = (an_episode("2026-11-20 02:10 +01:00") for _ in range(2))
    diary.diary.record(theirs)
    diary.exchange.export_json(tmp_path / "out.json")
    diary.diary.undo()
    diary.diary.record(mine)
    diary.diary.remove((mine.id,))

    preview = diary.exchange.preview((tmp_path / "out.json",))

    assert [it.id for it in preview.rejected] == [theirs.id]


def test_an_import_taken_back_can_be_done_again(diary: OpenDiary, tmp_path: Path) -> None:
    diary.diary.record(an_episode("2026-11-20 02:10 +01:00"))
    diary.exchange.export_json(tmp_path / "out.json")
    diary.diary.undo()
    diary.exchange.apply(diary.exchange.preview((tmp_path / "out.json",)))
    diary.diary.undo()

    diary.exchange.apply(diary.exchange.preview((tmp_path / "out.json",)))

    assert len(diary.reading.episodes()) == 1
