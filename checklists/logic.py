"""Findings in three values, and the outcomes they lead to.

The connectives are Kleene's strong ones: an unclear part leaves the whole
unclear only where it can still change it.
"""

from collections.abc import Iterable
from enum import Enum
from functools import cached_property, total_ordering
from typing import NoReturn


class Undecided(Enum):
    """An enumeration whose members refuse to be read as true or false."""

    __hash__ = object.__hash__  # each member is one object, and the hash of `Enum` is slow

    def __bool__(self) -> NoReturn:
        """Refuse: "unclear" is neither."""
        raise TypeError(f"{self} is not true or false: compare it with 'is'")

    def __str__(self) -> str:
        """Return the value used in messages and saved files."""
        return str(self.value)


class Finding(Undecided):
    """What the answers show on one point."""

    MET = "met"
    NOT_MET = "not-met"
    UNCLEAR = "unclear"
    NOT_APPLICABLE = "not-applicable"


class Status(Undecided):
    """Where today stands in a period that the law sets."""

    IN_TIME = "in-time"
    LAST_DAY = "last-day"
    EXPIRED = "expired"
    UNKNOWN = "unknown"


@total_ordering
class Outcome(Undecided):
    """The headline of an assessment.

    The members stand in the order in which they prevail, the strongest first:
    an outcome is the least of what the points, the defences and the clock say.
    """

    NOT_APPLICABLE = "not-applicable"
    NOT_MADE_OUT = "not-made-out"
    OUT_OF_TIME = "out-of-time"
    UNCLEAR = "unclear"
    APPEARS_MADE_OUT = "appears-made-out"

    def __lt__(self, other: object) -> bool:
        """Tell whether this outcome prevails over the other."""
        if not isinstance(other, Outcome):
            return NotImplemented
        return self.rank < other.rank

    @cached_property
    def rank(self) -> int:
        """Return the place among the outcomes, 0 for the strongest."""
        return list(Outcome).index(self)


def all_of(findings: Iterable[Finding]) -> Finding:
    """Return the finding where every part is needed; parts that do not apply are left out."""
    parts = set(findings) - {Finding.NOT_APPLICABLE}
    for finding in (Finding.NOT_MET, Finding.UNCLEAR, Finding.MET):
        if finding in parts:
            return finding
    return Finding.NOT_APPLICABLE


def any_of(findings: Iterable[Finding]) -> Finding:
    """Return the finding where one part is enough; parts that do not apply are left out."""
    parts = set(findings) - {Finding.NOT_APPLICABLE}
    for finding in (Finding.MET, Finding.UNCLEAR, Finding.NOT_MET):
        if finding in parts:
            return finding
    return Finding.NOT_APPLICABLE
