"""The doctor's page for a period: as PDF, as pictures for the screen, as plain text."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from cramplog.domain.period import Period
from cramplog.i18n import language
from cramplog.report.options import Options, Paper
from cramplog.report.plain_text import plain_text
from cramplog.report.summary import Summary, summarise
from cramplog.services.whole_file import write_whole

if TYPE_CHECKING:
    from cramplog.domain.period_choice import PeriodChoice
    from cramplog.report.page import PageRenderer
    from cramplog.services.reading import Reading

# Where paper is Letter (CLDR's paper sizes by territory).
_LETTER = frozenset(["US", "CA", "MX", "CL", "CO", "CR", "GT", "NI", "PA", "PH", "PR", "SV", "VE", "BZ"])


class Summaries:
    """Makes the page from what the diary holds; the same choices give the same page."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._renderer: PageRenderer | None = None

    def usual_paper(self) -> Paper:
        """The paper of the reader's country."""
        return Paper.LETTER if language.territory in _LETTER else Paper.A4

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

    def save_pdf(self, path: Path, page: Summary, paper: Paper) -> None:
        """Write the page to `path`: whole, or not at all."""
        write_whole(path, self.pdf(page, paper))

    def _renders(self) -> PageRenderer:
        if self._renderer is None:
            from cramplog.report.page import PageRenderer

            # Kept: a page that changes a little is set again in milliseconds.
            self._renderer = PageRenderer()
        return self._renderer
