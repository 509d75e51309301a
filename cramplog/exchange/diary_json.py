"""The exchange format `cramplog-diary`: the whole diary as one JSON document, out and in again."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any, TypeVar

from cramplog.domain.changes import Kind
from cramplog.domain.contents import DiaryContents
from cramplog.domain.course import DoseChange
from cramplog.domain.errors import InvalidValue, UnreadableFile
from cramplog.domain.person import Person
from cramplog.domain.settings import DiarySettings
from cramplog.exchange import fields, incoming, json_walk, records
from cramplog.exchange.found import ReadDiary, Rejected, UnknownField
from cramplog.exchange.progress import Progress, silent
from cramplog.i18n import _
from cramplog.words import fields as field_names
from cramplog.words import numbers

FORMAT = "cramplog-diary"
VERSION = 1
LARGEST = 200_000_000
# Nobody reads more of them, and no diary has so many that are not sound.
MOST_REJECTED = 10_000

_ID_SHOWN = 60

T = TypeVar("T")


def write(contents: DiaryContents, *, exported: datetime, app: str) -> str:
    """The document: every key of the format in a fixed order, null where nothing was recorded."""
    document = {
        "format": FORMAT,
        "version": VERSION,
        "exported": exported.isoformat(),
        "app": app,
        "person": _record(contents.person, fields.PERSON),
        "episodes": [_record(episode, fields.EPISODE) for episode in contents.episodes],
        "days": [_record(day, fields.DAY) for day in contents.days],
        "workouts": [_record(workout, fields.WORKOUT) for workout in contents.workouts],
        "courses": [_record(course, fields.COURSE) for course in contents.courses],
        "settings": _record(contents.settings, fields.SETTINGS),
    }
    parts = ",\n".join(f" {_json(name)}: {_laid_out(part)}" for name, part in document.items())
    return f"{{\n{parts}\n}}\n"


def read_file(path: Path, progress: Progress = silent) -> ReadDiary:
    """The diary in the file. Raises UnreadableFile where the file as a whole cannot be taken in."""
    return read(incoming.read_within(path, LARGEST), path, progress)


def read(data: bytes, path: Path, progress: Progress = silent) -> ReadDiary:
    """The diary in `data`, which came from `path`.

    A record that cannot be is rejected by itself; the rest of the file stands. Raises UnreadableFile for
    what is not JSON, not this format, or written by a newer version.
    """
    reading = _Reading(path)
    for part in json_walk.parts(data, path, progress):
        reading.take(part)
    return reading.diary()


def settings_of(contents: DiaryContents) -> Mapping[str, Any]:
    """All settings of a diary, as a file names them."""
    return _record(contents.settings, fields.SETTINGS)


def _laid_out(part: object) -> str:
    """One record a line: short, quick to write, and easy to compare with an older export."""
    if not isinstance(part, list) or not part:
        return _json(part)
    lines = ",\n".join(f"  {_json(record)}" for record in part)
    return f"[\n{lines}\n ]"


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False)


def _record(value: object, names: tuple[str, ...]) -> dict[str, Any]:
    return {name: plain(getattr(value, name)) for name in names}


def plain(value: Any) -> Any:
    """A value of the diary, or a whole record, in JSON's own types."""
    if value is None or isinstance(value, str | int):
        return value
    if isinstance(value, float):
        return int(value) if value.is_integer() else value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [plain(part) for part in value]
    if isinstance(value, DoseChange):
        return {"from": plain(value.from_date), "dose": value.dose}
    # Places, relief, exercise and rules: their fields are named and ordered as in the format.
    return {name: plain(getattr(value, name)) for name in value.__dataclass_fields__}


def _check_format(document: Mapping[str, object], path: Path) -> None:
    name = {"name": path.name}
    if document.get("format") != FORMAT:
        raise UnreadableFile(path, _("%(name)s is not a diary that CrampLog can read.") % name)
    version = document.get("version")
    if isinstance(version, bool) or not isinstance(version, int | float) or version < VERSION:
        raise UnreadableFile(path, _("%(name)s does not say which version of the format it has.") % name)
    if version > VERSION:
        message = _("%(name)s was made by a newer CrampLog. Update CrampLog, then import it again.")
        raise UnreadableFile(path, message % name)


# How each kind of record is read, and by what two of one file are the same.
_READERS: Mapping[str, tuple[Callable[[object, records.Unknown], Any], Callable[[Any], object]]] = {
    Kind.EPISODES: (records.episode, lambda episode: episode.id),
    Kind.DAYS: (records.day, lambda day: day.date),
    Kind.WORKOUTS: (records.workout, lambda workout: workout.id),
    Kind.COURSES: (records.course, lambda course: course.id),
}


class _Reading:
    """One pass through a document; its records are made on the way, and of the rest only the page is kept."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._page: dict[str, Any] = {}
        self._kept: dict[str, dict[object, Any]] = {kind: {} for kind in _READERS}
        self._rejected: list[Rejected] = []
        self._unknown: records.Unknown = Counter()

    def take(self, part: json_walk.Part) -> None:
        """One value of the document."""
        if part.key not in fields.DOCUMENT:
            self._unknown[part.key] = 1
        elif part.key in _READERS:
            self._take_record(Kind(part.key), part)
        else:
            # Only records come in lists; whatever is in another one, it is no person and no format either.
            self._page[part.key] = part.value if part.place is None else []

    def diary(self) -> ReadDiary:
        """What the document holds. Raises UnreadableFile where it is not such a document."""
        _check_format(self._page, self._path)
        nothing: Mapping[str, Any] = {}
        given = self._one(Kind.SETTINGS, records.settings_given, nothing)
        contents = DiaryContents(
            person=self._one(Kind.PERSON, records.person, Person()),
            settings=records.with_settings(DiarySettings(), given),
            **{kind: tuple(kept.values()) for kind, kept in self._kept.items()},
        )
        return ReadDiary(
            path=self._path,
            contents=contents,
            settings_given=given,
            rejected=tuple(self._rejected),
            unknown=tuple(self._unknown_fields()),
        )

    def _one(self, kind: Kind, read: Callable[[object, records.Unknown], T], nothing: T) -> T:
        raw = self._page.get(kind)
        if raw is None:
            return nothing
        try:
            return read(raw, self._unknown)
        except InvalidValue as error:
            self._reject(kind, kind, raw, field_names.of_a_record(error))
            return nothing

    def _take_record(self, kind: Kind, part: json_walk.Part) -> None:
        if part.place is None:
            if part.value not in (None, []):
                self._reject(kind, kind, part.value, _("must be a list"))
            return
        read, key = _READERS[kind]
        place = f"{kind}[{part.place}]"
        try:
            record = read(part.value, self._unknown)
        except InvalidValue as error:
            self._reject(kind, place, part.value, field_names.of_a_record(error))
            return
        if key(record) in self._kept[kind]:
            self._reject(kind, place, part.value, _("is in the file twice"))
            return
        self._kept[kind][key(record)] = record

    def _reject(self, kind: Kind, place: str, raw: object, reason: str) -> None:
        if len(self._rejected) == MOST_REJECTED:
            message = _("More than %(n)s records in %(name)s are not sound. Choose another copy of it.")
            raise UnreadableFile(
                self._path, message % {"n": numbers.count(MOST_REJECTED), "name": self._path.name}
            )
        given = (raw.get("id") or raw.get("date")) if isinstance(raw, dict) else None
        identity = _shown(given) if isinstance(given, str) else None
        rejected = Rejected(file=self._path.name, kind=kind, place=place, id=identity, reason=reason)
        self._rejected.append(rejected)

    def _unknown_fields(self) -> Iterable[UnknownField]:
        for field, count in sorted(self._unknown.items()):
            yield UnknownField(file=self._path.name, field=_shown(field), count=count)


def _shown(text: str) -> str:
    """A word from the file as it can be shown and printed anywhere, cut where it is very long."""
    clean = "".join(sign if sign.isprintable() else "\N{REPLACEMENT CHARACTER}" for sign in text)
    return clean if len(clean) <= _ID_SHOWN else clean[: _ID_SHOWN - 1] + "…"
