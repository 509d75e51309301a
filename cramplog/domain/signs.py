"""Warning signs: what needs care soon whatever the counts are, and how soon.

Ids and tiers: the exchange format; sources of each sign stand with its wording in `words`.
"""

from __future__ import annotations

from enum import StrEnum


class Tier(StrEnum):
    """How soon somebody should look at it, the most urgent first."""

    EMERGENCY = "emergency"
    TODAY = "today"
    DAYS = "days"
    VISIT = "visit"


class WarningSign(StrEnum):
    """Every sign that can be ticked, and the one that the duration says."""

    CHEST_PAIN = "chest_pain"
    SHORT_OF_BREATH = "short_of_breath"
    CONFUSED_OR_FAINTED_IN_HEAT = "confused_or_fainted_in_heat"
    BLADDER_BOWEL_OR_SADDLE_NUMBNESS = "bladder_bowel_or_saddle_numbness"
    FACE_ARM_SPEECH = "face_arm_speech"
    STIFF_JAW_OR_WHOLE_BODY = "stiff_jaw_or_whole_body"
    SEVERE_AFTER_INJURY = "severe_after_injury"
    OVER_10_MINUTES = "over_10_minutes"
    POISON_OR_DIRTY_WOUND = "poison_or_dirty_wound"
    ONE_LIMB_SWOLLEN_WARM_RED = "one_limb_swollen_warm_red"
    DARK_URINE = "dark_urine"
    NEW_WEAKNESS_OR_NUMBNESS = "new_weakness_or_numbness"
    HEAVY_FLUID_LOSS = "heavy_fluid_loss"
    HEAT_CRAMPS_OVER_1_HOUR = "heat_cramps_over_1_hour"
    ON_STATIN_NEW_MUSCLE_PAIN = "on_statin_new_muscle_pain"
    PREGNANCY_WARNING = "pregnancy_warning"
    TINGLING_MOUTH_OR_FINGERS = "tingling_mouth_or_fingers"
    WALKING_STOPS_WITH_REST = "walking_stops_with_rest"
    AFTER_NEW_MEDICINE = "after_new_medicine"
    HEAVY_ALCOHOL = "heavy_alcohol"
    DISTURBS_SLEEP = "disturbs_sleep"
    MUSCLE_WASTING = "muscle_wasting"

    @property
    def tier(self) -> Tier:
        """How soon somebody should look at this sign."""
        return _TIERS[self]


_FIRST_OF_TIER = {
    WarningSign.CHEST_PAIN: Tier.EMERGENCY,
    WarningSign.OVER_10_MINUTES: Tier.TODAY,
    WarningSign.WALKING_STOPS_WITH_REST: Tier.DAYS,
    WarningSign.DISTURBS_SLEEP: Tier.VISIT,
}


def _tiers() -> dict[WarningSign, Tier]:
    tiers, tier = {}, Tier.EMERGENCY
    for sign in WarningSign:
        tier = _FIRST_OF_TIER.get(sign, tier)
        tiers[sign] = tier
    return tiers


_TIERS = _tiers()
