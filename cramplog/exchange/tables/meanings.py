"""What a column of another program's table can mean."""

from __future__ import annotations

from enum import StrEnum


class Meaning(StrEnum):
    """What becomes of a column. One that has none of these is left out."""

    STARTED = "started"
    DATE = "date"
    TIME = "time"
    ENDED = "ended"
    DURATION = "duration"
    PAIN = "pain"
    PLACE = "place"
    SIDE = "side"
    CRAMPED = "cramped"
    SYMPTOM = "symptom"
    NOTE = "note"
