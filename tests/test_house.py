"""The house stays in order: who may import whom, and what every checklist must have."""

import ast
import sys
from pathlib import Path

import pytest

from checklists.rules import CHECKLISTS

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "checklists"
LEAVES = {"logic", "dates"}
MAY_IMPORT = {
    "__init__": set(),
    "logic": set(),
    "dates": set(),
    "law": {"logic", "dates"},
    "change": {"law", "logic"},
    "authorities": {"law"},
    "rules": {"law", "logic", "dates", "authorities", "rules"},
    "flags": {"law", "logic"},
    "bank_holidays": set(),
    "assessment": {"change", "law", "logic", "dates", "flags", "bank_holidays"},
    "table": {"law", "logic", "flags"},
    "wording": {"assessment", "bank_holidays", "law", "logic", "dates"},
}
ANYTHING = {"show", "wire", "schema", "review", "__main__"}


def imports(path):
    """Yield the modules that a file imports, by their dotted names."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path} imports relatively"
            yield from (
                f"{node.module}.{alias.name}" if node.module == "checklists" else node.module for alias in node.names
            )


@pytest.mark.parametrize("path", sorted(PACKAGE.rglob("*.py")), ids=lambda path: str(path.relative_to(PACKAGE)))
def test_imports_follow_the_arrows(path):
    """Rules do not decide, the engine knows no particular law, and nothing but the standard library is used."""
    room = path.relative_to(PACKAGE).parts[0].removesuffix(".py")
    for name in imports(path):
        first, *rest = name.split(".")
        if first == "checklists":
            target = rest[0] if rest else "__init__"
            known = (PACKAGE / f"{target}.py").exists() or (PACKAGE / target).is_dir()
            assert room in ANYTHING or target in MAY_IMPORT[room] or not known, f"{room} may not import {target}"
        else:
            assert first in sys.stdlib_module_names, f"{path.name} imports {name}"


def test_no_clock_is_read():
    """Today is always an argument."""
    for path in PACKAGE.rglob("*.py"):
        for call in ("today()", "now()", "time.time"):
            assert call not in path.read_text(encoding="utf-8"), path


@pytest.mark.parametrize("id_", CHECKLISTS)
def test_a_checklist_has_all_its_files(id_):
    """A checklist is a rule file, a page, a scenarios file, a nav line and a review sheet."""
    wanted = {
        f"checklists/rules/{id_.replace('-', '_')}.py": "",
        f"docs/checklists/{id_}.md": f"```checklist\n{id_}\n```",
        f"tests/scenarios/{id_}.toml": "[[scenario]]",
        f"tests/review/{id_}.md": "",
        f"docs/about/proofs/{id_}.md": f"```proof\n{id_}\n```",
        "mkdocs.yml": f"checklists/{id_}.md",
    }
    for name, content in wanted.items():
        path = ROOT / name
        assert path.is_file(), f"The checklist {id_} has no {name}."
        assert content in path.read_text(encoding="utf-8"), f"{name} does not hold “{content}” for {id_}."
