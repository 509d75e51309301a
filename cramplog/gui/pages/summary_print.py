"""Printing the doctor's page: nothing here is imported, and no printer asked for, before Print is pressed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtWidgets import QWidget

from cramplog.report.options import Paper

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

PRINT_PPI = 300


def has_printer() -> bool:
    """Whether this computer knows any printer."""
    from PySide6.QtPrintSupport import QPrinterInfo

    return bool(QPrinterInfo.availablePrinterNames())


def ask_printer(paper: Paper, parent: QWidget) -> QPrinter | None:
    """The printer that the person chooses in the system's dialog; None where they think better of it."""
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    prepare(printer, paper)
    dialog = QPrintDialog(printer, parent)
    chosen = dialog.exec() == QPrintDialog.DialogCode.Accepted
    dialog.deleteLater()
    return printer if chosen else None


def prepare(printer: QPrinter, paper: Paper) -> None:
    """Set the paper, upright and without margins: the page brings its own."""
    size = QPageSize.PageSizeId.Letter if paper is Paper.LETTER else QPageSize.PageSizeId.A4
    printer.setFullPage(True)
    printer.setPageSize(QPageSize(size))
    printer.setPageOrientation(QPageLayout.Orientation.Portrait)


def print_sheets(printer: QPrinter, sheets: Iterable[QImage]) -> bool:
    """Print one sheet a page, in its own shape; False where the printer does not take it.

    The sheets are taken one by one: all of a long list at once would fill the memory.
    """
    painter = QPainter()
    if not painter.begin(printer):
        return False
    for number, sheet in enumerate(sheets):
        if number:
            printer.newPage()
        whole = QRectF(painter.viewport())
        scale = min(whole.width() / sheet.width(), whole.height() / sheet.height())
        width, height = sheet.width() * scale, sheet.height() * scale
        painter.drawImage(QRectF((whole.width() - width) / 2, 0, width, height), sheet)
    return painter.end()
