"""What was tried against the cramps, and how well each method did."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import median

from cramplog.domain.episode import Episode, Relief
from cramplog.domain.scales import Effect, Method

METHODS, EFFECTS = tuple(Method), tuple(Effect)
HELPED, HELPED_WHOLLY = Effect.MOSTLY, Effect.COMPLETE


@dataclass(frozen=True, slots=True, kw_only=True)
class MethodResult:
    """One method: in how many episodes it was tried, and with which effect where one was recorded.

    `median_minutes` is how long it took where it helped (mostly or complete) and minutes were recorded.
    """

    method: Method
    tried: int
    none: int
    little: int
    mostly: int
    complete: int
    median_minutes: float | None


def relief(episodes: Sequence[Episode]) -> tuple[MethodResult, ...]:
    """Count each method that was tried, most tried first.

    Unit: episodes, minutes. A method counts once an episode; named twice, its best effect counts. Levels:
    Blyton and others, J Foot Ankle Res 2012;5:7. Check: stretching tried three times, once without effect,
    once mostly in 2 minutes and once completely in 4, has a median of 3 minutes.
    """
    tried: defaultdict[Method, list[Relief]] = defaultdict(list)
    for episode in episodes:
        if episode.relief:
            for attempt in _best_of_each_method(episode.relief):
                tried[attempt.method].append(attempt)
    results = [_result(method, attempts) for method, attempts in tried.items()]
    return tuple(sorted(results, key=lambda result: (-result.tried, METHODS.index(result.method))))


def best_effect(episode: Episode) -> Effect | None:
    """The best effect of anything tried in an episode; None where none was recorded."""
    effects = [attempt.effect for attempt in episode.relief or () if attempt.effect is not None]
    return max(effects, key=EFFECTS.index) if effects else None


def _best_of_each_method(attempts: Sequence[Relief]) -> Iterable[Relief]:
    if len(attempts) < 2:
        return attempts
    best: dict[Method, Relief] = {}
    for attempt in attempts:
        if attempt.method not in best or _rank(attempt) > _rank(best[attempt.method]):
            best[attempt.method] = attempt
    return best.values()


def _rank(attempt: Relief) -> int:
    return -1 if attempt.effect is None else EFFECTS.index(attempt.effect)


def _result(method: Method, attempts: Sequence[Relief]) -> MethodResult:
    effects = [attempt.effect for attempt in attempts]
    minutes = [
        attempt.minutes
        for attempt in attempts
        if (attempt.effect is HELPED or attempt.effect is HELPED_WHOLLY) and attempt.minutes is not None
    ]
    return MethodResult(
        method=method,
        tried=len(attempts),
        none=effects.count(Effect.NONE),
        little=effects.count(Effect.LITTLE),
        mostly=effects.count(Effect.MOSTLY),
        complete=effects.count(Effect.COMPLETE),
        median_minutes=median(minutes) if minutes else None,
    )
