"""A document's files: nothing of the page is lost, Word and PDF say who made them and when, and for all to read."""

import io
import re
import zipfile
from datetime import date
from xml.etree import ElementTree as ET

import pytest
from pypdf import PdfReader

from overrides import documents, kept
from overrides.documents import Document, DocumentError

HTML = """
<div class="document__practice"><p><span class="blank">name of the practice</span></p></div>
<h1 id="a">A letter<a class="headerlink" href="#a">¶</a></h1>
<p>Dear <span class="blank">their name</span>, see <a href="../policy/">our policy</a>,
<a class="citation" href="https://www.legislation.gov.uk/ukpga/2018/12">the Act</a> and
<a href="https://example.org/x">the site</a>. “Quoted” #not-typst $nor this$ *nor* @that.</p>
<ul><li><span class="box">☐</span> Box one</li><li><span class="box">☐</span> Box two</li></ul>
<div class="admonition warning"><p class="admonition-title">Take care</p><p>A note.</p></div>
<h2 class="new-page" id="b">Part two<a class="headerlink" href="#b">¶</a></h2>
<div class="tabbed-set tabbed-alternate" data-tabs="1:2">
<input id="t1" name="t" type="radio"><input id="t2" name="t" type="radio">
<div class="tabbed-labels"><label for="t1">England</label><label for="t2">Northern Ireland</label></div>
<div class="tabbed-content"><div class="tabbed-block"><p>English rule</p></div>
<div class="tabbed-block"><p>Irish rule</p></div></div></div>
<table><thead><tr><th>Item</th><th>Details</th></tr></thead>
<tbody><tr><td>Reference</td><td></td></tr><tr><td>Phone</td><td><span class="blank">phone</span></td></tr></tbody>
</table>
"""
WORDS = (
    "name of the practice",
    "A letter",
    "their name",
    "our policy",
    "the Act",
    "the site (https://example.org/x)",
    "#not-typst $nor this$",
    "*nor* @that",
    "Box one",
    "Take care",
    "A note.",
    "Part two",
    "England",
    "English rule",
    "Northern Ireland",
    "Irish rule",
    "Item",
    "Reference",
    "phone",
)
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@pytest.fixture(scope="module")
def document():
    """Return a small document with one of everything."""
    meta = {
        "title": "A letter & more",
        "version": "1.2",
        "owner": "Practice manager",
        "reviewed": date(2026, 11, 23),
        "review_due": date(2027, 11, 23),
    }
    return Document("letter", meta, HTML)


def pdf_of(document):
    """Return the bytes of its PDF."""
    body = documents._written(document, documents.TYPST, "typst").decode()
    sheet = documents._sheet(document, "Elm “Surgery” & Co", body)
    return documents._pdf(document.title, document.reviewed, sheet)


@pytest.fixture(scope="module")
def pdf(document):
    """Open its PDF."""
    return PdfReader(io.BytesIO(pdf_of(document)))


@pytest.fixture(scope="module")
def word(document):
    """Open its Word file."""
    return zipfile.ZipFile(io.BytesIO(documents._word(document, "Elm “Surgery” & Co")))


def test_the_pdf_is_for_all_to_read(pdf):
    """The PDF is tagged, claims PDF/UA-1, says its language and title, has bookmarks, and names its pages."""
    root = pdf.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/StructTreeRoot"]["/K"]
    assert root["/Lang"] == "en-GB"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert re.search(r"pdfuaid:part[^0-9]*1", root["/Metadata"].get_data().decode())
    assert pdf.metadata.title == "A letter & more"
    assert pdf.metadata.creation_date.date() == date(2026, 11, 23)
    assert [one.title for one in pdf.outline if not isinstance(one, list)] == ["A letter"]
    assert [[one.title for one in many] for many in pdf.outline if isinstance(many, list)] == [["Part two"]]
    assert pdf.page_labels == ["1", "2"]


def test_the_pdf_has_tags_for_what_it_holds(pdf):
    """Headings, lists, tables with their heads, and links are tagged as what they are."""
    found = set()

    def collect(node):
        node = node.get_object()
        if isinstance(node, list):
            for one in node:
                collect(one)
        elif isinstance(node, dict):
            found.add(node.get("/S"))
            if "/K" in node:
                collect(node["/K"])

    collect(pdf.trailer["/Root"]["/StructTreeRoot"]["/K"])
    assert {"/H1", "/H2", "/P", "/L", "/LI", "/Table", "/TR", "/TH", "/TD", "/Link"} <= found


def test_the_pdf_loses_nothing(pdf):
    """Every word is in the PDF, each page says its number, whose it is and its version; a new page is one."""
    pages = [" ".join(page.extract_text().split()) for page in pdf.pages]

    text = " ".join(pages)
    assert [words for words in WORDS if words not in text] == []
    assert "¶" not in text
    for number, page in enumerate(pages, 1):
        assert f"Page {number} of 2" in page
        assert "Version 1.2. Owner: Practice manager." in page
        assert "Reviewed 23 November 2026. Next review due 23 November 2027." in page
        assert "Elm “Surgery” & Co" in page
    assert "Part two" not in pages[0]


def test_word_loses_nothing(word):
    """Every word is in the Word file, with real headings, a table with a head, fields to type in, and boxes."""
    body = ET.fromstring(word.read("word/document.xml"))  # noqa: S314 - our own file
    text = " ".join("".join(one.text or "" for one in body.iter(f"{W}t")).split())
    assert [words for words in WORDS if words not in text] == []
    assert "☐" in word.read("word/numbering.xml").decode()
    styles = [
        (style.get(f"{W}val"), "".join(t.text for t in paragraph.iter(f"{W}t")))
        for paragraph in body.iter(f"{W}p")
        for style in paragraph.iter(f"{W}pStyle")
    ]
    assert ("Heading1", "A letter") in styles
    assert ("Heading2", "Part two") in styles
    assert ("Label", "England") in styles
    assert [
        one.text for p in body.iter(f"{W}p") if p.find(f".//{W}pageBreakBefore") is not None for one in p.iter(f"{W}t")
    ] == ["Part two"]
    assert [one.get(f"{W}val") for one in body.iter(f"{W}alias")] == ["name of the practice", "their name", "phone"]
    rows = list(body.iter(f"{W}tr"))
    assert len(rows) == 3
    assert len(list(rows[0].iter(f"{W}tblHeader"))) == 1
    assert all(len(list(row.iter(f"{W}cantSplit"))) == 1 for row in rows)


def test_word_says_whose_it_is(word):
    """The Word file's header and footer have practice, title, version and page numbers; its language is British."""
    for name in word.namelist():
        ET.fromstring(word.read(name))  # noqa: S314 - our own file
    header, footer, styles, core = (
        word.read(name).decode()
        for name in ("word/header.xml", "word/footer.xml", "word/styles.xml", "docProps/core.xml")
    )
    assert "Elm “Surgery” &amp; Co" in header
    assert "A letter &amp; more" in header
    assert "Version 1.2. Owner: Practice manager." in footer
    assert " PAGE " in footer
    assert " NUMPAGES " in footer
    assert re.search(r'<w:lang [^>]*w:val="en-GB"', styles)
    assert "<dc:title>A letter &amp; more</dc:title><dc:language>en-GB</dc:language>" in core
    assert "2026-11-23T00:00:00Z" in core


def test_files_are_reproducible(document):
    """The same page gives the same bytes, whenever they are made."""
    assert pdf_of(document) == pdf_of(document)
    assert documents._word(document, "x") == documents._word(document, "x")


def test_files_are_made_once(tmp_path, monkeypatch):
    """The same source is made into files once, a new one into others."""
    monkeypatch.setattr(kept, "KEPT", tmp_path)
    made = []

    def make(folder):
        made.append(folder)

    first = documents._once("letter", "one", make)
    assert documents._once("letter", "one", make) == first
    second = documents._once("letter", "two", make)
    assert len(made) == 2
    assert set(tmp_path.glob("documents/letter/*/*")) == {first, second}


def test_what_cannot_be_made_is_told():
    """A PDF that Typst or PDF/UA refuses ends the build with a sentence that names it."""
    with pytest.raises(RuntimeError, match=r"The PDF “Broken” cannot be made: .*alt"):
        documents._pdf("Broken", date(2026, 11, 23), "#figure(rect(), caption: none, kind: image, supplement: none)")


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("owner: Practice manager", "docs/documents/new.md needs version in its front matter: a text in quotes."),
        ('version: "1"', "needs owner in its front matter"),
        ('version: "1"\nowner: x\nreviewed: soon', "needs reviewed in its front matter: a date, such as 2026-11-23."),
        (
            'version: "1"\nowner: x\nreviewed: 2026-11-23\nreview_due: 2027-11-23\nsize: huge',
            "new.md has the size “huge”: there is only large.",
        ),
    ],
)
def test_a_document_says_what_its_sheet_must(tmp_path, line, words):
    """A document without version, owner or dates is told in a sentence."""
    front = f"---\ntemplate: document.html\ntitle: New\ndescription: It is new.\n{line}\n---\n# New\n"
    (tmp_path / "new.md").write_text(front, encoding="utf-8")

    with pytest.raises(DocumentError, match=re.escape(words)):
        documents.read(tmp_path)


def test_documents_stand_in_the_order_of_the_navigation():
    """The policy comes first and the poster last, as in the navigation."""
    names = list(documents.read())

    assert names[0] == "policy"
    assert names[-1] == "poster"
