"""Numbers are written as they are: nothing as nothing, and what is not nothing never as nothing."""

from __future__ import annotations

import pytest

from cramplog.words import numbers


def test_nothing_has_no_sign_whichever_was_written_first() -> None:
    assert [numbers.number(value) for value in (-0.0, 0.0, -0.04, -0.05, -0.06)] == [
        "0.0", "0.0", "0.0", "0.0", "-0.1",
    ]  # fmt: skip


@pytest.mark.parametrize(("rate", "written"), [(0.05, "0.05"), (0.04, "0.04"), (0.06, "0.1"), (0.0, "0.0")])
def test_a_small_rate_does_not_read_as_none(rate: float, written: str) -> None:
    """One cramp in 140 known days is 0.05 a week."""
    assert numbers.small_number(rate) == written


@pytest.mark.parametrize(
    ("share", "written"), [(0.0005, "0.05%"), (0.0006, "0.1%"), (0.995, "99.5%"), (0.5, "50%"), (1.0, "100%")]
)
def test_a_small_share_does_not_read_as_none_nor_a_large_one_as_all(share: float, written: str) -> None:
    assert numbers.percent(share) == written
