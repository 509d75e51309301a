"""Keeps what is in the form: records it as soon as it can be, and each later state of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from enum import Enum, auto
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

from cramplog.domain.draft import EpisodeDraft
from cramplog.domain.errors import InvalidValue
from cramplog.domain.ids import new_id
from cramplog.domain.scales import Source
from cramplog.gui.pages.left import TYPING_PAUSE_MS, Unsaved

if TYPE_CHECKING:
    from cramplog.domain.changes import Changed
    from cramplog.domain.clock import Clock
    from cramplog.gui.diary_client import DiaryClient

# A form for a cramp of just now was opened a moment ago at most.
JUST_NOW = timedelta(minutes=1)


class Kept(Enum):
    """How things stand with the draft."""

    NEEDED = auto()
    SAVING = auto()
    SAVED = auto()
    FAILED = auto()


class Keeper(QObject):
    """Owns the draft. All states of one visit are one step of undo.

    `changed` says that `state` may be another. After a failure the draft stays as it is, for `flush` to try
    again; where it comes only after the visit, until a visit to the same cramp takes it up.
    """

    changed = Signal()

    def __init__(self, client: DiaryClient, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._client, self._clock = client, clock
        self._unsaved: dict[str, Unsaved] = {}
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(TYPING_PAUSE_MS)
        self._pause.timeout.connect(self.flush)
        self.begin(EpisodeDraft(id=new_id()))

    def begin(self, draft: EpisodeDraft) -> None:
        """Start a visit. A draft that says when it was created is in the diary already."""
        self._pause.stop()
        self._visit = new_id()
        self._opened_with = draft
        left = self._unsaved.pop(draft.id, None)
        self.draft = left.draft if left else draft
        self._saved = left.saved if left else draft if draft.created else None
        self._was_recorded = self._saved is not None
        self._on_its_way: EpisodeDraft | None = None
        self._kept: EpisodeDraft | None = None
        self._revision: int | None = None
        self.error: Exception | None = None

    @property
    def state(self) -> Kept:
        """Whether something is needed, on its way, saved, or could not be saved."""
        if self.error is not None:
            return Kept.FAILED
        if self.draft.missing:
            return Kept.NEEDED
        return Kept.SAVED if self.draft == self._saved else Kept.SAVING

    @property
    def is_recorded(self) -> bool:
        """Whether some state of the draft is in the diary, or on its way there."""
        return self._saved is not None or self._on_its_way is not None

    @property
    def is_touched(self) -> bool:
        """Whether the draft says something else than it did when the visit began."""
        return _told(self.draft) != _told(self._opened_with)

    @property
    def has_written(self) -> bool:
        """Whether this visit changed the diary, so that there is a step to undo."""
        return self._revision is not None

    @property
    def is_settled(self) -> bool:
        """Whether nothing is waiting or on its way."""
        return self._on_its_way is None and not self._pause.isActive()

    @property
    def unsaved(self) -> Unsaved | None:
        """A cramp, of this visit or an earlier one, that could not be saved."""
        if self.error is not None:
            return Unsaved(draft=self.draft, saved=self._saved, error=self.error)
        return next(iter(self._unsaved.values()), None)

    def wrote(self, changed: Changed) -> bool:
        """Whether a change of the diary was the latest one made here."""
        return changed.revision == self._revision

    def is_saved_as(self, draft: EpisodeDraft) -> bool:
        """Whether the diary's state of the cramp is the one that was saved here."""
        return self._saved is not None and _content(self._saved) == _content(draft)

    def change(self, values: dict[str, Any], *, typed: bool) -> None:
        """Take over changed fields; what is typed is saved after a short pause."""
        self.draft = self.draft.with_(**values)
        if typed:
            self._pause.start()
        else:
            self.flush()
        self.changed.emit()

    def leave(self) -> None:
        """End the visit: save what is not saved yet. A new cramp of which nothing is left is taken back."""
        self.flush()
        if not self.draft.missing or self.is_touched or self._was_recorded or not self.is_recorded:
            return
        opened, visit = self._opened_with, self._visit
        self._client.change(lambda diary: diary.diary.take_back(opened.id, visit), owner=self)
        if not self._began_empty():
            self._client.ask(lambda diary: diary.drafts.keep(opened), lambda _nothing: None, owner=self)
        self.begin(opened)
        self.changed.emit()

    def flush(self) -> None:
        """Save now what is not saved yet, where that is possible.

        It does not wait for an earlier state that is still on its way: nobody may be here when that arrives.
        """
        self._pause.stop()
        if self.draft == self._saved:
            self.error = None
        wanted = self._to_be_saved()
        if wanted.missing:
            self._keep_unfinished()
        if wanted.missing or wanted == (self._on_its_way or self._saved):
            self.changed.emit()
            return
        self.error = None
        if self.draft.created is None:
            source = self.draft.source or Source.TYPED
            self.draft = self.draft.with_(created=self._clock.now(), source=source)
        self._send(self._to_be_saved(), self._visit)
        self.changed.emit()

    def _to_be_saved(self) -> EpisodeDraft:
        """The draft; a muscle or a time that was taken away stays as saved, and holds up nothing else."""
        last = self._on_its_way or self._saved
        if last is None:
            return self.draft
        # A zone goes with its time: to the old time belongs the old zone.
        kept = (*self.draft.missing, *(("zone",) if "started" in self.draft.missing else ()))
        return self.draft.with_(**{field: getattr(last, field) for field in kept})

    def _keep_unfinished(self) -> None:
        """What cannot be recorded yet outlives a crash all the same."""
        draft = self.draft
        if draft == (self._kept or self._opened_with) or self.is_recorded:
            return
        self._kept = draft
        if self._began_empty() and not self.is_touched:
            self._client.ask(lambda diary: diary.drafts.drop(draft.id), lambda _nothing: None, owner=self)
        else:
            self._client.ask(lambda diary: diary.drafts.keep(draft), lambda _nothing: None, owner=self)

    def _began_empty(self) -> bool:
        """Whether the visit began with a new form, and not with one that was half filled before."""
        opened = self._opened_with
        empty = EpisodeDraft(id=opened.id, started=opened.started, zone=opened.zone, source=Source.TYPED)
        is_now = opened.started is None or abs(self._clock.now() - opened.started) < JUST_NOW
        return opened == empty and is_now

    def _send(self, draft: EpisodeDraft, visit: str) -> None:
        try:
            episode = draft.finish()
        except InvalidValue as error:
            self.error = error
            return
        before, self._on_its_way = self._on_its_way or self._saved, draft
        self._client.change(
            lambda diary: diary.diary.record(episode, visit=visit),
            owner=self,
            done=lambda changed: self._done(visit, draft, changed),
            failed=lambda error: self._failed(visit, Unsaved(draft=draft, saved=before, error=error)),
        )

    def _done(self, visit: str, draft: EpisodeDraft, changed: Changed) -> None:
        if visit != self._visit:
            # It has all of an earlier state that could not be saved.
            self._unsaved.pop(draft.id, None)
            return
        self._saved = draft
        self._revision = changed.revision
        if self._on_its_way is draft:
            self._on_its_way = None
        self.changed.emit()

    def _failed(self, visit: str, left: Unsaved) -> None:
        if visit != self._visit:
            earlier = self._unsaved.get(left.draft.id, left)
            self._unsaved[left.draft.id] = replace(left, saved=earlier.saved)
            self.changed.emit()
            return
        if self._on_its_way is not left.draft:
            # A later state, which has all of this one, is still to be answered.
            return
        self._on_its_way = None
        self.error = left.error
        self.changed.emit()


def _content(draft: EpisodeDraft) -> EpisodeDraft:
    """The draft without what every save changes."""
    return draft.with_(created=None, changed=None)


def _told(draft: EpisodeDraft) -> EpisodeDraft:
    """What the person said of the cramp."""
    return _content(draft).with_(source=None)
