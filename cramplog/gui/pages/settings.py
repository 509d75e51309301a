"""The Settings page: how it looks and reads, the rules, the person, and where backups go."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit

from cramplog.domain.changes import Kind
from cramplog.domain.period import DAY_STARTS_HOUR, diary_day
from cramplog.domain.person import Person
from cramplog.domain.settings import DiarySettings
from cramplog.gui.dialogs.erase import EraseDialog
from cramplog.gui.dialogs.second_folder import SecondFolder
from cramplog.gui.pages.page import Page, Tools
from cramplog.gui.pages.settings_backup import BackupCard, EraseCard
from cramplog.gui.pages.settings_card import SettingsCard
from cramplog.gui.pages.settings_language import LanguageCard
from cramplog.gui.pages.settings_look import LookCard, ReaderCard
from cramplog.gui.pages.settings_person import PersonCard
from cramplog.gui.pages.settings_reminder import ReminderCard
from cramplog.gui.pages.settings_rules import DayStartCard, RulesCard
from cramplog.gui.widgets.columns import Columns
from cramplog.gui.widgets.text import Text
from cramplog.i18n import _
from cramplog.words import dates

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QWidget

    from cramplog.gui.tasks import Request
    from cramplog.services.erasing import Belongings
    from cramplog.services.open_diary import OpenDiary
    from cramplog.services.upkeep import BackupState


@dataclass(frozen=True, slots=True, kw_only=True)
class SettingsAnswer:
    """What the page shows of the diary."""

    settings: DiarySettings
    person: Person
    backups: BackupState


class SettingsPage(Page):
    """Each change is saved at once, and what changes the diary is one step of undo.

    `look_chosen` and `text_size_chosen` ask the window to wear another look or size.
    """

    look_chosen = Signal(str)
    text_size_chosen = Signal(float)

    concerns = frozenset({Kind.SETTINGS, Kind.PERSON})

    def __init__(self, given: Tools, parent: QWidget | None = None, *, at_once: bool = True) -> None:
        super().__init__(given, _("Settings"), parent)
        theme = given.theme
        self.search = QLineEdit()
        self.search.setPlaceholderText(_("Search the settings"))
        self.search.setAccessibleName(_("Search the settings"))
        self._glass = QAction(self)
        self.search.addAction(self._glass, QLineEdit.ActionPosition.LeadingPosition)
        self.second_folder = SecondFolder(given.client, theme, self)
        self._nothing = Text(theme, _("No setting with these words."), tone="ink2")
        self._columns = Columns(theme, shares=(1, 1))
        self._put_together()
        self._making = self._make()
        if at_once:
            self.make_whole()

    def load(self) -> Request | None:
        """Ask for what belongs to the diary."""
        return self.given.client.ask(_read, self._show_answer, owner=self)

    def cards(self) -> tuple[SettingsCard, ...]:
        """All cards, in reading order."""
        return (
            self.language,
            self.look,
            self.reader,
            self.reminder,
            self.person,
            self.day_start,
            self.rules,
            self.backup,
            self.erase,
        )

    def show_look(self, _look: str = "") -> None:
        """Another look was chosen elsewhere, as in the menu."""
        self.look.show_settings()

    def _show_answer(self, answer: SettingsAnswer) -> None:
        self.day_start.show_settings(answer.settings)
        self.rules.show_settings(answer.settings)
        self.person.show_person(answer.person)
        self.backup.show_state(answer.backups)

    def _narrow(self, text: str) -> None:
        found = [card.narrow(text) for card in self.cards()]
        self._nothing.setVisible(not any(found))

    def _save_settings(self, settings: DiarySettings) -> None:
        self.given.client.change(
            lambda diary: diary.diary.set_rules(settings), owner=self, failed=self._not_saved
        )

    def _save_person(self, person: Person) -> None:
        self.given.client.change(
            # What was typed stays: the next change takes it along.
            lambda diary: diary.diary.describe_person(person),
            owner=self,
            failed=self.given.client.failed.emit,
        )

    def _not_saved(self, error: Exception) -> None:
        """What is shown must be what is saved."""
        self.given.client.failed.emit(error)
        self.reload()

    def _folder_chosen(self, folder: Path) -> None:
        self.said.emit(_("Backups go to %(folder)s too.") % {"folder": folder})
        self.reload()

    def _folder_left(self) -> None:
        self.said.emit(_("Backups go to one folder."))
        self.reload()

    def _ask_to_erase(self, what: Belongings) -> None:
        self.erasing = EraseDialog(self.theme, self.given.client, what, self.window())
        self.erasing.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.erasing.open()

    def _make(self) -> Iterator[None]:
        """The cards, in reading order."""
        theme, settings = self.theme, self.given.settings
        first, second = self._columns.first, self._columns.second
        self.language = LanguageCard(theme, settings)
        first.addWidget(self.language)
        yield
        self.look = LookCard(theme, settings)
        first.addWidget(self.look)
        yield
        self.reader = ReaderCard(theme, settings)
        first.addWidget(self.reader)
        yield
        self.reminder = ReminderCard(theme, settings)
        first.addWidget(self.reminder)
        yield
        self.person = PersonCard(theme, settings, self._today)
        second.addWidget(self.person)
        yield
        self.day_start = DayStartCard(theme)
        second.addWidget(self.day_start)
        yield
        self.rules = RulesCard(theme)
        second.addWidget(self.rules)
        yield
        self.backup = BackupCard(theme)
        second.addWidget(self.backup)
        self.erase = EraseCard(theme)
        second.addWidget(self.erase)
        yield
        self._listen()
        self._follow()

    def _put_together(self) -> None:
        self.tools.addWidget(self.search)
        self.content.addWidget(self._nothing)
        self.content.addWidget(self._columns)
        self.content.addStretch(1)
        self._nothing.hide()

    def _listen(self) -> None:
        self.search.textChanged.connect(self._narrow)
        self.look.look_chosen.connect(self.look_chosen)
        self.look.text_size_chosen.connect(self.text_size_chosen)
        self.day_start.changed.connect(self._settings_changed)
        self.rules.changed.connect(self._settings_changed)
        self.person.changed.connect(self._save_person)
        self.backup.folder_wanted.connect(self.second_folder.ask)
        self.backup.folder_left.connect(lambda: self.second_folder.choose(None))
        self.erase.wanted.connect(lambda: self.given.client.belongings(self._ask_to_erase, owner=self))
        self.second_folder.chosen.connect(self._folder_chosen)
        self.second_folder.left.connect(self._folder_left)
        self.second_folder.failed.connect(self.given.client.failed)
        self.theme.changed.connect(self._follow)

    def _settings_changed(self, settings: DiarySettings) -> None:
        # Both cards hold the whole of the settings: a change in one must not undo one in the other.
        self.day_start.show_settings(settings)
        self.rules.show_settings(settings)
        self._save_settings(settings)

    def _follow(self) -> None:
        self._glass.setIcon(self.theme.icon("search"))
        self.search.setMinimumWidth(round(self.theme.space.text_column / 2 * self.theme.text_size))

    def _today(self) -> date:
        return diary_day(self.given.clock.now(), DAY_STARTS_HOUR)


def _read(diary: OpenDiary) -> SettingsAnswer:
    contents = diary.reading.contents()
    dates.warm_up()
    return SettingsAnswer(
        settings=contents.settings,
        person=contents.person,
        backups=diary.upkeep.state(),
    )
