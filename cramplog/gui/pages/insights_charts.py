"""All charts of the Insights page: laid out, drawn on the drawing worker, and saved as files."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths, Signal
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from cramplog.gui.pages.insights_chart_card import ChartCard, MissingCard
from cramplog.gui.pages.insights_drawing import ChartPlan, Drawn, file_of, table_of
from cramplog.gui.pages.insights_kept import KeptPictures, Wanted
from cramplog.gui.pages.page import Tools
from cramplog.gui.theme.charts import chart_style
from cramplog.gui.widgets.columns import Columns
from cramplog.gui.widgets.row_or_grid import RowOrGrid
from cramplog.gui.widgets.text import Text
from cramplog.i18n import _

if TYPE_CHECKING:
    from cramplog.analysis.chart_data import ChartData

_LEAST_MISSING = 260
_WIDE_AND_NARROW, _EQUAL = (5, 3), (1, 1)


class Charts(QWidget):
    """`said` gives a sentence for the status line, `failed` an error to be explained.

    `help_wanted` gives the id of the chart whose counting is asked for.
    """

    said = Signal(str)
    failed = Signal(object)
    help_wanted = Signal(str)

    def __init__(self, given: Tools, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._given, self._theme = given, given.theme
        self._data: ChartData | None = None
        self._coming: ChartData | None = None
        self.cards: dict[str, ChartCard] = {}
        self._made: dict[str, ChartCard] = {}
        self._kept = KeptPictures()
        self._arrived: dict[str, Drawn] = {}
        # Nobody sees it: what it asks for comes after what somebody sees.
        self._ahead = QObject(self)
        self.missing: dict[str, MissingCard] = {}
        self._arrangement: tuple[tuple[str, bool], ...] = ()
        self._rows: dict[tuple[str, ...], QWidget] = {}
        self._drawn = QVBoxLayout()
        self._missing_title = Text(self._theme, _("Not enough data yet for these"), "section")
        self._missing_row = RowOrGrid(gap=self._theme.space.medium, equal=True)
        self._put_together()
        self._theme.changed.connect(self._follow)
        self._follow_size()

    def show_charts(self, plans: tuple[ChartPlan, ...], data: ChartData) -> None:
        """Show these charts; pictures stay until their successors are drawn.

        A dozen cards take longer to make than a window may stand still, so they are made one by one.
        """
        self._coming = data
        self._make_cards(plans, data)

    def _make_cards(self, plans: tuple[ChartPlan, ...], data: ChartData) -> None:
        if data is not self._coming:
            return
        unmade = (plan for plan in plans if plan.missing is None and plan.id not in self._made)
        if (first := next(unmade, None)) is not None:
            self._made[first.id] = self._card(first)
            if not self._arrangement:
                self._lay_out(plans)
            self._soon(lambda: self._make_cards(plans, data))
            return
        self._data = data
        arrangement = tuple((plan.id, plan.wide) for plan in plans if plan.missing is None)
        if arrangement != self._arrangement:
            self._arrangement = arrangement
            self._lay_out(plans)
        for plan in plans:
            if plan.missing is None:
                self.cards[plan.id].show_plan(plan)
        self._draw_all()
        self._soon(lambda: self._lay_out_missing(plans) if data is self._data else None)

    def _soon(self, act: Callable[[], None]) -> None:
        """Do it when the window has painted what it has."""
        self._given.drawing.ask(lambda: None, done=lambda _none: act(), failed=self.failed.emit, owner=self)

    def draw_ahead(self, plans: Sequence[ChartPlan], data: ChartData, then: Callable[[], None]) -> bool:
        """Draw one picture that is not shown yet, so that it can be, and go on; False where all are drawn."""
        cards = [self.cards[plan.id] for plan in plans if plan.missing is None and plan.id in self.cards]
        wanted = (self._wanted(card, data) for card in cards)
        missing = next((one for one in wanted if one.width > 0 and not self._kept.has(one)), None)
        if missing is not None:
            self._given.drawing.ask(
                lambda: self._kept.picture(missing),
                done=lambda _drawn: then(),
                failed=lambda _error: None,
                owner=self._ahead,
            )
        return missing is not None

    def forget_pictures(self) -> None:
        """The diary is another, or its look."""
        self._kept.forget()

    def answer(self) -> ChartData | None:
        """What is shown."""
        return self._data

    def is_drawing_in_sight(self) -> bool:
        """Whether a picture that the person sees is still being drawn."""
        return any(card.is_drawing and _is_in_sight(card) for card in self.cards.values())

    def save(self, chart_id: str, kind: str, path: Path) -> None:
        """Write one chart to a file."""
        data = self._data
        if data is None:
            return
        style = chart_style(self._theme.palette, text_size=self._theme.text_size)
        width = self.cards[chart_id].picture.width()

        self._given.drawing.ask(
            lambda: file_of(chart_id, data, style, width=width, kind=kind),
            done=lambda made: self._write(path, made),
            failed=self.failed.emit,
            owner=self,
        )

    def _put_together(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for layout in (column, self._drawn):
            layout.setSpacing(self._theme.space.medium)
        column.addLayout(self._drawn)
        column.addWidget(self._missing_title)
        column.addLayout(self._missing_row)
        self._missing_title.hide()

    def _write(self, path: Path, made: bytes) -> None:
        self._given.client.ask(
            lambda diary: diary.exchange.save(path, made),
            lambda _none: self.said.emit(_("Saved as %(name)s") % {"name": path.name}),
            owner=self,
        )

    def _lay_out(self, plans: tuple[ChartPlan, ...]) -> None:
        """The rows whose cards are made. What was there stays there: what moves is dressed anew by Qt."""
        drawn = [plan for plan in plans if plan.missing is None]
        rows = [row for row in rows_of(drawn) if all(plan.id in self._made for plan in row)]
        self.cards = {plan.id: self._made[plan.id] for row in rows for plan in row}
        before: dict[tuple[str, ...], QWidget] = self._rows
        self._rows = {}
        for row in rows:
            ids = tuple(plan.id for plan in row)
            cards = [self.cards[one] for one in ids]
            self._rows[ids] = before.pop(ids) if ids in before else self._row(cards, row[0].wide)
        self._let_go(before)
        # A widget that is taken out of a layout by `takeAt` and put in again is never laid out anew.
        for at, shown in enumerate(self._rows.values()):
            if self._drawn.indexOf(shown) != at:
                self._drawn.removeWidget(shown)
                self._drawn.insertWidget(at, shown)
        for card in self.cards.values():
            card.show()

    def _let_go(self, rows: dict[tuple[str, ...], QWidget]) -> None:
        """Put away the rows that are no longer shown, but none of the cards."""
        for card in self._made.values():
            if card.id not in self.cards:
                card.setParent(self)
                card.hide()
        for row in rows.values():
            self._drawn.removeWidget(row)
            if not isinstance(row, ChartCard):
                row.hide()
                row.deleteLater()

    def _row(self, cards: list[ChartCard], wide: bool) -> QWidget:
        if len(cards) == 1:
            return cards[0]
        row = Columns(self._theme, shares=_WIDE_AND_NARROW if wide else _EQUAL, parent=self)
        row.first.addWidget(cards[0])
        row.second.addWidget(cards[1])
        return row

    def _lay_out_missing(self, plans: tuple[ChartPlan, ...]) -> None:
        lacking = {plan.id: plan for plan in plans if plan.missing is not None}
        if list(lacking) == list(self.missing):
            for card in self.missing.values():
                card.show_plan(lacking[card.id])
            return
        for card in self.missing.values():
            card.hide()
            card.deleteLater()
        self.missing = {name: MissingCard(self._theme, plan) for name, plan in lacking.items()}
        for card in self.missing.values():
            self._missing_row.addWidget(card)
        self._missing_title.setVisible(bool(self.missing))

    def _card(self, plan: ChartPlan) -> ChartCard:
        card = ChartCard(self._theme, plan)
        card.drawing_wanted.connect(lambda: self._draw(card))
        card.table_wanted.connect(lambda: self._list(card))
        card.file_wanted.connect(lambda kind: self._ask_where(card, kind))
        card.copied.connect(lambda: self.said.emit(_("Picture copied: %(chart)s") % {"chart": plan.title}))
        card.help_wanted.connect(lambda: self.help_wanted.emit(plan.id))
        return card

    def _draw_all(self) -> None:
        self._arrived = {}
        for card in self.cards.values():
            self._draw(card)

    def _list(self, card: ChartCard) -> None:
        data, chart_id = self._data, card.id
        if data is None:
            return
        if card.table_request is not None:
            card.table_request.drop()
        card.table_request = self._given.drawing.ask(
            lambda: table_of(chart_id, data), done=card.show_data, failed=self.failed.emit, owner=card
        )

    def _draw(self, card: ChartCard) -> None:
        data, width = self._data, card.drawing_width()
        # Without a width it is not laid out yet: it asks again when it is.
        if data is None or width <= 0:
            return
        if card.request is not None:
            card.request.drop()
        wanted, card.is_drawing = self._wanted(card, data), True
        self._arrived.pop(card.id, None)
        card.request = self._given.drawing.ask(
            lambda: self._kept.picture(wanted),
            done=lambda drawn: self._take(card, drawn),
            failed=lambda error: self._go_without(card, error),
            owner=card,
        )

    def _wanted(self, card: ChartCard, data: ChartData) -> Wanted:
        return Wanted(
            chart=card.id,
            data=data,
            style=chart_style(self._theme.palette, text_size=self._theme.text_size),
            width=card.picture.width(),
            density=card.devicePixelRatioF(),
        )

    def _take(self, card: ChartCard, drawn: Drawn) -> None:
        self._arrived[card.id] = drawn
        self._show_arrived()

    def _go_without(self, card: ChartCard, error: Exception) -> None:
        card.is_drawing = False
        self.failed.emit(error)
        self._show_arrived()

    def _show_arrived(self) -> None:
        """Show what is in sight together, and then all the rest: each time the page is laid out anew."""
        awaited = [card for card in self.cards.values() if card.is_drawing and card.id not in self._arrived]
        if any(_is_in_sight(card) for card in awaited):
            return
        arrived = [card for card in self.cards.values() if card.id in self._arrived]
        if not awaited or any(_is_in_sight(card) for card in arrived):
            for card in arrived:
                card.show_drawn(self._arrived.pop(card.id))

    def _ask_where(self, card: ChartCard, kind: str) -> None:
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        suggested = str(Path(folder) / f"cramplog-{card.id}.{kind}")
        name, _filter = QFileDialog.getSaveFileName(
            self, _("Save “%(chart)s”") % {"chart": card.title.text()}, suggested
        )
        if name:
            self.save(card.id, kind, Path(name))

    def _follow(self) -> None:
        self.forget_pictures()
        self._follow_size()
        self._draw_all()

    def _follow_size(self) -> None:
        self._missing_row.set_cell(round(_LEAST_MISSING * self._theme.text_size))


def _is_in_sight(card: ChartCard) -> bool:
    return not card.visibleRegion().isEmpty()


def rows_of(plans: list[ChartPlan]) -> list[list[ChartPlan]]:
    """Which charts stand side by side: two narrow ones, or a wide one with a narrow one that has no pair."""
    rows: list[list[ChartPlan]] = []
    for at, plan in enumerate(plans):
        alone = bool(rows) and len(rows[-1]) == 1
        beside_wide = alone and rows[-1][0].wide and _narrow_from(plans, at) % 2 == 1
        beside_narrow = alone and not rows[-1][0].wide
        if not plan.wide and (beside_wide or beside_narrow):
            rows[-1].append(plan)
        else:
            rows.append([plan])
    return rows


def _narrow_from(plans: list[ChartPlan], at: int) -> int:
    """How many narrow charts follow each other from here."""
    return next((number for number, plan in enumerate(plans[at:]) if plan.wide), len(plans) - at)
