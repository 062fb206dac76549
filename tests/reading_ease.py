"""Flesch reading ease: 206.835 - 1.015 words per sentence - 84.6 syllables per word. Plain English is 60 or more."""

import re
from html.parser import HTMLParser

import pyphen

HYPHENS = pyphen.Pyphen(lang="en_GB")
SILENT = r"(?<=[^aeiouy])(?<![^aeiouy]l)e$"
BLOCKS = {"p", "li", "dd", "dt", "blockquote", "summary"}
LEFT_OUT = {"h1", "h2", "h3", "h4", "table", "code", "pre", "script", "label"}


def syllables(word):
    """Count the syllables of a word: its vowel sounds, between the places where it may be hyphenated."""
    spoken = re.sub(r"[’'].*$|(?<=[^tdaeiouy])ed$|(?<=[^cghsxz]e)s$", "", word.lower())
    parts = (re.sub(SILENT, "", part) for part in HYPHENS.inserted(spoken).split("-"))
    return sum(len(re.findall(r"[aeiouy]+", part)) or 1 for part in parts)


def reading_ease(sentences):
    """Return the score of some sentences."""
    words = [word for sentence in sentences for word in re.findall(r"[A-Za-z][A-Za-z’']*", sentence)]
    return 206.835 - 1.015 * len(words) / len(sentences) - 84.6 * sum(map(syllables, words)) / len(words)


class _Prose(HTMLParser):
    """Collects the text of paragraphs and lists: no headings, tables, citations or addresses."""

    def __init__(self):
        super().__init__()
        self.blocks = [""]
        self.outside = []

    def handle_starttag(self, tag, attrs):
        """Begin a block, or something that is left out."""
        if self.outside:
            self.outside += [tag] if tag == self.outside[0] else []
        elif tag in LEFT_OUT or (tag == "a" and ("class", "citation") in attrs):
            self.outside = [tag]
        elif tag in BLOCKS:
            self.blocks.append("")

    def handle_endtag(self, tag):
        """End what is left out."""
        if self.outside and tag == self.outside[0]:
            self.outside.pop()
        elif tag in BLOCKS:
            self.blocks.append("")

    def handle_data(self, data):
        """Take words that are read as prose."""
        if not self.outside:
            self.blocks[-1] += data


def sentences(html):
    """Return the sentences of a page; an item of a list counts as one."""
    prose = _Prose()
    prose.feed(html)
    text = (re.sub(r"https?://\S+|\S+@\S+|\(\W*\)", "", " ".join(block.split())) for block in prose.blocks)
    found = (one for block in text for one in re.split(r"(?<=[.!?])[”’)]*\s+", block))
    return [" ".join(one.split()) for one in found if re.search(r"[A-Za-z]", one)]
