"""The proof fence: what is proved of a checklist's present law, counted by the engine itself at the build.

    ```proof
    harassment
    ```

The parts of a claim that share no question are counted one by one and then put together, so every set of
answers is counted, however many there are.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import product

from checklists.assessment import UNSURE, Case, Group, independent_parts
from checklists.law import Checklist, Claim, Law, Offence, Procedure, Removal
from checklists.logic import Outcome
from checklists.rules import CHECKLISTS
from checklists.wording import OUTCOMES
from overrides import scenarios
from overrides.fence import formatter, rendered

SETTLED = (Outcome.NOT_MADE_OUT, Outcome.APPEARS_MADE_OUT)
COUNTED = [outcome for outcome in reversed(Outcome) if outcome is not Outcome.NOT_APPLICABLE]


@dataclass(frozen=True)
class Proof:
    """What was counted on one claim."""

    law: Claim
    checklist: Checklist

    @property
    def name(self) -> str:
        """Return the law and its place."""
        name = self.law.name if isinstance(self.law, Offence | Removal) else self.checklist.title
        return f"{name[0].upper()}{name[1:]}, {self.law.place.label}"

    @cached_property
    def counts(self) -> Counter[Outcome]:
        """Return how many sets of answers, "not sure" among them, give each outcome."""
        whole = Counter({Outcome.APPEARS_MADE_OUT: 1})
        for group in independent_parts(self.law):
            together: Counter[Outcome] = Counter()
            for (mine, often), (other, times) in product(self._of(group).items(), whole.items()):
                together[min(mine, other)] += often * times
            whole = together
        return whole

    def _of(self, group: Group) -> Counter[Outcome]:
        """Return how often each outcome comes from one group of parts; raise where learning more reverses one."""
        case = self._case({})
        values = {question.id: case.values(question) for question in group.questions if case.values(question)}
        said = {
            vector: self._case(dict(zip(values, vector, strict=True))).group_says(group)
            for vector in product(*((*options, UNSURE) for options in values.values()))
        }
        events = {limit.accrues.id for limit in self.law.limitations if limit.if_known}  # left out, not yet begun
        for vector, outcome in said.items():
            for at, (name, options) in enumerate(values.items()):
                if vector[at] == UNSURE and outcome in SETTLED and name not in events:
                    learnt = {said[(*vector[:at], value, *vector[at + 1 :])] for value in options}
                    if learnt != {outcome}:
                        raise ValueError(f"learning more reverses {outcome} in {self.name}: {vector}.")
        return Counter(said.values())

    def _case(self, answers: dict[str, object]) -> Case:
        return Case(self.law, answers, self.checklist.law_as_at)  # type: ignore[arg-type]

    @property
    def points(self) -> int:
        """Return how many points bear on the outcome; raise where one of them can never change it."""
        bearing = {point.id for point in self.law.points if point not in self.law.severity}
        dead = bearing - set(self._case({}).outstanding())
        if dead:
            raise ValueError(f"no answer to {', '.join(dead)} can change the outcome of {self.name}.")
        return len(bearing)


def proofs(checklist: Checklist) -> Iterator[Proof]:
    """Yield the proof of each present claim, offence or removal."""
    for place in checklist.places:
        for law in checklist.current(place):
            if isinstance(law, Claim) and law.until is None:
                yield Proof(law, checklist)


def procedures(checklist: Checklist) -> list[Law]:
    """Return the procedures of a checklist."""
    return [law for law in checklist.claims if isinstance(law, Procedure)]


def prove(source: str) -> str:
    """Return what is proved of the checklist that a fence names."""
    if source not in CHECKLISTS:
        raise ValueError(f"there is no such checklist; there are {', '.join(CHECKLISTS)}.")
    checklist = CHECKLISTS[source]
    return rendered(
        "proof.html",
        checklist=checklist,
        proofs=list(proofs(checklist)),
        procedures=procedures(checklist),
        outcomes=[(outcome, OUTCOMES[outcome]) for outcome in COUNTED],
        cases=len(scenarios.read(source)),
    )


proof = formatter("proof", prove)
