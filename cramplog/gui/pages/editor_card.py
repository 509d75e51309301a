"""A card on which one record is typed in or changed, with the buttons that save it or let it be."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Generic, TypeVar

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from cramplog.domain.course import Course
from cramplog.domain.ids import new_id
from cramplog.domain.typed_form import FormName, TypedForm
from cramplog.domain.workout import Workout
from cramplog.gui.dialogs import elsewhere
from cramplog.gui.pages.inputs import Input
from cramplog.gui.theme.theme import Theme
from cramplog.gui.widgets.button import Button
from cramplog.gui.widgets.card import Card
from cramplog.gui.widgets.choice_row import ChoiceRow
from cramplog.gui.widgets.flow_layout import FlowLayout
from cramplog.gui.widgets.notice import Notice
from cramplog.i18n import _

TYPING_PAUSE_MS = 300

R = TypeVar("R", Workout, Course)


class EditorCard(Card, Generic[R]):
    """Put the questions into `fields`, then call `listen`. A subclass says in `_save` what is saved.

    `saved` carries the record, `typed` a TypedForm shortly after something was typed, so that it can be kept.
    """

    saved = Signal(object)
    removed = Signal()
    left = Signal()
    typed = Signal(object)

    form: FormName

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, " ", parent=parent)
        self.theme = theme
        self.id = new_id()
        self._inputs: Mapping[str, Input] = {}
        self._at_first: dict[str, str] = {}
        self._pause = QTimer(self, singleShot=True, interval=TYPING_PAUSE_MS)
        self._pause.timeout.connect(self.flush)
        self.found = Notice(theme, "info")
        self.forget = self.found.add_button(_("Forget it"), icon="trash")
        self.found.hide()
        self.failure = Notice(theme, "warn")
        self.elsewhere = self.failure.add_button(elsewhere.words())
        self.failure.hide()
        self.save = Button(theme, _("Save"), kind="main")
        self.cancel = Button(theme, _("Do not change"))
        self.delete = Button(theme, _("Delete"), kind="link", icon="trash")
        self.fields = QVBoxLayout()
        self.fields.setSpacing(theme.space.medium)
        buttons = FlowLayout(gap=theme.space.group)
        for button in (self.save, self.cancel, self.delete):
            buttons.addWidget(button)
        self.body.addWidget(self.found)
        self.body.addWidget(self.failure)
        self.body.addLayout(self.fields)
        self.body.addLayout(buttons)
        self.save.clicked.connect(self._save)
        self.cancel.clicked.connect(self.left)
        self.forget.clicked.connect(self.left)
        self.delete.clicked.connect(self.removed)

    def edit(self, record: R | None, /) -> None:
        """Show a record to be changed; None: an empty form for another one."""
        raise TypeError(f"{type(self).__name__} does not say how it shows {record}")

    def begin(self) -> None:
        """Let the keyboard begin at the first question."""
        raise TypeError(f"{type(self).__name__} does not say where it begins")

    def listen(self, inputs: Mapping[str, Input]) -> None:
        """Notice what is typed into these; their names are kept with it."""
        self._inputs = inputs
        for line in self.findChildren(QLineEdit):
            line.textChanged.connect(lambda _text: self.note_typing())
        for editor in self.findChildren(QPlainTextEdit):
            editor.textChanged.connect(self.note_typing)
        for row in self.findChildren(ChoiceRow):
            row.changed.connect(lambda _answer: self.note_typing())

    def note_typing(self) -> None:
        """Something may stand in the form that is not saved yet."""
        self._pause.start()

    def flush(self) -> None:
        """Hand over now what was typed."""
        self._pause.stop()
        self.typed.emit(self.typing())

    def typing(self) -> TypedForm:
        """What stands in the form and differs from the record."""
        now = self._entries()
        changed = {name: text for name, text in now.items() if text != self._at_first.get(name, "")}
        return TypedForm(id=self.id, form=self.form, title=self.described(), entries=changed)

    def go_on(self, form: TypedForm) -> None:
        """Let what was typed before stand in the form again. Its record must be shown already."""
        self.id = form.id
        for name, text in form.entries.items():
            if name in self._inputs:
                self._inputs[name].write(text)
        self.found.say(
            _("This is not saved yet."),
            text=_("You typed it before. Press Save when it is right."),
            kind="info",
        )
        self.found.show()

    def described(self) -> str:
        """What is typed in here, in the person's own words."""
        raise TypeError(f"{type(self).__name__} does not say what it is about")

    def begin_task(self, title: str, known: str | None) -> None:
        """Say what is done here; what is new can neither be deleted nor left as it was.

        To be called when the record stands in the fields; `known` is its id.
        """
        self.id = known or new_id()
        self.set_title(title)
        self.cancel.setVisible(known is not None)
        self.delete.setVisible(known is not None)
        self.found.hide()
        self.set_failure("")
        self._pause.stop()
        self._at_first = self._entries()

    def set_failure(self, words: str) -> None:
        """Say why it could not be saved; what was typed stays. "" where all is well."""
        if words:
            self.failure.say(_("Could not save."), text=words, small=_("What you typed is still here."))
        self.failure.setVisible(bool(words))

    def _entries(self) -> dict[str, str]:
        return {name: one.read() for name, one in self._inputs.items()}

    def _save(self) -> None:
        raise TypeError(f"{type(self).__name__} does not say what it saves")
