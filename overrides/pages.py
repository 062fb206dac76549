"""The pages of a made site as text, by the file of each: read once, changed by one step after another, written once."""

from pathlib import Path

type Pages = dict[Path, str]


def read(site: Path) -> Pages:
    """Return the pages of a site."""
    return {path: path.read_text(encoding="utf-8") for path in sorted(site.rglob("*.html"))}


def write(pages: Pages) -> None:
    """Write the pages to their files."""
    for path, html in pages.items():
        path.write_text(html, encoding="utf-8")
