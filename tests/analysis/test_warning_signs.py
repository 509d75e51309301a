"""Which warning signs are found, how urgent each is, and when it was last seen."""

from __future__ import annotations

from datetime import date

from analysis.by_hand import a_timeline
from making import an_episode, at

from cramplog.analysis.warning_signs import warning_signs
from cramplog.domain.period import Period
from cramplog.domain.signs import Tier, WarningSign

JANUARY = Period.including(date(2026, 1, 1), date(2026, 1, 31))
LATEST_90 = Period.last_days(90, date(2026, 3, 31))


def test_a_cramp_over_ten_minutes_is_a_sign_and_one_of_ten_is_none() -> None:
    ten, over = an_episode(duration_s=600), an_episode(duration_s=601)

    (found,) = warning_signs(a_timeline(ten, over), LATEST_90)

    assert (found.id, found.tier) == (WarningSign.OVER_10_MINUTES, Tier.TODAY)
    assert found.evidence == (over.id,)


def test_the_most_urgent_sign_comes_first() -> None:
    episode = an_episode(
        warning_signs=(WarningSign.DISTURBS_SLEEP, WarningSign.DARK_URINE, WarningSign.CHEST_PAIN)
    )

    found = warning_signs(a_timeline(episode), LATEST_90)

    assert [warning.tier for warning in found] == [Tier.EMERGENCY, Tier.TODAY, Tier.VISIT]


def test_a_sign_names_its_newest_cramp_and_all_of_them() -> None:
    signs = (WarningSign.DARK_URINE,)
    old, new = an_episode("2026-03-02 10:00", warning_signs=signs), an_episode(warning_signs=signs)

    (found,) = warning_signs(a_timeline(new, old), LATEST_90)

    assert found.last == at("2026-03-04 20:00")
    assert found.evidence == (old.id, new.id)


def test_signs_of_an_earlier_period_and_of_the_latest_28_days_are_both_found() -> None:
    january = an_episode("2026-01-10 10:00", warning_signs=(WarningSign.MUSCLE_WASTING,))
    february = an_episode("2026-02-10 10:00", warning_signs=(WarningSign.CHEST_PAIN,))
    march = an_episode("2026-03-10 10:00", warning_signs=(WarningSign.DARK_URINE,))

    found = warning_signs(a_timeline(january, february, march), JANUARY)

    assert [(warning.id, warning.recent) for warning in found] == [
        (WarningSign.DARK_URINE, True),
        (WarningSign.MUSCLE_WASTING, False),
    ]


def test_an_episode_in_both_spans_counts_once() -> None:
    episode = an_episode("2026-03-10 10:00", warning_signs=(WarningSign.DARK_URINE,))

    (found,) = warning_signs(a_timeline(episode), LATEST_90)

    assert found.evidence == (episode.id,)


def test_a_sign_that_is_ticked_and_measured_counts_once() -> None:
    episode = an_episode(warning_signs=(WarningSign.OVER_10_MINUTES,), duration_s=900)

    (found,) = warning_signs(a_timeline(episode), LATEST_90)

    assert found.evidence == (episode.id,)


def test_signs_that_were_not_asked_about_are_not_found() -> None:
    assert warning_signs(a_timeline(an_episode(), an_episode(warning_signs=())), LATEST_90) == ()
