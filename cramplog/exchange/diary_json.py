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
from cramplog.exchange import fields, incoming, json_text, records
from cramplog.exchange.found import ReadDiary, Rejected, UnknownField
from cramplog.i18n import _

FORMAT = "cramplog-diary"
VERSION = 1
LARGEST = 200_000_000

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


def read_file(path: Path) -> ReadDiary:
    """The diary in the file. Raises UnreadableFile where the file as a whole cannot be taken in."""
    return read(incoming.read_within(path, LARGEST), path)


def read(data: bytes, path: Path) -> ReadDiary:
    """The diary in `data`, which came from `path`.

    A record that cannot be is rejected by itself; the rest of the file stands. Raises UnreadableFile for
    what is not JSON, not this format, or written by a newer version.
    """
    document = json_text.parse(data, path)
    _check_format(document, path)
    return _Reading(document, path).diary()


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


def _check_format(document: object, path: Path) -> None:
    name = {"name": path.name}
    if isinstance(document, json_text.DoubledKey):
        raise UnreadableFile(path, _("%(name)s is broken: it has one part twice.") % name)
    if not isinstance(document, dict) or document.get("format") != FORMAT:
        raise UnreadableFile(path, _("%(name)s is not a diary that CrampLog can read.") % name)
    version = document.get("version")
    if isinstance(version, bool) or not isinstance(version, int | float) or version < VERSION:
        raise UnreadableFile(path, _("%(name)s does not say which version of the format it has.") % name)
    if version > VERSION:
        message = _("%(name)s was made by a newer CrampLog. Update CrampLog, then import it again.")
        raise UnreadableFile(path, message % name)


class _Reading:
    """One pass through a document, which gathers what is rejected and what is unknown on its way."""

    def __init__(self, document: dict[str, Any], path: Path) -> None:
        self._document = document
        self._path = path
        self._rejected: list[Rejected] = []
        self._unknown: records.Unknown = Counter(key for key in document if key not in fields.DOCUMENT)

    def diary(self) -> ReadDiary:
        """What the document holds."""
        nothing: Mapping[str, Any] = {}
        given = self._one(Kind.SETTINGS, records.settings_given, nothing)
        contents = DiaryContents(
            person=self._one(Kind.PERSON, records.person, Person()),
            episodes=self._many(Kind.EPISODES, records.episode, key=lambda episode: episode.id),
            days=self._many(Kind.DAYS, records.day, key=lambda day: day.date),
            workouts=self._many(Kind.WORKOUTS, records.workout, key=lambda workout: workout.id),
            courses=self._many(Kind.COURSES, records.course, key=lambda course: course.id),
            settings=records.with_settings(DiarySettings(), given),
        )
        return ReadDiary(
            path=self._path,
            contents=contents,
            settings_given=given,
            rejected=tuple(self._rejected),
            unknown=tuple(self._unknown_fields()),
        )

    def _one(self, kind: Kind, read: Callable[[object, records.Unknown], T], nothing: T) -> T:
        raw = self._document.get(kind)
        if raw is None:
            return nothing
        try:
            return read(raw, self._unknown)
        except InvalidValue as error:
            self._reject(kind, kind, raw, str(error))
            return nothing

    def _many(
        self, kind: Kind, read: Callable[[object, records.Unknown], T], *, key: Callable[[T], object]
    ) -> tuple[T, ...]:
        raw = self._document.get(kind)
        if raw is not None and not isinstance(raw, list):
            self._reject(kind, kind, raw, _("must be a list"))
            return ()
        kept: dict[object, T] = {}
        for number, raw_record in enumerate(raw or ()):
            place = f"{kind}[{number}]"
            try:
                record = read(raw_record, self._unknown)
            except InvalidValue as error:
                self._reject(kind, place, raw_record, str(error))
                continue
            if key(record) in kept:
                self._reject(kind, place, raw_record, _("is in the file twice"))
                continue
            kept[key(record)] = record
        return tuple(kept.values())

    def _reject(self, kind: Kind, place: str, raw: object, reason: str) -> None:
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
