"""The page of promises names tests that exist, for every promise."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "promises.md"


@cache
def names_in(file: str) -> frozenset[str]:
    """The names of the tests in a file; none where there is no such file."""
    path = ROOT / file
    if not path.is_file():
        return frozenset()
    return frozenset(it.name for it in ast.parse(path.read_text()).body if isinstance(it, ast.FunctionDef))


def wrong_names(page: str) -> Iterator[str]:
    """What the page names in vain. `::test_x` alone is of the file named before."""
    file = ""
    for named in re.findall(r"`((?:tests/[\w/]+\.py)?(?:::\w+)?)`", page):
        before, _colons, test = named.partition("::")
        file = before or file
        if not (ROOT / file).is_file() or (test and test not in names_in(file)):
            yield named


def promises(page: str) -> dict[str, str]:
    """Each numbered promise with its row of the table."""
    rows = re.findall(r"^\| (P\d+) \|(.*)\|$", page, re.MULTILINE)
    return dict(rows)


def test_each_test_that_the_page_names_exists() -> None:
    assert list(wrong_names(PAGE.read_text(encoding="utf-8"))) == []


def test_each_of_the_twenty_promises_is_held_by_a_test() -> None:
    rows = promises(PAGE.read_text(encoding="utf-8"))

    assert list(rows) == [f"P{number}" for number in range(1, 21)]
    assert [name for name, row in rows.items() if "`tests/" not in row] == []


def test_a_name_in_vain_would_be_noticed() -> None:
    this = "tests/house/test_promises.py"
    page = f"`{this}::test_of_nothing`, `::test_a_name_in_vain_would_be_noticed`, `tests/no.py`"

    assert list(wrong_names(page)) == [f"{this}::test_of_nothing", "tests/no.py"]
