"""A file made to do harm is refused or limited with a reason, quickly, in little memory; nothing changes."""

from __future__ import annotations

import gzip
import hashlib
import io
import mmap
import os
import resource
import zipfile
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import hostile
import pytest
from children import exit_status_of
from making import an_episode, at
from trials import Tried

from cramplog.bootstrap import Opener
from cramplog.domain.clock import FixedClock
from cramplog.domain.errors import CrampLogError
from cramplog.paths import Paths

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="limits child processes")

MEMORY = 200_000_000
SECONDS = 2.0
NAMES = (*hostile.CONTENTS, *hostile.DOCTORED)
REFUSED, LIMITED, TALKED_TOO_MUCH = 20, 21, 22


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sound") / "sound.db"
    hostile.a_sound_diary(path, an_episode("2026-03-04 02:10 +01:00", pain=5))
    return path


def most_memory() -> int:
    """The most that this process has had in use, in bytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1_024


def seconds_of_children() -> float:
    """How long the children that have ended were at work: another program beside them does not count."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def limit_memory() -> None:
    """From here on at most so much more may be asked for."""
    pages = int(Path("/proc/self/statm").read_text().split()[0])
    most = pages * resource.getpagesize() + MEMORY
    resource.setrlimit(resource.RLIMIT_AS, (most, most))


@pytest.mark.parametrize("name", NAMES)
def test_it_is_refused_or_limited_and_the_diary_is_as_it_was(
    tmp_path: Path, sound: Path, name: str, tried: Tried
) -> None:
    opener = Opener(
        Paths.under(tmp_path / "home"), FixedClock(at("2026-11-22 12:30 +01:00"), "Europe/Berlin")
    )
    diary = opener(create=True)
    diary.diary.record(an_episode("2026-11-20 02:10 +01:00"))
    file = tmp_path / "given" / name
    file.parent.mkdir()
    hostile.write(name, file, sound)
    before = hashlib.sha256(diary.file.path.read_bytes()).hexdigest()
    given = sorted(found.name for found in tmp_path.rglob("*"))

    def looks_at_it() -> None:
        limit_memory()
        before = most_memory()
        status = LIMITED
        try:
            diary.exchange.preview((file,))
        except CrampLogError as error:
            short = len(str(error).splitlines()) == 1 and len(str(error)) < 500
            status = REFUSED if short else TALKED_TOO_MUCH
        needed[:8] = (most_memory() - before).to_bytes(8, "little")
        os._exit(status)

    needed = mmap.mmap(-1, 8)

    started = seconds_of_children()
    status = exit_status_of(looks_at_it)
    seconds = seconds_of_children() - started

    memory = int.from_bytes(needed[:8], "little")
    tried("P16", f"hostile files ({'refused' if status == REFUSED else 'limited'})", 1)
    assert status in (REFUSED, LIMITED)
    assert seconds < SECONDS
    assert memory < MEMORY
    assert hashlib.sha256(diary.file.path.read_bytes()).hexdigest() == before
    assert sorted(found.name for found in tmp_path.rglob("*")) == given
    assert not Path("/tmp/cramplog-owned.json").exists()
    diary.close()


def test_there_are_enough_of_them() -> None:
    assert len(NAMES) >= 50


def test_the_limit_of_memory_would_be_noticed() -> None:
    def asks_for_too_much() -> None:
        limit_memory()
        bytearray(3 * MEMORY)

    assert exit_status_of(asks_for_too_much) == 1


CARELESS_READERS: dict[str, Callable[[bytes], object]] = {
    "gzip_bomb.json.gz": gzip.decompress,
    "zip_bomb.zip": lambda content: zipfile.ZipFile(io.BytesIO(content)).read("diary.json"),
    "quadratic.gpx": ElementTree.fromstring,
}


@pytest.mark.parametrize("name", CARELESS_READERS)
def test_a_careless_reader_would_be_harmed(name: str) -> None:
    def reads_it() -> None:
        limit_memory()
        CARELESS_READERS[name](hostile.CONTENTS[name])

    assert exit_status_of(reads_it) != 0


def test_the_time_that_is_used_is_measured() -> None:
    def works() -> None:
        while sum(os.times()[:2]) < 0.3:
            pass

    before = seconds_of_children()

    assert exit_status_of(works) == 0
    assert 0.25 < seconds_of_children() - before < SECONDS


def test_the_memory_that_is_used_is_measured() -> None:
    used = mmap.mmap(-1, 8)

    def uses_a_hundred_million() -> None:
        before = most_memory()
        kept = b"x" * 100_000_000
        used[:8] = (most_memory() - before).to_bytes(8, "little")
        del kept

    assert exit_status_of(uses_a_hundred_million) == 0
    assert 90_000_000 < int.from_bytes(used[:8], "little") < 130_000_000
