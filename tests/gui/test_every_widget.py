"""Each part of the pages can be named, hit and read in full, at the smallest and the largest text."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QAccessible, QColor, QImage
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QWidget

from cramplog.domain.places import Place
from cramplog.gui.theme.theme import Theme
from cramplog.gui.theme.tokens import DARK, LIGHT
from cramplog.gui.widgets.big_button import BigButton
from cramplog.gui.widgets.body_figure import BodyFigure
from cramplog.gui.widgets.body_map import BodyMap
from cramplog.gui.widgets.button import Button
from cramplog.gui.widgets.card import Card
from cramplog.gui.widgets.choice_row import Choice, ChoiceRow
from cramplog.gui.widgets.coverage_bar import CoverageBar
from cramplog.gui.widgets.empty_page import EmptyPage, Step
from cramplog.gui.widgets.field import Field
from cramplog.gui.widgets.figure_tile import FigureTile
from cramplog.gui.widgets.group import Group
from cramplog.gui.widgets.not_recorded import NotRecorded
from cramplog.gui.widgets.notice import Notice
from cramplog.gui.widgets.number_scale import Square
from cramplog.gui.widgets.page_frame import PageFrame
from cramplog.gui.widgets.pain_scale import PainScale
from cramplog.gui.widgets.pain_square import PainSquare
from cramplog.gui.widgets.picker import Picker
from cramplog.gui.widgets.picture import Picture, Spot
from cramplog.gui.widgets.sidebar import Entry, PagesBar, Sidebar
from cramplog.gui.widgets.status_line import StatusLine
from cramplog.gui.widgets.text import Text
from cramplog.gui.widgets.tick_box import TickBox
from cramplog.gui.widgets.urine_scale import UrineScale

Make = Callable[[Theme], QWidget]
# German words are long; a row that holds them holds English ones, too.
HEAT = tuple(Choice(word, word) for word in ("Kühl", "Angenehm", "Warm", "Heiß", "Außerordentlich heiß"))
PAGES = (
    Entry(key="log", text="Protokoll", icon="stopwatch"),
    Entry(key="courses", text="Medikamente\nund Gewohnheiten", icon="pill"),
    Entry(key="settings", text="Einstellungen", icon="sliders", apart=True),
)


def in_words(place: Place) -> str:
    return f"{place.side.value} {place.muscle.value}"


def card(theme: Theme) -> QWidget:
    made = Card(theme, "Heute bis jetzt", "Freitag, 11. September")
    made.body.addWidget(Text(theme, "4 von 10 Krämpfen hatten einen Schmerz von 7 oder mehr."))
    return made


def open_group(theme: Theme) -> QWidget:
    made = Group(theme, "Was haben Sie versucht?", opened=True)
    made.body.addWidget(ChoiceRow(theme, "Dehnen", HEAT))
    return made


def closed_group(theme: Theme) -> QWidget:
    made = Group(theme, "Wasser und Hitze")
    made.set_summary("Etwas Wasser · warm", origin="von der Tageskarte")
    return made


def tile(theme: Theme) -> QWidget:
    made = FigureTile(theme)
    made.show_figure("81", "bekannte Tage", of="von 90")
    made.show_share(81, 90)
    return made


def notice(theme: Theme) -> QWidget:
    made = Notice(theme, "warn")
    made.say("Get help today.", "A swollen, warm, sore leg needs a check today.", small="It can be a clot.")
    made.add_button("Undo", icon="undo")
    return made


def empty(theme: Theme) -> QWidget:
    step = Step(icon="check", title="Tage ohne Krampf", detail="Sie zeigen, wie oft Krämpfe wirklich kommen.")
    return EmptyPage(
        theme, "Leer", "Hier stehen Einträge.", steps=(step,), action="Beispiel", second="Öffnen"
    )


def status(theme: Theme) -> QWidget:
    made = StatusLine(theme)
    made.show_words("Alles gespeichert", saved=True)
    made.show_backup("Sicherung: heute, 08:02")
    return made


def picture(theme: Theme) -> QWidget:
    made = Picture(theme, "Cramps per week")
    image = QImage(QSize(400, 200), QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    made.show_image(
        image, "2 to 4 in most weeks.", [Spot(left=0, top=0, width=0.1, height=1, said=lambda: "3 cramps")]
    )
    return made


def picker(theme: Theme) -> QWidget:
    made = Picker(theme, "Muscle")
    made.addItem("Muskel: beliebig", None)
    made.addItem("Oberschenkelrückseite", "hamstring")
    return made


MAKERS: dict[str, Make] = {
    "main button": lambda theme: Button(theme, "Cramp speichern", kind="main", icon="check"),
    "plain button": lambda theme: Button(theme, "Einen früheren Krampf eintragen", icon="clock"),
    "link": lambda theme: Button(theme, "Edit", kind="link", icon="edit"),
    "cramp now": lambda theme: BigButton(
        theme, "Krampf jetzt", "Startet die Uhr.", icon="stopwatch", size="hero", kind="main"
    ),
    "it's over": lambda theme: BigButton(theme, "Vorbei", icon="check", size="over", kind="main"),
    "two lines": lambda theme: BigButton(
        theme, "Keine Krämpfe seit Dienstag", "Mi 9 bis Fr 11", icon="check"
    ),
    "choice row": lambda theme: ChoiceRow(theme, "Hitze", HEAT),
    "choice beside": lambda theme: ChoiceRow(theme, "Aufgewacht?", HEAT[:2], beside=True),
    "chips": lambda theme: ChoiceRow(theme, "Wobei?", HEAT, chips=True),
    "sleep": lambda theme: ChoiceRow(
        theme, "Schlaf", [Choice(str(n), str(n)) for n in range(11)], numbers=True, ends=("Gar nicht", "Sehr")
    ),
    "pain scale": PainScale,
    "pain square": lambda theme: PainSquare(theme, 7),
    "urine scale": UrineScale,
    "not recorded": NotRecorded,
    "tick": lambda theme: TickBox(theme, "Ein Bein oder Arm ist geschwollen, warm oder rot"),
    "field": lambda theme: Field(
        theme, "Wann?", QLineEdit("So 6. Sep 2026, 02:10"), needed=True, hint="Nacht"
    ),
    "picker": picker,
    "card": card,
    "open group": open_group,
    "closed group": closed_group,
    "body map": lambda theme: BodyMap(theme, in_words),
    "tile": tile,
    "coverage": lambda theme: CoverageBar(theme, 3, 12, "3 of 12 cramps"),
    "notice": notice,
    "empty": empty,
    "status": status,
    "picture": picture,
    "sidebar": lambda theme: Sidebar(theme, PAGES),
    "pages bar": lambda theme: PagesBar(theme, PAGES),
    "page": lambda theme: PageFrame(theme, "Insights", "14 June – 11 September 2026"),
}


@pytest.fixture(params=[1.0, 2.0], ids=["100 %", "200 %"])
def sized(request: pytest.FixtureRequest, theme: Theme) -> Iterator[Theme]:
    theme.change(text_size=request.param)
    return theme


@pytest.fixture(params=MAKERS)
def widget(request: pytest.FixtureRequest, sized: Theme, shown: Callable[..., QWidget]) -> QWidget:
    return shown(MAKERS[request.param](sized), width=700, height=900)


def parts_of(widget: QWidget) -> list[QWidget]:
    """The widget and everything visible in it that is our own or can be used."""
    inside = [part for part in widget.findChildren(QWidget) if part.isVisible()]
    return [widget, *inside]


def test_all_that_can_have_the_focus_has_a_name(widget: QWidget) -> None:
    nameless = [
        part
        for part in parts_of(widget)
        if part.focusPolicy() and not QAccessible.queryAccessibleInterface(part).text(QAccessible.Text.Name)
    ]

    assert nameless == []


def test_all_that_can_be_hit_is_large_enough(widget: QWidget) -> None:
    small = [
        (part, part.size())
        for part in parts_of(widget)
        if isinstance(part, QAbstractButton) and (part.height() < 44 or part.width() < 24)
    ]

    assert small == []


def test_no_words_are_cut_off(widget: QWidget) -> None:
    cut = [part for part in parts_of(widget) if isinstance(part, (QLabel, QAbstractButton)) and is_cut(part)]

    assert cut == []


def is_cut(part: QWidget) -> bool:
    if part.hasHeightForWidth():
        return (
            part.height() < part.heightForWidth(part.width()) or part.width() < part.minimumSizeHint().width()
        )
    return part.width() < part.minimumSizeHint().width() or part.height() < part.minimumSizeHint().height()


def test_nothing_lies_outside_of_what_holds_it(widget: QWidget) -> None:
    outside = [
        part
        for part in parts_of(widget)[1:]
        if isinstance(part, (QLabel, QAbstractButton, BodyFigure))
        and not part.parentWidget().rect().contains(part.geometry())
    ]

    assert outside == []


@pytest.mark.parametrize("name", [name for name in MAKERS if name != "picture"])
def test_a_change_of_palette_and_size_is_followed_at_once(
    name: str, theme: Theme, shown: Callable[..., QWidget], qapp: QApplication
) -> None:
    widget = shown(MAKERS[name](theme), width=700, height=900)

    theme.change(palette=DARK, text_size=1.5)
    qapp.processEvents()
    afterwards = widget.grab().toImage()

    anew = shown(MAKERS[name](theme), width=700, height=900)
    assert not [part for part in parts_of(widget) if isinstance(part, QAbstractButton) and is_cut(part)]
    assert widget.sizeHint() == anew.sizeHint()
    assert light_in(afterwards) < 0.5
    assert theme.palette is not LIGHT


def light_in(image: QImage) -> float:
    """How much of the picture is as light as the light palette's grounds."""
    spots = [(x, y) for x in range(0, image.width(), 3) for y in range(0, image.height(), 3)]
    bright = sum(image.pixelColor(x, y).lightnessF() > 0.9 for x, y in spots)
    return bright / max(1, len(spots))


@pytest.mark.parametrize("square", range(11))
def test_each_pain_is_read_out_with_its_question_and_word(theme: Theme, square: int) -> None:
    scale = PainScale(theme, "Pain")
    words = {0: "no pain", 4: "mild", 5: "medium", 7: "severe"}
    word = words[max(least for least in words if least <= square)] if square in (0, *range(4, 11)) else "mild"

    button = scale.square(square)

    assert isinstance(button, Square)
    assert button.accessibleName() == f"Pain: {square}, {word}"
    scale.deleteLater()
