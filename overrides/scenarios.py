"""The worked cases of tests/scenarios: the tests run them, the pages offer them as examples."""

import json
import sys
import tomllib
from dataclasses import dataclass
from datetime import date
from typing import Any

from checklists.law import Jurisdiction, Nation, Place
from checklists.rules import CHECKLISTS
from overrides.kept import ROOT

FOLDER = ROOT / "tests" / "scenarios"


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


if __name__ == "__main__":  # for what runs the cases in another Python
    json.dump([scenario.request() for id_ in CHECKLISTS for scenario in read(id_)], sys.stdout, default=str)
