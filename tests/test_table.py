"""The decision tables: what they give by hand is what the engine gives."""

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from itertools import combinations, product

import pytest

from checklists.assessment import Case, applicable
from checklists.dates import read, read_moment
from checklists.law import (
    Choice,
    Claim,
    Element,
    Jurisdiction,
    MomentQuestion,
    Procedure,
    Removal,
    Timely,
)
from checklists.logic import Finding
from checklists.rules import CHECKLISTS
from checklists.table import Answered, Every, Some, Worked, Written, every, some, tables
from checklists.wire import reply
from tests.by_hand import Paper, iso

TODAY = date(2026, 11, 25)
PLACES = [(checklist, place) for checklist in CHECKLISTS.values() for place in checklist.places]
TABLES = [
    pytest.param(table, id=f"{checklist.id}-{place}-{table.id}-{table.since}")
    for checklist, place in PLACES
    for table in tables(checklist, place)
]
FEW = 300  # combinations: a row of more is for the slow part
WHOLE = 200_000
HARASSMENT = CHECKLISTS["harassment"]
LAW = HARASSMENT.claims[0]


def given(written):
    """Return what is written on a paper as answers for the engine."""
    answers = {}
    for id_, text in written.items():
        if text == "?":
            answers[id_] = "unsure"
        elif text[0].isdigit():
            answers[id_] = read_moment(text) if "T" in text else read(text)
        else:
            answers[id_] = text
    return answers


def rows(table):
    """Yield each row of a table with the part of the law that it stands for."""
    law = table.law
    if isinstance(law, Claim):
        yield from zip(table.elements, law.elements, strict=True)
        yield from zip(table.defences, law.defences, strict=True)
    if isinstance(law, Removal):
        yield table.taken, law.when
    if isinstance(law, Procedure):
        yield from ((row, part.when) for part, row in (*table.states, *table.levels, *table.steps) if part.when)
        yield from ((row, route.opens) for route, row, _ in table.routes)


def leaves(test):
    """Yield the tests that a test is made of."""
    if isinstance(test, Every | Some):
        for inner in test.of:
            yield from leaves(inner)
    else:
        yield test


MOMENTS = ("?", "2026-11-18T10:00", "2026-11-24T09:30")
DAYS = ("?", "2025-11-25", "2025-11", "2026-11-24", "2026-11")


def space(table, *chosen) -> dict[str, tuple[str | None, ...]]:
    """Return every answer to each question that some rows rest on: blank, not sure, each option, dates around."""
    found = {}
    for leaf in (leaf for row in chosen for test in (row.met, row.not_met, row.left_out) for leaf in leaves(test)):
        match leaf:
            case Answered():
                question = table.questions[leaf.question]
                found[question.id] = (None, "unsure", *(option.value for option in question.options))
            case Written():
                question = table.questions[leaf.question]
                values = ("unsure", "yes", "no") if isinstance(question, Choice) else MOMENTS
                found[leaf.question] = (None, *values)
            case Worked(sum=Timely()):
                for question in leaf.sum.limitation.questions:
                    choice = isinstance(question, Choice)
                    found[question.id] = (None, "unsure", "yes", "no") if choice else (None, "?", "2020-01-01")
            case Worked():
                for id_ in dated(leaf.sum):
                    found[id_] = (None, *(MOMENTS if hasattr(leaf.sum, "deadline") else DAYS))
    return found


def dated(sum_) -> Iterator[str]:
    """Yield the questions that a sum of dates rests on."""
    if hasattr(sum_, "question"):
        yield sum_.question.id
    for question in getattr(sum_, "before", ()):
        yield question.id
    if hasattr(sum_, "deadline"):
        yield from (question.id for question in sum_.deadline.questions)


def papers(asked) -> Iterator[dict[str, str]]:
    """Yield every way to fill in some questions; what is blank is left out."""
    for values in product(*asked.values()):
        yield {id_: value for id_, value in zip(asked, values, strict=True) if value is not None}


def size(asked):
    number = 1
    for values in asked.values():
        number *= len(values)
    return number


def compare(table, row, part, asked):
    """Check a row against the engine for every way to fill in what it rests on."""
    for written in papers(asked):
        found = Paper(written, TODAY).row(row)
        assert found == str(Case(table.law, given(written), TODAY).finding(part)), (row.name, written)


@pytest.mark.parametrize("table", TABLES)
def test_a_row_says_what_the_engine_finds(table):
    """Over every combination of the answers that a row rests on, blank and not sure among them, it ticks right."""
    checked = 0
    for row, part in rows(table):
        asked = space(table, row)
        if size(asked) <= FEW:
            compare(table, row, part, asked)
            checked += 1

    assert checked


@pytest.mark.parametrize("table", [table for table in TABLES if isinstance(table.values[0].law, Removal)])
def test_a_look_back_is_counted_by_hand(table):
    """From every kind of day to every other, months alone among them, it says what the engine finds."""
    for row, part in rows(table):
        asked = space(table, row)
        dates = {id_: values for id_, values in asked.items() if values[1] == "?"}
        if dates:
            compare(table, row, part, {**dates, "warned": ("yes",), "exception": ("no",)})


COMPARED = set()  # rows that read alike in several places, compared in one


@pytest.mark.browser
@pytest.mark.parametrize("table", [table for table in TABLES if isinstance(table.values[0].law, Procedure)])
def test_a_row_that_rests_on_many_answers_says_what_the_engine_finds(table):
    """So do the rows that rest on so many answers that going through them takes a while."""
    for row, part in rows(table):
        asked = space(table, row)
        if size(asked) > FEW and row not in COMPARED:
            COMPARED.add(row)
            compare(table, row, part, {id_: fewer(values) for id_, values in asked.items()})


def fewer(values):
    """Return the answers without "blank", where "not sure" stands for it: the fast part compares the two."""
    return values if values[1] == "?" else values[1:]


def days(values):
    """Return the same without those that are a month: a look-back is compared with them by itself."""
    return tuple(value for value in fewer(values) if not re.fullmatch(r"\d{4}-\d{2}", value or ""))


def outcomes(table) -> Iterator[dict[str, str]]:
    """Yield papers that give one or two rows each of their results, every other row met and no defence shown."""
    choices = [list(witnesses(table, row).values()) for row in (*table.elements, *table.defences)]
    met = [witnesses(table, row)["met"] for row in table.elements]
    best = taken(table) + met + [witnesses(table, row)["not-met"] for row in table.defences]
    for two in combinations(range(len(choices)), 2):
        for first, second in product(*(choices[at] for at in two)):
            chosen = [*best]
            for at, one in zip(two, (first, second), strict=True):
                chosen[len(taken(table)) + at] = one
            yield {id_: value for one in chosen for id_, value in one.items()}


def taken(table) -> list[dict[str, str]]:
    """Return the way to fill in the form that takes the route of a removal; nothing where there are no routes."""
    return [witnesses(table, table.taken)["met"]] if table.taken else []


def witnesses(table, row) -> dict[str, dict[str, str]]:
    """Return a way to fill in the form for each result that a row can have."""
    found = {}
    for written in papers(space(table, row)):
        found.setdefault(Paper(written, TODAY).row(row), written)
    return found


def clocked(table) -> list[dict[str, str]]:
    """Return ways to write the dates that time limits run from: none, in time, long ago."""
    ids = {id_ for period in table.periods for start in period.starts for id_ in (*start.earliest,)}
    long_ago = str(max(date(2015, 1, 1), table.since))
    return [{}, *([dict.fromkeys(ids, day) for day in ("2026-11-20", long_ago)] if ids else [])]


CLAIMS = [table for table in TABLES if isinstance(table.values[0].law, Claim)]


@pytest.mark.parametrize("table", CLAIMS)
def test_two_rows_and_the_time_are_put_together_as_the_engine_does(table):
    """With any two rows of any result and the time in, over or unknown, the printed rule gives the outcome."""
    seen = set()
    for base, dates in product(outcomes(table), clocked(table)):
        written = {**base, **dates}
        found = Paper(written, TODAY).outcome(table)
        seen.add(found)

        assert found == str(Case(table.law, given(written), TODAY).outcome()), written
    assert {"not-made-out", "unclear", "appears-made-out"} <= seen
    assert ("out-of-time" in seen) is bool(table.periods)


@pytest.mark.browser
@pytest.mark.parametrize("table", CLAIMS)
def test_the_whole_form_gives_by_hand_what_the_engine_says(table):
    """Over the whole product of answers, where it is under 200,000, else of its elements and of its defences."""
    everything = [(*table.elements, *table.defences)]
    if size({id_: days(values) for id_, values in space(table, *everything[0]).items()}) >= WHOLE:
        everything = [table.elements, table.defences]
    rest = {id_: value for one in taken(table) for id_, value in one.items()}
    for row in (*table.elements, *table.defences):
        rest |= witnesses(table, row)["met" if row in table.elements else "not-met"]
    for chosen in everything:
        asked = {id_: days(values) for id_, values in space(table, *chosen).items()}
        kept = {id_: value for id_, value in rest.items() if id_ not in asked}
        assert size(asked) < WHOLE
        for written in papers(asked):
            whole = {**kept, **written}
            found = Paper(whole, TODAY).outcome(table)
            assert found == str(Case(table.law, given(whole), TODAY).outcome()), whole


DATES = (None, "?", "2013-12-31", "2024-02-29", "2024-03-01", "2023-02-28", "2024-02", "2024-08-31", "2025-02-28")


@pytest.mark.parametrize("table", TABLES)
def test_a_time_limit_is_counted_by_hand(table):
    """On both sides of every limit, from every date, leap days and months alone among them, the status is right."""
    law = table.law
    limits = [one for one in law.limitations if one.bars and (one.years or one.months)] if table.elements else []
    pairs = [
        *zip(table.periods, limits, strict=True),
        *((one, claim.limitation) for _, _, claims in table.routes for claim, one in claims),
    ]
    for period, limitation in pairs:
        asked = {
            question.id: (None, "unsure", "yes", "no") if isinstance(question, Choice) else DATES
            for question in limitation.questions
        }
        for written in papers(asked):
            for today in around(written, period):
                by_hand = Paper(written, today).period(period)
                case = Case(law, given(written), today)
                expected = str(case.clock(limitation).status) if case.runs(limitation) else "in-time"
                assert by_hand == {"last-day": "in-time", "expired": "over"}.get(expected, expected), (written, today)


def around(written, period) -> set[date]:
    """Return the days around the ends of a period."""
    found = {TODAY}
    for text in written.values():
        if text[0].isdigit():
            year, month, *day = (int(part) for part in text.split("-"))
            months = year * 12 + month - 1 + period.years * 12 + period.months
            first = date(months // 12, months % 12 + 1, 1)
            last = first + timedelta(days=(day or [1])[0] - 1)
            found |= {last + timedelta(days=days) for days in (-2, -1, 0, 1, 2)}
    return found


@pytest.mark.parametrize(("checklist", "place"), PLACES, ids=lambda one: getattr(one, "id", str(one)))
def test_the_law_of_the_day_is_picked_by_hand(checklist, place):
    """On each side of each day on which a law begins or ends, the tables that count are those of its law."""
    days = {day for table in tables(checklist, place) for day in (table.since, table.until) if day}
    asked = {}
    for law in checklist.current(place):
        for limitation in law.limitations if isinstance(law, Claim) else ():
            for question in limitation.questions if not limitation.if_known else ():
                edges = [str(day + timedelta(days=step)) for day in days if day.year >= 1900 for step in (-1, 0)]
                values = ("unsure", "yes", "no") if isinstance(question, Choice) else ("2024-01", *edges)
                asked[question.id] = (None, *values)
        for question in law.event:
            at = "T10:00" if isinstance(question, MomentQuestion) else ""
            edges = [f"{day + timedelta(days=step)}{at}" for day in days if day.year >= 1900 for step in (-1, 0)]
            asked[question.id] = (None, "?", *edges)
    for written in papers(asked):
        by_hand = Paper(written, TODAY).in_force(checklist, place)
        laws = applicable(checklist, place, given(written), TODAY)

        assert {table.id for table in by_hand} == {law.id for law in laws}, written
        for law in laws:
            (table,) = (table for table in by_hand if table.id == law.id)
            assert table.since <= law.since
            assert [row.name for row in table.elements] == [row.name for row in own(law, checklist).elements], written


def own(law, checklist):
    """Return the table of one version of a law, found by the day on which it began."""
    return next(
        table
        for table in tables(checklist, law.place)
        if table.id == law.id and table.since <= law.since and (table.until is None or law.since < table.until)
    )


def hours() -> Iterator[str]:
    """Yield moments through two Christmases and an Easter, midnights and the clock changes among them."""
    for first, number in ((date(2026, 12, 21), 16), (date(2027, 3, 22), 12), (date(2027, 12, 22), 10)):
        for step in range(number):
            for hour in ("00:00", "09:30", "17:00", "23:59"):
                yield f"{first + timedelta(days=step)}T{hour}"


def deadlines() -> Iterator[object]:
    """Yield every deadline with its law, each once."""
    seen = set()
    for checklist in CHECKLISTS.values():
        for law in checklist.claims:
            own = (law.effective, *law.deadlines) if isinstance(law, Removal) else ()
            states = law.states if isinstance(law, Procedure) else ()
            for deadline in (*own, *(one for state in states for one in state.by)):
                if deadline not in seen:
                    seen.add(deadline)
                    yield pytest.param(law, deadline, id=f"{law.place}-{deadline.id}-{deadline.authority.cite[-14:]}")


@pytest.mark.parametrize(("law", "deadline"), list(deadlines()))
def test_a_deadline_is_counted_by_hand(law, deadline):
    """From every kind of day, weekends, bank holidays and the horizon among them, the hour is the engine's."""
    first, *others = dict.fromkeys(question.id for question in deadline.questions)
    moments = isinstance(law, Procedure)
    starts = list(hours()) if moments else [f"2026-{month:02}-{day:02}" for month in (2, 12) for day in (1, 27, 28)]
    starts += [] if moments else ["2026-01", "2026-02", "2026-12"]
    asked = {first: (None, "?", *starts), **dict.fromkeys(others, (None, "?", starts[0]))}
    if deadline.unless:
        asked[deadline.unless.question] = (None, "unsure", "yes", "no")
    for written in papers(asked):
        found = Case(law, given(written), TODAY).due(deadline)
        paper = Paper(written, TODAY)

        assert iso(paper.due(deadline)) == iso(found.at), written


def test_every_case_comes_out_by_hand_as_it_should(scenario):
    """Outcome, offences, state, deadlines, level, steps, routes and effective date: by hand they are the same."""
    request = json.loads(json.dumps(scenario.request(), default=str))
    written = {id_: "?" if text == "unsure" and is_dated(scenario, id_) else text for id_, text in filled(request)}
    by_hand = Paper(written, scenario.today).result(CHECKLISTS[scenario.checklist], scenario.place)
    found = json.loads(reply(json.dumps(request)))["assessment"]

    expected = {
        **{key: found[key] for key in ("outcome", "state", "level", "route", "effective") if key in found},
        "offences": {one["id"]: one["outcome"] for one in found.get("offences", []) if one["outcome"] != NOT},
        "deadlines": {one["id"]: one["due"] for one in found.get("deadlines", [])},
        "steps": {one["id"]: one["finding"] for one in found.get("steps", [])},
        "routes": {one["id"]: one["open"] for one in found.get("routes", [])},
    }
    assert by_hand == {key: value for key, value in expected.items() if value or key in by_hand}


NOT = "not-applicable"


def filled(request):
    return ((id_, text) for id_, text in request["answers"].items() if id_ != "nation")


def is_dated(scenario, id_):
    """Tell whether a question of a case asks for a date."""
    laws = CHECKLISTS[scenario.checklist].current(scenario.place)
    return any(law.question(id_) and not isinstance(law.question(id_), Choice) for law in laws)


def test_tests_are_put_in_their_simplest_form():
    """What always holds or never holds disappears, and nothing stands twice."""
    one, two = Answered("one", ("yes",)), Answered("two", ("yes",))

    assert every() == Every(())
    assert every(one, every(one, two)) == Every((one, two))
    assert every(one, some()) == Some(())
    assert some(one, some(two, one)) == Some((one, two))
    assert some(one, every()) == Every(())
    assert every(one) == some(one) == one


def test_options_that_agree_settle_a_point_that_is_left_open():
    """Where every option of a point gives one finding, so does a blank; one that leads on gives what follows."""
    first, second = LAW.elements[:2]
    yes, no = first.options
    both = replace(first, options=(yes, replace(no, finding=Finding.MET)))
    leads = replace(first, options=(yes, replace(no, follows=second)))
    for element in (both, leads):
        law = replace(LAW, elements=(element,))
        (table,) = tables(replace(HARASSMENT, claims=(law,)), Jurisdiction.ENGLAND_AND_WALES)
        asked = dict.fromkeys((first.id, second.id), (None, "unsure", "yes", "no"))

        compare(table, table.elements[0], element, asked)
    assert table.elements[0].met == some(Answered(first.id, ("yes",)), Answered(second.id, ("yes",)))


def test_what_cannot_be_scored_by_hand_stops_the_build():
    """A condition on a question that has a condition of its own is refused in a sentence."""
    first, second = LAW.elements[:2]
    asks = Element("Asks", "?", authority=first.authority, when=first.answered("yes"))
    rests = Element("Rests", "?", authority=second.authority, when=asks.answered("yes"))
    changed = replace(HARASSMENT, claims=(replace(LAW, elements=(first, asks, rests)),))

    with pytest.raises(ValueError, match="asks counts on a condition"):
        tables(changed, Jurisdiction.ENGLAND_AND_WALES)
