"""What is begun outlives the program, and is never taken for a recorded cramp."""

from __future__ import annotations

import pytest
from making import LEFT_CALF, a_course, a_workout, an_episode, at

from cramplog.bootstrap import Opener
from cramplog.domain.changes import Kind
from cramplog.domain.clock import FixedClock
from cramplog.domain.draft import EpisodeDraft
from cramplog.domain.errors import NotFound
from cramplog.domain.scales import Source
from cramplog.domain.typed_form import FormName, TypedForm
from cramplog.services.open_diary import OpenDiary


def test_an_unfinished_form_is_there_after_a_restart_and_no_cramp(diary: OpenDiary, opener: Opener) -> None:
    draft = EpisodeDraft(id=an_episode().id, note="half a sent")
    diary.drafts.keep(draft)
    diary.close()

    again = opener(create=True)

    assert again.drafts.unfinished() == (draft,)
    assert again.reading.episodes() == ()
    assert again.file.revision() == 0
    again.close()


def test_recording_the_cramp_drops_its_draft_in_the_same_transaction(diary: OpenDiary) -> None:
    episode = an_episode("2026-11-22 02:10 +01:00")
    other = EpisodeDraft(id=an_episode().id)
    diary.drafts.keep(EpisodeDraft.of(episode))
    diary.drafts.keep(other)

    diary.diary.record(episode)

    assert diary.drafts.unfinished() == (other,)


def test_a_dropped_form_is_gone(diary: OpenDiary) -> None:
    draft = EpisodeDraft(id=an_episode().id)
    diary.drafts.keep(draft)

    diary.drafts.drop(draft.id)

    assert diary.drafts.unfinished() == ()


@pytest.mark.parametrize("kind", [Kind.EPISODES, Kind.WORKOUTS, Kind.COURSES])
def test_what_was_typed_to_change_a_record_goes_when_the_record_is_deleted(
    diary: OpenDiary, kind: Kind
) -> None:
    record, form = write_with_a_form(diary, kind)
    new = TypedForm(id=an_episode().id, form=FormName.WORKOUT, entries={"sport": "rowing"})
    diary.drafts.keep_form(new)
    assert form in (*diary.drafts.unfinished(), *diary.drafts.forms())

    diary.diary.remove((record,), kind)

    # What is new and not saved yet is no part of it.
    assert (diary.drafts.unfinished(), diary.drafts.forms()) == ((), (new,))


def test_a_new_record_taken_back_leaves_what_was_typed_meanwhile(diary: OpenDiary) -> None:
    _workout, form = write_with_a_form(diary, Kind.WORKOUTS)

    diary.diary.undo()

    assert diary.reading.workouts() == ()
    assert diary.drafts.forms() == (form,)


def write_with_a_form(diary: OpenDiary, kind: Kind) -> tuple[str, EpisodeDraft | TypedForm]:
    """A record of this kind, and something that was typed to change it; its id, and what was typed."""
    if kind is Kind.EPISODES:
        episode = an_episode("2026-11-20 02:10 +01:00")
        diary.diary.record(episode)
        draft = EpisodeDraft(id=episode.id, note="half a sent")
        diary.drafts.keep(draft)
        return episode.id, draft
    entries = {"note": "half a sent"}
    if kind is Kind.WORKOUTS:
        workout = a_workout("2026-11-20 18:00 +01:00")
        diary.diary.keep_workout(workout)
        typed = TypedForm(id=workout.id, form=FormName.WORKOUT, entries=entries)
    else:
        course = a_course("Magnesium")
        diary.diary.keep_course(course)
        typed = TypedForm(id=course.id, form=FormName.COURSE, entries=entries)
    diary.drafts.keep_form(typed)
    return typed.id, typed


def test_a_timer_runs_on_while_the_program_is_closed(diary: OpenDiary, opener: Opener) -> None:
    diary.drafts.start_timer(at("2026-11-22 12:20 +01:00"), "Europe/Berlin")
    diary.drafts.change_timer((LEFT_CALF,))
    diary.close()

    again = opener(create=True)

    running = again.drafts.running_timer()
    assert running is not None
    assert (running.started, running.places) == (at("2026-11-22 12:20 +01:00"), (LEFT_CALF,))
    again.close()


def test_stopping_the_timer_leaves_an_unfinished_form_with_its_length(diary: OpenDiary) -> None:
    diary.drafts.start_timer(at("2026-11-22 12:20 +01:00"), "Europe/Berlin")
    diary.drafts.change_timer((LEFT_CALF,))

    draft = diary.drafts.stop_timer()

    assert draft.finish().duration_s == 600
    assert (draft.source, draft.zone, draft.places) == (Source.TIMER, "Europe/Berlin", (LEFT_CALF,))
    assert diary.drafts.running_timer() is None
    assert diary.drafts.unfinished() == (draft,)


def test_a_second_start_does_not_set_the_running_timer_back(diary: OpenDiary) -> None:
    first = diary.drafts.start_timer(at("2026-11-22 12:20 +01:00"), None)

    assert diary.drafts.start_timer(at("2026-11-22 12:29 +01:00"), None) == first


@pytest.mark.parametrize("started", ["2026-10-01 12:00 +02:00", "2026-11-22 12:31 +01:00"])
def test_a_forgotten_timer_or_a_clock_set_back_gives_no_length(diary: OpenDiary, started: str) -> None:
    diary.drafts.start_timer(at(started), None)

    assert diary.drafts.stop_timer().duration_s is None


def test_a_cancelled_timer_leaves_nothing(diary: OpenDiary) -> None:
    diary.drafts.start_timer(at("2026-11-22 12:20 +01:00"), None)

    diary.drafts.cancel_timer()

    assert diary.drafts.running_timer() is None
    assert diary.drafts.unfinished() == ()
    with pytest.raises(NotFound, match="No timer"):
        diary.drafts.stop_timer()
    with pytest.raises(NotFound, match="No timer"):
        diary.drafts.change_timer((LEFT_CALF,))


def test_the_clock_change_does_not_lengthen_a_cramp(opener: Opener) -> None:
    night = Opener(opener.paths, FixedClock(at("2026-10-25 02:30 +01:00"), "Europe/Berlin"))(create=True)
    night.drafts.start_timer(at("2026-10-25 02:20 +02:00"), "Europe/Berlin")

    assert night.drafts.stop_timer().duration_s == 70 * 60
    night.close()


def test_rating_a_workout_or_undoing_that_keeps_what_is_typed_about_it(diary: OpenDiary) -> None:
    workout = a_workout()
    diary.diary.keep_workout(workout)
    form = TypedForm(id=workout.id, form=FormName.WORKOUT, title="Running", entries={"note": "half typed"})
    diary.drafts.keep_form(form)

    diary.diary.rate_workouts({workout.id: 5})
    diary.diary.undo()

    assert diary.drafts.forms() == (form,)
    diary.diary.keep_workout(workout)
    assert diary.drafts.forms() == ()
