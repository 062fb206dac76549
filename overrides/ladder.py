"""The ladder fence: what a claim needs in one jurisdiction, drawn from its rules.

    ```ladder
    harassment scotland
    ```

Any checklist of a claim can be named: nothing here knows a particular law.
"""

from collections.abc import Iterator

from checklists.law import (
    AllOf,
    AnyOf,
    Checklist,
    Choice,
    Claim,
    Jurisdiction,
    Limitation,
    Part,
    Point,
    Question,
    points,
)
from checklists.logic import Outcome
from checklists.rules import CHECKLISTS
from checklists.wording import OUTCOMES
from overrides.fence import formatter
from overrides.pictures import Box, Gate, Group, Picture, Step


def draw(source: str) -> str:
    """Return the ladder that a fence names: a checklist's id and a jurisdiction's."""
    id_, _, place = source.partition(" ")
    if id_ not in CHECKLISTS or place not in list(Jurisdiction):
        raise ValueError(
            f"it names a checklist ({', '.join(CHECKLISTS)}) and then a jurisdiction ({', '.join(Jurisdiction)})."
        )
    return picture(CHECKLISTS[id_], Jurisdiction(place)).html()


def picture(checklist: Checklist, place: Jurisdiction) -> Picture:
    """Return the ladder of a checklist's present law in a jurisdiction."""
    claims = [claim for claim in checklist.claims if type(claim) is Claim and claim.jurisdiction is place]
    if not claims:
        raise ValueError(f"the checklist {checklist.id} has no claim in {place.label} that could be drawn.")
    return Picture(
        f"{checklist.title} in {place.label}, step by step",
        tuple(_steps(max(claims, key=lambda claim: claim.since))),
        "A step that nobody can be sure of leaves the outcome open, unless another step decides it.",
    )


def _steps(claim: Claim) -> Iterator[Step]:
    yield Group("The person claiming must show each of these", tuple(_needed(claim)))
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
        if limitation.id == "claim":
            yield _clock(limitation)
    yield Box(OUTCOMES[Outcome.APPEARS_MADE_OUT], "Only a court can decide")


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
    if limitation.restart:
        yield f"It runs anew from “{limitation.restart.date.name}”, where there was such a day."
    if limitation.discretion:
        yield f"A court may allow more ({limitation.discretion.cite})."


ladder = formatter("ladder", draw)
