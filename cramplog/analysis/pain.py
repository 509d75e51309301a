"""How bad the cramps are and how long they last."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import fmean, median

from cramplog.domain.episode import Episode
from cramplog.domain.thresholds import LONG_CRAMP_S, SEVERE_PAIN


@dataclass(frozen=True, slots=True, kw_only=True)
class Pain:
    """Pain (0–10) of the `n` episodes that have one; all but `n` are None where none has.

    `by_score` holds the number of episodes with each pain from 0 to 10.
    """

    n: int
    median: float | None
    mean: float | None
    max: int | None
    share_severe: float | None
    by_score: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Duration:
    """Minutes of the `n` episodes whose duration is known; all but `n` are None where none is.

    `by_length` holds the number of episodes under 1 minute, under 5, up to 10, and longer.
    """

    n: int
    median: float | None
    mean: float | None
    max: float | None
    share_over_10: float | None
    by_length: tuple[int, int, int, int]


def pain(episodes: Sequence[Episode]) -> Pain:
    """Describe the pain of the worst moment on the 0–10 numeric rating scale.

    `share_severe` (0 to 1) is the share with a pain of 7 or more. Source of the cut: Palos and others, J Pain
    2006;7:49 (severe is 7–10). Check: 2, 7 and 9 give median 7, mean 6, max 9 and a share of 2/3.
    """
    scores = sorted([episode.pain for episode in episodes if episode.pain is not None])
    n, ends = len(scores), [bisect_right(scores, score) for score in range(-1, 11)]
    return Pain(
        n=n,
        median=median(scores) if n else None,
        mean=fmean(scores) if n else None,
        max=scores[-1] if n else None,
        share_severe=(n - ends[SEVERE_PAIN]) / n if n else None,
        by_score=tuple(end - start for start, end in pairwise(ends)),
    )


def duration(episodes: Sequence[Episode]) -> Duration:
    """Describe how long the cramps lasted, in minutes.

    `share_over_10` (0 to 1) is the share of those longer than 10 minutes, 10 itself excluded. Source of the
    cut: NHS, "Leg cramps" (get help for a cramp over 10 minutes). Check: 2, 4 and 12 minutes give median 4,
    mean 6, max 12 and a share of 1/3.
    """
    seconds = sorted([episode.duration_s for episode in episodes if episode.duration_s is not None])
    n = len(seconds)
    return Duration(
        n=n,
        median=median(seconds) / 60 if n else None,
        mean=fmean(seconds) / 60 if n else None,
        max=seconds[-1] / 60 if n else None,
        share_over_10=_by_length(seconds)[-1] / n if n else None,
        by_length=_by_length(seconds),
    )


def _by_length(seconds: Sequence[int]) -> tuple[int, int, int, int]:
    """Of lengths in order."""
    at_1, at_5 = bisect_left(seconds, 60), bisect_left(seconds, 300)
    after_10 = bisect_right(seconds, LONG_CRAMP_S)
    return at_1, at_5 - at_1, after_10 - at_5, len(seconds) - after_10
