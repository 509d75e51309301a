"""The key: builds the house from its rooms, for the window, for the commands and for the tests alike."""

from __future__ import annotations

import sys
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from cramplog import __version__, log
from cramplog.domain.clock import Clock, SystemClock
from cramplog.domain.errors import DiaryInUse, DiaryMissing
from cramplog.i18n import _
from cramplog.paths import Paths

if TYPE_CHECKING:
    from cramplog.gui.application import Application
    from cramplog.gui.main_window import MainWindow
    from cramplog.services.erasing import Erasing
    from cramplog.services.open_diary import OpenDiary
    from cramplog.services.rescuing import Rescuing
    from cramplog.services.restoring import Restoring
    from cramplog.storage.diary_file import DiaryFile
    from cramplog.storage.first_look import FirstLook

APP = f"cramplog {__version__}"


@dataclass(frozen=True, slots=True)
class Opener:
    """Opens one person's diary, with everything that can be done with it.

    `in_window`: for the one window that holds the diary's lock; commands ask for it where they must be alone,
    and with `take_over` also where another computer has it. `only_look`: why nothing may be saved.
    """

    paths: Paths
    clock: Clock = field(default_factory=SystemClock)
    in_window: bool = False
    take_over: bool = False
    only_look: DiaryInUse | None = None

    def __call__(self, *, create: bool) -> OpenDiary:
        """The open diary; `create` makes one where there never was one.

        Raises DiaryError where the file cannot be opened, or is missing although there are backups of it.
        """
        # These bring SQLAlchemy, NumPy and SciPy: imported on the thread that opens the diary.
        from cramplog.services.diary import Diary
        from cramplog.services.drafts import Drafts
        from cramplog.services.exchange import Exchange
        from cramplog.services.history import History
        from cramplog.services.known import KnownContents
        from cramplog.services.last_seen import LastSeen
        from cramplog.services.open_diary import OpenDiary
        from cramplog.services.reading import Reading
        from cramplog.services.sealing import Sealing
        from cramplog.services.summaries import Summaries
        from cramplog.services.upkeep import Upkeep
        from cramplog.storage.passing_folder import remove_leftovers

        # What was sealed must not lie open because the process that looked at it was killed.
        remove_leftovers()
        file = self._file(create)
        known = KnownContents(file)
        diary = Diary(file, clock=self.clock, history=History(), known=known)
        reading = Reading(file, clock=self.clock, known=known)
        upkeep = Upkeep(file, paths=self.paths, clock=self.clock, diary=diary)
        exchange = Exchange(file, diary=diary, upkeep=upkeep, clock=self.clock, app=APP)
        last_seen = LastSeen(self.paths.last_seen) if file.writable else None
        if last_seen is not None:
            last_seen.note(file)
        return OpenDiary(
            file=file,
            diary=diary,
            drafts=Drafts(file, clock=self.clock),
            reading=reading,
            exchange=exchange,
            summaries=Summaries(reading, exchange=exchange),
            upkeep=upkeep,
            sealing=Sealing(file, clock=self.clock, app=APP),
            last_seen=last_seen,
        )

    def example(self) -> OpenDiary:
        """The example diary, made anew: every chart and card has something to show."""
        from cramplog.services.sample import fill

        diary = self(create=True)
        fill(diary)
        return diary

    def first_look(self, latest: int) -> FirstLook | None:
        """The latest cramps before the diary is open; None where there is nothing to be shown yet."""
        from cramplog.storage.first_look import first_look

        return first_look(self.paths.diary, latest)

    def restoring(self) -> Restoring:
        """Puts backups back; also where the diary cannot be opened."""
        from cramplog.services.restoring import Restoring

        return Restoring(self.paths, clock=self.clock, app=APP, alone=self._alone)

    def rescuing(self) -> Rescuing:
        """Looks what can be saved of a diary that is damaged, missing or unreadable."""
        from cramplog.services.rescuing import Rescuing

        return Rescuing(self.paths, clock=self.clock, app=APP)

    def erasing(self) -> Erasing:
        """Erases the diary with its backups; also where it cannot be opened."""
        from cramplog.services.erasing import Erasing

        return Erasing(self.paths, alone=self._alone)

    def _file(self, create: bool) -> DiaryFile:
        from cramplog.storage import update
        from cramplog.storage.diary_file import DiaryFile
        from cramplog.storage.manifest import backups_of_name

        path = self.paths.diary
        if self.only_look is not None:
            file = self._checked(DiaryFile.open(path, app=APP))
            file.refuse_writing(self.only_look)
            return file
        if not create and not path.exists() and not backups_of_name(self.paths.backups, path.stem):
            message = _("There is no diary at %(path)s yet. It is made with the first cramp: cramplog log")
            raise DiaryMissing(path, message % {"path": path})
        if path.exists() or not create:
            # What only reads leaves an old diary as it is.
            if create and update.needs_update(path):
                self._bring_up_to_date()
            return self._checked(DiaryFile.open(path, app=APP)) if create else DiaryFile.open(path, app=APP)
        # A file that went missing is not a first run: a new one in its place would look like a lost diary.
        if backups_of_name(self.paths.backups, path.stem):
            raise DiaryMissing(
                path,
                _(
                    "The diary is missing from %(path)s, but there are backups of it in %(folder)s. "
                    "Put one back."
                )
                % {"path": path, "folder": self.paths.backups},
            )
        self._expect_first_run()
        return DiaryFile.create(path, app=APP)

    def _expect_first_run(self) -> None:
        """Nothing is left where the diary would be. Raises DiaryMissing where there was one, with records."""
        from cramplog.services.last_seen import LastSeen
        from cramplog.words.records import counted

        counts = LastSeen(self.paths.last_seen).counts()
        if counts is None or not any(counts.values()):
            return
        message = _(
            "Your diary is not where it was: %(path)s. When it was last open, it held %(counts)s. "
            "If you moved it, or it is on a disk that is not plugged in, put it back."
        )
        raise DiaryMissing(self.paths.diary, message % {"path": self.paths.diary, "counts": counted(counts)})

    def _bring_up_to_date(self) -> None:
        from cramplog.storage import update

        with self._alone():
            update.bring_up_to_date(self.paths.diary, self.paths.backups, app=APP, now=self.clock.now())

    def _alone(self) -> AbstractContextManager[object]:
        """For as long as no window may have the diary open. Raises DiaryInUse."""
        from cramplog.storage.window_lock import WindowLock

        if self.only_look is not None:
            raise self.only_look
        if self.in_window:
            return nullcontext()
        return WindowLock.take(
            self.paths.diary, now=self.clock.now(), even_from_another_computer=self.take_over
        )

    def _checked(self, file: DiaryFile) -> DiaryFile:
        """The file, verified; a damaged one shows what is sound and is never written to."""
        try:
            if not file.verify().ok:
                file.read_what_is_sound()
        except BaseException:
            file.close()
            raise
        return file


def build(
    paths: Paths,
    *,
    clock: Clock | None = None,
    example: bool = False,
    only_look: DiaryInUse | None = None,
) -> Application:
    """The window and all behind it, not yet shown. The tests call this too."""
    from cramplog.gui.application import Application
    from cramplog.gui.settings import WindowSettings
    from cramplog.gui.tasks import Tasks

    opener = Opener(paths, clock or SystemClock(), in_window=True, only_look=only_look)
    return Application(
        open_diary=opener.example if example else lambda: opener(create=True),
        first_look=opener.first_look,
        restoring=opener.restoring,
        rescuing=opener.rescuing,
        erasing=opener.erasing,
        tasks=Tasks(),
        settings=WindowSettings(paths.settings),
        clock=opener.clock,
        is_example=example,
    )


def open_window(paths: Paths, *, demo: bool = False, timer: bool = False, take_over: bool = False) -> int:
    """Open the window, or bring the one that is open forward; `timer` starts the timer in it.

    `take_over`: also where another computer has the diary open; without it, the person is asked.
    Stays until the window is closed and returns the exit status.
    """
    from cramplog.gui import needs
    from cramplog.storage import window_lock

    missing = needs.what_is_missing()
    if missing:
        print(f"cramplog: {missing}", file=sys.stderr)  # noqa: T201 — there is no window to say it in
        return 1
    if not demo:
        log.open_log(paths.logs)
        try:
            lock = window_lock.WindowLock.take(
                paths.diary, now=SystemClock().now(), even_from_another_computer=take_over
            )
        except DiaryInUse as error:
            if error.host is None:
                window_lock.ring(paths.diary, timer=timer)
                return 0
            return _ask_what_to_do(paths, error, timer=timer)
        watch = log.CrashWatch(paths.crash_notes)
        with lock:
            status = _run(paths, timer=timer, crash=watch)
        watch.end()
        return status
    import tempfile

    with tempfile.TemporaryDirectory(prefix="cramplog-demo-", ignore_cleanup_errors=True) as folder:
        places = Paths.under(Path(folder))
        dress(places, like=paths)
        return _run(places, example=True)


def dress(places: Paths, *, like: Paths) -> None:
    """Let a window elsewhere have the look, text size and units of the person's own."""
    from cramplog.gui.settings import WindowSettings

    if like.settings.exists():
        WindowSettings(places.settings).read_as(WindowSettings(like.settings))


def _ask_what_to_do(paths: Paths, error: DiaryInUse, *, timer: bool) -> int:
    """Another computer has the diary open: only a person can know whether it still does."""
    from cramplog.gui import application
    from cramplog.gui.dialogs import in_use

    application.start_qt()
    match in_use.ask(error, paths.settings):
        case in_use.Answer.TAKE_OVER:
            return open_window(paths, timer=timer, take_over=True)
        case in_use.Answer.LOOK:
            return _run(paths, only_look=error)
        case _:
            return 1


def _run(
    paths: Paths,
    *,
    example: bool = False,
    timer: bool = False,
    crash: log.CrashWatch | None = None,
    only_look: DiaryInUse | None = None,
) -> int:
    from PySide6.QtCore import Qt, QTimer

    from cramplog.gui import application
    from cramplog.gui.bell import Bell
    from cramplog.gui.ending import EndOnRequest
    from cramplog.gui.outside import OutsideChanges
    from cramplog.gui.reminder import Reminder
    from cramplog.gui.tray import Tray
    from cramplog.storage import window_lock

    program = application.start_qt()
    built = build(paths, example=example, only_look=only_look)
    EndOnRequest(lambda: built.window.leave(), program)
    if only_look is None:
        window_lock.answer(paths.diary)

    def furnish(window: MainWindow) -> None:
        if only_look is None:
            bell = Bell(str(paths.diary.parent), lambda: window_lock.answer(paths.diary), window)
            bell.timer_wanted.connect(window.timer.start)
        OutsideChanges(str(paths.diary.parent), built.client, window)
        if not example:
            tray = Tray(window, built.settings)
            Reminder(
                built.client,
                built.settings,
                SystemClock(),
                say=tray.say,
                instead=window.notice.inform,
                parent=window,
            )
        if not (example or timer or only_look or built.settings.introduced):
            show = partial(window.explaining.first_steps, paths.diary)
            window.painted.connect(lambda: QTimer.singleShot(0, window, show))

    built.furnish(furnish)
    built.show()
    if timer:
        # Once: a window in another language is told again that the diary is open.
        built.client.opened.connect(
            lambda _diary: built.window.timer.start(), Qt.ConnectionType.SingleShotConnection
        )
    if crash is not None and crash.before is not None:
        built.tell_of_crash(crash.before, told=crash.forget)
    status = program.exec()
    built.stop()
    return status
