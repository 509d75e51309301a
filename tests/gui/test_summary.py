"""The Summary page: the sheet that prints, and what can be chosen for it."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from desk import Desk
from making import a_day, an_episode
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit
from pytestqt.qtbot import QtBot

from cramplog.domain.changes import Kind
from cramplog.domain.period_choice import PeriodChoice, Span
from cramplog.domain.person import Person
from cramplog.domain.steps import RecordChange
from cramplog.gui.pages import summary, summary_print, summary_save
from cramplog.gui.pages.summary import SummaryPage
from cramplog.gui.theme.theme import Theme
from cramplog.report.options import Paper, Section

LEFT = Qt.MouseButton.LeftButton
PATIENCE_MS = 30_000

OpenSummary = Callable[[], tuple[Desk, SummaryPage]]


@pytest.fixture
def open_page(tmp_path: Path, theme: Theme, qtbot: QtBot) -> Iterator[OpenSummary]:
    """The Summary page of Robin's diary: three cramps and a free day."""
    desks: list[Desk] = []

    def show() -> tuple[Desk, SummaryPage]:
        desk = Desk(tmp_path, theme, qtbot)
        desks.append(desk)
        diary = desk.opener(create=True)
        episodes = [an_episode(f"2026-09-0{day} 20:00 +02:00", pain=6) for day in (3, 5, 7)]
        changes = [RecordChange(Kind.EPISODES, episode.id, None, episode) for episode in episodes]
        changes.append(RecordChange(Kind.DAYS, "2026-09-08", None, a_day("2026-09-08")))
        changes.append(RecordChange(Kind.PERSON, "", None, Person(name="Robin Hale")))
        diary.diary.take_over(tuple(changes))
        diary.close()
        return desk, desk.show(SummaryPage(desk.given))

    yield show
    for desk in desks:
        desk.close()


def text_of(page: SummaryPage) -> str:
    """What the sheet says to those who listen."""
    return page.preview.sheet.accessibleDescription()


def settle(desk: Desk, page: SummaryPage, expected: Callable[[str], bool]) -> None:
    """Wait until the sheet says what was asked for."""
    desk.qtbot.waitUntil(lambda: expected(text_of(page)), timeout=PATIENCE_MS)
    desk.wait()


def shape(image: QImage) -> float:
    return image.height() / image.width()


def test_the_sheet_is_shown_whole_grey_and_in_the_papers_shape(open_page: OpenSummary) -> None:
    _desk, page = open_page()

    (sheet,) = page.preview.sheets()
    assert shape(sheet) == pytest.approx(297 / 210, abs=0.01)
    assert sheet.isGrayscale()
    assert page.choices.chosen_paper() is Paper.A4
    assert page.preview.height() <= page.scroll_area().height()


def test_another_paper_is_shown_and_remembered(open_page: OpenSummary) -> None:
    desk, page = open_page()

    desk.qtbot.mouseClick(page.choices.paper.button(Paper.LETTER), LEFT)
    desk.qtbot.waitUntil(lambda: shape(page.preview.sheets()[0]) < 1.3, timeout=PATIENCE_MS)

    assert shape(page.preview.sheets()[0]) == pytest.approx(11 / 8.5, abs=0.01)
    assert desk.given.settings.paper == "letter"


def test_the_name_can_be_left_off(open_page: OpenSummary) -> None:
    desk, page = open_page()
    assert "Robin Hale" in text_of(page)

    desk.qtbot.mouseClick(page.choices.name.button("no"), LEFT)

    settle(desk, page, lambda text: "Robin Hale" not in text)


def test_questions_stand_on_the_page_as_they_were_typed(open_page: OpenSummary) -> None:
    desk, page = open_page()

    desk.qtbot.keyClicks(page.choices.questions[0], "Is it #the <b>tablet</b>?")

    settle(desk, page, lambda text: "1. Is it #the <b>tablet</b>?" in text)


def test_the_list_of_all_cramps_adds_a_sheet(open_page: OpenSummary) -> None:
    desk, page = open_page()

    page.choices.sections[Section.EPISODES].click()
    desk.qtbot.waitUntil(lambda: len(page.preview.sheets()) == 2, timeout=PATIENCE_MS)

    assert page.preview.later.isVisible()
    desk.qtbot.mouseClick(page.preview.later, LEFT)
    assert page.preview.sheet.accessibleName() == "The page as it prints, sheet 2 of 2"


def test_the_page_is_in_sight_before_the_list_behind_it(open_page: OpenSummary) -> None:
    desk, page = open_page()
    shown: list[int] = []
    page.preview.shown.connect(lambda: shown.append(len(page.preview.sheets())))

    page.choices.sections[Section.EPISODES].click()
    desk.qtbot.waitUntil(lambda: len(page.preview.sheets()) == 2, timeout=PATIENCE_MS)
    page.choices.sections[Section.SLEEP].click()
    settle(desk, page, lambda text: "Left out by choice." in text)

    # With the page changed, who reads the list stays at it.
    assert shown == [1, 2, 2, 2]


def test_of_a_very_long_list_the_screen_shows_the_first_sheets(
    open_page: OpenSummary, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(summary, "LISTED", 2)
    desk, page = open_page()

    page.choices.sections[Section.EPISODES].click()
    desk.qtbot.waitUntil(lambda: len(page.preview.sheets()) == 2, timeout=PATIENCE_MS)
    page.save_to(tmp_path / "page.txt")
    desk.wait()

    assert text_of(page).count("; Left calf; ") == 2
    assert (tmp_path / "page.txt").read_text("utf-8").count("; Left calf; ") == 3


def test_the_page_shows_the_period_that_the_other_pages_show(open_page: OpenSummary) -> None:
    desk, page = open_page()

    desk.given.view.choose(PeriodChoice(Span.DAYS_28))
    desk.wait()

    assert page.aside == "15 Aug – 11 Sept 2026"
    assert "Recorded on 4 of 28 days" in text_of(page)


def test_the_sheet_can_be_read_larger(open_page: OpenSummary) -> None:
    desk, page = open_page()
    before = page.preview.sheet.height()

    desk.qtbot.keyClick(page.preview.sheet, Qt.Key.Key_Return)
    desk.qtbot.waitUntil(lambda: page.preview.sheet.height() > before, timeout=PATIENCE_MS)

    assert page.preview.size_button.text() == "Whole sheet"


def test_the_page_is_saved_as_pdf(open_page: OpenSummary, tmp_path: Path) -> None:
    desk, page = open_page()
    said: list[str] = []
    page.said.connect(said.append)

    page.save_to(tmp_path / "page.pdf")
    desk.wait()

    assert (tmp_path / "page.pdf").read_bytes().startswith(b"%PDF-1.7")
    assert said == ["Saved as page.pdf"]


def test_the_page_is_saved_as_a_picture_a_sheet_and_as_text(open_page: OpenSummary, tmp_path: Path) -> None:
    desk, page = open_page()
    said: list[str] = []
    page.said.connect(said.append)
    page.choices.sections[Section.EPISODES].click()
    before = set(tmp_path.iterdir())

    page.save_to(tmp_path / "page.png")
    page.save_to(tmp_path / "page.txt")
    desk.wait()

    assert said == ["Saved as page.png, page-2.png", "Saved as page.txt"]
    assert shape(QImage(str(tmp_path / "page.png"))) == pytest.approx(297 / 210, abs=0.01)
    assert not QImage(str(tmp_path / "page-2.png")).isNull()
    assert "Robin Hale" in (tmp_path / "page.txt").read_text("utf-8")
    assert {path.name for path in set(tmp_path.iterdir()) - before} == {"page.png", "page-2.png", "page.txt"}


def test_a_second_picture_replaces_no_file_that_nobody_was_asked_about(
    open_page: OpenSummary, tmp_path: Path
) -> None:
    desk, page = open_page()
    (tmp_path / "page-2.png").write_bytes(b"a holiday")
    page.choices.sections[Section.EPISODES].click()

    page.save_to(tmp_path / "page.png")
    desk.wait()

    assert [str(error) for error in desk.failures] == [
        "page-2.png is there already. Choose another name, or move that file away."
    ]
    assert (tmp_path / "page-2.png").read_bytes() == b"a holiday"
    assert not (tmp_path / "page.png").exists()


def test_the_diary_is_saved_for_a_clinics_computer(open_page: OpenSummary, tmp_path: Path) -> None:
    desk, page = open_page()

    page.save_fhir_to(tmp_path / "clinic.json")
    desk.wait()

    bundle = json.loads((tmp_path / "clinic.json").read_text("utf-8"))
    assert bundle["resourceType"] == "Bundle"


@pytest.mark.parametrize(
    ("typed", "meant"), [("a.pdf", "a.pdf"), ("a.txt", "a.txt"), ("a", "a.png"), ("5.1.2026", "5.1.2026.png")]
)
def test_a_name_without_an_ending_gets_that_of_the_chosen_kind(
    open_page: OpenSummary, tmp_path: Path, typed: str, meant: str
) -> None:
    _desk, page = open_page()
    found: list[Path | None] = []

    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QFileDialog)
        dialog.findChild(QLineEdit).setText(str(tmp_path / typed))
        dialog.accept()

    QTimer.singleShot(0, answer)
    found.append(summary_save.ask_for_file(page, "Save", "page", summary_save.page_kinds(summary_save.PNG)))

    assert found == [tmp_path / meant]


def test_a_folder_that_does_not_exist_is_explained(open_page: OpenSummary, tmp_path: Path) -> None:
    desk, page = open_page()

    page.save_to(tmp_path / "nowhere" / "page.pdf")
    desk.wait()

    assert [str(error) for error in desk.failures] == [f"There is no folder {tmp_path / 'nowhere'}."]


def test_the_page_is_copied_as_text(open_page: OpenSummary) -> None:
    desk, page = open_page()

    desk.qtbot.mouseClick(page.copy_button, LEFT)
    desk.wait()

    assert QGuiApplication.clipboard().text() == text_of(page)
    assert "Patient-reported. Not a diagnosis." in text_of(page)


def test_without_a_printer_the_page_says_so_and_offers_the_pdf(open_page: OpenSummary) -> None:
    desk, page = open_page()
    if summary_print.has_printer():
        pytest.skip("this computer has a printer")

    desk.qtbot.mouseClick(page.print_button, LEFT)

    assert page.notice.isVisible()
    assert page.notice.accessibleName().startswith("No printer was found.")


def test_every_sheet_is_printed(open_page: OpenSummary, tmp_path: Path) -> None:
    desk, page = open_page()
    page.choices.sections[Section.EPISODES].click()
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    summary_print.prepare(printer, Paper.A4)
    said: list[str] = []
    page.said.connect(said.append)

    page.print_on(printer)
    desk.qtbot.waitUntil(lambda: bool(said), timeout=PATIENCE_MS)
    desk.wait()

    assert said == ["Sent to the printer."]
    assert (tmp_path / "printed.pdf").read_bytes().count(b"/Type /Page\n") == 2


def test_neither_print_service_nor_network_is_loaded_before_print_is_pressed() -> None:
    code = "import sys; import cramplog.gui.main_window; print(*sys.modules)"

    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True).stdout

    assert "PySide6.QtWidgets" in loaded
    assert "QtPrintSupport" not in loaded
    assert "QtNetwork" not in loaded
