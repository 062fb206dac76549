"""The guidance in the browser: reviews gone by, tabs on paper, narrow screens, valid markup."""

from playwright.sync_api import expect


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
