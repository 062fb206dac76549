"""Paper: a record of an assessment, and a blank form."""

import io

import pytest
from pypdf import PdfReader

from checklists.law import Jurisdiction
from checklists.rules import CHECKLISTS
from tests.browser.conftest import outcome_of

A4 = (595, 842)


def printed(page, how):
    """Print the page as its button would and return the text and the pages."""
    page.evaluate("(how) => { document.querySelector('.checklist').dataset.print = how }", how)
    reader = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))
    return " ".join(" ".join(one.extract_text() for one in reader.pages).split()), reader.pages


@pytest.mark.parametrize("example", ["S31", "S16"], ids=["defamation", "harassment"])
def test_the_record_has_everything(page, address, example):
    """The record has the answers, findings, authorities, last day, versions, a reference line and page numbers."""
    id_ = "defamation" if example == "S31" else "harassment"
    page.goto(f"{address}/checklists/{id_}/?example={example}")
    outcome_of(page)

    text, pages = printed(page, "record")

    place = Jurisdiction.ENGLAND_AND_WALES if example == "S31" else Jurisdiction.SCOTLAND
    for expected in (
        "Reference:",
        "Appears made out",
        "22 November 2026",
        "Law as at 22 November 2026",
        "Rules version",
        "Nothing you have left open can change this outcome",
        f"Page 1 of {len(pages)}",
        "https://www.legislation.gov.uk",
        "Worked example, not a real case",
    ):
        assert expected in text
    (claim,) = CHECKLISTS[id_].current(place)
    for point in claim.points:
        assert point.name in text
    for chrome in ("Print this record", "Clear my answers", "Search", "Change"):
        assert chrome not in text
    assert all(tuple(round(float(side)) for side in one.mediabox[2:]) == A4 for one in pages)


def test_the_record_has_the_points_of_the_offences_that_matter(page, address):
    """Of an offence that appears made out every point is printed; of the others what decides them, or is still open."""
    page.goto(f"{address}/checklists/communications-offences/?example=S03")
    outcome_of(page)

    text, _ = printed(page, "record")

    offences = text[text.index("Each offence") : text.index("Offences that do not apply")]
    assert "Serious threat" in offences
    assert "Still open: fear intended." in offences
    assert "Course of conduct" not in offences
    assert "Known false" not in offences


def test_the_blank_form_is_blank(page, address):
    """The blank form has every question and no answer or assessment."""
    page.goto(f"{address}/checklists/harassment/?example=S16")
    outcome_of(page)

    text, _ = printed(page, "blank")
    text = text.split("Work it out by hand")[0]

    (claim,) = CHECKLISTS["harassment"].current(Jurisdiction.SCOTLAND)
    for question in claim.questions:
        assert question.asks in text
    assert "I’m not sure" in text
    assert "Why it is asked" not in text
    assert "Appears made out" not in text
    assert "Worked example" not in text
    page.evaluate("() => { document.querySelector('.checklist').dataset.print = 'blank' }")
    page.emulate_media(media="print")
    chosen = page.locator(".checklist__form input:checked + label")
    assert chosen.count() > 5
    drawn = "(labels) => labels.map((label) => getComputedStyle(label, '::after').opacity)"
    assert set(chosen.evaluate_all(drawn)) == {"0"}
    page.emulate_media(media="screen")
    assert "1" in chosen.evaluate_all(drawn)


def test_printing_by_the_browsers_menu(page, address):
    """Printed from the browser's own menu, an answered page gives the record, an unanswered one the blank form."""
    page.goto(f"{address}/checklists/harassment/")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator(".checklist").get_attribute("data-print") == "blank"
    assert page.locator(".by-hand > details").get_attribute("open") is not None
    page.evaluate("dispatchEvent(new Event('afterprint'))")

    page.goto(f"{address}/checklists/harassment/?example=S16")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator(".checklist").get_attribute("data-print") == "record"
