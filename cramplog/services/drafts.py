"""What is begun and not recorded yet: unfinished forms, and the live timer."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from cramplog.domain.draft import EpisodeDraft
from cramplog.domain.episode import LONGEST_CRAMP_S
from cramplog.domain.errors import NotFound
from cramplog.domain.ids import new_id
from cramplog.domain.places import Place
from cramplog.domain.scales import Source
from cramplog.domain.timer import RunningTimer
from cramplog.i18n import _

if TYPE_CHECKING:
    from cramplog.domain.clock import Clock
    from cramplog.domain.typed_form import TypedForm
    from cramplog.storage.diary_file import DiaryFile


class Drafts:
    """Keeps what was typed, whatever happens to the program. Nothing here changes the diary itself.

    A draft goes away by itself when its record is saved.
    """

    def __init__(self, file: DiaryFile, *, clock: Clock) -> None:
        self._file = file
        self._clock = clock

    def keep(self, draft: EpisodeDraft) -> None:
        """Keep a form as it is now, in place of what it was before. Raises DiaryError where that fails."""
        with self._file.write() as stores:
            stores.drafts.save(draft, now=self._clock.now())

    def unfinished(self) -> tuple[EpisodeDraft, ...]:
        """The forms that were not finished, the one kept last first."""
        if self._file.is_old:
            return ()
        with self._file.read() as stores:
            return stores.drafts.all()

    def keep_form(self, form: TypedForm) -> None:
        """Keep what is typed for another kind of record. Raises DiaryError where that fails."""
        with self._file.write() as stores:
            stores.drafts.save(form, now=self._clock.now())

    def forms(self) -> tuple[TypedForm, ...]:
        """What was typed for other kinds of records and not saved, the one kept last first."""
        if self._file.is_old:
            return ()
        with self._file.read() as stores:
            return stores.drafts.forms()

    def drop(self, id_: str) -> None:
        """Forget a form."""
        with self._file.write() as stores:
            stores.drafts.delete(id_)

    def start_timer(self, moment: datetime, zone: str | None) -> RunningTimer:
        """A cramp has begun: let the timer run from `moment` on. One that runs already goes on instead."""
        with self._file.write() as stores:
            running = stores.timer.get()
            if running is None:
                running = RunningTimer(started=moment, zone=zone)
                stores.timer.save(running)
        return running

    def running_timer(self) -> RunningTimer | None:
        """The timer that is running, also since before the program was closed."""
        if self._file.is_old:
            return None
        with self._file.read() as stores:
            return stores.timer.get()

    def change_timer(self, places: tuple[Place, ...]) -> RunningTimer:
        """Say where it hurts while the timer runs on. Raises NotFound where none runs."""
        with self._file.write() as stores:
            changed = replace(_running(stores.timer.get()), places=places)
            stores.timer.save(changed)
        return changed

    def stop_timer(self) -> EpisodeDraft:
        """The cramp let go: the timer becomes an unfinished form. Raises NotFound where none runs."""
        now = self._clock.now()
        with self._file.write() as stores:
            running = _running(stores.timer.get())
            draft = EpisodeDraft(
                id=new_id(),
                started=running.started,
                zone=running.zone,
                places=running.places,
                duration_s=_seconds(now - running.started),
                source=Source.TIMER,
            )
            # In one transaction, so that no crash can lose the time that was measured.
            stores.drafts.save(draft, now=now)
            stores.timer.delete()
        return draft

    def cancel_timer(self) -> None:
        """It was no cramp: stop the timer and keep nothing."""
        with self._file.write() as stores:
            stores.timer.delete()


def _running(timer: RunningTimer | None) -> RunningTimer:
    if timer is None:
        raise NotFound(_("No timer is running."))
    return timer


def _seconds(length: timedelta) -> int | None:
    """The length; None where a forgotten timer or a clock set back makes it no length of a cramp."""
    seconds = length // timedelta(seconds=1)
    return seconds if 0 <= seconds <= LONGEST_CRAMP_S else None
