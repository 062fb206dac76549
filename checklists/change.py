"""What another answer would do: the smallest sets of answers that lead to another outcome.

A law's outcome is the least of what its groups of parts say, and no question of a law is in two of
its groups; of several laws the greatest outcome counts. So it is enough to know of each group what it
says for every way to answer its own questions, and sets of answers are put together from those.

Here an outcome is its rank, a number.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from heapq import heappop, heappush
from math import inf

from checklists.law import Answer
from checklists.logic import Outcome

type Answered = frozenset[tuple[str, Answer]]

NOTHING: Answered = frozenset()
LEAST, GREATEST = Outcome.NOT_APPLICABLE.rank, Outcome.APPEARS_MADE_OUT.rank


@dataclass(frozen=True, eq=False)
class Table:
    """What a group says for every way to answer some of the questions in ``free``, fewest answers first."""

    free: tuple[str, ...]
    said: Mapping[Answered, int]

    @cached_property
    def pairs(self) -> Answered:
        """Return every answer that occurs."""
        return NOTHING.union(*self.said)

    @cached_property
    def greatest(self) -> int:
        """Return the greatest outcome that the group can come to say once all is answered."""
        return max(said for answers, said in self.said.items() if len(answers) == len(self.free))

    def says(self, answers: Answered) -> int:
        """Return what the group says with some answers, of which only its own count."""
        return self.said[answers & self.pairs]

    def more(self, answers: Answered, least: int, greatest: int) -> list[Answered]:
        """Return the smallest ways to add to some answers so that what is said lies between two outcomes, fewest first.

        None holds another: whatever does so holds one of them.
        """
        return [answers | way for way in self._ways(answers & self.pairs, least, greatest)]

    def cost(self, answers: Answered, least: int, greatest: int) -> float:
        """Return how many answers must be added so that what is said lies between two outcomes; infinity if none do."""
        own = answers & self.pairs
        if least <= self.said[own] <= greatest:
            return 0
        return min((len(way) - len(own) for way in self._ways(own, least, greatest)), default=inf)

    def _ways(self, own: Answered, least: int, greatest: int) -> list[Answered]:
        key = own, least, greatest
        if key not in self._found:
            ways: list[Answered] = []
            for larger, rank in self.said.items():
                if least <= rank <= greatest and own < larger and not any(way < larger for way in ways):
                    ways.append(larger)
            self._found[key] = ways
        return self._found[key]

    @cached_property
    def _found(self) -> dict[tuple[Answered, int, int], list[Answered]]:
        return {}

    def matters(self, question: str, others: int) -> bool:
        """Tell whether a question can change the outcome where the other groups say ``others``.

        It can where two answers differ, or an answer and none: a period may be unknown until a date is given.
        """
        said: dict[Answered, int] = {}
        for answers, outcome in self.said.items():
            rest = frozenset(pair for pair in answers if pair[0] != question)
            if len(rest) < len(self.free) - 1:
                continue
            if said.setdefault(rest, min(outcome, others)) != min(outcome, others):
                return True
        return False


def influential(tables: Sequence[Table]) -> Iterator[str]:
    """Yield the questions of one law that can change the outcome, all else being answered alike."""
    for table in tables:
        others = min((other.greatest for other in tables if other is not table), default=GREATEST)
        yield from (question for question in table.free if table.matters(question, others))


class LawTables:
    """The tables of one law, which says the least of what they say. It remembers what it has said."""

    def __init__(self, tables: tuple[Table, ...]) -> None:
        self.tables = tables
        self.pairs = NOTHING.union(*(table.pairs for table in tables))
        self._said: dict[Answered, int] = {}
        self._costs: dict[tuple[Answered, int], float] = {}
        self._lowered: dict[tuple[Answered, int], tuple[list[Answered], set[str]]] = {}

    def says(self, answers: Answered) -> int:
        """Return what the law says with some answers."""
        own = answers & self.pairs
        if own not in self._said:
            self._said[own] = min(table.says(own) for table in self.tables)
        return self._said[own]

    def cost(self, answers: Answered, target: int) -> float:
        """Return how many answers must be added for the law to say one outcome; infinity where none do.

        Each group must say it or more, and one of them no more.
        """
        key = answers & self.pairs, target
        if key not in self._costs:
            costs = [
                (table.cost(key[0], target, GREATEST), table.cost(key[0], target, target)) for table in self.tables
            ]
            at_least = sum(enough for enough, _ in costs)
            one = min(exact - enough for enough, exact in costs) if at_least < inf else inf
            self._costs[key] = at_least + one
        return self._costs[key]

    def raised(self, answers: Answered, least: int) -> list[Answered]:
        """Return the smallest sets of its answers with which the first group that says too little no longer does."""
        own = answers & self.pairs
        short = next(table for table in self.tables if table.says(own) < least)
        return short.more(own, least, GREATEST)

    def lowered(self, answers: Answered, greatest: int) -> tuple[list[Answered], set[str]]:
        """Return the smallest sets of its answers with which it says no more, and the questions they answer anew.

        One of its groups is enough.
        """
        own = answers & self.pairs
        key = own, greatest
        if key not in self._lowered:
            ways = [larger for table in self.tables for larger in table.more(own, LEAST, greatest)]
            self._lowered[key] = ways, {id_ for id_, _ in NOTHING.union(*ways) - own}
        return self._lowered[key]


@lru_cache(maxsize=1024)
def law_tables(*tables: Table) -> LawTables:
    """Return the tables of one law as one, with what it has said already."""
    return LawTables(tables)


@dataclass(frozen=True)
class World:
    """The tables of each law that holds where the answers in ``given``, which choose the law, are given."""

    given: Answered
    laws: tuple[LawTables, ...]

    def outcome(self, answers: Answered = NOTHING) -> int:
        """Return the outcome with some more answers."""
        return max((law.says(answers) for law in self.laws), default=LEAST)

    def ahead(self, answers: Answered, target: int) -> tuple[float, Iterable[Answered]]:
        """Return how many more answers one outcome takes at least, and the ways to begin.

        Whatever holds these answers and gives the outcome holds one of the ways.
        """
        outcome = self.outcome(answers)
        if outcome == target:
            return 0, ()
        costs = [law.cost(answers, target) for law in self.laws]
        least = min(costs, default=inf)
        if outcome < target:
            able = (law for law, cost in zip(self.laws, costs, strict=True) if cost < inf)
            return least, (answers | way for law in able for way in law.raised(answers, target))
        each, ways = self._lowering(answers, target)
        return max(least, each), (answers | way for way in ways)

    def _lowering(self, answers: Answered, target: int) -> tuple[float, Iterable[Answered]]:
        """Return what it takes to bring every law that says too much down to the target, and ways to bring one.

        Laws that share no question need an answer each.
        """
        several = sorted(
            (law.lowered(answers, target) for law in self.laws if law.says(answers) > target),
            key=lambda lowered: len(lowered[0]),
        )
        apart: set[str] = set()
        least = 0
        for _, ids in several:
            if apart.isdisjoint(ids):
                apart |= ids
                least += 1
        ways, _ = several[0]
        return (least if ways else inf), ways


def changes(worlds: Sequence[World], now: Outcome) -> Iterator[tuple[Answered, Outcome]]:
    """Yield what leads to another outcome than the one of now, and to which.

    First every answer that does so by itself; then, for each outcome that none of these leads to, the gravest
    first, one smallest set of answers. The first world is the present one.
    """
    present = worlds[0]
    said = [answers for law in present.laws for table in law.tables for answers in table.said]
    singles = dict.fromkeys((answers for answers in said if len(answers) == 1), present)
    singles |= {world.given: world for world in worlds if len(world.given) == 1}
    outcomes = list(Outcome)
    reached = {now}
    for answers, world in singles.items():
        outcome = outcomes[world.outcome(answers - world.given)]
        if outcome is not now:
            reached.add(outcome)
            yield answers, outcome
    for target in sorted(set(Outcome) - reached, reverse=True):
        found = smallest(worlds, target.rank)
        if found:
            yield found, target


def smallest(worlds: Sequence[World], target: int) -> Answered | None:
    """Return a smallest set of answers that gives one outcome, the first of several; None where no set does.

    It takes up first what may be completed by the fewest answers, as the search A* does.
    """
    begun: list[tuple[float, int, int, int, Answered, Iterable[Answered]]] = []
    seen: set[tuple[int, Answered]] = set()

    def begin(at: int, answers: Answered) -> None:
        if (at, answers) not in seen:
            seen.add((at, answers))
            least, ways = worlds[at].ahead(answers, target)
            size = len(worlds[at].given) + len(answers)
            heappush(begun, (size + least, at, -size, len(seen), answers, ways))

    for at in range(len(worlds)):
        begin(at, NOTHING)
    while begun:
        size, at, gone, _, answers, ways = heappop(begun)
        if size == -gone:
            return worlds[at].given | answers
        for larger in ways if size < inf else ():
            begin(at, larger)
    return None
