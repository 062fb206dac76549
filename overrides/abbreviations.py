"""Short names in the pages: each is marked with what it means, as the glossary's first sentence says.

The first of each on a page can be reached with the keyboard, so that its tooltip can.
"""

import re
import xml.etree.ElementTree as ET
from typing import Any

from markdown import Markdown
from markdown.extensions.abbr import AbbrExtension
from markdown.treeprocessors import Treeprocessor

from overrides.kept import ROOT

GLOSSARY = ROOT / "docs" / "about" / "glossary.md"
ENTRY = re.compile(r"^([A-Z]{2,})\n:   ([^.]+)\.", re.MULTILINE)


def meanings() -> dict[str, str]:
    """Return what each short name of the glossary means."""
    return dict(ENTRY.findall(GLOSSARY.read_text(encoding="utf-8")))


class _FirstUse(Treeprocessor):
    def run(self, root: ET.Element) -> None:
        linked = {short for link in root.iter("a") for short in link.iter("abbr")}
        seen: set[str | None] = set()
        for short in root.iter("abbr"):
            if short.text not in seen and short not in linked:
                seen.add(short.text)
                short.set("tabindex", "0")


class AbbreviationExtension(AbbrExtension):
    """Marks the glossary's short names."""

    def __init__(self, **options: Any) -> None:
        super().__init__(glossary=meanings(), **options)

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Markdown's own name
        """Register what marks them, then what makes the first of each reachable."""
        super().extendMarkdown(md)
        md.treeprocessors.register(_FirstUse(md), "first-use", 6)


def makeExtension(**options: Any) -> AbbreviationExtension:  # noqa: N802 - Markdown's own name
    """Return the extension, as mkdocs.yml asks for it."""
    return AbbreviationExtension(**options)
