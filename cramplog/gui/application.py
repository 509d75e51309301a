"""The window's program: theme, workers, client and main window, put together and taken apart again."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from cramplog import paths
from cramplog.gui import speech, window_place
from cramplog.gui.backup_notice import BackupNotice
from cramplog.gui.diary_client import DiaryClient
from cramplog.gui.main_window import MainWindow
from cramplog.gui.pages.log import LATEST
from cramplog.gui.pages.page import Tools
from cramplog.gui.theme import fonts, icons
from cramplog.gui.theme.looks import palette_for
from cramplog.gui.theme.theme import Theme, system_palette
from cramplog.gui.trouble import Trouble
from cramplog.gui.unexpected import UnexpectedErrors
from cramplog.gui.view_state import ViewState
from cramplog.i18n import LANGUAGES, _, language, system_formats, system_locale
from cramplog.words import dates

if TYPE_CHECKING:
    from cramplog.domain.clock import Clock
    from cramplog.gui.settings import WindowSettings
    from cramplog.gui.tasks import Tasks
    from cramplog.services.erasing import Erasing
    from cramplog.services.open_diary import OpenDiary
    from cramplog.services.rescuing import Rescuing
    from cramplog.services.restoring import Restoring
    from cramplog.storage.first_look import FirstLook

# How many things are made before the young, the middle and all that lives are searched for unused circles.
_YOUNG, _MIDDLE, _SELDOM = 700, 10, 1000


def _look_and_say(first_look: Callable[[int], FirstLook | None]) -> FirstLook | None:
    """The first look, on the worker; the calendar's words come with the first date, and better there too."""
    look = first_look(LATEST)
    if look is not None:
        dates.when(look.latest[0].started, look.day_starts_hour)
    return look


def start_qt() -> QApplication:
    """Qt's own object, made once a process."""
    there = QApplication.instance()
    if isinstance(there, QApplication):
        return there
    # Searching all, the records of ten years among it, stands the window still for longer than anything else.
    gc.set_threshold(_YOUNG, _MIDDLE, _SELDOM)
    # Asked for in words: for `setStyle` PySide makes all that a style can be asked, before the first paint.
    program = QApplication([*sys.argv[:1], "-style", "Fusion"])
    program.setApplicationName("CrampLog")
    program.setDesktopFileName("cramplog")
    program.setWindowIcon(icons.app_icon())
    speech.speak(program)
    return program


class Application:
    """One window on one diary. `show` opens it, `stop` closes all that it started."""

    def __init__(
        self,
        *,
        open_diary: Callable[[], OpenDiary],
        first_look: Callable[[int], FirstLook | None],
        restoring: Callable[[], Restoring],
        rescuing: Callable[[], Rescuing],
        erasing: Callable[[], Erasing],
        tasks: Tasks,
        settings: WindowSettings,
        clock: Clock,
        is_example: bool = False,
    ) -> None:
        fonts.load()
        self.tasks = tasks
        self.settings = settings
        settings.tell_the_words()
        self.theme = Theme(palette_for(settings.look), settings.text_size)
        self.client = DiaryClient(
            tasks.diary,
            open_diary,
            first_look=partial(_look_and_say, first_look),
            restoring=restoring,
            rescuing=rescuing,
            erasing=erasing,
        )
        self._erasing = erasing
        self._erased = False
        self.view = ViewState()
        program = QApplication.instance()
        assert isinstance(program, QApplication)
        self._program = program
        self.given = Tools(
            theme=self.theme,
            client=self.client,
            drawing=tasks.drawing,
            view=self.view,
            settings=settings,
            clock=clock,
        )
        self._is_example = is_example
        self._furnish: Callable[[MainWindow], object] = lambda _window: None
        self._build()
        settings.language_changed.connect(self._speak)
        self.client.erased.connect(self._end_for_good)

    def furnish(self, furnish: Callable[[MainWindow], object]) -> None:
        """Give the window what belongs to it from outside, and each window that takes its place too."""
        self._furnish = furnish
        furnish(self.window)

    def show(self) -> None:
        """Show the window; the diary is opened behind it once it has been painted."""
        self.errors.watch()
        QApplication.styleHints().colorSchemeChanged.connect(self._follow_system)
        self.window.painted.connect(self.client.open, Qt.ConnectionType.QueuedConnection)
        self.window.show()

    def tell_of_crash(self, account: str, *, told: Callable[[], None]) -> None:
        """The process before this one died: say so once the diary was found sound, and that it was `told`."""

        def tell(diary: OpenDiary) -> None:
            if not diary.file.is_damaged:
                self.errors.tell_of_last_time(account, told)

        self.client.opened.connect(tell, Qt.ConnectionType.SingleShotConnection)

    def renew_window(self) -> None:
        """Build the window anew, in the language that is spoken now, at the same place and page."""
        old = self.window
        self.settings.geometry = old.saveGeometry()
        self._take_apart()
        self._build()
        self.errors.watch()
        self._furnish(self.window)
        window_place.take_over(old, self.window)
        self.window.show()
        old.hide()
        shiboken6.delete(old)
        self.client.greet()

    def stop(self) -> None:
        """Close the window and the diary, and wait until what was recorded is on the disk."""
        self.window.unsaved.ask_no_more()
        self.window.is_leaving = True
        self.window.close()
        self.settings.save()
        self.client.close()
        self.tasks.stop()
        self._take_apart()
        if self._erased:
            # What closing has written.
            self._erasing().erase(second=False)

    def _build(self) -> None:
        self.window = MainWindow(self._program, self.given)
        if self._is_example:
            self.window.show_as_example()
        else:
            BackupNotice(self.client, self.window.notice, self.window.shell.status, self.window)
        self.trouble = Trouble(self.window, self.theme, self.client)
        self.theme.apply(self.window)
        self.errors = UnexpectedErrors(self.window, self.theme)
        for worker in (self.tasks.diary, self.tasks.drawing):
            worker.unexpected.connect(self.errors.tell)
        self.errors.end_wanted.connect(self.window.leave)

    def _take_apart(self) -> None:
        self.trouble.stop()
        self.errors.stop()

    def _end_for_good(self) -> None:
        self._erased = True
        self.window.unsaved.ask_no_more()
        self.window.close()

    def _speak(self) -> None:
        """Every word another one: what is typed is kept first, and then the window is built anew."""
        self.window.keep_now()
        # In the worker's queue behind every save that is on its way.
        self.tasks.diary.ask(lambda: None, done=self._speak_now, failed=self._stay, owner=self.client)

    def _speak_now(self, _nothing: object) -> None:
        if not self.window.unsaved.is_all_saved:
            self._stay()
            return
        chosen = self.settings.language or system_locale()
        language.speak(chosen, paths.resource("locale"), formats=system_formats())
        speech.speak(self._program)
        self.renew_window()
        self.window.tell(_("Language: %(name)s") % {"name": LANGUAGES.get(language.code, language.code)})

    def _stay(self, _error: Exception | None = None) -> None:
        self.window.notice.warn(
            _("A cramp is not saved."), _("The language will be another one when you open CrampLog again.")
        )

    def _follow_system(self) -> None:
        if self.settings.look == "system":
            self.theme.change(palette=system_palette())
