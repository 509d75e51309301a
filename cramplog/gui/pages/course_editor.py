"""One medicine, supplement or routine to be typed in or changed."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from cramplog.domain.course import Course, CourseKind, DoseChange
from cramplog.domain.draft import EpisodeDraft
from cramplog.domain.errors import InvalidValue
from cramplog.domain.typed_form import FormName
from cramplog.gui.pages.date_field import DateField
from cramplog.gui.pages.editor_card import EditorCard
from cramplog.gui.pages.form_note import NotePart
from cramplog.gui.pages.form_part import choices_of
from cramplog.gui.pages.inputs import Input, choice_input, enter, line_input, text_input
from cramplog.gui.widgets.button import Button
from cramplog.gui.widgets.choice_row import ChoiceRow
from cramplog.gui.widgets.field import Field
from cramplog.gui.widgets.line import Line
from cramplog.gui.widgets.plain_words import words_of
from cramplog.gui.widgets.row_or_grid import RowOrGrid
from cramplog.gui.widgets.text import Text
from cramplog.i18n import _, pgettext
from cramplog.words import fields, scales

if TYPE_CHECKING:
    from cramplog.gui.pages.page import Tools
    from cramplog.gui.theme.theme import Theme


class CourseEditor(EditorCard[Course]):
    """`saved` carries the Course."""

    form = FormName.COURSE

    def __init__(self, given: Tools, parent: QWidget | None = None) -> None:
        super().__init__(given.theme, parent)
        theme = given.theme
        self._course: Course | None = None
        choices = choices_of(CourseKind, scales.course_kind)
        self.kind = ChoiceRow(theme, _("What is it? (needed)"), choices, clearable=False)
        self.name_line = Line()
        self.name = Field(theme, _("Name"), self.name_line, needed=True)
        self.dose_line = Line()
        self.dose_line.setPlaceholderText(_("Not recorded"))
        self.dose = Field(
            theme,
            _("Dose, or how it is done"),
            self.dose_line,
            hint=_("Such as 300 mg, or 2 minutes at bedtime"),
        )
        self.started = DateField(theme, _("First day"), given.clock)
        self.ended = DateField(theme, _("Last day"), given.clock, empty=_("Still going on"))
        self.doses = DoseRows(given)
        self.note = NotePart(theme)
        self._put_together()
        self.listen(self._asked())
        self.doses.changed.connect(self.note_typing)
        self.edit(None)

    def edit(self, course: Course | None, /) -> None:
        """Show a course to be changed; None: an empty form for another one."""
        self._course = course
        self.kind.set_value(course.kind if course else None)
        self.name_line.setText(course.name if course else "")
        self.name.set_problem("")
        self.dose_line.setText((course.dose or "") if course else "")
        self.started.set_value(course.started if course else None)
        self.ended.set_value(course.ended if course else None)
        self.doses.show_doses((course.doses or ()) if course else ())
        self.note.show_draft(EpisodeDraft(id="", note=course.note if course else ""))
        title = _("Change") if course else _("Add a medicine or routine")
        self.begin_task(title, course.id if course else None)

    def described(self) -> str:
        """Its name."""
        return self.name_line.text().strip()

    def begin(self) -> None:
        """Let the keyboard begin at the name."""
        self.name_line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _save(self) -> None:
        if self.kind.value() is None:
            self.kind.set_note(_("Choose one."))
            self.kind.button(CourseKind.MEDICINE).setFocus(Qt.FocusReason.OtherFocusReason)
            return
        if not self.name_line.text().strip():
            self.name.set_problem(_("Type a name."))
            self.begin()
            return
        if not (self.started.is_sound() and self.ended.is_sound() and self.doses.are_sound()):
            return
        try:
            self.saved.emit(self._typed())
        except InvalidValue as error:
            self._explain(error)

    def _typed(self) -> Course:
        doses = self.doses.doses()
        asked = self._course is not None and self._course.doses is not None
        return Course(
            id=self.id,
            kind=CourseKind(self.kind.value() or ""),
            name=self.name_line.text(),
            dose=self.dose_line.text().strip() or None,
            started=self.started.value(),
            ended=self.ended.value(),
            doses=doses if doses or asked else None,
            note=words_of(self.note.note),
        )

    def _explain(self, error: InvalidValue) -> None:
        if error.field == "ended":
            self.ended.set_problem(_("The last day is before the first."))
        else:
            self.set_failure(fields.sentence(error))

    def _asked(self) -> dict[str, Input]:
        return {
            "kind": choice_input(self.kind),
            "name": line_input(self.name_line),
            "dose": line_input(self.dose_line),
            "started": line_input(self.started.line),
            "ended": line_input(self.ended.line),
            "doses": Input(self.doses.typed, self.doses.type),
            "note": text_input(self.note.note),
        }

    def _put_together(self) -> None:
        days = _beside_or_below(self.theme, self.started, self.ended)
        for part in (self.kind, self.name, self.dose):
            self.fields.addWidget(part)
        self.fields.addLayout(days)
        self.fields.addWidget(self.doses)
        self.fields.addWidget(Text(self.theme, _("Note"), "label"))
        self.fields.addWidget(self.note)


class DoseRows(QWidget):
    """Changes of the dose: from which day on, and to what. `changed` says that something was typed."""

    changed = Signal()

    def __init__(self, given: Tools, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._given = given
        self.rows: list[DoseRow] = []
        self._lines = QVBoxLayout()
        self._lines.setSpacing(given.theme.space.small)
        self.add = Button(given.theme, _("The dose changed"), kind="link", icon="plus")
        self.add.clicked.connect(lambda: self._add(None).begin())
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addLayout(self._lines)
        whole.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)

    def show_doses(self, doses: Sequence[DoseChange]) -> None:
        """Show these changes."""
        for row in tuple(self.rows):
            self._take_away(row)
        for change in doses:
            self._add(change)

    def doses(self) -> tuple[DoseChange, ...]:
        """What is typed, the earliest first. Raises InvalidValue where a row is half empty."""
        changes = [row.change() for row in self.rows]
        return tuple(sorted(changes, key=lambda change: change.from_date))

    def typed(self) -> str:
        """What stands in the rows, readable or not; "" without rows."""
        rows = [(row.day.line.text(), row.dose_line.text()) for row in self.rows]
        return json.dumps(rows) if rows else ""

    def type(self, text: str) -> None:
        """Let stand in the rows what `typed` once gave."""
        self.show_doses(())
        for day, dose in json.loads(text or "[]"):
            row = self._add(None)
            enter(row.day.line, day)
            row.dose_line.setText(dose)

    def are_sound(self) -> bool:
        """Whether each row has a day and a dose; says what is wrong otherwise."""
        wrong = [row for row in self.rows if not row.is_sound()]
        return not wrong

    def _add(self, change: DoseChange | None) -> DoseRow:
        row = DoseRow(self._given, change, self)
        row.remove.clicked.connect(lambda: self._take_away(row))
        for line in (row.day.line, row.dose_line):
            line.textChanged.connect(self.changed)
        self.rows.append(row)
        self._lines.addWidget(row)
        self.changed.emit()
        return row

    def _take_away(self, row: DoseRow) -> None:
        self.rows.remove(row)
        self._lines.removeWidget(row)
        row.hide()
        row.deleteLater()
        self.changed.emit()


class DoseRow(QWidget):
    """One change of the dose."""

    def __init__(self, given: Tools, change: DoseChange | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = given.theme
        self.day = DateField(theme, pgettext("new dose", "From"), given.clock)
        self.day.set_value(change.from_date if change else None)
        self.dose_line = QLineEdit(change.dose if change else "")
        self.dose = Field(theme, _("New dose"), self.dose_line)
        self.remove = Button(theme, "", kind="link", icon="close")
        self.remove.setAccessibleName(_("Take away this change of the dose"))
        self.remove.setToolTip(_("Take away"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.space.small)
        row.addLayout(_beside_or_below(theme, self.day, self.dose), 1)
        row.addWidget(self.remove)

    def begin(self) -> None:
        """Let the keyboard begin at the day."""
        self.day.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def is_sound(self) -> bool:
        """Whether there are a day and a dose."""
        if self.day.value() is None:
            self.day.set_problem(_("Type a day such as “6 Sep 2026” or “yesterday”."))
        self.dose.set_problem("" if self.dose_line.text().strip() else _("Type the dose."))
        return not (self.day.problem() or self.dose.problem())

    def change(self) -> DoseChange:
        """What is typed. Raises InvalidValue where it is not a change of the dose."""
        day = self.day.value()
        if day is None:
            raise InvalidValue("doses.from", self.day.line.text(), _("is not a day"))
        return DoseChange(from_date=day, dose=self.dose_line.text())


def _beside_or_below(theme: Theme, *fields: QWidget) -> RowOrGrid:
    """Fields side by side where a date fits in each."""
    row = RowOrGrid(gap=theme.space.medium, equal=True, cell=round(theme.target.body_figure * 1.6))
    for field in fields:
        row.addWidget(field)
    return row
