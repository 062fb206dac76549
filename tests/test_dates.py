"""Dates as typed, and periods as the law counts them."""

from bisect import bisect_left
from datetime import date, datetime, timedelta

import holidays
import pytest
from dateutil.relativedelta import relativedelta
from hypothesis import given, settings
from hypothesis import strategies as st

from checklists.bank_holidays import ENGLAND_AND_WALES
from checklists.dates import (
    DateError,
    Day,
    after_hours,
    corresponding,
    earliest_start,
    ends,
    in_words,
    last_day,
    read,
    read_moment,
    read_moment_parts,
    read_parts,
)


def days(first, end):
    """Return every day from the start of one year to the start of another."""
    return [date.fromordinal(n) for n in range(date(first, 1, 1).toordinal(), date(end, 1, 1).toordinal())]


EVERY_DAY = days(2020, 2031)
PERIODS = [{"years": 1}, {"years": 3}, {"years": 6}, {"months": 6}, {"months": 12}, {"years": 3, "months": 6}]


@pytest.mark.parametrize("period", PERIODS, ids=str)
def test_periods_are_those_of_dateutil(period):
    """From every day of 2020 to 2030, each period of the law ends when dateutil says."""
    assert [corresponding(day, **period) for day in EVERY_DAY] == [day + relativedelta(**period) for day in EVERY_DAY]


def is_last_of_month(day, number):
    """Say whether a month that began with that number ends: tomorrow it comes up again, or would if there were one."""
    tomorrow = day + timedelta(days=1)
    return tomorrow.day == number or (tomorrow.day == 1 and day.day < number)


LAST_OF_MONTH = {number: [day for day in days(2020, 2038) if is_last_of_month(day, number)] for number in range(1, 32)}


@pytest.mark.parametrize("period", PERIODS, ids=str)
def test_a_period_that_begins_with_a_day_ends_before_its_number_comes_up_again(period):
    """From every day of 2020 to 2030, month by month; in a month without that number, it ends with the month."""
    months = period.get("years", 0) * 12 + period.get("months", 0)
    for start in EVERY_DAY:
        ends = LAST_OF_MONTH[start.day]

        assert last_day(start, **period, first_day_counts=True) == ends[bisect_left(ends, start) + months - 1], start


@pytest.mark.parametrize(
    ("start", "period", "last"),
    [
        ("2026-03-01", {"months": 6}, "2026-08-31"),
        ("2026-05-01", {"months": 6}, "2026-10-31"),
        ("2026-02-28", {"months": 6}, "2026-08-27"),
        ("2025-08-31", {"months": 6}, "2026-02-28"),
        ("2025-08-29", {"months": 6}, "2026-02-28"),
        ("2025-08-28", {"months": 6}, "2026-02-27"),
        ("2021-03-01", {"years": 3}, "2024-02-29"),
        ("2024-02-29", {"years": 3}, "2027-02-28"),
    ],
)
def test_a_period_that_begins_at_a_months_end(start, period, last):
    """The worked dates: six months beginning with 1 March are March to August."""
    assert last_day(date.fromisoformat(start), **period, first_day_counts=True) == date.fromisoformat(last)


@pytest.mark.parametrize("first_day_counts", [False, True])
@pytest.mark.parametrize("period", PERIODS, ids=str)
def test_earliest_start_is_the_edge_of_the_period(period, first_day_counts):
    """On every day, a period that runs from the earliest start has not ended; from the day before, it has."""
    for today in EVERY_DAY:
        start = earliest_start(today, **period, first_day_counts=first_day_counts)

        assert last_day(start, **period, first_day_counts=first_day_counts) >= today
        assert last_day(start - timedelta(days=1), **period, first_day_counts=first_day_counts) < today


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
        (("1", "12", "1900"), Day(date(1900, 12, 1))),
        (("31", "december", "2199"), Day(date(2199, 12, 31))),
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
        (("1", "Thermidor", "2026"), "month"),
    ],
)
def test_an_error_names_the_part_that_is_wrong(parts, wrong):
    """A date that cannot be read says in a sentence which box to mend."""
    with pytest.raises(DateError) as caught:
        read_parts(dict(zip(("day", "month", "year"), parts, strict=True)))

    assert caught.value.part == wrong
    assert wrong in str(caught.value)


def test_a_box_left_out_is_an_empty_one():
    """Without its day a date is approximate; without month, year or time it lacks just that."""
    assert read_parts({"month": "11", "year": "2026"}) == Day(date(2026, 11, 1), approximate=True)

    for missing in ("month", "year", "time"):
        typed = {"day": "24", "month": "11", "year": "2026", "time": "10:00"}
        del typed[missing]
        with pytest.raises(DateError) as caught:
            read_moment_parts(typed)
        assert caught.value.part == missing


@pytest.mark.parametrize(
    ("parts", "sentence"),
    [
        (("1", "1", "26"), "The year must have four digits, from 1900 to 2199"),
        (("30", "2", "2026"), "The day must be a number from 1 to 28 in February 2026"),
        (("1", "Septober", "2026"), "The month must be a number from 1 to 12 or a name such as March"),
    ],
)
def test_a_wrong_box_says_what_it_may_hold(parts, sentence):
    """The sentence is the one that a reader sees."""
    with pytest.raises(DateError) as caught:
        read_parts(dict(zip(("day", "month", "year"), parts, strict=True)))

    assert str(caught.value) == sentence


def test_texts_are_read_and_written_back():
    """A full date and a month are read as they are written, and written as they were read."""
    for text in ("2026-11-22", "2026-11", "2026-01", "2026-12-31"):
        assert str(read(text)) == text
    assert read("2026-11").approximate


@pytest.mark.parametrize("text", ["2026", "22-11-2026", "2026-11-22T10:00", "2026-1-2", "", "²026-11-22"])
def test_other_texts_are_refused(text):
    """Whatever is not YYYY-MM-DD or YYYY-MM is refused with how to write it."""
    with pytest.raises(DateError) as caught:
        read(text)

    assert str(caught.value) == "A date is written YYYY-MM-DD, or YYYY-MM where the day is not known"
    assert caught.value.part == ""


@pytest.mark.parametrize("text", ["2026-13-01", "2026-00-01", "2026-13"])
def test_a_month_in_figures_is_one_of_twelve(text):
    """In a text the month has two figures: a name would be no help there."""
    with pytest.raises(DateError) as caught:
        read(text)

    assert (caught.value.part, str(caught.value)) == ("month", "The month must be a number from 01 to 12")


def test_dates_in_words():
    """A date is put in words without a leading nought; an approximate one by its month."""
    assert in_words(date(2026, 3, 7)) == "7 March 2026"
    assert in_words(read("2026-03-07")) == "7 March 2026"
    assert in_words(read("2026-03")) == "March 2026"


@pytest.mark.parametrize(
    ("start", "due"),
    [
        ("2026-11-20T17:00", "2026-11-24T17:00"),
        ("2026-11-21T09:00", "2026-11-25T00:00"),
        ("2026-11-23T10:30", "2026-11-25T10:30"),
        ("2026-11-19T00:00", "2026-11-21T00:00"),
        ("2026-12-24T10:00", "2026-12-30T10:00"),
        ("2027-03-25T12:00", "2027-03-31T12:00"),
        ("2026-08-28T16:00", "2026-09-02T16:00"),
        ("2026-03-27T12:00", "2026-03-31T12:00"),
    ],
)
def test_hours_leave_out_weekends_and_bank_holidays(start, due):
    """48 hours of the Regulations of 2013, over weekends, holidays and a change of the clocks."""
    assert after_hours(read_moment(start), 48, ENGLAND_AND_WALES) == read_moment(due)


KNOWN = set(holidays.country_holidays("GB", subdiv="ENG", years=range(2019, 2029)))


@settings(max_examples=40, deadline=None)
@given(st.datetimes(datetime(2019, 1, 1), datetime(2027, 12, 1)), st.integers(1, 60))  # noqa: DTZ001 - local time
def test_hours_are_those_counted_one_by_one(start, hours):
    """Walking through the minutes that count, as the library of holidays knows them, ends at the same one."""
    start = start.replace(second=0, microsecond=0)

    due = after_hours(start, hours, ENGLAND_AND_WALES)

    counted = 0
    minute = timedelta(minutes=1)
    for passed in range(int((due - start) / minute)):
        day = (start + passed * minute).date()
        counted += day.weekday() < 5 and day not in KNOWN
    assert counted == hours * 60
    assert (due - minute).weekday() < 5
    assert (due - minute).date() not in KNOWN


def test_a_moment_is_read_from_a_text_and_from_boxes():
    """A date with its time is understood in both forms; midnight is the end of the day before."""
    assert read_moment("2026-11-24T17:00") == datetime(2026, 11, 24, 17)  # noqa: DTZ001
    typed = {"day": "24", "month": "Nov", "year": "2026", "time": "9.30"}
    assert in_words(read_moment_parts(typed)) == "09:30 on 24 November 2026"
    assert in_words(read_moment("2026-11-25T00:00")) == "the end of 24 November 2026"


@pytest.mark.parametrize(
    ("text", "part", "sentence"),
    [
        ("2026-11-24", "", "A date with its time is written YYYY-MM-DDTHH:MM"),
        ("2026-11-24T", "", "A date with its time is written YYYY-MM-DDTHH:MM"),
        ("2026-11-24T24:00", "time", "Midnight is written 00:00, with the date of the next day"),
        ("2026-11-24T24:01", "time", "The time must be written with 24 hours, such as 09:30 or 17:00"),
        *(
            (
                f"2026-11-24T{hour}", "time",
                "The time must be that on the clocks in the United Kingdom, without a time zone",
            )
            for hour in ("10:00+00:00", "10:30Z", "10:30z", "10:30:00.5-0100", "10:30:00Z")
        ),
        ("2026-11-24T10:30:00", "time", "The time must be written without seconds, such as 09:30 or 17:00"),
        ("2026-11-24T10:30:00.000", "time", "The time must be written without seconds, such as 09:30 or 17:00"),
        ("2026-11-24T12:60", "time", "The time must be written with 24 hours, such as 09:30 or 17:00"),
        ("2026-11-24T5pm", "time", "The time must be written with 24 hours, such as 09:30 or 17:00"),
        ("2026-11-24T09:00T", "time", "The time must be written with 24 hours, such as 09:30 or 17:00"),
        ("2026-11-31T10:00", "day", "The day must be a number from 1 to 30 in November 2026"),
        (
            "2026-03-29T01:00",
            "time",
            "The clocks went forward from 01:00 to 02:00 that night, so there was no such time",
        ),
        (
            "2027-03-28T01:59",
            "time",
            "The clocks went forward from 01:00 to 02:00 that night, so there was no such time",
        ),
        ("2026-13-01T10:00", "month", "The month must be a number from 01 to 12"),
    ],
)  # fmt: skip
def test_a_moment_that_is_none_names_its_part(text, part, sentence):
    """What is wrong with a moment is named, and the part of it."""
    with pytest.raises(DateError) as caught:
        read_moment(text)

    assert (caught.value.part, str(caught.value)) == (part, sentence)


@pytest.mark.parametrize("hour", ["2026-03-29T00:59", "2026-03-29T02:00", "2026-10-25T01:30", "2026-03-22T01:30"])
def test_only_the_hour_that_the_clocks_skip_is_none(hour):
    """The hour that comes twice in October is one, and so are those around the one that never was."""
    assert f"{read_moment(hour):%Y-%m-%dT%H:%M}" == hour


def test_a_moment_needs_its_day():
    """Hours cannot be counted from a month."""
    with pytest.raises(DateError) as caught:
        read_moment_parts({"day": "", "month": "11", "year": "2026", "time": "10:00"})

    assert caught.value.part == "day"
    assert str(caught.value) == "The day is needed, because hours are counted from it"


@pytest.mark.parametrize(
    ("month", "last"), [("2026-11", 30), ("2026-12", 31), ("2026-02", 28), ("2024-02", 29), ("2100-02", 28)]
)
def test_a_month_has_a_first_and_a_last_day(month, last):
    """Where only the month is known, it may be any day between these two; a day that is known is one."""
    first = date.fromisoformat(f"{month}-01")

    assert ends(read(month)) == (first, first.replace(day=last))
    assert ends(Day(first)) == (first,)
