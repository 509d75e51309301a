"""What the window remembers between two starts; nothing of the diary is in it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

SMALLEST_TEXT = 0.9
LARGEST_TEXT = 2.0


class WindowSettings:
    """Geometry, look, text size, paper: kept in one small file of the person's own."""

    def __init__(self, file: Path) -> None:
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._store = QSettings(str(file), QSettings.Format.IniFormat)

    @property
    def geometry(self) -> QByteArray | None:
        """Where the window was."""
        value = self._store.value("window/geometry")
        return value if isinstance(value, QByteArray) else None

    @geometry.setter
    def geometry(self, value: QByteArray) -> None:
        self._store.setValue("window/geometry", value)

    @property
    def look(self) -> str:
        """The chosen palette: "system", "light", "dark" or "contrast"."""
        value = str(self._store.value("look/palette", "system"))
        return value if value in ("system", "light", "dark", "contrast") else "system"

    @look.setter
    def look(self, value: str) -> None:
        self._store.setValue("look/palette", value)

    @property
    def text_size(self) -> float:
        """How large text is, 0.9 to 2.0 times its design size."""
        try:
            value = float(str(self._store.value("look/text_size", 1.0)))
        except ValueError:
            return 1.0
        return min(max(value, SMALLEST_TEXT), LARGEST_TEXT)

    @text_size.setter
    def text_size(self, value: float) -> None:
        self._store.setValue("look/text_size", min(max(value, SMALLEST_TEXT), LARGEST_TEXT))

    @property
    def paper(self) -> str | None:
        """The paper last chosen for the doctor's page, "a4" or "letter"; None before any choice."""
        value = self._store.value("page/paper")
        return str(value) if value in ("a4", "letter") else None

    @paper.setter
    def paper(self, value: str) -> None:
        self._store.setValue("page/paper", value)

    def save(self) -> None:
        """Write it to the disk now."""
        self._store.sync()
