"""Child processes for tests: to be killed, or to run without special rights."""

from __future__ import annotations

import os
import traceback
import warnings
from collections.abc import Callable

NOBODY = 65534


def exit_status_of(task: Callable[[], object], *, without_rights: bool = False) -> int:
    """Run the task in a copy of this process; 0 where it ended well, 1 where it raised, else its own."""
    with warnings.catch_warnings():
        # The test runner's other threads do not live on in the child, which needs none of them.
        warnings.simplefilter("ignore", DeprecationWarning)
        child = os.fork()
    if child == 0:
        try:
            if without_rights and os.geteuid() == 0:
                os.setgid(NOBODY)
                os.setuid(NOBODY)
            task()
        except BaseException:  # noqa: BLE001 (the child must never run on as a second pytest)
            traceback.print_exc()
            os._exit(1)
        os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
