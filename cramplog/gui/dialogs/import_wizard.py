"""The way of a file into the diary: read it, ask where it is unclear, show what would change, do it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QProgressBar, QStackedWidget, QVBoxLayout, QWidget

from cramplog.domain import wall_time
from cramplog.domain.changes import Changed, Kind
from cramplog.domain.workout import Workout
from cramplog.exchange.asked import Asked
from cramplog.exchange.choices import Choices
from cramplog.exchange.home import Home
from cramplog.exchange.progress import Cancelled
from cramplog.gui.dialogs.exertion_page import ExertionPage
from cramplog.gui.dialogs.import_preview import ImportPreview
from cramplog.gui.dialogs.passphrase import PassphrasePage
from cramplog.gui.dialogs.table_page import TablePage
from cramplog.gui.dialogs.told import Told
from cramplog.gui.widgets.button import Button
from cramplog.gui.widgets.reading_order import put_in_order
from cramplog.gui.widgets.text import Text
from cramplog.i18n import _

if TYPE_CHECKING:
    from cramplog.exchange.preview import Preview
    from cramplog.exchange.tables.guess import Guess
    from cramplog.gui.pages.page import Tools
    from cramplog.gui.tasks import Request

FIRST_SIZE = (960, 680)
_WIDER = 0.75


class ImportWizard(QDialog):
    """One import. `imported` says what it changed; `failed` carries the reason why it could not be."""

    imported = Signal(object)
    failed = Signal(object)

    def __init__(self, given: Tools, paths: tuple[Path, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._given = given
        self._paths = paths
        self._told = Told(self)
        self._told.moved.connect(self._move)
        self._tables: list[TablePage] = []
        self._preview: Preview | None = None
        self._comparing: Request | None = None
        self.setWindowTitle(_("Import"))
        self._fit()
        self._put_together()
        self._passphrase: str | None = None
        self._wait(_("Reading the files…"))
        given.client.ask(
            lambda diary: diary.sealing.sealed_among(paths), self._unseal, owner=self, failed=self._fail
        )

    def reject(self) -> None:
        """Cancel: work under way ends at its next step, with nothing of it kept."""
        self._told.stop()
        super().reject()

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: N802 (Qt's name)
        put_in_order(self)
        return super().focusNextPrevChild(forward)

    def _fit(self) -> None:
        """Wider for large text, as far as the window behind it goes."""
        size = QSize(*FIRST_SIZE)
        behind = self.parentWidget()
        if behind is not None:
            wished = size * max(1.0, self._given.theme.text_size * _WIDER)
            size = wished.boundedTo(behind.window().size()).expandedTo(size)
        self.resize(size)

    def _put_together(self) -> None:
        theme = self._given.theme
        self.title = Text(theme, "", "title")
        self.bar = QProgressBar()
        self.bar.setFont(theme.font("small"))
        self.bar.setAccessibleName(_("How far it is"))
        self.pages = QStackedWidget()
        self.next = Button(theme, _("Next"), kind="main")
        self.next.clicked.connect(self._go_on)
        self.cancel = Button(theme, _("Cancel"))
        self.cancel.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.addWidget(self.next)
        row.addWidget(self.cancel)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.space.page, theme.space.page, theme.space.page, theme.space.page)
        column.setSpacing(theme.space.group)
        column.addWidget(self.title)
        column.addWidget(self.bar)
        column.addWidget(self.pages, 1)
        column.addLayout(row)
        self._step: Callable[[], None] = self._read

    def _go_on(self) -> None:
        self._step()

    def _wait(self, words: str) -> None:
        self.title.setText(words)
        self.bar.setRange(0, 0)
        self.bar.show()
        self.next.setEnabled(False)

    def _move(self, done: int, total: int) -> None:
        self.bar.setRange(0, total)
        self.bar.setValue(done)

    def _show(self, title: str, page: QWidget, button: str, step: Callable[[], None]) -> None:
        self.title.setText(title)
        self.bar.hide()
        self.pages.addWidget(page)
        self.pages.setCurrentWidget(page)
        # Else Cancel would have the keys, which alone could be pressed while the file was read.
        page.setFocus(Qt.FocusReason.OtherFocusReason)
        self.next.setText(button)
        self.next.setEnabled(True)
        self._step = step

    def _unseal(self, sealed: tuple[Path, ...]) -> None:
        """Ask for the passphrase of the sealed files; all of them must have the same."""
        if not sealed:
            self._look_for_tables()
            return
        self.passphrase = PassphrasePage(self._given.theme, sealed)
        self.passphrase.entered.connect(self._go_on)
        self._show(_("This file is sealed"), self.passphrase, _("Open"), lambda: self._try_passphrase(sealed))
        self.passphrase.setFocus()

    def _try_passphrase(self, sealed: tuple[Path, ...]) -> None:
        passphrase = self.passphrase.passphrase()
        if passphrase is None:
            return
        self.next.setEnabled(False)

        def opened(_none: None) -> None:
            self._passphrase = passphrase
            self._look_for_tables()

        def wrong(error: Exception) -> None:
            self.next.setEnabled(True)
            self.passphrase.tell_wrong(str(error))

        self._given.client.ask(
            lambda diary: diary.sealing.expect_opens(sealed, passphrase), opened, owner=self, failed=wrong
        )

    def _look_for_tables(self) -> None:
        self._wait(_("Reading the files…"))
        self._given.client.ask(
            lambda diary: diary.exchange.tables(self._paths), self._ask_about, owner=self, failed=self._fail
        )

    def _ask_about(self, tables: tuple[Guess, ...]) -> None:
        self._waiting = list(tables)
        self._ask_next()

    def _ask_next(self) -> None:
        if not self._waiting:
            self._read()
            return
        guess = self._waiting.pop(0)
        page = TablePage(self._given.theme, guess, self._home(), self._given.settings.table_mapping)
        self._tables.append(page)
        page.changed.connect(lambda: self.next.setEnabled(page.is_clear))
        self._show(_("How is this table to be read?"), page, _("Next"), self._keep_mapping)
        self.next.setEnabled(page.is_clear)

    def _keep_mapping(self) -> None:
        page = self._tables[-1]
        self._given.settings.keep_table_mapping(page.headings, page.mapping.as_text())
        self._ask_next()

    def _read(self) -> None:
        self._wait(_("Reading the files…"))
        mappings = {(page.sheet.path, page.sheet.name): page.mapping for page in self._tables}
        asked = Asked(home=self._home(), mappings=mappings, passphrase=self._passphrase)
        self._given.client.ask(
            lambda diary: diary.exchange.preview(self._paths, asked, progress=self._told),
            self._show_preview,
            owner=self,
            failed=self._fail,
        )

    def _show_preview(self, preview: Preview) -> None:
        self._preview = preview
        self.preview = ImportPreview(self._given.theme, preview, self._given.settings.units)
        self.preview.chosen.connect(self._compare_again)
        self._show(_("What will change"), self.preview, _("Import"), self._apply)
        self.next.setEnabled(bool(preview.changes))

    def _compare_again(self, choices: Choices) -> None:
        assert self._preview is not None
        found = self._preview.found
        self.next.setEnabled(False)
        if self._comparing is not None:
            # The answer to an earlier choice would stand in place of this one's.
            self._comparing.drop()
        self._comparing = self._given.client.ask(
            lambda diary: diary.exchange.compared(found, choices),
            self._show_preview,
            owner=self,
            failed=self._fail,
        )

    def _apply(self) -> None:
        preview = self._preview
        assert preview is not None
        self._wait(_("Importing…"))
        self._given.client.change(
            lambda diary: diary.exchange.apply(preview, progress=self._told),
            owner=self,
            done=self._applied,
            failed=self._fail,
        )

    def _applied(self, changed: Changed) -> None:
        self.imported.emit(changed)
        if not changed.touches(Kind.WORKOUTS):
            self.accept()
            return
        self._given.client.ask(
            lambda diary: diary.exchange.without_exertion(changed.ids),
            self._ask_exertion,
            owner=self,
            failed=self._fail,
        )

    def _ask_exertion(self, workouts: tuple[Workout, ...]) -> None:
        if not workouts:
            self.accept()
            return
        self.exertions = ExertionPage(self._given.theme, workouts)
        self._show(_("Imported. How hard was it?"), self.exertions, _("Save"), self._rate)
        self.cancel.setText(_("Later"))

    def _rate(self) -> None:
        chosen = self.exertions.chosen()
        if chosen:
            self._given.client.change(lambda diary: diary.diary.rate_workouts(chosen), owner=self)
        self.accept()

    def _fail(self, error: Exception) -> None:
        if not isinstance(error, Cancelled):
            self.failed.emit(error)
        super().reject()

    def _home(self) -> Home:
        clock = self._given.clock
        return Home(zone=wall_time.zone_named(clock.zone()) or clock.now().tzinfo, name=clock.zone())
