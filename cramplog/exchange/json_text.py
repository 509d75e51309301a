"""JSON from outside, parsed within limits so that no file can harm or stop the program."""

from __future__ import annotations

import codecs
import json
import math
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NoReturn

from cramplog.domain.errors import UnreadableFile
from cramplog.i18n import _

DEEPEST = 32
MOST_VALUES = 5_000_000
LONGEST_NUMBER = 400

# A string that never ends is taken to the end of the file: searching on inside it would take for ever.
_STRING = re.compile(rb'"(?:[^"\\]++|\\.)*+(?:"|\\?\Z)', re.DOTALL)
_ALL_BUT_STRUCTURE = bytes(set(range(256)) - set(b"[]{},"))
_ONE_KIND_OF_BRACKET = bytes.maketrans(b"{}", b"[]")
_OTHER_ENCODINGS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_BE)


@dataclass(frozen=True, slots=True)
class DoubledKey:
    """Stands for an object that names one key twice: which of the two is meant cannot be known."""

    key: str


def parse(data: bytes, path: Path) -> Any:
    """The document in `data`; an object with a key twice comes back as a DoubledKey.

    Raises UnreadableFile, naming `path`, for anything else that is not sound JSON in UTF-8. Numbers too
    large for any computer come back as infinity, so that the record which holds one is refused by itself.
    """
    text = _decoded(data, path)
    _refuse_bombs(data, path)
    try:
        return json.loads(
            text,
            object_pairs_hook=_object,
            parse_int=_whole,
            parse_constant=_refuse_constant,
        )
    except json.JSONDecodeError as error:
        where = {"name": path.name, "line": error.lineno}
        raise UnreadableFile(path, _("%(name)s is not sound JSON (line %(line)d).") % where) from error
    except (ValueError, RecursionError) as error:
        raise UnreadableFile(path, _("%(name)s is not sound JSON.") % {"name": path.name}) from error


def _decoded(data: bytes, path: Path) -> str:
    if not data.strip():
        raise UnreadableFile(path, _("%(name)s is empty.") % {"name": path.name})
    try:
        if not data.startswith(_OTHER_ENCODINGS):
            return data.removeprefix(codecs.BOM_UTF8).decode("utf-8")
    except UnicodeDecodeError:
        pass
    raise UnreadableFile(path, _("%(name)s is not text in UTF-8.") % {"name": path.name})


def _refuse_bombs(data: bytes, path: Path) -> None:
    """Depth and number of values, counted before the parser spends memory on them."""
    structure = _STRING.sub(b"", data).translate(None, _ALL_BUT_STRUCTURE)
    if len(structure) - structure.count(b"]") - structure.count(b"}") > MOST_VALUES:
        raise UnreadableFile(path, _("%(name)s holds too many values to be a diary.") % {"name": path.name})
    if _is_too_deep(structure.translate(_ONE_KIND_OF_BRACKET, b",")):
        raise UnreadableFile(path, _("%(name)s is nested too deep to be a diary.") % {"name": path.name})


def _is_too_deep(brackets: bytes) -> bool:
    # Each round takes the innermost level away. Counting bracket by bracket would take seconds.
    for _round in range(DEEPEST):
        if b"[]" not in brackets:
            break
        brackets = brackets.replace(b"[]", b"")
    return b"[]" in brackets or brackets.count(b"[") > DEEPEST


def _object(pairs: Iterable[tuple[str, Any]]) -> dict[str, Any] | DoubledKey:
    found: dict[str, Any] = {}
    for key, value in pairs:
        if key in found:
            return DoubledKey(key)
        found[key] = value
    return found


def _whole(digits: str) -> float:
    # Python refuses to turn thousands of digits into a number or back into text.
    return int(digits) if len(digits) <= LONGEST_NUMBER else math.inf


def _refuse_constant(word: str) -> NoReturn:
    raise ValueError(word)
