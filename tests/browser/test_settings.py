"""A practice's settings, seen by its readers: on pages, on paper, in Word and in PDF."""

import io
import subprocess
import zipfile

import pytest
from pypdf import PdfReader

from overrides.kept import ROOT
from tests.browser.conftest import served
from tests.test_build import house  # noqa: F401 - the fixture

NAME = 'The "Elm" & <Oak> Practice'
PHONE = "00000 000000"
GIVEN = {"name": f"'{NAME}'", "phone": f"'{PHONE}'", "colour": "'#7a1f5c'", "logo": "about/assessment.png"}


@pytest.fixture
def practice(house, tmp_path):  # noqa: F811 - the fixture
    """Build the site of a practice that has settings; serve it."""
    config = house / "mkdocs.yml"
    text = config.read_text(encoding="utf-8")
    for key, value in GIVEN.items():
        text = text.replace(f'    {key}: ""', f"    {key}: {value}")
    config.write_text(text, encoding="utf-8")
    command = [ROOT / ".venv" / "bin" / "python", "-m", "overrides.build", tmp_path / "site"]
    subprocess.run(command, cwd=house, check=True, capture_output=True)
    with served(tmp_path / "site") as address:
        yield tmp_path / "site", address


def test_settings_reach_every_reader(page, practice):
    """Name and phone number are on the page, on paper, in Word and in PDF as given; the bar has colour and logo."""
    site, address = practice
    page.goto(f"{address}/documents/letter/")

    assert NAME in page.locator(".document").inner_text()
    assert page.locator(".md-header").evaluate("(bar) => getComputedStyle(bar).backgroundColor") == "rgb(122, 31, 92)"
    assert page.locator(".md-header .md-logo img").evaluate("(logo) => logo.naturalWidth") > 0
    paper = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))
    assert all(NAME in one.extract_text() for one in paper.pages)
    folder = site / "documents" / "letter"
    pdf = " ".join(one.extract_text() for one in PdfReader(folder / "letter.pdf").pages)
    assert pdf.count(NAME) > len(paper.pages)
    assert PHONE in pdf
    word = zipfile.ZipFile(folder / "letter.docx")
    for part in ("word/header.xml", "word/document.xml"):
        assert 'Elm" &amp; &lt;Oak&gt; Practice' in word.read(part).decode().replace("&#34;", '"').replace(
            "&quot;", '"'
        )
    page.goto(f"{address}/first-steps/report/")
    assert PHONE in page.locator("article").inner_text()
