"""The zip for a shared drive: unpacked anywhere and opened from disk, it is the whole site."""

import io
import re
import shutil
import zipfile
from datetime import datetime, time
from html import unescape
from pathlib import Path
from urllib.parse import urljoin

import pytest
from playwright.sync_api import expect
from pypdf import PdfReader

from checklists import __version__
from overrides import scenarios
from overrides.build import build_zip
from tests.bench.firefox import firefox
from tests.bench.sites import case, outcome_in_words
from tests.browser.conftest import choose, outcome_of, served, type_date
from tests.browser.test_safety import LEAKS
from tests.browser.test_search import found

AWKWARD = "50% off (new) #1 & ‘surgery’"
CASES = [("harassment", "S05"), ("defamation", "S31")]
MEGABYTE = 1_000_000


@pytest.fixture(scope="module")
def zipped(tmp_path_factory):
    """Build the zip, as scripts/build --offline does."""
    return build_zip(tmp_path_factory.mktemp("zip"))


@pytest.fixture(scope="module")
def folder(zipped, tmp_path_factory):
    """Unpack it into a folder whose name has to be written otherwise in an address."""
    place = tmp_path_factory.mktemp("shared drive") / AWKWARD
    with zipfile.ZipFile(zipped) as archive:
        archive.extractall(place)
    return place / zipped.stem


@pytest.fixture
def drive(page, folder):
    """Open pages of the folder by name; a request to anything but the folder fails the test."""
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    yield lambda name: page.goto((folder / name).as_uri())
    assert [url for url in asked if not url.startswith((folder.as_uri(), "blob:", "data:"))] == []


def test_every_link_leads_to_its_place(folder):
    """Whatever a page leads to is in the folder: the file, and the place in it."""
    html = {page: page.read_text(encoding="utf-8") for page in folder.rglob("*.html")}
    places = {page.as_uri(): set(re.findall(r'\b(?:id|name)="([^"]+)"', text)) for page, text in html.items()}
    lost = []
    for page, text in html.items():
        for address in map(unescape, re.findall(r'\bhref="([^"]+)"', text)):
            target, _, place = urljoin(page.as_uri(), address).partition("#")
            file = target.partition("?")[0]
            if file.startswith("file:") and not (
                Path.from_uri(file).is_file() and (not place or place in places[file])
            ):
                lost.append((page.relative_to(folder), address))

    assert len(places) > 60
    assert lost == []


def answer(page, scenario):
    """Answer the checklist on the page as a reader would, on the day of the case."""
    choose(page, "jurisdiction", str(scenario.place))
    for question, (value, _) in scenario.answers.items():
        if page.locator(f'[data-question="{question}"] [name$="[day]"]').count():
            year, month, day = value.split("-")
            type_date(page, question, day, month, year)
        else:
            choose(page, question, value)


def test_the_zip_is_one_small_folder(zipped):
    """It is smaller than 25 MB and holds one folder, named with its version, which says how to use it."""
    with zipfile.ZipFile(zipped) as archive:
        names = archive.namelist()
        words = archive.read(f"{zipped.stem}/Read me first.txt").decode("utf-8-sig")

    assert zipped.stat().st_size < 25 * MEGABYTE
    assert {name.split("/")[0] for name in names} == {zipped.stem}
    assert zipped.stem.endswith(__version__)
    assert f"{zipped.stem}/index.html" in names
    assert "Open index.html" in words
    assert not [name for name in names if name.endswith((".mjs", ".bin", ".map", "404.html"))]


def test_a_page_opened_within_the_zip_says_to_unpack_it(page, context, drive, folder, tmp_path):
    """Opened alone, as from within the zip, the front page says what to do first; in its folder it does not."""
    drive("index.html")
    expect(page.locator(".unpack-first")).to_be_hidden()

    alone = context.new_page()
    alone.goto(Path(shutil.copy(folder / "index.html", tmp_path)).as_uri())

    expect(alone.locator(".unpack-first")).to_be_visible()


@pytest.mark.parametrize(("checklist", "id_"), CASES)
def test_a_case_comes_to_its_outcome_and_prints(page, drive, checklist, id_):
    """A reader finds the checklist, answers it, sees the outcome of the case, and prints a record of it."""
    (scenario,) = (one for one in scenarios.read(checklist) if one.id == id_)
    page.clock.set_fixed_time(datetime.combine(scenario.today, time(12)))
    drive("index.html")
    page.locator(f'article a[href*="checklists/{checklist}/"]').first.click()

    answer(page, scenario)

    words = outcome_in_words(scenario.request())
    page.wait_for_function(
        "words => document.querySelector('.checklist__outcome').textContent.includes(words)", arg=words
    )
    assert outcome_of(page) == words
    page.get_by_role("button", name="See the assessment").click()
    expect(page.locator("#assessment")).to_be_focused()
    page.evaluate("document.querySelector('.checklist').dataset.print = 'record'")
    printed = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))
    text = " ".join(" ".join(one.extract_text() for one in printed.pages).split())
    for expected in ("Reference:", words, "https://www.legislation.gov.uk", f"Page 1 of {len(printed.pages)}"):
        assert expected in text


def test_a_story_opens_its_checklist_filled_in(page, drive):
    """A link with a worked example in its address works from disk too."""
    drive("checklists/defamation-examples/index.html")

    page.locator(".story__open a").first.click()

    expect(page.locator(".checklist__example")).to_contain_text("Worked example, not a real case")
    assert outcome_of(page)


def test_search_finds_a_page_and_opens_it(page, drive):
    """What is typed finds pages, and a result leads to its page with the words marked."""
    drive("first-steps/record/index.html")
    page.locator(".md-search__input").click()

    pages = found(page, "stalking")
    page.locator('.md-search-result__item > a[href*="police/harassment/"]').first.click()

    assert any(name.endswith("police/harassment/index.html") for name in pages)
    expect(page.locator("h1")).to_contain_text("Harassment")
    expect(page.locator("article mark").first).to_have_text("stalking", ignore_case=True)


def test_dark_mode_goes_along_the_navigation(page, drive):
    """Dark mode, once chosen, holds on the page that the navigation leads to."""
    drive("index.html")
    page.get_by_title("Switch to dark mode").click()

    page.locator(".md-tabs").get_by_role("link", name="Police").click()

    expect(page.locator("h1")).to_contain_text("police", ignore_case=True)
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")


def test_what_a_document_offers_is_there(page, drive):
    """Each document can be downloaded in Word and as PDF."""
    drive("documents/index.html")

    addresses = page.locator("a[download]").evaluate_all("links => links.map(link => link.href)")

    assert len(addresses) > 20
    assert all(Path.from_uri(address).stat().st_size > 2000 for address in addresses)
    with page.expect_download() as download:
        page.locator('a[href$=".docx"]').first.click()
    assert download.value.suggested_filename == "policy.docx"


def test_nothing_leaks_from_disk(context, site, folder):
    """From inside the worker of a page opened from disk no request reaches a server."""
    reached = []
    with served(site, reached) as elsewhere:
        page = context.new_page()
        page.goto((folder / "checklists/harassment/index.html").as_uri())
        choose(page, "jurisdiction", "scotland")
        outcome_of(page)
        python = next(worker for worker in page.workers if worker.evaluate("typeof fetch") == "undefined")
        for name, attempt in LEAKS.items():
            tried = attempt.replace("URL_", f"'{elsewhere}/robots.txt?secret'")
            outcome = python.evaluate(
                f"async () => {{ try {{ return await ({tried})() }} catch (error) {{ return 'blocked' }} }}"
            )
            assert outcome == "blocked", name
    assert reached == []


def test_in_firefox_too(folder, tmp_path):
    """The distribution's own Firefox shows the outcome of a case, and finds what is typed."""
    defamation = case("defamation", "appears-made-out")
    with firefox(tmp_path) as tab:
        tab.go(f"{(folder / 'checklists/defamation/index.html').as_uri()}?example={defamation.example}")

        assert tab.outcome(defamation.words) > 0

        tab.evaluate("document.querySelector('#__search').click(), 0")
        tab.evaluate("document.querySelector('.md-search__input').value = 'libel'")
        tab.evaluate("document.querySelector('.md-search__input').dispatchEvent(new Event('keyup'))")
        link = tab.wait_for("document.querySelector('.md-search-result__item > a')?.href")
    assert link.startswith(folder.as_uri())
