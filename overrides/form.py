"""The form of a checklist, in static HTML.

It reads, prints and can be filled in by hand without any script: every jurisdiction is shown, labelled. The page's
script shows one of them and carries the answers to Python.
"""

import difflib
import json
import re
from dataclasses import dataclass, replace
from typing import Any

from checklists import __version__, wording
from checklists.flags import SAFETY
from checklists.law import (
    UNSURE,
    Checklist,
    Choice,
    Citation,
    DateQuestion,
    Defence,
    Element,
    MomentQuestion,
    Offence,
    Place,
    Point,
    Procedure,
    Question,
    Removal,
    Severity,
)
from checklists.rules import CHECKLISTS
from overrides import paper, scenarios
from overrides.fence import rendered

BETWEEN_TAGS = re.compile(r">\s*\n\s*<")  # a fifth of what a browser would read, and keep as texts


@dataclass(frozen=True)
class Asked:
    """A question as it is worded in some jurisdictions, with what it rests on in each."""

    question: Question
    number: int
    in_places: tuple[tuple[Place, Question], ...]

    @property
    def name(self) -> str:
        """Return the name of its inputs, which no other wording of the question shares."""
        return self.question.id if self.number == 1 else f"{self.question.id}.{self.number}"

    @property
    def places(self) -> list[Place]:
        """Return the jurisdictions or nations that word it so."""
        return list(dict.fromkeys(place for place, _ in self.in_places))

    @property
    def is_date(self) -> bool:
        """Tell whether it asks for a date."""
        return isinstance(self.question, DateQuestion | MomentQuestion)

    @property
    def boxes(self) -> list[dict[str, Any]]:
        """Return the boxes that a date is typed into."""
        boxes = [
            {"name": "day", "label": "Day", "width": 2},
            {"name": "month", "label": "Month", "width": 4, "inputmode": "text"},
            {"name": "year", "label": "Year", "width": 4},
        ]
        if isinstance(self.question, MomentQuestion):
            boxes.append({"name": "time", "label": "Time", "width": 4, "inputmode": "text"})
        return boxes

    @property
    def options(self) -> list[dict[str, str]]:
        """Return what can be chosen: "not sure" last, after an "or"."""
        if not isinstance(self.question, Choice):
            return []
        items = [{"value": option.value, "text": option.label} for option in self.question.options]
        return [*items, {"divider": "or"}, {"value": UNSURE.value, "text": UNSURE.label}]

    @property
    def help(self) -> list[tuple[list[Place], str, str]]:
        """Return why it is asked and how to find out, with the jurisdictions each holds in."""
        found: dict[tuple[str, str], list[Place]] = {}
        for place, question in self.in_places:
            found.setdefault((question.why, question.find_out), []).append(place)
        return [(places, why, find_out) for (why, find_out), places in found.items() if why or find_out]

    @property
    def authorities(self) -> list[tuple[list[Place], Citation]]:
        """Return what it rests on, with the jurisdictions each holds in."""
        found: dict[Citation, list[Place]] = {}
        for place, question in self.in_places:
            if isinstance(question, Point):
                found.setdefault(question.authority, []).append(place)
        return [(places, citation) for citation, places in found.items()]


def form(id_: str) -> str:
    """Return the form of a checklist in HTML; raise `ValueError` where there is none of that id."""
    if id_ not in CHECKLISTS:
        close = difflib.get_close_matches(id_, CHECKLISTS, n=1)
        meant = f" Did you mean {close[0]}?" if close else ""
        raise ValueError(f"there is no such checklist; there are {', '.join(CHECKLISTS)}.{meant}")
    found = CHECKLISTS[id_]
    worked = examples(found)
    html = rendered(
        "form.html",
        checklist=found,
        sections=sections(found),
        numbers=numbers(found),
        sheets=[paper.Sheet(found, place, numbers(found).__getitem__) for place in found.places],
        data=json.dumps(
            {
                "checklist": id_,
                "byNation": found.by_nation,
                "examples": worked,
            }
        ).replace("<", "\\u003c"),
        examples=worked,
        places=[{"value": str(place), "text": place.label} for place in found.places],
        wording=wording,
        version=__version__,
    )
    return BETWEEN_TAGS.sub("><", html)


def sections(found: Checklist) -> list[tuple[str, str, list[Asked]]]:
    """Return the form's sections: a heading, a line below it, and the questions."""
    asked = _asked(found)
    safety = [Asked(question, 1, tuple((place, question) for place in found.places)) for question in SAFETY]
    dates = [one for one in asked if one.is_date]
    if any(isinstance(law, Procedure) for law in found.claims):
        choices = [one for one in asked if not one.is_date]
        return [
            (*SAFETY_SECTION, safety),
            ("What you know", "Answer what you can. Leave out what you do not know.", choices),
            ("Dates and times", "Leave empty what has not happened, or what you do not know.", dates),
        ]
    return [
        (*SAFETY_SECTION, safety),
        (*_needed(found), [one for one in asked if isinstance(one.question, Element)]),
        (
            "What the author might answer",
            "Think of the author’s best case. It is better to meet it now than later.",
            [one for one in asked if isinstance(one.question, Defence)],
        ),
        (
            "How serious it is",
            "These do not change the outcome. They show which other laws may apply.",
            [one for one in asked if isinstance(one.question, Severity)],
        ),
        (
            "Dates",
            "Time limits run from these. Leave a date empty if you are not sure.",
            [one for one in asked if not isinstance(one.question, Point)],
        ),
    ]


def numbers(found: Checklist) -> dict[str, str]:
    """Return the number of each question on the form: the same in every place that asks it."""
    ids = dict.fromkeys(one.question.id for _, _, asked in sections(found) for one in asked)
    return {id_: str(number) for number, id_ in enumerate(ids, 1)}


SAFETY_SECTION = (
    "Safety first",
    "Optional, and never counted towards the outcome. Your answers show what needs attention first.",
)


def _needed(found: Checklist) -> tuple[str, str]:
    """Return the heading and the lead of the section with what must be shown."""
    if any(isinstance(law, Offence) for law in found.claims):
        return "What would have to be proved", "Each offence needs some of these. The assessment says which."
    if any(isinstance(law, Removal) for law in found.claims):
        return "What the contract requires", "Take these in order. The first ones are about fairness."
    return "What would have to be shown", "Each of these is needed, unless it says otherwise."


def _asked(found: Checklist) -> list[Asked]:
    """Return the current law's questions in order, those worded alike for several jurisdictions together."""
    worded: dict[tuple[object, ...], Asked] = {}
    counts: dict[str, int] = {}
    for place in found.places:
        for question in dict.fromkeys(question for law in found.current(place) for question in law.questions):
            labels = tuple(o.label for o in question.options) if isinstance(question, Choice) else ()
            key = (question.id, question.asks, question.hint, labels)
            if key in worded:
                worded[key] = replace(worded[key], in_places=(*worded[key].in_places, (place, question)))
            else:
                counts[question.id] = counts.get(question.id, 0) + 1
                worded[key] = Asked(question, counts[question.id], ((place, question),))
    order = list(dict.fromkeys(id_ for id_, *_ in worded))
    return sorted(worded.values(), key=lambda one: order.index(one.question.id))


def examples(found: Checklist) -> list[dict[str, Any]]:
    """Return the worked examples of a checklist, as the page fills them in."""
    return [
        {
            "id": scenario.id,
            "title": scenario.title,
            "jurisdiction": str(scenario.place),
            "place": scenario.place.label,
            "today": scenario.today.isoformat(),
            "facts": scenario.facts,
            "answers": {id_: str(answer) for id_, (answer, _) in scenario.answers.items()},
        }
        for scenario in scenarios.read(found.id)
    ]
