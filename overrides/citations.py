"""Citations in Markdown: ``[@defamation-act-2013 s 1(1)]`` and ``[@lachaux]``.

They are made from the same objects that the rules cite, so a page and a rule cannot disagree.
A citation that is not known stops the build.
"""

import re
import xml.etree.ElementTree as ET
from functools import cache
from typing import Any

from markdown import Extension, Markdown
from markdown.inlinepatterns import InlineProcessor

from checklists import authorities
from checklists.law import Act, Citation, slug

PATTERN = r"\[@([a-z0-9-]+)(?: (s|art|reg|sch) ([0-9][^\]]*))?\]"


class CitationError(ValueError):
    """A citation that names nothing known; the message says what to write instead."""


@cache
def known() -> dict[str, Act | Citation]:
    """Return everything that can be cited, by its key: an Act by its title, a case by its name."""
    found: dict[str, Act | Citation] = {}
    for name, value in vars(authorities).items():
        if isinstance(value, Act):
            found[slug(value.title.split(",")[0])] = value
        elif isinstance(value, Citation):
            found[slug(name)] = value
    return found


def cite(key: str, kind: str | None, provision: str | None) -> Citation:
    """Return the citation that a page asks for; raise `CitationError` where there is none."""
    authority = known().get(key)
    match authority:
        case None:
            raise CitationError(f"[@{key}] cites nothing that checklists/authorities.py defines.")
        case Citation():
            return authority
        case Act() if kind is None or provision is None:
            return authority.whole
    kinds = {"s": authority.s, "art": authority.art, "reg": authority.reg, "sch": authority.sch}
    return kinds[kind](provision)


class _Citations(InlineProcessor):
    def handleMatch(self, m: re.Match[str], data: str) -> tuple[ET.Element, int, int]:  # type: ignore[override] # noqa: ARG002, N802 - Markdown's own name
        citation = cite(m[1], m[2], m[3])
        link = ET.Element("a", {"href": citation.url, "class": "citation"})
        link.text = citation.cite
        return link, m.start(0), m.end(0)


class CitationExtension(Extension):
    """Adds the citations to Markdown."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Markdown's own name
        """Register the pattern before links, which also begin with a bracket."""
        md.inlinePatterns.register(_Citations(PATTERN, md), "citation", 175)


def makeExtension(**options: Any) -> CitationExtension:  # noqa: N802 - Markdown's own name
    """Return the extension, as mkdocs.yml asks for it."""
    return CitationExtension(**options)
