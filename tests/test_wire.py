"""The border: whatever comes in, an assessment or sentences go out."""

import json
from datetime import date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from checklists.law import Choice, MomentQuestion, Nation
from checklists.rules import CHECKLISTS
from checklists.schema import ASSESSMENT, REQUEST, SCHEMA
from checklists.show import questions
from checklists.wire import A_REQUEST, LONGEST_REQUEST, RequestError, find, read_request, reply

REQUEST_OF = {
    "checklist": "defamation",
    "jurisdiction": "england-and-wales",
    "today": "2026-11-22",
    "answers": {"truth": "no"},
}


def sent(**changes):
    """Return the reply to the usual request with some keys changed."""
    return json.loads(reply(json.dumps({**REQUEST_OF, **changes})))


def problem(**changes):
    """Return the one problem of a request."""
    (found,) = sent(**changes)["problems"]
    return found


@pytest.mark.parametrize(("checklist", "place"), [(one, place) for one in CHECKLISTS.values() for place in one.places])
def test_an_answer_is_told_as_its_place_words_the_question(checklist, place):
    """A record shows each question as it was asked there, and its answer in the words that were chosen."""
    asked = {(one.id, one.asks): one for law in checklist.current(place) for one in law.questions}
    answers = {id_: one.options[0].value for (id_, _), one in asked.items() if isinstance(one, Choice)}
    where = (
        {"answers": {**answers, "nation": place}}
        if checklist.by_nation
        else {"jurisdiction": place, "answers": answers}
    )

    told = json.loads(reply(json.dumps({"checklist": checklist.id, "today": "2026-11-22", **where})))["assessment"][
        "answers"
    ]

    assert {one["id"] for one in told} == answers.keys()
    for one in told:
        assert (one["id"], one["asks"]) in asked
        assert one["answer_in_words"] in {option.label for option in asked[one["id"], one["asks"]].options}


def test_the_schema_is_one():
    """The schema of both messages is a JSON Schema."""
    Draft202012Validator.check_schema(SCHEMA)


def test_the_example_of_the_border():
    """One answer left open: it is outstanding, next, and each of its answers changes the outcome."""
    answers = {
        "publication": "yes", "reference": "yes", "meaning": "yes", "serious-harm": "unsure",
        "claimant": "individual", "defendant-role": "author-editor-publisher", "forum": "yes", "truth": "no",
        "honest-opinion": "no", "public-interest": "no", "privilege": "no", "first-published": "2026-09-10",
    }  # fmt: skip

    found = sent(answers=answers)["assessment"]

    assert found["outcome"] == "unclear"
    assert found["outstanding"] == ["serious-harm"]
    assert found["next"] == "serious-harm"
    assert [(change["if"], change["outcome"]) for change in found["would_change"]] == [
        ({"serious-harm": "yes"}, "appears-made-out"),
        ({"serious-harm": "no"}, "not-made-out"),
    ]
    assert found["time"][0]["last_day"] == "2027-09-10"
    assert [point["id"] for point in found["findings"] if point["decisive"]] == ["serious-harm"]


@pytest.mark.parametrize(
    ("changes", "field", "words"),
    [
        ({"checklist": "defamaton"}, "checklist", ["“defamaton”", "harassment, defamation", "mean defamation?"]),
        ({"checklist": 7}, "checklist", ["“7”"]),
        ({"jurisdiction": "EW"}, "jurisdiction", ["“EW”: use england-and-wales, scotland or northern-ireland."]),
        *(
            ({"jurisdiction": name}, "jurisdiction", [f"“{name}”", "did you mean england-and-wales?"])
            for name in ("england", "England", "WALES")
        ),
        ({"answers": {"truth": "YES"}}, "truth", ["“YES”", "did you mean yes?"]),
        ({"answers": {"Financial": "yes"}}, "Financial", ["did you mean serious-financial-loss?"]),
        ({"answers": {"harm": "yes"}}, "harm", ["altered-or-increased-harm or latest-publication."]),
        ({"jurisdiction": None}, "jurisdiction", ["“null”"]),
        ({"today": "2026-02-30"}, "today", ["“2026-02-30”", "1 to 28 in February 2026"]),
        ({"today": "2026-13-01"}, "today", ["“2026-13-01”", "from 01 to 12."]),
        ({"anwsers": {}}, "anwsers", ["“anwsers”", "did you mean answers?"]),
        ({"answers": []}, "answers", ["a list: give an object"]),
        ({"answers": {"thruth": "no"}}, "thruth", ["“thruth”", "did you mean truth?"]),
        ({"answers": {"truth": "maybe"}}, "truth", ["“maybe”", "yes, no or unsure"]),
        ({"answers": {"truth": True}}, "truth", ["“true”"]),
        ({"answers": {"truth": {"day": "1"}}}, "truth", ["truth is an object: use yes, no or unsure"]),
        ({"answers": {"truth": {}}}, "truth", ["truth is an object: use yes, no or unsure"]),
        ({"answers": {"first-published": {}}}, "first-published", ["First published is an object: write YYYY-MM-DD"]),
        ({"answers": {"first-published": []}}, "first-published", ["first-published is a list: write YYYY-MM-DD"]),
        ({"today": {"day": "1"}}, "today", ["today is an object: write the full date"]),
        ({"answers": {"claimant": "yes"}}, "claimant", ["individual, company-or-llp, partnership,"]),
        ({"answers": {"first-published": "yes"}}, "first-published", ["“yes”", "YYYY-MM-DD"]),
        ({"answers": {"first-published": "2025-02-29"}}, "first-published", ["1 to 28 in February 2025"]),
        ({"answers": {"first-published": "2026-11-23"}}, "first-published", ["after today, 22 November 2026"]),
        ({"answers": {"first-published": "2027-01"}}, "first-published", ["after today"]),
        ({"answers": {"first-published": 3}}, "first-published", ["“3”"]),
        ({"answers": {"first-published": {"day": 3}}}, "first-published", ["YYYY-MM-DD"]),
        ({"answers": {"a\u0000\u202eb": "yes"}}, "a\\x00\\x202eb", ["“a\\x00\\x202eb”"]),
        ({"answers": {"x" * 500: "yes"}}, "x" * 40 + "…", ["…"]),
        (
            {"answers": {"first-published": "2026-05-20", "republished": "2026-05-19"}},
            "republished",
            ["before first-published"],
        ),
    ],
)  # fmt: skip
def test_a_problem_names_field_value_and_remedy(changes, field, words):
    """Each wrong value gives one sentence: the field, the value, what is allowed, what was perhaps meant."""
    found = problem(**changes)

    assert found["field"] == field
    for part in words:
        assert part in found["message"]
    assert found["message"].endswith((".", "?"))
    assert "\n" not in found["message"]


@pytest.mark.parametrize(
    ("changes", "field", "part", "message"),
    [
        (
            {"todya": ""}, "todya", "",
            ("The request has a key “todya” that is not known: use checklist, jurisdiction, today or answers; "
             "did you mean today?"),
        ),
        (
            {"checklist": "harassment", "answers": {"indvidual": "yes"}}, "indvidual", "",
            ("“indvidual” is not a question of the checklist harassment: its questions are immediate-danger, threat, "
             "address-published, complaint-inside, disability, author-under-18, one-jurisdiction, records-searched, "
             "reply-identifies-patient, individual, same-author, two-occasions, linked, alarm-or-distress, grave, "
             "ought-to-know, reasonable-conduct, fear-of-violence, hostility, last-incident, collective-limb or "
             "author-known; did you mean individual?"),
        ),
        *(
            ({"today": today}, "today", "", f"today is “{today}”: write the full date, YYYY-MM-DD.")
            for today in ("2026-11", "today", "22/11/2026", "", 20261122)
        ),
        ({"answers": 7}, "answers", "", "answers is “7”: give an object of question ids and answers."),
        ({"answers": {"truth": "x" * 40}}, "truth", "", f"truth is “{'x' * 40}”: use yes, no or unsure."),
        ({"answers": {"truth": "x" * 41}}, "truth", "", f"truth is “{'x' * 40}…”: use yes, no or unsure."),
        (
            {"answers": {"truth": {"day": "1", "month": "2", "year": "2026", "time": "10:00"}}}, "truth", "",
            "truth is an object: use yes, no or unsure.",
        ),
        (
            {"answers": {"first-published": {"day": "30", "month": "2", "year": "2026"}}}, "first-published", "day",
            "First published is “30 2 2026”: the day must be a number from 1 to 28 in February 2026.",
        ),
        (
            {"answers": {"first-published": {"day": "3", "hour": "1"}}}, "first-published", "",
            "First published is an object: write YYYY-MM-DD, YYYY-MM where the day is not known, or unsure.",
        ),
        (
            {"answers": {"first-published": "2026-11-23"}}, "first-published", "day",
            "first-published is “2026-11-23”, which is after today, 22 November 2026: give a date that has passed.",
        ),
        (
            {"answers": {"first-published": "2026-12-01"}}, "first-published", "month",
            "first-published is “2026-12-01”, which is after today, 22 November 2026: give a date that has passed.",
        ),
        (
            {"answers": {"first-published": {"day": "5", "month": "1", "year": "2027"}}}, "first-published", "year",
            "First published is “5 1 2027”, which is after today, 22 November 2026: give a date that has passed.",
        ),
        (
            {"answers": {"truth": "no", "first-published": "2026-05-20", "republished": "2026-05-19"}},
            "republished", "",
            "republished is “2026-05-19”, which is before first-published, “2026-05-20”: check both dates.",
        ),
        (
            {"answers": {"first-published": "2026-06", "republished": "2026-05-31"}}, "republished", "",
            "republished is “2026-05-31”, which is before first-published, “2026-06”: check both dates.",
        ),
    ],
)  # fmt: skip
def test_a_problem_is_told_in_these_words(changes, field, part, message):
    """The sentence is the one that a reader sees, beside the field and the box that it names."""
    assert problem(**changes) == {"field": field, "part": part, "message": message}


def test_dates_are_put_in_order_once_all_can_be_read():
    """Two dates the wrong way round are not told while another answer cannot be read; "not sure" is in no order."""
    turned = {"first-published": "2026-05-20", "republished": "2026-05-19"}
    assert problem(answers={**turned, "truth": "x"})["field"] == "truth"

    assert "assessment" in sent(answers={**turned, "republished": "unsure"})


def test_a_date_may_be_today():
    """What happened today has happened."""
    assert sent(answers={"first-published": "2026-11-22"})["assessment"]["time"][0]["last_day"] == "2027-11-22"


def test_a_request_without_answers_is_a_blank_form():
    """Answers may be left out altogether."""
    request = {name: value for name, value in REQUEST_OF.items() if name != "answers"}

    assert json.loads(reply(json.dumps(request))) == sent(answers={})


def test_replies_are_written_as_they_are_read():
    """Letters beyond ASCII are sent as themselves, in an assessment and in a problem."""
    assert "“" in reply("7")
    assert "’" in reply(json.dumps(REQUEST_OF))
    assert "\\u" not in reply("7") + reply(json.dumps(REQUEST_OF))


@pytest.mark.parametrize(
    ("key", "give"),
    [
        ("checklist", f"one of {', '.join(list(CHECKLISTS)[:-1])} or {list(CHECKLISTS)[-1]}"),
        ("jurisdiction", "england-and-wales, scotland or northern-ireland"),
        ("today", "the date of the assessment, YYYY-MM-DD"),
    ],
)
def test_a_missing_key_says_what_to_give(key, give):
    """Without one of its three keys a request says which, and what it may be."""
    request = {name: value for name, value in REQUEST_OF.items() if name != key}

    with pytest.raises(RequestError) as caught:
        read_request(json.dumps(request))

    (found,) = caught.value.problems
    assert (found.field, str(caught.value)) == (key, f"The request has no {key}: give {give}.")


@pytest.mark.parametrize(
    ("text", "field", "message"),
    [
        ("", "", f"The request is empty: give {A_REQUEST}."),
        (" \n\t", "", f"The request is empty: give {A_REQUEST}."),
        ("x", "", "The request is not JSON: Expecting value at line 1, column 1."),
        ('{"a\x01": 1}', "", "The request is not JSON: Invalid control character at line 1, column 4."),
        ('{"a": "b', "", "The request is not JSON: Unterminated string starting at line 1, column 7."),
        ('{"a": "\\x"}', "", "The request is not JSON: Invalid \\escape at line 1, column 8."),
        ("\n{", "", "The request is not JSON: Expecting property name enclosed in double quotes at line 2, column 2."),
        ("[1]", "", f"The request is a list: it must be {A_REQUEST}."),
        ("7", "", f"The request is “7”: it must be {A_REQUEST}."),
        ("null", "", f"The request is “null”: it must be {A_REQUEST}."),
        (
            "[" * 50_000,
            "",
            "The request is nested too deeply: it is one object with an object of answers in it.",
        ),
        (
            json.dumps(REQUEST_OF).replace('"no"', "[" * 3_000 + "]" * 3_000),
            "truth",
            "truth is a list: use yes, no or unsure.",
        ),
        ('{"today": NaN}', "", "NaN is not JSON: give a text instead."),
        ('{"today": ' + "9" * 5000 + "}", "", "The request has a number that is too long to read."),
        ('{"today": "1", "today": "2"}', "today", "“today” is given twice: keep one of them."),
        ("x" * (LONGEST_REQUEST + 1), "", "The request is 100,001 characters long: at most 100,000 are read."),
        ("x" * 10_000_000, "", "The request is 10,000,000 characters long: at most 100,000 are read."),
    ],
    ids=range(17),
)
def test_what_is_no_request_is_said_in_a_sentence(text, field, message):
    """Texts that are not JSON, too long, too deep or ambiguous are refused with the reason."""
    (found,) = json.loads(reply(text))["problems"]

    assert (found["field"], found["message"]) == (field, message)


def test_the_longest_request_is_read():
    """A request of just the longest length is not too long."""
    text = json.dumps(REQUEST_OF)

    assert "assessment" in json.loads(reply(text + " " * (LONGEST_REQUEST - len(text))))


def test_all_problems_of_the_answers_are_told_at_once():
    """A form with three mistakes says all three."""
    found = sent(answers={"truth": "x", "nothing": "yes", "first-published": "2026-13-01", "forum": "yes"})

    assert [one["field"] for one in found["problems"]] == ["truth", "nothing", "first-published"]


def test_dates_as_typed_are_read_and_the_wrong_box_is_named():
    """The three boxes of the form are read; an error names the box."""
    typed = {"day": "10", "month": "Sept", "year": "2026"}
    assert sent(answers={"first-published": typed})["assessment"]["time"][0]["runs_from"] == "2026-09-10"

    found = problem(answers={"first-published": {**typed, "month": "Septober"}})
    assert found["part"] == "month"
    assert "“10 Septober 2026”" in found["message"]


def test_the_month_of_a_later_date_is_not_before_its_first_day():
    """Where only months are known, the same month is in order."""
    for first, again in [("2026-05-20", "2026-05"), ("2026-05", "2026-05-01"), ("2026-05", "2026-05")]:
        assert "assessment" in sent(answers={"first-published": first, "republished": again})


def test_unsure_is_allowed_everywhere_and_counts_as_missing():
    """Answering "unsure" gives what answering nothing gives; only an event left out has not happened."""
    for checklist in CHECKLISTS.values():
        for place in checklist.places:
            known = questions(checklist).items()
            unsure = dict.fromkeys(
                (id_ for id_, question in known if not isinstance(question, MomentQuestion)), "unsure"
            )
            nation = {"nation": place} if checklist.by_nation else {}
            request = {"checklist": checklist.id, "jurisdiction": getattr(place, "jurisdiction", place)}
            mine = sent(**request, answers={**unsure, **nation})["assessment"]
            nothing = sent(**request, answers=nation)["assessment"]

            for key in ("outcome", "time", "flags", "outstanding", "next", "would_change"):
                assert mine[key] == nothing[key]


def test_answers_that_do_not_count_are_named():
    """A question of another jurisdiction, or whose condition is not met, is accepted and named."""
    answers = {
        "claimant": "individual",
        "serious-financial-loss": "no",
        "altered-or-increased-harm": "no",
        "latest-publication": "2026-11-01",
        "threat": "no",
    }

    found = sent(answers=answers)["assessment"]

    assert found["ignored"] == ["serious-financial-loss", "altered-or-increased-harm", "latest-publication"]


def test_rules_past_their_review_say_so():
    """After the review date, the assessment remarks that the law may have changed."""
    assert sent(today="2026-11-22")["assessment"]["notes"] == []
    assert "may have changed" in sent(today="2028-01-01")["assessment"]["notes"][0]


def test_find_gives_the_checklist():
    """A checklist is found by its id."""
    assert find("harassment") is CHECKLISTS["harassment"]


ANSWER = st.sampled_from(["yes", "no", "unsure"])
DAY = st.dates(date(1990, 1, 1), date(2026, 11, 22)).map(str) | st.just("unsure") | st.just("2026-03")
MOMENT = st.datetimes(datetime(2020, 1, 1), datetime(2026, 11, 22)).map(lambda one: f"{one:%Y-%m-%dT%H:%M}")  # noqa: DTZ001 - local time


@st.composite
def requests(draw):
    """Draw a sound request: any checklist, place and answers, any of them missing."""
    checklist = CHECKLISTS[draw(st.sampled_from(sorted(CHECKLISTS)))]
    answers = {}
    for id_, question in questions(checklist).items():
        if getattr(question, "not_before", "") or not draw(st.booleans()):
            continue
        if isinstance(question, Choice):
            answers[id_] = draw(st.sampled_from([*(option.value for option in question.options), "unsure"]))
        else:
            answers[id_] = draw(MOMENT if isinstance(question, MomentQuestion) else DAY)
    place = draw(st.sampled_from(checklist.places))
    request = {"checklist": checklist.id, "jurisdiction": str(place), "today": "2026-11-22", "answers": answers}
    if isinstance(place, Nation):
        request["jurisdiction"] = str(place.jurisdiction)
        answers["nation"] = str(place)
    return request


@given(requests())
@settings(max_examples=150, deadline=None)
def test_every_sound_request_is_assessed(request):
    """A sound request gives an assessment in the schema; each change it names has the outcome it names."""
    Draft202012Validator(REQUEST).validate(request)

    found = json.loads(reply(json.dumps(request)))["assessment"]

    Draft202012Validator(ASSESSMENT).validate(found)
    for change in found["would_change"]:
        changed = {**request, "answers": {**request["answers"], **change["if"]}}
        assert json.loads(reply(json.dumps(changed)))["assessment"]["outcome"] == change["outcome"]


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=10,
)


@given(st.text() | JSON.map(json.dumps) | st.dictionaries(st.sampled_from(list(REQUEST_OF)), JSON).map(json.dumps))
@settings(max_examples=300, deadline=None)
def test_nothing_breaks_the_border(text):
    """Any text gets sentences, never a traceback."""
    message = json.loads(reply(text))

    assert all(problem["message"].endswith((".", "?")) for problem in message["problems"])


def removal(nation=None, jurisdiction=None, **answers):
    """Return the reply to a request about a removal from the list."""
    request = {"checklist": "list-removal", "today": "2026-11-23", "answers": answers}
    if nation:
        answers["nation"] = nation
    if jurisdiction:
        request["jurisdiction"] = jurisdiction
    return json.loads(reply(json.dumps(request)))


@pytest.mark.parametrize("jurisdiction", [None, "england-and-wales"])
def test_a_jurisdiction_follows_from_the_nation(jurisdiction):
    """Where rules differ by nation, the nation is enough; the jurisdiction may be given besides."""
    found = removal("wales", jurisdiction)["assessment"]

    assert (found["nation"], found["jurisdiction"]) == ("wales", "england-and-wales")
    assert removal(jurisdiction="scotland")["assessment"]["nation"] == "scotland"


@pytest.mark.parametrize("nation", [None, "unsure"])
def test_a_nation_that_is_not_known_leaves_it_open(nation):
    """In England and Wales it is the one question that is open; elsewhere the nation follows from the jurisdiction."""
    found = removal(nation, "england-and-wales", **{"immediate-danger": "yes"})["assessment"]

    assert (found["outcome"], found["nation"], found["route"]) == ("unclear", None, None)
    assert found["outstanding"] == found["asks"] == ["nation"]
    assert found["headline"] == "It cannot be told yet. Most worth finding out next: in which nation is the practice?"
    Draft202012Validator(ASSESSMENT).validate(found)
    assert [flag["id"] for flag in found["flags"]] == ["emergency"]
    assert removal(nation, "northern-ireland")["assessment"]["nation"] == "northern-ireland"


@pytest.mark.parametrize(
    ("nation", "jurisdiction", "field", "words"),
    [
        (
            "wales", "scotland", "nation",
            ("nation is “wales”, which is not in the jurisdiction scotland: use scotland, or leave the jurisdiction "
             "out."),
        ),
        (
            None, None, "nation",
            "The answers have no nation: give england, wales, scotland or northern-ireland.",
        ),
        ("cornwall", None, "nation", "use england, wales, scotland, northern-ireland or unsure"),
    ],
)  # fmt: skip
def test_a_nation_that_does_not_fit_is_refused(nation, jurisdiction, field, words):
    """A nation outside the jurisdiction, or none where it is needed, is named."""
    (found,) = removal(nation, jurisdiction)["problems"]

    assert found["field"] == field
    assert words in found["message"]


def notice(**answers):
    """Return the reply to a request about a notice to a website operator."""
    request = {"checklist": "operator-notice", "jurisdiction": "england-and-wales", "today": "2026-11-22"}
    return json.loads(reply(json.dumps({**request, "answers": answers})))


@pytest.mark.parametrize(("place", "label"), [("scotland", "Scotland"), ("northern-ireland", "Northern Ireland")])
def test_a_checklist_of_one_jurisdiction_does_not_apply_elsewhere(place, label):
    """A notice to an operator exists in England and Wales alone; elsewhere the answer is that, and its flags."""
    request = {"checklist": "operator-notice", "jurisdiction": place, "today": "2026-11-22"}
    answers = {"received": "2026-11-20T17:00", "immediate-danger": "yes"}

    found = json.loads(reply(json.dumps({**request, "answers": answers})))["assessment"]

    assert (found["outcome"], found["state"], found["deadlines"]) == ("not-applicable", None, [])
    assert found["headline"] == f"This checklist does not apply in {label}: it is for England and Wales alone."
    Draft202012Validator(ASSESSMENT).validate(found)
    assert [flag["id"] for flag in found["flags"]] == ["emergency"]
    Draft202012Validator(ASSESSMENT).validate(found)


def test_the_one_jurisdiction_of_a_checklist_is_the_one_to_give():
    """A notice is for England and Wales alone, and a request without a jurisdiction is told so."""
    (found,) = json.loads(reply(json.dumps({"checklist": "operator-notice", "today": "2026-11-22"})))["problems"]

    assert found["message"] == "The request has no jurisdiction: give england-and-wales."


@pytest.mark.parametrize(
    ("later", "moment", "earlier"),
    [
        ("notified", "2026-11-20T09:59", "received"),
        ("reply-received", "2026-11-20T09:59", "received"),
        ("now", "2026-11-20T09:59", "received"),
        ("reply-received", "2026-11-20T10:59", "notified"),
        ("now", "2026-11-20T10:59", "notified"),
        ("now", "2026-11-20T11:59", "reply-received"),
    ],
)
def test_what_follows_a_notice_cannot_come_before_it(later, moment, earlier):
    """A contact, a reply and the moment asked about lie in their order, to the minute."""
    given = {"received": "2026-11-20T10:00", "notified": "2026-11-20T11:00", "reply-received": "2026-11-20T12:00"}
    answers = {earlier: given[earlier], later: moment}

    (found,) = notice(**answers)["problems"]

    assert (found["field"], found["message"]) == (
        later,
        f"{later} is “{moment}”, which is before {earlier}, “{given[earlier]}”: check both times.",
    )
    assert "assessment" in notice(**{**answers, later: given[earlier]})


@pytest.mark.parametrize(
    ("nation", "later", "earlier"),
    [
        ("england", "notice-received", "notice-given"),
        ("wales", "board-approval", "notice-received"),
        ("wales", "board-approval", "notice-given"),
    ],
)
def test_a_removal_has_its_dates_in_order(nation, later, earlier):
    """A notice is received after it is given, and approved after that."""
    (found,) = removal(nation, **{earlier: "2026-11-20", later: "2026-11-19"})["problems"]

    assert found["message"] == (f"{later} is “2026-11-19”, which is before {earlier}, “2026-11-20”: check both dates.")


@pytest.mark.parametrize(
    ("received", "part", "words"),
    [
        ("2026-11-20", "", "written YYYY-MM-DDTHH:MM"),
        ("2026-11-23T09:00", "day", "which is after today"),
        ({"day": "20", "month": "11", "year": "2026", "time": "25:00"}, "time", "24 hours"),
        (7, "", "write YYYY-MM-DDTHH:MM, or unsure"),
    ],
)
def test_a_moment_that_cannot_be_is_refused(received, part, words):
    """A moment without its time, after today or unreadable is named, with the box to mend."""
    (found,) = notice(received=received)["problems"]

    assert (found["field"], found["part"]) == ("received", part)
    assert words in found["message"]


def test_moments_come_from_a_text_or_from_boxes():
    """Both forms of the same moment give the same deadline; the end of today is no later day."""
    boxes = {"day": "20", "month": "11", "year": "2026", "time": "17:00"}
    complete = {"notice-complete": "yes", "can-contact-poster": "yes"}

    for received in ("2026-11-20T17:00", boxes):
        found = notice(received=received, **complete)["assessment"]
        assert (found["state"], found["deadlines"][0]["due"]) == ("S2", "2026-11-24T17:00")
    for today in ("2026-11-22T00:00", "2026-11-22T23:59", "2026-11-23T00:00"):
        assert notice(received=today, **complete)["assessment"]["state"] == "S2"


@pytest.mark.parametrize(("now", "state"), [("2026-11-24T17:00", "S2"), ("2026-11-24T17:01", "LOST")])
def test_now_may_lie_ahead(now, state):
    """Where the matter will stand at a later moment can be asked, to the minute."""
    received = {"received": "2026-11-20T17:00", "notice-complete": "yes", "can-contact-poster": "yes"}

    assert notice(now=now, **received)["assessment"]["state"] == state


@pytest.mark.parametrize(
    ("now", "received", "refused"),
    [
        ("2026-11-30T09:00", "2026-11-30T09:00", ""),
        ("2026-11-30T09:00", "2026-11-30T09:01", "check both times"),
        ("2026-11-22T09:00", "2026-11-30T09:00", "after today"),
        ("unsure", "2026-11-30T09:00", "after today"),
    ],
)
def test_what_has_happened_may_lie_ahead_up_to_now(now, received, refused):
    """What will have happened by a later moment counts at that moment; without one nothing can lie after today."""
    found = notice(now=now, reply="defective", **{"reply-received": received})

    if refused:
        assert all(refused in problem["message"] for problem in found["problems"])
    else:
        assert found["assessment"]["state"] == "S6"


def test_an_event_not_sure_of_is_neither():
    """An event answered "not sure" keeps open what rests on it."""
    found = notice(notified="unsure", **{"can-contact-poster": "yes", "reply-received": "unsure"})["assessment"]

    assert found["state"] is None
    assert {"notified", "reply-received"} <= set(found["outstanding"])
