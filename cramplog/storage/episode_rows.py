"""How an episode becomes the cells of its row, and these an episode again."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from cramplog.domain.episode import Episode, Exercise, Relief
from cramplog.domain.places import Muscle, Place, Side
from cramplog.domain.scales import Circumstance, Effect, Heat, Hydration, Method, MuscleSign, Source
from cramplog.domain.signs import WarningSign
from cramplog.storage import cells
from cramplog.storage.checksum import Cell


def to_row(episode: Episode) -> tuple[Cell, ...]:
    """Its cells, in the order of its table, without the checksum."""
    return (
        episode.id,
        *cells.instant(episode.started),
        episode.zone,
        _places_cell(episode.places),
        episode.duration_s,
        episode.pain,
        cells.word(episode.circumstance),
        cells.truth(episode.woke),
        _words_cell(episode.signs),
        episode.repeats,
        _words_cell(episode.warning_signs),
        cells.word(episode.hydration),
        episode.urine_colour,
        cells.real(episode.fluid_l),
        cells.truth(episode.heavy_sweating),
        cells.word(episode.heat),
        cells.real(episode.air_temp_c),
        cells.real(episode.humidity_pct),
        *_exercise_cells(episode.exercise),
        cells.truth(episode.ill),
        _relief_cell(episode.relief),
        cells.real(episode.soreness_h),
        cells.word(episode.source),
        cells.stamp(episode.created),
        cells.stamp(episode.changed),
    )


# They remember: the same few places and signs stand in thousands of rows.
@lru_cache(maxsize=4096)
def _places_cell(places: tuple[Place, ...]) -> str | None:
    return cells.listed([place.muscle, place.side] for place in places)


@lru_cache(maxsize=4096)
def _words_cell(words: tuple[MuscleSign, ...] | tuple[WarningSign, ...] | None) -> str | None:
    return cells.listed(words)


def _exercise_cells(exercise: Exercise | None) -> tuple[Cell, ...]:
    if exercise is None:
        return (None,) * 6
    return (
        cells.truth(exercise.done),
        exercise.kind,
        cells.real(exercise.minutes),
        cells.real(exercise.exertion),
        cells.truth(exercise.unaccustomed),
        cells.real(exercise.ended_min_before),
    )


def _relief_cell(relief: tuple[Relief, ...] | None) -> str | None:
    if relief is None:
        return None
    return cells.listed([tried.method, tried.effect, tried.minutes] for tried in relief)


def from_row(row: Sequence[Any], note: str) -> Episode:
    """The episode of these cells, whose checksum holds."""
    (
        id_, wall, offset, _utc, zone, places, duration_s, pain, circumstance, woke, signs, repeats,
        warning_signs, hydration, urine_colour, fluid_l, heavy_sweating, heat, air_temp_c, humidity_pct,
        *exercise, ill, relief, soreness_h, source, created, changed,
    ) = row  # fmt: skip
    yes = cells.TRUTHS
    episode: Episode = _episode(
        id_, cells.moment(wall, offset), _places(places), zone, duration_s, pain,
        _circumstances[circumstance], yes[woke], _signs(signs), repeats, _warning_signs(warning_signs),
        _hydrations[hydration], urine_colour, fluid_l, yes[heavy_sweating], _heats[heat], air_temp_c,
        humidity_pct, _exercise(*exercise), yes[ill], _relief(relief), soreness_h, note, _sources[source],
        cells.unstamp(created), cells.unstamp(changed),
    )  # fmt: skip
    return episode


def _exercise(
    done: int | None,
    kind: str | None,
    minutes: float | None,
    exertion: float | None,
    unaccustomed: int | None,
    ended_min_before: float | None,
) -> Exercise | None:
    if done is None:
        return None
    exercise: Exercise = _exercises(
        cells.TRUTHS[done], kind, minutes, exertion, cells.TRUTHS[unaccustomed], ended_min_before
    )
    return exercise


def _tried(words: list[Any]) -> Relief:
    method, effect, minutes = words
    return Relief(method=Method(method), effect=None if effect is None else Effect(effect), minutes=minutes)


_episode = cells.Rebuilder(Episode)
_exercises = cells.Rebuilder(Exercise)
_circumstances = cells.words(Circumstance)
_hydrations = cells.words(Hydration)
_heats = cells.words(Heat)
_sources = cells.words(Source)
_places = cells.unlisted(lambda words: Place(Muscle(words[0]), Side(words[1])))
_signs = cells.unlisted(MuscleSign)
_warning_signs = cells.unlisted(WarningSign)
_relief = cells.unlisted(_tried)
