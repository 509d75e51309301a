"""Every number of the document, against a second reading of the contract."""

from __future__ import annotations

import json
import math
import warnings
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from analysis.naive import Naive
from analysis.random_diaries import random_diary

from cramplog.analysis import as_json
from cramplog.analysis.insights import analyse
from cramplog.domain.period import Period
from cramplog.exchange import diary_json

Json = dict[str, Any]

# Their order is the reader's business, not the contract's.
UNORDERED = {"places": ("muscle", "side"), "relief": ("method",), "courses": ("id",)}


def computed(document: Json, as_of: str, first: date, last: date) -> Json:
    read = diary_json.read(json.dumps(document).encode(), Path("random.json"))
    assert not read.rejected
    found = analyse(read.contents, as_of=datetime.fromisoformat(as_of), period=Period.including(first, last))
    answer: Json = json.loads(as_json.text(found))
    return answer


def expected(document: Json, as_of: str, first: date, last: date) -> Json:
    with warnings.catch_warnings():
        # The oracle's libraries warn where a fit is hard; the comparison says whether it matters.
        warnings.simplefilter("ignore")
        return Naive(document, as_of).everything(first, last)


def assert_same(ours: Any, theirs: Any, where: str = "") -> None:
    key = where.rsplit(".", 1)[-1]
    if key in UNORDERED and isinstance(ours, list):
        ours = sorted(ours, key=lambda row: [row[name] for name in UNORDERED[key]])
        theirs = sorted(theirs, key=lambda row: [row[name] for name in UNORDERED[key]])
    if key == "evidence":
        ours, theirs = sorted(ours), sorted(theirs)
    if isinstance(theirs, dict):
        assert set(ours) == set(theirs), where
        for name in theirs:
            assert_same(ours[name], theirs[name], f"{where}.{name}")
    elif isinstance(theirs, list):
        assert len(ours) == len(theirs), (where, ours, theirs)
        for number, (one, two) in enumerate(zip(ours, theirs, strict=True)):
            assert_same(one, two, f"{where}[{number}]")
    elif isinstance(theirs, float) and ours is not None:
        assert math.isclose(ours, theirs, rel_tol=1e-6, abs_tol=1e-9), (where, ours, theirs)
    else:
        assert ours == theirs, (where, ours, theirs)


@pytest.mark.parametrize("seed", range(60))
def test_a_random_diary_gives_the_same_numbers_twice(seed: int) -> None:
    document, as_of = random_diary(seed)
    today = Naive(document, as_of).today
    # Some periods reach past the moment and are cut there, some lie in the past.
    first = today - timedelta(days=(27, 89, 150)[seed % 3])
    last = today + timedelta(days=(0, 5, -20)[seed % 3])

    assert_same(computed(document, as_of, first, last), expected(document, as_of, first, last))


@pytest.mark.parametrize(
    ("name", "as_of", "days"),
    [
        ("older-adult-14-months", "2026-10-31T20:00:00+01:00", 425),
        ("older-adult-14-months", "2026-07-15T03:30:00+02:00", 90),
        ("older-adult-14-months", "2026-02-01T12:00:00+01:00", 28),
        ("athlete-8-months", "2026-10-31T20:00:00-06:00", 240),
        ("athlete-8-months", "2026-08-20T05:59:00-06:00", 90),
        ("sparse-6-weeks", "2026-10-31T20:00:00+01:00", 90),
        ("sparse-6-weeks", "2026-10-20T06:00:00+01:00", 28),
    ],
)
def test_the_simulated_diaries_give_the_same_numbers_twice(
    diaries: Path, name: str, as_of: str, days: int
) -> None:
    document = json.loads((diaries / f"{name}.json").read_text())
    today = Naive(document, as_of).today
    first = today - timedelta(days=days - 1)

    assert_same(computed(document, as_of, first, today), expected(document, as_of, first, today))
