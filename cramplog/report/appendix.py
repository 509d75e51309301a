"""The list of the cramps, for a doctor who asks for it."""

from __future__ import annotations

from collections.abc import Sequence

from cramplog.domain.episode import Episode
from cramplog.i18n import _
from cramplog.report import sentences
from cramplog.report.regions import NOTHING, Appendix, Heading
from cramplog.report.typed import short
from cramplog.words import dates, numbers, places


def appendix(episodes: Sequence[Episode], heading: Heading, *, most: int | None = None) -> Appendix:
    """One row a cramp, oldest first, under the name, birth date and period of the first page.

    With more cramps than `most` it ends there, and its sheets do not say how many there are.
    """
    is_whole = most is None or len(episodes) <= most
    return Appendix(
        title=_("The cramps of this period"),
        whose=" · ".join(part for part in (heading.name, heading.about, heading.period) if part),
        header=(_("Began"), _("Where"), _("Pain"), _("Length"), _("Note")),
        rows=tuple(_row(episode) for episode in episodes[:most]),
        page=_("Page %(page)s of %(pages)s") if is_whole else _("Page %(page)s"),
        is_whole=is_whole,
    )


def _row(episode: Episode) -> tuple[str, ...]:
    began = {"day": dates.day(episode.started.date()), "time": dates.time(episode.started)}
    return (
        _("%(day)s, %(time)s") % began,
        places.places(episode.places),
        NOTHING if episode.pain is None else numbers.count(episode.pain),
        sentences.length(episode.duration_s) or NOTHING,
        short(episode.note),
    )
