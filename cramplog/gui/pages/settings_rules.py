"""The numbers of the four reasons, and when a diary day starts: changed, and put back."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cramplog.domain.period import DAY_STARTS_HOUR
from cramplog.domain.rules import LIMITS, CriteriaRules, Rule
from cramplog.domain.settings import DiarySettings
from cramplog.gui.pages.form_number import NumberField
from cramplog.gui.pages.settings_card import SettingsCard
from cramplog.gui.theme.theme import Theme
from cramplog.gui.widgets.button import Button
from cramplog.gui.widgets.text import Text
from cramplog.i18n import _
from cramplog.words import reasons

_REASONS = tuple(one.name for one in fields(CriteriaRules))
_LATEST_START = 12


class RulesCard(SettingsCard):
    """`changed` gives the diary's settings with one change; the page saves each as one step."""

    changed = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        about = _(
            "The article gives no numbers. These are CrampLog’s own, and you can change each of them. "
            "The number used is always printed beside the result."
        )
        super().__init__(theme, _("Rules of the four reasons"), about, parent=parent)
        self._settings = DiarySettings()
        self.rules = {name: _RuleRow(self, theme, name) for name in _REASONS}
        for name, row in self.rules.items():
            self.add(row, reasons.reason(name), _("rule reason doctor criteria"), *row.labels())
            row.changed.connect(lambda rule, name=name: self._change(name, rule))

    def show_settings(self, settings: DiarySettings) -> None:
        """Show the rules that count now."""
        self._settings = settings
        for name, row in self.rules.items():
            row.show_rule(getattr(settings.criteria, name))

    def _change(self, name: str, rule: Rule) -> None:
        changed: dict[str, Any] = {name: rule}
        self._settings = replace(self._settings, criteria=replace(self._settings.criteria, **changed))
        self.changed.emit(self._settings)


class DayStartCard(SettingsCard):
    """`changed` gives the diary's settings with another hour."""

    changed = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        about = _("A cramp in the night belongs to the day before, up to this hour.")
        super().__init__(theme, _("When a day starts"), about, parent=parent)
        self._settings = DiarySettings()
        self.hour = NumberField(theme, _("Hour, 0 to 12"), low=0, high=_LATEST_START, whole=True)
        self.hour.set_hint(
            _("Usually %(hour)d. Changing it moves cramps near that hour to another day.")
            % {"hour": DAY_STARTS_HOUR}
        )
        self.add(self.hour, _("day night hour start"))
        self.hour.line.editingFinished.connect(self._finished)

    def show_settings(self, settings: DiarySettings) -> None:
        """Show the hour that counts now."""
        self._settings = settings
        self.hour.set_value(settings.day_starts_hour)

    def _finished(self) -> None:
        hour = self.hour.value()
        if hour is None and not self.hour.line.text().strip():
            self.hour.line.setText(str(self._settings.day_starts_hour))
        elif hour is not None and hour != self._settings.day_starts_hour:
            self._settings = replace(self._settings, day_starts_hour=int(hour))
            self.changed.emit(self._settings)


class _RuleRow(QWidget):
    """The numbers of one reason, with the button that puts CrampLog's own back."""

    changed = Signal(object)

    def __init__(self, card: SettingsCard, theme: Theme, name: str) -> None:
        super().__init__(card)
        self._own: Rule = getattr(CriteriaRules(), name)
        self._rule = self._own
        reason = reasons.reason(name)
        self.fields = {
            one.name: _RuleField(theme, one.name, reason, own=getattr(self._own, one.name))
            for one in fields(self._own)
        }
        self.back = Button(theme, _("Put back CrampLog’s numbers"), kind="link")
        self.back.setAccessibleName(_("%(reason)s: put back CrampLog’s numbers") % {"reason": reason})
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.space.small, 0, 0)
        column.setSpacing(theme.space.small)
        column.addWidget(Text(theme, reason, "label"))
        column.addWidget(card.side_by_side(*self.fields.values()))
        column.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        self.back.clicked.connect(lambda: self.changed.emit(self._own))
        for field in self.fields.values():
            field.line.editingFinished.connect(lambda field=field: self._finished(field))

    def labels(self) -> list[str]:
        """The words of the fields."""
        return [field.label.text() for field in self.fields.values()]

    def show_rule(self, rule: Rule) -> None:
        """Show the numbers of the rule."""
        self._rule = rule
        for name, field in self.fields.items():
            field.set_value(getattr(rule, name))
        self.back.set_possible(rule != self._own, reason=_("These are CrampLog’s own numbers."))

    def _finished(self, field: _RuleField) -> None:
        value, before = field.value(), getattr(self._rule, field.name)
        if value is None and not field.line.text().strip():
            field.set_value(before)
        elif value is not None and value != before:
            self._rule = replace(self._rule, **{field.name: value})
            self.changed.emit(self._rule)


class _RuleField(NumberField):
    """One number of a rule; a share is typed in percent."""

    def __init__(self, theme: Theme, name: str, reason: str, *, own: float) -> None:
        limits = LIMITS[name]
        self.name = name
        super().__init__(theme, _label(name), low=limits.low, high=limits.high, whole=limits.whole)
        self.editor.setAccessibleName(f"{reason}: {_label(name)}")
        self.set_hint(_("CrampLog’s own: %(number)g") % {"number": self.shown(own)})

    def kept(self, typed: float) -> float:
        return typed / 100 if self.name == "share" else typed

    def shown(self, kept: float) -> float:
        return round(kept * 100, 6) if self.name == "share" else kept


def _label(name: str) -> str:
    return {
        "pain_at_least": _("Pain of at least"),
        "or_one_at": _("Or one with pain of"),
        "episodes": _("At least so many cramps"),
        "window_days": _("Within days"),
        "cramp_days": _("Or days with a cramp"),
        "cramp_days_window": _("These within days"),
        "minutes": _("Long from minutes"),
        "share": _("Share of them, in %"),
        "exertion": _("Hard exercise from"),
        "minutes_before": _("Minutes before it"),
        "heat_index_f": _("Hot from heat index, °F"),
    }[name]
