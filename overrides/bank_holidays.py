"""Writes the bank holidays of England and Wales into the package, from the library that keeps them."""

import argparse
import sys
from datetime import date, timedelta
from pathlib import Path

from checklists import bank_holidays

TARGET = Path(bank_holidays.__file__)
NOTICE = timedelta(days=365)


def text(first: int, last: int) -> str:
    """Return the module that holds the bank holidays of the years from ``first`` to ``last``."""
    import holidays  # noqa: PLC0415 - it takes longer than all else that a build imports from here

    found = holidays.country_holidays("GB", subdiv="ENG", years=range(first, last + 1))
    rows = "\n".join(f"        {day!r},  # {found[day]}".replace("datetime.", "") for day in sorted(found))
    return f'''"""Bank holidays in England and Wales, Good Friday and Christmas Day among them.

Written by scripts/bank-holidays. A day before `SINCE` or after `UNTIL` is not known here.
"""

from datetime import date

SINCE = date({first}, 1, 1)
UNTIL = date({last}, 12, 31)
ENGLAND_AND_WALES = frozenset(
    (
{rows}
    )
)
'''


def ends_soon(today: date) -> str:
    """Return a warning where the bank holidays are known for less than a year; nothing otherwise."""
    if bank_holidays.UNTIL - today >= NOTICE:
        return ""
    return (
        f"Bank holidays are known until {bank_holidays.UNTIL} only: "
        "update the package 'holidays', run scripts/bank-holidays with later years and check them on GOV.UK."
    )


def main() -> int:
    """Write the file."""
    parser = argparse.ArgumentParser(prog="scripts/bank-holidays", description="Write the bank holidays anew.")
    parser.add_argument("first", type=int, help="the first year, such as 2019")
    parser.add_argument("last", type=int, help="the last year for which GOV.UK lists them")
    chosen = parser.parse_args()
    TARGET.write_text(text(chosen.first, chosen.last), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
