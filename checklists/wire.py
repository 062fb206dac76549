"""The border: a request in JSON comes in, an assessment in JSON goes out.

The worker in the browser and the command line both stand on it. Whatever is wrong with
a request is said in sentences that name the field, the value, what is allowed and what
was perhaps meant; nothing else ever leaves it.
"""

import difflib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from checklists import __version__, wording
from checklists.assessment import Answer, PointFinding, assess
from checklists.dates import DateError, Day, in_words, read, read_parts
from checklists.flags import FLAGS, SAFETY
from checklists.law import (
    UNSURE,
    Checklist,
    Choice,
    Citation,
    Claim,
    DateQuestion,
    Jurisdiction,
    Limitation,
    Part,
    Point,
    Question,
)
from checklists.rules import CHECKLISTS

type Json = dict[str, Any]

LONGEST_REQUEST = 100_000
LONGEST_QUOTE = 40
DATE_PARTS = ("day", "month", "year")
KEYS = ("checklist", "jurisdiction", "today", "answers")
HOW_TO_WRITE_A_DATE = "write YYYY-MM-DD, YYYY-MM where the day is not known, or unsure"


@dataclass(frozen=True)
class Problem:
    """One thing wrong with a request: the field, the part of a typed date, and a sentence."""

    field: str
    message: str
    part: str = ""


class RequestError(ValueError):
    """A request that cannot be assessed; ``problems`` says everything that is wrong with it."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__(problems[0].message)
        self.problems = problems


@dataclass(frozen=True)
class Request:
    """A request that has been read and found sound."""

    checklist: Checklist
    jurisdiction: Jurisdiction
    today: date
    answers: Mapping[str, Answer]


def reply(text: str) -> str:
    """Answer a request for the page: ``{"assessment": …}``, or ``{"problems": […]}``; never raise."""
    try:
        return json.dumps({"assessment": assessment(read_request(text))}, ensure_ascii=False)
    except RequestError as error:
        problems = [{"field": p.field, "part": p.part, "message": p.message} for p in error.problems]
        return json.dumps({"problems": problems}, ensure_ascii=False)


# Reading a request


def read_request(text: str) -> Request:
    """Return the request that a JSON text holds; raise `RequestError` with all that is wrong with it."""
    message = _object(_parse(text))
    _only(message, KEYS, "The request has a key", "")
    for key in ("checklist", "jurisdiction", "today"):
        if key not in message:
            raise RequestError(Problem(key, f"The request has no {key}: give {_allowed(key)}."))
    checklist = CHECKLISTS[_one_of(message["checklist"], CHECKLISTS, "checklist")]
    jurisdiction = Jurisdiction(
        _one_of(message["jurisdiction"], [str(place) for place in checklist.jurisdictions], "jurisdiction")
    )
    today = _today(message["today"])
    answers = message.get("answers", {})
    if not isinstance(answers, dict):
        raise RequestError(
            Problem("answers", f"answers is {_quoted(answers)}: give an object of question ids and answers.")
        )
    return Request(checklist, jurisdiction, today, _answers(answers, checklist, jurisdiction, today))


def _allowed(key: str) -> str:
    return {
        "checklist": f"one of {_listed(CHECKLISTS)}",
        "jurisdiction": f"one of {_listed(str(place) for place in Jurisdiction)}",
        "today": "the date of the assessment, YYYY-MM-DD",
    }[key]


def _parse(text: str) -> object:
    if len(text) > LONGEST_REQUEST:
        raise RequestError(
            Problem("", f"The request is {len(text):,} characters long: at most {LONGEST_REQUEST:,} are read.")
        )
    try:
        return json.loads(text, object_pairs_hook=_no_repeats, parse_constant=_no_constant)
    except RecursionError:
        raise RequestError(
            Problem("", "The request is nested too deeply: it is one object with an object of answers in it.")
        ) from None
    except json.JSONDecodeError as error:
        raise RequestError(
            Problem("", f"The request is not JSON: {error.msg} at line {error.lineno}, column {error.colno}.")
        ) from None
    except ValueError as error:
        if isinstance(error, RequestError):
            raise
        raise RequestError(Problem("", "The request has a number that is too long to read.")) from None


def _no_repeats(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found: dict[str, object] = {}
    for key, value in pairs:
        if key in found:
            raise RequestError(Problem(_plain(key), f"{_quoted(key)} is given twice: keep one of them."))
        found[key] = value
    return found


def _no_constant(name: str) -> object:
    raise RequestError(Problem("", f"{name} is not JSON: give a text instead."))


def _object(value: object) -> Json:
    if not isinstance(value, dict):
        raise RequestError(Problem("", f"The request is {_quoted(value)}: it must be an object with {_listed(KEYS)}."))
    return value


def _only(message: Json, keys: Iterable[str], what: str, field: str) -> None:
    for key in message:
        if key not in keys:
            raise RequestError(
                Problem(
                    field or _plain(key),
                    f"{what} {_quoted(key)} that is not known: use {_listed(keys)}{_meant(key, keys)}.",
                )
            )


def _one_of(value: object, allowed: Iterable[str], field: str) -> str:
    allowed = list(allowed)
    if not isinstance(value, str) or value not in allowed:
        raise RequestError(
            Problem(field, f"{field} is {_quoted(value)}: use {_listed(allowed)}{_meant(value, allowed)}.")
        )
    return value


def _today(value: object) -> date:
    try:
        day = read(value) if isinstance(value, str) else None
    except DateError as error:
        raise RequestError(Problem("today", f"today is {_quoted(value)}: {_lower(error)}.")) from None
    if day is None or day.approximate:
        raise RequestError(Problem("today", f"today is {_quoted(value)}: write the full date, YYYY-MM-DD."))
    return day.date


def _answers(given: Json, checklist: Checklist, jurisdiction: Jurisdiction, today: date) -> Mapping[str, Answer]:
    known = questions(checklist)
    here = {question.id: question for question in checklist.current(jurisdiction).questions}
    answers: dict[str, Answer] = {}
    problems: list[Problem] = []
    for id_, value in given.items():
        if id_ not in known:
            problems.append(_unknown_question(id_, checklist, known))
            continue
        try:
            answers[id_] = _answer(here.get(id_, known[id_]), value, today)
        except RequestError as error:
            problems += error.problems
    problems += _out_of_order(answers, here, problems)
    if problems:
        raise RequestError(*problems)
    return answers


def _unknown_question(id_: str, checklist: Checklist, known: Iterable[str]) -> Problem:
    allowed = f"its questions are {_listed(known)}"
    return Problem(
        _plain(id_),
        f"{_quoted(id_)} is not a question of the checklist {checklist.id}: {allowed}{_meant(id_, known)}.",
    )


def _answer(question: Question, value: object, today: date) -> Answer:
    if isinstance(question, Choice):
        return _one_of(value, (*(option.value for option in question.options), UNSURE.value), question.id)
    if value == UNSURE.value:
        return UNSURE.value
    try:
        day = _day(value)
    except DateError as error:
        raise RequestError(
            Problem(question.id, f"{question.id} is {_quoted(value)}: {_lower(error)}.", error.part)
        ) from None
    if day.date > today:
        raise RequestError(
            Problem(
                question.id,
                f"{question.id} is {_quoted(value)}, which is after today, {in_words(today)}: "
                "give a date that has passed.",
                "year" if day.date.year > today.year else "month" if day.date.month > today.month else "day",
            )
        )
    return day


def _day(value: object) -> Day:
    """Return the day of a date answer: a text, or the three boxes of the form as they were typed."""
    if isinstance(value, str):
        return read(value)
    if isinstance(value, dict) and all(key in DATE_PARTS and isinstance(part, str) for key, part in value.items()):
        return read_parts(value)
    raise DateError(HOW_TO_WRITE_A_DATE)


def _out_of_order(answers: Mapping[str, Answer], here: Mapping[str, Question], known: list[Problem]) -> list[Problem]:
    problems = []
    for id_, day in answers.items():
        question = here.get(id_)
        if not isinstance(question, DateQuestion) or not isinstance(day, Day) or known:
            continue
        first = answers.get(question.not_before)
        if isinstance(first, Day) and (day.date.year, day.date.month, day.approximate or day.date.day) < (
            first.date.year,
            first.date.month,
            day.approximate or (1 if first.approximate else first.date.day),
        ):
            problems.append(
                Problem(
                    id_,
                    f"{id_} is {_quoted(str(day))}, which is before {question.not_before}, {_quoted(str(first))}: "
                    "check both dates.",
                )
            )
    return problems


def questions(checklist: Checklist) -> dict[str, Question]:
    """Return every question of a checklist, in any jurisdiction and at any time, by its id."""
    found: dict[str, Question] = {question.id: question for question in SAFETY}
    for claim in checklist.claims:
        for question in claim.questions:
            found.setdefault(question.id, question)
    return found


def _quoted(value: object) -> str:
    """Return a value as it can be shown in a sentence: shortened, and with nothing unprintable in it."""
    if isinstance(value, dict) and value.keys() <= set(DATE_PARTS):
        value = " ".join(str(value[part]) for part in DATE_PARTS if value.get(part))
    text = value if isinstance(value, str) else json.dumps(value)
    shown = "".join(c if c.isprintable() else f"\\x{ord(c):02x}" for c in text[:LONGEST_QUOTE])
    return f"“{shown}{'…' if len(text) > LONGEST_QUOTE else ''}”"


def _plain(key: str) -> str:
    return _quoted(key)[1:-1]


def _listed(names: Iterable[str]) -> str:
    *most, last = names
    return f"{', '.join(most)} or {last}" if most else last


def _meant(value: object, allowed: Iterable[str]) -> str:
    close = difflib.get_close_matches(str(value)[:LONGEST_QUOTE], list(allowed), n=1)
    return f"; did you mean {close[0]}?" if close else ""


def _lower(error: Exception) -> str:
    text = str(error)
    return text[0].lower() + text[1:]


# Writing an assessment


def assessment(request: Request) -> Json:
    """Assess a request and return the message that says what was found."""
    found = assess(request.checklist, request.jurisdiction, request.answers, request.today)
    return {
        "checklist": request.checklist.id,
        "jurisdiction": str(request.jurisdiction),
        "today": request.today.isoformat(),
        "title": wording.title(request.checklist, request.jurisdiction),
        "outcome": str(found.outcome),
        "outcome_in_words": wording.OUTCOMES[found.outcome],
        "headline": wording.headline(found),
        "flags": [{"id": flag.id, "message": flag.message} for flag in found.flags],
        "findings": [_finding(point) for point in found.findings],
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
                "finding_in_words": wording.FINDINGS[finding],
                "max_penalty": provision.max_penalty or None,
                "beyond": provision.beyond or None,
                "authority": _citation(provision.authority),
            }
            for provision, finding in found.provisions
        ],
        "questions": [{"id": question.id, "name": question.name} for question in questions(request.checklist).values()],
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
        "law_as_at": request.checklist.law_as_at.isoformat(),
        "review_due": request.checklist.review_due.isoformat(),
        "rules_version": __version__,
    }


def _finding(found: PointFinding) -> Json:
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
        "because": wording.because(found),
        "authority": _citation(found.point.authority),
    }


def _citation(citation: Citation) -> Json:
    return {"cite": citation.cite, "url": citation.url}


# Showing a definition


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


def definition(id_: str) -> Json:
    """Return a whole checklist as data; raise `RequestError` where there is none of that id."""
    checklist = CHECKLISTS[_one_of(id_, CHECKLISTS, "checklist")]
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
