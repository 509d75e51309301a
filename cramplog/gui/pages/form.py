"""The form of one cramp: two fields are needed, everything else may be added now, later or never."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from cramplog.domain.changes import Changed, Kind
from cramplog.domain.draft import EpisodeDraft
from cramplog.domain.ids import new_id
from cramplog.gui.dialogs import elsewhere
from cramplog.gui.pages.form_bars import FormBottom, FormHead
from cramplog.gui.pages.form_keeper import Keeper, Kept
from cramplog.gui.pages.form_map import MapCard, StaysInView
from cramplog.gui.pages.form_questions import Questions
from cramplog.gui.pages.form_signs import SignNotices
from cramplog.gui.pages.form_unread import UnreadEntries
from cramplog.gui.pages.left import Unread
from cramplog.gui.pages.page import Page, Tools
from cramplog.gui.widgets.columns import Columns
from cramplog.gui.widgets.field import Field
from cramplog.gui.widgets.notice import Notice
from cramplog.i18n import _
from cramplog.words import dates, fields

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cramplog.domain.episode import Episode
    from cramplog.gui.tasks import Request


class FormPage(Page):
    """`edit` opens a draft. `done` says that the person is through with it; `removed` carries a
    sentence about the cramp that was deleted here, to be shown with Undo, and what changed.

    With `at_once=False` its questions are missing until `make_next` has made one after the other.
    """

    done = Signal()

    concerns = frozenset({Kind.EPISODES, Kind.SETTINGS})

    def __init__(self, given: Tools, parent: QWidget | None = None, *, at_once: bool = True) -> None:
        super().__init__(given, _("Cramp"), parent)
        self.keeper = Keeper(given.client, given.clock, self)
        self.head = FormHead(given.theme)
        self.signs = SignNotices(given.theme)
        self.failure = Notice(given.theme, "warn")
        self.where = MapCard(given.theme)
        self.questions = Questions(given.theme)
        self.foot = FormBottom(given.theme)
        self._leaving = False
        self._pointed = False
        self._asked: Request | None = None
        self._put_together()
        self._making = self._make()
        if at_once:
            self.make_whole()

    def edit(self, draft: EpisodeDraft) -> None:
        """Fill in or change this cramp. What was begun before and lacks something is kept as unfinished."""
        if self.keeper.state is Kept.FAILED:
            self.said.emit(_("This cramp is not saved yet. Save it first."))
            return
        self.keeper.leave()
        self._unread.set_aside(self.keeper.draft)
        self._begin(draft)
        self.scroll_area().verticalScrollBar().setValue(0)

    def keep_now(self) -> None:
        """Save what is still waiting for the end of typing."""
        self.keeper.flush()

    @property
    def unread(self) -> Unread | None:
        """What was typed and cannot be read, of this cramp or one that was left before."""
        return self._unread.first(self.keeper.draft)

    def writing(self) -> tuple[QWidget, ...]:
        """Every answer; they can still be read."""
        return self.where, self.questions, self.foot.delete

    def load(self) -> Request | None:
        """Ask how the cramp stands in the diary: it may have been undone or changed elsewhere."""
        key = self.keeper.draft.id
        return self.given.client.ask(
            lambda diary: (diary.reading.contents().settings.day_starts_hour, diary.reading.episode(key)),
            lambda found: self._look_again(key, *found),
            owner=self,
        )

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 (Qt's names)
        if event.spontaneous():
            # The window is only out of sight.
            self.keep_now()
        else:
            self.keeper.leave()
        super().hideEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self.foot.fit(self.given.theme.is_compact(self.window().width()))

    def _make(self) -> Iterator[None]:
        yield from self.questions.make(self.given.clock, self.given.settings)
        self._unread = UnreadEntries(self.questions)
        self._listen()

    def _put_together(self) -> None:
        theme = self.given.theme
        self.tools.addWidget(self.head, 1)
        self.let_tools_fill()
        self.pinned.setSpacing(theme.space.small)
        self.pinned.addWidget(self.failure)
        self.pinned.addWidget(self.signs)
        self.failure.hide()
        columns = Columns(theme, shares=(3, 5), first_fills=True)
        held = StaysInView(self.where, self.scroll_area())
        held.room_changed.connect(self.where.fit)
        columns.first.addWidget(held)
        columns.second.addWidget(self.questions)
        self.content.addWidget(columns)
        self.bottom.addWidget(self.foot)
        self.show_bottom()

    def _listen(self) -> None:
        self.where.map.changed.connect(lambda places: self._change({"places": places}, typed=False))
        self.where.map.list_button.clicked.connect(
            lambda: QTimer.singleShot(0, self, self._show_where_the_keyboard_is)
        )
        self.questions.chosen.connect(lambda values: self._change(values, typed=False))
        self.questions.typed.connect(lambda values: self._change(values, typed=True))
        self.keeper.changed.connect(self._show_state)
        for field in self.questions.findChildren(Field):
            field.explained.connect(self._show_state)
        self.failure.add_button(_("Try again")).clicked.connect(self.keeper.flush)
        self.failure.add_button(elsewhere.words()).clicked.connect(self.given.client.copy_wanted)
        self.foot.done.clicked.connect(self._finish)
        self.foot.delete.clicked.connect(self._delete)
        self.foot.undo.clicked.connect(self._undo)
        self.foot.escaped.connect(self._finish)
        self.foot.listen_to(self)

    def _begin(self, draft: EpisodeDraft) -> None:
        self._leaving = self._pointed = False
        self.keeper.begin(draft)
        draft = self.keeper.draft
        self.where.map.set_places(draft.places)
        self.questions.begin(draft)
        self._unread.bring_back(draft)
        # The timer's cramp may have all that is needed already.
        self.keeper.flush()
        self._show_state()
        self._ask_what_is_known()
        if not draft.places:
            self.where.take_focus()

    def _change(self, values: dict[str, Any], *, typed: bool) -> None:
        self._leaving = self._pointed = False
        self.keeper.change(values, typed=typed)
        if "started" in values:
            self._ask_what_is_known()

    def _ask_what_is_known(self) -> None:
        """The day's check-in and the workout before it are suggested; left untouched, they are not stored."""
        started = self.keeper.draft.started
        if self._asked is not None:
            self._asked.drop()
            self._asked = None
        if started is not None and self._is_open:
            self._asked = self.given.client.ask(
                lambda diary: diary.reading.suggestion(started),
                lambda known: self.questions.suggest(self.keeper.draft, known),
                owner=self,
            )

    def _show_state(self) -> None:
        draft, state = self.keeper.draft, self.keeper.state
        self.head.show_state(
            state, draft, recorded=self.keeper.is_recorded, unread=self._unread.told() is not None
        )
        self.foot.show_state(recorded=self.keeper.is_recorded, can_undo=self.keeper.has_written)
        self.questions.show_summaries(draft)
        self.signs.show_draft(draft, self.given.clock.now())
        if self.keeper.error is not None:
            self.failure.say(
                _("Could not save."),
                text=fields.sentence(self.keeper.error),
                small=_("What you typed is still here."),
            )
        self.failure.setVisible(self.keeper.error is not None)
        if self._leaving and state is Kept.SAVED and self.keeper.is_settled:
            self._leave()

    def _finish(self) -> None:
        """Done: leave when all is saved. What is still needed is pointed at first, but holds nobody here."""
        self.keeper.flush()
        unread = self._unread.field()
        if self.keeper.draft.missing and self.keeper.is_touched and not self._pointed:
            self._pointed = True
            self._ask_for_what_is_missing()
        elif unread is not None and not self._pointed:
            self._pointed = True
            self._point_at(unread)
        elif self.keeper.draft.missing or (self.keeper.state is Kept.SAVED and self.keeper.is_settled):
            self._leave()
        else:
            self._leaving = True

    def _ask_for_what_is_missing(self) -> None:
        self.said.emit(self.head.words())
        if "places" in self.keeper.draft.missing:
            self.bring_into_view(self.where)
            self.where.take_focus()
        else:
            self.bring_into_view(self.questions.when)
            self.questions.when.time_line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _point_at(self, field: Field) -> None:
        self.said.emit(field.problem())
        self.bring_into_view(field)
        field.editor.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show_state()

    def _show_where_the_keyboard_is(self) -> None:
        if (focused := self.focusWidget()) is not None:
            self.bring_into_view(focused)

    def _leave(self) -> None:
        self._leaving = False
        self._unread.forget(self.keeper.draft)
        self.done.emit()

    def _delete(self) -> None:
        if self.keeper.error is None:
            # What was typed last goes into the trash too, and not into the diary after the cramp is gone.
            self.keeper.flush()
        key, sentence = self.keeper.draft.id, self._deleted_words()
        if not self.keeper.is_recorded:
            self._begin(EpisodeDraft(id=new_id()))
            self.given.client.ask(
                lambda diary: diary.drafts.drop(key), lambda _nothing: self._leave(), owner=self
            )
            return

        def gone(changed: Changed) -> None:
            self._begin(EpisodeDraft(id=new_id()))
            self.removed.emit(sentence, changed)
            self._leave()

        self.given.client.change(lambda diary: diary.diary.remove((key,)), owner=self, done=gone)

    def _deleted_words(self) -> str:
        started = self.keeper.draft.started
        if started is None:
            return _("Cramp deleted.")
        shown = {"day": dates.short_day(started.date()), "time": dates.time(started)}
        return _("Cramp of %(day)s, %(time)s deleted.") % shown

    def _undo(self) -> None:
        """Take back what this visit changed; the diary then says how the cramp stands."""
        self.keeper.flush()
        self.given.client.change(lambda diary: diary.diary.undo(), owner=self)

    def _diary_changed(self, changed: Changed) -> None:
        if not self.keeper.wrote(changed):
            super()._diary_changed(changed)

    def _look_again(self, key: str, day_starts_hour: int, episode: Episode | None) -> None:
        self.questions.when.set_day_starts_hour(day_starts_hour)
        if key != self.keeper.draft.id or not self.keeper.is_settled:
            return
        if episode is not None and not self.keeper.is_saved_as(EpisodeDraft.of(episode)):
            self._begin(EpisodeDraft.of(episode))
        elif episode is None and self.keeper.is_recorded:
            self._begin(EpisodeDraft(id=new_id()))
            self.said.emit(_("This cramp is not in the diary any more."))
            self._leave()
