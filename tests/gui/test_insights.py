"""The Insights page: numbers with their ranges, the four reasons, warnings, and charts."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from pathlib import Path

import pytest
from desk import Desk
from making import a_day, an_episode
from PySide6.QtCore import QDate, Qt
from PySide6.QtGui import QGuiApplication, QKeySequence
from pytestqt.qtbot import QtBot

from cramplog.domain.changes import Kind
from cramplog.domain.episode import Episode
from cramplog.domain.period import Period
from cramplog.domain.period_choice import PeriodChoice, Span
from cramplog.domain.rules import CriteriaRules, NoObviousCauseRule
from cramplog.domain.scales import Heat
from cramplog.domain.settings import DiarySettings
from cramplog.domain.signs import WarningSign
from cramplog.domain.steps import RecordChange
from cramplog.gui.pages.insights import InsightsPage
from cramplog.gui.pages.insights_charts import rows_of
from cramplog.gui.pages.insights_drawing import ChartPlan
from cramplog.gui.theme.theme import Theme
from cramplog.gui.widgets.notice import Notice

LEFT = Qt.MouseButton.LeftButton
# The latest 28 diary days, as the desk's clock stands at 11 September 2026.
LATEST = Period(date(2026, 8, 15), date(2026, 9, 12))
NINE_DAYS = ("08-16", "08-18", "08-20", "08-23", "08-27", "08-30", "09-02", "09-05", "09-08")

OpenInsights = Callable[..., tuple[Desk, InsightsPage]]


@pytest.fixture
def open_page(tmp_path: Path, theme: Theme, qtbot: QtBot) -> Iterator[OpenInsights]:
    """The Insights page for the latest 28 days of a diary that was filled before."""
    desks: list[Desk] = []

    def show(episodes: Sequence[Episode] = (), free: Period | None = None) -> tuple[Desk, InsightsPage]:
        desk = Desk(tmp_path, theme, qtbot)
        desks.append(desk)
        diary = desk.opener(create=True)
        changes = [RecordChange(Kind.EPISODES, episode.id, None, episode) for episode in episodes]
        changes += [
            RecordChange(Kind.DAYS, day.isoformat(), None, a_day(day.isoformat())) for day in free or ()
        ]
        diary.diary.take_over(tuple(changes))
        diary.close()
        desk.given.view.choose(PeriodChoice(Span.DAYS_28))
        return desk, desk.show(InsightsPage(desk.given))

    yield show
    for desk in desks:
        desk.close()


def fourteen_cramps() -> list[Episode]:
    """14 cramps on 9 days of the latest 28: two on five of the days."""
    first = [an_episode(f"2026-{day} 20:00 +02:00", pain=5) for day in NINE_DAYS]
    return first + [an_episode(f"2026-{day} 22:00 +02:00", pain=6) for day in NINE_DAYS[:5]]


def notices(page: InsightsPage) -> list[str]:
    found = (page.warnings.itemAt(place).widget() for place in range(page.warnings.count()))
    return [notice.accessibleName() for notice in found if isinstance(notice, Notice)]


def test_rates_stand_with_their_likely_range(open_page: OpenInsights) -> None:
    _desk, page = open_page(fourteen_cramps(), LATEST)

    # 14 cramps in 28 known days: Garwood 1936; 9 of 28: Clopper and Pearson.
    assert page.figures.often.accessibleName() == "3.5 cramps a week"
    assert page.figures.often.accessibleDescription() == "likely between 1.9 and 5.9"
    assert page.figures.days.accessibleName() == "9 of 28 days with a cramp"
    assert page.figures.days.accessibleDescription() == "32%, likely 16 to 52%"
    assert page.figures.pain.accessibleName() == "5 of 10 typical pain"
    assert page.figures.pain.accessibleDescription() == "worst 6; severe in 0 of 14"
    assert page.figures.known.accessibleName() == "28 of 28 days known"


def test_with_too_few_known_days_there_are_counts_and_no_rates(open_page: OpenInsights) -> None:
    _desk, page = open_page(
        [an_episode(f"2026-09-0{day} 20:00 +02:00", pain=4) for day in (3, 5, 7)],
        Period(date(2026, 9, 8), date(2026, 9, 12)),
    )

    assert page.figures.often.accessibleName() == "3 cramps so far"
    assert page.figures.often.accessibleDescription() == "a weekly number needs 20 known days"
    assert page.figures.days.accessibleDescription() == "on the days you told us about"
    assert page.figures.pain.accessibleName() == "4 of 10 worst pain"
    assert page.figures.known.accessibleName() == "7 of 28 days known"


def test_the_four_reasons_stand_in_the_articles_order(open_page: OpenInsights) -> None:
    _desk, page = open_page(fourteen_cramps(), LATEST)

    names = [card.title.text() for card in page.reasons.cards.values()]
    assert names == ["Severe", "Often", "Hard to ease", "No clear cause"]


def test_a_met_reason_says_its_count_its_window_and_whose_rule_it_is(open_page: OpenInsights) -> None:
    episodes = [
        an_episode(f"2026-09-0{day} 20:00 +02:00", pain=pain) for day, pain in ((2, 7), (4, 8), (6, 3))
    ]
    _desk, page = open_page(episodes, LATEST)

    card = page.reasons.cards["severe"]
    assert card.state.text() == "Met"
    assert card.finding.text() == "2 of 3 cramps had pain of 7 or more."
    assert card.rule.text() == "Our rule: 2 of these in 28 days, or one with pain 9 or more."


def test_often_counts_cramps_and_days(open_page: OpenInsights) -> None:
    _desk, page = open_page([an_episode(f"2026-{day} 20:00 +02:00", pain=5) for day in NINE_DAYS[4:]], LATEST)

    card = page.reasons.cards["frequent"]
    assert card.state.text() == "Met"
    assert card.finding.text() == "4 cramps in the last 14 days, 5 days with a cramp in 28."


def test_often_that_lasts_says_the_count_of_the_14_days_before_too(open_page: OpenInsights) -> None:
    _desk, page = open_page([an_episode(f"2026-{day} 20:00 +02:00", pain=5) for day in NINE_DAYS], LATEST)

    # 29 August to 11 September hold 4 of them, 15 to 28 August 5.
    finding = page.reasons.cards["frequent"].finding.text()
    assert finding == "4 cramps in the last 14 days and 5 in the 14 before, 9 days with a cramp in 28."


def test_a_reason_without_enough_days_says_how_many_are_known(open_page: OpenInsights) -> None:
    _desk, page = open_page([an_episode("2026-09-03 20:00 +02:00", pain=4)])

    card = page.reasons.cards["frequent"]
    assert card.state.text() == "Not enough data yet"
    assert card.finding.text() == "1 of 28 days known. 20 are needed."


def test_a_reason_shows_the_very_cramps_behind_it(open_page: OpenInsights) -> None:
    severe = [an_episode(f"2026-09-0{day} 20:00 +02:00", pain=8) for day in (2, 4)]
    desk, page = open_page([*severe, an_episode("2026-09-06 20:00 +02:00", pain=3)], LATEST)
    wanted: list[tuple[str, ...]] = []
    page.cramps_wanted.connect(wanted.append)
    button = page.reasons.cards["severe"].button
    assert button.text() == "Show the 2 cramps"

    desk.qtbot.mouseClick(button, LEFT)

    assert wanted == [tuple(episode.id for episode in severe)]


def test_what_a_reason_lacks_leads_to_the_cramps_that_lack_it(open_page: OpenInsights) -> None:
    cool = an_episode("2026-09-02 20:00 +02:00", heat=Heat.COOL)
    others = [an_episode(f"2026-09-0{day} 20:00 +02:00") for day in (4, 6)]
    desk, page = open_page([cool, *others], LATEST)
    card = page.reasons.cards["no_obvious_cause"]
    asked: list[tuple[str, ...]] = []
    page.cramps_wanted.connect(asked.append)

    words = [button.text() for button in card.add_buttons if button.isVisible()]
    assert words == ["Add exercise to 3 cramps", "Add heat to 2 cramps"]

    desk.qtbot.mouseClick(card.add_buttons[1], LEFT)

    assert asked == [tuple(episode.id for episode in others)]


def test_too_few_known_days_lead_to_filling_them_in(open_page: OpenInsights) -> None:
    desk, page = open_page([an_episode("2026-09-03 20:00 +02:00", pain=4)])
    card = page.reasons.cards["severe"]
    asked: list[str] = []
    page.page_wanted.connect(asked.append)

    desk.qtbot.mouseClick(card.days_button, LEFT)

    assert asked == ["fill_days"]


def test_a_reason_that_is_judged_asks_for_nothing(open_page: OpenInsights) -> None:
    episodes = [an_episode(f"2026-09-0{day} 20:00 +02:00", pain=8) for day in (2, 4)]
    _desk, page = open_page(episodes, LATEST)

    card = page.reasons.cards["severe"]
    assert not card.days_button.isVisible()
    assert not any(button.isVisible() for button in card.add_buttons)


def test_changed_numbers_of_what_is_a_cause_are_printed_on_the_card(open_page: OpenInsights) -> None:
    desk, page = open_page(fourteen_cramps(), LATEST)
    card = page.reasons.cards["no_obvious_cause"]
    assert card.rule.text() == "Our rule: 50% or more of at least 3, in 28 days."

    rules = CriteriaRules(no_obvious_cause=NoObviousCauseRule(exertion=7))
    desk.client.change(lambda diary: diary.diary.set_rules(DiarySettings(criteria=rules)), owner=page)
    desk.wait()

    assert card.rule.text() == (
        "Our rule: 50% or more of at least 3, in 28 days. Hard exercise: 7 or more of 10, up to 60 minutes "
        "before. Hot: a heat index of 90 °F or more."
    )


def test_each_card_and_chart_leads_to_how_it_is_counted(open_page: OpenInsights) -> None:
    desk, page = open_page(fourteen_cramps(), LATEST)
    asked: list[str] = []
    page.help_wanted.connect(asked.append)

    for card in page.reasons.cards.values():
        desk.qtbot.mouseClick(card.help_button, LEFT)
    for chart in page.charts.cards.values():
        desk.qtbot.mouseClick(chart.help_button, LEFT)

    assert asked == ["reasons"] * 4 + list(page.charts.cards)


def test_a_chart_can_be_copied_as_a_picture(open_page: OpenInsights) -> None:
    _desk, page = open_page(fourteen_cramps(), LATEST)
    card = page.charts.cards["weeks"]
    said: list[str] = []
    page.said.connect(said.append)

    card.menu.actions()[0].trigger()

    copied = QGuiApplication.clipboard().image()
    assert copied.size() == card.picture.image().size()
    assert said == ["Picture copied: Cramps per week"]


def test_the_reasons_come_to_one_line_and_one_way_on(open_page: OpenInsights) -> None:
    desk, page = open_page([an_episode("2026-09-02 20:00 +02:00", pain=9)], LATEST)
    pages: list[str] = []
    page.page_wanted.connect(pages.append)

    desk.qtbot.mouseClick(page.reasons.page_button, LEFT)

    assert page.reasons.conclusion() == (
        "Your diary matches 1 of the 4 reasons. Each one alone is a reason to talk with a doctor."
    )
    assert pages == ["summary"]


def test_a_diary_that_matches_no_reason_is_not_called_well(open_page: OpenInsights) -> None:
    _desk, page = open_page((), LATEST)

    assert page.reasons.conclusion() == (
        "Your diary matches none of the 4 reasons now. "
        "If a cramp worries you, talk with a doctor all the same."
    )


def test_where_a_reason_cannot_be_judged_yet_none_is_not_said(open_page: OpenInsights) -> None:
    _desk, page = open_page((), Period(date(2026, 9, 8), date(2026, 9, 12)))

    assert page.reasons.conclusion() == (
        "None is met so far; 4 cannot be judged yet. If a cramp worries you, talk with a doctor all the same."
    )


def test_the_present_day_begins_when_the_diarys_days_begin(
    tmp_path: Path, theme: Theme, qtbot: QtBot
) -> None:
    desk = Desk(tmp_path, theme, qtbot, now="2026-09-01 02:10 +02:00")
    diary = desk.opener(create=True)
    diary.diary.set_rules(DiarySettings(day_starts_hour=0))
    diary.diary.record(an_episode("2026-08-30 20:00 +02:00"))
    diary.close()
    page = desk.show(InsightsPage(desk.given))

    desk.qtbot.mouseClick(page.picker.button(Span.MONTH), LEFT)
    desk.wait()

    assert page.picker.month_name.text() == "September 2026"
    desk.close()


def test_the_article_is_credited_by_name(open_page: OpenInsights) -> None:
    _desk, page = open_page((), LATEST)

    assert page.reasons.source() == (
        "From “What Causes Muscle Spasms?”, Florida Orthopaedic Institute. Last 28 days, 28 known."
    )


def test_a_fresh_warning_sign_says_what_to_do_now(open_page: OpenInsights) -> None:
    _desk, page = open_page([an_episode("2026-09-11 08:00 +02:00", warning_signs=(WarningSign.DARK_URINE,))])

    (said,) = notices(page)
    assert said.startswith("Get help today. Urine as dark as tea or cola.")


def test_after_two_days_a_warning_sign_is_told_of_as_past(open_page: OpenInsights) -> None:
    _desk, page = open_page([an_episode("2026-09-02 08:00 +02:00", duration_s=11 * 60)])

    assert notices(page) == [
        "On 2 Sept: A cramp lasted more than 10 minutes. If it is still so, or comes again: get help today."
    ]


def test_warning_signs_older_than_28_days_are_not_shown(open_page: OpenInsights) -> None:
    desk, page = open_page([an_episode("2026-07-02 08:00 +02:00", duration_s=11 * 60)])

    desk.given.view.choose(PeriodChoice(Span.ALL))
    desk.wait()

    assert notices(page) == []


def test_the_first_chart_is_cramps_per_week_and_it_is_drawn_with_its_sentence(
    open_page: OpenInsights,
) -> None:
    _desk, page = open_page(fourteen_cramps(), LATEST)

    first = next(iter(page.charts.cards.values()))
    assert first.title.text() == "Cramps per week"
    assert first.picture.image().width() == first.picture.width()
    assert first.picture.accessibleDescription() == first.finding.text() != ""


def test_every_chart_has_a_table_with_the_same_data(open_page: OpenInsights) -> None:
    desk, page = open_page(fourteen_cramps(), LATEST)
    card = page.charts.cards["weeks"]

    desk.qtbot.mouseClick(card.table_button, LEFT)

    assert card.table.isVisible()
    assert not card.picture.isVisible()
    desk.wait()
    assert card.model.rowCount() == 5
    assert card.table_button.text() == "Picture"


@pytest.mark.parametrize(
    ("kind", "begins"), [("png", b"\x89PNG"), ("svg", b"<?xml"), ("csv", b"\xef\xbb\xbf")]
)
def test_a_chart_can_be_saved(open_page: OpenInsights, tmp_path: Path, kind: str, begins: bytes) -> None:
    desk, page = open_page(fourteen_cramps(), LATEST)
    said: list[str] = []
    page.said.connect(said.append)
    path = tmp_path / f"chart.{kind}"

    page.charts.save("weeks", kind, path)
    desk.wait()

    assert path.read_bytes().startswith(begins)
    assert said == [f"Saved as chart.{kind}"]


def test_a_chart_that_needs_more_says_how_much_there_is(open_page: OpenInsights) -> None:
    _desk, page = open_page([an_episode("2026-09-03 20:00 +02:00", ill=False)], LATEST)

    card = page.charts.missing["triggers"]
    assert card.words.text() == "1 of 24 cramp days"
    assert card.bar.share() == pytest.approx(1 / 24)


def test_what_is_missing_shrinks_with_each_cramp(open_page: OpenInsights) -> None:
    desk, page = open_page([an_episode("2026-09-03 20:00 +02:00", ill=False)], LATEST)

    desk.client.change(
        lambda diary: diary.diary.record(an_episode("2026-09-05 20:00 +02:00", ill=False)), owner=page
    )
    desk.wait()

    assert page.charts.missing["triggers"].words.text() == "2 of 24 cramp days"


def test_only_the_latest_of_several_choices_is_shown(open_page: OpenInsights) -> None:
    desk, page = open_page(fourteen_cramps(), LATEST)

    for span in (Span.MONTHS_12, Span.ALL, Span.DAYS_90):
        page.picker.button(span).click()
    desk.wait()

    assert page.aside == "14 Jun – 11 Sept 2026"
    assert page.picker.button(Span.DAYS_90).isChecked()


def test_another_period_is_shown_at_once_and_never_from_before_a_change(open_page: OpenInsights) -> None:
    desk, page = open_page(fourteen_cramps(), LATEST)

    # The workers were let finish: the other periods are ready, and nothing need be waited for.
    desk.given.view.choose(PeriodChoice(Span.DAYS_90))
    assert page.figures.known.accessibleName() == "28 of 90 days known"

    one_more = an_episode("2026-09-10 23:00 +02:00", pain=9)
    desk.given.client.change(lambda diary: diary.diary.record(one_more), owner=page)
    desk.wait()
    desk.given.view.choose(PeriodChoice(Span.DAYS_28))
    assert page.figures.pain.accessibleDescription() == "worst 9; severe in 1 of 15"


def test_months_are_turned_back_and_not_into_the_future(open_page: OpenInsights) -> None:
    desk, page = open_page(fourteen_cramps(), LATEST)
    desk.qtbot.mouseClick(page.picker.button(Span.MONTH), LEFT)
    assert page.picker.month_name.text() == "September 2026"
    assert not page.picker.later.isEnabled()

    desk.qtbot.mouseClick(page.picker.earlier, LEFT)
    desk.wait()

    assert page.picker.month_name.text() == "August 2026"
    assert page.aside == "1–31 Aug 2026"


def test_months_are_turned_by_the_keys_for_back_and_forward(open_page: OpenInsights) -> None:
    desk, page = open_page(fourteen_cramps(), LATEST)
    desk.qtbot.mouseClick(page.picker.button(Span.MONTH), LEFT)

    for key, month in (
        (QKeySequence.StandardKey.Back, "August 2026"),
        (QKeySequence.StandardKey.Back, "July 2026"),
        (QKeySequence.StandardKey.Forward, "August 2026"),
    ):
        desk.qtbot.keySequence(page, QKeySequence(key))
        desk.wait()
        assert page.picker.month_name.text() == month


@pytest.mark.parametrize(
    ("choice", "then"),
    [
        # The latest 28 days to 11 September 2026, as own dates of the year before.
        (PeriodChoice(Span.DAYS_28), PeriodChoice.own_dates(date(2025, 8, 15), date(2025, 9, 11))),
        (PeriodChoice.month_of(date(2026, 2, 1)), PeriodChoice.month_of(date(2025, 2, 1))),
        (
            PeriodChoice.own_dates(date(2024, 2, 1), date(2024, 2, 29)),
            PeriodChoice.own_dates(date(2023, 2, 1), date(2023, 2, 28)),
        ),
    ],
)
def test_the_same_season_last_year_is_one_click_away(
    open_page: OpenInsights, choice: PeriodChoice, then: PeriodChoice
) -> None:
    desk, page = open_page([an_episode("2026-09-03 20:00 +02:00")])
    desk.given.view.choose(choice)
    desk.wait()

    desk.qtbot.mouseClick(page.picker.year_before, LEFT)

    assert desk.given.view.choice == then


def test_own_dates_begin_with_what_was_shown(open_page: OpenInsights) -> None:
    desk, page = open_page(fourteen_cramps(), LATEST)
    desk.qtbot.mouseClick(page.picker.button(Span.OWN), LEFT)
    assert page.picker.first.day() == date(2026, 8, 15)

    page.picker.first.setDate(QDate(2026, 9, 1))
    page.picker.first.editingFinished.emit()
    desk.wait()

    assert page.aside == "1–11 Sept 2026"


def test_an_empty_diary_says_what_will_be_here(open_page: OpenInsights) -> None:
    _desk, page = open_page()

    assert not page.figures.isVisible()
    assert not page.charts.isVisible()


def a_plan(name: str, *, wide: bool = False) -> ChartPlan:
    return ChartPlan(id=name, title=name, wide=wide, missing=None)


@pytest.mark.parametrize(
    ("charts", "rows"),
    [
        ("W n W", ["Wn", "W"]),
        ("W n n W", ["W", "nn", "W"]),
        ("n n n", ["nn", "n"]),
        ("W n n n", ["Wn", "nn"]),
        ("W W", ["W", "W"]),
    ],
)
def test_narrow_charts_stand_in_pairs_and_a_single_one_beside_a_wide_one(
    charts: str, rows: list[str]
) -> None:
    plans = [a_plan(name, wide=name == "W") for name in charts.split()]

    assert ["".join(plan.id for plan in row) for row in rows_of(plans)] == rows
