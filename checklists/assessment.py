"""The only module that decides: answers in, findings and an outcome out.

An outcome is the strongest of what its parts say (see `Outcome`). The parts are the
elements, each defence and the clock of the claim; those that share a question stand in
one group. No question is in two groups, so what a group can still become is found by
trying its own open questions alone, and the whole is exact: a question is outstanding
if and only if some way of completing the answers makes it change the outcome.
"""

from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from functools import cache, lru_cache
from itertools import chain, product
from typing import Any

from checklists import bank_holidays
from checklists.change import Answered, LawTables, Table, World, changes, influential, law_tables
from checklists.dates import Day, after_hours, earliest_start, ends, last_day, midnight_after
from checklists.flags import SAFETY, Flag, raised
from checklists.law import (
    NATION,
    AllOf,
    Answer,
    Answers,
    AnyOf,
    Checklist,
    Choice,
    Claim,
    DateQuestion,
    Deadline,
    Defence,
    Given,
    Jurisdiction,
    Late,
    Law,
    Level,
    Limitation,
    MomentQuestion,
    Nation,
    Part,
    Passed,
    Place,
    Point,
    Procedure,
    Provision,
    Question,
    Recent,
    Removal,
    Route,
    Severity,
    State,
    Step,
    Timely,
    When,
    atoms,
    points,
    timed,
)
from checklists.logic import Finding, Outcome, Status, all_of, any_of

UNSURE = "unsure"
NOW = "now"
EDGE = (0, 1)  # days before the earliest one in time: a date on each side of the limit is tried


@dataclass(frozen=True)
class PointFinding:
    """What the answers show on a point, and whether that is a reason for the outcome.

    It is ``weak`` where neither it nor an alternative to it is met.
    """

    point: Point
    answer: str
    finding: Finding
    decisive: bool
    weak: bool


@dataclass(frozen=True)
class Clock:
    """Where a limitation stands: the day it runs from and its last day, where they are known.

    ``at_least`` marks a last day that may turn out to be later, never earlier.
    """

    limitation: Limitation
    status: Status
    start: Day | None = None
    last_day: date | None = None
    at_least: bool = False


@dataclass(frozen=True)
class Change:
    """Answers other than the present ones, in the law's order, and the outcome they would lead to."""

    answers: Answers = field(hash=False)
    outcome: Outcome


@dataclass(frozen=True)
class ClaimFound:
    """What the answers show on one claim, offence or removal."""

    law: Claim
    outcome: Outcome
    findings: tuple[PointFinding, ...]
    clocks: tuple[Clock, ...]
    provisions: tuple[tuple[Provision, Finding], ...]
    too_old: tuple[Recent, ...] = ()

    @property
    def clock(self) -> Clock | None:
        """Return the clock that governs: one that has run out, else the one that ends first."""
        barring = [clock for clock in self.clocks if clock.limitation.bars]
        return min(
            barring, key=lambda clock: (clock.status is not Status.EXPIRED, clock.last_day or date.max), default=None
        )


@dataclass(frozen=True)
class Due:
    """When a deadline falls, a day or a moment, and whether it has gone by; None where it cannot be told.

    ``beyond`` marks one that cannot be told because its bank holidays are not known.
    """

    deadline: Deadline
    at: date | datetime | None
    passed: bool = False
    beyond: bool = False


@dataclass(frozen=True)
class Assessment:
    """All that the answers show: the outcome, why, the clocks, the flags and what is still open.

    ``outcome`` is None for a procedure, which has a state, a level, steps or routes instead.
    ``would_change`` rests on open questions alone. Where none of them can change the outcome, ``hangs_on`` says
    which of the answers given would have to be different. Both hold every answer that changes the outcome by itself
    and, for each outcome that needs more than one, a smallest set.
    """

    checklist: Checklist
    place: Place
    today: date
    answers: Answers
    laws: tuple[Law, ...]
    outcome: Outcome | None
    found: tuple[ClaimFound, ...]
    flags: tuple[Flag, ...]
    asks: tuple[str, ...]
    outstanding: tuple[str, ...]
    would_change: tuple[Change, ...]
    hangs_on: tuple[Change, ...]
    ignored: tuple[str, ...]
    state: State | None = None
    level: Level | None = None
    steps: tuple[tuple[Step, Finding], ...] = ()
    routes: tuple[tuple[Route, Finding, tuple[tuple[Timely, Clock], ...]], ...] = ()
    effective: Due | None = None
    deadlines: tuple[Due, ...] = ()

    @property
    def jurisdiction(self) -> Jurisdiction:
        """Return the legal system of the place."""
        return self.place.jurisdiction if isinstance(self.place, Nation) else self.place

    @property
    def next(self) -> str | None:
        """Return the open question most worth answering next.

        It is the one of whose answers the greatest share would change the outcome by themselves; among equals, one
        of the smallest set that leads to the gravest; among equals, the one that the law takes first. The questions
        of a procedure stand in the order in which things happen, so there it is the first.
        """
        return max(self.outstanding, key=self._bears, default=None)

    def _bears(self, id_: str) -> tuple[float, int]:
        """Return the share of a question's answers that change the outcome, and the rank of what its sets lead to."""
        question = self.question(id_)
        answers = len(question.options) if isinstance(question, Choice) else len(EDGE)
        changes = [change for change in self.would_change if id_ in change.answers]
        sets = [change.outcome.rank for change in changes if len(change.answers) > 1]
        return (len(changes) - len(sets)) / answers, max(sets, default=0)

    @property
    def findings(self) -> tuple[PointFinding, ...]:
        """Return the finding on each point, from the first offence with the outcome, where several ask it.

        In an offence with another outcome no point is decisive or weak for this one.
        """
        first: dict[str, PointFinding] = {}
        for found in sorted(self.found, key=lambda one: one.outcome is not self.outcome):
            for finding in found.findings:
                own = finding if found.outcome is self.outcome else replace(finding, decisive=False, weak=False)
                first.setdefault(finding.point.id, own)
        return tuple(first.values())

    @property
    def clocks(self) -> tuple[Clock, ...]:
        """Return every clock, each once."""
        return tuple(dict.fromkeys(clock for found in self.found for clock in found.clocks))

    @property
    def provisions(self) -> tuple[tuple[Provision, Finding], ...]:
        """Return the provisions that the facts may engage."""
        return tuple(provision for found in self.found for provision in found.provisions)

    @property
    def idle(self) -> tuple[str, ...]:
        """Return the questions asked and left open whose answer can no longer change the outcome."""
        bearing = {id_ for law in self.laws for id_ in _bearing(law)}
        return tuple(
            id_
            for id_ in self.asks
            if id_ in bearing and id_ not in self.outstanding and self.answers.get(id_, UNSURE) == UNSURE
        )

    def is_recent_enough(self, id_: str, day: Day) -> bool:
        """Tell whether a date lies on the later side of the limits that it bears on."""
        question = self.question(id_)
        cases = (Case(law, self.answers, self.today) for law in self.laws)
        edges = [edge for case in cases if isinstance(question, DateQuestion) for edge in case.edges(question)]
        return day.date in edges

    def brings_another_law(self, change: Change) -> bool:
        """Tell whether other answers are judged by the law of another day."""
        changed = applicable(self.checklist, self.place, {**self.answers, **change.answers}, self.today)
        return changed != applicable(self.checklist, self.place, self.answers, self.today)

    @property
    def law_changed(self) -> tuple[date, ...]:
        """Return the days on which the law changed within the month of the event, where only that is known."""
        event = _event(self.checklist, self.place, self.answers)
        if not event or not event.approximate:
            return ()
        here = (law for law in self.checklist.claims if law.place is self.place)
        days = {day for law in here for day in (law.since, law.until) if day and event.date < day <= self.today}
        return tuple(sorted(day for day in days if (day.year, day.month) == (event.date.year, event.date.month)))

    def question(self, id: str | None) -> Question | None:  # noqa: A002 - the noun's own word
        """Return the question of that id, as the law here words it."""
        laws = (*self.laws, *self.checklist.current(self.place))
        asked = (law.question(id) for law in laws if id)
        others = (question for question in (*SAFETY, NATION) if question.id == id)
        return next(filter(None, chain(asked, others)), None)


def assess(checklist: Checklist, place: Place, answers: Answers, today: date) -> Assessment:
    """Assess the answers under the law in force on the day of the event, with the clocks at ``today``.

    An answer is "yes", "no", "unsure", the value of an option, a `Day` or a moment. A missing one
    counts as "unsure".
    """
    if checklist.by_nation and isinstance(place, Jurisdiction):
        return _of_no_nation(checklist, place, answers, today)
    cases = _cases(checklist, place, answers, today)
    laws = tuple(case.law for case in cases)
    asks = tuple(dict.fromkeys(id_ for case in cases for id_ in case.asks()))
    ignored = _ignored(cases or [Case(law, answers, today) for law in checklist.current(place)])
    if laws and isinstance(laws[0], Procedure):
        return _procedure(checklist, place, cases[0], asks, ignored)
    taken = [case for case in cases if case.may_be_taken]
    found = tuple(_claim_found(case) for case in taken)
    outcome = max((one.outcome for one in found), default=Outcome.NOT_APPLICABLE)

    def changed(ids: Iterable[str]) -> tuple[Change, ...]:
        """Return what answering some questions anew would lead to: single answers in the law's order, then sets."""
        values = _values(cases, ids)
        if not any(values.values()):
            return ()
        worlds = list(_worlds(checklist, place, answers, today, values))
        ways = [Change(_ordered(laws, dict(anew)), result) for anew, result in changes(worlds, outcome)]
        order = list(_in_order(laws, asks))
        return tuple(sorted(ways, key=lambda way: (len(way.answers), order.index(next(iter(way.answers))))))

    vague = {question.id for case in taken for question in case.vague()}
    would_change = changed(id_ for id_ in asks if id_ in vague or answers.get(id_, UNSURE) == UNSURE)
    can_change = {id_ for case in taken for id_ in case.outstanding()} | vague
    outstanding = _in_order(laws, can_change | {id_ for change in would_change for id_ in change.answers})
    return Assessment(
        checklist,
        place,
        today,
        answers,
        tuple(case.law for case in taken),
        outcome,
        found,
        flags=tuple(_flags(answers, laws, (clock for one in found for clock in one.clocks))),
        asks=asks,
        outstanding=outstanding,
        would_change=would_change,
        hangs_on=() if outstanding else changed(id_ for id_, answer in answers.items() if answer != UNSURE),
        ignored=ignored,
        **_removal(taken),
    )


def _of_no_nation(checklist: Checklist, place: Place, answers: Answers, today: date) -> Assessment:
    """Return what can be told before it is known whose rules apply: the flags, and that the nation is open."""
    asks = (NATION.id,)
    flags = tuple(_flags(answers, (), ()))
    return Assessment(
        checklist,
        place,
        today,
        answers,
        (),
        Outcome.UNCLEAR,
        (),
        flags,
        asks,
        asks,
        would_change=(),
        hangs_on=(),
        ignored=(),
    )


def _ignored(cases: list["Case"]) -> tuple[str, ...]:
    """Return the answers to what is not asked; where no law was in force yet, not asked by today's."""
    asked = {id_ for case in cases for id_ in case.asks()}
    return tuple(id_ for id_ in cases[0].answers if id_ not in asked) if cases else ()


def _cases(checklist: Checklist, place: Place, answers: Answers, today: date) -> list["Case"]:
    return [Case(law, answers, today) for law in applicable(checklist, place, answers, today)]


def _worlds(
    checklist: Checklist, place: Place, answers: Answers, today: date, values: Mapping[str, tuple[Answer, ...]]
) -> Iterator[World]:
    """Yield the present world and, where some of the ``values`` bring another law with them, those that they make."""

    def held(given: Answers) -> list[Case]:
        return _cases(checklist, place, {**answers, **given}, today)

    def world(given: Answers, cases: list[Case], free: Mapping[str, tuple[Answer, ...]]) -> World:
        return World(frozenset(given.items()), tuple(case.tables(free) for case in cases))

    present = held({})
    choosing = [id_ for id_ in dict.fromkeys(_choosing(checklist, place)) if values.get(id_)]
    ways = [
        dict(pair for pair in way if pair)
        for way in product(*((None, *((id_, value) for value in values[id_])) for id_ in choosing))
    ]
    chosen = [(given, held(given)) for given in ways]
    keeping = [given for given, cases in chosen if [case.law for case in cases] == [case.law for case in present]]
    free = {id_: those for id_, those in values.items() if id_ not in choosing}
    if len(choosing) == 1 or len(keeping) == len(chosen):
        kept = {id_: tuple(dict.fromkeys(given[id_] for given in keeping if id_ in given)) for id_ in choosing}
        yield world({}, present, {**free, **kept})
        chosen = [(given, cases) for given, cases in chosen if given not in keeping]
    for given, cases in chosen:
        yield world(given, cases, free)


def _choosing(checklist: Checklist, place: Place) -> Iterator[str]:
    """Yield the questions whose answers choose the law, which is that of the day on which a claim arose."""
    for limitation in _dating(checklist, place):
        yield from (question.id for question in limitation.questions if question is not limitation.or_later)


def _values(cases: list["Case"], ids: Iterable[str]) -> dict[str, tuple[Answer, ...]]:
    """Return the definite answers worth trying for each question, under any of the laws."""
    return {
        id_: tuple(dict.fromkeys(value for case in cases for value in case.values(case.law.question(id_))))
        for id_ in ids
    }


def applicable(checklist: Checklist, place: Place, answers: Answers, today: date) -> tuple[Law, ...]:
    """Return the laws as they stood on the day of the event; today where no day is known."""
    event = _event(checklist, place, answers)
    return checklist.in_force(place, event.date if event else today)


def _event(checklist: Checklist, place: Place, answers: Answers) -> Day | None:
    """Return the day of the event, as far as the answers tell."""
    arose = (_arose(limitation, answers) for limitation in _dating(checklist, place))
    given = (_day(answers, question) for law in checklist.current(place) for question in law.event)
    return next(filter(None, chain(arose, given)), None)


def _dating(checklist: Checklist, place: Place) -> Iterator[Limitation]:
    """Yield the limitations that run from the day of the event."""
    for law in checklist.current(place):
        for limitation in law.limitations if isinstance(law, Claim) else ():
            if limitation.bars and not limitation.if_known:
                yield limitation


def _arose(limitation: Limitation, answers: Answers) -> Day | None:
    """Return the day on which the claim arose, as far as the answers tell."""
    accrued, again = _accrued(limitation, answers), _again(limitation, answers)
    return again if again and (_restarts(limitation, answers) is Finding.MET or not accrued) else accrued


def _accrued(limitation: Limitation, answers: Answers) -> Day | None:
    """Return the day from which a period runs if not anew; none where it does not count (see `Restart`)."""
    day, restart = _day(answers, limitation.accrues), limitation.restart
    if day and restart and day.date < restart.since and _restarts(limitation, answers) is not Finding.NOT_MET:
        return None
    return day


def _again(limitation: Limitation, answers: Answers) -> Day | None:
    """Return the day from which a period runs anew, or may."""
    restart = limitation.restart
    return _day(answers, restart.again) if restart and _restarts(limitation, answers) is not Finding.NOT_MET else None


def _restarts(limitation: Limitation, answers: Answers) -> Finding:
    """Return whether a period runs anew."""
    if limitation.restart is None:
        return Finding.NOT_MET
    answer = answers.get(limitation.restart.asks.id, UNSURE)
    return Finding.UNCLEAR if answer == UNSURE else _yes(answer == "yes")


def _day(answers: Answers, question: DateQuestion | MomentQuestion) -> Day | None:
    answer = answers.get(question.id)
    if isinstance(answer, datetime):
        return Day(answer.date())
    return answer if isinstance(answer, Day) else None


def _flags(answers: Answers, laws: tuple[Law, ...], clocks: Iterable[Clock]) -> Iterator[Flag]:
    words = {id_: answer for id_, answer in answers.items() if isinstance(answer, str)}
    statuses = {clock.status for clock in clocks}
    asked = {question.id for law in laws for question in law.questions}
    return raised(words, frozenset(statuses), tuple(flag for law in laws for flag in law.flags), asked)


def _in_order(laws: Iterable[Law], ids: Container[str]) -> tuple[str, ...]:
    order = dict.fromkeys(question.id for law in laws for question in (*SAFETY, *law.questions))
    return tuple(id_ for id_ in order if id_ in ids)


def _ordered(laws: Iterable[Law], answers: Answers) -> Answers:
    return {id_: answers[id_] for id_ in _in_order(laws, answers)}


def _bearing(law: Law) -> Iterator[str]:
    """Yield the questions, those of date and time left out, that bear on the outcome of a law or on its course."""
    if isinstance(law, Claim):
        yield from (point.id for point in law.points if not isinstance(point, Severity))
    if isinstance(law, Procedure):
        yield from (atom.question for part in law.conditions for atom in atoms(part) if isinstance(atom, When))


def _claim_found(case: "Case") -> ClaimFound:
    outcome = case.outcome()
    return ClaimFound(
        case.claim,
        outcome,
        tuple(case.point_findings(outcome)),
        tuple(case.clock(limitation) for limitation in case.claim.limitations if case.runs(limitation)),
        tuple((provision, case.engaged(provision)) for provision in case.claim.provisions),
        tuple(case.too_old()),
    )


def _removal(cases: list["Case"]) -> dict[str, Any]:
    """Return from when a removal holds, and what must be done by when, once its route is known."""
    if len(cases) != 1 or not isinstance(cases[0].law, Removal):
        return {}
    case, law = cases[0], cases[0].law
    return {"effective": case.due(law.effective), "deadlines": tuple(case.due(one) for one in law.deadlines)}


def _procedure(
    checklist: Checklist, place: Place, case: "Case", asks: tuple[str, ...], ignored: tuple[str, ...]
) -> Assessment:
    law = case.law
    assert isinstance(law, Procedure)  # noqa: S101 - for the type checker
    states, levels = _reached(case, law.states), _reached(case, law.levels)
    state = next((one for one in states if case.finding(one.when) is Finding.MET), None)
    level = next((one for one in levels if case.finding(one.when) is Finding.MET), None)
    steps = ((step, case.finding(step.when) if step.when else Finding.MET) for step in law.steps)
    routes = tuple((route, case.finding(route.opens), tuple(case.claims(route))) for route in law.routes)
    running = tuple(clock for _, opens, claims in routes for _, clock in claims if opens is not Finding.NOT_MET)
    open_ = {id_ for part in replace(law, states=states, levels=levels).conditions for id_ in case.open_in(part)}
    return Assessment(
        checklist,
        place,
        case.today,
        case.answers,
        (law,),
        None,
        (),
        flags=tuple(_flags(case.answers, (law,), running)),
        asks=asks,
        outstanding=_in_order((law,), open_),
        would_change=(),
        hangs_on=(),
        ignored=ignored,
        state=state,
        level=level,
        steps=tuple((step, finding) for step, finding in steps if finding is not Finding.NOT_MET),
        routes=routes,
        deadlines=tuple(case.due(deadline) for deadline in state.by) if state else (),
    )


def _reached[Course: (State, Level)](case: "Case", several: tuple[Course, ...]) -> tuple[Course, ...]:
    """Return those up to the first that is met: it holds whatever those after it say."""
    at = [case.finding(one.when) for one in several]
    return several[: at.index(Finding.MET) + 1] if Finding.MET in at else several


@dataclass(frozen=True, eq=False)
class Group:
    """Parts of a claim that share questions, with all the questions they rest on."""

    claim: Claim
    parts: tuple[Part | Limitation, ...]
    questions: tuple[Question, ...]

    def own(self, answers: Answers) -> tuple[Answer | None, ...]:
        """Return the answers to its questions, in their order."""
        return tuple(answers.get(question.id) for question in self.questions)


@cache
def independent_parts(claim: Claim) -> tuple[Group, ...]:
    """Return the parts of a claim that bear on its outcome, those that share a question together."""
    groups: list[Group] = []
    clock = [limitation for limitation in claim.limitations if limitation.bars]
    for part in (*claim.requires, *claim.defences, *clock):
        parts: tuple[Part | Limitation, ...] = (part,)
        questions = dict.fromkeys(_rests_on(part, claim))
        for group in list(groups):
            if not questions.keys().isdisjoint(group.questions):
                groups.remove(group)
                parts = (*group.parts, *parts)
                questions = dict.fromkeys((*group.questions, *questions))
        groups.append(Group(claim, parts, tuple(questions)))
    return tuple(groups)


def _rests_on(part: Part | Limitation, claim: Claim) -> Iterator[Question]:
    """Yield the questions that bear on a part, those of its conditions and follow-ups included."""
    if isinstance(part, Limitation):
        yield from part.questions
        return
    yield from timed(part)
    for atom in atoms(part):
        condition: object = atom
        if isinstance(atom, Point):
            yield atom
            condition = atom.when
        question = claim.question(condition.question) if isinstance(condition, When) else None
        if question:
            yield question


class Case:
    """One law, one set of answers, one day."""

    def __init__(self, law: Law, answers: Answers, today: date) -> None:
        self.law = law
        self.answers = answers
        self.today = today

    @property
    def claim(self) -> Claim:
        """Return the law as the claim that it is."""
        assert isinstance(self.law, Claim)  # noqa: S101 - for the type checker
        return self.law

    @property
    def now(self) -> datetime:
        """Return the moment at which deadlines are looked at: the end of today where none is given."""
        now = self.answers.get(NOW)
        return now if isinstance(now, datetime) else midnight_after(self.today)

    @property
    def may_be_taken(self) -> bool:
        """Tell whether a removal may take this route; any other law always holds."""
        return not isinstance(self.law, Removal) or self.finding(self.law.when) is not Finding.NOT_MET

    # What the answers show

    def counts(self, question: Question) -> Finding:
        """Tell whether a question's condition is met: not-met means that its answer is ignored."""
        return self.answered(question.when) if question.when else Finding.MET

    def is_open(self, id_: str) -> bool:
        """Tell whether a question is unanswered or answered "not sure"."""
        return self.answers.get(id_, UNSURE) == UNSURE

    def finding(self, part: Part) -> Finding:
        """Return what the answers show on a point or a requirement made of points."""
        match part:
            case AllOf():
                return all_of(self.finding(inner) for inner in part.parts)
            case AnyOf():
                return any_of(self.finding(inner) for inner in part.parts)
            case Point():
                condition = self.counts(part)
                if condition is Finding.NOT_MET:
                    return Finding.NOT_APPLICABLE
                return Finding.UNCLEAR if condition is Finding.UNCLEAR else self.finding_by_answer(part)
            case Timely():
                over = self.clock(part.limitation).status is Status.EXPIRED
                return all_of([self.answered(part), Finding.UNCLEAR if over else Finding.MET])
            case When():
                return self.answered(part)
            case Given():
                return self.known(self.answers.get(part.question.id), part.happened)
            case Recent():
                return self.recent(part)
            case Passed():
                due = self.due(part.deadline)
                return Finding.UNCLEAR if due.at is None else _yes(due.passed)
            case _:
                return self.late(part)

    def answered(self, condition: When) -> Finding:
        """Return whether a question has one of some answers."""
        question = self.law.question(condition.question)
        if question and self.counts(question) is Finding.NOT_MET:
            return Finding.NOT_MET
        if self.is_open(condition.question):
            return Finding.UNCLEAR
        return _yes(self.answers[condition.question] in condition.values)

    def known(self, answer: Answer | None, happened: bool) -> Finding:  # noqa: FBT001 - that is the question
        """Return whether something has happened, or has not: left out it has not, "not sure" is neither."""
        return Finding.UNCLEAR if answer == UNSURE else _yes((answer is not None) is happened)

    def recent(self, condition: Recent) -> Finding:
        """Return whether a day lies within a period before another."""
        day = _day(self.answers, condition.question)
        if day is None:
            return Finding.UNCLEAR
        given = (_day(self.answers, question) for question in condition.before)
        before = next((one for one in given if one), Day(self.today))
        found = {_is_recent(condition, start, end) for start, end in product(ends(day), ends(before))}
        return _yes(found.pop()) if len(found) == 1 else Finding.UNCLEAR

    def late(self, condition: Late) -> Finding:
        """Return whether something happened after its deadline; not where it has not happened."""
        happened = self.answers.get(condition.question.id)
        if not isinstance(happened, datetime):
            return Finding.UNCLEAR if happened == UNSURE else Finding.NOT_MET
        due = self.due(condition.deadline).at
        return Finding.UNCLEAR if due is None else _yes(happened > _end(due))

    def finding_by_answer(self, point: Point) -> Finding:
        """Return what the answer to a point gives; an open one gives what every option would, if they agree."""
        chosen = self.answers.get(point.id, UNSURE)
        found = {
            self.finding_by_answer(option.follows) if option.follows else option.finding
            for option in point.options
            if chosen in (UNSURE, option.value)
        }
        return found.pop() if len(found) == 1 else Finding.UNCLEAR

    def clock(self, limitation: Limitation) -> Clock:
        """Return where a limitation stands today."""
        if not limitation.years and not limitation.months:
            return Clock(limitation, Status.IN_TIME)
        starts, at_least = self.starts(limitation)
        if not starts:
            return Clock(limitation, Status.UNKNOWN)
        first, last = (
            last_day(
                start.date,
                years=limitation.years,
                months=limitation.months,
                first_day_counts=limitation.first_day_counts,
            )
            for start in (min(starts), max(starts))
        )
        if self.today <= first:
            status = Status.LAST_DAY if self.today == first else Status.IN_TIME
            return Clock(limitation, status, min(starts), first, at_least or first != last)
        if at_least or self.today <= last:
            return Clock(limitation, Status.UNKNOWN)
        return Clock(limitation, Status.EXPIRED, max(starts), last)

    def claims(self, route: Route) -> Iterator[tuple[Timely, Clock]]:
        """Yield the claims that a route can rest on, else those that it may, each with where its time stands."""
        answered = {claim: self.answered(claim) for claim in route.claims}
        best = Finding.MET if Finding.MET in answered.values() else Finding.UNCLEAR
        for claim, finding in answered.items():
            if finding is best:
                yield claim, self.clock(claim.limitation)

    def runs(self, limitation: Limitation) -> bool:
        """Tell whether a limitation counts: one that counts only where its start is known may not."""
        return not limitation.if_known or bool(self.starts(limitation)[0])

    def due(self, deadline: Deadline) -> Due:
        """Return when a deadline falls, and whether it has gone by."""
        if isinstance(deadline.runs_from, Deadline):
            start: Answer | date | None = self.due(deadline.runs_from).at
        else:
            start = self.answers.get(deadline.runs_from.id)
        waits = deadline.unless is not None and self.answered(deadline.unless) is Finding.MET
        if deadline.otherwise and not waits:
            instead = self.due(deadline.otherwise)
            if start is None or (deadline.in_time_only and _comes_after(start, instead)):
                return instead
        if waits or start is None or isinstance(start, str) or (isinstance(start, Day) and start.approximate):
            return Due(deadline, None)
        at = _falls(deadline, start)
        return Due(deadline, at, passed=at is not None and self.now > _end(at), beyond=at is None)

    def starts(self, limitation: Limitation) -> tuple[tuple[Day, ...], bool]:
        """Return the days from which a period may run, and whether it may also run from a later one."""
        accrued, again = _accrued(limitation, self.answers), _again(limitation, self.answers)
        restarts = _restarts(limitation, self.answers)
        if again and restarts is Finding.MET:
            return (max(again, accrued or again),), False
        if not accrued:
            return (), False
        if again:
            return (accrued, max(again, accrued)), False
        if restarts is not Finding.NOT_MET:
            return (accrued,), True
        if limitation.or_later:
            later = _day(self.answers, limitation.or_later)
            return (max(accrued, later or accrued),), later is None
        return (accrued,), False

    def engaged(self, provision: Provision) -> Finding:
        """Return whether a provision's requirements appear met, with no complete defence apparent."""
        defences = [_answered(self.finding(defence)) for defence in self.claim.defences]
        if provision.narrower_defence and Finding.NOT_MET in defences:
            defences = [Finding.UNCLEAR]
        beyond = [Finding.UNCLEAR] if provision.beyond else []
        return all_of([self.finding(provision.needs), *defences, *beyond])

    # What follows from it

    def says(self, part: Part | Limitation) -> Outcome:
        """Return the outcome that a part would give by itself."""
        if isinstance(part, Limitation):
            if not self.runs(part):
                return Outcome.APPEARS_MADE_OUT
            return {
                Status.EXPIRED: Outcome.OUT_OF_TIME,
                Status.UNKNOWN: Outcome.UNCLEAR,
            }.get(self.clock(part).status, Outcome.APPEARS_MADE_OUT)
        finding = self.finding(part)
        if isinstance(part, Defence):
            finding = _answered(finding)
        return {
            Finding.NOT_MET: Outcome.NOT_MADE_OUT,
            Finding.UNCLEAR: Outcome.UNCLEAR,
        }.get(finding, Outcome.APPEARS_MADE_OUT)

    def outcome(self) -> Outcome:
        """Return the strongest of what the parts say."""
        return min(self.group_says(group) for group in independent_parts(self.claim))

    def group_says(self, group: Group) -> Outcome:
        """Return the strongest of what a group's parts say."""
        return _says(group, group.own(self.answers), self.today)

    def point_findings(self, outcome: Outcome) -> Iterator[PointFinding]:
        """Yield the finding on each point; it is decisive where it gives the outcome by itself."""
        reasons = {
            point
            for part in (*self.claim.elements, *self.claim.defences)
            if self.says(part) is outcome is not Outcome.APPEARS_MADE_OUT
            for point in points(part)
        }
        unmet = {
            point for part in self.claim.elements if self.finding(part) is not Finding.MET for point in points(part)
        }
        for point in self.claim.points:
            finding = self.finding(point)
            decisive = point in reasons and finding not in (
                {Finding.NOT_APPLICABLE} if isinstance(point, Defence) else {Finding.NOT_APPLICABLE, Finding.MET}
            )
            weak = point in unmet and finding in (Finding.NOT_MET, Finding.UNCLEAR)
            yield PointFinding(point, str(self.answers.get(point.id, "")), finding, decisive, weak)

    def too_old(self) -> Iterator[Recent]:
        """Yield the conditions that a day is too old for."""
        for part in self.claim.elements:
            for atom in atoms(part):
                if isinstance(atom, Recent) and self.finding(part) is self.finding(atom) is Finding.NOT_MET:
                    yield atom

    def vague(self) -> Iterator[DateQuestion]:
        """Yield the dates of which the month is known and the day decides."""
        for part in self.claim.elements:
            for atom in atoms(part):
                if isinstance(atom, Recent) and self.finding(atom) is self.finding(part) is Finding.UNCLEAR:
                    days = ((question, _day(self.answers, question)) for question in (atom.question, *atom.before))
                    yield from (question for question, day in days if day and day.approximate)

    # What is still open

    def values(self, question: Question | None) -> tuple[Answer, ...]:
        """Return the definite answers worth trying: every option, or the dates on each side of a limit."""
        if isinstance(question, Choice):
            return tuple(option.value for option in question.options)
        if isinstance(question, DateQuestion):
            for edge in self.edges(question):
                return tuple(Day(edge - timedelta(days=back)) for back in EDGE)
        return ()

    def edges(self, question: DateQuestion) -> Iterator[date]:
        """Yield the earliest day that is still in time, for each period that a date bears on."""
        for limitation in self.claim.limitations:
            years, months = limitation.years, limitation.months
            if (years or months) and limitation.bars and question in limitation.questions:
                yield earliest_start(
                    self.today, years=years, months=months, first_day_counts=limitation.first_day_counts
                )
        for part in self.claim.elements:
            for atom in atoms(part):
                if isinstance(atom, Recent) and atom.question == question:
                    yield earliest_start(self.today, months=atom.months, first_day_counts=atom.with_that_day)

    def tables(self, values: Mapping[str, tuple[Answer, ...]]) -> LawTables:
        """Return what each group says for every way to answer some questions anew."""
        return law_tables(
            *(
                _table(
                    group,
                    group.own(self.answers),
                    tuple(values.get(question.id, ()) for question in group.questions),
                    self.today,
                )
                for group in independent_parts(self.claim)
            )
        )

    def outstanding(self) -> tuple[str, ...]:
        """Return the open questions that can still change the outcome, in the claim's order."""
        values = _values([self], (question.id for question in self.claim.questions if self.is_open(question.id)))
        found = influential(self.tables(values).tables) if any(values.values()) else ()
        return _in_order((self.claim,), set(found))

    def open_in(self, part: Part) -> Iterator[str]:
        """Yield the open questions that keep a requirement unclear; it must not name a question twice."""
        if self.finding(part) is not Finding.UNCLEAR:
            return
        if isinstance(part, AllOf | AnyOf):
            for inner in part.parts:
                yield from self.open_in(inner)
        else:
            ids = [part.question] if isinstance(part, When) else [question.id for question in timed(part)]
            yield from (id_ for id_ in ids if self.is_open(id_))

    def asks(self) -> Iterator[str]:
        """Yield the questions that count here, or may count once others are answered."""
        for question in (*SAFETY, *self.law.questions):
            if self.counts(question) is not Finding.NOT_MET:
                yield question.id


@lru_cache(maxsize=8192)
def _says(group: Group, given: tuple[Answer | None, ...], today: date) -> Outcome:
    """Return the strongest of what a group's parts say: no other answer bears on them."""
    answers = {question.id: answer for question, answer in zip(group.questions, given, strict=True) if answer}
    case = Case(group.claim, answers, today)
    return min(case.says(part) for part in group.parts)


@lru_cache(maxsize=1024)
def _table(
    group: Group, given: tuple[Answer | None, ...], values: tuple[tuple[Answer, ...], ...], today: date
) -> Table:
    """Return what a group says where its questions are answered as given, and where some have other values."""
    ids = [question.id for question in group.questions]
    tried = ((now, *(value for value in those if value != now)) for now, those in zip(given, values, strict=True))
    said: dict[Answered, int] = {}
    for way in product(*tried):
        pairs = zip(ids, way, given, strict=True)
        changed = frozenset((id_, answer) for id_, answer, now in pairs if answer and answer is not now)
        said[changed] = _says(group, way, today).rank
    free = tuple(id_ for id_, those in zip(ids, values, strict=True) if those)
    return Table(free, {answers: said[answers] for answers in sorted(said, key=len)})


def forget() -> None:
    """Forget what groups said: it holds answers, which a program that serves several readers must not keep for long."""
    for remembering in (_says, _table, law_tables):
        remembering.cache_clear()


def _answered(defence: Finding) -> Finding:
    """Return what a defence's finding means for the claim that it answers."""
    return {Finding.MET: Finding.NOT_MET, Finding.NOT_MET: Finding.MET}.get(defence, defence)


def _is_recent(condition: Recent, day: date, before: date) -> bool:
    first = day + timedelta(days=not condition.with_that_day)
    last = last_day(day, months=condition.months, first_day_counts=condition.with_that_day)
    return first <= before <= last


def _comes_after(start: Answer | date, due: Due) -> bool:
    """Tell whether what a deadline runs from came only after another day, as far as both are known."""
    return isinstance(start, Day) and due.at is not None and midnight_after(start.date) > _end(due.at)


def _yes(met: bool) -> Finding:  # noqa: FBT001 - that is the question
    return Finding.MET if met else Finding.NOT_MET


def _falls(deadline: Deadline, start: Day | date) -> date | datetime | None:
    """Return when a deadline falls that runs from ``start``; None outside the known bank holidays."""
    if isinstance(start, datetime):
        if deadline.days:
            return midnight_after(start.date() + timedelta(days=deadline.days))
        due = after_hours(start, deadline.hours, bank_holidays.ENGLAND_AND_WALES)
        known = start.date() >= bank_holidays.SINCE and due <= midnight_after(bank_holidays.UNTIL)
        return due if known else None
    day = start.date if isinstance(start, Day) else start
    return day + timedelta(days=deadline.days)


def _end(due: date | datetime) -> datetime:
    return due if isinstance(due, datetime) else midnight_after(due)
