"""One cramp walks through the house: typed into the form, found in the table, seen in the chart, on paper."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from program import Program
from pypdf import PdfReader
from PySide6.QtCore import Qt

from cramplog.domain.changes import Changed
from cramplog.domain.period import Period
from cramplog.domain.places import Muscle, Place, Side
from cramplog.gui.pages.insights_chart_card import ChartCard
from cramplog.gui.widgets.body_drawing import View
from cramplog.services.open_diary import OpenDiary

LEFT_CALF = Place(Muscle.CALF, Side.LEFT)


def cramps_of_the_last_week(program: Program) -> str:
    """The count of the last week, as the table under the chart has it."""
    program.choose("page_insights")
    cards = {card.id: card for card in program.window.pages.insights.findChildren(ChartCard)}
    if cards["weeks"].table.isHidden():
        program.click(cards["weeks"].table_button)
    program.wait()
    model = cards["weeks"].model
    return str(model.index(model.rowCount() - 1, 1).data())


def log_a_cramp(program: Program, time: str, pain: int) -> None:
    """Open the form, choose the left calf, write the time, choose the pain, press Done."""
    form = program.window.pages.form
    program.choose("log")
    figure = form.where.map.figure(View.BACK)
    inside = figure.outline(LEFT_CALF).boundingRect().center().toPoint()
    program.qtbot.mouseClick(figure, Qt.MouseButton.LeftButton, pos=inside)
    program.wait()
    line = form.questions.when.time_line
    line.setFocus()
    line.selectAll()
    program.qtbot.keyClicks(line, time)
    program.qtbot.keyClick(line, Qt.Key.Key_Return)
    program.click(form.questions.pain.square(pain))
    program.qtbot.waitUntil(lambda: form.keeper.is_settled)
    program.picture("form")
    program.click(form.foot.done)


def test_a_cramp_typed_into_the_form_is_found_everywhere(program: Program, tmp_path: Path) -> None:
    program.picture("log-empty")
    program.built.client.change(a_week_without_cramps, owner=program.window)
    program.wait()
    before = cramps_of_the_last_week(program)

    log_a_cramp(program, "yesterday 22:15", 7)
    after_one = cramps_of_the_last_week(program)
    log_a_cramp(program, "today 02:10", 4)
    after_two = cramps_of_the_last_week(program)
    program.picture("insights")

    assert (before, after_one, after_two) == ("0", "1", "2")
    program.choose("page_diary")
    program.picture("diary")
    assert program.window.pages.diary.list.table.rowCount() == 2
    page = tmp_path / "page.pdf"
    program.choose("page_summary")
    program.picture("summary")
    program.window.pages.summary.save_to(page)
    program.wait()
    text = PdfReader(page).pages[0].extract_text()
    assert len(PdfReader(page).pages) == 1
    assert "Calf" in text
    assert "7/10" in text or "highest 7 of 10" in text


def a_week_without_cramps(diary: OpenDiary) -> Changed:
    """The days from 1 to 9 September, checked in as free."""
    return diary.diary.mark_free(Period.including(date(2026, 9, 1), date(2026, 9, 9)))
