"""The rules against the law as it was stated a second time, by hand, in tests/statements."""

from datetime import date, datetime, timedelta
from itertools import combinations, product

import pytest
from dateutil.relativedelta import relativedelta

from checklists.assessment import Case, assess
from checklists.dates import Day
from checklists.flags import SAFETY
from checklists.law import Choice, Claim, DateQuestion, MomentQuestion, Procedure, Removal
from checklists.logic import Finding, Outcome
from checklists.rules import CHECKLISTS
from tests.by_hand import last_day
from tests.statements import OPEN, STATEMENTS, Atom, Formula, statements

TODAY = date(2026, 11, 23)
WORDS = ("yes", "no", "unsure")
FINDINGS = {1: Finding.MET, 0: Finding.NOT_MET, OPEN: Finding.UNCLEAR, None: Finding.NOT_APPLICABLE}
OF = {
    kind: [pytest.param(one, id=one.name) for one in STATEMENTS if kind in one.told]
    for kind in ("elements", "time", "effective", "steps", "provisions", "oldest", "course")
}


def law_of(statement, checklist=None):
    """Return the law of a checklist that a statement is about."""
    (law,) = [
        law
        for law in (checklist or CHECKLISTS[statement.checklist]).claims
        if (law.place, law.id, law.since) == (statement.place, statement.told.get("id", ""), statement.since)
    ]
    return law


def dated(statement):
    """Return the answers that put a case in time and on its route."""
    days = {time["from"]: Day(TODAY - timedelta(days=10)) for time in statement.told.get("time", {}).values()}
    days |= dict.fromkeys(statement.told.get("oldest", {}), Day(TODAY - timedelta(days=10)))
    if "taken" in statement.told:
        days |= {"violence-or-fear": statement.told["taken"]}
    return {**days, **{time["where"]: "no" for time in statement.told.get("time", {}).values() if "where" in time}}


def vectors(statement, formula, extra=()):
    """Yield answers about a formula: all given, or one set of alternatives refused; then any answer changed.

    Two are changed together where they bear on each other: in one alternative, or the condition of a question.
    """
    further = [Atom.read(id_) for atom in formula.atoms for id_ in atom.follows.values()]
    atoms = {atom.question: atom for atom in (*formula.atoms, *further, *extra)}
    given = {id_: atom.answers[0] for id_, atom in atoms.items()}
    rows = [[atom.question for atom in part.atoms] for part in formula.parts if len(part.atoms) > 1]
    refused = [{**given, **{id_: atoms[id_].answers[-1] for id_ in row}} for row in rows]
    rows += [[id_, counts.atoms[0].question] for id_, counts in statement.counts.items() if id_ in atoms]
    for base in (given, *refused):
        for changed in (*([id_] for id_ in atoms), *(pair for row in rows for pair in combinations(row, 2))):
            for answers in product(*((*atoms[id_].answers, "unsure") for id_ in changed)):
                yield {**base, **dict(zip(changed, answers, strict=True))}


def told_in_days(statement, answers):
    """Return answers with a day where one is asked for: yes is a day that counts, no one that is too old."""
    days = {"yes": Day(TODAY - timedelta(days=10)), "no": Day(date(2020, 1, 1)), "unsure": "unsure"}
    return {**answers, **{id_: days[answers[id_]] for id_ in statement.told.get("oldest", {}) if id_ in answers}}


def test_every_law_is_stated():
    """Each law of a checklist is stated with the day on which it began, and no other."""
    for checklist in CHECKLISTS.values():
        stated = sorted((one.place, one.told.get("id", ""), one.since) for one in statements(checklist.id))
        assert stated == sorted((str(law.place), law.id, law.since) for law in checklist.claims)


@pytest.mark.parametrize("statement", [pytest.param(one, id=one.name) for one in STATEMENTS])
def test_a_law_asks_and_holds_as_stated(statement):
    """A law ends when it is said to end, raises what it is said to raise, and asks its questions with their answers."""
    law = law_of(statement)
    told = statement.told
    parts = (*statement.elements.atoms, *statement.defences.atoms)
    atoms = [*parts, *(Atom.read(id_) for atom in parts for id_ in atom.follows.values())]
    atoms += [Atom.read(one) for one in (*told.get("severity", ()), *told.get("asks", ()))]
    days = {
        id_
        for time in told.get("time", {}).values()
        for key, id_ in time.items()
        if key in ("from", "or_later", "again")
    }

    assert law.until == told.get("until")
    assert set(law.flags) == set(told.get("flags", ()))
    asked = {
        question.id: {option.value for option in question.options}
        for question in law.questions
        if isinstance(question, Choice)
    }
    for atom in atoms:
        if atom.question not in told.get("oldest", {}):
            assert asked[atom.question] == set(atom.answers), atom.question
    ahead, event = set(told.get("ahead", ())), told.get("event", [])
    timed = {one.id: one for one in law.questions if isinstance(one, DateQuestion | MomentQuestion)}
    effective = {from_ for _, from_ in told.get("effective", ())}
    assert set(timed) == days | ahead | effective | {*told.get("oldest", ()), *told.get("moments", ()), *event}
    assert [question.id for question in law.event] == event
    assert {id_ for id_, question in timed.items() if question.may_be_ahead} == ahead
    assert {id_: {*one.not_before} for id_, one in timed.items() if one.not_before} == {
        id_: {*before} for id_, before in told.get("order", {}).items()
    }
    if isinstance(law, Claim):
        assert [point.id for point in law.severity] == told.get("severity", [])
        assert len(law.defences) == len(told.get("defences", []))


@pytest.mark.parametrize("statement", OF["elements"])
def test_findings_and_outcome_are_as_stated(statement):
    """With any one or two answers changed, each point and the outcome are what the statement makes of them."""
    law = law_of(statement)
    severity = [Atom.read(one) for one in statement.told.get("severity", ())]
    formulas = Formula((*statement.elements.parts, *statement.defences.parts))
    points = {atom.question: atom for atom in (*formulas.atoms, *severity)}
    for answers in vectors(statement, statement.elements, (*statement.defences.atoms, *severity)):
        defended = {atom.question: atom.answers[-1] for atom in statement.defences.atoms}
        for given in (answers, {**answers, **defended}):
            case = Case(law, {**dated(statement), **told_in_days(statement, given)}, TODAY)
            found = {point.id: case.finding(point) for point in law.points}
            for id_, atom in points.items():
                if id_ in found:
                    assert found[id_] is FINDINGS[atom.value(statement, given)], (id_, given)

            assert case.outcome() is outcome(statement, given), given


def outcome(statement, answers):
    """Return the outcome of a case in time, in the order of the law."""
    shown = statement.elements.value(statement, answers)
    answered = statement.defences.value(statement, answers)
    if shown == 0 or answered == 1:
        return Outcome.NOT_MADE_OUT
    return Outcome.UNCLEAR if OPEN in (shown, answered) else Outcome.APPEARS_MADE_OUT


@pytest.mark.parametrize("statement", OF["time"])
def test_time_runs_out_as_stated(statement):
    """A period is in time until its last day and over on the next; only where it bars is the case then too late."""
    law = law_of(statement)
    for id_, time in statement.told["time"].items():
        if not time.keys() & {"years", "months"}:
            assert str(clock_of(statement, law, id_, {}).status) == "in-time", "there is no limit"
            continue
        for start, (asked, runs_from) in product((date(2024, 2, 29), date(2024, 3, 1)), runs(time)):
            answers = {**dated(statement), time["from"]: Day(date(2023, 5, 1)), **asked, runs_from: Day(start)}
            length = relativedelta(years=time.get("years", 0), months=time.get("months", 0))
            last = last_day(start, length, time.get("with_first_day", False))
            standings = [
                (last - timedelta(days=1), "in-time"),
                (last, "last-day"),
                (last + timedelta(days=1), "expired"),
            ]
            for today, status in standings:
                found = clock_of(statement, law, id_, answers, today)
                assert (str(found.status), found.last_day) == (status, last)
                if isinstance(law, Claim) and status == "expired":
                    met = {atom.question: atom.answers[0] for atom in statement.elements.atoms}
                    met |= {atom.question: atom.answers[-1] for atom in statement.defences.atoms}
                    late = Case(law, {**met, **answers, **others_in_time(statement, id_, today)}, today).outcome()
                    assert late is (Outcome.OUT_OF_TIME if time.get("bars", True) else Outcome.APPEARS_MADE_OUT)
        blank = {name: answer for name, answer in dated(statement).items() if name != time["from"]}
        found = clock_of(statement, law, id_, blank)
        assert (found is None) is time.get("if_known", False)


def runs(time):
    """Yield the days from which a period may run, each with the answers that make it so."""
    if "or_later" in time:
        yield {time["from"]: Day(date(2023, 5, 1))}, time["or_later"]
        yield {time["or_later"]: Day(date(2023, 5, 1))}, time["from"]
    elif "again" in time:
        yield {time["where"]: "no"}, time["from"]
        yield {time["where"]: "yes"}, time["again"]
    else:
        yield {}, time["from"]


def others_in_time(statement, id_, today):
    """Return the days that keep every other period in time."""
    times = statement.told["time"]
    return {time["from"]: Day(today) for time in times.values() if time["from"] != times[id_]["from"]}


def clock_of(statement, law, id_, answers, today=TODAY):
    """Return the clock of that id: a claim's, or the one that a route must keep to."""
    if isinstance(law, Procedure):
        possible = {"defamation-possible": "yes", "falsehood-possible": "yes"}
        found = assess(CHECKLISTS[statement.checklist], law.place, {**possible, **answers}, today)
        return next(clock for _, _, claims in found.routes for claim, clock in claims if claim.claim == id_)
    case = Case(law, answers, today)
    return next((case.clock(one) for one in law.limitations if one.id == id_ and case.runs(one)), None)


@pytest.mark.parametrize("statement", OF["provisions"])
def test_provisions_are_engaged_as_stated(statement):
    """What else the facts may engage follows from its own formula, the defence, and what nobody asks."""
    law = law_of(statement)
    told = statement.told["provisions"]
    severity = [Atom.read(one) for one in statement.told["severity"]]
    assert {provision.id for provision in law.provisions} == set(told)
    for answers in vectors(statement, statement.elements, (*severity, *statement.defences.atoms)):
        for defended in ("yes", "no", "unsure"):
            given = {**answers, **{atom.question: defended for atom in statement.defences.atoms}}
            case = Case(law, {**dated(statement), **given}, TODAY)
            for provision in law.provisions:
                parts = [statement.elements] if "elements" in told[provision.id].split() else []
                rest = [Atom.read(word) for word in told[provision.id].split() if word not in ("and", "elements")]
                answered = {
                    "yes": OPEN if provision.id in statement.told.get("narrower", ()) else 0,
                    "no": 1,
                    "unsure": OPEN,
                }
                values = [part.value(statement, given) for part in (*parts, *rest)]
                values += [answered[defended], OPEN if provision.id in statement.told.get("beyond", ()) else 1]
                assert case.engaged(provision) is FINDINGS[min(values)], (provision.id, given)


@pytest.mark.parametrize("statement", OF["effective"])
def test_a_removal_takes_effect_as_stated(statement):
    """It holds so many days after the first day that is given, and cannot be told while treatment goes on."""
    law = law_of(statement)
    told = statement.told
    rows = {"effective": told["effective"], **told.get("within", {})}
    due = {law.effective.id: law.effective, **{one.id: one for one in law.deadlines}}
    assert isinstance(law, Removal)
    assert set(due) == set(rows)
    for violence in ("yes", "no"):
        assert (Case(law, {"violence-or-fear": violence}, TODAY).finding(law.when) is Finding.MET) is (
            violence == told["taken"]
        )
    for name, row in rows.items():
        given = {}
        for days, from_ in reversed(row):
            given = {**given, from_: Day(TODAY - timedelta(days=len(given)))}
            expected = given[from_].date + timedelta(days=days)
            assert Case(law, given, TODAY).due(due[name]).at == expected
            if "waits" in told:
                assert Case(law, {**given, told["waits"]: "yes"}, TODAY).due(due[name]).at is None
                assert Case(law, {**given, told["waits"]: "no"}, TODAY).due(due[name]).at == expected
        assert Case(law, {}, TODAY).due(due[name]).at is None
    (days, first), (limit, second) = told["effective"]
    last = TODAY + timedelta(days=limit)
    for late in (0, 1):
        given = {second: Day(TODAY), first: Day(last + timedelta(days=late))}
        expected = last if late and told.get("lapses") else given[first].date + timedelta(days=days)
        assert Case(law, given, TODAY).due(law.effective).at == expected


@pytest.mark.parametrize("statement", OF["oldest"])
def test_a_warning_counts_as_long_as_stated(statement):
    """The oldest warning counts, whichever day the notice bears; one a day older does not."""
    law = law_of(statement)
    met = {atom.question: atom.answers[0] for atom in statement.elements.atoms} | {"exception": "no"}
    met["violence-or-fear"] = statement.told["taken"]
    for oldest in statement.told["oldest"].values():
        for reference in ({"notice-given": Day(TODAY)}, {"notice-received": Day(TODAY)}, {}):
            for day, expected in (
                (oldest, Outcome.APPEARS_MADE_OUT),
                (oldest - timedelta(days=1), Outcome.NOT_MADE_OUT),
            ):
                case = Case(law, {**met, **reference, "warning": Day(day)}, TODAY)
                assert case.outcome() is expected
        earlier = {"notice-given": Day(TODAY - timedelta(days=1)), "notice-received": Day(TODAY)}
        case = Case(law, {**met, **earlier, "warning": Day(oldest - timedelta(days=1))}, TODAY)
        assert case.outcome() is Outcome.APPEARS_MADE_OUT


@pytest.mark.parametrize("statement", OF["steps"])
def test_levels_steps_and_routes_are_as_stated(statement):
    """From nothing or everything answered yes, with any two answers changed, what holds is what was stated."""
    law = law_of(statement)
    tables = {key: statement.table(key) for key in ("levels", "steps", "routes")}
    assert {step.id for step in law.steps if step.gate} == set(statement.told["gates"])
    assert {step.id for step in law.steps} == set(tables["steps"])
    assert {route.id for route in law.routes} == {*tables["routes"], *statement.told.get("closed", ())}
    asked = [*statement.told["asks"], *(question.id for question in SAFETY)]
    none, every = dict.fromkeys(asked, "no"), dict.fromkeys(asked, "yes")
    pairs = [{**none, one: "yes", other: "yes"} for one, other in combinations(asked, 2)]
    for given in (
        none,
        every,
        *pairs,
        *({**base, one: word} for base in (none, every) for one in asked for word in WORDS),
    ):
        case = Case(law, given, TODAY)
        values = {
            key: {id_: one.value(statement, given) for id_, one in table.items()} for key, table in tables.items()
        }
        for step in law.steps:
            found = case.finding(step.when) if step.when else Finding.MET
            expected = values["steps"][step.id]
            assert found is (Finding.MET if expected is None else FINDINGS[expected]), (step.id, given)
        for route in law.routes:
            expected = FINDINGS[values["routes"][route.id]] if route.id in values["routes"] else Finding.NOT_APPLICABLE
            assert case.finding(route.opens) is expected, (route.id, given)
        if "unsure" not in given.values():
            holds = [id_ for id_, value in values["levels"].items() if value == 1]
            found = assess(CHECKLISTS[statement.checklist], law.place, given, TODAY).level
            assert (found.id if found else None) == (holds[0] if holds else None), given


@pytest.mark.parametrize("statement", OF["course"])
def test_a_notice_takes_its_course_as_stated(statement):
    """Up to the last minute it is in its state; a minute later it is lost where the operator did nothing."""
    checklist, law = CHECKLISTS[statement.checklist], law_of(statement)
    for course in statement.told["course"]:
        due = datetime.fromisoformat(course["due"])
        for missing in course.get("missing", [""]):
            words = course["answers"] | ({missing: "no"} if missing else {})
            given = {id_: datetime.fromisoformat(word) if "T" in word else word for id_, word in words.items()}
            moments = [
                ({"now": due}, course["state"]),
                ({"now": due, "operator-acted": "no"}, course["state"]),
                ({"now": due + timedelta(minutes=1)}, course["after"]),
                ({"now": due + timedelta(minutes=1), "operator-acted": "no"}, "LOST"),
                ({"now": due + timedelta(minutes=1), "operator-acted": "unsure"}, course["state"]),
                ({"now": due, "operator-acted": "yes"}, course.get("done")),
                ({"now": due, "operator-malice": "yes"}, "LOST"),
            ]
            for more, state in moments:
                found = assess(checklist, law.place, {**given, **more}, due.date())
                assert state in (None, found.state.id), (given, more)
                if "poster" in course and found.state.id == course["state"]:
                    assert datetime.fromisoformat(course["poster"]) in [one.at for one in found.deadlines]
                dues = [one.at for one in found.deadlines]
                if "operator-malice" in more:
                    assert dues == [], "malice has no clock"
                elif more.get("operator-acted") != "yes":
                    assert due in dues, (given, more)
