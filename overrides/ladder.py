"""The ladder fence: what a claim, an offence or a removal needs in one place, drawn from its rules.

    ```ladder
    harassment scotland
    communications-offences scotland cjlsa-38
    list-removal wales ordinary
    ```

A fence holds one of these lines. Where several laws hold side by side, its last word says which is meant.
Nothing here knows a particular law.
"""

from collections.abc import Iterator

from checklists.flags import SAFETY
from checklists.law import (
    AllOf,
    AnyOf,
    Checklist,
    Choice,
    Claim,
    Jurisdiction,
    Limitation,
    Offence,
    Part,
    Place,
    Point,
    Procedure,
    Question,
    Recent,
    Removal,
    When,
    any_of,
    points,
)
from checklists.logic import Outcome
from checklists.rules import CHECKLISTS
from checklists.wording import OUTCOMES
from overrides.pictures import Box, Gate, Group, Picture, Step


def draw(source: str) -> str:
    """Return the ladder that a fence names: checklist, jurisdiction or nation, and law where needed."""
    id_, _, rest = source.partition(" ")
    place, _, law = rest.partition(" ")
    if id_ not in CHECKLISTS or place not in list(CHECKLISTS[id_].places):
        places = CHECKLISTS[id_].places if id_ in CHECKLISTS else tuple(Jurisdiction)
        raise ValueError(
            f"it names a checklist ({', '.join(CHECKLISTS)}) and then a jurisdiction ({', '.join(places)})."
        )
    checklist = CHECKLISTS[id_]
    return picture(checklist, next(one for one in checklist.places if one == place), law).html()


def picture(checklist: Checklist, place: Place, law: str = "") -> Picture:
    """Return the ladder of a present law of a checklist in a place."""
    procedure = next((one for one in checklist.current(place) if isinstance(one, Procedure)), None)
    if procedure:
        return Picture(f"{checklist.title} in {place.label}, step by step", tuple(_course(procedure)))
    claims = {one.id: one for one in checklist.current(place) if isinstance(one, Claim)}
    if law not in claims:
        known = ", ".join(filter(None, claims))
        raise ValueError(
            f"the checklist {checklist.id} has no claim “{law}” in {place.label} that could be drawn"
            f"{f': name one of {known}' if known else ''}."
        )
    return Picture(
        f"{_title(claims[law], checklist)} in {place.label}, step by step",
        tuple(_steps(claims[law])),
        "A step that nobody can be sure of leaves the outcome open, unless another step decides it.",
    )


def _course(procedure: Procedure) -> Iterator[Step]:
    """Yield the levels of a procedure as gates, then its routes or its states."""
    for level in procedure.levels:
        asks = _words(level.when, procedure)
        out, _, means = level.name.partition(": ")
        yield Gate(f"{asks[0].upper()}{asks[1:]}?", "yes", out, f"That is {means}. {level.then}")
    if procedure.routes:
        boxes = tuple(
            Box(route.name, more=f"Open where: {_words(route.opens, procedure)}. ({route.authority.cite})")
            for route in procedure.routes
            if route.opens != any_of()
        )
        yield Group("Each of these may be open, side by side", boxes)
    if procedure.states:
        boxes = tuple(Box(state.name, more=f"{state.then} ({state.authority.cite})") for state in procedure.states)
        yield Group("The first of these that fits is where the matter stands", boxes)


def _words(part: Part, procedure: Procedure) -> str:
    """Return a condition on answers as the names of its questions."""
    match part:
        case When():
            known = {**{one.id: one for one in SAFETY}, **{one.id: one for one in procedure.asks}}
            name = known[part.question].name.lower()
            return name if part.values == ("yes",) else f"{name}: {' or '.join(part.values)}"
        case AllOf():
            return ", and ".join(_words(inner, procedure) for inner in part.parts)
        case AnyOf():
            *most, last = (_words(inner, procedure) for inner in part.parts)
            return " or ".join(filter(None, (", ".join(most), last)))
        case _:
            raise ValueError(f"a ladder cannot name {part}.")


def _title(claim: Claim, checklist: Checklist) -> str:
    name = claim.name if isinstance(claim, Offence | Removal) else checklist.title
    return name[0].upper() + name[1:]


def _steps(claim: Claim) -> Iterator[Step]:
    match claim:
        case Offence():
            lead, end = "The prosecution must prove each of these", "Only a court can decide"
        case Removal():
            lead, end = "The contract requires each of these", "Whether it is fair is for the practice to decide"
        case _:
            lead, end = "The person claiming must show each of these", "Only a court can decide"
    yield Group(lead, tuple(_needed(claim)))
    yield Gate("Is any one of them missing?", "yes", OUTCOMES[Outcome.NOT_MADE_OUT])
    if claim.defences:
        several = len(claim.defences) > 1
        yield Group(
            f"The author may show {'one of these' if several else 'this'}",
            tuple(_step(one, claim) for one in claim.defences),
            beside=several,
        )
        yield Gate(f"Can the author show {'any one' if several else 'it'}?", "yes", OUTCOMES[Outcome.NOT_MADE_OUT])
    for limitation in claim.limitations:
        if limitation.bars and (limitation.years or limitation.months):
            yield _clock(limitation)
    yield Box(OUTCOMES[Outcome.APPEARS_MADE_OUT], end)


def _needed(claim: Claim) -> Iterator[Step]:
    """Yield the elements, each point with those that follow from its options."""
    for part in claim.elements:
        yield from (_step(one, claim) for one in (points(part) if isinstance(part, Point) else [part]))


def _step(part: Part, claim: Claim) -> Step:
    match part:
        case Point():
            return Box(part.name, "In some cases" if _condition(part, claim) else "", _said(part, claim))
        case AllOf():
            return Group("Each of these", tuple(_step(inner, claim) for inner in part.parts))
        case AnyOf():
            return Group("One of these is enough", tuple(_step(inner, claim) for inner in part.parts), beside=True)
        case Recent():
            return Box(f"{part.question.name} in time", f"Within {part.months} months", part.question.asks)
    raise ValueError(f"a ladder cannot draw {part}.")


def _said(point: Point, claim: Claim) -> str:
    """Return what a step asks, when, and on what authority."""
    return " ".join(filter(None, (point.asks, _condition(point, claim), f"({point.authority.cite})")))


def _condition(question: Question, claim: Claim) -> str:
    """Return when a question counts; nothing where it always does."""
    if question.when is None:
        return ""
    asked = claim.question(question.when.question)
    if not isinstance(asked, Choice):
        return ""
    answers = " or ".join(f"“{asked.option(value).label}”" for value in question.when.values)
    return f"It counts where the answer to “{asked.name}” is {answers}."


def _clock(limitation: Limitation) -> Gate:
    length = " and ".join(
        f"{number} {unit}{'' if number == 1 else 's'}"
        for number, unit in ((limitation.years, "year"), (limitation.months, "month"))
        if number
    )
    return Gate(
        f"Is the time limit of {length} over?",
        "yes",
        OUTCOMES[Outcome.OUT_OF_TIME],
        " ".join(_runs(limitation)),
    )


def _runs(limitation: Limitation) -> Iterator[str]:
    """Yield what a period runs from, and its authority."""
    later = f", or from “{limitation.or_later.name}” if that is later" if limitation.or_later else ""
    yield f"It runs from “{limitation.accrues.name}”{later} ({limitation.authority.cite})."
    if limitation.first_day_counts:
        yield "That day is the first of it."
    if limitation.restart:
        yield f"It runs anew from “{limitation.restart.again.name}”, where there was such a day."
    if limitation.discretion:
        yield f"A court may allow more ({limitation.discretion.cite})."
