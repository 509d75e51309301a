"""The window's front of the services: asks without waiting, and tells the pages what changed."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import shiboken6
from PySide6.QtCore import QObject, QTimer, Signal

from cramplog.domain.changes import Changed, Kind
from cramplog.domain.errors import CrampLogError, DiaryNotOpen

if TYPE_CHECKING:
    from cramplog.gui.tasks import Request, Worker
    from cramplog.services.erasing import Belongings, Erasing
    from cramplog.services.open_diary import OpenDiary
    from cramplog.services.rescuing import Rescuing
    from cramplog.services.restoring import Restoring
    from cramplog.storage.first_look import FirstLook
    from cramplog.storage.restore import Restored

T = TypeVar("T")

# So long the opening waits at most for the window.
_PATIENCE_S = 0.2


class DiaryClient(QObject):
    """Hands questions to the diary's worker. The diary is opened there too, with all that it imports.

    `looked` carries a FirstLook, where there is one, while the diary is still being opened and verified.
    `can_write`: whether the diary can be changed, or only be read; `rights_changed` when that was looked at.
    `copy_wanted`: something could not be saved, and the person wants a copy elsewhere.
    """

    looked = Signal(object)
    opened = Signal(object)
    failed_to_open = Signal(object)
    rights_changed = Signal()
    changed = Signal(object)
    failed = Signal(object)
    cared_for = Signal(object)
    erased = Signal()
    copy_wanted = Signal()

    def __init__(
        self,
        worker: Worker,
        open_diary: Callable[[], OpenDiary],
        parent: QObject | None = None,
        *,
        first_look: Callable[[], FirstLook | None] = lambda: None,
        restoring: Callable[[], Restoring] | None = None,
        rescuing: Callable[[], Rescuing] | None = None,
        erasing: Callable[[], Erasing] | None = None,
    ) -> None:
        super().__init__(parent)
        self._worker = worker
        self._open_diary = open_diary
        self._first_look = first_look
        self._restoring = restoring
        self._rescuing = rescuing
        self._erasing = erasing
        self._diary: OpenDiary | None = None
        self._is_open = False
        self.can_write = True
        self._latest: Changed | None = None

    @property
    def latest_change(self) -> Changed | None:
        """The last change that was made or heard of: who asks after it gets an answer that has it."""
        return self._latest

    @property
    def is_open(self) -> bool:
        """Whether the diary has been opened."""
        return self._is_open

    def open(self) -> None:
        """Open the diary; `opened` or `failed_to_open` follows, and perhaps `looked` before it."""
        shown = threading.Event()

        def tell(look: FirstLook | None) -> None:
            if look is not None:
                self.looked.emit(look)
            # Behind the painting of what was shown.
            QTimer.singleShot(0, self, shown.set)

        def work() -> OpenDiary:
            # What opening loads would hold up the window while it shows the first look.
            shown.wait(_PATIENCE_S)
            self._diary = self._open_diary()
            return self._diary

        self._worker.ask(self._first_look, done=tell, failed=self.failed.emit, owner=self)
        self._worker.ask(work, done=self._opened, failed=self.failed_to_open.emit, owner=self)

    def _opened(self, diary: OpenDiary) -> None:
        self._is_open = True
        self._tell_opened(diary)
        self._look_after(lambda diary: diary.upkeep.look_at_old_backups())

    def greet(self) -> None:
        """Tell a window that was built later that the diary is open; where it is not, try to open it."""
        if self._diary is None:
            self.open()
        else:
            self._tell_opened(self._diary)

    def _tell_opened(self, diary: OpenDiary) -> None:
        self.opened.emit(diary)
        self._look_at_rights(diary)

    def _look_at_rights(self, diary: OpenDiary) -> None:
        self.can_write = diary.file.writable
        self.rights_changed.emit()

    def ask(
        self,
        question: Callable[[OpenDiary], T],
        done: Callable[[T], None],
        *,
        owner: QObject,
        failed: Callable[[Exception], None] | None = None,
    ) -> Request:
        """Answer `question` on the worker and hand the result to `done`, if `owner` still lives."""
        return self._worker.ask(
            lambda: question(self._present()), done=done, failed=failed or self.failed.emit, owner=owner
        )

    def change(
        self,
        action: Callable[[OpenDiary], Changed],
        *,
        owner: QObject,
        done: Callable[[Changed], None] | None = None,
        failed: Callable[[Exception], None] | None = None,
    ) -> Request:
        """Change the diary on the worker; first `done` hears of it, then every page by `changed`."""

        def tell(what: Changed) -> None:
            self._latest = what
            if done is not None and shiboken6.isValid(owner):
                done(what)
            self.changed.emit(what)
            # Last of all: the pages need not wait for it.
            self._look_after(lambda diary: diary.after_save())

        # The client outlives every page: one that was closed meanwhile must not hide the change.
        return self._worker.ask(
            lambda: action(self._present()), done=tell, failed=self._teller(failed, owner), owner=self
        )

    def rescue(
        self,
        question: Callable[[Rescuing], T],
        done: Callable[[T], None],
        *,
        owner: QObject,
        failed: Callable[[Exception], None],
    ) -> Request:
        """Ask what can be saved of a diary that is not sound, open or not."""

        def work() -> T:
            if self._rescuing is None:
                raise DiaryNotOpen
            return question(self._rescuing())

        return self._worker.ask(work, done=done, failed=failed, owner=owner)

    def put_back(
        self,
        backup: Path,
        *,
        done: Callable[[Restored], None],
        failed: Callable[[Exception], None],
        owner: QObject,
        passphrase: str | None = None,
    ) -> None:
        """Close the diary, put a backup in its place, and open it again: every page hears of it."""
        self.replace(
            lambda restoring: restoring.put_back(backup, passphrase), done=done, failed=failed, owner=owner
        )

    def replace(
        self,
        action: Callable[[Restoring], T],
        *,
        done: Callable[[T], None],
        failed: Callable[[Exception], None],
        owner: QObject,
    ) -> None:
        """Let another file take the diary's place while it is closed, and open that."""
        was_open = self._diary is not None

        def work() -> T:
            if self._restoring is None:
                raise DiaryNotOpen
            if self._diary is not None:
                self._diary.close()
                self._diary = None
            try:
                return action(self._restoring())
            finally:
                # Where there was none to open, why the action failed is what counts.
                with contextlib.nullcontext() if was_open else contextlib.suppress(CrampLogError):
                    self._diary = self._open_diary()

        def tell(answer: T) -> None:
            if shiboken6.isValid(owner):
                done(answer)
            if not was_open and self._diary is not None:
                self._opened(self._diary)
            else:
                if self._diary is not None:
                    self._look_at_rights(self._diary)
                self.ask(lambda diary: diary.file.revision(), self._all_changed, owner=self)

        self._worker.ask(work, done=tell, failed=self._teller(failed, owner), owner=self)

    def belongings(self, done: Callable[[Belongings], None], *, owner: QObject) -> None:
        """Ask what there is to be erased."""
        self._worker.ask(lambda: self._eraser().what(), done=done, failed=self.failed.emit, owner=owner)

    def erase(self, *, second: bool, failed: Callable[[Exception], None], owner: QObject) -> None:
        """Close the diary and erase it with all that belongs to it; `erased` follows."""

        def work() -> None:
            eraser = self._eraser()
            if self._diary is not None:
                self._diary.close()
                self._diary = None
            eraser.erase(second=second)

        self._worker.ask(
            work, done=lambda _none: self.erased.emit(), failed=self._teller(failed, owner), owner=self
        )

    def _teller(
        self, failed: Callable[[Exception], None] | None, owner: QObject
    ) -> Callable[[Exception], None]:
        """Tells a failure to the one who asked, or to everybody where that one has gone meanwhile."""

        def tell(error: Exception) -> None:
            if failed is not None and shiboken6.isValid(owner):
                failed(error)
            else:
                self.failed.emit(error)

        return tell

    def _eraser(self) -> Erasing:
        if self._erasing is None:
            raise DiaryNotOpen
        return self._erasing()

    def _all_changed(self, revision: int) -> None:
        self.changed.emit(Changed(frozenset(Kind), revision))

    def close(self) -> None:
        """Close the diary on its own thread; nothing can be asked afterwards."""

        def work() -> None:
            if self._diary is not None:
                try:
                    self._diary.upkeep.at_closing()
                finally:
                    self._diary.close()
                    self._diary = None

        self._worker.ask(work, done=lambda _: None, failed=self.failed.emit, owner=self)

    def _look_after(self, care: Callable[[OpenDiary], object]) -> None:
        """Care for the backups when nothing else is asked for. What fails is said by their state."""
        self._worker.ask(
            lambda: care(self._present()), done=self.cared_for.emit, failed=self.failed.emit, owner=self
        )

    def _present(self) -> OpenDiary:
        if self._diary is None:
            raise DiaryNotOpen
        return self._diary
