"""One command after the other: asks the services and prints what they say."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Protocol

from cramplog import log
from cramplog.cli import passphrases, printing
from cramplog.domain import wall_time
from cramplog.domain.contents import DiaryContents
from cramplog.domain.draft import EpisodeDraft
from cramplog.domain.episode import Episode, Exercise, Relief
from cramplog.domain.errors import CrampLogError, DiaryInUse, DiaryMissing, InvalidValue
from cramplog.domain.ids import new_id
from cramplog.domain.period import Period
from cramplog.domain.places import Place
from cramplog.domain.scales import Source
from cramplog.exchange.asked import Asked
from cramplog.exchange.choices import Choices, Keep
from cramplog.exchange.preview import Preview, compare_all
from cramplog.exchange.tables.lengths import LengthUnit
from cramplog.exchange.tables.mapping import TableMapping
from cramplog.exchange.tables.unclear import Unclear
from cramplog.i18n import _, pgettext
from cramplog.report.options import Handout, Options, Paper
from cramplog.words import fields, typed

if TYPE_CHECKING:
    from cramplog.domain.clock import Clock
    from cramplog.exchange.found import ReadDiary
    from cramplog.services.erasing import Erasing
    from cramplog.services.open_diary import OpenDiary
    from cramplog.services.restoring import Restoring

DONE, COULD_NOT, WRONG_USAGE = 0, 1, 2
MOST_DAYS_AT_ONCE = 366


class Opener(Protocol):
    """Opens the diary that a command is about."""

    @property
    def clock(self) -> Clock:
        """What time it is."""
        ...

    def __call__(self, *, create: bool) -> OpenDiary:
        """The open diary; `create` makes one where there is none."""
        ...

    def restoring(self) -> Restoring:
        """Puts a backup back."""
        ...

    def erasing(self) -> Erasing:
        """Erases everything."""
        ...


def run(arguments: argparse.Namespace, open_diary: Opener) -> int:
    """Run the command; returns 0 for done, 1 for could not, 2 for wrong usage. Errors are one line each.

    Raises BrokenPipeError where nobody reads on.
    """
    try:
        return _COMMANDS[arguments.command](arguments, open_diary)
    except DiaryInUse as error:
        remedy = _("If it is surely closed there, add --take-over.") if error.host else ""
        return _explain(f"{error} {remedy}", COULD_NOT)
    except Unclear as error:
        return _explain(f"{error} {printing.option_to_give(error.question)}", COULD_NOT)
    except CrampLogError as error:
        return _explain(fields.sentence(error), WRONG_USAGE if isinstance(error, InvalidValue) else COULD_NOT)
    except BrokenPipeError:
        raise
    except OSError as error:
        named = f"{error.filename}: " if error.filename is not None else ""
        return _explain(named + (error.strerror or str(error) or type(error).__name__), COULD_NOT)
    except Exception as error:  # noqa: BLE001 — Python would print its message, which may quote the diary
        message = _("A mistake in CrampLog. Nothing was half saved. For a report: %(where)s")
        return _explain(message % {"where": log.where(error)}, COULD_NOT)


def _explain(message: str, status: int) -> int:
    print(f"cramplog: {' '.join(message.split())}", file=sys.stderr)
    return status


def _log(arguments: argparse.Namespace, open_diary: Opener) -> int:
    episode = _episode(arguments, open_diary.clock)
    diary = open_diary(create=True)
    try:
        diary.diary.record(episode)
        _back_up(diary)
    finally:
        diary.close()
    print(episode.id)
    return DONE


def _episode(given: argparse.Namespace, clock: Clock) -> Episode:
    if len(given.muscle) != len(given.side):
        raise InvalidValue("side", given.side, _("must be given once for each --muscle"))
    relief = tuple(Relief(method=m, effect=e, minutes=n) for m, e, n in given.relief or ()) or None
    return EpisodeDraft(
        id=new_id(),
        started=_started(given, clock),
        zone=given.zone or clock.zone(),
        places=tuple(Place(muscle, side) for muscle, side in zip(given.muscle, given.side, strict=True)),
        duration_s=given.duration,
        pain=given.pain,
        circumstance=given.circumstance,
        woke=given.woke,
        signs=tuple(given.sign) if given.sign else None,
        repeats=given.repeats,
        warning_signs=tuple(given.warning) if given.warning else None,
        hydration=given.hydration,
        urine_colour=given.urine_colour,
        fluid_l=given.fluid,
        heavy_sweating=given.heavy_sweating,
        heat=given.heat,
        air_temp_c=given.air_temp,
        humidity_pct=given.humidity,
        exercise=_exercise(given),
        ill=given.ill,
        relief=relief,
        soreness_h=given.soreness,
        note=given.note,
        source=Source.TYPED,
    ).finish()


def _started(given: argparse.Namespace, clock: Clock) -> datetime:
    zone = wall_time.zone_named(given.zone) if given.zone else clock.rules()
    if zone is None:
        raise InvalidValue("zone", given.zone, _("is not a time zone that this computer knows"))
    found = typed.moment(given.started, now=clock.now(), zone=zone)
    if len(found) > 1:
        first, second = (moment.isoformat(timespec="minutes") for moment in found)
        reason = _("exists twice that night: write %(first)s or %(second)s") % {
            "first": first,
            "second": second,
        }
        raise InvalidValue("started", given.started, reason)
    return found[0]


def _exercise(given: argparse.Namespace) -> Exercise | None:
    details = (given.exercise_minutes, given.exertion, given.unaccustomed, given.ended_before)
    if given.exercise is None and all(detail is None for detail in details):
        return None
    if given.exercise == "none":
        if any(detail is not None for detail in details):
            raise InvalidValue("exercise", given.exercise, _("goes without details of an exercise"))
        return Exercise(done=False)
    return Exercise(
        done=True,
        kind=given.exercise,
        minutes=given.exercise_minutes,
        exertion=given.exertion,
        unaccustomed=given.unaccustomed,
        ended_min_before=given.ended_before,
    )


def _free(arguments: argparse.Namespace, open_diary: Opener) -> int:
    diary = open_diary(create=True)
    try:
        period = _days_between(arguments, diary.diary.today(), before=0)
        if period.days > MOST_DAYS_AT_ONCE:
            # More likely a slip in the year than a wish, and the command line has no undo.
            reason = _("would mark %(n)d days at once; %(most)d are the most") % {
                "n": period.days,
                "most": MOST_DAYS_AT_ONCE,
            }
            raise InvalidValue("from", period.first.isoformat(), reason)
        changed = diary.diary.mark_free(period)
        _back_up(diary)
    finally:
        diary.close()
    print(printing.marked_free(len(changed.ids), period))
    return DONE


def _import(arguments: argparse.Namespace, open_diary: Opener) -> int:
    from cramplog.services import sealing
    from cramplog.services.incoming import home_of, read_files

    # Before the diary is opened: on first use, a file that cannot be read must not leave an empty diary.
    sealed = any(sealing.is_sealed(path) for path in arguments.files)
    asked = Asked(
        home=home_of(open_diary.clock),
        table=_of_tables(arguments),
        heads=arguments.headings,
        lengths_in=arguments.lengths and LengthUnit(arguments.lengths),
        passphrase=passphrases.existing(arguments.passphrase_file) if sealed else None,
    )
    found = read_files(arguments.files, asked)
    choices = Choices(all=Keep(arguments.keep), damaged=arguments.damaged)
    if arguments.dry_run:
        preview = _looked_at(found, choices, open_diary)
    else:
        diary = open_diary(create=True)
        try:
            preview = diary.exchange.compared(found, choices)
            diary.exchange.apply(preview)
        finally:
            diary.close()
    say = printing.preview_json if arguments.json else printing.preview_text
    print(say(preview, dry_run=arguments.dry_run))
    return DONE


def _looked_at(found: Sequence[ReadDiary], choices: Choices, open_diary: Opener) -> Preview:
    """What would change; in a diary that is not there yet, everything is new."""
    try:
        diary = open_diary(create=False)
    except DiaryMissing:
        return compare_all(found, DiaryContents(), choices)
    try:
        return diary.exchange.compared(found, choices)
    finally:
        diary.close()


def _of_tables(given: argparse.Namespace) -> TableMapping:
    """What the options say about tables, where a table itself does not."""
    return TableMapping(
        day_first={"day-first": True, "month-first": False}.get(given.dates),
        place=given.place,
        side=given.side,
        clock=given.time,
    )


def _export(arguments: argparse.Namespace, open_diary: Opener) -> int:
    diary = open_diary(create=False)
    try:
        match arguments.format:
            case "json":
                diary.exchange.export_json(arguments.out)
            case "csv":
                diary.exchange.export_csv(arguments.out)
            case "ics":
                diary.exchange.export_calendar(arguments.out)
            case _:
                diary.exchange.export_fhir(arguments.out, snomed=not arguments.no_snomed)
    finally:
        diary.close()
    return DONE


def _analysis(arguments: argparse.Namespace, open_diary: Opener) -> int:
    diary = open_diary(create=False)
    try:
        insights = diary.reading.insights_of(_asked_period(arguments, diary), as_of=arguments.as_of)
    finally:
        diary.close()
    print(printing.insights_json(insights) if arguments.json else printing.insights_text(insights))
    return DONE


def _summary(arguments: argparse.Namespace, open_diary: Opener) -> int:
    diary = open_diary(create=False)
    try:
        options = Options.chosen(
            added=arguments.sections_with,
            left_out=arguments.sections_without,
            name=arguments.name,
            questions=tuple(arguments.question),
        )
        page = diary.summaries.page_of(_asked_period(arguments, diary), options, as_of=arguments.as_of)
        diary.summaries.save(arguments.out, page, _paper(arguments))
    finally:
        diary.close()
    return DONE


def _handout(arguments: argparse.Namespace, _open_diary: Opener) -> int:
    from cramplog.report import handouts
    from cramplog.services.whole_file import write_whole

    write_whole(arguments.out, handouts.pdf(Handout(arguments.command), _paper(arguments)))
    return DONE


def _paper(arguments: argparse.Namespace) -> Paper:
    return Paper(arguments.paper) if arguments.paper else Paper.usual()


def _check(arguments: argparse.Namespace, open_diary: Opener) -> int:
    diary = open_diary(create=False)
    try:
        report, path, backups = diary.upkeep.check(), diary.upkeep.path, diary.upkeep.backups()
        now = open_diary.clock.now()
    finally:
        diary.close()
    if arguments.json:
        print(printing.check_json(report, path, backups, now))
    else:
        print(printing.check_text(report), printing.backups_text(path, backups, now), sep="\n")
    return DONE if report.ok else COULD_NOT


def _backup(arguments: argparse.Namespace, open_diary: Opener) -> int:
    passphrase = passphrases.new(arguments.passphrase_file) if arguments.sealed else None
    diary = open_diary(create=False)
    try:
        if passphrase is not None:
            made = diary.upkeep.back_up_sealed(arguments.folder, passphrase)
        else:
            made = diary.upkeep.back_up(arguments.folder).path
        is_usual = arguments.folder is None or arguments.sealed
        warning = diary.upkeep.state().warning if is_usual else None
    finally:
        diary.close()
    print(made)
    if warning:
        _explain(warning, DONE)
    return DONE


def _restore(arguments: argparse.Namespace, open_diary: Opener) -> int:
    from cramplog.services import sealing

    file = arguments.file
    passphrase = passphrases.existing(arguments.passphrase_file) if sealing.is_sealed(file) else None
    print(printing.restored_text(open_diary.restoring().put_back(file, passphrase)))
    return DONE


def _erase(arguments: argparse.Namespace, open_diary: Opener) -> int:
    erasing = open_diary.erasing()
    what = erasing.what()
    print(printing.to_be_erased(what, second=arguments.second))
    if not arguments.yes:
        if not sys.stdin.isatty():
            return _explain(_("Nothing was erased. To erase it without being asked, add --yes."), COULD_NOT)
        word = pgettext("a word to be typed", "erase")
        try:
            typed_word = input(_("To go on, type “%(word)s”: ") % {"word": word}).strip()
        except EOFError:
            # Ctrl-D, or a terminal that was closed.
            typed_word = ""
        if typed_word != word:
            return _explain(_("Nothing was erased."), COULD_NOT)
    print(printing.erased(erasing.erase(second=arguments.second)))
    return DONE


def _back_up(diary: OpenDiary) -> None:
    """What was saved is saved, whether its backup succeeds or not; but a failed one is said."""
    diary.upkeep.at_closing()
    warning = diary.upkeep.state().warning
    if warning:
        _explain(warning, DONE)


def _asked_period(arguments: argparse.Namespace, diary: OpenDiary) -> Period | None:
    """The period that the options name; None for the latest 90 diary days."""
    if arguments.first is None and arguments.last is None and arguments.days is None:
        return None
    latest = diary.reading.today(arguments.as_of)
    if arguments.days is not None:
        return Period.last_days(arguments.days, latest)
    return _days_between(arguments, latest, before=89)


def _days_between(arguments: argparse.Namespace, today: date, *, before: int) -> Period:
    """From --from, else so many days before the last one, up to --to, else today."""
    last = arguments.last.seen_from(today) if arguments.last else today
    first = arguments.first.seen_from(today) if arguments.first else last - timedelta(days=before)
    return Period.including(first, last)


_COMMANDS = {
    "log": _log,
    "free": _free,
    "import": _import,
    "export": _export,
    "analysis": _analysis,
    "summary": _summary,
    "sheet": _handout,
    "guide": _handout,
    "check": _check,
    "backup": _backup,
    "restore": _restore,
    "erase": _erase,
}
