"""The stories fence: worked cases told as short stories, each with the assessment that the rules give.

    ```stories
    harassment
    S05
    h-two-staff-no-demand
    ```

The first line names a checklist, the others its cases, in the order in which they are told.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from checklists import wording
from checklists.dates import in_words, read, read_moment
from checklists.law import UNSURE, Choice, Law, Procedure, Step
from checklists.rules import CHECKLISTS
from checklists.show import questions
from checklists.wire import reply
from overrides import scenarios
from overrides.fence import rendered
from overrides.scenarios import Scenario


@dataclass(frozen=True)
class Story:
    """A worked case, what the rules make of it, and the case it is paired with."""

    scenario: Scenario
    pair: "Story | None" = None

    @cached_property
    def assessment(self) -> dict[str, Any]:
        """Return the assessment, as the page of the checklist gets it."""
        found: dict[str, Any] = json.loads(reply(json.dumps(self.scenario.request())))["assessment"]
        return found

    @property
    def anchor(self) -> str:
        """Return the id of its heading."""
        return f"{self.scenario.checklist}-{self.scenario.id}".lower()

    @property
    def address(self) -> str:
        """Return where its checklist opens with the case filled in, seen from a page beside the checklist's."""
        return f"../{self.scenario.checklist}/?example={self.scenario.id}"

    @property
    def place(self) -> str:
        """Return whose law is applied."""
        return self.scenario.place.label

    @property
    def decisive(self) -> list[dict[str, Any]]:
        """Return the points that decide the outcome or keep it open."""
        found = self.assessment
        return [] if "offences" in found else [point for point in found["findings"] if point["decisive"]]

    @property
    def offences(self) -> list[dict[str, Any]]:
        """Return the offences that the law of the place and day has."""
        return [one for one in self.assessment.get("offences", []) if one["outcome"] != "not-applicable"]

    @property
    def steps(self) -> list[dict[str, Any]]:
        """Return the steps that this case calls for, beside those that every case does."""
        always = {
            step.id for law in CHECKLISTS[self.scenario.checklist].claims for step in _steps(law) if not step.when
        }
        found = self.assessment.get("steps", [])
        return [step for step in found if step["finding"] == "met" and step["id"] not in always]

    @property
    def clocks(self) -> list[tuple[str, str]]:
        """Return each time limit by name, with its last day."""
        return [
            (clock["name"], f"{in_words(date.fromisoformat(clock['last_day']))}: {clock['status_in_words'].lower()}")
            for clock in self.assessment["time"]
            if clock["last_day"]
        ]

    @property
    def changes(self) -> Iterator[tuple[str, str, str]]:
        """Yield what is different in the paired case: what it is, here, there."""
        if self.pair is None:
            return
        here, there = self.scenario, self.pair.scenario
        if here.today != there.today:
            yield "Looked at on", in_words(here.today), in_words(there.today)
        if here.place is not there.place:
            yield "Under the law of", self.place, self.pair.place
        checklist = CHECKLISTS[self.scenario.checklist]
        asked = questions(checklist, checklist.current(here.place))
        worded = {point["id"]: point["asks"] for point in self.assessment["findings"]}
        for id_ in {**here.answers, **there.answers}:
            (mine, _), (other, _) = here.answers.get(id_, NOTHING), there.answers.get(id_, NOTHING)
            if mine != other:
                question = asked[id_]
                yield worded.get(id_, question.asks), _answer(question, mine), _answer(question, other)


NOTHING = (None, "")


def _steps(law: Law) -> tuple[Step, ...]:
    return law.steps if isinstance(law, Procedure) else ()


def _day(text: str) -> str:
    return in_words(read_moment(text) if "T" in text else read(text))


def _answer(question: object, answer: str | None) -> str:
    """Return an answer as the form words it."""
    if answer is None:
        return "not answered"
    if isinstance(question, Choice):
        return f"“{question.option(answer).label}”"
    return UNSURE.label if answer == UNSURE.value else _day(answer)


def told(source: str) -> list[Story]:
    """Return the stories that a fence names; raise `ValueError` where there is no such case."""
    checklist, *ids = source.split()
    if checklist not in CHECKLISTS:
        raise ValueError(f"there is no such checklist; there are {', '.join(CHECKLISTS)}.")
    cases = {scenario.id: scenario for scenario in scenarios.read(checklist)}
    unknown = [id_ for id_ in ids if id_ not in cases]
    if unknown or not ids:
        raise ValueError(f"it must name cases of tests/scenarios/{checklist}.toml, not {', '.join(unknown) or 'none'}.")
    pairs = {id_: cases.get(cases[id_].pair) for id_ in ids}
    return [Story(cases[id_], Story(pair) if (pair := pairs[id_]) else None) for id_ in ids]


def tell(source: str) -> str:
    """Return the stories that a fence names, in HTML."""
    return rendered("stories.html", stories=told(source), day=_day, outcomes=wording.OUTCOMES)
