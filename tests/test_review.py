"""The review sheets: a change of the law shows as a change of a sentence."""

from pathlib import Path

import pytest

from checklists.review import sheet
from checklists.rules import CHECKLISTS

GOLDEN = Path(__file__).parent / "review"


@pytest.mark.parametrize("id_", CHECKLISTS)
def test_the_sheet_is_the_one_that_was_reviewed(id_):
    """Where this fails on purpose: python -m checklists review ID > tests/review/ID.md, and have it read."""
    assert sheet(CHECKLISTS[id_]) + "\n" == (GOLDEN / f"{id_}.md").read_text(encoding="utf-8")
