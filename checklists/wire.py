"""The border: a request in JSON comes in, an assessment in JSON goes out.

The worker in the browser and the command line both stand on it. Whatever is wrong with
a request is said in sentences that name the field, the value, what is allowed and what
was perhaps meant; nothing else ever leaves it.
"""

import difflib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from checklists.assessment import NOW, Assessment, assess
from checklists.dates import (
    DateError,
    Day,
    in_words,
    midnight_after,
    read,
    read_moment,
    read_moment_parts,
    read_parts,
)
from checklists.law import (
    NATION,
    UNSURE,
    Answer,
    Checklist,
    Choice,
    DateQuestion,
    Jurisdiction,
    MomentQuestion,
    Nation,
    Place,
    Question,
)
from checklists.rules import CHECKLISTS
from checklists.show import Json, assessment, questions

LONGEST_REQUEST = 100_000
LONGEST_QUOTE = 40
DATE_PARTS = ("day", "month", "year", "time")
KEYS = ("checklist", "jurisdiction", "today", "answers")
A_REQUEST = "an object with checklist, jurisdiction and today, and with answers where there are any"
HOW_TO_WRITE_A_DATE = "write YYYY-MM-DD, YYYY-MM where the day is not known, or unsure"
HOW_TO_WRITE_A_MOMENT = "write YYYY-MM-DDTHH:MM, or unsure"


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
    place: Place
    today: date
    answers: Mapping[str, Answer]

    def assess(self) -> Assessment:
        """Assess the answers."""
        return assess(self.checklist, self.place, self.answers, self.today)


def reply(text: str) -> str:
    """Answer a request for the page: ``{"assessment": …}``, or ``{"problems": […]}``; never raise."""
    try:
        return json.dumps({"assessment": assessment(read_request(text).assess())}, ensure_ascii=False)
    except RequestError as error:
        problems = [{"field": p.field, "part": p.part, "message": p.message} for p in error.problems]
        return json.dumps({"problems": problems}, ensure_ascii=False)


def read_request(text: str) -> Request:
    """Return the request that a JSON text holds; raise `RequestError` with all that is wrong with it."""
    message = _object(_parse(text))
    _refuse_unknown_keys(message)
    for key in ("checklist", "today"):
        if key not in message:
            raise RequestError(Problem(key, f"The request has no {key}: give {_allowed(key)}."))
    checklist = find(message["checklist"])
    today = _today(message["today"])
    answers = message.get("answers", {})
    if not isinstance(answers, dict):
        raise RequestError(
            Problem("answers", f"answers is {_quoted(answers)}: give an object of question ids and answers.")
        )
    place = _place(message, checklist, answers)
    given = {id_: value for id_, value in answers.items() if not (checklist.by_nation and id_ == NATION.id)}
    return Request(checklist, place, today, _answers(given, checklist, place, today))


def _place(message: Json, checklist: Checklist, answers: Json) -> Place:
    """Return the jurisdiction of a request; where the checklist's rules differ by nation, the nation, if known."""
    nation = _nation(checklist, answers)
    if "jurisdiction" not in message:
        if nation:
            return nation
        missing = (NATION.id, "answers have") if checklist.by_nation else ("jurisdiction", "request has")
        raise RequestError(_no_place(*missing, checklist.places))
    jurisdiction = Jurisdiction(
        _one_of(message["jurisdiction"], [str(place) for place in Jurisdiction], "jurisdiction")
    )
    if not checklist.by_nation:
        return jurisdiction
    possible = [place for place in Nation if place.jurisdiction is jurisdiction]
    if nation and nation not in possible:
        raise RequestError(
            Problem(
                NATION.id,
                f"nation is {_quoted(str(nation))}, which is not in the jurisdiction {jurisdiction}: "
                f"use {_listed(str(place) for place in possible)}, or leave the jurisdiction out.",
            )
        )
    if not nation and len(possible) > 1:
        return jurisdiction
    return nation or possible[0]


def _no_place(what: str, where: str, possible: Iterable[Place]) -> Problem:
    return Problem(what, f"The {where} no {what}: give {_listed(str(place) for place in possible)}.")


def _nation(checklist: Checklist, answers: Json) -> Nation | None:
    if not checklist.by_nation or answers.get(NATION.id, UNSURE.value) == UNSURE.value:
        return None
    return Nation(_one_of(answers[NATION.id], [*(str(place) for place in checklist.places), UNSURE.value], NATION.id))


def find(id_: object) -> Checklist:
    """Return the checklist of that id; raise `RequestError` where there is none."""
    return CHECKLISTS[_one_of(id_, CHECKLISTS, "checklist")]


def _allowed(key: str) -> str:
    return {
        "checklist": f"one of {_listed(CHECKLISTS)}",
        "today": "the date of the assessment, YYYY-MM-DD",
    }[key]


def _parse(text: str) -> object:
    if len(text) > LONGEST_REQUEST:
        raise RequestError(
            Problem("", f"The request is {len(text):,} characters long: at most {LONGEST_REQUEST:,} are read.")
        )
    if not text.strip():
        raise RequestError(Problem("", f"The request is empty: give {A_REQUEST}."))
    try:
        return json.loads(text, object_pairs_hook=_no_repeats, parse_constant=_no_constant)
    except RecursionError:
        raise RequestError(
            Problem("", "The request is nested too deeply: it is one object with an object of answers in it.")
        ) from None
    except json.JSONDecodeError as error:
        what = error.msg.removesuffix(" at")
        raise RequestError(
            Problem("", f"The request is not JSON: {what} at line {error.lineno}, column {error.colno}.")
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
        raise RequestError(Problem("", f"The request is {_quoted(value)}: it must be {A_REQUEST}."))
    return value


def _refuse_unknown_keys(message: Json) -> None:
    for key in message:
        if key not in KEYS:
            raise RequestError(
                Problem(
                    _plain(key),
                    f"The request has a key {_quoted(key)} that is not known: use {_listed(KEYS)}{_meant(key, KEYS)}",
                )
            )


def _one_of(value: object, allowed: Iterable[str], field: str) -> str:
    allowed = list(allowed)
    if not isinstance(value, str) or value not in allowed:
        raise RequestError(
            Problem(field, f"{field} is {_quoted(value)}: use {_listed(allowed)}{_meant(value, allowed)}")
        )
    return value


def _today(value: object) -> date:
    remedy = "write the full date, YYYY-MM-DD"
    try:
        day = read(value) if isinstance(value, str) else None
    except DateError as error:
        day = None
        remedy = _lower(error) if error.part else remedy
    if day is None or day.approximate:
        raise RequestError(Problem("today", f"today is {_quoted(value)}: {remedy}."))
    return day.date


def _answers(given: Json, checklist: Checklist, place: Place, today: date) -> Mapping[str, Answer]:
    known = questions(checklist)
    here = {question.id: question for law in checklist.current(place) for question in law.questions}
    until = _last_day(given, today)
    answers: dict[str, Answer] = {}
    problems: list[Problem] = []
    for id_, value in given.items():
        if id_ not in known:
            problems.append(_unknown_question(id_, checklist, known))
            continue
        try:
            answers[id_] = _answer(known[id_], value, until)
        except RequestError as error:
            problems += error.problems
    problems += _out_of_order(answers, here, problems)
    if problems:
        raise RequestError(*problems)
    return answers


def _last_day(given: Json, today: date) -> date:
    """Return the last day on which something can have happened: today; any, where a later moment is asked about.

    What has happened cannot come after that moment: its question says so.
    """
    try:
        return date.max if _moment(given.get(NOW)).date() > today else today
    except DateError:
        return today


def _unknown_question(id_: str, checklist: Checklist, known: Iterable[str]) -> Problem:
    allowed = f"its questions are {_listed(known)}"
    return Problem(
        _plain(id_),
        f"{_quoted(id_)} is not a question of the checklist {checklist.id}: {allowed}{_meant(id_, known)}",
    )


def _answer(question: Question, value: object, until: date) -> Answer:
    if isinstance(question, Choice):
        return _one_of(value, (*(option.value for option in question.options), UNSURE.value), question.id)
    if value == UNSURE.value:
        return UNSURE.value
    named = question.name if isinstance(value, dict) else question.id
    try:
        answer = _moment(value) if isinstance(question, MomentQuestion) else _day(value)
    except DateError as error:
        raise RequestError(Problem(question.id, f"{named} is {_typed(value)}: {_lower(error)}.", error.part)) from None
    if isinstance(question, DateQuestion | MomentQuestion) and not question.may_be_ahead:
        _refuse_ahead(question, named, value, answer, until)
    return answer


def _refuse_ahead(question: Question, named: str, value: object, answer: Day | datetime, today: date) -> None:
    """Raise `RequestError` where an answer lies after today."""
    if isinstance(answer, datetime):
        if answer.date() <= today or answer == midnight_after(today):
            return
        day = answer.date()
    else:
        day = answer.date
        if day <= today:
            return
    raise RequestError(
        Problem(
            question.id,
            f"{named} is {_typed(value)}, which is after today, {in_words(today)}: give a date that has passed.",
            "year" if day.year > today.year else "month" if day.month > today.month else "day",
        )
    )


def _day(value: object) -> Day:
    """Return the day of a date answer: a text, or the three boxes of the form as they were typed."""
    if isinstance(value, str):
        return read(value)
    boxes = _boxes(value)
    if boxes is None:
        raise DateError(HOW_TO_WRITE_A_DATE)
    return read_parts(boxes)


def _moment(value: object) -> datetime:
    """Return the moment of an answer: a text, or the four boxes of the form as they were typed."""
    if isinstance(value, str):
        return read_moment(value)
    boxes = _boxes(value)
    if boxes is None:
        raise DateError(HOW_TO_WRITE_A_MOMENT)
    return read_moment_parts(boxes)


def _boxes(value: object) -> dict[str, str] | None:
    """Return the boxes of the form as they were typed; None where a value is not made of them."""
    if not isinstance(value, dict) or not value:
        return None
    return value if all(key in DATE_PARTS and isinstance(part, str) for key, part in value.items()) else None


def _typed(value: object) -> str:
    """Return the answer to a question of date or time as it can be shown: what was typed into boxes is one text."""
    boxes = _boxes(value)
    return _quoted(" ".join(boxes[part] for part in DATE_PARTS if boxes.get(part)) if boxes else value)


def _out_of_order(answers: Mapping[str, Answer], here: Mapping[str, Question], known: list[Problem]) -> list[Problem]:
    problems = []
    for id_, day in answers.items():
        question = here.get(id_)
        if not isinstance(question, DateQuestion | MomentQuestion) or known:
            continue
        first = next((one for one in question.not_before if _precedes(day, answers.get(one))), None)
        if first:
            problems.append(
                Problem(
                    id_,
                    f"{id_} is {_quoted(_written(day))}, which is before {first}, {_quoted(_written(answers[first]))}: "
                    f"check both {'dates' if isinstance(day, Day) else 'times'}.",
                )
            )
    return problems


def _precedes(one: Answer, other: Answer | None) -> bool:
    """Tell whether a day or a moment certainly lies before another; a month may hold the other's day."""
    if isinstance(one, datetime) and isinstance(other, datetime):
        return one < other
    if not isinstance(one, Day) or not isinstance(other, Day):
        return False
    return (one.date.year, one.date.month, one.approximate or one.date.day) < (
        other.date.year,
        other.date.month,
        one.approximate or other.date.day,
    )


def _written(answer: Answer) -> str:
    return f"{answer:%Y-%m-%dT%H:%M}" if isinstance(answer, datetime) else str(answer)


def _quoted(value: object) -> str:
    """Return a value as it can be shown in a sentence: shortened, and with nothing unprintable in it."""
    if isinstance(value, dict | list):
        return "an object" if isinstance(value, dict) else "a list"
    text = value if isinstance(value, str) else json.dumps(value)
    shown = "".join(c if c.isprintable() else f"\\x{ord(c):02x}" for c in text[:LONGEST_QUOTE])
    return f"“{shown}{'…' if len(text) > LONGEST_QUOTE else ''}”"


def _plain(key: str) -> str:
    return _quoted(key)[1:-1]


def _listed(names: Iterable[str]) -> str:
    *most, last = names
    return f"{', '.join(most)} or {last}" if most else last


def _meant(value: object, allowed: Iterable[str]) -> str:
    """Return the end of a sentence: what was perhaps meant, where anything is near or one alone has it as a word."""
    meant, names = str(value)[:LONGEST_QUOTE].casefold(), list(allowed)
    close = difflib.get_close_matches(meant, names, n=1) or [name for name in names if meant in name.split("-")]
    return f"; did you mean {close[0]}?" if len(close) == 1 else "."


def _lower(error: Exception) -> str:
    text = str(error)
    return text[0].lower() + text[1:]
