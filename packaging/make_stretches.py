"""Draws the stretches of the timer into resources/stretches: `python packaging/make_stretches.py`.

A limb is a line with round ends, drawn once in the colour of the edge and once, thinner, in that of the body.
The colours are those of the night palette; the window replaces each by the one that it wears.
"""

from __future__ import annotations

from pathlib import Path

EDGE, BODY, ACCENT, FLOOR = "#C2AE93", "#2E3940", "#FFC878", "#2F3A42"
LINE = 3
WIDTH, HEIGHT = 320, 180
FOLDER = Path(__file__).parent.parent / "resources" / "stretches"

Point = tuple[float, float]


def limb(thick: float, *points: Point) -> str:
    """A bent limb."""
    return _line(EDGE, thick + 2 * LINE, points) + _line(BODY, thick, points)


def mark(thick: float, *points: Point) -> str:
    """What is stretched, or held."""
    return _line(ACCENT, thick, points)


def head(x: float, y: float, radius: float = 16) -> str:
    """A head."""
    return f'<circle cx="{x}" cy="{y}" r="{radius}" fill="{BODY}" stroke="{EDGE}" stroke-width="{LINE}"/>\n'


def floor(left: float, right: float, y: float) -> str:
    """What one sits or stands on."""
    return _line(FLOOR, LINE, ((left, y), (right, y)))


def arrow(start: Point, bend: Point, end: Point, *barbs: Point) -> str:
    """Which way to pull."""
    curve = f"M{start[0]} {start[1]}Q{bend[0]} {bend[1]} {end[0]} {end[1]}"
    tip = f"M{barbs[0][0]} {barbs[0][1]}L{end[0]} {end[1]}L{barbs[1][0]} {barbs[1][1]}"
    return (
        f'<path d="{curve}{tip}" fill="none" stroke="{ACCENT}" stroke-width="4" '
        'stroke-linecap="round" stroke-linejoin="round"/>\n'
    )


def _line(colour: str, width: float, points: tuple[Point, ...]) -> str:
    way = "L".join(f"{x} {y}" for x, y in points)
    return (
        f'<path d="M{way}" fill="none" stroke="{colour}" stroke-width="{width}" '
        'stroke-linecap="round" stroke-linejoin="round"/>\n'
    )


def calf() -> str:
    """Sitting, leg straight, a towel pulls the foot towards the body."""
    return (
        floor(20, 300, 165)
        + limb(24, (62, 146), (68, 74))
        + limb(22, (66, 148), (235, 148))
        + limb(16, (242, 148), (232, 102))
        + mark(8, (172, 156), (218, 156))
        + mark(4, (160, 94), (226, 108))
        + limb(13, (72, 72), (112, 96), (158, 94))
        + head(78, 34)
        + arrow((270, 98), (262, 70), (240, 72), (250, 62), (249, 84))
    )


def hamstring() -> str:
    """Sitting, leg straight, the trunk leans forward."""
    return (
        floor(20, 300, 165)
        + limb(24, (62, 146), (92, 98), (118, 82))
        + limb(22, (66, 148), (235, 148))
        + limb(16, (242, 148), (244, 104))
        + mark(8, (96, 156), (158, 156))
        + limb(13, (120, 84), (160, 112), (212, 124))
        + head(146, 60)
        + arrow((150, 22), (192, 22), (204, 62), (192, 54), (212, 50))
    )


def quadriceps() -> str:
    """Standing, one hand on a chair, the other pulls the heel to the buttock."""
    return (
        floor(60, 290, 170)
        + _line(EDGE, LINE, ((232, 84), (232, 168)))
        + _line(EDGE, LINE, ((232, 118), (276, 118), (276, 168)))
        + limb(13, (152, 56), (186, 78), (230, 84))
        + limb(17, (148, 100), (146, 160), (162, 162))
        + limb(17, (150, 100), (158, 142), (108, 128))
        + limb(22, (148, 98), (150, 58))
        + limb(12, (146, 56), (118, 88), (108, 124))
        + mark(7, (161, 104), (167, 134))
        + head(154, 24)
        + arrow((84, 150), (76, 122), (90, 100), (78, 106), (92, 114))
    )


def foot() -> str:
    """A foot in profile, its toes pulled up by a hand."""
    return (
        limb(40, (92, -30), (104, 96))
        + limb(32, (104, 128), (150, 134), (206, 140))
        + limb(20, (212, 138), (238, 106))
        + limb(18, (318, 60), (270, 76), (244, 100))
        + mark(8, (112, 146), (206, 154))
        + arrow((284, 142), (290, 112), (262, 118), (272, 106), (274, 128))
    )


def hand() -> str:
    """A forearm, its hand bent back by the other one."""
    return (
        limb(30, (-20, 132), (140, 118))
        + limb(26, (150, 114), (170, 76))
        + limb(11, (166, 66), (184, 26))
        + limb(11, (176, 70), (200, 36))
        + limb(26, (330, 96), (244, 78))
        + limb(13, (236, 70), (196, 58))
        + limb(13, (236, 84), (190, 82))
        + mark(8, (30, 143), (124, 134))
        + arrow((222, 30), (186, 4), (150, 26), (154, 10), (168, 24))
    )


def neutral() -> str:
    """Somebody who stands and makes themselves long."""
    return (
        floor(90, 230, 174)
        + limb(16, (152, 104), (146, 164))
        + limb(16, (168, 104), (174, 164))
        + limb(26, (160, 102), (160, 78))
        + limb(11, (152, 72), (136, 42), (144, 14))
        + limb(11, (168, 72), (184, 42), (176, 14))
        + head(160, 46, 14)
        + arrow((232, 96), (240, 60), (232, 26), (222, 38), (244, 38))
    )


def main() -> None:
    """Write all of them."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for draw in (calf, hamstring, quadriceps, foot, hand, neutral):
        size = f'width="{WIDTH}" height="{HEIGHT}" viewBox="0 0 {WIDTH} {HEIGHT}"'
        picture = f'<svg xmlns="http://www.w3.org/2000/svg" {size}>\n{draw()}</svg>\n'
        (FOLDER / f"{draw.__name__}.svg").write_text(picture, encoding="utf-8")


if __name__ == "__main__":
    main()
