"""The first minute: where the diary lives, what it is not, and how it should be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from cramplog.gui.pages.settings_language import LanguageCard
from cramplog.gui.widgets.button import Button
from cramplog.gui.widgets.choice_row import Choice, ChoiceRow
from cramplog.gui.widgets.scrolled import scrolled
from cramplog.gui.widgets.text import Text
from cramplog.i18n import LANGUAGES, _
from cramplog.words.units import Length, Temperature, Unit, Volume, Weight

if TYPE_CHECKING:
    from pathlib import Path

    from cramplog.gui.look_choice import LookChoice
    from cramplog.gui.pages.page import Tools

_SIZE = (640, 480)
_METRIC, _AMERICAN = "metric", "american"
_UNITS: dict[str, tuple[Unit, ...]] = {
    _METRIC: (Temperature.CELSIUS, Weight.KILOGRAMS, Length.CENTIMETRES, Volume.LITRES),
    _AMERICAN: (Temperature.FAHRENHEIT, Weight.POUNDS, Length.INCHES, Volume.FLUID_OUNCES),
}


class FirstSteps(QDialog):
    """Three short steps that can be left at any time, and do not come again."""

    def __init__(
        self, given: Tools, looks: LookChoice, diary: Path | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._given, self._looks, self._theme = given, looks, given.theme
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("First steps"))
        self.steps = QStackedWidget()
        self.skip = Button(self._theme, _("Skip"), kind="link")
        self.back = Button(self._theme, _("Back to the step before"))
        self.next = Button(self._theme, "", kind="main")
        self.units = ChoiceRow(
            self._theme,
            _("Measure in"),
            (
                Choice(_METRIC, _("°C, kilograms, litres")),
                Choice(_AMERICAN, _("°F, pounds, fluid ounces")),
            ),
            clearable=False,
        )
        self.smaller = Button(self._theme, _("Smaller text"), icon="minus")
        self.larger = Button(self._theme, _("Larger text"), icon="plus")
        for step in (self._where(diary), self._what_not(), self._reading()):
            self.steps.addWidget(scrolled(step))
        self._put_together()
        self._listen()
        self._show()

    def _where(self, diary: Path | None) -> QWidget:
        words = [
            _("It is one file. There is no account, and CrampLog never uses the network."),
            _("It makes backups by itself. You can export everything at any time."),
        ]
        if diary is not None:
            words.insert(1, str(diary))
        step = self._step(_("Your diary stays on this computer"), *words)
        if len(LANGUAGES) > 1:
            layout = step.layout()
            assert isinstance(layout, QVBoxLayout)
            layout.insertWidget(layout.count() - 1, LanguageCard(self._theme, self._given.settings))
        return step

    def _what_not(self) -> QWidget:
        return self._step(
            _("CrampLog is not a doctor"),
            _("It shows what you wrote down. It does not say what causes your cramps."),
            _("It never says that all is well. If something worries you, ask a doctor."),
            _("In an emergency do not write anything down. Call for help."),
        )

    def _reading(self) -> QWidget:
        step = self._step(_("So that you can read it well"))
        layout = step.layout()
        assert isinstance(layout, QVBoxLayout)
        row = QHBoxLayout()
        row.setSpacing(self._theme.space.small)
        row.addWidget(self.smaller)
        row.addWidget(self.larger)
        row.addStretch(1)
        layout.insertLayout(1, row)
        layout.insertWidget(2, self.units)
        later = _("You can change all of it later, in Settings.")
        layout.insertWidget(3, Text(self._theme, later, tone="ink2"))
        return step

    def _step(self, title: str, *paragraphs: str) -> QWidget:
        step = QWidget()
        step.setAccessibleName(title)
        column = QVBoxLayout(step)
        column.setSpacing(self._theme.space.medium)
        column.addWidget(Text(self._theme, title, "section"))
        for words in paragraphs:
            column.addWidget(Text(self._theme, words))
        column.addStretch(1)
        return step

    def _put_together(self) -> None:
        space = self._theme.space
        column = QVBoxLayout(self)
        column.setContentsMargins(space.page, space.page, space.page, space.page)
        column.setSpacing(space.medium)
        column.addWidget(self.steps, 1)
        row = QHBoxLayout()
        row.setSpacing(space.small)
        row.addWidget(self.skip)
        row.addStretch(1)
        row.addWidget(self.back)
        row.addWidget(self.next)
        column.addLayout(row)
        self.resize(*_SIZE)
        metric = self._given.settings.units.temperature is Temperature.CELSIUS
        self.units.set_value(_METRIC if metric else _AMERICAN)

    def _listen(self) -> None:
        self.skip.clicked.connect(self.reject)
        self.back.clicked.connect(lambda: self._go(-1))
        self.next.clicked.connect(lambda: self._go(1))
        self.smaller.clicked.connect(self._looks.smaller)
        self.larger.clicked.connect(self._looks.larger)
        self.units.changed.connect(self._measure_in)
        self.finished.connect(self._remember)

    def _go(self, by: int) -> None:
        step = self.steps.currentIndex() + by
        if step >= self.steps.count():
            self.accept()
            return
        self.steps.setCurrentIndex(step)
        self._show()

    def _show(self) -> None:
        step, last = self.steps.currentIndex(), self.steps.count() - 1
        self.back.setVisible(step > 0)
        self.skip.setVisible(step < last)
        self.next.setText(_("Next") if step < last else _("Begin"))
        self.next.setAccessibleName(self.next.text())
        self.setAccessibleName(_("Step %(n)d of %(of)d") % {"n": step + 1, "of": last + 1})
        self.next.setDefault(True)
        self.next.setFocus()

    def _measure_in(self, system: str) -> None:
        for unit in _UNITS[system]:
            self._given.settings.choose_unit(unit)

    def _remember(self) -> None:
        self._given.settings.introduced = True
