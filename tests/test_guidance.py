"""The guidance: everything it must cover is on a page, and every page says when it was read."""

from datetime import date

import pytest
from mkdocs.utils.meta import get_data

from checklists.law import Jurisdiction
from overrides.runtime import ROOT

DOCS = ROOT / "docs"
PAGES = {path: get_data(path.read_text(encoding="utf-8")) for path in sorted(DOCS.rglob("*.md"))}
GUIDANCE = {path: page for path, page in PAGES.items() if "covers" in page[1]}
TOPICS = {f"G{number:02}" for number in range(1, 26)}


def test_every_topic_is_covered():
    """Each of the 25 topics is on at least one page, and no page names another."""
    covered = [topic for _, meta in GUIDANCE.values() for topic in meta["covers"]]

    assert set(covered) == TOPICS


@pytest.mark.parametrize("path", GUIDANCE, ids=lambda path: str(path.relative_to(DOCS)))
def test_a_page_says_when_it_was_read_and_where_it_holds(path):
    """A guidance page has a title, a description, its jurisdictions, and a review due within a year of the last."""
    _, meta = GUIDANCE[path]

    assert meta["title"]
    assert meta["description"].endswith(".")
    assert set(meta["jurisdictions"]) <= set(Jurisdiction)
    reviewed, due = (date.fromisoformat(str(meta[name])) for name in ("reviewed", "review_due"))
    assert 0 < (due - reviewed).days <= 366


@pytest.mark.parametrize("path", PAGES, ids=lambda path: str(path.relative_to(DOCS)))
def test_no_page_says_that_a_law_has_been_broken(path):
    """The guidance organises facts: it never finds anyone guilty of anything."""
    text = PAGES[path][0].lower()

    for phrase in ("has broken the law", "is guilty", "this is harassment.", "this is defamation."):
        assert phrase not in text
