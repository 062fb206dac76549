"""The proof fence: what is proved of a checklist, counted at the build, and the tables that a lawyer signs.

    ```proof
    harassment
    ```

The parts of a claim that share no question are counted one by one and then put together, so every set of
answers is counted, however many there are.
"""

import json
import math
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from functools import cache, cached_property
from itertools import product
from typing import Any

from checklists.assessment import UNSURE, Case, Group, independent_parts
from checklists.law import Answers, Checklist, Choice, Claim, Offence, Procedure, Removal
from checklists.logic import Finding, Outcome
from checklists.rules import CHECKLISTS
from checklists.show import questions
from checklists.table import ALWAYS, NEVER, Answered, Every, Some, Table, Test, Worked, Written, every, some, tables
from checklists.wire import reply
from checklists.wording import OUTCOMES
from overrides import paper, scenarios
from overrides.fence import rendered
from overrides.scenarios import Scenario

SETTLED = (Outcome.NOT_MADE_OUT, Outcome.APPEARS_MADE_OUT)
COUNTED = [outcome for outcome in reversed(Outcome) if outcome is not Outcome.NOT_APPLICABLE]
RESULTS = ("outcome", "state", "level", "route", "effective", "routes")


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
        """Return how many sets of answers, "not sure" among them, give each outcome; raise where one is never given."""
        whole = _together(self._said.values())
        limited = any(limit.years or limit.months for limit in self.law.limitations if limit.bars)
        for outcome in COUNTED:
            if outcome not in whole and (limited or outcome is not Outcome.OUT_OF_TIME):
                raise ValueError(f"no set of answers gives the outcome {outcome} for {self.name}.")
        return whole

    @cached_property
    def _said(self) -> dict[Group, dict[tuple[Any, ...], Outcome]]:
        """Return what each group of parts says for every set of answers to its questions."""
        case = self._case({})
        return {
            group: {
                vector: self._case(dict(zip(names, vector, strict=True))).group_says(group)
                for vector in product(*((*case.values(question), UNSURE) for question in asked))
            }
            for group in independent_parts(self.law)
            for asked in [[question for question in group.questions if case.values(question)]]
            for names in [[question.id for question in asked]]
        }

    @cached_property
    def learnt(self) -> int:
        """Return in how many ways a settled set of answers can learn one more; raise where that reverses its outcome.

        The day from which a period may yet begin is left out: not given, it has not come.
        """
        case = self._case({})
        events = {limit.accrues.id for limit in self.law.limitations if limit.if_known}
        ways = 0
        for group, said in self._said.items():
            others = _together(other for mate, other in self._said.items() if mate is not group)
            asked = [question for question in group.questions if case.values(question)]
            for (vector, mine), (at, question) in product(said.items(), enumerate(asked)):
                if vector[at] != UNSURE or question.id in events:
                    continue
                for value, (other, often) in product(case.values(question), others.items()):
                    outcome = min(mine, other)
                    if outcome in SETTLED:
                        ways += often
                        if min(said[(*vector[:at], value, *vector[at + 1 :])], other) is not outcome:
                            raise ValueError(f"learning more reverses {outcome} in {self.name}: {vector}.")
        return ways

    def _case(self, answers: Answers) -> Case:
        return Case(self.law, answers, self.checklist.law_as_at)

    @property
    def points(self) -> int:
        """Return how many points bear on the outcome; raise where one of them can never change it."""
        bearing = {point.id for point in self.law.points if point not in self.law.severity}
        dead = bearing - set(self._case({}).outstanding())
        if dead:
            raise ValueError(f"no answer to {', '.join(dead)} can change the outcome of {self.name}.")
        return len(bearing)


def _together(said: Iterable[dict[tuple[Any, ...], Outcome]]) -> Counter[Outcome]:
    """Return how often each outcome comes of groups of parts that share no question: the strongest of what they say."""
    whole = Counter({Outcome.APPEARS_MADE_OUT: 1})
    for group in said:
        together: Counter[Outcome] = Counter()
        for (mine, often), (other, times) in product(Counter(group.values()).items(), whole.items()):
            together[min(mine, other)] += often * times
        whole = together
    return whole


@dataclass(frozen=True)
class Part:
    """A state, level, step or route, and for how many sets of answers it holds."""

    name: str
    holds: int


@dataclass(frozen=True)
class Course:
    """What was counted on one procedure, through its decision table and checked with the engine.

    States and levels are counted where they are the first that holds, steps and routes where they hold.
    """

    table: Table
    checklist: Checklist

    @property
    def place(self) -> str:
        """Return whose procedure it is."""
        return self.table.law.place.label

    @property
    def parts(self) -> Iterator[tuple[str, int, list[Part]]]:
        """Yield each kind of part with the size of its answer space and its parts; raise where one is out of reach."""
        law = self.table.law
        assert isinstance(law, Procedure)  # noqa: S101 - for the type checker
        first = {
            "states": [(": ".join(filter(None, (state.id, state.name))), row.met) for state, row in self.table.states],
            "levels": [(level.name, row.met) for level, row in self.table.levels],
        }
        apart = {
            "steps": [(step.does, row.met) for step, row in self.table.steps if row.met != ALWAYS],
            "routes": [(route.name, row.met) for route, row, _ in self.table.routes if row.met != NEVER],
        }
        for kind, named in first.items():
            if named:
                size, counts = self.count([test for _, test in named])
                yield kind, size, [self._part(name, counts[at], size) for at, (name, _) in enumerate(named)]
        for kind, named in apart.items():
            if named:
                every_test = every(*(test for _, test in named))
                size, _ = self.count([every_test])
                found = []
                for name, test in named:
                    own, counts = self.count([test])
                    found.append(self._part(name, counts[0] * (size // own), size))
                yield kind, size, found

    def _part(self, name: str, holds: int, size: int) -> Part:
        if holds in (0, size):
            raise ValueError(
                f"“{name}” {'always' if holds else 'never'} holds in {self.checklist.title}, {self.place}."
            )
        return Part(name, holds)

    def count(self, tests: list[Test]) -> tuple[int, Counter[int]]:
        """Return the number of sets of answers, and for how many each test is the first that holds."""
        asked = [id_ for id_ in self.table.questions if any(id_ == leaf for test in tests for leaf in _asked(test))]
        values = {id_: (*(o.value for o in self._choice(id_).options), UNSURE) for id_ in asked}

        @cache
        def first(at: int, left: tuple[Test, ...]) -> Counter[int]:
            """Return the counts with the questions from one on still open."""
            if all(test in (ALWAYS, NEVER) for test in left):
                holds = left.index(ALWAYS) if ALWAYS in left else len(tests)
                return Counter({holds: math.prod(len(values[id_]) for id_ in asked[at:])})
            found: Counter[int] = Counter()
            for value in values[asked[at]]:
                found += first(at + 1, _up_to_first(_given(test, asked[at], value) for test in left))
            return found

        whole: Counter[int] = Counter()
        for timeline in self._timelines(tests):
            case = Case(self.table.law, timeline, self.checklist.law_as_at)
            whole += first(0, _up_to_first(_dated(test, case) for test in tests))
        return whole.total(), whole

    def _choice(self, id_: str) -> Choice:
        found = self.table.questions[id_]
        assert isinstance(found, Choice)  # noqa: S101 - for the type checker
        return found

    def _timelines(self, tests: list[Test]) -> Iterator[Answers]:
        """Yield ways in which things can have happened: not, in time or late, looked at early or late."""
        dated = [leaf for test in tests for leaf in paper.atoms(test) if isinstance(leaf, Written | Worked)]
        begin = datetime.combine(self.checklist.law_as_at + timedelta(days=1), time(10))
        moments = {
            "received": (None, begin),
            "notified": (None, begin + timedelta(days=1), begin + timedelta(days=9)),
            "reply-received": (None, begin + timedelta(days=3), begin + timedelta(days=20)),
            "now": (begin + timedelta(days=2), begin + timedelta(days=60)),
        }
        for happened in product(*moments.values()) if dated else [()]:
            yield {id_: at for id_, at in zip(moments, happened, strict=False) if at}


def _asked(test: Test) -> Iterator[str]:
    return (leaf.question for leaf in paper.atoms(test) if isinstance(leaf, Answered))


def _mapped(test: Test, leaf: Callable[[Test], Test]) -> Test:
    """Return a test with what it is made of replaced."""
    match test:
        case Every():
            return every(*(_mapped(inner, leaf) for inner in test.of))
        case Some():
            return some(*(_mapped(inner, leaf) for inner in test.of))
        case _:
            return leaf(test)


def _up_to_first(tests: Iterable[Test]) -> tuple[Test, ...]:
    """Return tests up to the first that always holds: those after it no longer matter."""
    found: list[Test] = []
    for test in tests:
        found.append(test)
        if test == ALWAYS:
            break
    return tuple(found)


def _holds(holds: bool) -> Test:  # noqa: FBT001 - that is the question
    return ALWAYS if holds else NEVER


def _given(test: Test, id_: str, value: str) -> Test:
    """Return what is left of a test once a question is answered."""

    def leaf(one: Test) -> Test:
        return _holds(value in one.values) if isinstance(one, Answered) and one.question == id_ else one

    return _mapped(test, leaf)


def _dated(test: Test, case: Case) -> Test:
    """Return what is left of a test once everything that happened has its date."""

    def leaf(one: Test) -> Test:
        match one:
            case Written():
                return _holds((one.question in case.answers) is one.written)
            case Worked():
                return _holds(case.finding(one.sum) is (Finding.MET if one.holds else Finding.NOT_MET))
            case _:
                return one

    return _mapped(test, leaf)


@dataclass(frozen=True)
class Told:
    """A worked case with what was expected of it and what the rules make of it; raise where these differ."""

    scenario: Scenario

    @cached_property
    def found(self) -> dict[str, Any]:
        """Return the results of the real run that the case expects something of."""
        found = json.loads(reply(json.dumps(self.scenario.request(), default=str)))["assessment"]
        if "routes" in found:
            found["routes"] = {route["id"]: route["open"] for route in found["routes"]}
            found["routes"] = {id_: found["routes"][id_] for id_ in self.scenario.expect.get("routes", {})}
        results = {key: found[key] for key in RESULTS if key in self.scenario.expect}
        wanted = {key: self.scenario.expect[key] or None for key in results}
        if results != wanted:
            raise ValueError(f"the case {self.scenario.id} expects {wanted}, and the rules give {results}.")
        return results

    @property
    def expected(self) -> str:
        """Return what was expected, in words."""
        return _in_words({key: self.scenario.expect[key] for key in RESULTS if key in self.scenario.expect})

    @property
    def actual(self) -> str:
        """Return what the rules give, in words."""
        return _in_words(self.found)


def _in_words(results: dict[str, Any]) -> str:
    words = []
    for key, result in results.items():
        if key == "outcome" and result:
            words.append(OUTCOMES[Outcome(result)])
        elif key == "routes":
            words += [f"{route} {answer}" for route, answer in result.items()]
        elif result:
            words.append(str(result))
    return ", ".join(words) or "not known yet"


def proofs(checklist: Checklist) -> Iterator[Proof]:
    """Yield the proof of each present claim, offence or removal."""
    for place in checklist.places:
        for law in checklist.current(place):
            if isinstance(law, Claim) and law.until is None:
                yield Proof(law, checklist)


def courses(checklist: Checklist) -> Iterator[Course]:
    """Yield what is proved of each procedure."""
    for place in checklist.places:
        for table in tables(checklist, place):
            if isinstance(table.law, Procedure):
                yield Course(table, checklist)


def prove(source: str) -> str:
    """Return what is proved of the checklist that a fence names."""
    if source not in CHECKLISTS:
        raise ValueError(f"there is no such checklist; there are {', '.join(CHECKLISTS)}.")
    return report(CHECKLISTS[source])


def report(checklist: Checklist) -> str:
    """Return the proof of a checklist as HTML; raise `ValueError` where a claim fails."""
    names = {id_: question.name for id_, question in questions(checklist).items()}
    return rendered(
        "proof.html",
        checklist=checklist,
        proofs=list(proofs(checklist)),
        courses=list(courses(checklist)),
        outcomes=[(outcome, OUTCOMES[outcome]) for outcome in COUNTED],
        cases=[Told(scenario) for scenario in scenarios.read(checklist.id)],
        sheets=[paper.Sheet(checklist, place, names.__getitem__) for place in checklist.places],
    )
