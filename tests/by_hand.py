"""A person with a pencil: fills in the printed form and scores it by its table, with nothing of the engine.

What is on the paper is text: the value ticked at a question, a date or a time as it is written, "?" for a date that
is not known. What was left blank is not there.
"""

from datetime import date, datetime, time, timedelta
from itertools import product

from dateutil.relativedelta import relativedelta

from checklists import bank_holidays
from checklists.law import Deadline, Late, MomentQuestion, Passed, Recent, Removal, Timely
from checklists.table import Answered, Every, Since, Some, Worked, Written, event, period, tables

DO, MAYBE = "met", "unclear"


class Paper:
    """A form as it was filled in on a day."""

    def __init__(self, written, today):
        self.written = written
        self.today = today

    def is_dated(self, question):
        return self.written.get(question, "?")[0].isdigit()

    def day(self, question):
        """Return the day that is written; the first of the month where only that is known."""
        return self.days(question)[0]

    def days(self, question):
        """Return the day that is written; the first and the last of the month where only that is known."""
        year, month, *rest = self.written[question].partition("T")[0].split("-")
        first = date(int(year), int(month), int(rest[0]) if rest else 1)
        return [first] if rest else [first, first + relativedelta(months=1, days=-1)]

    def moment(self, question):
        hour = self.written[question].partition("T")[2]
        return datetime.combine(self.day(question), time.fromisoformat(hour))

    def holds(self, test):
        match test:
            case Answered():
                return self.written.get(test.question, "unsure") in test.values
            case Written():
                known = self.written.get(test.question, "?") not in ("?", "unsure")
                return known if test.written else test.question not in self.written
            case Since():
                return self.is_dated(test.question) and self.day(test.question) >= test.day
            case Worked():
                return self.sum(test.sum) is test.holds
            case Every():
                return all(self.holds(inner) for inner in test.of)
            case Some():
                return any(self.holds(inner) for inner in test.of)

    def row(self, row):
        """Return which box of a row is ticked."""
        boxes = {"met": row.met, "not-met": row.not_met, "not-applicable": row.left_out}
        ticked = [box for box, test in boxes.items() if self.holds(test)]
        assert len(ticked) < 2, f"{row.name} has two boxes to tick"
        return ticked[0] if ticked else "unclear"

    # Dates

    def sum(self, sum_):
        """Return yes or no, or None where a sum of dates says neither."""
        match sum_:
            case Recent():
                if not self.is_dated(sum_.question.id):
                    return None
                seconds = next((self.days(one.id) for one in sum_.before if self.is_dated(one.id)), [self.today])
                said = set()
                for day, second in product(self.days(sum_.question.id), seconds):
                    first = day if sum_.with_that_day else day + timedelta(days=1)
                    said.add(first <= second <= last_day(day, relativedelta(months=sum_.months), sum_.with_that_day))
                return said.pop() if len(said) == 1 else None
            case Timely():
                return None if self.period(period(sum_.limitation)) == "over" else True
            case Passed():
                due = self.due(sum_.deadline)
                return None if due is None else self.now() > end(due)
            case Late():
                if sum_.question.id not in self.written:
                    return False
                due = self.due(sum_.deadline)
                if due is None or not self.is_dated(sum_.question.id):
                    return None
                return self.moment(sum_.question.id) > end(due)

    def now(self):
        return self.moment("now") if self.is_dated("now") else end(self.today)

    def due(self, deadline):
        """Return the day or the moment at which a deadline falls."""
        if deadline.unless and self.written.get(deadline.unless.question) in deadline.unless.values:
            return None
        start = deadline.runs_from
        if isinstance(start, Deadline):
            moment = self.due(start)
        elif start.id not in self.written:
            return self.due(deadline.otherwise) if deadline.otherwise else None
        elif not self.is_dated(start.id):
            return None
        else:
            moment = self.moment(start.id) if isinstance(start, MomentQuestion) else self.day(start.id)
            instead = self.due(deadline.otherwise) if deadline.in_time_only else None
            if instead and moment > instead:
                return instead
            if len(self.days(start.id)) > 1:
                return None
        if moment is None:
            return None
        if not isinstance(moment, datetime):
            return moment + timedelta(days=deadline.days)
        if deadline.days:
            return end(moment.date() + timedelta(days=deadline.days))
        due = working_days_later(moment, deadline.hours // 24)
        return due if moment.date() >= bank_holidays.SINCE and due <= end(bank_holidays.UNTIL) else None

    def start(self, starts):
        """Return the first of some starts that holds, as days: the earliest, and the latest where there is one."""
        for start in starts:
            if self.holds(start.where):
                return tuple(
                    None if ids is None else max(self.day(id_) for id_ in ids if self.is_dated(id_))
                    for ids in (start.earliest, start.latest)
                )
        return None

    def period(self, period):
        """Return which box of a time limit is ticked: in time, over, or that it cannot be told."""
        found = self.start(period.starts)
        if not found:
            return "in-time" if period.if_known else "unknown"
        length = relativedelta(years=period.years, months=period.months)
        safe, over = (day and last_day(day, length, period.first_day_counts) for day in found)
        if self.today <= safe:
            return "in-time"
        return "over" if over and self.today > over else "unknown"

    # The result

    def outcome(self, table):
        """Return the outcome by the printed rule: the first that holds."""
        elements = [self.row(row) for row in table.elements]
        defences = [self.row(row) for row in table.defences]
        periods = [self.period(period) for period in table.periods]
        if "not-met" in elements or "met" in defences:
            return "not-made-out"
        if "over" in periods:
            return "out-of-time"
        if "unclear" in elements + defences or "unknown" in periods:
            return "unclear"
        return "appears-made-out"

    def in_force(self, checklist, place):
        """Return the tables that count on the day that picks the law."""
        found = self.start(event(checklist, place))
        day = found[0] if found else self.today
        return [one for one in tables(checklist, place) if one.since <= day and (one.until is None or day < one.until)]

    def result(self, checklist, place):
        """Return all that the form gives by hand, in the words of the border."""
        counted = self.in_force(checklist, place)
        if not counted:
            return {"outcome": "not-applicable"}
        table = counted[0]
        if isinstance(table.law, Removal):
            possible = [one for one in counted if self.row(one.taken) != "not-met"]
            if len(possible) > 1:
                said = {self.outcome(one) for one in possible}
                settled = said == {"not-made-out"}
                return {"outcome": "not-made-out" if settled else "unclear", "route": None, "effective": None}
            (table,) = possible
            return {
                "outcome": self.outcome(table),
                "route": table.id,
                "effective": iso(self.due(table.law.effective)),
                "deadlines": {one.id: iso(self.due(one)) for one in table.law.deadlines},
            }
        if not table.elements:
            return self.course(table)
        outcomes = {one.id: self.outcome(one) for one in counted}
        worst = ("appears-made-out", "unclear", "out-of-time", "not-made-out")
        whole = next(outcome for outcome in worst if outcome in outcomes.values())
        return {"outcome": whole, **({"offences": outcomes} if table.id else {})}

    def course(self, table):
        """Return where a procedure stands, and what it asks for."""
        state = next((state for state, row in table.states if self.holds(row.met)), None)
        level = next((level for level, row in table.levels if self.holds(row.met)), None)
        steps = {step.id: self.row(row) for step, row in table.steps}
        opened = {"met": "yes", "unclear": "unclear", "not-met": "no", "not-applicable": "no"}
        return {
            "outcome": None,
            **({"state": (state.id or None) if state else None} if table.states else {}),
            **(
                {"deadlines": {one.id: iso(self.due(one)) for one in state.by} if state else {}} if table.states else {}
            ),
            **({"level": level and level.id} if table.levels else {}),
            "steps": {id_: said for id_, said in steps.items() if said in (DO, MAYBE)},
            "routes": {route.id: opened[self.row(row)] for route, row, _ in table.routes},
        }


def last_day(start, length, first_day_counts):
    """Return the last day of a period: the same day of the later month, or the one before it; else the month's last."""
    last = start + length
    return last - timedelta(days=1) if first_day_counts and last.day == start.day else last


def end(due):
    """Return the end of a day; a moment is its own."""
    return due if isinstance(due, datetime) else datetime.combine(due + timedelta(days=1), time())


def iso(due):
    if due is None:
        return None
    return due.isoformat(timespec="minutes") if isinstance(due, datetime) else due.isoformat()


def is_working(day):
    return day.weekday() < 5 and day not in bank_holidays.ENGLAND_AND_WALES


def working_days_later(moment, days):
    """Return the same hour of a later working day; from midnight, or from a day off, the end of a working day."""
    day = moment.date()
    if is_working(day) and moment.time() != time():
        for _ in range(days):
            day += timedelta(days=1)
            while not is_working(day):
                day += timedelta(days=1)
        return datetime.combine(day, moment.time())
    while not is_working(day):
        day += timedelta(days=1)
    for _ in range(days - 1):
        day += timedelta(days=1)
        while not is_working(day):
            day += timedelta(days=1)
    return end(day)
