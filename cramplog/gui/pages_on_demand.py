"""The pages of the window, each made when it is first needed, or before that in a quiet moment."""

from __future__ import annotations

import importlib
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from cramplog.gui.pages.course_editor import CourseEditor
    from cramplog.gui.pages.courses import CoursesPage
    from cramplog.gui.pages.diary import DiaryPage
    from cramplog.gui.pages.fill_days import FillDaysPage
    from cramplog.gui.pages.form import FormPage
    from cramplog.gui.pages.insights import InsightsPage
    from cramplog.gui.pages.log import LogPage
    from cramplog.gui.pages.page import Page, Tools
    from cramplog.gui.pages.settings import SettingsPage
    from cramplog.gui.pages.summary import SummaryPage
    from cramplog.gui.pages.trash import TrashPage
    from cramplog.gui.pages.workout_editor import WorkoutEditor
    from cramplog.gui.pages.workouts import WorkoutsPage

P = TypeVar("P", bound="Page")

# The most wanted first.
KEYS = (
    "log",
    "form",
    "diary",
    "insights",
    "summary",
    "workouts",
    "courses",
    "settings",
    "fill_days",
    "trash",
)
# Between two pages, or two parts of one, so that whoever clicks meanwhile is heard.
PAUSE_MS = 30


class PagesOnDemand(QObject):
    """`made` carries the key and the page, before anybody else is given it."""

    made = Signal(str, object)

    def __init__(self, given: Tools, stack: QWidget, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._given, self._stack = given, stack
        # Pages of many parts, as far as they are.
        self._form: FormPage | None = None
        self._settings: SettingsPage | None = None
        self._workout_editor: WorkoutEditor | None = None
        self._course_editor: CourseEditor | None = None
        self._made: dict[str, Page] = {}
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._make_next)

    def page(self, key: str) -> Page:
        """The page with this key, made now if it must be. Raises KeyError where there is none."""
        if key not in KEYS:
            raise KeyError(key)
        page: Page = getattr(self, key)
        return page

    def is_made(self, key: str) -> bool:
        """Whether this page is there already."""
        return key in self._made

    def make_the_rest(self) -> None:
        """Make what is not there yet, one page after the other; their code is loaded on a worker before."""
        self._given.drawing.ask(
            _load_code, done=lambda _none: self._pause.start(), failed=lambda _error: None, owner=self
        )

    def _make_next(self) -> None:
        missing = [key for key in KEYS if key not in self._made]
        if missing:
            begun = self._begun(missing[0])
            if not self._make_editor(missing[0]) and (begun is None or not begun.make_next()):
                self.page(missing[0])
            self._pause.start()

    def _make_editor(self, key: str) -> bool:
        """Make the larger half of a page of records first; False where that is done, or another page."""
        if key == "workouts" and self._workout_editor is None:
            from cramplog.gui.pages.workout_editor import WorkoutEditor

            self._workout_editor = WorkoutEditor(self._given, self._stack)
            self._workout_editor.hide()
        elif key == "courses" and self._course_editor is None:
            from cramplog.gui.pages.course_editor import CourseEditor

            self._course_editor = CourseEditor(self._given, self._stack)
            self._course_editor.hide()
        else:
            return False
        return True

    def _begun(self, key: str) -> Page | None:
        """The page that is made in parts, where this is one."""
        return self._begun_form() if key == "form" else self._begun_settings() if key == "settings" else None

    def _begun_form(self) -> FormPage:
        from cramplog.gui.pages.form import FormPage

        if self._form is None:
            # Already where it will be, so that not all of it has to be dressed again when it is whole.
            self._form = FormPage(self._given, self._stack, at_once=False)
            self._form.hide()
        return self._form

    def _begun_settings(self) -> SettingsPage:
        from cramplog.gui.pages.settings import SettingsPage

        if self._settings is None:
            self._settings = SettingsPage(self._given, self._stack, at_once=False)
            self._settings.hide()
        return self._settings

    def _keep(self, key: str, page: P) -> P:
        self._made[key] = page
        # Whoever hears of it may ask for it by name at once.
        self.__dict__[key] = page
        self.made.emit(key, page)
        return page

    @cached_property
    def log(self) -> LogPage:
        from cramplog.gui.pages.log import LogPage

        return self._keep("log", LogPage(self._given))

    @cached_property
    def diary(self) -> DiaryPage:
        from cramplog.gui.pages.diary import DiaryPage

        return self._keep("diary", DiaryPage(self._given))

    @cached_property
    def insights(self) -> InsightsPage:
        from cramplog.gui.pages.insights import InsightsPage

        return self._keep("insights", InsightsPage(self._given))

    @cached_property
    def summary(self) -> SummaryPage:
        from cramplog.gui.pages.summary import SummaryPage

        return self._keep("summary", SummaryPage(self._given))

    @cached_property
    def workouts(self) -> WorkoutsPage:
        from cramplog.gui.pages.workouts import WorkoutsPage

        return self._keep("workouts", WorkoutsPage(self._given, editor=self._workout_editor))

    @cached_property
    def courses(self) -> CoursesPage:
        from cramplog.gui.pages.courses import CoursesPage

        return self._keep("courses", CoursesPage(self._given, editor=self._course_editor))

    @cached_property
    def fill_days(self) -> FillDaysPage:
        from cramplog.gui.pages.fill_days import FillDaysPage

        return self._keep("fill_days", FillDaysPage(self._given))

    @cached_property
    def trash(self) -> TrashPage:
        from cramplog.gui.pages.trash import TrashPage

        return self._keep("trash", TrashPage(self._given))

    @cached_property
    def settings(self) -> SettingsPage:
        settings = self._begun_settings()
        settings.make_whole()
        return self._keep("settings", settings)

    @cached_property
    def form(self) -> FormPage:
        form = self._begun_form()
        form.make_whole()
        return self._keep("form", form)


def _load_code() -> None:
    for key in KEYS:
        importlib.import_module(f"cramplog.gui.pages.{key}")
    from cramplog.gui.widgets import body_drawing

    # The outlines are kept; read at the first look at the map, they would hold up the form.
    for view in body_drawing.View:
        body_drawing.drawing(view)
