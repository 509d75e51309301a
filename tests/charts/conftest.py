"""What the chart tests share: chart data made of a small diary, the looks, and what stands in a picture."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache
from itertools import combinations
from typing import Any

import pytest
from making import a_course, a_day, a_workout, an_episode
from matplotlib.figure import Figure
from matplotlib.transforms import Bbox

from cramplog.analysis.chart_data import ChartData, chart_data
from cramplog.charts.lettering import as_measured
from cramplog.charts.paper import PAPER
from cramplog.charts.picture import Picture
from cramplog.charts.style import ChartStyle
from cramplog.charts.text_line import TextLine
from cramplog.domain.contents import DiaryContents
from cramplog.domain.episode import Relief
from cramplog.domain.period import Period
from cramplog.domain.places import Muscle, Place, Side
from cramplog.domain.scales import Effect, Heat, Method
from cramplog.gui.theme.charts import chart_style
from cramplog.gui.theme.tokens import DARK, HIGH_CONTRAST, LIGHT

Charted = Callable[..., ChartData]


@pytest.fixture
def charted() -> Charted:
    """Chart data of a diary made of its records, for the days from `first` to `last`."""

    def make(first: str, last: str, **records: Any) -> ChartData:
        period = Period.including(date.fromisoformat(first), date.fromisoformat(last))
        as_of = datetime.fromisoformat(f"{last}T23:00:00+00:00")
        contents = DiaryContents(**{name: tuple(values) for name, values in records.items()})
        return chart_data(contents, as_of=as_of, period=period)

    return make


STYLES = {
    "light": chart_style(LIGHT),
    "dark": chart_style(DARK),
    "high contrast": chart_style(HIGH_CONTRAST),
    "paper": PAPER,
    "light at 200 %": chart_style(LIGHT, text_size=2.0),
}


@pytest.fixture
def light() -> ChartStyle:
    """The look of a window in daylight."""
    return STYLES["light"]


@pytest.fixture(params=STYLES)
def style(request: pytest.FixtureRequest) -> ChartStyle:
    """Each look in turn."""
    return STYLES[request.param]


@dataclass(frozen=True, slots=True)
class Seen:
    """A drawn picture, and what a person finds in it; boxes in pixels from the top left."""

    picture: Picture

    @property
    def figure(self) -> Figure:
        return self.picture.figure

    def words(self) -> list[str]:
        """Every text of the picture, from the back to the front."""
        return [text.get_text() for text in self._texts()]

    def boxes(self) -> list[tuple[str, Bbox]]:
        """Every text with the pixels that it covers."""
        renderer = self.figure.canvas.get_renderer()  # type: ignore[attr-defined]
        with as_measured():
            return [(text.get_text(), text.get_window_extent(renderer)) for text in self._texts()]

    def marks(self, name: str = "") -> dict[str, Any]:
        """The marks whose id begins with `name`, by their ids."""
        found = {artist.get_gid(): artist for artist in self.figure.get_children()}
        return {gid: artist for gid, artist in found.items() if gid and gid.startswith(name)}

    def overlaps(self) -> list[tuple[str, str]]:
        """Texts that share more than a pixel's edge."""
        shrunk = [(words, box.padded(-1)) for words, box in self.boxes()]
        return [(one[0], two[0]) for one, two in combinations(shrunk, 2) if one[1].overlaps(two[1])]

    def cut(self) -> list[str]:
        """Texts that reach over the picture's edge."""
        area = Bbox.from_bounds(0, 0, self.picture.width, self.picture.height).padded(1.5)
        return [words for words, box in self.boxes() if not _within(box, area)]

    def _texts(self) -> Iterator[TextLine]:
        return (artist for artist in self.figure.get_children() if isinstance(artist, TextLine))


def _within(box: Bbox, area: Bbox) -> bool:
    return area.x0 <= box.x0 and box.x1 <= area.x1 and area.y0 <= box.y0 and box.y1 <= area.y1


@pytest.fixture
def see() -> Callable[[Picture], Seen]:
    """Look at a picture."""
    return Seen


def free_days(first: str, count: int) -> list[Any]:
    """So many days in a row, checked in as free of cramps."""
    start = date.fromisoformat(first)
    return [a_day((start + timedelta(days=number)).isoformat()) for number in range(count)]


@pytest.fixture
def free() -> Callable[[str, int], list[Any]]:
    """Days in a row that were checked in as free of cramps."""
    return free_days


def full_diary(days: int, *, seed: int, kept: float) -> dict[str, list[Any]]:
    """A diary with everything in it, of the last so many days up to 31 October 2026; `kept` is the share of
    days that were recorded."""
    rnd = random.Random(seed)
    records: dict[str, list[Any]] = {"episodes": [], "days": [], "workouts": [], "courses": []}
    last = date(2026, 10, 31)
    for number in range(days):
        day = last - timedelta(days=number)
        if rnd.random() > kept:
            continue
        has_cramp = rnd.random() < 0.25
        records["days"].append(_a_full_day(rnd, day, cramp_free=not has_cramp))
        records["episodes"] += [_a_full_episode(rnd, day) for _ in range(rnd.choice((1, 1, 2)) * has_cramp)]
        if rnd.random() < 0.4:
            records["workouts"].append(
                a_workout(f"{day} 17:00", elapsed_s=rnd.choice((2400, 5400)), exertion=rnd.randint(1, 9))
            )
    names = ("Magnesium", "Calf stretch at bedtime, on the stairs, with the heel held well below the step")
    records["courses"] += [
        a_course(name, started=last - timedelta(days=min(80, days // 2))) for name in names
    ]
    return records


def _a_full_day(rnd: random.Random, day: date, *, cramp_free: bool) -> Any:
    return a_day(
        day.isoformat(),
        cramp_free=cramp_free,
        heat=rnd.choice(tuple(Heat)),
        alcohol=rnd.random() < 0.3,
        exercised=rnd.random() < 0.5,
        stretched=rnd.random() < 0.5,
        ill=rnd.random() < 0.05,
        sleep_disturbance=rnd.randint(0, 9),
    )


def _a_full_episode(rnd: random.Random, day: date) -> Any:
    places = {
        Place(rnd.choice(tuple(Muscle)), rnd.choice((Side.LEFT, Side.RIGHT, Side.BOTH))) for _ in range(2)
    }
    return an_episode(
        f"{day} {rnd.choice((7, 13, 18, 18, 21, 22, 23)):02d}:{rnd.randint(0, 59):02d}",
        pain=rnd.choice((None, *range(11))),
        duration_s=rnd.randint(20, 1500),
        places=tuple(places),
        relief=tuple(
            Relief(method=method, effect=rnd.choice(tuple(Effect)), minutes=rnd.randint(1, 20))
            for method in rnd.sample(tuple(Method), 3)
        ),
    )


DIARIES = {"sparse": (42, 0.3), "usual": (90, 0.9), "year": (365, 0.85), "ten years": (3650, 0.85)}


@pytest.fixture(scope="session")
def shelf() -> Callable[[str], ChartData]:
    """Each diary's chart data, made once."""
    return cache(lambda name: data_of(*DIARIES[name]))


@pytest.fixture(params=DIARIES)
def diary(request: pytest.FixtureRequest, shelf: Callable[[str], ChartData]) -> ChartData:
    """A sparse diary, a usual one, a year's, and one of ten years."""
    return shelf(request.param)


@pytest.fixture
def usual(shelf: Callable[[str], ChartData]) -> ChartData:
    """A usual diary of 90 days."""
    return shelf("usual")


def data_of(days: int, kept: float) -> ChartData:
    """Chart data of a full diary of so many days."""
    contents = DiaryContents(
        **{name: tuple(values) for name, values in full_diary(days, seed=4, kept=kept).items()}
    )
    period = Period.last_days(days, date(2026, 10, 31))
    as_of = datetime.fromisoformat("2026-10-31T23:30:00+00:00")
    return chart_data(contents, as_of=as_of, period=period)
