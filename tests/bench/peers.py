"""The two other ways to have Pyodide on an MkDocs site, each with the runtime that it expects, self-hosted.

Each is one page whose Python writes a few words into it: less than our page does, and in their favour.
Both come from PyPI, what they load from elsewhere from npm, under .build/bench.
"""

import hashlib
import json
import re
import shutil
import subprocess
import sys
import tarfile
from collections.abc import Callable
from functools import partial
from pathlib import Path

from tests.bench.figures import BENCH

WORDS = "Python answered"
PYTHON = f'import js\njs.document.querySelector("#outcome").textContent = "{WORDS}"\n'
TEXT = {".html", ".js", ".mjs", ".css"}

ELSEWHERE = re.compile(r"https://(?:cdn\.jsdelivr\.net|cdnjs\.cloudflare\.com)/[\w@./-]+")
INTEGRITY = re.compile(r"""\bintegrity\s*[:=]\s*["'][^"']*["'],?""")
ON_NPM = (  # what an address names: the npm package with its version, and the file in it
    (r"https://cdn\.jsdelivr\.net/pyodide/v([\d.]+)/full/(.*)", r"pyodide@\1", r"\2"),
    (r"https://cdn\.jsdelivr\.net/npm/((?:@[^/]+/)?[^/@]+@[\d.]+)/?(.*)", r"\1", r"\2"),
    (r"https://cdnjs\.cloudflare\.com/ajax/libs/ace/([\d.]+)/(.*)", r"ace-builds@\1", r"src-min-noconflict/\2"),
    (r"https://cdnjs\.cloudflare\.com/ajax/libs/highlight\.js/([\d.]+)/(.*)", r"@highlightjs/cdn-assets@\1", r"\2"),
)

THEME = """\
site_name: Peer
site_url: http://pyodide-mkdocs-theme.localhost/
theme: {name: pyodide-mkdocs-theme, language: en}
exclude_docs: "*.py"
plugins: [search, {pyodide_macros: {build: {ides_id_hash_mode: relative}, project: {id: peer}}}]
markdown_extensions:
  - md_in_html
  - admonition
  - attr_list
  - pymdownx.details
  - pymdownx.emoji:
      emoji_index: !!python/name:material.extensions.emoji.twemoji
      emoji_generator: !!python/name:material.extensions.emoji.to_svg
  - pymdownx.highlight
  - pymdownx.inlinehilite
  - pymdownx.snippets
  - pymdownx.superfences
  - pymdownx.arithmatex: {generic: true}
  - pymdownx.striphtml: {strip_js_on_attributes: false, strip_attributes: ""}
"""
EXEC = """\
site_name: Peer
theme: {name: material, font: false}
plugins: [search, markdown-exec]
markdown_extensions: [pymdownx.superfences]
"""
OUTCOME = '# Peer\n\n<p id="outcome"></p>\n\n'
PRESS_RUN = """
<script>
  const waiting = setInterval(() => {
    const run = document.getElementById("exec-1--run");
    if (!run?.onclick) return;
    clearInterval(waiting);
    run.click();
  }, 5);
</script>
"""


class PeerError(Exception):
    """A peer cannot be built here; the message says why in a sentence."""


def _make(name: str, packages: tuple[str, ...], settings: str, docs: dict[str, str]) -> Path:
    """Build a peer's site, once; return its folder."""
    folder = BENCH / name
    site = folder / "site"
    made_from = json.dumps([packages, settings, docs])
    stamp = folder / "made-from"
    if stamp.exists() and stamp.read_text(encoding="utf-8") == made_from:
        return site
    shutil.rmtree(folder, ignore_errors=True)
    (folder / "docs").mkdir(parents=True)
    (folder / "mkdocs.yml").write_text(settings, encoding="utf-8")
    for path, text in docs.items():
        (folder / "docs" / path).write_text(text, encoding="utf-8")
    _run(name, folder, sys.executable, "-m", "venv", "environment")
    python = str(folder / "environment" / "bin" / "python")
    _run(name, folder, python, "-m", "pip", "install", "--quiet", *packages)
    _run(name, folder, python, "-m", "mkdocs", "build", "--quiet", "--site-dir", str(site))
    _host_what_is_elsewhere(name, folder, site)
    stamp.write_text(made_from, encoding="utf-8")
    return site


def _host_what_is_elsewhere(name: str, folder: Path, site: Path) -> None:
    """Put beside the pages what they load from elsewhere, and let them load it from there."""
    hosted: dict[str, str] = {}

    def host(found: re.Match[str]) -> str:
        return hosted.setdefault(found[0], _hosted(name, folder, site, found[0]))

    for path in sorted(site.rglob("*")):
        if path.suffix in TEXT and "cdn" not in path.relative_to(site).parts:
            text = path.read_text(encoding="utf-8")
            new = ELSEWHERE.sub(host, text)
            if new != text:
                path.write_text(INTEGRITY.sub("", new), encoding="utf-8")


def _hosted(name: str, folder: Path, site: Path, address: str) -> str:
    for pattern, package, file in ON_NPM:
        if found := re.fullmatch(pattern, address):
            wanted, path = found.expand(package), found.expand(file)
            break
    else:
        raise PeerError(f"{name} is not measured: {address} is not on npm.")
    place = site / "cdn" / wanted
    if not place.exists():
        _fetch(name, wanted, place)
        if wanted.startswith("pyodide@"):
            _add_micropip(name, folder, place)
    if not path:
        package_file = json.loads((place / "package.json").read_text(encoding="utf-8"))
        path = package_file.get("jsdelivr") or package_file["main"]
    return f"/cdn/{wanted}/{path}"


def _fetch(name: str, wanted: str, place: Path) -> None:
    """Unpack a package of npm: the version wanted, or where it is gone the next that may stand in for it."""
    place.mkdir(parents=True)
    package, _, version = wanted.rpartition("@")
    try:
        _run(name, place, "npm", "pack", "--silent", wanted)
    except PeerError:
        _run(name, place, "npm", "pack", "--silent", f"{package}@^{version}")
    packed = next(place.glob("*.tgz"))
    with tarfile.open(packed) as archive:
        archive.extractall(place, filter="data")
    packed.unlink()
    for path in (place / "package").iterdir():
        path.rename(place / path.name)
    (place / "package").rmdir()


def _add_micropip(name: str, folder: Path, place: Path) -> None:
    """Put the runtime's package installer beside it: npm's package has only the runtime."""
    lock_file = place / "pyodide-lock.json"
    lock = json.loads(lock_file.read_text(encoding="utf-8"))
    wanted = ["micropip"]
    for package in wanted:
        entry = lock["packages"][package]
        wanted += [one for one in entry["depends"] if one not in wanted]
        _run(
            name, folder, sys.executable, "-m", "pip", "download", "--quiet", "--no-deps",
            "--dest", str(place), f"{package}=={entry['version']}",
        )  # fmt: skip
        entry["sha256"] = hashlib.sha256((place / entry["file_name"]).read_bytes()).hexdigest()
    lock_file.write_text(json.dumps(lock), encoding="utf-8")


def _run(name: str, folder: Path, *command: str) -> None:
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode:
        last = (done.stderr or done.stdout).strip().splitlines()[-1:]
        said = f"“{Path(command[0]).name} {' '.join(command[1:4])}” failed: {' '.join(last)}"
        raise PeerError(f"{name} is not measured: {said}")


MADE: dict[str, Callable[[], Path]] = {
    "pyodide-mkdocs-theme": partial(
        _make,
        "pyodide-mkdocs-theme",
        ("pyodide-mkdocs-theme==5.7.0",),
        THEME,
        {"index.md": OUTCOME + "{{ run('first') }}\n", "first.py": f"# --- PYODIDE:env --- #\n{PYTHON}"},
    ),
    "markdown-exec": partial(
        _make,
        "markdown-exec",
        ("markdown-exec==1.12.6", "mkdocs-material"),
        EXEC,
        {"index.md": f"{OUTCOME}```pyodide\n{PYTHON}```\n{PRESS_RUN}"},
    ),
}
