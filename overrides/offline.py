"""The site as a folder for a shared drive: one zip, opened from disk without a server.

A page opened from disk may load the scripts, styles and pictures that lie beside it, and nothing else: no module,
no worker from an address, no file by ``fetch``. So the finished site is changed where it leans on those, and nowhere
else: links name files, and what would be fetched is carried by scripts as text. A module in ``overrides/disk`` stands
in for the one of the same name.
"""

import gzip
import json
import re
import shutil
import zipfile
from base64 import b64encode
from html import escape, unescape
from pathlib import Path
from urllib.parse import unquote, urlsplit

import yaml

from checklists import __version__
from overrides import pages, policy, runtime, scripts
from overrides.kept import ROOT
from overrides.pages import Pages
from overrides.runtime import FIXED_DATE
from overrides.settings import CONFIG

DISK = ROOT / "overrides" / "disk"
SERVED = ("404.html", "sitemap.xml*", "search/*.json")  # nothing asks for these on a disk
ADDRESS = re.compile(r'\b(href|src)="([^"]*)"')
MATERIAL = re.compile(r'<script (?:type="text/plain" data-later )?src="([^"]*)bundle\.[^"]*">')
UNPACK = (  # seen only without the stylesheet: a zip lets its index.html be opened alone
    '<p class="unpack-first">Does this page look bare, and do its links lead nowhere? '
    "Unpack the whole zip first. Then open index.html in the folder.</p>"
)


class OfflineError(Exception):
    """The folder would not work from disk; the message says why in a sentence."""


def write(site: Path, made: Pages, folder: Path) -> Path:
    """Change the made files of a site into one that opens from disk; return the zip of it, written into a folder."""
    scripts.write(site, made, DISK)
    _carried(site)
    for path in {path for pattern in SERVED for path in site.glob(pattern)}:
        path.unlink()
        made.pop(path, None)
    for page, html in made.items():
        searched = MATERIAL.sub(r'<script src="\1search.js"></script>\g<0>', html)
        made[page] = ADDRESS.sub(lambda found: f'{found[1]}="{_file(found[2], page, site)}"', searched)  # noqa: B023
    front = site / "index.html"
    made[front] = re.sub("<body[^>]*>", rf"\g<0>{UNPACK}", made[front], count=1)
    policy.write(made, connect="'none'")
    pages.write(made)
    title = yaml.load(_read(CONFIG), yaml.BaseLoader)["site_name"]  # noqa: S506 - it makes nothing but texts
    words = _read(DISK / "read-me-first.txt").format(title=title, version=__version__)
    (site / "Read me first.txt").write_text(words, encoding="utf-8-sig", newline="\r\n")
    name = f"{re.sub(r'[^a-z0-9]+', '-', title.lower()).strip('-')}-{__version__}"
    return zipped(site, folder / f"{name}.zip")


def zipped(site: Path, target: Path) -> Path:
    """Write a folder as a zip with one folder of the zip's name in it; the same files always give the same bytes."""
    target.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(target, "w") as archive:
        for path in sorted(path for path in site.rglob("*") if path.is_file()):
            member = zipfile.ZipInfo(f"{target.stem}/{path.relative_to(site).as_posix()}", FIXED_DATE)
            archive.writestr(member, path.read_bytes(), zipfile.ZIP_DEFLATED, compresslevel=9)
    return target


def _carried(site: Path) -> None:
    """Write what pages would fetch as scripts that carry it: the runtime, the search's index and its worker."""
    folder = site / runtime.FOLDER
    shutil.rmtree(folder)
    folder.mkdir()
    for what, (first, *others) in runtime.files().items():
        if what == "worker":  # the pages have it
            continue
        file = (first, *others)[-1]
        data = file.path.read_bytes()
        text = b64encode(data if file.packed else gzip.compress(data, mtime=0)).decode()
        _write(folder / f"{first.name}.js", f'(self.carried ??= {{}})["{first.name}"] = "{text}";\n')
    (worker,) = site.glob(f"{scripts.FOLDER}/workers/search.*.js")
    carried = f"const source = {json.dumps(_read(worker), ensure_ascii=False)};\n"
    _write(site / scripts.FOLDER / "search.js", carried + _read(DISK / "search.js"))
    worker.unlink()
    index = json.loads(_read(site / "search" / "search_index.json"))
    for entry in index["docs"]:
        entry["location"] = _file(entry["location"] or ".", site / "index.html", site)
    _write(site / "search" / "search_index.js", f"var __index = {json.dumps(index, ensure_ascii=False)};\n")


def _file(address: str, page: Path, site: Path) -> str:
    """Return an address on a page as one that names a file; raise `OfflineError` where there is none."""
    found = urlsplit(unescape(address))
    if found.scheme in {"https", "http", "mailto", "tel"} or not found.path:
        return address
    target = page.parent / unquote(found.path)
    if target.is_dir():
        found = found._replace(path=f"{found.path.removesuffix('/')}/index.html".removeprefix("./"))
        target /= "index.html"
    if found.netloc or found.path.startswith("/") or not target.is_file():
        raise OfflineError(f"{page.relative_to(site)} leads to “{address}”, which is no file of the folder.")
    return escape(found.geturl())


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")
