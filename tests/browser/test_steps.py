"""One question at a time, as a reader takes it."""

import io
import re

import pytest
from playwright.sync_api import expect
from pypdf import PdfReader

from checklists.law import Jurisdiction
from checklists.rules import CHECKLISTS
from tests.browser.conftest import choose
from tests.browser.test_page import AXE, HARASSMENT


def start(page, address, path=HARASSMENT):
    """Open a checklist and choose to answer one question at a time."""
    page.goto(address + path)
    page.get_by_role("button", name="Answer one question at a time").click()
    expect(page.locator('[data-question="jurisdiction"] legend')).to_be_focused()


def go_on(page):
    """Choose Continue."""
    page.get_by_role("button", name="Continue").click()


def to_the_first_question(page, address):
    """Answer the place and pass the safety questions."""
    start(page, address)
    choose(page, "jurisdiction", "england-and-wales")
    go_on(page)
    expect(page.locator("#section-1")).to_be_focused()
    go_on(page)
    expect(question(page, "individual").locator("legend")).to_be_focused()


def question(page, id_):
    """Return a question in the wording that is shown."""
    return page.locator(f'[data-question="{id_}"]:not([data-elsewhere])').first


def test_step_by_step_from_the_front_page_to_an_outcome(page, address):
    """The place, the safety questions, then what can still matter, until the answers are checked."""
    page.goto(f"{address}/")
    page.get_by_role("link", name=re.compile("harassment", re.IGNORECASE)).first.click()
    to_the_first_question(page, address)
    expect(page.locator(".checklist__progress")).to_contain_text("questions can still change the outcome")
    expect(page.locator(".checklist__bar")).to_contain_text("So far: unclear")
    choose(page, "individual", "no")

    go_on(page)

    expect(page.locator("#check")).to_be_focused()
    expect(page.locator("#assessment")).to_be_visible()
    expect(page.locator(".checklist__outcome")).to_contain_text("Not made out")
    asks = CHECKLISTS["harassment"].current(Jurisdiction.ENGLAND_AND_WALES)[0].question("individual").asks
    page.get_by_role("link", name=f"Change the answer to: {asks}").click()
    expect(question(page, "individual").locator("legend")).to_be_focused()


def test_by_keyboard_alone_step_by_step(page, address):
    """Arrows choose and Enter goes on."""
    start(page, address)
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    page.keyboard.press("Enter")

    expect(page.locator("#section-1")).to_be_focused()
    assert page.locator('input[name="jurisdiction"]:checked').count() == 1


def test_the_browsers_back_leads_to_the_step_before(page, address):
    """Each step is in the history, and what was answered stays."""
    to_the_first_question(page, address)
    choose(page, "individual", "yes")
    go_on(page)
    expect(question(page, "individual")).to_be_hidden()

    page.go_back()

    expect(question(page, "individual")).to_be_visible()
    expect(question(page, "individual").locator('input[value="yes"]')).to_be_checked()
    page.get_by_role("button", name="Back", exact=True).click()
    expect(page.locator("#section-1")).to_be_visible()


def test_danger_is_seen_in_every_step(page, address):
    """What is raised by the safety questions stays in sight, the outcome is announced, and the bar leads to it all."""
    start(page, address)
    choose(page, "jurisdiction", "scotland")
    go_on(page)
    choose(page, "immediate-danger", "yes")

    go_on(page)

    expect(page.locator(".checklist__flag--emergency")).to_be_visible()
    expect(page.locator(".checklist__announced")).to_be_visible()
    expect(page.locator("#assessment")).to_be_hidden()
    page.locator(".checklist__bar").click()
    expect(page.locator("#check")).to_be_focused()
    expect(page.locator("#assessment")).to_be_visible()


def test_a_reload_in_the_middle_keeps_the_step(page, address):
    """The step and the answers are the tab's."""
    to_the_first_question(page, address)
    choose(page, "individual", "yes")

    page.reload()

    expect(question(page, "individual")).to_be_visible()
    expect(question(page, "individual").locator('input[value="yes"]')).to_be_checked()
    expect(page.locator('[data-question="jurisdiction"]')).to_be_hidden()


def test_skipping_leads_on_and_leaves_the_question_open(page, address):
    """What is skipped is not asked again on the way, and stays unanswered."""
    to_the_first_question(page, address)

    page.get_by_role("button", name="Skip for now").click()

    expect(question(page, "individual")).to_be_hidden()
    expect(page.locator(".checklist__step")).to_be_visible()
    assert page.locator('[data-question="individual"] input:checked').count() == 0


def test_an_error_is_told_on_continue(page, address):
    """Without a place, the summary asks for it and has the focus; the title says so."""
    start(page, address)

    go_on(page)

    expect(page.locator(".nhsuk-error-summary")).to_be_focused()
    expect(page.locator(".nhsuk-error-summary")).to_contain_text("Choose which law applies")
    assert page.title().startswith("Error: ")
    choose(page, "jurisdiction", "scotland")
    go_on(page)
    expect(page.locator("#section-1")).to_be_focused()
    assert not page.title().startswith("Error: ")


def test_a_step_prints_everything(page, address):
    """Paper has every question, whatever step is on the screen."""
    to_the_first_question(page, address)
    page.evaluate("() => { document.querySelector('.checklist').dataset.print = 'blank' }")

    text = " ".join(one.extract_text() for one in PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True))).pages)

    for id_ in ("grave", "linked", "reasonable-conduct", "last-incident"):
        asks = question(page, id_).locator("legend").text_content().split()[0:4]
        assert " ".join(asks) in " ".join(text.split())


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_a_step(chromium, address, scheme):
    """A question and the answers to check have no violation that axe knows; nothing scrolls sideways."""
    context = chromium.new_context(color_scheme=scheme, bypass_csp=True, viewport={"width": 320, "height": 700})
    page = context.new_page()
    to_the_first_question(page, address)
    page.evaluate(AXE)

    for step in ("question", "check"):
        if step == "check":
            choose(page, "individual", "no")
            go_on(page)
            expect(page.locator("#check")).to_be_focused()
        page.evaluate("Promise.allSettled(document.getAnimations().map((one) => one.finished))")  # no half-faded button
        found = page.evaluate("axe.run()")
        assert [(one["id"], [node["html"] for node in one["nodes"]]) for one in found["violations"]] == []
        assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    context.close()
