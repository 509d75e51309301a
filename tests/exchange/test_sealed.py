"""What is sealed is opened by its passphrase only, and by every later version."""

from __future__ import annotations

from pathlib import Path

import pytest

from cramplog.domain.errors import InvalidValue, UnreadableFile
from cramplog.exchange import sealed

FILE = Path("diary.sealed")

# Made with hashlib.scrypt and the header written by hand, as the format says.
VECTOR = bytes.fromhex(
    "4352414d5053454101100801000102030405060708090a0b0c0d0e0f101112131415161718191a1b"
    "2798e4eecfbb58ea801e1dfd27fb7df58c05184251b9de9d7ab0fd"
)


@pytest.mark.parametrize("passphrase", ["correct horse \u00e9", "correct horse e\u0301"])
def test_the_files_of_version_1_are_opened_however_the_accent_was_typed(passphrase: str) -> None:
    assert sealed.open_sealed(VECTOR, passphrase, FILE) == b"Ana's diary"


def test_what_is_sealed_comes_out_again_and_is_never_sealed_the_same_twice() -> None:
    key = sealed.new_key("a long passphrase")
    first, second = (sealed.seal(b"zebrafish " * 1_000, key) for _ in range(2))

    assert sealed.open_sealed(first, "a long passphrase", FILE) == b"zebrafish " * 1_000
    assert first != second
    assert b"zebrafish" not in first
    assert sealed.is_sealed(first)


def test_a_wrong_passphrase_is_said_and_that_nobody_can_help() -> None:
    with pytest.raises(UnreadableFile, match=r"diary\.sealed is wrong.* Nobody can open it"):
        sealed.open_sealed(VECTOR, "correct horse", FILE)


@pytest.mark.parametrize("place", [0, 8, 9, 10, 11, 12, 27, 28, 39, 40, 60, len(VECTOR) - 1])
def test_one_flipped_bit_anywhere_is_noticed(place: int) -> None:
    flipped = VECTOR[:place] + bytes([VECTOR[place] ^ 1]) + VECTOR[place + 1 :]

    with pytest.raises(UnreadableFile):
        sealed.open_sealed(flipped, "correct horse \u00e9", FILE)


@pytest.mark.parametrize("length", [0, 7, 8, 39, 40, 55, len(VECTOR) - 1])
def test_a_file_that_was_cut_off_is_noticed(length: int) -> None:
    with pytest.raises(UnreadableFile):
        sealed.open_sealed(VECTOR[:length], "correct horse \u00e9", FILE)


def test_a_passphrase_that_protects_nothing_is_refused_without_repeating_it() -> None:
    with pytest.raises(InvalidValue, match="at least 8") as caught:
        sealed.new_key("abc123")

    assert "abc123" not in str(caught.value)
    assert "secret" not in repr(sealed.new_key("a long passphrase"))
