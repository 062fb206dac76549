"""What is typed stays here: no request leaves the origin, the worker has no way out, failure loses nothing."""

import pytest
from playwright.sync_api import expect

from checklists.rules import CHECKLISTS
from overrides import policy
from tests.browser.conftest import SharedWorker, choose, outcome_of, served, worker_of

HARASSMENT = "/checklists/harassment/"
PAGES = ["/", "/checklists/", "/about/privacy/", *(f"/checklists/{id_}/" for id_ in CHECKLISTS)]


def test_no_request_leaves_the_origin(page, address):
    """Pages, search and checklists fetch from the site alone, and nothing after the start."""
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    for path in PAGES:
        page.goto(address + path)
    page.goto(address + HARASSMENT)
    page.locator('[data-md-component="search-query"]').click()
    page.keyboard.type("harassment")
    page.wait_for_selector(".md-search-result__item")
    page.keyboard.press("Escape")
    choose(page, "jurisdiction", "scotland")
    outcome_of(page)
    before = len(asked)
    choose(page, "grave", "yes")
    expect(page.locator(".checklist__flag").first).to_contain_text("police")

    assert len(asked) == before
    assert [url for url in asked if not url.startswith((address, "blob:" + address))] == []


LEAKS = {
    "fetch": "() => fetch(URL_).then(() => 'out')",
    "fetch of the prototype": "() => Object.getPrototypeOf(Object.getPrototypeOf(self)).fetch.call(self, URL_)",
    "XMLHttpRequest": "() => { const r = new XMLHttpRequest(); r.open('GET', URL_, false); r.send(); return 'out' }",
    "WebSocket": "() => new Promise((yes, no) => { const s = new WebSocket(URL_.replace('http', 'ws')); "
    "s.onopen = () => yes('out'); s.onerror = no })",
    "EventSource": "() => { new EventSource(URL_); return 'out' }",
    "importScripts": "() => { importScripts(URL_); return 'out' }",
    "a worker in the worker": "() => { new Worker(URL_); return 'out' }",
    "import": "() => import(URL_).then(() => 'out')",
}


@pytest.mark.parametrize("with_header", [True, False], ids=["shared worker, header", "worker of the page, no header"])
def test_nothing_leaks_from_the_worker(chromium, context, site, policy_of_site, with_header):
    """From inside the worker, with Python ready, no request reaches another origin; nor does one reach ours."""
    headers = {"Content_Security_Policy": policy_of_site} if with_header else {}
    reached = []
    with served(site, reached) as elsewhere, served(site, reached, **headers) as address:
        page = context.new_page()
        page.goto(address + HARASSMENT)
        choose(page, "jurisdiction", "scotland")
        outcome_of(page)
        worker = SharedWorker(chromium, address, page) if with_header else worker_of(page)
        reached.clear()
        for name, attempt in LEAKS.items():
            targets = [elsewhere] if name == "import" else [elsewhere, address]
            for target in targets:
                tried = attempt.replace("URL_", f"'{target}/robots.txt?secret'")
                outcome = worker.evaluate(
                    f"async () => {{ try {{ return await ({tried})() }} catch (error) {{ return 'blocked' }} }}"
                )
                assert outcome == "blocked", name
        expect(page.locator(".checklist__outcome")).to_contain_text("Unclear")
    assert reached == []


NO_WASM = "script-src 'self' 'unsafe-inline'; worker-src blob:"
NO_WORKER = "worker-src 'none'"


@pytest.mark.parametrize("header", [NO_WASM, NO_WORKER], ids=["no-webassembly", "no-worker"])
def test_where_python_is_blocked_the_page_says_so(context, site, header):
    """Without WebAssembly or workers one sentence says what still works, and nothing answered is lost."""
    with served(site, Content_Security_Policy=header) as address:
        page = context.new_page()
        page.goto(address + HARASSMENT)
        choose(page, "jurisdiction", "scotland")
        choose(page, "grave", "yes")

        expect(page.locator(".checklist__status")).to_contain_text("Nothing you answered is lost")

        page.reload()
        expect(page.locator('[data-question="grave"] input[value="yes"]').first).to_be_checked()


@pytest.mark.parametrize("fault", ["missing", "altered"])
def test_a_runtime_that_is_missing_or_altered_is_not_run(context, address, fault):
    """An archive that cannot be loaded, or is not the one that was built, is refused with the same sentence."""
    page = context.new_page()
    if fault == "missing":
        page.route("**/archive-*.bin", lambda route: route.fulfill(status=404))
    else:
        page.route("**/archive-*.bin", lambda route: route.fulfill(status=200, body=b"PK"))
    page.goto(address + HARASSMENT)
    choose(page, "jurisdiction", "scotland")

    expect(page.locator(".checklist__status")).to_contain_text("Nothing you answered is lost")


def test_without_javascript_the_form_is_there(chromium, address):
    """With scripts off every question of every jurisdiction is shown, labelled, and nothing else is offered."""
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + HARASSMENT)

    for question in CHECKLISTS["harassment"].claims[-3].questions:
        expect(page.locator(f'[data-question="{question.id}"]').first).to_be_visible()
    expect(page.get_by_text("England and Wales only").first).to_be_visible()
    expect(page.get_by_text("JavaScript is off or blocked")).to_be_visible()
    expect(page.get_by_role("button", name="See the assessment")).to_be_hidden()
    context.close()


def test_every_page_has_the_policy(site, policy_of_site):
    """Every page carries the policy: no inline script without its hash, no eval."""
    assert "'wasm-unsafe-eval'" in policy_of_site
    assert "'unsafe-eval'" not in policy_of_site
    assert "'unsafe-inline'" not in policy_of_site.split("style-src")[0]
    for file in site.rglob("*.html"):
        html = file.read_text(encoding="utf-8")
        assert f'content="{policy.of(html)}"' in html
        assert all(policy.hash_of(script) in policy_of_site for script in policy.inline_scripts(html))
