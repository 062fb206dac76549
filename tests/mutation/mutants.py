"""Mutants of data: every way to make rules wrong in one place.

It walks the nouns of `checklists.law` and knows no particular checklist. Words for readers are left as
they are: no proof can tell a good sentence from a bad one, so people read them in the review sheets.
"""

from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import date, timedelta
from enum import Enum
from itertools import pairwise
from typing import Any

from checklists.law import AllOf, AnyOf, Checklist, Choice, Citation, Deadline, Law, Question, When
from checklists.logic import Finding

DEFINED_ONCE = (Question, Deadline)
DEFINITE = (Finding.MET, Finding.NOT_MET, Finding.UNCLEAR)


@dataclass(frozen=True)
class Mutant:
    """A checklist that is wrong in one law, at one place: ``where`` names it, ``what`` is done there."""

    checklist: Checklist
    law: int
    where: str
    what: str

    def __str__(self) -> str:
        """Return where it is wrong, and how."""
        return f"{self.where}: {self.what}"


type Change = tuple[str, str, Any]


def mutants(checklist: Checklist) -> Iterator[Mutant]:
    """Yield every mutant of a checklist's laws; a question or deadline is changed wherever the law uses it."""
    for index, law in enumerate(checklist.claims):
        name = " ".join(filter(None, (law.place, law.id, law.since.isoformat())))
        once = {id(thing): thing for thing in _defined_once(law)}
        changes = [*_within(law, law)]
        for thing in once.values():
            for where, what, changed in _within(thing, law):
                changes.append((f" {thing.id}{where}", what, _with(law, thing, changed)))
        for where, what, changed in changes:
            claims = (*checklist.claims[:index], changed, *checklist.claims[index + 1 :])
            yield Mutant(replace(checklist, claims=claims), index, f"{name}{where}", what)


def _defined_once(value: Any) -> Iterator[Any]:
    """Yield the questions and deadlines of a law, as often as it uses them."""
    if isinstance(value, DEFINED_ONCE):
        yield value
    for inner in _inside(value):
        yield from _defined_once(inner)


def _inside(value: Any) -> tuple[Any, ...]:
    if isinstance(value, tuple):
        return value
    return tuple(getattr(value, field.name) for field in fields(value)) if is_dataclass(value) else ()


def _with(value: Any, old: object, new: object) -> Any:
    """Return a value with one thing replaced by another wherever it is used."""
    if value is old:
        return new
    if isinstance(value, tuple):
        return tuple(_with(inner, old, new) for inner in value)
    if is_dataclass(value) and not isinstance(value, Citation):
        inner = {field.name: _with(getattr(value, field.name), old, new) for field in fields(value)}
        if any(inner[name] is not getattr(value, name) for name in inner):
            return replace(value, **inner)
    return value


def _changes(value: object, law: Law) -> Iterator[Change]:
    """Yield the changes of a value: where inside it, what is done, and what it becomes."""
    match value:
        case tuple():
            yield from _of_tuple(value, law)
        case When():
            yield from _of_when(value, law)
        case Citation():
            yield "", "another authority", replace(value, cite=f"not {value.cite}")
        case AllOf(parts) | AnyOf(parts):
            if len(parts) > 1:
                yield "", "all or any", (AnyOf if isinstance(value, AllOf) else AllOf)(parts)
            yield from _within(value, law)
        case _ if is_dataclass(value):
            yield from () if isinstance(value, DEFINED_ONCE) else _within(value, law)
        case _:
            yield from (("", f"{value} becomes {other}", other) for other in _others(value))


def _others(value: object) -> Iterator[object]:
    """Yield what a finding, a number, a day or a place could be instead; nought stays, for it means none."""
    match value:
        case bool():
            yield not value
        case int() if value:
            yield value + 1
        case date():
            yield from (value - timedelta(days=1), value + timedelta(days=1))
        case Finding():
            yield from (other for other in DEFINITE if other is not value)
        case Enum():
            yield next(other for other in type(value) if other is not value)


def _within(value: Any, law: Law) -> Iterator[Change]:
    """Yield the changes of each field of a noun: left out where it may be, and changed."""
    for field in fields(value):
        inner = getattr(value, field.name)
        if inner is not None and field.default is None:
            yield f".{field.name}", "left out", replace(value, **{field.name: None})
        for where, what, changed in _changes(inner, law):
            yield f".{field.name}{where}", what, replace(value, **{field.name: changed})


def _of_tuple(values: tuple[Any, ...], law: Law) -> Iterator[Change]:
    """Yield the changes of a row: each thing left out, each two neighbours swapped, each thing changed."""
    for at, value in enumerate(values):
        name = f"[{getattr(value, 'id', getattr(value, 'value', at))}]"
        before, after = values[:at], values[at + 1 :]
        yield name, "left out", (*before, *after)
        for where, what, changed in _changes(value, law):
            yield f"{name}{where}", what, (*before, changed, *after)
    for at, (one, other) in enumerate(pairwise(values)):
        if not isinstance(one, str):
            yield f"[{at}]", "swapped with the next", (*values[:at], other, one, *values[at + 2 :])


def _of_when(when: When, law: Law) -> Iterator[Change]:
    """Yield the condition that the question has another answer, and the condition without each of its answers."""
    question = law.question(when.question)
    if isinstance(question, Choice):
        others = tuple(option.value for option in question.options if option.value not in when.values)
        yield "", f"{' or '.join(when.values)} becomes {' or '.join(others)}", replace(when, values=others)
    if len(when.values) > 1:
        for value in when.values:
            yield "", f"no longer {value}", replace(when, values=tuple(one for one in when.values if one != value))
