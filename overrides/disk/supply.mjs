// Where the runtime's bytes come from when the page was opened from disk: scripts beside it carry them as text.

import runtime from "./runtime.mjs";

/**
 * @typedef {import("../theme/assets/javascripts/supply.mjs").File} File
 * @typedef {import("../theme/assets/javascripts/supply.mjs").Start} Start
 */

const FOLDER = new URL("../python/", import.meta.url);

/** There is none of the whole site: pages that are opened from disk share no worker. */
export const shared = () => undefined;

/** No server does anything. */
export const server = async () => ({ binds: false, compresses: false });

/**
 * Returns what a worker is started with. ``whole`` asks for a Python that lacks nothing.
 * @param {boolean} whole
 * @returns {Promise<Start>}
 */
export async function start(whole) {
  const files = whole ? runtime.whole : runtime.cut;
  const [wasm, archive, pyodide] = await Promise.all([
    carried(files.wasm),
    carried(files.archive),
    carried(files.pyodide).then(unpacked),
  ]);
  const worker = document.querySelector("script[data-worker]")?.textContent ?? "";
  return {
    script: new Blob([pyodide, worker]),
    supply: { wasm: [{ bytes: wasm, packed: true }], archive: [{ bytes: archive, packed: true }] },
  };
}

/**
 * Nothing of Python is kept: all pages that are opened from disk share what a browser keeps for them,
 * and one of them could put another memory in its place.
 */
export function forget() {}

/**
 * Returns the packed bytes of a file.
 * @param {File[]} files
 * @returns {Promise<ArrayBuffer>}
 */
async function carried([{ name }]) {
  const script = document.createElement("script");
  await new Promise((resolve, reject) => {
    script.addEventListener("load", resolve);
    script.addEventListener("error", () => reject(new Error(`${script.src} could not be loaded`)));
    script.src = new URL(`${name}.js`, FOLDER).href;
    document.head.append(script);
  });
  script.remove();
  const { carried } = /** @type {any} */ (globalThis);
  const text = carried[name];
  delete carried[name];
  const bytes = Uint8Array.fromBase64 ? Uint8Array.fromBase64(text) : Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  return /** @type {ArrayBuffer} */ (bytes.buffer);
}

/** @param {ArrayBuffer} bytes */
function unpacked(bytes) {
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))).blob();
}
