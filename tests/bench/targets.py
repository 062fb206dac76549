"""What is to be reached: each figure in its words, and the cells that tell it."""

from dataclasses import dataclass

from checklists.rules import CHECKLISTS
from tests.bench.cells import MATERIAL, OURS, PLAIN
from tests.bench.figures import Results


@dataclass(frozen=True)
class Target:
    """A figure of ours, or its ratio to another median of the same run, and the most that it may be."""

    words: str
    most: float
    cell: str
    against: tuple[str, str] | None = None  # a cell and its side
    moonshot: float | None = None

    def measured(self, results: Results) -> float | None:
        """Return what was measured, or nothing where it was not."""
        found = results.median(self.cell, OURS)
        if self.against is None or found is None:
            return found
        other = results.median(*self.against)
        return found / other if other else None

    def met(self, results: Results) -> bool | None:
        """Tell whether it is reached: not where ours was not to be had, unknown where the other was not."""
        measured = self.measured(results)
        if measured is None:
            return None if results.median(self.cell, OURS) is not None else False
        return measured <= self.most


TARGETS = (
    Target("first outcome cold, loopback, ours / plain Pyodide", 0.38, "cold", ("cold", PLAIN), 0.30),
    Target(
        "first outcome cold, 20 Mbit/s and 20 ms, the same compression on both sides, our page with its theme / plain",
        0.60,
        "cold, 20 Mbit/s",
        ("cold, 20 Mbit/s", PLAIN),
        0.52,
    ),
    Target("reload, ours / plain", 0.25, "reload", ("reload", PLAIN)),
    Target("restart, ours / plain", 0.32, "restart", ("restart", PLAIN)),
    Target("next page, ours / plain reload", 0.06, "next page", ("reload", PLAIN)),
    Target("Firefox cold, ours / plain", 0.30, "cold, Firefox", ("cold, Firefox", PLAIN)),
    *(
        Target(f"ours / {peer}, cold, loopback", 0.36, "cold, beside the peers", ("cold, beside the peers", peer))
        for peer in ("pyodide-mkdocs-theme", "markdown-exec")
    ),
    Target("file://, ours / plain over http, cold", 0.50, "cold, file://", ("cold, file://", PLAIN)),
    Target(
        "bytes cold, both compressed alike, ours / plain",
        0.80,
        "bytes to the first outcome, compressed",
        ("bytes to the first outcome, compressed", PLAIN),
    ),
    Target(
        "bytes cold, server without compression, ours / plain",
        0.45,
        "bytes to the first outcome, uncompressed",
        ("bytes to the first outcome, uncompressed", PLAIN),
    ),
    Target("main thread blocked by us, long tasks", 0, "long tasks more than plain Material"),
    Target("answer to outcome on screen, p99, ms", 16, "answer to outcome in the page, p99"),
    *(
        Target(f"{id_}, all answered, whole assessment under CPython, ms", 5, f"assessment of {id_}, all answered, p50")
        for id_ in CHECKLISTS
    ),
    Target(
        "guidance page bytes (search unopened), ours / plain Material",
        1.10,
        "bytes, guidance page, compressed",
        ("bytes, guidance page, compressed", MATERIAL),
    ),
    Target("build time, ours / plain Material, same Markdown, archive cached", 1.30, "build", ("build", MATERIAL)),
    Target("build time, 2,000 pages / 500 pages", 4.4, "build, 2,000 pages", ("build, 500 pages", OURS)),
)
