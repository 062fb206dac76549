"""What another answer would do: the smallest sets of answers that lead to another outcome.

A law's outcome is the least of what its groups of parts say, and no question of a law is in two of
its groups; of several laws the greatest outcome counts. So it is enough to know of each group what it
says for every way to answer its own questions, and sets of answers are put together from those.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import inf

from checklists.law import Answer
from checklists.logic import Outcome

type Answered = frozenset[tuple[str, Answer]]

NOTHING: Answered = frozenset()


@dataclass(frozen=True, eq=False)
class Table:
    """What a group says for every way to answer some of the questions in ``free``, fewest answers first."""

    free: tuple[str, ...]
    said: Mapping[Answered, Outcome]

    @cached_property
    def pairs(self) -> Answered:
        """Return every answer that occurs."""
        return NOTHING.union(*self.said)

    @cached_property
    def greatest(self) -> Outcome:
        """Return the greatest outcome that the group can come to say once all is answered."""
        return max(said for answers, said in self.said.items() if len(answers) == len(self.free))

    def says(self, answers: Answered) -> Outcome:
        """Return what the group says with some answers, of which only its own count."""
        return self.said[answers & self.pairs]

    def more(self, answers: Answered, least: Outcome, greatest: Outcome) -> list[Answered]:
        """Return the smallest ways to add to some answers so that what is said lies between two outcomes, fewest first.

        None holds another: whatever does so holds one of them.
        """
        return [answers | way for way in self._ways(answers & self.pairs, least.rank, greatest.rank)]

    def cost(self, answers: Answered, least: Outcome) -> float:
        """Return how many answers must be added for it to say ``least`` or more; infinity where none can."""
        own = answers & self.pairs
        if least.rank <= self.said[own].rank:
            return 0
        return min((len(way) - len(own) for way in self._ways(own, least.rank, len(Outcome))), default=inf)

    def _ways(self, own: Answered, least: int, greatest: int) -> list[Answered]:
        key = own, least, greatest
        if key not in self._found:
            ways: list[Answered] = []
            for larger, rank in self._ranks:
                if least <= rank <= greatest and own < larger and not any(way < larger for way in ways):
                    ways.append(larger)
            self._found[key] = ways
        return self._found[key]

    @cached_property
    def _found(self) -> dict[tuple[Answered, int, int], list[Answered]]:
        return {}

    @cached_property
    def _ranks(self) -> list[tuple[Answered, int]]:
        return [(answers, said.rank) for answers, said in self.said.items()]

    def matters(self, question: str, others: Outcome) -> bool:
        """Tell whether a question can change the outcome where the other groups say ``others``.

        It can where two answers differ, or an answer and none: a period may be unknown until a date is given.
        """
        said: dict[Answered, Outcome] = {}
        for answers, outcome in self.said.items():
            rest = frozenset(pair for pair in answers if pair[0] != question)
            if len(rest) < len(self.free) - 1:
                continue
            if said.setdefault(rest, min(outcome, others)) is not min(outcome, others):
                return True
        return False


def influential(tables: Sequence[Table]) -> Iterator[str]:
    """Yield the questions of one law that can change the outcome, all else being answered alike."""
    for table in tables:
        others = min((other.greatest for other in tables if other is not table), default=Outcome.APPEARS_MADE_OUT)
        yield from (question for question in table.free if table.matters(question, others))


@dataclass(frozen=True)
class World:
    """The tables of each law that holds where the answers in ``given``, which choose the law, are given."""

    given: Answered
    laws: tuple[tuple[Table, ...], ...]

    def outcome(self, answers: Answered = NOTHING) -> Outcome:
        """Return the outcome with some more answers."""
        said = (min(table.says(answers) for table in tables) for tables in self.laws)
        return max(said, default=Outcome.NOT_APPLICABLE)

    def sizes(self, target: Outcome) -> range:
        """Return how many answers, the given ones too, it may take to give one outcome; none where none can."""
        tables = [table for tables in self.laws for table in tables]
        if not any(target in table.said.values() for table in tables):
            return range(0)
        raised = self.outcome() < target
        least = min(_cost(tables, target, NOTHING) for tables in self.laws) if raised else 0
        if least == inf:
            return range(0)
        most = len({id_ for table in tables for id_ in table.free})
        return range(len(self.given) + int(least), len(self.given) + most + 1)

    def within(self, size: int, target: Outcome) -> Answered | None:
        """Return a set of answers of at most one size that gives one outcome; None where no set does."""
        found = self._within(size - len(self.given), target, NOTHING, set())
        return None if found is None else self.given | found

    def _within(self, size: int, target: Outcome, answers: Answered, tried: set[Answered]) -> Answered | None:
        """Return what ``within`` does, the answers given left out, of the sets that hold some answers."""
        now = self.outcome(answers)
        if now is target:
            return answers
        tried.add(answers)
        add = self._lower if now > target else self._raise
        for larger in add(size - len(answers), target, answers):
            if len(larger) <= size and larger not in tried:
                found = self._within(size, target, larger, tried)
                if found is not None:
                    return found
        return None

    def _lower(self, room: int, target: Outcome, answers: Answered) -> Iterator[Answered]:
        """Yield the ways to bring one law that says too much down to the target: one of its groups is enough.

        Laws that share no question need an answer each, and there must be room for those.
        """
        ways = [
            [larger for table in tables for larger in table.more(answers, Outcome.NOT_APPLICABLE, target)]
            for tables in self.laws
            if all(table.says(answers) > target for table in tables)
        ]
        apart: set[str] = set()
        for larger in sorted(ways, key=len):
            ids = {id_ for way in larger for id_, _ in way - answers}
            if apart.isdisjoint(ids):
                apart |= ids
                room -= 1
        if room >= 0:
            yield from min(ways, key=len)

    def _raise(self, room: int, target: Outcome, answers: Answered) -> Iterator[Answered]:
        """Yield the ways to bring any one law up to the target, group by group, where there is room for all of it."""
        for tables in self.laws:
            if _cost(tables, target, answers) <= room:
                short = next(table for table in tables if table.says(answers) < target)
                yield from short.more(answers, target, Outcome.APPEARS_MADE_OUT)


def _cost(tables: Sequence[Table], least: Outcome, answers: Answered) -> float:
    """Return how many answers must be added for each group to say ``least`` or more; infinity where one cannot."""
    return sum(table.cost(answers, least) for table in tables)


def changes(worlds: Sequence[World], now: Outcome) -> Iterator[tuple[Answered, Outcome]]:
    """Yield what leads to another outcome than the one of now, and to which.

    First every answer that does so by itself; then, for each outcome that none of these leads to, the gravest
    first, one smallest set of answers. The first world is the present one.
    """
    present = worlds[0]
    said = [answers for tables in present.laws for table in tables for answers in table.said]
    singles = dict.fromkeys((answers for answers in said if len(answers) == 1), present)
    singles |= {world.given: world for world in worlds if len(world.given) == 1}
    reached = {now}
    for answers, world in singles.items():
        outcome = world.outcome(answers - world.given)
        if outcome is not now:
            reached.add(outcome)
            yield answers, outcome
    for target in sorted(set(Outcome) - reached, reverse=True):
        found = smallest(worlds, target)
        if found:
            yield found, target


def smallest(worlds: Sequence[World], target: Outcome) -> Answered | None:
    """Return a smallest set of answers that gives one outcome, the first of several; None where no set does."""
    sizes = [(world, world.sizes(target)) for world in worlds]
    for size in range(1, max(tried.stop for _, tried in sizes)):
        for world, tried in sizes:
            found = world.within(size, target) if size in tried else None
            if found is not None:
                return found
    return None
