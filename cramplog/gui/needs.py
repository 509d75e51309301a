"""What a window needs of the system, looked at before Qt is: a lack is one sentence, not a crash."""

from __future__ import annotations

import ctypes
import importlib.util
import os
import sys
from pathlib import Path

from cramplog.i18n import _

# Library, and the Debian or Ubuntu package that has it.
_FOR_QT = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libfontconfig.so.1": "libfontconfig1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libglib-2.0.so.0": "libglib2.0-0",
}
_FOR_X11 = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}


def what_is_missing() -> str | None:
    """One sentence with the command that mends it; None where a window can be opened."""
    if importlib.util.find_spec("PySide6") is None:
        return _("The window needs PySide6. Install it: pip install PySide6-Essentials")
    if not sys.platform.startswith("linux"):
        return None
    platform = os.environ.get("QT_QPA_PLATFORM", "").split(":")[0]
    if not platform and not os.environ.get("DISPLAY") and not os.environ.get("WAYLAND_DISPLAY"):
        return _(
            "There is no screen to open the window on (DISPLAY and WAYLAND_DISPLAY are not set). "
            "Log in to a desktop, or use the commands that need no window: cramplog --help"
        )
    on_x11 = platform == "xcb" or (not platform and not os.environ.get("WAYLAND_DISPLAY"))
    lacking = _lacking(_FOR_QT | _FOR_X11 if on_x11 else _FOR_QT)
    if not lacking:
        return None
    return _("The window needs libraries that this system lacks. Install them: %(command)s") % {
        "command": "sudo apt install " + " ".join(lacking)
    }


def _lacking(packages: dict[str, str]) -> list[str]:
    return [package for library, package in packages.items() if not _can_be_loaded(library)]


def _can_be_loaded(library: str) -> bool:
    # PySide6 brings a few of them itself.
    spec = importlib.util.find_spec("PySide6")
    own = Path(spec.origin).parent / "Qt" / "lib" / library if spec and spec.origin else None
    if own is not None and own.exists():
        return True
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True
