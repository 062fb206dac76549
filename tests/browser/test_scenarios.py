"""Every worked case, in the reader's browser."""

import json

import pytest
from playwright.sync_api import expect

from checklists.rules import CHECKLISTS
from checklists.wire import reply
from overrides.scenarios import read
from tests.browser.conftest import WAIT

ASK = "(requests) => Promise.all(requests.map((request) => window.python.ask(request)))"


@pytest.mark.parametrize("id_", CHECKLISTS)
def test_the_browser_says_what_cpython_says(page, address, id_):
    """Every case of a checklist gives the same JSON in the browser's Python as in this one."""
    requests = [json.loads(json.dumps(scenario.request(), default=str)) for scenario in read(id_)]
    page.goto(f"{address}/checklists/{id_}/")

    replies = page.evaluate(ASK, requests)

    assert replies == [json.loads(reply(json.dumps(request))) for request in requests]


@pytest.mark.parametrize("id_", CHECKLISTS)
def test_every_example_shows_its_outcome(page, address, id_):
    """Each worked example, chosen from the menu, fills the form and shows the outcome the law gives."""
    page.goto(f"{address}/checklists/{id_}/")
    for scenario in read(id_):
        expected = json.loads(reply(json.dumps(scenario.request(), default=str)))["assessment"]

        page.select_option("#worked-example", scenario.id)
        page.wait_for_function(
            "(text) => document.querySelector('.checklist__headline')?.textContent === text",
            arg=expected["headline"],
            timeout=WAIT,
        )

        expect(page.locator(".checklist__outcome .checklist__tag")).to_have_text(expected["outcome_in_words"])
        assert "Worked example, not a real case" in page.locator(".checklist__example").inner_text()
        expect(page.locator(".checklist__flag")).to_have_count(len(expected["flags"]))
