"""What the browser's Python does beside the checklists: it warms up, is made fit to be stored, and is restored.

The archive holds this module beside `checklists`, and the worker calls it. It also holds, compiled, the methods that
`dataclasses` writes for each class: compiling them took as long as everything else in the checklists.
"""

import dataclasses
import gc
import json
import marshal
import random
import sys
import zipimport
from importlib.util import source_hash

COMPILED = marshal.loads(__loader__.get_data("dataclasses.bin"))  # type: ignore[name-defined]
compiled_here: list[str] = []


def _run(source: str, *scope: dict[str, object]) -> None:
    """Do what ``exec`` does, with the code that the archive holds where it has it."""
    code = COMPILED.get(source_hash(source.encode()))
    if code is None:
        compiled_here.append(source)
    exec(code or source, *scope)


dataclasses.exec = _run  # type: ignore[attr-defined]

from checklists import assessment, wire  # noqa: E402 - its classes are made now
from checklists.law import NATION  # noqa: E402
from checklists.rules import CHECKLISTS  # noqa: E402

TODAY = "2026-11-25"  # any day will do

reply = wire.reply
forget = assessment.forget


def empty_requests() -> list[str]:
    """Return a request without any answer for each checklist, in the first of its places."""
    return [
        json.dumps(
            {"checklist": id_, "today": TODAY}
            | ({"answers": {NATION.id: found.places[0]}} if found.by_nation else {"jurisdiction": found.places[0]})
        )
        for id_, found in CHECKLISTS.items()
    ]


def settle() -> None:
    """Make the memory fit to be stored: it forgets the archive, and what is there by now is no garbage."""
    zipimport._zip_directory_cache.clear()  # type: ignore[attr-defined]  # noqa: SLF001
    sys.path_importer_cache.clear()
    gc.freeze()


def restored() -> None:
    """Make a restored memory differ from every other that began as the same bytes."""
    random.seed()
