"""What the page believes of its fonts is what the fonts say."""

from __future__ import annotations

import importlib.util
import json
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path
from types import ModuleType

import pytest

from cramplog import paths
from cramplog.report import regions as r
from cramplog.report.page import PageRenderer
from cramplog.report.summary import Summary

GENERATOR = Path(__file__).parents[2] / "packaging" / "make_coverage.py"


@pytest.fixture(scope="module")
def generator() -> ModuleType:
    """The script that writes the table; it lies beside the program and not in it."""
    spec = importlib.util.spec_from_file_location("make_coverage", GENERATOR)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_table_of_characters_is_that_of_the_fonts(generator: ModuleType) -> None:
    told = paths.resource("report", "coverage.json").read_text("ascii")

    assert json.loads(told) == generator.coverage()
    assert told == generator.as_json(generator.coverage())


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="pdftotext (poppler) is not installed")
@pytest.mark.parametrize(
    "words", ["Tiếng Việt: ấm, ắp, ề, ỗ", "Nǘrén, LǛ, Ǖx", "Łódź, São Tomé, Ålesund", "fi ffi"]
)
def test_a_letter_that_the_face_lacks_is_read_once(
    renderer: PageRenderer, plain_page: Summary, words: str
) -> None:
    page = replace(plain_page, questions=r.Questions(title="-", lines=(words, "", "")))

    read = subprocess.run(
        ["pdftotext", "-enc", "UTF-8", "-", "-"],
        input=renderer.pdf(page, "a4"),
        capture_output=True,
        check=True,
    )

    assert words in read.stdout.decode()
