"""Writing in the diary: each action is one transaction and one step that can be undone."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from making import a_course, a_day, a_workout, an_episode

from cramplog.bootstrap import Opener
from cramplog.domain.changes import Kind
from cramplog.domain.day import Day
from cramplog.domain.errors import ChangedElsewhere, InvalidValue, NotFound
from cramplog.domain.period import Period
from cramplog.domain.person import Person
from cramplog.domain.scales import Hydration
from cramplog.domain.settings import DiarySettings
from cramplog.domain.steps import StepName
from cramplog.services.open_diary import OpenDiary


def test_a_recorded_cramp_is_there_when_the_diary_is_opened_again(diary: OpenDiary, opener: Opener) -> None:
    diary.diary.record(an_episode("2026-11-22 02:10 +01:00", pain=7))
    diary.close()

    again = opener(create=False)

    assert [episode.pain for episode in again.reading.episodes()] == [7]
    again.close()


def test_a_change_says_which_kind_it_touched_and_which_record(diary: OpenDiary) -> None:
    episode = an_episode("2026-11-22 02:10 +01:00")

    changed = diary.diary.record(episode)

    assert changed.kinds == {Kind.EPISODES}
    assert changed.ids == (episode.id,)
    assert changed.revision == 1


def test_a_cramp_in_the_future_is_refused(diary: OpenDiary) -> None:
    with pytest.raises(InvalidValue, match="future"):
        diary.diary.record(an_episode("2026-11-22 12:40 +01:00"))

    assert diary.reading.episodes() == ()


def test_a_clock_that_is_a_little_behind_loses_no_cramp(diary: OpenDiary) -> None:
    diary.diary.record(an_episode("2026-11-22 12:33 +01:00"))

    assert len(diary.reading.episodes()) == 1


def test_when_a_cramp_was_recorded_and_changed_is_kept(diary: OpenDiary) -> None:
    episode = an_episode("2026-11-22 02:10 +01:00")
    diary.diary.record(episode)

    (recorded,) = diary.reading.episodes()

    assert recorded.created is not None
    assert recorded.created.isoformat() == "2026-11-22T12:30:00+01:00"
    assert recorded.changed == recorded.created


def test_each_kind_of_step_can_be_undone_and_redone(diary: OpenDiary) -> None:
    episode = an_episode("2026-11-20 02:10 +01:00")
    actions = [
        lambda: diary.diary.record(episode),
        lambda: diary.diary.record(replace(episode, pain=8)),
        lambda: diary.diary.remove((episode.id,)),
        lambda: diary.diary.check_in(a_day("2026-11-21", hydration=Hydration.POOR)),
        lambda: diary.diary.mark_free(Period.including(date(2026, 11, 10), date(2026, 11, 12))),
        lambda: diary.diary.keep_course(a_course("Magnesium")),
        lambda: diary.diary.keep_workout(a_workout("2026-11-20 18:00 +01:00")),
        lambda: diary.diary.describe_person(Person(name="Robin Hale")),
        lambda: diary.diary.set_rules(DiarySettings(day_starts_hour=5)),
    ]
    states = [diary.reading.contents()]
    for act in actions:
        act()
        states.append(diary.reading.contents())

    for before in reversed(states[:-1]):
        diary.diary.undo()
        assert diary.reading.contents() == before
    for after in states[1:]:
        diary.diary.redo()
        assert diary.reading.contents() == after


def test_undo_does_not_overwrite_unseen_what_a_command_changed_meanwhile(
    diary: OpenDiary, opener: Opener
) -> None:
    episode = an_episode("2026-11-22 02:10 +01:00", pain=4)
    diary.diary.record(episode)
    diary.diary.record(replace(episode, pain=5))
    command = opener(create=False)
    command.diary.record(replace(episode, pain=5, note="from the command"))
    command.diary.record(an_episode("2026-11-21 02:10 +01:00"))
    command.close()

    with pytest.raises(ChangedElsewhere, match="Another program changed this"):
        diary.diary.undo()
    assert [it.note for it in diary.reading.episodes()] == ["from the command", ""]

    diary.diary.undo()
    assert [(it.pain, it.note) for it in diary.reading.episodes()] == [(4, ""), (None, "")]


def test_a_save_of_our_own_in_between_does_not_hide_what_a_command_changed(
    diary: OpenDiary, opener: Opener
) -> None:
    episode = an_episode("2026-11-22 02:10 +01:00", pain=4)
    diary.diary.record(episode)
    command = opener(create=False)
    command.diary.record(replace(episode, note="from the command"))
    command.close()
    diary.diary.record(an_episode("2026-11-21 02:10 +01:00"))

    diary.diary.undo()
    with pytest.raises(ChangedElsewhere):
        diary.diary.undo()

    assert [it.note for it in diary.reading.episodes()] == ["from the command"]


def test_what_a_command_saved_beside_hinders_no_undo_of_something_else(
    diary: OpenDiary, opener: Opener
) -> None:
    diary.diary.record(an_episode("2026-11-22 02:10 +01:00"))
    command = opener(create=False)
    command.diary.record(an_episode("2026-11-21 02:10 +01:00"))
    command.close()

    diary.diary.undo()

    assert [it.started.day for it in diary.reading.episodes()] == [21]


def test_nothing_to_undo_is_said_and_not_an_accident(diary: OpenDiary) -> None:
    with pytest.raises(NotFound, match="nothing to undo"):
        diary.diary.undo()
    with pytest.raises(NotFound, match="nothing to redo"):
        diary.diary.redo()


def test_the_changes_of_one_visit_to_a_form_are_one_step(diary: OpenDiary) -> None:
    episode = an_episode("2026-11-20 02:10 +01:00")
    diary.diary.record(episode, visit="first")
    diary.diary.record(replace(episode, pain=5), visit="first")
    diary.diary.record(replace(episode, pain=6, note="calf"), visit="first")

    diary.diary.undo()

    assert diary.reading.episodes() == ()
    assert diary.diary.steps()[0] is None


def test_a_new_step_leaves_nothing_to_redo(diary: OpenDiary) -> None:
    diary.diary.record(an_episode("2026-11-20 02:10 +01:00"))
    diary.diary.undo()

    diary.diary.check_in(a_day("2026-11-19"))

    assert diary.diary.steps()[1] is None


def test_removing_several_cramps_is_one_step(diary: OpenDiary) -> None:
    episodes = [an_episode(f"2026-11-{day} 02:10 +01:00") for day in (10, 11, 12)]
    for episode in episodes:
        diary.diary.record(episode)

    diary.diary.remove((episodes[0].id, episodes[2].id))

    last, _next = diary.diary.steps()
    assert last is not None
    assert last.name is StepName.REMOVE
    assert [episode.id for episode in diary.reading.episodes()] == [episodes[1].id]
    diary.diary.undo()
    assert len(diary.reading.episodes()) == 3


def test_removing_a_cramp_that_is_not_there_is_said(diary: OpenDiary) -> None:
    with pytest.raises(NotFound, match="00000000-0000-4000-8000-00000000dead"):
        diary.diary.remove(("00000000-0000-4000-8000-00000000dead",))


def test_marking_days_free_leaves_cramp_days_and_their_context_alone(diary: OpenDiary) -> None:
    diary.diary.record(an_episode("2026-11-12 02:10 +01:00"))
    diary.diary.check_in(Day(date=date(2026, 11, 12), hydration=Hydration.GOOD))

    diary.diary.mark_free(Period.including(date(2026, 11, 10), date(2026, 11, 12)))

    # 02:10 on the 12th belongs to the diary day of the 11th.
    assert diary.reading.contents().days == (
        Day(date=date(2026, 11, 10), cramp_free=True),
        Day(date=date(2026, 11, 12), cramp_free=True, hydration=Hydration.GOOD),
    )


def test_days_marked_free_twice_are_no_second_step(diary: OpenDiary) -> None:
    period = Period.including(date(2026, 11, 10), date(2026, 11, 12))
    diary.diary.mark_free(period)

    changed = diary.diary.mark_free(period)

    assert changed.ids == ()
    diary.diary.undo()
    assert diary.reading.contents().days == ()


def test_a_day_in_the_future_is_not_marked(diary: OpenDiary) -> None:
    with pytest.raises(InvalidValue, match="future"):
        diary.diary.mark_free(Period.including(date(2026, 11, 22), date(2026, 11, 23)))
    with pytest.raises(InvalidValue, match="future"):
        diary.diary.check_in(a_day("2026-11-23"))


def test_before_six_in_the_morning_it_is_still_the_day_before(opener: Opener) -> None:
    early = Opener(opener.paths, type(opener.clock)(opener.clock.now().replace(hour=3), "Europe/Berlin"))
    diary = early(create=True)

    assert diary.diary.today() == date(2026, 11, 21)
    diary.close()
