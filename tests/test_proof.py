"""The proof: what is counted is the whole, and what it claims can fail."""

from dataclasses import replace
from itertools import product

import pytest
from pymdownx.superfences import SuperFencesException

from checklists.assessment import UNSURE, Case
from checklists.law import Element, Jurisdiction, all_of
from checklists.rules import CHECKLISTS
from overrides.proof import Proof, proof, proofs
from overrides.runtime import ROOT

FALSEHOOD = CHECKLISTS["malicious-falsehood"]
(CLAIM,) = FALSEHOOD.current(Jurisdiction.SCOTLAND)


def test_the_counts_are_those_of_the_whole_space():
    """Put together from parts, the counts are those of going through every set of answers in one go."""
    case = Case(CLAIM, {}, FALSEHOOD.law_as_at)
    asked = [question for question in CLAIM.questions if case.values(question)]
    counted = {}
    for vector in product(*((*case.values(question), UNSURE) for question in asked)):
        answers = {question.id: value for question, value in zip(asked, vector, strict=True)}
        outcome = Case(CLAIM, answers, FALSEHOOD.law_as_at).outcome()
        counted[outcome] = counted.get(outcome, 0) + 1

    assert Proof(CLAIM, FALSEHOOD).counts == counted


def test_a_dead_point_stops_the_build():
    """A point that can never change the outcome is named."""
    dead = Element("Dead", "?", authority=CLAIM.elements[0].authority, options=())
    always = replace(CLAIM, elements=(*CLAIM.elements, all_of(dead)))

    with pytest.raises(ValueError, match="no answer to dead can change the outcome"):
        Proof(always, FALSEHOOD).points  # noqa: B018 - it raises


@pytest.mark.parametrize("checklist", CHECKLISTS.values(), ids=CHECKLISTS)
def test_each_checklist_is_proved_on_the_page(checklist):
    """Every checklist has its table, and no outcome of it is out of reach."""
    page = (ROOT / "docs" / "about" / "proofs.md").read_text(encoding="utf-8")
    assert f"```proof\n{checklist.id}\n```" in page

    for one in proofs(checklist):
        every_outcome_is_reached(one)
        assert f"<td>{one.counts.total():,}</td>" in proof(checklist.id)


def every_outcome_is_reached(one):
    """Assert that a claim can end in each outcome, out of time among them where a period ends it."""
    limited = any(limit.years or limit.months for limit in one.law.limitations if limit.bars)
    assert len(one.counts) == (4 if limited else 3)


def test_a_wrong_name_stops_the_build():
    """A checklist that does not exist is told in a sentence."""
    with pytest.raises(SuperFencesException, match="there is no such checklist"):
        proof("harrassment")
