"""A checklist as prose: the sheet that a lawyer reads and signs, kept as a golden file by the tests."""

from collections.abc import Iterator

from checklists.dates import in_words
from checklists.flags import FLAGS, SAFETY
from checklists.law import (
    AllOf,
    AnyOf,
    Checklist,
    Choice,
    Claim,
    DateQuestion,
    Deadline,
    Given,
    Law,
    Limitation,
    MomentQuestion,
    Offence,
    Part,
    Passed,
    Point,
    Procedure,
    Provision,
    Question,
    Recent,
    Removal,
    Timely,
    When,
    points,
)
from checklists.wording import CLOCKS, FINDINGS


def sheet(checklist: Checklist) -> str:
    """Return the review sheet of a checklist, in Markdown."""
    return "\n".join(_lines(checklist))


def _lines(checklist: Checklist) -> Iterator[str]:
    yield f"# {checklist.title}: review sheet"
    yield ""
    yield checklist.about
    yield f"Law as at {in_words(checklist.law_as_at)}; review due {in_words(checklist.review_due)}."
    for law in checklist.claims:
        yield ""
        until = f" until {in_words(law.until)}" if law.until else ""
        yield f"## {_title(law)}, from {in_words(law.since)}{until} ({law.since_authority.cite})"
        if isinstance(law, Claim):
            yield from _claim(law)
        if isinstance(law, Removal):
            yield from _removal(law)
        if isinstance(law, Procedure):
            yield from _procedure(law)
        yield from (f"Note: {note}" for note in law.notes)
        yield from (f"Always raises: {flag}" for flag in law.flags)
    yield ""
    yield "## Safety questions and flags"
    yield ""
    for question in SAFETY:
        yield f"- {question.name}: {question.asks}"
    yield ""
    for flag in FLAGS:
        by = [_answered(when) for when in flag.raised_by]
        unless = " or ".join(_answered(when) for when in flag.unless)
        by += [f"{' and '.join(_answered(when) for when in together)}, unless {unless}" for together in flag.presumed]
        by += [f"a time limit {status}" for status in flag.at]
        yield f"- **{flag.id}** ({'; '.join(by) or 'the law of a claim'}): {flag.message}"
    yield ""
    if checklist.before_law:
        yield f"If the event is older than all of these: {checklist.before_law}"
        yield ""
    yield "Reviewed by: ____________________  Date: ____________________"


def _answered(when: When) -> str:
    return f"{when.question} answered {' or '.join(when.values)}"


def _title(law: Law) -> str:
    match law:
        case Offence():
            return f"{law.name} ({law.authority.cite}), {law.place.label}"
        case Removal():
            return f"{law.place.label}: {law.name} ({law.authority.cite})"
        case _:
            return law.place.label


def _claim(claim: Claim) -> Iterator[str]:
    yield ""
    yield _lead(claim)
    yield ""
    for part in claim.elements:
        yield from _element(part)
    if claim.defences:
        yield "The author may answer with any of these; one that is apparent is a complete answer."
        yield ""
    for defence in claim.defences:
        yield from _point(defence)
    yield from (["These leave the outcome as it is.", ""] if claim.severity else [])
    for severity in claim.severity:
        yield from _point(severity)
    yield from (["Clocks.", ""] if claim.limitations else [])
    for limitation in claim.limitations:
        yield from _limitation(limitation)
    if claim.provisions:
        yield "Provisions that the facts may engage."
        yield ""
        for provision in claim.provisions:
            yield from _provision(provision)
        yield ""


def _lead(claim: Claim) -> str:
    match claim:
        case Offence():
            return f"Maximum: {claim.max_penalty}. The prosecution must prove each of these beyond reasonable doubt."
        case Removal():
            return f"Taken where {_formula(claim.when)}. The contract requires each of these."
        case _:
            return "The claimant must show each of these."


def _element(part: Part) -> Iterator[str]:
    if isinstance(part, AllOf | AnyOf):
        enough = "one is enough" if isinstance(part, AnyOf) else "all are needed"
        yield f"Of the next {len(part.parts)}, {enough}: {_formula(part)}."
        yield ""
    elif not isinstance(part, Point):
        yield f"- {_formula(part)}"
        yield ""
    for point in points(part):
        yield from _point(point)


def _removal(removal: Removal) -> Iterator[str]:
    yield "It takes effect:"
    yield ""
    yield from _deadline(removal.effective)
    yield from (["", "What must be done by when:", ""] if removal.deadlines else [])
    for deadline in removal.deadlines:
        yield from _deadline(deadline)
    yield ""
    for question in removal.asks:
        yield f"**{question.name}**"
        yield ""
        yield from _question(question)
        yield ""
    yield "What to record:"
    yield ""
    yield from (f"- {record}" for record in removal.records)
    yield ""


def _procedure(procedure: Procedure) -> Iterator[str]:
    yield ""
    for question in procedure.asks:
        yield f"**{question.name}**"
        yield ""
        yield from _question(question)
        yield ""
    for state in procedure.states:
        yield f"**{': '.join(filter(None, (state.id, state.name)))}** ({state.authority.cite}): {_formula(state.when)}"
        yield ""
        yield f"- {state.then}"
        for deadline in state.by:
            yield from _deadline(deadline)
        yield ""
    for level in procedure.levels:
        yield f"**{level.id}: {level.name}**: {_formula(level.when)}"
        yield ""
        yield f"- {level.then}"
        yield ""
    for step in procedure.steps:
        authority = f" ({step.authority.cite})" if step.authority else ""
        yield f"**{step.id}**{' (gate)' if step.gate else ''}: {step.does}{authority}"
        yield ""
        yield f"- {step.who}; {step.by}; where {_formula(step.when) if step.when else 'always'}"
        yield ""
    for route in procedure.routes:
        yield f"**{route.name}** ({route.authority.cite}): open where {_formula(route.opens)}"
        yield ""
        yield f"- Whose decision: {route.whose_decision}"
        yield f"- Needs: {route.needs}"
        yield f"- Offers: {route.offers}"
        yield f"- Costs: {route.costs}"
        yield f"- Risks: {route.risks}"
        yield f"- Clock: {route.timing}"
        yield ""
        for claim in route.claims:
            yield f"{claim.claim}."
            yield from _limitation(claim.limitation, procedure.asks)


def _deadline(deadline: Deadline) -> Iterator[str]:
    length = f"{deadline.hours} hours" if deadline.hours else f"{deadline.days} days"
    start = deadline.runs_from.name.lower()
    note = f" {deadline.note}" if deadline.note else ""
    yield f"- {deadline.name}: {length} after {start} ({deadline.authority.cite}).{note}"
    if deadline.unless:
        yield f"- It cannot be told where {_formula(deadline.unless)}."
    if deadline.otherwise:
        late = ", or only after the day that follows" if deadline.in_time_only else ""
        yield f"- where {start} is not given{late}:"
        yield from (f"    {line}" for line in _deadline(deadline.otherwise))


def _provision(provision: Provision) -> Iterator[str]:
    yield f"- **{provision.name}** ({provision.authority.cite}): {_formula(provision.needs)}"
    if provision.narrower_defence:
        yield "    - the defences above answer it in part only"
    if provision.beyond:
        yield f"    - never more than unclear, since it also needs {provision.beyond}"
    if provision.max_penalty:
        yield f"    - maximum: {provision.max_penalty}"


def _point(point: Point) -> Iterator[str]:
    yield f"**{point.name}** ({point.authority.cite})"
    yield ""
    yield from _question(point)
    yield ""


def _question(question: Question) -> Iterator[str]:
    yield f"- Asks: {question.asks}"
    yield f"- Hint: {question.hint}"
    if question.when:
        yield f"- Counts where {_formula(question.when)}"
    if isinstance(question, Choice):
        found = []
        for option in question.options:
            follows = f"as {option.follows.name.lower()}" if option.follows else FINDINGS[option.finding].lower()
            found.append(f"{option.label}: {follows}{f' ({option.note})' if option.note else ''}")
        yield f"- Answers: {'; '.join(found)}"
    if isinstance(question, DateQuestion | MomentQuestion) and question.may_be_ahead:
        yield "- May be later than today"
    yield f"- Why: {question.why}"
    yield f"- How to find out: {question.find_out}"


def _limitation(limitation: Limitation, told: tuple[Question, ...] = ()) -> Iterator[str]:
    """Yield the lines of a limitation and of its questions, those that the sheet has told before left out."""
    length = f"{limitation.years} years" if limitation.years else f"{limitation.months} months"
    if not limitation.years and not limitation.months:
        length = "none"
    yield f"**{CLOCKS[limitation.id]}**: {length.replace('1 years', '1 year')} ({limitation.authority.cite})"
    yield ""
    for question in limitation.questions:
        yield from _question(question) if question not in told else ()
    if not limitation.bars:
        yield "- Its end leaves the outcome as it is"
    if limitation.if_known:
        yield f"- Counts only where {limitation.accrues.name.lower()} is given"
    if limitation.first_day_counts:
        yield "- The day it runs from is the first day of it"
    if limitation.or_later:
        yield f"- Runs from the later of {limitation.accrues.name.lower()} and {limitation.or_later.name.lower()}"
    if limitation.restart:
        restart, first = limitation.restart, limitation.accrues.name.lower()
        yield f"- Runs anew from {restart.again.name.lower()} where that is so"
        yield (
            f"- Where that is not ruled out, {first} before {in_words(restart.since)} does not count "
            f"({restart.authority.cite})"
        )
    if limitation.discretion:
        yield f"- The court may allow more: {limitation.discretion.cite}"
    if limitation.note:
        yield f"- {limitation.note}"
    yield ""


def _formula(part: Part) -> str:
    match part:
        case Point():
            return part.name.lower()
        case AllOf() | AnyOf():
            joined = " and " if isinstance(part, AllOf) else " or "
            return joined.join(
                f"({_formula(inner)})" if isinstance(inner, AllOf | AnyOf) else _formula(inner) for inner in part.parts
            )
        case Timely():
            return f"({part.question} is {' or '.join(part.values)}, and its time is not over)"
        case When():
            return f"{part.question} is {' or '.join(part.values)}"
        case Given():
            return f"{part.question.id} is {'given' if part.happened else 'left out'}"
        case Recent():
            end = "with" if part.with_that_day else "on the day before"
            before = ", else ".join((*(question.id for question in part.before), "today"))
            return f"{part.question.id} lies in the {part.months} months that end {end} {before}"
        case Passed():
            return f"the deadline {part.deadline.id} has passed"
        case _:
            return f"{part.question.id} is after the deadline {part.deadline.id}"
