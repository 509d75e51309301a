"""What the commands print: results as lines for a reader, or as JSON for a program."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from cramplog.domain.changes import Kind
from cramplog.domain.period import Period
from cramplog.domain.places import Place
from cramplog.exchange import diary_json, explained
from cramplog.exchange.tables.guess import Question
from cramplog.i18n import _, ngettext
from cramplog.words import dates, numbers, places, reasons
from cramplog.words.records import counted
from cramplog.words.units import Units

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from cramplog.analysis.criteria import Criterion
    from cramplog.analysis.insights import Insights
    from cramplog.exchange.preview import Counts, Entry, Preview
    from cramplog.services.erasing import Belongings
    from cramplog.storage.check import CheckReport
    from cramplog.storage.manifest import Backup
    from cramplog.storage.restore import Restored

# More than anyone reads line by line; as JSON all of them are there.
MOST_CHANGES = 50
_COUNTED = ("new", "same", "changed", "rejected")


def marked_free(count: int, period: Period) -> str:
    """How many days of a period were marked, and how many were left as they are."""
    marked = ngettext(
        "%(n)d day marked as free of cramps (%(period)s).",
        "%(n)d days marked as free of cramps (%(period)s).",
        count,
    ) % {"n": count, "period": dates.period(period)}
    left = period.days - count
    if not left:
        return marked
    return f"{marked} " + ngettext(
        "%(n)d day was left as it is: it has a cramp or was marked before.",
        "%(n)d days were left as they are: they have a cramp or were marked before.",
        left,
    ) % {"n": left}


def preview_json(preview: Preview, *, dry_run: bool) -> str:
    """An import's counts, what was rejected and why, and the fields that were left out."""
    return _json(
        {
            "applied": not dry_run,
            **as_dict(preview.counts()),
            "kinds": {kind: as_dict(preview.counts(kind)) for kind in Kind},
            "changes": [_change(entry) for entry in preview.conflicts],
            "rejections": [asdict(rejected) for rejected in preview.rejected],
            "unknown_fields": [asdict(unknown) for unknown in preview.unknown],
            "damaged": [
                {
                    "file": damaged.rejected.file,
                    "reason": damaged.rejected.reason,
                    "workouts": len(damaged.contents.workouts),
                    "taken": preview.choices.damaged,
                }
                for damaged in preview.damaged
            ],
        }
    )


def _change(entry: Entry) -> dict[str, Any]:
    """A record that the diary and a file both have, and each field in which they differ."""
    own, found = diary_json.plain(entry.old), diary_json.plain(entry.found)
    names = [name for name in own if own[name] != found[name]]
    return {
        "kind": entry.kind,
        "key": entry.key,
        "writes": entry.writes,
        "fields": {name: {"diary": own[name], "file": found[name]} for name in names},
    }


def as_dict(counts: Counts) -> dict[str, int]:
    """The four counts of a preview."""
    return {name: getattr(counts, name) for name in _COUNTED}


def preview_text(preview: Preview, *, dry_run: bool) -> str:
    """The same in lines."""
    head = _("Would import") if dry_run else _("Imported")
    lines = [f"{head}: {_counts_text(preview.counts())}"]
    of_kinds = ((kind, preview.counts(kind)) for kind in Kind)
    lines += [
        f"  {kind}: {_counts_text(counts)}" for kind, counts in of_kinds if any(as_dict(counts).values())
    ]
    for entry in preview.conflicts[:MOST_CHANGES]:
        lines.append("  " + _("%(record)s: %(outcome)s") % _as_words(entry))
        lines += [f"    {line}" for line in explained.each_difference(entry, Units())]
    if len(preview.conflicts) > MOST_CHANGES:
        more = len(preview.conflicts) - MOST_CHANGES
        lines.append("  " + ngettext("%(n)d more change", "%(n)d more changes", more) % {"n": more})
    lines += [f"  {rejected.place}: {rejected.reason}" for rejected in preview.rejected]
    lines += [
        "  " + _("%(field)s is not a field of a diary: left out") % {"field": unknown.field}
        for unknown in preview.unknown
    ]
    if preview.damaged and not preview.choices.damaged:
        lines.append(
            "  "
            + _("Damaged files that can be read in part: %(n)d. Take them in with --damaged.")
            % {"n": len(preview.damaged)}
        )
    return "\n".join(lines)


def option_to_give(question: Question) -> str:
    """By which option the command line is told what a table leaves open."""
    option = {
        Question.WHEN: "--headings ROW",
        Question.DAY_FIRST: "--dates day-first|month-first",
        Question.CLOCK: "--time HH:MM",
        Question.LENGTHS: "--lengths h:mm|m:ss",
        Question.PLACE: "--place MUSCLE:SIDE",
    }[question]
    return _("Add %(option)s.") % {"option": option}


def _as_words(entry: Entry) -> dict[str, str]:
    return {"record": explained.what(entry), "outcome": explained.outcome(entry)}


def _counts_text(counts: Counts) -> str:
    return _("%(new)d new, %(same)d same, %(changed)d changed, %(rejected)d rejected") % as_dict(counts)


def insights_text(insights: Insights) -> str:
    """The main numbers of a period in lines."""
    if not insights.period.days:
        return _("This period has not begun yet.")
    coverage, often = insights.coverage, insights.frequency
    lines = [
        dates.period(insights.period),
        _(
            "Recorded on %(known)d of %(days)d days: "
            "%(cramp)d with a cramp, %(free)d free, %(unknown)d unknown."
        )
        % {**asdict(coverage), "days": insights.period.days},
        numbers.cramps(often.episodes) + _rate(insights),
    ]
    lines += [
        f"  {places.place(Place(count.muscle, count.side))}: {numbers.count(count.episodes)}"
        for count in insights.places[:5]
    ]
    lines.append(_("Four reasons to see a doctor (%(institute)s):") % {"institute": reasons.INSTITUTE})
    lines += [f"  {_criterion(criterion)}" for criterion in insights.criteria]
    lines.append(_("Reports what was recorded. Not a diagnosis."))
    return "\n".join(lines)


def insights_json(insights: Insights) -> str:
    """Every number, as the one JSON document that other programs read."""
    from cramplog.analysis import as_json

    return as_json.text(insights)


def check_text(report: CheckReport) -> str:
    """Whether the file is sound, what is in it, and what is wrong with it."""
    lines = [_("The diary is sound.") if report.ok else _("The diary is damaged. Nothing was changed.")]
    lines += [f"  {problem.sentence}" for problem in report.problems]
    if report.ok or any(report.counts.values()):
        # The rows of a damaged file may not have been reached: that is not "0 cramps".
        lines.append(
            _("Holds: %(counts)s (revision %(revision)d)")
            % {"counts": counted(report.counts), "revision": report.revision}
        )
    return "\n".join(lines)


def check_json(report: CheckReport, path: Path, backups: tuple[Backup, ...], now: datetime) -> str:
    """The same with where the diary and its backups lie, and when they were made."""
    return _json(
        {
            "ok": report.ok,
            "path": str(path),
            "problems": [problem.sentence for problem in report.problems],
            "counts": dict(report.counts),
            "revision": report.revision,
            "schema": report.schema,
            "diary": report.diary,
            "backups": [
                {
                    "path": str(backup.path),
                    "made": backup.made.isoformat(),
                    "age_days": round(backup.age(now) / timedelta(days=1), 2),
                    "revision": backup.revision,
                    "counts": dict(backup.counts),
                }
                for backup in backups
            ],
        }
    )


def restored_text(restored: Restored) -> str:
    """What the diary holds now, and where the one before is kept."""
    episodes = restored.contents.episodes
    lines = [_("Restored: %(cramps)s.") % {"cramps": numbers.cramps(len(episodes))}]
    if episodes:
        first, last = dates.day(episodes[0].started.date()), dates.day(episodes[-1].started.date())
        lines.append(_("The first is of %(first)s, the last of %(last)s.") % {"first": first, "last": last})
    if restored.kept:
        lines.append(_("The diary before is kept in %(path)s") % {"path": restored.kept})
    return "\n".join(lines)


def to_be_erased(what: Belongings, *, second: bool) -> str:
    """What goes, file by file, and what stays."""
    lines = [_("This is erased, and cannot be brought back:")]
    lines += [f"  {file}" for file in (*what.here, *(what.second if second else ()))]
    if what.second_folder is not None and not second:
        stays = _("The backups in the second folder %(folder)s stay; --second erases them too.")
        lines.append(stays % {"folder": what.second_folder})
    lines.append(
        _(
            "What you exported or printed, and copies in other places, stay. On SSDs and USB sticks, erased "
            "data can sometimes be brought back with special tools."
        )
    )
    return "\n".join(lines)


def erased(files: tuple[Path, ...]) -> str:
    """How many files are gone."""
    return ngettext("Erased: %(n)d file.", "Erased: %(n)d files.", len(files)) % {"n": len(files)}


def backups_text(path: Path, backups: tuple[Backup, ...], now: datetime) -> str:
    """Where the diary lies, and how old its newest backup is."""
    lines = [_("Diary: %(path)s") % {"path": path}]
    if backups:
        said = ngettext(
            "One backup, made %(when)s: %(path)s",
            "Newest of %(n)d backups, made %(when)s: %(path)s",
            len(backups),
        )
        made = dates.moment(backups[0].made.astimezone(now.tzinfo))
        lines.append(said % {"n": len(backups), "when": made, "path": backups[0].path})
    else:
        lines.append(_("No backup yet."))
    return "\n".join(lines)


def _rate(insights: Insights) -> str:
    often = insights.frequency
    if often.state != "ok" or often.per_week is None or often.per_week_ci is None:
        return ". " + _("Too few days are known for a rate.")
    return ", " + _("%(rate)s a week (95 %% interval %(low)s to %(high)s)") % {
        "rate": numbers.number(often.per_week),
        "low": numbers.number(often.per_week_ci.low),
        "high": numbers.number(often.per_week_ci.high),
    }


def _criterion(criterion: Criterion) -> str:
    return _("%(reason)s: %(state)s") % {
        "reason": reasons.reason(criterion.id),
        "state": reasons.state(criterion.state),
    }


def _json(document: dict[str, Any]) -> str:
    return json.dumps(document, ensure_ascii=False, allow_nan=False, indent=2)
