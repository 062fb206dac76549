"""Names that tell content: each script and stylesheet of ours is renamed on the finished site, wherever it is named.

What is served is what was reviewed but for those names, so a browser may keep it for good, and a page can never
get the script of another version. Material's own files and the runtime's have such names already.
"""

import hashlib
import re
from collections.abc import Iterable, Mapping
from pathlib import Path

SCRIPTS, STYLES = Path("assets/javascripts"), Path("assets/stylesheets")
LASTING = re.compile(r"[.-][0-9a-f]{8,}\.")
NAMED = re.compile(r'(?<=")\./([\w.-]+\.m?js)(?=")')  # by another script, as modules name each other
ENTRY = re.compile(r'<script type="module" src="([^"]*/)([^"/]+)">')


def with_content(path: Path, content: bytes) -> str:
    """Return a file's name with the hash of its content in it."""
    return f"{path.stem}-{hashlib.sha256(content).hexdigest()[:12]}{path.suffix}"


def write(site: Path) -> None:
    """Rename them; let each page load what its modules import along with them."""
    named = {
        **_renamed(site / SCRIPTS, ".mjs", ".js"),
        **_renamed(site / STYLES, ".css"),
    }
    imports = {path.name: _imports(path) for path in (site / SCRIPTS).glob("*.mjs")}
    for page in site.rglob("*.html"):
        html = page.read_text(encoding="utf-8")
        for old, new in named.items():
            html = html.replace(f'/{old}"', f'/{new}"')
        head, end, body = html.partition("</head>")
        head = ENTRY.sub(lambda found: f"{_preloads([found], imports)}{found[0]}", head)
        page.write_text(f"{head}{_preloads(ENTRY.finditer(body), imports)}{end}{body}", encoding="utf-8")


def _preloads(entries: Iterable[re.Match[str]], imports: Mapping[str, list[str]]) -> str:
    """Return the links that load what the modules of some script elements import."""
    addresses = dict.fromkeys(f"{entry[1]}{name}" for entry in entries for name in imports[entry[2]])
    return "".join(f'<link rel="modulepreload" href="{address}">' for address in addresses)


def _renamed(folder: Path, *suffixes: str) -> dict[str, str]:
    """Rename a folder's files that have no lasting name, those first that others name; return the new by the old."""
    old = {path.name: path for path in folder.iterdir() if path.suffix in suffixes and not LASTING.search(path.name)}
    new: dict[str, str] = {}

    def rename(name: str) -> str:
        if name in old and name not in new:
            content = NAMED.sub(lambda found: f"./{rename(found[1])}", old[name].read_text(encoding="utf-8")).encode()
            new[name] = with_content(old[name], content)
            (folder / new[name]).write_bytes(content)
            old[name].unlink()
        return new.get(name, name)

    for name in old:
        rename(name)
    return new


def _imports(path: Path) -> list[str]:
    """Return the modules that a module imports, and those that these import."""
    direct = [found for found in NAMED.findall(path.read_text(encoding="utf-8")) if found.endswith(".mjs")]
    return [*direct, *(further for name in direct for further in _imports(path.with_name(name)))]
