"""The decision tables in words: the part of a form that is worked out by hand, and what a lawyer signs.

Whoever reads them meets the questions by their numbers on the form, or by their names; the tests are the same.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from checklists import bank_holidays
from checklists.dates import in_words
from checklists.law import (
    UNSURE,
    Checklist,
    Choice,
    DateQuestion,
    Deadline,
    Late,
    Offence,
    Passed,
    Place,
    Procedure,
    Question,
    Recent,
    Removal,
    Timely,
)
from checklists.logic import Outcome
from checklists.table import (
    Answered,
    Every,
    Period,
    Row,
    Since,
    Some,
    Start,
    Table,
    Test,
    Worked,
    Written,
    event,
    some,
    tables,
)
from checklists.wording import CLOCKS, OUTCOMES

type Sum = Deadline | Recent

LETTERS = "PQRSTUVWXYZ"
NOW = "now"
FEW = 2
DATED = "dated"


@dataclass(frozen=True)
class Sheet:
    """The decision tables of one place; ``refers`` tells how a question is referred to by its id."""

    checklist: Checklist
    place: Place
    refers: Callable[[str], str]

    @cached_property
    def tables(self) -> tuple[Table, ...]:
        """Return the tables of the place."""
        return tables(self.checklist, self.place)

    @cached_property
    def questions(self) -> Mapping[str, Question]:
        """Return every question that the tables name."""
        return {id_: question for table in self.tables for id_, question in table.questions.items()}

    # Which law, and what follows

    @property
    def day(self) -> str:
        """Return which day picks the law, in a sentence."""
        starts = [f"the date at {self.refers(start.earliest[0])}{self._where(start)}" for start in self._events]
        return f"It is {'; otherwise '.join(starts)}. Where no date is given, it is today." if starts else ""

    @cached_property
    def _events(self) -> tuple[Start, ...]:
        return event(self.checklist, self.place)

    def _where(self, start: Start) -> str:
        return "" if isinstance(start.where, Written) else f", where {self.say(start.where)}"

    @property
    def outcomes(self) -> list[str]:
        """Return the outcomes in the order in which they prevail."""
        return [OUTCOMES[outcome] for outcome in Outcome]

    def name(self, table: Table) -> str:
        """Return what a table is about."""
        law = table.law
        name = law.name if isinstance(law, Offence | Removal) else self.checklist.title
        return name[0].upper() + name[1:]

    def time(self, table: Table) -> str:
        """Return for which days a table holds."""
        until = f" and before {in_words(table.until)}" if table.until else ""
        return f"from {in_words(table.since)} on{until}"

    @property
    def kind(self) -> str:
        """Return what is judged: an offence, a removal, a procedure or a claim."""
        law = self.tables[0].law
        return next((kind.__name__.lower() for kind in (Offence, Removal, Procedure) if isinstance(law, kind)), "claim")

    # Tests in words

    def say(self, test: Test) -> str:
        """Return a test in words, to stand after "where"."""
        match test:
            case Answered():
                return f"{self.refers(test.question)} is {self._answers(test)}"
            case Written():
                there = self.refers(test.question)
                if not test.written:
                    return f"{there} is left empty"
                choice = isinstance(self.questions.get(test.question), Choice)
                return f"{there} is ticked yes or no" if choice else f"there is a date at {there}"
            case Since():
                return f"the date at {self.refers(test.question)} is {in_words(test.day)} or later"
            case Worked():
                return self._sum_says(test)
            case Every():
                return ", and ".join(self._each(test)) or "always"
            case Some():
                return ", or ".join(self._each(test)) or "never"

    def lines(self, test: Test) -> list[str]:
        """Return a test as lines of which one is enough; one line where it is short."""
        if not isinstance(test, Some):
            return [self.say(test)]
        each = self._each(test)
        return each if len(each) > FEW or any(isinstance(one, Every) for one in test.of) else [self.say(test)]

    def _each(self, test: Every | Some) -> list[str]:
        """Return the tests inside another, those that ask for the same answers together."""
        alike: dict[str, list[str]] = {}
        for one in test.of:
            if isinstance(one, Answered):
                alike.setdefault(self._answers(one), []).append(self.refers(one.question))
            elif isinstance(one, Written) and one.written and isinstance(test, Every):
                alike.setdefault(DATED, []).append(self.refers(one.question))
            else:
                inner = isinstance(test, Every) and isinstance(one, Some)
                alike[f"({self.say(one)})" if inner else self.say(one)] = []
        return [
            _together(refs, answers, isinstance(test, Every)) if refs else answers for answers, refs in alike.items()
        ]

    def _answers(self, test: Answered) -> str:
        question = self.questions[test.question]
        assert isinstance(question, Choice)  # noqa: S101 - for the type checker
        labels = [f"“{question.option(value).label}”" for value in test.values if value != UNSURE.value]
        return " or ".join([*labels, *(["not sure or blank"] if UNSURE.value in test.values else [])])

    def _sum_says(self, test: Worked) -> str:
        match test.sum:
            case Recent():
                return f"{self.letter(test.sum)} says {'yes' if test.holds else 'no'}"
            case Passed():
                return f"{self.letter(test.sum.deadline)} has {'' if test.holds else 'not '}passed"
            case Timely():
                return f"the time for {test.sum.claim.lower()} is not over"
            case Late():
                there, limit = self.refers(test.sum.question.id), self.letter(test.sum.deadline)
                return (
                    f"{there} is later than {limit}" if test.holds else f"{there} is empty, or not later than {limit}"
                )

    def claims(self, table: Table) -> dict[Timely, Period]:
        """Return the claims that the routes of a table rest on, each once, with its time limit."""
        return {claim: one for _, _, claims in table.routes for claim, one in claims}

    # Dates

    @cached_property
    def sums(self) -> list[str]:
        """Return how to work out each sum of dates that the tables rest on; those worked alike are one."""
        found: list[str] = []
        for sum_ in (sum_ for table in self.tables for sum_ in _sums(table)):
            work = self._work(sum_, found)
            if work not in found:
                found.append(work)
        return found

    @property
    def lettered(self) -> list[tuple[str, str]]:
        """Return each sum with the letter by which it is referred to."""
        return list(zip(LETTERS, self.sums, strict=False))

    def letter(self, sum_: Sum) -> str:
        """Return the letter by which a sum is referred to."""
        return LETTERS[self.sums.index(self._work(sum_, self.sums))]

    def _work(self, sum_: Sum, known: list[str]) -> str:
        return self._recent(sum_) if isinstance(sum_, Recent) else self._deadline(sum_, known)

    def _recent(self, sum_: Recent) -> str:
        day = self.refers(sum_.question.id)
        before = ", else ".join([*(f"the date at {self.refers(question.id)}" for question in sum_.before), "today"])
        first = "" if sum_.with_that_day else "the day after "
        last = _last_day(_long(0, sum_.months), f"the date at {day}", first_day_counts=sum_.with_that_day)
        return (
            f"First day: {first}the date at {day}. Day asked about: {before}. Last day: {last}. "
            "It says yes where the day asked about is not earlier than the first and not later than the last; "
            f"otherwise no. Where {day} is empty, it says neither. Where only a month is written, work "
            "it out for its first and for its last day: where these differ, it says neither."
        )

    def _deadline(self, sum_: Deadline, known: list[str]) -> str:
        count = self._after(sum_, known)
        lines = [f"{count[0].upper()}{count[1:]}."]
        if sum_.otherwise:
            start = self._start(sum_, known)
            late = f", or later than {self._after(sum_.otherwise, known)}" if sum_.in_time_only else ""
            lines.append(f"Where {start} is empty{late}: {self._after(sum_.otherwise, known)}.")
        if sum_.unless:
            lines.append(f"Where {self.say(Answered(sum_.unless.question, sum_.unless.values))}, it cannot be told.")
        if isinstance(sum_.runs_from, DateQuestion):
            lines.append("Where only a month is written, it cannot be told.")
        return " ".join(lines)

    def _start(self, deadline: Deadline, known: list[str]) -> str:
        start = deadline.runs_from
        if isinstance(start, Deadline):
            return LETTERS[known.index(self._work(start, known))]
        return self.refers(start.id)

    def _after(self, deadline: Deadline, known: list[str]) -> str:
        """Return when a deadline falls, counted from what it runs from."""
        start = self._start(deadline, known)
        if deadline.hours:
            return f"{deadline.hours} working hours after {start}"
        end = "" if isinstance(deadline.runs_from, DateQuestion) else "the end of "
        if not deadline.days:
            return f"{end}the day at {start}"
        return f"{end}the day {deadline.days} day{'s' if deadline.days > 1 else ''} after {start}"

    @property
    def now(self) -> str:
        """Return where the moment is written at which deadlines are looked at; nothing where today will do."""
        return self.refers(NOW) if NOW in self.questions else ""

    @property
    def holidays(self) -> list[str]:
        """Return the bank holidays that are left out, from the year of the law on; none where no hours are counted."""
        if not any("working hours" in work for work in self.sums):
            return []
        first = date(self.checklist.law_as_at.year, 1, 1)
        return [in_words(day) for day in sorted(bank_holidays.ENGLAND_AND_WALES) if day >= first]

    @property
    def holidays_until(self) -> str:
        """Return the last day for which bank holidays are known."""
        return in_words(bank_holidays.UNTIL)

    def starts(self, period: Period) -> list[str]:
        """Return from which days a time limit is counted, a line for each case of which the first counts."""
        lines: list[str] = []
        for start in period.starts:
            earliest, latest = self._later(start.earliest), self._later(start.latest or ())
            counted = f"count from {earliest}"
            if start.latest is None:
                counted += ". A later day may count too, so it cannot be over"
            elif latest != earliest:
                counted = f"count the last day from {earliest}, and the day after which it is over from {latest}"
            lines.append(f"{'Otherwise, where' if lines else 'Where'} {self.say(start.where)}: {counted}.")
        return [*lines, "Otherwise: leave it out." if period.if_known else "Otherwise: it cannot be told."]

    def _later(self, ids: tuple[str, ...]) -> str:
        dates = [self.refers(id_) for id_ in ids]
        return f"the later of {' and '.join(dates)}" if len(dates) > 1 else "".join(dates)

    def length(self, period: Period) -> str:
        """Return how long a time limit is."""
        return _long(period.years, period.months)

    def counted(self, period: Period) -> str:
        """Return how the days of a time limit are counted from its start."""
        last = _last_day(self.length(period), "that day", first_day_counts=period.first_day_counts)
        return f"Its last day is {last}."

    def clock(self, period: Period) -> str:
        """Return what a time limit is for."""
        return CLOCKS[period.id]

    def not_open(self, row: Row) -> Test:
        """Return where a route is not open."""
        return some(row.not_met, row.left_out)


def _long(years: int, months: int) -> str:
    number, unit = (years, "year") if years else (months, "month")
    return f"{number} {unit}{'s' if number > 1 else ''}"


def _last_day(length: str, start: str, *, first_day_counts: bool) -> str:
    """Return in words what `dates.last_day` gives."""
    end = f"{length} after {start}"
    if not first_day_counts:
        return end
    return f"{end}, less one day; or, where that month has no such day, the last of the month"


def _sums(table: Table) -> Iterator[Sum]:
    rows = (*table.elements, *table.defences, *(row for kind in (table.states, table.levels) for _, row in kind))
    law = table.law
    if isinstance(law, Removal):
        yield from (law.effective, *law.deadlines)
    for row in rows:
        for sum_ in (test.sum for test in atoms(row.met) if isinstance(test, Worked)):
            match sum_:
                case Recent():
                    yield sum_
                case Passed() | Late():
                    yield from _chain(sum_.deadline)
    for state, _ in table.states:
        for deadline in state.by:
            yield from _chain(deadline)


def _chain(deadline: Deadline) -> Iterator[Deadline]:
    """Yield a deadline after those that it runs from."""
    if isinstance(deadline.runs_from, Deadline):
        yield from _chain(deadline.runs_from)
    yield deadline


def atoms(test: Test) -> Iterator[Test]:
    """Yield the tests that a test is made of."""
    if isinstance(test, Every | Some):
        for inner in test.of:
            yield from atoms(inner)
    else:
        yield test


def _together(refs: list[str], answers: str, every_one: bool) -> str:  # noqa: FBT001 - "all" or "any"
    *most, last = refs
    if answers == DATED:
        return f"there are dates at {' and '.join(refs)}" if most else f"there is a date at {last}"
    if not most:
        return f"{last} is {answers}"
    if every_one:
        both = "both" if len(refs) == FEW else "all"
        return f"{', '.join(most)} and {last} are {both} {answers}"
    return f"{'' if len(refs) == FEW else 'any of '}{', '.join(most)} or {last} is {answers}"
