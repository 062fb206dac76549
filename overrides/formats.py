"""What a document's page holds, said in the words of one format: Word, or Typst for PDF.

pandoc reads and writes most of it. What it has no word for is said here: blanks, boxes to tick,
tabs, notes, new pages, room to write in a table, and links that paper cannot follow.
"""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum
from typing import Any
from xml.sax.saxutils import escape

type Node = dict[str, Any]  # of pandoc's abstract syntax tree


class Where(Enum):
    """Where a blank stands."""

    WORDS = "among words"
    LINE = "on a line of its own"
    CELL = "in a cell of its own"


@dataclass(frozen=True)
class Format:
    """How a format says what pandoc has no word for."""

    name: str
    blank: Callable[[str, Where], str]
    new_page: str
    room: str
    styles: dict[str, str]

    def raw_inline(self, text: str) -> Node:
        """Return words of the format itself, within a paragraph."""
        return {"t": "RawInline", "c": [self.name, text]}

    def raw(self, text: str) -> Node:
        """Return words of the format itself, as a block."""
        return {"t": "RawBlock", "c": [self.name, text]}

    def styled(self, style: str, blocks: list[Node]) -> list[Node]:
        """Return blocks in a style of ours."""
        if self.name == "typst":
            return [self.raw(f"#{self.styles[style]}["), *blocks, self.raw("]")]
        return [{"t": "Div", "c": [["", [], [["custom-style", self.styles[style]]]], blocks]}]


def _typst_blank(label: str, where: Where) -> str:
    return f"#blank({quoted(label)}{'' if where is Where.WORDS else ', wide: true'})"


def _word_blank(label: str, where: Where) -> str:
    """Return a field that Word replaces by what is typed, and that can be written on as it is."""
    line = "\u00a0" * {Where.WORDS: 24, Where.LINE: 50, Where.CELL: 18}[where]
    return (
        f'<w:sdt><w:sdtPr><w:alias w:val="{escape(label, {'"': "&quot;"})[:64]}"/><w:showingPlcHdr/></w:sdtPr>'
        f'<w:sdtContent><w:r><w:rPr><w:rStyle w:val="Blank"/></w:rPr><w:t xml:space="preserve">{line}</w:t></w:r>'
        f'<w:r><w:rPr><w:rStyle w:val="BlankLabel"/></w:rPr><w:t xml:space="preserve"> ({escape(label)})</w:t></w:r>'
        "</w:sdtContent></w:sdt>"
    )


TYPST = Format(
    name="typst",
    blank=_typst_blank,
    new_page="#pagebreak(weak: true)",
    room="#room",
    styles={"document__practice": "letterhead", "admonition": "note", "tab": "label"},
)
WORD = Format(
    name="openxml",
    blank=_word_blank,
    new_page='<w:p><w:r><w:br w:type="page"/></w:r></w:p>',
    room='<w:p><w:pPr><w:pStyle w:val="Room"/></w:pPr></w:p>',
    styles={"document__practice": "Practice", "admonition": "Note", "tab": "Label"},
)


def said(nodes: list[Any], kind: Format) -> list[Any]:  # noqa: C901, PLR0912 - one case for each thing a page can hold
    """Return what a document holds, said in a format's own way."""
    made: list[Any] = []
    for node in nodes:
        match node:
            case {"t": "Link", "c": [[_, classes, _], words, [address, _]]}:
                made += _link(classes, said(words, kind), address)
            case {"t": "Plain" | "Para" as block, "c": [{"t": "Span", "c": [[_, ["blank"], _], words]}]}:
                where = Where.LINE if block == "Para" else Where.CELL
                made.append({"t": block, "c": [kind.raw_inline(kind.blank(_text(words), where))]})
            case {"t": "Span", "c": [[_, classes, _], words]}:
                if "blank" in classes:
                    made.append(kind.raw_inline(kind.blank(_text(words), Where.WORDS)))
                else:
                    made += said(words, kind)
            case {"t": "Header", "c": [level, [_, classes, _], words]}:
                if "new-page" in classes:
                    made.append(kind.raw(kind.new_page))
                made.append({"t": "Header", "c": [level, ["", [], []], said(words, kind)]})
            case {"t": "Div", "c": [[_, classes, _], blocks]}:
                if "tabbed-set" in classes:
                    made += _tabs(blocks, kind)
                else:
                    style = next((name for name in classes if name in kind.styles), None)
                    inner = said(blocks, kind)
                    made += kind.styled(style, inner) if style else inner
            case {"t": "BulletList", "c": items} if kind is TYPST and all(
                _text(item).startswith("☐") for item in items
            ):
                boxes = [said(_unboxed(item), kind) for item in items]
                made += [
                    kind.raw("#["),
                    kind.raw("#set list(marker: text(1.2em)[☐])"),
                    {"t": "BulletList", "c": boxes},
                    kind.raw("]"),
                ]
            case {"t": "Table", "c": [_, caption, columns, head, bodies, foot]}:
                widths = _widths(head, bodies)
                columns = [
                    [align, {"t": "ColWidth", "c": width}] for (align, _), width in zip(columns, widths, strict=True)
                ]
                rows = [_roomy(said(part, kind), kind) for part in (head, bodies, foot)]
                made.append({"t": "Table", "c": [["", [], []], caption, columns, *rows]})
            case {"c": list(inner)}:
                made.append({**node, "c": said(inner, kind)})
            case list():
                made.append(said(node, kind))
            case _:
                made.append(node)
    return made


def _link(classes: list[str], words: list[Node], address: str) -> list[Node]:
    """Return a link as paper and a file can follow it: one within the site is its words alone."""
    if "headerlink" in classes:
        return []
    if not address.startswith("http"):
        return words
    link = {"t": "Link", "c": [["", [], []], words, [address, ""]]}
    if "citation" in classes or address == _text(words) or address.startswith("https://www.legislation.gov.uk"):
        return [link]
    return [link, {"t": "Str", "c": f" ({address})"}]


def _tabs(blocks: list[Node], kind: Format) -> list[Node]:
    """Return tabs one after the other, each below its label."""
    labels, contents = (block["c"][1] for block in blocks if block["t"] == "Div")
    made = []
    for label, content in zip(labels, contents, strict=True):
        made += kind.styled("tab", [{"t": "Para", "c": said(label["c"], kind)}])
        made += said(content["c"][1], kind)
    return made


def _unboxed(item: list[Node]) -> list[Node]:
    """Return an item of a list without the box that it begins with."""
    first, *rest = item
    return [{**first, "c": first["c"][2:]}, *rest]


def _text(node: Any) -> str:
    """Return the words of a node."""
    match node:
        case {"t": "Space" | "SoftBreak" | "LineBreak"}:
            return " "
        case {"t": "Str" | "Code", "c": content}:
            return content if isinstance(content, str) else str(content[-1])
        case {"t": "Link" | "Span", "c": [_, words, *_]}:
            return _text(words)
        case {"c": content}:
            return _text(content)
        case list():
            return "".join(_text(one) for one in node)
    return ""


def _cells(part: Any) -> Iterator[list[list[Any]]]:
    """Yield the cells of each row of a table's head or bodies."""
    match part:
        case [[_, _, _] as _attributes, list(cells)] if cells and all(_is_cell(cell) for cell in cells):
            yield cells
        case list():
            for one in part:
                yield from _cells(one)


def _is_cell(node: Any) -> bool:
    match node:
        case [[str(), list(), list()], {"t": _}, int(), int(), list()]:
            return True
    return False


def _widths(head: Any, bodies: Any) -> list[float]:
    """Return the share of each column: as its words need, and room to write where it is empty."""
    rows = list(_cells([head, bodies]))
    needs = []
    for column in zip(*rows, strict=True):
        words = [_text(cell[4]) for cell in column]
        longest = max(len(text) for text in words)
        empty = not any(words[1:])
        needs.append(
            max(
                min(longest, 48),
                30 if empty else 0,
                1.2 * max(len(word) for text in words for word in text.split() or [""]) + 3,
            )
        )
    if len(needs) == 2 and not any(_text(row[1][4]) for row in rows[1:]):  # noqa: PLR2004 - a question and its answer
        return [0.4, 0.6]
    return [need / sum(needs) for need in needs]


def _roomy(part: list[Any], kind: Format) -> list[Any]:
    """Return a part of a table with room to write in its empty cells."""
    for row in _cells(part):
        for cell in row:
            cell[4] = cell[4] or [kind.raw(kind.room)]
    return part


def quoted(text: str) -> str:
    """Return a text as a string of Typst."""
    return json.dumps(text, ensure_ascii=False)
