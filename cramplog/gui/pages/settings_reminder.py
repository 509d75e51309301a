"""Whether CrampLog reminds once a day, and stays in the tray to do so."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from cramplog.gui import tray
from cramplog.gui.pages.settings_card import SettingsCard
from cramplog.gui.widgets.field import Field
from cramplog.gui.widgets.picker import Picker
from cramplog.gui.widgets.text import Text
from cramplog.gui.widgets.tick_box import TickBox
from cramplog.i18n import _
from cramplog.words import dates

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

    from cramplog.gui.settings import WindowSettings
    from cramplog.gui.theme.theme import Theme

_MINUTES = (0, 30)
_ANY_DAY = date(2000, 1, 1)


class ReminderCard(SettingsCard):
    """Off until somebody asks for it. Nothing of the diary is in what the desktop shows."""

    def __init__(self, theme: Theme, settings: WindowSettings, parent: QWidget | None = None) -> None:
        about = _("Only while CrampLog runs, and only if nothing is known of the day yet.")
        super().__init__(theme, _("Reminder"), about, parent=parent)
        self._settings = settings
        self.wanted = TickBox(theme, _("Remind me once a day"))
        self.time = Picker(theme, _("At"))
        self.in_tray = TickBox(theme, _("Go on in the tray when I close the window"))
        self.no_tray = Text(
            theme,
            _("This desktop has no tray. The reminder is shown in the window, as long as it is open."),
            "small",
            tone="ink2",
        )
        words = _("reminder notification evening tray daily")
        self.add(self.wanted, self.wanted.text(), words)
        self.add(Field(theme, _("At"), self.time), words)
        self.add(self.in_tray, self.in_tray.text(), words)
        self.add(self.no_tray, words)
        self.wanted.clicked.connect(self._want)
        self.time.activated.connect(self._choose_time)
        self.in_tray.clicked.connect(self._stay)
        settings.reader_changed.connect(self._show_settings)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 (Qt's name)
        # The times are written with the reader's locale, which is loaded after the first paint.
        if not self.time.count():
            self._show_settings()
        super().showEvent(event)

    def narrow(self, text: str) -> bool:
        found = super().narrow(text)
        self._show_tray()
        return found

    def _show_settings(self) -> None:
        self.wanted.setChecked(self._settings.reminder)
        self.in_tray.setChecked(self._settings.in_tray)
        self.time.clear()
        for hour in range(24):
            for minute in _MINUTES:
                moment = datetime.combine(_ANY_DAY, time(hour, minute))
                self.time.addItem(dates.time(moment), moment.strftime("%H:%M"))
        self.time.setCurrentIndex(self.time.findData(self._settings.reminder_time))
        self._show_tray()

    def _show_tray(self) -> None:
        has_tray = tray.can_be_had()
        self.in_tray.setVisible(has_tray and self.in_tray.isVisibleTo(self))
        self.no_tray.setVisible(not has_tray and self.no_tray.isVisibleTo(self))

    def _want(self, wanted: bool) -> None:
        self._settings.reminder = wanted

    def _stay(self, stay: bool) -> None:
        self._settings.in_tray = stay

    def _choose_time(self) -> None:
        self._settings.reminder_time = str(self.time.currentData())
