"""The words of the decision tables: what is printed says what is tested, no more and no less."""

import re

import pytest

from checklists.law import UNSURE, Jurisdiction, Nation
from checklists.rules import CHECKLISTS
from checklists.table import Answered, Every, Some, Worked, Written
from overrides.form import numbers
from overrides.paper import Sheet, atoms

SHEETS = [
    pytest.param(Sheet(checklist, place, numbers(checklist).__getitem__), id=f"{checklist.id}-{place}")
    for checklist in CHECKLISTS.values()
    for place in checklist.places
]


def sheet_of(id_, place):
    """Return the sheet of a checklist in a place."""
    return Sheet(CHECKLISTS[id_], place, numbers(CHECKLISTS[id_]).__getitem__)


def rows(sheet):
    """Yield every row of a sheet."""
    for table in sheet.tables:
        yield from (*table.elements, *table.defences, *([table.taken] if table.taken else []))
        yield from (row for kind in (table.states, table.levels, table.steps) for _, row in kind)
        yield from (row for _, row, _ in table.routes)


@pytest.mark.parametrize("sheet", SHEETS)
def test_the_words_name_each_question_and_answer_of_a_test_and_no_other(sheet):
    """The numbers, the answers and the sums in the words are those of the test."""
    for row in rows(sheet):
        for test in (row.met, row.not_met, row.left_out):
            words = " ".join(sheet.lines(test))
            answers = set(re.findall(r"“[^”]*”", words))
            found = set(re.findall(r"\b\d+\b", re.sub(r"“[^”]*”", "", words)))
            leaves = list(atoms(test))

            asked = {sheet.refers(leaf.question) for leaf in leaves if isinstance(leaf, Answered | Written)}
            late = [leaf.sum for leaf in leaves if isinstance(leaf, Worked) and hasattr(leaf.sum, "deadline")]
            asked |= {sheet.refers(one.question.id) for one in late if hasattr(one, "question")}
            assert found == asked, words
            labels = {
                f"“{sheet.questions[leaf.question].option(value).label}”"
                for leaf in leaves
                if isinstance(leaf, Answered)
                for value in leaf.values
                if value != UNSURE.value
            }
            assert answers == labels, words


def test_alternatives_and_requirements_read_as_such():
    """One of several, all of several, and a requirement inside another each have their words."""
    sheet = sheet_of("first-response", Jurisdiction.SCOTLAND)
    yes = [Answered(id_, ("yes",)) for id_ in ("immediate-danger", "threat", "hate")]

    assert sheet.say(Some(tuple(yes))) == "any of 1, 2 or 15 is “Yes”"
    assert sheet.say(Every(tuple(yes))) == "1, 2 and 15 are all “Yes”"
    assert sheet.say(Some(tuple(yes[:2]))) == "1 or 2 is “Yes”"
    assert sheet.say(Every((yes[0], Some(tuple(yes[1:]))))) == "1 is “Yes”, and (2 or 15 is “Yes”)"
    assert sheet.lines(Some((yes[0], Every(tuple(yes[1:]))))) == ["1 is “Yes”", "2 and 15 are both “Yes”"]
    assert sheet.say(Every(())) == "always"
    assert sheet.say(Some(())) == "never"


def test_sums_of_dates_are_told_step_by_step():
    """A look-back, a day of removal and working hours say from what they are counted."""
    removal = sheet_of("list-removal", Nation.ENGLAND)
    notice = sheet_of("operator-notice", Jurisdiction.ENGLAND_AND_WALES)

    assert any("Last day: 12 months after the date at" in work for work in removal.sums)
    assert any(re.fullmatch(r"The day 8 days after \d+\. Where .* is empty: .*", work) for work in removal.sums)
    assert any(re.fullmatch(r"48 working hours after \d+\.", work) for work in notice.sums)
    assert any(re.fullmatch(r"48 working hours after [P-Z]\.", work) for work in notice.sums)
    assert "25 December 2026" in notice.holidays
    assert not removal.holidays
    assert len(notice.sums) == len(notice.lettered) == len(set(notice.sums))


def test_a_time_limit_is_told_in_lines_of_which_the_first_counts():
    """A restarted period says from which day its last day and its end are counted, and when neither can be told."""
    sheet = sheet_of("defamation", Jurisdiction.SCOTLAND)
    ((period,),) = (table.periods for table in sheet.tables)

    *lines, last = sheet.starts(period)

    assert lines[0].startswith("Where ")
    assert all(line.startswith("Otherwise, where ") for line in lines[1:])
    assert "so it cannot be over" in lines[-1]
    assert last == "Otherwise: it cannot be told."
    assert sheet.counted(period) == "Its last day is 1 year after that day."


def test_a_period_that_begins_with_a_day_is_told_apart():
    """It ends a day sooner, unless its last month has no such day."""
    sheet = sheet_of("communications-offences", Jurisdiction.SCOTLAND)
    period = next(period for table in sheet.tables for period in table.periods)

    assert sheet.counted(period) == (
        "Its last day is 3 years after that day, less one day; or, where that month has no such day, the last of the "
        "month."
    )


@pytest.mark.parametrize("checklist", CHECKLISTS.values(), ids=CHECKLISTS)
def test_a_question_has_one_number(checklist):
    """Every question of the present law has its number on the form, the same everywhere, and none has two."""
    found = numbers(checklist)

    assert sorted(found.values(), key=int) == [str(number) for number in range(1, len(found) + 1)]
    for place in checklist.places:
        for law in checklist.current(place):
            assert {question.id for question in law.questions} <= found.keys()
