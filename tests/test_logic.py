"""Three values and five outcomes, against Kleene's tables and SQLite's NULL."""

import sqlite3
from itertools import product

import pytest

from checklists.logic import Finding, Outcome, Status, all_of, any_of

THREE = (Finding.MET, Finding.NOT_MET, Finding.UNCLEAR)
AS_SQL = {Finding.MET: 1, Finding.NOT_MET: 0, Finding.UNCLEAR: None}
FROM_SQL = {value: finding for finding, value in AS_SQL.items()}


@pytest.mark.parametrize(("combine", "operator"), [(all_of, "AND"), (any_of, "OR")])
def test_connectives_are_those_of_sql(combine, operator):
    """Every combination of three findings gives what SQLite's three-valued logic gives."""
    database = sqlite3.connect(":memory:")

    for findings in product(THREE, repeat=3):
        query = f"SELECT ? {operator} ? {operator} ?"
        (expected,) = database.execute(query, [AS_SQL[finding] for finding in findings]).fetchone()

        assert combine(findings) is FROM_SQL[expected]
    database.close()


KLEENE = {  # Kleene, Introduction to Metamathematics (1952) § 64: the strong tables, t, f and u
    all_of: ("tfu", "fff", "ufu"),
    any_of: ("ttt", "tfu", "tuu"),
}


@pytest.mark.parametrize("combine", KLEENE)
def test_connectives_are_those_of_kleene(combine):
    """Every pair of findings gives what stands in Kleene's strong tables; alone, a finding stays as it is."""
    letters = dict(zip("tfu", THREE, strict=True))
    for one, row in zip(THREE, KLEENE[combine], strict=True):
        for other, expected in zip(THREE, row, strict=True):
            assert combine([one, other]) is letters[expected]

        assert combine([one]) is one
    assert combine([]) is Finding.NOT_APPLICABLE


@pytest.mark.parametrize("combine", [all_of, any_of])
@pytest.mark.parametrize("finding", THREE)
def test_what_does_not_apply_is_left_out(combine, finding):
    """A part that does not apply changes nothing; where none applies, the whole does not."""
    assert combine([Finding.NOT_APPLICABLE, finding]) is finding
    assert combine([Finding.NOT_APPLICABLE]) is Finding.NOT_APPLICABLE


@pytest.mark.parametrize("value", [Finding.MET, Finding.NOT_MET, Status.IN_TIME, Outcome.UNCLEAR])
def test_nothing_is_read_as_true_or_false(value):
    """A finding, a status or an outcome refuses to be a boolean."""
    with pytest.raises(TypeError) as caught:
        bool(value)

    assert str(caught.value) == f"{value} is not true or false: compare it with 'is'"


def test_outcomes_prevail_in_the_order_of_the_law():
    """Not applicable prevails over not made out, that over out of time, that over unclear."""
    assert [str(outcome) for outcome in sorted(Outcome)] == [
        "not-applicable",
        "not-made-out",
        "out-of-time",
        "unclear",
        "appears-made-out",
    ]
    assert not Outcome.UNCLEAR < Outcome.UNCLEAR
    assert Outcome.UNCLEAR <= Outcome.UNCLEAR
    with pytest.raises(TypeError):
        _ = Outcome.UNCLEAR < "unclear"
