"""A large JSON object from outside, one part after the other, so that it never lies in memory as a whole."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from json import JSONDecodeError
from pathlib import Path
from typing import Any, NamedTuple

from cramplog.domain.errors import UnreadableFile
from cramplog.exchange import json_text
from cramplog.exchange.progress import Progress, silent
from cramplog.i18n import _

# So many bytes become text at once: far more than one record has, far less than a diary.
AT_ONCE = 1_000_000
_MAY_GO_ON = frozenset(["", *"0123456789.eE+-"])
_SPACE = re.compile(r"[ \t\n\r]*")


class Part(NamedTuple):
    """A value of the outermost object; of a list in it, one element with its place in the list."""

    key: str
    place: int | None
    value: Any


def parts(data: bytes, path: Path, progress: Progress = silent) -> Iterator[Part]:
    """Each value of the object in `data`; the elements of its lists one by one.

    An empty list is a value as any other. What is no object has no parts. Raises UnreadableFile as
    `json_text.parse` does; the parts that came before are then not to be used either.
    """
    json_text.refuse_other(data, path)
    _refuse_a_flood(data, path)
    walk = _Walk(data, path, progress)
    if walk.next_sign() == "{":
        yield from _members(walk)
    else:
        walk.value(inside=0)
    if walk.next_sign():
        raise walk.unsound()


def _refuse_a_flood(data: bytes, path: Path) -> None:
    """A first look. Notes have commas too: what is counted for certain, `_count` counts on the way."""
    if sum(map(data.count, (b",", b"[", b"{"))) > 2 * json_text.MOST_VALUES:
        raise json_text.too_many(path)


def _members(walk: _Walk) -> Iterator[Part]:
    met: set[str] = set()
    for _each in walk.elements("{", "}"):
        key = walk.key()
        if key in met:
            raise walk.doubled()
        met.add(key)
        if walk.next_sign() == "[":
            place = None
            for place in walk.elements("[", "]"):
                yield Part(key, place, walk.value(inside=2))
            if place is None:
                yield Part(key, None, [])
        else:
            yield Part(key, None, walk.value(inside=1))


class _Walk:
    """Where one is in the text, of which only a window is there."""

    def __init__(self, data: bytes, path: Path, progress: Progress) -> None:
        self._path = path
        self._progress = progress
        self._data = memoryview(data)
        self._taken = len(codecs.BOM_UTF8) if data.startswith(codecs.BOM_UTF8) else 0
        self._decoder = codecs.getincrementaldecoder("utf-8")()
        self._window = ""
        self._at = 0
        self._lines_before = 0
        self._values = 0

    def next_sign(self) -> str:
        """The next sign that is no space; "" at the end."""
        while True:
            self._at = _SPACE.match(self._window, self._at).end()  # type: ignore[union-attr]
            if self._at < len(self._window) or self._is_at_end:
                return self._window[self._at : self._at + 1]
            self._look_further()

    def elements(self, opening: str, closing: str) -> Iterator[int]:
        """Counts the elements between two brackets; each has to be taken before the next."""
        self._pass(opening)
        if self.next_sign() != closing:
            place = 0
            yield place
            while self.next_sign() == ",":
                self._pass(",")
                place += 1
                yield place
        self._pass(closing)

    def key(self) -> str:
        """The name of a member, up to its value."""
        if self.next_sign() != '"':
            raise self.unsound()
        key: str = self.value(inside=1)
        self._pass(":")
        return key

    def value(self, *, inside: int) -> Any:
        """The next value, whole, which is `inside` so many brackets."""
        self.next_sign()
        while True:
            self._refuse_a_crowd()
            try:
                value, end = json_text.DECODER.raw_decode(self._window, self._at)
            except JSONDecodeError as error:
                # It may only be cut off by the end of the window.
                if self._is_at_end:
                    raise self.unsound(error.lineno) from error
            except RecursionError as error:
                raise json_text.too_deep(self._path) from error
            except ValueError as error:
                raise json_text.unsound(self._path) from error
            else:
                # A number could go on behind the window; of "0." in it, the 0 alone was taken for one.
                if self._window[end : end + 1] not in _MAY_GO_ON or self._is_at_end:
                    self._at = end
                    self._count(value, inside + 1)
                    return value
            self._look_further()

    def unsound(self, line: int | None = None) -> UnreadableFile:
        """The refusal of a text that is not JSON, with the line."""
        line = line or self._window.count("\n", 0, self._at) + 1
        return json_text.unsound(self._path, self._lines_before + line)

    def doubled(self) -> UnreadableFile:
        """The refusal of a document with two parts of one name: which is meant cannot be known."""
        message = _("%(name)s is broken: it has one part twice.")
        return UnreadableFile(self._path, message % {"name": self._path.name})

    @property
    def _is_at_end(self) -> bool:
        return self._taken >= len(self._data)

    def _pass(self, sign: str) -> None:
        if self.next_sign() != sign:
            raise self.unsound()
        self._at += 1

    def _refuse_a_crowd(self) -> None:
        """Looks into a value that is larger than any record before it is made."""
        if len(self._window) - self._at >= 2 * AT_ONCE:
            signs = sum(self._window.count(sign, self._at) for sign in ",[{")
            if signs > json_text.MOST_VALUES // 10:
                raise json_text.too_many(self._path)

    def _count(self, value: Any, depth: int) -> None:
        """Refuses too many values in all, or one within too many others."""
        self._values += 1
        if self._values > json_text.MOST_VALUES:
            raise json_text.too_many(self._path)
        if not isinstance(value, dict | list):
            return
        if depth > json_text.DEEPEST:
            raise json_text.too_deep(self._path)
        for inner in value.values() if isinstance(value, dict) else value:
            if isinstance(inner, dict | list):
                self._count(inner, depth + 1)
            else:
                self._values += 1

    def _look_further(self) -> None:
        """Lets go of what lies behind and takes in as much again as is still needed, at least a portion."""
        self._progress(self._taken, len(self._data))
        self._lines_before += self._window.count("\n", 0, self._at)
        self._window = self._window[self._at :]
        self._at = 0
        until = self._taken + max(AT_ONCE, len(self._window))
        try:
            more = self._decoder.decode(self._data[self._taken : until], until >= len(self._data))
        except UnicodeDecodeError:
            raise json_text.not_text(self._path) from None
        self._taken = until
        self._window += more
