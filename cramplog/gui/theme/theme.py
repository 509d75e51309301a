"""The look that is worn now: a palette and a text size, which can change while everything is shown."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QGuiApplication, QIcon, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from cramplog.gui.theme import fonts, icons
from cramplog.gui.theme.space import Shape, Space, Targets
from cramplog.gui.theme.style_sheet import style_sheet
from cramplog.gui.theme.tokens import DARK, HIGH_CONTRAST, LIGHT, Palette
from cramplog.gui.theme.type_scale import TypeScale, fitting


class Theme(QObject):
    """What every widget asks for colours, letters and distances.

    A page that looks different from the window (the timer at night) makes a theme of its own and applies it
    to itself alone.
    """

    changed = Signal()

    def __init__(
        self, palette: Palette = LIGHT, text_size: float = 1.0, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._wearers: list[QApplication | QWidget] = []
        self._put_on(palette, text_size)

    @property
    def palette(self) -> Palette:
        return self._palette

    @property
    def text_size(self) -> float:
        return self._text_size

    @property
    def large_text(self) -> bool:
        """Whether the text is so large that two columns become one."""
        return self._text_size >= 1.5

    @property
    def space(self) -> Space:
        return self._space

    @property
    def shape(self) -> Shape:
        return self._shape

    @property
    def target(self) -> Targets:
        return self._target

    @property
    def type(self) -> TypeScale:
        return self._type

    def apply(self, wearer: QApplication | QWidget) -> None:
        """Dress the whole program, or one widget and all that is in it, now and on each change."""
        if wearer not in self._wearers:
            self._wearers.append(wearer)
            wearer.destroyed.connect(lambda: self._wearers.remove(wearer))
        self._dress(wearer)

    def change(self, *, palette: Palette | None = None, text_size: float | None = None) -> None:
        """Wear another palette or text size; everything that is shown follows at once."""
        palette = palette or self._palette
        text_size = fitting(text_size if text_size is not None else self._text_size)
        if (palette, text_size) == (self._palette, self._text_size):
            return
        self._put_on(palette, text_size)
        for wearer in self._wearers:
            self._dress(wearer)
        self.changed.emit()

    def is_compact(self, window_width: int) -> bool:
        """Whether a window this wide has no room for the sidebar and for two columns."""
        return self.large_text or window_width < self._space.narrow_window

    def colour(self, token: str) -> QColor:
        """The colour with the name `token`."""
        return QColor(self._palette.colour(token))

    def font(self, role: str = "body", *, weight: int | None = None, equal_figures: bool = False) -> QFont:
        """The letters of `role`, as in `theme.font("title")`."""
        asked = (role, weight, equal_figures)
        if asked not in self._fonts:
            self._fonts[asked] = fonts.made(
                self._type.pixels(role), weight or self._type.weight(role), equal_figures=equal_figures
            )
        # A copy: whoever changes it changes only their own.
        return QFont(self._fonts[asked])

    def icon(
        self, name: str, token: str = "ink2", *, chosen: str = "accent", size: int | None = None
    ) -> QIcon:
        """The drawing `name` in the colour `token`, and in `chosen` where its button is chosen."""
        return icons.icon(
            name,
            colour=self._palette.colour(token),
            chosen=self._palette.colour(chosen),
            faint=self._palette.ink2,
            size=size or self._target.icon,
        )

    def _put_on(self, palette: Palette, text_size: float) -> None:
        self._palette = palette
        self._text_size = fitting(text_size)
        self._type = TypeScale(self._text_size)
        self._fonts: dict[tuple[str, int | None, bool], QFont] = {}
        self._target = Targets(self._text_size)
        self._space = Space()
        self._shape = Shape()

    def _dress(self, wearer: QApplication | QWidget) -> None:
        wearer.setFont(self.font("body"))
        wearer.setPalette(qt_palette(self._palette))
        wearer.setStyleSheet(style_sheet(self._palette, self._type, self._target, self._space, self._shape))


def system_palette() -> Palette:
    """The palette that fits the system's own setting; light where the system does not say."""
    hints = QGuiApplication.styleHints()
    # Held by name: the answer of accessibility() lives only as long as the hints do.
    access = hints.accessibility()
    if access.contrastPreference() == Qt.ContrastPreference.HighContrast:
        return HIGH_CONTRAST
    return DARK if hints.colorScheme() == Qt.ColorScheme.Dark else LIGHT


def qt_palette(palette: Palette) -> QPalette:
    """The same colours for those parts of Qt that we do not draw, such as file dialogs."""
    made = QPalette()
    for role, token in _ROLES.items():
        made.setColor(role, QColor(palette.colour(token)))
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(palette.ink2))
    return made


_ROLES = {
    QPalette.ColorRole.Window: "window",
    QPalette.ColorRole.WindowText: "ink",
    QPalette.ColorRole.Base: "card",
    QPalette.ColorRole.AlternateBase: "raised",
    QPalette.ColorRole.Text: "ink",
    QPalette.ColorRole.PlaceholderText: "ink2",
    QPalette.ColorRole.Button: "card",
    QPalette.ColorRole.ButtonText: "ink",
    QPalette.ColorRole.BrightText: "emergency",
    QPalette.ColorRole.ToolTipBase: "raised",
    QPalette.ColorRole.ToolTipText: "ink",
    QPalette.ColorRole.Highlight: "fill",
    QPalette.ColorRole.HighlightedText: "on_fill",
    QPalette.ColorRole.Accent: "accent",
    QPalette.ColorRole.Link: "accent",
    QPalette.ColorRole.LinkVisited: "accent",
    QPalette.ColorRole.Light: "raised",
    QPalette.ColorRole.Midlight: "line",
    QPalette.ColorRole.Mid: "control",
    QPalette.ColorRole.Dark: "control",
    QPalette.ColorRole.Shadow: "control",
}
