"""What everybody needs of a page or dialog: names, room for the words, targets, a way in and out."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QScrollArea,
    QWidget,
)
from tab_order import differing, steps_back, stops, way

from cramplog.gui.widgets.body_figure import BodyFigure

_LEAST_TARGET = 24
_LEAST_MAIN = 44
_ENDLESS = 100_000

Check = Callable[[QWidget], list[str]]


def parts(root: QWidget) -> list[QWidget]:
    """Everything that is shown in a place."""
    return [part for part in root.findChildren(QWidget) if part.isVisible() and part.window() is root]


def told(part: QWidget) -> str:
    """How a finding names a part."""
    said = part.text() if isinstance(part, (QLabel, QAbstractButton)) else part.accessibleName()
    return f"{type(part).__name__} “{said}” {part.width()}×{part.height()}"


def is_inside_another(part: QWidget) -> bool:
    """Whether it is the editor or the arrow of a field, which has the name and the size."""
    return isinstance(part.parent(), (QAbstractSpinBox, QComboBox, QLineEdit))


def nameless(root: QWidget) -> list[str]:
    """What can have the focus and has no name for those who hear."""
    return [
        told(part)
        for part in parts(root)
        if part.focusPolicy() != Qt.FocusPolicy.NoFocus
        and not is_inside_another(part)
        and not QAccessible.queryAccessibleInterface(part).text(QAccessible.Text.Name)
    ]


def too_small(root: QWidget) -> list[str]:
    """What a hand that shakes cannot hit."""
    return [
        told(part)
        for part in parts(root)
        if isinstance(part, (QAbstractButton, QComboBox, QLineEdit))
        and not is_inside_another(part)
        and (
            min(part.width(), part.height()) < _LEAST_TARGET
            or (getattr(part, "kind", "") == "main" and part.height() < _LEAST_MAIN)
        )
    ]


def cut(root: QWidget) -> list[str]:
    """Words that have less room than they need."""
    return [
        told(part)
        for part in parts(root)
        if isinstance(part, (QLabel, QAbstractButton)) and part.text() and _is_cut(part)
    ]


def outside(root: QWidget) -> list[str]:
    """What lies outside of what holds it, where nobody can scroll to it."""
    return [
        told(part)
        for part in parts(root)
        if isinstance(part, (QLabel, QAbstractButton, BodyFigure))
        and not isinstance(part.parentWidget().parentWidget(), QAbstractScrollArea)
        and not part.parentWidget().rect().contains(part.geometry())
    ]


def sideways(root: QWidget) -> list[str]:
    """What would have to be scrolled to the side."""
    return [
        told(area)
        for area in parts(root)
        if isinstance(area, QScrollArea) and area.widget().width() > area.viewport().width()
    ]


def without_a_way_out(root: QWidget) -> list[str]:
    """A dialog that Esc does not close."""
    if not isinstance(root, QDialog):
        return []
    closed: list[int] = []
    root.finished.connect(closed.append)
    root.reject()
    is_closed = bool(closed) or not root.isVisible()
    if is_closed:
        root.show()
    return [] if is_closed else [told(root)]


def astray(root: QWidget) -> list[str]:
    """Where Tab jumps back or over a control, and where Shift+Tab does not come back the same way."""
    forth, back = way(root), way(root, back=True)
    return [
        *(f"{told(one)} → {told(other)}" for one, other in steps_back(root, forth)),
        *(f"Tab never comes to {told(part)}" for part in stops(root) if part not in forth),
        *(f"Shift+Tab goes another way at {told(part)}" for part in differing(forth, back)),
    ]


def _is_cut(part: QLabel | QAbstractButton) -> bool:
    least = part.minimumSizeHint()
    if part.hasHeightForWidth():
        needed, of_one_line = part.heightForWidth(part.width()), part.heightForWidth(_ENDLESS)
        if isinstance(part, QAbstractButton) and needed == of_one_line:
            # One line may stand closer than the button would like.
            needed = part.fontMetrics().height()
        return part.height() < needed or part.width() < least.width()
    return part.width() < least.width() or part.height() < least.height()


# The last one may close the dialog.
CHECKS: tuple[Check, ...] = (nameless, too_small, cut, outside, sideways, astray, without_a_way_out)


def findings(name: str, root: QWidget) -> dict[str, list[str]]:
    """What is wrong in one place, by the check."""
    return {f"{name}: {check.__name__}": wrong for check in CHECKS if (wrong := check(root))}
