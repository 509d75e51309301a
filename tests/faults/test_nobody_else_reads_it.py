"""The real window, everywhere in it: no connection, no file that a note names, no word where none may be."""

from __future__ import annotations

import json
import os
import re
import shutil
import socket
import subprocess
import sys
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import canary
import pytest
import tour
from offline import can_be_offline, offline
from trials import Tried

from cramplog.bootstrap import Opener
from cramplog.domain.clock import SystemClock
from cramplog.paths import Paths

pytestmark = pytest.mark.skipif(shutil.which("strace") is None, reason="needs strace")

TOUR = Path(tour.__file__)
# The rooms that touch files, windows and the system.
OFFLINE_SUITE = [f"tests/{room}" for room in ("journeys", "cli", "services", "storage", "exchange", "gui")]
# What Qt and matplotlib keep for themselves: visited folders, and which fonts there are.
KEPT_BY_LIBRARIES = ("QtProject.conf", "fontlist-")


@dataclass(frozen=True, slots=True)
class Traced:
    """A tour that was taken: where, what it said, and the system calls that it made."""

    folder: Path
    seen: dict[str, Any]
    said: str
    calls: list[str]

    def connections(self) -> list[str]:
        """Sockets of any kind but those inside this computer."""
        return [call for call in self.calls if "socket(" in call and "AF_INET" in call]

    def pictures_opened(self) -> list[str]:
        """Files that only a note names."""
        return [call for call in self.calls if "eye.png" in call]

    def files(self, *outside: str) -> list[Path]:
        """Every file of the tour but those in these folders."""
        found = [file for file in self.folder.rglob("*") if file.is_file()]
        return [file for file in found if file.relative_to(self.folder).parts[0] not in outside]


def take(folder: Path, what: str) -> Traced:
    """Take the tour of a diary full of notes that are markup, and that name a picture."""
    for name in ("given", "saved", "tmp", "person", "pictures"):
        (folder / name).mkdir()
    (folder / "pictures" / "eye.png").touch()
    words = f'{canary.CANARY} <img src="{folder}/pictures/eye.png"> <b>bold</b>'
    (folder / "pictures" / "words").write_text(words)
    for home in ("home", "other"):
        diary = Opener(Paths.under(folder / home))(create=True)
        canary.fill(diary, SystemClock(), words)
        if home == "other":
            diary.exchange.export_json(folder / "given" / "diary.json")
        diary.close()
    trace = folder / "pictures" / "trace"
    places = ("XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "HOME")
    run = subprocess.run(
        [*offline(), "strace", "-f", "--seccomp-bpf", "-s", "4096", "-o", str(trace),
         "-e", "trace=network,open,openat,openat2,creat,stat", sys.executable, str(TOUR), str(folder), what],
        env={
            **os.environ,
            **{name: str(folder / "person" / name) for name in places},
            "TMPDIR": str(folder / "tmp"),
            "QT_QPA_PLATFORM": "offscreen",
        },
        umask=0o022, capture_output=True, text=True, timeout=300, check=False,
    )  # fmt: skip
    assert run.returncode == 0, run.stderr[-3_000:]
    calls = trace.read_text(errors="replace").splitlines()
    return Traced(folder, json.loads(run.stdout), run.stderr, calls)


def every_dialog() -> set[str]:
    """The program's dialogs; PlainDialog is only what some of them have in common."""
    source = "".join(file.read_text() for file in (TOUR.parents[1] / "cramplog" / "gui").rglob("*.py"))
    found = re.findall(r"^class (\w+)\((?:QDialog|PlainDialog)\)", source, re.MULTILINE)
    return set(found) - {"PlainDialog"}


@pytest.mark.parametrize("what", ["pages", pytest.param("all", marks=pytest.mark.slow)])
def test_whatever_is_looked_at_in_the_window_nobody_else_reads_it(
    tmp_path: Path, what: str, tried: Tried
) -> None:
    traced = take(tmp_path, what)

    assert len(traced.seen["pages"]) >= 12
    assert what == "pages" or every_dialog() - set(traced.seen["dialogs"]) == set()
    assert traced.connections() == []
    assert [name for name in traced.seen["libraries"] if "Qt6Network" in name or "QtNetwork" in name] == []
    assert traced.pictures_opened() == []
    assert canary.CANARY not in traced.said
    # The diary, its backups and what the person saved hold it; nothing else does.
    own = [file for file in traced.files("given", "other", "pictures", "saved") if file.suffix != ".db"]
    assert [file for file in own if canary.CANARY.encode() in file.read_bytes()] == []
    assert [file.name for file in own if file.name == "cramplog.log"] == []
    kept = [file.name for file in traced.files("given", "other", "pictures", "saved", "home")]
    assert [name for name in kept if not name.startswith(KEPT_BY_LIBRARIES)] == []
    written = traced.files("given", "other", "pictures")
    assert {file.stat().st_mode & 0o777 for file in written} == {0o600}
    folders = {folder for file in written for folder in file.relative_to(tmp_path).parents[:-2]}
    assert {(tmp_path / folder).stat().st_mode & 0o777 for folder in folders} == {0o700}
    tried("P12–P14, P17", "the window, page by page", len(traced.seen["pages"]) + len(traced.seen["dialogs"]))
    tried("P13", "system calls of the window", len(traced.calls), lost=len(traced.connections()))


def test_the_same_look_would_notice_each_leak(tmp_path: Path) -> None:
    traced = take(tmp_path, "leaks")

    assert traced.connections() != []
    assert any("Qt6Network" in name for name in traced.seen["libraries"])
    assert traced.pictures_opened() != []
    leaked = traced.files("given", "other", "pictures", "saved")
    assert {file.parent.name for file in leaked if canary.CANARY.encode() in file.read_bytes()} >= {
        "tmp",
        "logs",
    }
    assert 0o666 in {file.stat().st_mode & 0o777 for file in leaked}


COMMANDS = """
import json, sys
from cramplog.__main__ import main
for command in json.loads(sys.argv[1]):
    assert main(command) == 0, command
"""


def test_no_command_opens_a_connection_or_needs_a_network(tmp_path: Path) -> None:
    diary, trace = ("--diary", str(tmp_path / "diary.db")), tmp_path / "trace"
    commands: list[list[str]] = [
        ["log", "--muscle", "calf", "--side", "left", "--note", canary.CANARY],
        ["free", "--from", "2026-01-05", "--to", "2026-01-06"],
        *(["export", "--format", kind, str(tmp_path / f"out.{kind}")] for kind in ("json", "csv", "fhir")),
        ["import", str(tmp_path / "out.json")],
        ["analysis", "--json"],
        ["summary", str(tmp_path / "page.pdf")],
        ["backup"],
        ["backup", str(tmp_path / "kept")],
        ["check", "--json"],
    ]
    run = [*offline(), "strace", "-f", "-e", "trace=network", "-o", str(trace), sys.executable]

    subprocess.run(
        [*run, "-c", COMMANDS, json.dumps([[*command, *diary] for command in commands])],
        check=True, capture_output=True, timeout=300,
    )  # fmt: skip
    (backup,) = (tmp_path / "kept").glob("*.db")
    subprocess.run(
        [*run, "-m", "cramplog", "restore", str(backup), *diary], check=True, capture_output=True, timeout=300
    )

    assert "AF_INET" not in trace.read_text()


CONNECTS = """
import socket, sys
socket.create_connection(("127.0.0.1", int(sys.argv[1])), timeout=5)
"""


@pytest.mark.skipif(not can_be_offline(), reason="the system lets no process be without a network")
def test_without_a_network_not_even_this_computer_is_reached(tmp_path: Path) -> None:
    trace = tmp_path / "trace"
    with closing(socket.create_server(("127.0.0.1", 0))) as server:
        command = [sys.executable, "-c", CONNECTS, str(server.getsockname()[1])]
        online = subprocess.run(
            ["strace", "-f", "-e", "trace=network", "-o", str(trace), *command],
            check=False, capture_output=True, timeout=60,
        )  # fmt: skip
        cut_off = subprocess.run([*offline(), *command], check=False, capture_output=True, timeout=60)

    assert (online.returncode, cut_off.returncode) == (0, 1)
    assert "AF_INET" in trace.read_text()


@pytest.mark.slow
@pytest.mark.skipif(not can_be_offline(), reason="the system lets no process be without a network")
def test_the_suite_passes_without_a_network(tmp_path: Path) -> None:
    root = TOUR.parents[1]
    run = subprocess.run(
        [*offline(), sys.executable, "-m", "pytest", "-q", "-n0", "-p", "no:randomly", *OFFLINE_SUITE],
        cwd=root, check=False, capture_output=True, text=True, timeout=9_000,
    )  # fmt: skip

    assert run.returncode == 0, run.stdout[-3_000:]
