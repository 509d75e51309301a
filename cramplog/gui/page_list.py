"""The pages that the sidebar lists, in its order."""

from __future__ import annotations

from cramplog.gui.widgets.sidebar import Entry
from cramplog.i18n import _


def entries() -> tuple[Entry, ...]:
    """Key, name and icon of each."""
    return (
        Entry(key="log", text=_("Log"), icon="stopwatch"),
        Entry(key="diary", text=_("Diary"), icon="calendar"),
        Entry(key="insights", text=_("Insights"), icon="chart"),
        Entry(key="summary", text=_("Summary"), icon="page"),
        Entry(key="workouts", text=_("Workouts"), icon="runner"),
        Entry(key="courses", text=_("Medicines\n& routines"), icon="pill"),
        Entry(key="settings", text=_("Settings"), icon="sliders", apart=True),
    )
