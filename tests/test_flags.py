"""The flags: safety first, from whatever answer of a checklist shows it."""

import json

import pytest

from checklists.wire import reply


def flags(checklist, answers, place="england-and-wales"):
    """Return the flags that some answers raise."""
    request = {"checklist": checklist, "today": "2026-11-22", "answers": answers}
    if checklist != "list-removal":
        request["jurisdiction"] = place
    return {flag["id"] for flag in json.loads(reply(json.dumps(request)))["assessment"]["flags"]}


@pytest.mark.parametrize(
    ("checklist", "answers", "flag"),
    [
        ("communications-offences", {"serious-threat": "kill"}, "emergency"),
        ("communications-offences", {"serious-threat": "serious-harm"}, "emergency"),
        ("communications-offences", {"serious-threat": "financial-loss"}, "police"),
        ("communications-offences", {"intimate-image": "yes"}, "intimate-image"),
        ("defamation", {"address-published": "yes", "threat": "yes"}, "emergency"),
        ("defamation", {"forum": "no"}, "cross-border"),
        ("defamation", {"privilege": "yes"}, "complaint-inside"),
        ("first-response", {"author-at-risk": "yes"}, "emergency"),
        ("first-response", {"hate": "yes"}, "police"),
        ("first-response", {"stalking": "yes"}, "police"),
        ("first-response", {"sexual-image": "yes"}, "police"),
        ("first-response", {"sexual-image": "yes"}, "intimate-image"),
        ("formal-action", {"first-published": "2025-11-22"}, "last-day"),
        ("formal-action", {"defamation-possible": "yes"}, "limitation-unknown"),
        ("list-removal", {"nation": "wales", "violence-or-fear": "yes"}, "police"),
        ("list-removal", {"nation": "england", "adjustments-considered": "no"}, "disability"),
    ],
)
def test_an_ordinary_answer_raises_the_flag_that_it_shows(checklist, answers, flag):
    """Nobody has to say it twice: what the checklist itself asks is enough."""
    assert flag in flags(checklist, answers)
    open_ = {id_: answer if id_ == "nation" else "unsure" for id_, answer in answers.items()}
    claims = {f"{name}-possible": "no" for name in ("harassment", "defamation", "falsehood")}
    assert flag not in flags(checklist, {**open_, **(claims if checklist == "formal-action" else {})})


@pytest.mark.parametrize(
    ("checklist", "answers"),
    [
        ("communications-offences", {"serious-threat": "kill", "immediate-danger": "no"}),
        ("communications-offences", {"serious-threat": "kill", "fear-intended": "no"}),
        ("first-response", {"address-published": "yes", "threat": "yes", "immediate-danger": "no"}),
        ("first-response", {"address-published": "yes"}),
        ("first-response", {"threat": "yes"}),
    ],
)
def test_danger_is_not_presumed_where_an_answer_denies_it(checklist, answers):
    """A plain joke, or somebody who says that nobody is in danger, raises no emergency; the police remain."""
    assert "emergency" not in flags(checklist, answers)
    assert "police" in flags(checklist, answers)


@pytest.mark.parametrize(
    ("answers", "place", "raised"),
    [
        ({"loss": "yes"}, "england-and-wales", True),
        ({"loss": "yes", "actual-loss": "unsure"}, "northern-ireland", True),
        ({"actual-loss": "no"}, "england-and-wales", True),
        ({"loss": "yes", "actual-loss": "yes"}, "england-and-wales", False),
        ({"loss": "unsure"}, "england-and-wales", False),
        ({"loss": "yes"}, "scotland", False),
    ],
)
def test_a_token_sum_is_flagged_until_money_was_lost(answers, place, raised):
    """Loss that is shown may be loss that was only likely (1952 Act, s 3(1)); Scotland has no such rule."""
    assert ("nominal-damages-only" in flags("malicious-falsehood", answers, place)) is raised


def test_danger_that_is_told_is_never_denied():
    """Danger answered yes is an emergency, whatever else is answered."""
    answers = {"immediate-danger": "yes", "fear-intended": "no", "serious-threat": "no"}

    assert "emergency" in flags("communications-offences", answers)
