"""Tab goes through a window in the order in which it is read, whenever its parts were made.

A window whose parts come and go puts them in order whenever the keyboard goes on:

    def focusNextPrevChild(self, forward: bool) -> bool:
        put_in_order(self)
        return super().focusNextPrevChild(forward)
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from itertools import pairwise
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLayout, QWidget

# Not `children()`, `layout()` or `itemAt()`: with these PySide takes what it gives to be the asked one's own,
# and ends it with that.
_DIRECT = Qt.FindChildOption.FindDirectChildrenOnly


def put_in_order(window: QWidget) -> None:
    """Let Tab follow the layouts of what is seen. In Qt's own order, what is made late comes last."""
    here = window.focusWidget()
    if here is not None and not here.isVisible():
        # Not the person goes on: Qt looks for another place, in the midst of hiding this one.
        return
    ordered = [part for part in _read(window) if _is_stop(part)]
    if ordered != _chain(window):
        for before, after in pairwise(ordered):
            QWidget.setTabOrder(before, after)


def _is_stop(part: QWidget) -> bool:
    return bool(part.focusPolicy() & Qt.FocusPolicy.TabFocus) and part.focusProxy() is None


def _chain(window: QWidget) -> list[QWidget]:
    """What Tab comes to now."""
    chain = []
    part = window.nextInFocusChain()
    while part is not None and part is not window:
        if _is_stop(part) and part.isVisible() and part.window() is window:
            chain.append(part)
        part = part.nextInFocusChain()
    return chain


def _read(part: QWidget) -> Iterator[QWidget]:
    """A widget and all that is seen in it: first what its layout holds, then what stands free."""
    yield part
    seen = [
        each
        for each in part.findChildren(QWidget, options=_DIRECT)
        if each.isVisible() and not each.isWindow()
    ]
    laid = [each for layout in part.findChildren(QLayout, options=_DIRECT) for each in _laid(layout, seen)]
    free = [each for each in seen if each not in laid]
    for child in (*laid, *sorted(free, key=_line)):
        yield from _read(child)


def _laid(layout: QLayout, seen: list[QWidget]) -> list[QWidget]:
    """What a layout holds of the widgets, layouts in it included."""
    held = {at: [each] for each in seen if (at := layout.indexOf(each)) >= 0}
    for inner in layout.findChildren(QLayout, options=_DIRECT):
        held[layout.indexOf(inner)] = _laid(inner, seen)
    order = sorted(held)
    if isinstance(layout, QGridLayout):
        order.sort(key=partial(_row_and_column, layout))
    return [each for at in order for each in held[at]]


def _row_and_column(grid: QGridLayout, at: int) -> tuple[int, int]:
    row, column, _rows, _columns = cast("tuple[int, int, int, int]", grid.getItemPosition(at))
    return row, column


def _line(part: QWidget) -> tuple[int, int]:
    """From above, and in one line from where lines begin."""
    at = part.pos()
    is_mirrored = part.layoutDirection() == Qt.LayoutDirection.RightToLeft
    return at.y(), -at.x() if is_mirrored else at.x()
