"""What can be chosen for the doctor's page: paper, name, sections, and three questions."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from cramplog.gui.theme.theme import Theme
from cramplog.gui.widgets.card import Card
from cramplog.gui.widgets.choice_row import Choice, ChoiceRow
from cramplog.gui.widgets.row_or_grid import RowOrGrid
from cramplog.gui.widgets.text import Text
from cramplog.gui.widgets.tick_box import TickBox
from cramplog.i18n import _, ngettext, pgettext
from cramplog.report.options import QUESTIONS, USUAL, Options, Paper, Section
from cramplog.words import numbers

# As many letters as fit the two lines that a question has on paper.
LONGEST_QUESTION = 200
_LEAST_TICK = 170


class SummaryOptions(QWidget):
    """`changed` says that another page is wanted, `paper_chosen` gives the paper that a person chose."""

    changed = Signal()
    paper_chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        papers = (
            Choice(Paper.A4, pgettext("paper", "A4")),
            Choice(Paper.LETTER, pgettext("paper", "Letter")),
        )
        self.paper = ChoiceRow(theme, _("Paper"), papers, clearable=False)
        names = (Choice("yes", _("Yes")), Choice("no", _("No")))
        self.name = ChoiceRow(theme, _("Name on it"), names, clearable=False)
        self.name.set_value("yes")
        self.sections = {section: TickBox(theme, _section_name(section), self) for section in Section}
        self.questions = tuple(QLineEdit(self) for _number in range(QUESTIONS))
        self._on_the_page = Card(theme, _("On the page"), " ")
        self._ticks = RowOrGrid(gap=theme.space.small, equal=True)
        self._put_together()
        self._listen()
        self._follow()

    def options(self) -> Options:
        """What is chosen now; without a choice of paper, that is left to the reader's country."""
        typed = (question.text().strip() for question in self.questions)
        return Options(
            sections=frozenset(section for section, box in self.sections.items() if box.isChecked()),
            name=self.name.value() == "yes",
            questions=tuple(question for question in typed if question),
        )

    def show_options(self, options: Options) -> None:
        """Choose these sections and the name, and write these questions."""
        for section, box in self.sections.items():
            box.setChecked(section in options.sections)
        self.name.set_value("yes" if options.name else "no")
        for line, question in zip(self.questions, options.questions, strict=False):
            line.setText(question)

    def chosen_paper(self) -> Paper | None:
        """The chosen paper."""
        value = self.paper.value()
        return None if value is None else Paper(value)

    def show_paper(self, paper: Paper) -> None:
        """Show which paper the page is laid out for; says nothing to those who listen."""
        self.paper.set_value(paper)

    def show_sheets(self, sheets: int, *, and_more: bool = False) -> None:
        """Say how many sheets the page takes; of a long list only the first are counted."""
        if and_more:
            told = ngettext("more than %(n)s sheet", "more than %(n)s sheets", sheets)
        else:
            told = ngettext("%(n)s sheet", "%(n)s sheets", sheets)
        self._on_the_page.set_aside(told % {"n": numbers.count(sheets)})

    def _put_together(self) -> None:
        space = self._theme.space
        look = Card(self._theme)
        look.setAccessibleName(_("Paper and name"))
        row = RowOrGrid(gap=space.medium, equal=True)
        row.addWidget(self.paper)
        row.addWidget(self.name)
        look.body.addLayout(row)
        for section, box in self.sections.items():
            box.setChecked(section in USUAL)
            self._ticks.addWidget(box)
        self._on_the_page.body.addLayout(self._ticks)
        ask = Card(self._theme, _("My questions for the visit"))
        for number, question in enumerate(self.questions, start=1):
            question.setAccessibleName(_("Question %(n)d") % {"n": number})
            question.setPlaceholderText(_("%(n)d.") % {"n": number})
            question.setMaxLength(LONGEST_QUESTION)
            ask.body.addWidget(question)
        ask.body.setSpacing(space.small)
        ask.body.addWidget(Text(self._theme, _("Empty lines stay blank to write on."), "small", tone="ink2"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space.group)
        for card in (look, self._on_the_page, ask):
            column.addWidget(card)

    def _listen(self) -> None:
        self.paper.changed.connect(self._paper_changed)
        self.name.changed.connect(lambda _value: self.changed.emit())
        for box in self.sections.values():
            box.toggled.connect(lambda _checked: self.changed.emit())
        for question in self.questions:
            question.textChanged.connect(lambda _text: self.changed.emit())
        self._theme.changed.connect(self._follow)

    def _paper_changed(self, paper: str | None) -> None:
        if paper is not None:
            self.paper_chosen.emit(paper)
        self.changed.emit()

    def _follow(self) -> None:
        self._ticks.set_cell(round(_LEAST_TICK * self._theme.text_size))


def _section_name(section: Section) -> str:
    return {
        Section.WHERE: _("Where"),
        Section.WHEN: _("When"),
        Section.CONTEXT: _("Before the cramps"),
        Section.TRIED: _("What I tried"),
        Section.REASONS: _("Four reasons"),
        Section.MEDICINES: _("Medicines and routines"),
        Section.CONDITIONS: _("Conditions"),
        Section.SLEEP: _("Sleep"),
        Section.QUESTIONS: _("My questions"),
        Section.EPISODES: _("List of all cramps"),
    }[section]
