// Where the runtime's bytes come from: this module tells the page's worker, which then gets them itself.

import runtime from "./runtime.mjs";

/**
 * @typedef {{ name: string, integrity: string, packed: boolean }} File  on the site; packed is gzip, its SHA-256 as sent
 * @typedef {Record<"pyodide" | "wasm" | "archive", File[]>} Files  each as it may be had
 * @typedef {{ worker: File[], cut: Files, whole: Files }} Runtime
 * @typedef {{ address?: string, bytes?: ArrayBuffer, integrity?: string, packed: boolean }} Way
 *     one way to a file: an address that the worker fetches, or the bytes themselves
 * @typedef {{ pyodide?: string, wasm: Way[], archive: Way[], sample?: string, snapshot?: string }} Supply
 *     the worker's first message: the address of the runtime's own scripts, where the worker does not begin with
 *     them; the ways to each file, of which the first that serves is taken; the address of a file that tells whether
 *     the server compresses; of what a snapshot may be kept
 * @typedef {{ address: string, supply: Supply }} Shared  what a worker of the whole site is started with
 * @typedef {{ script: Blob, supply: Supply }} Start  what a worker of the page is started with
 */

const DATABASE = "python"; // snapshot.js fills it
const SNAPSHOTS = true; // the switch: false, and every start is from the archive

const FOLDER = new URL("../python/", import.meta.url);
const WORKER = way(runtime.worker[0]).address;

/**
 * Returns what the worker of the whole site is started with. ``whole`` asks for a Python that lacks nothing.
 * @param {boolean} whole
 * @returns {Shared | undefined}
 */
export function shared(whole) {
  return { address: WORKER, supply: supply(whole) };
}

/**
 * Returns what a worker of the page is started with: the page carries its script, so that nobody waits for that.
 * @param {boolean} whole
 * @returns {Promise<Start>}
 */
export async function start(whole) {
  const worker = document.querySelector("script[data-worker]")?.textContent ?? "";
  return { script: new Blob([worker]), supply: supply(whole) };
}

/**
 * Returns what the server does: whether it sends a policy, which would bind a worker of the whole site, and whether it
 * compresses.
 */
export async function server() {
  const { headers } = await fetch(WORKER);
  return { binds: headers.has("Content-Security-Policy"), compresses: isSecureContext && headers.has("Content-Encoding") };
}

/**
 * @param {boolean} whole
 * @returns {Supply}
 */
function supply(whole) {
  const { pyodide, wasm, archive } = whole ? runtime.whole : runtime.cut;
  return {
    pyodide: way(pyodide[0]).address,
    wasm: wasm.map(way),
    archive: archive.map(way),
    sample: WORKER,
    snapshot: SNAPSHOTS ? keyOf(pyodide, wasm, archive) : undefined,
  };
}

/** Removes what this browser keeps of Python: the memory of one that has started. */
export function forget() {
  try {
    indexedDB.deleteDatabase(DATABASE);
  } catch {
    // A browser that keeps nothing.
  }
}

/** @param {File} file */
function way({ name, integrity, packed }) {
  return { address: new URL(name, FOLDER).href, integrity, packed };
}

/** @param {File[][]} files */
function keyOf(...files) {
  return files.map(([{ name }]) => name).join(" ");
}
