"""The rules are whole: every id stands for one thing, every authority can be opened, nothing is left without help."""

from collections import Counter
from dataclasses import replace
from datetime import date

import pytest

from checklists import authorities
from checklists.flags import FLAGS, SAFETY
from checklists.law import Act, Choice, Citation, Claim, Jurisdiction, points, slug
from checklists.logic import Finding
from checklists.rules import CHECKLISTS
from checklists.rules.defamation import truth

LAWS = [
    pytest.param(law, id=f"{checklist.id}-{law.place}-{law.id}-{law.since}")
    for checklist in CHECKLISTS.values()
    for law in checklist.claims
]
CLAIMS = [law for law in LAWS if isinstance(law.values[0], Claim)]


@pytest.mark.parametrize("claim", LAWS)
def test_ids_are_unique_and_conditions_name_questions_that_are_there(claim):
    """No two questions share an id; a condition names a question of the claim and answers it has."""
    ids = Counter(question.id for question in (*claim.questions, *SAFETY))
    assert set(ids.values()) == {1}
    for question in claim.questions:
        if question.when:
            other = claim.question(question.when.question)
            assert {option.value for option in other.options} >= set(question.when.values)


@pytest.mark.parametrize("claim", LAWS)
def test_every_question_says_why_and_how(claim):
    """A question ends as one, its hint is a short line without a full stop, and it says why and how to find out."""
    for question in claim.questions:
        assert question.why
        assert question.find_out
        assert "?" in question.asks
        assert question.hint
        assert not question.hint.endswith(".")
        assert len(question.hint) < 100


@pytest.mark.parametrize("checklist", CHECKLISTS.values(), ids=CHECKLISTS)
def test_a_question_has_the_same_answers_wherever_it_is_asked(checklist):
    """Laws of a checklist may word a question differently; its kind, its name and its answers are the same."""
    kinds = {}
    for law in checklist.claims:
        for question in law.questions:
            answers = {option.value for option in question.options} if isinstance(question, Choice) else type(question)
            kind = question.name, answers, getattr(question, "may_be_ahead", False)
            assert kinds.setdefault(question.id, kind) == kind, (law, question.id)


@pytest.mark.parametrize("claim", CLAIMS)
def test_options_have_findings_and_open_law_has_its_reason(claim):
    """An option whose finding is unclear says why, or leads to a further question."""
    for point in claim.points:
        for option in point.options:
            assert option.finding is not Finding.UNCLEAR or option.follows or option.note, (point.id, option.value)


@pytest.mark.parametrize("claim", CLAIMS)
def test_provisions_rest_on_points_of_the_claim(claim):
    """What a provision needs is asked in the same claim, by the same point: not by that of an older or newer law."""
    for provision in claim.provisions:
        assert set(points(provision.needs)) <= set(claim.points)


def test_citations_are_addressed():
    """Every Act and case has an address; a section, article or schedule is cited under its Act."""
    for value in vars(authorities).values():
        if isinstance(value, Citation):
            assert value.url.startswith("https://")
        if isinstance(value, Act):
            assert value.s("4A").url.endswith("/section/4A")
    act = authorities.DEFAMATION
    assert act.s("1(1)").cite == "Defamation Act 2013, s 1(1)"
    assert act.s("1(1)").url == "https://www.legislation.gov.uk/ukpga/2013/26/section/1"
    assert act.art("3(1)").url.endswith("/article/3")
    assert act.reg("2").cite == "Defamation Act 2013, reg 2"
    assert act.sch("3, para 24").url.endswith("/schedule/3")


def test_a_point_keeps_its_id_under_another_authority():
    """The same point in another jurisdiction differs in authority and in what is reworded, never in its id."""
    moved = truth.under(authorities.DEFAMATION_SCOTLAND.s("5"), asks="Is it true?")

    assert moved.id == truth.id == slug("Truth")
    assert (moved.asks, moved.why) == ("Is it true?", truth.why)


def test_the_newest_law_is_current_and_dates_are_in_order():
    """A checklist's current law is its newest; it was read before its review falls due."""
    for checklist in CHECKLISTS.values():
        assert checklist.jurisdictions in (tuple(Jurisdiction), (Jurisdiction.ENGLAND_AND_WALES,))
        assert checklist.law_as_at < checklist.review_due
        for place in checklist.places:
            in_force = checklist.in_force(place, checklist.law_as_at)
            assert in_force == tuple(law for law in checklist.current(place) if law.until is None)
            assert checklist.in_force(place, date(1800, 1, 1)) == ()


def test_the_law_of_a_day_does_not_rest_on_the_order_of_the_rules():
    """Whatever the order in which its versions are written down, each day has its own."""
    harassment = CHECKLISTS["harassment"]
    turned = replace(harassment, claims=harassment.claims[::-1])
    for day in (date(1998, 1, 1), date(2006, 1, 1), date(2026, 1, 1)):
        assert turned.in_force(Jurisdiction.ENGLAND_AND_WALES, day) == harassment.in_force(
            Jurisdiction.ENGLAND_AND_WALES, day
        )
    assert turned.current(Jurisdiction.SCOTLAND) == harassment.current(Jurisdiction.SCOTLAND)


def test_flags_are_raised_by_answers_that_exist():
    """What raises a flag is a question somewhere, with that answer."""
    asked = {q.id: q for c in CHECKLISTS.values() for claim in c.claims for q in claim.questions}
    asked |= {question.id: question for question in SAFETY}
    for flag in FLAGS:
        for when in (*flag.raised_by, *flag.unless, *(when for together in flag.presumed for when in together)):
            assert {option.value for option in asked[when.question].options} >= set(when.values)
        always = {name for c in CHECKLISTS.values() for claim in c.claims for name in claim.flags}
        assert flag.raised_by or flag.at or flag.id in always
