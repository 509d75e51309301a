"""A file that the person asked for is written whole, whatever it is called."""

from __future__ import annotations

from pathlib import Path

import pytest

from cramplog.services.whole_file import write_whole


@pytest.mark.parametrize("name", ["page.pdf", "💪" * 62, "ä" * 127, "x" * 255])
def test_every_name_that_the_disk_can_hold_can_be_written(tmp_path: Path, name: str) -> None:
    write_whole(tmp_path / name, b"whole")

    assert [(file.name, file.read_bytes()) for file in tmp_path.iterdir()] == [(name, b"whole")]
