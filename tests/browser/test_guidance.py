"""The guidance in the browser: reviews gone by, tabs on paper, narrow screens, valid markup."""

import io

from playwright.sync_api import expect
from pypdf import PdfReader


def test_a_review_gone_by_is_told(page, address):
    """A page read after its review was due says so at the top and beside the date; before that it does not."""
    page.clock.set_fixed_time("2027-05-23T12:00:00")
    page.goto(f"{address}/police/")
    expect(page.locator(".page-review")).to_contain_text("Next review due 23 May 2027.")
    expect(page.get_by_text("was due to be checked")).to_have_count(0)

    page.clock.set_fixed_time("2027-05-24T00:30:00")
    page.reload()
    expect(page.locator("h1 + .page-overdue")).to_contain_text("was due to be checked by 23 May 2027")
    expect(page.locator(".page-review")).to_contain_text("23 May 2027 (overdue)")


def test_on_paper_every_tab_is_there_with_its_label(page, address):
    """A page whose law differs by jurisdiction prints every part of the law, each under its label."""
    page.goto(f"{address}/civil/harassment/")
    page.emulate_media(media="print")

    for block in page.locator(".tabbed-block").all():
        expect(block).to_be_visible()
    labels = page.locator(".tabbed-set").first.locator(".tabbed-labels label").all_inner_texts()
    assert labels == ["England and Wales", "Scotland", "Northern Ireland"]
    reader = PdfReader(io.BytesIO(page.pdf()))
    text = " ".join(" ".join(one.extract_text() for one in reader.pages).split())
    for label in labels:
        assert label in text
    assert "damages claims" in text.lower() or "non-harassment order" in text.lower()
