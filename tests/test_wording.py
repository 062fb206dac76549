"""What is said: the author's best case, and why a question can be left."""

from datetime import date

import pytest

from checklists import wording
from checklists.assessment import assess
from checklists.dates import read, read_moment
from checklists.flags import SAFETY
from checklists.law import Choice, Jurisdiction, Nation
from checklists.rules import CHECKLISTS
from checklists.show import assessment

TODAY = date(2026, 11, 22)
MET = dict.fromkeys(
    ("individual", "same-author", "two-occasions", "linked", "alarm-or-distress", "grave", "ought-to-know"), "yes"
)


def harassment(**answers):
    """Return the assessment of harassment in England and Wales."""
    given = {name.replace("_", "-"): value for name, value in answers.items()}
    return assess(CHECKLISTS["harassment"], Jurisdiction.ENGLAND_AND_WALES, given, TODAY)


def test_the_author_has_no_case_where_everything_is_shown():
    """Every element met, no defence, in time and nothing beside it: there is nothing to say for the author."""
    found = harassment(**MET, reasonable_conduct="no", last_incident=read("2026-11-01"))

    assert wording.other_side(found) == []


def test_the_authors_best_case_names_each_weak_point():
    """Missing and open elements, an arguable defence, an ended limit, and what the practice itself did."""
    answers = {**MET, "grave": "no", "linked": "unsure", "reasonable-conduct": "unsure", "complaint-inside": "yes"}
    answers |= {"disability": "yes", "records-searched": "yes", "last-incident": read("2019-01-01")}

    case = " ".join(wording.other_side(harassment(**answers)))

    for words in ("missing: grave", "cannot show this yet: linked", "might rely on this: reasonable conduct"):
        assert words in case
    for words in ("complaining about my care", "My condition", "looked in my records", "too late"):
        assert words in case
    assert "child" not in case


def test_a_question_that_cannot_matter_says_why():
    """Where one answer settles it, every other open question is idle, and the sentence names that answer."""
    found = harassment(individual="no")

    assert found.outstanding == ()
    assert set(found.idle) == {"same-author", "two-occasions", "collective-limb", "linked", "alarm-or-distress",
                               "grave", "ought-to-know", "reasonable-conduct"}  # fmt: skip
    assert wording.idle_in_words(found, "grave") == "Settled: “individual” is not met."
    assert harassment().idle == ()


def test_after_the_time_has_ended_the_time_is_the_reason():
    """Where the limit has run out and every element is met, what is left is idle because of the time."""
    found = harassment(**MET, last_incident=read("2019-01-01"), collective_limb="unsure")

    assert str(found.outcome) == "out-of-time"
    assert "collective-limb" in found.idle
    assert wording.idle_in_words(found, "collective-limb") == "Settled: the time limit has passed."


@pytest.mark.parametrize(
    ("start", "last", "runs_from", "beware"),
    [
        ("2026-09-10", "The last safe day is 10 September 2027.", "10 September 2026", ""),
        ("2026-01-22", "The last safe day is 22 January 2027.", "22 January 2026", ""),
        ("2026-01-21", "The last safe day is 21 January 2027.", "21 January 2026", "At most 60 days are left: "),
        ("2026-03", "The last safe day is 1 March 2027.", "March 2026", "You gave only the month, so "),
        ("2025-11-22", "Today, 22 November 2026, is the last safe day.", "22 November 2025", "That day is a Sunday. "),
        ("2025-11-20", "The period ended on 20 November 2026.", "20 November 2025", "A court may allow a claim after "),
    ],
)
def test_a_clock_in_words(start, last, runs_from, beware):
    """A clock says its last day, what it runs from, and what to beware of: the days left, a weekend, a month."""
    answers = {"first-published": read(start), "republished-differently": "no"}
    found = assess(CHECKLISTS["defamation"], Jurisdiction.ENGLAND_AND_WALES, answers, TODAY)
    (clock,) = found.clocks

    words = wording.clock_in_words(clock, found).removesuffix(clock.limitation.note)

    assert words.startswith(f"{last} It runs from {runs_from}. {beware}")
    assert bool(beware) is not words.endswith(f"{runs_from}. ")


def test_open_routes_are_named():
    """The routes that are open are counted and named; with none, the next question is."""
    checklist = CHECKLISTS["formal-action"]
    answers = {"still-up": "yes", "breaks-the-platform-s-rules": "yes", "regulated-author": "yes"}
    found = assess(checklist, Jurisdiction.SCOTLAND, answers, TODAY)

    assert wording.outcome_in_words(found) == "2 routes open"
    assert wording.headline(found) == "Open on your answers: report it to the platform and tell the author’s regulator."
    assert wording.outcome_in_words(assess(checklist, Jurisdiction.SCOTLAND, {}, TODAY)) == "Not known yet"


@pytest.mark.parametrize(
    ("id_", "headline"),
    [
        ("first-response", "Nothing in your answers calls for action against anyone. The steps below still hold."),
        (
            "formal-action",
            "On your answers none of these routes is open. That is an answer too: most cases end in another way.",
        ),
    ],
)
def test_a_procedure_that_calls_for_nothing_says_so(id_, headline):
    """With every question answered no there is a sentence still."""
    checklist = CHECKLISTS[id_]
    asked = [*SAFETY, *checklist.current(Jurisdiction.SCOTLAND)[0].questions]
    answers = {question.id: "no" for question in asked if isinstance(question, Choice)}

    assert wording.headline(assess(checklist, Jurisdiction.SCOTLAND, answers, TODAY)) == headline


@pytest.mark.parametrize(
    "answers", [{}, {"author-at-risk": "yes"}, {"reply-identifies-patient": "yes"}, {"threat": "unsure"}]
)
def test_a_first_response_concludes_nothing_from_nothing(answers):
    """While something grave is open it says what to find out, and never that nothing is called for."""
    found = assess(CHECKLISTS["first-response"], Jurisdiction.SCOTLAND, answers, TODAY)

    assert wording.headline(found) == (
        "It cannot be told yet. Most worth finding out next: is anyone in danger now, or soon?"
    )


def test_beyond_the_known_bank_holidays_it_cannot_be_told():
    """An hour that cannot be worked out says why: bank holidays are known for some years only."""
    notice = CHECKLISTS["operator-notice"]
    for received in ("2018-12-24T10:00", "2027-12-31T10:00"):
        found = assess(notice, Jurisdiction.ENGLAND_AND_WALES, {"received": read_moment(received)}, date(2028, 1, 5))
        (due,) = found.deadlines

        assert due.at is None
        assert wording.due_in_words(due).startswith(
            "It cannot be told here, because bank holidays are known only from 1 January 2019 to 31 December 2027."
        )


def removal(**answers):
    """Return the assessment of a removal in England."""
    given = {name.replace("_", "-"): value for name, value in answers.items()}
    return assess(CHECKLISTS["list-removal"], Nation.ENGLAND, given, TODAY)


def test_what_would_change_a_removal_names_the_questions_of_both_routes():
    """A question that only the other route asks has its name and the words of its answer."""
    for answers, other in (
        ({"violence_or_fear": "yes", "reported_to_police": "no"}, "No"),
        ({"violence_or_fear": "no", "permitted_reason": "no"}, "Yes"),
    ):
        found = removal(**answers)
        words = [wording.change_in_words(found, change) for change in found.hangs_on]

        assert f"Violence or fear: “{other}” would make" in " ".join(words)


def test_a_day_on_which_a_removal_would_hold_says_if_it_does_not():
    """Where a requirement is missing its day is only what it would be."""
    for own_conduct, begins in (
        ("yes", "30 November 2026. "),
        ("no", "If the requirements were met, it would be 30 Nov"),
    ):
        found = removal(violence_or_fear="no", notice_received=read("2026-11-22"), own_conduct=own_conduct)

        assert wording.effective_in_words(found).startswith(begins)
    unknown = removal(violence_or_fear="no", own_conduct="no")
    assert wording.effective_in_words(unknown).startswith("It cannot be worked out")
    assert wording.effective_in_words(removal(own_conduct="no")) == ""


@pytest.mark.parametrize(
    ("place", "sent", "id_", "because"),
    [
        ("scotland", "2026-11-20", "osa-181", "This offence is not part of the law of Scotland."),
        ("england-and-wales", "2026-11-20", "cjlsa-38", "This offence is not part of the law of England and Wales."),
        ("england-and-wales", "2024-01-30", "osa-181", "It was not the law in England and Wales when this was sent."),
        ("england-and-wales", "2024-01-31", "ca-127-2a", "It was not the law in England and Wales when this was sent."),
    ],
)
def test_an_offence_that_does_not_apply_says_whether_it_ever_did(place, sent, id_, because):
    """One that a nation never had is told apart from one that was not in force on that day."""
    found = assess(CHECKLISTS["communications-offences"], Jurisdiction(place), {"sent": read(sent)}, TODAY)

    (offence,) = (one for one in assessment(found)["offences"] if one["id"] == id_)
    assert (offence["outcome"], offence["because"]) == ("not-applicable", because)


CAUTION = (
    "You gave only the month, so the law of its first day is used. The law changed on {}: if it was then or later, "
    "give the day."
)


@pytest.mark.parametrize(
    ("id_", "place", "today", "answers", "days"),
    [
        ("communications-offences", "england-and-wales", TODAY, {"sent": "2024-01"}, "31 January 2024"),
        ("communications-offences", "england-and-wales", TODAY, {"sent": "2017-04"}, "3 April 2017"),
        ("communications-offences", "scotland", TODAY, {"sent": "2024-01"}, ""),
        ("communications-offences", "england-and-wales", TODAY, {"sent": "2024-01-30"}, ""),
        ("communications-offences", "england-and-wales", TODAY, {"sent": "2005-07"}, ""),
        ("communications-offences", "england-and-wales", date(2024, 1, 30), {"sent": "2024-01"}, ""),
        (
            "defamation", "scotland", TODAY, {"first-published": "2022-08", "republished-differently": "no"},
            "8 August 2022",
        ),
        ("defamation", "scotland", TODAY, {}, ""),
        ("first-response", "scotland", TODAY, {}, ""),
    ],
)  # fmt: skip
def test_a_month_in_which_the_law_changed_is_told(id_, place, today, answers, days):
    """Where only the month is known, and the law changed within it, the reader is told to find the day."""
    told = {name: read(answer) if answer[0].isdigit() else answer for name, answer in answers.items()}
    found = assess(CHECKLISTS[id_], Jurisdiction(place), told, today)

    assert [note for note in wording.notes(found) if note.startswith("You gave")] == (
        [CAUTION.format(days)] if days else []
    )
