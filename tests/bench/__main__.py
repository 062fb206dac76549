"""scripts/bench: measures, prints the table, writes JSON, and checks the targets."""

import argparse
import json
import os
import platform
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.bench.cells import CELLS, MADE, PARTS, Bench
from tests.bench.figures import Results
from tests.bench.peers import PeerError
from tests.bench.server import serving
from tests.bench.sites import SiteError
from tests.bench.targets import TARGETS, Target


def main() -> int:
    """Measure; with --check return 1 where a target is missed."""
    chosen = _arguments()
    parts = [name for name in PARTS if name in chosen.only] if chosen.only else list(PARTS)
    if not chosen.firefox and "firefox" not in chosen.only:
        parts = [name for name in parts if name != "firefox"]
    results = Results()
    try:
        folders = _make({site for name in parts for site in PARTS[name].sites}, results)
        with serving(folders) as server:
            for name in parts:
                _say(f"Measuring {name} ...")
                try:
                    PARTS[name].measure(Bench(server, chosen.runs, results))
                except (SiteError, LookupError, TimeoutError, ConnectionError) as error:
                    results.lacks(f"{name} is not measured to its end: {error}")
    except SiteError as error:
        print(error, file=sys.stderr)
        return 1

    targets = [target for target in TARGETS if any(target.cell in PARTS[name].cells for name in parts)]
    print("\n".join((*_table(results), "", *_targets(targets, results), *results.absent)))
    if chosen.json:
        chosen.json.write_text(json.dumps(_data(chosen.runs, targets, results), indent=2) + "\n", encoding="utf-8")
    return 1 if chosen.check and any(target.met(results) is False for target in targets) else 0


def _arguments() -> Any:
    parser = argparse.ArgumentParser(prog="scripts/bench", description="Measure the site beside the plain way.")
    parser.add_argument(
        "--only", type=_parts, default=(), metavar="CELLS", help=f"only these, with commas: {', '.join(PARTS)}"
    )
    parser.add_argument("--runs", type=int, default=5, help="how often each is measured (5)")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write everything there too")
    parser.add_argument("--firefox", action="store_true", help="measure in Firefox ESR as well")
    parser.add_argument("--check", action="store_true", help="end with 1 where a target is missed")
    return parser.parse_args()


def _parts(text: str) -> tuple[str, ...]:
    names = tuple(text.split(","))
    for name in names:
        if name not in PARTS:
            raise argparse.ArgumentTypeError(f"there is no “{name}”; there are {', '.join(PARTS)}")
    return names


def _make(wanted: set[str], results: Results) -> dict[str, Path]:
    folders = {}
    for name in (name for name in MADE if name in wanted):
        _say(f"Building {name} ...")
        try:
            folders[name] = MADE[name]()
        except PeerError as error:
            results.lacks(str(error))
    return folders


def _table(results: Results) -> Iterator[str]:
    """Yield the table: each side's median, least and most, and ours against it, of medians and pair by pair."""
    yield f"{'':45} {'median':>11} {'min':>11} {'max':>11}  ours / it  of pairs"
    for cell in results.as_data(CELLS):
        yield f"{cell['cell']}{', ' if cell['unit'] else ''}{cell['unit']}"
        for side, found in cell["sides"].items():
            numbers = " ".join(f"{_number(found[name]):>11}" for name in ("median", "min", "max"))
            ratio = cell["ratios"].get(side)
            compared = f"  {ratio['of medians']:>9.3f}  {ratio['median of pairs']:>8.3f}" if ratio else ""
            yield f"  {side:43} {numbers}{compared}"


def _number(value: float) -> str:
    return f"{value:,.0f}" if value >= 100 else f"{value:.2f}"


def _targets(targets: list[Target], results: Results) -> Iterator[str]:
    said = {True: "reached", False: "MISSED", None: "not measured"}
    for target in targets:
        measured = target.measured(results)
        moonshot = f" ({target.moonshot:.2f} is the moonshot)" if target.moonshot else ""
        figure = "-" if measured is None else f"{measured:.3f}"
        yield f"{said[target.met(results)]:12} {figure:>8}  at most {target.most:g}{moonshot}: {target.words}"


def _data(runs: int, targets: list[Target], results: Results) -> dict[str, Any]:
    versions = {name: _version(name) for name in ("chromium", "firefox-esr")}
    return {
        "machine": {"processor": platform.machine(), "cores": os.cpu_count(), "load": os.getloadavg(), **versions},
        "measured": time.strftime("%Y-%m-%d %H:%M"),
        "runs": runs,
        "cells": results.as_data(CELLS),
        "targets": [
            {
                "words": target.words,
                "most": target.most,
                "moonshot": target.moonshot,
                "measured": target.measured(results),
                "met": target.met(results),
            }
            for target in targets
        ],
        "absent": results.absent,
    }


def _version(browser: str) -> str:
    found = shutil.which(browser)
    done = found and subprocess.run((found, "--version"), capture_output=True, text=True, check=False)
    return done.stdout.strip() if done else "not there"


def _say(sentence: str) -> None:
    print(sentence, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
