"""The practice's own settings, and the blanks that stand in for what is not known.

One block in mkdocs.yml, ``extra.practice``, fills every page, policy and letter:

- ``[=practice_manager]`` gives a setting in words, or a blank to fill in by hand where it is unset.
- ``[_ date of the letter]`` is always a blank, with its label.
- ``[ ]`` is a box to tick.

A setting that is not known, or not as it must be, stops the build.
"""

import difflib
import re
import xml.etree.ElementTree as ET
from collections.abc import Collection, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import yaml
from markdown import Extension, Markdown
from markdown.inlinepatterns import InlineProcessor

from checklists.dates import in_words
from overrides.kept import ROOT

CONFIG = ROOT / "mkdocs.yml"
DOCS = ROOT / "docs"

LABELS = {
    "name": "name of the practice",
    "nation": "nation",
    "practice_manager": "practice manager",
    "data_protection_officer": "data protection officer",
    "phone": "phone number of the practice",
    "email": "email address of the practice",
    "board": "integrated care board or health board",
    "local_medical_committee": "local medical committee",
    "defence_organisation": "medical defence organisation",
    "police": "police, not an emergency",
    "staff_support": "support for staff",
    "policy_review_date": "date of the next policy review",
}
LOOKS = ("colour", "logo")
NATIONS = {
    "england": "England",
    "wales": "Wales",
    "scotland": "Scotland",
    "northern-ireland": "Northern Ireland",
}
CONTRAST = 4.5  # WCAG 2.2, 1.4.3
LINEAR = 0.04045  # up to here a part of an sRGB colour is as bright as it is large


class SettingError(ValueError):
    """A setting that cannot be used; the message says which, why, and what is allowed."""


def read(config: Path = CONFIG) -> dict[str, str]:
    """Return the settings that are given in mkdocs.yml, in words; raise `SettingError` where one is wrong."""
    with config.open(encoding="utf-8") as file:
        block = _under(_under(yaml.compose(file, Loader=yaml.CSafeLoader), "extra"), "practice")
    given = {}
    for key, value in block.value if isinstance(block, yaml.MappingNode) else ():
        if not isinstance(value, yaml.ScalarNode):
            raise _wrong(key.value, "a list", "it takes one text")
        if value.tag.endswith((":int", ":float", ":bool")):
            raise _wrong(key.value, value.value, f"it is a text, so put it in quotes: '{value.value}'")
        given[key.value] = "" if value.tag.endswith(":null") else value.value
    return worded(given)


def _under(node: yaml.Node | None, key: str) -> yaml.Node | None:
    if isinstance(node, yaml.MappingNode):
        return next((value for name, value in node.value if name.value == key), None)
    return None


def worded(given: Mapping[str, str]) -> dict[str, str]:
    """Return the settings that are not empty, as a page says them; raise `SettingError` where one is wrong."""
    words = {}
    for key, value in given.items():
        if key not in (*LABELS, *LOOKS):
            raise _wrong(key, value, f"there is no such setting{_meant(key, (*LABELS, *LOOKS))}")
        if value:
            words[key] = _READERS.get(key, str.strip)(value)
    return words


def _nation(value: str) -> str:
    if value not in NATIONS:
        raise _wrong("nation", value, f"it is none of {', '.join(NATIONS)}{_meant(value, NATIONS)}")
    return NATIONS[value]


def _email(value: str) -> str:
    if not re.fullmatch(r"[^@\s]+@[^@\s.]+(\.[^@\s.]+)+", value):
        raise _wrong("email", value, "it is an address such as manager@practice.nhs.uk")
    return value


def _date(value: str) -> str:
    try:
        if re.fullmatch(r"\d{4}-\d{2}-\d{2}", value):
            return in_words(date.fromisoformat(value))
    except ValueError:
        pass
    raise _wrong("policy_review_date", value, "it is a date of the calendar, year-month-day, such as 2027-11-23")


def _colour(value: str) -> str:
    if not re.fullmatch(r"#[0-9a-fA-F]{6}", value):
        raise _wrong("colour", value, "it is a # and six digits from 0 to f, in quotes, such as '#003087'")
    found = contrast_with_white(value)
    if found < CONTRAST:
        raise _wrong("colour", value, f"white words on it have a contrast of {found:.1f}, and need {CONTRAST} or more")
    return value


def _logo(value: str) -> str:
    file = (DOCS / value).resolve()
    if not (file.is_file() and file.is_relative_to(DOCS)):
        near = _meant(value, [path.relative_to(DOCS).as_posix() for path in DOCS.rglob("*.[psj][nvp]*g")])
        raise _wrong("logo", value, f"there is no such file under docs/{near}")
    return value


_READERS = {
    "nation": _nation,
    "email": _email,
    "policy_review_date": _date,
    "colour": _colour,
    "logo": _logo,
}


def contrast_with_white(colour: str) -> float:
    """Return the contrast of a colour (#rrggbb) with white, from 1 to 21, as WCAG 2.2 defines it."""
    parts = (int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5))
    red, green, blue = (part / 12.92 if part <= LINEAR else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)


def _meant(word: str, known: Collection[str]) -> str:
    close = difflib.get_close_matches(word.lower(), known, n=1)
    return f"; did you mean {close[0]}?" if close else f"; there are {', '.join(known)}" if known else ""


def _wrong(key: str, value: str, why: str) -> SettingError:
    return SettingError(f"The practice setting {key} in mkdocs.yml is “{value}”: {why.removesuffix('.')}.")


def blank(label: str) -> ET.Element:
    """Return a blank to fill in by hand."""
    element = ET.Element("span", {"class": "blank"})
    element.text = label
    return element


class _Settings(InlineProcessor):
    """``[=key]``."""

    def __init__(self, md: Markdown, words: Mapping[str, str]) -> None:
        super().__init__(r"\[=([^\]]*)\]", md)
        self.words = words

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[ET.Element | str, int, int]:  # type: ignore[override] # noqa: ARG002, N802 - Markdown's own name
        key = m[1].strip()
        if key not in LABELS:
            raise SettingError(f"{m[0]} asks for a practice setting that is not known{_meant(key, LABELS)}")
        return self.words.get(key) or blank(LABELS[key]), m.start(0), m.end(0)


class _Blanks(InlineProcessor):
    """``[_ label]``."""

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[ET.Element, int, int]:  # type: ignore[override] # noqa: ARG002, N802 - Markdown's own name
        return blank(m[1].strip()), m.start(0), m.end(0)


class _Boxes(InlineProcessor):
    """``[ ]``."""

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[ET.Element, int, int]:  # type: ignore[override] # noqa: ARG002, N802 - Markdown's own name
        element = ET.Element("span", {"class": "box"})
        element.text = "☐"
        return element, m.start(0), m.end(0)


class SettingExtension(Extension):
    """Adds the settings and the blanks to Markdown."""

    def __init__(self, **given: Any) -> None:
        super().__init__()
        self.words = worded({key: "" if value is None else str(value) for key, value in given.items()})

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Markdown's own name
        """Register the patterns before links, which also begin with a bracket."""
        md.inlinePatterns.register(_Settings(md, self.words), "setting", 176)
        md.inlinePatterns.register(_Blanks(r"\[_ ([^\]]+)\]", md), "blank", 177)
        md.inlinePatterns.register(_Boxes(r"\[ \](?=\s)", md), "box", 178)


def makeExtension(**given: Any) -> SettingExtension:  # noqa: N802 - Markdown's own name
    """Return the extension, as mkdocs.yml asks for it."""
    return SettingExtension(**given)
