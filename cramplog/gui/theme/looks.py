"""The looks that can be chosen by name."""

from __future__ import annotations

from cramplog.gui.theme.theme import system_palette
from cramplog.gui.theme.tokens import DARK, HIGH_CONTRAST, LIGHT, Palette


def palette_for(look: str) -> Palette:
    """The palette of "light", "dark" or "contrast"; for "system", the one that fits the system's setting."""
    return {"light": LIGHT, "dark": DARK, "contrast": HIGH_CONTRAST}.get(look) or system_palette()
