"""The article's four reasons to see a doctor, each judged by itself."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from cramplog.analysis.context import Surroundings
from cramplog.analysis.coverage import is_mostly_known
from cramplog.analysis.relief import best_effect
from cramplog.analysis.timeline import Timeline
from cramplog.domain.episode import Episode
from cramplog.domain.period import Period, diary_day
from cramplog.domain.rules import (
    CriteriaRules,
    FrequentRule,
    NoObviousCauseRule,
    PoorResponseRule,
    Rule,
    SevereRule,
)
from cramplog.domain.scales import Effect


class CriterionId(StrEnum):
    """The four, in the article's order."""

    SEVERE = "severe"
    FREQUENT = "frequent"
    POOR_RESPONSE = "poor_response"
    NO_OBVIOUS_CAUSE = "no_obvious_cause"


class Verdict(StrEnum):
    """How a criterion stands."""

    MET = "met"
    NOT_MET = "not_met"
    NOT_ENOUGH = "not_enough"


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """The latest diary days that a count looks at, and how many of them are known."""

    period: Period
    known: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CrampDays:
    """The cramp-days of the long window, of those that "often" needs."""

    count: int
    needed: int
    window: Window

    @property
    def met(self) -> bool:
        """Whether there are as many as the rule asks for."""
        return self.count >= self.needed


class Missing(StrEnum):
    """What a cramp lacks, so that a criterion cannot judge it."""

    PAIN = "pain"
    RELIEF = "relief"
    EXERCISE = "exercise"
    HEAT = "heat"


@dataclass(frozen=True, slots=True, kw_only=True)
class Lack:
    """The episodes of the window that lack the same thing."""

    what: Missing
    episodes: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Criterion:
    """One criterion: its verdict, and the count, window and rule behind it.

    `count` of `of` episodes counted (`of` is None for "often"); `needed` is the rule's number of episodes:
    of counted ones for the first two, of judged ones (`of`) for the last two. `evidence` holds the ids of the
    episodes that the verdict rests on, in order. `lasting`: the same part of the rule that is met now was
    also met one window earlier. `cramp_days` belongs to "often" alone, and so does `earlier`: the episodes of
    the window before its short one, in the diary as it stood then. `lacking`: what would have to be added to
    which episodes of the window to judge them too.
    """

    id: CriterionId
    state: Verdict
    lasting: bool
    count: int
    of: int | None
    needed: int
    window: Window
    rule: Rule
    evidence: tuple[str, ...]
    cramp_days: CrampDays | None = None
    earlier: int | None = None
    lacking: tuple[Lack, ...] = ()


def criteria(timeline: Timeline, rules: CriteriaRules) -> tuple[Criterion, ...]:
    """The four criteria as of now, always all, in the article's order; none lowers or raises another.

    The article gives no numbers: those of `rules` are our own defaults, borrowed from trials and pain scales
    (resources/help/statistics.md). A criterion that is not met is `not_enough` where too little is recorded
    to say so.
    Check: see each of the four.
    """
    return (
        severe(timeline, rules.severe),
        frequent(timeline, rules.frequent),
        poor_response(timeline, rules.poor_response),
        no_obvious_cause(timeline, rules.no_obvious_cause),
    )


def severe(timeline: Timeline, rule: SevereRule) -> Criterion:
    """Pain of 7 or more in 2 episodes of 28 days, or 9 or more in one.

    `of`: episodes with a pain. Not enough also where any lacks one, for it could be a 9. Source of the 7:
    Palos and others, J Pain 2006;7:49. Check: 7 and 7 is met, 9 alone is met, 8 alone is not.
    """
    now = timeline.latest_episodes(rule.window_days)
    then = timeline.latest_episodes(rule.window_days, earlier=rule.window_days)
    window = _window(timeline, rule.window_days)
    met = _severe_parts(now, rule)
    lowest = min(rule.pain_at_least, rule.or_one_at)
    return Criterion(
        id=CriterionId.SEVERE,
        state=_verdict(met, window, unclear=any(episode.pain is None for episode in now)),
        lasting=_both(met, _severe_parts(then, rule)),
        count=len(_with_pain(now, rule.pain_at_least)),
        of=len(_with_pain(now, 0)),
        needed=rule.episodes,
        window=window,
        rule=rule,
        evidence=_ids(_with_pain(now, lowest if met[1] else rule.pain_at_least)),
        lacking=_lacks((episode.id, (Missing.PAIN,)) for episode in now if episode.pain is None),
    )


def frequent(timeline: Timeline, rule: FrequentRule) -> Criterion:
    """4 episodes in 14 days, or 5 cramp-days in 28.

    Not enough where under 70 % of the long window is known. The evidence is the episodes of the short window,
    or of the long one where only its cramp-days are enough. Source: Roguin Maor and others, JAMA Intern Med
    2017;177:617 (4 in two weeks); NHANES SLQ160 ("often" begins at 5 a month).
    Check: 3 episodes in 14 days and 5 cramp-days in 28 is met.
    """
    now = timeline.latest_episodes(rule.window_days)
    then = timeline.latest_episodes(rule.window_days, earlier=rule.window_days)
    days = rule.cramp_days_window
    in_days = timeline.latest_episodes(days)
    cramp_days = CrampDays(
        count=_count_days(timeline, in_days), needed=rule.cramp_days, window=_window(timeline, days)
    )
    days_then = _count_days(timeline, timeline.latest_episodes(days, earlier=days))
    met = (len(now) >= rule.episodes, cramp_days.met)
    return Criterion(
        id=CriterionId.FREQUENT,
        state=_verdict(met, cramp_days.window),
        lasting=_both(met, (len(then) >= rule.episodes, days_then >= rule.cramp_days)),
        count=len(now),
        of=None,
        needed=rule.episodes,
        window=_window(timeline, rule.window_days),
        rule=rule,
        evidence=_ids(in_days if met == (False, True) else now),
        cramp_days=cramp_days,
        earlier=len(then),
    )


def poor_response(timeline: Timeline, rule: PoorResponseRule) -> Criterion:
    """Of 3 or more treated episodes in 28 days, half or more eased little or lasted 10 minutes or longer.

    `of`: episodes where something was tried and an effect or a duration is recorded. Source of the 10
    minutes: NHS; Hallegraeff and others, BMC Fam Pract 2017;18:29. Check: 2 of 3 is met, 2 of 2 is not.
    """

    def counts(episode: Episode, _by: datetime) -> bool | None:
        return eased_poorly(episode, rule)

    def lacks(episode: Episode, _by: datetime) -> tuple[Missing, ...]:
        # Where nothing was tried there is nothing to add.
        return () if episode.relief == () else (Missing.RELIEF,)

    return _by_share(timeline, CriterionId.POOR_RESPONSE, rule, counts, lacks)


def no_obvious_cause(timeline: Timeline, rule: NoObviousCauseRule) -> Criterion:
    """Of 3 or more episodes in 28 days that can be judged, half or more had no obvious cause.

    `of`: episodes with a cause or recorded to have none, see `Surroundings.cause`. Source of "during or
    shortly after exercise": Schwellnus, Br J Sports Med 2009;43:401. Check: 2 of 3 is met; three episodes
    whose context is unknown are not enough.
    """

    def around(episode: Episode, by: datetime) -> Surroundings:
        return Surroundings(timeline, diary_day(episode.started, timeline.day_starts_hour), episode, by)

    def lacks_cause(episode: Episode, by: datetime) -> bool | None:
        cause = around(episode, by).cause(rule)
        return None if cause is None else not cause

    def lacks(episode: Episode, by: datetime) -> tuple[Missing, ...]:
        found = around(episode, by)
        asked = ((Missing.EXERCISE, found.hard_exercise(rule)), (Missing.HEAT, found.hot(rule)))
        return tuple(what for what, answer in asked if answer is None)

    return _by_share(timeline, CriterionId.NO_OBVIOUS_CAUSE, rule, lacks_cause, lacks)


def eased_poorly(episode: Episode, rule: PoorResponseRule) -> bool | None:
    """Whether what was tried eased a cramp little or not, or it lasted `rule.minutes` or longer.

    None where nothing was tried, or neither an effect nor a duration is recorded. Check: stretched with
    effect "mostly" for 10 minutes is True, for 9 minutes False.
    """
    effect = best_effect(episode)
    if not episode.relief or (effect is None and episode.duration_s is None):
        return None
    lasted = episode.duration_s is not None and episode.duration_s >= rule.minutes * 60
    return lasted or effect in (Effect.NONE, Effect.LITTLE)


def _by_share(
    timeline: Timeline,
    criterion: CriterionId,
    rule: PoorResponseRule | NoObviousCauseRule,
    counts: Callable[[Episode, datetime], bool | None],
    lacks: Callable[[Episode, datetime], tuple[Missing, ...]],
) -> Criterion:
    def judged(earlier: int) -> list[tuple[Episode, bool]]:
        by = timeline.as_of - timedelta(days=earlier)
        episodes = timeline.latest_episodes(rule.window_days, earlier=earlier)
        answers = ((episode, counts(episode, by)) for episode in episodes)
        return [(episode, answer) for episode, answer in answers if answer is not None]

    def unjudged() -> Iterator[tuple[str, tuple[Missing, ...]]]:
        known = {episode.id for episode, _counted in now}
        for episode in timeline.latest_episodes(rule.window_days):
            if episode.id not in known:
                yield episode.id, lacks(episode, timeline.as_of)

    now, then = judged(0), judged(rule.window_days)
    counted = [episode for episode, counted in now if counted]
    met = (_is_share_met(now, rule),)
    window = _window(timeline, rule.window_days)
    unclear = len(now) < rule.episodes <= timeline.count_episodes(window.period)
    return Criterion(
        id=criterion,
        state=_verdict(met, window, unclear=unclear),
        lasting=_both(met, (_is_share_met(then, rule),)),
        count=len(counted),
        of=len(now),
        needed=rule.episodes,
        window=window,
        rule=rule,
        evidence=_ids(counted),
        lacking=_lacks(unjudged()),
    )


def _is_share_met(
    judged: Sequence[tuple[Episode, bool]], rule: PoorResponseRule | NoObviousCauseRule
) -> bool:
    count = sum(counted for _, counted in judged)
    return len(judged) >= rule.episodes and count / len(judged) >= rule.share


def _severe_parts(episodes: Sequence[Episode], rule: SevereRule) -> tuple[bool, bool]:
    return (
        len(_with_pain(episodes, rule.pain_at_least)) >= rule.episodes,
        bool(_with_pain(episodes, rule.or_one_at)),
    )


def _with_pain(episodes: Sequence[Episode], at_least: int) -> list[Episode]:
    return [episode for episode in episodes if episode.pain is not None and episode.pain >= at_least]


def _count_days(timeline: Timeline, episodes: Sequence[Episode]) -> int:
    return len({diary_day(episode.started, timeline.day_starts_hour) for episode in episodes})


def _window(timeline: Timeline, days: int) -> Window:
    period = timeline.last_days(days)
    return Window(period=period, known=timeline.count_known(period))


def _verdict(met: Sequence[bool], window: Window, *, unclear: bool = False) -> Verdict:
    if any(met):
        return Verdict.MET
    enough = is_mostly_known(window.known, window.period.days) and not unclear
    return Verdict.NOT_MET if enough else Verdict.NOT_ENOUGH


def _both(now: Sequence[bool], then: Sequence[bool]) -> bool:
    """Whether the same part of a rule is met now and was met then."""
    return any(one and other for one, other in zip(now, then, strict=True))


def _lacks(found: Iterable[tuple[str, tuple[Missing, ...]]]) -> tuple[Lack, ...]:
    by_what: dict[Missing, list[str]] = {}
    for key, missing in found:
        for what in missing:
            by_what.setdefault(what, []).append(key)
    return tuple(Lack(what=what, episodes=tuple(by_what[what])) for what in Missing if what in by_what)


def _ids(episodes: Sequence[Episode]) -> tuple[str, ...]:
    return tuple(episode.id for episode in episodes)
