"""What a muscle is called, and where it is."""

from __future__ import annotations

from cramplog.domain.places import Muscle, Place, Side
from cramplog.i18n import _
from cramplog.words.within import within


def muscle(which: Muscle) -> str:
    """The muscle by itself, as in a list: "Calf", "Back of thigh"."""
    return {
        Muscle.CALF: _("Calf"),
        Muscle.HAMSTRING: _("Back of thigh"),
        Muscle.QUADRICEPS: _("Front of thigh"),
        Muscle.FOOT: _("Foot"),
        Muscle.TOES: _("Toes"),
        Muscle.SHIN: _("Shin"),
        Muscle.HIP: _("Hip"),
        Muscle.HAND: _("Hand"),
        Muscle.FINGERS: _("Fingers"),
        Muscle.FOREARM: _("Forearm"),
        Muscle.UPPER_ARM: _("Upper arm"),
        Muscle.SHOULDER: _("Shoulder"),
        Muscle.NECK: _("Neck"),
        Muscle.JAW: _("Jaw"),
        Muscle.CHEST: _("Chest"),
        Muscle.RIBCAGE: _("Ribs"),
        Muscle.ABDOMEN: _("Belly"),
        Muscle.UPPER_BACK: _("Upper back"),
        Muscle.LOWER_BACK: _("Lower back"),
        Muscle.BUTTOCK: _("Buttock"),
        Muscle.OTHER: _("Another muscle"),
    }[which]


def short_muscle(which: Muscle) -> str:
    """The muscle in a narrow column: "Calf", "Back thigh"."""
    short = {
        Muscle.HAMSTRING: _("Back thigh"),
        Muscle.QUADRICEPS: _("Front thigh"),
        Muscle.OTHER: _("Another"),
    }
    return short.get(which) or muscle(which)


def side(which: Side) -> str:
    """The side by itself, as on a button: "Left", "Both"."""
    return {
        Side.LEFT: _("Left"),
        Side.RIGHT: _("Right"),
        Side.BOTH: _("Both"),
        Side.MIDDLE: _("Middle"),
    }[which]


def place(which: Place) -> str:
    """Muscle and side as one would say it: "Left calf", "Back of right thigh", "Both feet"."""
    if which.side is Side.MIDDLE:
        return muscle(which.muscle)
    if which.side is Side.BOTH:
        return _both(which.muscle)
    return (_left if which.side is Side.LEFT else _right)(which.muscle)


def places(which: tuple[Place, ...]) -> str:
    """Several places in one line: "Left calf, right foot"; "Right foot and toes" where both are named."""
    joined = {one.side for one in which if one.muscle is Muscle.FOOT}
    joined &= {one.side for one in which if one.muscle is Muscle.TOES}
    first, *others = [
        _foot_and_toes(one.side) if one.muscle is Muscle.FOOT and one.side in joined else place(one)
        for one in which
        if one.muscle is not Muscle.TOES or one.side not in joined
    ]
    return ", ".join([first, *(within(name) for name in others)])


def _foot_and_toes(side: Side) -> str:
    return {
        Side.LEFT: _("Left foot and toes"),
        Side.RIGHT: _("Right foot and toes"),
        Side.BOTH: _("Both feet and toes"),
        Side.MIDDLE: _("Foot and toes"),
    }[side]


def _left(which: Muscle) -> str:
    return {
        Muscle.CALF: _("Left calf"),
        Muscle.HAMSTRING: _("Back of left thigh"),
        Muscle.QUADRICEPS: _("Front of left thigh"),
        Muscle.FOOT: _("Left foot"),
        Muscle.TOES: _("Toes of left foot"),
        Muscle.SHIN: _("Left shin"),
        Muscle.HIP: _("Left hip"),
        Muscle.HAND: _("Left hand"),
        Muscle.FINGERS: _("Fingers of left hand"),
        Muscle.FOREARM: _("Left forearm"),
        Muscle.UPPER_ARM: _("Left upper arm"),
        Muscle.SHOULDER: _("Left shoulder"),
        Muscle.NECK: _("Left side of neck"),
        Muscle.JAW: _("Left side of jaw"),
        Muscle.CHEST: _("Left side of chest"),
        Muscle.RIBCAGE: _("Left ribs"),
        Muscle.ABDOMEN: _("Left side of belly"),
        Muscle.UPPER_BACK: _("Left side of upper back"),
        Muscle.LOWER_BACK: _("Left side of lower back"),
        Muscle.BUTTOCK: _("Left buttock"),
        Muscle.OTHER: _("Another muscle, left"),
    }[which]


def _right(which: Muscle) -> str:
    return {
        Muscle.CALF: _("Right calf"),
        Muscle.HAMSTRING: _("Back of right thigh"),
        Muscle.QUADRICEPS: _("Front of right thigh"),
        Muscle.FOOT: _("Right foot"),
        Muscle.TOES: _("Toes of right foot"),
        Muscle.SHIN: _("Right shin"),
        Muscle.HIP: _("Right hip"),
        Muscle.HAND: _("Right hand"),
        Muscle.FINGERS: _("Fingers of right hand"),
        Muscle.FOREARM: _("Right forearm"),
        Muscle.UPPER_ARM: _("Right upper arm"),
        Muscle.SHOULDER: _("Right shoulder"),
        Muscle.NECK: _("Right side of neck"),
        Muscle.JAW: _("Right side of jaw"),
        Muscle.CHEST: _("Right side of chest"),
        Muscle.RIBCAGE: _("Right ribs"),
        Muscle.ABDOMEN: _("Right side of belly"),
        Muscle.UPPER_BACK: _("Right side of upper back"),
        Muscle.LOWER_BACK: _("Right side of lower back"),
        Muscle.BUTTOCK: _("Right buttock"),
        Muscle.OTHER: _("Another muscle, right"),
    }[which]


def _both(which: Muscle) -> str:
    return {
        Muscle.CALF: _("Both calves"),
        Muscle.HAMSTRING: _("Back of both thighs"),
        Muscle.QUADRICEPS: _("Front of both thighs"),
        Muscle.FOOT: _("Both feet"),
        Muscle.TOES: _("Toes of both feet"),
        Muscle.SHIN: _("Both shins"),
        Muscle.HIP: _("Both hips"),
        Muscle.HAND: _("Both hands"),
        Muscle.FINGERS: _("Fingers of both hands"),
        Muscle.FOREARM: _("Both forearms"),
        Muscle.UPPER_ARM: _("Both upper arms"),
        Muscle.SHOULDER: _("Both shoulders"),
        Muscle.NECK: _("Both sides of neck"),
        Muscle.JAW: _("Both sides of jaw"),
        Muscle.CHEST: _("Both sides of chest"),
        Muscle.RIBCAGE: _("Ribs on both sides"),
        Muscle.ABDOMEN: _("Both sides of belly"),
        Muscle.UPPER_BACK: _("Both sides of upper back"),
        Muscle.LOWER_BACK: _("Both sides of lower back"),
        Muscle.BUTTOCK: _("Both buttocks"),
        Muscle.OTHER: _("Another muscle, both sides"),
    }[which]
