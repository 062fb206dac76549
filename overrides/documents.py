"""The documents as files: each page of docs/documents/ in Word and PDF, and all of them in one PDF.

The page is the source. pandoc reads the document out of the built page and writes it for Word, or for
Typst, which makes a tagged PDF. The same page always gives the same bytes, and is made into files once.
"""

import io
import json
import re
import shutil
import subprocess
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cache, cached_property
from pathlib import Path
from typing import Any, Final
from xml.sax.saxutils import escape

import pypandoc
from jinja2 import Environment, FileSystemLoader
from mkdocs.utils.meta import get_data

from checklists.dates import in_words
from overrides import formats, kept, settings
from overrides.formats import TYPST, WORD, Format, Node, quoted, said
from overrides.kept import ROOT
from overrides.runtime import FIXED_DATE

FOLDER = ROOT / "docs" / "documents"
TEMPLATES = ROOT / "overrides" / "templates"
MADE_BY = (
    Path(__file__),
    Path(formats.__file__),
    TEMPLATES / "document.typ",
    ROOT / "requirements.txt",  # which pandoc and Typst
    *sorted((TEMPLATES / "word").iterdir()),
)
ARTICLE = re.compile(r'<div class="document"[^>]*>(.*)</div><!-- document -->', re.DOTALL)
SIZES = {None: 11, "large": 14}  # of the letters, in points; a document's front matter may say size: large
PACK = "policy-pack"
PACK_TITLE = "Online abuse: policy pack"
STANDARD: Final = "ua-1"  # PDF/UA-1, ISO 14289-1: Typst refuses to write what breaks it

NEEDED = {"title": str, "description": str, "version": str, "owner": str, "reviewed": date, "review_due": date}

environment = Environment(loader=FileSystemLoader(TEMPLATES / "word"), autoescape=True)


class DocumentError(ValueError):
    """A document that does not say what its sheet must; the message says which and what."""


@dataclass(frozen=True)
class Document:
    """A document: its name, its front matter, and what its built page shows."""

    name: str
    meta: dict[str, Any]
    html: str

    @property
    def title(self) -> str:
        """Return its title."""
        return str(self.meta["title"])

    @property
    def reviewed(self) -> date:
        """Return the day it was last reviewed, which is also the date of its files."""
        found: date = self.meta["reviewed"]
        return found

    @property
    def control(self) -> tuple[str, str]:
        """Return the two lines that tell one version from another."""
        return (
            f"Version {self.meta['version']}. Owner: {self.meta['owner']}.",
            f"Reviewed {in_words(self.reviewed)}. Next review due {in_words(self.meta['review_due'])}.",
        )

    @property
    def size(self) -> int:
        """Return the size of its letters, in points."""
        return SIZES[self.meta.get("size")]

    @cached_property
    def blocks(self) -> list[Node]:
        """Return what the page shows, as pandoc reads it."""
        html = re.sub(r"<(/?)label\b[^>]*>", r"<\1p>", self.html)  # pandoc would run the labels of tabs together
        found: list[Node] = json.loads(_pandoc(html.encode(), "html", "json"))["blocks"]
        return found


def build(site: Path, practice: str) -> None:
    """Write the Word and PDF file of each document, and the pack, into a built site; each names the practice."""
    documents = list(_documents(site))
    with ThreadPoolExecutor() as pool:
        folders = list(pool.map(lambda document: _made(document, practice), documents))
    for document, folder in zip(documents, folders, strict=True):
        for kind in ("docx", "pdf"):
            target = site / "documents" / document.name / f"{document.name}.{kind}"
            shutil.copyfile(folder / f"document.{kind}", target)
    if documents:
        shutil.copyfile(_pack(documents, folders, practice), site / "documents" / f"{PACK}.pdf")


def read(folder: Path = FOLDER) -> dict[str, dict[str, Any]]:
    """Return the front matter of each document, in the order of the navigation.

    Raises `DocumentError` where a document does not say what its sheet must.
    """
    navigation = settings.CONFIG.read_text(encoding="utf-8")
    found = {}
    for path in sorted(folder.glob("*.md"), key=lambda path: navigation.find(f"documents/{path.name}")):
        _, meta = get_data(path.read_text(encoding="utf-8"))
        if meta.get("template") == "document.html":
            for key, kind in NEEDED.items():
                if not isinstance(meta.get(key), kind):
                    what = "a date, such as 2026-11-23" if kind is date else "a text in quotes"
                    raise DocumentError(f"docs/documents/{path.name} needs {key} in its front matter: {what}.")
            if meta.get("size") not in SIZES:
                raise DocumentError(f"docs/documents/{path.name} has the size “{meta['size']}”: there is only large.")
            found[path.stem] = meta
    return found


def _documents(site: Path) -> Iterator[Document]:
    """Yield the documents of a built site."""
    for name, meta in read().items():
        page = (site / "documents" / name / "index.html").read_text(encoding="utf-8")
        if not (article := ARTICLE.search(page)):
            raise RuntimeError(f"The page of docs/documents/{name}.md shows no document.")
        yield Document(name, meta, article[1])


def _made(document: Document, practice: str) -> Path:
    """Return the folder of a document's files, made unless the same have been made before."""

    def make(folder: Path) -> None:
        body = _written(document, TYPST, "typst").decode()
        (folder / "document.typ").write_text(body, encoding="utf-8")
        (folder / "document.docx").write_bytes(_word(document, practice))
        (folder / "document.pdf").write_bytes(_pdf(document.title, document.reviewed, _sheet(document, practice, body)))

    return _once(document.name, f"{practice}\0{document.meta}\0{document.html}", make)


def _pack(documents: list[Document], folders: list[Path], practice: str) -> Path:
    bodies = [(folder / "document.typ").read_text(encoding="utf-8") for folder in folders]
    sheets = [_sheet(document, practice, body) for document, body in zip(documents, bodies, strict=True)]
    newest = max(document.reviewed for document in documents)
    about = f"Every document, as reviewed up to {in_words(newest)}. These are models, not legal advice."
    cover = (
        f"#cover(title: {quoted(PACK_TITLE)}, practice: {quoted(practice)}, "
        f'contents: "Contents", about: {quoted(about)})\n'
    )
    source = cover + "".join(sheets)

    def make(folder: Path) -> None:
        (folder / "document.pdf").write_bytes(_pdf(PACK_TITLE, newest, source))

    return _once(PACK, source, make) / "document.pdf"


def _once(name: str, source: str, make: Callable[[Path], None]) -> Path:
    """Return the folder that is made from a source, unless the same was made before."""

    def write(folder: Path) -> None:
        folder.mkdir()
        make(folder)

    made_from = kept.of(source, kept.of_files(*MADE_BY))
    return kept.once(f"documents/{name}", made_from, "files", write)


def _written(document: Document, kind: Format, writes: str, *options: str) -> bytes:
    """Return a document as pandoc writes it."""
    tree = {"pandoc-api-version": [1, 23, 1], "meta": {}, "blocks": said(document.blocks, kind)}
    return _pandoc(json.dumps(tree).encode(), "json", writes, *options)


def _pandoc(source: bytes, reads: str, writes: str, *options: str) -> bytes:
    command = (pypandoc.get_pandoc_path(), "--from", reads, "--to", writes, "--wrap=none", *options)
    done = subprocess.run(command, input=source, capture_output=True, check=False)
    if done.returncode:
        raise RuntimeError(f"pandoc could not write a document: {done.stderr.decode().strip()}")
    return done.stdout


# PDF


def _sheet(document: Document, practice: str, body: str) -> str:
    control = ", ".join(quoted(line) for line in document.control)
    return (
        f"#sheet(title: {quoted(document.title)}, practice: {quoted(practice)}, control: ({control}), "
        f"size: {document.size}pt)[\n{body}\n]\n"
    )


def _pdf(title: str, day: date, source: str) -> bytes:
    """Return a tagged PDF; whatever breaks PDF/UA-1 raises `RuntimeError`."""
    rules = (TEMPLATES / "document.typ").read_text(encoding="utf-8")
    import typst  # noqa: PLC0415 - a build that has its documents does not wait for it

    made = f"#set document(title: {quoted(title)})\n{rules}\n{source}"
    try:
        pdf: bytes = typst.compile(
            made.encode(),
            format="pdf",
            ignore_system_fonts=True,
            pdf_standards=STANDARD,
            timestamp=int(datetime(day.year, day.month, day.day, tzinfo=UTC).timestamp()),
        )
    except typst.TypstError as error:
        raise RuntimeError(f"The PDF “{title}” cannot be made: {error}") from error
    return pdf


# Word

PARTS = {
    "header": "application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml",
    "footer": "application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml",
}
RELATIONSHIP = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
SECTION = f"""<w:sectPr xmlns:r="{RELATIONSHIP}">
  <w:headerReference w:type="default" r:id="header"/><w:footerReference w:type="default" r:id="footer"/>
  <w:pgSz w:w="11906" w:h="16838"/>
  <w:pgMar w:top="1191" w:right="1021" w:bottom="1191" w:left="1021" w:header="567" w:footer="567" w:gutter="0"/>
</w:sectPr>"""


def _word(document: Document, practice: str) -> bytes:
    """Return a Word file."""
    with tempfile.NamedTemporaryFile(suffix=".docx") as reference:
        reference.write(_reference(document, practice))
        reference.flush()
        options = (f"--reference-doc={reference.name}", "--syntax-highlighting=none")
        made = _written(document, WORD, "docx", *options)
    parts = _unzipped(made)
    body = parts["word/document.xml"].decode()
    body = body.replace("<w:trPr>", "<w:trPr><w:cantSplit/>")
    body = re.sub(r"<w:tr>(?!\s*<w:trPr>)", "<w:tr><w:trPr><w:cantSplit/></w:trPr>", body)
    mark = re.escape(WORD.new_page)
    body = re.sub(rf"{mark}\s*(<w:p><w:pPr><w:pStyle [^>]*>)", r"\1<w:pageBreakBefore/>", body)
    parts["word/document.xml"] = body.encode()
    core = parts["docProps/core.xml"].decode()
    title = f"<dc:title>{escape(document.title)}</dc:title><dc:language>en-GB</dc:language>"
    core = re.sub(r"<dc:title>.*?</dc:title>", lambda _: title, core)
    core = re.sub(r">\d{4}-\d\d-\d\dT[^<]*<", f">{document.reviewed.isoformat()}T00:00:00Z<", core)
    parts["docProps/core.xml"] = core.encode()
    return _zipped(parts)


def _reference(document: Document, practice: str) -> bytes:
    """Return the file whose styles, header and footer pandoc takes: its own, with ours in place."""
    parts = _unzipped(_default_reference())
    parts["word/styles.xml"] = environment.get_template("styles.xml").render(size=2 * document.size).encode()
    types = relationships = ""
    for part, content_type in PARTS.items():
        template = environment.get_template(f"{part}.xml")
        given = {"practice": practice, "title": document.title, "control": document.control}
        parts[f"word/{part}.xml"] = template.render(given).encode()
        types += f'<Override PartName="/word/{part}.xml" ContentType="{content_type}"/>'
        relationships += f'<Relationship Id="{part}" Type="{RELATIONSHIP}/{part}" Target="{part}.xml"/>'
    for name, end, more in (
        ("[Content_Types].xml", b"</Types>", types),
        ("word/_rels/document.xml.rels", b"</Relationships>", relationships),
    ):
        parts[name] = parts[name].replace(end, more.encode() + end)
    body = parts["word/document.xml"].decode()
    parts["word/document.xml"] = re.sub(r"<w:sectPr>.*?</w:sectPr>", SECTION, body, flags=re.DOTALL).encode()
    return _zipped(parts)


@cache
def _default_reference() -> bytes:
    return _pandoc(b"", "html", "docx", "--print-default-data-file=reference.docx")


def _unzipped(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist() if not name.endswith("/")}


def _zipped(parts: dict[str, bytes]) -> bytes:
    """Return an archive that has the same bytes whenever it is made."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, data in parts.items():
            archive.writestr(zipfile.ZipInfo(name, FIXED_DATE), data, zipfile.ZIP_DEFLATED)
    return made.getvalue()
