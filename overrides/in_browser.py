"""What the browser's Python does beside the checklists: it warms up, is made fit to be stored, and is restored.

The archive holds this module beside `checklists`, and the worker calls it.
"""

import gc
import json
import random
import sys
import zipimport

from checklists import assessment, wire
from checklists.rules import CHECKLISTS

TODAY = "2026-11-25"  # any day will do

reply = wire.reply
forget = assessment.forget


def empty_requests() -> list[str]:
    """Return a request without any answer for each checklist, in the first of its places."""
    return [
        json.dumps(
            {"checklist": id_, "today": TODAY}
            | ({"answers": {wire.NATION: found.places[0]}} if found.by_nation else {"jurisdiction": found.places[0]})
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
