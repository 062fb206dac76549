"""Documents as they leave the site: printed, in Word, in PDF; nothing lost, nothing of the site around them."""

import io
import re
import shutil
import subprocess
from html.parser import HTMLParser

import pytest
from mkdocs.utils.meta import get_data
from pypdf import PdfReader

from overrides.documents import ARTICLE, PACK, PACK_TITLE
from overrides.kept import ROOT
from tests.browser.test_page import AXE
from tests.browser.test_print import A4

PAGES = {path.stem: get_data(path.read_text("utf-8"))[1] for path in (ROOT / "docs" / "documents").glob("*.md")}
META = {name: meta for name, meta in PAGES.items() if meta["template"] == "document.html"}
DOCUMENTS = sorted(META)
MARGIN = re.compile(r"Page \d+ of \d+|^Version .* Owner: |^Reviewed .* Next review due ")
HEADINGS = ("h1", "h2", "h3", "h4")


class Shown(HTMLParser):
    """What a document's page shows: its headings, and its words."""

    def __init__(self, page):
        super().__init__()
        self.headings, self.words, self._skip, self._open = [], [], False, []
        self.feed(ARTICLE.search(page)[1])

    def handle_starttag(self, tag, attrs):
        self._skip = "headerlink" in dict(attrs).get("class", "") if tag == "a" else self._skip
        if tag in HEADINGS:
            self._open.append("")

    def handle_endtag(self, tag):
        self._skip = False if tag == "a" else self._skip
        if tag in HEADINGS:
            self.headings.append(" ".join(self._open.pop().split()))

    def handle_data(self, data):
        if not self._skip:
            self.words += data.split()
            self._open = [text + data for text in self._open]


def shown(site, name):
    """Return what the page of a document shows."""
    return Shown((site / "documents" / name / "index.html").read_text(encoding="utf-8"))


def squeezed(text):
    """Return a text without spaces, boxes and soft breaks: a narrow cell may break a word."""
    return re.sub(r"[\s☐\u00ad\u200b]", "", text)


def pages_of(pdf):
    """Return the text of each page of a PDF."""
    return [page.extract_text() for page in PdfReader(pdf).pages]


def assert_nothing_is_lost(page, text):
    """Assert that a text has every heading and every word of a page."""
    text = squeezed(text)
    assert [heading for heading in page.headings if squeezed(heading) not in text] == []
    assert [word for word in page.words if squeezed(word) not in text] == []


@pytest.fixture(scope="module")
def from_word(site, tmp_path_factory):
    """Open every Word file in LibreOffice and save it as PDF."""
    found = shutil.which("soffice")
    assert found, "LibreOffice is needed: run scripts/bootstrap browser"
    folder = tmp_path_factory.mktemp("word")
    files = [site / "documents" / name / f"{name}.docx" for name in DOCUMENTS]
    command = [found, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--convert-to", "pdf"]
    subprocess.run([*command, "--outdir", folder, *files], check=True, capture_output=True)
    return folder


@pytest.mark.parametrize("name", DOCUMENTS)
def test_it_prints_as_a_finished_document(page, address, site, name):
    """Each prints on A4 with all its words, its version and page numbers, no site around it, no heading left behind."""
    page.goto(f"{address}/documents/{name}/")
    reader = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))

    pages = [one.extract_text() for one in reader.pages]
    document = shown(site, name)
    assert_nothing_is_lost(document, " ".join(pages))
    control = f"Version {META[name]['version']}. Owner: {META[name]['owner']}."
    for number, (paper, text) in enumerate(zip(reader.pages, pages, strict=True), 1):
        assert tuple(round(float(side)) for side in paper.mediabox[2:]) == A4
        lines = [" ".join(line.split()) for line in text.splitlines() if line.strip()]
        assert any(f"Page {number} of {len(pages)}" in line for line in lines)
        assert any(control in line for line in lines)
        for chrome in ("Search", "Download", "All documents", "Table of contents", "Last reviewed", "¶"):
            assert not any(line.startswith(chrome) for line in lines)
        body = [line for line in lines if not MARGIN.search(line) and line != META[name]["title"]]
        assert body[-1] not in document.headings
    assert len(pages) == 1 or name != "poster"


@pytest.mark.parametrize("name", DOCUMENTS)
def test_word_loses_nothing(from_word, site, name):
    """LibreOffice opens each Word file with every heading and word of its page, its version and page numbers."""
    pages = pages_of(from_word / f"{name}.pdf")

    assert_nothing_is_lost(shown(site, name), " ".join(pages))
    for number, text in enumerate(pages, 1):
        assert f"Page {number} of {len(pages)}" in text
        assert "Version " in text


@pytest.mark.parametrize("name", DOCUMENTS)
def test_the_pdf_loses_nothing(site, name):
    """Each PDF has every heading and word of its page, and a bookmark for each heading."""
    file = site / "documents" / name / f"{name}.pdf"

    document = shown(site, name)
    assert_nothing_is_lost(document, " ".join(pages_of(file)))
    assert [one.title for one in flat(PdfReader(file).outline)] == document.headings


def flat(outline):
    """Return the bookmarks of all levels in order."""
    return [one for item in outline for one in (flat(item) if isinstance(item, list) else [item])]


def test_the_pack_holds_every_document(site):
    """The pack has a title page, contents that tell the true page of each document, and every document's words."""
    file = site / "documents" / f"{PACK}.pdf"
    reader = PdfReader(file)
    pages = pages_of(file)

    assert PACK_TITLE in pages[0]
    assert reader.trailer["/Root"]["/MarkInfo"]["/Marked"]
    contents = [" ".join(line.split()) for line in pages[1].splitlines()]
    top = [one for one in reader.outline if not isinstance(one, list)]
    documents = {shown(site, name).headings[0]: shown(site, name) for name in DOCUMENTS}
    assert {one.title for one in top} - {"Contents"} == set(documents)
    for one in top:
        if one.title in documents:
            number = reader.get_destination_page_number(one) + 1
            assert any(re.fullmatch(rf"{re.escape(one.title)}[ .]*{number}", line) for line in contents)
            assert one.title in pages[number - 1]
    for document in documents.values():
        assert_nothing_is_lost(document, " ".join(pages))


def test_the_list_leads_to_every_file(page, address):
    """The list names each document with its purpose; each of its files is there."""
    page.goto(f"{address}/documents/")

    rows = page.locator("article tbody tr")
    assert rows.count() == len(DOCUMENTS)
    addresses = page.locator("article a[download]").evaluate_all("(links) => links.map((link) => link.href)")
    assert len(addresses) == 2 * len(DOCUMENTS) + 1
    for one in addresses:
        assert page.request.get(one).ok


def test_the_page_offers_its_files(page, address):
    """A document's page prints at a button and gives its Word file, its PDF and the pack."""
    page.goto(f"{address}/documents/letter/")
    page.evaluate("window.print = () => { document.title = 'printed' }")

    page.get_by_role("button", name="Print").click()

    assert page.title() == "printed"
    for name in ("Download Word", "Download PDF", "All documents in one PDF"):
        with page.expect_download() as download:
            page.get_by_role("link", name=name).click()
        assert download.value.suggested_filename in ("letter.docx", "letter.pdf", f"{PACK}.pdf")


@pytest.mark.parametrize("name", DOCUMENTS)
def test_it_fits_a_narrow_screen(chromium, address, name):
    """At 320 px nothing scrolls sideways but a table within itself."""
    context = chromium.new_context(viewport={"width": 320, "height": 640})
    page = context.new_page()
    page.goto(f"{address}/documents/{name}/")

    assert page.evaluate("document.documentElement.scrollWidth") == 320
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", ["documents/policy/", "documents/"])
def test_axe_finds_nothing(chromium, address, path, scheme):
    """A document's page and the list have no violation that axe knows, light and dark."""
    context = chromium.new_context(color_scheme=scheme, bypass_csp=True)
    page = context.new_page()
    page.goto(f"{address}/{path}")
    page.evaluate(AXE)

    found = page.evaluate("axe.run()")

    assert [(one["id"], [node["html"] for node in one["nodes"]]) for one in found["violations"]] == []
    context.close()


def test_a_blank_is_said_to_be_one(page, address):
    """To a screen reader a blank says that it is to be filled in, and with what."""
    page.goto(f"{address}/documents/letter/")
    tree = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")

    said = " ".join(str(node["name"]["value"]) for node in tree["nodes"] if "name" in node)

    assert "to fill in: date of the letter" in " ".join(said.split())
