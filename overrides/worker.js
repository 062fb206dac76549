// The worker: the browser's Python with the checklists in it. One script for http and file://, for one page or several.
//
// The page says where the bytes are; this side runs no code that it is sent. Messages, one promise each:
//   in:   { supply }          where the runtime's bytes come from (supply.mjs), once, first
//   out:  { ready }           Python can be asked, or { failed } says why it cannot
//   in:   { id, request }     a request of checklists/wire.py, in JSON
//   out:  { id, reply }       its reply, in JSON, or { id, failed }
"use strict";

(() => {
  const NOWHERE = "https://runtime.invalid/";
  const WAYS_OUT = [
    "fetch", "XMLHttpRequest", "WebSocket", "WebSocketStream", "WebTransport", "EventSource",
    "importScripts", "Worker", "SharedWorker", "BroadcastChannel", "RTCPeerConnection",
    "caches", "CacheStorage", "indexedDB", "cookieStore", "webkitRequestFileSystem", "webkitRequestFileSystemSync",
  ];

  const fetch = self.fetch.bind(self);

  /** @type {Promise<(request: string) => string> | undefined} */
  let started;

  serve(self);

  /** Answers whoever speaks through a port. */
  function serve(port) {
    port.addEventListener("message", async ({ data }) => {
      try {
        if (data.supply) {
          started ??= start(data.supply);
          await started;
          port.postMessage({ ready: true });
        } else {
          const reply = await started;
          port.postMessage({ id: data.id, reply: reply(data.request) });
        }
      } catch (error) {
        port.postMessage({ id: data.id, failed: String(error) });
      }
    });
  }

  /** Starts Python, closes every way out, and returns what answers a request. */
  async function start({ pyodide: scripts, wasm, archive }) {
    new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0)); // throws at once where it is not allowed
    let broken;
    const failure = new Promise((_, reject) => (broken = reject)); // without its bytes a runtime would wait for ever
    const bodies = {
      [`${NOWHERE}pyodide.asm.wasm`]: body(wasm, "application/wasm", broken),
      [`${NOWHERE}archive.zip`]: body(archive, "application/zip", broken),
    };
    if (scripts) self.importScripts(scripts);
    self.fetch = (address) => bodies[String(address)];
    const pyodide = await Promise.race([
      failure,
      loadPyodide({
        indexURL: NOWHERE,
        packageBaseUrl: NOWHERE,
        stdLibURL: `${NOWHERE}archive.zip`,
        lockFileContents: {
          info: { arch: "wasm32", platform: "emscripten", version: "0.29.5", python: "3.13.2", abi_version: "2025_0" },
          packages: {},
        },
      }),
    ]);
    closeWaysOut();
    return pyodide.runPython("from checklists.wire import reply\nreply");
  }

  /** Returns a file as a response whose body arrives unpacked; whatever fails on the way is told to ``broken``. */
  async function body(ways, type, broken) {
    const { readable, writable } = new TransformStream();
    stream(ways).then((found) => found.pipeTo(writable)).catch(broken);
    return new Response(readable, { headers: { "Content-Type": type } });
  }

  /** Returns the bytes of a file as they come, by the first way that serves. */
  async function stream(ways) {
    for (const { address, bytes, integrity, packed } of ways) {
      const found = bytes ? new Blob([bytes]).stream() : await (packed ? fetched : compressed)(address, integrity);
      if (found) return packed ? found.pipeThrough(new DecompressionStream("gzip")) : found;
    }
    throw new Error("the runtime could not be loaded");
  }

  /** Fetches a file; the browser checks it. */
  async function fetched(address, integrity) {
    const response = await fetch(address, { integrity });
    return response.ok ? response.body : undefined;
  }

  /** Fetches a file from a server that compresses it; one that does not is left at its headers. */
  async function compressed(address, integrity) {
    const stop = new AbortController();
    const response = await fetch(address, { signal: stop.signal });
    if (response.ok && response.headers.has("Content-Encoding")) return response.body.pipeThrough(checked(integrity));
    stop.abort();
    return undefined;
  }

  /** Passes bytes on as they come, to be compiled meanwhile, and keeps the last of them back until all are found right. */
  function checked(integrity) {
    const chunks = [];
    return new TransformStream({
      transform(chunk, passed) {
        if (chunks.length) passed.enqueue(chunks.at(-1));
        chunks.push(chunk);
      },
      async flush(passed) {
        const digest = await crypto.subtle.digest("SHA-256", await new Blob(chunks).arrayBuffer());
        const found = `sha256-${btoa(String.fromCharCode(...new Uint8Array(digest)))}`;
        if (found !== integrity) throw new Error("a file of the runtime is not the one that was built");
        passed.enqueue(chunks.at(-1));
      },
    });
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
