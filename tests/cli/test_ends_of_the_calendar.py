"""Days that no diary can hold are wrong usage, said in one line and without a traceback."""

from __future__ import annotations

from typing import Any

import pytest


@pytest.mark.parametrize(
    "arguments",
    [
        ("analysis", "--json", "--to", "9999-12-31"),
        ("analysis", "--json", "--from", "0001-01-01"),
        ("analysis", "--json", "--as-of", "0001-01-01T00:00:00+00:00"),
        ("free", "--to", "9999-12-31"),
    ],
)
def test_a_day_at_the_end_of_the_calendar_is_wrong_usage(cramplog: Any, arguments: tuple[str, ...]) -> None:
    cramplog("free", "--from", "2026-03-02", "--to", "2026-03-02")

    said = cramplog(*arguments)

    assert said.status == 2
    assert "is not from 1900-01-01 to 2199-12-31" in said.err
    assert "Traceback" not in said.err
