"""Pictures of a course of steps: drawn as SVG by Graphviz, and told in words from the same steps.

A picture is steps from top to bottom: a box, a gate (a question with one way out to the side),
or a group of steps that belong together, below or beside one another. The SVG holds no colour
and no font of its own: the stylesheet gives it those of the page, light, dark or on paper.
"""

import subprocess
import textwrap
import xml.etree.ElementTree as ET
from dataclasses import dataclass
from html import escape
from pathlib import Path

from checklists.law import slug
from overrides import kept
from overrides.kept import ROOT

GRAPH = ROOT / "overrides" / "graph.mjs"
SVG = "{http://www.w3.org/2000/svg}"

# In units, of which an inch has 72. On a phone 360 px wide a picture stands at nearly its own size:
# one unit is one pixel.
COLUMN = 190  # wide: what follows from top to bottom
SIDE = 83  # wide: the way out of a gate
SIZE = 16  # of letters
LETTER = 8  # wide: a letter of ordinary text
PADDING = 5
SPACING = 3
SETTINGS = f"""\
  graph [rankdir=TB, ranksep=0.26, nodesep=0.16, margin=0.03, fontname=Arial]
  node [shape=box, style=rounded, fontname=Arial, fontsize={SIZE}]
  node [margin="0.09,0.07", height=0.3, width={COLUMN / 72:.2f}]
  edge [fontname=Arial, fontsize=15, arrowsize=0.7]
"""
PAINT = ("id", "width", "height", "fill", "stroke", "font-family", "font-size")


@dataclass(frozen=True)
class Box:
    """Something that is done, or that must be there; ``more`` is told in words only."""

    name: str
    text: str = ""
    more: str = ""


@dataclass(frozen=True)
class Gate:
    """A question before the next step: with the answer ``if_so`` the way ends at ``out``."""

    asks: str
    if_so: str
    out: str
    more: str = ""

    @property
    def if_not(self) -> str:
        """Return the answer with which the way goes on."""
        return "yes" if self.if_so == "no" else "no"


@dataclass(frozen=True)
class Group:
    """Steps that belong together: all of them in order, or ``beside`` one another where one is enough."""

    name: str
    steps: tuple["Step", ...]
    beside: bool = False


type Step = Box | Gate | Group


@dataclass(frozen=True)
class Picture:
    """A course of steps, with its title and a note below it."""

    title: str
    steps: tuple[Step, ...]
    note: str = ""

    def html(self) -> str:
        """Return the picture and its words, ready to stand in a page."""
        title = escape(self.title)
        note = f"<p>{escape(self.note)}</p>" if self.note else ""
        return (
            f'<figure class="picture"><figcaption>{title}</figcaption>{self._svg()}{note}</figure>'
            '<details class="picture-words"><summary>The picture in words</summary>'
            f"<p>{title}:</p>{_words(self.steps)}</details>"
        )

    def _svg(self) -> str:
        svg = _bare(draw(dot(self.steps)))
        told = {
            "title": self.title,
            "desc": "The same steps follow in words, below the picture.",
        }
        for kind, text in reversed(told.items()):
            element = ET.Element(f"{SVG}{kind}", {"id": f"{slug(self.title)}-{kind}"})
            element.text = text
            svg.insert(0, element)
        svg.attrib |= {
            "role": "img",
            "aria-labelledby": svg[0].attrib["id"],
            "aria-describedby": svg[1].attrib["id"],
            "style": f"--picture-width: {svg.attrib['viewBox'].split()[2]}",
        }
        return ET.tostring(svg, encoding="unicode")


def _bare(drawn: str) -> ET.Element:
    """Return what Graphviz drew without its background, its names of nodes, its size and its paint."""
    ET.register_namespace("", SVG[1:-1])
    svg = ET.fromstring(drawn)  # noqa: S314 - written by Graphviz itself
    svg[0].remove(next(child for child in svg[0] if child.tag == f"{SVG}polygon"))
    for element in svg.iter():
        for name in PAINT:
            element.attrib.pop(name, None)
        for child in element.findall(f"{SVG}title"):
            element.remove(child)
    return svg


def draw(graph: str) -> str:
    """Return a graph as SVG: drawn once, then kept by what it holds."""

    def write(path: Path) -> None:
        command = ("node", str(GRAPH))
        done = subprocess.run(command, input=graph, cwd=ROOT, capture_output=True, text=True, check=False)
        if done.returncode:
            raise ValueError(f"Graphviz cannot draw it: {done.stderr.strip()}")
        path.write_text(done.stdout, encoding="utf-8")

    return kept.once("pictures", kept.of_files(GRAPH), kept.of(graph), write).read_text(encoding="utf-8")


def _words(steps: tuple[Step, ...], *, beside: bool = False) -> str:
    """Return steps as an ordered list, those beside one another as a plain one."""
    kind = "ul" if beside else "ol"
    return f"<{kind}>{''.join(f'<li>{_said(step)}</li>' for step in steps)}</{kind}>"


def _said(step: Step) -> str:
    match step:
        case Box():
            return " ".join([f"<strong>{_sentence(step.name)}</strong>", *_sentences(step.text, step.more)])
        case Gate():
            ways = f"{step.if_so.capitalize()}: {_lower_first(step.out)}. {step.if_not.capitalize()}: go on."
            return " ".join([f"<strong>{_sentence(step.asks)}</strong>", *_sentences(ways, step.more)])
        case Group():
            return f"{escape(step.name)}:{_words(step.steps, beside=step.beside)}"


def _sentences(*texts: str) -> list[str]:
    return [_sentence(text) for text in texts if text]


def _sentence(text: str) -> str:
    return escape(text if text.endswith((".", "?", ")")) else f"{text}.")


def _lower_first(text: str) -> str:
    return text[0].lower() + text[1:]


def dot(steps: tuple[Step, ...]) -> str:
    """Return steps as a graph in Graphviz's language."""
    lines = [SETTINGS]
    for number, step in enumerate(steps):
        if isinstance(step, Gate):
            lines.append(f"  {number} [class=gate, label=<{_wrapped(step.asks, COLUMN - 20)}>]\n")
            lines.append(
                f"  {number}.5 [class=out, width={SIDE / 72:.2f}, label=<{_wrapped(step.out, SIDE, bold=True)}>]\n"
            )
            lines.append(f'  {{ rank=same; {number} -> {number}.5 [label=" {step.if_so} "] }}\n')
        else:
            shape = "plain" if isinstance(step, Group) else "box"
            lines.append(f"  {number} [class={type(step).__name__.lower()}, shape={shape}, label=<{_label(step)}>]\n")
        if number:
            before = steps[number - 1]
            answer = f' [label=" {before.if_not} "]' if isinstance(before, Gate) else ""
            lines.append(f"  {number - 1} -> {number}{answer}\n")
    return f"digraph {{\n{''.join(lines)}}}\n"


def _label(step: Step, width: int = COLUMN) -> str:
    """Return the label of a step of some width, in the HTML that Graphviz reads."""
    match step:
        case Group():
            across = 2 if step.beside else 1
            inner = width // across - 2 * PADDING - SPACING
            cells = [f"<TD>{_label(one, inner)}</TD>" for one in step.steps]
            rows = ["".join(cells[at : at + across]) for at in range(0, len(cells), across)]
            head = f'<TD BORDER="0" COLSPAN="{across}" WIDTH="{width - 2 * SPACING}">{_wrapped(step.name, width)}</TD>'
            return (
                f'<TABLE BORDER="0" CELLBORDER="1" CELLSPACING="{SPACING}" CELLPADDING="{PADDING}">'
                + "".join(f"<TR>{row}</TR>" for row in (head, *rows))
                + "</TABLE>"
            )
        case Box():
            name = _wrapped(step.name, width, bold=True)
            return f"{name}<BR/>{_wrapped(step.text, width)}" if step.text else name
    raise TypeError(step)


def _wrapped(text: str, width: int, *, bold: bool = False) -> str:
    """Return text in lines that fit a width, as near as the number of their letters tells."""
    letters = width // (LETTER + 1 if bold else LETTER)
    lines = "<BR/>".join(escape(line) for line in textwrap.wrap(text, letters, break_long_words=False))
    return f'<FONT POINT-SIZE="{SIZE}">{f"<B>{lines}</B>" if bold else lines}</FONT>'
