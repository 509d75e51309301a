"""What every test relies on: no screen, no home of the person, and values built from what matters."""

from __future__ import annotations

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
