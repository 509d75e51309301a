"""What every test relies on: no screen, no home of the person, and values built from what matters."""

from __future__ import annotations

import os

from hypothesis import HealthCheck, settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# A slow or busy computer is not a failure: what is too slow is measured in tests/bench.
settings.register_profile("cramplog", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("cramplog")
