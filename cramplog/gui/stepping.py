"""Undo and redo of the Edit menu, and what it says of them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from cramplog.domain.steps import Step
    from cramplog.gui.diary_client import DiaryClient
    from cramplog.gui.menus import Menus


class Stepping(QObject):
    """`save_typing` saves what still waits for the end of typing, so that it is undone too, and comes
    neither after an undoing nor over what is done again.
    """

    def __init__(self, client: DiaryClient, save_typing: Callable[[], None], parent: QObject) -> None:
        super().__init__(parent)
        self._client, self._save_typing = client, save_typing

    def undo(self) -> None:
        """Take back the last step, what is being typed included."""
        self._save_typing()
        self.take_back()

    def take_back(self) -> None:
        """What a notice says: what is being typed is not that, and is saved after it."""
        self._client.change(lambda diary: diary.diary.undo(), owner=self)

    def redo(self) -> None:
        """Do again what was undone, where nothing was typed since."""
        self._save_typing()
        self._client.change(lambda diary: diary.diary.redo(), owner=self)

    def tell(self, menus: Menus) -> None:
        """Let the menu say what the two would do."""

        def show(found: tuple[Step | None, Step | None]) -> None:
            from cramplog.words import steps

            undo, redo = (steps.step(one) if one is not None else "" for one in found)
            menus.show_steps(undo, redo)

        self._client.ask(lambda diary: diary.diary.steps(), show, owner=self)
