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
    refuse_other(data, path)
    _refuse_bombs(data, path)
    try:
        return DECODER.decode(data.removeprefix(codecs.BOM_UTF8).decode("utf-8"))
    except UnicodeDecodeError:
        raise not_text(path) from None
    except json.JSONDecodeError as error:
        raise unsound(path, error.lineno) from error
    except (ValueError, RecursionError) as error:
        raise unsound(path) from error


def refuse_other(data: bytes, path: Path) -> None:
    """UnreadableFile for what is empty, or in another encoding by its first bytes."""
    if not data.strip():
        raise UnreadableFile(path, _("%(name)s is empty.") % {"name": path.name})
    if data.startswith(_OTHER_ENCODINGS):
        raise not_text(path)


def unsound(path: Path, line: int | None = None) -> UnreadableFile:
    """The refusal of what is not JSON."""
    if line is None:
        return UnreadableFile(path, _("%(name)s is not sound JSON.") % {"name": path.name})
    where = {"name": path.name, "line": line}
    return UnreadableFile(path, _("%(name)s is not sound JSON (line %(line)d).") % where)


def not_text(path: Path) -> UnreadableFile:
    """The refusal of what is in another encoding."""
    return UnreadableFile(path, _("%(name)s is not text in UTF-8.") % {"name": path.name})


def too_many(path: Path) -> UnreadableFile:
    """The refusal of what would take up all the memory."""
    return UnreadableFile(path, _("%(name)s holds too many values to be a diary.") % {"name": path.name})


def too_deep(path: Path) -> UnreadableFile:
    """The refusal of brackets within brackets within brackets."""
    return UnreadableFile(path, _("%(name)s is nested too deep to be a diary.") % {"name": path.name})


def _refuse_bombs(data: bytes, path: Path) -> None:
    """Depth and number of values, counted before the parser spends memory on them."""
    structure = _STRING.sub(b"", data).translate(None, _ALL_BUT_STRUCTURE)
    if len(structure) - structure.count(b"]") - structure.count(b"}") > MOST_VALUES:
        raise too_many(path)
    if _is_too_deep(structure.translate(_ONE_KIND_OF_BRACKET, b",")):
        raise too_deep(path)


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


DECODER = json.JSONDecoder(object_pairs_hook=_object, parse_int=_whole, parse_constant=_refuse_constant)
