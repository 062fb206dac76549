"""Builds the site: Markdown to pages, documents, the stylesheet, the browser's Python, the security policy."""

import argparse
import gc
import itertools
import json
import logging
import os
import shutil
import subprocess
import sys
import tempfile
from datetime import date
from pathlib import Path

from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config

from overrides import (
    bank_holidays,
    documents,
    hosting,
    kept,
    names,
    offline,
    pages,
    policy,
    precache,
    runtime,
    scripts,
    settings,
)
from overrides.kept import LOCK, ROOT
from overrides.pages import Pages

SITE = ROOT / "site"
ZIPS = ROOT / "zip"
STYLES = ROOT / "overrides" / "styles"
PURGE = ROOT / "overrides" / "purgecss.config.mjs"
WORKER = '<script type="text/plain" data-worker>'  # of a page that may need one of its own
FIRST = "start.js"  # what begins before the rest of its page is there
UNUSED = ("assets/**/*.map", "assets/javascripts/lunr")  # Material's, for its makers and for other languages


class BuildError(Exception):
    """The site cannot be built; the message says why in a sentence."""


def build(site: Path, *, policy_in_pages: bool) -> None:
    """Build the site into a folder, as it is served.

    ``policy_in_pages`` writes the policy into every page too, for a server that sends no headers.
    """
    made = make(site)
    scripts.write(site, made)
    scripts.inline(site, made, FIRST)
    names.write(site, made)
    hosting.write(site, policy.of(*made.values()))
    if policy_in_pages:
        policy.write(made)
    pages.write(made)
    precache.write(site)


def make(site: Path) -> Pages:
    """Make the files of the site in a folder; return its pages, which are still to be finished and written."""
    try:
        practice = settings.read()
        documents.read()
    except (settings.SettingError, documents.DocumentError) as error:
        raise BuildError(str(error)) from error
    _pages(site)
    documents.build(site, practice.get("name", ""))
    _stylesheets(site)
    _runtime(site)
    made = pages.read(site)
    _worker(made)
    return made


def build_zip(folder: Path) -> Path:
    """Build the site for a shared drive; return its zip, written into a folder."""
    with tempfile.TemporaryDirectory() as place:
        site = Path(place)
        return offline.write(site, make(site), folder)


def _pages(site: Path) -> None:
    os.environ["NO_MKDOCS_2_WARNING"] = "1"  # of Material's
    told: list[str] = []
    listener = logging.Handler(logging.WARNING)
    listener.emit = lambda record: told.append(f"{record.levelname}: {record.getMessage()}")  # type: ignore[method-assign]
    logging.getLogger("mkdocs").addHandler(listener)
    try:
        config = load_config(str(ROOT / "mkdocs.yml"), strict=True, site_dir=str(site))
        config.plugins.on_startup(command="build", dirty=False)
        mkdocs_build(config)
        config.plugins.on_shutdown()
    except Exception as error:  # whatever MkDocs, an extension or a plugin raises, a page is to blame
        why = " ".join(" ".join(told or [str(error)]).split())
        raise BuildError(f"The pages cannot be built. {why}") from error
    finally:
        logging.getLogger("mkdocs").removeHandler(listener)
    for path in {path for pattern in UNUSED for path in site.glob(pattern)}:
        shutil.rmtree(path) if path.is_dir() else path.unlink()
    for page in sorted((ROOT / "docs").rglob("*.md")):
        if "```checklist" in page.read_text(encoding="utf-8"):
            name = page.relative_to(ROOT / "docs").with_suffix("")
            if "data-checklist=" not in (site / name / "index.html").read_text(encoding="utf-8"):
                raise BuildError(f"docs/{name}.md has a checklist fence, but its page has no form.")


def _stylesheets(site: Path) -> None:
    """Write the stylesheets; the one of the checklists without what nothing on their pages uses."""
    content = sorted([*site.glob("checklists/*/index.html"), *(site / scripts.FOLDER).glob("*.mjs")])
    made_from = kept.of(kept.of_files(STYLES, PURGE, LOCK), *(path.read_bytes() for path in content))

    def write(folder: Path) -> None:
        compile_all = (
            "node_modules/.bin/sass",
            "--no-source-map",
            "--style=compressed",
            "--quiet-deps",
            "--load-path=node_modules",
            f"{STYLES}:{folder}",
        )
        cut = (
            "node_modules/.bin/purgecss",
            f"--config={PURGE}",
            f"--css={folder / 'checklist.css'}",
            *(f"--content={path}" for path in content),
            f"--output={folder}",
        )
        for command in (compile_all, cut):
            done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
            if done.returncode:
                raise BuildError(f"The stylesheets cannot be built: {done.stderr.strip()}")

    shutil.copytree(kept.once("stylesheets", made_from, "css", write), site / names.STYLES, dirs_exist_ok=True)


def _runtime(site: Path) -> None:
    folder = site / runtime.FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    for file in itertools.chain.from_iterable(runtime.files().values()):
        shutil.copyfile(file.path, folder / file.name)
    module = f"export default {json.dumps(runtime.described(), indent=2)};\n"
    (site / scripts.FOLDER / "runtime.mjs").write_text(module, encoding="utf-8")


def _worker(made: Pages) -> None:
    """Put the worker's script into the pages that may need one of their own."""
    [worker] = runtime.files()["worker"]
    script = worker.path.read_text(encoding="utf-8")
    for page, html in made.items():
        made[page] = html.replace(WORKER, f"{WORKER}{script}")


def main() -> int:
    """Build the site; return 1 with one sentence where that fails."""
    parser = argparse.ArgumentParser(prog="scripts/build", description="Build the whole site, strictly.")
    parser.add_argument("--policy-in-headers", action="store_true", help="leave the policy to the server's headers")
    parser.add_argument("--offline", action="store_true", help="make one zip for a shared drive instead")
    parser.add_argument("folder", nargs="?", type=Path, help="where to (site/; with --offline, zip/)")
    chosen = parser.parse_args()
    gc.set_threshold(100_000)  # a build makes much and drops little: looking for what was dropped cost a twentieth
    try:
        if chosen.offline:
            zipped = build_zip(chosen.folder or ZIPS)
            done = f"The zip for a shared drive is {zipped}, {zipped.stat().st_size / 1e6:.1f} MB."
        else:
            site = chosen.folder or SITE
            build(site, policy_in_pages=not chosen.policy_in_headers)
            done = f"The site is in {site}."
    except (BuildError, offline.OfflineError, scripts.ScriptError, RuntimeError) as error:
        print(error, file=sys.stderr)
        return 1
    warning = bank_holidays.ends_soon(date.today())  # noqa: DTZ011 - the builder's own day
    if warning:
        print(warning, file=sys.stderr)
    print(done)
    return 0


if __name__ == "__main__":
    sys.exit(main())
