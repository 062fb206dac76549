"""scripts/bench: the arithmetic, and that each target has its figures. What was measured is never asserted."""

import pytest

from tests.bench.cells import CELLS, MADE, PARTS
from tests.bench.figures import Results, percentile, ratios
from tests.bench.targets import TARGETS, Target


@pytest.fixture
def results():
    """Return three runs of a cell, in which one run of ours was disturbed."""
    found = Results()
    for ours, plain in ((10, 20), (90, 30), (10, 40)):
        found.add("cold", "ours", ours)
        found.add("cold", "plain-pyodide", plain)
    return found


def test_sides_are_compared_by_medians_and_pair_by_pair(results):
    """Each side has its median, least and most; ours is compared of medians, and of pairs in the order of the runs."""
    (cell,) = results.as_data({"cold": "ms"})

    assert cell["unit"] == "ms"
    assert cell["sides"]["ours"] == {"median": 10, "min": 10, "max": 90, "values": [10, 90, 10]}
    assert cell["ratios"] == {
        "plain-pyodide": {"of medians": 10 / 30, "median of pairs": 0.5, "pairs": [0.5, 3.0, 0.25]}
    }


def test_a_run_without_its_pair_is_left_out():
    """Pairs are made as far as both sides go."""
    assert ratios([1, 2, 3], [2, 2]) == [0.5, 1.0]


@pytest.mark.parametrize(("percent", "expected"), [(0, 1), (50, 50), (99, 99), (100, 100)])
def test_a_percentile_is_a_value_that_was_measured(percent, expected):
    """Percentiles are by nearest rank, whatever the order."""
    assert percentile(list(range(100, 0, -1)), percent) == expected


def test_a_side_of_nothing_is_not_divided_by():
    """Where the other side is nought there is no ratio, and no fault."""
    found = Results()
    found.add("long tasks", "ours", 1)
    found.add("long tasks", "plain-material", 0)

    assert found.as_data({"long tasks": ""})[0]["ratios"] == {}
    assert Target("", 1, "long tasks", ("long tasks", "plain-material")).met(found) is None


@pytest.mark.parametrize(
    ("cell", "against", "most", "met"),
    [
        ("cold", ("cold", "plain-pyodide"), 0.34, True),
        ("cold", ("cold", "plain-pyodide"), 0.33, False),
        ("cold", None, 10, True),
        ("cold, file://", ("cold", "plain-pyodide"), 1, False),
        ("cold", ("cold", "markdown-exec"), 1, None),
    ],
    ids=["reached", "missed", "a figure alone", "ours not to be had", "the other not to be had"],
)
def test_a_target_is_missed_without_our_figure_and_unknown_without_the_other(results, cell, against, most, met):
    """What we cannot show is missed; what nobody can compare is unknown."""
    assert Target("", most, cell, against).met(results) is met


@pytest.mark.parametrize("target", TARGETS, ids=lambda target: target.words)
def test_each_target_has_its_cells(target):
    """A target rests on cells that some part fills, and on a side that is made."""
    cell, side = target.against or (target.cell, "ours")

    assert target.cell in CELLS
    assert cell in CELLS
    assert side in MADE


def test_no_cell_is_filled_by_two_parts():
    """A cell has one meaning."""
    assert len(CELLS) == sum(len(part.cells) for part in PARTS.values())
