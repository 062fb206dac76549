"""What MkDocs asks of us while it builds: templates are compiled once, and long HTML is put in after the search."""

import re
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemBytecodeCache
from mkdocs.plugins import event_priority

from overrides.kept import KEPT

TEMPLATES = KEPT / "templates"
PLACE = '<div data-kept="{}"></div>'
PLACES = re.compile(PLACE.format('([^"]+)'))


def on_env(env: Environment, **_: Any) -> Environment:
    """Let the compiled templates be kept, each until its source changes."""
    TEMPLATES.mkdir(parents=True, exist_ok=True)
    env.bytecode_cache = FileSystemBytecodeCache(str(TEMPLATES))
    return env


def place(kept: Path) -> str:
    """Return what stands in a page for something kept, until the search has read the page."""
    return PLACE.format(kept.relative_to(KEPT).as_posix())


@event_priority(-100)  # after the search
def on_page_context(context: Any, *, page: Any, **_: Any) -> Any:
    """Put what is kept in its place, before the page is written."""
    page.content = PLACES.sub(lambda found: (KEPT / found[1]).read_text(encoding="utf-8"), page.content)
    return context
