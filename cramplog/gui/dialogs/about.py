"""What CrampLog is and is not, which version, and whose work is in it."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from cramplog import __version__
from cramplog.gui.theme.theme import Theme
from cramplog.gui.widgets.button import Button
from cramplog.gui.widgets.scrolled import scrolled
from cramplog.gui.widgets.text import Text
from cramplog.i18n import _
from cramplog.words.reasons import ARTICLE, INSTITUTE

_SIZE = (600, 560)


class AboutDialog(QDialog):
    """The About box."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("About CrampLog"))
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.space.page, theme.space.page, theme.space.page, theme.space.page)
        column.setSpacing(theme.space.medium)
        inside = QWidget()
        inside.setProperty("ground", "none")
        words = QVBoxLayout(inside)
        words.setContentsMargins(0, 0, theme.space.small, 0)
        words.setSpacing(theme.space.medium)
        words.addWidget(Text(theme, _("CrampLog %(version)s") % {"version": __version__}, "title"))
        for paragraph in _paragraphs():
            words.addWidget(Text(theme, paragraph))
        words.addStretch(1)
        column.addWidget(scrolled(inside), 1)
        close = Button(theme, _("Close"), kind="main")
        close.clicked.connect(self.accept)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(close)
        column.addLayout(row)
        close.setFocus()
        self.resize(*_SIZE)


def _paragraphs() -> tuple[str, ...]:
    return (
        _("A diary for muscle cramps. It stays on this computer: no account, no network."),
        _("CrampLog does not diagnose. It shows what you recorded, and says what is not known."),
        _(
            "The four reasons to see a doctor come from “%(article)s” by the %(institute)s. "
            "The numbers in the rules are CrampLog’s own. CrampLog is not connected with that institute."
        )
        % {"article": ARTICLE, "institute": INSTITUTE},
        _(
            "Free software under the MIT licence. With Qt and PySide6 (LGPL), SQLAlchemy, NumPy, SciPy, "
            "matplotlib, Babel, Typst, and the typeface Atkinson Hyperlegible Next (OFL)."
        ),
    )
