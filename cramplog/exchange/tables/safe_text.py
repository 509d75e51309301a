"""Text in a table that no spreadsheet takes for a formula."""

from __future__ import annotations

# What starts a formula in a spreadsheet, its full-width forms, and the mark itself (OWASP, CWE-1236).
_DANGEROUS = frozenset("=+-@\t\r\n＝＋－＠'")
_MARK = "'"


def guarded(text: str) -> str:
    """The text for a cell: with a mark before it where a spreadsheet would calculate it."""
    return _MARK + text if text[:1] in _DANGEROUS else text


def unguarded(cell: str) -> str:
    """The text again."""
    return cell[1:] if cell.startswith(_MARK) and cell[1:2] in _DANGEROUS else cell
