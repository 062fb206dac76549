"""What several test modules share: the worked cases."""

import pytest

from checklists import assessment
from checklists.rules import CHECKLISTS
from overrides.scenarios import Scenario, read

SCENARIOS = [scenario for id_ in CHECKLISTS for scenario in read(id_)]


def pytest_generate_tests(metafunc):
    """Give each worked case to a test that asks for a scenario."""
    if "scenario" in metafunc.fixturenames:
        metafunc.parametrize("scenario", SCENARIOS, ids=lambda one: f"{one.checklist}-{one.id}")


@pytest.fixture(scope="session", autouse=True)
def nothing_remembered():
    """Forget what groups said before these tests: scripts/mutate runs them again with something wrong."""
    assessment.forget()
    assessment.independent_parts.cache_clear()


@pytest.fixture(scope="session")
def scenarios() -> list[Scenario]:
    """Return every worked case."""
    return SCENARIOS
