"""How hot the air feels: the heat index of the United States' weather service."""

from __future__ import annotations

import math


def heat_index_f(air_temp_c: float, humidity_pct: float) -> float:
    """The heat index in °F of an air temperature in °C and a relative humidity in percent (0–100).

    It holds for shade and a light wind, and up to about 115 °F (46 °C) of air; full sun adds up to 15 °F. Up
    to 40 °F of air it is the air's own temperature. Source: NOAA, wpc.ncep.noaa.gov/html/heatindex_equation
    (Rothfusz 1990, with the simple formula below 79 °F as in NOAA's calculator). Check: 86 °F with 90 %
    gives 105.394, 95 °F with 10 % 89.450, 60 °F with 50 % 58.05.
    """
    temp = air_temp_c * 9 / 5 + 32
    if temp <= 40:
        return temp
    # The average with the air's temperature is already in these factors; averaging again counts it twice.
    simple = 0.5 * (temp + 61.0 + (temp - 68.0) * 1.2 + humidity_pct * 0.094)
    if simple < 79:
        return simple
    return regression_f(temp, humidity_pct) + _adjustment(temp, humidity_pct)


def regression_f(temp_f: float, humidity_pct: float) -> float:
    """Rothfusz's regression alone, as in the printed tables; °F from °F and percent.

    Check: 90 °F with 70 % gives 105.922, which the table prints as 106.
    """
    t, r = temp_f, humidity_pct
    return (
        -42.379
        + 2.04901523 * t
        + 10.14333127 * r
        - 0.22475541 * t * r
        - 0.00683783 * t * t
        - 0.05481717 * r * r
        + 0.00122874 * t * t * r
        + 0.00085282 * t * r * r
        - 0.00000199 * t * t * r * r
    )


def _adjustment(temp: float, humidity: float) -> float:
    """What very dry and very humid air take off or add."""
    if humidity < 13 and 80 <= temp <= 112:
        return -((13 - humidity) / 4) * math.sqrt((17 - abs(temp - 95)) / 17)
    if humidity > 85 and 80 <= temp <= 87:
        return ((humidity - 85) / 10) * ((87 - temp) / 5)
    return 0.0
