"""The worked cases of tests/scenarios: the tests run them, the pages offer them as examples."""

import json
import random
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from checklists.law import Jurisdiction, Nation, Place
from checklists.rules import CHECKLISTS
from overrides.kept import ROOT

FOLDER = ROOT / "tests" / "scenarios"
TEXTS = ("", "Ünsicher", "\ud83d", "yes\0", "YES", "x" * 20_000)
DATES = ("2024-02-30", "0000-01-01", "9999-12-31", "2026-03-29T01:30")
ODD: tuple[object, ...] = (*TEXTS, *DATES, None, True, -1, 1e300, [], ["yes"], {}, {"yes": {}})


@dataclass(frozen=True)
class Scenario:
    """A worked case with its expected assessment.

    ``answers`` gives for each question the answer and the words of ``facts`` that it rests on.
    ``pair`` is the id of a case that differs in one answer and in outcome; ``teaches`` the rule it shows.
    """

    checklist: str
    id: str
    title: str
    place: Place
    today: date
    facts: str
    answers: dict[str, tuple[str, str]]
    expect: dict[str, Any]
    teaches: str
    pair: str

    def request(self) -> dict[str, Any]:
        """Return the request of checklists/wire.py that the case makes."""
        nation = {"nation": str(self.place)} if isinstance(self.place, Nation) else {}
        jurisdiction = self.place.jurisdiction if isinstance(self.place, Nation) else self.place
        return {
            "checklist": self.checklist,
            "jurisdiction": str(jurisdiction),
            "today": self.today.isoformat(),
            "answers": {**nation, **{id_: answer for id_, (answer, _) in self.answers.items()}},
        }


def read(checklist: str) -> list[Scenario]:
    """Return the cases of a checklist, in the order of their file."""
    path = FOLDER / f"{checklist}.toml"
    tables = tomllib.loads(path.read_text(encoding="utf-8"))["scenario"]
    return [
        Scenario(
            checklist,
            id=table["id"],
            title=table["title"],
            place=Nation(table["nation"]) if "nation" in table else Jurisdiction(table["jurisdiction"]),
            today=table["today"],
            facts=" ".join(table["facts"].split()),
            answers={id_: (answer, words) for id_, (answer, words) in table["answers"].items()},
            expect=table["expect"],
            teaches=table.get("teaches", ""),
            pair=table.get("pair", ""),
        )
        for table in tables
    ]


def asked(seed: int) -> Iterator[object]:
    """Yield what a page might ask, to try another Python: every case, answers mixed up, values that are wrong."""
    chance = random.Random(seed)  # noqa: S311 - nothing secret
    yield from ODD
    for id_ in CHECKLISTS:
        requests = [json.loads(json.dumps(scenario.request(), default=str)) for scenario in read(id_)]
        answers = [pair for request in requests for pair in request["answers"].items()]
        for request in requests:
            mixed = {**request["answers"], **dict(chance.sample(answers, 5))}
            yield request
            yield {**request, "answers": mixed}
            yield {**request, "answers": {**mixed, chance.choice([*mixed, "other"]): chance.choice(ODD)}}
            yield {**request, chance.choice([*request, "other"]): chance.choice(ODD)}


if __name__ == "__main__":
    json.dump(list(asked(seed=1)), sys.stdout)
