"""The way of the Tab key through a place, held against the order in which the place is read."""

from __future__ import annotations

from itertools import pairwise, zip_longest

from PySide6.QtCore import QObject, QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLayout,
    QLineEdit,
    QWidget,
)

# A text with many links is left after the last of them.
_PRESSES_IN_ONE = 60
_SLACK = 4
_DIRECT = Qt.FindChildOption.FindDirectChildrenOnly


def stops(root: QWidget) -> list[QWidget]:
    """Every control that Tab must come to."""
    return [part for part in root.findChildren(QWidget) if part.window() is root and _is_stop(part)]


def way(root: QWidget, *, back: bool = False) -> list[QWidget]:
    """Where Tab leads from the first control until it comes to one again; `back`: Shift+Tab from the last.

    A control that cannot be left ends the way.
    """
    root.activateWindow()
    QApplication.processEvents()
    key = Qt.Key.Key_Backtab if back else Qt.Key.Key_Tab
    # A window may put its parts in order only when the key is pressed.
    if (somewhere := _end(root, back=back)) is not None:
        _pressed(somewhere, key)
    passed = [at] if (at := _end(root, back=back)) is not None else []
    while at is not None:
        at = _pressed(at, key)
        if at is None or at in passed:
            break
        passed.append(at)
    return passed


def steps_back(root: QWidget, passed: list[QWidget]) -> list[tuple[QWidget, QWidget]]:
    """The steps that lead up, or back in a line, or into a group that was left already.

    One of them is the step from the last control to the first, wherever the way was begun.
    """
    wrong = _steps_back(root, passed)
    if wrong:
        begin = passed.index(wrong[0][1])
        wrong = _steps_back(root, [*passed[begin:], *passed[:begin]])
    return wrong


def differing(forth: list[QWidget], back: list[QWidget]) -> list[QWidget]:
    """What is not come to in the opposite order, on two ways that may begin anywhere on the same circle."""
    if not forth or forth[0] not in back:
        return forth
    begin = back.index(forth[0]) + 1
    returned = [*back[begin:], *back[:begin]][::-1]
    return [one for one, other in zip_longest(forth, returned) if one is not other and one is not None]


def _steps_back(root: QWidget, passed: list[QWidget]) -> list[tuple[QWidget, QWidget]]:
    paths = {part: _path(part, root) for part in passed}
    wrong = []
    left: set[QObject] = set()
    for before, after in pairwise(passed):
        here, there = paths[before], paths[after]
        depth = next(at for at, (one, other) in enumerate(zip_longest(here, there)) if one is not other)
        depth = min(depth, len(here) - 1, len(there) - 1)
        if any(node in left for node in there) or _lies_before(root, there[depth], here[depth]):
            wrong.append((before, after))
        left.update(here[depth:])
        left.difference_update(there)
    return wrong


def _is_stop(part: QWidget) -> bool:
    return (
        part.isVisible()
        and part.isEnabled()
        and bool(part.focusPolicy() & Qt.FocusPolicy.TabFocus)
        and part.focusProxy() is None
        and not isinstance(part.parent(), (QAbstractSpinBox, QComboBox, QLineEdit))
    )


def _end(root: QWidget, *, back: bool) -> QWidget | None:
    """The first control of the chain, or the last."""
    at = root
    while True:
        at = at.previousInFocusChain() if back else at.nextInFocusChain()
        if at is root:
            return None
        if at.window() is root and _is_stop(at):
            at.setFocus(Qt.FocusReason.BacktabFocusReason if back else Qt.FocusReason.TabFocusReason)
            return at


def _pressed(at: QWidget, key: Qt.Key) -> QWidget | None:
    for _press in range(_PRESSES_IN_ONE):
        QTest.keyClick(QApplication.focusWidget() or at, key)
        after = QApplication.focusWidget()
        if after is not at:
            return after
    return None


def _path(part: QWidget, root: QWidget) -> list[QObject]:
    """What holds the part, from the outside: widgets, and the layouts in them."""
    path: list[QObject] = [part]
    while part is not root:
        parent = part.parentWidget()
        for layout in parent.findChildren(QLayout, options=_DIRECT):
            path += reversed(_layouts_to(part, layout))
        path.append(parent)
        part = parent
    return path[::-1]


def _layouts_to(part: QWidget, layout: QLayout) -> list[QLayout]:
    """The layouts from the widget's own to the one that holds the part; none where it stands free."""
    if layout.indexOf(part) >= 0:
        return [layout]
    for inner in layout.findChildren(QLayout, options=_DIRECT):
        if found := _layouts_to(part, inner):
            return [layout, *found]
    return []


def _lies_before(root: QWidget, one: QObject, other: QObject) -> bool:
    """Whether one is read before the other: it lies above, or in the same line where lines begin."""
    here, there = _place(root, one), _place(root, other)
    if here.bottom() <= there.top() + _SLACK:
        return True
    if here.top() >= there.bottom() - _SLACK:
        return False
    if root.layoutDirection() == Qt.LayoutDirection.RightToLeft:
        return here.left() >= there.right() - _SLACK
    return here.right() <= there.left() + _SLACK


def _place(root: QWidget, node: QObject) -> QRect:
    if isinstance(node, QWidget):
        return QRect(node.mapTo(root, QPoint()), node.size())
    assert isinstance(node, QLayout)
    holder = node.parentWidget()
    return node.geometry().translated(holder.mapTo(root, QPoint()))
