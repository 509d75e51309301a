"""The Diary page: the month and the table of cramps, two views of the same days."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cramplog.domain.changes import Changed, Kind
from cramplog.domain.draft import EpisodeDraft
from cramplog.domain.steps import Step
from cramplog.gui.models.entries import Entry, EntryFilter, KnownEntries, Offered, offered
from cramplog.gui.models.month import DiaryDays, diary_days
from cramplog.gui.pages.diary_filters import DiaryFilters
from cramplog.gui.pages.diary_list import DiaryList
from cramplog.gui.pages.diary_month_card import MonthCard
from cramplog.gui.pages.faces import Faces
from cramplog.gui.pages.page import Page, Tools
from cramplog.gui.undo_notice import UndoNotice
from cramplog.gui.widgets.button import Button
from cramplog.gui.widgets.card import Card
from cramplog.gui.widgets.columns import Columns
from cramplog.gui.widgets.empty_page import EmptyPage
from cramplog.gui.widgets.text import Text
from cramplog.i18n import _, ngettext
from cramplog.words import dates, numbers, steps

if TYPE_CHECKING:
    from cramplog.gui.tasks import Request
    from cramplog.services.open_diary import OpenDiary


@dataclass(frozen=True, slots=True, kw_only=True)
class DiaryAnswer:
    """What the page shows, made ready on the diary's worker."""

    entries: tuple[Entry, ...]
    offered: Offered
    days: DiaryDays
    day_starts_hour: int
    undo: Step | None


class DiaryPage(Page):
    """All cramps by day and in a table. `choice_changed` says that others are chosen now, or none."""

    choice_changed = Signal()

    # Every kind can be undone here.
    concerns = frozenset(Kind)

    def __init__(self, given: Tools, parent: QWidget | None = None) -> None:
        super().__init__(given, _("Diary"), parent)
        theme = given.theme
        self.month = MonthCard(theme)
        self.filters = DiaryFilters(theme)
        self.list = DiaryList(theme)
        if given.settings.diary_order is not None:
            self.list.sortByColumn(*given.settings.diary_order)
        self.list.horizontalHeader().sortIndicatorChanged.connect(given.settings.keep_diary_order)
        self.fill_button = Button(theme, _("Fill in past days"), kind="link", icon="calendar")
        self.fill_button.clicked.connect(lambda: self.page_wanted.emit("fill_days"))
        self.undo_button = Button(theme, _("Undo"), icon="undo")
        self.log_button = Button(theme, _("Log a cramp"), kind="main", icon="plus")
        self.notice = UndoNotice(theme, given.client)
        self._wanted: tuple[str, ...] = ()
        self._deleted_here: tuple[str, ...] = ()
        self._following = False
        # Only the diary's worker touches it.
        self._known = KnownEntries()
        self._count = Text(theme, "", "small", tone="ink2")
        self.faces = Faces(theme, self._ready_face(), self._empty_face())
        self._put_together()
        self._listen()

    @property
    def has_choice(self) -> bool:
        """Whether a cramp is chosen."""
        return bool(self.list.selectionModel().hasSelection())

    def edit_chosen(self) -> None:
        """Open the form for the first of the chosen cramps."""
        rows = self.list.chosen_rows()
        if rows:
            self.form_wanted.emit(EpisodeDraft.of(self.list.table.entry(rows[0]).episode))

    def delete_chosen(self) -> None:
        """Delete the chosen cramps, and offer to take it back."""
        ids = self.list.chosen_ids()
        if not ids:
            return
        said = self._deleted(ids)
        self.given.client.change(
            lambda diary: diary.diary.remove(ids),
            owner=self,
            done=lambda changed: self._offer_undo(ids, said, changed),
        )

    def show_cramps(self, ids: Collection[str]) -> None:
        """Choose just these cramps, whatever the table was narrowed to before."""
        self._wanted = tuple(ids)
        self.filters.clear()
        self._choose_wanted()

    def writing(self) -> tuple[QWidget, ...]:
        """The ways to more entries."""
        return self.log_button, self.fill_button

    def load(self) -> Request | None:
        """Ask for all cramps and days."""
        self.faces.wait()
        known = self._known
        return self.given.client.ask(
            lambda diary: _read(diary, known), self._show_answer, owner=self, failed=self.faces.show_failed
        )

    def _show_answer(self, answer: DiaryAnswer) -> None:
        chosen = self.list.chosen_ids()
        at = self.list.verticalScrollBar().value()
        self._following = True
        self.filters.show_diary(answer.offered, answer.days.today)
        self.list.table.show_entries(
            answer.entries,
            # What it was narrowed to may be gone from the diary, and the day another.
            self.filters.wanted(),
            day_starts_hour=answer.day_starts_hour,
            today=answer.days.today,
        )
        self.list.fit_columns()
        self.list.choose_ids(chosen)
        self.list.verticalScrollBar().setValue(at)
        self.month.show_days(answer.days)
        self._following = False
        self._show_undo(answer.undo)
        self._show_count()
        if answer.entries or answer.days.free:
            self.faces.show_ready()
        else:
            self.faces.show_empty()
        if self.list.table.rows_of(self._deleted_here):
            # Undone: what was taken away is chosen again, as before.
            self._wanted, self._deleted_here = self._deleted_here, ()
        self._choose_wanted()
        self.choice_changed.emit()

    def _choose_wanted(self) -> None:
        if self._wanted and self.list.table.rows_of(self._wanted):
            self.list.choose_ids(self._wanted)
            self._wanted = ()
            self._follow_list()
            self.list.setFocus()

    def _choose_day(self, day: date) -> None:
        self._following = True
        self.list.choose_day(day)
        self._following = False
        self.choice_changed.emit()
        self._show_count()

    def _follow_list(self) -> None:
        """Mark the day of the chosen cramp in the month."""
        rows = self.list.chosen_rows()
        if not self._following and rows:
            current = self.list.currentIndex().row()
            row = current if current in rows else rows[0]
            self.month.show_day(self.list.table.entry(row).day)
        self.choice_changed.emit()
        self._show_count()

    def _narrow(self, wanted: EntryFilter) -> None:
        chosen = self.list.chosen_ids()
        self._following = True
        self.list.table.narrow(wanted)
        self.list.choose_ids(chosen)
        self._following = False
        self.choice_changed.emit()
        self._show_count()

    def _show_count(self) -> None:
        table, chosen = self.list.table, len(self.list.chosen_rows())
        listed = table.rowCount()
        if listed == table.total:
            words = numbers.cramps(listed)
        else:
            words = ngettext(
                "%(shown)s of %(n)s cramp shown", "%(shown)s of %(n)s cramps shown", table.total
            ) % {"shown": numbers.count(listed), "n": numbers.count(table.total)}
        if chosen > 1:
            words += " · " + _("%(n)s chosen") % {"n": numbers.count(chosen)}
        self._count.setText(words)

    def _show_undo(self, step: Step | None) -> None:
        self.undo_button.set_possible(step is not None, reason=_("There is nothing to undo."))
        if step is not None:
            self.undo_button.setToolTip(_("Undo: %(step)s") % {"step": steps.step(step)})

    def _deleted(self, ids: tuple[str, ...]) -> str:
        if len(ids) == 1:
            (row,) = self.list.table.rows_of(ids)
            return _("Cramp of %(when)s deleted.") % {"when": self.list.table.when(row)}
        return ngettext("%(n)s cramp deleted.", "%(n)s cramps deleted.", len(ids)) % {
            "n": numbers.count(len(ids))
        }

    def _offer_undo(self, ids: tuple[str, ...], said: str, changed: Changed) -> None:
        self._deleted_here = ids
        self.notice.offer(said, changed)
        self.said.emit(said)

    def _undo(self) -> None:
        self.given.client.change(lambda diary: diary.diary.undo(), owner=self)

    def _log(self) -> None:
        clock = self.given.clock
        self.form_wanted.emit(EpisodeDraft.begun(started=clock.now(), zone=clock.zone()))

    def _ready_face(self) -> QWidget:
        space = self.theme.space
        self._columns = Columns(self.theme, shares=(1, 1))
        self._columns.first.addWidget(self.month)
        self._columns.first.addStretch(1)
        card = Card(self.theme)
        card.setAccessibleName(_("Cramps"))
        card.body.setContentsMargins(1, space.medium, 1, space.group)
        for widget, inset in ((self.filters, True), (self.list, False), (self._count, True)):
            row = QVBoxLayout()
            side = space.medium if inset else 0
            row.setContentsMargins(side, 0, side, 0)
            row.addWidget(widget)
            card.body.addLayout(row, 0 if inset else 1)
        self._columns.second.addWidget(card, 1)
        return self._columns

    def _empty_face(self) -> QWidget:
        empty = EmptyPage(
            self.theme,
            _("Your diary is empty"),
            _("Each cramp you log will stand here, by day and in a list. Days without cramps count too."),
            action=_("Log a cramp"),
        )
        empty.acted.connect(self._log)
        return empty

    def _put_together(self) -> None:
        self.tools.addWidget(self.fill_button)
        self.tools.addWidget(self.undo_button)
        self.tools.addWidget(self.log_button)
        self.undo_button.set_possible(False, reason=_("There is nothing to undo."))
        # Above the rows it would push them away from under the pointer.
        self.below.addWidget(self.notice)
        self.content.addWidget(self.faces, 1)

    def _listen(self) -> None:
        self.faces.again.connect(self.reload)
        self.month.chosen.connect(self._choose_day)
        self.month.turned.connect(self.filters.show_month)
        self.filters.changed.connect(self._narrow)
        self.list.choice_changed.connect(self._follow_list)
        self.list.opened.connect(self.edit_chosen)
        self.list.delete_wanted.connect(self.delete_chosen)
        self.undo_button.clicked.connect(self._undo)
        self.notice.undo.clicked.connect(self._undo)
        self.log_button.clicked.connect(self._log)


def _read(diary: OpenDiary, known: KnownEntries) -> DiaryAnswer:
    contents = diary.reading.contents()
    entries = known.listed(contents)
    # Loaded here, so that the window does not wait for it.
    dates.warm_up()
    return DiaryAnswer(
        entries=entries,
        offered=offered(entries),
        days=diary_days(contents, entries, diary.reading.today()),
        day_starts_hour=contents.settings.day_starts_hour,
        undo=diary.diary.steps()[0],
    )
