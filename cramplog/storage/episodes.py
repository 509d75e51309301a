"""The episodes in the diary file."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Any

from sqlalchemy import Connection, select

from cramplog.domain.changes import Kind
from cramplog.domain.episode import Episode, Exercise, Relief
from cramplog.domain.period import Period
from cramplog.domain.places import Muscle, Place, Side
from cramplog.domain.scales import Circumstance, Effect, Heat, Hydration, Method, MuscleSign, Source
from cramplog.domain.signs import WarningSign
from cramplog.storage import cells, tables
from cramplog.storage.checksum import Cell
from cramplog.storage.ledger import Ledger
from cramplog.storage.settings import Settings
from cramplog.storage.shelf import Layout, Shelf, within


class Episodes:
    """Episodes by id; all of them in the order of their UTC start."""

    def __init__(self, connection: Connection, settings: Settings, ledger: Ledger | None = None) -> None:
        self._shelf = Shelf(connection, LAYOUT, ledger)
        self._settings = settings

    def save(self, episode: Episode) -> None:
        """Record the episode, or put it in place of the one with its id."""
        self._shelf.save((episode,))

    def save_all(self, episodes: Iterable[Episode]) -> None:
        """Save many at once."""
        self._shelf.save(episodes)

    def delete(self, *ids: str) -> int:
        """Take episodes out; says how many there were."""
        return self._shelf.delete(ids)

    def get(self, id_: str) -> Episode | None:
        """The episode with this id."""
        return self._shelf.get(id_)

    def all(self) -> tuple[Episode, ...]:
        """Every episode, the oldest first."""
        return self._shelf.all()

    def find(self, period: Period) -> tuple[Episode, ...]:
        """The episodes that began in a period, the oldest first."""
        day_starts_hour = self._settings.get().day_starts_hour
        # The narrow index is searched first, and only what was found is read in full.
        found = select(_columns.id).where(*within(_columns.started_wall, period, day_starts_hour))
        asked = self._shelf.select().where(_columns.id.in_(found))
        return self._shelf.found(asked.order_by(*self._shelf.order()))


def _to_row(episode: Episode) -> tuple[Cell, ...]:
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


def _from_row(row: Sequence[Any], note: str) -> Episode:
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


_columns = tables.episode.c
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

LAYOUT = Layout(
    kind=Kind.EPISODES,
    table=tables.episode,
    notes=tables.episode_note,
    order=("started_utc", "id"),
    to_row=_to_row,
    from_row=_from_row,
    note=lambda episode: episode.note,
)
