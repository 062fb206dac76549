"""Dates as people know them, and periods as the law counts them.

A period of months or years leaves out the day it runs from and ends with the
corresponding date (Dodds v Walker [1981] 1 WLR 1027; Marren v Dawson Bentley
[1961] 2 QB 135). One that begins *with* a day counts it, and so ends on the day before
the corresponding date (Hare v Gocher [1962] 2 QB 641; Zoan v Rouamba [2000] 1 WLR 1509).
Where the month has no such date, either ends with the month's last day.
No function here reads a clock: today is always an argument.
"""

import calendar
import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

MONTHS = {name.casefold(): number for number, name in enumerate(calendar.month_name) if name}
YEARS = range(1900, 2200)
HOURS, MINUTES = 24, 60
TIME_FAULTS = (
    (r"24[:.]00", "Midnight is written 00:00, with the date of the next day"),
    (r"[0-9:.]+ ?([Zz]|[+-][0-9:]+)", "The time must be that on the clocks in the United Kingdom, without a time zone"),
    (r"[0-9]{1,2}[:.][0-9]{2}[:.][0-9.]+", "The time must be written without seconds, such as 09:30 or 17:00"),
)
SATURDAY, SUNDAY = 5, 6
SKIPPED_HOUR = 1


class DateError(ValueError):
    """A date that cannot be read.

    ``part`` names what to mend: "day", "month", "year", or "" where it is the whole.
    """

    def __init__(self, message: str, part: str = "") -> None:
        super().__init__(message)
        self.part = part


@dataclass(frozen=True, order=True)
class Day:
    """A calendar day; an approximate one is the first day of the month that was given."""

    date: date
    approximate: bool = False

    def __str__(self) -> str:
        """Return ``YYYY-MM-DD``, or ``YYYY-MM`` where only the month is known."""
        return f"{self.date:%Y-%m}" if self.approximate else self.date.isoformat()


def ends(day: Day) -> tuple[date, ...]:
    """Return the first and the last day that an approximate one may be; a day that is known is one."""
    if not day.approximate:
        return (day.date,)
    return day.date, day.date.replace(day=calendar.monthrange(day.date.year, day.date.month)[1])


def read(text: str) -> Day:
    """Return the day that ``YYYY-MM-DD`` or ``YYYY-MM`` names; raise `DateError` otherwise."""
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}(-[0-9]{2})?", text):
        raise DateError("A date is written YYYY-MM-DD, or YYYY-MM where the day is not known")
    return read_parts(_parts(text))


def _parts(text: str) -> dict[str, str]:
    year, month, *day = text.split("-")
    if not 1 <= int(month) <= len(MONTHS):
        raise DateError("The month must be a number from 01 to 12", "month")
    return {"day": "".join(day), "month": month, "year": year}


def read_parts(parts: Mapping[str, str]) -> Day:
    """Return the day that three typed boxes name: ``day`` (may be empty), ``month``, ``year``.

    A month is a number or an English name, of which three letters are enough.
    Raises `DateError`, whose ``part`` says which box is wrong.
    """
    day, month, year = (parts.get(part, "").strip() for part in ("day", "month", "year"))
    month_number = _month(month)
    if not re.fullmatch(r"[0-9]{4}", year) or int(year) not in YEARS:
        raise DateError(f"The year must have four digits, from {YEARS[0]} to {YEARS[-1]}", "year")
    if not day:
        return Day(date(int(year), month_number, 1), approximate=True)
    days = calendar.monthrange(int(year), month_number)[1]
    if not re.fullmatch(r"[0-9]{1,2}", day) or not 1 <= int(day) <= days:
        month_name = calendar.month_name[month_number]
        raise DateError(f"The day must be a number from 1 to {days} in {month_name} {year}", "day")
    return Day(date(int(year), month_number, int(day)))


def read_moment(text: str) -> datetime:
    """Return the moment that ``YYYY-MM-DDTHH:MM`` names, by the clocks of the United Kingdom.

    Raises `DateError` otherwise.
    """
    day, _, hour = text.partition("T")
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", day) or not hour:
        raise DateError("A date with its time is written YYYY-MM-DDTHH:MM")
    return read_moment_parts({**_parts(day), "time": hour})


def read_moment_parts(parts: Mapping[str, str]) -> datetime:
    """Return the moment that four typed boxes name: ``day``, ``month``, ``year`` and ``time`` (24 hours).

    Raises `DateError`, whose ``part`` says which box is wrong.
    """
    day = read_parts(parts)
    if day.approximate:
        raise DateError("The day is needed, because hours are counted from it", "day")
    hour = parts.get("time", "").strip()
    found = re.fullmatch(r"([0-9]{1,2})[:.]([0-9]{2})", hour)
    if not found or int(found[1]) >= HOURS or int(found[2]) >= MINUTES:
        faults = (fault for pattern, fault in TIME_FAULTS if re.fullmatch(pattern, hour))
        raise DateError(next(faults, "The time must be written with 24 hours, such as 09:30 or 17:00"), "time")
    moment = datetime.combine(day.date, time(int(found[1]), int(found[2])))
    if day.date == _spring_forward(day.date.year) and moment.hour == SKIPPED_HOUR:
        raise DateError("The clocks went forward from 01:00 to 02:00 that night, so there was no such time", "time")
    return moment


def _spring_forward(year: int) -> date:
    """Return the day on which the clocks go forward: the last Sunday of March (Summer Time Act 1972, s 1)."""
    last = date(year, 3, 31)
    return last - timedelta(days=(last.weekday() - SUNDAY) % 7)


def _month(text: str) -> int:
    """Return the number of a month given as a number or an English name."""
    if re.fullmatch(r"[0-9]{1,2}", text) and 1 <= int(text) <= len(MONTHS):
        return int(text)
    name = text.casefold().rstrip(".")
    named = [number for month, number in MONTHS.items() if month.startswith(name)]
    if len(name) >= 3 and len(named) == 1:  # noqa: PLR2004 - Jan, Feb, Mar
        return named[0]
    raise DateError("The month must be a number from 1 to 12 or a name such as March", "month")


def corresponding(start: date, *, years: int = 0, months: int = 0) -> date:
    """Return the same day of the month whole years and months later; the month's last where it has no such day."""
    count = start.year * 12 + start.month - 1 + years * 12 + months
    year, month = divmod(count, 12)
    month += 1
    return date(year, month, min(start.day, calendar.monthrange(year, month)[1]))


def last_day(start: date, *, years: int = 0, months: int = 0, first_day_counts: bool) -> date:
    """Return the last day of a period that runs from ``start``, or begins with it where the first day counts."""
    end = corresponding(start, years=years, months=months)
    return end - timedelta(days=first_day_counts and end.day == start.day)


def earliest_start(today: date, *, years: int = 0, months: int = 0, first_day_counts: bool) -> date:
    """Return the earliest day whose period of years and months has not ended before ``today``."""
    start = corresponding(today, years=-years, months=-months)
    return start + timedelta(days=first_day_counts or start.day < today.day)


def midnight_after(day: date) -> datetime:
    """Return the end of a day, which is the first moment of the next."""
    return datetime.combine(day + timedelta(days=1), time())


def after_hours(start: datetime, hours: int, closed: Collection[date]) -> datetime:
    """Return the moment ``hours`` after ``start``, no time on a weekend or on a ``closed`` day counted.

    Clocks in the United Kingdom change on Sundays, which are never counted.
    """
    left = timedelta(hours=hours)
    while True:
        end_of_day = midnight_after(start.date())
        if start.weekday() < SATURDAY and start.date() not in closed:
            if start + left <= end_of_day:
                return start + left
            left -= end_of_day - start
        start = end_of_day


def in_words(day: date | Day | datetime) -> str:
    """Return a date in words: "22 November 2026", or "November 2026" for an approximate one.

    A moment has its time: "17:00 on 22 November 2026"; midnight is the end of the day before.
    """
    if isinstance(day, datetime):
        if day.time() == time():
            return f"the end of {in_words(day.date() - timedelta(days=1))}"
        return f"{day:%H:%M} on {in_words(day.date())}"
    if isinstance(day, Day):
        return f"{day.date:%B %Y}" if day.approximate else in_words(day.date)
    return f"{day.day} {day:%B %Y}"
