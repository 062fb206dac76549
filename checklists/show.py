"""What the package knows, as JSON: an assessment, a checklist's definition, the list of checklists."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any

from checklists import __version__, wording
from checklists.assessment import Assessment, Change, Clock, Due, PointFinding
from checklists.flags import FLAGS, SAFETY
from checklists.law import (
    AllOf,
    Answer,
    AnyOf,
    Checklist,
    Choice,
    Citation,
    Claim,
    DateQuestion,
    Deadline,
    Given,
    Law,
    Limitation,
    Nation,
    Offence,
    Part,
    Passed,
    Point,
    Procedure,
    Question,
    Recent,
    Removal,
    Timely,
    When,
)
from checklists.logic import Outcome
from checklists.rules import CHECKLISTS

type Json = dict[str, Any]


def assessment(found: Assessment) -> Json:
    """Return the message that says what was found."""
    known = questions(found.checklist, (*found.laws, *found.checklist.current(found.place)))
    return {
        "checklist": found.checklist.id,
        "jurisdiction": str(found.jurisdiction),
        "today": found.today.isoformat(),
        "outcome": None if found.outcome is None else str(found.outcome),
        "outcome_in_words": wording.outcome_in_words(found),
        "headline": wording.headline(found),
        "so_far": wording.so_far(found),
        "flags": [{"id": flag.id, "message": flag.message} for flag in found.flags],
        "findings": [_finding(point, found.outcome) for point in found.findings],
        "time": [_clock(clock, found) for clock in found.clocks],
        "provisions": [
            {
                "id": provision.id,
                "name": provision.name,
                "finding": str(finding),
                "finding_in_words": wording.PROVISION_FINDINGS[finding],
                "max_penalty": provision.max_penalty or None,
                "beyond": provision.beyond or None,
                "authority": _citation(provision.authority),
            }
            for provision, finding in found.provisions
        ],
        **_more(found),
        "answers": [_answer(known[id_], answer) for id_, answer in found.answers.items()],
        "questions": [{"id": question.id, "name": question.name} for question in known.values()],
        "asks": list(found.asks),
        "outstanding": list(found.outstanding),
        "open_in_words": wording.open_in_words(found),
        "next": found.next,
        "would_change": [_change(change, found) for change in found.would_change],
        "settled": wording.settled_in_words(found),
        "hangs_on": [_change(change, found) for change in found.hangs_on],
        "idle": list(found.idle),
        "idle_in_words": {id_: wording.idle_in_words(found, id_) for id_ in found.idle},
        "other_side": wording.other_side(found),
        "ignored": list(found.ignored),
        "notes": wording.notes(found),
        "not_advice": wording.NOT_ADVICE,
        "dated": wording.dated(found, __version__),
        "law_as_at": found.checklist.law_as_at.isoformat(),
        "review_due": found.checklist.review_due.isoformat(),
        "rules_version": __version__,
    }


def _change(change: Change, found: Assessment) -> Json:
    return {
        "if": {id_: str(answer) for id_, answer in change.answers.items()},
        "outcome": str(change.outcome),
        "in_words": wording.change_in_words(found, change),
    }


def _more(found: Assessment) -> Json:
    """Return what a checklist of offences, a removal or a procedure says besides."""
    law = found.laws[0] if found.laws else found.checklist.claims[0]
    match law:
        case Offence():
            return {"offences": [*_offences(found)]}
        case Removal():
            effective = found.effective.at if found.effective else None
            taken = law if found.effective else None
            return {
                "nation": str(found.place) if isinstance(found.place, Nation) else None,
                "route": taken.route if taken else None,
                "effective": effective.isoformat() if effective else None,
                "effective_in_words": wording.effective_in_words(found) or None,
                "deadlines": [_due(due) for due in found.deadlines],
                "records": list(taken.records) if taken else [],
                "authority": _citation(taken.authority) if taken else None,
            }
        case Procedure():
            return {
                **({"state": (found.state.id or None) if found.state else None} if law.states else {}),
                **({"deadlines": [_due(due) for due in found.deadlines]} if law.states else {}),
                **({"level": found.level.id if found.level else None} if law.levels else {}),
                **({"steps": [*_steps(found)]} if law.steps else {}),
                **({"routes": [*_routes(found)]} if law.routes else {}),
            }
        case _:
            return {}


def _offences(found: Assessment) -> Iterator[Json]:
    """Yield every offence of the checklist, those that do not hold here and then among them, threats first."""
    here = {one.law.id: one for one in found.found}
    known = {law.id: law for law in found.checklist.claims if isinstance(law, Offence)}
    for id_, law in known.items():
        one = here.get(id_)
        offence = one.law if one and isinstance(one.law, Offence) else law
        outcome = one.outcome if one else Outcome.NOT_APPLICABLE
        yield {
            "id": id_,
            "name": offence.name,
            "outcome": str(outcome),
            "outcome_in_words": wording.OUTCOMES[outcome],
            "because": wording.offence_because(one) if one else wording.offence_elsewhere(found, law),
            "findings": [_finding(point, outcome) for point in one.findings] if one else [],
            "max_penalty": offence.max_penalty,
            "time": _clock(one.clock, found) if one and one.clock else None,
            "authority": _citation(offence.authority),
        }


def _steps(found: Assessment) -> Iterator[Json]:
    for step, finding in found.steps:
        yield {
            "id": step.id,
            "does": step.does,
            "why": step.why or None,
            "who": step.who,
            "by": step.by,
            "gate": step.gate,
            "finding": str(finding),
            "finding_in_words": wording.STEP_FINDINGS[finding],
            "authority": _citation(step.authority) if step.authority else None,
        }


def _routes(found: Assessment) -> Iterator[Json]:
    for route, finding, claims in found.routes:
        clocks = [f"{claim.claim}: {wording.clock_in_words(clock, found)}" for claim, clock in claims]
        yield {
            "id": route.id,
            "name": route.name,
            "open": wording.OPEN[finding],
            "open_in_words": wording.OPEN_IN_WORDS[finding],
            "whose_decision": route.whose_decision,
            "needs": route.needs,
            "offers": route.offers,
            "costs": route.costs,
            "risks": route.risks,
            "clock": " ".join([route.timing, *clocks]),
            "authority": _citation(route.authority),
        }


def _due(due: Due) -> Json:
    at = due.at
    return {
        "id": due.deadline.id,
        "name": due.deadline.name,
        "due": None if at is None else at.isoformat(**({"timespec": "minutes"} if isinstance(at, datetime) else {})),
        "passed": due.passed,
        "in_words": wording.due_in_words(due),
        "authority": _citation(due.deadline.authority),
    }


def _clock(clock: Clock, found: Assessment) -> Json:
    return {
        "id": clock.limitation.id,
        "name": wording.CLOCKS[clock.limitation.id],
        "status": str(clock.status),
        "status_in_words": wording.STATUSES[clock.status],
        "runs_from": str(clock.start) if clock.start else None,
        "approximate": bool(clock.start and clock.start.approximate),
        "last_day": clock.last_day.isoformat() if clock.last_day else None,
        "at_least": clock.at_least,
        "because": wording.clock_in_words(clock, found),
        "authority": _citation(clock.limitation.authority),
        "discretion": _citation(clock.limitation.discretion) if clock.limitation.discretion else None,
    }


def _finding(found: PointFinding, outcome: Outcome | None) -> Json:
    return {
        "id": found.point.id,
        "name": found.point.name,
        "role": type(found.point).__name__.lower(),
        "asks": found.point.asks,
        "answer": found.answer or None,
        "answer_in_words": found.point.option(found.answer).label if found.answer else "Not answered",
        "finding": str(found.finding),
        "finding_in_words": wording.finding_in_words(found),
        "decisive": found.decisive,
        "decisive_in_words": wording.decisive_in_words(found, outcome),
        "because": wording.because(found),
        "authority": _citation(found.point.authority),
    }


def _answer(question: Question, answer: Answer) -> Json:
    in_words = question.option(str(answer)).label if isinstance(question, Choice) else wording.date_in_words(answer)
    return {"id": question.id, "name": question.name, "asks": question.asks, "answer_in_words": in_words}


def _citation(citation: Citation) -> Json:
    return {"cite": citation.cite, "url": citation.url}


def listing() -> list[Json]:
    """Return every checklist with its title, jurisdictions and the day of its law."""
    return [
        {
            "id": checklist.id,
            "title": checklist.title,
            "jurisdictions": [str(place) for place in checklist.jurisdictions],
            "nations": [str(place) for place in checklist.places] if checklist.by_nation else [],
            "law_as_at": checklist.law_as_at.isoformat(),
        }
        for checklist in CHECKLISTS.values()
    ]


def definition(checklist: Checklist) -> Json:
    """Return a whole checklist as data."""
    return {
        "id": checklist.id,
        "title": checklist.title,
        "about": checklist.about,
        "law_as_at": checklist.law_as_at.isoformat(),
        "review_due": checklist.review_due.isoformat(),
        "rules_version": __version__,
        "safety": [_question(question) for question in SAFETY],
        "flags": [{"id": flag.id, "message": flag.message} for flag in FLAGS],
        "claims": [_law(law) for law in checklist.claims],
    }


def _law(law: Law) -> Json:
    return {
        "id": law.id or None,
        "jurisdiction": str(law.jurisdiction),
        "nation": str(law.nation) if law.nation else None,
        "since": law.since.isoformat(),
        "since_authority": _citation(law.since_authority),
        "until": law.until.isoformat() if law.until else None,
        "questions": [_question(question) for question in law.questions],
        **(_claim(law) if isinstance(law, Claim) else {}),
        **(_offence(law) if isinstance(law, Offence) else {}),
        **(_removal(law) if isinstance(law, Removal) else {}),
        **(_procedure(law) if isinstance(law, Procedure) else {}),
        "flags": list(law.flags),
        "notes": list(law.notes),
    }


def _offence(law: Offence) -> Json:
    return {"name": law.name, "max_penalty": law.max_penalty, "authority": _citation(law.authority)}


def _removal(law: Removal) -> Json:
    return {
        "route": law.route,
        "name": law.name,
        "when": _part(law.when),
        "effective": _deadline(law.effective),
        "deadlines": [_deadline(deadline) for deadline in law.deadlines],
        "records": list(law.records),
        "authority": _citation(law.authority),
    }


def _procedure(law: Procedure) -> Json:
    return {
        "states": [
            {
                "id": state.id,
                "name": state.name,
                "when": _part(state.when),
                "then": state.then,
                "by": [_deadline(deadline) for deadline in state.by],
                "authority": _citation(state.authority),
            }
            for state in law.states
        ],
        "levels": [
            {"id": level.id, "name": level.name, "when": _part(level.when), "then": level.then} for level in law.levels
        ],
        "steps": [
            {"id": step.id, "does": step.does, "when": _part(step.when) if step.when else None} for step in law.steps
        ],
        "routes": [{"id": route.id, "name": route.name, "opens": _part(route.opens)} for route in law.routes],
    }


def _deadline(deadline: Deadline) -> Json:
    start = deadline.runs_from
    return {
        "id": deadline.id,
        "hours": deadline.hours,
        "days": deadline.days,
        "runs_from": start.id,
        "otherwise": _deadline(deadline.otherwise) if deadline.otherwise else None,
        "authority": _citation(deadline.authority),
    }


def _claim(claim: Claim) -> Json:
    return {
        "elements": [_part(part) for part in claim.elements],
        "defences": [point.id for point in claim.defences],
        "severity": [point.id for point in claim.severity],
        "limitations": [_limitation(limitation) for limitation in claim.limitations],
        "provisions": [
            {
                "id": provision.id,
                "name": provision.name,
                "needs": _part(provision.needs),
                "beyond": provision.beyond or None,
                "max_penalty": provision.max_penalty or None,
                "authority": _citation(provision.authority),
            }
            for provision in claim.provisions
        ],
    }


def _part(part: Part) -> str | Json:
    match part:
        case Point():
            return part.id
        case AllOf():
            return {"all_of": [_part(inner) for inner in part.parts]}
        case AnyOf():
            return {"any_of": [_part(inner) for inner in part.parts]}
        case Timely():
            return {"answered": {part.question: list(part.values)}, "in_time": part.limitation.id}
        case When():
            return {"answered": {part.question: list(part.values)}}
        case Given():
            return {"given" if part.happened else "left_out": part.question.id}
        case Recent():
            return {
                "within_months": part.months,
                "from": part.question.id,
                "to": [question.id for question in part.before],
                "with_that_day": part.with_that_day,
            }
        case Passed():
            return {"passed": part.deadline.id}
        case _:
            return {"late": part.question.id, "deadline": part.deadline.id}


def _question(question: Question) -> Json:
    shown: Json = {
        "id": question.id,
        "name": question.name,
        "asks": question.asks,
        "hint": question.hint or None,
        "why": question.why or None,
        "find_out": question.find_out or None,
        "when": {question.when.question: list(question.when.values)} if question.when else None,
        "kind": _kind(question),
    }
    if isinstance(question, Choice):
        shown["options"] = [{"value": option.value, "label": option.label} for option in question.options]
    if isinstance(question, Point):
        for option, entry in zip(question.options, shown["options"], strict=True):
            entry["finding"] = str(option.finding)
            entry["follows"] = option.follows.id if option.follows else None
            entry["note"] = option.note or None
        shown["role"] = type(question).__name__.lower()
        shown["authority"] = _citation(question.authority)
    return shown


def _kind(question: Question) -> str:
    if isinstance(question, Choice):
        return "choice"
    return "date" if isinstance(question, DateQuestion) else "moment"


def _limitation(limitation: Limitation) -> Json:
    return {
        "id": limitation.id,
        "years": limitation.years,
        "months": limitation.months,
        "runs_from": limitation.accrues.id,
        "first_day_counts": limitation.first_day_counts,
        "or_later": limitation.or_later.id if limitation.or_later else None,
        "restart": {limitation.restart.asks.id: limitation.restart.again.id} if limitation.restart else None,
        "authority": _citation(limitation.authority),
        "discretion": _citation(limitation.discretion) if limitation.discretion else None,
        "note": limitation.note or None,
    }


def questions(checklist: Checklist, laws: Iterable[Law] = ()) -> dict[str, Question]:
    """Return every question of a checklist by its id, in any place and at any time: first as some laws word it."""
    found: dict[str, Question] = {question.id: question for question in SAFETY}
    for law in (*laws, *checklist.claims):
        for question in law.questions:
            found.setdefault(question.id, question)
    return found
