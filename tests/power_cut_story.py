"""A person's hour with the diary, as a program of its own, the power of which is then cut everywhere.

usage: power_cut_story.py HOME STATES ROUNDS SYNCHRONOUS [naive]
"""

from __future__ import annotations

import json
import os
import sys
from datetime import date, timedelta
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parent), str(Path(__file__).parents[1])]

# ruff: noqa: E402 (the project is found by the lines above)
from making import LEFT_CALF, a_course, an_episode, at

from cramplog.bootstrap import Opener
from cramplog.domain.clock import FixedClock
from cramplog.domain.day import Day
from cramplog.domain.draft import EpisodeDraft
from cramplog.domain.period import Period
from cramplog.paths import Paths
from cramplog.services.open_diary import OpenDiary
from cramplog.storage import database

NOW = at("2026-11-22 12:30 +01:00")


def seen(diary: OpenDiary) -> str:
    """Everything that a person would miss."""
    with diary.file.read() as stores:
        found = (stores.contents(), stores.drafts.all(), stores.timer.get(), stores.trash.all())
    return repr(found)


class Story:
    """What the person does, each act followed by `saved` on standard output."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.states: list[str] = []
        self.diary = Opener(Paths.under(home), FixedClock(NOW, "Europe/Berlin"))(create=True)
        self.saved()

    def saved(self) -> None:
        """The person was told so: from here on it must not get lost."""
        os.write(1, b"saved\n")
        self.states.append(seen(self.diary))

    def round(self, number: int) -> None:
        """One of everything."""
        write, drafts = self.diary.diary, self.diary.drafts
        day = NOW - timedelta(days=3 * number + 3)
        episode = an_episode(day.isoformat(), pain=5, note="like stone " * 30)
        drafts.start_timer(day, "Europe/Berlin")
        self.saved()
        drafts.change_timer((LEFT_CALF,))
        self.saved()
        drafts.cancel_timer()
        self.saved()
        drafts.keep(EpisodeDraft.of(episode))
        self.saved()
        write.record(episode)
        self.saved()
        write.record(an_episode(day.isoformat(), id=episode.id, pain=7, note="revised " * 900))
        self.saved()
        write.check_in(Day(date=day.date() - timedelta(days=1), stretched=True, note="a calm day"))
        self.saved()
        write.remove((episode.id,))
        self.saved()
        write.undo()
        self.saved()
        first = date(2026, 1, 1) + timedelta(days=9 * number)
        write.mark_free(Period.including(first, first + timedelta(days=8)))
        self.saved()
        write.keep_course(a_course())
        self.saved()

    def take_in(self, file: Path) -> None:
        """Import a file, which makes a backup first."""
        self.diary.exchange.apply(self.diary.exchange.preview((file,)))
        self.saved()

    def update_and_restore(self, *, naive: bool) -> None:
        """The diary of an old version was just brought up to date; then that old state is put back.

        Naively: by copying the backup over the diary.
        """
        self.diary.diary.check_in(Day(date=date(2026, 11, 20), note="after the update"))
        self.saved()
        for backup in (self.diary.upkeep.backups()[0], self.diary.upkeep.back_up()):
            self.diary.close()
            opener = Opener(Paths.under(self.home), FixedClock(NOW, "Europe/Berlin"))
            if naive:
                (self.home / "diary.db").write_bytes(backup.path.read_bytes())
            else:
                opener.restoring().put_back(backup.path)
            self.diary = opener(create=True)
            self.saved()
            self.diary.diary.check_in(Day(date=date(2026, 11, 21), note="after the restore"))
            self.saved()


def main() -> None:
    """Run the story; without rounds, that of an update and a restore."""
    home, states, rounds, synchronous = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]), sys.argv[4]
    number = {"FULL": 2, "EXTRA": 3}[synchronous]
    database.PRAGMAS = tuple(
        ("synchronous", synchronous, number) if name == "synchronous" else (name, value, reads)
        for name, value, reads in database.PRAGMAS
    )
    story = Story(home)
    outside = states.with_suffix(".import.json")
    records = [
        {"id": f"00000000-0000-4000-9000-{n:012}", "started": f"2026-05-{n % 28 + 1:02}T02:10:00+02:00",
         "places": [{"muscle": "foot", "side": "right"}], "note": "imported " * 20}
        for n in range(60)
    ]  # fmt: skip
    outside.write_text(json.dumps({"format": "cramplog-diary", "version": 1, "episodes": records}))
    for number in range(rounds):
        story.round(number)
        if number == 0:
            story.take_in(outside)
    if rounds:
        story.diary.diary.empty_trash()
        story.saved()
    else:
        story.update_and_restore(naive=sys.argv[5:] == ["naive"])
    story.diary.close()
    states.write_text(json.dumps(story.states))


if __name__ == "__main__":
    main()
