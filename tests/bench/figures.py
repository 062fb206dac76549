"""Counting: what was measured, by cell and by side, and how the sides compare."""

from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from typing import Any

ROOT = Path(__file__).parent.parent.parent
BENCH = ROOT / ".build" / "bench"


@dataclass
class Results:
    """What was measured: for each cell the values of each side, one a run; and what could not be, in sentences."""

    values: dict[str, dict[str, list[float]]] = field(default_factory=dict)
    absent: list[str] = field(default_factory=list)

    def add(self, cell: str, side: str, value: float) -> None:
        """Keep a value."""
        self.values.setdefault(cell, {}).setdefault(side, []).append(value)

    def lacks(self, sentence: str) -> None:
        """Say, once, what could not be measured and why."""
        if sentence not in self.absent:
            self.absent.append(sentence)

    def median(self, cell: str, side: str) -> float | None:
        """Return the median of a side, or nothing where there is none."""
        values = self.values.get(cell, {}).get(side)
        return median(values) if values else None

    def as_data(self, cells: dict[str, str]) -> list[dict[str, Any]]:
        """Return every cell for JSON: median, least and most of each side, and ours against each other side."""
        return [
            {
                "cell": cell,
                "unit": cells[cell],
                "sides": {
                    side: {"median": median(values), "min": min(values), "max": max(values), "values": values}
                    for side, values in sides.items()
                },
                "ratios": {
                    side: {"of medians": median(sides["ours"]) / median(values), **_pairwise(sides["ours"], values)}
                    for side, values in sides.items()
                    if side != "ours" and "ours" in sides and min(values) > 0
                },
            }
            for cell, sides in self.values.items()
        ]


def _pairwise(ours: list[float], theirs: list[float]) -> dict[str, Any]:
    pairs = ratios(ours, theirs)
    return {"median of pairs": median(pairs), "pairs": pairs}


def ratios(ours: list[float], theirs: list[float]) -> list[float]:
    """Return ours / theirs, run by run."""
    return [one / other for one, other in zip(ours, theirs, strict=False)]


def percentile(values: list[float], percent: float) -> float:
    """Return the least value that so many percent of the values do not exceed (nearest rank)."""
    ranked = sorted(values)
    rank = -(-len(ranked) * percent // 100)
    return ranked[max(0, int(rank) - 1)]
