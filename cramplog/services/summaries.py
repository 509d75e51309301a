"""The doctor's page for a period: as PDF, pictures and plain text; and the handouts."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from cramplog.domain.period import Period
from cramplog.report.options import Handout, Options, Paper
from cramplog.report.plain_text import plain_text
from cramplog.report.summary import Summary, summarise

if TYPE_CHECKING:
    from cramplog.domain.period_choice import PeriodChoice
    from cramplog.report.page import PageRenderer
    from cramplog.services.exchange import Exchange
    from cramplog.services.reading import Reading

# Fine enough to be read, and small enough for a patient portal.
_PPI = 150


class Summaries:
    """Makes the page from what the diary holds; the same choices give the same page."""

    def __init__(self, reading: Reading, *, exchange: Exchange) -> None:
        self._reading = reading
        self._exchange = exchange
        self._renderer: PageRenderer | None = None

    def page(self, choice: PeriodChoice, options: Options) -> Summary:
        """What is on the page of the chosen period."""
        return summarise(self._reading.insights(choice), self._reading.contents(), options)

    def page_of(self, period: Period | None, options: Options, *, as_of: datetime | None = None) -> Summary:
        """What is on the page of a period; of the latest 90 diary days by default."""
        return summarise(self._reading.insights_of(period, as_of=as_of), self._reading.contents(), options)

    def pdf(self, page: Summary, paper: Paper) -> bytes:
        """The page as tagged PDF."""
        return self._renders().pdf(page, paper)

    def pictures(self, page: Summary, paper: Paper, *, ppi: float) -> tuple[bytes, ...]:
        """The page, and each sheet of the list behind it, as PNG."""
        return self._renders().png(page, paper, ppi)

    def text(self, page: Summary) -> str:
        """The page as plain text."""
        return plain_text(page)

    def save(self, path: Path, page: Summary, paper: Paper) -> tuple[Path, ...]:
        """Write the page as what the name ends in: `.png`, `.txt`, else PDF; says where it is.

        A list of cramps behind the page makes more than one picture: the others lie beside the first, as
        `-2`, `-3`. Raises UnwritableFile as `Exchange.save_together` does.
        """
        return self._exchange.save_together(path, self._files(path, page, paper))

    def _files(self, path: Path, page: Summary, paper: Paper) -> dict[Path, bytes]:
        match path.suffix.lower():
            case ".png":
                sheets = self.pictures(page, paper, ppi=_PPI)
                rest = (path.with_stem(f"{path.stem}-{number}") for number in range(2, len(sheets) + 1))
                return dict(zip((path, *rest), sheets, strict=True))
            case ".txt":
                return {path: self.text(page).encode("utf-8")}
            case _:
                return {path: self.pdf(page, paper)}

    def save_handout(self, path: Path, handout: Handout, paper: Paper) -> None:
        """Write the blank sheet, or the page on how to use the diary, as PDF. Raises UnwritableFile."""
        from cramplog.report import handouts

        self._exchange.save(path, handouts.pdf(handout, paper))

    def handout_pictures(self, handout: Handout, paper: Paper, *, ppi: float) -> tuple[bytes, ...]:
        """The same as pictures, for the printer."""
        from cramplog.report import handouts

        return handouts.pictures(handout, paper, ppi)

    def _renders(self) -> PageRenderer:
        if self._renderer is None:
            from cramplog.report.page import PageRenderer

            # Kept: a page that changes a little is set again in milliseconds.
            self._renderer = PageRenderer()
        return self._renderer
