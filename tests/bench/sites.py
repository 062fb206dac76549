"""The sites that are compared, made anew under .build/bench."""

import json
import re
import shutil
import subprocess
import sys
import tempfile
import time
import zipfile
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from mkdocs.utils.yaml import get_yaml_loader

from checklists import __version__, wire
from overrides import scenarios
from tests.bench.figures import BENCH, ROOT

NOT_IN_NAV = "not_in_nav: |\n"
NOT_GUIDANCE = {"index.md", "about", "checklists"}
PAGES = Path(__file__).parent / "pages"
RUNTIME = ("pyodide.mjs", "pyodide.asm.js", "pyodide.asm.wasm", "python_stdlib.zip", "pyodide-lock.json")
PYODIDE = ROOT / "node_modules" / "pyodide"


class SiteError(Exception):
    """A site cannot be made here; the message says why in a sentence."""


@dataclass(frozen=True)
class Case:
    """A worked example as a reader opens it: its page's address, and the outcome that is right."""

    checklist: str
    example: str
    request: dict[str, Any]

    @property
    def words(self) -> str:
        """Return the outcome as the page words it."""
        return outcome_in_words(self.request)

    @property
    def page(self) -> str:
        """Return the address of its page."""
        return f"checklists/{self.checklist}/?example={self.example}"


def outcome_in_words(request: dict[str, Any]) -> str:
    """Return the outcome of a request."""
    return str(json.loads(wire.reply(json.dumps(request)))["assessment"]["outcome_in_words"])


@cache
def case(checklist: str, outcome: str) -> Case:
    """Return the first worked example of a checklist that comes to an outcome."""
    found = next(one for one in scenarios.read(checklist) if one.expect.get("outcome") == outcome)
    return Case(checklist, found.id, found.request())


def first() -> Case:
    """Return the example that is measured."""
    return case("defamation", "appears-made-out")


def other() -> Case:
    """Return the example of the page before it; its outcome is another, so that the two are told apart."""
    return case("harassment", "not-made-out")


def ours() -> Path:
    """Build our site as scripts/build does."""
    folder = _empty("ours")
    build(ROOT, folder)
    return folder


def build(house: Path, folder: Path) -> float:
    """Build a house's site into a folder; return the seconds it took."""
    return _timed(house, sys.executable, "-m", "overrides.build", str(folder))


def build_plain_material(house: Path, folder: Path) -> float:
    """Build the same Markdown with plain Material; return the seconds it took."""
    mkdocs = (sys.executable, "-m", "mkdocs", "build", "--quiet")
    return _timed(house, *mkdocs, "--config-file", "plain.yml", "--site-dir", str(folder))


def unpacked_zip() -> Path:
    """Build the zip for a shared drive and unpack it; return the site's folder."""
    _run(ROOT, sys.executable, "-m", "overrides.build", "--offline", str(_empty("zip")))
    (zipped,) = (BENCH / "zip").glob("*.zip")
    folder = _empty("unpacked")
    with zipfile.ZipFile(zipped) as archive:
        archive.extractall(folder)
    return folder / zipped.stem


def plain_pyodide() -> Path:
    """Make an otherwise empty page with the same Pyodide in a module worker, started the plain way with our wheel."""
    folder = _empty("plain-pyodide")
    version = json.loads((PYODIDE / "package.json").read_text(encoding="utf-8"))["version"]
    runtime = f"pyodide-{version}"
    (folder / runtime).mkdir()
    for name in RUNTIME:
        shutil.copy(PYODIDE / name, folder / runtime)
    wheel = _wheel(folder)
    worker = (PAGES / "worker.mjs").read_text(encoding="utf-8")
    worker = worker.replace("PYODIDE", runtime).replace("WHEEL", f"/{wheel}")
    (folder / "worker.mjs").write_text(worker, encoding="utf-8")
    page = (PAGES / "plain.html").read_text(encoding="utf-8")
    for one in (first(), other()):
        place = folder / "checklists" / one.checklist
        place.mkdir(parents=True)
        request = json.dumps(json.dumps(one.request))
        (place / "index.html").write_text(page.replace("REQUEST", request), encoding="utf-8")
    return folder


def _wheel(folder: Path) -> str:
    """Build the wheel of the checklists into a folder and return its name."""
    with tempfile.TemporaryDirectory() as project:
        shutil.copytree(ROOT / "checklists", Path(project) / "checklists", ignore=shutil.ignore_patterns("__pycache__"))
        (Path(project) / "pyproject.toml").write_text(
            f'[project]\nname = "checklists"\nversion = "{__version__}"\n'
            '[build-system]\nrequires = ["setuptools"]\nbuild-backend = "setuptools.build_meta"\n'
            '[tool.setuptools]\npackages = ["checklists", "checklists.rules"]\n',
            encoding="utf-8",
        )
        _run(ROOT, sys.executable, "-m", "build", "--wheel", "--outdir", str(folder), project)
    return next(folder.glob("*.whl")).name


def plain_material() -> Path:
    """Build the same Markdown with plain Material."""
    folder = _empty("plain-material")
    build_plain_material(house(), folder)
    return folder


@cache
def house(pages: int = 0) -> Path:
    """Copy the house, its guidance repeated until there are so many pages, with a plain.yml of plain Material.

    The copies stand beside the pages, so that their links lead somewhere, and outside the menu, which Material
    writes whole into every page.
    """
    copy = _empty(f"house-{pages}" if pages else "house")
    listed = _run(ROOT, "git", "ls-files", "-z", "--cached", "--others", "--exclude-standard").split("\0")
    for name in filter(None, listed):
        if (ROOT / name).is_file():
            (copy / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, copy / name)
    for name in (".venv", "node_modules"):
        (copy / name).symlink_to((ROOT / name).resolve())
    shutil.copytree(ROOT / ".build", copy / ".build", ignore=shutil.ignore_patterns(BENCH.name))

    docs = copy / "docs"
    originals = sorted(docs.rglob("*.md"))
    guidance = [path for path in originals if path.relative_to(docs).parts[0] not in NOT_GUIDANCE]
    for number in range(pages - len(originals)):
        path = guidance[number % len(guidance)]
        shutil.copy(path, path.with_stem(f"{path.stem}-copy-{number // len(guidance)}"))
    ours = copy / "mkdocs.yml"
    text = ours.read_text(encoding="utf-8")
    text = text if NOT_IN_NAV in text else f"{text}\n{NOT_IN_NAV}"
    ours.write_text(text.replace(NOT_IN_NAV, f"{NOT_IN_NAV}  *-copy-*.md\n"), encoding="utf-8")
    settings = yaml.load(ours.read_text(encoding="utf-8"), get_yaml_loader())  # noqa: S506 - our own
    plain = yaml.dump(_plain(settings, copy), Dumper=yaml.Dumper, allow_unicode=True, sort_keys=False)
    (copy / "plain.yml").write_text(plain, encoding="utf-8")
    return copy


def _plain(settings: dict[str, Any], copy: Path) -> dict[str, Any]:
    """Return the settings without anything that is ours, and write the Markdown without our templates."""
    plain = dict(settings, docs_dir="plain", strict=False)
    plain["theme"] = {name: value for name, value in settings["theme"].items() if name != "custom_dir"}
    for name in ("extra_css", "extra_javascript", "hooks"):
        plain.pop(name, None)
    plain["markdown_extensions"] = [
        {"pymdownx.superfences": {}} if "pymdownx.superfences" in one else one
        for one in settings["markdown_extensions"]
        if not next(iter(one if isinstance(one, dict) else [one])).startswith("overrides.")
    ]
    shutil.copytree(copy / "docs", copy / "plain")
    for path in (copy / "plain").rglob("*.md"):
        text = re.sub(r"^template: .*\n", "", path.read_text(encoding="utf-8"), count=1, flags=re.MULTILINE)
        path.write_text(text, encoding="utf-8")
    return plain


def _empty(name: str) -> Path:
    folder = BENCH / name
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder


def _timed(house: Path, *command: str) -> float:
    start = time.perf_counter()
    _run(house, *command)
    return time.perf_counter() - start


def _run(folder: Path, *command: str) -> str:
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode:
        last = (done.stderr or done.stdout).strip().splitlines()[-1:]
        raise SiteError(f"“{' '.join(command[:4])}” failed: {' '.join(last)}")
    return done.stdout
