"""Seals bytes with a passphrase, so that who keeps the file cannot read it.

The file, version 1, all numbers big-endian:

    offset  bytes  what
         0      8  b"CRAMPSEA", the kind of file
         8      1  version: 1
         9      1  log2 of scrypt's N: 15 to 17
        10      1  scrypt's r: 8
        11      1  scrypt's p: 1
        12     16  salt of the passphrase
        28     12  nonce
        40      …  AES-256-GCM of the content, its 16-byte tag last; bytes 0 to 39 are authenticated too

The key is scrypt(passphrase as UTF-8 in form NFC, salt, N, r, p), 32 bytes.
"""

from __future__ import annotations

import os
import struct
import unicodedata
from dataclasses import dataclass
from pathlib import Path

from cramplog.domain.errors import InvalidValue, UnreadableFile
from cramplog.i18n import _

MAGIC = b"CRAMPSEA"
SHORTEST_PASSPHRASE = 8
_HEADER = struct.Struct(">8sBBBB16s12s")
_VERSION = 1
# 64 MB and about a tenth of a second: a guess at a passphrase costs a thief the same.
_LOG_N, _R, _P = 16, 8, 1
_TAG = 16


@dataclass(frozen=True, slots=True)
class Key:
    """A passphrase made into a key, which may be kept where the open diary itself is kept anyway."""

    salt: bytes
    secret: bytes
    log_n: int = _LOG_N
    r: int = _R
    p: int = _P

    def __repr__(self) -> str:
        return "Key(…)"


def new_key(passphrase: str) -> Key:
    """A key for new files. Raises InvalidValue where the passphrase is too short to protect anything."""
    if len(passphrase) < SHORTEST_PASSPHRASE:
        reason = _("must have at least %(n)d characters") % {"n": SHORTEST_PASSPHRASE}
        raise InvalidValue("passphrase", "…", reason)
    salt = os.urandom(16)
    return Key(salt, _secret(passphrase, salt, _LOG_N, _R, _P))


def seal(content: bytes, key: Key) -> bytes:
    """The sealed file."""
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    nonce = os.urandom(12)
    header = _HEADER.pack(MAGIC, _VERSION, key.log_n, key.r, key.p, key.salt, nonce)
    return header + AESGCM(key.secret).encrypt(nonce, content, header)


def is_sealed(beginning: bytes) -> bool:
    """Whether a file that begins so is a sealed one."""
    return beginning.startswith(MAGIC)


def open_sealed(sealed: bytes, passphrase: str, path: Path) -> bytes:
    """What was sealed. Raises UnreadableFile, naming `path`: wrong passphrase, or not what was sealed."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    if len(sealed) < _HEADER.size + _TAG or not is_sealed(sealed):
        raise _unreadable(path, _("%(name)s is not a file sealed by CrampLog, or it is cut off."))
    header = sealed[: _HEADER.size]
    _magic, version, log_n, r, p, salt, nonce = _HEADER.unpack(header)
    if version != _VERSION:
        raise _unreadable(path, _("A newer CrampLog sealed %(name)s. Open it with that version."))
    # Within these, a file that somebody made up costs half a second and 128 MB at most.
    if not 15 <= log_n <= 17 or (r, p) != (_R, _P):
        raise _unreadable(path, _("%(name)s is damaged at its start."))
    secret = _secret(passphrase, salt, log_n, r, p)
    try:
        return AESGCM(secret).decrypt(nonce, sealed[_HEADER.size :], header)
    except InvalidTag:
        message = _(
            "The passphrase of %(name)s is wrong, or the file is damaged. Nobody can open it without."
        )
        raise _unreadable(path, message) from None


def _secret(passphrase: str, salt: bytes, log_n: int, r: int, p: int) -> bytes:
    from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

    # The same letters can be typed as other code points on another keyboard.
    typed = unicodedata.normalize("NFC", passphrase).encode("utf-8", "surrogatepass")
    return Scrypt(salt=salt, length=32, n=1 << log_n, r=r, p=p).derive(typed)


def _unreadable(path: Path, message: str) -> UnreadableFile:
    return UnreadableFile(path, message % {"name": path.name})
