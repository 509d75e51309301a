"""The words on the page say what was found: numbers worked out by hand or taken from the knowledge base."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from making import a_course, a_day, an_episode, at

from cramplog.analysis.compare import Comparison, Side
from cramplog.analysis.coverage import State
from cramplog.analysis.exact import Interval, RateRatio
from cramplog.analysis.insights import analyse
from cramplog.domain.contents import DiaryContents
from cramplog.domain.course import DoseChange
from cramplog.domain.episode import Episode
from cramplog.domain.period import Period
from cramplog.domain.person import Person, Sex
from cramplog.domain.places import Muscle, Place
from cramplog.domain.places import Side as BodySide
from cramplog.domain.rules import CriteriaRules, FrequentRule
from cramplog.domain.scales import Circumstance, MuscleSign
from cramplog.domain.settings import DiarySettings
from cramplog.domain.signs import WarningSign
from cramplog.report import figure, sentences
from cramplog.report.glyphs import clean
from cramplog.report.options import Options, Section
from cramplog.report.plain_text import plain_text
from cramplog.report.regions import LeftOut
from cramplog.report.summary import Summary, summarise

AS_OF = at("2026-06-28 20:00")
JUNE = Period.including(date(2026, 6, 1), date(2026, 6, 28))


def cramps_on(days: int, cramps: int, *, first: date, **values: Any) -> tuple[Episode, ...]:
    """So many cramps at 8 in the evening and later, dealt out over so many days."""
    return tuple(
        an_episode(f"{first + timedelta(days=number % days)} 20:{number:02d}", **values)
        for number in range(cramps)
    )


def known(first: date, days: int) -> tuple[Any, ...]:
    return tuple(a_day(str(first + timedelta(days=number))) for number in range(days))


def june(**changes: Any) -> DiaryContents:
    """14 cramps on 9 of 28 known days, and 8 in the 28 known days before."""
    now = cramps_on(9, 14, first=date(2026, 6, 1), pain=7, duration_s=240)
    before = cramps_on(8, 8, first=date(2026, 5, 4), pain=5)
    return replace(DiaryContents(episodes=(*before, *now), days=known(date(2026, 5, 4), 56)), **changes)


def page(contents: DiaryContents, **chosen: Any) -> Summary:
    return summarise(analyse(contents, as_of=AS_OF, period=JUNE), contents, Options(**chosen))


def test_the_four_numbers_are_those_of_the_knowledge_base() -> None:
    rate, days, pain, length = page(june()).answer.tiles

    # 14 in 28 days: 3.5 a week, 1.91 to 5.87; 9 of 28 days: .15878 to .52352 (R).
    assert (rate.value, rate.notes) == ("3.5", ("95% interval 1.9 to 5.9", "14 in 28 days"))
    assert (days.value, days.notes) == ("32%", ("9 of 28 days", "95% interval 16 to 52%"))
    assert (pain.value, pain.notes) == ("7/10", ("highest 7 of 10", "7 or more: 14 of 14"))
    assert (length.value, length.notes) == ("4 min", ("longest 4 min", "over 10 min: 0 of 14"))


def test_the_change_says_how_sure_it_is() -> None:
    # 14 against 8 in equal time: 1.75, .685 to 4.82, p .286 (R).
    assert page(june()).answer.change.text == (
        "More: 3.5 a week, before 2.0 (1.8 times, 95% interval 0.7 to 4.8: this could be chance)."
    )


@pytest.mark.parametrize(
    ("ratio", "low", "high", "said"),
    [
        (
            0.97,
            0.943,
            1.04,
            "(0.97 times, 95% interval 0.94 to 1.04: this could be chance).",
        ),
        (
            3.0,
            1.2,
            7.5,
            "(3.0 times, 95% interval 1.2 to 7.5: chance alone is unlikely).",
        ),
        (
            float("inf"),
            1.4,
            float("inf"),
            "(95% interval from 1.4 times: chance alone is unlikely).",
        ),
    ],
)
def test_a_rounded_bound_never_contradicts_its_sentence(
    ratio: float, low: float, high: float, said: str
) -> None:
    sides = [Side(period=JUNE, known=28, episodes=8), Side(period=JUNE, known=28, episodes=14)]
    found = RateRatio(ratio=ratio, ci=Interval(low, high), p=0.5)
    comparison = Comparison(before=sides[0], after=sides[1], ratio=found, state=State.OK)

    assert sentences.change(comparison, rates_may_be_shown=True).endswith(said)


def test_the_change_says_in_plain_words_which_way_it_went() -> None:
    few, many, same = (Side(period=JUNE, known=28, episodes=n) for n in (8, 14, 8))
    found = RateRatio(ratio=8 / 14, ci=Interval(0.21, 1.46), p=0.29)

    fewer = Comparison(before=many, after=few, ratio=found, state=State.OK)
    assert sentences.change(fewer, rates_may_be_shown=True) == (
        "Fewer: 2.0 a week, before 3.5 (0.6 times, 95% interval 0.2 to 1.5: this could be chance)."
    )
    equal = Comparison(before=few, after=same, ratio=replace(found, ratio=1.0), state=State.OK)
    assert sentences.change(equal, rates_may_be_shown=True).startswith("As many: 2.0 a week, before 2.0")


def test_a_typical_length_under_a_minute_is_said_in_seconds() -> None:
    quick = cramps_on(9, 14, first=date(2026, 6, 1), duration_s=2)

    assert page(june(episodes=quick)).answer.tiles[3].value == "2 s"
    assert sentences.minutes(59.4 / 60) == "59 s"
    assert sentences.minutes(1.0) == "1 min"


def test_a_table_of_more_places_than_cramps_says_why() -> None:
    both = (Place(Muscle.CALF, BodySide.LEFT), Place(Muscle.FOOT, BodySide.LEFT))
    plain, doubled = (
        page(june(episodes=cramps_on(9, 14, first=date(2026, 6, 1), places=places))).where
        for places in (both[:1], both)
    )

    assert not isinstance(plain, LeftOut)
    assert not isinstance(doubled, LeftOut)
    assert (plain.note, doubled.note) == ("", "Some cramps had several places.")


def test_under_70_percent_known_counts_are_shown_and_rates_are_not() -> None:
    few = page(june(days=()))

    rate, days = few.answer.tiles[:2]
    assert few.heading.recorded == "Recorded on 9 of 28 days"
    assert few.heading.unknown == "19 days unknown, not counted as cramp-free"
    assert (rate.value, rate.label) == ("14", "cramps recorded")
    assert rate.notes == ("in 9 known days", "too few for a rate")
    assert (days.value, days.label) == ("9", "days with a cramp")
    assert few.answer.change.text == "Not enough data to compare with the 28 days before."
    assert "%" not in plain_text(few).replace("95%", "").split("How it was counted")[0].split("Where")[0]


def test_nothing_recorded_is_a_dash_and_never_a_nought() -> None:
    empty = page(DiaryContents())

    assert [tile.value for tile in empty.answer.tiles] == ["–", "–", "–", "–"]
    assert empty.warnings.first == "None ticked. No cramps recorded in this period."
    assert empty.when.weeks.empty == "No day was recorded in this period."  # type: ignore[union-attr]
    assert [row.counted for row in empty.reasons.rows] == ["–", "–", "–", "–"]  # type: ignore[union-attr]


class TestWarningSigns:
    """Two lines: the most urgent sign first, then the newest."""

    def ticked(self, *signs: tuple[str, WarningSign]) -> tuple[str, str]:
        cramps = tuple(an_episode(started, warning_signs=(sign,)) for started, sign in signs)
        shown = page(DiaryContents(episodes=cramps)).warnings
        return shown.first, shown.second

    def test_one_sign_says_that_there_is_no_other(self) -> None:
        assert self.ticked(("2026-06-03 20:00", WarningSign.DARK_URINE)) == (
            "Urine as dark as tea or cola: 3 Jun 2026",
            "No other warning sign was ticked.",
        )

    def test_the_most_urgent_stands_first_and_the_others_are_counted(self) -> None:
        first, second = self.ticked(
            ("2026-06-20 20:00", WarningSign.DISTURBS_SLEEP),
            ("2026-06-03 20:00", WarningSign.DARK_URINE),
            ("2026-06-01 20:00", WarningSign.CHEST_PAIN),
        )

        assert first == "Chest pain or pressure: 1 Jun 2026"
        assert second == "and 2 more: Urine as dark as tea or cola; Often disturbs my sleep"

    def test_none_ticked_says_how_often_it_was_asked(self) -> None:
        asked = an_episode("2026-06-02 20:00", warning_signs=())
        never = an_episode("2026-06-03 20:00")

        shown = page(DiaryContents(episodes=(asked, never))).warnings

        assert (shown.ticked, shown.first) == (False, "None ticked. Asked about in 1 of 2 cramps.")

    def test_a_long_cramp_says_how_long(self) -> None:
        shown = page(DiaryContents(episodes=(an_episode("2026-06-02 20:00", duration_s=720),))).warnings

        assert shown.first == "A cramp lasted more than 10 minutes: 2 Jun 2026 (12 min)"

    def test_a_short_cramp_with_that_sign_ticked_does_not_say_its_length(self) -> None:
        ticked = an_episode("2026-06-02 20:00", duration_s=240, warning_signs=("over_10_minutes",))

        shown = page(DiaryContents(episodes=(ticked,))).warnings

        assert shown.first == "A cramp lasted more than 10 minutes: 2 Jun 2026"


def test_places_are_counted_by_muscle_and_side() -> None:
    def cramp(minute: int, muscle: Muscle, side: BodySide, signs: tuple[MuscleSign, ...] | None) -> Episode:
        return an_episode(f"2026-06-02 20:{minute:02d}", places=(Place(muscle, side),), signs=signs)

    where = page(
        DiaryContents(
            episodes=(
                cramp(1, Muscle.CALF, BodySide.LEFT, (MuscleSign.HARD,)),
                cramp(2, Muscle.CALF, BodySide.RIGHT, ()),
                cramp(3, Muscle.CALF, BodySide.RIGHT, None),
                cramp(4, Muscle.NECK, BodySide.MIDDLE, None),
            )
        )
    ).where

    assert not isinstance(where, LeftOut)
    assert where.table.header == ("Muscle", "L", "R", "Middle")
    assert where.table.rows == (("Calf", "1", "2", "·"), ("Neck", "·", "·", "1"))
    assert where.bold == "Not calf or foot: 1 of 4"
    assert where.plain == "Muscle felt hard: 1 of 2"


def test_weeks_without_a_known_day_are_left_open_and_known_ones_without_cramps_are_nought() -> None:
    # Mondays of the period: 1, 8, 15 and 22 June.
    diary = DiaryContents(episodes=(an_episode("2026-06-02 20:00"),), days=(a_day("2026-06-16"),))

    when = page(diary).when

    assert not isinstance(when, LeftOut)
    assert when.weeks.counts == (1, None, 0, None)
    assert [(span.start, span.end) for span in when.weeks.known] == [(1 / 7, 2 / 7), (2 + 1 / 7, 2 + 2 / 7)]
    assert when.weeks.alt == "Cramps each week, from 1 Jun 2026: 1, unknown, 0, unknown."
    assert when.hours.counts[8] == 1  # 20 o'clock, counted from noon


def test_the_reasons_print_the_part_of_the_rule_that_was_met() -> None:
    nine = an_episode("2026-06-20 20:00", pain=9)

    severe, often, _, _ = page(DiaryContents(episodes=(nine,), days=known(date(2026, 6, 1), 28))).reasons.rows  # type: ignore[union-attr]

    assert (severe.state, severe.counted) == ("met", "one with pain 9 or more")
    assert (often.state, often.counted) == ("not_met", "1 in 14 days, 1 of 28 days")
    assert (severe.name, often.name) == ("Severe", "Often")


def test_often_names_the_days_where_the_days_were_enough() -> None:
    early = cramps_on(5, 5, first=date(2026, 6, 1), pain=3)

    often = page(DiaryContents(episodes=early)).reasons.rows[1]  # type: ignore[union-attr]

    assert (often.state, often.counted) == ("met", "5 days with a cramp")


def test_a_rule_of_one_day_says_day_and_not_days() -> None:
    rules = CriteriaRules(frequent=FrequentRule(cramp_days=1))

    often = page(june(settings=DiarySettings(criteria=rules))).reasons.rows[1]  # type: ignore[union-attr]

    assert often.rule == "4 in 14 days, or 1 day in 28"


def test_medicines_stand_newest_first_and_a_start_in_the_period_is_marked() -> None:
    courses = (
        a_course("Atorvastatin", dose="20 mg", started=date(2024, 11, 3)),
        a_course("Losartan", dose="50 mg", started=date(2026, 6, 4)),
        a_course(
            "Amlodipine",
            dose="5 mg",
            started=date(2025, 1, 1),
            doses=(DoseChange(from_date=date(2026, 6, 9), dose="10 mg"),),
        ),
        a_course("Stopped long ago", started=date(2024, 1, 1), ended=date(2025, 1, 1)),
    )

    medicines = page(june(courses=courses)).medicines

    assert not isinstance(medicines, LeftOut)
    assert [(row.name, row.when, row.fresh) for row in medicines.rows] == [
        ("Losartan 50 mg", "started 4 Jun 2026", True),
        ("Amlodipine 10 mg", "since 9 Jun 2026 (5 mg from 1 Jan 2025)", False),
        ("Atorvastatin 20 mg", "since 3 Nov 2024", False),
    ]
    assert medicines.note == "Started in this period (see chart); not proof of a cause"


def test_nights_are_counted_by_night() -> None:
    cramps = (
        an_episode("2026-06-03 01:00", circumstance=Circumstance.ASLEEP, woke=True),
        an_episode("2026-06-03 03:00", circumstance=Circumstance.ASLEEP, woke=True),
        an_episode("2026-06-05 15:00", circumstance=Circumstance.RESTING, woke=False),
    )

    assert page(DiaryContents(episodes=cramps)).answer.night.text == "2 of 3 in sleep; woken on 1 night"


def test_what_nobody_said_of_a_night_is_not_a_nought() -> None:
    asleep = an_episode("2026-06-03 01:00", circumstance=Circumstance.ASLEEP)
    woken = an_episode("2026-06-04 01:00", woke=True)

    assert page(DiaryContents(episodes=(asleep,))).answer.night.text == "1 of 1 in sleep"
    assert page(DiaryContents(episodes=(woken,))).answer.night.text == "woken on 1 night"
    assert page(june()).answer.night.text == "not recorded"
    assert page(DiaryContents()).answer.night.text == "–"


def test_sleep_counts_the_nights_that_were_recorded() -> None:
    days = (
        a_day("2026-06-02", sleep_disturbance=5),
        a_day("2026-06-03", sleep_disturbance=4),
        a_day("2026-06-04"),
    )

    assert page(DiaryContents(days=days)).sleep.text == "Badly disturbed (5 or more of 10) on 1 of 2 nights"  # type: ignore[union-attr]


ANNA = Person(
    name="Anna Example", birth_date=date(1951, 6, 29), sex=Sex.FEMALE, conditions=("diabetes", "gout")
)


def test_the_name_can_be_kept_off_the_page_and_the_birth_date_goes_with_it() -> None:
    named, nameless = page(june(person=ANNA)), page(june(person=ANNA), name=False)

    # The birthday is tomorrow.
    assert (named.heading.name, named.heading.about) == ("Anna Example", "born 29 Jun 1951, age 74 · female")
    assert (nameless.heading.name, nameless.heading.about) == ("", "age 74 · female")
    assert "Anna" not in plain_text(nameless)


@pytest.mark.parametrize("section", sorted(set(Section) - {Section.EPISODES}))
def test_each_section_can_be_left_out(section: Section) -> None:
    kept = page(june(person=ANNA), sections=frozenset(Section) - {section})

    left_out = [name for name in Section if isinstance(getattr(kept, name, None), LeftOut)]
    assert left_out == [section]


def test_the_list_of_cramps_is_added_only_when_asked_for() -> None:
    assert page(june()).appendix is None
    appendix = page(june(), sections=frozenset(Section)).appendix
    assert appendix is not None
    assert len(appendix.rows) == 14
    assert appendix.whose == "1–28 Jun 2026"
    assert appendix.rows[0] == ("1 Jun 2026, 20:00", "Left calf", "7", "4 min", "")


def test_the_page_as_text_holds_the_facts_in_order() -> None:
    told = plain_text(page(june(person=ANNA), questions=("Is it the tablets?",)))

    order = [
        "Recorded on 28 of 28 days",
        "Warning signs: None ticked. Asked about in 0 of 14 cramps.",
        "3.5 cramps a week (95% interval 1.9 to 5.9; 14 in 28 days)",
        "- Calf: L 14",
        "- Severe: Met",
        "diabetes, gout",
        "1. Is it the tablets?",
        "Florida Orthopaedic Institute",
        "Patient-reported. Not a diagnosis.",
    ]
    assert [told.index(words) for words in order] == sorted(told.index(words) for words in order)


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("two\nlines\tand  a tab", "two lines and a tab"),
        ("e\u0301", "é"),
        ("漢字", "□□"),
        ("\x00\x1b\u202eabc", "abc"),
        ("\ud800", "□"),
        ("שלום", "שלום"),
    ],
)
def test_a_text_is_made_fit_for_the_fonts(typed: str, shown: str) -> None:
    assert clean(typed) == shown


def test_every_muscle_but_the_unnamed_has_its_place_on_the_figure() -> None:
    for muscle in set(Muscle) - {Muscle.OTHER}:
        for side in (BodySide.LEFT, BodySide.RIGHT, BodySide.MIDDLE):
            spot = figure.spot(muscle, side)
            assert spot is not None
            assert 0 < spot[1] < 1
            assert 0 < spot[2] < 1


def test_a_front_view_is_a_mirror() -> None:
    front, back = figure.spot(Muscle.QUADRICEPS, BodySide.LEFT), figure.spot(Muscle.CALF, BodySide.LEFT)

    assert front is not None
    assert back is not None
    assert front[0] == "front"
    assert front[1] > 0.5
    assert back[0] == "back"
    assert back[1] < 0.5
