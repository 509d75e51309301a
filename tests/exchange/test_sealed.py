"""What is sealed is opened by its passphrase only, and by every later version."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from cramplog.domain.errors import InvalidValue, UnreadableFile
from cramplog.exchange import sealed

FILE = Path("diary.sealed")

# Made with hashlib.scrypt, X25519 written out from RFC 7748, HKDF from hmac, and the header by hand.
VECTOR = bytes.fromhex(
    "4352414d5053454101100801000102030405060708090a0b0c0d0e0f"
    "358072d6365880d1aeea329adf9121383851ed21a28e3b75e965d0d2cd166254"
    "c7c348f7d63401b3c9f6a019fe84b03d08a46b4e4b5603e7684470"
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


@pytest.mark.parametrize("bit", [1, 128])
@pytest.mark.parametrize("place", [0, 8, 9, 10, 11, 12, 27, 28, 59, 60, 70, len(VECTOR) - 1])
def test_one_flipped_bit_anywhere_is_noticed(place: int, bit: int) -> None:
    flipped = VECTOR[:place] + bytes([VECTOR[place] ^ bit]) + VECTOR[place + 1 :]

    with pytest.raises(UnreadableFile):
        sealed.open_sealed(flipped, "correct horse \u00e9", FILE)


@pytest.mark.parametrize("length", [0, 7, 8, 59, 60, 75, len(VECTOR) - 1])
def test_a_file_that_was_cut_off_is_noticed(length: int) -> None:
    with pytest.raises(UnreadableFile):
        sealed.open_sealed(VECTOR[:length], "correct horse \u00e9", FILE)


def test_a_passphrase_that_protects_nothing_is_refused_without_repeating_it() -> None:
    with pytest.raises(InvalidValue, match="at least 8") as caught:
        sealed.new_key("abc123")

    assert "abc123" not in str(caught.value)


def test_what_is_kept_for_sealing_opens_nothing() -> None:
    key = sealed.new_key("a long passphrase")
    seed = hashlib.scrypt(b"a long passphrase", salt=key.salt, n=1 << 16, r=8, p=1, dklen=32, maxmem=1 << 28)

    assert seed not in (key.salt, key.public)
    with pytest.raises(UnreadableFile):
        sealed.open_sealed(sealed.seal(b"zebrafish", key), key.public.hex(), FILE)


def test_a_key_made_up_to_give_away_the_secret_is_refused() -> None:
    # Zero is a point of small order: what it shares with any key is zero.
    doctored = VECTOR[:28] + bytes(32) + VECTOR[60:]

    with pytest.raises(UnreadableFile):
        sealed.open_sealed(doctored, "correct horse \u00e9", FILE)
