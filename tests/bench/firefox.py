"""Firefox ESR, with a profile on disk, through its own WebDriver BiDi: the one protocol a stock Firefox speaks.

Playwright drives a Firefox of its own making, and selenium needs a driver that Debian does not carry.
"""

import base64
import json
import os
import re
import shutil
import socket
import struct
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.bench.tab import PATIENCE, Tab, watch

PREFERENCES = {
    "browser.shell.checkDefaultBrowser": False,
    "browser.startup.page": 0,
    "datareporting.policy.dataSubmissionEnabled": False,
    "app.normandy.enabled": False,
    "app.update.enabled": False,
    "extensions.update.enabled": False,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "services.settings.server": "data:,#remote-settings-dummy/v1",
    "toolkit.telemetry.enabled": False,
}
TEXT, CLOSE, PING = 1, 8, 9  # kinds of WebSocket frame (RFC 6455)


class Bidi:
    """A BiDi session: commands over one WebSocket."""

    def __init__(self, port: int) -> None:
        self._socket = socket.create_connection(("127.0.0.1", port), timeout=PATIENCE)
        self._stream = self._socket.makefile("rb")
        self._count = 0
        key = base64.b64encode(os.urandom(16)).decode()
        self._socket.sendall(
            f"GET /session HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            f"Sec-WebSocket-Key: {key}\r\nSec-WebSocket-Version: 13\r\n\r\n".encode()
        )
        while self._stream.readline() != b"\r\n":
            pass

    def __call__(self, method: str, **params: Any) -> Any:
        """Send a command and return its result; raise `LookupError` with what the browser says is wrong."""
        self._count += 1
        self._send(json.dumps({"id": self._count, "method": method, "params": params}).encode())
        while True:
            reply = self._receive()
            if reply.get("id") == self._count:
                if reply["type"] == "error":
                    raise LookupError(reply["message"])
                return reply["result"]

    def close(self) -> None:
        """End the connection."""
        self._stream.close()
        self._socket.close()

    def _send(self, data: bytes) -> None:
        mask = os.urandom(4)
        size = len(data)
        if size < 126:
            length = bytes([0x80 | size])
        elif size < 1 << 16:
            length = struct.pack("!BH", 0x80 | 126, size)
        else:
            length = struct.pack("!BQ", 0x80 | 127, size)
        body = bytes(byte ^ mask[place % 4] for place, byte in enumerate(data))
        self._socket.sendall(bytes([0x80 | TEXT]) + length + mask + body)

    def _receive(self) -> Any:
        message = b""
        while True:
            first, second = self._stream.read(2)
            size = second & 127
            if size == 126:
                (size,) = struct.unpack("!H", self._stream.read(2))
            elif size == 127:
                (size,) = struct.unpack("!Q", self._stream.read(8))
            data = self._stream.read(size)
            kind = first & 15
            if kind == CLOSE:
                raise ConnectionError("Firefox ended the session.")
            if kind == PING:
                continue
            message += data
            if first & 0x80:
                return json.loads(message)


class FirefoxTab(Tab):
    """A tab of Firefox."""

    def __init__(self, bidi: Bidi) -> None:
        self._bidi = bidi
        self._context = bidi("browsingContext.getTree")["contexts"][0]["context"]

    def go(self, address: str) -> None:
        self._bidi("browsingContext.navigate", context=self._context, url=address, wait="none")
        self.wait_for(f"location.href.split('#')[0] === {json.dumps(address)}")

    def reload(self) -> None:
        self.evaluate("bench.old = true")
        self._bidi("browsingContext.reload", context=self._context, wait="none")
        self.wait_for("globalThis.bench && !bench.old")

    def evaluate(self, expression: str) -> Any:
        found = self._bidi(
            "script.evaluate",
            expression=f"(async () => JSON.stringify(await ({expression})))()",
            target={"context": self._context},
            awaitPromise=True,
        )
        if found["type"] != "success":
            raise LookupError(found["exceptionDetails"]["text"])
        text = found["result"].get("value")
        return json.loads(text) if text else None


@contextmanager
def firefox(profile: Path) -> Iterator[Tab]:
    """Start Firefox on a profile; yield its tab. Raise `LookupError` where there is none."""
    found = shutil.which("firefox-esr")
    if not found:
        raise LookupError("Firefox ESR is needed: install the distribution's firefox-esr.")
    lines = (f"user_pref({json.dumps(name)}, {json.dumps(value)});\n" for name, value in PREFERENCES.items())
    (profile / "user.js").write_text("".join(lines), encoding="utf-8")
    log = profile / "bench.log"
    with log.open("wb") as written:
        command = (found, "--headless", "--remote-debugging-port=0", "--profile", str(profile))
        process = subprocess.Popen(command, stdout=written, stderr=subprocess.STDOUT)
    try:
        bidi = Bidi(_port(log))
        bidi("session.new", capabilities={})
        bidi("script.addPreloadScript", functionDeclaration=f"() => {{ {watch()} }}")
        time.sleep(1)
        yield FirefoxTab(bidi)
        bidi("browser.close")
        bidi.close()
        process.wait(PATIENCE)
    finally:
        process.kill()
        process.wait()


def _port(log: Path) -> int:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if found := re.search(r"WebDriver BiDi listening on ws://127\.0\.0\.1:(\d+)", log.read_text(errors="replace")):
            return int(found[1])
        time.sleep(0.05)
    raise TimeoutError("Firefox did not open its WebDriver BiDi port.")
