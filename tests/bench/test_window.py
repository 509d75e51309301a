"""The window: the list of cramps, its search and its order, and going from page to page."""

from __future__ import annotations

import itertools
import time
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from PySide6.QtCore import QAbstractListModel, QCoreApplication, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QApplication, QLabel, QStackedWidget, QTableView, QVBoxLayout, QWidget
from stopwatch import CLOCK, Filled, Stopwatch

from cramplog import bootstrap
from cramplog.domain.contents import DiaryContents
from cramplog.domain.period_choice import PeriodChoice, Span
from cramplog.gui import application
from cramplog.gui.application import Application
from cramplog.gui.models.entries import EntryFilter
from cramplog.gui.models.episode_table import Column

PAGES = ("diary", "insights", "summary", "workouts", "courses", "log")
# As many as a page of the diary has, more or less.
WIDGETS = 60


@dataclass(frozen=True, slots=True)
class Shown:
    """The window on one of the diaries."""

    built: Application
    size: int
    contents: DiaryContents

    def settle(self) -> None:
        """Let the window and both workers do all that is to be done."""
        QCoreApplication.processEvents()
        while self.built.tasks.are_busy:
            QCoreApplication.processEvents()
            # Without a rest this loop would take the interpreter from the worker that it waits for.
            time.sleep(0.0005)
        QCoreApplication.processEvents()

    def show(self, page: str) -> None:
        """Go to a page, until it shows all that it has to."""
        self.built.window.shell.show_page(page)
        self.settle()


@pytest.fixture(scope="session")
def qt() -> QApplication:
    """Qt, started as the program starts it."""
    return application.start_qt()


@pytest.fixture
def shown(qt: QApplication, filled: Filled) -> Iterator[Shown]:
    """The window, with every page made and the diary's list in sight."""
    assert qt is QCoreApplication.instance()
    built = bootstrap.build(filled.paths, clock=CLOCK)
    shown = Shown(built, filled.size, filled.contents)
    built.show()
    shown.settle()
    built.view.choose(PeriodChoice(Span.DAYS_90))
    for page in (*PAGES, "diary"):
        shown.show(page)
    yield shown
    built.stop()
    built.window.deleteLater()


class BareRows(QAbstractListModel):
    """Rows of numbers: the least that a table of Qt can show."""

    def __init__(self, rows: int) -> None:
        super().__init__()
        self._rows = rows

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:  # noqa: ARG002, N802 (Qt's names)
        return self._rows

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = 0) -> str | None:
        return str(index.row()) if role == Qt.ItemDataRole.DisplayRole else None

    def show_again(self) -> None:
        self.beginResetModel()
        self.endResetModel()


def test_list_every_cramp(beside: Stopwatch, shown: Shown) -> None:
    """The answer of the diary is there; the list takes it and paints what is in sight."""
    table = shown.built.window.pages.diary.list.table
    view, rows = QTableView(), BareRows(shown.size)
    view.setModel(rows)
    view.show()
    orders = itertools.cycle((Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder))

    def listed() -> None:
        table.sort(Column.WHEN, next(orders))
        shown.settle()

    def floor() -> None:
        rows.show_again()
        QCoreApplication.processEvents()

    beside(listed, floor, beneath="Qt: a bare table with as many rows is reset and painted", size=shown.size)
    view.close()


def test_search_the_notes(beside: Stopwatch, shown: Shown) -> None:
    table = shown.built.window.pages.diary.list.table
    words = itertools.cycle(("stairs", "night"))

    def narrowed() -> None:
        table.narrow(EntryFilter(text=next(words)))
        shown.settle()

    def floor() -> int:
        return sum("stairs" in one.note.casefold() for one in shown.contents.episodes)

    beside(narrowed, floor, beneath="look for the word in each note, and paint nothing", size=shown.size)


@pytest.mark.parametrize("page", PAGES)
def test_go_to_page(beside: Stopwatch, shown: Shown, page: str) -> None:
    """From another page until this one shows all it has to, with the period of 90 days."""
    other = "log" if page != "log" else "diary"
    stack = QStackedWidget()
    for _number in range(2):
        side = QWidget()
        column = QVBoxLayout(side)
        for row in range(WIDGETS):
            column.addWidget(QLabel(str(row)))
        stack.addWidget(side)
    stack.resize(shown.built.window.size())
    stack.show()

    def floor() -> None:
        stack.setCurrentIndex(1 - stack.currentIndex())
        QCoreApplication.processEvents()

    beside(
        lambda: shown.show(page),
        floor,
        beneath=f"Qt: a stack turns to a page of {WIDGETS} labels and paints it",
        size=shown.size,
        setup=lambda: shown.show(other),
    )
    stack.close()
