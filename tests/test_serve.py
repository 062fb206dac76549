"""scripts/serve: the site with its policy, rebuilt when a source changes."""

import socket
import subprocess
import sys
import threading
import time
import urllib.request

import pytest

from overrides.kept import ROOT
from tests.test_build import house  # noqa: F401 - the fixture

PATIENCE = 60  # seconds


def free_port():
    """Return a port that nothing uses."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def fetched(url):
    """Fetch a page; return its headers and text."""
    with urllib.request.urlopen(url, timeout=PATIENCE) as response:  # noqa: S310 - our own address
        return response.headers, response.read().decode()


def until(condition):
    """Wait until a condition holds."""
    end = time.monotonic() + PATIENCE
    while True:
        try:
            if condition():
                return
        except OSError:
            pass
        assert time.monotonic() < end, "it did not come about in time"
        time.sleep(0.3)


@pytest.mark.browser  # it builds the site three times
def test_it_serves_with_the_policy_and_follows_changes(house):  # noqa: F811
    """Every file carries the policy; a change of a page or of a rule is on the site soon after."""
    port = free_port()
    address = f"http://127.0.0.1:{port}/checklists/harassment/"
    command = [sys.executable, "-m", "overrides.serve", "--port", str(port)]
    server = subprocess.Popen(command, cwd=house, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    drain = threading.Thread(target=server.stderr.read)
    drain.start()
    try:
        until(lambda: fetched(address))
        headers, page = fetched(address)
        assert "'wasm-unsafe-eval'" in headers["Content-Security-Policy"]
        assert "livereload" in page

        rules = house / "checklists" / "rules" / "harassment.py"
        rules.write_text(rules.read_text(encoding="utf-8").replace("Is the target a", "Is the aim a"), encoding="utf-8")
        until(lambda: "Is the aim a" in fetched(address)[1])

        text = house / "docs" / "checklists" / "harassment.md"
        text.write_text(text.read_text(encoding="utf-8") + "\nAdded while it was served.\n", encoding="utf-8")
        until(lambda: "Added while it was served." in fetched(address)[1])

        assert "default-src 'none'" in fetched(f"http://127.0.0.1:{port}/sitemap.xml")[0]["Content-Security-Policy"]
    finally:
        server.terminate()
        server.wait()
        drain.join()
        server.stderr.close()


def test_a_taken_port_is_one_clear_line():
    """Where the port is taken, one line says so and what to do."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]

        done = subprocess.run(
            [sys.executable, "-m", "overrides.serve", "--port", str(port)],
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=False,
        )

    assert done.returncode == 1
    assert done.stderr == f"Port {port} is taken: stop what uses it, or run scripts/serve --port {port + 1}.\n"
