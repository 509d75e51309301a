"""The ring that shows where the keyboard is."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFocusFrame,
    QProxyStyle,
    QStyle,
    QStyleHintReturn,
    QStyleOption,
    QWidget,
)

from cramplog.gui.theme.theme import Theme
from cramplog.gui.widgets.painting import Edge, box


class FocusRing(QFocusFrame):
    """Make one for a window: it follows the focus by itself, from where it is now, also into its dialogs.

    Widgets that show the focus in their own way (maps, calendars, tables) set the property `own_focus`.
    """

    def __init__(self, theme: Theme, window: QWidget, application: QApplication) -> None:
        super().__init__(window)
        self._theme, self._window, self._application = theme, window, application
        # Kept by name: a widget does not own its style.
        self._measures = _RingMeasures(theme)
        self.setStyle(self._measures)
        self.hide()
        application.focusChanged.connect(self._focus_moved)
        theme.changed.connect(self.update)
        self._focus_moved(None, application.focusWidget())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002 (Qt's name)
        # A page may wear a theme of its own, as the timer does at night.
        worn = getattr(self.widget(), "theme", None)
        theme = worn if isinstance(worn, Theme) else self._theme
        shape = theme.shape
        painter = QPainter(self)
        edge = Edge(colour=theme.colour("accent"), width=shape.ring)
        box(painter, QRectF(self.rect()), ground=None, edge=edge, radius=shape.ring_radius)
        painter.end()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            # Qt hides the frame when another look is put on.
            QTimer.singleShot(0, self, self._show_again)

    def _show_again(self) -> None:
        focused = self.widget()
        if focused is not None and focused.isVisible() and self.isHidden():
            self.setWidget(None)  # type: ignore[arg-type]
            self.setWidget(focused)
            self.raise_()

    def _focus_moved(self, _old: QWidget | None, now: QWidget | None) -> None:
        if now is not None and self._is_our_dialog(now.window()):
            # A frame cannot leave its window, and goes with it: each dialog has its own.
            FocusRing(self._theme, now.window(), self._application)
        ours = now is not None and (now is self._window or self._window.isAncestorOf(now))
        if now is None or not ours or now is self._window or now.property("own_focus"):
            self.setWidget(None)  # type: ignore[arg-type]
            return
        self.setWidget(now)
        self.raise_()

    def _is_our_dialog(self, other: QWidget) -> bool:
        """Whether this is a dialog over this window that has no ring yet."""
        below = other.parentWidget()
        over_ours = isinstance(other, QDialog) and below is not None and below.window() is self._window
        return over_ours and other.findChild(FocusRing) is None


class _RingMeasures(QProxyStyle):
    """Tells the frame how far outside it lies, and that it lies above its neighbours."""

    def __init__(self, theme: Theme) -> None:
        super().__init__("Fusion")
        self._outside = theme.shape.ring + theme.shape.ring_gap

    def pixelMetric(  # noqa: N802 (Qt's names)
        self, metric: QStyle.PixelMetric, option: QStyleOption | None = None, widget: QWidget | None = None
    ) -> int:
        if metric in (QStyle.PixelMetric.PM_FocusFrameHMargin, QStyle.PixelMetric.PM_FocusFrameVMargin):
            return self._outside
        return super().pixelMetric(metric, option, widget)

    def styleHint(  # noqa: N802
        self,
        hint: QStyle.StyleHint,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
        returnData: QStyleHintReturn | None = None,  # noqa: N803
    ) -> int:
        if hint == QStyle.StyleHint.SH_FocusFrame_AboveWidget:
            return 1
        if hint == QStyle.StyleHint.SH_FocusFrame_Mask:
            return 0
        return super().styleHint(hint, option, widget, returnData)
