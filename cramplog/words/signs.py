"""Warning signs in words: what can be ticked, how soon it needs care, and what to do.

The wording follows public advice (NHS, CDC/NIOSH, NICE NG127, the Merck Manual) in short plain sentences; the
source of each stands in `resources/help/warning-signs.md`. The program cannot tell what causes a sign, and
says so.
"""

from __future__ import annotations

from cramplog.domain.signs import Tier, WarningSign
from cramplog.i18n import _, language

_NUMBERS = {"US": "911", "CA": "911", "MX": "911", "GB": "999", "AU": "000", "NZ": "111"}
# The states of the European Union and of EFTA.
_WITH_112 = "AT BE BG CH CY CZ DE DK EE ES FI FR GR HR HU IE IS IT LI LT LU LV MT NL NO PL PT RO SE SI SK"


def emergency_number() -> str:
    """The number to call in the reader's country; in words where the country is not known."""
    country = language.territory
    if country and country in _WITH_112.split():
        return "112"
    return _NUMBERS.get(country) or _("your emergency number")


def tier(which: Tier) -> str:
    """How soon somebody should look at it."""
    return {
        Tier.EMERGENCY: _("Get help now."),
        Tier.TODAY: _("Get help today."),
        Tier.DAYS: _("See a doctor in the next days."),
        Tier.VISIT: _("Tell your doctor."),
    }[which]


def cannot_tell() -> str:
    """What stands under each warning."""
    return _("This app cannot tell what is causing this.")


def label(which: WarningSign) -> str:
    """What stands beside the box that can be ticked."""
    return {
        WarningSign.CHEST_PAIN: _("Chest pain or pressure"),
        WarningSign.SHORT_OF_BREATH: _("Hard to breathe, or coughing blood"),
        WarningSign.CONFUSED_OR_FAINTED_IN_HEAT: _("Confused, fainted or very hot skin in the heat"),
        WarningSign.BLADDER_BOWEL_OR_SADDLE_NUMBNESS: _("Bladder or bowel trouble, or numb between the legs"),
        WarningSign.FACE_ARM_SPEECH: _("Face, arm or leg suddenly weak, or trouble speaking"),
        WarningSign.STIFF_JAW_OR_WHOLE_BODY: _("Stiff jaw, or cramps of the whole body"),
        WarningSign.SEVERE_AFTER_INJURY: _("Bad and growing pain after an injury or in a cast"),
        WarningSign.OVER_10_MINUTES: _("A cramp lasted more than 10 minutes"),
        WarningSign.POISON_OR_DIRTY_WOUND: _("Touched something poisonous, or a dirty wound"),
        WarningSign.ONE_LIMB_SWOLLEN_WARM_RED: _("One leg or arm is swollen, warm or red"),
        WarningSign.DARK_URINE: _("Urine as dark as tea or cola"),
        WarningSign.NEW_WEAKNESS_OR_NUMBNESS: _("New weakness, or loss of feeling"),
        WarningSign.HEAVY_FLUID_LOSS: _("Much fluid lost: vomiting, diarrhoea, sweating"),
        WarningSign.HEAT_CRAMPS_OVER_1_HOUR: _("Cramps in the heat for more than an hour"),
        WarningSign.ON_STATIN_NEW_MUSCLE_PAIN: _("On a statin, and the muscle pain is new"),
        WarningSign.PREGNANCY_WARNING: _("Pregnant, with a bad headache, swelling or changed sight"),
        WarningSign.TINGLING_MOUTH_OR_FINGERS: _("Tingling round the mouth or in the fingers"),
        WarningSign.WALKING_STOPS_WITH_REST: _("Comes on walking, stops with rest"),
        WarningSign.AFTER_NEW_MEDICINE: _("Started after a new medicine"),
        WarningSign.HEAVY_ALCOHOL: _("A lot of alcohol on most days"),
        WarningSign.DISTURBS_SLEEP: _("Often disturbs my sleep"),
        WarningSign.MUSCLE_WASTING: _("A muscle is getting thinner or weaker"),
    }[which]


def advice(which: WarningSign) -> str:
    """What to do about it, in one to three short sentences that follow the word of its tier."""
    number = {"number": emergency_number()}
    return {
        WarningSign.CHEST_PAIN: _("Chest pain can be an emergency. Call %(number)s.") % number,
        WarningSign.SHORT_OF_BREATH: _("Trouble breathing can be an emergency. Call %(number)s.") % number,
        WarningSign.CONFUSED_OR_FAINTED_IN_HEAT: _(
            "This can be heat stroke. Call %(number)s. Move to a cool place and cool the body. "
            "Do not give drinks."
        )
        % number,
        WarningSign.BLADDER_BOWEL_OR_SADDLE_NUMBNESS: _("Go to the emergency room."),
        WarningSign.FACE_ARM_SPEECH: _("This can be a stroke. Call %(number)s.") % number,
        WarningSign.STIFF_JAW_OR_WHOLE_BODY: _(
            "Call %(number)s. Tell them about any cut or bite you had lately."
        )
        % number,
        WarningSign.SEVERE_AFTER_INJURY: _("Go to the emergency room."),
        WarningSign.OVER_10_MINUTES: _(
            "This cramp has gone on for more than 10 minutes. Get medical help today."
        ),
        WarningSign.POISON_OR_DIRTY_WOUND: _("Get medical help now. Tell them what you touched."),
        WarningSign.ONE_LIMB_SWOLLEN_WARM_RED: _(
            "A swollen, warm, sore leg needs a check today. It can be a blood clot. Do not rub it."
        ),
        WarningSign.DARK_URINE: _(
            "Dark urine with muscle pain needs a blood test now. Ask about “rhabdo”. "
            "Signs can start days later."
        ),
        WarningSign.NEW_WEAKNESS_OR_NUMBNESS: _("This needs to be checked soon. Call your doctor today."),
        WarningSign.HEAVY_FLUID_LOSS: _("This needs to be checked soon. Call your doctor today."),
        WarningSign.HEAT_CRAMPS_OVER_1_HOUR: _("Get medical help right away."),
        WarningSign.ON_STATIN_NEW_MUSCLE_PAIN: _(
            "Call your doctor or pharmacist today. Ask if you should stop the medicine."
        ),
        WarningSign.PREGNANCY_WARNING: _("Call your midwife or maternity unit now."),
        WarningSign.TINGLING_MOUTH_OR_FINGERS: _(
            "Call your doctor today. If your throat feels tight, or you have a fit, call %(number)s."
        )
        % number,
        WarningSign.WALKING_STOPS_WITH_REST: _("See a doctor in one or two days."),
        WarningSign.AFTER_NEW_MEDICINE: _(
            "Ask your doctor or pharmacist in one or two days. Do not stop the medicine by yourself."
        ),
        WarningSign.HEAVY_ALCOHOL: _("See a doctor in one or two days."),
        WarningSign.DISTURBS_SLEEP: _("Tell your doctor at your next visit, or make one."),
        WarningSign.MUSCLE_WASTING: _("Tell your doctor soon. Say when it began."),
    }[which]
