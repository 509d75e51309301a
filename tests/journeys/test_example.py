"""The example diary is read as the person's own is."""

from __future__ import annotations

from pathlib import Path

from cramplog import bootstrap
from cramplog.gui.settings import WindowSettings
from cramplog.paths import Paths
from cramplog.words.units import Temperature


def test_the_example_has_look_text_size_and_units_of_the_window_it_was_opened_from(tmp_path: Path) -> None:
    own, example = Paths.under(tmp_path / "own"), Paths.under(tmp_path / "example")
    chosen = WindowSettings(own.settings)
    chosen.look, chosen.text_size, chosen.language = "contrast", 1.4, "de"
    chosen.choose_unit(Temperature.FAHRENHEIT)
    chosen.remember_diary(tmp_path / "mine.db")
    chosen.save()

    bootstrap.dress(example, like=own)

    read = WindowSettings(example.settings)
    assert (read.look, read.text_size, read.language) == ("contrast", 1.4, "de")
    assert read.units.temperature is Temperature.FAHRENHEIT
    assert read.recent_diaries == ()


def test_an_example_opened_before_any_diary_leaves_nothing_behind(tmp_path: Path) -> None:
    own, example = Paths.under(tmp_path / "own"), Paths.under(tmp_path / "example")

    bootstrap.dress(example, like=own)

    assert list(tmp_path.iterdir()) == []
    assert WindowSettings(example.settings).text_size == 1.0
