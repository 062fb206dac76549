"""The guidance: everything it must cover is on a page, and every page says when it was read."""

import re
from datetime import date
from statistics import median

import pytest
from markdown import Markdown
from mkdocs.config import load_config
from mkdocs.utils.meta import get_data

from checklists.law import Jurisdiction
from overrides.abbreviations import meanings
from overrides.kept import ROOT
from tests.reading_ease import reading_ease, sentences, syllables

DOCS = ROOT / "docs"
PAGES = {path: get_data(path.read_text(encoding="utf-8")) for path in sorted(DOCS.rglob("*.md"))}
GUIDANCE = {path: page for path, page in PAGES.items() if "covers" in page[1]}
TOPICS = {f"G{number:02}" for number in range(1, 26)}


def test_every_topic_is_covered():
    """Each of the 25 topics is on at least one page, and no page names another."""
    covered = [topic for _, meta in GUIDANCE.values() for topic in meta["covers"]]

    assert set(covered) == TOPICS


@pytest.mark.parametrize("path", GUIDANCE, ids=lambda path: str(path.relative_to(DOCS)))
def test_a_page_says_when_it_was_read_and_where_it_holds(path):
    """A guidance page has a title, a description, its jurisdictions, and a review due within a year of the last."""
    _, meta = GUIDANCE[path]

    assert meta["title"]
    assert meta["description"].endswith(".")
    assert set(meta["jurisdictions"]) <= set(Jurisdiction)
    reviewed, due = (date.fromisoformat(str(meta[name])) for name in ("reviewed", "review_due"))
    assert 0 < (due - reviewed).days <= 366


@pytest.mark.parametrize("path", PAGES, ids=lambda path: str(path.relative_to(DOCS)))
def test_no_page_says_that_a_law_has_been_broken(path):
    """The guidance organises facts: it never finds anyone guilty of anything."""
    text = PAGES[path][0].lower()

    for phrase in ("has broken the law", "is guilty", "this is harassment.", "this is defamation."):
        assert phrase not in text


@pytest.mark.parametrize(
    ("text", "published"),
    [
        ("The cat sat on the mat.", 116),
        ("This sentence, taken as a reading passage unto itself, is being used to prove a point.", 69),
        ("The Australian platypus is seemingly a hybrid of a mammal and reptilian creature.", 24.4),
    ],
    ids=["116", "69", "24.4"],
)
def test_reading_ease_is_what_was_published(text, published):
    """Our reading ease of well-known examples is the score that others give them."""
    assert reading_ease([text]) == pytest.approx(published, abs=0.2)


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (1, "the used rules whole likes he"),
        (2, "abuse police patient online people wanted pages someone statement"),
        (3, "evidence harassment privacy manager malicious"),
        (4, "defamation jurisdiction authority"),
    ],
)
def test_syllables_are_those_that_are_spoken(count, words):
    """Silent endings are not counted, vowels that are spoken apart are."""
    for word in words.split():
        assert syllables(word) == count, word


def test_only_prose_is_measured():
    """Headings, tables, citations and addresses are left out; each item of a list is a sentence."""
    html = """<h1>Heading</h1><p>One here. Two (<a class="citation" href="x">An Act, s 1</a>) see https://a.test/b!</p>
    <ul><li>three <b>words</b> on</li></ul><table><tr><td>cell</td></tr></table>"""

    assert sentences(html) == ["One here.", "Two see", "three words on"]


@pytest.fixture(scope="module")
def markdown():
    """Return Markdown as the site has it."""
    config = load_config(str(ROOT / "mkdocs.yml"))
    return Markdown(extensions=config.markdown_extensions, extension_configs=config.mdx_configs)


def test_short_names_say_what_they_mean(markdown):
    """A short name is marked with its meaning from the glossary; the keyboard reaches the first that is no link."""
    html = markdown.reset().convert("[DPO](a.md), DPO, then the DPO and the LMC.")

    title = 'title="Data protection officer"'
    assert html.count(title) == 3
    assert f'<a href="a.md"><abbr {title}>DPO</abbr></a>, <abbr tabindex="0" {title}>DPO</abbr>' in html
    assert html.count("tabindex") == 2
    assert {"DPO", "LMC", "ICB", "MDO", "CPS", "PHA", "COPFS", "PSNI"} <= set(meanings())


def test_every_short_name_is_in_the_glossary():
    """Whatever a page writes in capitals is explained, or is a word that everyone knows."""
    known = {"NHS", "PDF", "WLR"}
    used = {
        name for page, _ in GUIDANCE.values() for name in re.findall(r"\b[A-Z]{3,}\b", re.sub(r"\[@.*?\]", "", page))
    }

    assert used - known <= set(meanings())


def test_the_guidance_is_plain_english(markdown):
    """The guidance reads easily: a median of 60 or more, and no page under 45."""
    scores = {
        path.name: reading_ease(sentences(markdown.reset().convert(page))) for path, (page, _) in GUIDANCE.items()
    }

    assert median(scores.values()) >= 60
    assert min(scores.values()) >= 45, scores
