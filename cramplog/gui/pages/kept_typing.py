"""Keeps what is typed into an editor until it is saved or given up, so that it outlives a crash."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cramplog.domain.typed_form import TypedForm
    from cramplog.gui.diary_client import DiaryClient
    from cramplog.gui.pages.editor_card import EditorCard


class KeptTyping(QObject):
    """What was typed and not saved, by the record's id."""

    def __init__(self, client: DiaryClient, editor: EditorCard[Any]) -> None:
        super().__init__(editor)
        self._client, self._editor = client, editor
        self._left: dict[str, TypedForm] = {}
        self._was_read = False
        editor.typed.connect(self._keep)

    def find(self, forms: Iterable[TypedForm]) -> TypedForm | None:
        """What the diary kept from before; the one that was typed last, where it is heard of first."""
        if self._was_read:
            return None
        self._was_read = True
        self._left = {it.id: it for it in forms if it.form is self._editor.form} | self._left
        if self._editor.typing().entries:
            return None
        return next(iter(self._left.values()), None)

    def of(self, id_: str) -> TypedForm | None:
        """What was typed for this record and not saved."""
        return self._left.get(id_)

    def another_new(self, known: Iterable[str]) -> TypedForm | None:
        """Something new that was begun and left for something else."""
        present = set(known)
        return next((it for it in self._left.values() if it.id not in present), None)

    def forget(self, id_: str) -> None:
        """It is saved or given up."""
        if self._left.pop(id_, None) is not None:
            self._client.ask(lambda diary: diary.drafts.drop(id_), lambda _nothing: None, owner=self)

    def _keep(self, form: TypedForm) -> None:
        if not form.entries:
            self.forget(form.id)
        elif form != self._left.get(form.id):
            self._left[form.id] = form
            self._client.ask(lambda diary: diary.drafts.keep_form(form), lambda _nothing: None, owner=self)
