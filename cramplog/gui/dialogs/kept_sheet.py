"""Keeps what is typed into the paper sheet's grid until it is saved or cleared: it outlives a crash."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from cramplog.domain.ids import new_id
from cramplog.domain.typed_form import FormName, TypedForm
from cramplog.words import dates

if TYPE_CHECKING:
    from cramplog.gui.diary_client import DiaryClient
    from cramplog.gui.models.sheet_table import SheetTable

TYPING_PAUSE_MS = 300
_MONTH = "month"


class KeptSheet(QObject):
    """`found` carries a TypedForm that was typed before and not saved, where nothing is typed yet."""

    found = Signal(object)

    def __init__(self, client: DiaryClient, tables: Mapping[str, SheetTable], parent: QObject) -> None:
        super().__init__(parent)
        self._client, self._tables = client, dict(tables)
        self._id = new_id()
        self._month = date.min
        self._open_cell: tuple[str, int, str, str] | None = None
        self._kept: TypedForm | None = None
        self._pause = QTimer(self, singleShot=True, interval=TYPING_PAUSE_MS)
        self._pause.timeout.connect(self.flush)
        for table in self._tables.values():
            table.dataChanged.connect(self.leave_cell)
        client.ask(lambda diary: diary.drafts.forms(), self._look, owner=self)

    def set_month(self, month: date) -> None:
        """The sheet is of another month."""
        self._month = month
        self._pause.start()

    def type(self, part: str, row: int, field: str, text: str) -> None:
        """Something is being typed into a cell, which does not have it yet."""
        self._open_cell = (part, row, field, text)
        self._pause.start()

    def leave_cell(self) -> None:
        """Nothing is being typed: the cell has it, or it was given up."""
        self._open_cell = None
        self._pause.start()

    def form(self) -> TypedForm:
        """What stands in the grid now; no entries where that is nothing."""
        cells = {
            (part, row, field): text
            for part, table in self._tables.items()
            for row, field, text in table.typed()
        }
        if self._open_cell is not None:
            part, row, field, text = self._open_cell
            cells[part, row, field] = text
        entries = {f"{part} {row} {field}": text for (part, row, field), text in cells.items() if text}
        if entries:
            entries[_MONTH] = self._month.isoformat()
        return TypedForm(id=self._id, form=FormName.SHEET, title=dates.month(self._month), entries=entries)

    def flush(self) -> None:
        """Keep now what stands in the grid."""
        self._pause.stop()
        form = self.form()
        if not form.entries:
            self.forget()
        elif form != self._kept:
            self._kept = form
            self._client.ask(lambda diary: diary.drafts.keep_form(form), lambda _nothing: None, owner=self)

    def forget(self) -> None:
        """It is saved or given up: what comes now is another sheet."""
        self._pause.stop()
        self._open_cell = None
        if self._kept is not None:
            gone, self._kept = self._kept.id, None
            self._id = new_id()
            self._client.ask(lambda diary: diary.drafts.drop(gone), lambda _nothing: None, owner=self)

    def go_on(self, form: TypedForm) -> None:
        """Put what was typed before into the cells, where nothing is typed yet."""
        if self.form().entries:
            return
        self._id, self._kept = form.id, form
        for part, table in self._tables.items():
            table.type_in(_cells(form, part))

    @staticmethod
    def month_of(form: TypedForm) -> date | None:
        """The month that a sheet is of; None where the form does not say it so that it can be read."""
        try:
            return date.fromisoformat(form.entries.get(_MONTH, ""))
        except ValueError:
            return None

    def is_of(self, id_: str) -> bool:
        """Whether this is the sheet that stands in the grid."""
        return id_ == self._id

    def _look(self, forms: tuple[TypedForm, ...]) -> None:
        form = next((one for one in forms if one.form is FormName.SHEET), None)
        if form is not None and not self.form().entries:
            self.found.emit(form)


def _cells(form: TypedForm, part: str) -> dict[tuple[int, str], str]:
    cells = {}
    for name, text in form.entries.items():
        words = name.split(" ")
        if len(words) == 3 and words[0] == part and words[1].isdecimal():
            cells[int(words[1]), words[2]] = text
    return cells
