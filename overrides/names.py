"""Names that tell content: each script and stylesheet of ours is renamed on the finished site, wherever it is named.

A browser may keep for good what has such a name, and a page can never get the script of another version. Material's
own files and the runtime's have such names already.
"""

import hashlib
import re
from pathlib import Path

from overrides import scripts
from overrides.pages import Pages

STYLES = Path("assets/stylesheets")
LASTING = re.compile(r"[.-][0-9a-f]{8,}\.")


def with_content(path: Path, content: bytes) -> str:
    """Return a file's name with the hash of its content in it."""
    return f"{path.stem}-{hashlib.sha256(content).hexdigest()[:12]}{path.suffix}"


def write(site: Path, pages: Pages) -> None:
    """Rename the scripts and stylesheets of the site, and let the pages ask for them by their new names."""
    named = {
        path.name: path.rename(path.with_name(with_content(path, path.read_bytes()))).name
        for path in [*(site / scripts.FOLDER).glob("*.js"), *(site / STYLES).glob("*.css")]
        if not LASTING.search(path.name)
    }
    asks = re.compile(rf'/({"|".join(map(re.escape, named))})"')
    for page, html in pages.items():
        pages[page] = asks.sub(lambda found: f'/{named[found[1]]}"', html)
