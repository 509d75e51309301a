"""One activity file of any kind, as workouts."""

from __future__ import annotations

import hashlib
import re
from pathlib import PurePath

from cramplog.domain.changes import Kind
from cramplog.domain.contents import DiaryContents
from cramplog.domain.errors import InvalidValue
from cramplog.domain.workout import Workout
from cramplog.exchange.activities import fit, gpx, tcx
from cramplog.exchange.activities.recording import NoWorkout, Recorded, workout
from cramplog.exchange.found import Damaged, ReadDiary, Rejected
from cramplog.exchange.home import Home
from cramplog.words import fields as field_names

_ROOT = re.compile(rb"<(?:[\w.-]+:)?(TrainingCenterDatabase|gpx)[\s>/]")
_HEAD = 4096

READERS = {"fit": fit.read, "tcx": tcx.read, "gpx": gpx.read}


def kind_of(data: bytes) -> str | None:
    """ "fit", "tcx" or "gpx", as the file's first bytes say; None for any other file."""
    if fit.is_fit(data):
        return "fit"
    head = data[:_HEAD]
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        head = head.decode("utf-16", "ignore").encode()
    root = _ROOT.search(head)
    if root is None:
        return None
    return "tcx" if root[1] == b"TrainingCenterDatabase" else "gpx"


def read(data: bytes, path: PurePath, *, kind: str, home: Home) -> ReadDiary:
    """The workouts of the file; those of a damaged file are only offered, with the reason."""
    try:
        recorded = READERS[kind](data)
        workouts = _workouts(recorded, data, home)
    except NoWorkout as why:
        return refused(path, str(why))
    except InvalidValue as error:
        return refused(path, field_names.of_a_record(error))
    contents = DiaryContents(workouts=workouts)
    made_ids = frozenset(workout.id for workout in workouts)
    if recorded.damage is None:
        return ReadDiary(path=path, contents=contents, made_ids=made_ids)
    damaged = Damaged(contents=contents, rejected=_rejected(path, recorded.damage))
    return ReadDiary(path=path, damaged=damaged, made_ids=made_ids)


def refused(path: PurePath, reason: str) -> ReadDiary:
    """A file of which nothing can be taken in, and why."""
    return ReadDiary(path=path, rejected=(_rejected(path, reason),))


def _workouts(recorded: Recorded, data: bytes, home: Home) -> tuple[Workout, ...]:
    sha256 = hashlib.sha256(data).hexdigest()
    return tuple(
        workout(recording, number=number, sha256=sha256, home=home)
        for number, recording in enumerate(recorded.recordings)
    )


def _rejected(path: PurePath, reason: str) -> Rejected:
    return Rejected(file=path.name, kind=Kind.WORKOUTS, place=path.name, id=None, reason=reason)
