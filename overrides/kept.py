"""What the build has made before: kept under .build until what it was made from changes."""

import hashlib
import os
import shutil
import time
from collections.abc import Callable
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parent.parent
KEPT = ROOT / ".build"
LOCK = ROOT / "package-lock.json"  # what the tools of Node are made from
LASTS = 3600  # s that something is kept which no build uses: another may be about to


def once(kind: str, made_from: str, name: str, make: Callable[[Path], None]) -> Path:
    """Return a file or folder of that kind and name; ``make`` writes it unless it was made from the same before.

    ``made_from`` stands for all that it is made from. What that kind was made from earlier is forgotten in time.
    """
    place = KEPT / kind / made_from
    kept = place / name
    place.mkdir(parents=True, exist_ok=True)
    os.utime(place)
    if not kept.exists():
        for earlier in place.parent.glob("*/"):
            if earlier.stat().st_mtime < time.time() - LASTS:
                shutil.rmtree(earlier, ignore_errors=True)
        unfinished = place / f"{name}.{os.getpid()}"
        make(unfinished)
        try:
            unfinished.rename(kept)
        except OSError:  # another build has made this folder meanwhile
            shutil.rmtree(unfinished)
    return kept


@cache
def of_files(*paths: Path) -> str:
    """Return what stands for files of the house: their names and what is in them, a folder's with all inside it."""
    digest = hashlib.sha256()
    for path in paths:
        for file in sorted(path.rglob("*")) if path.is_dir() else [path]:
            if file.is_file() and "__pycache__" not in file.parts:
                digest.update(f"{file.relative_to(ROOT)}\0".encode() + file.read_bytes())
    return digest.hexdigest()[:16]


def of(*parts: str | bytes) -> str:
    """Return what stands for texts and bytes."""
    digest = hashlib.sha256()
    for part in parts:
        digest.update(hashlib.sha256(part.encode() if isinstance(part, str) else part).digest())
    return digest.hexdigest()[:16]
