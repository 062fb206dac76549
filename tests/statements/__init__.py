"""The law stated a second time, by hand, in the fewest words: what the rules are held to.

A requirement is written "a and (b or c=x|?y/z)". An atom is a question; without more, "yes" gives it and "no" does
not. After "=" stand the answers that give it, with "?" those that the law leaves open, after "/" those that do not;
"x>b" is an answer whose finding is that of a further question. Values are 1 where it is given, 0 where it is not, a
half where it is open, None where it does not count.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from checklists.rules import CHECKLISTS

FOLDER = Path(__file__).parent
OPEN = 0.5
type Value = float | None


@dataclass(frozen=True)
class Atom:
    """A question, and what each of its answers gives."""

    question: str
    gives: dict[str, float]
    follows: dict[str, str]

    @property
    def answers(self) -> tuple[str, ...]:
        """Return its definite answers, those that give it first."""
        return (*self.follows, *self.gives)

    def value(self, statement: "Statement", answers: Mapping[str, Any]) -> Value:
        """Return what the answers give; "not sure" leaves it open where its answers differ."""
        counts = statement.counts.get(self.question)
        met = counts.value(statement, answers) if counts else 1
        if met != 1:
            return None if met == 0 else OPEN
        return self.chosen(answers)

    def chosen(self, answers: Mapping[str, Any]) -> float:
        """Return what the answer gives where it counts."""
        chosen = answers.get(self.question, "unsure")
        further = {answer: Atom.read(id_).chosen(answers) for answer, id_ in self.follows.items()}
        found = {value for one, value in (self.gives | further).items() if chosen in (one, "unsure")}
        return found.pop() if len(found) == 1 else OPEN

    @staticmethod
    def read(text: str) -> "Atom":
        """Return the atom that a text names."""
        question, _, rest = text.partition("=")
        given, _, refused = rest.partition("/") if rest else ("yes", "/", "no")
        gives, follows = {}, {}
        for answer in given.split("|"):
            if ">" in answer:
                value, _, follows[value] = answer.partition(">")
            else:
                gives[answer.removeprefix("?")] = OPEN if answer.startswith("?") else 1
        return Atom(question, gives | dict.fromkeys(filter(None, refused.split("|")), 0), follows)


@dataclass(frozen=True)
class Formula:
    """Parts of which all are needed, or of which one is enough."""

    parts: tuple["Formula | Atom", ...]
    enough: bool = False

    @property
    def atoms(self) -> tuple[Atom, ...]:
        """Return what it is made of."""
        return tuple(atom for part in self.parts for atom in (part.atoms if isinstance(part, Formula) else (part,)))

    def value(self, statement: "Statement", answers: Mapping[str, Any]) -> Value:
        """Return the least of what its parts give, or the most where one is enough."""
        found = [value for part in self.parts if (value := part.value(statement, answers)) is not None]
        return (max if self.enough else min)(found, default=None)

    @staticmethod
    def read(text: str) -> "Formula":
        """Return the formula that a text states."""
        return _formula(re.findall(r"[()]|[^\s()]+", text))


def _formula(words: list[str]) -> Formula:
    """Read a formula up to its end or closing bracket."""
    parts, joined = [], "and"
    while words and (word := words.pop(0)) != ")":
        if word in ("and", "or"):
            joined = word
        else:
            parts.append(_formula(words) if word == "(" else Atom.read(word))
    return Formula(tuple(parts), enough=joined == "or")


@dataclass(frozen=True)
class Statement:
    """A law in one place, from a day on, as it was stated by hand."""

    checklist: str
    place: str
    since: Any
    told: dict[str, Any]

    @property
    def name(self) -> str:
        """Return what it states."""
        return " ".join(filter(None, (self.checklist, self.place, self.told.get("id", ""), str(self.since))))

    @cached_property
    def elements(self) -> Formula:
        """Return what the claimant must show."""
        return Formula(tuple(Formula.read(one) for one in self.told.get("elements", ())))

    @cached_property
    def defences(self) -> Formula:
        """Return what the author may show in answer."""
        return Formula(tuple(Atom.read(one) for one in self.told.get("defences", ())), enough=True)

    @cached_property
    def counts(self) -> dict[str, Formula]:
        """Return when a question counts at all."""
        return {id_: Formula.read(text) for id_, text in self.told.get("counts", {}).items()}

    def table(self, key: str) -> dict[str, Formula]:
        """Return the formulas of its steps, routes, levels or provisions; one of nothing always holds."""
        return {id_: Formula.read(text) for id_, text in self.told.get(key, {}).items()}


def statements(checklist: str) -> Iterator[Statement]:
    """Yield what is stated of a checklist; of several places, each has its own day where days are told for each."""
    path = FOLDER / f"{checklist}.toml"
    for told in tomllib.loads(path.read_text(encoding="utf-8"))["law"] if path.exists() else ():
        places, days = _row(told["place"]), _row(told["since"])
        if len(places) == len(days):
            pairs = list(zip(places, days, strict=True))
        else:
            pairs = [(place, day) for place in places for day in days]
        yield from (Statement(checklist, place, day, told) for place, day in pairs)


def _row(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


STATEMENTS = [statement for checklist in CHECKLISTS for statement in statements(checklist)]
