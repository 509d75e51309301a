"""One style sheet for Qt's own widgets, made from a palette and the sizes."""

from __future__ import annotations

from cramplog.gui.theme.fonts import FAMILY
from cramplog.gui.theme.space import Shape, Space, Targets
from cramplog.gui.theme.tokens import Palette
from cramplog.gui.theme.type_scale import ROLES, TypeScale

# Words may carry the property `tone` with one of these tokens.
_TONES = ("ink", "ink2", "accent", "on_fill", "cramp_text", "free", "warn", "emergency")


def style_sheet(palette: Palette, type_: TypeScale, target: Targets, space: Space, shape: Shape) -> str:
    """The rules for everything that Qt draws by itself; our own widgets paint from the theme."""
    return "\n".join(
        (
            _words(palette, type_),
            _grounds(palette, shape),
            _fields(palette, type_, target, space, shape),
            _plain_buttons(palette, type_, target, space, shape),
            _menus(palette, type_, space, shape),
            _tables(palette, type_, target, space, shape),
            _calendars(palette, type_, target, shape),
            _scroll_bars(palette, space),
            _progress_bars(palette, type_, shape),
        )
    )


def _words(palette: Palette, type_: TypeScale) -> str:
    roles = [
        f'QLabel[role="{role}"] {{ font-size: {type_.pixels(role)}px; font-weight: {type_.weight(role)}; }}'
        for role in ROLES
    ]
    tones = [f'QLabel[tone="{tone}"] {{ color: {palette.colour(tone)}; }}' for tone in _TONES]
    return "\n".join(
        (
            f'QLabel {{ font-family: "{FAMILY}"; color: {palette.ink}; background: transparent; }}',
            *roles,
            f"QLabel:disabled {{ color: {palette.ink2}; }}",
            *tones,
            f"QToolTip {{ color: {palette.ink}; background: {palette.raised};"
            f" border: 1px solid {palette.control}; font-size: {type_.pixels('small')}px; padding: 6px; }}",
        )
    )


def _grounds(palette: Palette, shape: Shape) -> str:
    edge = f"border: {shape.line}px solid {palette.line}; border-radius: {shape.card_radius}px;"
    return f"""
QMainWindow, QDialog, QWidget[ground="window"] {{ background: {palette.window}; }}
QWidget[ground="side"] {{ background: {palette.side}; }}
QFrame[ground="card"] {{ background: {palette.card}; {edge} }}
QFrame[ground="tint"] {{ background: {palette.tint}; border: none; border-radius: {shape.card_radius}px; }}
QFrame[ground="sheet"] {{ background: {palette.sheet_ground}; {edge} }}
QFrame[ground="dashed"] {{
    background: transparent; border: {shape.line}px dashed {palette.control};
    border-radius: {shape.card_radius}px;
}}
QFrame[ground="rule"] {{ background: {palette.line}; border: none; max-height: {shape.line}px; }}
QFrame[ground="upright_rule"] {{ background: {palette.line}; border: none; max-width: {shape.line}px; }}
QFrame[ground="bottom_bar"] {{
    background: {palette.window}; border: none; border-top: {shape.line}px solid {palette.line};
}}
QFrame[ground="sidebar"] {{
    background: {palette.side}; border: none; border-right: {shape.line}px solid {palette.line};
}}
QFrame[ground="top_bar"] {{
    background: {palette.side}; border: none; border-bottom: {shape.line}px solid {palette.line};
}}
QFrame[ground="status_line"] {{
    background: {palette.side}; border: none; border-top: {shape.line}px solid {palette.line};
}}
QScrollArea, QScrollArea > QWidget > QWidget[ground="none"] {{ background: transparent; border: none; }}
"""


def _fields(palette: Palette, type_: TypeScale, target: Targets, space: Space, shape: Shape) -> str:
    fields = ("QLineEdit", "QComboBox", "QAbstractSpinBox")
    framed = ", ".join(fields)
    off = ", ".join(f"{field}:disabled" for field in fields)
    problem = ", ".join(f'{field}[problem="true"]' for field in (*fields, "QPlainTextEdit"))
    height = target.choice - 2 * shape.line
    return f"""
{framed} {{
    color: {palette.ink}; background: {palette.card};
    font-family: "{FAMILY}"; font-size: {type_.pixels("body")}px;
    border: {shape.line}px solid {palette.control}; border-radius: {shape.card_radius}px;
    padding: 0 {space.group}px; min-height: {height}px;
    selection-background-color: {palette.fill}; selection-color: {palette.on_fill};
}}
QPlainTextEdit {{
    color: {palette.ink}; background: {palette.card};
    font-family: "{FAMILY}"; font-size: {type_.pixels("body")}px;
    border: {shape.line}px solid {palette.control}; border-radius: {shape.card_radius}px;
    padding: {space.small}px; min-height: {height}px;
    selection-background-color: {palette.fill}; selection-color: {palette.on_fill};
}}
{off}, QPlainTextEdit:disabled {{ color: {palette.ink2}; border-style: dashed; }}
{problem} {{ border: {shape.chosen_line}px solid {palette.emergency}; }}
QLineEdit[part="inner"] {{ border: none; min-height: 0; padding: 0; background: transparent; }}
QComboBox QLineEdit, QAbstractSpinBox QLineEdit {{ border: none; padding: 0; min-height: 0; }}
QComboBox::drop-down {{ border: none; width: {target.icon + space.group}px; }}
QComboBox::down-arrow {{ image: none; }}
QComboBox QAbstractItemView {{
    color: {palette.ink}; background: {palette.card}; border: {shape.line}px solid {palette.control};
    selection-background-color: {palette.tint}; selection-color: {palette.ink}; outline: none;
}}
QComboBox QAbstractItemView::item {{ min-height: {target.choice}px; padding: 0 {space.group}px; }}
"""


def _plain_buttons(palette: Palette, type_: TypeScale, target: Targets, space: Space, shape: Shape) -> str:
    """Buttons that Qt makes itself, as in its message boxes; the dot leaves our own buttons alone."""
    return f"""
.QPushButton {{
    color: {palette.ink}; background: {palette.card}; font-size: {type_.pixels("body")}px; font-weight: 600;
    border: {shape.line}px solid {palette.control}; border-radius: {shape.card_radius}px;
    padding: 0 {space.medium}px; min-height: {target.choice - 2 * shape.line}px;
}}
.QPushButton:hover {{ background: {palette.tint}; }}
.QPushButton:default {{ color: {palette.on_fill}; background: {palette.fill}; border-color: {palette.fill}; }}
.QPushButton:pressed {{ color: {palette.on_fill}; background: {palette.fill_pressed}; }}
.QPushButton:disabled {{ color: {palette.ink2}; background: transparent; border-style: dashed; }}
"""


def _menus(palette: Palette, type_: TypeScale, space: Space, shape: Shape) -> str:
    return f"""
QMenuBar {{
    color: {palette.ink}; background: {palette.side};
    font-family: "{FAMILY}"; font-size: {type_.pixels("small")}px;
    border-bottom: {shape.line}px solid {palette.line}; padding: 0 {space.small}px;
}}
QMenuBar::item {{ background: transparent; padding: {space.small - 1}px {space.group}px; }}
QMenuBar::item:selected {{ background: {palette.tint}; }}
QMenu {{
    color: {palette.ink}; background: {palette.card};
    font-family: "{FAMILY}"; font-size: {type_.pixels("body")}px;
    border: {shape.line}px solid {palette.control}; padding: {space.inside}px;
}}
QMenu::item {{ padding: {space.small}px {space.large}px {space.small}px {space.medium}px; }}
QMenu::item:selected {{ background: {palette.tint}; color: {palette.ink}; }}
QMenu::item:disabled {{ color: {palette.ink2}; }}
QMenu::separator {{ height: 1px; background: {palette.line}; margin: {space.inside}px {space.small}px; }}
"""


def _tables(palette: Palette, type_: TypeScale, target: Targets, space: Space, shape: Shape) -> str:
    return f"""
QAbstractItemView {{
    color: {palette.ink}; background: {palette.card}; alternate-background-color: {palette.card};
    border: none; gridline-color: {palette.line}; outline: none;
    selection-background-color: {palette.tint}; selection-color: {palette.ink};
}}
QHeaderView {{ background: {palette.raised}; border: none; }}
QListWidget {{
    color: {palette.ink}; background: {palette.card}; border: none; outline: none;
    font-family: "{FAMILY}"; font-size: {type_.pixels("body")}px; padding: 0px {space.small}px;
}}
QListWidget::item {{ padding: {space.small}px 0px; border-radius: {shape.square_radius}px; }}
QListWidget::item:hover {{ background: {palette.raised}; }}
QListWidget::item:selected {{ color: {palette.ink}; background: {palette.tint}; }}
QHeaderView::section {{
    color: {palette.ink2}; background: {palette.raised};
    font-family: "{FAMILY}"; font-size: {type_.pixels("small")}px; font-weight: 600;
    border: none; border-top: {shape.line}px solid {palette.line};
    border-bottom: {shape.line}px solid {palette.line};
    padding: {space.small}px {space.medium}px; min-height: {target.link - space.inside}px;
}}
QTableCornerButton::section {{ background: {palette.raised}; border: none; }}
"""


def _calendars(palette: Palette, type_: TypeScale, target: Targets, shape: Shape) -> str:
    return f"""
QCalendarWidget QWidget {{ background: {palette.card}; }}
QCalendarWidget QToolButton {{
    color: {palette.ink}; background: {palette.card};
    font-family: "{FAMILY}"; font-size: {type_.pixels("body")}px; font-weight: 600;
    border: none; border-radius: {shape.card_radius}px; min-height: {target.choice}px;
    min-width: {target.choice}px;
}}
QCalendarWidget QToolButton:hover {{ background: {palette.tint}; }}
QCalendarWidget QToolButton::menu-indicator {{ image: none; }}
QCalendarWidget QAbstractItemView {{
    color: {palette.ink}; background: {palette.card};
    font-family: "{FAMILY}"; font-size: {type_.pixels("body")}px;
    selection-background-color: {palette.fill}; selection-color: {palette.on_fill};
}}
QCalendarWidget QAbstractItemView:disabled {{ color: {palette.ink2}; }}
"""


def _scroll_bars(palette: Palette, space: Space) -> str:
    wide = space.medium - space.inside
    return f"""
QScrollBar {{ background: {palette.side}; margin: 0; border-radius: {wide // 2}px; }}
QScrollBar:vertical {{ width: {wide}px; }}
QScrollBar:horizontal {{ height: {wide}px; }}
QScrollBar::handle {{ background: {palette.control}; border-radius: {wide // 2 - 2}px; margin: 2px; }}
QScrollBar::handle:vertical {{ min-height: {space.huge}px; }}
QScrollBar::handle:horizontal {{ min-width: {space.huge}px; }}
QScrollBar::handle:hover {{ background: {palette.ink2}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: none; }}
"""


def _progress_bars(palette: Palette, type_: TypeScale, shape: Shape) -> str:
    # The words stand over both parts: the done part is a ground for ink, and only its end is strong.
    return f"""
QProgressBar {{
    color: {palette.ink}; background: {palette.card}; font-size: {type_.pixels("small")}px;
    border: {shape.line}px solid {palette.control}; border-radius: {shape.square_radius}px;
    min-height: {type_.line("small")}px; text-align: center;
}}
QProgressBar::chunk {{
    background: {palette.tint}; border-right: {shape.ring}px solid {palette.accent};
    border-top-left-radius: {shape.square_radius}px; border-bottom-left-radius: {shape.square_radius}px;
}}
"""
