"""The review sheets: a change of the law shows as a change of a sentence."""

from dataclasses import replace
from pathlib import Path

import pytest

from checklists.law import Given
from checklists.review import sheet
from checklists.rules import CHECKLISTS

GOLDEN = Path(__file__).parent / "review"


@pytest.mark.parametrize("id_", CHECKLISTS)
def test_the_sheet_is_the_one_that_was_reviewed(id_):
    """Where this fails on purpose: python -m checklists review ID > tests/review/ID.md, and have it read."""
    assert sheet(CHECKLISTS[id_]) + "\n" == (GOLDEN / f"{id_}.md").read_text(encoding="utf-8")


def test_a_condition_that_stands_alone_is_on_the_sheet():
    """What an element asks of a date, with no point about it, is not passed over."""
    falsehood = CHECKLISTS["malicious-falsehood"]
    claim = falsehood.claims[0]
    dated = replace(claim, elements=(*claim.elements, Given(claim.limitations[0].accrues)))

    assert "- latest-publication is given\n" in sheet(replace(falsehood, claims=(dated,)))
