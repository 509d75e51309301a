"""What was found in a file: its records, what had to be rejected and why, and what is unknown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import PurePath
from typing import Any

from cramplog.domain.changes import Kind
from cramplog.domain.contents import DiaryContents


@dataclass(frozen=True, slots=True, kw_only=True)
class Rejected:
    """A record that cannot be taken in: its place in the file (`episodes[12]`), its id if it has one, why."""

    file: str
    kind: Kind
    place: str
    id: str | None
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class UnknownField:
    """A field that this format does not have (`episodes[].mood`), and how many records have it."""

    file: str
    field: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Damaged:
    """What could be read of a damaged file: taken in only where the person says so, else `rejected`."""

    contents: DiaryContents
    rejected: Rejected


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadDiary:
    """A file's records.

    `settings_given` are only those settings that the file names, as nested as they are there. `made_ids` were
    only made while reading: such a record is known by its content, a cramp by its start and places.
    """

    path: PurePath
    contents: DiaryContents = field(default_factory=DiaryContents)
    made_ids: frozenset[str] = frozenset()
    settings_given: Mapping[str, Any] = field(default_factory=dict)
    rejected: tuple[Rejected, ...] = ()
    unknown: tuple[UnknownField, ...] = ()
    damaged: Damaged | None = None
