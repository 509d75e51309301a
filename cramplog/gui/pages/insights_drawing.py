"""What the workers do for the charts: which there are, and their pictures in the look that is worn."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtGui import QImage

from cramplog.charts.picture import Box
from cramplog.gui.widgets.picture import Spot

if TYPE_CHECKING:
    from cramplog.analysis.chart_data import ChartData
    from cramplog.charts.catalogue import Chart
    from cramplog.charts.picture import HoverPoint, Table
    from cramplog.charts.style import ChartStyle

# Looked up here, where the window's own thread imports this: two threads that do so at once end the program.
RGBA = QImage.Format.Format_RGBA8888

# The catalogue is imported by the functions: it brings NumPy, which only the workers may wait for.


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartPlan:
    """One chart before it is drawn. `missing` says what it still needs: how many of how many, in words."""

    id: str
    title: str
    wide: bool
    missing: tuple[int, int, str] | None
    summary: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """A chart's picture and its marks."""

    image: QImage
    spots: tuple[Spot, ...]


def plan(data: ChartData) -> tuple[ChartPlan, ...]:
    """The charts that this diary has something for, in their order."""
    from cramplog.charts.catalogue import CHARTS

    return tuple(_planned(chart, data) for chart in CHARTS if chart.offered(data))


def draw(chart_id: str, data: ChartData, style: ChartStyle, *, width: float, density: float) -> Drawn:
    """The picture of one chart, `width` pixels wide on a screen with `density` dots a pixel."""
    from cramplog.charts import render

    made = render.image(_chart(chart_id).draw(data, style, width), scale=density)
    pixels = QImage(made.rgba, made.width, made.height, RGBA)
    # The image must own its pixels: `made` is gone when it is shown.
    image = pixels.copy()
    image.setDevicePixelRatio(density)
    whole = Box(0, 0, made.width / made.scale, made.height / made.scale)
    return Drawn(image=image, spots=tuple(_spot(point, whole) for point in made.points))


def table_of(chart_id: str, data: ChartData) -> Table:
    """The data of one chart as a table."""
    return _chart(chart_id).table(data)


def file_of(chart_id: str, data: ChartData, style: ChartStyle, *, width: float, kind: str) -> bytes:
    """The chart as a file of one `kind`: "png", "svg", or its table as "csv"."""
    from cramplog.charts import render

    chart = _chart(chart_id)
    if kind == "csv":
        return render.csv_text(chart.table(data)).encode("utf-8-sig")
    picture = chart.draw(data, style, width)
    return render.svg(picture) if kind == "svg" else render.png(picture)


def _planned(chart: Chart, data: ChartData) -> ChartPlan:
    missing = chart.missing(data)
    if missing is not None:
        lacks = (missing.has, missing.needed, missing.text)
        return ChartPlan(id=chart.id, title=chart.title(), wide=chart.wide, missing=lacks)
    return ChartPlan(
        id=chart.id,
        title=chart.title(),
        wide=chart.wide,
        missing=None,
        summary=chart.summary(data, False),
    )


def _spot(point: HoverPoint, whole: Box) -> Spot:
    return Spot(
        left=point.box.left / whole.width,
        top=point.box.top / whole.height,
        width=point.box.width / whole.width,
        height=point.box.height / whole.height,
        said=lambda: point.text,
    )


def _chart(chart_id: str) -> Chart:
    from cramplog.charts.catalogue import CHARTS

    return next(chart for chart in CHARTS if chart.id == chart_id)
