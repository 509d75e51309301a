"""The help in a window: its topics, a search through all of them, and the text."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QTextBlock, QTextCursor
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QSplitter,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from cramplog.gui import help_texts
from cramplog.gui.help_texts import COUNTED
from cramplog.gui.theme.theme import Theme
from cramplog.gui.widgets.button import Button
from cramplog.gui.widgets.text import Text
from cramplog.i18n import _

_SIZE = (980, 700)
_SHARES = (280, 700)
_TOPIC = Qt.ItemDataRole.UserRole

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
    """Nothing in it leads out of this computer."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setWindowTitle(_("Help"))
        self.search = QLineEdit(self)
        self.search.setPlaceholderText(_("Search the help"))
        self.search.setAccessibleName(_("Search the help"))
        self.topics = QListWidget(self)
        self.topics.setAccessibleName(_("Topics"))
        self.topics.setWordWrap(True)
        self.topics.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.nothing = Text(theme, _("Nothing is said about these words."), tone="ink2")
        self.nothing.hide()
        self.text = QTextBrowser(self)
        self.text.setOpenLinks(False)
        self.text.setFrameShape(QFrame.Shape.NoFrame)
        self.close_button = Button(theme, _("Close"), kind="main")
        self._topic = ""
        self._put_together()
        self._listen()
        self._list("")
        self.show_topic(help_texts.TOPICS[0])

    def show_section(self, name: str = "") -> None:
        """Show the explanation of a chart or reason by its key of SECTIONS; "" is the beginning."""
        self.show_topic(COUNTED)
        self.open_on_top()
        self._go_to(SECTIONS.get(name, ""))

    def show_topic(self, topic: str) -> None:
        """Show a topic from its beginning."""
        self._read(topic)
        for row in range(self.topics.count()):
            if self.topics.item(row).data(_TOPIC) == topic:
                self.topics.setCurrentRow(row)

    def open_on_top(self) -> None:
        """Show the window, with the keyboard on the text."""
        self.show()
        self.activateWindow()
        self.text.setFocus()

    def topic(self) -> str:
        """Which topic is read."""
        return self._topic

    def section(self) -> str:
        """The heading at which the reader is."""
        return self.text.textCursor().block().text()

    def _go_to(self, heading: str) -> None:
        """Go to the heading with this English name."""
        at = help_texts.heading_at(self._topic, heading)
        blocks = [block for block in _blocks(self.text) if block.blockFormat().headingLevel() > 0]
        found = at is not None and at < len(blocks)
        block = blocks[at] if at is not None and found else self.text.document().begin()
        self.text.setTextCursor(QTextCursor(block))
        top = self.text.document().documentLayout().blockBoundingRect(block).top() if found else 0
        self.text.verticalScrollBar().setValue(round(top))

    def _list(self, words: str) -> None:
        found = help_texts.topics_with(words)
        self.topics.clear()
        for topic in found:
            item = QListWidgetItem(help_texts.title(topic))
            item.setData(_TOPIC, topic)
            self.topics.addItem(item)
        self.nothing.setVisible(not found)
        if words and found:
            self.topics.setCurrentRow(0)
            self._read(found[0])
            self._next_find()

    def _next_find(self) -> None:
        """Mark the next place of the first word that is looked for; after the last one, the first again."""
        wanted = self.search.text().split()
        if wanted and not self.text.find(wanted[0]):
            self.text.moveCursor(QTextCursor.MoveOperation.Start)
            self.text.find(wanted[0])

    def _chosen(self, item: QListWidgetItem) -> None:
        self._read(str(item.data(_TOPIC)))
        self._next_find()

    def _came_to(self, item: QListWidgetItem | None, _before: QListWidgetItem | None) -> None:
        if item is not None and item.data(_TOPIC) != self._topic:
            self._chosen(item)

    def _follow_link(self, link: QUrl) -> None:
        # The texts name each other; sources on the network are named, not opened.
        topic = link.path().removesuffix(".md")
        if link.isRelative() and topic in help_texts.TOPICS:
            self.show_topic(topic)

    def _read(self, topic: str) -> None:
        if topic != self._topic:
            self._topic = topic
            self.text.document().setDefaultFont(self._theme.font("body"))
            self.text.setMarkdown(help_texts.text(topic))
            self.text.setAccessibleName(help_texts.title(topic))
            self._give_room()
        self.text.moveCursor(QTextCursor.MoveOperation.Start)

    def _give_room(self) -> None:
        """Set paragraphs apart; Qt sets Markdown without a gap."""
        for block in _blocks(self.text):
            cursor = QTextCursor(block)
            if cursor.currentTable() is None and not block.textList():
                room = block.blockFormat()
                room.setBottomMargin(self._theme.space.group)
                room.setTopMargin(self._theme.space.group if room.headingLevel() else 0)
                cursor.setBlockFormat(room)

    def _put_together(self) -> None:
        space = self._theme.space
        left = QWidget()
        found = QVBoxLayout(left)
        found.setContentsMargins(0, 0, space.small, 0)
        found.setSpacing(space.small)
        for part in (self.search, self.nothing):
            found.addWidget(part)
        found.addWidget(self.topics, 1)
        self.parts = QSplitter(Qt.Orientation.Horizontal)
        self.parts.addWidget(left)
        self.parts.addWidget(self.text)
        self.parts.setSizes(_SHARES)
        self.parts.setChildrenCollapsible(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(space.page, space.page, space.page, space.page)
        column.setSpacing(space.medium)
        column.addWidget(self.parts, 1)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.close_button)
        column.addLayout(row)
        self.text.document().setDocumentMargin(space.medium)
        self.text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextBrowserInteraction | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.resize(*_SIZE)

    def _listen(self) -> None:
        self.search.textChanged.connect(self._list)
        self.search.returnPressed.connect(self._next_find)
        self.topics.itemActivated.connect(self._chosen)
        self.topics.itemClicked.connect(self._chosen)
        self.topics.currentItemChanged.connect(self._came_to)
        self.text.anchorClicked.connect(self._follow_link)
        self.close_button.clicked.connect(self.accept)
        self._theme.changed.connect(self._follow)

    def _follow(self) -> None:
        topic, place = self._topic, self.text.textCursor().position()
        self._topic = ""
        self._read(topic)
        cursor = self.text.textCursor()
        cursor.setPosition(min(place, self.text.document().characterCount() - 1))
        self.text.setTextCursor(cursor)


def _blocks(browser: QTextBrowser) -> list[QTextBlock]:
    found, block = [], browser.document().begin()
    while block.isValid():
        found.append(block)
        block = block.next()
    return found
