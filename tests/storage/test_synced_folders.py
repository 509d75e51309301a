"""Folders that another program copies to the internet are recognised by name or by what it leaves there."""

from __future__ import annotations

from pathlib import Path

import pytest

from cramplog.storage.synced_folders import synced_by


@pytest.mark.parametrize(
    ("folder", "program"),
    [
        ("Dropbox/health", "Dropbox"),
        ("Dropbox (Personal)", "Dropbox"),
        ("OneDrive - Contoso/docs", "OneDrive"),
        ("OneDrive", "OneDrive"),
        ("Library/Mobile Documents/com~apple~CloudDocs", "iCloud"),
        ("Nextcloud", "Nextcloud"),
        ("GoogleDrive-ana@example.org/My Drive", "Google Drive"),
        (".local/share/cramplog", None),
        ("megaphones", None),
        ("my onedrive notes", None),
    ],
)
def test_by_their_names(tmp_path: Path, folder: str, program: str | None) -> None:
    assert synced_by(tmp_path / folder / "diary.db") == program


@pytest.mark.parametrize(("mark", "program"), [(".stfolder", "Syncthing"), (".dropbox", "Dropbox")])
def test_by_what_lies_in_them(tmp_path: Path, mark: str, program: str) -> None:
    (tmp_path / mark).touch()

    assert synced_by(tmp_path / "health" / "diary.db") == program
