"""Pictures: they show what the data hold, in shapes and in words, and in the page's own colours."""

import re
import xml.etree.ElementTree as ET
from dataclasses import replace

import pytest
from pymdownx.superfences import SuperFencesException

from checklists.law import Claim, Jurisdiction, all_of, any_of
from checklists.rules import CHECKLISTS
from overrides import kept, pictures
from overrides.fence import ladder, route
from overrides.kept import ROOT
from overrides.ladder import draw as draw_ladder
from overrides.ladder import picture
from overrides.pictures import Gate, Picture
from overrides.route import draw as draw_route

CLAIMS = [
    (checklist, place)
    for checklist in CHECKLISTS.values()
    for place in checklist.jurisdictions
    if any(type(claim) is Claim and claim.jurisdiction is place for claim in checklist.claims)
]
NAMES = [f"{checklist.id} {place}" for checklist, place in CLAIMS]
SVG = "{http://www.w3.org/2000/svg}"


def present(checklist, place):
    """Return the claim that a ladder shows."""
    return max((c for c in checklist.claims if c.jurisdiction is place), key=lambda claim: claim.since)


def shapes(html):
    """Return the picture in a fragment of HTML, parsed."""
    return ET.fromstring(re.search(r"<svg.*</svg>", html, re.DOTALL)[0])  # noqa: S314 - our own


def letters(html):
    """Return what a picture shows, its lines joined."""
    return " ".join(text.text for text in shapes(html).iter(f"{SVG}text"))


@pytest.mark.parametrize(("checklist", "place"), CLAIMS, ids=NAMES)
def test_a_ladder_has_every_step_of_its_claim(checklist, place):
    """Each element and defence is drawn and told in words, in the law's order, with its question and authority."""
    claim = present(checklist, place)
    steps = [point for point in claim.points if point not in claim.severity]

    html = draw_ladder(f"{checklist.id} {place}")

    words = html[html.index("<details") :]
    for point in steps:
        assert point.name in letters(html)
        assert pictures.escape(point.asks) in words
        assert pictures.escape(point.authority.cite) in words
    places = [words.index(f"<strong>{point.name}.</strong>") for point in steps]
    assert places == sorted(places)
    for outcome in ("Not made out", "Out of time", "Appears made out"):
        assert outcome in letters(html)


@pytest.mark.parametrize(("checklist", "place"), CLAIMS, ids=NAMES)
def test_each_claim_is_drawn_on_a_page(checklist, place):
    """No claim is without its ladder."""
    fence = f"```ladder\n{checklist.id} {place}\n```"

    assert any(
        fence in re.sub(r"^ +", "", page.read_text(encoding="utf-8"), flags=re.MULTILINE)
        for page in (ROOT / "docs").rglob("*.md")
    ), f"No page draws {checklist.title} in {place.label}: add the fence\n{fence}"


@pytest.mark.parametrize(("checklist", "place"), CLAIMS, ids=NAMES)
def test_a_picture_is_named_and_takes_its_colours_from_the_page(checklist, place):
    """It is an image with a name and a description, and holds no colour, no font and no size of its own."""
    svg = shapes(draw_ladder(f"{checklist.id} {place}"))

    held = {name for element in svg.iter() for name in element.attrib}
    assert not held & {"fill", "stroke", "color", "font-family", "font-size", "width", "height"}
    assert svg.attrib["role"] == "img"
    found = {element.attrib["id"]: element.text for element in svg.iter() if "id" in element.attrib}
    assert found[svg.attrib["aria-labelledby"]] == f"{checklist.title} in {place.label}, step by step"
    assert "in words" in found[svg.attrib["aria-describedby"]]


def test_any_shape_of_a_claim_can_be_drawn():
    """Alternatives of several parts each, one inside the other, need no code of their own."""
    harassment = CHECKLISTS["harassment"]
    claim = present(harassment, Jurisdiction.SCOTLAND)
    one, two, three, four, *others = claim.elements
    nested = replace(claim, elements=(any_of(one, all_of(two, any_of(three, four))), *others), defences=())

    html = picture(replace(harassment, claims=(nested,)), Jurisdiction.SCOTLAND).html()

    for point in set(nested.points) - set(nested.severity):
        assert f"<strong>{point.name}.</strong>" in html
    assert "<ul><li><strong>Individual.</strong>" in html
    assert "<li>Each of these:<ol><li><strong>Same author.</strong>" in html
    assert "The author may show" not in html


def test_a_picture_is_drawn_once(tmp_path, monkeypatch):
    """What was drawn is kept by what it was drawn from, and drawn again only when that changes."""
    monkeypatch.setattr(kept, "KEPT", tmp_path)
    graph = Picture("", (Gate("Is it?", "yes", "Stop"),))
    drawn = pictures.draw(pictures.dot(graph.steps))
    [made] = tmp_path.glob("pictures/*/*")
    made.write_text("kept")

    assert "Is it?" in drawn
    assert pictures.draw(pictures.dot(graph.steps)) == "kept"
    assert "Was it?" in pictures.draw(pictures.dot((Gate("Was it?", "yes", "Stop"),)))


def test_the_words_of_a_route_say_which_way_to_go():
    """A gate says where each answer leads, and what the page wrote reaches the reader as text."""
    html = draw_route("title: Doors & keys\nsteps:\n- ask: Is it <locked>?\n  if no: Go in\n- do: Ring\n  how: Wait")

    assert "<li><strong>Is it &lt;locked&gt;?</strong> No: go in. Yes: go on.</li>" in html
    assert "<li><strong>Ring.</strong> Wait.</li>" in html
    assert sorted(letters(html).split()) == ["<locked>?", "Go", "Is", "Ring", "Wait", "in", "it", "no", "yes"]


@pytest.mark.parametrize(
    ("fence", "source", "sentence"),
    [
        (ladder, "harrassment scotland", "it names a checklist (first-response, harassment,"),
        (ladder, "list-removal wales", "name one of immediate, ordinary"),
        (ladder, "harassment france", "and then a jurisdiction (england-and-wales, scotland, northern-ireland)"),
        (route, "steps: []", "it needs a title and steps"),
        (route, "title: A\nsteps:\n- when: now", "is not a step: a step is “do:”"),
        (route, "title: A\nsteps:\n- ask: now?\n  yes: then", "is not a step"),
    ],
)
def test_a_fence_that_cannot_be_drawn_says_why(fence, source, sentence):
    """A wrong name or step stops the build with a sentence."""
    with pytest.raises(SuperFencesException, match=re.escape(sentence)):
        fence(source)


@pytest.mark.parametrize(
    "name", ["first-response scotland", "formal-action scotland", "operator-notice england-and-wales"]
)
def test_a_procedure_is_drawn_with_its_levels_routes_or_states(name):
    """Each level, state and open route of a procedure is in its picture and in its words, and a page draws it."""
    id_, place = name.split()
    (law,) = CHECKLISTS[id_].current(next(one for one in CHECKLISTS[id_].places if one == place))
    html = draw_ladder(name)
    words = html[html.index("<details") :]

    for level in law.levels:
        assert level.name.split(":")[0] in letters(html)
        assert pictures.escape(level.then) in words
    for one in (*law.states, *(open_one for open_one in law.routes if open_one.opens != any_of())):
        assert pictures.escape(one.name) in words
    pages = [path.read_text(encoding="utf-8") for path in (ROOT / "docs").rglob("*.md")]
    assert any(f"```ladder\n{id_} " in re.sub(r"^ +", "", page, flags=re.MULTILINE) for page in pages)
