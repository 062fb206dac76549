"""What is measured: parts, which each fill some cells of the table."""

import json
import shutil
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from checklists import wire
from checklists.law import UNSURE, Choice
from checklists.rules import CHECKLISTS
from overrides import scenarios
from tests.bench import peers, sites
from tests.bench.chromium import chromium
from tests.bench.figures import Results, percentile
from tests.bench.firefox import firefox
from tests.bench.server import LOOPBACK, SLOW_LINE, Server, Setting
from tests.bench.tab import OUTCOME, SETTLED, Tab

OURS, PLAIN, MATERIAL = "ours", "plain-pyodide", "plain-material"
GUIDANCE = "first-steps/record/"
ANSWERS = 100
LONG = 50  # ms
ANSWER = Path(__file__).with_name("answer.js").read_text(encoding="utf-8")

type Browser = Callable[[Path], AbstractContextManager[Tab]]


@dataclass(frozen=True)
class Bench:
    """What the parts share: the sites that are served, how often to measure, and where the figures go."""

    server: Server
    runs: int
    results: Results


@dataclass(frozen=True)
class Part:
    """Some cells that are measured together, each with its unit, and the sites that they need."""

    cells: dict[str, str]
    sites: tuple[str, ...]
    measure: Callable[[Bench], None]


MADE: dict[str, Callable[[], Path]] = {
    OURS: sites.ours,
    PLAIN: sites.plain_pyodide,
    MATERIAL: sites.plain_material,
    **peers.MADE,
}


@contextmanager
def _profile() -> Iterator[Path]:
    folder = tempfile.mkdtemp(prefix="bench-")
    try:
        yield Path(folder)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _settle(bench: Bench) -> None:
    bench.server.wait_until_quiet()
    time.sleep(SETTLED)


def _starts(browser: Browser, setting: Setting, suffix: str = "") -> Callable[[Bench], None]:
    """Return what measures the first outcome: cold, on reload, after a restart of the browser, on the next page."""

    def measure(bench: Bench) -> None:
        for _ in range(bench.runs):
            for side in (OURS, PLAIN):
                for cell, value in _start(bench, browser, setting, side):
                    bench.results.add(cell + suffix, side, value)

    return measure


def _start(bench: Bench, browser: Browser, setting: Setting, side: str) -> Iterator[tuple[str, float]]:
    first, other = sites.first(), sites.other()
    address = bench.server.address(side, first.page)
    with bench.server.like(setting, side), _profile() as profile:
        with browser(profile) as tab:
            tab.go(address)
            yield "cold", tab.outcome(first.words)
            _settle(bench)
            tab.reload()
            yield "reload", tab.outcome(first.words)
            _settle(bench)
        with browser(profile) as tab:
            tab.go(address)
            yield "restart", tab.outcome(first.words)
            _settle(bench)
            tab.go(bench.server.address(side, other.page))
            tab.outcome(other.words)
            _settle(bench)
            yield "next page", tab.follow(address, first.words)


def _peers(bench: Bench) -> None:
    """Measure the first outcome, cold, beside each of the others."""
    for _ in range(bench.runs):
        for side in (OURS, *peers.MADE):
            if side in bench.server.files:
                page, words = (sites.first().page, sites.first().words) if side == OURS else ("", peers.WORDS)
                with _profile() as profile, chromium(profile) as tab:
                    tab.go(bench.server.address(side, page))
                    bench.results.add("cold, beside the peers", side, tab.outcome(words))


def _file(bench: Bench) -> None:
    """Measure the first outcome, cold, from the unpacked zip."""
    first = sites.first()
    page = sites.unpacked_zip() / "checklists" / first.checklist / "index.html"
    for _ in range(bench.runs):
        with _profile() as profile, chromium(profile) as tab:
            tab.go(f"{page.as_uri()}?example={first.example}")
            bench.results.add("cold, file://", OURS, tab.outcome(first.words))
        with _profile() as profile, chromium(profile) as tab:
            tab.go(bench.server.address(PLAIN, first.page))
            bench.results.add("cold, file://", PLAIN, tab.outcome(first.words))


def _bytes(bench: Bench) -> None:
    """Count what a cold visit sends: until the outcome, and until the line is quiet."""
    first = sites.first()
    kinds = {"front": "", "guidance": GUIDANCE, "checklist": first.page}
    for _ in range(bench.runs):
        for setting in (Setting(compressing=True), LOOPBACK):
            how = "compressed" if setting.compressing else "uncompressed"
            for kind, page in kinds.items():
                for side in (OURS, PLAIN, MATERIAL) if kind == "checklist" else (OURS, MATERIAL):
                    with bench.server.like(setting, side), _profile() as profile, chromium(profile) as tab:
                        before = len(bench.server.requests)
                        tab.go(bench.server.address(side, page))
                        end = time.time() if side == MATERIAL or kind != "checklist" else _outcome_at(tab, first.words)
                        _settle(bench)
                        sent = [one for one in bench.server.requests[before:] if one.host == side]
                    if side != PLAIN:
                        bench.results.add(f"bytes, {kind} page, {how}", side, sum(one.sent for one in sent))
                    if kind == "checklist" and side != MATERIAL:
                        until = sum(one.sent for one in sent if one.at <= end)
                        bench.results.add(f"bytes to the first outcome, {how}", side, until)


def _outcome_at(tab: Tab, words: str) -> float:
    """Wait for an outcome; return when it was on screen, in seconds since 1970."""
    tab.outcome(words)
    return float(tab.evaluate(f"bench.seen[{json.dumps(words)}]")) / 1000


def _answers(bench: Bench) -> None:
    """Change one answer to and fro, and time each updated outcome."""
    first = sites.first()
    options = []
    for value in ("no", "yes"):
        request = first.request | {"answers": first.request["answers"] | {"serious-harm": value}}
        options.append((_input("serious-harm", value), sites.outcome_in_words(request)))
    selector = OUTCOME.split(",")[0]
    for _ in range(bench.runs):
        with _profile() as profile, chromium(profile) as tab:
            tab.go(bench.server.address(OURS, first.page))
            tab.outcome(first.words)
            _settle(bench)
            found = tab.evaluate(f"({ANSWER})({json.dumps([selector, options, ANSWERS])})")
            for cell, times in zip(
                ("answer to outcome in the page", "answer to outcome painted"), zip(*found, strict=True), strict=True
            ):
                for percent in (50, 99):
                    bench.results.add(f"{cell}, p{percent}", OURS, percentile(list(times), percent))


def _input(question: str, value: str) -> str:
    return f'[data-question="{question}"]:not([data-elsewhere]) input[value="{value}"]'


def _paint(bench: Bench) -> None:
    """Read the paint figures of the checklist's page, and count the long tasks until its outcome and after."""
    first = sites.first()
    for _ in range(bench.runs):
        long = {}
        for side in (OURS, MATERIAL):
            with _profile() as profile, chromium(profile) as tab:
                tab.go(bench.server.address(side, f"checklists/{first.checklist}/"))
                _settle(bench)
                paints = tab.evaluate("bench.paints")
                bench.results.add("first contentful paint", side, paints["first-contentful-paint"])
                bench.results.add("largest contentful paint", side, paints["largest-contentful-paint"])
            with _profile() as profile, chromium(profile) as tab:
                tab.go(bench.server.address(side, first.page))
                if side == OURS:
                    tab.outcome(first.words)
                _settle(bench)
                long[side] = tab.evaluate("bench.longTasks")
                bench.results.add("long tasks", side, len(long[side]))
                bench.results.add("blocked by long tasks", side, sum(one - LONG for one in long[side]))
        bench.results.add("long tasks more than plain Material", OURS, max(0, len(long[OURS]) - len(long[MATERIAL])))


def _build(bench: Bench) -> None:
    """Time the build of the site, the archive cached."""
    house = sites.house()
    with _profile() as folder:
        for _ in range(bench.runs):
            bench.results.add("build", OURS, sites.build(house, folder / "ours"))
            bench.results.add("build", MATERIAL, sites.build_plain_material(house, folder / "plain"))


def _scale(bench: Bench) -> None:
    """Time the build of the site grown; once for every three runs, because it takes minutes."""
    with _profile() as folder:
        for _ in range(max(1, bench.runs // 3)):
            for pages in (500, 2000):
                house = sites.house(pages)
                bench.results.add(f"build, {pages:,} pages", OURS, sites.build(house, folder / "ours"))
                bench.results.add(
                    f"build, {pages:,} pages", MATERIAL, sites.build_plain_material(house, folder / "plain")
                )


def _assessment(bench: Bench) -> None:
    """Time whole assessments under CPython, JSON in, JSON out: each worked case, as it is and with all answered.

    It is the processor’s time, which other work on the machine does not lengthen.
    """
    for id_ in CHECKLISTS:
        cases = scenarios.read(id_)
        for kind, requests in (
            ("", [case.request() for case in cases]),
            (", all answered", [_all_answered(case) for case in cases]),
        ):
            texts = [json.dumps(request, default=str) for request in requests]
            for text in texts:
                wire.reply(text)
            for _ in range(bench.runs):
                times = []
                for text in texts:
                    start = time.process_time()
                    wire.reply(text)
                    times.append((time.process_time() - start) * 1000)
                bench.results.add(f"assessment of {id_}{kind}, p50", OURS, percentile(times, 50))
                bench.results.add(f"assessment of {id_}{kind}, slowest case", OURS, max(times))


def _all_answered(case: scenarios.Scenario) -> dict[str, Any]:
    """Return the request of a case with every question left open answered by the last of its options."""
    request = case.request()
    asked = (question for law in CHECKLISTS[case.checklist].current(case.place) for question in law.questions)
    options = {question.id: question.options[-1].value for question in asked if isinstance(question, Choice)}
    given = {id_: answer for id_, answer in request["answers"].items() if answer != UNSURE.value}
    return {**request, "answers": options | given}


def _of(suffix: str = "") -> dict[str, str]:
    return {f"{cell}{suffix}": "ms" for cell in ("cold", "reload", "restart", "next page")}


PARTS: dict[str, Part] = {
    "start": Part(_of(), (OURS, PLAIN), _starts(chromium, LOOPBACK)),
    "slow": Part(_of(", 20 Mbit/s"), (OURS, PLAIN), _starts(chromium, SLOW_LINE, ", 20 Mbit/s")),
    "firefox": Part(_of(", Firefox"), (OURS, PLAIN), _starts(firefox, LOOPBACK, ", Firefox")),
    "peers": Part({"cold, beside the peers": "ms"}, (OURS, *peers.MADE), _peers),
    "file": Part({"cold, file://": "ms"}, (PLAIN,), _file),
    "bytes": Part(
        {
            f"bytes{what}, {how}": "bytes"
            for how in ("compressed", "uncompressed")
            for what in (" to the first outcome", *(f", {kind} page" for kind in ("front", "guidance", "checklist")))
        },
        (OURS, PLAIN, MATERIAL),
        _bytes,
    ),
    "answer": Part(
        {
            f"answer to outcome {where}, p{percent}": "ms"
            for where in ("in the page", "painted")
            for percent in (50, 99)
        },
        (OURS,),
        _answers,
    ),
    "paint": Part(
        {
            "first contentful paint": "ms",
            "largest contentful paint": "ms",
            "long tasks": "",
            "blocked by long tasks": "ms",
            "long tasks more than plain Material": "",
        },
        (OURS, MATERIAL),
        _paint,
    ),
    "build": Part({"build": "s"}, (), _build),
    "scale": Part({"build, 500 pages": "s", "build, 2,000 pages": "s"}, (), _scale),
    "assessment": Part(
        {
            f"assessment of {id_}{kind}, {what}": "ms"
            for id_ in CHECKLISTS
            for kind in ("", ", all answered")
            for what in ("p50", "slowest case")
        },
        (),
        _assessment,
    ),
}
CELLS = {cell: unit for part in PARTS.values() for cell, unit in part.cells.items()}
