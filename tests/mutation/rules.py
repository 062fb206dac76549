"""The rules made wrong in one place after another: which promise notices, and whether any answer would."""

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cache
from multiprocessing import get_context
from typing import Any

from checklists.assessment import Assessment, assess
from checklists.dates import Day
from checklists.flags import SAFETY
from checklists.law import Answer, Checklist, Choice, Claim, DateQuestion, Defence, Law, Place, Point, Question
from checklists.logic import Finding
from checklists.rules import CHECKLISTS
from overrides.proof import Proof
from tests import test_assessment, test_law, test_law_as_at, test_review, test_scenarios, test_statements
from tests.conftest import SCENARIOS
from tests.mutation.mutants import Mutant, mutants
from tests.statements import statements

TODAY = date(2026, 11, 22)
SAMPLES = 200
STATED = {
    "place": test_statements.test_a_law_asks_and_holds_as_stated,
    "elements": test_statements.test_findings_and_outcome_are_as_stated,
    "time": test_statements.test_time_runs_out_as_stated,
    "provisions": test_statements.test_provisions_are_engaged_as_stated,
    "effective": test_statements.test_a_removal_takes_effect_as_stated,
    "oldest": test_statements.test_a_warning_counts_as_long_as_stated,
    "course": test_statements.test_a_notice_takes_its_course_as_stated,
    "steps": test_statements.test_levels_steps_and_routes_are_as_stated,
}
DAYS = (0, 1, 2, 8, 30, 181, 182, 183, 184, 364, 365, 366, 367, 1095, 1096, 1097, 2190, 2191, 2192, 2193)

type Request = tuple[Place, dict[str, Answer], date]


@dataclass(frozen=True)
class Verdict:
    """Which promises notice a mutant, and whether an answer was found that it decides otherwise."""

    name: str
    sheet: bool
    promises: bool
    decides: bool


def verdicts(checklist: str, processes: int) -> list[Verdict]:
    """Return the verdict on each mutant of a checklist; raise where the promises fail of the rules as they are."""
    sound = CHECKLISTS[checklist]
    for index in range(len(sound.claims)):
        verdict = judged(Mutant(sound, index, "", "nothing is changed"))
        if verdict.sheet or verdict.promises or verdict.decides:
            raise ValueError(f"{checklist} breaks its promises before anything is changed: run scripts/test first.")
    with get_context("fork").Pool(processes) as pool:
        return pool.map(_verdict_at, [(checklist, at) for at in range(len(_mutants(checklist)))], chunksize=8)


@cache
def _mutants(checklist: str) -> list[Mutant]:
    return list(mutants(CHECKLISTS[checklist]))


def _verdict_at(place: tuple[str, int]) -> Verdict:
    checklist, at = place
    return judged(_mutants(checklist)[at])


def judged(mutant: Mutant) -> Verdict:
    """Put a mutant in the place of its checklist and hold it to the promises."""
    id_ = mutant.checklist.id
    sound = CHECKLISTS[id_]
    CHECKLISTS[id_] = mutant.checklist
    try:
        sheet = _fails(test_review.test_the_sheet_is_the_one_that_was_reviewed, id_)
        promises = any(_fails(*promise) for promise in _promises(sound, mutant))
    finally:
        CHECKLISTS[id_] = sound
    return Verdict(str(mutant), sheet, promises, promises or _decides_otherwise(sound, mutant))


def _fails(test: Callable[..., None], *arguments: object) -> bool:
    try:
        test(*arguments)
    except Exception:  # noqa: BLE001 - whatever goes wrong, it is noticed
        return True
    return False


def _promises(sound: Checklist, mutant: Mutant) -> Iterator[tuple[Callable[..., None], object]]:
    """Yield the tests that bear on the changed law, the quick ones first; none compares it with what it was."""
    law = mutant.checklist.claims[mutant.law]
    yield test_law.test_ids_are_unique_and_conditions_name_questions_that_are_there, law
    yield test_law.test_every_question_says_why_and_how, law
    yield test_law_as_at.test_a_rule_rests_on_law_of_its_own_jurisdiction, law
    places = {law.place, sound.claims[mutant.law].place}
    for scenario in SCENARIOS:
        if scenario.checklist == sound.id and scenario.place in places:
            yield test_scenarios.test_the_law_makes_of_it_what_is_expected, scenario
    for statement in statements(sound.id):
        if test_statements.law_of(statement, sound) is sound.claims[mutant.law]:
            for kind, test in STATED.items():
                if kind in statement.told:
                    yield test, statement
    if isinstance(law, Claim):
        yield test_law.test_options_have_findings_and_open_law_has_its_reason, law
        yield test_law.test_provisions_rest_on_points_of_the_claim, law
        if type(law) is Claim:
            yield test_assessment.test_the_law_of_the_day_is_applied, mutant.checklist
        if law in mutant.checklist.current(law.place):
            yield _is_proved, Proof(law, mutant.checklist)


def _is_proved(proof: Proof) -> None:
    """Raise where an outcome is out of reach or a point is dead."""
    assert proof.counts
    assert proof.points


def _decides_otherwise(sound: Checklist, mutant: Mutant) -> bool:
    """Tell whether some answers are found that the mutant decides otherwise than the rules as they are."""
    for request, expected in _samples(sound.id, mutant.law):
        try:
            if decided(assess(mutant.checklist, *request)) != expected:
                return True
        except Exception:  # noqa: BLE001 - the mutant has no answer where the rules have one
            return True
    return False


@cache
def _samples(checklist: str, index: int) -> list[tuple[Request, tuple[object, ...]]]:
    """Return requests drawn by lot, the same each time, that bear on a law, with what the rules decide."""
    law = CHECKLISTS[checklist].claims[index]
    draw = random.Random(f"{checklist} {index}")  # noqa: S311 - nothing is kept secret by it
    requests = [(law.place, _answers(law, draw), draw.choice((TODAY, _day(law, draw)))) for _ in range(SAMPLES)]
    return [(request, decided(assess(CHECKLISTS[checklist], *request))) for request in requests]


def decided(found: Assessment) -> tuple[object, ...]:
    """Return all that an assessment decides, without its words and without the order in which it is told."""
    due = [(one.deadline.id, one.at, one.passed) for one in found.deadlines]
    return (
        found.outcome,
        {(one.law.id, one.outcome) for one in found.found},
        {(one.law.id, p.point.id, p.finding, p.decisive, p.weak) for one in found.found for p in one.findings},
        {(c.limitation.id, c.status, c.start, c.last_day, c.at_least) for c in found.clocks},
        {(provision.id, finding) for provision, finding in found.provisions},
        {flag.id for flag in found.flags},
        {*found.asks},
        {*found.outstanding},
        {*found.would_change},
        found.state and (found.state.id, {deadline.id for deadline in found.state.by}),
        found.level and found.level.id,
        {(step.id, step.gate, finding) for step, finding in found.steps},
        {
            (route.id, finding, tuple((claim.claim, clock.status, clock.last_day) for claim, clock in claims))
            for route, finding, claims in found.routes
        },
        found.effective and (found.effective.at, found.effective.passed),
        {*due},
    )


def _answers(law: Law, draw: random.Random) -> dict[str, Answer]:
    """Return answers drawn by lot: half of the time from a case made out, so that a single part can tell."""
    made_out = draw.random() < 0.5
    answers = {}
    for question in (*law.questions, *SAFETY):
        if draw.random() < 0.85:
            answers[question.id] = _answer(question, law, draw, made_out=made_out and draw.random() < 0.8)
    return answers


def _answer(question: Question, law: Law, draw: random.Random, *, made_out: bool) -> Answer:
    if draw.random() < 0.1:
        return "unsure"
    if isinstance(question, Choice):
        wanted = Finding.NOT_MET if isinstance(question, Defence) else Finding.MET
        fitting = [one.value for one in question.options if one.finding is wanted and isinstance(question, Point)]
        return draw.choice(fitting if made_out and fitting else [one.value for one in question.options])
    day = _day(law, draw)
    if isinstance(question, DateQuestion):
        return Day(day)
    return datetime.combine(day, time(draw.randrange(24), draw.randrange(60)))


def _day(law: Law, draw: random.Random) -> date:
    """Return a day on which something may turn: near today, at the end of a period before it, or as the law began."""
    near = [TODAY - timedelta(days=days) for days in DAYS]
    begun = [law.since - timedelta(days=1), law.since, law.since + timedelta(days=draw.choice(DAYS))]
    ended: list[Any] = [law.until - timedelta(days=1), law.until] if law.until else []
    return draw.choice([*near, *begun, *ended])
