"""The time zone of a cramp, for those who were somewhere else."""

from __future__ import annotations

from zoneinfo import available_timezones

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCompleter, QLineEdit, QVBoxLayout, QWidget

from cramplog.domain import wall_time
from cramplog.gui.theme.theme import Theme
from cramplog.gui.widgets.button import Button
from cramplog.gui.widgets.field import Field
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
        self.line = QLineEdit()
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

    def set_zone(self, zone: str | None) -> None:
        """Show a zone."""
        self._zone = zone
        if not self.line.hasFocus():
            self.line.setText(zone or "")
            self.field.set_problem("")

    def enter(self, zone: str) -> None:
        """Let this stand in the field as if it had been typed there and left."""
        self.link.hide()
        self.show()
        self.line.setText(zone)
        self._finished()

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
        self.link.hide()
        self.show()
        self.line.setFocus()

    def _finished(self) -> None:
        named = self.line.text().strip() or None
        if named == self._zone:
            self.field.set_problem("")
            return
        if named is not None and wall_time.zone_named(named) is None:
            self.field.set_problem(_("Not saved: this zone is not known. Type a name such as Europe/Berlin."))
            return
        self.field.set_problem("")
        self._zone = named
        self.changed.emit()
