"""XML from outside, walked through element by element, without anything that could make it grow."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from xml.parsers import expat

DEEPEST = 64
LONGEST_TEXT = 10_000
_AT_ONCE = 65_536

OnStart = Callable[[tuple[str, ...], Mapping[str, str]], None]
OnEnd = Callable[[tuple[str, ...], str], None]


class UnsafeXml(Exception):
    """The document declares entities, or is nested deeper than any that is meant well."""


class BrokenXml(Exception):
    """The document cannot be read on from here; what came before has been walked through."""


def walk(data: bytes, *, on_start: OnStart, on_end: OnEnd) -> None:
    """Call `on_start(path, attributes)` and `on_end(path, text)` for each element.

    A path has the local names of the element and those around it. Raises BrokenXml where the document ends
    too soon or is not well formed, UnsafeXml for any document type declaration: entities come with those.
    """
    walker = _Walker(on_start, on_end)
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartElementHandler = walker.start
    parser.EndElementHandler = walker.end
    parser.CharacterDataHandler = walker.text
    parser.StartDoctypeDeclHandler = _refuse
    try:
        for start in range(0, len(data), _AT_ONCE):
            parser.Parse(data[start : start + _AT_ONCE], False)
        parser.Parse(b"", True)
    except expat.ExpatError as error:
        raise BrokenXml(expat.ErrorString(error.code)) from None


class _Walker:
    def __init__(self, on_start: OnStart, on_end: OnEnd) -> None:
        self._on_start = on_start
        self._on_end = on_end
        self._path: list[str] = []
        self._texts: list[str] = []

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if len(self._path) >= DEEPEST:
            raise UnsafeXml
        self._path.append(_local(name))
        self._texts.append("")
        self._on_start(tuple(self._path), {_local(key): value for key, value in attributes.items()})

    def text(self, part: str) -> None:
        if len(self._texts[-1]) < LONGEST_TEXT:
            self._texts[-1] += part

    def end(self, _name: str) -> None:
        self._on_end(tuple(self._path), self._texts.pop().strip())
        self._path.pop()


def _refuse(*_declaration: object) -> None:
    raise UnsafeXml


def _local(name: str) -> str:
    return name.rpartition(" ")[2]
