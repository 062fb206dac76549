"""The part of a checklist that is worked out by hand: there when it is needed, out of the way when it is not."""

import json

import pytest

from checklists.rules import CHECKLISTS
from tests.browser.conftest import choose, outcome_of
from tests.browser.test_print import printed


def test_it_is_closed_until_python_cannot_run(page, address):
    """It is closed while the page works, and opens, with the numbers of the questions, where Python is blocked."""
    page.goto(f"{address}/checklists/harassment/")
    by_hand = page.locator(".by-hand > details")
    assert by_hand.get_attribute("open") is None
    assert not page.locator(".checklist__number").first.is_visible()


def test_it_opens_where_python_is_blocked(context, address):
    """Where the runtime cannot be had, the page says so, and the tables and the numbers are there."""
    context.route("**/assets/python/**", lambda route: route.abort())
    tab = context.new_page()
    tab.goto(f"{address}/checklists/harassment/")

    tab.locator(".by-hand > details[open]").wait_for()

    assert "work it out by hand" in tab.locator(".checklist__status").inner_text()
    assert tab.locator(".checklist__number").first.is_visible()


def test_it_is_open_without_javascript(chromium, address):
    """Without any script the page points to it, and it is open."""
    opened = chromium.new_context(java_script_enabled=False)
    tab = opened.new_page()
    tab.goto(f"{address}/checklists/defamation/")

    assert tab.locator(".checklist__no-script a").get_attribute("href") == "#by-hand"
    assert tab.locator(".checklist__no-script").is_visible()
    assert not tab.locator(".checklist__assessment").is_visible()
    assert tab.locator(".by-hand__table").first.is_visible()
    opened.close()


@pytest.mark.parametrize("id_", CHECKLISTS)
def test_the_blank_form_can_be_worked_out(page, address, id_):
    """On paper every question has its number, and the tables of the chosen place are there, no other place's."""
    first, *others = CHECKLISTS[id_].places
    page.goto(f"{address}/checklists/{id_}/")
    choose(page, "jurisdiction", str(first))
    outcome_of(page)

    text, _ = printed(page, "blank")

    assert "Work it out by hand" in text
    assert "1. Is anyone in danger now" in text
    by_hand = text.split("Work it out by hand")[1]
    assert first.label in by_hand
    for other in others:
        assert f"{other.label} The day that picks" not in by_hand
    assert page.locator(".by-hand__place:not([data-elsewhere])").count() == 1


def test_the_record_and_the_search_are_without_it(page, site, address):
    """A record has no blank tables, and nobody finds them by searching."""
    page.goto(f"{address}/checklists/harassment/?example=S16")
    outcome_of(page)

    text, _ = printed(page, "record")

    assert "Work it out by hand" not in text
    index = json.loads((site / "search" / "search_index.json").read_text(encoding="utf-8"))
    assert not any("None apparent where" in entry["text"] for entry in index["docs"])
    titles = [entry["title"] for entry in index["docs"] if entry["location"].startswith("checklists/harassment/")]
    assert titles == ["Harassment"]
