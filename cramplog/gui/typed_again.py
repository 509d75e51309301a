"""Leads from the Log page to what was typed on another page and not saved."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cramplog.domain.typed_form import TypedForm
    from cramplog.gui.dialogs.on_paper import OnPaper
    from cramplog.gui.pages_on_demand import PagesOnDemand
    from cramplog.gui.widgets.shell import Shell


def lead_back(pages: PagesOnDemand, shell: Shell, on_paper: OnPaper) -> None:
    """Let the Log page's list of what is not finished open the right page, or have it forget."""

    def go_on(form: TypedForm) -> None:
        from cramplog.domain.typed_form import FormName

        if form.form is FormName.WORKOUT:
            shell.show_page("workouts")
            pages.workouts.go_on(form)
        elif form.form is FormName.SHEET:
            on_paper.go_on(form)
        else:
            shell.show_page("courses")
            pages.courses.go_on(form)

    def give_up(id_: str) -> None:
        for keeper in (pages.workouts, pages.courses, on_paper):
            keeper.give_up(id_)

    pages.log.typed_form_wanted.connect(go_on)
    pages.log.form_dropped.connect(give_up)
