"""A checklist as prose: the sheet that a lawyer reads and signs, kept as a golden file by the tests."""

from collections.abc import Iterator

from checklists.dates import in_words
from checklists.flags import FLAGS, SAFETY
from checklists.law import AllOf, Checklist, Choice, Claim, Limitation, Part, Point, Provision, Question, points
from checklists.wording import CLOCKS, FINDINGS


def sheet(checklist: Checklist) -> str:
    """Return the review sheet of a checklist, in Markdown."""
    return "\n".join(_lines(checklist))


def _lines(checklist: Checklist) -> Iterator[str]:
    yield f"# {checklist.title}: review sheet"
    yield ""
    yield checklist.about
    yield f"Law as at {in_words(checklist.law_as_at)}; review due {in_words(checklist.review_due)}."
    for claim in checklist.claims:
        yield ""
        yield f"## {claim.jurisdiction.label}, from {in_words(claim.since)} ({claim.since_authority.cite})"
        yield from _claim(claim)
    yield ""
    yield "## Safety questions and flags"
    yield ""
    for question in SAFETY:
        yield f"- {question.name}: {question.asks}"
    yield ""
    for flag in FLAGS:
        by = [f"{when.question} answered {' or '.join(when.values)}" for when in flag.raised_by]
        by += [f"a time limit {status}" for status in flag.at]
        yield f"- **{flag.id}** ({'; '.join(by) or 'the law of a claim'}): {flag.message}"
    yield ""
    yield f"If the event is older than all of these: {checklist.before_law}"
    yield ""
    yield "Reviewed by: ____________________  Date: ____________________"


def _claim(claim: Claim) -> Iterator[str]:
    yield ""
    yield "The claimant must show each of these."
    yield ""
    for part in claim.elements:
        if not isinstance(part, Point):
            yield f"Of the next {len(part.parts)}, one is enough: {_formula(part)}."
            yield ""
        for point in points(part):
            yield from _point(point)
    yield "The author may answer with any of these; one that is apparent is a complete answer."
    yield ""
    for defence in claim.defences:
        yield from _point(defence)
    yield from (["These leave the outcome as it is.", ""] if claim.severity else [])
    for severity in claim.severity:
        yield from _point(severity)
    yield "Clocks."
    yield ""
    for limitation in claim.limitations:
        yield from _limitation(limitation)
    if claim.provisions:
        yield "Provisions that the facts may engage."
        yield ""
        for provision in claim.provisions:
            yield from _provision(provision)
        yield ""
    yield from (f"Note: {note}" for note in claim.notes)
    yield from (f"Always raises: {flag}" for flag in claim.flags)


def _provision(provision: Provision) -> Iterator[str]:
    yield f"- **{provision.name}** ({provision.authority.cite}): {_formula(provision.needs)}"
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
    if question.hint:
        yield f"- Hint: {question.hint}"
    if question.when:
        yield f"- Counts where {question.when.question} is {' or '.join(question.when.values)}"
    if isinstance(question, Choice):
        found = []
        for option in question.options:
            follows = f"as {option.follows.name.lower()}" if option.follows else FINDINGS[option.finding].lower()
            found.append(f"{option.label}: {follows}{f' ({option.note})' if option.note else ''}")
        yield f"- Answers: {'; '.join(found)}"
    if question.why:
        yield f"- Why: {question.why}"
    if question.find_out:
        yield f"- How to find out: {question.find_out}"


def _limitation(limitation: Limitation) -> Iterator[str]:
    length = f"{limitation.years} years" if limitation.years else f"{limitation.months} months"
    yield f"**{CLOCKS[limitation.id]}**: {length.replace('1 years', '1 year')} ({limitation.authority.cite})"
    yield ""
    for question in limitation.questions:
        yield from _question(question)
    if limitation.or_later:
        yield f"- Runs from the later of {limitation.accrues.name.lower()} and {limitation.or_later.name.lower()}"
    if limitation.restart:
        yield f"- Runs anew from {limitation.restart.date.name.lower()} where that is so"
    if limitation.discretion:
        yield f"- The court may allow more: {limitation.discretion.cite}"
    if limitation.note:
        yield f"- {limitation.note}"
    yield ""


def _formula(part: Part) -> str:
    if isinstance(part, Point):
        return part.name.lower()
    joined = " and " if isinstance(part, AllOf) else " or "
    return joined.join(f"({_formula(p)})" if not isinstance(p, Point) else _formula(p) for p in part.parts)
