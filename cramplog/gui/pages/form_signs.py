"""Warning signs: boxes that can be ticked, and the words that stand above the form for each that is."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from cramplog.domain.draft import EpisodeDraft
from cramplog.domain.signs import Tier, WarningSign
from cramplog.domain.thresholds import LONG_CRAMP_S, STILL_NOW
from cramplog.gui.pages import insights_words
from cramplog.gui.pages.form_part import Part
from cramplog.gui.theme.theme import Theme
from cramplog.gui.widgets.notice import Notice
from cramplog.gui.widgets.tick_box import TickBox
from cramplog.i18n import _, ngettext
from cramplog.words import signs

_TIERS = tuple(Tier)


class SignsPart(Part):
    """Every sign with a box of its own; no tick at all is "not recorded", the last box says "none"."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._boxes = {sign: TickBox(theme, signs.label(sign)) for sign in WarningSign}
        self.none = TickBox(theme, _("None of these"))
        self.body.setSpacing(theme.space.none)
        for sign, box in self._boxes.items():
            self.body.addWidget(box)
            box.clicked.connect(lambda _checked, one=sign: self._ticked(one))
        self.body.addWidget(self.none)
        self.none.clicked.connect(self._none_ticked)

    def box(self, sign: WarningSign) -> TickBox:
        """The box of one sign."""
        return self._boxes[sign]

    def show_draft(self, draft: EpisodeDraft) -> None:
        """Show what is ticked."""
        ticked = draft.warning_signs or ()
        for sign, box in self._boxes.items():
            box.setChecked(sign in ticked)
        self.none.setChecked(draft.warning_signs == ())

    def summary(self, draft: EpisodeDraft) -> str:
        """Such as "1 ticked"."""
        if draft.warning_signs is None:
            return ""
        count = len(draft.warning_signs)
        return ngettext("%(n)d ticked", "%(n)d ticked", count) % {"n": count} if count else _("None of these")

    def _ticked(self, _sign: WarningSign) -> None:
        self.none.setChecked(False)
        ticked = tuple(sign for sign, box in self._boxes.items() if box.isChecked())
        self.chosen.emit({"warning_signs": ticked or None})

    def _none_ticked(self, checked: bool) -> None:
        for box in self._boxes.values():
            box.setChecked(False)
        self.chosen.emit({"warning_signs": () if checked else None})


class SignNotices(QScrollArea):
    """The words of each ticked sign, the most urgent first; more than fit can be scrolled."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._notices: list[Notice] = []
        self._shown: tuple[tuple[WarningSign, datetime | None], ...] = ()
        inside = QWidget()
        inside.setProperty("ground", "none")
        self._lines = QVBoxLayout(inside)
        self._lines.setContentsMargins(0, theme.space.medium, 0, 0)
        self._lines.setSpacing(theme.space.small)
        self.setWidget(inside)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setAutoFillBackground(False)
        self.setAccessibleName(_("Warning signs"))
        self.hide()

    def show_draft(self, draft: EpisodeDraft, now: datetime) -> None:
        """Say what to do about the signs of this draft, and about a cramp of more than ten minutes."""
        present = set(draft.warning_signs or ())
        if (draft.duration_s or 0) > LONG_CRAMP_S:
            present.add(WarningSign.OVER_10_MINUTES)
        first = sorted(present, key=lambda sign: _TIERS.index(sign.tier))
        shown = tuple((sign, _past(sign, draft, now)) for sign in first)
        if shown == self._shown:
            return
        self._shown = shown
        self._take_away_all()
        for sign, past in shown:
            self._add(sign, past)
        self.setVisible(bool(shown))
        self.verticalScrollBar().setValue(0)
        self.updateGeometry()

    def notices(self) -> tuple[Notice, ...]:
        """The banners, the most urgent first."""
        return tuple(self._notices)

    def sizeHint(self) -> QSize:  # noqa: N802 (Qt's names)
        return QSize(super().sizeHint().width(), self._wanted_height())

    def hasHeightForWidth(self) -> bool:  # noqa: N802
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        return self._wanted_height(width)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return QSize(0, self._wanted_height(self.width()))

    def _wanted_height(self, width: int | None = None) -> int:
        """The whole of one banner is always seen; several may take a third of the window."""
        broad = width or self.width()
        content = self._lines.heightForWidth(broad)
        if not self._notices:
            return 0
        first = self._notices[0].heightForWidth(broad) + 2 * self._theme.space.medium
        return min(content, max(first, self.window().height() // 3))

    def _take_away_all(self) -> None:
        for notice in self._notices:
            self._lines.removeWidget(notice)
            notice.hide()
            notice.deleteLater()
        self._notices.clear()

    def _add(self, sign: WarningSign, past: datetime | None) -> None:
        notice = Notice(self._theme, parent=self.widget())
        kind = "emergency" if sign.tier is Tier.EMERGENCY else "warn"
        # The advice on long cramps names the sign itself.
        named = "" if sign is WarningSign.OVER_10_MINUTES else _("%(sign)s.") % {"sign": signs.label(sign)}
        if past is None:
            notice.say(signs.tier(sign.tier), named, signs.advice(sign), small=signs.cannot_tell(), kind=kind)
        else:
            said = insights_words.past_warning(sign, past)
            notice.say(said.lead, said.strong, said.text, small=signs.cannot_tell(), kind=kind)
        self._lines.addWidget(notice)
        self._notices.append(notice)
        notice.show()


def _past(sign: WarningSign, draft: EpisodeDraft, now: datetime) -> datetime | None:
    """When the cramp was, where it is too long ago to say of it that it goes on."""
    if sign is not WarningSign.OVER_10_MINUTES or draft.started is None:
        return None
    return draft.started if now - draft.started > STILL_NOW else None
