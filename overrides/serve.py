"""Serves the built site with its security policy, and builds it again when a source changes."""

import argparse
import logging
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from mkdocs.livereload import LiveReloadServer

from overrides import pages, policy, precache
from overrides.kept import ROOT

HOST = "127.0.0.1"
WATCHED = ("docs", "checklists", "overrides", "tests/scenarios", "mkdocs.yml")

type StartResponse = Callable[[str, list[tuple[str, str]]], Any]


class Server(LiveReloadServer):
    """MkDocs' live reload, with the site's policy sent as a header on every file.

    The reloading script that MkDocs puts into a page is allowed on that page alone.
    """

    def __init__(self, site: Path, port: int) -> None:
        self.site = site
        self.policy = ""
        self._reloading = threading.local()  # a request has a thread of its own
        self._bound = False
        super().__init__(self.rebuild, HOST, port, str(site))
        self.error_handler = lambda code: (site / "404.html").read_bytes() if code == 404 else None  # noqa: PLR2004

    def server_bind(self) -> None:
        """Take the port, once: before the first build, so that a taken one is known at once."""
        if not self._bound:
            super().server_bind()
            self._bound = True

    def rebuild(self) -> None:
        """Build the site in a process of its own, so that every source is read anew."""
        command = (sys.executable, "-m", "overrides.build", "--policy-in-headers", str(self.site))
        if subprocess.run(command, cwd=ROOT, stdout=subprocess.DEVNULL, check=False).returncode:
            raise SystemExit("The site was not built: mend what the line above names.")
        precache.withdraw(self.site)
        self.policy = policy.of(*pages.read(self.site).values())

    def serve_request(self, environ: dict[str, Any], start_response: StartResponse) -> Iterable[bytes]:
        """Answer a request, the policy among the headers."""
        self._reloading.script = ()

        def start(status: str, headers: list[tuple[str, str]]) -> Any:
            allowed = self.policy.replace("script-src 'self'", " ".join(("script-src 'self'", *self._reloading.script)))
            headers = [*headers, ("Content-Security-Policy", allowed), ("Cache-Control", "no-cache")]
            return start_response(status, headers)

        return super().serve_request(environ, start)

    def _inject_js_into_html(self, content: bytes, epoch: int) -> bytes:
        html: bytes = super()._inject_js_into_html(content, epoch)  # type: ignore[no-untyped-call]
        self._reloading.script = (policy.hash_of(policy.inline_scripts(html.decode())[-1]),)
        return html


def main() -> int:
    """Serve until interrupted; return 1 with one sentence where that cannot be."""
    parser = argparse.ArgumentParser(prog="scripts/serve", description="Serve the site, rebuilt as you work.")
    parser.add_argument("--port", type=int, default=8000, help="the port (8000)")
    port = parser.parse_args().port
    logging.basicConfig(format="%(message)s", level=logging.INFO)
    logging.getLogger("mkdocs").setLevel(logging.INFO)
    with tempfile.TemporaryDirectory() as folder:
        server = Server(Path(folder), port)
        try:
            server.server_bind()
        except OSError:
            return _refuse(f"Port {port} is taken: stop what uses it, or run scripts/serve --port {port + 1}.")
        try:
            server.rebuild()
            for path in WATCHED:
                server.watch(str(ROOT / path))
            server.serve()  # type: ignore[no-untyped-call]
        except KeyboardInterrupt:
            return 0
        except SystemExit as error:
            return _refuse(str(error))
        finally:
            server.shutdown()
    return 0


def _refuse(sentence: str) -> int:
    print(sentence, file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
