"""The worked cases: what the law is expected to make of them, and what they rest on."""

import json

import pytest

from checklists.flags import FLAGS
from checklists.rules import CHECKLISTS
from checklists.show import questions
from checklists.wire import reply


def assessment_of(scenario):
    """Return the assessment of a case."""
    return json.loads(reply(json.dumps(scenario.request(), default=str)))["assessment"]


def test_the_law_makes_of_it_what_is_expected(scenario):
    """Outcome, findings, clocks, flags, offences, state, deadlines, level, steps and routes are those the law gives."""
    expect = scenario.expect
    found = assessment_of(scenario)
    clocks = {clock["id"]: clock for clock in found["time"]}
    flags = {flag["id"] for flag in found["flags"]}

    assert found["outcome"] == expect.get("outcome")
    findings = {point["id"]: point["finding"] for point in found["findings"]}
    assert {id_: findings[id_] for id_ in expect.get("findings", {})} == expect.get("findings", {})
    assert {id_: clocks[id_]["status"] for id_ in expect.get("time", {})} == expect.get("time", {})
    for id_, day in expect.get("last_day", {}).items():
        assert clocks[id_]["last_day"] == str(day)
    assert set(expect.get("flags", [])) <= flags
    assert not set(expect.get("not_flags", [])) & flags
    provisions = {provision["id"]: provision["finding"] for provision in found["provisions"]}
    assert {id_: provisions[id_] for id_ in expect.get("engaged", {})} == expect.get("engaged", {})

    offences = {offence["id"]: offence["outcome"] for offence in found.get("offences", [])}
    deadlines = {deadline["id"]: deadline["due"] for deadline in found.get("deadlines", [])}
    steps = {step["id"] for step in found.get("steps", []) if step["finding"] == "met"}
    routes = {route["id"]: route["open"] for route in found.get("routes", [])}

    for single in ("state", "level", "route", "effective"):
        assert single not in expect or found[single] == (expect[single] or None), single
    assert expect.get("offences", {}).items() <= offences.items()
    assert expect.get("deadlines", {}).items() <= deadlines.items()
    assert expect.get("routes", {}).items() <= routes.items()
    assert set(expect.get("steps", [])) <= steps
    assert not set(expect.get("no_steps", [])) & steps


def test_every_answer_rests_on_words_of_the_facts(scenario):
    """No answer is there without the words of the story that it rests on."""
    for id_, (_, words) in scenario.answers.items():
        assert " ".join(words.split()) in scenario.facts, id_
        assert id_ in questions(CHECKLISTS[scenario.checklist])


def test_pairs_differ_in_one_answer_and_in_outcome(scenarios):
    """A pair shows a rule: one answer is different, and so is the outcome."""
    by_id = {(one.checklist, one.id): one for one in scenarios}
    paired = [one for one in scenarios if one.pair]
    assert len(paired) > 40
    for one in paired:
        other = by_id[one.checklist, one.pair]
        mine, theirs = ({id_: answer for id_, (answer, _) in case.answers.items()} for case in (one, other))
        different = {id_ for id_ in mine.keys() | theirs.keys() if mine.get(id_) != theirs.get(id_)}

        assert len(different) + (one.today != other.today) + (one.place != other.place) == 1, one.id
        results = ("outcome", "state", "level", "route", "effective", "steps", "routes")
        assert [one.expect.get(key) for key in results] != [other.expect.get(key) for key in results], one.id


@pytest.mark.parametrize("flag", [flag.id for flag in FLAGS])
def test_each_flag_has_a_case_with_it_and_one_without(scenarios, flag):
    """Every flag is raised in one case and must be absent in another."""
    assert any(flag in one.expect.get("flags", []) for one in scenarios)
    assert any(flag in one.expect.get("not_flags", []) for one in scenarios)
