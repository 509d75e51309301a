"""Every action of the window, once: menus, shortcuts and their words are made from this table."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtGui import QAction, QKeySequence

from cramplog.i18n import _


class Menu(StrEnum):
    """The menus of the window, from left to right."""

    FILE = "file"
    EDIT = "edit"
    RECORD = "record"
    VIEW = "view"
    HELP = "help"


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionSpec:
    """One action. `title` is asked when the menu is made, so that it speaks the reader's language."""

    id: str
    menu: Menu
    title: Callable[[], str]
    shortcut: str | QKeySequence.StandardKey | None = None
    role: QAction.MenuRole = QAction.MenuRole.NoRole
    line_before: bool = False


def menu_title(menu: Menu) -> str:
    """The menu's name with its mnemonic."""
    return {
        Menu.FILE: _("&File"),
        Menu.EDIT: _("&Edit"),
        Menu.RECORD: _("&Record"),
        Menu.VIEW: _("&View"),
        Menu.HELP: _("&Help"),
    }[menu]


_Key = QKeySequence.StandardKey

ACTIONS = (
    ActionSpec(id="open", menu=Menu.FILE, title=lambda: _("&Open another diary…"), shortcut=_Key.Open),
    ActionSpec(id="recent", menu=Menu.FILE, title=lambda: _("Recent &diaries")),
    ActionSpec(id="save_copy", menu=Menu.FILE, title=lambda: _("Save a &copy…")),
    ActionSpec(
        id="import", menu=Menu.FILE, title=lambda: _("&Import…"), shortcut="Ctrl+I", line_before=True
    ),
    ActionSpec(id="import_folder", menu=Menu.FILE, title=lambda: _("Import a &folder of workouts…")),
    ActionSpec(id="backups", menu=Menu.FILE, title=lambda: _("Bac&kups…")),
    ActionSpec(id="export", menu=Menu.FILE, title=lambda: _("&Export…"), shortcut="Ctrl+E"),
    ActionSpec(id="export_sealed", menu=Menu.FILE, title=lambda: _("Save a sea&led copy…")),
    ActionSpec(
        id="save_page", menu=Menu.FILE, title=lambda: _("Save doctor’s &page as PDF…"),
        shortcut="Ctrl+Shift+S",
    ),
    ActionSpec(
        id="save_sheet", menu=Menu.FILE, title=lambda: _("Save a &blank paper sheet…"), line_before=True
    ),
    ActionSpec(id="print_sheet", menu=Menu.FILE, title=lambda: _("P&rint a blank paper sheet…")),
    ActionSpec(
        id="quit", menu=Menu.FILE, title=lambda: _("&Quit"), shortcut="Ctrl+Q",
        role=QAction.MenuRole.QuitRole, line_before=True,
    ),
    ActionSpec(id="undo", menu=Menu.EDIT, title=lambda: _("&Undo"), shortcut=_Key.Undo),
    ActionSpec(id="redo", menu=Menu.EDIT, title=lambda: _("&Redo"), shortcut=_Key.Redo),
    ActionSpec(
        id="edit", menu=Menu.EDIT, title=lambda: _("&Change the chosen cramp"), shortcut="F2",
        line_before=True,
    ),
    ActionSpec(
        id="delete", menu=Menu.EDIT, title=lambda: _("&Delete the chosen cramps"), shortcut="Ctrl+Del"
    ),
    ActionSpec(
        id="trash", menu=Menu.EDIT, title=lambda: _("What was de&leted…"), shortcut="Ctrl+Shift+T",
        line_before=True,
    ),
    ActionSpec(id="cramp_now", menu=Menu.RECORD, title=lambda: _("&Cramp now"), shortcut="Ctrl+Return"),
    ActionSpec(id="log", menu=Menu.RECORD, title=lambda: _("&Log a cramp"), shortcut=_Key.New),
    ActionSpec(id="free_today", menu=Menu.RECORD, title=lambda: _("No cramps &today"), shortcut="Ctrl+D"),
    ActionSpec(
        id="free_since", menu=Menu.RECORD, title=lambda: _("No cramps &since the last entry"),
        shortcut="Ctrl+Shift+D",
    ),
    ActionSpec(
        id="fill_days", menu=Menu.RECORD, title=lambda: _("&Fill in past days…"), shortcut="Ctrl+Shift+F"
    ),
    ActionSpec(
        id="type_sheet", menu=Menu.RECORD, title=lambda: _("T&ype in a paper sheet…"), line_before=True
    ),
    ActionSpec(id="page_log", menu=Menu.VIEW, title=lambda: _("&Log"), shortcut="Ctrl+1"),
    ActionSpec(id="page_diary", menu=Menu.VIEW, title=lambda: _("&Diary"), shortcut="Ctrl+2"),
    ActionSpec(id="page_insights", menu=Menu.VIEW, title=lambda: _("&Insights"), shortcut="Ctrl+3"),
    ActionSpec(id="page_summary", menu=Menu.VIEW, title=lambda: _("&Summary"), shortcut="Ctrl+4"),
    ActionSpec(
        id="page_workouts", menu=Menu.VIEW, title=lambda: _("&Workouts"), shortcut="Ctrl+5"
    ),
    ActionSpec(
        id="page_courses", menu=Menu.VIEW, title=lambda: _("M&edicines and routines"), shortcut="Ctrl+6"
    ),
    ActionSpec(
        id="page_settings", menu=Menu.VIEW, title=lambda: _("Se&ttings"), shortcut="Ctrl+,",
        role=QAction.MenuRole.PreferencesRole,
    ),
    ActionSpec(
        id="larger", menu=Menu.VIEW, title=lambda: _("L&arger text"), shortcut=_Key.ZoomIn, line_before=True
    ),
    ActionSpec(id="smaller", menu=Menu.VIEW, title=lambda: _("S&maller text"), shortcut=_Key.ZoomOut),
    ActionSpec(id="usual_size", menu=Menu.VIEW, title=lambda: _("&Usual text size"), shortcut="Ctrl+0"),
    ActionSpec(
        id="look_system", menu=Menu.VIEW, title=lambda: _("Look as the s&ystem does"), line_before=True
    ),
    ActionSpec(id="look_light", menu=Menu.VIEW, title=lambda: _("Li&ght")),
    ActionSpec(id="look_dark", menu=Menu.VIEW, title=lambda: _("Da&rk")),
    ActionSpec(id="look_contrast", menu=Menu.VIEW, title=lambda: _("&High contrast")),
    ActionSpec(id="help", menu=Menu.HELP, title=lambda: _("H&elp"), shortcut=_Key.HelpContents),
    ActionSpec(id="first_steps", menu=Menu.HELP, title=lambda: _("&First steps")),
    ActionSpec(id="counted", menu=Menu.HELP, title=lambda: _("&How is this counted?")),
    ActionSpec(id="keys", menu=Menu.HELP, title=lambda: _("&Keys")),
    ActionSpec(
        id="example", menu=Menu.HELP, title=lambda: _("Show me an e&xample diary"), line_before=True
    ),
    ActionSpec(
        id="save_guide", menu=Menu.HELP, title=lambda: _("&Save “How to use this diary”…"), line_before=True
    ),
    ActionSpec(id="print_guide", menu=Menu.HELP, title=lambda: _("&Print “How to use this diary”…")),
    ActionSpec(
        id="about", menu=Menu.HELP, title=lambda: _("&About CrampLog"), role=QAction.MenuRole.AboutRole
    ),
)  # fmt: skip

LOOKS = {"look_system": "system", "look_light": "light", "look_dark": "dark", "look_contrast": "contrast"}
# What can still be done where no diary could be opened.
WITHOUT_DIARY = frozenset(
    ["open", "recent", "quit", "larger", "smaller", "usual_size", "help", "counted", "keys", "first_steps",
     "example", "about", *LOOKS]
)  # fmt: skip

# What changes the diary: not where it can only be read. The Edit menu follows what there is to edit.
WRITES = frozenset(
    ["import", "import_folder", "cramp_now", "log", "free_today", "free_since", "fill_days", "type_sheet"]
)


def keys_of(spec: ActionSpec) -> list[QKeySequence]:
    """The keys of an action, as this desktop has them."""
    if isinstance(spec.shortcut, QKeySequence.StandardKey):
        return QKeySequence.keyBindings(spec.shortcut)
    return [QKeySequence(spec.shortcut)] if spec.shortcut else []
