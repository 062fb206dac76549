"""The directory of platforms in the browser: filtered, announced, whole on paper and without script."""

import io

from playwright.sync_api import expect
from pypdf import PdfReader

from overrides.directory import read

PLATFORMS = read().platforms


def names(page):
    """Return the platforms that are shown."""
    return page.locator("div.directory tbody tr:visible th").all_inner_texts()


def test_words_and_kind_filter(page, address):
    """Words typed and the kind chosen narrow the rows together, and the number left is announced."""
    page.goto(f"{address}/platforms/directory/")
    expect(page.locator(".directory__found")).to_have_text(f"{len(PLATFORMS)} of {len(PLATFORMS)} platforms shown.")

    page.get_by_label("Name or word").fill("private INFORMATION")
    assert "Facebook" in names(page)
    assert "Reddit" not in names(page)

    page.get_by_label("Kind").select_option("Reviews")
    assert names(page) == []
    expect(page.locator(".directory__found")).to_have_text(f"0 of {len(PLATFORMS)} platforms shown.")

    page.get_by_label("Name or word").fill("google")
    assert names(page) == ["Google reviews and Maps"]
    page.keyboard.press("Enter")
    assert page.url.endswith("/platforms/directory/")


def test_paper_has_every_platform(page, address):
    """A filtered directory prints in full, without the filter."""
    page.goto(f"{address}/platforms/directory/")
    page.get_by_label("Name or word").fill("google")

    text = " ".join(one.extract_text() for one in PdfReader(io.BytesIO(page.pdf())).pages)

    for platform in PLATFORMS:
        assert platform.name.split(" (")[0] in " ".join(text.split())
    assert "Name or word" not in text


def test_without_script_the_table_is_whole(chromium, address):
    """With no script every platform is there, and no filter that would do nothing."""
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/platforms/directory/")

    assert len(names(page)) == len(PLATFORMS)
    expect(page.get_by_label("Name or word")).to_be_hidden()
    context.close()
