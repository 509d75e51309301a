"""Several places in one line, as one would say them."""

from __future__ import annotations

from cramplog.domain.places import Muscle, Place, Side
from cramplog.words.places import places

LEFT_CALF = Place(Muscle.CALF, Side.LEFT)
RIGHT_FOOT, LEFT_FOOT = Place(Muscle.FOOT, Side.RIGHT), Place(Muscle.FOOT, Side.LEFT)
RIGHT_TOES = Place(Muscle.TOES, Side.RIGHT)


def test_a_foot_and_its_toes_are_said_in_one() -> None:
    assert places((RIGHT_FOOT, RIGHT_TOES)) == "Right foot and toes"
    assert places((RIGHT_TOES, LEFT_CALF, RIGHT_FOOT)) == "Left calf, right foot and toes"


def test_the_toes_of_another_foot_stand_by_themselves() -> None:
    assert places((LEFT_FOOT, RIGHT_TOES)) == "Left foot, toes of right foot"
    assert places((RIGHT_TOES,)) == "Toes of right foot"
