"""How every number is counted: the definitions and their sources, as they travel with the program."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QTextBlock, QTextCursor
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QTextBrowser, QVBoxLayout, QWidget

from cramplog.gui.theme.theme import Theme
from cramplog.gui.widgets.button import Button
from cramplog.i18n import _
from cramplog.paths import resource

COUNTED = "statistics.md"
_SIZE = (820, 680)

# Where the counting of a chart or of one of the four reasons is explained.
SECTIONS: Mapping[str, str] = {
    "weeks": "How often",
    "months": "How often",
    "calendar": "Days, and how much was recorded",
    "timing": "At which hour",
    "pain": "Pain and duration",
    "duration": "Pain and duration",
    "places": "Where",
    "compare": "This period against the one before",
    "triggers": "What was different on cramp days",
    "relief": "What was tried",
    "courses": "Before and after a medicine, a supplement or a routine",
    "load": "Training and cramps",
    "sessions": "Training and cramps",
    "reasons": "Four reasons to see a doctor",
}


class HelpDialog(QDialog):
    """The text, to be read and searched by eye; nothing in it leads out of this computer."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setWindowTitle(_("How is this counted?"))
        self.text = QTextBrowser(self)
        self.text.setOpenLinks(False)
        self.text.setFrameShape(QFrame.Shape.NoFrame)
        self.text.setAccessibleName(_("How every number is counted"))
        self.text.anchorClicked.connect(self._follow_link)
        self.close_button = Button(theme, _("Close"), kind="main")
        self.close_button.clicked.connect(self.accept)
        self._put_together()
        self._document = ""
        self._read(COUNTED)
        theme.changed.connect(self._follow)

    def show_section(self, name: str = "") -> None:
        """Show the explanation of a chart or reason by its key of SECTIONS; "" is the beginning."""
        self._read(COUNTED)
        self.show()
        self.activateWindow()
        self._go_to(SECTIONS.get(name, ""))
        self.text.setFocus()

    def section(self) -> str:
        """The heading at which the reader is."""
        return self.text.textCursor().block().text()

    def _go_to(self, heading: str) -> None:
        text, block = self.text.document(), self.text.document().begin()
        while heading and block.isValid() and not _is_heading(block, heading):
            block = block.next()
        found = bool(heading) and block.isValid()
        self.text.setTextCursor(QTextCursor(block if found else text.begin()))
        top = text.documentLayout().blockBoundingRect(block).top() if found else 0
        self.text.verticalScrollBar().setValue(round(top))

    def _follow_link(self, link: QUrl) -> None:
        # The two texts name each other; sources on the network are named, not opened.
        if link.isRelative() and link.path().endswith(".md"):
            self._read(link.path())
            self._go_to("")

    def _read(self, document: str) -> None:
        if document != self._document:
            self._document = document
            self.text.document().setDefaultFont(self._theme.font("body"))
            self.text.setMarkdown(resource("help", document).read_text(encoding="utf-8"))
            self._give_room()

    def _give_room(self) -> None:
        """Set paragraphs apart; Qt sets Markdown without a gap."""
        block = self.text.document().begin()
        while block.isValid():
            cursor = QTextCursor(block)
            if cursor.currentTable() is None and not block.textList():
                room = block.blockFormat()
                room.setBottomMargin(self._theme.space.group)
                room.setTopMargin(self._theme.space.group if room.headingLevel() else 0)
                cursor.setBlockFormat(room)
            block = block.next()

    def _put_together(self) -> None:
        space = self._theme.space
        column = QVBoxLayout(self)
        column.setContentsMargins(space.page, space.page, space.page, space.page)
        column.setSpacing(space.medium)
        column.addWidget(self.text, 1)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.close_button)
        column.addLayout(row)
        self.text.document().setDocumentMargin(space.medium)
        self.text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextBrowserInteraction | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.resize(*_SIZE)

    def _follow(self) -> None:
        heading = self.section()
        self._document = ""
        self._read(COUNTED)
        self._go_to(heading)


def _is_heading(block: QTextBlock, heading: str) -> bool:
    return block.blockFormat().headingLevel() > 0 and block.text() == heading
