"""What the pages of workouts and of medicines share: the editor of one record beside the list of all."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from cramplog.domain.course import Course
from cramplog.domain.workout import Workout
from cramplog.gui.pages.editor_card import EditorCard
from cramplog.gui.pages.kept_typing import KeptTyping
from cramplog.gui.pages.page import Page, Tools
from cramplog.words import fields

if TYPE_CHECKING:
    from collections.abc import Callable

    from cramplog.domain.changes import Changed, Kind
    from cramplog.domain.typed_form import TypedForm
    from cramplog.services.open_diary import OpenDiary

R = TypeVar("R", Workout, Course)


class RecordsPage(Page, Generic[R]):
    """A subclass lists the records, gives them to `look_again`, and says how one is kept and named.

    `removed` says what was deleted, to be shown with Undo.
    """

    kind: Kind

    def __init__(
        self, given: Tools, title: str, editor: EditorCard[R], parent: QWidget | None = None
    ) -> None:
        super().__init__(given, title, parent)
        self.editor: EditorCard[R] = editor
        self.typing = KeptTyping(given.client, editor)
        self._records: tuple[R, ...] = ()
        self._edited: R | None = None
        editor.saved.connect(self._save)
        editor.left.connect(self._leave)
        editor.elsewhere.clicked.connect(given.client.copy_wanted)
        editor.removed.connect(self._remove)

    def change(self, record: R) -> None:
        """Bring a record up to be changed."""
        self._bring_up(record, self.typing.of(record.id))

    def go_on(self, form: TypedForm) -> None:
        """Let what was typed and not saved stand in the form again."""
        self._bring_up(self._known(form.id), form)

    def give_up(self, id_: str) -> None:
        """What was typed for this record is not wanted any more."""
        self.typing.forget(id_)
        if id_ == self.editor.id:
            self._leave()

    def keep(self, record: R) -> Callable[[OpenDiary], Changed]:
        """What writes this record into the diary."""
        raise TypeError(f"{type(self).__name__} does not say how it keeps {record}")

    def deleted_words(self, record: R) -> str:
        """What is said where this record was deleted."""
        raise TypeError(f"{type(self).__name__} does not say what it calls {record}")

    def look_again(self, records: tuple[R, ...], forms: tuple[TypedForm, ...]) -> None:
        """What is being changed may have been undone, or changed elsewhere, or is only now known."""
        self._records = records
        if (known := self._known(self.editor.id)) != self._edited:
            typing = self.editor.typing()
            self._edit(known, typing if typing.entries else None)
        if (found := self.typing.find(forms)) is not None:
            self._edit(self._known(found.id), found)

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 (Qt's name)
        self.editor.flush()
        super().hideEvent(event)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 (Qt's name)
        super().showEvent(event)
        self.editor.begin()

    def _bring_up(self, record: R | None, form: TypedForm | None) -> None:
        self.editor.flush()
        self._edit(record, form)
        self.bring_into_view(self.editor)
        self.editor.begin()

    def _edit(self, record: R | None, form: TypedForm | None) -> None:
        self._edited = record
        self.editor.edit(record)
        if form is not None:
            self.editor.go_on(form)

    def _save(self, record: R) -> None:
        self.given.client.change(
            self.keep(record),
            owner=self,
            done=lambda _changed: self._leave(),
            failed=lambda error: self.editor.set_failure(fields.sentence(error)),
        )

    def _leave(self) -> None:
        """What was typed is saved or given up; what was begun before it stands there again."""
        self.typing.forget(self.editor.id)
        self._edit(None, self.typing.another_new(one.id for one in self._records))

    def _known(self, id_: str) -> R | None:
        return next((one for one in self._records if one.id == id_), None)

    def _remove(self) -> None:
        if self._edited is None:
            return
        record = self._edited
        sentence = self.deleted_words(record)
        self._leave()
        self.given.client.change(
            lambda diary: diary.diary.remove((record.id,), self.kind),
            owner=self,
            done=lambda changed: self.removed.emit(sentence, changed),
        )
