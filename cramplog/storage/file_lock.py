"""The system's lock on an open file: it goes with the process, however that ends."""

from __future__ import annotations

import os
import sys

if sys.platform == "win32":
    import msvcrt

    # A byte far behind the text, which other processes may still read.
    _FAR = 1_000_000

    def try_to_lock(descriptor: int) -> bool:
        """Take the lock; whether it could be had. It is given back when the descriptor is closed."""
        try:
            os.lseek(descriptor, _FAR, os.SEEK_SET)
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def try_to_lock(descriptor: int) -> bool:
        """Take the lock; whether it could be had. It is given back when the descriptor is closed."""
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True
