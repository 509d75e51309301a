"""Leads out of it where the diary is damaged or cannot be opened: a banner that stays, and what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from cramplog.domain.errors import DiaryError
from cramplog.gui.widgets.notice import Notice
from cramplog.i18n import _

if TYPE_CHECKING:
    from cramplog.gui.dialogs.damage import DamageDialog
    from cramplog.gui.diary_client import DiaryClient
    from cramplog.gui.main_window import MainWindow
    from cramplog.gui.theme.theme import Theme
    from cramplog.services.open_diary import OpenDiary
    from cramplog.services.rescuing import Finding


class Trouble(QObject):
    """Looks at each opening of the diary, also the one after a rescue."""

    def __init__(self, window: MainWindow, theme: Theme, client: DiaryClient) -> None:
        super().__init__(window)
        self._window, self._theme, self._client = window, theme, client
        self._error: DiaryError | None = None
        self.dialog: DamageDialog | None = None
        self.notice = Notice(theme, "warn")
        self.ask = self.notice.add_button(_("What can I do?"))
        self.ask.clicked.connect(self.look)
        self.notice.hide()
        window.shell.banners.addWidget(self.notice)
        client.failed_to_open.connect(self._not_opened)
        client.opened.connect(self._opened)
        client.changed.connect(self._look_whether_over)

    def look(self) -> None:
        """Look what can be saved, and offer it."""
        self._client.rescue(
            lambda rescuing: rescuing.look(), self._offer, owner=self, failed=self._window.explain
        )

    def stop(self) -> None:
        """The window closes."""
        if self.dialog is not None:
            self.dialog.done(0)

    def _opened(self, diary: OpenDiary) -> None:
        self._window.shell.open_pages()
        self._window.menus.do_with_diary()
        self._show(None, damaged=diary.file.is_damaged)
        if diary.file.refusal is not None and not diary.file.is_damaged:
            self.ask.hide()
            self.notice.say(_("This diary can only be read."), text=str(diary.file.refusal))
            self.notice.show()

    def _not_opened(self, error: Exception) -> None:
        if isinstance(error, DiaryError):
            self._show(error, damaged=False)
        else:
            self._window.explain(error)

    def _look_whether_over(self) -> None:
        if self.notice.isVisible():
            self._client.ask(lambda diary: diary.file.writable, self._is_over, owner=self)

    def _is_over(self, writable: bool) -> None:
        if writable:
            self._show(None, damaged=False)

    def _show(self, error: DiaryError | None, *, damaged: bool) -> None:
        self._error = error
        if error is None and not damaged:
            self.notice.hide()
            return
        self.ask.show()
        lead = _("Your diary could not be opened.") if error else _("Part of your diary is damaged.")
        text = str(error) if error else _("What is sound is shown. Nothing can be saved for now.")
        self.notice.say(lead, text=text)
        self.notice.show()
        self.look()

    def _offer(self, found: Finding) -> None:
        from cramplog.gui.dialogs.damage import DamageDialog

        if self.dialog is not None:
            self.dialog.done(0)
        self.dialog = DamageDialog(self._theme, self._client, found, self._error, self._window)
        self.dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.dialog.mended.connect(lambda words: self._window.notice.inform("", words))
        self.dialog.try_again.connect(self._client.open)
        self.dialog.finished.connect(self._answered)
        self.dialog.open()

    def _answered(self) -> None:
        self.dialog = None
