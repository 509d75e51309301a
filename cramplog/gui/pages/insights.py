"""The Insights page: what the diary says about a period, how sure that is, and what is still missing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cramplog.domain.changes import Kind
from cramplog.domain.contents import DiaryContents
from cramplog.domain.period import DAY_STARTS_HOUR, diary_day
from cramplog.domain.period_choice import PeriodChoice, Span
from cramplog.gui.pages import insights_words
from cramplog.gui.pages.faces import Faces
from cramplog.gui.pages.insights_charts import Charts
from cramplog.gui.pages.insights_drawing import ChartPlan, plan
from cramplog.gui.pages.insights_figures import FiguresCard
from cramplog.gui.pages.insights_reasons import Reasons
from cramplog.gui.pages.page import Page, Tools
from cramplog.gui.widgets.empty_page import EmptyPage
from cramplog.gui.widgets.notice import Notice
from cramplog.gui.widgets.period_picker import PeriodPicker
from cramplog.i18n import _
from cramplog.words import dates, signs

if TYPE_CHECKING:
    from cramplog.analysis.chart_data import ChartData
    from cramplog.analysis.insights import Insights
    from cramplog.analysis.warning_signs import WarningFound
    from cramplog.gui.tasks import Request
    from cramplog.services.open_diary import OpenDiary

# The periods that are one click away, and for how long an answer about them still holds.
_ONE_CLICK = tuple(PeriodChoice(span) for span in (Span.DAYS_28, Span.DAYS_90, Span.MONTHS_12, Span.ALL))
_HOLDS_FOR = timedelta(minutes=10)
# How long somebody looks at an answer before the pictures of the next one are drawn.
_CALM_MS = 400
_BREATH_MS = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class InsightsAnswer:
    """What the page shows, made ready on the diary's worker. `recent`: cramps in each reason's window."""

    data: ChartData
    recent: Mapping[str, int]
    charts: tuple[ChartPlan, ...]
    day_starts_hour: int
    is_empty: bool


class InsightsPage(Page):
    """`cramps_wanted` gives the ids of the cramps behind a finding, to be shown in the diary.

    `help_wanted` names the chart, or "reasons", whose counting is to be explained.
    """

    cramps_wanted = Signal(object)
    help_wanted = Signal(str)

    concerns = frozenset(Kind) - {Kind.PERSON}

    def __init__(self, given: Tools, parent: QWidget | None = None) -> None:
        super().__init__(given, _("Insights"), parent)
        self._day_starts_hour = DAY_STARTS_HOUR
        self.picker = PeriodPicker(given.theme, given.view, self._today)
        self.figures = FiguresCard(given.theme)
        self.warnings = QVBoxLayout()
        self.reasons = Reasons(given.theme)
        self.charts = Charts(given)
        self._to_chart: Request | None = None
        # Made ready while nothing else was asked for, so that a click on another period need not wait.
        self._ready: dict[PeriodChoice, InsightsAnswer] = {}
        self._calm = QTimer(self, singleShot=True)
        self.faces = Faces(given.theme, self._ready_face(), self._empty_face())
        self.tools.addWidget(self.picker)
        self.pinned.addWidget(self.picker.details)
        self.content.addWidget(self.faces)
        self.content.addStretch(1)
        self._listen()

    def load(self) -> Request | None:
        """Ask for every number of the chosen period."""
        self.faces.wait()
        choice = self.given.view.choice

        def keep_and_show(answer: InsightsAnswer) -> None:
            self._ready[choice] = answer
            self._show_answer(answer)
            self._make_ready()

        return self.given.client.ask(
            lambda diary: _read(diary, choice), keep_and_show, owner=self, failed=self.faces.show_failed
        )

    def reload(self) -> None:
        """The diary, or how it is read, may be another: nothing that was made ready holds."""
        self._ready = {}
        self.charts.forget_pictures()
        super().reload()

    def _turn(self) -> None:
        """Another period was chosen."""
        answer = self._ready.get(self.given.view.choice)
        if answer is None or not self.isVisible() or not self._holds(answer):
            super().reload()
            return
        if self._request is not None:
            self._request.drop()
        self._show_answer(answer)
        self._calm.start(_CALM_MS)

    def _holds(self, answer: InsightsAnswer) -> bool:
        now, then, hour = self.given.clock.now(), answer.data.insights.as_of, answer.day_starts_hour
        return now - then < _HOLDS_FOR and diary_day(now, hour) == diary_day(then, hour)

    def _make_ready(self) -> None:
        """Work out the next period that is one click away; one at a time, so that a save comes between."""
        if not self.isVisible():
            return
        missing = [choice for choice in _ONE_CLICK if choice not in self._ready]
        if not missing:
            self._calm.start(_CALM_MS)
            return
        choice, ready = missing[0], self._ready

        def keep(answer: InsightsAnswer) -> None:
            if self._ready is ready:
                ready[choice] = answer
                self._make_ready()

        self.given.client.ask(
            lambda diary: _read(diary, choice), keep, owner=self, failed=lambda _error: None
        )

    def _draw_ahead(self) -> None:
        """Draw one picture of a period that is one click away, and then the next."""

        def go_on() -> None:
            self._calm.start(_BREATH_MS)

        for choice in _ONE_CLICK if self.isVisible() else ():
            answer = self._ready.get(choice)
            if answer is not None and self.charts.draw_ahead(answer.charts, answer.data, go_on):
                return

    def _show_answer(self, answer: InsightsAnswer) -> None:
        insights = answer.data.insights
        self._day_starts_hour = answer.day_starts_hour
        self.set_aside(dates.period(insights.period) if insights.period.days else "")
        self.picker.show_period(insights.period)
        self.figures.show_insights(insights)
        self._show_warnings(insights)
        self.reasons.show_criteria(insights.criteria, answer.recent)
        if answer.is_empty:
            self.faces.show_empty()
            return
        self.faces.show_ready()
        # Only then do the cards have the widths that their pictures are drawn for. By way of the drawing
        # worker, so that the window can paint the numbers first.
        if self._to_chart is not None:
            self._to_chart.drop()
        self._to_chart = self.given.drawing.ask(
            lambda: answer,
            done=lambda shown: self.charts.show_charts(shown.charts, shown.data),
            failed=self.given.client.failed.emit,
            owner=self,
        )

    def _show_warnings(self, insights: Insights) -> None:
        while (item := self.warnings.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for found in insights.warnings:
            if found.recent:
                self.warnings.addWidget(self._warning(found, insights))

    def _warning(self, found: WarningFound, insights: Insights) -> Notice:
        said = insights_words.warning(found, insights.as_of)
        notice = Notice(self.theme, "emergency" if found.tier == "emergency" else "warn")
        notice.say(said.lead, said.strong, said.text, small=signs.cannot_tell())
        button = notice.add_button(_("Show"))
        button.setAccessibleName(_("Show the cramps with: %(sign)s") % {"sign": signs.label(found.id)})
        button.clicked.connect(lambda: self.cramps_wanted.emit(found.evidence))
        return notice

    def _ready_face(self) -> QWidget:
        face = QWidget()
        face.setProperty("ground", "none")
        column = QVBoxLayout(face)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.theme.space.medium)
        self.warnings.setSpacing(self.theme.space.small)
        column.addWidget(self.figures)
        column.addLayout(self.warnings)
        column.addWidget(self.reasons)
        column.addWidget(self.charts)
        return face

    def _empty_face(self) -> QWidget:
        empty = EmptyPage(
            self.theme,
            _("Nothing to count yet"),
            _(
                "Here you will see how often the cramps come, when and where, and whether your diary matches "
                "one of four reasons to see a doctor. It takes one cramp, or one day without."
            ),
            action=_("Go to the Log page"),
        )
        empty.acted.connect(lambda: self.page_wanted.emit("log"))
        return empty

    def _listen(self) -> None:
        self.faces.again.connect(self.reload)
        self._calm.timeout.connect(self._draw_ahead)
        self.given.view.changed.connect(self._turn)
        self.reasons.cramps_wanted.connect(self.cramps_wanted)
        self.reasons.page_wanted.connect(self.page_wanted)
        self.reasons.help_wanted.connect(lambda: self.help_wanted.emit("reasons"))
        self.charts.help_wanted.connect(self.help_wanted)
        self.charts.said.connect(self.said)
        self.charts.failed.connect(self.given.client.failed)

    def _today(self) -> date:
        return diary_day(self.given.clock.now(), self._day_starts_hour)


def _read(diary: OpenDiary, choice: PeriodChoice) -> InsightsAnswer:
    contents = diary.reading.contents()
    data = diary.reading.charts(choice)
    dates.warm_up()
    return InsightsAnswer(
        data=data,
        recent=_recent(contents, data.insights),
        charts=plan(data),
        day_starts_hour=contents.settings.day_starts_hour,
        is_empty=not (contents.episodes or contents.days),
    )


def _recent(contents: DiaryContents, insights: Insights) -> dict[str, int]:
    hour = contents.settings.day_starts_hour
    days = [
        diary_day(episode.started, hour) for episode in contents.episodes if episode.started <= insights.as_of
    ]
    return {
        criterion.id: sum(day in criterion.window.period for day in days) for criterion in insights.criteria
    }
