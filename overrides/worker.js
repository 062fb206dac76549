// The worker: the browser's Python with the checklists in it. One script for http and file://, for one page or several.
//
// The page says where the bytes are; this side runs no code that it is sent. Messages, one promise each:
//   out:  { met }             a shared worker is there
//   in:   { supply }          where the runtime's bytes come from (supply.mjs), once, first
//   out:  { ready }           Python can be asked; { failed } says why it cannot, and "instead" how it might
//   in:   { id, request }     a request of checklists/wire.py, in JSON
//   out:  { id, reply }       its reply, in JSON; { failed, instead } as above
//   in:   { forget }          to keep nothing of what was asked
"use strict";

(() => {
  const NOWHERE = "https://runtime.invalid/";
  const WAYS_OUT = [
    "fetch", "XMLHttpRequest", "WebSocket", "WebSocketStream", "WebTransport", "EventSource",
    "importScripts", "Worker", "SharedWorker", "BroadcastChannel", "RTCPeerConnection",
    "caches", "CacheStorage", "indexedDB", "cookieStore", "webkitRequestFileSystem", "webkitRequestFileSystemSync",
  ];
  const REST = 500; // ms after the start that the processor is the page's, to show what it waited for
  const BREATH = 30; // ms between two empty requests, so that a reader's never waits long
  const MEMORY = 30_000; // ms after the last request that Python still knows what it worked out: the next answer is near it
  const fetch = self.fetch.bind(self);

  /** @type {Promise<{ reply: (request: string) => string, forget: () => void }> | undefined} */
  let started;
  let waiting = 0;
  let forgetting;
  let lacking = false;

  if ("onconnect" in self) self.addEventListener("connect", ({ ports: [port] }) => meet(port));
  else serve(self);

  function meet(port) {
    port.postMessage({ met: true });
    serve(port);
    port.start();
  }

  /** Answers whoever speaks through a port. */
  function serve(port) {
    port.addEventListener("message", async ({ data }) => {
      try {
        if (data.supply) {
          started ??= start(data.supply);
          await started;
          port.postMessage({ ready: true });
        } else if (data.forget) {
          (await started)?.forget();
        } else {
          waiting += 1;
          const { reply, forget } = await started;
          clearTimeout(forgetting);
          forgetting = setTimeout(forget, MEMORY); // whether or not there is a reply
          port.postMessage({ id: data.id, reply: reply(data.request) });
        }
      } catch (error) {
        lacking ||= lacks(error);
        const instead = error.instead ?? (lacking ? "whole" : undefined);
        port.postMessage({ id: data.id, failed: String(error), instead });
        if (instead === "dedicated") self.close();
      }
    });
  }

  /** Tells an error that a whole Python may mend: of an import, or of a function that was cut away. */
  const lacks = (error) => ["ModuleNotFoundError", "ImportError"].includes(error.type) || error instanceof WebAssembly.RuntimeError;

  /** Starts Python, closes every way out, and returns what answers a request. */
  async function start({ pyodide: scripts, wasm, archive, sample, snapshot }) {
    if ("onconnect" in self && !isBound()) throw Object.assign(new Error("no policy binds it"), { instead: "dedicated" });
    const reading = snapshot && snapshots.read(snapshot);
    const sampling = sample && self.isSecureContext && fetch(sample);
    new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0)); // throws at once where it is not allowed
    if (scripts) self.importScripts(scripts); // and meanwhile the sample comes
    const compresses = sampling && (await sampling).headers.has("Content-Encoding");
    const ways = (files) => files.filter(({ packed }) => packed || compresses);
    let broken;
    const failure = new Promise((_, reject) => (broken = reject)); // without its bytes a runtime would wait for ever
    const module = body(ways(wasm), "application/wasm", broken);
    const stored = await reading;
    const bodies = {
      [`${NOWHERE}pyodide.asm.wasm`]: module,
      [`${NOWHERE}archive.zip`]: stored ? new Response() : body(ways(archive), "application/zip", broken),
    };
    self.fetch = (address) => bodies[String(address)];
    const starting = loadPyodide({
      indexURL: NOWHERE,
      packageBaseUrl: NOWHERE,
      stdLibURL: `${NOWHERE}archive.zip`,
      lockFileContents: {
        info: { arch: "wasm32", platform: "emscripten", version: "0.29.5", python: "3.13.2", abi_version: "2025_0" },
        packages: {},
      },
      ...(snapshot && snapshots.options(stored)),
    });
    try {
      const pyodide = await Promise.race([failure, starting]);
      const python = pyodide.pyimport("in_browser");
      if (stored) {
        snapshots.release(pyodide);
        python.restored();
      } else if (snapshot) await keep(snapshot, pyodide, python);
      closeWaysOut();
      rest(REST).then(() => warm(python, BREATH)).then(() => warm(python, BREATH));
      return { reply: python.reply, forget: python.forget };
    } catch (error) {
      if (!stored) throw error;
      await snapshots.remove();
      throw Object.assign(error, { instead: "anew" });
    }
  }

  /** Tells whether the site's policy binds this worker, whose own response must have brought it. */
  function isBound() {
    try {
      return !new Function("return true");
    } catch {
      return true;
    }
  }

  /** Warms Python up for as long as nobody asks, and takes a snapshot before anybody does; it is stored later. */
  async function keep(snapshot, pyodide, python) {
    await warm(python, 0, () => waiting);
    python.settle();
    try {
      const memory = snapshots.take(pyodide);
      rest(REST).then(() => snapshots.write(snapshot, memory));
    } catch {
      // A memory that cannot be copied: the next start is from the archive again.
    }
  }

  /** Answers an empty request now and then, until told to stop: the browser makes quicker what it runs often. */
  async function warm(python, pause, stop = () => false) {
    for (const request of python.empty_requests()) {
      await rest(pause);
      if (stop()) break;
      python.reply(request);
    }
  }

  const rest = (pause) => new Promise((resolve) => setTimeout(resolve, pause));

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
