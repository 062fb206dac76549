"""What pandoc has no word for, in the words of Word and of Typst."""

import json

import pytest

from overrides.formats import TYPST, WORD, said


def text(words):
    """Return words as pandoc holds them."""
    return {"t": "Str", "c": words}


def blank(label):
    """Return a blank as pandoc reads it from a page."""
    return {"t": "Span", "c": [["", ["blank"], []], [text(label)]]}


def link(words, address, *classes):
    """Return a link as pandoc reads it from a page."""
    return {"t": "Link", "c": [["", list(classes), []], [text(words)], [address, ""]]}


def table(*rows):
    """Return a table as pandoc holds it."""

    def row(cells):
        made = [[{"t": "Plain", "c": [text(cell)]}] if cell else [] for cell in cells]
        return [["", [], []], [[["", [], []], {"t": "AlignDefault"}, 1, 1, cell] for cell in made]]

    columns = [[{"t": "AlignDefault"}, {"t": "ColWidthDefault"}] for _ in rows[0]]
    head = [["", [], []], [row(rows[0])]]
    bodies = [[["", [], []], 0, [], [row(one) for one in rows[1:]]]]
    return {"t": "Table", "c": [["", [], []], [None, []], columns, head, bodies, [["", [], []], []]]}


def test_a_blank_keeps_its_label():
    """A blank's label stands in both formats as it is, whatever signs it holds."""
    label = 'a "b" & <c>'

    [typst] = said([blank(label)], TYPST)
    [word] = said([blank(label)], WORD)

    assert typst["c"] == ["typst", '#blank("a \\"b\\" & <c>")']
    assert 'w:alias w:val="a &quot;b&quot; &amp; &lt;c&gt;"' in word["c"][1]
    assert '(a "b" &amp; &lt;c&gt;)' in word["c"][1]


@pytest.mark.parametrize("kind", [TYPST, WORD], ids=["typst", "word"])
def test_a_blank_alone_is_wider(kind):
    """A blank on a line of its own is a longer line than one among words."""
    [alone] = said([{"t": "Para", "c": [blank("x")]}], kind)
    [among] = said([{"t": "Para", "c": [text("To"), blank("x")]}], kind)

    assert len(alone["c"][0]["c"][1]) > len(among["c"][1]["c"][1])


@pytest.mark.parametrize(
    ("given", "printed"),
    [
        (link("¶", "#a", "headerlink"), ""),
        (link("policy", "../policy/"), "policy"),
        (link("the site", "https://example.org"), "the site (https://example.org)"),
        (link("https://example.org", "https://example.org"), "https://example.org"),
        (link("s 1", "https://caselaw.example.org", "citation"), "s 1"),
    ],
)
def test_a_link_that_paper_can_follow(given, printed):
    """A link within the site is its words; one elsewhere has its address beside it, unless it is a citation."""
    made = said([given], TYPST)

    words = [one["c"] if one["t"] == "Str" else "".join(word["c"] for word in one["c"][1]) for one in made]
    assert "".join(words) == printed


def test_columns_have_the_width_that_they_need():
    """A question leaves more than half to its answer; a long text gets more than a number; no word is cut short."""
    [form] = said([table(("Item", "Details"), ("Reference", ""))], WORD)
    [long] = said([table(("Level", "What to do"), ("0", "listen, and offer the procedure for complaints"))], WORD)

    assert [width["c"] for _, width in form["c"][2]] == [0.4, 0.6]
    number, words = (width["c"] for _, width in long["c"][2])
    assert number < words
    assert number > 0.1
    assert number + words == pytest.approx(1)


@pytest.mark.parametrize("kind", [TYPST, WORD], ids=["typst", "word"])
def test_an_empty_cell_has_room(kind):
    """A cell that is empty has room to write in; one with words is as it was."""
    made = json.dumps(said([table(("Item", "Details"), ("Reference", ""))], kind))

    assert made.count(json.dumps(kind.room)) == 1
