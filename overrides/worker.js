// The worker: the browser's Python with the checklists in it.
//
// The build puts the runtime's own scripts in front of this one. The page hands over bytes and
// texts; this side runs no code that it is sent. Messages, one promise each:
//   in:   { wasm, archive }   the runtime's bytes, once, first
//   out:  { ready }           Python can be asked, or { failed } says why it cannot
//   in:   { id, request }     a request of checklists/wire.py, in JSON
//   out:  { id, reply }       its reply, in JSON
"use strict";

(() => {
  const NOWHERE = "https://runtime.invalid/";
  const WAYS_OUT = [
    "fetch", "XMLHttpRequest", "WebSocket", "WebSocketStream", "WebTransport", "EventSource",
    "importScripts", "Worker", "SharedWorker", "BroadcastChannel", "RTCPeerConnection",
    "caches", "CacheStorage", "indexedDB", "cookieStore", "webkitRequestFileSystem", "webkitRequestFileSystemSync",
  ];

  /** @type {((request: string) => string) | undefined} */
  let reply;

  self.addEventListener("message", async ({ data }) => {
    if (reply) {
      self.postMessage({ id: data.id, reply: reply(data.request) });
      return;
    }
    try {
      reply = await start(data.wasm, data.archive);
      self.postMessage({ ready: true });
    } catch (error) {
      self.postMessage({ failed: String(error) });
    }
  });

  /** Starts Python from the bytes, closes every way out, and returns what answers a request. */
  async function start(wasm, archive) {
    new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0)); // throws at once where it is not allowed
    const bytes = {
      [`${NOWHERE}pyodide.asm.wasm`]: [wasm, "application/wasm"],
      [`${NOWHERE}archive.zip`]: [archive, "application/zip"],
    };
    self.fetch = async (url) => {
      const [body, type] = bytes[String(url)];
      return new Response(body, { headers: { "Content-Type": type } });
    };
    const pyodide = await loadPyodide({
      indexURL: NOWHERE,
      packageBaseUrl: NOWHERE,
      stdLibURL: `${NOWHERE}archive.zip`,
      lockFileContents: {
        info: { arch: "wasm32", platform: "emscripten", version: "0.29.5", python: "3.13.2", abi_version: "2025_0" },
        packages: {},
      },
    });
    closeWaysOut();
    return pyodide.runPython("from checklists.wire import reply\nreply");
  }

  /** Removes what could send something away, before any answer is here. */
  function closeWaysOut() {
    for (const name of WAYS_OUT) {
      for (let holder = self; holder; holder = Object.getPrototypeOf(holder)) {
        delete holder[name];
      }
      Object.defineProperty(self, name, { value: undefined });
    }
  }
})();
