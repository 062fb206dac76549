"""The fence of the page "The law as at": what the product relies on, and how sure we are of it.

    ```law-as-at
    provisions
    ```

It shows ``checklists`` (each with the days on which its law changed), ``provisions`` (every one that a rule
or a page cites), ``cases`` or ``doubts`` (what a person must confirm).
"""

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from functools import cache

from checklists.law import Act, Citation, Standing
from checklists.rules import CHECKLISTS
from overrides import citations
from overrides.fence import rendered
from overrides.kept import ROOT

ACTS = sorted((known for known in citations.known().values() if isinstance(known, Act)), key=lambda act: act.title)
TABLES = ("checklists", "provisions", "cases", "doubts")


def show(table: str) -> str:
    """Return the table that a fence names."""
    if table not in TABLES:
        raise ValueError(f"it shows {', '.join(TABLES)}.")
    cited = relied_on()
    return rendered(
        "law-as-at.html",
        table=table,
        checklists=CHECKLISTS.values(),
        acts=list(provisions(cited)),
        cases=sorted((c for c in cited if not any(act.has(c) for act in ACTS)), key=lambda citation: citation.cite),
    )


@cache
def relied_on() -> set[Citation]:
    """Return every citation of the pages and of the rules."""
    return cited_by_pages() | set(cited_by(tuple(CHECKLISTS.values())))


def cited_by(thing: object) -> Iterator[Citation]:
    """Yield every citation inside a checklist, a claim or any other of the law's nouns."""
    if isinstance(thing, Citation):
        yield thing
    elif isinstance(thing, tuple):
        for one in thing:
            yield from cited_by(one)
    elif is_dataclass(thing):
        for field in fields(thing):
            yield from cited_by(getattr(thing, field.name))


def cited_by_pages() -> set[Citation]:
    """Return every citation in the pages."""
    pages = (path.read_text(encoding="utf-8") for path in (ROOT / "docs").rglob("*.md"))
    return {citations.cite(*found.groups()) for page in pages for found in re.finditer(citations.PATTERN, page)}


def provisions(relied_on: set[Citation]) -> Iterator[tuple[Act, dict[Standing, list[tuple[str, str]]]]]:
    """Yield each Act relied on with its provisions, those that stand alike together, each with its address."""
    for act in ACTS:
        alike: dict[Standing, list[tuple[str, str]]] = {}
        for citation in sorted((c for c in relied_on if act.has(c)), key=lambda citation: _in_order(citation, act)):
            alike.setdefault(citation.standing, []).append((_number(citation, act) or "the whole", citation.url))
        if alike:
            yield act, alike


def _number(citation: Citation, act: Act) -> str:
    return citation.cite.removeprefix(act.title).removeprefix(", ").replace(" ", "\N{NO-BREAK SPACE}")


def _in_order(citation: Citation, act: Act) -> list[tuple[int, str]]:
    """Return what sorts "s 3A" between "s 3" and "s 4"."""
    parts = re.findall(r"(\d+)|([^\d\s]+)", _number(citation, act))
    return [(int(number), "") if number else (0, word) for number, word in parts]
