"""`backup`, `restore` and `check`, as a script relies on them."""

from __future__ import annotations

import io
import json
import os
import pty
import select
import sqlite3
import subprocess
import sys
import termios
import time
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from making import at

from cramplog.cli.arguments import parse
from cramplog.cli.run import run
from cramplog.domain.clock import SystemClock
from cramplog.services.open_diary import OpenDiary
from cramplog.storage.window_lock import WindowLock, lock_file

PASSPHRASE = "correct horse battery"
LOGGED = ("log", "--muscle", "calf", "--side", "left")


def notes(cramplog: Any, tmp_path: Path) -> list[str]:
    assert cramplog("export", "--format", "json", str(tmp_path / "out.json")).status == 0
    document = json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))
    return [episode["note"] for episode in document["episodes"]]


def test_a_backup_is_put_back_and_the_diary_before_is_kept_beside_it(cramplog: Any, tmp_path: Path) -> None:
    cramplog(*LOGGED, "--note", "first")
    made = cramplog("backup", str(tmp_path / "stick"))
    cramplog(*LOGGED, "--note", "second")

    said = cramplog("restore", made.out.strip())

    assert (made.status, made.err) == (0, "")
    assert Path(made.out.strip()).parent == tmp_path / "stick"
    assert said.status == 0, said.err
    assert "1 cramp" in said.out
    assert notes(cramplog, tmp_path) == ["first"]
    kept = tmp_path / "diary.before-restore.db"
    assert str(kept) in said.out
    assert cramplog("check", diary=kept).status == 0
    assert cramplog("restore", str(kept)).status == 0
    assert sorted(notes(cramplog, tmp_path)) == ["first", "second"]


def test_a_lost_diary_is_put_back_from_its_own_backups(cramplog: Any, tmp_path: Path) -> None:
    cramplog(*LOGGED, "--note", "kept")
    backup = cramplog("backup").out.strip()
    (tmp_path / "diary.db").unlink()
    assert "Put one back" in cramplog(*LOGGED).err

    said = cramplog("restore", backup)

    assert said.status == 0
    assert notes(cramplog, tmp_path) == ["kept"]


def test_what_is_logged_is_backed_up_without_being_asked(cramplog: Any, tmp_path: Path) -> None:
    cramplog(*LOGGED)
    cramplog(*LOGGED)

    answer = json.loads(cramplog("check", "--json").out)

    # Not more than one in half an hour.
    assert [backup["counts"]["episodes"] for backup in answer["backups"]] == [1]
    assert answer["backups"][0]["age_days"] < 0.1
    assert Path(answer["backups"][0]["path"]).parent == tmp_path / "backups"


def test_no_file_but_a_sound_backup_is_put_back(cramplog: Any, tmp_path: Path) -> None:
    cramplog(*LOGGED, "--note", "mine")
    (tmp_path / "text.db").write_text("Dear diary")
    bad = Path(cramplog("backup").out.strip())
    with closing(sqlite3.connect(bad, isolation_level=None)) as other:
        other.execute("UPDATE episode SET pain = 9")

    for file in (bad, tmp_path / "text.db", tmp_path / "nowhere.db", tmp_path / "diary.db"):
        said = cramplog("restore", str(file))
        assert (said.status, said.out, len(said.err.splitlines())) == (1, "", 1)

    assert notes(cramplog, tmp_path) == ["mine"]


def test_a_damaged_diary_is_not_written_and_not_backed_up(cramplog: Any, tmp_path: Path) -> None:
    cramplog(*LOGGED)
    with closing(sqlite3.connect(tmp_path / "diary.db", isolation_level=None)) as other:
        other.execute("UPDATE episode SET pain = 9")
    before = (tmp_path / "diary.db").read_bytes()

    assert cramplog(*LOGGED).status == 1
    assert cramplog("backup").status == 1
    said = cramplog("check")

    assert said.status == 1
    assert "does not match its checksum" in said.out
    assert (tmp_path / "diary.db").read_bytes() == before


def test_what_cannot_be_read_is_not_counted_as_nothing(cramplog: Any, tmp_path: Path) -> None:
    cramplog(*LOGGED)
    file = tmp_path / "diary.db"
    content = bytearray(file.read_bytes())
    middle = len(content) // 2
    content[middle - 3000 : middle + 3000] = b"Z" * 6000
    file.write_bytes(content)

    said = cramplog("check")

    assert said.status == 1
    assert "The diary is damaged. Nothing was changed." in said.out
    assert "0 cramps" not in said.out


def test_commands_write_beside_an_open_window_but_do_not_restore(cramplog: Any, tmp_path: Path) -> None:
    cramplog(*LOGGED)
    backup = cramplog("backup").out.strip()
    with WindowLock.take(tmp_path / "diary.db", now=at("2026-11-22 18:00")):
        assert cramplog(*LOGGED).status == 0
        said = cramplog("restore", backup)

    assert said.status == 1
    assert "is open in a window" in said.err
    assert len(notes(cramplog, tmp_path)) == 2


def test_a_folder_that_cannot_be_written_is_named(cramplog: Any, tmp_path: Path) -> None:
    cramplog(*LOGGED)
    (tmp_path / "file").write_text("in the way")

    said = cramplog("backup", str(tmp_path / "file" / "folder"))

    assert said.status == 1
    assert str(tmp_path / "file") in said.err
    assert len(said.err.splitlines()) == 1


def test_another_computers_lock_is_overridden_only_when_told_to(cramplog: Any, tmp_path: Path) -> None:
    cramplog(*LOGGED, "--note", "first")
    backup = cramplog("backup").out.strip()
    cramplog(*LOGGED, "--note", "second")
    page = {"host": "grandmas-laptop", "since": "2026-11-20T08:30:00+01:00"}
    lock_file(tmp_path / "diary.db").write_text(json.dumps(page))

    refused = cramplog("restore", backup)

    assert refused.status == 1
    assert "grandmas-laptop since 2026-11-20 08:30" in refused.err
    assert "--take-over" in refused.err
    assert len(refused.err.splitlines()) == 1
    assert cramplog("restore", backup, "--take-over").status == 0
    assert notes(cramplog, tmp_path) == ["first"]


def test_a_sealed_backup_needs_its_passphrase_and_comes_back_with_it(cramplog: Any, tmp_path: Path) -> None:
    (tmp_path / "right.txt").write_text("correct horse battery\n")
    (tmp_path / "wrong.txt").write_text("another horse\n")
    right, wrong = (("--passphrase-file", str(tmp_path / f"{name}.txt")) for name in ("right", "wrong"))
    cramplog(*LOGGED, "--note", "zebrafish")

    made = cramplog("backup", "--sealed", str(tmp_path / "stick"), *right)

    assert (made.status, made.err) == (0, "")
    copy = Path(made.out.strip())
    assert copy.parent == tmp_path / "stick"
    assert copy.suffix == ".sealed"
    assert b"zebrafish" not in copy.read_bytes()
    for command in ("restore", "import"):
        for options, why in ((wrong, "is wrong"), ((), "--passphrase-file")):
            said = cramplog(command, str(copy), *options)
            assert (said.status, said.out, len(said.err.splitlines())) == (1, "", 1)
            assert why in said.err
    (tmp_path / "diary.db").unlink()
    assert cramplog("restore", str(copy), *right).status == 0
    assert notes(cramplog, tmp_path) == ["zebrafish"]
    other = tmp_path / "other.db"
    assert cramplog("import", str(copy), *right, diary=other).status == 0
    assert "Holds: 1 cramp, 0 days" in cramplog("check", diary=other).out


def test_sealing_refuses_what_protects_nothing_and_says_what_lacks(cramplog: Any, tmp_path: Path) -> None:
    cramplog(*LOGGED)
    (tmp_path / "short.txt").write_text("abc123\n")
    (tmp_path / "empty.txt").write_text("")

    assert cramplog("backup", "--sealed").status == 2
    short = cramplog("backup", "--sealed", str(tmp_path), "--passphrase-file", str(tmp_path / "short.txt"))
    assert "at least 8 characters" in short.err
    assert "abc123" not in short.err
    for file in ("empty.txt", "nowhere.txt"):
        said = cramplog("backup", "--sealed", str(tmp_path), "--passphrase-file", str(tmp_path / file))
        assert said.status == 1
        assert file in said.err


def test_nothing_is_erased_unasked_and_everything_with_yes(cramplog: Any, tmp_path: Path) -> None:
    cramplog(*LOGGED)
    cramplog("backup")

    asked = cramplog("erase")
    assert asked.status == 1
    assert str(tmp_path / "diary.db") in asked.out
    assert "--yes" in asked.err
    assert (tmp_path / "diary.db").exists()

    said = cramplog("erase", "--yes")

    assert said.status == 0
    assert "Erased:" in said.out
    assert [file.name for file in tmp_path.rglob("*") if file.is_file()] == []


def test_a_question_that_is_not_answered_erases_nothing(
    cramplog: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cramplog(*LOGGED)
    terminal = io.StringIO("")
    monkeypatch.setattr(terminal, "isatty", lambda: True, raising=False)
    monkeypatch.setattr("sys.stdin", terminal)

    said = cramplog("erase")

    assert said.status == 1
    assert "Nothing was erased." in said.err
    assert (tmp_path / "diary.db").exists()


def test_check_counts_in_words(cramplog: Any) -> None:
    cramplog(*LOGGED)

    said = cramplog("check").out

    assert "Holds: 1 cramp, 0 days (revision 1)" in said
    assert "One backup, made" in said


def test_a_diary_on_a_stick_that_is_not_plugged_in_is_not_made_anew(cramplog: Any, tmp_path: Path) -> None:
    said = cramplog(*LOGGED, diary=tmp_path / "stick" / "diary.db")

    assert (said.status, said.out, len(said.err.splitlines())) == (1, "", 1)
    assert "plug that in first" in said.err
    assert not (tmp_path / "stick").exists()


def test_a_mistake_of_the_program_is_one_line_without_a_word_of_the_diary(
    capsys: pytest.CaptureFixture[str],
) -> None:
    class Broken:
        def __call__(self, *, create: bool) -> OpenDiary:
            raise RuntimeError(f"zebrafish {create}")

        clock = SystemClock()
        restoring = erasing = __call__

    status = run(parse(["check"]), Broken())  # type: ignore[arg-type]

    said = capsys.readouterr()
    assert (status, said.out, len(said.err.splitlines())) == (1, "", 1)
    assert "RuntimeError at" in said.err
    assert "zebrafish" not in said.err


def at_a_terminal(*command: str, answers: dict[str, str], hides: bool = True) -> tuple[int, str]:
    """Run a command at a terminal of its own; to each question that it asks, type the answer."""
    ours, theirs = pty.openpty()
    # The shell opens the terminal by its name: so it becomes that of the session, as a person's is.
    script = f'exec "$@" <>{os.ttyname(theirs)} >&0 2>&0'
    run = subprocess.Popen(["sh", "-c", script, "sh", *command], start_new_session=True)
    shown = ""
    try:
        for question, answer in answers.items():
            while question not in shown:
                assert select.select([ours], [], [], 60)[0], shown
                shown += os.read(ours, 4_096).decode()
            end = time.monotonic() + 60
            while hides and termios.tcgetattr(ours)[3] & termios.ECHO:
                assert time.monotonic() < end, "what is typed would be shown"
                time.sleep(0.01)
            os.write(ours, answer.encode() + b"\n")
        status = run.wait(60)
        while select.select([ours], [], [], 0)[0]:
            shown += os.read(ours, 4_096).decode()
    finally:
        run.kill()
        run.wait()
        os.close(ours)
        os.close(theirs)
    return status, shown


def test_at_a_terminal_the_passphrase_is_asked_for_twice_and_never_shown(
    cramplog: Any, tmp_path: Path
) -> None:
    cramplog(*LOGGED, "--note", "kept")
    base = (sys.executable, "-m", "cramplog")
    diary = ("--diary", str(tmp_path / "diary.db"))
    asked = {"nobody can open the file): ": PASSPHRASE, "The same again: ": PASSPHRASE}
    status, shown = at_a_terminal(*base, "backup", "--sealed", str(tmp_path / "stick"), *diary, answers=asked)
    assert status == 0, shown
    assert PASSPHRASE not in shown
    (sealed,) = (tmp_path / "stick").glob("*.sealed")

    twice = {**asked, "The same again: ": "another one of them"}
    status, shown = at_a_terminal(*base, "backup", "--sealed", str(tmp_path / "stick"), *diary, answers=twice)
    assert (status, "was not the same twice" in shown) == (2, True)
    assert list((tmp_path / "stick").glob("*.sealed")) == [sealed]

    cramplog("free", "--from", "2026-01-05", "--to", "2026-01-05")
    wrong = {"Passphrase: ": "wrong horse battery"}
    status, shown = at_a_terminal(*base, "restore", str(sealed), *diary, answers=wrong)
    assert (status, "is wrong" in shown) == (1, True)
    assert "wrong horse" not in shown
    status, shown = at_a_terminal(*base, "restore", str(sealed), *diary, answers={"Passphrase: ": PASSPHRASE})
    assert status == 0, shown
    assert PASSPHRASE not in shown
    assert notes(cramplog, tmp_path) == ["kept"]


def test_a_question_that_shows_what_is_typed_would_be_noticed() -> None:
    asks = "import sys; print('Passphrase: ', end='', flush=True); sys.stdin.readline()"

    _status, shown = at_a_terminal(
        sys.executable, "-c", asks, answers={"Passphrase: ": PASSPHRASE}, hides=False
    )

    assert PASSPHRASE in shown
