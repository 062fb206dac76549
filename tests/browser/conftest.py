"""The real thing: the built site, a server, Debian's Chromium."""

import functools
import http.server
import json
import shutil
import socket
import threading
import weakref
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect, sync_playwright

from overrides import hosting
from overrides.build import build

HERE = Path(__file__).parent
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
WAIT = 30_000  # ms: for the browser's Python on a busy machine

expect.set_options(timeout=WAIT)


def pytest_collection_modifyitems(items):
    """Mark every test of this folder."""
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def site(tmp_path_factory):
    """Build the site once, as scripts/build does."""
    folder = tmp_path_factory.mktemp("site")
    build(folder, policy_in_pages=True)
    return folder


class Server(http.server.ThreadingHTTPServer):
    """A server that, once closed, answers nobody: browsers open connections ahead of what they will ask."""

    def __init__(self, handler):
        super().__init__(("127.0.0.1", 0), handler)
        self._open = weakref.WeakSet()

    def process_request(self, request, client_address):
        """Remember the connection, and serve it."""
        self._open.add(request)
        super().process_request(request, client_address)

    def server_close(self):
        """End every connection."""
        super().server_close()
        for request in list(self._open):
            with suppress(OSError):  # it has ended
                request.shutdown(socket.SHUT_RDWR)


@contextmanager
def served(folder, seen=None, **headers):
    """Serve a folder on a free port, with some headers; yield the address. ``seen`` collects what is asked for."""

    class Handler(http.server.SimpleHTTPRequestHandler):
        extensions_map = {  # noqa: RUF012 - as the base class has it
            **http.server.SimpleHTTPRequestHandler.extensions_map,
            ".mjs": "text/javascript",
            ".wasm": "application/wasm",
        }

        def end_headers(self):
            for name, value in headers.items():
                self.send_header(name.replace("_", "-"), value)
            super().end_headers()

        def log_message(self, *_):
            """Keep what was asked for, in place of printing it."""
            if seen is not None:
                seen.append(self.path)

    server = Server(functools.partial(Handler, directory=folder))
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@pytest.fixture(scope="session")
def address(site):
    """Serve the site without any header of its own, as a plain intranet server would."""
    with served(site) as found:
        yield found


@pytest.fixture(scope="session")
def policy_of_site(site):
    """Return the site's policy, as its header file gives it."""
    lines = (site / hosting.HEADERS).read_text(encoding="utf-8").splitlines()
    return lines[1].removeprefix("  Content-Security-Policy: ")


@pytest.fixture(scope="session")
def chromium():
    """Start the distribution's Chromium, headless."""
    found = shutil.which("chromium")
    assert found, "Chromium is needed: run scripts/bootstrap browser"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def context(chromium):
    """Open a browser profile of its own."""
    opened = chromium.new_context(viewport={"width": 1280, "height": 900}, service_workers="block")
    opened.set_default_timeout(WAIT)
    yield opened
    opened.close()


@pytest.fixture
def page(context) -> Page:
    """Open a tab; an error of our scripts, or a breach of the policy, fails the test."""
    opened = context.new_page()
    faults = []
    opened.on("pageerror", lambda error: faults.append(str(error)))
    opened.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
    yield opened
    assert not faults


def worker_of(page):
    """Return the worker of a page that has one of its own."""
    return next(worker for worker in page.workers if worker.url.startswith("blob:"))


def shared_workers(session, address):
    """Return the shared workers of a site."""
    targets = session.send("Target.getTargets")["targetInfos"]
    return [one for one in targets if one["type"] == "shared_worker" and one["url"].startswith(address)]


class SharedWorker:
    """The shared worker of a site, spoken to through the browser's own protocol: playwright does not show it."""

    def __init__(self, browser, address, page):
        self.page = page
        self.session = browser.new_browser_cdp_session()
        self.replies = {}
        self.session.on("Target.receivedMessageFromTarget", self._received)
        [target] = shared_workers(self.session, address)
        attached = self.session.send("Target.attachToTarget", {"targetId": target["targetId"], "flatten": False})
        self.id = attached["sessionId"]

    def _received(self, event):
        reply = json.loads(event["message"])
        self.replies[reply.get("id")] = reply

    def evaluate(self, expression):
        """Return what a function gives inside the worker."""
        number = len(self.replies) + 1
        asked = {"expression": f"({expression})()", "awaitPromise": True, "returnByValue": True}
        message = json.dumps({"id": number, "method": "Runtime.evaluate", "params": asked})
        self.session.send("Target.sendMessageToTarget", {"sessionId": self.id, "message": message})
        for _ in range(WAIT // 10):
            if number in self.replies:
                return self.replies[number]["result"]["result"].get("value")
            self.page.wait_for_timeout(10)
        raise AssertionError(f"The shared worker did not answer {expression}.")


def outcome_of(page):
    """Wait for an outcome on the page, and for what explains it; return its word."""
    found = page.locator(".checklist__assessment:not(:has([aria-busy])) .checklist__outcome .checklist__tag")
    return found.inner_text()


def choose(page, question, value):
    """Choose an answer of a question, in the wording that is shown."""
    page.locator(f'[data-question="{question}"]:not([data-elsewhere]) input[value="{value}"]').check()


def type_date(page, question, day, month, year):
    """Type a date into its three boxes."""
    for part, text in (("day", day), ("month", month), ("year", year)):
        page.locator(f'[data-question="{question}"]:not([data-elsewhere]) input[name$="[{part}]"]').fill(text)
