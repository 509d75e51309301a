"""The four criteria on diaries that sit on the limit of each rule."""

from __future__ import annotations

from typing import Any

import pytest
from analysis.by_hand import Record, a_timeline, free_days
from making import a_day, a_workout, an_episode

from cramplog.analysis.criteria import (
    Criterion,
    CriterionId,
    Lack,
    Missing,
    Verdict,
    criteria,
    frequent,
    no_obvious_cause,
    poor_response,
    severe,
)
from cramplog.domain.episode import Episode, Exercise, Relief
from cramplog.domain.rules import (
    CriteriaRules,
    FrequentRule,
    NoObviousCauseRule,
    PoorResponseRule,
    SevereRule,
)
from cramplog.domain.scales import Effect, Heat, Method

# The last 28 days to 31 March are 4 to 31 March, the last 14 are 18 to 31 March.
KNOWN = free_days("2026-02-01", "2026-03-31")
STRETCHED = (Relief(method=Method.STRETCH, effect=Effect.LITTLE),)
EASED = (Relief(method=Method.STRETCH, effect=Effect.COMPLETE),)


def cramps(*days: str, **values: Any) -> list[Episode]:
    """One cramp at noon on each of these days."""
    return [an_episode(f"2026-{day} 12:00", **values) for day in days]


def is_severe(*records: Record, rule: SevereRule | None = None) -> Criterion:
    return severe(a_timeline(*KNOWN, *records), rule or SevereRule())


def is_frequent(*records: Record, rule: FrequentRule | None = None) -> Criterion:
    return frequent(a_timeline(*KNOWN, *records), rule or FrequentRule())


def is_hard_to_ease(*records: Record) -> Criterion:
    return poor_response(a_timeline(*KNOWN, *records), PoorResponseRule())


def is_without_cause(*records: Record) -> Criterion:
    return no_obvious_cause(a_timeline(*KNOWN, *records), NoObviousCauseRule())


def test_all_four_come_in_the_articles_order() -> None:
    found = criteria(a_timeline(), CriteriaRules())

    assert [criterion.id for criterion in found] == list(CriterionId)


# Severe


@pytest.mark.parametrize(
    ("pains", "state"),
    [
        ([7, 7], Verdict.MET),
        ([9], Verdict.MET),
        ([8], Verdict.NOT_MET),
        ([6, 6, 6], Verdict.NOT_MET),
        ([7, 6], Verdict.NOT_MET),
    ],
)
def test_severe_is_two_with_7_or_one_with_9(pains: list[int], state: Verdict) -> None:
    found = is_severe(*[an_episode("2026-03-10 12:00", pain=pain) for pain in pains])

    assert found.state is state


def test_the_evidence_for_severe_is_the_severe_ones() -> None:
    mild, bad, worst = [an_episode(f"2026-03-1{n} 12:00", pain=pain) for n, pain in enumerate((3, 7, 9))]

    found = is_severe(worst, mild, bad)

    assert found.evidence == (bad.id, worst.id)
    assert (found.count, found.of, found.needed) == (2, 3, 2)


def test_a_pain_that_was_not_recorded_could_be_a_9() -> None:
    found = is_severe(*cramps("03-10", pain=3), *cramps("03-11"))

    assert found.state is Verdict.NOT_ENOUGH
    assert (found.count, found.of) == (0, 1)


def test_a_pain_that_was_not_recorded_does_not_undo_what_is_met() -> None:
    assert is_severe(*cramps("03-10", pain=9), *cramps("03-11")).state is Verdict.MET


def test_the_window_holds_the_latest_28_days_and_no_more() -> None:
    found = is_severe(*cramps("03-03", pain=10))

    assert found.state is Verdict.NOT_MET
    assert (found.window.period.first.isoformat(), found.window.period.last.isoformat()) == (
        "2026-03-04",
        "2026-03-31",
    )
    assert is_severe(*cramps("03-04", pain=10)).state is Verdict.MET


def test_19_known_days_of_28_are_too_few_to_say_not_met() -> None:
    nineteen = a_timeline(*free_days("2026-03-13", "2026-03-31"))
    twenty = a_timeline(*free_days("2026-03-12", "2026-03-31"))

    assert severe(nineteen, SevereRule()).state is Verdict.NOT_ENOUGH
    assert severe(twenty, SevereRule()).state is Verdict.NOT_MET
    assert severe(twenty, SevereRule()).window.known == 20


def test_what_is_met_is_met_however_few_days_are_known() -> None:
    assert severe(a_timeline(*cramps("03-20", pain=9)), SevereRule()).state is Verdict.MET


def test_severe_lasts_where_the_same_part_was_met_28_days_earlier() -> None:
    assert is_severe(*cramps("02-20", pain=9), *cramps("03-20", pain=9)).lasting
    assert not is_severe(*cramps("02-20", pain=8), *cramps("03-20", pain=9)).lasting
    # Two severe ones then, a single very severe one now: different parts of the rule.
    assert not is_severe(*cramps("02-20", "02-21", pain=7), *cramps("03-20", pain=9)).lasting


def test_a_rule_of_ones_own_is_used_and_repeated() -> None:
    rule = SevereRule(pain_at_least=5, episodes=1)

    found = is_severe(*cramps("03-10", pain=5), rule=rule)

    assert found.state is Verdict.MET
    assert found.rule == rule
    assert found.needed == 1


# Frequent


def test_four_cramps_in_14_days_are_frequent_also_on_one_day() -> None:
    found = is_frequent(*cramps("03-20", "03-20", "03-20", "03-20"))

    assert found.state is Verdict.MET
    assert found.cramp_days is not None
    assert (found.count, found.of, found.needed, found.cramp_days.count) == (4, None, 4, 1)
    assert len(found.evidence) == 4


def test_five_cramp_days_in_28_are_frequent() -> None:
    days = cramps("03-04", "03-08", "03-12", "03-16", "03-31")

    found = is_frequent(*days)

    assert found.state is Verdict.MET
    assert found.cramp_days is not None
    assert (found.count, found.cramp_days.count, found.cramp_days.needed) == (1, 5, 5)
    assert found.evidence == tuple(episode.id for episode in days)


def test_three_cramps_in_14_days_and_four_cramp_days_are_not_frequent() -> None:
    found = is_frequent(*cramps("03-10", "03-18", "03-19", "03-20"))

    assert found.state is Verdict.NOT_MET
    assert found.count == 3


def test_the_window_of_14_days_begins_on_the_18th() -> None:
    assert is_frequent(*cramps("03-17", "03-18", "03-19", "03-20")).count == 3


def test_frequent_lasts_where_the_14_days_before_met_it_too() -> None:
    now = cramps("03-20", "03-20", "03-20", "03-20")
    before = cramps("03-17", "03-17", "03-17", "03-17")

    assert is_frequent(*now, *before).lasting
    assert not is_frequent(*now, *before[:3]).lasting


def test_frequent_says_how_many_cramps_the_14_days_before_had() -> None:
    # The 14 days before are 4 to 17 March.
    found = is_frequent(*cramps("03-03", "03-04", "03-10", "03-17", "03-18"))

    assert (found.count, found.earlier) == (1, 3)


def test_cramp_days_last_where_the_28_days_before_met_them_too() -> None:
    now = cramps("03-04", "03-08", "03-12", "03-16", "03-31")
    before = cramps("02-10", "02-12", "02-14", "02-16", "02-20")

    assert is_frequent(*now, *before).lasting
    assert not is_frequent(*now, *before[:4]).lasting


def test_14_days_earlier_means_the_diary_as_it_stood_at_that_hour() -> None:
    """The moment is 20:00 on 31 March; a cramp at 21:00 on 17 March had not begun 14 days earlier."""
    now = cramps("03-20", "03-20", "03-20", "03-20")
    before = cramps("03-16", "03-16", "03-16")

    assert not is_frequent(*now, *before, an_episode("2026-03-17 21:00")).lasting
    assert is_frequent(*now, *before, an_episode("2026-03-17 19:00")).lasting


def test_too_few_known_days_of_28_leave_frequent_open() -> None:
    found = frequent(a_timeline(*free_days("2026-03-18", "2026-03-31")), FrequentRule())

    assert found.state is Verdict.NOT_ENOUGH
    assert found.window.known == 14


# Hard to ease


def test_half_of_three_treated_is_hard_to_ease() -> None:
    two = cramps("03-10", "03-11", relief=STRETCHED)
    eased = cramps("03-12", relief=EASED)

    assert is_hard_to_ease(*two, *eased).state is Verdict.MET
    assert is_hard_to_ease(*two, *eased).evidence == tuple(episode.id for episode in two)
    assert (
        is_hard_to_ease(*two[:1], *eased, *eased[:0], *cramps("03-13", relief=EASED)).state is Verdict.NOT_MET
    )


def test_two_of_two_are_too_few_to_be_met() -> None:
    assert is_hard_to_ease(*cramps("03-10", "03-11", relief=STRETCHED)).state is Verdict.NOT_MET


def test_ten_minutes_are_poor_whatever_the_effect() -> None:
    long = cramps("03-10", "03-11", "03-12", relief=EASED, duration_s=600)

    assert is_hard_to_ease(*long).count == 3
    assert is_hard_to_ease(*cramps("03-10", relief=EASED, duration_s=599)).count == 0


def test_what_was_not_treated_is_not_judged() -> None:
    found = is_hard_to_ease(*cramps("03-10", "03-11", relief=()), *cramps("03-12", duration_s=900))

    assert (found.count, found.of) == (0, 0)
    assert found.state is Verdict.NOT_ENOUGH


def test_treatment_without_effect_or_duration_is_not_judged() -> None:
    assert is_hard_to_ease(*cramps("03-10", relief=(Relief(method=Method.WALK),))).of == 0
    assert is_hard_to_ease(*cramps("03-10", relief=(Relief(method=Method.WALK),), duration_s=60)).of == 1


def test_three_cramps_of_which_two_can_be_judged_are_not_enough() -> None:
    judged = cramps("03-10", "03-11", relief=EASED)

    assert is_hard_to_ease(*judged).state is Verdict.NOT_MET
    assert is_hard_to_ease(*judged, *cramps("03-12")).state is Verdict.NOT_ENOUGH


def test_hard_to_ease_lasts_where_it_was_met_28_days_earlier() -> None:
    now = cramps("03-10", "03-11", "03-12", relief=STRETCHED)
    before = cramps("02-10", "02-11", "02-12", relief=STRETCHED)

    assert is_hard_to_ease(*now, *before).lasting
    assert not is_hard_to_ease(*now, *before[:2]).lasting


# No clear cause

REST = {"exercise": Exercise(done=False), "heat": Heat.COOL}


def test_half_of_three_without_a_cause_is_no_clear_cause() -> None:
    without = cramps("03-10", "03-11", **REST)
    ill = cramps("03-12", ill=True)

    found = is_without_cause(*without, *ill)

    assert found.state is Verdict.MET
    assert (found.count, found.of, found.needed) == (2, 3, 3)
    assert found.evidence == tuple(episode.id for episode in without)


def test_what_is_not_known_counts_on_neither_side() -> None:
    found = is_without_cause(*cramps("03-10", "03-11", "03-12"))

    assert (found.count, found.of) == (0, 0)
    assert found.state is Verdict.NOT_ENOUGH


def test_two_without_context_are_too_few_to_matter() -> None:
    assert is_without_cause(*cramps("03-10", "03-11")).state is Verdict.NOT_MET


def test_the_days_check_in_speaks_where_the_cramp_is_silent() -> None:
    day = a_day("2026-03-10", cramp_free=False, exercised=False, heat=Heat.WARM)
    known = [record for record in KNOWN if record.date != day.date]

    found = no_obvious_cause(a_timeline(*known, day, *cramps("03-10")), NoObviousCauseRule())

    assert (found.count, found.of) == (1, 1)


def test_a_hard_workout_an_hour_before_is_a_cause() -> None:
    workout = a_workout("2026-03-10 10:00", elapsed_s=3600, exertion=5)

    found = is_without_cause(workout, *cramps("03-10"))

    assert (found.count, found.of) == (0, 1)


def test_what_would_have_to_be_added_to_which_cramp_is_named() -> None:
    nothing, cool, rested = (
        an_episode("2026-03-10 12:00", pain=3, relief=()),
        an_episode("2026-03-11 12:00", heat=Heat.COOL, relief=EASED),
        an_episode("2026-03-12 12:00", pain=3, exercise=Exercise(done=False)),
    )

    severe_one, hard, cause = (
        is_severe(nothing, cool, rested),
        is_hard_to_ease(nothing, cool, rested),
        is_without_cause(nothing, cool, rested),
    )

    assert severe_one.lacking == (Lack(what=Missing.PAIN, episodes=(cool.id,)),)
    # Nothing was tried in the first: there is nothing to add.
    assert hard.lacking == (Lack(what=Missing.RELIEF, episodes=(rested.id,)),)
    assert cause.lacking == (
        Lack(what=Missing.EXERCISE, episodes=(nothing.id, cool.id)),
        Lack(what=Missing.HEAT, episodes=(nothing.id, rested.id)),
    )
