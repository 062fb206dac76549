// Brings Python to the page: starts the worker, or finds the one that runs, and carries requests to it.

import * as supply from "./supply.mjs";

/** @typedef {import("./supply.mjs").Shared} Shared */
/** @typedef {import("./supply.mjs").Start} Start */
/** @typedef {{ text: string, resolve: (reply: any) => void, reject: (error: Error) => void }} Asked */
/** @typedef {"dedicated" | "whole" | "anew"} Instead  a worker of this page alone; the whole archive; once more */

const PATIENCE = 90_000; // ms; a blocked WebAssembly can leave the start without an end
const SILENCE = 5_000; // ms; a shared worker that is just being ended can leave a page that finds it without a word

export class Python {
  /** @type {Worker | MessagePort | undefined} */
  #port;
  /** @type {Map<number, Asked>} those without a reply */
  #waiting = new Map();
  #asked = 0;
  /** @type {Promise<void> | undefined} */
  #started;
  /** @type {Set<Instead>} what was tried in place of the ordinary start */
  #tried = new Set();

  /** Removes what this browser keeps of Python, which is the memory of one that has started, and what it still knows. */
  forget() {
    supply.forget();
    this.#port?.postMessage({ forget: true });
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
    const id = ++this.#asked;
    const text = JSON.stringify(request);
    const reply = new Promise((resolve, reject) => this.#waiting.set(id, { text, resolve, reject }));
    this.#port?.postMessage({ id, request: text });
    return (await Promise.all([reply, started]))[0];
  }

  async #start() {
    if (typeof WebAssembly !== "object" || typeof Worker !== "function") {
      throw new Error("WebAssembly or workers are switched off");
    }
    const whole = this.#tried.has("whole");
    const found = (!this.#tried.has("dedicated") && outlivesPages() && supply.shared(whole)) || (await supply.start(whole));
    const share = "address" in found;
    const worker = share ? shared(found, this.#tried) : dedicated(found);
    const port = (this.#port = "port" in worker ? worker.port : worker);
    const buffers = [...found.supply.wasm, ...found.supply.archive].flatMap(({ bytes }) => bytes ?? []);
    port.postMessage({ supply: found.supply }, buffers);
    for (const [id, { text }] of this.#waiting) port.postMessage({ id, request: text });

    await new Promise((resolve, reject) => {
      setTimeout(() => reject(new Error("it did not start in time")), PATIENCE);
      const fail = (/** @type {{ id?: number, failed: string, instead?: Instead }} */ { id, failed, instead }) => {
        if (instead && !this.#tried.has(instead)) {
          port.onmessage = worker.onerror = null;
          if ("terminate" in worker) worker.terminate();
          this.#tried.add(instead);
          this.#started = this.#start();
          resolve(this.#started);
        } else if (id) this.#taken(id)?.reject(new Error(failed));
        else reject(new Error(failed));
      };
      const silence = share && setTimeout(() => fail({ failed: "it does not answer", instead: "dedicated" }), SILENCE);
      worker.onerror = ({ message }) => fail({ failed: message, instead: share ? "dedicated" : undefined });
      port.onmessage = ({ data }) => {
        if (silence) clearTimeout(silence);
        if (data.met) return;
        if (data.ready) resolve(undefined);
        else if (data.reply) this.#taken(data.id)?.resolve(JSON.parse(data.reply));
        else fail(data);
      };
    });
  }

  /**
   * Takes a request from those that wait.
   * @param {number} id
   */
  #taken(id) {
    const asked = this.#waiting.get(id);
    this.#waiting.delete(id);
    return asked;
  }
}

/** The Python of this document, whichever of its scripts asks first. */
export const python = (window.python ??= new Python());

/** Tells whether a shared worker can live on while the reader goes from page to page. Nothing is started to find out. */
export function outlivesPages() {
  let known = false;
  try {
    new SharedWorker("http://:", /** @type {WorkerOptions} */ ({ get extendedLifetime() { return (known = true); } }));
  } catch {
    // There is no such address; whether the option was looked at is all we ask.
  }
  return known;
}

/**
 * The one worker of the site, which must bring the site's policy itself; it says so where it does not.
 * @param {Shared} start
 * @param {Set<Instead>} tried
 */
function shared({ address, supply }, tried) {
  const name = [supply.archive[0].address, ...tried].join(" ");
  return new SharedWorker(address, /** @type {WorkerOptions} */ ({ name, extendedLifetime: true }));
}

/**
 * A worker of this document. One made from a blob has the policy of the page, whatever headers the server sends.
 * @param {Start} start
 */
function dedicated({ script }) {
  const address = URL.createObjectURL(new Blob([script], { type: "text/javascript" }));
  try {
    return new Worker(address);
  } finally {
    setTimeout(() => URL.revokeObjectURL(address), PATIENCE);
  }
}
