"""The bank holidays in the package are those that the library of holidays knows, and do not run out unseen."""

from datetime import date
from pathlib import Path

from checklists import bank_holidays
from overrides.bank_holidays import ends_soon, text


def test_the_file_is_what_the_script_writes():
    """Written again for the same years, the module is the same, so no day was changed by hand."""
    years = {day.year for day in bank_holidays.ENGLAND_AND_WALES}

    assert text(min(years), max(years)) == Path(bank_holidays.__file__).read_text(encoding="utf-8")
    assert date(min(years), 1, 1) == bank_holidays.SINCE
    assert date(max(years), 12, 31) == bank_holidays.UNTIL


def test_the_build_warns_a_year_ahead():
    """From a year before the last known day there is a sentence that says what to do; until then none."""
    year = bank_holidays.UNTIL.year

    assert ends_soon(date(year - 1, 12, 31)) == ""
    assert "scripts/bank-holidays" in ends_soon(date(year, 1, 1))
