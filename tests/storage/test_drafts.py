"""What was begun and not saved outlives a crash, field by field."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from making import LEFT_CALF, an_episode, at
from strategies import episodes

from cramplog.domain.draft import EpisodeDraft
from cramplog.domain.episode import Episode
from cramplog.domain.ids import new_id
from cramplog.domain.places import Muscle, Place, Side
from cramplog.domain.timer import RunningTimer
from cramplog.domain.typed_form import FormName, TypedForm
from cramplog.storage.diary_file import DiaryFile

NOW = at("2026-11-22 18:00 +01:00")


def kept(diary: DiaryFile, draft: EpisodeDraft) -> EpisodeDraft:
    with diary.write() as writing:
        writing.drafts.save(draft, now=NOW)
    with diary.read() as reading:
        found = {it.id: it for it in reading.drafts.all()}
    return found[draft.id]


def test_a_form_comes_back_with_every_field(tmp_path_factory: object) -> None:
    diary = DiaryFile.create(tmp_path_factory.mktemp("drafts") / "diary.db")  # type: ignore[attr-defined]

    @settings(max_examples=25, deadline=None)
    @given(episodes())
    def comes_back(episode: Episode) -> None:
        draft = EpisodeDraft.of(episode)
        found = kept(diary, draft)
        assert found == draft
        assert found.started is not None
        assert found.started.utcoffset() == episode.started.utcoffset()

    comes_back()
    diary.close()


def test_a_form_of_which_nothing_is_filled_in_is_kept_too(diary: DiaryFile) -> None:
    draft = EpisodeDraft(id=an_episode().id)

    assert kept(diary, draft) == draft


def test_half_an_emoji_that_is_being_typed_is_no_reason_to_lose_the_rest(diary: DiaryFile) -> None:
    draft = EpisodeDraft.of(an_episode()).with_(note="calf \ud83d")

    assert kept(diary, draft) == draft


def test_keeping_a_form_is_no_change_of_the_diary(diary: DiaryFile) -> None:
    draft = EpisodeDraft.of(an_episode())
    kept(diary, draft)
    kept(diary, draft.with_(pain=7))

    with diary.read() as reading:
        assert [it.pain for it in reading.drafts.all()] == [7]
        assert reading.revision == 0
    with diary.write() as writing:
        assert writing.drafts.delete(draft.id) == 1
        assert writing.changed.kinds == frozenset()
    assert diary.check().ok


def test_the_form_kept_last_comes_first(diary: DiaryFile) -> None:
    first, second = (EpisodeDraft.of(an_episode()) for _ in range(2))
    with diary.write() as writing:
        writing.drafts.save(first, now=at("2026-10-25 02:50 +02:00"))
        writing.drafts.save(second, now=at("2026-10-25 02:10 +01:00"))

    with diary.read() as reading:
        assert reading.drafts.all() == (second, first)


def test_one_timer_runs_with_its_wall_time_and_places(diary: DiaryFile) -> None:
    timer = RunningTimer(started=at("2026-10-25 02:30 +01:00"), zone="Europe/Berlin")
    ticked = replace(timer, places=(LEFT_CALF, Place(Muscle.FOOT, Side.BOTH)))
    with diary.write() as writing:
        assert writing.timer.get() is None
        writing.timer.save(timer)
        writing.timer.save(ticked)

    with DiaryFile.open(diary.path) as again, again.read() as reading:
        assert reading.timer.get() == ticked
    with diary.write() as writing:
        assert writing.timer.delete() == 1
        assert writing.timer.get() is None


def test_other_forms_are_kept_beside_the_cramps_as_they_were_typed(diary: DiaryFile) -> None:
    draft = EpisodeDraft.of(an_episode())
    form = TypedForm(
        id=new_id(),
        form=FormName.WORKOUT,
        title="rowing",
        entries={"distance": "about 5", "note": "half \ud83d"},
    )
    with diary.write() as writing:
        writing.drafts.save(draft, now=NOW)
        writing.drafts.save(form, now=NOW)

    with diary.read() as reading:
        assert reading.drafts.all() == (draft,)
        assert reading.drafts.forms() == (form,)
