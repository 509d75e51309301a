"""One window at a time; no crash leaves a lock behind; another computer's lock is named."""

from __future__ import annotations

import json
import os
import signal
import time
from pathlib import Path

import pytest
from making import at

from cramplog.domain.errors import DiaryInUse
from cramplog.storage import window_lock
from cramplog.storage.window_lock import WindowLock

NOW = at("2026-11-22 18:00 +01:00")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "diary.db"


def test_a_second_window_is_refused_until_the_first_is_closed(path: Path) -> None:
    with (
        WindowLock.take(path, now=NOW),
        pytest.raises(DiaryInUse, match="is open in a window") as caught,
    ):
        WindowLock.take(path, now=NOW)
    assert caught.value.host is None

    WindowLock.take(path, now=NOW).release()


def test_what_must_be_alone_is_refused_while_a_window_is_open(path: Path) -> None:
    window_lock.expect_no_window(path)
    assert list(path.parent.iterdir()) == []
    with WindowLock.take(path, now=NOW), pytest.raises(DiaryInUse):
        window_lock.expect_no_window(path)

    window_lock.expect_no_window(path)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="kills a child process")
def test_the_lock_of_a_killed_window_is_free_at_once(path: Path) -> None:
    child = os.fork()
    if child == 0:
        WindowLock.take(path, now=NOW)
        time.sleep(60)
        os._exit(1)
    while not window_lock.lock_file(path).exists() or not window_lock.lock_file(path).read_bytes():
        time.sleep(0.01)
    with pytest.raises(DiaryInUse):
        WindowLock.take(path, now=NOW)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)

    WindowLock.take(path, now=NOW).release()


def test_another_computers_lock_is_named_and_can_be_overridden_knowingly(path: Path) -> None:
    page = {"host": "grandmas-laptop", "since": "2026-11-20T08:30:00+01:00"}
    window_lock.lock_file(path).write_text(json.dumps(page))

    with pytest.raises(DiaryInUse, match="grandmas-laptop since 2026-11-20 08:30") as caught:
        WindowLock.take(path, now=NOW)
    assert caught.value.host == "grandmas-laptop"
    with pytest.raises(DiaryInUse):
        window_lock.expect_no_window(path)

    WindowLock.take(path, now=NOW, even_from_another_computer=True).release()
    window_lock.expect_no_window(path)


@pytest.mark.parametrize("content", [b"", b"[]", b"{}", b"\xff\xfe", b'{"host": 1}', b"x" * 10_000])
def test_a_lock_file_of_nonsense_locks_nobody_out(path: Path, content: bytes) -> None:
    window_lock.lock_file(path).write_bytes(content)

    WindowLock.take(path, now=NOW).release()


def test_who_rings_is_heard_once(path: Path) -> None:
    assert window_lock.answer(path) is None

    window_lock.ring(path)
    window_lock.ring(path, timer=True)

    assert window_lock.answer(path) == "timer"
    assert window_lock.answer(path) is None
    window_lock.bell_file(path).write_bytes(b"\xff format c:")
    assert window_lock.answer(path) is None


def test_lock_and_bell_are_for_the_person_only(path: Path) -> None:
    before = os.umask(0)
    try:
        with WindowLock.take(path, now=NOW):
            window_lock.ring(path)
            modes = {file.stat().st_mode & 0o777 for file in path.parent.iterdir()}
    finally:
        os.umask(before)

    assert modes == {0o600}
