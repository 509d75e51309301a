"""The four figures on top of the Insights page, each with its likely range."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from cramplog.domain.thresholds import days_needed
from cramplog.gui.theme.theme import Theme
from cramplog.gui.widgets.card import Card
from cramplog.gui.widgets.figure_tile import FigureTile
from cramplog.gui.widgets.row_or_grid import RowOrGrid
from cramplog.i18n import _, ngettext
from cramplog.words import numbers

if TYPE_CHECKING:
    from cramplog.analysis.insights import Insights

_LEAST_TILE = 190


class FiguresCard(Card):
    """Rates only where enough days are known; else the counts, and what is missing."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        self.setAccessibleName(_("At a glance"))
        self._tiles = _Tiles(theme, 4, self)
        self.often, self.days, self.pain, self.known = self._tiles.tiles
        self.body.addWidget(self._tiles)

    def show_insights(self, insights: Insights) -> None:
        """Show the figures of a period."""
        self._show_often(insights)
        self._show_days(insights)
        self._show_pain(insights)
        coverage, days = insights.coverage, insights.period.days
        self.known.show_figure(
            numbers.count(coverage.known), ngettext("day known", "days known", coverage.known), of=_of(days)
        )
        self.known.show_share(coverage.known, days)

    def _show_often(self, insights: Insights) -> None:
        often = insights.frequency
        if often.state == "ok" and often.per_week is not None and often.per_week_ci is not None:
            likely = _("likely between %(low)s and %(high)s") % {
                "low": numbers.number(often.per_week_ci.low),
                "high": numbers.number(often.per_week_ci.high),
            }
            self.often.show_figure(numbers.number(often.per_week), _("cramps a week"), detail=likely)
            return
        needed = days_needed(insights.period.days)
        missing = ngettext(
            "a weekly number needs %(n)s known day", "a weekly number needs %(n)s known days", needed
        ) % {"n": numbers.count(needed)}
        label = ngettext("cramp so far", "cramps so far", often.episodes)
        self.often.show_figure(numbers.count(often.episodes), label, detail=missing)

    def _show_days(self, insights: Insights) -> None:
        often, coverage = insights.frequency, insights.coverage
        detail = _("on the days you told us about")
        share, ci = often.cramp_day_share, often.cramp_day_share_ci
        if often.state == "ok" and share is not None and ci is not None:
            detail = _("%(share)s, likely %(low)s to %(high)s") % {
                "share": numbers.percent(share),
                "low": numbers.number(100 * ci.low, 0),
                "high": numbers.percent(ci.high),
            }
        label = ngettext("day with a cramp", "days with a cramp", coverage.cramp)
        self.days.show_figure(numbers.count(coverage.cramp), label, of=_of(coverage.known), detail=detail)

    def _show_pain(self, insights: Insights) -> None:
        pain = insights.pain
        if pain.median is None or pain.max is None:
            self.pain.show_figure("–", _("typical pain"), detail=_("not recorded yet"))
            return
        if insights.frequency.state != "ok":
            detail = _("from %(cramps)s") % {"cramps": numbers.cramps(pain.n)}
            self.pain.show_figure(str(pain.max), _("worst pain"), of=_of(10), detail=detail)
            return
        severe = round((pain.share_severe or 0) * pain.n)
        detail = _("worst %(worst)s; severe in %(severe)s of %(n)s") % {
            "worst": pain.max,
            "severe": numbers.count(severe),
            "n": numbers.count(pain.n),
        }
        decimals = 0 if pain.median == round(pain.median) else 1
        figure = numbers.number(pain.median, decimals)
        self.pain.show_figure(figure, _("typical pain"), of=_of(10), detail=detail)


class _Tiles(QWidget):
    """Tiles side by side with a thin line between them."""

    def __init__(self, theme: Theme, count: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._row = RowOrGrid(self, gap=theme.space.huge + theme.space.small, equal=True)
        self.tiles = tuple(FigureTile(theme, self) for _number in range(count))
        for tile in self.tiles:
            self._row.addWidget(tile)
        theme.changed.connect(self._follow)
        self._follow()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002 (Qt's name)
        painter = QPainter(self)
        painter.setPen(QPen(self._theme.colour("line"), self._theme.shape.line))
        before = (self._theme.space.huge + self._theme.space.small) / 2
        for tile in self.tiles:
            if tile.x() > 0:
                left = tile.x() - before
                painter.drawLine(QPointF(left, tile.y()), QPointF(left, tile.geometry().bottom()))
        painter.end()

    def _follow(self) -> None:
        self._row.set_cell(round(_LEAST_TILE * self._theme.text_size))


def _of(number: int) -> str:
    return _("of %(n)s") % {"n": numbers.count(number)}
