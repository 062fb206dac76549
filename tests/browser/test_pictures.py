"""Pictures and stories in a real browser: legible, accessible, and one step from the checklist."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import outcome_of
from tests.browser.test_page import AXE
from tests.test_stories import STORIES

PAGES = ["first-steps", "civil/harassment", "civil/defamation", "checklists/harassment-examples"]
LETTERS = """
() => [...document.querySelectorAll(".picture svg")].filter((svg) => svg.checkVisibility()).map((svg) => {
  const scale = svg.getBoundingClientRect().width / svg.viewBox.baseVal.width;
  const sizes = [...svg.querySelectorAll("text")].map((one) => parseFloat(getComputedStyle(one).fontSize));
  return Math.min(...sizes) * scale;
})
"""
OUTSIDE = """
() => [...document.querySelectorAll(".picture svg")].filter((svg) => svg.checkVisibility()).flatMap((svg) => {
  const within = (inner, outer) => inner.left >= outer.left - 0.5 && inner.right <= outer.right + 0.5;
  const boxes = [...svg.querySelectorAll("path, polygon")].map((one) => one.getBoundingClientRect());
  return [...svg.querySelectorAll(".node text")]
    .filter((text) => {
      const own = text.getBoundingClientRect();
      return !within(own, svg.getBoundingClientRect())
        || !boxes.some((box) => within(own, box) && own.top < box.bottom && own.bottom > box.top)
          && !text.closest(".group");
    })
    .map((text) => text.textContent);
})
"""


@pytest.mark.parametrize("path", PAGES[:3])
def test_a_picture_is_legible_on_a_phone(page, address, path):
    """At 360 px letters have 14 px or more and stay in their boxes; at 320 px nothing scrolls sideways."""
    page.set_viewport_size({"width": 360, "height": 780})
    page.goto(f"{address}/{path}/")

    sizes = page.evaluate(LETTERS)

    assert sizes
    assert min(sizes) >= 14
    assert page.evaluate(OUTSIDE) == []
    page.set_viewport_size({"width": 320, "height": 780})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", PAGES)
def test_axe_finds_nothing(chromium, address, path, scheme):
    """With the words of its pictures open, light and dark, a page has no violation that axe knows."""
    context = chromium.new_context(color_scheme=scheme, bypass_csp=True)
    page = context.new_page()
    page.goto(f"{address}/{path}/")
    page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")
    page.evaluate(AXE)

    found = page.evaluate("axe.run()")

    assert [(one["id"], [node["html"] for node in one["nodes"]]) for one in found["violations"]] == []
    context.close()


@pytest.mark.parametrize(("scheme", "light"), [("light", False), ("dark", True)])
def test_letters_take_the_colour_of_the_scheme(chromium, address, scheme, light):
    """In the dark, a picture's letters are light."""
    context = chromium.new_context(color_scheme=scheme)
    page = context.new_page()
    page.goto(f"{address}/first-steps/")

    colour = page.evaluate("getComputedStyle(document.querySelector('.picture text')).fill")

    assert (sum(map(int, re.findall(r"\d+", colour)[:3])) > 384) is light
    context.close()


@pytest.mark.parametrize("id_", sorted({story.scenario.checklist for story in STORIES}))
def test_each_story_opens_its_checklist_filled_in(page, address, id_):
    """One story after another, a link fills the form with that case; the outcome shown is the story's."""
    first, *_, last = (one for one in STORIES if one.scenario.checklist == id_)
    for story in (first, last):
        page.goto(f"{address}/checklists/{id_}-examples/")
        page.get_by_role("link", name=f"Open the checklist filled in with “{story.scenario.title}”", exact=True).click()

        expect(page.locator(".checklist__example")).to_contain_text(story.scenario.facts)
        expect(page.locator(f'[name="jurisdiction"][value="{story.scenario.place}"]')).to_be_checked()
    assert outcome_of(page) == story.assessment["outcome_in_words"]


def test_answers_of_ones_own_stay(page, address):
    """A story never takes the place of what a reader answered."""
    page.goto(f"{address}/checklists/harassment/")
    page.locator('[name="jurisdiction"][value="scotland"]').check()

    page.goto(f"{address}/checklists/harassment/?example=S05")

    expect(page.locator('[name="jurisdiction"][value="scotland"]')).to_be_checked()
    expect(page.locator(".checklist__example")).to_be_hidden()
