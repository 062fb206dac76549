"""Builds the site: Markdown to pages, documents, the stylesheet, the browser's Python, the security policy."""

import argparse
import itertools
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from datetime import date
from pathlib import Path

from overrides import bank_holidays, documents, hosting, names, offline, policy, precache, runtime, scripts, settings

ROOT = runtime.ROOT
SITE = ROOT / "site"
ZIPS = ROOT / "zip"
STYLES = ROOT / "overrides" / "styles"
FIRST = "start.js"  # what begins before the rest of its page is there
UNUSED = ("assets/**/*.map", "assets/javascripts/lunr")  # Material's, for its makers and for other languages


class BuildError(Exception):
    """The site cannot be built; the message says why in a sentence."""


def build(site: Path, *, policy_in_pages: bool) -> None:
    """Build the site into a folder, as it is served.

    ``policy_in_pages`` writes the policy into every page too, for a server that sends no headers.
    """
    make(site)
    scripts.write(site)
    scripts.inline(site, FIRST)
    names.write(site)
    found = policy.of_site(site)
    if policy_in_pages:
        policy.write_pages(site)
    hosting.write(site, found)
    precache.write(site)


def make(site: Path) -> None:
    """Make the files of the site in a folder."""
    try:
        settings.read()
        documents.read()
    except (settings.SettingError, documents.DocumentError) as error:
        raise BuildError(str(error)) from error
    _pages(site)
    documents.build(site)
    _stylesheets(site)
    _runtime(site)


def build_zip(folder: Path) -> Path:
    """Build the site for a shared drive; return its zip, written into a folder."""
    with tempfile.TemporaryDirectory() as place:
        site = Path(place)
        make(site)
        return offline.write(site, folder)


def _pages(site: Path) -> None:
    command = (sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(site))
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        raise BuildError(_reason(done.stderr or done.stdout))
    for path in {path for pattern in UNUSED for path in site.glob(pattern)}:
        shutil.rmtree(path) if path.is_dir() else path.unlink()
    for page in sorted((ROOT / "docs").rglob("*.md")):
        if "```checklist" in page.read_text(encoding="utf-8"):
            name = page.relative_to(ROOT / "docs").with_suffix("")
            if "data-checklist=" not in (site / name / "index.html").read_text(encoding="utf-8"):
                raise BuildError(f"docs/{name}.md has a checklist fence, but its page has no form.")


def _reason(output: str) -> str:
    """Return the last thing that mkdocs said, which is why it stopped."""
    lines = [line.strip() for line in output.splitlines() if line.strip()]
    told = [
        line for line in lines if line.startswith(("ERROR", "WARNING")) or re.match(r"\S+(Error|Exception): ", line)
    ]
    return "The pages cannot be built. " + (" ".join(told) or "\n".join(lines[-3:]))


def _stylesheets(site: Path) -> None:
    """Write the stylesheets; the one of the checklists without what nothing on their pages uses."""
    target = site / "assets" / "stylesheets"
    compile_all = (
        "node_modules/.bin/sass",
        "--no-source-map",
        "--style=compressed",
        "--quiet-deps",
        "--load-path=node_modules",
        f"{STYLES}:{target}",
    )
    cut = (
        "node_modules/.bin/purgecss",
        f"--config={ROOT / 'overrides' / 'purgecss.config.mjs'}",
        f"--css={target / 'checklist.css'}",
        f"--content={site / 'checklists' / '*' / 'index.html'}",
        f"--content={site / 'assets' / 'javascripts' / '*.mjs'}",
        f"--output={target}",
    )
    for command in (compile_all, cut):
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
        if done.returncode:
            raise BuildError(f"The stylesheets cannot be built: {done.stderr.strip()}")


def _runtime(site: Path) -> None:
    folder = site / runtime.FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    for file in itertools.chain.from_iterable(runtime.files().values()):
        shutil.copyfile(file.path, folder / file.name)
    module = f"export default {json.dumps(runtime.described(), indent=2)};\n"
    (site / scripts.FOLDER / "runtime.mjs").write_text(module, encoding="utf-8")


def main() -> int:
    """Build the site; return 1 with one sentence where that fails."""
    parser = argparse.ArgumentParser(prog="scripts/build", description="Build the whole site, strictly.")
    parser.add_argument("--policy-in-headers", action="store_true", help="leave the policy to the server's headers")
    parser.add_argument("--offline", action="store_true", help="make one zip for a shared drive instead")
    parser.add_argument("folder", nargs="?", type=Path, help="where to (site/; with --offline, zip/)")
    chosen = parser.parse_args()
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
