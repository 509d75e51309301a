"""A diary with one word in every field of free text, by which a test finds out where it went."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from making import LEFT_CALF, a_course, a_workout, an_episode

from cramplog.domain.clock import Clock
from cramplog.domain.course import DoseChange
from cramplog.domain.day import Day
from cramplog.domain.draft import EpisodeDraft
from cramplog.domain.episode import Exercise
from cramplog.domain.person import Person
from cramplog.domain.typed_form import FormName, TypedForm
from cramplog.services.open_diary import OpenDiary

CANARY = "zebrafish"


def fill(diary: OpenDiary, clock: Clock, words: str = CANARY) -> None:
    """Put `words` into every field of free text that a diary has, also of what lies beside its records."""
    now, write = clock.now(), diary.diary
    today = now.date()
    exercise = Exercise(done=True, kind=words)
    write.describe_person(Person(name=words, conditions=(words,), note=words))
    for days in (3, 2, 1):
        started = (now - timedelta(days=days)).isoformat()
        write.record(an_episode(started, pain=6, note=words, exercise=exercise, places=(LEFT_CALF,)))
    for days in (4, 3):
        write.check_in(Day(date=today - timedelta(days=days), note=words))
    for days in (5, 2):
        started = (now - timedelta(days=days)).isoformat()
        write.keep_workout(a_workout(started, sport=words, note=words, elapsed_s=1_800))
    doses = (DoseChange(from_date=today - timedelta(days=20), dose=words),)
    for kind in ("one", "another"):
        write.keep_course(
            a_course(
                f"{words} {kind}", dose=words, doses=doses, note=words, started=today - timedelta(days=40)
            )
        )
    write.remove((write_one_more(diary, now.isoformat(), words),))
    for form in (FormName.WORKOUT, FormName.COURSE):
        diary.drafts.keep_form(TypedForm(id=an_episode().id, form=form, title=words, entries={"note": words}))
    diary.drafts.keep(
        EpisodeDraft(id=an_episode().id, started=now - timedelta(hours=1), note=words, exercise=exercise)
    )


def write_one_more(diary: OpenDiary, started: str, words: str) -> str:
    """A cramp to be deleted again; its id."""
    episode = an_episode(started, note=words)
    diary.diary.record(episode)
    return episode.id


def files_with(folder: Path, words: str = CANARY) -> list[Path]:
    """The files below a folder that hold the word."""
    return [file for file in folder.rglob("*") if file.is_file() and words.encode() in file.read_bytes()]
