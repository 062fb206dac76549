"""scripts/mutate: what it changes, and that a change is noticed while the rules as they are pass."""

import pytest

from checklists.rules import CHECKLISTS
from tests.mutation.mutants import Mutant, mutants
from tests.mutation.rules import judged

FALSEHOOD = CHECKLISTS["malicious-falsehood"]


def test_each_mutant_is_another_checklist():
    """No mutant is the checklist itself, nor another mutant; all that it touches is one law."""
    found = list(mutants(FALSEHOOD))

    assert len({mutant.checklist for mutant in found} | {FALSEHOOD}) == len(found) + 1
    for mutant in found:
        changed = [now is not then for now, then in zip(mutant.checklist.claims, FALSEHOOD.claims, strict=True)]
        assert changed.index(True) == mutant.law
        assert changed.count(True) == 1


@pytest.mark.parametrize(
    ("checklist", "law"),
    [
        *((FALSEHOOD, law) for law in range(len(FALSEHOOD.claims))),
        *((checklist, -1) for checklist in CHECKLISTS.values() if checklist is not FALSEHOOD),
    ],
    ids=lambda one: getattr(one, "id", one),
)
def test_the_rules_as_they_are_pass(checklist, law):
    """Where nothing is changed, nothing is noticed: in every law of one checklist, and in the last of the others."""
    verdict = judged(Mutant(checklist, law % len(checklist.claims), "", "nothing is changed"))

    assert (verdict.sheet, verdict.promises, verdict.decides) == (False, False, False)


@pytest.mark.parametrize(
    ("what", "noticed"),
    [
        ("scotland 2022-08-08.elements[malice]: left out", (True, True, True)),
        ("scotland 2022-08-08 malice.authority: another authority", (True, False, False)),
    ],
)
def test_a_wrong_rule_is_told_from_a_wrong_authority(what, noticed):
    """The sheet notices both; the cases and statements notice what decides otherwise."""
    (mutant,) = (one for one in mutants(FALSEHOOD) if str(one) == what)

    verdict = judged(mutant)

    assert (verdict.sheet, verdict.promises, verdict.decides) == noticed
    assert CHECKLISTS[FALSEHOOD.id] is FALSEHOOD
