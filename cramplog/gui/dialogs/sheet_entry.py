"""A filled paper sheet typed in quickly: one row a cramp, one row a day, Tab from cell to cell."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QColor, QHideEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QStackedWidget,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from cramplog.domain.changes import Changed
from cramplog.domain.day import Day
from cramplog.domain.episode import Episode
from cramplog.gui.dialogs.kept_sheet import KeptSheet
from cramplog.gui.models.sheet_columns import cramp_columns, day_columns
from cramplog.gui.models.sheet_table import SheetTable
from cramplog.gui.theme.theme import Theme
from cramplog.gui.widgets.button import Button
from cramplog.gui.widgets.choice_row import Choice, ChoiceRow
from cramplog.gui.widgets.notice import Notice
from cramplog.gui.widgets.picker import Picker
from cramplog.gui.widgets.text import Text
from cramplog.i18n import _, ngettext, pgettext
from cramplog.words import dates, fields, typed_sheet
from cramplog.words.paper import CrampField, DayField

if TYPE_CHECKING:
    from cramplog.domain.typed_form import TypedForm
    from cramplog.gui.pages.page import Tools

MONTHS = 24
_SIZE = QSize(1080, 720)
CRAMPS, DAYS = "cramps", "days"
_Edit = QAbstractItemView.EditTrigger
_TABS = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)


class SheetEntry(QDialog):
    """Saved as one step. What was typed outlives the window and the program, until it is saved or cleared."""

    def __init__(self, given: Tools, tell: Callable[[str], None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._given = given
        self._tell = tell
        theme = given.theme
        self.setWindowTitle(_("Type in a paper sheet"))
        self.month = Picker(theme, _("Month"))
        self.part = ChoiceRow(
            theme,
            _("Page of the sheet"),
            (Choice(CRAMPS, _("Cramps")), Choice(DAYS, _("Days"))),
            clearable=False,
            show_label=False,
        )
        self.cramps = SheetView(theme, SheetTable(cramp_columns(), grows=True, parent=self), _("Cramps"))
        self.days = SheetView(theme, SheetTable(day_columns(), grows=False, parent=self), _("Days"))
        tables = {CRAMPS: self.cramps.table, DAYS: self.days.table}
        self.typing = KeptSheet(given.client, tables, self)
        self.hint = Text(theme, "", "small", tone="ink2")
        self.notice = Notice(theme, "warn")
        self.save_button = Button(theme, _("Save"), kind="main")
        self.clear_button = Button(theme, pgettext("empty all cells", "Clear"))
        self.close_button = Button(theme, _("Close"))
        self._stack = QStackedWidget()
        self._put_together(theme)
        self._listen()
        self._fill_months()
        self.part.set_value(CRAMPS)
        self._show_part(CRAMPS)

    def chosen_month(self) -> date:
        """The first day of the month that the sheet is of."""
        month: date = self.month.currentData()
        return month

    def save(self) -> None:
        """Save what was typed, or show the first cell that cannot be understood."""
        self._commit()
        episodes = self.cramps.table.results(self._cramp)
        days = self.days.table.results(self._day)
        for part, view in ((CRAMPS, self.cramps), (DAYS, self.days)):
            if (wrong := view.table.first_wrong()) is not None:
                self._show_wrong(part, view, *wrong)
                return
        if not episodes and not days:
            self._say(_("Nothing was typed in yet."))
            return
        self.save_button.setEnabled(False)
        self._given.client.change(
            lambda diary: diary.diary.record_sheet(tuple(episodes), tuple(days)),
            owner=self,
            done=self._saved,
            failed=self._failed,
        )

    def go_on(self, form: TypedForm) -> None:
        """Let what was typed before and not saved stand in the grid again, where nothing is typed yet."""
        month = self.typing.month_of(form)
        if month is not None and not self.typing.form().entries:
            if self.month.findData(month) < 0:
                self.month.addItem(dates.month(month), month)
            self.month.setCurrentIndex(self.month.findData(month))
        self.typing.go_on(form)

    def clear(self) -> None:
        """Forget what was typed."""
        self.typing.forget()
        for view in (self.cramps, self.days):
            view.table.clear()
        self.cramps.table.set_rows(1)
        self.notice.hide()

    def _cramp(self, _row: int, cells: dict[str, str]) -> Episode | None:
        clock = self._given.clock
        return typed_sheet.cramp_of(
            {CrampField(field): text for field, text in cells.items()},
            self.chosen_month(),
            now=clock.now(),
            zone=clock.rules(),
            zone_name=clock.zone(),
        )

    def _day(self, row: int, cells: dict[str, str]) -> Day | None:
        day = self.chosen_month() + timedelta(days=row)
        return typed_sheet.day_of({DayField(field): text for field, text in cells.items()}, day)

    def _commit(self) -> None:
        """Take in the cell that is being typed."""
        for view in (self.cramps, self.days):
            view.setFocus()
            view.setCurrentIndex(view.currentIndex())
        self._view().setFocus()

    def _saved(self, changed: Changed) -> None:
        self.save_button.setEnabled(True)
        self.clear()
        self.hide()
        count = len(changed.ids)
        if count:
            said = ngettext(
                "%(n)d entry saved. Undo takes it back.", "%(n)d entries saved. Undo takes them back.", count
            )
            self._tell(said % {"n": count})
        else:
            self._tell(_("All of it is in the diary already."))

    def _failed(self, error: Exception) -> None:
        self.save_button.setEnabled(True)
        self._say(fields.sentence(error))

    def _show_wrong(self, part: str, view: SheetView, cell: QModelIndex, why: str) -> None:
        self.part.set_value(part)
        self._show_part(part)
        view.selectionModel().setCurrentIndex(cell, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        view.scrollTo(cell)
        head = view.table.headerData(cell.column(), Qt.Orientation.Horizontal)
        words = {"head": head, "row": cell.row() + 1, "text": cell.data(), "why": why}
        self._say(_("%(head)s, row %(row)d: “%(text)s” %(why)s.") % words)

    def _say(self, words: str) -> None:
        self.notice.say("", text=words)
        self.notice.show()

    def _view(self) -> SheetView:
        return self.cramps if self.part.value() == CRAMPS else self.days

    def _show_part(self, part: str | None) -> None:
        self._stack.setCurrentWidget(self.cramps if part == CRAMPS else self.days)
        self._show_hint()

    def _show_hint(self) -> None:
        view = self._view()
        column = max(0, view.currentIndex().column())
        head = view.table.headerData(column, Qt.Orientation.Horizontal)
        self.hint.setText(_("%(head)s: %(hint)s") % {"head": head, "hint": view.table.hint(column)})

    def _fill_months(self) -> None:
        month = self._given.clock.now().date().replace(day=1)
        for _number in range(MONTHS):
            self.month.addItem(dates.month(month), month)
            month = (month - timedelta(days=1)).replace(day=1)
        self.cramps.table.set_rows(1)
        self._fit_days()

    def _fit_days(self) -> None:
        first = self.chosen_month()
        self.typing.set_month(first)
        after = (first + timedelta(days=31)).replace(day=1)
        today = self._given.clock.now().date()
        self.days.table.set_rows(min((after - first).days, (today - first).days + 1))

    def _put_together(self, theme: Theme) -> None:
        space = theme.space
        column = QVBoxLayout(self)
        column.setContentsMargins(space.page, space.page, space.page, space.page)
        column.setSpacing(space.group)
        column.addWidget(Text(theme, _("Type in a paper sheet"), "title"))
        column.addWidget(
            Text(
                theme,
                _(
                    "Tab goes to the next cell, Ctrl+Tab out of the table, Ctrl+Enter saves. "
                    "A few letters of a word are enough."
                ),
            )
        )
        top = QHBoxLayout()
        top.addWidget(self.month)
        top.addWidget(self.part)
        top.addStretch(1)
        column.addLayout(top)
        column.addWidget(self.notice)
        for view in (self.cramps, self.days):
            self._stack.addWidget(view)
        column.addWidget(self._stack, 1)
        column.addWidget(self.hint)
        row = QHBoxLayout()
        for button in (self.save_button, self.close_button, self.clear_button):
            row.addWidget(button)
        row.addStretch(1)
        column.addLayout(row)
        self.notice.hide()
        self.resize(_SIZE)

    def _listen(self) -> None:
        self.month.currentIndexChanged.connect(lambda _index: self._fit_days())
        self.part.changed.connect(self._show_part)
        self.typing.found.connect(self.go_on)
        for part, view in ((CRAMPS, self.cramps), (DAYS, self.days)):
            view.cells.typed.connect(partial(self.typing.type, part))
            view.cells.closeEditor.connect(lambda *_which: self.typing.leave_cell())
            view.selectionModel().currentChanged.connect(lambda _now, _before: self._show_hint())
        self.save_button.clicked.connect(self.save)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.save)
        self.clear_button.clicked.connect(self.clear)
        self.close_button.clicked.connect(self.reject)

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 (Qt's names)
        self.typing.flush()
        super().hideEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        # Enter ends a cell, and must not press a button as well.
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)


class Cells(QStyledItemDelegate):
    """The field that is open in a cell. `typed` says row, field and text with each key."""

    typed = Signal(int, str, str)

    def createEditor(  # noqa: N802 (Qt's name)
        self, parent: QWidget, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QWidget:
        editor = super().createEditor(parent, option, index)
        table = index.model()
        if isinstance(editor, QLineEdit) and isinstance(table, SheetTable):
            row, field = index.row(), table.field(index.column())
            editor.textEdited.connect(lambda text: self.typed.emit(row, field, text))
        return editor


class SheetView(QTableView):
    """Typing fills a cell at once; Tab takes it in and goes on, at last out of it; Delete empties it."""

    def __init__(self, theme: Theme, table: SheetTable, name: str) -> None:
        super().__init__()
        self._theme = theme
        self.table = table
        self.setModel(table)
        self.setAccessibleName(name)
        self.cells = Cells(self)
        self.setItemDelegate(self.cells)
        self.setEditTriggers(
            _Edit.AnyKeyPressed | _Edit.EditKeyPressed | _Edit.DoubleClicked | _Edit.SelectedClicked
        )
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        head = self.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        head.setStretchLastSection(True)
        head.setHighlightSections(False)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.verticalHeader().setHighlightSections(False)
        self.verticalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignCenter)
        theme.changed.connect(self._follow)
        table.modelReset.connect(self._start)
        self._follow()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 (Qt's name)
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and self.currentIndex().isValid():
            self.table.setData(self.currentIndex(), "")
        elif event.key() in _TABS and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._leave(forward=event.key() == Qt.Key.Key_Tab)
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: N802
        last = self.table.rowCount() - 1, self.table.columnCount() - 1
        here = self.currentIndex().row(), self.currentIndex().column()
        if here == (last if forward else (0, 0)):
            return self._leave(forward=forward)
        return super().focusNextPrevChild(forward)

    def _leave(self, *, forward: bool) -> bool:
        """Go to what stands after the grid, or before it."""
        return bool(self.window().focusNextPrevChild(forward))

    def _start(self) -> None:
        self.setCurrentIndex(self.table.index(0, 0))

    def _follow(self) -> None:
        self.table.set_warning_ground(QColor(self._theme.colour("warn_ground")))
        self.setFont(self._theme.font())
        for head in (self.horizontalHeader(), self.verticalHeader()):
            head.setFont(self._theme.font("small", weight=600))
        self.verticalHeader().setDefaultSectionSize(self._theme.target.choice)
