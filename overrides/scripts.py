"""The pages' scripts: each module that a page asks for becomes one plain script, with all that it imports.

A page so asks once, needs no type from its server but the one that every script has, and opens from disk too.
"""

import re
import shutil
import subprocess
from pathlib import Path

from overrides import kept
from overrides.kept import LOCK
from overrides.pages import Pages
from overrides.runtime import ESBUILD

FOLDER = Path("assets/javascripts")
MODULE = re.compile(r'<script type="module" src="([^"]*/)([^"/]+)\.mjs">')
PLAIN = (
    "--bundle",
    "--minify",
    "--format=iife",
    "--charset=utf8",
    "--log-level=warning",
    "--banner:js={ const me = document.currentScript, address = me.src || new URL(me.dataset.src, document.baseURI);",
    "--define:import.meta.url=address",
    "--footer:js=}",
)


class ScriptError(Exception):
    """The scripts cannot be made; the message says why in a sentence."""


def write(site: Path, pages: Pages, stand_ins: Path | None = None) -> None:
    """Bundle the modules of the made site into it, and let its pages ask for the bundles.

    A module of the folder ``stand_ins`` takes the place of the one of the same name.
    """
    folder = site / FOLDER
    modules = set()
    for page, html in pages.items():
        modules |= {f"{name}.mjs" for _, name in MODULE.findall(html)}
        pages[page] = MODULE.sub(r'<script defer src="\1\2.js">', html)
    for path in stand_ins.glob("*.mjs") if stand_ins else ():
        shutil.copy(path, folder)
    sources = sorted(folder.glob("*.mjs"))
    made_from = kept.of(kept.of_files(LOCK), *PLAIN, *sorted(modules), *(path.read_bytes() for path in sources))

    def bundle(target: Path) -> None:
        command = (str(ESBUILD), *PLAIN, f"--outdir={target}", *sorted(modules))
        done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
        if done.returncode or done.stderr:
            raise ScriptError(f"The scripts cannot be bundled: {done.stderr.strip()}")

    shutil.copytree(kept.once("scripts", made_from, "js", bundle), folder, dirs_exist_ok=True)
    for path in sources:
        path.unlink()


def inline(site: Path, pages: Pages, name: str) -> None:
    """Put a bundle into the pages that ask for it: there it runs before the rest of the page has come."""
    path = site / FOLDER / name
    script = path.read_text(encoding="utf-8")
    asks = re.compile(rf'<script defer src="([^"]*/{re.escape(name)})">')
    for page, html in pages.items():
        pages[page] = asks.sub(lambda found: f'<script data-src="{found[1]}">{script}', html)
    path.unlink()
