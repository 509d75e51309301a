"""One chart on its card: title, finding, picture, and the same data as a table or a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QHeaderView, QMenu, QTableView, QWidget

from cramplog.gui.models.text_table import TextTable
from cramplog.gui.pages.insights_drawing import ChartPlan, Drawn
from cramplog.gui.theme.theme import Theme
from cramplog.gui.widgets.button import Button
from cramplog.gui.widgets.card import Card
from cramplog.gui.widgets.coverage_bar import CoverageBar
from cramplog.gui.widgets.picture import Picture
from cramplog.gui.widgets.text import Text
from cramplog.i18n import _

if TYPE_CHECKING:
    from cramplog.charts.picture import Table
    from cramplog.gui.tasks import Request

_SETTLED_MS = 60
_MOST_ROWS = 10
KINDS = ("png", "svg", "csv")


class ChartCard(Card):
    """`drawing_wanted` says that the picture no longer fits; `file_wanted` gives "png", "svg" or "csv".

    `table_wanted` says that the table is looked at and has not this answer's rows yet; `copied`, that the
    picture is on the clipboard; `help_wanted` asks how it is counted.
    """

    drawing_wanted = Signal()
    table_wanted = Signal()
    file_wanted = Signal(str)
    copied = Signal()
    help_wanted = Signal()

    def __init__(self, theme: Theme, plan: ChartPlan, parent: QWidget | None = None) -> None:
        super().__init__(theme, plan.title, parent=parent)
        self._theme = theme
        self.id = plan.id
        self.setProperty("help_section", plan.id)
        self.request: Request | None = None
        self.table_request: Request | None = None
        self.is_drawing = False
        self._lists_answer = False
        self.table_button = Button(theme, _("Table"), kind="link", parent=self)
        self.save_button = Button(theme, _("Save"), kind="link", parent=self)
        self.help_button = Button(theme, _("How is this counted?"), kind="link", parent=self)
        self.finding = Text(theme, "", "small", tone="ink2")
        self.picture = Picture(theme, plan.title)
        self.model = TextTable(self)
        self.table = _TableTwin(theme, plan.title, self.model)
        self._drawn_width = 0
        self._settled = QTimer(self, singleShot=True, interval=_SETTLED_MS)
        self._put_together(plan.title)
        self.show_plan(plan)

    def show_plan(self, plan: ChartPlan) -> None:
        """Show the finding of another answer; its picture follows, and its table where it is looked at."""
        self.finding.setText(plan.summary)
        self._lists_answer = False
        self._want_table()

    def show_data(self, table: Table) -> None:
        """Fill the picture's twin."""
        self._lists_answer = True
        self.model.show_table(table)
        self.table.fit()

    def show_drawn(self, drawn: Drawn) -> None:
        """Show the picture."""
        self.is_drawing = False
        self.picture.show_image(drawn.image, self.finding.text(), drawn.spots)

    def drawing_width(self) -> int:
        """How wide the next picture is to be; asking for it means that it will be drawn."""
        self._drawn_width = self.picture.width()
        return self._drawn_width

    def show_table(self, shown: bool) -> None:
        """Show the table in the picture's place, or the picture again."""
        self.table.setVisible(shown)
        self.picture.setVisible(not shown)
        self.table_button.set_words(_("Picture") if shown else _("Table"))
        self._name_buttons()
        self._want_table()

    def copy(self) -> None:
        """Put the picture on the clipboard, as it is shown."""
        QGuiApplication.clipboard().setImage(self.picture.image())
        self.copied.emit()

    def _put_together(self, title: str) -> None:
        self.head.setSpacing(0)
        for button in (self.table_button, self.save_button):
            self.head.addWidget(button)
        self._name_buttons()
        space = self._theme.space
        self.body.setContentsMargins(space.card, space.small, space.card, space.card)
        self.body.setSpacing(space.none)
        self.body.addWidget(self.finding)
        self.body.addSpacing(space.group)
        self.body.addWidget(self.picture)
        self.body.addWidget(self.table)
        self.body.addStretch(1)
        self.body.addWidget(self.help_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.table.hide()
        self.menu = self._make_menu(title)
        self.table_button.clicked.connect(lambda: self.show_table(self.table.isHidden()))
        self.help_button.clicked.connect(self.help_wanted)
        self.picture.resized.connect(self._resized)
        self._settled.timeout.connect(self.drawing_wanted)

    def _make_menu(self, title: str) -> QMenu:
        menu = QMenu(self.save_button)
        menu.setAccessibleName(_("Save “%(chart)s”") % {"chart": title})
        menu.addAction(_("Copy the picture")).triggered.connect(self.copy)
        for kind in KINDS:
            menu.addAction(_kind_name(kind)).triggered.connect(
                lambda _checked=False, kind=kind: self.file_wanted.emit(kind)
            )
        self.save_button.clicked.connect(
            lambda: menu.popup(self.save_button.mapToGlobal(self.save_button.rect().bottomLeft()))
        )
        return menu

    def _want_table(self) -> None:
        # A calendar of ten years has thousands of rows: they are made when somebody looks at them.
        if not self._lists_answer and not self.table.isHidden():
            self.table_wanted.emit()

    def _name_buttons(self) -> None:
        for button in (self.table_button, self.save_button, self.help_button):
            said = {"what": button.text(), "chart": self.title.text()}
            button.setAccessibleName(_("%(what)s: %(chart)s") % said)

    def _resized(self, size: QSize) -> None:
        if self._drawn_width and size.width() != self._drawn_width:
            self._settled.start()


class MissingCard(Card):
    """A chart that needs more data: how much there is, as words and as a bar."""

    def __init__(self, theme: Theme, plan: ChartPlan, parent: QWidget | None = None) -> None:
        super().__init__(theme, plan.title, ground="dashed", parent=parent)
        self.id = plan.id
        self.words = Text(theme, "", "small")
        self.bar = CoverageBar(theme)
        self.body.addWidget(self.bar)
        self.body.addWidget(self.words)
        self.body.addStretch(1)
        self.show_plan(plan)

    def show_plan(self, plan: ChartPlan) -> None:
        """Show what another answer still needs."""
        has, needed, words = plan.missing or (0, 1, "")
        self.words.setText(words)
        self.bar.set_share(has, needed, words)
        self.setAccessibleDescription(words)


class _TableTwin(QTableView):
    """The table of a chart: as high as its rows, up to ten of them."""

    def __init__(self, theme: Theme, name: str, model: TextTable) -> None:
        super().__init__()
        self._theme = theme
        self.setModel(model)
        self.setAccessibleName(_("%(chart)s as a table") % {"chart": name})
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.horizontalHeader().setHighlightSections(False)
        theme.changed.connect(self.fit)

    def fit(self) -> None:
        """Take the height of the rows."""
        row = self._theme.type.line("body") + self._theme.space.small
        self.verticalHeader().setDefaultSectionSize(row)
        rows = min(_MOST_ROWS, self.model().rowCount())
        self.setFixedHeight(
            rows * row + self.horizontalHeader().sizeHint().height() + self._theme.space.inside
        )


def _kind_name(kind: str) -> str:
    return {
        "png": _("Picture (PNG)"),
        "svg": _("Drawing (SVG)"),
        "csv": _("Table (CSV)"),
    }[kind]
