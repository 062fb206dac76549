"""One server on loopback for every site that is compared, each at a host of its own: ours.localhost, ...

It can be what a real one is: with or without compression, and at the end of a slow line. The line
is narrowed here and not in the browser, so that a worker's fetches are as slow as a page's.
"""

import email.utils
import fnmatch
import gzip
import hashlib
import http.server
import json
import mimetypes
import re
import shutil
import subprocess
import threading
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from tests.bench.figures import BENCH, ROOT

COMPRESS = ROOT / "tests" / "bench" / "compress.mjs"
TYPES = {
    ".mjs": "text/javascript",
    ".js": "text/javascript",
    ".wasm": "application/wasm",
    ".whl": "application/zip",
    ".gz": "application/gzip",
    ".json": "application/json",
    ".svg": "image/svg+xml",
    ".md": "text/markdown",
}
COMPRESSED = re.compile(r"text/|application/(javascript|json|wasm|xml|manifest\+json)|image/svg\+xml")
LASTING = re.compile(r"[.-][0-9a-f]{8,}\.|\d+\.\d+\.\d+")  # a name with its content's hash, or with a version
CHUNK = 16 * 1024  # bytes
CATCH_UP = 0.005  # seconds that a late sleeper may make good


@dataclass(frozen=True)
class Setting:
    """How the server is: whether it compresses, and the line to it."""

    compressing: bool = False
    bits: float = 0  # a second; 0 is the machine's own loopback
    round_trip: float = 0  # seconds


LOOPBACK = Setting()
SLOW_LINE = Setting(compressing=True, bits=20e6, round_trip=0.020)


@dataclass
class Request:
    """One request and what was sent for it, in bytes, headers included."""

    host: str
    path: str
    at: float  # seconds since 1970
    sent: int = 0
    done: bool = False


@dataclass
class File:
    """A file of a site as it is sent."""

    path: Path
    kind: str
    tag: str
    encoded: dict[str, Path] = field(default_factory=dict)


class Line:
    """The one line all connections share: bytes arrive no faster than it carries them."""

    def __init__(self) -> None:
        self.setting = LOOPBACK
        self._lock = threading.Lock()
        self._free = 0.0

    def carry(self, connection: Any, data: bytes) -> None:
        """Send bytes at the line's pace."""
        if not self.setting.bits:
            connection.sendall(data)
            return
        view = memoryview(data)
        for start in range(0, len(data), CHUNK):
            chunk = view[start : start + CHUNK]
            with self._lock:
                begins = max(self._free, time.monotonic() - CATCH_UP)
                self._free = arrives = begins + len(chunk) * 8 / self.setting.bits
            time.sleep(max(0.0, arrives - time.monotonic()))
            connection.sendall(chunk)


class Server(http.server.ThreadingHTTPServer):
    """Serves sites by host. ``requests`` is what was asked for, in order."""

    def __init__(self, sites: dict[str, Path]) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.line = Line()
        self.requests: list[Request] = []
        self.last = time.monotonic()
        self.files = {name: _files(folder) for name, folder in sites.items()}
        self.headers = {name: _headers(folder) for name, folder in sites.items()}

    def address(self, site: str, path: str = "") -> str:
        """Return the address of a site's page."""
        return f"http://{site}.localhost:{self.server_port}/{path}"

    @contextmanager
    def like(self, setting: Setting, site: str) -> Iterator[None]:
        """Serve so for a while, to a visit of a site."""
        if setting.compressing:
            _compress(self.files[site].values())
        before, self.line.setting = self.line.setting, setting
        try:
            yield
        finally:
            self.line.setting = before

    def wait_until_quiet(self, still: float = 1.0, patience: float = 60.0) -> None:
        """Wait until nothing was asked for or sent for some seconds."""
        end = time.monotonic() + patience
        while time.monotonic() < end:
            if all(one.done for one in self.requests) and time.monotonic() - self.last >= still:
                return
            time.sleep(0.05)

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing of a browser that went away."""


class Handler(http.server.BaseHTTPRequestHandler):
    """Answers one connection."""

    server: Server
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    wbufsize = -1
    fresh = True

    def do_GET(self) -> None:
        """Answer with the file of this host."""
        host = (self.headers["Host"] or "").split(".")[0]
        request = Request(host, unquote(urlsplit(self.path).path).lstrip("/"), time.time())
        self.server.requests.append(request)
        try:
            self._answer(request)
        finally:
            request.done = True
            self.server.last = time.monotonic()

    def _answer(self, request: Request) -> None:
        setting = self.server.line.setting
        path = request.path
        time.sleep(setting.round_trip * (2 if self.fresh else 1))  # a new connection shakes hands first
        self.fresh = False

        files = self.server.files.get(request.host, {})
        if path not in files and f"{path}/index.html" in files:
            self._send(request, 301, {"Location": f"/{path}/"}, b"")
            return
        found = files.get(f"{path}index.html" if path.endswith("/") or not path else path)
        if not found:
            missing = files.get("404.html")
            self._send(request, 404, {"Content-Type": "text/html"}, missing.path.read_bytes() if missing else b"")
            return
        lasts = "public, max-age=31536000, immutable" if LASTING.search(path) else "no-cache"
        headers = {"Content-Type": found.kind, "Cache-Control": lasts, "ETag": f'"{found.tag}"'}
        for pattern, theirs in self.server.headers[request.host]:
            if fnmatch.fnmatchcase(f"/{path}", pattern):
                headers |= theirs
        if self.headers["If-None-Match"] == headers["ETag"]:
            self._send(request, 304, headers, b"")
            return
        sent = found.path
        if setting.compressing and found.encoded:
            headers["Vary"] = "Accept-Encoding"
            accepted = {one.strip() for one in (self.headers["Accept-Encoding"] or "").split(",")}
            encoding = next((one for one in found.encoded if one in accepted), None)
            if encoding:
                headers["Content-Encoding"] = encoding
                sent = found.encoded[encoding]
        self._send(request, 200, headers, sent.read_bytes())

    def _send(self, request: Request, status: int, headers: dict[str, str], body: bytes) -> None:
        lines = [f"HTTP/1.1 {status} {self.responses[status][0]}", f"Date: {email.utils.formatdate(usegmt=True)}"]
        headers = headers if status == 304 else headers | {"Content-Length": str(len(body))}
        lines += [f"{name}: {value}" for name, value in headers.items()]
        head = "\r\n".join([*lines, "", ""]).encode("latin-1")
        request.sent = len(head) + len(body)
        self.server.line.carry(self.connection, head + body)

    def log_message(self, *_: Any) -> None:
        """Print nothing: the server keeps its own list."""


@contextmanager
def serving(sites: dict[str, Path]) -> Iterator[Server]:
    """Serve sites on a free port of loopback; yield the server."""
    server = Server(sites)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()


def _files(site: Path) -> dict[str, File]:
    """Return a site's files by their path."""
    files = {}
    for path in sorted(site.rglob("*")):
        name = path.relative_to(site).as_posix()
        if path.is_file() and name != "_headers":
            tag = hashlib.sha256(path.read_bytes()).hexdigest()[:24]
            kind = TYPES.get(path.suffix) or mimetypes.guess_type(name)[0] or "application/octet-stream"
            files[name] = File(path, kind, tag)
    return files


def _compress(files: Iterable[File]) -> None:
    """Compress what is worth it, once, as a static host does."""
    folder = BENCH / "compressed"
    folder.mkdir(parents=True, exist_ok=True)
    wanted = {}
    for file in files:
        if COMPRESSED.match(file.kind) and not file.encoded:
            file.encoded = {"br": folder / f"{file.tag}.br", "gzip": folder / f"{file.tag}.gz"}
            if not file.encoded["gzip"].exists():
                file.encoded["gzip"].write_bytes(gzip.compress(file.path.read_bytes(), 6, mtime=0))
            if not file.encoded["br"].exists():
                wanted[str(file.encoded["br"])] = str(file.path)
    if wanted:
        node = shutil.which("node") or "node"
        subprocess.run((node, str(COMPRESS)), input=json.dumps(wanted), text=True, check=True)


def _headers(site: Path) -> list[tuple[str, dict[str, str]]]:
    """Return what a site's header file asks for: a pattern of paths, and the headers they get."""
    file = site / "_headers"
    found: list[tuple[str, dict[str, str]]] = []
    for line in file.read_text(encoding="utf-8").splitlines() if file.exists() else ():
        if line.startswith("/"):
            found.append((line.strip(), {}))
        elif line.strip():
            name, value = line.split(":", 1)
            found[-1][1][name.strip()] = value.strip()
    return found
