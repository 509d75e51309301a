"""Makes the diaries that a release leaves behind for the tests of all later ones.

Run once for each schema, with the code of the last release that has it, and never again:

    PYTHONPATH=OLD_TREE python make.py FOLDER SCHEMA

Each diary is a file of that release, compressed, with what it holds as that release exports it.
"""

from __future__ import annotations

import lzma
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

from cramplog.domain.course import Course, CourseKind, DoseChange
from cramplog.domain.day import Day
from cramplog.domain.episode import Episode, Exercise, Relief
from cramplog.domain.person import Person, Sex
from cramplog.domain.places import Muscle, Place, Side
from cramplog.domain.rules import (
    CriteriaRules,
    FrequentRule,
    NoObviousCauseRule,
    PoorResponseRule,
    SevereRule,
)
from cramplog.domain.scales import Circumstance, Effect, Heat, Hydration, Method, MuscleSign, Source
from cramplog.domain.settings import DiarySettings
from cramplog.domain.signs import WarningSign
from cramplog.domain.workout import Workout
from cramplog.exchange import diary_json
from cramplog.storage.diary_file import DiaryFile

MADE = datetime(2026, 11, 22, 18, 0, tzinfo=timezone(timedelta(hours=1)))
LEFT_CALF = Place(Muscle.CALF, Side.LEFT)
AWKWARD = (
    "e\u0301 a\u0308 nicht zusammengesetzt",
    "👩🏽‍⚕️ 🇨🇭 \u200d\ufe0f",
    "\u202eשלום\u202c العربية ١٢٣",
    "zero\u200bwidth, no\u00a0break, \u2028line, \ufeffmark, \U0010fffd last",
    "  spaces before and behind  ",
    "\n\n\ttabs\tand\nlines\n\n",
    "'; DROP TABLE episode; -- \" \\ % _ ? :id",
    '<b>bold</b> <img src="/etc/hostname"> &amp; #set text(red) $x$',
    "=1+1",
    "null",
    "x" * 100_000,
    "ﷺ" * 5_000,
)
YES_AND_NO = (True, False)
USUAL = datetime(2026, 3, 4, 2, 10, tzinfo=timezone(timedelta(hours=1)))


def numbered(kind: int, number: int) -> str:
    """An id that compresses well."""
    return f"00000000-0000-4{kind:03}-8000-{number:012}"


def at_limits() -> Iterator[Episode]:
    """Each field of a cramp at either end of what it may be, then with each of its words."""
    ends: dict[str, tuple[object, ...]] = {
        "started": (
            datetime(1900, 1, 1, tzinfo=timezone(timedelta(minutes=1439))),
            datetime(2199, 12, 31, 23, 59, 59, 999_999, tzinfo=timezone(-timedelta(minutes=1439))),
            # The hour that comes twice, both times; microseconds; the half hour of Lord Howe.
            datetime(2026, 10, 25, 2, 30, tzinfo=timezone(timedelta(hours=2))),
            datetime(2026, 10, 25, 2, 30, tzinfo=timezone(timedelta(hours=1))),
            datetime(2026, 3, 4, 2, 10, 11, 120_000, tzinfo=UTC),
            datetime(2026, 4, 5, 1, 45, tzinfo=timezone(timedelta(hours=10, minutes=30))),
        ),
        "zone": ("Mars/Olympus", "Z" * 64, "Etc/GMT+5"),
        "duration_s": (0, 31 * 24 * 3600),
        "pain": tuple(range(11)),
        "circumstance": tuple(Circumstance),
        "woke": YES_AND_NO,
        "signs": ((), tuple(MuscleSign)),
        "repeats": (0, 1_000),
        "warning_signs": ((), tuple(WarningSign)),
        "hydration": tuple(Hydration),
        "urine_colour": tuple(range(1, 9)),
        "fluid_l": (0.0, -0.0, 50.0, 0.1 + 0.2, 1e-300),
        "heavy_sweating": YES_AND_NO,
        "heat": tuple(Heat),
        "air_temp_c": (-90.0, 90.0, -0.0),
        "humidity_pct": (0.0, 100.0),
        "exercise": (
            Exercise(done=False),
            Exercise(done=True),
            Exercise(done=False, kind="none", minutes=10_080, exertion=10, unaccustomed=True),
            Exercise(done=True, kind="k" * 1_000, minutes=0, exertion=0, ended_min_before=10_080),
        ),
        "ill": YES_AND_NO,
        "relief": (
            (),
            tuple(Relief(method=method, effect=effect) for method in Method for effect in Effect),
            (Relief(method=Method.STRETCH, effect=None, minutes=44_640), Relief(method=Method.STRETCH)),
        ),
        "soreness_h": (0.0, 10_000.0),
        "note": AWKWARD,
        "source": tuple(Source),
        "created": (datetime(1900, 1, 1, tzinfo=UTC), datetime(2199, 12, 31, 23, 59, 59, 1, tzinfo=UTC)),
        "changed": (datetime(2026, 3, 4, 2, 10, 0, 1, tzinfo=timezone(timedelta(minutes=-1439))),),
        "places": (
            tuple(Place(muscle, side) for muscle in Muscle for side in Side),
            (LEFT_CALF, Place(Muscle.CALF, Side.BOTH), Place(Muscle.CALF, Side.RIGHT)),
        ),
    }  # fmt: skip
    number = 0
    for field, values in ends.items():
        for value in values:
            number += 1
            usual = {"started": USUAL, "places": (LEFT_CALF,)}
            yield Episode(**{**usual, "id": numbered(1, number), field: value})


def doubles() -> Iterator[Episode]:
    """The same cramp three times under other ids, as an import of another program's file may have left it."""
    for number in range(3):
        yield Episode(id=numbered(2, number), started=USUAL, places=(LEFT_CALF,), pain=5, note="three times")


def days_at_limits() -> Iterator[Day]:
    """Check-ins: of days with cramps, of the first and the last day there is, with each field at its ends."""
    ends: dict[str, tuple[object, ...]] = {
        "cramp_free": YES_AND_NO,
        "hydration": tuple(Hydration),
        "urine_colour": (1, 8),
        "fluid_l": (0.0, 50.0),
        "heat": tuple(Heat),
        "air_temp_c": (-90.0, 90.0),
        "humidity_pct": (0.0, 100.0),
        "exercised": YES_AND_NO,
        "hardest_exertion": (0.0, 10.0),
        "exercise_minutes": (0.0, 1_500.0),
        "unaccustomed": YES_AND_NO,
        "stretched": YES_AND_NO,
        "alcohol": YES_AND_NO,
        "ill": YES_AND_NO,
        "sleep_disturbance": tuple(range(11)),
        "weight_kg": (0.2, 700.0),
        "note": AWKWARD,
    }
    yield Day(date=date(1900, 1, 1))
    yield Day(date=date(2199, 12, 31), cramp_free=False)
    # Cramp-free, although there is a cramp; and not exercised, although there is how hard it was.
    yield Day(date=date(2026, 3, 3), cramp_free=True, exercised=False, hardest_exertion=9, exercise_minutes=5)
    day = date(2027, 1, 1)
    for field, values in ends.items():
        for value in values:
            day += timedelta(days=1)
            yield Day(**{"date": day, field: value})


def workouts_at_limits() -> Iterator[Workout]:
    """Sessions: the same file twice, more active than elapsed, a mean above the highest heart rate."""
    start = datetime(2026, 3, 3, 17, 30, tzinfo=timezone(timedelta(hours=-5)))
    odd: tuple[dict[str, Any], ...] = (
        {"file_sha256": "a" * 64},
        {"file_sha256": "a" * 64},
        {"elapsed_s": 0, "active_s": 31 * 24 * 3600, "distance_m": 10_000_000},
        {"mean_heart_rate": 300, "max_heart_rate": 0, "exertion": 10},
        {"device_temp_c": -90, "air_temp_c": 90, "humidity_pct": 100},
        {"sport": "s" * 1_000, "zone": "Mars/Olympus"},
    )
    for number, values in enumerate((*odd, *({"note": note} for note in AWKWARD))):
        yield Workout(id=numbered(3, number), started=start, **values)


def courses_at_limits() -> Iterator[Course]:
    """Courses: of one day, of all time, with doses before their start, out of order and on one day."""
    first, last = date(1900, 1, 1), date(2199, 12, 31)
    change = DoseChange(from_date=date(2026, 2, 1), dose="d" * 1_000)
    odd: tuple[dict[str, Any], ...] = (
        {},
        {"started": first, "ended": last},
        {"started": last, "ended": last},
        {"ended": first},
        {"started": last, "doses": (change, DoseChange(from_date=first, dose="1"), change)},
        {"doses": ()},
        {"dose": "d" * 1_000},
        *({"kind": kind} for kind in CourseKind),
    )
    for number, values in enumerate((*odd, *({"note": note} for note in AWKWARD))):
        name = {"name": "n" * 1_000} if number == 0 else {"name": "Magnesium"}
        yield Course(**{"id": numbered(4, number), "kind": CourseKind.MEDICINE, **name, **values})


def a_person() -> Person:
    """Somebody about whom everything is extreme."""
    return Person(
        name="N" * 1_000,
        birth_date=date(1900, 1, 1),
        sex=Sex.OTHER,
        height_cm=300,
        weight_kg=0.2,
        pregnant=False,
        conditions=("diabetes", "Diabetes", "c" * 1_000, "足つり"),
        note=AWKWARD[0],
    )


def odd_settings() -> DiarySettings:
    """Rules at the ends of what they may be."""
    return DiarySettings(
        day_starts_hour=12,
        criteria=CriteriaRules(
            severe=SevereRule(pain_at_least=10, episodes=100, or_one_at=1, window_days=366),
            frequent=FrequentRule(episodes=1, window_days=7, cramp_days=366, cramp_days_window=7),
            poor_response=PoorResponseRule(minutes=0.1 + 0.9, episodes=1, share=0.05, window_days=7),
            no_obvious_cause=NoObviousCauseRule(
                exertion=0.5, minutes_before=0, heat_index_f=140, episodes=100, share=1, window_days=366
            ),
        ),
    )


def dirty(diary: DiaryFile) -> None:
    """Every field at its limits, awkward text, and records that are allowed but odd."""
    with diary.write() as stores:
        stores.person.save(a_person())
        stores.settings.save(odd_settings())
        stores.episodes.save_all((*at_limits(), *doubles()))
        stores.days.save_all(days_at_limits())
        stores.workouts.save_all(workouts_at_limits())
        stores.courses.save_all(courses_at_limits())
        # Since schema 2.
        if hasattr(stores, "trash"):
            beside(stores)


def beside(stores: Any) -> None:
    """Unfinished forms, a running timer, and what was deleted of each kind."""
    from cramplog.domain.changes import Kind
    from cramplog.domain.draft import EpisodeDraft
    from cramplog.domain.timer import RunningTimer

    for number, note in enumerate(AWKWARD):
        stores.drafts.save(EpisodeDraft(id=numbered(8, number), note=note), now=MADE)
    stores.timer.save(RunningTimer(started=USUAL, zone="Mars/Olympus", places=()))
    deleted = (
        *((Kind.EPISODES, it.id, it) for it in at_limits()),
        *((Kind.DAYS, it.date.isoformat(), it) for it in days_at_limits()),
        *((Kind.WORKOUTS, it.id, it) for it in workouts_at_limits()),
        *((Kind.COURSES, it.id, it) for it in courses_at_limits()),
    )
    for kind, key, record in deleted:
        stores.trash.put(kind, key, record, now=MADE)


def many(diary: DiaryFile) -> None:
    """10,000 entries: eleven years of days, with a cramp on two of three."""
    start = datetime(2015, 11, 22, 2, 10, tzinfo=timezone(timedelta(hours=1)))
    with diary.write() as stores:
        stores.days.save_all(
            Day(
                date=start.date() + timedelta(days=number),
                cramp_free=number % 3 == 0,
                alcohol=number % 7 == 0,
            )
            for number in range(4_000)
        )
        stores.episodes.save_all(
            Episode(
                id=numbered(5, number),
                started=start + timedelta(days=number * 3 // 4, hours=number % 2),
                places=(LEFT_CALF,),
                pain=number % 11,
                note="like stone" if number % 10 == 0 else "",
            )
            for number in range(5_000)
        )
        stores.workouts.save_all(
            Workout(id=numbered(6, number), started=start + timedelta(days=4 * number), sport="running")
            for number in range(990)
        )
        stores.courses.save_all(
            Course(id=numbered(7, number), kind=CourseKind.SUPPLEMENT, name=f"Magnesium {number}")
            for number in range(10)
        )


def empty(_diary: DiaryFile) -> None:
    """Nothing yet."""


KINDS: dict[str, Callable[[DiaryFile], None]] = {"empty": empty, "dirty": dirty, "many": many}


def main() -> None:
    """Make each kind in the folder named first, for the schema named second."""
    folder, schema = Path(sys.argv[1]), sys.argv[2]
    for kind, fill in KINDS.items():
        path = folder / f"schema_{schema}_{kind}.db"
        with DiaryFile.create(path, app="cramplog 1.0.0.dev1") as diary:
            fill(diary)
            text = diary_json.write(diary.contents(), exported=MADE, app="cramplog 1.0.0.dev1")
        for name, content in ((path, path.read_bytes()), (path.with_suffix(".json"), text.encode())):
            compressed = lzma.compress(content, preset=9 | lzma.PRESET_EXTREME)
            name.with_name(name.name + ".xz").write_bytes(compressed)
        path.unlink()


if __name__ == "__main__":
    main()
