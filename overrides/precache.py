"""The whole site in the reader's browser: the list of its files, and the service worker that keeps them."""

import hashlib
import json
import shutil
from base64 import b64encode
from pathlib import Path

from overrides import hosting, runtime

ROOM = Path(__file__).parent
WORKER = "service-worker.js"
WITHDRAWN = "withdrawn-service-worker.js"
NOT_KEPT = ("sitemap.xml*", f"{runtime.FOLDER}/*", WORKER, WITHDRAWN, *hosting.FILES)


def write(site: Path) -> None:
    """Write the service worker, and the one that undoes it, into the finished site."""
    files, packed = _files(site)
    version = hashlib.sha256(json.dumps([files, packed]).encode()).hexdigest()[:12]
    given = {"VERSION": version, "FILES": files, "PACKED": packed}
    lines = (f"const {name} = {json.dumps(value)};\n" for name, value in given.items())
    source = (ROOM / WORKER).read_text(encoding="utf-8")
    (site / WORKER).write_text("".join((*lines, source)), encoding="utf-8")
    shutil.copy(ROOM / WITHDRAWN, site)


def withdraw(site: Path) -> None:
    """Let a site be forgotten by the browsers that keep it, and kept by none."""
    shutil.copy(ROOM / WITHDRAWN, site / WORKER)


def _files(site: Path) -> tuple[dict[str, str], dict[str, tuple[str, str]]]:
    """Return each address and the hash of what is there; and of the runtime, what may take a file's place.

    A Python that lacks nothing is left out: it is there for a fault of ours, and larger than all the pages.
    """
    left_out = {path for pattern in NOT_KEPT for path in site.glob(pattern)}
    files = {
        path.relative_to(site).as_posix().removesuffix("index.html") or "./": _integrity(path)
        for path in sorted(site.rglob("*"))
        if path.is_file() and path not in left_out
    }
    packed = {}
    for what, (first, *others) in runtime.files().items():
        if not what.startswith(runtime.WHOLE):
            files[f"{runtime.FOLDER}/{first.name}"] = first.integrity
        for other in others:
            packed[f"{runtime.FOLDER}/{first.name}"] = (f"{runtime.FOLDER}/{other.name}", other.integrity)
    return files, packed


def _integrity(path: Path) -> str:
    return f"sha256-{b64encode(hashlib.sha256(path.read_bytes()).digest()).decode()}"
