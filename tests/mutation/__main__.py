"""scripts/mutate: makes code and rules wrong in one place after another, and counts how often the tests notice."""

import argparse
import os
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field

from checklists.rules import CHECKLISTS
from tests.mutation import modules, rules

ENOUGH = 95  # per cent
HEAD = f"{'':30} {'mutants':>8} {'killed':>8} {'survive':>8} {'%':>6}   {'decide':>8} {'by cases':>8} {'%':>6} {'s':>6}"


@dataclass
class Row:
    """What became of the mutants of one module.

    Of those of rules, ``deciding`` change what some answers lead to, and ``by_cases`` are noticed by the worked cases
    and the statements of the law: a review sheet notices any change, but is written anew with each.
    """

    name: str
    mutants: int
    survivors: list[str]
    deciding: list[rules.Verdict] = field(default_factory=list)
    seconds: float = 0

    @property
    def killed(self) -> float:
        """Return how many of a hundred mutants are noticed."""
        return 100 * (self.mutants - len(self.survivors)) / self.mutants

    @property
    def by_cases(self) -> float:
        """Return how many of a hundred that decide otherwise are noticed without the review sheet."""
        return 100 * sum(one.promises for one in self.deciding) / len(self.deciding) if self.deciding else 100

    def __str__(self) -> str:
        """Return the row of the table."""
        left = len(self.survivors)
        cells = f"{self.name:30} {self.mutants:8,} {self.mutants - left:8,} {left:8,} {self.killed:6.1f}"
        if self.deciding:
            noticed = sum(one.promises for one in self.deciding)
            cells += f"   {len(self.deciding):8,} {noticed:8,} {self.by_cases:6.1f} {self.seconds:6.0f}"
        else:
            cells += f"   {'':24} {self.seconds:6.0f}"
        return cells


def main() -> int:
    """Mutate; return 1 where fewer than 95 of a hundred mutants are noticed in a module."""
    chosen = _arguments()
    names = chosen.modules or [*modules.TESTS, "rules"]
    rows = []
    print(HEAD)
    try:
        for name in [*(n for n in names if n != "rules"), *(CHECKLISTS if "rules" in names else ())]:
            started = time.monotonic()
            row = _rules(name, chosen.processes) if name in CHECKLISTS else _module(name, chosen.processes)
            row.seconds = time.monotonic() - started
            rows.append(row)
            print(row, flush=True)
    except (modules.MutmutError, ValueError) as error:
        print(error, file=sys.stderr)
        return 1
    print("\n".join(_told(rows)))
    return 1 if any(min(row.killed, row.by_cases) < ENOUGH for row in rows) else 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="scripts/mutate", description="Count how often the tests notice that something is wrong; takes minutes."
    )
    known = [*modules.TESTS, "rules", *CHECKLISTS]
    parser.add_argument(
        "modules", nargs="*", choices=[*known, []], metavar="MODULE", help=f"only these: {', '.join(known)}"
    )
    parser.add_argument("--processes", type=int, default=os.cpu_count() or 1, help="how many at a time")
    return parser.parse_args()


def _module(name: str, processes: int) -> Row:
    mutants, left = modules.survivors(name, processes)
    return Row(name, mutants, [str(one) for one in left])


def _rules(name: str, processes: int) -> Row:
    found = rules.verdicts(name, processes)
    left = [str(modules.Survivor(name, "", one.name)) for one in found if not one.sheet and not one.promises]
    return Row(f"rules: {name}", len(found), left, [one for one in found if one.decides])


def _told(rows: list[Row]) -> Iterator[str]:
    """Yield who survives and why, and what only the review sheet notices."""
    for row in rows:
        if row.survivors:
            yield f"\n{row.name}: survivors"
            yield from (f"  {one}" for one in row.survivors)
        alone = [one.name for one in row.deciding if not one.promises]
        if alone:
            yield f"\n{row.name}: decides otherwise, and no worked case or statement notices"
            yield from (f"  {one}" for one in alone)


if __name__ == "__main__":
    sys.exit(main())
