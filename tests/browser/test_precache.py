"""The site kept in the browser: whole, offline, one version at a time, never in the middle of a case."""

import os
import shutil
import subprocess
import sys
from contextlib import contextmanager, suppress

import pytest
from playwright.sync_api import Error, expect

from overrides import precache
from overrides.kept import ROOT
from tests.browser.conftest import choose, outcome_of, served, type_date
from tests.test_build import copied

AXE = (ROOT / "node_modules" / "axe-core" / "axe.min.js").read_text(encoding="utf-8")
GUIDANCE, HARASSMENT = "first-steps/record/", "checklists/harassment/"
OLD, NEW = "Is the target a", "Is the aim a"
NEW_TITLE = "Record, the newer way"
KEPT = """() => Promise.race([
  navigator.serviceWorker.ready.then(() => true), new Promise((done) => setTimeout(done, 60000, false))])"""
WHAT_IS_KEPT = """async () => {
  const found = {};
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    for (const { url } of await cache.keys()) found[url] = await (await cache.match(url)).text();
  }
  return found;
}"""


@pytest.fixture(scope="session")
def newer_site(tmp_path_factory):
    """Build the site again with another page and another rule."""
    house, folder = copied(tmp_path_factory.mktemp("house")), tmp_path_factory.mktemp("newer")
    for name, old, new in (
        ("docs/first-steps/record.md", "# ", f"# {NEW_TITLE}\n\n## "),
        ("checklists/rules/harassment.py", OLD, NEW),
    ):
        text = (house / name).read_text(encoding="utf-8")
        assert old in text
        (house / name).write_text(text.replace(old, new, 1), encoding="utf-8")
    subprocess.run([sys.executable, "-m", "overrides.build", str(folder)], cwd=house, check=True, capture_output=True)
    return folder


class Host:
    """A server whose site can be replaced by another, below an address that other pages share."""

    def __init__(self, root, site):
        self._root = root
        self.put(site)
        (root / "elsewhere.html").write_text("<title>Elsewhere</title>", encoding="utf-8")

    def put(self, site):
        """Serve this site from now on."""
        link = self._root / "next"
        link.symlink_to(site)
        link.replace(self._root / "site")


@contextmanager
def hosted(root, site, seen=None):
    """Serve a site below /site/; yield the host and the site's address."""
    root.mkdir()
    host = Host(root, site)
    with served(root, seen, Cache_Control="no-cache") as address:
        yield host, f"{address}/site/"


@pytest.fixture
def reader(chromium):
    """Open a browser profile that may keep the site."""
    opened = chromium.new_context(viewport={"width": 1280, "height": 900}, accept_downloads=True)
    opened.set_default_timeout(30_000)
    yield opened
    opened.close()


def visit(reader, address):
    """Open the site's front page and one of guidance; wait until the site is kept; return the tab."""
    page = reader.new_page()
    page.goto(address)
    page.locator("article a").first.wait_for()
    page.goto(address + GUIDANCE)
    assert page.evaluate(KEPT)
    page.reload()
    return page


def until(page, condition):
    """Wait until something holds, told by a function or by what a page finds."""
    for _ in range(300):
        with suppress(Error):  # the page is loaded again meanwhile
            if condition() if callable(condition) else page.evaluate(condition):
                return
        page.wait_for_timeout(100)
    raise AssertionError(condition)


def newer_is_here(page):
    """Wait until the line says that a newer version is here; return the line."""
    line = page.get_by_role("status").filter(has_text="A newer version of this site is here.")
    expect(line).to_be_visible()
    return line


def test_after_one_visit_the_whole_site_works_without_a_server(reader, site, tmp_path):
    """Without the server there are pages, search, a checklist to its outcome, a document, and the page for no page."""
    with hosted(tmp_path / "host", site) as (_, address):
        page = visit(reader, address)

    page.goto(address)
    assert page.title() == "Start here - Online abuse of practice staff"
    page.locator('[data-md-component="search-query"]').click()
    page.keyboard.type("screenshot")
    expect(page.locator(".md-search-result__item").first).to_be_visible()
    page.goto(f"{address}checklists/defamation?example=S31")
    assert page.url == f"{address}checklists/defamation/?example=S31"
    assert outcome_of(page) == "Appears made out"
    page.goto(f"{address}documents/letter/")
    with page.expect_download() as download:
        page.get_by_role("link", name="Download Word").click()
    assert download.value.path().read_bytes() == (site / "documents" / "letter" / "letter.docx").read_bytes()
    assert page.goto(f"{address}nowhere/").status == 404
    assert page.title() == "Online abuse of practice staff"


def test_what_is_kept_is_the_site_and_nothing_else(reader, site, tmp_path):
    """Every page is kept, none of the answers; what else the server has is left to it."""
    with hosted(tmp_path / "host", site) as (_, address):
        page = visit(reader, address)
        page.goto(address + HARASSMENT)
        choose(page, "jurisdiction", "scotland")
        type_date(page, "last-incident", "4", "marker", "2026")
        outcome_of(page)
        kept = page.evaluate(WHAT_IS_KEPT)
        elsewhere = page.goto(address.removesuffix("site/") + "elsewhere.html")
        by_worker = page.evaluate("Boolean(navigator.serviceWorker.controller)")

    assert elsewhere.status == 200
    assert not by_worker
    pages = {path.parent.relative_to(site).as_posix() for path in site.rglob("index.html")}
    assert {f"{address}{name}/".replace("/./", "/") for name in pages} <= kept.keys()
    assert all(url.startswith(address) and "?" not in url for url in kept)
    assert not [url for url, text in kept.items() if "marker" in text and not url.endswith((".js", ".css"))]


def test_a_kept_page_is_first_shown_with_its_answers(reader, site, tmp_path):
    """A page that need not be fetched does not appear unanswered first, however slow the computer is."""
    with hosted(tmp_path / "host", site) as (_, address):
        page = visit(reader, address)
        page.goto(address + HARASSMENT)
        choose(page, "jurisdiction", "scotland")
        outcome_of(page)
        page.add_init_script("""requestAnimationFrame(() => {
          globalThis.shown = document.querySelector("[name=jurisdiction]:checked")?.value ?? "";
        })""")
        reader.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": 6})
        page.reload()
        outcome_of(page)

        assert page.evaluate("shown") == "scotland"


def test_one_page_of_guidance_fetches_nothing_more(reader, site, tmp_path):
    """A reader who opens one page gets that page; who asks to save data is never sent the whole site."""
    seen = []
    with hosted(tmp_path / "host", site, seen) as (_, address):
        reader.add_init_script("Object.defineProperty(navigator, 'connection', { value: { saveData: true } })")
        page = reader.new_page()
        page.goto(address)
        page.goto(address + GUIDANCE)
        page.wait_for_timeout(1500)
        saving = list(seen)
        other = reader.browser.new_context().new_page()
        other.goto(address + GUIDANCE)
        other.wait_for_timeout(1500)
        other.context.close()

    assert "/site/first-steps/record/" in saving
    assert not [path for path in seen if "service-worker" in path]


def test_a_newer_version_waits_until_it_is_chosen(reader, site, newer_site, tmp_path):
    """The old version stays whole while the line tells of the newer one; its button brings the newer one, whole."""
    with hosted(tmp_path / "host", site) as (host, address):
        page = visit(reader, address)
        host.put(newer_site)
        page.reload()
        line = newer_is_here(page)
        assert page.get_by_role("heading", level=1).inner_text() != NEW_TITLE
        page.goto(address + HARASSMENT)
        assert OLD in page.locator(".checklist__form").text_content()
        newer_is_here(page)
        page.evaluate(AXE)
        assert page.evaluate("axe.run('.newer-version')")["violations"] == []
        page.emulate_media(media="print")
        expect(line).to_be_hidden()
        page.emulate_media(media="screen")

        page.get_by_role("button", name="Use the new version").click()

        expect(page.locator(".checklist__form")).to_contain_text(NEW)
        assert line.count() == 0 or line.is_hidden()
        page.goto(address + GUIDANCE)
        assert page.get_by_role("heading", level=1).inner_text().startswith(NEW_TITLE)
        until(page, "() => caches.keys().then((names) => names.length === 1)")


def test_a_newer_version_never_takes_over_in_the_middle_of_a_case(reader, site, newer_site, tmp_path):
    """While answers are in the tab the newer version is told and not offered; it comes when all tabs are closed."""
    with hosted(tmp_path / "host", site) as (host, address):
        page = visit(reader, address)
        page.goto(address + HARASSMENT)
        choose(page, "jurisdiction", "scotland")
        outcome_of(page)
        host.put(newer_site)
        page.reload()

        expect(newer_is_here(page)).to_contain_text("Your answers stay as they are")
        assert page.get_by_role("button", name="Use the new version").count() == 0
        assert OLD in page.locator(".checklist__form").text_content()
        assert outcome_of(page) == "Unclear"

        page.close()
        page = reader.new_page()
        page.goto(address.removesuffix("site/") + "elsewhere.html")
        until(page, "() => navigator.serviceWorker.getRegistrations().then(([found]) => !found.waiting)")
        page.goto(address + HARASSMENT)
        assert NEW in page.locator(".checklist__form").text_content()


def test_a_newer_version_waits_for_the_other_tabs(reader, site, newer_site, tmp_path):
    """Where another tab of the site is open, choosing the newer version says what to close, and changes nothing."""
    with hosted(tmp_path / "host", site) as (host, address):
        page = visit(reader, address)
        other = reader.new_page()
        other.goto(address + HARASSMENT)
        host.put(newer_site)
        page.reload()
        line = newer_is_here(page)

        page.get_by_role("button", name="Use the new version").click()

        expect(line).to_contain_text("every tab of this site has been closed")
        other.reload()
        assert OLD in other.locator(".checklist__form").text_content()


@pytest.mark.parametrize("fault", ["missing", "altered"])
def test_a_newer_version_that_is_not_whole_does_not_count(reader, site, newer_site, tmp_path, fault):
    """Where one file of the newer version is missing or another, the old version stays whole and nothing is told."""
    broken = tmp_path / "broken"
    shutil.copytree(newer_site, broken, copy_function=os.link)
    page_file = broken / "civil" / "index.html"
    page_file.unlink()
    if fault == "altered":
        page_file.write_text("half a page", encoding="utf-8")
    seen = []
    with hosted(tmp_path / "host", site, seen) as (host, address):
        page = visit(reader, address)
        host.put(broken)
        seen.clear()
        page.reload()
        until(page, lambda: "/site/civil/" in seen)
        until(
            page, "() => navigator.serviceWorker.getRegistration().then((found) => !found.installing && !found.waiting)"
        )

    page.goto(address + "civil/")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.locator(".newer-version")).to_be_empty()
    page.goto(address + HARASSMENT)
    assert OLD in page.locator(".checklist__form").text_content()


def test_a_site_that_is_withdrawn_is_forgotten(reader, site, tmp_path):
    """With the other service worker in its place, the browser forgets the site and asks the server again."""
    withdrawn = tmp_path / "withdrawn"
    shutil.copytree(site, withdrawn, ignore=shutil.ignore_patterns(precache.WORKER))
    precache.withdraw(withdrawn)
    (withdrawn / "index.html").write_text("<title>This site has moved</title>", encoding="utf-8")
    with hosted(tmp_path / "host", site) as (host, address):
        page = visit(reader, address)
        host.put(withdrawn)

        page.reload()

        until(page, "() => caches.keys().then((names) => names.length === 0)")
        page.goto(address)
        assert page.title() == "This site has moved"
