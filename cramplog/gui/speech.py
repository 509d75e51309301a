"""Lets Qt speak the reader's language too: its own words, its dates and numbers, and where a line begins."""

from __future__ import annotations

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from cramplog.i18n import language

_NAME = "words_of_qt"


def speak(program: QApplication) -> None:
    """Follow the language that is spoken now; what was built before keeps its words."""
    spoken = QLocale(language.locale)
    QLocale.setDefault(spoken)
    before = program.findChild(QTranslator, _NAME)
    if before is not None:
        program.removeTranslator(before)
        before.deleteLater()
        before.setObjectName("")
    own_words = QTranslator(program)
    own_words.setObjectName(_NAME)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if own_words.load(spoken, "qtbase", "_", folder):
        program.installTranslator(own_words)
    program.setLayoutDirection(spoken.textDirection())
