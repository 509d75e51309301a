"""The contrast of two colours as WCAG 2 defines it."""

from __future__ import annotations


def ratio(first: str, second: str) -> float:
    """How far apart two colours (`#RRGGBB`) are in light: 1 (equal) to 21 (black and white).

    Source: WCAG 2.2, "contrast ratio" and "relative luminance". Check value: #767676 on #FFFFFF is 4.54.
    """
    lighter, darker = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)
