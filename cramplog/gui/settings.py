"""What the window remembers between two starts; nothing of the diary is in it."""

from __future__ import annotations

import re
from collections.abc import Container
from datetime import date
from pathlib import Path

from PySide6.QtCore import QByteArray, QObject, QSettings, Qt, Signal

from cramplog.i18n import LANGUAGES, language
from cramplog.words.units import Length, Temperature, Unit, Units, Volume, Weight, usual_units

RECENT_DIARIES = 6
SMALLEST_TEXT = 0.9
LARGEST_TEXT = 2.0


_UNITS: dict[str, type[Unit]] = {
    "temperature": Temperature,
    "weight": Weight,
    "length": Length,
    "volume": Volume,
}
_CLOCKS = (12, 24)
_OF_READER = ("look/", "units/", "reader/")
_EVENING = "20:00"


class WindowSettings(QObject):
    """Geometry, look, text size, paper, units: kept in one small file of the person's own.

    `reader_changed` says that units, clock or weeks are others now, and what is shown must be shown again;
    `language_changed` that every word must be.
    """

    reader_changed = Signal()
    language_changed = Signal()
    reminder_changed = Signal()

    def __init__(self, file: Path) -> None:
        super().__init__()
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
    def recent_diaries(self) -> tuple[Path, ...]:
        """Where the diaries lie that were opened last, the newest first."""
        # Another window may have opened one meanwhile.
        self._store.sync()
        kept = str(self._store.value("diaries/recent", ""))
        return tuple(Path(line) for line in kept.splitlines() if line)

    def remember_diary(self, path: Path) -> None:
        """This diary was opened now."""
        lines = [str(path), *(str(each) for each in self.recent_diaries if each != path)]
        self._store.setValue("diaries/recent", "\n".join(lines[:RECENT_DIARIES]))

    @property
    def diary_order(self) -> tuple[int, Qt.SortOrder] | None:
        """By which column of the diary's table the cramps stand in order; None before any choice."""
        column = self._number("diary/column", range(4))
        down = Qt.SortOrder.DescendingOrder if self._truth("diary/downward") else Qt.SortOrder.AscendingOrder
        return None if column is None else (column, down)

    def keep_diary_order(self, column: int, order: Qt.SortOrder) -> None:
        """Remember the column by which the diary's table stands in order."""
        self._store.setValue("diary/column", column)
        self._keep_truth("diary/downward", order is Qt.SortOrder.DescendingOrder)

    @property
    def help_parts(self) -> QByteArray | None:
        """How the help window shares its width among topics and text."""
        value = self._store.value("help/parts")
        return value if isinstance(value, QByteArray) else None

    def keep_help_parts(self, value: QByteArray) -> None:
        """Remember how the help window is divided."""
        self._store.setValue("help/parts", value)

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

    @property
    def night_timer(self) -> bool:
        """Whether the timer is dark from 22 to 6 o'clock, also where the window is light."""
        return str(self._store.value("look/night_timer", "true")) != "false"

    @night_timer.setter
    def night_timer(self, value: bool) -> None:
        self._store.setValue("look/night_timer", "true" if value else "false")

    @property
    def units(self) -> Units:
        """What is measured in: chosen, or else as it is usual in the reader's country."""
        units = usual_units(language.territory)
        for name, kind in _UNITS.items():
            value = str(self._store.value(f"units/{name}", ""))
            if value in list(kind):
                units = units.with_(kind(value))
        return units

    def choose_unit(self, unit: Unit) -> None:
        """Measure in another unit what `unit` measures."""
        name = next(name for name, kind in _UNITS.items() if isinstance(unit, kind))
        self._store.setValue(f"units/{name}", unit.value)
        self.reader_changed.emit()

    @property
    def reminder(self) -> bool:
        """Whether to remind once a day; off until it is asked for."""
        return self._truth("reminder/wanted")

    @reminder.setter
    def reminder(self, value: bool) -> None:
        self._keep_truth("reminder/wanted", value)
        self.reminder_changed.emit()

    @property
    def reminder_time(self) -> str:
        """When to remind, on the clock's 24 hours: "20:00"."""
        value = str(self._store.value("reminder/time", _EVENING))
        return value if re.fullmatch(r"([01]\d|2[0-3]):[0-5]\d", value) else _EVENING

    @reminder_time.setter
    def reminder_time(self, value: str) -> None:
        self._store.setValue("reminder/time", value)
        self.reminder_changed.emit()

    @property
    def reminded_on(self) -> date | None:
        """The day of the last reminder."""
        try:
            return date.fromisoformat(str(self._store.value("reminder/last", "")))
        except ValueError:
            return None

    @reminded_on.setter
    def reminded_on(self, value: date) -> None:
        self._store.setValue("reminder/last", value.isoformat())

    @property
    def in_tray(self) -> bool:
        """Whether closing the window leaves CrampLog in the tray."""
        return self._truth("reminder/in_tray")

    @in_tray.setter
    def in_tray(self, value: bool) -> None:
        self._keep_truth("reminder/in_tray", value)
        self.reminder_changed.emit()

    @property
    def introduced(self) -> bool:
        """Whether the first steps were shown."""
        return self._truth("window/introduced")

    @introduced.setter
    def introduced(self, value: bool) -> None:
        self._keep_truth("window/introduced", value)

    @property
    def language(self) -> str:
        """The chosen language, as in "de"; empty: as the system has it. The commands read it too."""
        value = str(self._store.value("reader/language", ""))
        return value if value in LANGUAGES else ""

    @language.setter
    def language(self, value: str) -> None:
        self._store.setValue("reader/language", value)
        self._store.sync()
        self.language_changed.emit()

    @property
    def hours(self) -> int | None:
        """12 or 24 hours on the clock; None: as the system's locale has it."""
        return self._number("reader/hours", _CLOCKS)

    @hours.setter
    def hours(self, value: int | None) -> None:
        self._keep_for_reader("reader/hours", value)

    @property
    def first_weekday(self) -> int | None:
        """The day with which weeks begin, 0 for Monday; None: as the system's locale has it."""
        return self._number("reader/first_weekday", range(7))

    @first_weekday.setter
    def first_weekday(self, value: int | None) -> None:
        self._keep_for_reader("reader/first_weekday", value)

    def table_mapping(self, headings: str) -> str:
        """How a table with these headings was read last; "" for one that was not met yet."""
        return str(self._store.value(f"tables/{_short(headings)}", ""))

    def keep_table_mapping(self, headings: str, mapping: str) -> None:
        """Remember how a table with these headings is read."""
        self._store.setValue(f"tables/{_short(headings)}", mapping)

    def tell_the_words(self) -> None:
        """Let dates and times be written as the person chose."""
        language.hours, language.first_weekday = self.hours, self.first_weekday

    def read_as(self, other: WindowSettings) -> None:
        """Let this window be read as another is: look, text size, units, clock and language."""
        for name in other._store.allKeys():
            if name.startswith(_OF_READER):
                self._store.setValue(name, other._store.value(name))

    def save(self) -> None:
        """Write it to the disk now."""
        self._store.sync()

    def _truth(self, name: str) -> bool:
        return str(self._store.value(name, "false")) == "true"

    def _keep_truth(self, name: str, value: bool) -> None:
        self._store.setValue(name, "true" if value else "false")

    def _number(self, name: str, possible: Container[int]) -> int | None:
        try:
            value = int(str(self._store.value(name, "")))
        except ValueError:
            return None
        return value if value in possible else None

    def _keep_for_reader(self, name: str, value: int | None) -> None:
        if value is None:
            self._store.remove(name)
        else:
            self._store.setValue(name, value)
        self.tell_the_words()
        self.reader_changed.emit()


def _short(headings: str) -> str:
    """A name for the headings that no settings file stumbles over, and that says nothing of the diary."""
    import hashlib

    return hashlib.sha256(headings.encode()).hexdigest()[:16]
