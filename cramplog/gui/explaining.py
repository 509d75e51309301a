"""The ways into the help: for the page or the chart that is looked at, how a number is counted, the keys."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QDialog, QMainWindow, QSplitter, QWidget

from cramplog.gui import example, help_texts

if TYPE_CHECKING:
    from pathlib import Path

    from cramplog.gui.dialogs.help import HelpDialog
    from cramplog.gui.look_choice import LookChoice
    from cramplog.gui.pages.page import Tools
    from cramplog.gui.widgets.shell import Shell

# A widget with this property is explained by that section of how everything is counted.
SECTION = "help_section"


class Explaining(QObject):
    """One help window, made when it is first asked for."""

    def __init__(self, window: QMainWindow, shell: Shell, given: Tools, looks: LookChoice) -> None:
        super().__init__(window)
        self._window, self._shell, self._given, self._looks = window, shell, given, looks
        self._help: HelpDialog | None = None

    def actions(self) -> dict[str, Callable[[], object]]:
        """What the Help menu does, by the id of the action."""
        return {
            "help": self.here,
            "counted": self.counted,
            "keys": lambda: self.topic(help_texts.SHORTCUTS),
            "first_steps": self.first_steps,
            "example": example.open_in_own_window,
            "about": self.about,
        }

    def here(self) -> None:
        """Explain what has the focus, or else the page that is shown."""
        part: QWidget | None = self._window.focusWidget()
        while part is not None and part is not self._window:
            if section := part.property(SECTION):
                self.counted(str(section))
                return
            part = part.parentWidget()
        self.topic(help_texts.OF_PAGE.get(self._shell.current_page(), help_texts.TOPICS[0]))

    def watch(self, program: QApplication) -> None:
        """Explain a dialog too, when F1 is pressed in it, and let its text be larger and smaller."""
        from cramplog.gui.dialog_keys import DialogKeys

        does: dict[str, Callable[[QDialog], object]] = {
            "help": self._explain_dialog,
            "larger": lambda _dialog: self._looks.larger(),
            "smaller": lambda _dialog: self._looks.smaller(),
            "usual_size": lambda _dialog: self._looks.usual(),
        }
        DialogKeys(self._window, does).watch(program)

    def _explain_dialog(self, dialog: QDialog) -> None:
        from cramplog.gui.dialogs.help import HelpDialog

        topic = help_texts.OF_DIALOG.get(type(dialog).__name__)
        if topic is None:
            return
        # A child of the dialog: any other window is shut off while that is open.
        window = dialog.findChild(HelpDialog)
        if window is None:
            window = HelpDialog(self._given.theme, dialog)
            self._keep_parts(window.parts)
        window.show_topic(topic)
        window.open_on_top()

    def counted(self, section: str = "") -> None:
        """Explain how a chart or the reasons are counted; "" shows the whole text from its beginning."""
        self._window_of_help().show_section(section)

    def topic(self, topic: str) -> None:
        """Show one topic."""
        window = self._window_of_help()
        window.show_topic(topic)
        window.open_on_top()

    def first_steps(self, diary: Path | None = None) -> None:
        """Say where the diary lives and what it is not, and ask for units and text size."""
        from cramplog.gui.dialogs.first_steps import FirstSteps

        FirstSteps(self._given, self._looks, diary, self._window).open()

    def about(self) -> None:
        """Say what CrampLog is and is not, which version, and whose work is in it."""
        from cramplog.gui.dialogs.about import AboutDialog

        dialog = AboutDialog(self._given.theme, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _window_of_help(self) -> HelpDialog:
        from cramplog.gui.dialogs.help import HelpDialog

        if self._help is None:
            parent: QWidget = self._window
            self._help = HelpDialog(self._given.theme, parent)
            self._keep_parts(self._help.parts)
        return self._help

    def _keep_parts(self, parts: QSplitter) -> None:
        settings = self._given.settings
        if settings.help_parts is not None:
            parts.restoreState(settings.help_parts)
        parts.splitterMoved.connect(lambda _at, _index: settings.keep_help_parts(parts.saveState()))
