"""The time zone of a cramp, for those who were somewhere else."""

from __future__ import annotations

from zoneinfo import available_timezones

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCompleter, QVBoxLayout, QWidget

from cramplog.domain import wall_time
from cramplog.gui.theme.theme import Theme
from cramplog.gui.widgets.button import Button
from cramplog.gui.widgets.field import Field
from cramplog.gui.widgets.line import Line
from cramplog.i18n import _


class ZoneField(QWidget):
    """The field for the zone's name, hidden until the `link`, which stands elsewhere, opens it.

    `changed` says that another zone was given.
    """

    changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._zone: str | None = None
        self.link = Button(theme, _("Other time zone"), kind="link")
        self._fit_link()
        theme.changed.connect(self._fit_link)
        self.line = Line()
        self.field = Field(theme, _("Time zone"), self.line, hint=_("Such as Europe/Berlin"))
        self.hide()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.field)
        self.link.clicked.connect(self._open)
        self.line.editingFinished.connect(self._finished)

    def zone(self) -> str | None:
        """The zone's name; None is not recorded."""
        return self._zone

    def set_zone(self, zone: str | None, *, here: str | None) -> None:
        """Show the zone of a cramp; in sight where it is another than that of this computer."""
        self._zone = zone
        if not self.line.hasFocus():
            self.give_up()
            self._show(zone is not None and zone != here)

    def give_up(self) -> None:
        """Show the zone that is recorded in the place of what was typed."""
        self.line.setText(self._zone or "")
        self.field.set_problem("")

    def unread(self) -> str:
        """What was typed and is no zone; "" where it is one, or nothing."""
        text = self.line.text().strip()
        return text if text != self._zone and text and wall_time.zone_named(text) is None else ""

    def enter(self, zone: str) -> None:
        """Let this stand in the field as if it had been typed there and left."""
        self._show(True)
        self.line.setText(zone)
        self._finished()

    def explain(self) -> None:
        """Say what is wrong with what was typed, where something is."""
        wrong = _("Not saved: this zone is not known. Type a name such as Europe/Berlin.")
        self.field.set_problem(wrong if self.unread() else "")

    def _show(self, shown: bool) -> None:
        self.link.setHidden(shown)
        self.setVisible(shown)

    def _fit_link(self) -> None:
        """As high as the line it stands in, so that it moves nothing there."""
        self.link.setFixedHeight(max(self._theme.target.link, self._theme.type.line("label")))
        self.link.setMinimumWidth(self.link.sizeHint().width())

    def _open(self) -> None:
        if self.line.completer() is None:
            known = QCompleter(sorted(available_timezones()), self.line)
            known.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            known.setFilterMode(Qt.MatchFlag.MatchContains)
            self.line.setCompleter(known)
        self._show(True)
        self.line.setFocus()
        self.line.selectAll()

    def _finished(self) -> None:
        self.explain()
        named = self.line.text().strip() or None
        if named != self._zone and not self.unread():
            self._zone = named
            self.changed.emit()
