"""The nouns: what a checklist is made of.

The law of a claim has one shape. The claimant shows every element, the author may
show a defence, and a clock runs. These classes hold that shape and nothing else:
they decide nothing. An id comes from the name ("Serious harm" is ``serious-harm``);
it is part of saved answers, so it is never changed and never used again.
"""

import re
from abc import abstractmethod
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import StrEnum
from functools import cached_property
from typing import Self

from checklists.dates import Day
from checklists.logic import Finding

type Answer = str | Day | datetime
type Answers = Mapping[str, Answer]


def slug(name: str) -> str:
    """Return the id that a name gives: lower case, words joined by hyphens."""
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")


class Jurisdiction(StrEnum):
    """A legal system of the United Kingdom; the value is its id."""

    ENGLAND_AND_WALES = "england-and-wales"
    SCOTLAND = "scotland"
    NORTHERN_IRELAND = "northern-ireland"

    @property
    def label(self) -> str:
        """Return the name as it is written in a sentence."""
        return self.value.replace("-", " ").title().replace(" And ", " and ")


class Nation(StrEnum):
    """A nation whose rules on NHS contracts apply; the value is its id."""

    ENGLAND = "england"
    WALES = "wales"
    SCOTLAND = "scotland"
    NORTHERN_IRELAND = "northern-ireland"

    @property
    def label(self) -> str:
        """Return the name as it is written in a sentence."""
        return self.value.replace("-", " ").title()

    @property
    def jurisdiction(self) -> Jurisdiction:
        """Return the legal system that the nation belongs to."""
        if self in (Nation.ENGLAND, Nation.WALES):
            return Jurisdiction.ENGLAND_AND_WALES
        return Jurisdiction(self.value)


type Place = Jurisdiction | Nation


@dataclass(frozen=True)
class Standing:
    """Where an authority holds, since when, and how sure we are of it.

    ``since`` is given where the day it began can still matter to a case; ``read`` is the day on which it was
    last read at its source, None for settled law that was not read again; ``doubt`` is what a
    person must confirm before anyone relies on it.
    """

    extent: tuple[Place, ...]
    since: date | None = None
    read: date | None = None
    doubt: str = field(default="", kw_only=True)


@dataclass(frozen=True)
class Citation:
    """An authority a point rests on: how it is cited (OSCOLA), where it can be read, and how it stands."""

    cite: str
    url: str
    standing: Standing


@dataclass(frozen=True)
class Act:
    """An Act, Order or set of regulations on legislation.gov.uk, defined once and cited everywhere.

    ``path`` is its address there ("ukpga/1997/40"); ``title`` is its short title as OSCOLA cites it.
    ``standing`` is that of the whole, ``apart`` that of the provisions which stand otherwise: ``{"s 8": ...}``.
    """

    title: str
    path: str
    standing: Standing
    apart: Mapping[str, Standing] = field(default_factory=dict, hash=False, kw_only=True)

    @property
    def whole(self) -> Citation:
        """Cite it as a whole."""
        return Citation(self.title, f"https://www.legislation.gov.uk/{self.path}", self.standing)

    def has(self, citation: Citation) -> bool:
        """Tell whether a citation is of this Act or of a provision of it."""
        return f"{citation.url}/".startswith(f"{self.whole.url}/")

    def _cite(self, abbreviation: str, kind: str, provision: str) -> Citation:
        number = re.split(r"[(,–-]", provision)[0]
        apart = self.apart.get(f"{abbreviation} {number}", self.standing)
        return Citation(
            f"{self.title}, {abbreviation} {provision}",
            f"{self.whole.url}/{kind}/{number}",
            self.apart.get(f"{abbreviation} {provision}", apart),
        )

    def s(self, section: str) -> Citation:
        """Cite a section: ``s("1(1A)")``."""
        return self._cite("s", "section", section)

    def art(self, article: str) -> Citation:
        """Cite an article of an Order: ``art("3")``."""
        return self._cite("art", "article", article)

    def reg(self, regulation: str) -> Citation:
        """Cite a regulation of regulations: ``reg("2")``."""
        return self._cite("reg", "regulation", regulation)

    def sch(self, schedule: str) -> Citation:
        """Cite a schedule: ``sch("3, para 24")``."""
        return self._cite("sch", "schedule", schedule)


@dataclass(frozen=True)
class Option:
    """One answer that can be chosen, and the finding it gives.

    ``follows`` is a further point, asked where this is chosen, whose finding is taken instead.
    ``note`` says why the finding is unclear, where the law leaves it so.
    """

    value: str
    label: str
    finding: Finding = Finding.UNCLEAR
    follows: "Point | None" = None
    note: str = ""


YES_OR_NO = (Option("yes", "Yes", Finding.MET), Option("no", "No", Finding.NOT_MET))
UNSURE = Option("unsure", "I’m not sure", Finding.UNCLEAR)


@dataclass(frozen=True)
class When:
    """The condition that a question has one of these answers."""

    question: str
    values: tuple[str, ...]


@dataclass(frozen=True)
class Timely(When):
    """The condition that a question has one of these answers and the time for its ``claim`` is not known to be over.

    Once it is over a court may still allow the claim, so that this is then unclear.
    """

    claim: str
    limitation: "Limitation"


@dataclass(frozen=True)
class Question:
    """Something a reader is asked.

    ``asks`` is the question itself; ``hint`` one short line under it, without a full stop;
    ``why`` says why it is asked; ``find_out`` how to find the answer. ``when`` is the
    condition under which it counts at all.
    """

    name: str
    asks: str
    hint: str = field(default="", kw_only=True)
    why: str = field(default="", kw_only=True)
    find_out: str = field(default="", kw_only=True)
    when: When | None = field(default=None, kw_only=True)

    @cached_property
    def id(self) -> str:
        """Return the id that the name gives."""
        return slug(self.name)

    def answered(self, *values: str) -> When:
        """Return the condition that this question has one of the given answers."""
        return When(self.id, values)


@dataclass(frozen=True)
class Choice(Question):
    """A question answered by choosing an option; "not sure" is always offered besides."""

    options: tuple[Option, ...] = field(default=YES_OR_NO, kw_only=True)

    def option(self, value: str) -> Option:
        """Return the option of that value, or "not sure" where it is none of them."""
        return next((option for option in self.options if option.value == value), UNSURE)


NATION = Choice(
    "Nation",
    "In which nation is the practice?",
    why="The rules of an NHS contract differ by nation.",
    find_out="Look at the contract: it names the regulations it is made under.",
    options=tuple(Option(str(nation), nation.label) for nation in Nation),
)


@dataclass(frozen=True)
class DateQuestion(Question):
    """A question answered by a date, which may be approximate (its month only).

    ``not_before`` are the ids of dates that this one cannot precede; ``may_be_ahead`` allows
    a date after today.
    """

    not_before: tuple[str, ...] = field(default=(), kw_only=True)
    may_be_ahead: bool = field(default=False, kw_only=True)


@dataclass(frozen=True)
class MomentQuestion(Question):
    """A question answered by a date and a time of day, as the clocks in the United Kingdom show it.

    ``not_before`` are the ids of moments that this one cannot precede; ``may_be_ahead`` allows
    a moment after today.
    """

    not_before: tuple[str, ...] = field(default=(), kw_only=True)
    may_be_ahead: bool = field(default=False, kw_only=True)


@dataclass(frozen=True)
class Point(Choice):
    """A point of law: a question whose answer gives a finding on an authority."""

    authority: Citation = field(kw_only=True)

    def under(self, authority: Citation, **changes: object) -> Self:
        """Return the same point under another authority, reworded only where that law differs."""
        return replace(self, authority=authority, **changes)  # type: ignore[arg-type]


@dataclass(frozen=True)
class Element(Point):
    """What the claimant must show."""


@dataclass(frozen=True)
class Defence(Point):
    """What the author may show in answer; a complete answer where it is apparent."""


@dataclass(frozen=True)
class Severity(Point):
    """What makes a case graver: it engages further provisions and leaves the outcome as it is."""


@dataclass(frozen=True)
class Given:
    """The condition that something has happened or, where not ``happened``, that it has not: it is left out.

    What is answered by a date or a moment has happened on that day; "not sure" is neither.
    """

    question: Choice | DateQuestion | MomentQuestion
    happened: bool = True


@dataclass(frozen=True)
class Recent:
    """The condition that a day is no more than ``months`` before another.

    The other is the first of ``before`` that is given, else today. The period ends on the day before
    that one; where ``with_that_day``, with it.
    """

    question: DateQuestion
    months: int
    before: tuple[DateQuestion, ...]
    with_that_day: bool = False


@dataclass(frozen=True)
class Passed:
    """The condition that a deadline has gone by."""

    deadline: "Deadline"


@dataclass(frozen=True)
class Late:
    """The condition that something happened after a deadline."""

    question: MomentQuestion
    deadline: "Deadline"


type Condition = When | Given | Recent | Passed | Late


@dataclass(frozen=True)
class AllOf:
    """Parts of which each is needed."""

    parts: tuple["Part", ...]


@dataclass(frozen=True)
class AnyOf:
    """Parts of which one is enough."""

    parts: tuple["Part", ...]


type Part = Point | Condition | AllOf | AnyOf


def all_of(*parts: Part) -> AllOf:
    """Return the requirement that every part is met."""
    return AllOf(parts)


def any_of(*parts: Part) -> AnyOf:
    """Return the requirement that at least one part is met."""
    return AnyOf(parts)


def atoms(part: Part) -> Iterator[Point | Condition]:
    """Yield what a requirement is made of, each point with those that follow from its options."""
    if isinstance(part, AllOf | AnyOf):
        for inner in part.parts:
            yield from atoms(inner)
        return
    yield part
    if isinstance(part, Point):
        for option in part.options:
            if option.follows:
                yield from atoms(option.follows)


def points(part: Part) -> Iterator[Point]:
    """Yield the points of a requirement in their order."""
    return (atom for atom in atoms(part) if isinstance(atom, Point))


def timed(part: Part) -> Iterator[Choice | DateQuestion | MomentQuestion]:
    """Yield the questions of date and time, and of what has happened, that a requirement rests on."""
    for atom in atoms(part):
        match atom:
            case Given():
                yield atom.question
            case Recent():
                yield from (atom.question, *atom.before)
            case Passed():
                yield from atom.deadline.questions
            case Late():
                yield from (atom.question, *atom.deadline.questions)


@dataclass(frozen=True)
class Deadline:
    """A day or an hour by which something must be done, or from which something holds.

    It falls ``hours`` after the moment it runs from, any time on a weekend or bank holiday left
    out, or ``days`` after the day it runs from: at the end of that day where it runs from a moment.
    It may run from the end of another deadline. Where what it runs from is not given, ``otherwise`` counts;
    where ``in_time_only``, so it does where what it runs from comes only after that. Where ``unless`` is met it
    cannot be told.
    """

    name: str
    authority: Citation
    runs_from: "DateQuestion | MomentQuestion | Deadline"
    hours: int = 0
    days: int = 0
    otherwise: "Deadline | None" = None
    in_time_only: bool = False
    unless: When | None = None
    note: str = ""

    @property
    def id(self) -> str:
        """Return the id that the name gives."""
        return slug(self.name)

    @property
    def questions(self) -> tuple[DateQuestion | MomentQuestion, ...]:
        """Return what must be asked to work it out."""
        own = self.runs_from.questions if isinstance(self.runs_from, Deadline) else (self.runs_from,)
        return (*own, *(self.otherwise.questions if self.otherwise else ()))


@dataclass(frozen=True)
class Restart:
    """A later event from which a period runs anew, where ``asks`` is answered yes.

    Unless that is answered no, a first event from before ``since`` does not count (``authority``).
    """

    asks: Choice
    again: DateQuestion
    since: date
    authority: Citation


@dataclass(frozen=True)
class Limitation:
    """A period within which something must be done.

    It is ``years`` and ``months`` long and runs from ``accrues``, or from the later of it and
    ``or_later``, or anew as ``restart`` says; one of no length never ends. ``discretion`` is the court's
    power to go beyond it. Where ``first_day_counts`` it begins *with* the day it runs from, and so ends
    a day sooner. ``bars`` marks one whose end ends the claim; ``if_known`` one that counts only
    where the day it runs from is known.
    """

    name: str
    authority: Citation
    accrues: DateQuestion
    years: int = 0
    months: int = 0
    or_later: DateQuestion | None = None
    restart: Restart | None = None
    discretion: Citation | None = None
    note: str = ""
    first_day_counts: bool = False
    bars: bool = True
    if_known: bool = False

    @property
    def id(self) -> str:
        """Return the id that the name gives."""
        return slug(self.name)

    @property
    def questions(self) -> tuple[Choice | DateQuestion, ...]:
        """Return what must be asked to work the period out."""
        restart = (self.restart.asks, self.restart.again) if self.restart else ()
        later = (self.or_later,) if self.or_later else ()
        return (self.accrues, *later, *restart)


@dataclass(frozen=True)
class Provision:
    """A provision that the same facts may engage: an offence or a civil remedy.

    ``needs`` is what must be met; ``beyond`` names what it needs besides that no question
    here asks, so that it is never more than unclear. ``narrower_defence`` marks one to which the
    claim's own defences apply in part only. Penalties are maxima, in words.
    """

    name: str
    authority: Citation
    needs: Part
    max_penalty: str = ""
    beyond: str = ""
    narrower_defence: bool = False

    @property
    def id(self) -> str:
        """Return the id that the name gives."""
        return slug(self.name)


@dataclass(frozen=True, eq=False)
class Law:
    """What holds in one place from ``since`` on, and no longer from ``until`` on.

    ``nation`` is given where the rules of an NHS contract differ within a jurisdiction. The first of ``event`` that
    is given is the day whose law counts; a claim has the day from which its time runs instead. A law equals itself
    alone.
    """

    jurisdiction: Jurisdiction
    since: date
    since_authority: Citation
    until: date | None = field(default=None, kw_only=True)
    nation: Nation | None = field(default=None, kw_only=True)
    event: tuple[DateQuestion | MomentQuestion, ...] = field(default=(), kw_only=True)
    flags: tuple[str, ...] = field(default=(), kw_only=True)
    notes: tuple[str, ...] = field(default=(), kw_only=True)

    @property
    def place(self) -> Place:
        """Return whose law it is."""
        return self.nation or self.jurisdiction

    @property
    def id(self) -> str:
        """Return the id that tells apart laws that hold together in one place."""
        return ""

    @property
    @abstractmethod
    def questions(self) -> tuple[Question, ...]:
        """Return every question of it, each once, in the order in which they are asked."""

    def question(self, id: str) -> Question | None:  # noqa: A002 - the noun's own word
        """Return the question of that id, or None where it is not asked."""
        return self._by_id.get(id)

    @cached_property
    def _by_id(self) -> dict[str, Question]:
        return {question.id: question for question in self.questions}


@dataclass(frozen=True, eq=False)
class Claim(Law):
    """A civil cause of action in one jurisdiction, as the law stood from ``since`` on."""

    elements: tuple[Part, ...]
    defences: tuple[Defence, ...]
    limitations: tuple[Limitation, ...]
    severity: tuple[Severity, ...] = ()
    provisions: tuple[Provision, ...] = ()

    @property
    def requires(self) -> tuple[Part, ...]:
        """Return what must be met for it to be made out."""
        return self.elements

    @cached_property
    def points(self) -> tuple[Point, ...]:
        """Return every point in the order in which the law takes them, each once."""
        found = [point for part in self.elements for point in points(part)]
        return tuple(dict.fromkeys((*found, *self.defences, *self.severity)))

    @cached_property
    def questions(self) -> tuple[Question, ...]:
        """Return every question of the claim, each once: points first, then dates."""
        return tuple(dict.fromkeys((*self.points, *self.dated)))

    @property
    def dated(self) -> Iterator[Question]:
        """Yield what must be asked for its conditions and clocks."""
        for part in self.elements:
            yield from timed(part)
        for limitation in self.limitations:
            yield from limitation.questions


@dataclass(frozen=True, eq=False)
class Offence(Claim):
    """A crime in one jurisdiction, as the law stood from ``since`` on.

    ``key`` is its id ("osa-181"). ``max_penalty`` is the most a court could impose, in words.
    """

    key: str = field(kw_only=True)
    name: str = field(kw_only=True)
    authority: Citation = field(kw_only=True)
    max_penalty: str = field(kw_only=True)

    @property
    def id(self) -> str:
        """Return the id."""
        return self.key


@dataclass(frozen=True, eq=False)
class Removal(Claim):
    """A route by which a patient can be taken off a practice's list, in one nation.

    Its elements are what the contract requires. It is the route to take where ``when`` is met, and not made out
    elsewhere; ``effective`` is the day from which the removal holds, ``deadlines`` what must be done by when, and
    ``asks`` what else these rest on.
    """

    route: str = field(kw_only=True)
    name: str = field(kw_only=True)
    authority: Citation = field(kw_only=True)
    when: When = field(kw_only=True)
    effective: Deadline = field(kw_only=True)
    deadlines: tuple[Deadline, ...] = field(default=(), kw_only=True)
    asks: tuple[Question, ...] = field(default=(), kw_only=True)
    records: tuple[str, ...] = field(default=(), kw_only=True)

    @property
    def id(self) -> str:
        """Return the id, which is the route's name."""
        return self.route

    @property
    def requires(self) -> tuple[Part, ...]:
        """Return what must be met for it to be made out: that it is the route to take, and its elements."""
        return (self.when, *self.elements)

    @property
    def dated(self) -> Iterator[Question]:
        """Yield what must be asked for its conditions and deadlines, and for the day that picks it."""
        yield from super().dated
        for deadline in (self.effective, *self.deadlines):
            yield from deadline.questions
        yield from self.event
        yield from self.asks


@dataclass(frozen=True)
class State:
    """Where a matter stands when ``when`` is met, what must be done next and by when.

    One without an id is none that the law names: what is known leaves it between several.
    """

    id: str
    name: str
    when: Part
    then: str
    authority: Citation
    by: tuple[Deadline, ...] = ()


@dataclass(frozen=True)
class Level:
    """How grave an incident is when ``when`` is met, and what that calls for."""

    id: str
    name: str
    when: Part
    then: str


@dataclass(frozen=True)
class Step:
    """Something to be done where ``when`` is met: what, who does it, by when.

    A ``gate`` is a step that must be done, or a rule that must be kept, before those after it.
    """

    id: str
    does: str
    who: str
    by: str
    authority: Citation | None = None
    when: Part | None = None
    gate: bool = False
    why: str = ""


@dataclass(frozen=True)
class Route:
    """A course of action: what it needs, offers, costs and risks, and whose decision it is.

    It is open where ``opens`` is met, and must keep to the limitations named there. ``timing`` is what can be said of
    its time in words.
    """

    id: str
    name: str
    opens: Part
    whose_decision: str
    needs: str
    offers: str
    costs: str
    risks: str
    authority: Citation
    timing: str

    @property
    def claims(self) -> tuple[Timely, ...]:
        """Return the claims that it can rest on, each with its limitation."""
        return tuple(atom for atom in atoms(self.opens) if isinstance(atom, Timely))


@dataclass(frozen=True, eq=False)
class Procedure(Law):
    """A course of things to do in one place, from what is known: no claim, and so no outcome.

    ``asks`` are its questions. Of ``states`` and ``levels`` the first that is met holds; of ``steps``
    those that may be needed; ``routes`` stand side by side.
    """

    asks: tuple[Question, ...]
    states: tuple[State, ...] = ()
    levels: tuple[Level, ...] = ()
    steps: tuple[Step, ...] = ()
    routes: tuple[Route, ...] = ()

    @cached_property
    def questions(self) -> tuple[Question, ...]:
        """Return every question in the order in which they are asked."""
        return self.asks

    @property
    def conditions(self) -> Iterator[Part]:
        """Yield what its course depends on: when each state, level, step and route holds."""
        yield from (state.when for state in self.states)
        yield from (level.when for level in self.levels)
        yield from (step.when for step in self.steps if step.when)
        yield from (route.opens for route in self.routes)


@dataclass(frozen=True)
class Checklist:
    """One subject across jurisdictions and time.

    ``law_as_at`` is the day on which the law was last read through, ``review_due`` the day
    by which it must be read again.
    """

    title: str
    about: str
    claims: tuple[Law, ...]
    law_as_at: date
    review_due: date
    before_law: str = ""

    @property
    def id(self) -> str:
        """Return the id that the title gives."""
        return slug(self.title)

    @property
    def places(self) -> tuple[Place, ...]:
        """Return the jurisdictions that it covers, or the nations, in their fixed order."""
        kind: type[Place] = Nation if self.by_nation else Jurisdiction
        return tuple(place for place in kind if any(law.place is place for law in self.claims))

    @property
    def by_nation(self) -> bool:
        """Tell whether its rules differ by nation."""
        return any(law.nation for law in self.claims)

    @property
    def jurisdictions(self) -> tuple[Jurisdiction, ...]:
        """Return the jurisdictions that it covers, in their fixed order."""
        return tuple(place for place in Jurisdiction if any(law.jurisdiction is place for law in self.claims))

    def in_force(self, place: Place, day: date) -> tuple[Law, ...]:
        """Return the laws of a place as they stood on that day, in the order of the rules; none before they began."""
        begun = [law for law in self.claims if law.place is place and law.since <= day]
        return tuple(law for law in self._newest(begun) if law.until is None or day < law.until)

    def current(self, place: Place) -> tuple[Law, ...]:
        """Return the newest version of each law of a place, those that have ended among them."""
        return self._current.get(place, ())

    @cached_property
    def _current(self) -> dict[Place, tuple[Law, ...]]:
        return {place: self._newest(law for law in self.claims if law.place is place) for place in self.places}

    @staticmethod
    def _newest(laws: Iterable[Law]) -> tuple[Law, ...]:
        newest: dict[str, Law] = {}
        for law in laws:
            if law.id not in newest or newest[law.id].since < law.since:
                newest[law.id] = law
        return tuple(newest.values())
