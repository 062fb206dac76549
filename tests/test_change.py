"""What would change an outcome, against trying everything."""

import json
import random
from collections.abc import Iterator, Mapping
from datetime import date
from itertools import combinations, product

import pytest

from checklists import wording
from checklists.assessment import UNSURE, Case, applicable, assess
from checklists.change import GREATEST, NOTHING, LawTables, Table, World, changes, influential, smallest
from checklists.dates import Day, read
from checklists.law import Answer, Checklist, Jurisdiction, Nation, Place, Procedure
from checklists.logic import Outcome
from checklists.rules import CHECKLISTS
from checklists.wire import read_request
from overrides.scenarios import read as scenarios

ENGLAND_AND_WALES, SCOTLAND, NORTHERN_IRELAND = Jurisdiction
TODAY = date(2026, 11, 25)
CLAIMS = [checklist for checklist in CHECKLISTS.values() if not isinstance(checklist.claims[0], Procedure)]
TRIED = 2  # given answers changed at once, where everything is tried

type Answered = dict[str, Answer]


def cases(checklist: Checklist, place: Place, answers: Answered, today: date) -> list[Case]:
    """Return the law of each claim that counts: for a removal those of the routes that it may take."""
    found = [Case(law, answers, today) for law in applicable(checklist, place, answers, today)]
    return [case for case in found if case.may_be_taken]


def outcome(checklist: Checklist, place: Place, answers: Answered, today: date) -> Outcome:
    """Return the outcome, worked out without any of the tables."""
    return max((case.outcome() for case in cases(checklist, place, answers, today)), default=Outcome.NOT_APPLICABLE)


def choices(checklist: Checklist, place: Place, answers: Answered, today: date) -> dict[str, list[Answer]]:
    """Return the answers worth trying for each question that bears on the outcome."""
    found: dict[str, list[Answer]] = {}
    for law in applicable(checklist, place, answers, today):
        for question in law.questions:
            values = Case(law, answers, today).values(question)
            found[question.id] = list(dict.fromkeys([*found.get(question.id, []), *values]))
    return found


def sets(free: Mapping[str, list[Answer]], answers: Answered, most: int) -> Iterator[Answered]:
    """Yield every way to answer some questions anew, fewest first."""
    for size in range(1, most + 1):
        for names in combinations(free, size):
            others = ([value for value in free[name] if value != answers.get(name)] for name in names)
            yield from (dict(zip(names, way, strict=True)) for way in product(*others))


def check(checklist: Checklist, place: Place, answers: Answered, today: date) -> int:
    """Compare what is said to change the outcome with everything that could be tried; return how much was said."""
    found = assess(checklist, place, answers, today)
    tried = choices(checklist, place, answers, today)
    months = {name for name, answer in answers.items() if isinstance(answer, Day) and answer.approximate}
    is_open = {name: answers.get(name, UNSURE) == UNSURE or name in months & {*found.outstanding} for name in tried}
    free = {name: values for name, values in tried.items() if values and is_open[name]}
    said, most = found.would_change, len(free)
    if not found.outstanding:
        assert found.would_change == ()
        assert all(
            outcome(checklist, place, {**answers, **way}, today) is found.outcome for way in sets(free, answers, 3)
        )
        free = {name: values for name, values in tried.items() if values and not is_open[name]}
        said, most = found.hangs_on, TRIED
    smallest: dict[Outcome, int] = {}
    singles = []
    for way in sets(free, answers, most):
        leads_to = outcome(checklist, place, {**answers, **way}, today)
        if leads_to is found.outcome:
            continue
        smallest.setdefault(leads_to, len(way))
        if len(way) == 1:
            singles.append((way, leads_to))

    for change in said:
        assert outcome(checklist, place, {**answers, **change.answers}, today) is change.outcome
        assert smallest.get(change.outcome, TRIED + 1) <= len(change.answers)
        assert len(change.answers) in (1, smallest.get(change.outcome, len(change.answers)))
        assert wording.change_in_words(found, change)
    by_itself = [(dict(change.answers), change.outcome) for change in said if len(change.answers) == 1]
    assert sorted(by_itself, key=str) == sorted(singles, key=str)
    assert set(smallest) <= {change.outcome for change in said}
    larger = [change.outcome for change in said if len(change.answers) > 1]
    assert len(larger) == len(set(larger))
    assert set(larger).isdisjoint(result for _, result in singles)
    return len(said)


def completed(checklist: Checklist, place: Place, answers: Answered, today: date, chance: random.Random) -> Answered:
    """Return some answers and, for every other question that bears on the outcome, one of its answers."""
    tried = choices(checklist, place, answers, today)
    return {**{name: chance.choice(values) for name, values in tried.items() if values}, **answers}


@pytest.mark.parametrize("checklist", CLAIMS, ids=[checklist.id for checklist in CLAIMS])
def test_the_sets_are_the_smallest_there_are(checklist):
    """For worked cases, whole and with up to four answers left open, every single answer and smallest set is found."""
    chance = random.Random(checklist.id)  # noqa: S311 - a choice of cases, no secret
    said = 0
    for scenario in chance.sample(scenarios(checklist.id), 6):
        request = read_request(json.dumps(scenario.request()))
        whole = completed(checklist, request.place, dict(request.answers), request.today, chance)
        for left_open in (0, 2, 4):
            kept = dict(chance.sample(sorted(whole.items(), key=str), len(whole) - left_open))
            said += check(checklist, request.place, kept, request.today)
    assert said > 20


def ways(*questions: str) -> list[frozenset[tuple[str, Answer]]]:
    """Return every way to answer some made-up questions with a, b or not at all, fewest answers first."""
    tried = product(*((None, (question, "a"), (question, "b")) for question in questions))
    return sorted((frozenset(filter(None, way)) for way in tried), key=len)


def made_up_table(chance: random.Random, *questions: str) -> Table:
    """Return a table of some questions that says whatever chance says."""
    return Table(questions, {answers: chance.randrange(len(Outcome)) for answers in ways(*questions)})


def made_up_world(chance: random.Random, *given: tuple[str, str]) -> World:
    """Return a world of up to three laws, whose questions are partly the same, each in groups of one or two."""
    groups = (("p", "q"), ("r",), ("s", "t"), ("u",))
    chosen = (chance.sample(groups, chance.randrange(1, 4)) for _ in range(chance.randrange(1, 4)))
    laws = tuple(LawTables(tuple(made_up_table(chance, *group) for group in groups)) for groups in chosen)
    return World(frozenset(given), laws)


def everything(world: World) -> Iterator[tuple[int, int]]:
    """Yield the outcome of every way to answer a world's questions, and how many answers that takes."""
    tables = [[table.said for table in law.tables] for law in world.laws]
    names = sorted({name for law in world.laws for table in law.tables for name in table.free})
    for answers in ways(*names):
        said = [[one[answers & NOTHING.union(*one)] for one in law] for law in tables]
        yield max(min(law) for law in said), len(world.given) + len(answers)


@pytest.mark.parametrize("seed", range(60))
def test_of_whatever_laws_say_the_smallest_set_is_found(seed):
    """In made-up worlds, one of which another day brings, it is as small as the smallest of all; there may be none."""
    chance = random.Random(seed)  # noqa: S311 - no secret
    worlds = [made_up_world(chance), made_up_world(chance, ("day", "2020"))]
    least: dict[int, int] = {}
    for world in worlds:
        for outcome, size in everything(world):
            least[outcome] = min(size, least.get(outcome, size))

    for outcome in Outcome:
        found = smallest(worlds, outcome.rank)
        assert (None if found is None else len(found)) == least.get(outcome.rank)


@pytest.mark.parametrize("seed", range(20))
def test_a_question_has_influence_where_its_answer_can_change_what_is_said(seed):
    """In a made-up law: all else being answered, two of its answers, or one and none, give different outcomes."""
    chance = random.Random(seed)  # noqa: S311 - no secret
    tables = [made_up_table(chance, *questions) for questions in (("p", "q"), ("r",), ("s",))]
    expected = set()
    for table in tables:
        most = [max(said for way, said in one.said.items() if len(way) == len(one.free)) for one in tables]
        others = min(one for one, other in zip(most, tables, strict=True) if other is not table)
        for question in table.free:
            rest = [[(name, "a"), (name, "b")] for name in table.free if name != question]
            for way in product(*rest):
                tried = (way, (*way, (question, "a")), (*way, (question, "b")))
                if len({min(table.said[frozenset(answers)], others) for answers in tried}) > 1:
                    expected.add(question)

    assert set(influential(tables)) == expected
    assert list(influential([made_up_table(random.Random(4), "p")])) == ["p"]  # noqa: S311 - as above


def table_of(said: Mapping[str, Outcome], *questions: str) -> Table:
    """Return a table that says what it says where the first of its questions is open, or answered a or b."""
    first = questions[0]
    return Table(questions, {way: said[str(dict(way).get(first, ""))].rank for way in ways(*questions)})


def test_a_question_whose_answers_say_the_same_has_no_influence():
    """Whatever the others in its group do."""
    said = {"": Outcome.UNCLEAR, "a": Outcome.APPEARS_MADE_OUT, "b": Outcome.NOT_MADE_OUT}

    assert list(influential([table_of(said, "p", "q")])) == ["p"]


@pytest.mark.parametrize("asked", [("p", "p", "p"), ("p", "q", "p", "q")])
def test_an_answer_that_lowers_several_laws_counts_once(asked):
    """Laws that ask the same question are all lowered by one answer, and no larger set is taken in its place."""
    said = {"": Outcome.APPEARS_MADE_OUT, "a": Outcome.NOT_MADE_OUT, "b": Outcome.APPEARS_MADE_OUT}
    laws = tuple(LawTables((table_of(said, question),)) for question in asked)
    none = LawTables((table_of(dict.fromkeys(said, Outcome.NOT_MADE_OUT), "r"),))
    given = frozenset({("day", "1"), ("month", "1")} | ({("year", "1")} if "q" in asked else set()))

    found = smallest([World(NOTHING, laws), World(given, (none,))], Outcome.NOT_MADE_OUT.rank)

    assert found == {(question, "a") for question in asked}


def test_of_larger_sets_the_one_to_the_gravest_outcome_comes_first():
    """Where no answer by itself leads to two outcomes, the graver is named first."""
    both = [frozenset({("p", "a"), ("q", answer)}) for answer in ("a", "b")]
    lone = [NOTHING, *(frozenset({pair}) for pair in (("p", "a"), ("q", "a"), ("q", "b")))]
    said = dict.fromkeys(lone, Outcome.UNCLEAR.rank) | {both[0]: Outcome.NOT_MADE_OUT.rank, both[1]: GREATEST}
    world = World(NOTHING, (LawTables((Table(("p", "q"), said),)),))

    assert list(changes([world], Outcome.UNCLEAR)) == [
        (both[1], Outcome.APPEARS_MADE_OUT),
        (both[0], Outcome.NOT_MADE_OUT),
    ]


LAW_OF_THE_DAY = [
    pytest.param("communications-offences", ENGLAND_AND_WALES, TODAY, "sent", id="an older message"),
    pytest.param("defamation", SCOTLAND, date(2022, 10, 1), "republished", id="a republication before the Act"),
    pytest.param("list-removal", Nation.ENGLAND, TODAY, "violence-or-fear", id="the other route"),
    pytest.param("list-removal", Nation.WALES, TODAY, "warning", id="an older warning"),
]


@pytest.mark.parametrize("open_", [True, False], ids=["open", "given"])
@pytest.mark.parametrize(("id_", "place", "today", "question"), LAW_OF_THE_DAY)
def test_an_answer_that_chooses_the_law_is_tried_with_all_others(id_, place, today, question, open_):
    """Where an answer brings another law or route with it, the sets that hold it are the smallest of that law's."""
    chance = random.Random(question)  # noqa: S311 - a choice of cases, no secret
    checklist = CHECKLISTS[id_]
    for _ in range(6):
        whole = completed(
            checklist, place, {"republished-differently": "yes"} if today.year == 2022 else {}, today, chance
        )
        others = chance.sample(sorted(whole.keys() - {question}), 2)
        for name in others if open_ else ():
            del whole[name]
        if open_:
            whole.pop(question, None)

        assert check(checklist, place, whole, today) >= 0


def test_a_set_is_put_in_words_with_what_is_answered_alike_together():
    """A set begins with the outcome it leads to; dates are named by the side of the limit that they stand for."""
    found = assess(CHECKLISTS["malicious-falsehood"], ENGLAND_AND_WALES, {}, TODAY)

    assert wording.change_in_words(found, found.would_change[-1]) == (
        "To get to “appears made out”: all of “Yes” to falsity, publication, malice and loss; "
        "latest publication: a date on or after 25 November 2025."
    )
    late = next(change for change in found.would_change if change.outcome is Outcome.OUT_OF_TIME)
    assert "a date on or before 24 November 2025 would make" in wording.change_in_words(found, late)


@pytest.mark.parametrize(
    ("sent", "words"),
    [
        ("2026-02-01", "a date such as 30 August 2023 (under the law of that day)"),
        ("2023-10-01", "a date on or before 30 August 2023"),
    ],
)
def test_a_date_under_another_law_stands_for_no_others(sent, words):
    """A date stands for all on its side of a time limit only where one law judges them."""
    lie = {"known-false": "yes", "harm-intended": "yes", "annoyance-purpose": "yes", "public-network": "yes"}
    others = dict.fromkeys(("grossly-offensive", "menacing", "serious-threat", "persistent", "sent-to-person"), "no")
    days = {"sent": read(sent), "evidence-known": read("2026-06-01")}
    answers = {**lie, **others, **days, "reasonable-excuse": "no", "course-of-conduct": "no"}
    found = assess(CHECKLISTS["communications-offences"], ENGLAND_AND_WALES, answers, date(2026, 8, 30))

    told = [wording.change_in_words(found, change) for change in found.hangs_on if "sent" in change.answers]
    assert any(words in sentence for sentence in told)
    assert any("on or " in sentence for sentence in told) is ("on or" in words)


def test_what_a_settled_outcome_hangs_on():
    """With one answer that settles it, that answer is what it hangs on; while something is open, nothing is said."""
    settled = assess(CHECKLISTS["harassment"], ENGLAND_AND_WALES, {"individual": "no"}, TODAY)

    assert [(change.answers, change.outcome) for change in settled.hangs_on] == [
        ({"individual": "yes"}, Outcome.UNCLEAR)
    ]
    assert wording.settled_in_words(settled).endswith("only if an answer you gave were different.")
    assert assess(CHECKLISTS["harassment"], ENGLAND_AND_WALES, {"individual": "yes"}, TODAY).hangs_on == ()


@pytest.mark.parametrize(
    ("id_", "place", "answers", "question"),
    [
        pytest.param("defamation", ENGLAND_AND_WALES, {}, "publication", id="half its answers, not one of four"),
        pytest.param("list-removal", Nation.NORTHERN_IRELAND, {}, "registered-patient", id="an answer before a set"),
        pytest.param(
            "list-removal", Nation.ENGLAND, {"violence-or-fear": "yes"}, "registered-patient", id="half, not a third"
        ),
        pytest.param("communications-offences", ENGLAND_AND_WALES, {}, "serious-threat", id="of the gravest set"),
        pytest.param(
            "communications-offences",
            SCOTLAND,
            {"public-network": "yes", "alarm-intended": "no", "evidence-known": read("2022-10-17")},
            "aware",
            id="of the only set",
        ),
        pytest.param(
            "harassment",
            ENGLAND_AND_WALES,
            {"individual": "yes", "same-author": "yes", "two-occasions": "no", "collective-limb": "unsure"},
            "collective-limb",
            id="one that decides alone",
        ),
        pytest.param("first-response", SCOTLAND, {"immediate-danger": "no"}, "threat", id="the first of a procedure"),
    ],
)
def test_the_next_question(id_, place, answers, question):
    """It is the one whose own answers decide most often, else one of a smallest set; in a procedure the first."""
    assert assess(CHECKLISTS[id_], place, answers, TODAY).next == question


@pytest.mark.parametrize(
    ("today", "answers", "outcomes"),
    [
        pytest.param(date(2023, 7, 1), {}, {Outcome.NOT_APPLICABLE, Outcome.NOT_MADE_OUT}, id="nothing known"),
        pytest.param(
            date(2022, 9, 1),
            {"republished": read("2022-09-01")},
            {Outcome.NOT_APPLICABLE, Outcome.NOT_MADE_OUT, Outcome.APPEARS_MADE_OUT},
            id="the day of a republication",
        ),
    ],
)
def test_each_change_is_judged_by_the_law_that_it_brings(today, answers, outcomes):
    """Where publication and republication choose the law together, no change leads where that law would not."""
    found = assess(CHECKLISTS["defamation"], SCOTLAND, answers, today)

    for change in found.would_change:
        changed = {**answers, **change.answers}
        assert outcome(CHECKLISTS["defamation"], SCOTLAND, changed, today) is change.outcome
    assert {change.outcome for change in found.would_change} == outcomes


@pytest.mark.parametrize(
    ("id_", "place", "answers", "settled"),
    [
        (
            "first-response",
            SCOTLAND,
            {"sexual-image": "yes", "private-information": "no", "author-identified": "no"},
            "personal-abuse",
        ),
        ("operator-notice", ENGLAND_AND_WALES, {"reply": "complete-keep"}, "notice-complete"),
    ],
)
def test_a_level_or_state_that_holds_settles_the_next_one(id_, place, answers, settled):
    """What only a lower level or a later state rests on is no longer open."""
    found = assess(CHECKLISTS[id_], place, answers, TODAY)

    assert settled in found.idle
    assert settled not in found.outstanding


def test_a_level_that_holds_settles_the_questions_of_those_below():
    """What only levels and steps already decided rest on is idle, and the level says so."""
    found = assess(CHECKLISTS["first-response"], SCOTLAND, {"threat": "yes"}, TODAY)

    assert {"hate", "stalking"} <= set(found.idle)
    assert "sexual-image" in found.outstanding
    assert wording.idle_in_words(found, "hate") == "Settled: level 3: emergency or serious threat."


@pytest.mark.parametrize(
    ("id_", "place", "answers", "question", "words"),
    [
        (
            "harassment",
            ENGLAND_AND_WALES,
            {"reasonable-conduct": "yes"},
            "grave",
            "a defence appears: reasonable conduct",
        ),
        ("harassment", ENGLAND_AND_WALES, {"two-occasions": "yes"}, "collective-limb", "“two occasions” is met"),
        ("communications-offences", ENGLAND_AND_WALES, {"course-of-conduct": "no"}, "stalking-acts", "no offence that"),
        (
            "list-removal",
            Nation.ENGLAND,
            {"violence-or-fear": "no", "warned": "yes", "warning": read("2020-01-01"), "exception": "no"},
            "permitted-reason",
            "the warning is too old",
        ),
        (
            "list-removal",
            Nation.ENGLAND,
            {"violence-or-fear": "no", "exception": "safety"},
            "warned",
            "“exception” is met",
        ),
        ("list-removal", Nation.ENGLAND, {"own-conduct": "no"}, "warned", "no route that needs this"),
    ],
)
def test_an_idle_question_names_what_settled_it(id_, place, answers, question, words):
    """The point, the defence, the date or the other offences: in a few words."""
    found = assess(CHECKLISTS[id_], place, answers, TODAY)

    assert question in found.idle
    assert words in wording.idle_in_words(found, question)
