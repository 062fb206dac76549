"""The browser's Python: one bytecode archive, and the worker that runs it.

The archive is the runtime's standard library, cut to the modules that the checklists were
seen to import inside the runtime itself, with the checklists beside them; pyodide-build
compiles it. The runtime is cut too, to the functions that were seen to be called (cut.mjs).
Both are also there whole: the page turns to them where something is missing.

The large files are on the site twice. One is compressed here, once, for a server that does not
compress; the worker unpacks it. The other is for a server that does, and does it better: so that it
will, the archive calls itself a WebAssembly module, and is one, with the zip in a custom section.
All is made again only when what it is made from has changed, and the same sources always give
the same bytes.
"""

import gzip
import hashlib
import io
import json
import marshal
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile
from base64 import b64encode
from collections.abc import Iterable
from dataclasses import dataclass
from importlib.util import source_hash
from pathlib import Path
from typing import Any

from overrides import kept
from overrides.kept import LOCK, ROOT

FOLDER = "assets/python"  # of the site
PYODIDE = ROOT / "node_modules" / "pyodide"
ESBUILD = str(ROOT / "node_modules/.bin/esbuild")
CHECKLISTS = ROOT / "checklists"
IN_BROWSER = (ROOT / "overrides" / "in_browser.py", ROOT / "overrides" / "sitecustomize.py")
WORKER = (ROOT / "overrides" / "snapshot.js", ROOT / "overrides" / "worker.js")
TRACE = ROOT / "overrides" / "trace.mjs"
CUT = ROOT / "overrides" / "cut.mjs"
CASES = (ROOT / "overrides" / "scenarios.py", ROOT / "tests" / "scenarios")
CALLED = re.compile(r"^Compiled function \S+#(\d+) ", re.MULTILINE)

WHOLE = "whole-"  # before the names of files that lack nothing
INTEGRITY = "integrity.json"  # the SHA-256 of each file, which takes longer to find than to read
MODULES, WRITTEN = "modules.bin", "dataclasses.bin"  # members of the archive
HASH_HEADER = (1).to_bytes(4, "little") + bytes(8)  # PEP 552: hash-based, unchecked
FIXED_DATE = (1980, 1, 1, 0, 0, 0)

EMPTY_MODULE = b"\0asm\1\0\0\0"
CUSTOM_SECTION = 0
SECTION = b"archive"


@dataclass(frozen=True)
class File:
    """A file of the runtime: where it was made, its SHA-256 (SRI), whether it is packed with gzip."""

    path: Path
    integrity: str
    packed: bool

    @property
    def name(self) -> str:
        """Return its name on the site, which changes with its content."""
        digest = hashlib.sha256(self.integrity.encode()).hexdigest()[:12]
        return f"{self.path.stem}-{digest}{self.path.suffix}"


def files() -> dict[str, tuple[File, ...]]:
    """Return the runtime's files by what they are.

    These are the scripts "worker" and "pyodide", the data "wasm" and "archive", and all but the worker uncut, with
    "whole-" before their names.
    """
    made = folder()
    integrity = json.loads((made / INTEGRITY).read_text(encoding="utf-8"))
    found = {name: File(made / name, sha256, packed=name.endswith(".bin")) for name, sha256 in integrity.items()}
    return {
        **{what: (found[f"{what}.js"],) for what in ("worker", "pyodide", f"{WHOLE}pyodide")},
        **{what: (found[f"{what}.wasm"], found[f"{what}.bin"]) for what in ("wasm", "archive")},
        **{what: (found[f"{what}.bin"],) for what in (f"{WHOLE}wasm", f"{WHOLE}archive")},
    }


def folder() -> Path:
    """Return where the files are made, and make them unless the same were made before."""
    sources = (LOCK, *WORKER, TRACE, CUT, Path(__file__), *CASES, *_sources())
    return kept.once("runtime", kept.of(sys.version, kept.of_files(*sources)), "files", _make)


def _make(target: Path) -> None:
    target.mkdir()
    _script(WORKER, target / "worker.js")
    called = _make_archives(target / "archive.wasm", target / f"{WHOLE}archive.wasm")
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "called.json").write_text(json.dumps(called), encoding="utf-8")
        _run("node", str(CUT), f"{folder}/called.json", folder)
        _take(Path(folder), target, "")
    _take(PYODIDE, target, WHOLE)
    for what in ("wasm", "archive", f"{WHOLE}wasm", f"{WHOLE}archive"):
        _pack(target / f"{what}.wasm", target / f"{what}.bin")
    integrity = {path.name: _integrity(path) for path in sorted(target.iterdir())}
    (target / INTEGRITY).write_text(json.dumps(integrity), encoding="utf-8")


def _take(runtime: Path, target: Path, prefix: str) -> None:
    """Take a runtime's module, and its scripts as one."""
    shutil.copyfile(runtime / "pyodide.asm.wasm", target / f"{prefix}wasm.wasm")
    _script((runtime / "pyodide.asm.js", PYODIDE / "pyodide.js"), target / f"{prefix}pyodide.js")


def described() -> dict[str, Any]:
    """Return the files as the pages' scripts know them, which import it as runtime.mjs."""
    found = {
        what: [{"name": file.name, "integrity": file.integrity, "packed": file.packed} for file in ways]
        for what, ways in files().items()
    }
    parts = ("pyodide", "wasm", "archive")
    cut, whole = ({part: found[prefix + part] for part in parts} for prefix in ("", WHOLE))
    return {"worker": found["worker"], "cut": cut, "whole": whole}


def _pack(source: Path, target: Path) -> None:
    target.write_bytes(gzip.compress(source.read_bytes(), compresslevel=9, mtime=0))


def _integrity(path: Path) -> str:
    return f"sha256-{b64encode(hashlib.sha256(path.read_bytes()).digest()).decode()}"


def _sources() -> list[Path]:
    return [*IN_BROWSER, *sorted(CHECKLISTS.rglob("*.py"))]


def _script(parts: Iterable[Path], target: Path) -> None:
    """Write scripts as one, without what only a reader needs."""
    lines = (
        line
        for script in parts
        for line in script.read_text(encoding="utf-8").splitlines()
        if not line.startswith("//# sourceMappingURL")
    )
    target.write_text("\n".join(lines) + "\n", encoding="utf-8")
    _run(ESBUILD, "--minify", "--charset=utf8", "--allow-overwrite", f"--outfile={target}", str(target))


def _make_archives(cut: Path, whole: Path) -> list[int]:
    """Write both archives; return which functions of the runtime were called, by their place in it."""
    with tempfile.TemporaryDirectory() as folder:
        compiled, cases = Path(folder) / "compiled.zip", Path(folder) / "cases.json"
        shutil.copyfile(PYODIDE / "python_stdlib.zip", compiled)
        with zipfile.ZipFile(compiled, "a") as archive:
            for path in _sources():
                archive.write(path, path.relative_to(ROOT).as_posix().removeprefix("overrides/"))
        _run(sys.executable, "-m", "pyodide_cli", "py-compile", "--silent", str(compiled))
        with zipfile.ZipFile(compiled) as archive:
            members = {name: _fixed(name, archive.read(name)) for name in sorted(archive.namelist())}
        _write({**members, MODULES: _in_one_piece(members), WRITTEN: _compiled([])}, whole)
        cases.write_text(_run(sys.executable, "-m", "overrides.scenarios"), encoding="utf-8")
        traced = _run("node", "--trace-wasm-compilation-times", str(TRACE), str(whole), str(cases))
        found = json.loads(traced.splitlines()[-1])
    if missing := {*found["first"], *found["later"]} - members.keys():
        raise RuntimeError(f"the runtime imported what its archive does not hold: {sorted(missing)}")
    made = {
        MODULES: _in_one_piece({name: members.pop(name) for name in found["later"]}),
        WRITTEN: _compiled(found["written"]),
    }
    _write({name: members[name] for name in found["first"]} | made, cut)
    _write(members | made, whole)
    return sorted({int(place) for place in CALLED.findall(traced)})


def _in_one_piece(members: dict[str, bytes]) -> bytes:
    """Return the modules among some members by their names, as `overrides.sitecustomize` reads them."""
    names = {name: name.removesuffix(".pyc").removesuffix("/__init__").replace("/", ".") for name in members}
    modules = {names[name]: (name, data[16:]) for name, data in members.items() if name.endswith(".pyc")}
    return marshal.dumps(modules, 2)


def _compiled(written: list[str]) -> bytes:
    """Return the code of what dataclasses wrote, by the hash of its source; without references, which may vary."""
    code = {source_hash(source.encode()): compile(source, "<string>", "exec") for source in written}
    return marshal.dumps(code, 2)


def _fixed(name: str, data: bytes) -> bytes:
    """Return a member without the time at which it was compiled: its bytecode says that it is never to be checked."""
    return data[:4] + HASH_HEADER + data[16:] if name.endswith(".pyc") else data


def _write(members: dict[str, bytes], target: Path) -> None:
    """Write an archive with fixed dates, as the custom section of a WebAssembly module."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        for name, data in members.items():
            archive.writestr(zipfile.ZipInfo(name, FIXED_DATE), data, zipfile.ZIP_STORED)
    section = bytes([len(SECTION)]) + SECTION + held.getvalue()
    target.write_bytes(EMPTY_MODULE + bytes([CUSTOM_SECTION]) + _leb128(len(section)) + section)


def _leb128(number: int) -> bytes:
    """Return a length as WebAssembly writes it: seven bits a byte, the least first."""
    return bytes([number & 0x7F | 0x80]) + _leb128(number >> 7) if number > 0x7F else bytes([number])  # noqa: PLR2004


def _run(*command: str) -> str:
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"{' '.join(command[:4])} failed: {(done.stderr or done.stdout).strip()}")
    return done.stdout
