"""A label with the field that it names, and what is needed or wrong."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cramplog.gui.theme.theme import Theme
from cramplog.gui.widgets.text import Text
from cramplog.i18n import _


class Field(QWidget):
    """`editor` under its label; `needed` says so in a word, `hint` stands small below.

    `explained` comes when what is wrong with the entry is another.
    """

    explained = Signal()

    def __init__(
        self,
        theme: Theme,
        label: str,
        editor: QWidget,
        *,
        needed: bool = False,
        hint: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.editor = editor
        self.label = Text(theme, label, "label")
        self.label.setBuddy(editor)
        self._hint = Text(theme, hint, "small", tone="ink2")
        self._problem = Text(theme, "", "small", tone="emergency")
        self._name = f"{label}, {_('needed')}" if needed else label
        editor.setAccessibleName(self._name)
        self._set_up(theme, needed=needed)
        self._describe()

    def set_hint(self, hint: str) -> None:
        """Small words under the field, such as what was understood."""
        self._hint.setText(hint)
        self._describe()

    def set_problem(self, problem: str) -> None:
        """Say what is wrong and how to mend it; "" where all is well."""
        if problem == self._problem.text():
            return
        self._problem.setText(problem)
        self.editor.setProperty("problem", "true" if problem else "false")
        self.editor.style().unpolish(self.editor)
        self.editor.style().polish(self.editor)
        self._describe()
        self.explained.emit()

    def problem(self) -> str:
        """What is wrong with the entry, "" where all is well."""
        return self._problem.text()

    def _set_up(self, theme: Theme, *, needed: bool) -> None:
        head = QHBoxLayout()
        head.setSpacing(theme.space.small)
        head.addWidget(self.label)
        if needed:
            head.addWidget(Text(theme, _("needed"), "body", tone="ink2"))
        head.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(theme.space.inside)
        whole.addLayout(head)
        whole.addWidget(self.editor)
        whole.addWidget(self._problem)
        whole.addWidget(self._hint)
        whole.addStretch()

    def _describe(self) -> None:
        for words in (self._problem, self._hint):
            words.setVisible(bool(words.text()))
        said = [words.text() for words in (self._problem, self._hint) if words.text()]
        self.editor.setAccessibleDescription(" ".join(said))
