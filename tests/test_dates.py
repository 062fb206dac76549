"""Dates as typed, and periods as the law counts them."""

from datetime import date, timedelta

import pytest
from dateutil.relativedelta import relativedelta

from checklists.dates import DateError, Day, corresponding, earliest_start, in_words, read, read_parts

EVERY_DAY = [date(2020, 1, 1) + timedelta(days=n) for n in range((date(2031, 1, 1) - date(2020, 1, 1)).days)]
PERIODS = [{"years": 1}, {"years": 3}, {"years": 6}, {"months": 6}]


@pytest.mark.parametrize("period", PERIODS, ids=str)
def test_periods_are_those_of_dateutil(period):
    """From every day of 2020 to 2030, each period of the law ends when dateutil says."""
    assert [corresponding(day, **period) for day in EVERY_DAY] == [day + relativedelta(**period) for day in EVERY_DAY]


@pytest.mark.parametrize("period", PERIODS, ids=str)
def test_earliest_start_is_the_edge_of_the_period(period):
    """On every day, a period that runs from the earliest start has not ended; from the day before, it has."""
    for today in EVERY_DAY:
        start = earliest_start(today, **period)

        assert corresponding(start, **period) >= today
        assert corresponding(start - timedelta(days=1), **period) < today


@pytest.mark.parametrize(
    ("start", "last_day"),
    [
        ("2025-11-22", "2026-11-22"),
        ("2025-11-21", "2026-11-21"),
        ("2024-02-29", "2025-02-28"),
        ("2023-02-28", "2024-02-28"),
    ],
)
def test_a_year_ends_with_the_corresponding_date(start, last_day):
    """The worked dates of the law: 29 February falls to the 28th, 28 February stays."""
    assert corresponding(date.fromisoformat(start), years=1) == date.fromisoformat(last_day)


def test_six_months_end_with_the_month_where_it_is_shorter():
    """Six months from 31 August end on the last day of February."""
    assert corresponding(date(2025, 8, 31), months=6) == date(2026, 2, 28)


@pytest.mark.parametrize(
    ("parts", "day"),
    [
        (("27", "3", "2026"), Day(date(2026, 3, 27))),
        ((" 7 ", "March", "2026"), Day(date(2026, 3, 7))),
        (("7", "sept.", "2026"), Day(date(2026, 9, 7))),
        (("", "dec", "2025"), Day(date(2025, 12, 1), approximate=True)),
        (("29", "2", "2024"), Day(date(2024, 2, 29))),
    ],
)
def test_typed_dates_are_read(parts, day):
    """Numbers and English month names are read; a date without its day is approximate."""
    assert read_parts(dict(zip(("day", "month", "year"), parts, strict=True))) == day


@pytest.mark.parametrize(
    ("parts", "wrong"),
    [
        (("31", "2", "2026"), "day"),
        (("29", "February", "2025"), "day"),
        (("0", "1", "2026"), "day"),
        (("x", "1", "2026"), "day"),
        (("1", "13", "2026"), "month"),
        (("1", "0", "2026"), "month"),
        (("1", "Ju", "2026"), "month"),
        (("1", "", "2026"), "month"),
        (("1", "1", "26"), "year"),
        (("1", "1", "1899"), "year"),
        (("1", "1", "2200"), "year"),
        (("1", "1", "٢٠٢٦"), "year"),
        (("1", "1", ""), "year"),
    ],
)
def test_an_error_names_the_part_that_is_wrong(parts, wrong):
    """A date that cannot be read says in a sentence which box to mend."""
    with pytest.raises(DateError) as caught:
        read_parts(dict(zip(("day", "month", "year"), parts, strict=True)))

    assert caught.value.part == wrong
    assert wrong in str(caught.value)


def test_texts_are_read_and_written_back():
    """A full date and a month are read as they are written, and written as they were read."""
    for text in ("2026-11-22", "2026-11"):
        assert str(read(text)) == text
    assert read("2026-11").approximate


@pytest.mark.parametrize("text", ["2026", "22-11-2026", "2026-11-22T10:00", "2026-1-2", "", "²026-11-22"])
def test_other_texts_are_refused(text):
    """Whatever is not YYYY-MM-DD or YYYY-MM is refused with how to write it."""
    with pytest.raises(DateError, match="YYYY-MM-DD"):
        read(text)


def test_dates_in_words():
    """A date is put in words without a leading nought; an approximate one by its month."""
    assert in_words(date(2026, 3, 7)) == "7 March 2026"
    assert in_words(read("2026-03-07")) == "7 March 2026"
    assert in_words(read("2026-03")) == "March 2026"
