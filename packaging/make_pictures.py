"""Takes a picture of each page of the window on the example diary, in each look and text size.

    python packaging/make_pictures.py FOLDER [--looks light dark] [--sizes 1.0 2.0] [--pages log form]

The pictures are named page-look-size.png. Nothing of the person's own is read or written.
"""

from __future__ import annotations

import argparse
import os
import tempfile
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from cramplog import bootstrap
from cramplog.domain.draft import EpisodeDraft
from cramplog.domain.places import Muscle, Place, Side
from cramplog.gui import application
from cramplog.gui.application import Application
from cramplog.gui.theme.looks import palette_for
from cramplog.paths import Paths

PAGES = ("log", "form", "diary", "insights", "summary", "workouts", "courses", "fill_days", "trash", "timer")
SIZE = (1280, 860)


def main() -> None:
    """Take the pictures that were asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--looks", nargs="+", default=["light", "dark", "contrast"])
    parser.add_argument("--sizes", nargs="+", type=float, default=[1.0, 2.0])
    parser.add_argument("--pages", nargs="+", default=list(PAGES))
    parser.add_argument("--empty", action="store_true", help="on an empty diary instead of the example")
    parser.add_argument("--scroll", type=int, default=0, help="how far down the page, in pixels")
    asked = parser.parse_args()
    asked.folder.mkdir(parents=True, exist_ok=True)
    program = application.start_qt()
    with tempfile.TemporaryDirectory() as folder:
        built = bootstrap.build(Paths.under(Path(folder)), example=not asked.empty)
        built.window.resize(*SIZE)
        built.show()
        while not built.window.pages.log.day.isEnabled():
            program.processEvents()
            time.sleep(0.01)
        settle(program, built)
        built.window.notice.hide()
        for look in asked.looks:
            for size in asked.sizes:
                built.theme.change(palette=palette_for(look), text_size=size)
                for page in asked.pages:
                    show(program, built, page, asked.scroll)
                    name = f"{page}-{look}-{round(size * 100)}.png"
                    built.window.grab().save(str(asked.folder / name))
                    if page == "timer":
                        built.window.timer.page.mistake.click()
        built.stop()


def show(program: QApplication, built: Application, page: str, scroll: int) -> None:
    """Bring a page up, with everything on it loaded and drawn."""
    window = built.window
    if page == "timer":
        window.timer.start()
        settle(program, built)
        window.timer.page.where.set_places((Place(Muscle.CALF, Side.LEFT),))
        settle(program, built)
        return
    if page == "form":
        episodes: list[EpisodeDraft] = []
        built.client.ask(
            lambda diary: diary.reading.episodes()[:1],
            lambda found: episodes.extend(EpisodeDraft.of(one) for one in found),
            owner=window,
        )
        settle(program, built)
        if episodes:
            window.open_form(episodes[0])
        else:
            window.log_a_cramp()
    else:
        window.shell.show_page(page)
    settle(program, built)
    shown = window.shell.current_page()
    area = getattr(window, shown).scroll_area()
    area.verticalScrollBar().setValue(scroll)
    settle(program, built)


def settle(program: QApplication, built: Application, quiet: float = 0.4) -> None:
    """Wait until both workers have been idle for a while."""
    since = time.monotonic()
    while time.monotonic() - since < quiet:
        program.processEvents()
        if built.tasks.are_busy:
            since = time.monotonic()
        time.sleep(0.01)


if __name__ == "__main__":
    main()
