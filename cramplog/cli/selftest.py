"""Does this installation work? An example diary, imported, drawn and put on paper in a temporary folder."""

from __future__ import annotations

import importlib
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from cramplog import __version__
from cramplog.domain.period_choice import PeriodChoice, Span
from cramplog.exchange.asked import Asked

if TYPE_CHECKING:
    from cramplog.services.open_diary import OpenDiary

DONE, COULD_NOT = 0, 1


def run(open_example: Callable[[Path], OpenDiary], open_empty: Callable[[Path], OpenDiary]) -> int:
    """Try each part that an installer could have left out; prints a line a part, returns the exit status.

    Both callables are given a folder and open a diary in it. The person's own diary is not touched.
    """
    print(f"cramplog {__version__}")
    with tempfile.TemporaryDirectory(prefix="cramplog-selftest-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        example, empty = open_example(folder / "example"), open_empty(folder / "empty")
        try:
            steps: tuple[tuple[str, Callable[[], str]], ...] = (
                ("import", lambda: _import(example, empty, folder)),
                ("files", lambda: _files(empty, folder)),
                ("charts", lambda: _charts(empty)),
                ("page", lambda: _page(empty, folder)),
                ("check", lambda: _check(empty)),
            )
            results = [_tried(part, step) for part, step in steps]
        finally:
            empty.close()
            example.close()
    return DONE if all(results) else COULD_NOT


def _tried(part: str, step: Callable[[], str]) -> bool:
    try:
        found = step()
    except Exception as error:  # noqa: BLE001 — whatever the installation lacks is the answer asked for
        print(f"{part}: FAILED: {type(error).__name__}: {error}")
        return False
    print(f"{part}: {found}")
    return True


def _import(example: OpenDiary, empty: OpenDiary, folder: Path) -> str:
    file = folder / "diary.json"
    example.exchange.export_json(file)
    empty.exchange.apply(empty.exchange.preview([file]))
    before, after = example.reading.contents(), empty.reading.contents()
    if before != after:
        raise RuntimeError("the imported diary differs from the exported one")
    return f"{len(after.episodes)} cramps, {len(after.days)} days, {len(after.workouts)} workouts"


def _files(diary: OpenDiary, folder: Path) -> str:
    """What reads and writes the other kinds of file; a packed program can lack a library of theirs."""
    for library in ("fitdecode", "python_calamine"):
        importlib.import_module(library)
    file = folder / "diary.sealed"
    diary.sealing.export(file, "a passphrase for the test")
    asked = Asked(passphrase="a passphrase for the test")
    if diary.exchange.preview([file], asked).changes:
        raise RuntimeError("the diary that was sealed differs from the one that comes out")
    return "watches, spreadsheets and sealed copies can be read"


def _charts(diary: OpenDiary) -> str:
    from cramplog.charts import render
    from cramplog.charts.catalogue import CHARTS
    from cramplog.charts.paper import PAPER

    # A comparison needs a time before it, which the whole diary has not.
    periods = [diary.reading.charts(PeriodChoice(span)) for span in (Span.ALL, Span.DAYS_90)]
    for each in CHARTS:
        ready = [data for data in periods if each.offered(data) and each.missing(data) is None]
        if not ready:
            raise RuntimeError(f"{each.id}: not drawn on the example diary")
        made = each.draw(ready[0], PAPER, 700.0)
        render.png(made)
        render.svg(made)
        render.csv_text(each.table(ready[0]))
        render.image(made)
    return f"{len(CHARTS)} drawn as pixels, PNG, SVG and table"


def _page(diary: OpenDiary, folder: Path) -> str:
    from cramplog.report.options import Options, Paper

    file = folder / "page.pdf"
    diary.summaries.save(file, diary.summaries.page_of(None, Options()), Paper.A4)
    size = file.stat().st_size
    if not file.read_bytes().startswith(b"%PDF-"):
        raise RuntimeError("the page is not a PDF")
    return f"PDF of {size} bytes"


def _check(diary: OpenDiary) -> str:
    diary.upkeep.back_up()
    if not diary.upkeep.check().ok:
        raise RuntimeError("the diary file is not sound")
    return "the diary file is sound, and so is its backup"
