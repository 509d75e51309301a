"""What is left of a cramp that was entered and is not in the diary: a failed save, or an unread entry."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cramplog.domain.draft import EpisodeDraft

# So long nothing must be typed before it is saved.
TYPING_PAUSE_MS = 300


@dataclass(frozen=True, slots=True, kw_only=True)
class Unsaved:
    """What could not be saved, the state of it that the diary has, and why."""

    draft: EpisodeDraft
    saved: EpisodeDraft | None
    error: Exception


@dataclass(frozen=True, slots=True, kw_only=True)
class Unread:
    """A cramp, and what was typed for its zone, its time, its length and its numbers without being one.

    `text` is the first of them and `problem` what is wrong with it; `entries` has them all.
    """

    draft: EpisodeDraft
    text: str
    problem: str
    entries: Mapping[str, str]
