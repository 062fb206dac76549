"""The browser's Python: one bytecode archive, and the worker that runs it.

The archive is the runtime's standard library, cut to the modules that the checklists were
seen to import inside the runtime itself, with the checklists beside them; pyodide-build
compiles it. The worker is one classic script: the runtime's two scripts and our own.
All of it is compressed here, once, so that a server that does not compress costs nothing extra; the page
unpacks it. It is made again only when what it is made from has changed, and the same sources
always give the same bytes.
"""

import gzip
import hashlib
import json
import shutil
import subprocess
import sys
import tempfile
import zipfile
from base64 import b64encode
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent
CACHE = ROOT / ".build" / "runtime"
PYODIDE = ROOT / "node_modules" / "pyodide"
CHECKLISTS = ROOT / "checklists"
WORKER = ROOT / "overrides" / "worker.js"
TRACE = ROOT / "overrides" / "trace.mjs"

HASH_HEADER = (1).to_bytes(4, "little") + bytes(8)  # PEP 552: hash-based, unchecked
FIXED_DATE = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True)
class File:
    """A file of the runtime: where it was made, its name on the site, its SHA-256 (SRI)."""

    path: Path
    integrity: str

    @property
    def name(self) -> str:
        """Return its name on the site, which changes with its content."""
        digest = hashlib.sha256(self.integrity.encode()).hexdigest()[:12]
        return f"{self.path.stem}-{digest}{self.path.suffix}"


def files() -> dict[str, File]:
    """Return the runtime's files by what they are: "worker", "wasm" and "archive"."""
    stamp = CACHE / "made-from"
    made_from = _fingerprint()
    if not stamp.is_file() or stamp.read_text() != made_from:
        CACHE.mkdir(parents=True, exist_ok=True)
        stamp.unlink(missing_ok=True)
        _make_archive(CACHE / "archive.zip")
        _make_worker(CACHE / "worker.js")
        _compress(CACHE / "archive.zip", CACHE / "archive.bin")
        _compress(CACHE / "worker.js", CACHE / "worker.bin")
        _compress(PYODIDE / "pyodide.asm.wasm", CACHE / "wasm.bin")
        stamp.write_text(made_from)
    return {what: _file(CACHE / f"{what}.bin") for what in ("worker", "wasm", "archive")}


def _compress(source: Path, target: Path) -> None:
    target.write_bytes(gzip.compress(source.read_bytes(), compresslevel=9, mtime=0))


def _file(path: Path) -> File:
    digest = hashlib.sha256(path.read_bytes()).digest()
    return File(path, f"sha256-{b64encode(digest).decode()}")


def _sources() -> list[Path]:
    return sorted(CHECKLISTS.rglob("*.py"))


def _fingerprint() -> str:
    digest = hashlib.sha256(sys.version.encode())
    for path in (PYODIDE / "package.json", WORKER, TRACE, Path(__file__), *_sources()):
        digest.update(f"{path.relative_to(ROOT)}\0".encode() + path.read_bytes())
    return digest.hexdigest()


def _make_worker(target: Path) -> None:
    scripts = (PYODIDE / "pyodide.asm.js", PYODIDE / "pyodide.js", WORKER)
    lines = (
        line
        for script in scripts
        for line in script.read_text().splitlines()
        if not line.startswith("//# sourceMappingURL")
    )
    target.write_text("\n".join(lines) + "\n")


def _make_archive(target: Path) -> None:
    with tempfile.TemporaryDirectory() as folder:
        whole = Path(folder) / "whole.zip"
        shutil.copyfile(PYODIDE / "python_stdlib.zip", whole)
        with zipfile.ZipFile(whole, "a") as archive:
            for path in _sources():
                archive.write(path, path.relative_to(ROOT).as_posix())
        _run(sys.executable, "-m", "pyodide_cli", "py-compile", "--silent", str(whole))
        used = json.loads(_run("node", str(TRACE), str(whole)))
        _write(whole, target, keep=set(used))


def _write(source: Path, target: Path, *, keep: set[str]) -> None:
    """Write the members to keep in a fixed order, with fixed dates and hash-based bytecode headers."""
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w") as new:
        missing = keep - set(old.namelist())
        if missing:
            raise RuntimeError(f"the runtime imported what its archive does not hold: {sorted(missing)}")
        for name in sorted(keep):
            data = old.read(name)
            if name.endswith(".pyc"):
                data = data[:4] + HASH_HEADER + data[16:]
            member = zipfile.ZipInfo(name, FIXED_DATE)
            new.writestr(member, data, zipfile.ZIP_STORED)


def _run(*command: str) -> str:
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"{' '.join(command[:4])} failed: {(done.stderr or done.stdout).strip()}")
    return done.stdout
