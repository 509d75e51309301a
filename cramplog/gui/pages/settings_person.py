"""What the person wishes to say about themselves, for the doctor's page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from cramplog.domain.errors import InvalidValue
from cramplog.domain.person import CONDITIONS, Person, Sex
from cramplog.gui.pages.form_measure import MeasureField
from cramplog.gui.pages.settings_card import SettingsCard
from cramplog.gui.theme.theme import Theme
from cramplog.gui.widgets.choice_row import Choice, ChoiceRow
from cramplog.gui.widgets.field import Field
from cramplog.gui.widgets.line import Line
from cramplog.i18n import _
from cramplog.words import dates, scales, typed

if TYPE_CHECKING:
    from cramplog.gui.settings import WindowSettings

_NONE, _YES, _NO = "none", "yes", "no"


class PersonCard(SettingsCard):
    """`changed` gives the Person with one change. All of it may stay empty."""

    changed = Signal(object)

    def __init__(
        self,
        theme: Theme,
        settings: WindowSettings,
        today: Callable[[], date],
        parent: QWidget | None = None,
    ) -> None:
        about = _(
            "It stands on the doctor’s page. All of it may stay empty, and none of it leaves this computer."
        )
        super().__init__(theme, _("About me"), about, parent=parent)
        self._today = today
        self._person = Person()
        self.name = Field(theme, _("Name"), Line())
        self.birth = Field(theme, _("Birth date"), Line())
        self.height_field = MeasureField(
            theme, _("Height"), settings=settings, which=lambda units: units.length, low=20, high=300
        )
        self.weight = MeasureField(
            theme, _("Weight"), settings=settings, which=lambda units: units.weight, low=0.2, high=700
        )
        self.sex = ChoiceRow(theme, _("Sex"), [Choice(one, _capital(scales.sex(one))) for one in Sex])
        yes_or_no = (Choice(_YES, _("Yes")), Choice(_NO, _("No")))
        self.pregnant = ChoiceRow(theme, _("Pregnant"), yes_or_no)
        known = [Choice(word, _capital(scales.condition(word))) for word in CONDITIONS]
        self.conditions = ChoiceRow(
            theme,
            _("Conditions a doctor has found"),
            [*known, Choice(_NONE, _("None of these"))],
            several=True,
            none_key=_NONE,
            chips=True,
        )
        self.others = Field(theme, _("Other conditions"), Line(), hint=_("With commas between them."))
        self._put_together()
        self._listen()

    def show_person(self, person: Person) -> None:
        """Show what is recorded."""
        self._person = person
        self._show_line(self.name, person.name or "")
        self._show_line(self.birth, dates.day(person.birth_date) if person.birth_date else "")
        self.height_field.set_value(person.height_cm)
        self.weight.set_value(person.weight_kg)
        self.sex.set_value(person.sex)
        self.pregnant.set_value(None if person.pregnant is None else _YES if person.pregnant else _NO)
        own = [word for word in person.conditions or () if word not in CONDITIONS]
        known = [word for word in person.conditions or () if word in CONDITIONS]
        # With words of one's own, "none of these" would be a second answer.
        self.conditions.set_values(None if person.conditions is None or (own and not known) else known)
        self._show_line(self.others, ", ".join(own))

    def _put_together(self) -> None:
        first = (self.name, self.birth, self.height_field, self.weight)
        self.add(self.side_by_side(*first), *(field.label.text() for field in first), _("body size"))
        second = (self.sex, self.pregnant)
        self.add(self.side_by_side(*second), *(row.label.text() for row in second))
        known = " ".join(scales.condition(word) for word in CONDITIONS)
        self.add(self.conditions, self.conditions.label.text(), known)
        self.add(self.others, self.others.label.text(), known)

    def _listen(self) -> None:
        self._line(self.name).editingFinished.connect(
            lambda: self._answer(self.name, name=self._text(self.name) or None)
        )
        self._line(self.birth).editingFinished.connect(self._born)
        self._line(self.others).editingFinished.connect(self._has_conditions)
        self.height_field.line.editingFinished.connect(lambda: self._measured(self.height_field, "height_cm"))
        self.weight.line.editingFinished.connect(lambda: self._measured(self.weight, "weight_kg"))
        self.sex.changed.connect(lambda key: self._answer(None, sex=Sex(key) if key else None))
        self.pregnant.changed.connect(
            lambda key: self._answer(None, pregnant=None if key is None else key == _YES)
        )
        self.conditions.changed.connect(lambda _keys: self._has_conditions())

    def _born(self) -> None:
        text = self._text(self.birth)
        before = self._person.birth_date
        if before is not None and text == dates.day(before):
            return
        try:
            day = typed.day(text, today=self._today()) if text else None
        except InvalidValue:
            self.birth.set_problem(_("Not saved: type a date such as “3 Feb 1950”."))
            return
        if day is not None and day > self._today():
            self.birth.set_problem(_("Not saved: this date is still to come."))
            return
        self._answer(self.birth, birth_date=day)

    def _measured(self, field: MeasureField, name: str) -> None:
        value = field.value()
        if value is not None or not field.line.text().strip():
            self._answer(None, **{name: value})

    def _has_conditions(self) -> None:
        chosen = self.conditions.values()
        words = [word.strip() for word in self._text(self.others).split(",")]
        own = tuple(dict.fromkeys(word for word in words if word))
        found = (*(chosen or ()), *(word for word in own if word not in (chosen or ())))
        self._answer(self.others, conditions=None if chosen is None and not own else found)

    def _answer(self, field: Field | None, **values: Any) -> None:
        try:
            person = replace(self._person, **values)
        except InvalidValue as error:
            if field is not None:
                field.set_problem(_("Not saved: %(why)s") % {"why": error})
            return
        if field is not None:
            field.set_problem("")
        if person != self._person:
            self._person = person
            self.changed.emit(person)

    @staticmethod
    def _show_line(field: Field, text: str) -> None:
        line = PersonCard._line(field)
        if not line.hasFocus() or not line.isModified():
            line.setText(text)
            field.set_problem("")

    @staticmethod
    def _line(field: Field) -> QLineEdit:
        assert isinstance(field.editor, QLineEdit)
        return field.editor

    @staticmethod
    def _text(field: Field) -> str:
        return PersonCard._line(field).text().strip()


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
