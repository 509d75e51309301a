"""Files in and out: each kind of export and import beside the bare library of its format."""

from __future__ import annotations

import csv
import io
import itertools
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from stopwatch import CLOCK, Filled, Stopwatch

from cramplog.bootstrap import Opener
from cramplog.paths import Paths
from cramplog.services.open_diary import OpenDiary


def test_export_json(beside: Stopwatch, filled: Filled, diary: OpenDiary, tmp_path: Path) -> None:
    out = tmp_path / "diary.json"
    diary.exchange.export_json(out)
    document = json.loads(out.read_text(encoding="utf-8"))

    beside(
        lambda: diary.exchange.export_json(out),
        lambda: json.dumps(document, ensure_ascii=False),
        beneath="json.dumps of the same document",
        size=filled.size,
        rounds=3,
    )


def test_export_csv(beside: Stopwatch, filled: Filled, diary: OpenDiary, tmp_path: Path) -> None:
    tables = diary.exchange.export_csv(tmp_path / "diary.csv")
    rows = [
        list(csv.reader(io.StringIO(each.read_text(encoding="utf-8-sig"), newline=""))) for each in tables
    ]

    beside(
        lambda: diary.exchange.export_csv(tmp_path / "diary.csv"),
        lambda: [csv.writer(io.StringIO()).writerows(each) for each in rows],
        beneath="csv.writer of the same rows",
        size=filled.size,
        rounds=3,
    )


def test_export_fhir(beside: Stopwatch, filled: Filled, diary: OpenDiary, tmp_path: Path) -> None:
    out = tmp_path / "bundle.json"
    diary.exchange.export_fhir(out)
    document = json.loads(out.read_text(encoding="utf-8"))

    beside(
        lambda: diary.exchange.export_fhir(out),
        lambda: json.dumps(document, ensure_ascii=False),
        beneath="json.dumps of the same bundle",
        size=filled.size,
        rounds=3,
    )


class Empty:
    """New empty diaries, one for each import."""

    def __init__(self, folder: Path) -> None:
        self._folders = (folder / str(number) for number in itertools.count())
        self.diary: OpenDiary | None = None
        self.renew()

    def renew(self) -> None:
        """Another empty diary."""
        self.close()
        self.diary = Opener(Paths.under(next(self._folders)), CLOCK)(create=True)

    def take_in(self, path: Path) -> None:
        """The whole import: read, compare, back up, save."""
        assert self.diary is not None
        self.diary.exchange.apply(self.diary.exchange.preview([path]))

    def close(self) -> None:
        """Let go of the file."""
        if self.diary is not None:
            self.diary.close()


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Empty]:
    """A new diary for each round."""
    made = Empty(tmp_path)
    yield made
    made.close()


def test_import_json(
    beside: Stopwatch, filled: Filled, diary: OpenDiary, empty: Empty, tmp_path: Path
) -> None:
    out = tmp_path / "diary.json"
    diary.exchange.export_json(out)

    beside(
        lambda: empty.take_in(out),
        lambda: json.loads(out.read_bytes()),
        beneath="json.loads of the same file (nothing is saved)",
        size=filled.size,
        rounds=3,
        setup=empty.renew,
    )


def test_import_csv(
    beside: Stopwatch, filled: Filled, diary: OpenDiary, empty: Empty, tmp_path: Path
) -> None:
    table = diary.exchange.export_csv(tmp_path / "diary.csv")[0]

    def floor() -> None:
        with table.open(encoding="utf-8-sig", newline="") as file:
            list(csv.reader(file))

    beside(
        lambda: empty.take_in(table),
        floor,
        beneath="csv.reader of the same file (nothing is saved)",
        size=filled.size,
        rounds=3,
        setup=empty.renew,
    )
