"""The code made wrong in one place after another, by mutmut, in a copy of the house under .build/mutants.

`mutmut browse` shows everything there: cd .build/mutants/dates && ../../../.venv/bin/mutmut browse
"""

import json
import shutil
import subprocess
import sys
import tomllib
from dataclasses import dataclass
from pathlib import Path

from overrides.kept import ROOT

FOLDER = ROOT / ".build" / "mutants"
MUTMUT = Path(sys.executable).with_name("mutmut")
REASONS = Path(__file__).with_name("survivors.toml")
TESTS = {  # the tests that bear on a module; mutmut runs those that reach the mutant, the quickest first
    "logic": ("test_logic.py",),
    "dates": ("test_dates.py",),
    "wire": ("test_wire.py",),
    "assessment": (
        "test_statements.py",
        "test_scenarios.py",
        "test_wording.py",
        "test_assessment.py",
        "test_change.py",
    ),
    "change": ("test_change.py",),
}
SETTINGS = """
[tool.mutmut]
source_paths = ["checklists"]
only_mutate = ["checklists/{module}.py"]
also_copy = ["overrides"]
pytest_add_cli_args_test_selection = {tests}
pytest_add_cli_args = ["-p", "no:cacheprovider"]
use_git_change_detection = false
"""
NOTICED = {1, 3, 24, 36, 152, -24, 255}  # a test fails, or the time runs out


class MutmutError(RuntimeError):
    """A run that mutmut did not finish; it says where to read why."""


@dataclass(frozen=True)
class Survivor:
    """A mutant that no test notices: the function or checklist it is in, what was changed, and into what."""

    place: str
    was: str
    became: str

    @property
    def reason(self) -> str:
        """Return why no test can notice it; nothing where no reason is known."""
        known = tomllib.loads(REASONS.read_text(encoding="utf-8"))["survivor"]
        return next((one["reason"] for one in known if one["place"] == self.place and one["became"] in self.became), "")

    def __str__(self) -> str:
        """Return it for the list of survivors."""
        return f"{self.place}: {self.became or f'without {self.was}'}\n    {self.reason or 'No reason is known.'}"


def survivors(module: str, processes: int) -> tuple[int, list[Survivor]]:
    """Return how many mutants a module has, and those that survive; raise `MutmutError` where mutmut fails."""
    folder = _copy(module)
    log = folder / "mutmut.txt"
    with log.open("w") as out:
        done = subprocess.run(
            [MUTMUT, "run", "--max-children", str(processes)], cwd=folder, stdout=out, stderr=out, check=False
        )
    meta = folder / "mutants" / "checklists" / f"{module}.py.meta"
    if done.returncode or not meta.exists():
        raise MutmutError(f"mutmut did not finish with {module}: read {log}.")
    found = json.loads(meta.read_text())["exit_code_by_key"]
    return len(found), [_survivor(folder, name) for name, code in found.items() if code not in NOTICED]


def _copy(module: str) -> Path:
    """Return a folder with what the tests of a module need, and the settings for it."""
    folder = FOLDER / module
    shutil.rmtree(folder, ignore_errors=True)
    for name in ("checklists", "tests"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    (folder / "overrides").mkdir()
    for path in (ROOT / "overrides").glob("*.py"):
        shutil.copy(path, folder / "overrides")
    tests = [*(f"tests/{name}" for name in TESTS[module]), "-m", "not no_cover"]  # nor the longest enumerations
    settings = (ROOT / "pyproject.toml").read_text(encoding="utf-8") + SETTINGS.format(module=module, tests=tests)
    (folder / "pyproject.toml").write_text(settings, encoding="utf-8")
    return folder


def _survivor(folder: Path, name: str) -> Survivor:
    done = subprocess.run([MUTMUT, "show", name], cwd=folder, capture_output=True, text=True, check=True)
    lines = [line for line in done.stdout.splitlines() if not line.startswith(("---", "+++"))]
    was, became = (" ".join(line[1:].strip() for line in lines if line.startswith(sign)) for sign in "-+")
    function = name.rpartition("__mutmut_")[0].rpartition(".")[2].replace("ǁ", ".").removeprefix("x_").lstrip("x.")
    return Survivor(function, was, became)
