"""The whole built site: valid HTML, and nothing that runs off a narrow screen."""

import subprocess

import pytest

from overrides.kept import ROOT

PAGES = sorted(
    str(path.relative_to(ROOT / "docs").with_suffix("")).removesuffix("index") for path in (ROOT / "docs").rglob("*.md")
)


def test_every_page_is_valid_html(site):
    """No page has an error by the HTML standard.

    One rule is off: Material's drawer and search are checkboxes with autocomplete="off", which keeps Firefox
    from opening them again on a reload.
    """
    command = ("node_modules/.bin/html-validate", "--config", "tests/html-validate.json", f"{site}/**/*.html")

    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stdout


@pytest.fixture
def narrow(chromium, address):
    """Open a tab as narrow as a phone, or as a page enlarged to 400 per cent."""
    context = chromium.new_context(viewport={"width": 320, "height": 640}, base_url=address)
    yield context.new_page()
    context.close()


def test_no_page_scrolls_sideways(narrow):
    """At 320 pixels nothing of any page is cut off or has to be scrolled to, but tables of many columns."""
    wide = {}
    for name in PAGES:
        narrow.goto(f"/{name}")
        width = narrow.evaluate("document.documentElement.scrollWidth")
        tables = narrow.evaluate(
            "[...document.querySelectorAll('.md-typeset__scrollwrap:not(:has(th:nth-child(6)))')]"
            ".filter(one => one.scrollWidth > one.clientWidth + 1).length"
        )
        if width > 320 or tables:
            wide[name] = width, tables

    assert not wide
