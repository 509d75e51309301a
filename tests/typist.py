"""A person at the real window in a process of its own, which a test kills: `python typist.py FOLDER WHAT`.

Says "done" when the last key was pressed, and stays.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from cramplog import bootstrap
from cramplog.domain.course import CourseKind
from cramplog.domain.places import Muscle, Place, Side
from cramplog.gui import application
from cramplog.gui.application import Application
from cramplog.gui.dialogs.sheet_entry import SheetView
from cramplog.paths import Paths

LEFT = Qt.MouseButton.LeftButton
NOTE = "It came back twice"


def main() -> None:
    """Open the window, do what was asked, say so, and let the window live."""
    program = application.start_qt()
    built = bootstrap.build(Paths.under(Path(sys.argv[1])))
    built.show()
    wait(program, lambda: built.window.pages.log.day.isEnabled())
    {
        "form": type_into_a_form,
        "careless": type_into_a_careless_form,
        "recorded": type_into_a_recorded_form,
        "timer": start_the_timer,
        "workout": type_a_workout,
        "course": type_a_course,
        "sheet": type_a_sheet,
    }[sys.argv[2]](program, built)
    sys.stdout.write("done\n")
    sys.stdout.flush()
    program.exec()


def type_into_a_form(program: QApplication, built: Application) -> None:
    """A note, and no muscle yet."""
    built.window.log_a_cramp()
    note = built.window.pages.form.questions.note
    built.window.pages.form.questions.group_of(note).set_open(True)
    QTest.keyClicks(note.note, NOTE)


def type_into_a_careless_form(program: QApplication, built: Application) -> None:
    """The same in a program that would keep what is typed only when the form is left."""
    built.window.pages.form.keeper._pause.setInterval(3_600_000)
    type_into_a_form(program, built)


def type_into_a_recorded_form(program: QApplication, built: Application) -> None:
    """A muscle first, then the note."""
    built.window.log_a_cramp()
    built.window.pages.form.where.map.changed.emit((Place(Muscle.CALF, Side.LEFT),))
    wait(program, lambda: not built.tasks.are_busy)
    note = built.window.pages.form.questions.note
    built.window.pages.form.questions.group_of(note).set_open(True)
    QTest.keyClicks(note.note, NOTE)


def type_a_workout(program: QApplication, built: Application) -> None:
    """A sport, a time, a distance that cannot be read, a note; nobody presses Save."""
    built.window.shell.show_page("workouts")
    wait(program, lambda: not built.tasks.are_busy)
    editor = built.window.pages.workouts.editor
    editor.more.set_open(True)
    QTest.keyClicks(editor.sport_line, "rowing")
    QTest.keyClicks(editor.when.time_line, "yesterday 18:30")
    QTest.keyClicks(editor.distance.line, "about 5")
    QTest.keyClicks(editor.note.note, NOTE)


def type_a_course(program: QApplication, built: Application) -> None:
    """A routine with a change of its dose; nobody presses Save."""
    built.window.shell.show_page("courses")
    wait(program, lambda: not built.tasks.are_busy)
    editor = built.window.pages.courses.editor
    QTest.mouseClick(editor.kind.button(CourseKind.ROUTINE), LEFT)
    QTest.keyClicks(editor.name_line, "Stretching")
    QTest.keyClicks(editor.started.line, "6 Sep 2026")
    QTest.mouseClick(editor.doses.add, LEFT)
    QTest.keyClicks(editor.doses.rows[0].day.line, "1 Oct 20")
    QTest.keyClicks(editor.note.note, NOTE)


def type_a_sheet(program: QApplication, built: Application) -> None:
    """Two cells of a cramp, a day, and a cell that is still open; nobody presses Save."""
    built.window.on_paper.type_in()
    entry = built.window.on_paper.entry
    assert entry is not None
    wait(program, entry.isActiveWindow)
    entry.month.setCurrentIndex(1)
    type_into_cells(entry.cramps, 0, "4\t2x10\t")
    entry.part.button("days").click()
    type_into_cells(entry.days, 0, "x\t")
    entry.part.button("cramps").click()
    type_into_cells(entry.cramps, 1, "17")


def type_into_cells(view: SheetView, row: int, keys: str) -> None:
    """From the row's first cell on."""
    view.setFocus()
    view.setCurrentIndex(view.table.index(row, 0))
    for key in keys:
        QTest.keyClicks(QApplication.focusWidget(), key)


def start_the_timer(program: QApplication, built: Application) -> None:
    """The big button, then the left calf."""
    QTest.mouseClick(built.window.pages.log.start, LEFT)
    page = built.window.timer.page
    wait(program, lambda: not built.tasks.are_busy)
    QTest.mouseClick(page.where.usual(Place(Muscle.CALF, Side.LEFT)), LEFT)


def wait(program: QApplication, until: object) -> None:
    """Let the window work until something is so."""
    assert callable(until)
    end = time.monotonic() + 60
    while not until() and time.monotonic() < end:
        program.processEvents()
        time.sleep(0.01)


if __name__ == "__main__":
    main()
