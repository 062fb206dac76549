"""Stories: each tells its case as the data hold it, with the assessment that the tests expect."""

import re

import pytest
from pymdownx.superfences import SuperFencesException

from checklists.dates import in_words
from checklists.rules import CHECKLISTS
from overrides.fence import stories
from overrides.kept import ROOT
from overrides.scenarios import read
from overrides.stories import Story, tell, told

FENCES = {
    page: re.findall(r"^```stories\n(.*?)```", page.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
    for page in sorted((ROOT / "docs").rglob("*.md"))
}
STORIES = [story for fences in FENCES.values() for fence in fences for story in told(fence)]


@pytest.mark.parametrize("story", STORIES, ids=lambda one: one.anchor)
def test_a_story_has_the_assessment_that_is_expected(story):
    """Outcome, last days, flags and the paired outcome are those that the case expects."""
    scenario, found = story.scenario, story.assessment
    html = tell(f"{scenario.checklist} {scenario.id}")

    for key in ("outcome", "state", "route", "level"):
        assert found.get(key) == (scenario.expect.get(key) or None)
    assert f"story__tag--{scenario.expect.get('outcome', 'unclear')}" in html
    assert f">{found['outcome_in_words']}</strong>" in html
    for day in scenario.expect.get("last_day", {}).values():
        assert in_words(day) in html
    assert set(scenario.expect.get("flags", [])) <= {flag["id"] for flag in found["flags"]}
    assert f'href="../{scenario.checklist}/?example={scenario.id}"' in html
    if story.pair:
        assert len(list(story.changes)) == 1
        assert f"makes it <strong>{story.pair.assessment['outcome_in_words'].lower()}</strong>" in html


def test_a_story_is_told_whole():
    """Title, facts, what decides, the time and the change of one fact, in words."""
    html = tell("harassment h-campaign-one-post")

    assert "The campaign is one post</h3>" in html
    assert "England and Wales, looked at on 22 November 2026" in html
    assert "Were there at least two separate occasions aimed at that same person? You answered “No”." in html
    assert "<dt>Time to bring a claim</dt><dd>10 November 2032: in time</dd>" in html
    assert (
        "Were there at least two separate occasions aimed at that same person? “Yes” instead of “No” "
        "makes it <strong>appears made out</strong>" in html
    )


@pytest.mark.parametrize("id_", sorted({story.scenario.checklist for story in STORIES}))
def test_the_stories_of_a_checklist_show_what_can_happen(id_):
    """Each jurisdiction and each outcome short of an older law is in some story, and none is told twice."""
    told_of = [story for story in STORIES if story.scenario.checklist == id_]

    assert len(told_of) >= 12
    assert len({story.anchor for story in told_of}) == len(told_of)
    checklist = CHECKLISTS[id_]
    assert {story.place for story in told_of} == {place.label for place in checklist.places}
    possible = {one.assessment["outcome"] for one in map(Story, read(id_))} - {"not-applicable"}
    assert {story.assessment["outcome"] for story in told_of} == possible
    states = {one.scenario.expect.get("state") for one in told_of}
    assert len({one.assessment.get("level") for one in told_of}) in (1, 5)
    assert len(states) == 1 or states >= {"S0", "S0d", "S2", "S3", "S5", "S6", "S9", "END", "LOST"}


@pytest.mark.parametrize(
    ("source", "sentence"),
    [
        ("defamaton S01", "there is no such checklist; there are " + ", ".join(CHECKLISTS)),
        ("defamation S01 S9999", "it must name cases of tests/scenarios/defamation.toml, not S9999."),
        ("defamation", "it must name cases of tests/scenarios/defamation.toml, not none."),
    ],
)
def test_a_case_that_does_not_exist_stops_the_build(source, sentence):
    """A wrong name is told in a sentence."""
    with pytest.raises(SuperFencesException, match=re.escape(sentence)):
        stories(source)
