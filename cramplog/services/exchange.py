"""Diaries in and out of files: look first, then import; export."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from cramplog.domain.changes import Changed
from cramplog.domain.contents import DiaryContents
from cramplog.domain.errors import UnreadableFile, UnwritableFile
from cramplog.domain.workout import Workout
from cramplog.exchange import diary_json, ical
from cramplog.exchange.asked import Asked
from cramplog.exchange.choices import USUAL, Choices
from cramplog.exchange.fhir import write as fhir
from cramplog.exchange.found import ReadDiary
from cramplog.exchange.preview import Preview, compare_all
from cramplog.exchange.progress import Progress, silent
from cramplog.exchange.tables import own_out
from cramplog.exchange.tables.guess import Guess
from cramplog.i18n import _
from cramplog.services.import_and_trash import without_trash
from cramplog.services.incoming import home_of, read_files, unknown_tables
from cramplog.services.whole_file import is_same_file, write_whole
from cramplog.storage.manifest import Reason

if TYPE_CHECKING:
    from cramplog.domain.clock import Clock
    from cramplog.services.diary import Diary
    from cramplog.services.upkeep import Upkeep
    from cramplog.storage.diary_file import DiaryFile


class Exchange:
    """What goes into the diary from files, and out of it into files."""

    def __init__(self, file: DiaryFile, *, diary: Diary, upkeep: Upkeep, clock: Clock, app: str) -> None:
        self._file = file
        self._diary = diary
        self._upkeep = upkeep
        self._clock = clock
        self._app = app

    def preview(
        self,
        paths: Sequence[Path],
        asked: Asked | None = None,
        choice: Choices = USUAL,
        *,
        progress: Progress = silent,
    ) -> Preview:
        """What importing these files and folders would do, one after the other. Writes nothing.

        Raises UnreadableFile where one of them as a whole cannot be taken in, Cancelled.
        """
        self._refuse_the_open_diary(paths)
        asked = asked or Asked(home=home_of(self._clock))
        return self.compared(read_files(paths, asked, progress=progress), choice)

    def tables(self, paths: Sequence[Path]) -> tuple[Guess, ...]:
        """The tables of other programs among these files, which the person has to look at first.

        Raises UnreadableFile where one of them cannot be opened.
        """
        self._refuse_the_open_diary(paths)
        return unknown_tables(paths, Asked(home=home_of(self._clock)))

    def without_exertion(self, ids: Iterable[str]) -> tuple[Workout, ...]:
        """Of these workouts, those of which it is not known how hard they were."""
        with self._file.read() as stores:
            found = [stores.workouts.get(key) for key in ids]
        return tuple(workout for workout in found if workout is not None and workout.exertion is None)

    def compared(self, found: Sequence[ReadDiary], choice: Choices = USUAL) -> Preview:
        """What importing these files, read already, would do if the person chose so."""
        self._refuse_the_open_diary(Path(each.path) for each in found)
        revision = self._file.revision()
        preview = compare_all([self._without_trash(each) for each in found], self._file.contents(), choice)
        return replace(preview, revision=revision)

    def apply(self, preview: Preview, *, progress: Progress = silent) -> Changed:
        """Import what was previewed: a verified backup first, then one transaction, one step to undo.

        What changed in the diary since the preview is taken into account. Raises DiaryError where the
        backup or the import failed, Cancelled where it was stopped; then nothing was imported.
        """
        if preview.revision != self._file.revision():
            preview = self.compared(preview.found, preview.choices)
        changes = preview.changes
        if not changes:
            return Changed(frozenset(), self._file.revision())
        self._upkeep.back_up(reason=Reason.BEFORE_IMPORT)
        return self._diary.take_over(changes, progress=progress)

    def _without_trash(self, found: ReadDiary) -> ReadDiary:
        if self._file.is_old:
            return found
        with self._file.read() as stores:
            return without_trash(found, stores.trash.all())

    def _refuse_the_open_diary(self, paths: Iterable[Path]) -> None:
        for path in paths:
            if is_same_file(path, self._file.path):
                message = _("%(name)s is the diary that is open. Choose another file.")
                raise UnreadableFile(path, message % {"name": path.name})

    def export_json(self, path: Path) -> None:
        """Write the whole diary to `path`. Raises UnwritableFile where that cannot be."""
        self._refuse_the_diary(path)
        text = diary_json.write(self._file.contents(), exported=self._clock.now(), app=self._app)
        write_whole(path, text.encode("utf-8"))

    def save_elsewhere(self, path: Path) -> DiaryContents:
        """Write what is known of the diary to `path`, with what could not be saved; says what that is.

        For when the diary's own file is full, locked, moved or gone. Raises UnwritableFile.
        """
        self._refuse_the_diary(path)
        contents = self._diary.everything()
        text = diary_json.write(contents, exported=self._clock.now(), app=self._app)
        write_whole(path, text.encode("utf-8"))
        return contents

    def export_csv(self, path: Path) -> tuple[Path, ...]:
        """Write the episodes to `path` and the days beside it; says where both are.

        Into a folder they go as `episodes.csv` and `days.csv`. Raises UnwritableFile as `save_together` does.
        """
        episodes, days = _two_tables(path)
        contents = self._file.contents()
        tables = {
            episodes: own_out.episodes_table(contents.episodes),
            days: own_out.days_table(contents.days),
        }
        return self.save_together(path, tables)

    def export_fhir(self, path: Path, *, snomed: bool = True) -> None:
        """Write the diary as a FHIR R4 bundle to `path`; without SNOMED CT codes where they are not wanted.

        Raises UnwritableFile where that cannot be.
        """
        text = fhir.write(self._file.contents(), exported=self._clock.now(), snomed=snomed)
        self.save(path, text.encode("utf-8"))

    def export_calendar(self, path: Path) -> None:
        """Write cramps and courses as a calendar to `path`. Raises UnwritableFile where that cannot be."""
        text = ical.write(self._file.contents(), exported=self._clock.now(), app=self._app)
        self.save(path, text.encode("utf-8"))

    def save(self, path: Path, data: bytes) -> None:
        """Write what was made of the diary, such as the picture of a chart. Raises UnwritableFile."""
        self._refuse_the_diary(path)
        write_whole(path, data)

    def save_together(self, path: Path, files: Mapping[Path, bytes]) -> tuple[Path, ...]:
        """Write what was asked for as `path`, and what belongs to it beside; says where all of it is.

        Raises UnwritableFile, also where one of those others is there already: nobody was asked about them.
        """
        for beside in files.keys() - {path}:
            if beside.exists():
                message = _("%(name)s is there already. Choose another name, or move that file away.")
                raise UnwritableFile(beside, message % {"name": beside.name})
        for each, data in files.items():
            self.save(each, data)
        return tuple(files)

    def _refuse_the_diary(self, path: Path) -> None:
        if is_same_file(path, self._file.path):
            message = _("%(name)s is the diary itself. Choose another name.")
            raise UnwritableFile(path, message % {"name": path.name})


def _two_tables(path: Path) -> tuple[Path, Path]:
    if path.is_dir():
        return path / "episodes.csv", path / "days.csv"
    return path, path.with_name(f"{path.stem}-days{path.suffix}")
