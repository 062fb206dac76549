"""A tab of a real browser, whichever it is, and what a reader does in it."""

import json
import time
from abc import ABC, abstractmethod
from pathlib import Path
from typing import Any

PATIENCE = 120  # seconds
POLL = 0.02  # seconds
SETTLED = 1.5  # seconds in which a browser puts away what it fetched and computed

WATCH = Path(__file__).with_name("watch.js").read_text(encoding="utf-8")
OUTCOME = ".checklist__outcome .checklist__tag, #outcome"  # ours, and that of the comparisons


def watch() -> str:
    """Return the script that goes into every page before it loads."""
    return f"({WATCH})({json.dumps([OUTCOME, PATIENCE * 1000])})"


class Tab(ABC):
    """One tab."""

    @abstractmethod
    def go(self, address: str) -> None:
        """Open an address; return when the page begins."""

    @abstractmethod
    def reload(self) -> None:
        """Load the page again; return when it begins."""

    @abstractmethod
    def evaluate(self, expression: str) -> Any:
        """Return what an expression gives in the page; wait where it is a promise."""

    def wait_for(self, expression: str) -> Any:
        """Wait until an expression gives something in whichever page is there, and return it."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            try:
                if found := self.evaluate(expression):
                    return found
            except LookupError:
                pass
            time.sleep(POLL)
        raise TimeoutError(f"{self.evaluate('location.href')} never gave {expression}")

    def outcome(self, words: str) -> float:
        """Wait for an outcome on screen; return the milliseconds from the start of the navigation to it."""
        return float(self.wait_for(f"{_until(words)}.then((seen) => seen && seen - performance.timeOrigin)"))

    def follow(self, address: str, words: str) -> float:
        """Click a link to another page; return the milliseconds from the click to its outcome on screen."""
        clicked = self.evaluate(
            f"""(() => {{
              const link = document.createElement("a");
              link.href = {json.dumps(address)};
              link.textContent = "Defamation";
              (document.querySelector("article") ?? document.body).append(link);
              const clicked = performance.timeOrigin + performance.now();
              link.click();
              return clicked;
            }})()"""
        )
        self.wait_for(f"location.href === {json.dumps(address)}")  # a page that is left may never answer
        return float(self.wait_for(_until(words))) - float(clicked)


def _until(words: str) -> str:
    return f"globalThis.bench?.until({json.dumps(words)})"
