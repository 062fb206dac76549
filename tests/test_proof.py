"""The proof: what is counted is the whole, and what it claims can fail."""

from dataclasses import replace
from itertools import product

import pytest
from pymdownx.superfences import SuperFencesException

from checklists.assessment import UNSURE, Case
from checklists.law import Element, Jurisdiction, Procedure, all_of, any_of
from checklists.logic import Finding, Outcome
from checklists.rules import CHECKLISTS
from checklists.table import tables
from overrides import proof as proving
from overrides.fence import proof
from overrides.proof import Course, Proof, Told, courses, proofs, report
from overrides.scenarios import read

FALSEHOOD = CHECKLISTS["malicious-falsehood"]
(CLAIM,) = FALSEHOOD.current(Jurisdiction.SCOTLAND)
RESPONSE = CHECKLISTS["first-response"]


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


def test_every_way_to_learn_more_is_tried():
    """The ways counted are those of going through every settled set of answers and every question left open in it."""
    case = Case(CLAIM, {}, FALSEHOOD.law_as_at)
    asked = [question for question in CLAIM.questions if case.values(question)]
    ways = 0
    for vector in product(*((*case.values(question), UNSURE) for question in asked)):
        answers = {question.id: value for question, value in zip(asked, vector, strict=True)}
        if Case(CLAIM, answers, FALSEHOOD.law_as_at).outcome() in proving.SETTLED:
            ways += sum(len(case.values(one)) for one, value in zip(asked, vector, strict=True) if value == UNSURE)

    assert Proof(CLAIM, FALSEHOOD).learnt == ways > 100


@pytest.mark.parametrize("id_", ["first-response", "formal-action"])
def test_a_course_is_counted_as_the_engine_goes_through_it(id_):
    """What its table counts for a level, or for each route, is what the engine finds going through the answers."""
    checklist = CHECKLISTS[id_]
    (course,) = (one for one in courses(checklist) if one.table.law.place is Jurisdiction.SCOTLAND)
    law = course.table.law
    for part, row in (*course.table.steps, *((route, row) for route, row, _ in course.table.routes)):
        when = getattr(part, "when", None) or getattr(part, "opens", None)
        asked = list(dict.fromkeys(proving._asked(row.met)))
        if asked and len(asked) < 5:
            found = [
                Case(law, dict(zip(asked, vector, strict=True)), checklist.law_as_at).finding(when)
                for vector in product(("yes", "no", UNSURE), repeat=len(asked))
            ]
            size, counts = course.count([row.met])

            assert (size, counts[0]) == (len(found), found.count(Finding.MET)), part.id


def test_the_first_level_that_holds_is_counted():
    """Each set of answers is counted at one level: those left over to the last are at none."""
    (course, *_) = courses(RESPONSE)
    first, second = (row.met for _, row in course.table.levels[2:4])

    size, counts = course.count([first, second])

    own = {name: course.count([test]) for name, test in (("first", first), ("second", second))}
    assert size == counts.total() == own["first"][0] * own["second"][0]
    assert counts[0] == own["first"][1][0] * own["second"][0]
    assert counts[1] == own["first"][1][1] * own["second"][1][0]


def test_a_dead_point_stops_the_build():
    """A point that can never change the outcome is named."""
    dead = Element("Dead", "?", authority=CLAIM.elements[0].authority, options=())
    always = replace(CLAIM, elements=(*CLAIM.elements, all_of(dead)))

    with pytest.raises(ValueError, match="no answer to dead can change the outcome"):
        Proof(always, FALSEHOOD).points  # noqa: B018 - it raises


def test_an_outcome_out_of_reach_stops_the_build():
    """An element that nobody can meet leaves an outcome that no set of answers gives."""
    first = CLAIM.elements[0]
    never = replace(first, options=tuple(replace(option, finding=Finding.NOT_MET) for option in first.options))

    with pytest.raises(ValueError, match="no set of answers gives the outcome appears-made-out"):
        Proof(replace(CLAIM, elements=(never,)), FALSEHOOD).counts  # noqa: B018 - it raises


def test_a_reversal_stops_the_build(monkeypatch):
    """Where an open question counted as an answer, learning it would take back what was said, and that is told."""
    honest = Case.finding_by_answer
    unseen = replace(CLAIM)  # of which nothing is remembered

    def hasty(case, point):
        return Finding.MET if case.is_open(point.id) else honest(case, point)

    monkeypatch.setattr(Case, "finding_by_answer", hasty)

    with pytest.raises(ValueError, match="learning more reverses appears-made-out"):
        Proof(unseen, FALSEHOOD).learnt  # noqa: B018 - it raises


@pytest.mark.parametrize(("opens", "how"), [(all_of(any_of(), any_of()), "never"), (None, "always")])
def test_a_level_that_never_or_always_holds_stops_the_build(opens, how):
    """A level that no answer reaches, or none avoids, is named."""
    law = RESPONSE.claims[0]
    assert isinstance(law, Procedure)
    levels = (replace(law.levels[0], when=opens), *law.levels[1:])
    (table, *_) = tables(replace(RESPONSE, claims=(replace(law, levels=levels),)), law.place)

    with pytest.raises(ValueError, match=f"{how} holds in First response"):
        list(Course(table, RESPONSE).parts)


def test_a_case_that_comes_out_otherwise_stops_the_build():
    """A worked case that the rules do not decide as expected is named with both results."""
    case = read("harassment")[0]
    wrong = replace(case, expect={"outcome": str(Outcome.NOT_APPLICABLE)})

    with pytest.raises(ValueError, match=f"the case {case.id} expects"):
        Told(wrong).found  # noqa: B018 - it raises


@pytest.mark.parametrize("checklist", CHECKLISTS.values(), ids=CHECKLISTS)
def test_each_checklist_is_proved_on_its_page(checklist):
    """Its report has every count, every case and a line to sign."""
    html = report(checklist)

    for one in proofs(checklist):
        assert f"There are {one.counts.total():,} sets of answers" in html
        assert f"{one.learnt:,} ways to learn more" in html
    for case in read(checklist.id):
        assert f"?example={case.id}" in html
    assert "Signature" in html


def test_a_wrong_name_stops_the_build():
    """A checklist that does not exist is told in a sentence."""
    with pytest.raises(SuperFencesException, match="there is no such checklist"):
        proof("harrassment")
