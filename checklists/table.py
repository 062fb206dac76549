"""The decision table of a law: how its answers are scored by hand, derived from the rules alone.

A row says where a part of the law is met, where it is not and where it is left out; everywhere else it is
unclear. It says so in tests that a person with a pencil can make: what is ticked at a question, whether a
date is written, what a sum of dates gives. Nothing here decides a case and nothing of `assessment` is used,
so the table is a second way to the same outcome.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from checklists.flags import SAFETY
from checklists.law import (
    UNSURE,
    AllOf,
    AnyOf,
    Checklist,
    Choice,
    Citation,
    Claim,
    Given,
    Late,
    Law,
    Level,
    Limitation,
    Part,
    Passed,
    Place,
    Point,
    Procedure,
    Question,
    Recent,
    Removal,
    Route,
    State,
    Step,
    Timely,
    When,
    points,
)
from checklists.logic import Finding

MET, NOT_MET, LEFT_OUT = Finding.MET, Finding.NOT_MET, Finding.NOT_APPLICABLE


@dataclass(frozen=True)
class Answered:
    """One of some answers is ticked at a question; "unsure" stands for a question left blank too."""

    question: str
    values: tuple[str, ...]


@dataclass(frozen=True)
class Written:
    """A date is written at a question, or a definite answer, or nothing is; a question mark is neither."""

    question: str
    written: bool = True


@dataclass(frozen=True)
class Since:
    """The date that is written at a question is a day or a later one."""

    question: str
    day: date


@dataclass(frozen=True)
class Worked:
    """A sum of dates says yes, or says no; where a date is missing it says neither."""

    sum: Recent | Passed | Late | Timely
    holds: bool


@dataclass(frozen=True)
class Every:
    """Each of some tests holds; always, where there are none."""

    of: tuple["Test", ...]


@dataclass(frozen=True)
class Some:
    """At least one of some tests holds; never, where there are none."""

    of: tuple["Test", ...]


type Test = Answered | Written | Since | Worked | Every | Some

ALWAYS = Every(())
NEVER = Some(())


def every(*tests: Test) -> Test:
    """Return the test that each of these holds, in its simplest form."""
    flat = dict.fromkeys(inner for test in tests for inner in (test.of if isinstance(test, Every) else (test,)))
    if NEVER in flat:
        return NEVER
    return next(iter(flat)) if len(flat) == 1 else Every(tuple(flat))


def some(*tests: Test) -> Test:
    """Return the test that one of these holds, in its simplest form."""
    flat = dict.fromkeys(inner for test in tests for inner in (test.of if isinstance(test, Some) else (test,)))
    if ALWAYS in flat:
        return ALWAYS
    return next(iter(flat)) if len(flat) == 1 else Some(tuple(flat))


@dataclass(frozen=True)
class Row:
    """A part of a law: where it is met, where it is not, where it is left out. Otherwise it is unclear."""

    name: str
    met: Test
    not_met: Test
    left_out: Test
    authorities: tuple[Citation, ...] = field(default=(), compare=False)


@dataclass(frozen=True)
class Start:
    """Where ``where`` holds, a period runs from the latest of some dates, as far as they are written.

    ``latest`` gives the dates for the latest day it can run from; None where a later one may turn up.
    """

    where: Test
    earliest: tuple[str, ...]
    latest: tuple[str, ...] | None


@dataclass(frozen=True)
class Period:
    """A time limit: how long it is, and the first of ``starts`` that holds; with none it cannot be told.

    It is in time up to the corresponding day of the earliest start, and over after that of the latest;
    where ``first_day_counts``, up to the day before it, or the last of a month that has no such day.
    ``if_known`` leaves it out where none holds.
    """

    id: str
    years: int
    months: int
    starts: tuple[Start, ...]
    first_day_counts: bool
    if_known: bool
    authority: Citation = field(compare=False)


@dataclass(frozen=True)
class Table:
    """The decision table of a law, for a day from ``since`` on and before ``until``.

    ``questions`` are those its tests name, as they are worded there. ``taken`` says where a removal takes this route.
    """

    law: Law = field(compare=False)
    since: date = field(compare=False)
    until: date | None = field(compare=False)
    questions: Mapping[str, Question] = field(compare=False)
    id: str
    elements: tuple[Row, ...] = ()
    defences: tuple[Row, ...] = ()
    periods: tuple[Period, ...] = ()
    taken: Row | None = None
    states: tuple[tuple[State, Row], ...] = ()
    levels: tuple[tuple[Level, Row], ...] = ()
    steps: tuple[tuple[Step, Row], ...] = ()
    routes: tuple[tuple[Route, Row, tuple[tuple[Timely, Period], ...]], ...] = ()


def tables(checklist: Checklist, place: Place) -> tuple[Table, ...]:
    """Return the tables of a place in the order of the rules, the newest version of each law first.

    Versions that read alike share one.
    """
    found: list[Table] = []
    laws = [law for law in checklist.claims if law.place is place]
    asked = {question.id: question for question in (*SAFETY, *(one for law in laws for one in law.questions))}
    for law in laws:
        later = [other.since for other in checklist.claims if _succeeds(other, law)]
        until = min([*later, *([law.until] if law.until else [])], default=None)
        table = _table(law, until, _Reader({**asked, **{one.id: one for one in law.questions}}))
        older = [other for other in found if other.id == table.id]
        if older and older[0] == table and older[0].until == law.since:
            found[found.index(older[0])] = replace(table, since=older[0].since)
        else:
            found.insert(found.index(older[0]) if older else len(found), table)
    return tuple(found)


def _succeeds(other: Law, law: Law) -> bool:
    return (other.place, other.id) == (law.place, law.id) and other.since > law.since


def event(checklist: Checklist, place: Place) -> tuple[Start, ...]:
    """Return the dates that pick the law: the first start that holds, else today."""
    found: tuple[Start, ...] = ()
    for law in checklist.current(place):
        for limitation in law.limitations if isinstance(law, Claim) else ():
            if limitation.bars and not limitation.if_known:
                found = _events(limitation)
        if law.event:
            found = tuple(Start(Written(one.id), (one.id,), (one.id,)) for one in law.event)
    return found


def _events(limitation: Limitation) -> tuple[Start, ...]:
    first, restart = limitation.accrues.id, limitation.restart
    if not restart:
        return (Start(Written(first), (first,), (first,)),)
    asks, again = restart.asks.id, restart.again.id
    counts = some(every(Answered(asks, ("no",)), Written(first)), Since(first, restart.since))
    return (
        Start(every(Answered(asks, ("yes",)), Written(again)), (again,), (again,)),
        Start(counts, (first,), (first,)),
        Start(every(Answered(asks, (UNSURE.value,)), Written(again)), (again,), (again,)),
    )


def _table(law: Law, until: date | None, read: "_Reader") -> Table:
    table = Table(law, law.since, until, read.questions, law.id)
    if isinstance(law, Claim):
        barring = (limitation for limitation in law.limitations if limitation.bars)
        return replace(
            table,
            elements=tuple(read.row(part) for part in law.elements),
            defences=tuple(read.row(defence) for defence in law.defences),
            periods=tuple(period(one) for one in barring if one.years or one.months),
            taken=read.row(law.when) if isinstance(law, Removal) else None,
        )
    assert isinstance(law, Procedure)  # noqa: S101 - for the type checker
    return replace(
        table,
        states=tuple((state, read.row(state.when)) for state in law.states),
        levels=tuple((level, read.row(level.when)) for level in law.levels),
        steps=tuple((step, read.row(step.when)) for step in law.steps),
        routes=tuple(
            (route, read.row(route.opens), tuple((claim, period(claim.limitation)) for claim in route.claims))
            for route in law.routes
        ),
    )


def period(limitation: Limitation) -> Period:
    """Return how a limitation is counted by hand."""
    first = limitation.accrues.id
    if limitation.restart:
        asks, again = limitation.restart.asks.id, limitation.restart.again.id
        counts = Since(first, limitation.restart.since)
        starts: tuple[Start, ...] = (
            Start(every(Answered(asks, ("yes",)), Written(again)), (first, again), (first, again)),
            Start(every(Answered(asks, ("no",)), Written(first)), (first,), (first,)),
            Start(every(counts, Written(again)), (first,), (first, again)),
            Start(counts, (first,), None),
        )
    elif limitation.or_later:
        later = limitation.or_later.id
        starts = (
            Start(every(Written(first), Written(later)), (first, later), (first, later)),
            Start(Written(first), (first,), None),
        )
    else:
        starts = (Start(Written(first), (first,), (first,)),)
    return Period(
        limitation.id,
        limitation.years,
        limitation.months,
        starts,
        limitation.first_day_counts,
        limitation.if_known,
        limitation.authority,
    )


class _Reader:
    """Reads the parts of a law as rows."""

    def __init__(self, questions: Mapping[str, Question]) -> None:
        self.questions = questions

    def row(self, part: Part | None) -> Row:
        """Return the row of a part; of none, one that is always met."""
        if part is None:
            return Row("", ALWAYS, NEVER, NEVER)
        named = dict.fromkeys(point.name for point in points(part))
        authorities = dict.fromkeys(point.authority for point in points(part))
        name = (" or " if isinstance(part, AnyOf) else " and ").join(named).capitalize()
        met, not_met, left_out = (self.test(part, finding) for finding in (MET, NOT_MET, LEFT_OUT))
        return Row(name, met, not_met, left_out, tuple(authorities))

    def test(self, part: Part, finding: Finding) -> Test:
        """Return the test that a part has a finding: met, not met or not applicable."""
        match part:
            case AllOf():
                return self.joined(part, finding, short=NOT_MET)
            case AnyOf():
                return self.joined(part, finding, short=MET)
            case Point():
                return self.point(part, finding)
            case Timely():
                answered = self.when(part, finding)
                return every(answered, Worked(part, holds=True)) if finding is MET else answered
            case When():
                return self.when(part, finding)
            case Given():
                return NEVER if finding is LEFT_OUT else Written(part.question.id, (finding is MET) is part.happened)
            case _:
                return NEVER if finding is LEFT_OUT else Worked(part, finding is MET)

    def joined(self, part: AllOf | AnyOf, finding: Finding, short: Finding) -> Test:
        """Return the test for parts of which one that is ``short`` settles the whole, those left out aside."""
        if finding is short:
            return some(*(self.test(inner, finding) for inner in part.parts))
        left_out = [self.test(inner, LEFT_OUT) for inner in part.parts]
        if finding is LEFT_OUT:
            return every(*left_out)
        found = [self.test(inner, finding) for inner in part.parts]
        any_left = [] if NEVER in left_out else [some(*found)]
        return every(*(some(one, left) for one, left in zip(found, left_out, strict=True)), *any_left)

    def when(self, condition: When, finding: Finding) -> Test:
        """Return the test that a question has one of some answers, or has another."""
        question = self.questions[condition.question]
        assert isinstance(question, Choice)  # noqa: S101 - for the type checker
        if question.when:
            raise ValueError(f"{question.id} counts on a condition, so nothing that rests on it can be scored by hand.")
        others = tuple(option.value for option in question.options if option.value not in condition.values)
        values = {MET: condition.values, NOT_MET: others}.get(finding, ())
        return Answered(condition.question, values) if values else NEVER

    def point(self, point: Point, finding: Finding) -> Test:
        """Return the test that a point has a finding, its condition counted in."""
        if not point.when:
            return self.answer(point, finding)
        if finding is LEFT_OUT:
            return self.when(point.when, NOT_MET)
        return every(self.when(point.when, MET), self.answer(point, finding))

    def answer(self, point: Point, finding: Finding) -> Test:
        """Return the test that the answer to a point gives a finding; one left open gives what all options do."""
        each = {
            option.value: self.answer(option.follows, finding)
            if option.follows
            else (ALWAYS if option.finding is finding else NEVER)
            for option in point.options
        }
        values: dict[Test, tuple[str, ...]] = {}
        for value, test in (*each.items(), (UNSURE.value, every(*each.values()))):
            values[test] = (*values.get(test, ()), value)
        values.pop(NEVER, None)
        plain = values.get(ALWAYS, ())
        alternatives = []
        for test, ticked in values.items():
            elsewhere = ticked if test == ALWAYS else (*plain, *ticked)
            needed = len(elsewhere) <= len(each)
            alternatives.append(every(Answered(point.id, ticked), test) if needed else test)
        return some(*alternatives)
