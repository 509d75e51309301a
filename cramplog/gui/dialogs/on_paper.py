"""The diary on paper: the blank sheet, the page on how to use it, and the way back into the computer."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from cramplog.domain.errors import CrampLogError
from cramplog.i18n import _
from cramplog.report.options import Handout, Paper

if TYPE_CHECKING:
    from PySide6.QtGui import QImage
    from PySide6.QtPrintSupport import QPrinter
    from PySide6.QtWidgets import QWidget

    from cramplog.domain.typed_form import TypedForm
    from cramplog.gui.dialogs.sheet_entry import SheetEntry
    from cramplog.gui.pages.page import Tools


class OnPaper:
    """What the menus offer for people who prefer paper."""

    def __init__(
        self,
        window: QWidget,
        given: Tools,
        *,
        tell: Callable[[str], None],
        explain: Callable[[Exception], None],
        left: Callable[[], None],
    ) -> None:
        self._window = window
        self._left = left
        self._given = given
        self._tell = tell
        self._explain = explain
        self.entry: SheetEntry | None = None

    def actions(self) -> dict[str, Callable[[], object]]:
        """What each of the menus' entries does."""
        return {
            "save_sheet": partial(self.save, Handout.SHEET),
            "print_sheet": partial(self.print, Handout.SHEET),
            "save_guide": partial(self.save, Handout.GUIDE),
            "print_guide": partial(self.print, Handout.GUIDE),
            "type_sheet": self.type_in,
        }

    def save(self, handout: Handout) -> None:
        """Ask for a file and save the handout in it."""
        from cramplog.gui.pages import summary_save

        path = summary_save.ask_for_file(
            self._window, _title(handout), f"cramplog-{handout}", {summary_save.PDF: _("PDF file")}
        )
        if path is not None:
            self.save_to(path, handout)

    def save_to(self, path: Path, handout: Handout) -> None:
        """Save the handout as PDF."""
        paper = self._paper()
        self._given.client.ask(
            lambda diary: diary.summaries.save_handout(path, handout, paper),
            lambda _none: self._tell(_("Saved as %(name)s") % {"name": path.name}),
            owner=self._window,
            failed=self._explain,
        )

    def print(self, handout: Handout) -> None:
        """Ask for a printer and print the handout; without any printer, say so."""
        from cramplog.gui.pages import summary_print

        if not summary_print.has_printer():
            reason = _("No printer was found. Save it as a PDF and print it on another computer.")
            self._explain(CrampLogError(reason))
            return
        printer = summary_print.ask_printer(self._paper(), self._window)
        if printer is not None:
            self.print_on(printer, handout)

    def print_on(self, printer: QPrinter, handout: Handout) -> None:
        """Print the handout on a printer."""
        from PySide6.QtGui import QImage

        from cramplog.gui.pages import summary_print

        paper = self._paper()

        def done(sheets: tuple[QImage, ...]) -> None:
            if summary_print.print_sheets(printer, sheets):
                self._tell(_("Sent to the printer."))
            else:
                self._explain(CrampLogError(_("The printer did not take the page.")))

        self._given.client.ask(
            lambda diary: tuple(
                QImage.fromData(png)
                for png in diary.summaries.handout_pictures(handout, paper, ppi=summary_print.PRINT_PPI)
            ),
            done,
            owner=self._window,
            failed=self._explain,
        )

    def type_in(self) -> None:
        """Open the grid; what was typed there before and not saved is still in it."""
        from cramplog.gui.dialogs.sheet_entry import SheetEntry

        if self.entry is None:
            self.entry = SheetEntry(self._given, self._tell, self._window)
            self.entry.finished.connect(lambda _result: self._left())
        self.entry.open()
        self.entry.activateWindow()

    def go_on(self, form: TypedForm) -> None:
        """Open the grid with what was typed before and not saved."""
        self.type_in()
        if self.entry is not None:
            self.entry.go_on(form)

    def give_up(self, id_: str) -> None:
        """What was typed is not wanted any more."""
        if self.entry is not None and self.entry.typing.is_of(id_):
            self.entry.clear()

    def _paper(self) -> Paper:
        chosen = self._given.settings.paper
        return Paper(chosen) if chosen else Paper.usual()


def _title(handout: Handout) -> str:
    if handout is Handout.SHEET:
        return _("Save a blank paper sheet")
    return _("Save “How to use this diary”")
