"""What was entered and is not saved: leads back to it; the window closes over it only when told to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from cramplog.gui.dialogs import elsewhere
from cramplog.gui.pages.left import Unread, Unsaved
from cramplog.gui.pages.typed_days import UnsavedDay
from cramplog.gui.widgets.notice import Notice
from cramplog.i18n import _
from cramplog.words import fields

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMainWindow

    from cramplog.gui.pages.day_more import UnreadEntry
    from cramplog.gui.pages.form import FormPage
    from cramplog.gui.pages.log import LogPage
    from cramplog.gui.pages.page import Tools

    Left = Unsaved | Unread | UnsavedDay | UnreadEntry


class UnsavedEntries(QObject):
    """`notice` stands over the other pages while something is unsaved.

    `wanted` carries the draft of the cramp to go back to, `day_wanted` asks for the page of today's card.
    """

    wanted = Signal(object)
    day_wanted = Signal()

    def __init__(self, window: QMainWindow, given: Tools) -> None:
        super().__init__(window)
        self._window, self._given = window, given
        self._form: FormPage | None = None
        self._log: LogPage | None = None
        self._closing = self._tried = self._ends = False
        self.notice = Notice(given.theme, "warn")
        self.back = self.notice.add_button(_("Go back to it"))
        self.back.clicked.connect(self._go_back)
        self.elsewhere = self.notice.add_button(elsewhere.words())
        self.elsewhere.clicked.connect(given.client.copy_wanted)
        self.notice.hide()

    def watch(self, form: FormPage) -> None:
        """The form has been made; before, nothing could be typed into it."""
        self._form = form
        form.keeper.changed.connect(self.look)

    def watch_day(self, log: LogPage) -> None:
        """The page with today's card has been made."""
        self._log = log
        log.typed_days.changed.connect(self.look)
        log.day.more.explained.connect(self.look)
        log.day.more.toggled.connect(lambda _open: self.look())

    @property
    def is_all_saved(self) -> bool:
        """Whether nothing waits to be saved, is on its way, or failed."""
        return self._is_settled and self._left() is None

    @property
    def waits_for_more(self) -> bool:
        """Whether the cramp in the form in sight lacks something without which it is not recorded."""
        from cramplog.gui.pages.form_keeper import Kept

        form = self._form
        return form is not None and form.isVisible() and form.keeper.state is Kept.NEEDED

    @property
    def is_closing(self) -> bool:
        """Whether the window closes once a save that is on its way has come through."""
        return self._closing

    def words(self) -> str:
        """How the saving stands, in a few words."""
        left = self._left()
        if isinstance(left, Unsaved):
            return _("A cramp is not saved")
        if self.waits_for_more and self._form is not None and not self._form.keeper.is_recorded:
            return _("This cramp is not saved yet")
        if left is not None or self.waits_for_more:
            return _("An entry is not saved")
        return _("All changes saved on this computer") if self._is_settled else _("Saving…")

    def may_close(self) -> bool:
        """Whether the window may close now. Where a save is on its way, the window closes after it."""
        # A save that failed while the window waited for it is not tried once more, but asked about.
        tried, self._tried = self._tried, False
        if not tried:
            self._save_what_waits()
        if self._ends:
            return True
        self._closing = not self._is_settled
        if self._closing:
            return False
        left = self._left()
        return left is None or self._is_given_up(left)

    def ask_no_more(self) -> None:
        """The program ends: what is on its way is waited for elsewhere."""
        self._ends = True

    def look(self) -> None:
        """See how the saving stands, and which page is shown."""
        left = self._left()
        if left is None or self._is_in_sight(left):
            self.notice.hide()
        elif not self.notice.isVisible():
            self.elsewhere.setVisible(isinstance(left, (Unsaved, UnsavedDay)))
            self.notice.say(_lead(left), text=_why(left))
            self.notice.show()
        if self._closing and self._is_settled:
            self._closing, self._tried = False, True
            # Those who wait for the save hear of it first.
            QTimer.singleShot(0, self._window, self._window.close)

    def _save_what_waits(self) -> None:
        if self._form is not None:
            self._form.keeper.leave()
        if self._log is not None:
            self._log.keep_now()

    @property
    def _is_settled(self) -> bool:
        of_cramps = self._form is None or self._form.keeper.is_settled
        return of_cramps and (self._log is None or self._log.typed_days.is_settled)

    def _is_in_sight(self, left: Left) -> bool:
        if isinstance(left, UnsavedDay):
            return self._log is not None and self._log.isVisible()
        if not isinstance(left, (Unsaved, Unread)):
            return left.field.isVisible()
        form = self._form
        return form is not None and form.isVisible() and left.draft.id == form.keeper.draft.id

    def _left(self) -> Left | None:
        of_cramps = None if self._form is None else self._form.keeper.unsaved or self._form.unread
        of_today = None if self._log is None else self._log.typed_days.unsaved or self._log.day.more.unread()
        return of_cramps or of_today

    def _is_given_up(self, left: Left) -> bool:
        from PySide6.QtWidgets import QMessageBox

        asked = QMessageBox(self._window)
        asked.setIcon(QMessageBox.Icon.Warning)
        asked.setWindowTitle(_("Not saved"))
        asked.setTextFormat(Qt.TextFormat.PlainText)
        copy = None
        if isinstance(left, (Unsaved, UnsavedDay)):
            copy = asked.addButton(elsewhere.words(), QMessageBox.ButtonRole.ActionRole)
        if isinstance(left, Unsaved):
            asked.setText(_("This cramp is not saved. Close all the same?"))
        elif isinstance(left, UnsavedDay):
            asked.setText(_lead(left))
        else:
            asked.setText(_("The entry “%(typed)s” is not saved. Close all the same?") % {"typed": left.text})
        asked.setInformativeText(_why(left))
        close = asked.addButton(_("Close all the same"), QMessageBox.ButtonRole.DestructiveRole)
        stay = asked.addButton(_("Stay here"), QMessageBox.ButtonRole.RejectRole)
        asked.setDefaultButton(stay)
        asked.setEscapeButton(stay)
        asked.exec()
        given_up = asked.clickedButton() is close
        if copy is not None and asked.clickedButton() is copy:
            self._given.client.copy_wanted.emit()
        asked.deleteLater()
        if not given_up:
            self._go_back()
        return given_up

    def _go_back(self) -> None:
        left = self._left()
        if isinstance(left, (Unsaved, Unread)):
            self.wanted.emit(left.draft)
        elif left is not None and self._log is not None:
            self.day_wanted.emit()
            if not isinstance(left, UnsavedDay):
                self._log.point_at_unread()


def _lead(left: Left) -> str:
    match left:
        case Unsaved():
            return _("A cramp is not saved.")
        case Unread():
            return _("One entry of a cramp is not saved.")
    return _("One entry of today is not saved.")


def _why(left: Left) -> str:
    return fields.sentence(left.error) if isinstance(left, (Unsaved, UnsavedDay)) else left.problem
