"""The system says which words and which dates; the words of the program arrive whole everywhere."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from cramplog.i18n import language, system_formats, system_locale


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> Iterator[pytest.MonkeyPatch]:
    """A system that asks for nothing yet."""
    before = language.locale, language.territory
    for name in ("LC_ALL", "LC_MESSAGES", "LC_TIME", "LANG"):
        monkeypatch.delenv(name, raising=False)
    yield monkeypatch
    language.locale, language.territory = before


@pytest.mark.parametrize(
    ("wishes", "words", "formats"),
    [
        ({}, "", ""),
        ({"LANG": "de_AT.UTF-8"}, "de_AT", "de_AT"),
        ({"LANG": "en_US.UTF-8", "LC_TIME": "de_DE.UTF-8"}, "en_US", "de_DE"),
        ({"LANG": "en_US.UTF-8", "LC_MESSAGES": "es_ES", "LC_TIME": "C"}, "es_ES", "en_US"),
        ({"LANG": "en_US.UTF-8", "LC_ALL": "es_MX@euro"}, "es_MX", "es_MX"),
    ],
)
def test_words_and_dates_are_asked_for_apart(
    asked: pytest.MonkeyPatch, wishes: dict[str, str], words: str, formats: str
) -> None:
    for name, value in wishes.items():
        asked.setenv(name, value)

    assert (system_locale(), system_formats()) == (words, formats)


@pytest.mark.usefixtures("asked")
@pytest.mark.parametrize(
    ("words", "formats", "dates", "country"),
    [
        ("en_US", "en_GB", "en_GB", "GB"),
        ("en_US", "de_DE", "en_US", "DE"),
        ("en_US", "", "en_US", "US"),
        ("", "", "en_GB", ""),
    ],
)
def test_dates_are_in_the_language_of_the_words(
    tmp_path: Path, words: str, formats: str, dates: str, country: str
) -> None:
    language.speak(words, tmp_path, formats=formats)

    assert (language.locale, language.territory) == (dates, country)


@pytest.mark.parametrize("code_page", ["ascii", "cp1252"])
def test_a_command_speaks_utf_8_whatever_the_code_page(tmp_path: Path, code_page: str) -> None:
    command = [sys.executable, "-m", "cramplog", "log", "--muscle", "calf", "--side", "left"]
    said = subprocess.run(
        [*command, "--started", "soon", "--diary", str(tmp_path / "diary.db")],
        env={**os.environ, "PYTHONIOENCODING": code_page},
        capture_output=True,
        check=False,
    )

    assert said.returncode == 2
    assert "“yesterday 2am”" in said.stderr.decode("utf-8")
