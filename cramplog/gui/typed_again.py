"""Leads from the Log page to what was typed on another page and not saved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cramplog.domain.typed_form import FormName, TypedForm

if TYPE_CHECKING:
    from cramplog.gui.dialogs.on_paper import OnPaper
    from cramplog.gui.pages.courses import CoursesPage
    from cramplog.gui.pages.log import LogPage
    from cramplog.gui.pages.workouts import WorkoutsPage
    from cramplog.gui.widgets.shell import Shell


def lead_back(
    log: LogPage, shell: Shell, workouts: WorkoutsPage, courses: CoursesPage, on_paper: OnPaper
) -> None:
    """Let the Log page's list of what is not finished open the right page, or have it forget."""

    def go_on(form: TypedForm) -> None:
        if form.form is FormName.WORKOUT:
            shell.show_page("workouts")
            workouts.go_on(form)
        elif form.form is FormName.SHEET:
            on_paper.go_on(form)
        else:
            shell.show_page("courses")
            courses.go_on(form)

    log.typed_form_wanted.connect(go_on)
    for keeper in (workouts, courses, on_paper):
        log.form_dropped.connect(keeper.give_up)
