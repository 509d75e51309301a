"""The texts of the help, one file a topic, in the reader's language or else in English."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from PySide6.QtGui import QKeySequence

from cramplog.gui.actions import ACTIONS, Menu, keys_of, menu_title
from cramplog.i18n import _, language
from cramplog.paths import resource

COUNTED = "statistics"
SHORTCUTS = "shortcuts"
# In the order in which they are listed.
TOPICS = (
    "getting-started",
    "log",
    "diary",
    "insights",
    "summary",
    "workouts",
    "import",
    "settings",
    "backups",
    SHORTCUTS,
    COUNTED,
    "warning-signs",
)
# What a page is explained by.
OF_PAGE: Mapping[str, str] = {
    "log": "log",
    "form": "log",
    "diary": "diary",
    "fill_days": "getting-started",
    "trash": "backups",
    "insights": "insights",
    "summary": "summary",
    "workouts": "workouts",
    "courses": "workouts",
    "settings": "settings",
}
# What a dialog is explained by, by the name of its class.
OF_DIALOG: Mapping[str, str] = {
    "AboutDialog": "getting-started",
    "BackupsDialog": "backups",
    "CrashDialog": "backups",
    "DamageDialog": "backups",
    "EraseDialog": "settings",
    "FirstSteps": "getting-started",
    "ImportWizard": "import",
    "PassphraseDialog": "backups",
    "SheetEntry": "getting-started",
}


def text(topic: str) -> str:
    """The whole text of a topic, as Markdown."""
    return _shortcuts() if topic == SHORTCUTS else _file(topic).read_text(encoding="utf-8")


def title(topic: str) -> str:
    """What the topic is called: its first heading."""
    return text(topic).lstrip("# ").split("\n", 1)[0]


def heading_at(topic: str, heading: str) -> int | None:
    """Which heading of the topic, from the top, this English one is: a translation has as many."""
    if topic == SHORTCUTS:
        return None
    english = resource("help", f"{topic}.md").read_text(encoding="utf-8")
    found = re.findall(r"^#+ (.+)$", english, flags=re.MULTILINE)
    return found.index(heading) if heading in found else None


def topics_with(words: str) -> tuple[str, ...]:
    """The topics in which each of the words stands; all of them where nothing is asked for."""
    wanted = words.casefold().split()
    return tuple(topic for topic in TOPICS if all(word in text(topic).casefold() for word in wanted))


def _file(topic: str) -> Path:
    try:
        return resource("help", f"{topic}.{language.code}.md")
    except FileNotFoundError:
        return resource("help", f"{topic}.md")


def _shortcuts() -> str:
    lines = [f"# {_('Keys')}", ""]
    for menu in Menu:
        found = [spec for spec in ACTIONS if spec.menu is menu and keys_of(spec)]
        if not found:
            continue
        lines += [f"## {_plain(menu_title(menu))}", "", f"| {_('What')} | {_('Keys')} |", "|---|---|"]
        for spec in found:
            keys = ", ".join(key.toString(QKeySequence.SequenceFormat.NativeText) for key in keys_of(spec))
            lines.append(f"| {_plain(spec.title())} | {keys} |")
        lines.append("")
    lines += [
        f"## {_('Everywhere')}",
        "",
        _("Tab goes to the next thing, Shift and Tab back. Space presses a button. Esc closes a dialog."),
        "",
        _("On the body map and in the calendar the arrow keys go from one to the next. Space chooses."),
    ]
    return "\n".join(lines)


def _plain(words: str) -> str:
    return words.replace("&", "").removesuffix("…")
