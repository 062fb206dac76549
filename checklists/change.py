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
    def complete(self) -> tuple[tuple[Answered, Outcome], ...]:
        """Return the ways to answer all of the questions."""
        return tuple((answers, said) for answers, said in self.said.items() if len(answers) == len(self.free))

    @cached_property
    def greatest(self) -> Outcome:
        """Return the greatest outcome that the group can come to say once all is answered."""
        return max(said for _, said in self.complete)

    def says(self, answers: Answered) -> Outcome:
        """Return what the group says with some answers, of which only its own count."""
        return self.said[answers & self.pairs]

    def more(self, answers: Answered, least: Outcome, greatest: Outcome) -> Iterator[Answered]:
        """Yield the ways to add to some answers so that what is said lies between two outcomes, fewest first."""
        own = answers & self.pairs
        for larger, said in self.said.items():
            if least <= said <= greatest and own < larger:
                yield answers | larger

    def cost(self, answers: Answered, least: Outcome) -> float:
        """Return how many answers must be added for it to say ``least`` or more; infinity where none can."""
        own = answers & self.pairs
        return min((len(larger - own) for larger, said in self.said.items() if least <= said and own <= larger), default=inf)

    def matters(self, question: str, others: Outcome) -> bool:
        """Tell whether a question can change the outcome where the other groups say ``others``."""
        said: dict[Answered, Outcome] = {}
        for answers, outcome in self.complete:
            rest = frozenset(pair for pair in answers if pair[0] != question)
            if said.setdefault(rest, min(outcome, others)) is not min(outcome, others):
                return True
        return False


def can_change(tables: Sequence[Table]) -> Iterator[str]:
    """Yield the questions of one law of which two answers can give two outcomes, all else being answered alike."""
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

    def smallest(self, target: Outcome) -> Answered | None:
        """Return a smallest set of answers that gives one outcome; None where no set does."""
        tables = [table for tables in self.laws for table in tables]
        if not any(target in table.said.values() for table in tables):
            return None
        most = len({question for table in tables for question in table.free})
        found = (self._within(size, target, NOTHING, set()) for size in range(most + 1))
        return next((self.given | answers for answers in found if answers is not None), None)

    def _within(self, size: int, target: Outcome, answers: Answered, tried: set[Answered]) -> Answered | None:
        """Return what ``smallest`` does, of the sets of at most one size that hold some answers."""
        now = self.outcome(answers)
        if now is target:
            return answers
        tried.add(answers)
        steps = self._lower(target, answers) if now > target else self._raise(size - len(answers), target, answers)
        for larger in steps:
            if len(larger) <= size and larger not in tried:
                found = self._within(size, target, larger, tried)
                if found is not None:
                    return found
        return None

    def _lower(self, target: Outcome, answers: Answered) -> Iterator[Answered]:
        """Yield the ways to bring one law that says too much down to the target: one of its groups is enough."""
        ways = (
            [larger for table in tables for larger in table.more(answers, Outcome.NOT_APPLICABLE, target)]
            for tables in self.laws
            if all(table.says(answers) > target for table in tables)
        )
        yield from min(ways, key=len)

    def _raise(self, room: int, target: Outcome, answers: Answered) -> Iterator[Answered]:
        """Yield the ways to bring any one law up to the target, group by group, where there is room for all of it."""
        for tables in self.laws:
            if sum(table.cost(answers, target) for table in tables) <= room:
                short = next(table for table in tables if table.says(answers) < target)
                yield from short.more(answers, target, Outcome.APPEARS_MADE_OUT)


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
        found = [answers for world in worlds if (answers := world.smallest(target)) is not None]
        if found:
            yield min(found, key=len), target
