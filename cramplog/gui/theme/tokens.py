"""The colours of the window by name, one palette for each kind of light."""

from __future__ import annotations

from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True, kw_only=True)
class Patch:
    """A small coloured area with something written on it."""

    fill: str
    number: str
    edge: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Palette:
    """Every colour that a page may use, by the name of its use."""

    name: str
    dark: bool
    window: str
    side: str
    card: str
    raised: str
    line: str
    control: str
    ink: str
    ink2: str
    accent: str
    fill: str
    fill_pressed: str
    on_fill: str
    tint: str
    cramp: str
    cramp_text: str
    free: str
    known: str
    warn: str
    warn_ground: str
    emergency: str
    emergency_ground: str
    body_edge: str
    body_seam: str
    body_muscle: str
    body_rest: str
    digits: str
    sheet_ground: str
    pain_low: Patch
    pain_middle: Patch
    pain_high: Patch
    heat: tuple[str, ...]

    def pain(self, pain: int) -> Patch:
        """The colours of a pain square: no and mild pain, medium from 5, severe from 7."""
        if pain >= 7:
            return self.pain_high
        return self.pain_middle if pain >= 5 else self.pain_low

    def colour(self, token: str) -> str:
        """The colour with the name `token`."""
        value = getattr(self, token)
        if not isinstance(value, str):
            raise TypeError(f"{token} is not one colour")
        return value


# A urine colour is the same in every light, so it is no part of a palette.
URINE = tuple(
    Patch(fill=fill, number="#1D1800" if step <= 6 else "#FFFFFF", edge="#8A7B3A")
    for step, fill in enumerate(
        ("#FBF7DC", "#F8F0B4", "#F4E47F", "#EBCF4E", "#DDB138", "#C98F2B", "#9C621E", "#6E5325"), start=1
    )
)

_DARK_PAIN_LOW = Patch(fill="#3B2719", number="#FFE3CC", edge="#A8724A")
_DARK_PAIN_MIDDLE = Patch(fill="#8A4A1B", number="#FFF3E8", edge="#C97A3F")
_DARK_PAIN_HIGH = Patch(fill="#F58A3C", number="#1B0C00", edge="#F58A3C")

LIGHT = Palette(
    name="light",
    dark=False,
    window="#F2F5F7",
    side="#E8EDF1",
    card="#FFFFFF",
    raised="#F7F9FA",
    line="#CDD6DC",
    control="#6C7B87",
    ink="#13202A",
    ink2="#475661",
    accent="#0E5A72",
    fill="#0E5A72",
    fill_pressed="#0A4557",
    on_fill="#FFFFFF",
    tint="#DFEEF3",
    cramp="#C24E00",
    cramp_text="#A03E00",
    free="#00734F",
    known="#0072B2",
    warn="#7A4F00",
    warn_ground="#FFF1CC",
    emergency="#A3211A",
    emergency_ground="#FCE8E5",
    body_edge="#5D6B77",
    body_seam="#7F8E9B",
    body_muscle="#F4F7F9",
    body_rest="#DDE4E9",
    digits="#13202A",
    sheet_ground="#D8DFE5",
    pain_low=Patch(fill="#FDEBDD", number="#4A2200", edge="#B98257"),
    pain_middle=Patch(fill="#F3B98D", number="#2B1300", edge="#A85A22"),
    pain_high=Patch(fill="#9A3B00", number="#FFFFFF", edge="#9A3B00"),
    heat=("#FEE838", "#C3B369", "#888578", "#4F576C", "#00224E"),
)

DARK = Palette(
    name="dark",
    dark=True,
    window="#10171C",
    side="#0C1216",
    card="#1A242B",
    raised="#222D35",
    line="#35444F",
    control="#82939F",
    ink="#E9EFF3",
    ink2="#AEBBC5",
    accent="#7CCBE3",
    fill="#175E78",
    fill_pressed="#114A5F",
    on_fill="#FFFFFF",
    tint="#1D3B47",
    cramp="#F58A3C",
    cramp_text="#FFAA6B",
    free="#5CCBA3",
    known="#6DB6E8",
    warn="#F2C45C",
    warn_ground="#3A2D0E",
    emergency="#FF9A8F",
    emergency_ground="#44191A",
    body_edge="#93A3AF",
    body_seam="#76858F",
    body_muscle="#25313A",
    body_rest="#35424C",
    digits="#E9EFF3",
    sheet_ground="#0C1216",
    pain_low=_DARK_PAIN_LOW,
    pain_middle=_DARK_PAIN_MIDDLE,
    pain_high=_DARK_PAIN_HIGH,
    heat=("#35456C", "#666A70", "#958F78", "#C8B866", "#FEE838"),
)

HIGH_CONTRAST = replace(
    DARK,
    name="high_contrast",
    window="#000000",
    side="#000000",
    card="#000000",
    raised="#000000",
    line="#FFFFFF",
    control="#FFFFFF",
    ink="#FFFFFF",
    ink2="#FFFFFF",
    accent="#FFE14A",
    fill="#FFE14A",
    fill_pressed="#D9BF3F",
    on_fill="#000000",
    tint="#3D3500",
    cramp="#FF9E57",
    cramp_text="#FFB37A",
    free="#6BE3B8",
    known="#86C8FF",
    warn="#FFE14A",
    warn_ground="#000000",
    emergency="#FF9A8F",
    emergency_ground="#000000",
    body_edge="#FFFFFF",
    body_seam="#FFFFFF",
    body_muscle="#000000",
    body_rest="#3A3A3A",
    digits="#FFFFFF",
    sheet_ground="#000000",
)

NIGHT = replace(
    DARK,
    name="night",
    window="#0A0E11",
    side="#0C1216",
    card="#12191E",
    raised="#1A2329",
    line="#2F3A42",
    control="#8A8070",
    ink="#F3DFC3",
    ink2="#C2AE93",
    accent="#FFC878",
    fill="#5C4012",
    fill_pressed="#47310E",
    on_fill="#FFEBCB",
    tint="#33270F",
    body_edge="#8C9AA3",
    body_seam="#6B7780",
    body_muscle="#1E272D",
    body_rest="#2E3940",
    digits="#FFD9A0",
)

PALETTES = (LIGHT, DARK, HIGH_CONTRAST, NIGHT)
