"""Recognises folders that another program copies to the internet while the diary may be written."""

from __future__ import annotations

from pathlib import Path

# What such a folder is called, in lower case: the name, or its beginning before a space or a dash.
_NAMES = {
    "dropbox": "Dropbox",
    "onedrive": "OneDrive",
    "nextcloud": "Nextcloud",
    "owncloud": "ownCloud",
    "google drive": "Google Drive",
    "googledrive": "Google Drive",
    "my drive": "Google Drive",
    "icloud drive": "iCloud",
    "iclouddrive": "iCloud",
    "mobile documents": "iCloud",
    "syncthing": "Syncthing",
    "mega": "MEGA",
    "pcloud drive": "pCloud",
}
# What such a program leaves in its folder.
_MARKS = {
    ".dropbox": "Dropbox",
    ".stfolder": "Syncthing",
    ".nextcloudsync.log": "Nextcloud",
    ".owncloudsync.log": "ownCloud",
    ".sync_folder": "Resilio Sync",
}


def synced_by(path: Path) -> str | None:
    """The program that keeps the folder of `path` in step with other computers; None where none is known."""
    for folder in path.absolute().parents:
        name = folder.name.lower()
        for known, program in _NAMES.items():
            if name == known or name.startswith((f"{known} -", f"{known} (", f"{known}-")):
                return program
        for mark, program in _MARKS.items():
            if (folder / mark).exists():
                return program
    return None
