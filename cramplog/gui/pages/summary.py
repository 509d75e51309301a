"""The Summary page: one page for the doctor, shown just as it prints, beside what can be chosen for it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication, QImage, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cramplog.domain.changes import Kind
from cramplog.domain.period import DAY_STARTS_HOUR, diary_day
from cramplog.gui.pages import summary_print, summary_save
from cramplog.gui.pages.faces import Faces
from cramplog.gui.pages.page import Page, Tools
from cramplog.gui.pages.summary_drawing import SheetDrawing, grey
from cramplog.gui.pages.summary_options import SummaryOptions
from cramplog.gui.pages.summary_sheet import SheetPreview
from cramplog.gui.widgets.button import Button
from cramplog.gui.widgets.columns import Columns
from cramplog.gui.widgets.notice import Notice
from cramplog.gui.widgets.period_picker import PeriodPicker
from cramplog.gui.widgets.row_or_grid import RowOrGrid
from cramplog.i18n import _
from cramplog.report.options import Options, Paper
from cramplog.words import dates

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from cramplog.domain.period import Period
    from cramplog.domain.period_choice import PeriodChoice
    from cramplog.gui.tasks import Request
    from cramplog.report.summary import Summary
    from cramplog.services.open_diary import OpenDiary

SCREEN_PPI = 110
# Typing a question asks for one page, not for one a letter.
SETTLED_MS = 120
# So many cramps of the list behind the page are shown, about ten sheets; all of them are saved and printed.
LISTED = 400


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """Which page is wanted. Without a paper, that of the reader's country."""

    choice: PeriodChoice
    options: Options
    paper: Paper | None

    def paper_to_use(self) -> Paper:
        """The paper to lay it out for."""
        return self.paper or Paper.usual()


@dataclass(frozen=True, slots=True, kw_only=True)
class SummaryAnswer:
    """What is on the page, and the same as text, made on the diary's worker."""

    page: Summary
    text: str
    day_starts_hour: int
    paper: Paper
    period: Period


class SummaryPage(Page):
    """Print is the one filled button; below it what can be saved and copied."""

    concerns = frozenset(Kind)

    def __init__(self, given: Tools, parent: QWidget | None = None) -> None:
        super().__init__(given, _("Summary"), parent)
        theme = given.theme
        self._day_starts_hour = DAY_STARTS_HOUR
        self.picker = PeriodPicker(theme, given.view, self._today)
        self.preview = SheetPreview(theme)
        self._drawing = SheetDrawing(given.drawing, self)
        self.choices = SummaryOptions(theme)
        self.print_button = Button(theme, _("Print"), kind="main", icon="print")
        self.save_button = Button(theme, _("Save as PDF"), icon="download")
        self.copy_button = Button(theme, _("Copy as text"), icon="copy")
        self.picture_button = Button(theme, _("Save as picture"), icon="download")
        self.fhir_button = Button(theme, _("Save FHIR"), icon="download")
        self.fhir_button.setToolTip(_("A file that computers of clinics can read. It holds the whole diary."))
        self.notice = Notice(theme, "info")
        self._save_instead = self.notice.add_button(_("Save as PDF"), icon="download")
        self._settled = QTimer(self, singleShot=True, interval=SETTLED_MS)
        self.faces = Faces(theme, self._ready_face())
        if given.settings.paper is not None:
            self.choices.show_paper(Paper(given.settings.paper))
        self._put_together()
        self._listen()

    def load(self) -> Request | None:
        """Ask for the page as it is wanted now."""
        self.faces.wait()
        self._drawing.drop()
        wish = self.wish()
        return self.given.client.ask(
            lambda diary: _made(diary, wish),
            self._draw,
            owner=self,
            failed=self.faces.show_failed,
        )

    def wish(self) -> Wish:
        """What is chosen now."""
        return Wish(
            choice=self.given.view.choice,
            options=self.choices.options(),
            paper=self.choices.chosen_paper(),
        )

    def save_pdf(self) -> None:
        """Ask for a file and save the page in it, as PDF unless another kind is chosen."""
        self._save(summary_save.PDF)

    def save_picture(self) -> None:
        """The same, as a picture unless another kind is chosen."""
        self._save(summary_save.PNG)

    def _save(self, kind: str) -> None:
        path = summary_save.ask_for_file(
            self, _("Save the doctor’s page"), "cramplog-summary", summary_save.page_kinds(kind)
        )
        if path is not None:
            self.save_to(path)

    def save_to(self, path: Path) -> None:
        """Save the page as what the name ends in: PDF, picture or plain text."""
        wish = self.wish()

        def work(diary: OpenDiary) -> tuple[Path, ...]:
            page = diary.summaries.page(wish.choice, wish.options)
            return diary.summaries.save(path, page, wish.paper_to_use())

        self.given.client.ask(work, self._say_saved, owner=self)

    def save_fhir(self) -> None:
        """Ask for a file and save the diary in it for a clinic's computer."""
        path = summary_save.ask_for_file(
            self, _("Save for a clinic’s computer"), "cramplog-fhir", {".json": _("FHIR file")}
        )
        if path is not None:
            self.save_fhir_to(path)

    def save_fhir_to(self, path: Path) -> None:
        """Save the diary as a FHIR bundle, which programs of clinics can read."""

        def work(diary: OpenDiary) -> tuple[Path, ...]:
            diary.exchange.export_fhir(path)
            return (path,)

        self.given.client.ask(work, self._say_saved, owner=self)

    def _say_saved(self, paths: tuple[Path, ...]) -> None:
        self.notice.hide()
        self.said.emit(_("Saved as %(name)s") % {"name": ", ".join(path.name for path in paths)})

    def copy_text(self) -> None:
        """Put the page as plain text on the clipboard."""
        wish = self.wish()

        def done(text: str) -> None:
            QGuiApplication.clipboard().setText(text)
            self.said.emit(_("Copied. Paste it where you need it."))

        self.given.client.ask(lambda diary: _text(diary, wish), done, owner=self)

    def print_page(self) -> None:
        """Ask for a printer and print; without any printer, say so and offer the PDF."""
        if not summary_print.has_printer():
            self.notice.say(
                _("No printer was found."),
                text=_("You can save the page as a PDF and print it on another computer."),
            )
            self.notice.show()
            return
        printer = summary_print.ask_printer(self._shown_paper, self)
        if printer is not None:
            self.print_on(printer)

    def print_on(self, printer: QPrinter) -> None:
        """Print the page on a printer."""
        wish = self.wish()

        def draw(page: Summary) -> None:
            self._drawing.pictures(
                page,
                wish.paper_to_use(),
                ppi=summary_print.PRINT_PPI,
                done=done,
                failed=self.given.client.failed.emit,
            )

        def done(sheets: tuple[bytes, ...]) -> None:
            if summary_print.print_sheets(printer, map(grey, sheets)):
                self.said.emit(_("Sent to the printer."))
            else:
                self.notice.say(
                    _("The printer did not take the page."),
                    text=_("Look at the printer and try again, or save the page as a PDF."),
                    kind="warn",
                )
                self.notice.show()

        self.given.client.ask(lambda diary: diary.summaries.page(wish.choice, wish.options), draw, owner=self)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 (Qt's name)
        super().resizeEvent(event)
        around = self.content.contentsMargins()
        self.preview.set_room(self.scroll_area().height() - around.top() - around.bottom())

    def _draw(self, answer: SummaryAnswer) -> None:
        """Draw the page, which is soon there, and only then the list behind it."""
        self._drawing.draw(
            replace(answer.page, appendix=None),
            answer.paper,
            ppi=self._ppi(),
            done=lambda sheets: self._show_answer(answer, sheets),
            failed=self.faces.show_failed,
        )

    def _show_answer(self, answer: SummaryAnswer, sheets: tuple[QImage, ...]) -> None:
        self._day_starts_hour = answer.day_starts_hour
        self._shown_paper = answer.paper
        self.choices.show_paper(answer.paper)
        self.picker.show_period(answer.period)
        self.set_aside(dates.period(answer.period) if answer.period.days else "")
        if answer.page.appendix is None:
            self.choices.show_sheets(len(sheets))
            self.preview.show_sheets(sheets, answer.text)
        else:
            # Who is reading the list stays at it.
            self.preview.show_sheets((*sheets, *self.preview.sheets()[1:]), answer.text)
            self._draw_list(answer)
        self.faces.show_ready()

    def _draw_list(self, answer: SummaryAnswer) -> None:
        def done(sheets: tuple[QImage, ...]) -> None:
            listed = answer.page.appendix
            self.choices.show_sheets(len(sheets), and_more=listed is not None and not listed.is_whole)
            self.preview.show_sheets(sheets, answer.text)

        self._drawing.draw(
            answer.page, answer.paper, ppi=self._ppi(), done=done, failed=self.faces.show_failed
        )

    def _ppi(self) -> float:
        return SCREEN_PPI * self.devicePixelRatioF()

    def _keep_paper(self, paper: str) -> None:
        self.given.settings.paper = paper

    def _ready_face(self) -> QWidget:
        space = self.theme.space
        columns = Columns(self.theme, shares=(3, 2), first_fills=True)
        columns.first.addWidget(self.preview, 1)
        columns.first.addStretch()
        buttons = QVBoxLayout()
        buttons.setSpacing(space.group)
        row = RowOrGrid(gap=space.group, equal=True)
        for button in (self.save_button, self.copy_button, self.picture_button, self.fhir_button):
            row.addWidget(button)
        buttons.addWidget(self.print_button)
        buttons.addLayout(row)
        columns.second.setSpacing(space.group)
        columns.second.addLayout(buttons)
        columns.second.addWidget(self.choices)
        return columns

    def _put_together(self) -> None:
        self._shown_paper = Paper.A4
        self.tools.addWidget(self.picker)
        self.pinned.addWidget(self.picker.details)
        self.content.addWidget(self.notice)
        self.content.addWidget(self.faces, 1)
        self.notice.hide()

    def _listen(self) -> None:
        self.faces.again.connect(self.reload)
        self.given.view.changed.connect(self.reload)
        self.choices.changed.connect(self._settled.start)
        self.choices.paper_chosen.connect(self._keep_paper)
        self._settled.timeout.connect(self.reload)
        self.print_button.clicked.connect(self.print_page)
        self.save_button.clicked.connect(self.save_pdf)
        self._save_instead.clicked.connect(self.save_pdf)
        self.copy_button.clicked.connect(self.copy_text)
        self.picture_button.clicked.connect(self.save_picture)
        self.fhir_button.clicked.connect(self.save_fhir)

    def _today(self) -> date:
        return diary_day(self.given.clock.now(), self._day_starts_hour)


def _made(diary: OpenDiary, wish: Wish) -> SummaryAnswer:
    page = diary.summaries.page(wish.choice, replace(wish.options, listed=LISTED))
    dates.warm_up()
    return SummaryAnswer(
        page=page,
        text=diary.summaries.text(page),
        day_starts_hour=diary.reading.contents().settings.day_starts_hour,
        paper=wish.paper_to_use(),
        period=diary.reading.insights(wish.choice).period,
    )


def _text(diary: OpenDiary, wish: Wish) -> str:
    return diary.summaries.text(diary.summaries.page(wish.choice, wish.options))
