"""What the diary and a file both have, and differently, in words: for window and command line."""

from __future__ import annotations

from cramplog.exchange import merge
from cramplog.exchange.preview import Entry
from cramplog.i18n import _
from cramplog.words import differences
from cramplog.words.units import Units


def what(entry: Entry) -> str:
    """Which record it is: "Cramp of 4 Mar, 02:10, Left calf"."""
    return differences.record(entry.found if entry.old is None else entry.old)


def each_difference(entry: Entry, units: Units) -> list[str]:
    """Each field in which the two differ, with what stands in the diary and what in the file."""
    assert entry.old is not None
    return [
        _("%(field)s: %(own)s in the diary, %(found)s in the file")
        % {"field": each.field, "own": each.own, "found": each.found}
        for each in differences.differences(entry.old, entry.found, units)
    ] or [_("Only the time of the last change differs.")]


def outcome(entry: Entry) -> str:
    """What becomes of it, as the choices are now."""
    if not entry.writes:
        return _("It stays as it is in your diary.")
    if merge.alike(entry.new, entry.found):
        return _("The one in the file is taken.")
    return _("What only one of them has is kept from both.")
