"""Seals bytes so that only a passphrase opens them; sealing itself needs the public half alone.

The file, version 1, all numbers big-endian:

    offset  bytes  what
         0      8  b"CRAMPSEA", the kind of file
         8      1  version: 1
         9      1  log2 of scrypt's N: 15 to 17
        10      1  scrypt's r: 8
        11      1  scrypt's p: 1
        12     16  salt of the passphrase
        28     32  an X25519 public key that was made for this file alone
        60      …  AES-256-GCM of the content, its 16-byte tag last; bytes 0 to 59 are authenticated too

The person's X25519 private key is scrypt(passphrase as UTF-8 in form NFC, salt, N, r, p), 32 bytes; the
program keeps its public key only. AES's key (32 bytes) and nonce (12) are HKDF-SHA-256 of the secret that the
person's key and the file's share, without salt; the info is b"CrampLog sealed 1", bytes 0 to 59, the person's
public key.
"""

from __future__ import annotations

import os
import struct
import unicodedata
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from cramplog.domain.errors import InvalidValue, UnreadableFile
from cramplog.i18n import _

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

MAGIC = b"CRAMPSEA"
SHORTEST_PASSPHRASE = 8
_HEADER = struct.Struct(">8sBBBB16s32s")
_VERSION = 1
# 64 MB and about a tenth of a second: a guess at a passphrase costs a thief the same.
_LOG_N, _R, _P = 16, 8, 1
_TAG = 16
_KEY, _NONCE = 32, 12
_INFO = b"CrampLog sealed 1"


@dataclass(frozen=True, slots=True)
class Key:
    """What seals and opens nothing: the public half of a passphrase, with what it takes to make it again."""

    salt: bytes
    public: bytes
    log_n: int = _LOG_N
    r: int = _R
    p: int = _P


def new_key(passphrase: str) -> Key:
    """A key for new files. Raises InvalidValue where the passphrase is too short to protect anything."""
    if len(passphrase) < SHORTEST_PASSPHRASE:
        reason = _("must have at least %(n)d characters") % {"n": SHORTEST_PASSPHRASE}
        raise InvalidValue("passphrase", "…", reason)
    salt = os.urandom(16)
    return Key(salt, _public(_private(passphrase, salt, _LOG_N, _R, _P)))


def seal(content: bytes, key: Key) -> bytes:
    """The sealed file."""
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    of_file = X25519PrivateKey.generate()
    header = _HEADER.pack(MAGIC, _VERSION, key.log_n, key.r, key.p, key.salt, _public(of_file))
    shared = of_file.exchange(X25519PublicKey.from_public_bytes(key.public))
    secret, nonce = _expanded(shared, header, key.public)
    return header + AESGCM(secret).encrypt(nonce, content, header)


def is_sealed(beginning: bytes) -> bool:
    """Whether a file that begins so is a sealed one."""
    return beginning.startswith(MAGIC)


def open_sealed(sealed: bytes, passphrase: str, path: Path) -> bytes:
    """What was sealed. Raises UnreadableFile, naming `path`: wrong passphrase, or not what was sealed."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PublicKey
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    if len(sealed) < _HEADER.size + _TAG or not is_sealed(sealed):
        raise _unreadable(path, _("%(name)s is not a file sealed by CrampLog, or it is cut off."))
    header = sealed[: _HEADER.size]
    _magic, version, log_n, r, p, salt, of_file = _HEADER.unpack(header)
    if version != _VERSION:
        raise _unreadable(path, _("A newer CrampLog sealed %(name)s. Open it with that version."))
    # Within these, a file that somebody made up costs half a second and 128 MB at most.
    if not 15 <= log_n <= 17 or (r, p) != (_R, _P):
        raise _unreadable(path, _("%(name)s is damaged at its start."))
    private = _private(passphrase, salt, log_n, r, p)
    try:
        shared = private.exchange(X25519PublicKey.from_public_bytes(of_file))
        secret, nonce = _expanded(shared, header, _public(private))
        return AESGCM(secret).decrypt(nonce, sealed[_HEADER.size :], header)
    except (InvalidTag, ValueError):
        message = _(
            "The passphrase of %(name)s is wrong, or the file is damaged. Nobody can open it without."
        )
        raise _unreadable(path, message) from None


def _private(passphrase: str, salt: bytes, log_n: int, r: int, p: int) -> X25519PrivateKey:
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
    from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

    # The same letters can be typed as other code points on another keyboard.
    typed = unicodedata.normalize("NFC", passphrase).encode("utf-8", "surrogatepass")
    seed = Scrypt(salt=salt, length=_KEY, n=1 << log_n, r=r, p=p).derive(typed)
    return X25519PrivateKey.from_private_bytes(seed)


def _public(private: X25519PrivateKey) -> bytes:
    return private.public_key().public_bytes_raw()


def _expanded(shared: bytes, header: bytes, public: bytes) -> tuple[bytes, bytes]:
    """Key and nonce, which no other file has: its own key pair is in the header."""
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF

    made = HKDF(SHA256(), _KEY + _NONCE, salt=None, info=_INFO + header + public).derive(shared)
    return made[:_KEY], made[_KEY:]


def _unreadable(path: Path, message: str) -> UnreadableFile:
    return UnreadableFile(path, message % {"name": path.name})
