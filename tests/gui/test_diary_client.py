"""Whoever asked may have gone when the answer comes: what was done, or failed, is told all the same."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import shiboken6
from making import an_episode, at
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from cramplog.bootstrap import Opener
from cramplog.domain.clock import FixedClock
from cramplog.domain.errors import CrampLogError
from cramplog.gui.diary_client import DiaryClient
from cramplog.gui.tasks import Tasks
from cramplog.paths import Paths
from cramplog.services.restoring import Restoring

PATIENCE_MS = 30_000
CLOCK = FixedClock(at("2026-09-11 20:12 +02:00"), "Europe/Berlin")


@pytest.fixture
def client(tmp_path: Path, qtbot: QtBot) -> Iterator[DiaryClient]:
    """On an open diary with one cramp."""
    opener = Opener(Paths.under(tmp_path), CLOCK, in_window=True)
    tasks = Tasks()
    client = DiaryClient(
        tasks.diary,
        lambda: opener(create=True),
        restoring=opener.restoring,
        rescuing=opener.rescuing,
        erasing=opener.erasing,
    )
    with qtbot.waitSignal(client.opened, timeout=PATIENCE_MS):
        client.open()
    with qtbot.waitSignal(client.changed, timeout=PATIENCE_MS):
        client.change(lambda diary: diary.diary.record(an_episode("2026-09-04 20:00 +02:00")), owner=client)
    yield client
    client.close()
    tasks.stop()


def gone(ask: Callable[[QObject], object]) -> None:
    """Let somebody ask who goes before the answer comes."""
    asker = QObject()
    ask(asker)
    shiboken6.delete(asker)


def never(*_answer: object) -> None:
    raise AssertionError("answered one who has gone")


def test_a_backup_that_could_not_be_put_back_is_said(
    client: DiaryClient, qtbot: QtBot, tmp_path: Path
) -> None:
    def put_back(restoring: Restoring) -> object:
        return restoring.put_back(tmp_path / "no such backup.db")

    with qtbot.waitSignal(client.failed, timeout=PATIENCE_MS) as told:
        gone(lambda asker: client.replace(put_back, done=never, failed=never, owner=asker))

    assert isinstance(told.args[0], CrampLogError)


def test_an_erasing_is_said_to_be_over(client: DiaryClient, qtbot: QtBot, tmp_path: Path) -> None:
    with qtbot.waitSignal(client.erased, timeout=PATIENCE_MS):
        gone(lambda asker: client.erase(second=False, failed=never, owner=asker))

    assert not (tmp_path / "diary.db").exists()


def test_an_erasing_that_failed_is_said(client: DiaryClient, qtbot: QtBot, tmp_path: Path) -> None:
    # No file can be taken away under this name.
    (tmp_path / "diary.db.bell").mkdir()

    with qtbot.waitSignal(client.failed, timeout=PATIENCE_MS) as told:
        gone(lambda asker: client.erase(second=False, failed=never, owner=asker))

    assert isinstance(told.args[0], CrampLogError)
