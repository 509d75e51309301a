"""What is saved of a damaged diary is never put in its place."""

from __future__ import annotations

import pytest
from making import an_episode

from cramplog.bootstrap import Opener
from cramplog.domain.errors import UnwritableFile
from cramplog.services.open_diary import OpenDiary


def test_neither_an_export_nor_a_copy_replaces_the_diary_itself(diary: OpenDiary, opener: Opener) -> None:
    diary.diary.record(an_episode("2026-11-20 02:10 +01:00"))
    diary.close()
    before = opener.paths.diary.read_bytes()

    for save in (opener.rescuing().save_readable, opener.rescuing().copy_for_help):
        with pytest.raises(UnwritableFile, match="is the diary itself"):
            save(opener.paths.diary)

    assert opener.paths.diary.read_bytes() == before
