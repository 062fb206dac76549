"""The fences: names of what stands in a page and is made from the law, a table or a list of steps.

```checklist
harassment
```
"""

import importlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

from jinja2 import ChainableUndefined, ChoiceLoader, Environment, FileSystemLoader, PackageLoader
from pymdownx.superfences import SuperFencesException

from checklists.dates import in_words
from overrides import hooks, kept
from overrides.kept import ROOT
from overrides.settings import DOCS

TEMPLATES = Path(__file__).parent / "templates"
MADE_FROM = (
    ROOT / "requirements.txt",
    ROOT / "checklists",
    *sorted((ROOT / "overrides").glob("*.py")),
    TEMPLATES,
    ROOT / "tests" / "scenarios",
)
DIRECTORY = DOCS / "platforms" / "directory.yml"

environment = Environment(
    loader=ChoiceLoader([FileSystemLoader(TEMPLATES), PackageLoader("nhsuk_frontend_jinja")]),
    undefined=ChainableUndefined,  # the NHS macros leave out what they are not given
    autoescape=True,
    trim_blocks=True,
    lstrip_blocks=True,
)
environment.filters["in_words"] = in_words


def rendered(template: str, **values: object) -> str:
    """Return a template filled in, without the empty lines that would end the HTML in Markdown."""
    html = environment.get_template(template).render(**values)
    return "\n".join(line for line in html.splitlines() if line.strip())


def formatter(name: str, make: Callable[[str], str], *reads: Path, searched: bool = False) -> Callable[..., str]:
    """Return what pymdownx calls for a fence of that name; any fault of ``make`` stops the build.

    What it gives is kept until this house changes, or a file that ``make`` reads beside it. Where it is not
    ``searched``, only its place is given: `overrides.hooks` puts it there when the search has read the page.
    """

    def formatted(source: str, *_: Any, **__: Any) -> str:
        def write(path: Path) -> None:
            path.write_text(make(source.strip()), encoding="utf-8")

        try:
            made_from = kept.of_files(*MADE_FROM, *reads)
            made = kept.once(f"fences/{name}", made_from, kept.of(source), write)
        except Exception as error:
            raise SuperFencesException(f"The {name} fence “{' '.join(source.split())}” failed: {error}") from error
        return made.read_text(encoding="utf-8") if searched else hooks.place(made)

    return formatted


def _of(module: str, function: str) -> Callable[[str], str]:
    """Return a function of this room, whose module is imported when first called: never, where all it makes is kept."""

    def make(source: str) -> str:
        made: str = getattr(importlib.import_module(f"overrides.{module}"), function)(source)
        return made

    return make


checklist = formatter("checklist", _of("form", "form"))
directory = formatter("directory", _of("directory", "show"), DIRECTORY, searched=True)
ladder = formatter("ladder", _of("ladder", "draw"))
law_as_at = formatter("law-as-at", _of("law_as_at", "show"), DOCS, searched=True)
proof = formatter("proof", _of("proof", "prove"))
route = formatter("route", _of("route", "draw"))
stories = formatter("stories", _of("stories", "tell"), searched=True)
