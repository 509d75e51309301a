"""What differs between two versions of a record is told in the words of its questions."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, datetime, timedelta, timezone

from hypothesis import given
from hypothesis import strategies as st
from making import a_course, a_workout, an_episode
from strategies import courses, days, diary_settings, episodes, people, workouts

from cramplog.domain.course import DoseChange
from cramplog.domain.day import Day
from cramplog.domain.episode import Exercise, Relief
from cramplog.domain.person import Person, Sex
from cramplog.domain.places import Muscle, Place, Side
from cramplog.domain.rules import CriteriaRules, SevereRule
from cramplog.domain.scales import Circumstance, Effect, Hydration, Method, MuscleSign
from cramplog.domain.settings import DiarySettings
from cramplog.domain.steps import Record
from cramplog.words.differences import differences, record
from cramplog.words.units import Temperature, Units

METRIC = Units()
MOMENT = datetime(2026, 3, 4, 2, 10, tzinfo=timezone(timedelta(hours=1)))
DAY = date(2026, 3, 3)


def told(own: Record, found: Record, units: Units = METRIC) -> list[tuple[str, str, str]]:
    return [(each.field, each.own, each.found) for each in differences(own, found, units)]


def test_a_cramp_is_told_in_plain_words() -> None:
    own = an_episode(pain=4, duration_s=240, circumstance=Circumstance.ASLEEP, woke=True, air_temp_c=31.5)
    found = replace(
        own, pain=None, duration_s=250, circumstance=Circumstance.WAKING, woke=False, air_temp_c=30.0
    )

    assert told(own, found) == [
        ("How long", "4 min", "4 min 10 s"),
        ("Pain", "4", "not recorded"),
        ("What you were doing", "Asleep", "Waking up"),
        ("Woke you", "yes", "no"),
        ("Temperature", "31.5 °C", "30 °C"),
    ]


def test_what_has_several_parts_is_told_part_by_part() -> None:
    own = an_episode(signs=(), relief=(Relief(method=Method.STRETCH, effect=Effect.MOSTLY, minutes=3),))
    found = replace(
        own,
        places=(Place(Muscle.FOOT, Side.RIGHT),),
        signs=(MuscleSign.HARD, MuscleSign.TWITCHING),
        relief=(),
        exercise=Exercise(done=True, kind="running", minutes=60, exertion=7.5),
    )

    assert told(own, found) == [
        ("Where", "Left calf", "Right foot"),
        ("What it looked like", "none", "Hard, Twitching"),
        ("Exercise", "not recorded", "running, Minutes of exercise: 60, How hard: 7.5"),
        ("What you tried", "Stretching · Mostly · 3 min", "none"),
    ]


def test_measures_are_told_in_the_units_of_the_reader() -> None:
    own, found = Day(date=DAY, air_temp_c=30.0), Day(date=DAY, air_temp_c=35.0, hydration=Hydration.POOR)

    assert told(own, found, replace(METRIC, temperature=Temperature.FAHRENHEIT)) == [
        ("Water", "not recorded", "Too little"),
        ("Temperature", "86 °F", "95 °F"),
    ]


def test_one_instant_at_two_offsets_is_told_apart() -> None:
    own = replace(an_episode(), started=MOMENT)
    found = replace(own, started=MOMENT.astimezone(timezone(timedelta(hours=2))))
    seconds = replace(own, started=MOMENT + timedelta(seconds=1))

    ((field, mine, theirs),) = told(own, found)
    assert (field, "02:10" in mine, "03:10" in theirs) == ("When", True, True)
    ((_field, mine, theirs),) = told(own, seconds)
    assert (mine, theirs) == ("2026-03-04 02:10:00+01:00", "2026-03-04 02:10:01+01:00")


def test_rules_are_told_one_by_one() -> None:
    found = DiarySettings(
        day_starts_hour=4, criteria=CriteriaRules(severe=SevereRule(pain_at_least=8, episodes=3))
    )

    assert told(DiarySettings(), found) == [
        ("Hour at which a day starts", "6", "4"),
        ("Severe: Pain of at least", "7", "8"),
        ("Severe: Cramps", "2", "3"),
    ]


def test_persons_and_courses_are_told_too() -> None:
    course = a_course(name="Magnesium", dose="300 mg")
    changed = replace(course, doses=(DoseChange(from_date=date(2026, 2, 1), dose="150 mg"),))

    assert told(Person(), Person(sex=Sex.FEMALE, conditions=("thyroid", "gout"))) == [
        ("Sex", "not recorded", "female"),
        ("Conditions", "not recorded", "thyroid disease, gout"),
    ]
    assert told(course, changed) == [("Dose changes", "not recorded", "150 mg from 1 Feb 2026")]
    assert record(course) == "Magnesium"


def test_what_the_program_notes_for_itself_is_no_difference() -> None:
    own = an_episode(changed=MOMENT)

    assert told(own, replace(own, changed=MOMENT + timedelta(days=1))) == []


def test_a_long_note_is_cut() -> None:
    ((_field, _own, found),) = told(a_workout(note="x"), a_workout(note="y" * 200))

    assert found == "y" * 59 + "…"


KINDS = (episodes(), days(), workouts(), courses(), people(), diary_settings())


@given(st.one_of(*(st.tuples(kind, kind) for kind in KINDS)))
def test_no_name_of_the_program_is_shown(pair: tuple[Record, Record]) -> None:
    for each in differences(*pair, METRIC):
        assert "_" not in each.field
        assert not re.search(r"(Place|Relief|Exercise|DoseChange|Rule)\(", each.own + each.found)
