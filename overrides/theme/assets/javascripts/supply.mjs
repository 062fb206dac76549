// Where the runtime's bytes come from: this module tells the page's worker, which then gets them itself.

/**
 * @typedef {{ name: string, integrity: string, packed: boolean }} File  on the site; packed is gzip, its SHA-256 as sent
 * @typedef {Record<"worker" | "pyodide" | "wasm" | "archive" | "whole", File[]>} Runtime  each file as it may be had
 * @typedef {{ address?: string, bytes?: ArrayBuffer, integrity?: string, packed: boolean }} Way
 *     one way to a file: an address that the worker fetches, or the bytes themselves
 * @typedef {{ pyodide?: string, wasm: Way[], archive: Way[], snapshot?: string }} Supply
 *     the worker's first message: the address of the runtime's own scripts, where the worker does not begin with
 *     them; the ways to each file, of which the first that serves is taken; of what a snapshot may be kept
 * @typedef {{ script: Blob, address?: string, supply: Supply }} Start
 *     the worker's script, and its address where a worker from there has the site's policy
 */

const DATABASE = "python"; // snapshot.js fills it
const SNAPSHOTS = true; // the switch: false, and every start is from the archive

const FOLDER = new URL("../python/", import.meta.url);

/**
 * Returns what a worker is started with. ``whole`` asks for the archive that lacks nothing.
 * @param {Runtime} runtime
 * @param {boolean} whole
 * @returns {Promise<Start>}
 */
export async function start(runtime, whole) {
  const [{ address, integrity }] = runtime.worker.map(way);
  const response = await fetch(address, { integrity });
  if (!response.ok) throw new Error(`${address} could not be loaded (${response.status})`);
  const compresses = isSecureContext && response.headers.has("Content-Encoding");
  const archive = whole ? runtime.whole : runtime.archive;
  const ways = (/** @type {File[]} */ files) => files.filter(({ packed }) => packed || compresses).map(way);
  return {
    script: await response.blob(),
    address: response.headers.has("Content-Security-Policy") ? address : undefined,
    supply: {
      pyodide: way(runtime.pyodide[0]).address,
      wasm: ways(runtime.wasm),
      archive: ways(archive),
      snapshot: SNAPSHOTS ? keyOf(runtime.pyodide, runtime.wasm, archive) : undefined,
    },
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
