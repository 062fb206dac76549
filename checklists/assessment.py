"""The only module that decides: answers in, findings and an outcome out.

An outcome is the strongest of what its parts say (see `Outcome`). The parts are the
elements, each defence and the clock of the claim; those that share a question stand in
one group. No question is in two groups, so what a group can still become is found by
trying its own open questions alone, and the whole is exact: a question is outstanding
if and only if some way of completing the answers makes it change the outcome.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from itertools import product

from checklists.dates import Day, corresponding, earliest_start
from checklists.flags import SAFETY, Flag, raised
from checklists.law import (
    AllOf,
    Checklist,
    Choice,
    Claim,
    DateQuestion,
    Defence,
    Jurisdiction,
    Limitation,
    Part,
    Point,
    Provision,
    Question,
    points,
)
from checklists.logic import Finding, Outcome, Status, all_of, any_of

type Answer = str | Day
type Answers = Mapping[str, Answer]

UNSURE = "unsure"
CLAIM = "claim"


@dataclass(frozen=True)
class PointFinding:
    """What the answers show on a point, and whether that is a reason for the outcome."""

    point: Point
    answer: str
    finding: Finding
    decisive: bool


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
    """An answer to a question left open, and the outcome it would lead to."""

    question: str
    answer: Answer
    outcome: Outcome


@dataclass(frozen=True)
class Assessment:
    """All that the answers show: the outcome, why, the clocks, the flags and what is still open."""

    checklist: Checklist
    jurisdiction: Jurisdiction
    today: date
    answers: Answers
    claim: Claim | None
    outcome: Outcome
    findings: tuple[PointFinding, ...]
    clocks: tuple[Clock, ...]
    provisions: tuple[tuple[Provision, Finding], ...]
    flags: tuple[Flag, ...]
    asks: tuple[str, ...]
    outstanding: tuple[str, ...]
    would_change: tuple[Change, ...]
    ignored: tuple[str, ...]

    @property
    def next(self) -> str | None:
        """Return the open question most worth answering next.

        It is the one more of whose answers would change the outcome by themselves;
        among equals, the one that the law takes first.
        """
        changes = [change.question for change in self.would_change]
        return max(self.outstanding, key=changes.count, default=None)


def assess(checklist: Checklist, jurisdiction: Jurisdiction, answers: Answers, today: date) -> Assessment:
    """Assess the answers under the law in force on the day of the event, with the clocks at ``today``.

    An answer is "yes", "no", "unsure", the value of an option, or a `Day`. A missing one
    counts as "unsure".
    """
    claim = applicable(checklist, jurisdiction, answers, today)
    if claim is None:
        return Assessment(
            checklist,
            jurisdiction,
            today,
            answers,
            claim=None,
            outcome=Outcome.NOT_APPLICABLE,
            findings=(),
            clocks=(),
            provisions=(),
            flags=tuple(_flags(answers, (), ())),
            asks=(),
            outstanding=(),
            would_change=(),
            ignored=(),
        )
    case = _Case(claim, answers, today)
    outcome = case.outcome()
    outstanding = tuple(case.outstanding())
    clocks = tuple(case.clock(limitation) for limitation in claim.limitations)
    return Assessment(
        checklist,
        jurisdiction,
        today,
        answers,
        claim,
        outcome,
        findings=tuple(case.point_findings(outcome)),
        clocks=clocks,
        provisions=tuple((provision, case.engaged(provision)) for provision in claim.provisions),
        flags=tuple(_flags(answers, clocks, claim.flags)),
        asks=tuple(case.asks()),
        outstanding=outstanding,
        would_change=tuple(case.changes(outcome, outstanding)),
        ignored=tuple(case.ignored()),
    )


def applicable(checklist: Checklist, jurisdiction: Jurisdiction, answers: Answers, today: date) -> Claim | None:
    """Return the claim as the law stood on the day of the event; today where no day is known."""
    day = today
    for limitation in checklist.current(jurisdiction).limitations:
        if limitation.id == CLAIM:
            event = _event(limitation, answers)
            day = event.date if event else today
    return checklist.in_force(jurisdiction, day)


def _event(limitation: Limitation, answers: Answers) -> Day | None:
    """Return the day on which the claim arose, as far as the answers tell."""
    restart = limitation.restart
    if restart and answers.get(restart.asks.id) == "yes" and isinstance(answers.get(restart.date.id), Day):
        return _day(answers, restart.date)
    return _day(answers, limitation.accrues)


def _day(answers: Answers, question: DateQuestion) -> Day | None:
    answer = answers.get(question.id)
    return answer if isinstance(answer, Day) else None


def _flags(answers: Answers, clocks: tuple[Clock, ...], always: tuple[str, ...]) -> Iterator[Flag]:
    words = {id_: answer for id_, answer in answers.items() if isinstance(answer, str)}
    statuses = {clock.status for clock in clocks}
    return raised(words, frozenset(statuses), always)


@dataclass(frozen=True)
class _Group:
    """Parts of a claim that share questions, with all the questions they rest on."""

    parts: tuple[Part | Limitation, ...]
    questions: tuple[Choice | DateQuestion, ...]


@cache
def _groups(claim: Claim) -> tuple[_Group, ...]:
    """Return the parts of a claim that bear on its outcome, those that share a question together."""
    groups: list[_Group] = []
    clock = [limitation for limitation in claim.limitations if limitation.id == CLAIM]
    for part in (*claim.elements, *claim.defences, *clock):
        parts: tuple[Part | Limitation, ...] = (part,)
        questions = dict.fromkeys(_rests_on(part, claim))
        for group in list(groups):
            if not questions.keys().isdisjoint(group.questions):
                groups.remove(group)
                parts = (*group.parts, *parts)
                questions = dict.fromkeys((*group.questions, *questions))
        groups.append(_Group(parts, tuple(questions)))
    return tuple(groups)


def _rests_on(part: Part | Limitation, claim: Claim) -> Iterator[Choice | DateQuestion]:
    """Yield the questions that bear on a part, those of its conditions and follow-ups included."""
    own = part.questions if isinstance(part, Limitation) else tuple(points(part))
    for question in own:
        yield question
        condition = claim.question(question.when.question) if question.when else None
        if isinstance(condition, Choice):
            yield condition


class _Case:
    """One claim, one set of answers, one day."""

    def __init__(self, claim: Claim, answers: Answers, today: date) -> None:
        self.claim = claim
        self.answers = answers
        self.today = today

    def having(self, changes: Answers) -> "_Case":
        """Return the same case with some answers changed."""
        return _Case(self.claim, {**self.answers, **changes}, self.today)

    # What the answers show

    def counts(self, question: Question) -> Finding:
        """Tell whether a question's condition is met: not-met means that its answer is ignored."""
        if question.when is None:
            return Finding.MET
        if self.is_open(question.when.question):
            return Finding.UNCLEAR
        return Finding.MET if self.answers[question.when.question] in question.when.values else Finding.NOT_MET

    def is_open(self, id_: str) -> bool:
        """Tell whether a question is unanswered or answered "not sure"."""
        return self.answers.get(id_, UNSURE) == UNSURE

    def finding(self, part: Part) -> Finding:
        """Return what the answers show on a point or a requirement made of points."""
        if not isinstance(part, Point):
            combined = all_of if isinstance(part, AllOf) else any_of
            return combined(self.finding(inner) for inner in part.parts)
        condition = self.counts(part)
        if condition is Finding.NOT_MET:
            return Finding.NOT_APPLICABLE
        if condition is Finding.UNCLEAR:
            return Finding.UNCLEAR
        return self.finding_by_answer(part)

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
        starts, at_least = self.starts(limitation)
        if not starts:
            return Clock(limitation, Status.UNKNOWN)
        first, last = (
            corresponding(start.date, years=limitation.years, months=limitation.months)
            for start in (min(starts), max(starts))
        )
        if self.today <= first:
            status = Status.LAST_DAY if self.today == first else Status.IN_TIME
            return Clock(limitation, status, min(starts), first, at_least or first != last)
        if at_least or self.today <= last:
            return Clock(limitation, Status.UNKNOWN)
        return Clock(limitation, Status.EXPIRED, max(starts), last)

    def starts(self, limitation: Limitation) -> tuple[tuple[Day, ...], bool]:
        """Return the days from which a period may run, and whether it may also run from a later one."""
        accrues = _day(self.answers, limitation.accrues)
        if limitation.restart and accrues_again(self.answers, limitation) != "no":
            again = _day(self.answers, limitation.restart.date)
            if again and accrues:
                again = max(again, accrues)
            if accrues_again(self.answers, limitation) == "yes" and again:
                return (again,), False
            return ((accrues, again) if again else (accrues,), not again) if accrues else ((), False)
        if not accrues:
            return (), False
        if limitation.or_later:
            later = _day(self.answers, limitation.or_later)
            return (max(accrues, later or accrues),), later is None
        return (accrues,), False

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
        return min(self.group_says(group) for group in _groups(self.claim))

    def group_says(self, group: _Group) -> Outcome:
        """Return the strongest of what a group's parts say."""
        return min(self.says(part) for part in group.parts)

    def point_findings(self, outcome: Outcome) -> Iterator[PointFinding]:
        """Yield the finding on each point; it is decisive where it gives the outcome by itself."""
        reasons = {
            point
            for part in (*self.claim.elements, *self.claim.defences)
            if self.says(part) is outcome is not Outcome.APPEARS_MADE_OUT
            for point in points(part)
        }
        for point in self.claim.points:
            finding = self.finding(point)
            decisive = point in reasons and finding is not Finding.NOT_APPLICABLE
            yield PointFinding(point, str(self.answers.get(point.id, "")), finding, decisive)

    # What is still open

    def values(self, question: Choice | DateQuestion) -> tuple[Answer, ...]:
        """Return the definite answers worth trying: every option, or the dates on each side of the limit."""
        if isinstance(question, Choice):
            return tuple(option.value for option in question.options)
        for limitation in self.claim.limitations:
            if limitation.id == CLAIM and question in limitation.questions:
                edge = earliest_start(self.today, years=limitation.years, months=limitation.months)
                return Day(edge), Day(edge - timedelta(days=1))
        return ()

    def completions(self, questions: tuple[Choice | DateQuestion, ...]) -> Iterator["_Case"]:
        """Yield this case with its open ones among the questions answered in every definite way."""
        still = [question for question in questions if self.is_open(question.id)]
        for answers in product(*(self.values(question) for question in still)):
            changes = dict(zip((question.id for question in still), answers, strict=True))
            yield self.having(changes)

    def outstanding(self) -> Iterator[str]:
        """Yield the open questions that can still change the outcome, in the claim's order."""
        groups = _groups(self.claim)
        weakest = {group: max(case.group_says(group) for case in self.completions(group.questions)) for group in groups}
        matters = set()
        for group in groups:
            others = min((weakest[other] for other in groups if other is not group), default=Outcome.APPEARS_MADE_OUT)
            matters |= {
                question.id
                for question in group.questions
                if self.is_open(question.id) and self.can_change(question, group, others)
            }
        for question in self.claim.questions:
            if question.id in matters:
                yield question.id

    def can_change(self, question: Choice | DateQuestion, group: _Group, others: Outcome) -> bool:
        """Tell whether a question can change the outcome where the other groups say ``others``."""
        mates = tuple(mate for mate in group.questions if mate != question)
        for case in self.completions(mates):
            said = {min(case.having({question.id: value}).group_says(group), others) for value in self.values(question)}
            if len(said) > 1:
                return True
        return False

    def changes(self, outcome: Outcome, outstanding: tuple[str, ...]) -> Iterator[Change]:
        """Yield each answer to one outstanding question that would by itself change the outcome."""
        for question in self.claim.questions:
            if question.id in outstanding and isinstance(question, Choice | DateQuestion):
                for value in self.values(question):
                    changed = self.having({question.id: value}).outcome()
                    if changed is not outcome:
                        yield Change(question.id, value, changed)

    def asks(self) -> Iterator[str]:
        """Yield the questions that count here, or may count once others are answered."""
        for question in (*SAFETY, *self.claim.questions):
            if self.counts(question) is not Finding.NOT_MET:
                yield question.id

    def ignored(self) -> Iterator[str]:
        """Yield the answered questions that this claim does not count."""
        asked = set(self.asks())
        for id_ in self.answers:
            if id_ not in asked:
                yield id_


def accrues_again(answers: Answers, limitation: Limitation) -> str:
    """Return the answer to whether a later event restarted the period; "no" where there is no such rule."""
    restart = limitation.restart
    return str(answers.get(restart.asks.id, UNSURE)) if restart else "no"


def _answered(defence: Finding) -> Finding:
    """Return what a defence's finding means for the claim that it answers."""
    return {Finding.MET: Finding.NOT_MET, Finding.NOT_MET: Finding.MET}.get(defence, defence)
