"""Turns the figures of a run into the table of docs/performance.md.

python tests/bench/table.py FILE.json
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from pathlib import Path
from typing import Any

SIZES = (100, 10_000, 100_000)


def main() -> None:
    """Print the table as Markdown, a row a thing."""
    run = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    things: dict[str, dict[int, dict[str, Any]]] = defaultdict(dict)
    for each in run["benchmarks"]:
        things[named(each)][each["extra_info"]["size"]] = each
    lines = [
        "| what | 100 | 10,000 | 100,000 | times its floor (100 · 10,000 · 100,000) | growth | floor |",
        "|---|--:|--:|--:|--:|--:|---|",
        *(row(name, sizes) for name, sizes in things.items()),
    ]
    sys.stdout.write("\n".join(lines) + "\n")


def named(each: dict[str, Any]) -> str:
    """What a test measures: its name and what it was asked for, without the diary's size."""
    name, _bracket, parameters = each["name"].removesuffix("]").partition("[")
    asked = "-".join(part for part in parameters.split("-") if part not in ("hundred", "usual", "large"))
    words = name.removeprefix("test_").replace("_", " ")
    return f"{words}: {asked}" if asked else words


def row(name: str, sizes: dict[int, dict[str, Any]]) -> str:
    """One line: times, ratios to the floor, growth from 10,000 to 100,000."""
    if 0 in sizes:
        cells = ["", time_of(sizes[0]), "", ratio_of(sizes[0]), ""]
        return f"| {name} | {' | '.join(cells)} | {sizes[0]['extra_info']['beneath']} |"
    times = [time_of(sizes.get(size)) for size in SIZES]
    ratios = " · ".join(ratio_of(sizes.get(size)) for size in SIZES)
    growth = "–"
    if 10_000 in sizes and 100_000 in sizes:
        growth = f"{best(sizes[100_000]) / best(sizes[10_000]):.1f}"
    beneath = next(iter(sizes.values()))["extra_info"]["beneath"]
    return f"| {name} | {' | '.join(times)} | {ratios} | {growth} | {beneath} |"


def best(each: dict[str, Any]) -> float:
    """The best round in seconds."""
    return float(each["stats"]["min"])


def time_of(each: dict[str, Any] | None) -> str:
    """The best round in milliseconds, with three figures."""
    return "–" if each is None else f"{best(each) * 1000:.3g} ms"


def ratio_of(each: dict[str, Any] | None) -> str:
    """How many times its floor it takes."""
    return "–" if each is None else f"{best(each) / each['extra_info']['floor']:.3g}"


if __name__ == "__main__":
    main()
