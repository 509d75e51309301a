"""What is typed into the real forms is what is stored, shown again and exported, for every field.

What nobody answered is None in the diary, empty in the form and null in the file: never "no".
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import fields, replace
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from pathlib import Path
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

import pytest
from desk import NOW, Desk, HandClock
from hypothesis import given, settings
from hypothesis import strategies as st
from making import an_id, at
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from strategies import listed, maybe, places

from cramplog.domain.course import Course, CourseKind, DoseChange
from cramplog.domain.day import Day
from cramplog.domain.draft import EpisodeDraft
from cramplog.domain.episode import Episode, Exercise, Relief
from cramplog.domain.scales import Circumstance, Effect, Heat, Hydration, Method, MuscleSign, Source
from cramplog.domain.signs import WarningSign
from cramplog.domain.workout import Workout
from cramplog.exchange import diary_json
from cramplog.gui.pages.course_editor import CourseEditor
from cramplog.gui.pages.courses import CoursesPage
from cramplog.gui.pages.date_field import DateField
from cramplog.gui.pages.day_card import DayCard
from cramplog.gui.pages.form import FormPage
from cramplog.gui.pages.form_number import NumberField
from cramplog.gui.pages.form_when import WhenPart
from cramplog.gui.pages.inputs import enter
from cramplog.gui.pages.log import LogPage
from cramplog.gui.pages.workout_editor import WorkoutEditor
from cramplog.gui.pages.workouts import WorkoutsPage
from cramplog.gui.theme.theme import Theme
from cramplog.gui.widgets.choice_row import ChoiceRow
from cramplog.words import typed

S = TypeVar("S", bound=StrEnum)

HERE = "Europe/Berlin"
TODAY = date(2026, 9, 11)
FEW, MANY = 8, 300
ODD_LINES = ("<b>x</b> & =1+1", "足つり 😖", "#set $x$")


@pytest.fixture
def desk(tmp_path: Path, theme: Theme, qtbot: QtBot) -> Iterator[Desk]:
    """A desk with an empty diary."""
    made = Desk(tmp_path, theme, qtbot, clock=HandClock(at(NOW)))
    yield made
    made.close()


def typed_numbers(low: int, high: int) -> st.SearchStrategy[float]:
    """Numbers as a person types them, with two decimals at most; often an end, or 0, which is not None."""
    edges = st.sampled_from(sorted({low, max(low, 0), high})).map(float)
    return edges | st.integers(low * 100, high * 100).map(lambda cents: cents / 100)


def texts() -> st.SearchStrategy[str]:
    """Lines that say something, in any script, and what breaks programs."""
    signs = st.characters(categories=["L", "N", "P", "S"])
    return st.text(signs, min_size=1, max_size=20) | st.sampled_from(
        ["<b>x</b> & =1+1", "足つり 😖", "#set $x$"]
    )


def notes() -> st.SearchStrategy[str]:
    """Some lines."""
    return st.just("") | st.lists(texts(), min_size=1, max_size=3).map("\n".join)


def zones() -> st.SearchStrategy[str]:
    """Mostly at home, sometimes away."""
    return st.sampled_from([HERE, HERE, "America/New_York", "Asia/Kathmandu"])


def past_moments(zone: str) -> st.SearchStrategy[datetime]:
    """Minutes of this year up to now, on the clocks of a zone."""
    first, now = datetime(2026, 1, 1, 12, tzinfo=UTC), at(NOW)
    minutes = int((now - first).total_seconds() // 60)
    return st.integers(0, minutes).map(
        lambda after: _fixed((first + timedelta(minutes=after)).astimezone(ZoneInfo(zone)))
    )


def _fixed(moment: datetime) -> datetime:
    """The same wall time with its offset alone, as the diary keeps it."""
    return datetime.fromisoformat(moment.isoformat())


def exercises() -> st.SearchStrategy[Exercise]:
    did = st.builds(
        Exercise,
        done=st.just(True),
        kind=maybe(texts()),
        minutes=maybe(typed_numbers(0, 10_080)),
        exertion=maybe(st.integers(0, 10).map(float)),
        unaccustomed=maybe(st.booleans()),
        ended_min_before=maybe(typed_numbers(0, 10_080)),
    )
    return did | st.just(Exercise(done=False))


def reliefs() -> st.SearchStrategy[tuple[Relief, ...]]:
    tried = st.builds(
        Relief,
        method=st.sampled_from(Method),
        effect=maybe(st.sampled_from(Effect)),
        minutes=maybe(typed_numbers(0, 44_640)),
    )
    return st.lists(tried, max_size=3, unique_by=lambda one: one.method).map(tuple)


def episodes() -> st.SearchStrategy[Episode]:
    """Cramps as they can be typed in."""
    return zones().flatmap(episodes_of)


def episodes_of(zone: str) -> st.SearchStrategy[Episode]:
    return st.builds(
        Episode,
        id=st.uuids().map(str),
        started=past_moments(zone),
        places=places(),
        zone=st.just(zone),
        duration_s=maybe(st.integers(1, 86_400)),
        pain=maybe(st.integers(0, 10)),
        circumstance=maybe(st.sampled_from(Circumstance)),
        woke=maybe(st.booleans()),
        signs=maybe(listed(MuscleSign)),
        repeats=maybe(st.integers(0, 1_000)),
        warning_signs=maybe(listed(WarningSign, max_size=4)),
        hydration=maybe(st.sampled_from(Hydration)),
        urine_colour=maybe(st.integers(1, 8)),
        fluid_l=maybe(typed_numbers(0, 50)),
        heavy_sweating=maybe(st.booleans()),
        heat=maybe(st.sampled_from(Heat)),
        air_temp_c=maybe(typed_numbers(-90, 90)),
        humidity_pct=maybe(typed_numbers(0, 100)),
        exercise=maybe(exercises()),
        ill=maybe(st.booleans()),
        relief=maybe(reliefs()),
        soreness_h=maybe(typed_numbers(0, 10_000)),
        note=notes(),
        source=st.just(Source.TYPED),
    )


def choose(row: ChoiceRow, key: object) -> None:
    """Click an answer, where there is one."""
    if key is not None:
        row.button(_key(key)).click()


def _key(value: object) -> str:
    return {True: "yes", False: "no"}[value] if isinstance(value, bool) else str(value)


def number(field: NumberField, value: float | None) -> None:
    """Type a number, where there is one."""
    if value is not None:
        enter(field.line, as_typed(value))


def as_typed(value: float) -> str:
    """A number as a person writes it."""
    return str(int(value)) if value == int(value) else repr(value)


def type_episode(form: FormPage, told: Episode) -> None:
    """Enter all of it as a person would; what is None is not touched."""
    ask = form.questions
    form.where.map.changed.emit(told.places)
    type_when(ask.when, told.zone, told.started, told.duration_s)
    if told.pain is not None:
        ask.pain.square(told.pain).click()
    choose(ask.circumstance.circumstance, told.circumstance)
    choose(ask.circumstance.woke, told.woke)
    choose(ask.water.hydration, told.hydration)
    if told.urine_colour is not None:
        ask.water.urine.square(told.urine_colour).click()
    choose(ask.water.sweating, told.heavy_sweating)
    choose(ask.water.heat, told.heat)
    choose(ask.water.ill, told.ill)
    for field, value in (
        (ask.water.fluid, told.fluid_l),
        (ask.water.temperature, told.air_temp_c),
        (ask.water.humidity, told.humidity_pct),
        (ask.after.repeats, told.repeats),
        (ask.after.soreness, told.soreness_h),
    ):
        number(field, value)
    type_exercise(form, told.exercise)
    type_relief(form, told.relief)
    for sign in told.signs or ():
        ask.look.signs.button(sign).click()
    if told.signs == ():
        ask.look.signs.button("none").click()
    for warning in told.warning_signs or ():
        ask.signs.box(warning).click()
    if told.warning_signs == ():
        ask.signs.none.click()
    ask.note.note.setPlainText(told.note)


def type_when(when: WhenPart, zone: str | None, started: datetime, seconds: int | None) -> None:
    """A time, where it was if not at home, and a length."""
    if zone is not None and zone != HERE:
        when.zone.enter(zone)
    enter(when.time_line, f"{started:%d.%m.%Y %H:%M}")
    if seconds is not None:
        enter(when.length_line, f"{seconds} s")


def type_exercise(form: FormPage, told: Exercise | None) -> None:
    ask = form.questions.exercise
    if told is None:
        return
    choose(ask.done, told.done)
    if told.kind is not None:
        enter(ask.kind_line, told.kind)
    number(ask.minutes, told.minutes)
    number(ask.ended, told.ended_min_before)
    choose(ask.exertion, None if told.exertion is None else int(told.exertion))
    choose(ask.unaccustomed, told.unaccustomed)


def type_relief(form: FormPage, told: tuple[Relief, ...] | None) -> None:
    ask = form.questions.relief
    if told == ():
        ask.nothing.click()
    ask.more.click()
    for one in told or ():
        ask.offer(one.method).click()
        row = ask.rows()[-1]
        choose(row.effect, one.effect)
        number(row.minutes, one.minutes)


def exported(desk: Desk, kind: str, **known_by: str) -> dict[str, Any]:
    """One record of the exported file."""
    text = diary_json.write(desk.contents(), exported=desk.clock.now(), app="test")
    name, value = next(iter(known_by.items()))
    return next(record for record in json.loads(text)[kind] if record[name] == value)


def plain(value: Any) -> Any:
    """A field as the exchange format has it, written out by the contract and not by the exporter."""
    match value:
        case datetime() | date():
            return value.isoformat()
        case Exercise() | Relief():
            return {one.name: plain(getattr(value, one.name)) for one in fields(value)}
        case DoseChange():
            return {"from": value.from_date.isoformat(), "dose": value.dose}
        case tuple():
            return [plain(one) for one in value]
        case bool() | int() | float() | None:
            return value
        case str():
            return str(value)
    return {"muscle": str(value.muscle), "side": str(value.side)}


def check_export(record: object, written: dict[str, Any]) -> None:
    """Each field stands in the file as it is; what is not recorded is absent or null there."""
    for field in fields(record):  # type: ignore[arg-type]
        told, found = plain(getattr(record, field.name)), written.get(field.name)
        if isinstance(told, dict) or (isinstance(told, list) and told and isinstance(told[0], dict)):
            told, found = _without_none(told), _without_none(found)
        assert found == told, field.name


def _without_none(value: Any) -> Any:
    if isinstance(value, list):
        return [_without_none(one) for one in value]
    return {name: one for name, one in value.items() if one is not None} if isinstance(value, dict) else value


def try_episodes(desk: Desk, examples: int) -> None:
    form = desk.show(FormPage(desk.given))

    @settings(max_examples=examples, deadline=None)
    @given(episodes())
    def it_is_what_is_stored(told: Episode) -> None:
        form.edit(EpisodeDraft(id=told.id, zone=HERE, source=Source.TYPED))
        type_episode(form, told)
        form.keep_now()
        desk.wait()
        assert form.keeper.is_settled
        stored = next(one for one in desk.contents().episodes if one.id == told.id)
        # Shown again: what the form reads out of its own fields is the same cramp.
        form.edit(EpisodeDraft(id=an_id(), zone=HERE, source=Source.TYPED))
        form.edit(EpisodeDraft.of(stored))
        type_episode_again(form, stored)

        # Signs are kept in their own order, whatever was ticked first.
        in_order = (
            None if told.warning_signs is None else tuple(s for s in WarningSign if s in told.warning_signs)
        )
        looked = None if told.signs is None else tuple(s for s in MuscleSign if s in told.signs)
        expected = replace(told, warning_signs=in_order, signs=looked)
        assert replace(stored, created=None, changed=None) == expected
        assert shown(form, expected)
        check_export(stored, exported(desk, "episodes", id=told.id))

    it_is_what_is_stored()


def in_order(kind: type[S], told: tuple[S, ...] | None) -> tuple[S, ...] | None:
    return None if told is None else tuple(one for one in kind if one in told)


def type_episode_again(form: FormPage, stored: Episode) -> None:
    """Leaving every field as it is says nothing new."""
    for line in (form.questions.when.time_line, form.questions.when.length_line):
        line.editingFinished.emit()
    assert not form.keeper.is_touched, stored


def shown(form: FormPage, told: Episode) -> bool:
    """What stands in the fields of the form, against what was told."""
    ask = form.questions
    choices = (
        (ask.circumstance.circumstance, told.circumstance),
        (ask.circumstance.woke, told.woke),
        (ask.water.hydration, told.hydration),
        (ask.water.sweating, told.heavy_sweating),
        (ask.water.heat, told.heat),
        (ask.water.ill, told.ill),
        (ask.exercise.done, told.exercise.done if told.exercise else None),
    )
    for row, value in choices:
        assert row.value() == (None if value is None else _key(value)), row.accessibleName()
    numbers = (
        (ask.water.fluid, told.fluid_l),
        (ask.water.temperature, told.air_temp_c),
        (ask.water.humidity, told.humidity_pct),
        (ask.after.repeats, told.repeats),
        (ask.after.soreness, told.soreness_h),
    )
    for field, value in numbers:
        shows_number(field, value)
    assert ask.pain.value() == told.pain
    assert ask.water.urine.value() == told.urine_colour
    assert ask.look.signs.values() == (None if told.signs is None else tuple(map(str, told.signs)))
    assert ask.signs.none.isChecked() == (told.warning_signs == ())
    ticked = tuple(sign for sign in WarningSign if ask.signs.box(sign).isChecked())
    assert ticked == (told.warning_signs or ())
    shows_exercise(form, told.exercise)
    assert [row.relief().method for row in ask.relief.rows()] == [one.method for one in told.relief or ()]
    for row, one in zip(ask.relief.rows(), told.relief or (), strict=True):
        assert row.effect.value() == one.effect
        shows_number(row.minutes, one.minutes)
    assert ask.relief.nothing.isChecked() == (told.relief == ())
    assert ask.note.note.toPlainText() == told.note
    assert form.where.map.places() == told.places
    return shows_when(ask.when, told.zone, told.started, told.duration_s)


def shows_number(field: NumberField, value: float | None) -> None:
    """The number stands in the field as a person writes it; nothing stands there for what nobody said."""
    assert field.line.text() == ("" if value is None else as_typed(value)), field.line.accessibleName()


def shows_when(when: WhenPart, zone: str | None, started: datetime, seconds: int | None) -> bool:
    """The time, the zone where it is another than that of this computer, and the length."""
    assert when.zone.line.text() == zone
    assert when.zone.isVisibleTo(when) == (zone != HERE)
    assert typed.moment(when.time_line.text(), now=at(NOW), zone=ZoneInfo(zone or HERE)) == (started,)
    text = when.length_line.text()
    return text == "" if seconds is None else typed.duration(text) == seconds


def shows_exercise(form: FormPage, told: Exercise | None) -> None:
    ask, details = form.questions.exercise, told or Exercise(done=False)
    assert ask.kind_line.text() == (details.kind or "")
    shows_number(ask.minutes, details.minutes)
    shows_number(ask.ended, details.ended_min_before)
    assert ask.exertion.value() == (None if details.exertion is None else str(int(details.exertion)))
    unaccustomed = details.unaccustomed
    assert ask.unaccustomed.value() == (None if unaccustomed is None else _key(unaccustomed))


def days() -> st.SearchStrategy[Day]:
    """What today's card can say."""
    return st.builds(
        Day,
        date=st.just(TODAY),
        cramp_free=maybe(st.just(True)),
        hydration=maybe(st.sampled_from(Hydration)),
        urine_colour=maybe(st.integers(1, 8)),
        heat=maybe(st.sampled_from(Heat)),
        fluid_l=maybe(typed_numbers(0, 50)),
        air_temp_c=maybe(typed_numbers(-90, 90)),
        humidity_pct=maybe(typed_numbers(0, 100)),
        weight_kg=maybe(typed_numbers(1, 700)),
        exercise_minutes=maybe(typed_numbers(0, 1_500)),
        unaccustomed=maybe(st.booleans()),
        stretched=maybe(st.booleans()),
        alcohol=maybe(st.booleans()),
        ill=maybe(st.booleans()),
        note=notes(),
    )


def try_days(desk: Desk, examples: int) -> None:
    assert isinstance(desk.clock, HandClock)
    clock, page = desk.clock, desk.show(LogPage(desk.given))
    again = LogPage(desk.given)
    again.setParent(desk.window, Qt.WindowType.Window)
    again.hide()

    @settings(max_examples=examples, deadline=None)
    @given(days(), maybe(st.integers(0, 10)), maybe(st.sampled_from([0, 2, 3, 5, 7])))
    def it_is_what_is_stored(told: Day, slept: int | None, exertion: int | None) -> None:
        # A day of its own, and one that nothing is known of before it, for the sleep.
        clock.go_on(2 * 24 * 3_600)
        page.reload()
        desk.wait()
        today = clock.now().date()
        type_day(page, told, slept, exertion)
        page.keep_now()
        desk.wait()

        done = {None: None, 0: False}.get(exertion, True)
        expected = replace(told, date=today, exercised=done, hardest_exertion=exertion)
        night = Day(date=today - timedelta(days=1), sleep_disturbance=slept)
        kept = {day.date: day for day in desk.contents().days}
        for day in (expected, night):
            assert kept.get(day.date, Day(date=day.date)) == day
            if day.date in kept:
                check_export(day, exported(desk, "days", date=day.date.isoformat()))
        # Shown again on a card that was never typed into.
        again.show()
        desk.wait()
        shows_day(again.day, expected, slept)
        assert (again.free.why_not_today() != "") == bool(told.cramp_free)
        again.hide()

    it_is_what_is_stored()


def type_day(page: LogPage, told: Day, slept: int | None, exertion: int | None) -> None:
    """Answer all of today's card as a person would; what is None is not touched."""
    card = page.day
    if told.cramp_free:
        page.free.none_today.click()
    choose(card.exercise, exertion)
    choose(card.water, told.hydration)
    if told.urine_colour is not None:
        card.urine.square(told.urine_colour).click()
    choose(card.heat, told.heat)
    choose(card.stretched, told.stretched)
    choose(card.alcohol, told.alcohol)
    choose(card.ill, told.ill)
    choose(card.more.unaccustomed, told.unaccustomed)
    choose(card.sleep, slept)
    for name, field in (
        ("fluid_l", card.more.fluid),
        ("air_temp_c", card.more.temperature),
        ("humidity_pct", card.more.humidity),
        ("weight_kg", card.more.weight),
        ("exercise_minutes", card.more.minutes),
    ):
        number(field, getattr(told, name))
    card.more.note_text.setPlainText(told.note)


def shows_day(card: DayCard, told: Day, slept: int | None) -> None:
    """What stands on the card of a day, against what was told."""
    choices = (
        (card.water, told.hydration),
        (card.heat, told.heat),
        (card.exercise, None if told.hardest_exertion is None else int(told.hardest_exertion)),
        (card.stretched, told.stretched),
        (card.alcohol, told.alcohol),
        (card.ill, told.ill),
        (card.more.unaccustomed, told.unaccustomed),
        (card.sleep, slept),
    )
    for row, value in choices:
        assert row.value() == (None if value is None else _key(value)), row.accessibleName()
    assert card.urine.value() == told.urine_colour
    for field, number_told in (
        (card.more.fluid, told.fluid_l),
        (card.more.temperature, told.air_temp_c),
        (card.more.humidity, told.humidity_pct),
        (card.more.weight, told.weight_kg),
        (card.more.minutes, told.exercise_minutes),
    ):
        shows_number(field, number_told)
    assert card.more.note_text.toPlainText() == told.note


def workouts() -> st.SearchStrategy[Workout]:
    """Exercise sessions as they can be typed in."""
    return zones().flatmap(workouts_of)


def workouts_of(zone: str) -> st.SearchStrategy[Workout]:
    return st.builds(
        Workout,
        id=st.uuids().map(str),
        started=past_moments(zone),
        zone=st.just(zone),
        sport=maybe(texts()),
        elapsed_s=maybe(st.integers(1, 86_400)),
        active_s=maybe(st.integers(1, 1_000).map(lambda minutes: minutes * 60)),
        distance_m=maybe(st.integers(0, 100_000)),
        exertion=maybe(st.integers(0, 10).map(float)),
        mean_heart_rate=maybe(st.integers(0, 300)),
        max_heart_rate=maybe(st.integers(0, 300)),
        device_temp_c=maybe(typed_numbers(-90, 90)),
        air_temp_c=maybe(typed_numbers(-90, 90)),
        humidity_pct=maybe(typed_numbers(0, 100)),
        note=notes(),
    )


def try_workouts(desk: Desk, examples: int) -> None:
    page = desk.show(WorkoutsPage(desk.given))
    editor = page.editor

    @settings(max_examples=examples, deadline=None)
    @given(workouts())
    def it_is_what_is_stored(told: Workout) -> None:
        before = {one.id for one in desk.contents().workouts}
        if told.sport is not None:
            enter(editor.sport_line, told.sport)
        type_when(editor.when, told.zone, told.started, told.elapsed_s)
        choose(editor.exertion, None if told.exertion is None else int(told.exertion))
        number(editor.distance, None if told.distance_m is None else told.distance_m / 1000)
        number(editor.active, None if told.active_s is None else told.active_s / 60)
        for name in ("mean_heart_rate", "max_heart_rate"):
            number(getattr(editor, name), getattr(told, name))
        number(editor.air_temp, told.air_temp_c)
        number(editor.device_temp, told.device_temp_c)
        number(editor.humidity, told.humidity_pct)
        editor.note.note.setPlainText(told.note)
        editor.save.click()
        desk.wait()
        (stored,) = [one for one in desk.contents().workouts if one.id not in before]

        assert replace(stored, id=told.id) == told
        check_export(stored, exported(desk, "workouts", id=stored.id))
        # Shown again and saved untouched, it is the same workout.
        page.change(stored)
        shows_workout(editor, told)
        assert editor.typing().entries == {}
        editor.save.click()
        desk.wait()
        assert stored in desk.contents().workouts

    it_is_what_is_stored()


def shows_workout(editor: WorkoutEditor, told: Workout) -> None:
    """What stands in the fields of a workout, against what was told."""
    assert editor.sport_line.text() == (told.sport or "")
    assert shows_when(editor.when, told.zone, told.started, told.elapsed_s)
    assert editor.exertion.value() == (None if told.exertion is None else str(int(told.exertion)))
    for field, value in (
        (editor.distance, None if told.distance_m is None else told.distance_m / 1000),
        (editor.active, None if told.active_s is None else told.active_s / 60),
        (editor.mean_heart_rate, told.mean_heart_rate),
        (editor.max_heart_rate, told.max_heart_rate),
        (editor.air_temp, told.air_temp_c),
        (editor.device_temp, told.device_temp_c),
        (editor.humidity, told.humidity_pct),
    ):
        shows_number(field, value)
    assert editor.note.note.toPlainText() == told.note


@st.composite
def courses(draw: st.DrawFn) -> Course:
    """Medicines and routines as they can be typed in."""
    first, last = sorted(draw(st.tuples(*[st.dates(date(2020, 1, 1), date(2026, 9, 11))] * 2)))
    days_of_change = draw(st.lists(st.dates(date(2020, 1, 1), TODAY), max_size=2, unique=True).map(sorted))
    changes = tuple(DoseChange(from_date=day, dose=draw(texts())) for day in days_of_change)
    return Course(
        id=an_id(),
        kind=draw(st.sampled_from(CourseKind)),
        name=draw(texts()),
        dose=draw(maybe(texts())),
        started=draw(maybe(st.just(first))),
        ended=draw(maybe(st.just(last))),
        doses=changes or None,
        note=draw(notes()),
    )


def try_courses(desk: Desk, examples: int) -> None:
    page = desk.show(CoursesPage(desk.given))
    editor = page.editor

    @settings(max_examples=examples, deadline=None)
    @given(courses())
    def it_is_what_is_stored(told: Course) -> None:
        before = {one.id for one in desk.contents().courses}
        choose(editor.kind, told.kind)
        enter(editor.name_line, told.name)
        if told.dose is not None:
            enter(editor.dose_line, told.dose)
        for field, day in ((editor.started, told.started), (editor.ended, told.ended)):
            if day is not None:
                enter(field.line, f"{day:%d.%m.%Y}")
        for change in told.doses or ():
            editor.doses.add.click()
            enter(editor.doses.rows[-1].day.line, f"{change.from_date:%d.%m.%Y}")
            editor.doses.rows[-1].dose_line.setText(change.dose)
        editor.note.note.setPlainText(told.note)
        editor.save.click()
        desk.wait()
        (stored,) = [one for one in desk.contents().courses if one.id not in before]

        assert replace(stored, id=told.id) == told
        check_export(stored, exported(desk, "courses", id=stored.id))
        page.change(stored)
        shows_course(editor, told)
        assert editor.typing().entries == {}
        editor.save.click()
        desk.wait()
        assert stored in desk.contents().courses

    it_is_what_is_stored()


def shows_course(editor: CourseEditor, told: Course) -> None:
    """What stands in the fields of a medicine or routine, against what was told."""
    assert editor.kind.value() == told.kind
    assert editor.name_line.text() == told.name
    assert editor.dose_line.text() == (told.dose or "")
    for field, day in ((editor.started, told.started), (editor.ended, told.ended)):
        shows_day_of(field, day)
    assert [row.dose_line.text() for row in editor.doses.rows] == [one.dose for one in told.doses or ()]
    for row, change in zip(editor.doses.rows, told.doses or (), strict=True):
        shows_day_of(row.day, change.from_date)
    assert editor.note.note.toPlainText() == told.note


def shows_day_of(field: DateField, day: date | None) -> None:
    text = field.line.text()
    assert (typed.day(text, today=TODAY) if text else None) == day, field.line.accessibleName()


Try = Callable[[Desk, int], None]
FORMS = [
    pytest.param(try_episodes, id="cramp"),
    pytest.param(try_days, id="day card"),
    pytest.param(try_workouts, id="workout"),
    pytest.param(try_courses, id="medicine or routine"),
]


@pytest.mark.parametrize("tried", FORMS)
def test_what_is_typed_is_what_is_stored_shown_and_exported(desk: Desk, tried: Try) -> None:
    tried(desk, FEW)


@pytest.mark.slow
@pytest.mark.parametrize("tried", FORMS)
def test_a_great_deal_that_is_typed_is_stored_shown_and_exported(desk: Desk, tried: Try) -> None:
    tried(desk, MANY)
