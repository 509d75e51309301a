"""What is chosen on the body: places, where both sides of a muscle are one place."""

from __future__ import annotations

from collections.abc import Iterable

from cramplog.domain.places import Place, Side

_PAIR = (Side.LEFT, Side.RIGHT)
_OTHER_SIDE = {Side.LEFT: Side.RIGHT, Side.RIGHT: Side.LEFT}


def is_chosen(places: Iterable[Place], place: Place) -> bool:
    """Whether the shape of `place` lights up."""
    return any(
        one.muscle is place.muscle
        and (one.side is place.side or (one.side is Side.BOTH and place.side in _PAIR))
        for one in places
    )


def toggled(places: Iterable[Place], place: Place) -> tuple[Place, ...]:
    """The places after `place` was clicked. Left and right together become "both"."""
    chosen = tuple(places)
    both = Place(place.muscle, Side.BOTH)
    if place.side not in _PAIR:
        return _without(chosen, place) if place in chosen else (*chosen, place)
    other = Place(place.muscle, _OTHER_SIDE[place.side])
    if both in chosen:
        return tuple(other if one == both else one for one in chosen)
    if place in chosen:
        return _without(chosen, place)
    if other in chosen:
        return tuple(both if one == other else one for one in chosen)
    return (*chosen, place)


def on_both_sides(places: Iterable[Place]) -> tuple[Place, ...]:
    """The same muscles, each on both sides; what lies in the middle stays."""
    made: list[Place] = []
    for place in places:
        place = Place(place.muscle, Side.BOTH) if place.side in _PAIR else place
        if place not in made:
            made.append(place)
    return tuple(made)


def can_be_both(places: Iterable[Place]) -> bool:
    """Whether some chosen muscle has another side that is not chosen yet."""
    return any(place.side in _PAIR for place in places)


def _without(places: tuple[Place, ...], place: Place) -> tuple[Place, ...]:
    return tuple(one for one in places if one != place)
