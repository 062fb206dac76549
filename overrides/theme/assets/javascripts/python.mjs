// Brings Python to the page: fetches the runtime's files, hands them to a worker, carries requests to it.

/**
 * @typedef {{ name: string, integrity: string }} File  a file of the runtime, and its SHA-256
 * @typedef {{ worker: File, wasm: File, archive: File }} Runtime
 */

const FOLDER = new URL("../python/", import.meta.url);
const PATIENCE = 90_000; // ms; a blocked WebAssembly can leave the start without an end

export class Python {
  /** @type {Worker | undefined} */
  #worker;
  /** @type {Map<number, (reply: any) => void>} */
  #waiting = new Map();
  #asked = 0;
  /** @type {Promise<void> | undefined} */
  #started;
  #runtime;

  /** @param {Runtime} runtime */
  constructor(runtime) {
    this.#runtime = runtime;
  }

  /** Starts Python, once; rejects where this browser will not run it. */
  start() {
    this.#started ??= this.#start();
    return this.#started;
  }

  /**
   * Sends a request and resolves to its reply. Requests sent while Python starts wait for it.
   * @param {object} request
   */
  async ask(request) {
    await this.start();
    const id = ++this.#asked;
    return new Promise((resolve) => {
      this.#waiting.set(id, resolve);
      this.#worker?.postMessage({ id, request: JSON.stringify(request) });
    });
  }

  async #start() {
    if (typeof WebAssembly !== "object" || typeof Worker !== "function") {
      throw new Error("WebAssembly or workers are switched off");
    }
    const [script, wasm, archive] = await Promise.all([
      unpacked(this.#runtime.worker),
      unpacked(this.#runtime.wasm),
      unpacked(this.#runtime.archive),
    ]);
    // A worker made from a blob keeps the policy of this page, whatever headers the server sends.
    const address = URL.createObjectURL(new Blob([script], { type: "text/javascript" }));
    const worker = new Worker(address);
    this.#worker = worker;
    await new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error("it did not start in time")), PATIENCE);
      worker.addEventListener("error", (event) => reject(new Error(event.message)));
      worker.addEventListener("message", ({ data }) => {
        if (data.ready || data.failed) {
          clearTimeout(timer);
          URL.revokeObjectURL(address);
          data.ready ? resolve(undefined) : reject(new Error(data.failed));
        } else {
          this.#waiting.get(data.id)?.(JSON.parse(data.reply));
          this.#waiting.delete(data.id);
        }
      });
      worker.postMessage({ wasm, archive }, [wasm, archive]);
    });
  }
}

/**
 * Returns the bytes of a file, which the build has compressed.
 * @param {File} file
 */
async function unpacked({ name, integrity }) {
  const response = await fetch(new URL(name, FOLDER), { integrity });
  if (!response.ok || !response.body) throw new Error(`${name} could not be loaded (${response.status})`);
  return new Response(response.body.pipeThrough(new DecompressionStream("gzip"))).arrayBuffer();
}
