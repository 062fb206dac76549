"""Debian's Chromium, with a profile on disk, through playwright."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Error, Page, ViewportSize, sync_playwright

from tests.bench.tab import PATIENCE, Tab, watch
from tests.browser.conftest import FLAGS

WINDOW = ViewportSize(width=1280, height=900)


class ChromiumTab(Tab):
    """A tab of Chromium."""

    def __init__(self, page: Page) -> None:
        self._page = page

    def go(self, address: str) -> None:
        self._page.goto(address, wait_until="commit")

    def reload(self) -> None:
        self._page.reload(wait_until="commit")

    def evaluate(self, expression: str) -> Any:
        try:
            return self._page.evaluate(expression)
        except Error as error:
            raise LookupError(error.message) from error


@contextmanager
def chromium(profile: Path) -> Iterator[Tab]:
    """Start Chromium on a profile; yield its tab."""
    with sync_playwright() as playwright:
        context = playwright.chromium.launch_persistent_context(
            profile, executable_path=shutil.which("chromium"), args=FLAGS, viewport=WINDOW
        )
        context.set_default_timeout(PATIENCE * 1000)
        context.add_init_script(watch())
        page = context.pages[0]
        page.goto("about:blank")
        page.wait_for_timeout(500)
        yield ChromiumTab(page)
        context.close()
