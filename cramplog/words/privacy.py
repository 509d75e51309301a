"""What protects the diary from other eyes, and what does not."""

from __future__ import annotations

from cramplog.i18n import _


def not_encrypted() -> str:
    """The honest line about the file on this computer."""
    return _(
        "The diary on this computer is not encrypted by CrampLog. If the computer is stolen, only the disk "
        "encryption of your system protects it. Switch that on in the system’s settings."
    )
