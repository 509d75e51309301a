"""What an import would do: new, the same, changed, rejected."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from making import a_course, a_day, a_workout, an_episode, at

from cramplog.domain.changes import Kind
from cramplog.domain.contents import DiaryContents
from cramplog.domain.person import Person, Sex
from cramplog.domain.rules import CriteriaRules, SevereRule
from cramplog.domain.scales import Hydration
from cramplog.domain.settings import DiarySettings
from cramplog.exchange.found import ReadDiary, Rejected
from cramplog.exchange.preview import Counts, applied, compare, compare_all

EMPTY = DiaryContents()


def a_file(*, settings_given: dict[str, Any] | None = None, **contents: Any) -> ReadDiary:
    return ReadDiary(
        path=Path("diary.json"), contents=DiaryContents(**contents), settings_given=settings_given or {}
    )


def test_into_an_empty_diary_everything_is_new() -> None:
    found = a_file(
        person=Person(sex=Sex.FEMALE),
        episodes=(an_episode(), an_episode()),
        days=(a_day(),),
        workouts=(a_workout(),),
        courses=(a_course(),),
    )

    preview = compare(found, EMPTY)

    assert preview.counts() == Counts(new=6)
    assert preview.counts(Kind.EPISODES) == Counts(new=2)
    assert len(preview.changes) == 6
    assert all(change.before is None for change in preview.changes)


def test_each_record_is_new_the_same_changed_or_rejected() -> None:
    same, changed, new = an_episode(pain=4), an_episode(pain=4), an_episode(pain=4)
    worse = replace(changed, pain=8)
    rejected = Rejected(file="x", kind=Kind.EPISODES, place="episodes[3]", id=None, reason="pain: 11")
    found = replace(a_file(episodes=(same, worse, new)), rejected=(rejected,))

    preview = compare(found, DiaryContents(episodes=(same, changed)))

    assert preview.counts(Kind.EPISODES) == Counts(new=1, same=1, changed=1, rejected=1)
    assert preview.counts(Kind.DAYS) == Counts()
    assert [(change.before, change.after) for change in preview.changes] == [(changed, worse), (None, new)]


MORNING, EVENING = at("2026-03-05 08:00"), at("2026-03-05 20:00")


@pytest.mark.parametrize(
    ("ours", "theirs", "kept_pain"),
    [
        (None, None, 8),
        (None, MORNING, 8),
        (MORNING, EVENING, 8),
        (MORNING, MORNING, 8),
        (EVENING, MORNING, 4),
        (EVENING, None, 4),
        (at("2026-03-05 20:00"), at("2026-03-05 20:30 +01:00"), 4),
    ],
)
def test_of_two_versions_of_a_cramp_the_one_changed_last_stays(
    ours: Any, theirs: Any, kept_pain: int
) -> None:
    own = an_episode(pain=4, changed=ours)
    found = replace(own, pain=8, changed=theirs)
    present = DiaryContents(episodes=(own,))

    preview = compare(a_file(episodes=(found,)), present)

    assert applied(preview, present).episodes[0].pain == kept_pain
    assert preview.counts() == Counts(changed=1, kept=int(kept_pain == 4))
    assert len(preview.changes) == int(kept_pain == 8)


def test_a_cramp_that_is_taken_from_the_file_is_taken_whole() -> None:
    own = an_episode(pain=4, note="typed here", changed=MORNING)
    found = replace(own, pain=None, note="", changed=EVENING)
    present = DiaryContents(episodes=(own,))

    assert applied(compare(a_file(episodes=(found,)), present), present).episodes == (found,)


def test_days_merge_by_date_and_lose_nothing_that_was_recorded() -> None:
    own = a_day("2026-03-04", cramp_free=None, ill=True, note="flu", hydration=Hydration.POOR)
    found = a_day("2026-03-04", cramp_free=True, hydration=Hydration.GOOD)
    present = DiaryContents(days=(own,))

    preview = compare(a_file(days=(found,)), present)

    assert preview.counts() == Counts(changed=1)
    assert preview.changes[0].key == "2026-03-04"
    assert preview.changes[0].after == a_day(
        "2026-03-04", cramp_free=True, ill=True, note="flu", hydration=Hydration.GOOD
    )


def test_a_day_of_which_the_file_says_less_is_the_same() -> None:
    own = a_day("2026-03-04", cramp_free=True, note="walked a lot")

    preview = compare(a_file(days=(a_day("2026-03-04", cramp_free=True),)), DiaryContents(days=(own,)))

    assert preview.counts() == Counts(same=1)
    assert preview.changes == ()


def test_a_course_with_the_same_id_is_taken_from_the_file() -> None:
    own = a_course("Magnesium", dose="200 mg")
    found = replace(own, dose="300 mg", ended=date(2026, 5, 1))

    preview = compare(a_file(courses=(found,)), DiaryContents(courses=(own,)))

    assert [(change.before, change.after) for change in preview.changes] == [(own, found)]


HASH = "ab" * 32


def test_a_workout_of_another_origin_is_known_by_its_files_hash() -> None:
    own = a_workout("2026-03-04 18:00", file_sha256=HASH, sport="walking")
    found = a_workout("2026-03-04 18:05", file_sha256=HASH, sport="running", distance_m=5000)
    present = DiaryContents(workouts=(own,))

    preview = compare(a_file(workouts=(found,)), present)

    assert preview.counts() == Counts(changed=1)
    assert applied(preview, present).workouts == (replace(own, distance_m=5000),)


def test_a_workout_of_another_origin_is_known_by_its_start_on_any_clock() -> None:
    own = a_workout("2026-03-04 18:00 +01:00", exertion=7, note="hills")
    found = a_workout("2026-03-04 17:00 +00:00", file_sha256=HASH, elapsed_s=3600)
    present = DiaryContents(workouts=(own,))

    merged = applied(compare(a_file(workouts=(found,)), present), present)

    assert merged.workouts == (replace(own, file_sha256=HASH, elapsed_s=3600),)
    assert compare(a_file(workouts=(found,)), merged).counts() == Counts(same=1)


def test_a_workout_with_the_same_id_is_that_one_whenever_it_started() -> None:
    other = a_workout("2026-03-04 18:00")
    own = a_workout("2026-03-05 18:00")
    found = replace(own, started=other.started)
    present = DiaryContents(workouts=(other, own))

    preview = compare(a_file(workouts=(found,)), present)

    assert [(change.before, change.after) for change in preview.changes] == [(own, found)]


def test_two_workouts_of_a_file_are_never_laid_into_one() -> None:
    own = a_workout("2026-03-04 18:00")
    found = (a_workout("2026-03-04 18:00", sport="a"), a_workout("2026-03-04 18:00", sport="b"))
    present = DiaryContents(workouts=(own,))

    preview = compare(a_file(workouts=found), present)

    assert preview.counts() == Counts(new=1, changed=1)
    merged = applied(preview, present)
    assert [workout.sport for workout in merged.workouts] == ["a", "b"]
    assert compare(a_file(workouts=found), merged).changes == ()


def test_what_the_file_leaves_out_of_the_person_stays() -> None:
    own = Person(name="Ann", height_cm=170, conditions=("thyroid",), note="left-handed")
    found = Person(height_cm=171, conditions=())
    present = DiaryContents(person=own)

    preview = compare(a_file(person=found), present)

    assert applied(preview, present).person == Person(
        name="Ann", height_cm=171, conditions=(), note="left-handed"
    )
    assert preview.counts(Kind.PERSON) == Counts(changed=1)


def test_a_person_who_says_nothing_is_not_counted() -> None:
    assert compare(a_file(person=Person()), DiaryContents(person=Person(name="Ann"))).entries == ()


def test_only_the_settings_that_the_file_names_change() -> None:
    own = DiarySettings(
        day_starts_hour=4, criteria=CriteriaRules(severe=SevereRule(pain_at_least=6, episodes=3))
    )
    found = a_file(settings_given={"criteria": {"severe": {"episodes": 5}}})
    present = DiaryContents(settings=own)

    preview = compare(found, present)

    assert applied(preview, present).settings == DiarySettings(
        day_starts_hour=4, criteria=CriteriaRules(severe=SevereRule(pain_at_least=6, episodes=5))
    )
    assert preview.counts() == Counts(changed=1)
    assert compare(a_file(), present).entries == ()


def test_several_files_are_merged_one_after_the_other() -> None:
    first = an_episode(pain=4)
    second = replace(first, pain=6)
    files = (a_file(episodes=(first,)), a_file(episodes=(second,)), a_file(episodes=(second,)))

    preview = compare_all(files, EMPTY)

    assert preview.counts() == Counts(new=1, changed=1, same=1)
    (change,) = preview.changes
    assert (change.before, change.after) == (None, second)
    assert applied(preview, EMPTY).episodes == (second,)


def test_a_merged_diary_is_in_order() -> None:
    late, early = an_episode("2026-03-05 01:00 +05:00"), an_episode("2026-03-04 19:00 +00:00")
    days = (a_day("2026-03-05"), a_day("2026-03-04"))

    merged = applied(compare(a_file(episodes=(late, early), days=days), EMPTY), EMPTY)

    assert merged.episodes == (early, late)
    assert [day.date.day for day in merged.days] == [4, 5]
