// Brings Python to the page: starts the worker, or finds the one that runs, and carries requests to it.

import * as supply from "./supply.mjs";

/** @typedef {import("./supply.mjs").Runtime} Runtime */
/** @typedef {{ text: string, resolve: (reply: any) => void, reject: (error: Error) => void }} Asked */

const PATIENCE = 90_000; // ms; a blocked WebAssembly can leave the start without an end

/** @type {Map<string, Python>} the one of this document for each runtime: it outlives instant navigation */
const running = new Map();

export class Python {
  /** @type {Worker | MessagePort | undefined} */
  #port;
  /** @type {Map<number, Asked>} those without a reply */
  #waiting = new Map();
  #asked = 0;
  /** @type {Promise<void> | undefined} */
  #started;
  #whole = false;
  #runtime;

  /** @param {Runtime} runtime */
  constructor(runtime) {
    this.#runtime = runtime;
  }

  /**
   * The Python of this document.
   * @param {Runtime} runtime
   */
  static of(runtime) {
    const key = JSON.stringify(runtime);
    const found = running.get(key) ?? new Python(runtime);
    running.set(key, found);
    return found;
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
    const started = this.start();
    const reply = new Promise((resolve, reject) => {
      const id = ++this.#asked;
      const text = JSON.stringify(request);
      this.#waiting.set(id, { text, resolve, reject });
      this.#port?.postMessage({ id, request: text });
    });
    await started;
    return reply;
  }

  async #start() {
    if (typeof WebAssembly !== "object" || typeof Worker !== "function") {
      throw new Error("WebAssembly or workers are switched off");
    }
    const found = await supply.start(this.#runtime, this.#whole);
    const buffers = [...found.supply.wasm, ...found.supply.archive].flatMap(({ bytes }) => bytes ?? []);
    // A worker made from a blob keeps the policy of this page, whatever headers the server sends.
    const address = URL.createObjectURL(new Blob([found.script], { type: "text/javascript" }));
    const worker = new Worker(address);
    try {
      await new Promise((resolve, reject) => {
        setTimeout(() => reject(new Error("it did not start in time")), PATIENCE);
        worker.addEventListener("error", (event) => reject(new Error(event.message)));
        worker.addEventListener("message", ({ data }) => {
          if (data.id) this.#replied(data);
          else if (data.ready) resolve(undefined);
          else reject(new Error(data.failed));
        });
        worker.postMessage({ supply: found.supply }, buffers);
        this.#port = worker;
        for (const [id, { text }] of this.#waiting) worker.postMessage({ id, request: text });
      });
    } finally {
      URL.revokeObjectURL(address);
    }
  }

  /** @param {{ id: number, reply?: string, failed?: string }} data */
  #replied({ id, reply, failed }) {
    const asked = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (reply !== undefined) asked?.resolve(JSON.parse(reply));
    else asked?.reject(new Error(failed));
  }
}
