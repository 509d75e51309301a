"""Which language the program speaks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from cramplog.gui.pages.settings_card import SettingsCard
from cramplog.gui.widgets.picker import Picker
from cramplog.i18n import LANGUAGES, _

if TYPE_CHECKING:
    from cramplog.gui.settings import WindowSettings
    from cramplog.gui.theme.theme import Theme

_SYSTEM = ""


class LanguageCard(SettingsCard):
    """Each language by its own name, so that it is found by those who can read no other."""

    def __init__(self, theme: Theme, settings: WindowSettings, parent: QWidget | None = None) -> None:
        about = _("The window, the charts, the help and the page for the doctor follow at once.")
        super().__init__(theme, _("Language"), about, parent=parent)
        self._settings = settings
        self.language = Picker(theme, _("Language"))
        self.language.addItem(_("As the system"), _SYSTEM)
        for code, name in LANGUAGES.items():
            self.language.addItem(name, code)
        self.add(self.language, *LANGUAGES.values(), "language sprache idioma lengua")
        self.language.setCurrentIndex(self.language.findData(settings.language))
        self.language.activated.connect(self._choose)

    def _choose(self) -> None:
        chosen = str(self.language.currentData())
        if chosen != self._settings.language:
            self._settings.language = chosen
