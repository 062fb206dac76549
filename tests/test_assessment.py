"""The engine, enumerated: every answer to every point, every outcome, everything left open.

The largest enumerations are not measured for coverage, which would double their time: others run those lines.
"""

import random
import sqlite3
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta
from itertools import product

import pytest

from checklists.assessment import Assessment, Case, _answered, assess, independent_parts
from checklists.dates import Day, read, read_moment
from checklists.law import (
    NATION,
    AllOf,
    Answer,
    AnyOf,
    Choice,
    Claim,
    Deadline,
    Defence,
    Element,
    Jurisdiction,
    Nation,
    Offence,
    Part,
    Point,
    Procedure,
    Recent,
    Removal,
    When,
    any_of,
    atoms,
    timed,
)
from checklists.logic import Finding, Outcome, Status
from checklists.rules import CHECKLISTS
from overrides.scenarios import read as scenarios

TODAY = date(2026, 11, 22)
IN_TIME = {
    name: read("2026-11-01") for name in ("last-incident", "author-known", "first-published", "latest-publication")
}
EXPIRED = {name: read("2020-01-01") for name in ("last-incident", "author-known")}
COMPOSED = [
    pytest.param(law, id=f"{law.place}-{law.id}-{law.since}")
    for checklist in CHECKLISTS.values()
    for law in checklist.claims
    if isinstance(law, Offence | Removal)
]
CLAIMS = [checklist for checklist in CHECKLISTS.values() if type(checklist.claims[0]) is Claim]
CURRENT = [
    pytest.param(*checklist.current(place), id=f"{checklist.id}-{place}")
    for checklist in CLAIMS
    for place in checklist.places
]
ALL_CLAIMS = [
    pytest.param(claim, id=f"{checklist.id}-{claim.jurisdiction}-{claim.since}")
    for checklist in CLAIMS
    for claim in checklist.claims
]


def bearing(claim: Claim) -> list[Point]:
    """Return the points that bear on the outcome."""
    return [point for point in claim.points if isinstance(point, Element | Defence)]


def values(question: Choice) -> list[str]:
    """Return every answer to a question, "unsure" among them."""
    return [*(option.value for option in question.options), "unsure"]


def all_met(claim: Claim) -> dict[str, Answer]:
    """Return the answers that meet every element and show no defence, in time."""
    answers: dict[str, Answer] = {**IN_TIME, "republished-differently": "no"}
    for point in bearing(claim):
        if point.when:
            continue
        wanted = Finding.NOT_MET if isinstance(point, Defence) else Finding.MET
        answers[point.id] = next(option.value for option in point.options if option.finding is wanted)
    return answers


def decided(claim: Claim, answers: Mapping[str, Answer]) -> Outcome:
    """Return the outcome in the order of the law, written out: nothing of the engine's but its findings."""
    case = Case(claim, answers, TODAY)
    points = bearing(claim)
    found = {point.id: case.finding(point) for point in points if point.id != "altered-or-increased-harm"}
    elements = [found[p.id] for p in points if isinstance(p, Element) and p.id in found]
    if "collective-limb" in found:
        pair = {found["two-occasions"], found["collective-limb"]}
        elements = [found[p.id] for p in points if isinstance(p, Element) and p.id not in PAIR]
        elements.append(next(f for f in (Finding.MET, Finding.UNCLEAR, Finding.NOT_MET) if f in pair))
    defences = [found[point.id] for point in claim.defences]
    status = str(case.clock(claim.limitations[0]).status)
    if Finding.NOT_MET in elements or Finding.MET in defences:
        return Outcome.NOT_MADE_OUT
    if status == "expired":
        return Outcome.OUT_OF_TIME
    if Finding.UNCLEAR in elements or Finding.UNCLEAR in defences or status == "unknown":
        return Outcome.UNCLEAR
    return Outcome.APPEARS_MADE_OUT


PAIR = ("two-occasions", "collective-limb")


@pytest.mark.parametrize("claim", ALL_CLAIMS)
def test_each_answer_gives_its_finding(claim):
    """For every point and every answer to it, the finding is the option's; a missing answer is unclear."""
    for point in claim.points:
        base = {**all_met(claim), **condition_of(point)}
        for option in point.options:
            case = Case(claim, {**base, point.id: option.value}, TODAY)
            expected = case.finding(option.follows) if option.follows else option.finding
            assert case.finding(point) is expected, (point.id, option.value)
        base.pop(point.id)
        assert Case(claim, base, TODAY).finding(point) is Finding.UNCLEAR
        assert Case(claim, {**base, point.id: "unsure"}, TODAY).finding(point) is Finding.UNCLEAR


def condition_of(point: Point) -> dict[str, Answer]:
    """Return the answer under which a point counts."""
    base: dict[str, Answer] = {point.id: "unsure"}
    if point.when:
        base[point.when.question] = point.when.values[0]
    return base


def spaces() -> Iterator[object]:
    """Yield each current claim with answers for its points: all of them, where that is under 200,000."""
    for parameter in CURRENT:
        (claim,) = parameter.values
        free = bearing(claim)
        size = 1
        for point in free:
            size *= len(values(point))
        if size < 200_000:
            yield pytest.param(claim, [free], id=f"{parameter.id}-whole-{size}")
        else:
            elements = [point for point in free if isinstance(point, Element)]
            yield pytest.param(claim, [elements, list(claim.defences)], id=f"{parameter.id}-elements-then-defences")


@pytest.mark.parametrize(("claim", "parts"), list(spaces()))
@pytest.mark.no_cover
def test_outcomes_follow_the_order_of_the_law(claim, parts):
    """Over the whole product of answers there is always one outcome, the one the law's order gives."""
    seen = set()
    met = all_met(claim)
    for free in parts:
        ids = [point.id for point in free]
        for answers in product(*(values(point) for point in free)):
            given = {**met, **dict(zip(ids, answers, strict=True))}
            outcome = Case(claim, given, TODAY).outcome()
            seen.add(outcome)
            assert outcome is decided(claim, given)

    assert seen == {Outcome.NOT_MADE_OUT, Outcome.UNCLEAR, Outcome.APPEARS_MADE_OUT}


@pytest.mark.parametrize("claim", CURRENT)
def test_no_outcome_is_out_of_reach_and_no_point_is_dead(claim):
    """With everything met, each point and the clock can change the outcome by one answer."""
    met = all_met(claim)
    assert Case(claim, met, TODAY).outcome() is Outcome.APPEARS_MADE_OUT

    late = {**met, **dict.fromkeys(IN_TIME, read("2020-01-01"))}
    assert Case(claim, late, TODAY).outcome() is Outcome.OUT_OF_TIME

    for point in bearing(claim):
        given = {**met, **condition_of(point)}
        if point.id in PAIR and "collective-limb" in {p.id for p in bearing(claim)}:
            given[next(other for other in PAIR if other != point.id)] = "no"
        if point.when and point.when.question == "claimant" and claim.jurisdiction is Jurisdiction.SCOTLAND:
            expected = {Outcome.NOT_MADE_OUT, Outcome.UNCLEAR}  # whether a practice may sue there is not settled
        else:
            expected = {Outcome.NOT_MADE_OUT, Outcome.UNCLEAR, Outcome.APPEARS_MADE_OUT}
        outcomes = {Case(claim, {**given, point.id: value}, TODAY).outcome() for value in values(point)}
        assert outcomes == expected if point.id != "defendant-role" else len(outcomes) > 1, point.id


def varied(claim: Claim) -> list[Point]:
    """Return few enough points to enumerate everything left open: each kind of part is among them."""
    ids = {
        "individual", "two-occasions", "collective-limb", "linked", "reasonable-conduct",
        "publication", "claimant", "serious-financial-loss", "defendant-role", "altered-or-increased-harm", "truth",
    }  # fmt: skip
    return [point for point in bearing(claim) if point.id in ids]


@pytest.mark.parametrize("dates", [IN_TIME, dict.fromkeys(IN_TIME, read("2020-01-01"))], ids=["in-time", "expired"])
@pytest.mark.parametrize("claim", ALL_CLAIMS)
@pytest.mark.no_cover
def test_unsure_means_every_completion(claim, dates):
    """A partial set of answers has the outcome all its completions share, and what is outstanding can change it.

    The completions are looked up in a table of every definite set of answers, so nothing of the engine's
    own reasoning about what is open is used. Learning more never reverses a settled outcome.
    """
    free = varied(claim)
    definite = [[option.value for option in point.options] for point in free]
    fixed = {**all_met(claim), **{name: day for name, day in dates.items() if name in IN_TIME}}
    names = [point.id for point in free]
    table = {
        vector: Case(claim, {**fixed, **dict(zip(names, vector, strict=True))}, TODAY).outcome()
        for vector in product(*definite)
    }
    for vector in product(*([*options, "unsure"] for options in definite)):
        case = Case(claim, {**fixed, **dict(zip(names, vector, strict=True))}, TODAY)
        outcome = case.outcome()
        choices = [options if value == "unsure" else [value] for value, options in zip(vector, definite, strict=True)]
        completions = list(product(*choices))
        outcomes = {table[completion] for completion in completions}

        if len(outcomes) == 1:
            assert outcome in outcomes, vector
        else:
            assert outcome is (Outcome.OUT_OF_TIME if Outcome.OUT_OF_TIME in outcomes else Outcome.UNCLEAR), vector
        if outcome in (Outcome.NOT_MADE_OUT, Outcome.APPEARS_MADE_OUT):
            assert outcomes == {outcome}, vector
        if outcome is Outcome.OUT_OF_TIME:
            assert outcomes <= {Outcome.OUT_OF_TIME, Outcome.NOT_MADE_OUT}, vector
        assert set(case.outstanding()) == can_change(names, choices, completions, table), vector


def can_change(
    names: list[str],
    choices: list[list[str]],
    completions: list[tuple[str, ...]],
    table: Mapping[tuple[str, ...], Outcome],
) -> set[str]:
    """Return the questions of which two answers give two outcomes, all else completed alike."""
    found = set()
    for index, options in enumerate(choices):
        if len(options) > 1 and any(
            len({table[(*one[:index], value, *one[index + 1 :])] for value in options}) > 1 for one in completions
        ):
            found.add(names[index])
    return found


def test_an_unanswered_form_leaves_everything_open():
    """With nothing answered the outcome is unclear, everything is outstanding, and nothing is decided."""
    for checklist in CLAIMS:
        for place in checklist.places:
            assessment = assess(checklist, place, {}, TODAY)

            assert assessment.outcome is Outcome.UNCLEAR
            assert {point.id for point in bearing(*checklist.current(place))} <= set(assessment.outstanding)
            assert all(found.finding is not Finding.MET for found in assessment.findings)
            assert [flag.id for flag in assessment.flags][:1] == ["limitation-unknown"]


@pytest.mark.parametrize("checklist", CLAIMS, ids=[checklist.id for checklist in CLAIMS])
def test_the_law_of_the_day_is_applied(checklist):
    """On the first day of each version of the law that version applies; the day before, the one before it."""
    for place in checklist.places:
        versions = sorted((law for law in checklist.claims if law.place is place), key=lambda law: law.since)
        (current,) = checklist.current(place)
        limitation = current.limitations[0]
        accrues, once = limitation.accrues.id, {limitation.restart.asks.id: "no"} if limitation.restart else {}
        for before, version in zip([None, *versions], versions, strict=False):
            day_before = Day(date.fromordinal(version.since.toordinal() - 1))

            assert assess(checklist, place, {accrues: Day(version.since)}, TODAY).laws == (version,)
            assert assess(checklist, place, {**once, accrues: day_before}, TODAY).laws == ((before,) if before else ())


def test_a_republication_brings_the_law_of_its_day():
    """A post from before the Scottish Act is not judged by it if it was not posted again differently since."""
    dates = {"first-published": read("2022-03-01"), "republished": read("2022-09-01")}
    for differently, version in (("yes", date(2022, 8, 8)), ("no", None), ("unsure", date(2022, 8, 8))):
        answers = {**dates, "republished-differently": differently}
        laws = assess(CHECKLISTS["defamation"], Jurisdiction.SCOTLAND, answers, TODAY).laws

        assert [law.since for law in laws] == ([version] if version else [])


RESTARTED = [
    pytest.param(checklist, law, id=f"{checklist.id}-{law.place}")
    for checklist in CLAIMS
    for law in checklist.claims
    if law.limitations[0].restart
]


@pytest.mark.parametrize(("checklist", "law"), RESTARTED)
def test_an_outcome_that_dates_settle_is_that_of_every_completion(checklist, law):
    """Before, on and after the first day of a law: what is settled stays so, whatever else is learnt of the dates."""
    (limitation,) = law.limitations
    first, again = limitation.accrues.id, limitation.restart.again.id
    days = [Day(law.since - timedelta(days=2)), Day(law.since - timedelta(days=1)), Day(law.since), read("2026-06-01")]
    met = all_met(law)

    def outcome(*given) -> Outcome:
        told = dict(zip((first, limitation.restart.asks.id, again), given, strict=True))
        return assess(checklist, law.place, {**met, **{n: a for n, a in told.items() if a}}, TODAY).outcome

    def completed(published, differently, republished) -> set[Outcome]:
        """Return the outcomes of what may be learnt; a republication has a day and is not the earlier of the two."""
        return {
            outcome(one, answer, other)
            for one in ([published] if published else days)
            for answer in ([differently] if differently in ("yes", "no") else ["yes", "no"])
            for other in ([republished] if republished else days if answer == "yes" else [None])
            if other is None or one.date <= other.date
        }

    met = {name: answer for name, answer in met.items() if name not in (first, limitation.restart.asks.id)}
    for given in product((None, *days), (None, "unsure", "yes", "no"), (None, *days)):
        published, _, republished = given
        if published and republished and republished.date < published.date:
            continue
        found, possible = outcome(*given), completed(*given)

        assert found is Outcome.UNCLEAR or {found} == possible, given
        assert len(possible) == 1 or found is Outcome.UNCLEAR, given


def test_a_first_post_before_the_law_leaves_open_whether_there_was_a_later_one():
    """Until that is known to be no, the outcome is open and hangs on it; then the later day is named as ignored."""
    checklist, place = CHECKLISTS["defamation"], Jurisdiction.ENGLAND_AND_WALES
    points = {name: answer for name, answer in all_met(*checklist.current(place)).items() if name not in IN_TIME}
    met = {**points, "first-published": read("2013-06-01")}

    def found(**given: Answer) -> Assessment:
        answers = {name.replace("_", "-"): answer for name, answer in given.items()}
        return assess(checklist, place, {**met, "republished-differently": "unsure", **answers}, TODAY)

    assert found().outcome is Outcome.UNCLEAR
    assert found().outstanding == ("republished-differently", "republished")
    assert found(republished_differently="yes").outstanding == ("republished",)
    assert found(republished_differently="yes", republished=read("2026-06-01")).outcome is Outcome.APPEARS_MADE_OUT
    assert found(republished_differently="no").outcome is Outcome.NOT_APPLICABLE
    assert found(republished_differently="no").ignored == ()
    assert found(republished_differently="no", republished=read("2026-06-01")).ignored == ("republished",)


def test_a_first_post_of_the_first_day_counts():
    """From the day on which it counts, its own year runs; one of the day before leaves the time open."""
    for checklist, law in (param.values for param in RESTARTED):
        limitation = law.limitations[0]
        points = {name: answer for name, answer in all_met(law).items() if name not in IN_TIME}
        for back, outcome in ((0, Outcome.APPEARS_MADE_OUT), (1, Outcome.UNCLEAR)):
            first = Day(limitation.restart.since - timedelta(days=back))
            answers = {**points, limitation.restart.asks.id: "unsure", limitation.accrues.id: first}

            found = assess(checklist, law.place, answers, limitation.restart.since + timedelta(days=9))
            assert found.outcome is outcome


@pytest.mark.parametrize(
    ("first", "differently", "again", "since"),
    [
        ("2024-06-01", "yes", "2025-06-01", 2025),
        ("2024-06-01", "yes", None, 2022),
        ("2024-06-01", "unsure", "2025-06-01", 2022),
        ("2024-06-01", "no", "2025-06-01", 2022),
        ("2022-06-01", "unsure", "2024-06-01", 2022),
        ("2022-06-01", "unsure", "2025-06-01", 2025),
        (None, "unsure", "2024-06-01", 2022),
        (None, "no", "2024-06-01", 2025),
    ],
)
def test_a_later_version_is_that_of_a_later_post(first, differently, again, since):
    """Where the law came in a later version, a new post has that of its day, and one not sure of that of the first."""
    checklist = CHECKLISTS["defamation"]
    (law,) = checklist.current(Jurisdiction.SCOTLAND)
    versions = replace(checklist, claims=(law, replace(law, since=date(2025, 1, 1))))
    days = {"first-published": first, "republished": again}
    answers = {"republished-differently": differently, **{name: read(day) for name, day in days.items() if day}}

    (found,) = assess(versions, Jurisdiction.SCOTLAND, answers, TODAY).laws
    assert found.since.year == since


def test_an_answer_to_what_is_not_asked_is_ignored():
    """An answer from another checklist is named as ignored; one to a question asked here is not."""
    answers = {"individual": "yes", "sent": Day(TODAY), "last-incident": Day(TODAY)}

    assert assess(CHECKLISTS["harassment"], Jurisdiction.ENGLAND_AND_WALES, answers, TODAY).ignored == ("sent",)
    assert assess(CHECKLISTS["operator-notice"], Jurisdiction.SCOTLAND, answers, TODAY).ignored == ()


def test_older_events_are_not_judged():
    """An event before the earliest law has no findings, no clock and the outcome that says so."""
    for checklist in CLAIMS:
        for place in checklist.places:
            (current,) = checklist.current(place)
            limitation = current.limitations[0]
            once = {limitation.restart.asks.id: "no"} if limitation.restart else {}
            answers = {**once, limitation.accrues.id: read("1990-05"), "threat": "yes"}
            assessment = assess(checklist, place, answers, TODAY)

            assert assessment.outcome is Outcome.NOT_APPLICABLE
            assert assessment.findings == assessment.clocks == assessment.outstanding == assessment.ignored == ()
            assert [flag.id for flag in assessment.flags] == ["police"]


def holds(part: Part, answers: Mapping[str, Answer]) -> bool | None:
    """Return whether a requirement holds on definite answers, worked out with Python's own all and any."""
    if isinstance(part, AllOf | AnyOf):
        inner = [found for found in (holds(one, answers) for one in part.parts) if found is not None]
        return all(inner) if isinstance(part, AllOf) else any(inner)
    if isinstance(part, Recent):
        return answers[part.question.id] == RECENT
    if part.when and answers[part.when.question] not in part.when.values:
        return None
    return answers[part.id] == MET_AFTER_ALL or part.option(answers[part.id]).finding is Finding.MET


MET_AFTER_ALL = "met after all"  # what an option that the law leaves open may come to, where no other option says so
RECENT, OLD = read("2026-06-01"), read("2025-01-01")


def definite(law: Claim, answers: Mapping[str, Answer]) -> Outcome:
    """Return the outcome of definite answers, in the order of the law, written out."""
    if any(holds(part, answers) is False for part in law.elements):
        return Outcome.NOT_MADE_OUT
    if any(holds(defence, answers) for defence in law.defences):
        return Outcome.NOT_MADE_OUT
    return Outcome.APPEARS_MADE_OUT


def said(point: Point) -> list[str]:
    """Return the answers to a point, and that it is met after all where one leaves it open and none meets it."""
    findings = {option.finding for option in point.options}
    after_all = [MET_AFTER_ALL] if Finding.UNCLEAR in findings and Finding.MET not in findings else []
    return [*(option.value for option in point.options), *after_all]


@pytest.mark.parametrize("law", COMPOSED)
@pytest.mark.no_cover
def test_an_offence_or_removal_has_the_outcome_of_its_completions(law):
    """Over every answer vector the outcome is the one all completions share, else unclear; all three are reached.

    An option that the law itself leaves open stands for one that is met and one that is not. So learning more never
    reverses a settled outcome.
    """
    free = bearing(law)
    dated = [question for part in law.elements for question in timed(part)][:1]
    clock = {limitation.accrues.id: read("2026-11-01") for limitation in law.limitations if not limitation.if_known}
    clock |= {law.when.question: law.when.values[0]} if isinstance(law, Removal) else {}
    names = [*(point.id for point in free), *(question.id for question in dated)]
    choices = [[*said(point), "unsure"] for point in free] + [[RECENT, OLD, "unsure"] for _ in dated]
    open_options = {(p.id, o.value) for p in free for o in p.options if o.finding is Finding.UNCLEAR}
    table = {}
    seen = set()

    def hazy(vector: tuple[Answer, ...]) -> list[int]:
        """Return which answers leave it open."""
        pairs = enumerate(zip(names, vector, strict=True))
        return [at for at, (name, value) in pairs if value == "unsure" or (name, value) in open_options]

    for vector in sorted(product(*choices), key=lambda vector: len(hazy(vector))):
        answers = {**clock, **dict(zip(names, vector, strict=True))}
        if hazy(vector):
            at = hazy(vector)[0]
            firm = [value for value in choices[at] if value != "unsure" and (names[at], value) not in open_options]
            possible = set().union(*(table[(*vector[:at], value, *vector[at + 1 :])] for value in firm))
        else:
            possible = {definite(law, answers)}
        table[vector] = possible
        if MET_AFTER_ALL in vector:
            continue
        case = Case(law, answers, TODAY)
        outcome = case.outcome()
        seen.add(outcome)

        assert outcome is (next(iter(possible)) if len(possible) == 1 else Outcome.UNCLEAR), answers
    assert seen == {Outcome.NOT_MADE_OUT, Outcome.UNCLEAR, Outcome.APPEARS_MADE_OUT}


@pytest.mark.parametrize("place", Nation)
@pytest.mark.no_cover
def test_a_removal_has_the_outcome_of_the_routes_that_it_may_take(place):
    """Over every answer to both routes, what takes one or the other among them, it is that of the completions.

    While the route is open it is not made out where no route can be, else unclear. So learning more, the route too,
    never reverses a settled outcome. A law by itself cannot show that: its route is taken.
    """
    checklist = CHECKLISTS["list-removal"]
    laws = checklist.current(place)
    options = {point.id: [option.value for option in point.options] for law in laws for point in bearing(law)}
    options |= {"exception": ["safety", "no"], "reported-to-police": ["yes", "no"], "warning": [RECENT, OLD]}
    chance = random.Random(place)  # noqa: S311 - a choice of cases, no secret
    taken = {law.when.values[0]: law for law in laws if isinstance(law, Removal)}
    table: dict[tuple[Answer, ...], set[Outcome]] = {}
    seen = set()

    vectors = product(*([*values, "unsure"] for values in options.values()))
    for vector in sorted(vectors, key=lambda vector: vector.count("unsure")):
        answers = dict(zip(options, vector, strict=True))
        if "unsure" in vector:
            at = vector.index("unsure")
            ways = ((*vector[:at], value, *vector[at + 1 :]) for value in [*options.values()][at])
            possible = set().union(*(table[way] for way in ways))
        else:
            possible = {definite(taken[str(answers["violence-or-fear"])], answers)}
        table[vector] = possible
        known = len(possible) == 1 and (answers["violence-or-fear"] != "unsure" or Outcome.NOT_MADE_OUT in possible)
        expected = next(iter(possible)) if known else Outcome.UNCLEAR
        seen.add(expected)

        assert max(Case(law, answers, TODAY).outcome() for law in laws) is expected, answers
        if chance.random() < SAMPLE:
            assert assess(checklist, place, answers, TODAY).outcome is expected, answers
    assert seen == {Outcome.NOT_MADE_OUT, Outcome.UNCLEAR, Outcome.APPEARS_MADE_OUT}


SAMPLE = 0.01

MOST = 9  # questions whose every answer is tried together; the parts of a condition on more are tried apart


def conditions() -> Iterator[object]:
    """Yield what each level, step and route of a procedure rests on, each once, with a law that has it."""
    seen = set()
    for checklist in CHECKLISTS.values():
        for law in checklist.claims:
            if isinstance(law, Procedure):
                levels = ((level.id, level.when) for level in law.levels)
                steps = ((step.id, step.when) for step in law.steps if step.when)
                routes = ((route.id, route.opens) for route in law.routes if route.opens != any_of())
                for name, part in (*levels, *steps, *routes):
                    for at, one in enumerate(apart(part)):
                        if one not in seen:
                            seen.add(one)
                            yield pytest.param(law, one, id=f"{checklist.id}-{law.jurisdiction}-{name}-{at}")


def apart(part: Part) -> Iterator[Part]:
    """Yield a condition or, where it rests on many questions, its parts and how they are put together."""
    if len({*atoms(part)}) <= MOST or not isinstance(part, AllOf | AnyOf):
        yield part
        return
    for inner in part.parts:
        yield from apart(inner)
    yield type(part)(tuple(next(atoms(inner)) for inner in part.parts))


def met(part: Part, answers: Mapping[str, Answer]) -> bool:
    """Return whether a condition on answers holds, worked out with Python's own all and any."""
    if isinstance(part, When):
        return answers[part.question] in part.values
    return (all if isinstance(part, AllOf) else any)(met(one, answers) for one in part.parts)


@pytest.mark.parametrize(("law", "part"), list(conditions()))
@pytest.mark.no_cover
def test_a_condition_is_what_its_completions_are(law, part):
    """A level, step or route holds where every completion of the answers makes it hold; each can hold and fail."""
    names = list(dict.fromkeys(atom.question for atom in atoms(part)))
    words = {"y": "yes", "n": "no", "?": "unsure"}
    table = {
        vector: met(part, {name: words[value] for name, value in zip(names, vector, strict=True)})
        for vector in product("yn", repeat=len(names))
    }
    for vector in product("yn?", repeat=len(names)):
        possible = {table[one] for one in product(*("yn" if value == "?" else value for value in vector))}
        answers = {name: words[value] for name, value in zip(names, vector, strict=True)}
        known = {name: value for name, value in answers.items() if value != "unsure"}
        expected = (
            {True: Finding.MET, False: Finding.NOT_MET}[possible.pop()] if len(possible) == 1 else Finding.UNCLEAR
        )

        for given in (answers, known):
            assert Case(law, given, TODAY).finding(part) is expected, answers
            still_open = set(Case(law, given, TODAY).open_in(part))
            assert still_open <= {name for name, value in answers.items() if value == "unsure"}
            assert bool(still_open) is (expected is Finding.UNCLEAR)
    assert set(table.values()) == {True, False}


def test_every_state_of_a_notice_is_in_a_case():
    """No state of a procedure is out of reach: each has a worked case."""
    for checklist in CHECKLISTS.values():
        for law in checklist.claims:
            states = {state.id for state in law.states} if isinstance(law, Procedure) else set()
            reached = {one.expect.get("state") for one in scenarios(checklist.id)} if states else set()
            assert states <= reached


def test_points_are_those_of_the_offence_with_the_outcome():
    """Where one offence appears made out, what another lacks is no reason for the outcome and no weak point."""
    answers = {"course-of-conduct": "collective", "oppressive": "yes", "reasonable-excuse": "no", "sent": Day(TODAY)}

    found = assess(CHECKLISTS["communications-offences"], Jurisdiction.ENGLAND_AND_WALES, answers, TODAY)

    assert found.outcome is Outcome.APPEARS_MADE_OUT
    assert {one.point.id: one.finding for one in found.findings}["course-of-conduct"] is Finding.MET
    assert not any(one.decisive or one.weak for one in found.findings)


def test_each_finding_has_the_answer_it_rests_on():
    """It is the answer given, "not sure" too, and empty where none was."""
    answers = {"individual": "no", "grave": "unsure"}

    found = assess(CHECKLISTS["harassment"], Jurisdiction.ENGLAND_AND_WALES, answers, TODAY)

    assert {one.point.id: one.answer for one in found.findings if one.answer} == answers
    assert {one.answer for one in found.findings if one.point.id not in answers} == {""}


def test_what_is_met_is_no_reason_against_the_claim():
    """Where a warning was given and its day and the exceptions are open, what is open is the reason."""
    found = assess(CHECKLISTS["list-removal"], Nation.ENGLAND, {"warned": "yes"}, TODAY)
    decisive = {one.point.id: one.decisive for one in found.findings}

    assert not decisive["warned"]
    assert decisive["exception"]


def test_while_the_route_is_open_every_route_that_may_be_taken_stands():
    """Left open, each route is told and none of its days; answered, the one that is taken."""
    checklist = CHECKLISTS["list-removal"]
    both = checklist.current(Nation.ENGLAND)
    for answers, laws in (({}, both), ({"violence-or-fear": "yes"}, both[:1]), ({"violence-or-fear": "no"}, both[1:])):
        found = assess(checklist, Nation.ENGLAND, {**answers, "notice-given": Day(TODAY)}, TODAY)

        assert found.laws == laws
        assert (found.effective is not None) is (len(laws) == 1)


@pytest.mark.parametrize(
    ("id_", "place", "answers", "expected"),
    [
        pytest.param(
            "harassment",
            Jurisdiction.SCOTLAND,
            {"last-incident": "2026-11-01"},
            (Status.IN_TIME, date(2029, 11, 1), True),
            id="the author may have become known later",
        ),
        pytest.param(
            "harassment",
            Jurisdiction.SCOTLAND,
            {"last-incident": "2026-11-01", "author-known": "2026-11-05"},
            (Status.IN_TIME, date(2029, 11, 5), False),
            id="the author is known",
        ),
        pytest.param(
            "defamation",
            Jurisdiction.ENGLAND_AND_WALES,
            {"first-published": "2026-03-01", "republished": "2026-06-01"},
            (Status.IN_TIME, date(2027, 3, 1), True),
            id="it may run from the later post",
        ),
        pytest.param(
            "defamation",
            Jurisdiction.ENGLAND_AND_WALES,
            {"first-published": "2020-01-01", "republished": "2025-11-22"},
            (Status.UNKNOWN, None, False),
            id="from the later post it would end today",
        ),
        pytest.param(
            "defamation",
            Jurisdiction.ENGLAND_AND_WALES,
            {"first-published": "2020-01-01", "republished": "2025-11-21"},
            (Status.EXPIRED, date(2026, 11, 21), False),
            id="from either post it is over",
        ),
    ],
)
def test_a_period_that_may_run_from_a_later_day(id_, place, answers, expected):
    """While it may still run from a later day its last day is the earliest, and it is over only when both have gone."""
    days = {name: read(day) for name, day in answers.items()}

    (clock,) = assess(CHECKLISTS[id_], place, days, TODAY).clocks

    assert (clock.status, clock.last_day, clock.at_least) == expected


@pytest.mark.parametrize(
    ("id_", "place", "law", "question", "expected"),
    [
        pytest.param("harassment", Jurisdiction.ENGLAND_AND_WALES, "", "last-incident", [date(2020, 11, 22)],
                     id="six years; the shorter limit for a prosecution does not end the claim"),
        pytest.param("communications-offences", Jurisdiction.SCOTLAND, "ca-127-1", "sent", [date(2023, 11, 23)],
                     id="three years that begin with the day itself"),
        pytest.param("communications-offences", Jurisdiction.SCOTLAND, "ca-127-1", "evidence-known",
                     [date(2026, 5, 23)], id="six months that begin with the day itself"),
        pytest.param("communications-offences", Jurisdiction.ENGLAND_AND_WALES, "osa-181", "sent", [],
                     id="no limit"),
        pytest.param("list-removal", Nation.ENGLAND, "ordinary", "warning", [date(2025, 11, 22)],
                     id="twelve months before the request"),
        pytest.param("list-removal", Nation.WALES, "ordinary", "warning", [date(2025, 11, 23)],
                     id="twelve months that end with the request"),
        pytest.param("list-removal", Nation.ENGLAND, "ordinary", "notice-given", [], id="a day that has no limit"),
    ],
)  # fmt: skip
def test_the_earliest_day_in_time(id_, place, law, question, expected):
    """For each period that ends the claim it is the first day from which the period has not ended before today."""
    (one,) = (one for one in CHECKLISTS[id_].current(place) if one.id == law)

    assert list(Case(one, {}, TODAY).edges(one.question(question))) == expected


@pytest.mark.parametrize("nation", [Nation.ENGLAND, Nation.WALES])
def test_the_oldest_warning_that_counts_is_the_earliest_day_in_time(nation):
    """On every day of 2023 to 2025, a warning of the first day in time counts, and one of the day before does not."""
    law = next(one for one in CHECKLISTS["list-removal"].current(nation) if one.id == "ordinary")
    (condition,) = (one for part in law.elements for one in atoms(part) if isinstance(one, Recent))
    for number in range(3 * 365 + 1):
        today = date(2023, 1, 1) + timedelta(days=number)
        (oldest,) = Case(law, {}, today).edges(condition.question)
        warned = [Case(law, {"warning": Day(oldest - timedelta(days=back))}, today) for back in (0, 1)]

        assert [case.finding(condition) for case in warned] == [Finding.MET, Finding.NOT_MET], today


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        pytest.param({"warned": "yes", "warning": "2025-11"}, ["warning"], id="within the month it becomes too old"),
        pytest.param({"warned": "yes", "warning": "2025-12"}, [], id="every day of the month counts"),
        pytest.param({"warned": "yes", "warning": "2025-10"}, [], id="no day of the month counts"),
        pytest.param({"warned": "yes", "warning": "2025-11-22"}, [], id="the day is known"),
        pytest.param({"warned": "no", "warning": "2025-11"}, [], id="there was no warning"),
        pytest.param({"warned": "unsure", "warning": "2026-01"}, [], id="the month does not decide"),
    ],
)
def test_a_month_is_vague_where_its_day_decides(answers, expected):
    """A warning of which the month is known leaves the outcome to its day only where both can still be."""
    law = next(one for one in CHECKLISTS["list-removal"].current(Nation.ENGLAND) if one.id == "ordinary")
    given = {id_: read(answer) if id_ == "warning" else answer for id_, answer in answers.items()}

    case = Case(law, {"exception": "no", **given}, TODAY)

    assert [question.id for question in case.vague()] == expected


def test_of_no_nation_only_the_flags_can_be_told():
    """Until it is known whose rules apply a removal is unclear, asks for the nation, and says what is dangerous."""
    checklist, answers = CHECKLISTS["list-removal"], {"immediate-danger": "yes"}

    found = assess(checklist, Jurisdiction.ENGLAND_AND_WALES, answers, TODAY)

    assert found == Assessment(
        checklist,
        Jurisdiction.ENGLAND_AND_WALES,
        TODAY,
        answers,
        laws=(),
        outcome=Outcome.UNCLEAR,
        found=(),
        flags=found.flags,
        asks=("nation",),
        outstanding=("nation",),
        would_change=(),
        hangs_on=(),
        ignored=(),
    )
    assert [flag.id for flag in found.flags] == ["emergency"]
    assert found.question("nation") is NATION


@pytest.mark.parametrize(
    ("answers", "rests_on"),
    [
        pytest.param({}, ["Defamation", "Malicious falsehood"], id="all that may be there"),
        pytest.param(
            {"defamation-possible": "yes"}, ["Defamation"], id="one that is there, before another that may be"
        ),
        pytest.param({"defamation-possible": "no"}, ["Malicious falsehood"], id="another that may be there"),
    ],
)
def test_a_route_rests_on_the_claims_that_are_there(answers, rests_on):
    """Where none is known to be there, on those that may be."""
    found = assess(CHECKLISTS["formal-action"], Jurisdiction.ENGLAND_AND_WALES, answers, TODAY)

    (claims,) = (claims for route, _, claims in found.routes if route.id == "civil-claim")

    assert [claim.claim for claim, _ in claims] == rests_on


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        pytest.param({}, {"received"}, id="left out, the poster was not asked"),
        pytest.param({"notified": "unsure"}, {"received", "notified"}, id="not sure whether the poster was asked"),
        pytest.param({"notified": read_moment("2026-11-08T19:00")}, {"received"}, id="the poster was asked"),
        pytest.param({"reply-received": "unsure"}, {"received", "notified"}, id="not sure of a reply"),
    ],
)
def test_a_time_that_would_decide_is_open(answers, expected):
    """A time is open where it has happened or may have, and a deadline that runs from it cannot be told."""
    found = assess(CHECKLISTS["operator-notice"], Jurisdiction.ENGLAND_AND_WALES, answers, TODAY)

    assert set(found.outstanding) & {"received", "notified"} == expected


def test_where_it_is_not_sure_that_a_notice_was_received_no_state_holds():
    """Left out, the notice was not received; given, it was; "not sure" is neither."""
    for received, state in (("unsure", None), (read_moment("2026-11-20T10:00"), "S0")):
        found = assess(CHECKLISTS["operator-notice"], Jurisdiction.ENGLAND_AND_WALES, {"received": received}, TODAY)

        assert (found.state and found.state.id) == state


CLAIMABLE = {"author-identified": "yes", "serious-enough": "yes", "harassment-possible": "no"}


@pytest.mark.parametrize("place", Jurisdiction)
@pytest.mark.parametrize(
    ("possible", "dated", "opens"),
    [
        ("defamation-possible", "2025-11-22", Finding.MET),
        ("defamation-possible", "2025-11-21", Finding.UNCLEAR),
        ("defamation-possible", None, Finding.MET),
        ("falsehood-possible", "2025-11-22", Finding.MET),
        ("falsehood-possible", "2025-11-21", Finding.UNCLEAR),
    ],
)
def test_a_claim_whose_time_is_over_is_open_only_if_a_court_allows_it(place, possible, dated, opens):
    """Once its time is over a claim, or an order that prepares it, cannot be told to be open; a notice can be sent."""
    dates = dict.fromkeys(("first-published", "latest-publication"), read(dated)) if dated else {}
    answers = {**CLAIMABLE, possible: "yes", "republished-differently": "no", **dates}
    for identified, route in (("yes", "civil-claim"), ("no", "identify-author")):
        given = {**answers, "author-identified": identified}
        for harassment, expected in (("no", opens), ("yes", Finding.MET)):
            found = assess(CHECKLISTS["formal-action"], place, {**given, "harassment-possible": harassment}, TODAY)
            assert {one.id: finding for one, finding, _ in found.routes}[route] is expected


POSSIBLE = ("harassment-possible", "defamation-possible", "falsehood-possible")


def test_only_the_claims_that_are_possible_have_a_clock():
    """Harassment alone raises no day of defamation; each claim is counted from its own date."""
    dates = {"first-published": read("2025-11-22"), "republished-differently": "no"}
    for possible, flags in (
        ("harassment-possible", []),
        ("defamation-possible", ["last-day"]),
        ("falsehood-possible", ["limitation-unknown"]),
    ):
        answers = {**dict.fromkeys(POSSIBLE, "no"), possible: "yes", **dates}
        found = assess(CHECKLISTS["formal-action"], Jurisdiction.ENGLAND_AND_WALES, answers, TODAY)

        assert [flag.id for flag in found.flags] == flags


@pytest.mark.parametrize(
    ("received", "due"),
    [
        ("2018-12-31T23:59", None),
        ("2019-01-01T00:00", "2019-01-04T00:00"),
        ("2027-12-30T00:00", "2028-01-01T00:00"),
        ("2027-12-30T00:01", None),
    ],
)
def test_hours_are_counted_while_bank_holidays_are_known(received, due):
    """From the first day of the list to the end of its last: 48 hours within it can be told, a minute beyond cannot."""
    answers = {"received": read_moment(received)}

    (deadline,) = assess(CHECKLISTS["operator-notice"], Jurisdiction.ENGLAND_AND_WALES, answers, TODAY).deadlines

    assert deadline.at == (read_moment(due) if due else None)
    assert deadline.beyond is (due is None)


def test_days_are_counted_from_the_end_of_another_deadline():
    """What runs from the eighth day after the notice falls so many days after that day."""
    law = CHECKLISTS["list-removal"].current(Nation.ENGLAND)[-1]
    week_later = Deadline("A week later", law.authority, law.effective, days=7)

    assert Case(law, {"notice-received": read("2026-11-02")}, TODAY).due(week_later).at == date(2026, 11, 17)
    assert Case(law, {"notice-received": read("2026-11")}, TODAY).due(week_later).at is None
    assert Case(law, {}, TODAY).due(week_later).at is None


@pytest.mark.parametrize("finding", Finding)
def test_a_defence_is_to_its_claim_what_not_is_in_sql(finding):
    """A defence that is shown denies the claim, an open one leaves it open; one that does not apply says nothing."""
    as_sql = {Finding.MET: 1, Finding.NOT_MET: 0, Finding.UNCLEAR: None}
    database = sqlite3.connect(":memory:")
    (denied,) = database.execute("SELECT NOT ?", [as_sql.get(finding)]).fetchone()
    database.close()

    if finding is Finding.NOT_APPLICABLE:
        assert _answered(finding) is finding
    else:
        assert as_sql[_answered(finding)] == denied


def test_an_open_point_that_any_answer_would_meet_is_met():
    """Whoever passed a statement on and altered it can be sued like its author, so which of them it was may be open."""
    (claim,) = CHECKLISTS["defamation"].current(Jurisdiction.SCOTLAND)
    role = claim.question("defendant-role")
    for altered, expected in (("yes", Finding.MET), ("no", Finding.UNCLEAR)):
        for answers in ({}, {"defendant-role": "unsure"}):
            case = Case(claim, {**answers, "altered-or-increased-harm": altered}, TODAY)

            assert case.finding(role) is expected


def test_a_condition_on_a_question_that_does_not_count_is_not_met():
    """What follows from a question counts only where that question does, whatever was answered to it."""
    (claim,) = CHECKLISTS["defamation"].current(Jurisdiction.SCOTLAND)
    altered = When("altered-or-increased-harm", ("yes",))
    for role, expected in (("sharer", Finding.MET), ("author-editor-publisher", Finding.NOT_MET)):
        case = Case(claim, {"defendant-role": role, "altered-or-increased-harm": "yes"}, TODAY)

        assert case.finding(altered) is expected


def test_parts_that_share_a_question_stand_together():
    """The loss stands with the claimant it depends on, a warning with its day; no question is in two groups."""
    for id_, place, together in (
        ("defamation", Jurisdiction.ENGLAND_AND_WALES, {"claimant", "serious-financial-loss"}),
        ("list-removal", Nation.ENGLAND, {"warned", "warning", "exception", "notice-given", "notice-received"}),
        ("harassment", Jurisdiction.ENGLAND_AND_WALES, {"two-occasions", "collective-limb"}),
    ):
        law = replace(CHECKLISTS[id_].current(place)[-1], notes=("grouped anew",))
        groups = [{question.id for question in group.questions} for group in independent_parts(law)]

        assert together in groups
        assert sum(map(len, groups)) == len(set.union(*groups))


def test_a_condition_stands_with_the_point_that_it_rests_on():
    """A requirement that an answer can stand in for shares a group with the question of that answer."""
    (claim,) = CHECKLISTS["harassment"].current(Jurisdiction.SCOTLAND)
    by_itself, rest = claim.elements[0], claim.elements[1:]
    excused = any_of(rest[0], When(by_itself.id, ("no",)))

    groups = independent_parts(replace(claim, elements=(by_itself, excused, *rest[1:])))

    assert {by_itself.id, rest[0].id} in [{question.id for question in group.questions} for group in groups]
