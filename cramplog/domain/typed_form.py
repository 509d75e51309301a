"""What stands in a form that is saved only when it is asked to be: as it was typed, readable or not."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class FormName(StrEnum):
    """The forms of this kind."""

    WORKOUT = "workout"
    COURSE = "course"
    SHEET = "sheet"


@dataclass(frozen=True, slots=True, kw_only=True)
class TypedForm:
    """`id` is that of the record that is typed in or changed. `entries` has what differs from the record.

    A paper sheet is no record: it has an id of its own, and all that was typed.

    `title` says to a person which one it is.
    """

    id: str
    form: FormName
    title: str = ""
    entries: Mapping[str, str] = field(default_factory=dict)
