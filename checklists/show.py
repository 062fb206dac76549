"""What the package knows, as JSON: an assessment, a checklist's definition, the list of checklists."""

from typing import Any

from checklists import __version__, wording
from checklists.assessment import Answer, Assessment, PointFinding
from checklists.flags import FLAGS, SAFETY
from checklists.law import Checklist, Choice, Citation, Claim, DateQuestion, Limitation, Part, Point, Question
from checklists.logic import Outcome
from checklists.rules import CHECKLISTS

type Json = dict[str, Any]


def assessment(found: Assessment) -> Json:
    """Return the message that says what was found."""
    return {
        "checklist": found.checklist.id,
        "jurisdiction": str(found.jurisdiction),
        "today": found.today.isoformat(),
        "outcome": str(found.outcome),
        "outcome_in_words": wording.OUTCOMES[found.outcome],
        "headline": wording.headline(found),
        "so_far": wording.so_far(found),
        "flags": [{"id": flag.id, "message": flag.message} for flag in found.flags],
        "findings": [_finding(point, found.outcome) for point in found.findings],
        "time": [
            {
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
            for clock in found.clocks
        ],
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
        "answers": [_answer(id_, answer, found.checklist) for id_, answer in found.answers.items()],
        "questions": [{"id": question.id, "name": question.name} for question in questions(found.checklist).values()],
        "asks": list(found.asks),
        "outstanding": list(found.outstanding),
        "next": found.next,
        "would_change": [
            {
                "if": {change.question: str(change.answer)},
                "outcome": str(change.outcome),
                "in_words": wording.change_in_words(found, change.question, change.answer, change.outcome),
            }
            for change in found.would_change
        ],
        "settled": wording.settled_in_words(found),
        "ignored": list(found.ignored),
        "notes": wording.notes(found),
        "not_advice": wording.NOT_ADVICE,
        "dated": wording.dated(found, __version__),
        "law_as_at": found.checklist.law_as_at.isoformat(),
        "review_due": found.checklist.review_due.isoformat(),
        "rules_version": __version__,
    }


def _finding(found: PointFinding, outcome: Outcome) -> Json:
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


def _answer(id_: str, answer: Answer, checklist: Checklist) -> Json:
    question = questions(checklist)[id_]
    in_words = question.option(str(answer)).label if isinstance(question, Choice) else wording.date_in_words(answer)
    return {"id": id_, "name": question.name, "asks": question.asks, "answer_in_words": in_words}


def _citation(citation: Citation) -> Json:
    return {"cite": citation.cite, "url": citation.url}


def listing() -> list[Json]:
    """Return every checklist with its title, jurisdictions and the day of its law."""
    return [
        {
            "id": checklist.id,
            "title": checklist.title,
            "jurisdictions": [str(place) for place in checklist.jurisdictions],
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
        "claims": [_claim(claim) for claim in checklist.claims],
    }


def _claim(claim: Claim) -> Json:
    return {
        "jurisdiction": str(claim.jurisdiction),
        "since": claim.since.isoformat(),
        "since_authority": _citation(claim.since_authority),
        "elements": [_part(part) for part in claim.elements],
        "defences": [point.id for point in claim.defences],
        "severity": [point.id for point in claim.severity],
        "questions": [_question(question) for question in claim.questions],
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
        "flags": list(claim.flags),
        "notes": list(claim.notes),
    }


def _part(part: Part) -> str | Json:
    if isinstance(part, Point):
        return part.id
    return {"all_of" if type(part).__name__ == "AllOf" else "any_of": [_part(inner) for inner in part.parts]}


def _question(question: Question) -> Json:
    shown: Json = {
        "id": question.id,
        "name": question.name,
        "asks": question.asks,
        "hint": question.hint or None,
        "why": question.why or None,
        "find_out": question.find_out or None,
        "when": {question.when.question: list(question.when.values)} if question.when else None,
        "kind": "date" if isinstance(question, DateQuestion) else "choice",
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


def _limitation(limitation: Limitation) -> Json:
    return {
        "id": limitation.id,
        "years": limitation.years,
        "months": limitation.months,
        "runs_from": limitation.accrues.id,
        "or_later": limitation.or_later.id if limitation.or_later else None,
        "restart": {limitation.restart.asks.id: limitation.restart.date.id} if limitation.restart else None,
        "authority": _citation(limitation.authority),
        "discretion": _citation(limitation.discretion) if limitation.discretion else None,
        "note": limitation.note or None,
    }


def questions(checklist: Checklist) -> dict[str, Question]:
    """Return every question of a checklist, in any jurisdiction and at any time, by its id."""
    found: dict[str, Question] = {question.id: question for question in SAFETY}
    for claim in checklist.claims:
        for question in claim.questions:
            found.setdefault(question.id, question)
    return found
