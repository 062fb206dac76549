"""A checklist's page, used as a reader uses it."""

import json
import re
import time

import pytest
from playwright.sync_api import expect

from checklists.law import Nation
from checklists.rules import CHECKLISTS
from checklists.wire import reply
from overrides.kept import ROOT
from tests.bench.firefox import firefox
from tests.browser.conftest import choose, outcome_of, served, type_date

HARASSMENT = "/checklists/harassment/"
DEFAMATION = "/checklists/defamation/"
AXE = (ROOT / "node_modules" / "axe-core" / "axe.min.js").read_text(encoding="utf-8")
MET = ("individual", "same-author", "two-occasions", "linked", "alarm-or-distress", "grave", "ought-to-know")


def test_from_the_front_page_to_an_outcome(page, address):
    """A reader finds the checklist from the front page, answers, and gets an outcome with its law."""
    page.goto(f"{address}/")
    page.get_by_role("link", name=re.compile("harassment", re.IGNORECASE)).first.click()
    choose(page, "jurisdiction", "england-and-wales")
    for question in MET:
        choose(page, question, "yes")
    choose(page, "reasonable-conduct", "no")
    type_date(page, "last-incident", "1", "Oct", "2026")

    page.get_by_role("button", name="See the assessment").click()

    expect(page.locator(".checklist__outcome")).to_contain_text("Appears made out")
    expect(page.locator("#assessment")).to_be_focused()
    result = page.locator(".checklist__result")
    expect(result).to_contain_text("The last safe day is 1 October 2032")
    result.get_by_text("Every point, with its law").click()
    expect(result.get_by_role("link", name="Protection from Harassment Act 1997, s 7(3)(a)")).to_be_visible()


@pytest.mark.parametrize(
    ("checklist", "place"),
    [
        pytest.param(checklist, place, id=f"{checklist.id}-{place}")
        for checklist in CHECKLISTS.values()
        for place in checklist.places
    ],
)
def test_each_place_answers(page, address, checklist, place):
    """In each jurisdiction or nation the page asks that law's questions, and says what Python says."""
    nation = {"nation": place} if isinstance(place, Nation) else {}
    request = {"checklist": checklist.id, "today": "2026-11-22", "answers": nation}
    where = {} if nation else {"jurisdiction": place}
    expected = json.loads(reply(json.dumps({**request, **where})))["assessment"]
    page.goto(f"{address}/checklists/{checklist.id}/")

    choose(page, "jurisdiction", place)

    assert outcome_of(page) == expected["outcome_in_words"]
    expect(page.locator(".checklist__headline")).to_have_text(expected["headline"])
    asked = {question.id for law in checklist.current(place) for question in law.questions}
    shown = page.locator("[data-question][data-places]:not([data-elsewhere]):not([data-settled])")
    ids = {element.get_attribute("data-question") for element in shown.all()}
    assert asked >= ids - set(safety(page))
    assert len(ids) > 5


def safety(page):
    """Return the ids of the safety questions."""
    section = page.locator(".checklist__section").first
    return [element.get_attribute("data-question") for element in section.locator("[data-question]").all()]


def test_switching_jurisdiction_keeps_the_answers(page, address):
    """An answer stays when the law changes, also where the question is worded anew."""
    page.goto(address + HARASSMENT)
    choose(page, "jurisdiction", "england-and-wales")
    choose(page, "ought-to-know", "yes")

    choose(page, "jurisdiction", "scotland")

    question = page.locator('[data-question="ought-to-know"]:not([data-elsewhere])')
    expect(question).to_have_count(1)
    expect(question).to_contain_text("intend to harass")
    expect(question.locator('input[value="yes"]')).to_be_checked()


def test_questions_that_do_not_arise_are_taken_away(page, address):
    """A question whose condition is not met goes, and comes back when it is."""
    page.goto(address + DEFAMATION)
    choose(page, "jurisdiction", "england-and-wales")
    loss = page.locator('[data-question="serious-financial-loss"]')
    choose(page, "claimant", "individual")
    expect(loss).to_be_hidden()

    choose(page, "claimant", "partnership")

    expect(loss).to_be_visible()


def tab_to(page, text):
    """Press Tab until what has the focus says this."""
    said = ""
    for _ in range(200):
        page.keyboard.press("Tab")
        said = page.evaluate("document.activeElement.textContent.trim()")
        if said == text:
            return
    raise AssertionError(f"Tab never reached “{text}”; it ended at “{said}”")


def test_by_keyboard_alone(page, address):
    """Tab, arrows, space and Enter are enough to reach an outcome and a question named in it."""
    page.goto(address + HARASSMENT)
    page.locator("#q-jurisdiction").focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    expect(page.locator('[data-question="immediate-danger"] input[value="yes"]')).to_be_checked()
    assert outcome_of(page) == "Unclear"
    expect(page.locator(".checklist__flag--emergency")).to_contain_text("ring 999")

    tab_to(page, "See the assessment")
    page.keyboard.press("Enter")
    expect(page.locator("#assessment")).to_be_focused()
    tab_to(page, "Every point, with its law")
    page.keyboard.press("Enter")
    tab_to(page, "Change Linked")
    page.keyboard.press("Enter")

    expect(page.locator('[data-question="linked"] input').first).to_be_focused()
    box = page.locator('[data-question="linked"] input').first.bounding_box()
    assert 100 < box["y"] < 850  # neither under the header nor under the bar


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("state", ["empty", "answered", "in-error"])
def test_axe_finds_nothing(chromium, address, scheme, state):
    """Empty, answered and in error, light and dark, the page has no violation that axe knows."""
    context = chromium.new_context(color_scheme=scheme, bypass_csp=True)
    page = context.new_page()
    page.goto(address + DEFAMATION)
    if state != "empty":
        choose(page, "jurisdiction", "england-and-wales")
        choose(page, "immediate-danger", "yes")
        choose(page, "claimant", "company-or-llp")
        assert outcome_of(page) == "Unclear"
    if state == "in-error":
        type_date(page, "first-published", "31", "2", "2026")
        page.get_by_role("button", name="See the assessment").click()
        expect(page.locator(".nhsuk-error-summary")).to_be_focused()
    page.evaluate(AXE)

    found = page.evaluate("axe.run()")

    assert [(one["id"], [node["html"] for node in one["nodes"]]) for one in found["violations"]] == []
    context.close()


def test_a_wrong_date_is_told_and_nothing_is_lost(page, address):
    """A date that does not exist gives an error summary, the words at its boxes, and stays as it was typed."""
    page.goto(address + DEFAMATION)
    choose(page, "jurisdiction", "england-and-wales")
    choose(page, "truth", "yes")
    type_date(page, "first-published", "31", "2", "2026")
    expect(page.locator(".checklist__outcome")).to_contain_text("Not made out")
    expect(page.locator(".nhsuk-error-summary")).to_have_count(0)

    page.get_by_role("button", name="See the assessment").click()

    summary = page.locator(".nhsuk-error-summary")
    expect(summary).to_be_focused()
    expect(summary).to_contain_text("1 to 28 in February 2026")
    assert page.title().startswith("Error: ")
    group = page.locator('[data-question="first-published"]')
    expect(group.locator(".nhsuk-error-message")).to_contain_text("1 to 28 in February 2026")
    expect(group.locator("input").first).to_have_value("31")
    summary.get_by_role("link").click()
    expect(group.locator("input").first).to_be_focused()

    group.locator("input").first.fill("28")
    page.get_by_role("button", name="See the assessment").click()
    expect(page.locator("#assessment")).to_be_focused()
    expect(summary).to_have_count(0)
    assert not page.title().startswith("Error: ")


def test_without_a_place_the_summary_asks_for_it(page, address):
    """The one thing that must be chosen is asked for."""
    page.goto(address + DEFAMATION)

    page.get_by_role("button", name="See the assessment").click()

    expect(page.locator(".nhsuk-error-summary")).to_contain_text("Choose which law applies")


def test_what_is_done_before_the_first_frame_counts(page, address):
    """A slow computer shows the page later than its reader can use it: no key is lost, and no answer."""
    page.add_init_script("requestAnimationFrame = () => 0")
    page.goto(address + DEFAMATION)
    page.get_by_role("button", name="See the assessment").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".nhsuk-error-summary")).to_contain_text("Choose which law applies")

    page.reload()
    page.get_by_role("radio", name="Scotland").focus()
    page.keyboard.press("Space")
    expect(page.locator(".checklist")).to_have_attribute("data-place", "scotland")


def test_a_form_that_no_script_hears_sends_nothing(chromium, address):
    """Answers never become part of an address."""
    with chromium.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        faults = []
        page.on("console", lambda message: faults.append(message.text))
        page.goto(address + DEFAMATION)
        day = page.get_by_role("textbox", name="Day").first
        day.fill("1")
        day.press("Enter")
        page.wait_for_timeout(500)

        assert page.url == address + DEFAMATION
        assert not faults


def test_answers_survive_a_reload_and_go_with_the_tab(page, context, address):
    """A reload keeps everything; another tab starts empty; clearing takes all away."""
    page.goto(address + HARASSMENT)
    choose(page, "jurisdiction", "scotland")
    choose(page, "grave", "yes")
    type_date(page, "last-incident", "", "March", "2026")
    assert outcome_of(page) == "Unclear"

    page.reload()

    expect(page.locator('[data-question="grave"] input[value="yes"]').first).to_be_checked()
    expect(page.locator('input[name="last-incident[month]"]').first).to_have_value("March")
    expect(page.locator(".checklist__result")).to_contain_text("You gave only the month")

    other = context.new_page()
    other.goto(address + HARASSMENT)
    assert other.locator(".checklist__form input:checked").count() == 0
    assert not any("checklist" in key for key in stored(other))

    page.get_by_role("button", name="Clear my answers").click()
    assert page.locator(".checklist__form input:checked").count() == 0
    expect(page.locator(".checklist__outcome")).to_be_hidden()
    assert not any("checklist" in key for key in stored(page))


def stored(page):
    """Return the names of all that the browser keeps for this origin."""
    return page.evaluate("Object.keys(sessionStorage).concat(Object.keys(localStorage))")


def test_answers_are_kept_in_the_tab_alone(page, address):
    """What is answered is in the tab's session storage and nowhere else; test_start looks into the stored Python."""
    page.goto(address + HARASSMENT)
    choose(page, "jurisdiction", "scotland")
    assert outcome_of(page) == "Unclear"

    kept = page.evaluate(
        """async () => [JSON.stringify(localStorage), document.cookie,
              (await indexedDB.databases()).filter(({ name }) => name !== "python").length,
          (await caches.keys()).length, location.search]"""
    )

    assert "scotland" not in kept[0]
    assert kept[1:] == ["", 0, 0, ""]
    assert json.loads(page.evaluate("sessionStorage['checklist:harassment']"))["jurisdiction"] == "scotland"


def test_one_answer_can_be_cleared(page, address):
    """A chosen radio can be un-chosen again."""
    page.goto(address + HARASSMENT)
    choose(page, "jurisdiction", "england-and-wales")
    choose(page, "individual", "no")
    expect(page.locator(".checklist__outcome")).to_contain_text("Not made out")

    page.get_by_role("button", name="Clear this answer (Individual)").click()

    expect(page.locator(".checklist__outcome")).to_contain_text("Unclear")
    assert page.locator('[data-question="individual"] input:checked').count() == 0


def test_the_form_works_while_python_starts(page, address):
    """Answers given before Python is there count; the page says that it is starting."""
    page.route("**/archive-*.zip", lambda route: (page.wait_for_timeout(1500), route.continue_()))
    page.goto(address + HARASSMENT)
    choose(page, "jurisdiction", "northern-ireland")
    choose(page, "individual", "no")
    expect(page.locator(".checklist__status")).to_contain_text("is starting")

    assert outcome_of(page) == "Not made out"


def test_an_answer_given_before_the_script_runs_counts(page, address):
    """A choice made while the page's own script is still loading is kept."""
    page.route("**/checklist-*.js", lambda route: (page.wait_for_timeout(800), route.continue_()))
    page.goto(address + HARASSMENT, wait_until="commit")
    page.locator("#q-jurisdiction-2").check()

    assert outcome_of(page) == "Unclear"
    expect(page.locator(".checklist__headline")).to_contain_text("Scotland")


def test_an_example_named_in_the_address_is_loaded(page, address):
    """A page can be opened with a worked example filled in, marked as one."""
    page.goto(address + DEFAMATION + "?example=S31")

    assert outcome_of(page) == "Appears made out"
    expect(page.locator(".checklist__example")).to_contain_text("not a real case")
    expect(page.locator(".checklist__flag").first).to_be_visible()


def test_the_outcome_is_announced_only_when_it_changes(page, address):
    """The live region is left alone while the outcome stays the same, whatever else changes."""
    page.goto(address + HARASSMENT)
    choose(page, "jurisdiction", "england-and-wales")
    choose(page, "individual", "no")
    expect(page.locator(".checklist__outcome")).to_contain_text("Not made out")
    page.evaluate(
        """window.changes = 0; new MutationObserver(() => { window.changes++ })
          .observe(document.querySelector(".checklist__announced"), { childList: true, subtree: true })"""
    )

    choose(page, "grave", "no")
    expect(page.locator(".checklist__headline")).to_contain_text("individual and grave")

    assert page.evaluate("window.changes") == 0
    assert page.locator(".checklist__announced").get_attribute("role") == "status"


@pytest.mark.parametrize("width", [320, 360, 768, 1440])
@pytest.mark.parametrize("path", ["/", HARASSMENT, DEFAMATION])
def test_nothing_scrolls_sideways(page, address, width, path):
    """At every width the page fits."""
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(address + path)
    if path != "/":
        choose(page, "jurisdiction", "scotland")
        outcome_of(page)

    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")


def test_a_question_that_cannot_matter_is_grey_and_comes_back(page, address):
    """One answer settles the outcome: the others say why they can be left, until that answer changes."""
    page.goto(f"{address}/checklists/harassment/")
    choose(page, "jurisdiction", "scotland")
    choose(page, "individual", "no")

    grave = page.locator('[data-question="grave"]:not([data-elsewhere])')
    expect(grave.locator(".checklist__idle")).to_have_text("Settled: “individual” is not met.")
    assert grave.locator("input").first.is_enabled()

    choose(page, "individual", "yes")
    expect(grave.locator(".checklist__idle")).to_have_count(0)


def test_the_authors_best_case_is_shown(page, address):
    """What the author could say stands in the assessment."""
    page.goto(f"{address}/checklists/harassment/?example=S01")

    expect(page.get_by_role("heading", name="The author’s best case")).to_be_visible()


PRINTED_AT_ONCE = """async (input) => {
  const shown = document.querySelector(".checklist__result");
  const busy = new Promise((resolve) => new MutationObserver((_, observer) => {
    observer.disconnect();
    const before = shown.hasAttribute("aria-busy");
    window.dispatchEvent(new Event("beforeprint"));
    resolve([before, shown.hasAttribute("aria-busy"), shown.textContent]);
  }).observe(shown, { attributeFilter: ["aria-busy"] }));
  document.querySelector(input).click();
  return busy;
}"""


def test_what_is_printed_at_once_is_whole(page, address):
    """The outcome is shown first; a record that is printed at that moment has what explains it too."""
    page.goto(f"{address}/checklists/harassment/?example=S01")
    assert outcome_of(page) == "Not made out"
    before = page.locator(".checklist__result").text_content()

    answer = '[data-question="grave"]:not([data-elsewhere]) input[value="yes"]'
    busy, still, printed = page.evaluate(PRINTED_AT_ONCE, answer)

    assert (busy, still) == (True, False)
    assert printed != before
    assert printed == page.locator(".checklist__result").text_content()


def test_what_decides_an_outcome_says_what_was_answered(page, address):
    """A point that decides stands there with its answer, and one without an answer with that."""
    page.goto(f"{address}/checklists/harassment/")
    choose(page, "jurisdiction", "scotland")
    choose(page, "individual", "unsure")
    assert outcome_of(page) == "Unclear"

    decides = page.locator(".checklist__part", has=page.get_by_role("heading", name="What decides it"))
    assert "Individual: unclear, answered “I’m not sure”" in decides.inner_text()
    assert "Same author: unclear, not answered" in decides.inner_text()


class Slow(list):
    """What is asked for of a server that takes its time with the checklist's styles."""

    def append(self, path):
        """Keep a path."""
        super().append(path)
        if "/checklist-" in path and path.endswith(".css"):
            time.sleep(2)


def test_a_checklist_is_never_shown_without_its_styles(site, tmp_path):
    """Firefox, which would show it while they load, has it in the page only once they are there."""
    found = """document.querySelector(".checklist") && {
      styled: [...document.styleSheets].some(({ href }) => href?.includes("/checklist-")),
    }"""
    with served(site, Slow()) as address, firefox(tmp_path) as tab:
        tab.go(f"{address}{DEFAMATION}")
        assert tab.wait_for("document.querySelector('h1')?.textContent").startswith("Defamation")

        assert tab.wait_for(found) == {"styled": True}
