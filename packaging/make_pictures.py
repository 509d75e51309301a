"""Takes a picture of each page of the window on the example diary, in each look and text size.

    python packaging/make_pictures.py FOLDER [--looks light dark] [--sizes 1.0 2.0] [--pages log form]
                                             [--languages en de es] [--sheet docs/pictures/all.webp]

The pictures are named page-look-size-language.png; `--sheet` sets them side by side in one small picture, one
row a page. Nothing of the person's own is read or written.
"""

from __future__ import annotations

import argparse
import os
import tempfile
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from cramplog import bootstrap, paths
from cramplog.domain.draft import EpisodeDraft
from cramplog.domain.places import Muscle, Place, Side
from cramplog.gui import application, speech
from cramplog.gui.application import Application
from cramplog.gui.theme.looks import palette_for
from cramplog.i18n import LANGUAGES, language
from cramplog.paths import Paths

PAGES = (
    "log", "form", "diary", "insights", "summary", "workouts", "courses", "fill_days", "trash", "settings",
    "timer",
)  # fmt: skip
SIZE = (1280, 860)
SHEET_WIDTH, GAP, SHEET_QUALITY = 320, 6, 60
SMOOTH = Qt.TransformationMode.SmoothTransformation
FORMATS = {"en": "en_GB", "de": "de_DE", "es": "es_ES"}


def main() -> None:
    """Take the pictures that were asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--looks", nargs="+", default=["light", "dark", "contrast"])
    parser.add_argument("--sizes", nargs="+", type=float, default=[1.0, 2.0])
    parser.add_argument("--languages", nargs="+", default=["en"], choices=sorted(LANGUAGES))
    parser.add_argument("--sheet", type=Path, help="one small picture of them all, as WebP or PNG")
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
        taken: dict[str, list[QImage]] = {page: [] for page in asked.pages}
        for code in asked.languages:
            speak(program, built, code)
            for look in asked.looks:
                for size in asked.sizes:
                    built.theme.change(palette=palette_for(look), text_size=size)
                    for page in asked.pages:
                        show(program, built, page, asked.scroll)
                        picture = built.window.grab().toImage()
                        picture.save(str(asked.folder / f"{page}-{look}-{round(size * 100)}-{code}.png"))
                        taken[page].append(picture)
                        if page == "timer":
                            built.window.timer.page.mistake.click()
        built.stop()
    if asked.sheet is not None:
        sheet(taken).save(str(asked.sheet), quality=SHEET_QUALITY)


def speak(program: QApplication, built: Application, code: str) -> None:
    """Let the window speak another language."""
    language.speak(code, paths.resource("locale"), formats=FORMATS.get(code, ""))
    speech.speak(program)
    built.renew_window()
    built.window.resize(*SIZE)
    settle(program, built)
    built.window.notice.hide()


def sheet(taken: dict[str, list[QImage]]) -> QImage:
    """All pictures beside each other, one row a page."""
    rows = list(taken.values())
    cell = QSize(SHEET_WIDTH, round(SHEET_WIDTH * SIZE[1] / SIZE[0]))
    columns = max(len(row) for row in rows)
    whole = QImage(
        columns * (cell.width() + GAP) + GAP,
        len(rows) * (cell.height() + GAP) + GAP,
        QImage.Format.Format_RGB32,
    )
    whole.fill(QColor("#808080"))
    painter = QPainter(whole)
    for down, row in enumerate(rows):
        for along, picture in enumerate(row):
            small = picture.scaled(cell, Qt.AspectRatioMode.IgnoreAspectRatio, SMOOTH)
            painter.drawImage(
                QPoint(GAP + along * (cell.width() + GAP), GAP + down * (cell.height() + GAP)), small
            )
    painter.end()
    return whole


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
    area = window.pages.page(shown).scroll_area()
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
