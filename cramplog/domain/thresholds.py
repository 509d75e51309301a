"""The limits that several rooms hold a diary against; the statistics help says where each comes from."""

from __future__ import annotations

from datetime import timedelta

# Mild is a pain of 1 to 4, medium 5 and 6, severe 7 and more (Palos 2006).
MEDIUM_PAIN = 5
SEVERE_PAIN = 7
# A cramp that is longer is a warning sign.
LONG_CRAMP_S = 600
# After this a warning sign is told of as something past.
STILL_NOW = timedelta(hours=48)
HARD_EXERTION = 5
# From this on, of 0 to 10, a night's sleep was poor.
DISTURBED_SLEEP = 5


def days_needed(days: int) -> int:
    """How many of so many days must be known before a rate or a "not met" is said: 70 %."""
    return -(-7 * days // 10)
