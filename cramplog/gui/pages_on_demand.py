"""The pages of the window, each made when it is first needed, or before that in a quiet moment."""

from __future__ import annotations

import importlib
from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

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
# Those that can be made one part after the other.
IN_PARTS = ("form", "settings")
# The larger half of a page of records, which is made before the page.
EDITORS = {"workouts": ("workout_editor", "WorkoutEditor"), "courses": ("course_editor", "CourseEditor")}
# What a page is made of that takes long to load.
PARTS = {
    "form": ("form_when", "form_map", "form_questions"),
    "diary": ("diary_month_card", "diary_list", "diary_filters"),
    "insights": ("insights_charts", "insights_reasons"),
    "summary": ("summary_sheet", "summary_options"),
    "settings": ("settings_look", "settings_rules", "settings_person"),
}
_LOADED = object()
# Between two pages, or two parts of one, so that whoever clicks meanwhile is heard.
PAUSE_MS = 30


class PagesOnDemand(QObject):
    """`made` carries the key and the page, before anybody else is given it."""

    made = Signal(str, object)

    def __init__(self, given: Tools, stack: QWidget, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._given, self._stack = given, stack
        self._editors: dict[str, QWidget] = {}
        self._begun: dict[str, Page] = {}
        self._made: dict[str, Page] = {}
        self._code = _load_code()
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
        """Make what is not there yet, one page after the other, and the code of each before it.

        All of it on this thread: of each class and enum Qt's binding makes its own at the first use, and two
        threads that do so at once end the program. A worker that imports a page is such a thread.
        """
        self._pause.start()

    def _make_next(self) -> None:
        if next(self._code, _LOADED) is not _LOADED:
            self._pause.start()
            return
        missing = [key for key in KEYS if key not in self._made]
        if missing:
            key = missing[0]
            if not self._make_editor(key):
                if key not in self._begun:
                    self._begin(key)
                elif not self._begun[key].make_next():
                    self.page(key)
            self._pause.start()

    def _make_editor(self, key: str) -> bool:
        """Make the larger half of a page of records first; False where that is done, or another page."""
        if key not in EDITORS or key in self._editors or key in self._begun:
            return False
        file, kind = EDITORS[key]
        module = importlib.import_module(f"cramplog.gui.pages.{file}")
        self._editors[key] = getattr(module, kind)(self._given, self._stack)
        self._editors[key].hide()
        return True

    def _begin(self, key: str) -> Page:
        """The page, but for the parts that are made one after the other; in the frame it is later."""
        if key not in self._begun:
            module = importlib.import_module(f"cramplog.gui.pages.{key}")
            kind = getattr(module, f"{key.title().replace('_', '')}Page")
            parts: dict[str, Any] = {"at_once": False} if key in IN_PARTS else {}
            if key in self._editors:
                parts["editor"] = self._editors[key]
            # Already where it will be, so that not all of it has to be dressed again when it is whole.
            self._begun[key] = kind(self._given, self._stack, **parts)
            self._begun[key].hide()
        return self._begun[key]

    def _whole(self, key: str, kind: type[P]) -> P:
        page = self._begin(key)
        assert isinstance(page, kind)
        page.make_whole()
        self._made[key] = page
        # Whoever hears of it may ask for it by name at once.
        self.__dict__[key] = page
        self.made.emit(key, page)
        return page

    @cached_property
    def log(self) -> LogPage:
        from cramplog.gui.pages.log import LogPage

        return self._whole("log", LogPage)

    @cached_property
    def form(self) -> FormPage:
        from cramplog.gui.pages.form import FormPage

        return self._whole("form", FormPage)

    @cached_property
    def diary(self) -> DiaryPage:
        from cramplog.gui.pages.diary import DiaryPage

        return self._whole("diary", DiaryPage)

    @cached_property
    def insights(self) -> InsightsPage:
        from cramplog.gui.pages.insights import InsightsPage

        return self._whole("insights", InsightsPage)

    @cached_property
    def summary(self) -> SummaryPage:
        from cramplog.gui.pages.summary import SummaryPage

        return self._whole("summary", SummaryPage)

    @cached_property
    def workouts(self) -> WorkoutsPage:
        from cramplog.gui.pages.workouts import WorkoutsPage

        return self._whole("workouts", WorkoutsPage)

    @cached_property
    def courses(self) -> CoursesPage:
        from cramplog.gui.pages.courses import CoursesPage

        return self._whole("courses", CoursesPage)

    @cached_property
    def settings(self) -> SettingsPage:
        from cramplog.gui.pages.settings import SettingsPage

        return self._whole("settings", SettingsPage)

    @cached_property
    def fill_days(self) -> FillDaysPage:
        from cramplog.gui.pages.fill_days import FillDaysPage

        return self._whole("fill_days", FillDaysPage)

    @cached_property
    def trash(self) -> TrashPage:
        from cramplog.gui.pages.trash import TrashPage

        return self._whole("trash", TrashPage)


def _load_code() -> Iterator[None]:
    """Load the code of the pages, as much at a time as the window may stand still for."""
    for key in KEYS:
        for file in (*PARTS.get(key, ()), key):
            importlib.import_module(f"cramplog.gui.pages.{file}")
            yield
    from cramplog.domain.ids import new_id
    from cramplog.gui.widgets import body_drawing

    # What a first name needs is loaded with it.
    new_id()
    yield
    # The outlines are kept; read at the first look at the map, they would hold up the form.
    for view in body_drawing.View:
        body_drawing.drawing(view)
        yield
