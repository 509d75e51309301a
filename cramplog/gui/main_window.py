"""The main window: menus, the pages, what is said above and below them, and where it was last."""

from __future__ import annotations

from collections.abc import Callable, Collection
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QApplication, QMainWindow

from cramplog.domain.errors import CrampLogError, DiaryError
from cramplog.gui import example, page_list, window_place
from cramplog.gui.actions import LOOKS
from cramplog.gui.dialogs.files import Files
from cramplog.gui.dialogs.on_paper import OnPaper
from cramplog.gui.explaining import Explaining
from cramplog.gui.look_choice import LookChoice
from cramplog.gui.menus import Menus
from cramplog.gui.pages_on_demand import PAUSE_MS, PagesOnDemand
from cramplog.gui.stepping import Stepping
from cramplog.gui.timer_cover import TimerCover
from cramplog.gui.typed_again import lead_back
from cramplog.gui.undo_notice import UndoNotice
from cramplog.gui.unsaved import UnsavedEntries
from cramplog.gui.widgets.announcing import announce
from cramplog.gui.widgets.reading_order import put_in_order
from cramplog.gui.widgets.shell import Shell
from cramplog.i18n import _
from cramplog.words import fields

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent, QPaintEvent

    from cramplog.domain.draft import EpisodeDraft
    from cramplog.gui.pages.page import Page, Tools


class MainWindow(QMainWindow):
    """One window on one diary. `painted` comes once, after the first paint: then the diary may be opened."""

    painted = Signal()

    def __init__(self, program: QApplication, given: Tools) -> None:
        super().__init__()
        self._given = given
        self._was_painted = self._is_example = self.is_leaving = False
        self.setWindowTitle("CrampLog")
        self.unsaved = UnsavedEntries(self, given)
        self.notice = UndoNotice(given.theme, given.client)
        self.shell = Shell(given.theme, page_list.entries())
        self.pages = PagesOnDemand(given, self.shell.stack, self)
        self.timer = TimerCover(self, self.shell, given)
        self.looks = LookChoice(given.theme, given.settings, self)
        self.explaining = Explaining(self, self.shell, given, self.looks)
        self.stepping = Stepping(given.client, self.keep_now, self)
        self._before_form = "log"
        self.files = Files(self, given, tell=self.tell, explain=self.explain)
        self.on_paper = OnPaper(
            self, given, tell=self.tell, explain=self.explain, left=lambda: self.pages.log.reload()
        )
        self._put_together()
        self.menus = Menus(self, self._handlers())
        self.menus.show_look(given.settings.look)
        self.files.others.show_recent(self.menus.action("recent"))
        self.menus.show_steps("", "")
        self._listen()
        # Not in one go with the first paint: it takes its time too.
        self.painted.connect(lambda: QTimer.singleShot(PAUSE_MS, self, partial(self._follow_focus, program)))
        window_place.restore(self, given.settings)
        self.shell.show_page("log")

    def show_as_example(self) -> None:
        """Say that this diary is an example, so that nobody takes it for the own one."""
        self._is_example = True
        self.files.others.remembers = False
        self.setWindowTitle(example.title())
        example.introduce(self.notice)

    def tell(self, words: str) -> None:
        """Say something in the status line, and to those who listen rather than look."""
        self.shell.status.mention(words)
        announce(self, words)

    def explain(self, error: Exception) -> None:
        """Say what could not be done and what to do, until the next action."""
        self.shell.status.show_words(_("That did not work."))
        if isinstance(error, CrampLogError):
            is_file = isinstance(error, DiaryError)
            self.notice.warn(_("That did not work."), fields.sentence(error), copy=is_file)
        else:
            self.say_unexpected(type(error).__name__)

    def say_unexpected(self, kind: str) -> None:
        """An error of the program's own."""
        self.notice.warn(
            _("Something went wrong in CrampLog."),
            _("What was saved is safe. If it happens again, please report “%(kind)s”.") % {"kind": kind},
        )

    def open_form(self, draft: EpisodeDraft) -> None:
        """Fill in or change one cramp; Done comes back to the page it was asked for on."""
        if self.shell.current_page() != "form":
            self._before_form = self.shell.current_page()
        self.pages.form.edit(draft)
        self.shell.show_page("form")
        self.shell.sidebar.set_current(self._before_form)

    def log_a_cramp(self) -> None:
        """An empty form for a cramp that begins now."""
        from cramplog.domain.draft import EpisodeDraft

        clock = self._given.clock
        self.open_form(EpisodeDraft.begun(started=clock.now(), zone=clock.zone()))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 (Qt's names)
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            self.painted.emit()

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: N802
        put_in_order(self)
        return super().focusNextPrevChild(forward)

    def leave(self) -> None:
        """Close the window and end the program, also where closing would leave it in the tray."""
        self.is_leaving = True
        self.close()

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        if not self.unsaved.may_close():
            event.ignore()
            # Who stays after all has not left.
            self.is_leaving = self.is_leaving and self.unsaved.is_closing
            return
        self._given.settings.geometry = self.saveGeometry()
        super().closeEvent(event)
        if self.is_leaving:
            QApplication.quit()

    def _follow_focus(self, program: QApplication) -> None:
        from cramplog.gui.widgets.focus_ring import FocusRing

        FocusRing(self._given.theme, self, program)
        self.explaining.watch(program)

    def _put_together(self) -> None:
        for banner in (self.unsaved.notice, self.notice):
            self.shell.banners.addWidget(banner)
        self.notice.undo.clicked.connect(self.stepping.take_back)
        self.notice.add_button(_("Close this note")).clicked.connect(self.notice.hide)
        self.setCentralWidget(self.shell)

    def _listen(self) -> None:
        client = self._given.client
        client.opened.connect(self._opened)
        client.failed_to_open.connect(self._not_opened)
        client.rights_changed.connect(self._follow_rights)
        client.changed.connect(self._changed)
        client.failed.connect(self.explain)
        self.shell.wanted.connect(self.pages.page)
        self.pages.made.connect(self._welcome)
        self.looks.look_changed.connect(self.menus.show_look)
        self.looks.said.connect(self.tell)
        self.unsaved.wanted.connect(self.open_form)
        self.unsaved.day_wanted.connect(self._page_shower("log"))
        self.shell.page_shown.connect(lambda _key: self.unsaved.look())
        self.shell.page_shown.connect(lambda _key: self._show_choice())
        self.shell.page_shown.connect(lambda _key: self._show_saving_unless_read())
        self.shell.status.mentioned.connect(self._show_saving)
        self.timer.began.connect(self.notice.hide)
        self.timer.over.connect(self.open_form)
        client.opened.connect(self.timer.find_again)
        self._show_choice()

    def _welcome(self, key: str, page: Page) -> None:
        """A page has been made: put it into the frame and listen to it."""
        self.shell.add_page(key, page)
        page.form_wanted.connect(self.open_form)
        page.page_wanted.connect(self.shell.show_page)
        page.said.connect(self.tell)
        page.removed.connect(self.notice.offer)
        page.file_wanted.connect(self.files.bring_in)
        match key:
            case "log":
                self.pages.log.timer_wanted.connect(self.timer.start)
                lead_back(self.pages, self.shell, self.on_paper)
                self.unsaved.watch_day(self.pages.log)
                self.pages.log.day.more.explained.connect(self._show_saving)
                self.pages.log.example_wanted.connect(example.open_in_own_window)
            case "form":
                self.unsaved.watch(self.pages.form)
                self.pages.form.keeper.changed.connect(self._show_saving)
                self.pages.form.done.connect(lambda: self.shell.show_page(self._before_form))
            case "diary":
                self.pages.diary.choice_changed.connect(self._show_choice)
            case "insights":
                self.pages.insights.cramps_wanted.connect(self._show_cramps)
                self.pages.insights.help_wanted.connect(self.explaining.counted)
            case "trash":
                page.said.connect(lambda _words: self.stepping.tell(self.menus))
            case "settings":
                self.pages.settings.look_chosen.connect(self.looks.wear)
                self.pages.settings.text_size_chosen.connect(self.looks.set_text_size)
                self.looks.look_changed.connect(self.pages.settings.show_look)

    def _handlers(self) -> dict[str, Callable[[], object]]:
        looks = {name: partial(self.looks.wear, look) for name, look in LOOKS.items()}
        return {
            **self.files.actions(),
            "save_page": self._save_page,
            "quit": self.leave,
            "undo": self.stepping.undo,
            "redo": self.stepping.redo,
            "edit": lambda: self.pages.diary.edit_chosen(),
            "delete": lambda: self.pages.diary.delete_chosen(),
            "log": self.log_a_cramp,
            "free_today": lambda: self.pages.log.mark_today_free(),
            "free_since": lambda: self.pages.log.mark_free_since(),
            "cramp_now": self.timer.start,
            "fill_days": self._page_shower("fill_days"),
            "trash": self._page_shower("trash"),
            **{f"page_{entry.key}": self._page_shower(entry.key) for entry in page_list.entries()},
            "larger": self.looks.larger,
            "smaller": self.looks.smaller,
            "usual_size": self.looks.usual,
            **self.explaining.actions(),
            **self.on_paper.actions(),
            **looks,
        }

    def keep_now(self) -> None:
        """Save what is still waiting for the end of typing."""
        self.pages.log.keep_now()
        if self.pages.is_made("form"):
            self.pages.form.keep_now()

    def _show_cramps(self, ids: Collection[str]) -> None:
        self.shell.show_page("diary")
        self.pages.diary.show_cramps(ids)

    def _save_page(self) -> None:
        self.shell.show_page("summary")
        self.pages.summary.save_pdf()

    def _page_shower(self, key: str) -> Callable[[], None]:
        return lambda: self.shell.show_page(key)

    def _opened(self) -> None:
        self._changed()
        # Asked for last: the page in sight comes first.
        self._given.client.ask(lambda _diary: None, lambda _none: self.pages.make_the_rest(), owner=self)

    def _not_opened(self) -> None:
        self.shell.status.show_words(_("The diary is not open."))
        self.shell.close_pages()
        self.menus.do_without_diary()

    def _follow_rights(self) -> None:
        self.menus.allow_writing(self._given.client.can_write)

    def _changed(self) -> None:
        self.tell(self.unsaved.words())
        self._show_saving()
        self.stepping.tell(self.menus)

    def _show_saving_unless_read(self) -> None:
        if self._given.client.is_open and not self.shell.status.is_mentioning:
            self._show_saving()

    def _show_saving(self) -> None:
        is_saved = self.unsaved.is_all_saved and not self.unsaved.waits_for_more
        if is_saved and self._is_example:
            self.shell.status.show_words(example.not_kept())
        else:
            self.shell.status.show_words(self.unsaved.words(), saved=is_saved)

    def _show_choice(self) -> None:
        chosen = self.shell.current_page() == "diary" and self.pages.diary.has_choice
        chosen = chosen and self._given.client.can_write
        self.menus.action("edit").setEnabled(chosen)
        self.menus.action("delete").setEnabled(chosen)
