// Ahead of the reader, on a page that leads to a checklist: starts Python where it lasts until then, or loads its files.

import { outlivesPages, python } from "./python.mjs";
import { server, start } from "./supply.mjs";

/** @typedef {import("./supply.mjs").Way} Way */

const { connection } = /** @type {{ connection?: { saveData?: boolean, type?: string } }} */ (navigator);
const metered = connection?.saveData || connection?.type === "cellular";

if (!metered && location.protocol !== "file:" && "requestIdleCallback" in window) {
  requestIdleCallback(() => ahead().catch(() => {
    // The checklist's own page will say what is wrong.
  }));
}

async function ahead() {
  const { binds, compresses } = await server();
  if (binds && outlivesPages()) await python.start();
  else {
    const { supply } = await start(false);
    for (const ways of [supply.wasm, [{ address: supply.pyodide, packed: true }], supply.archive]) {
      await load(ways.filter(({ packed }) => packed || compresses));
    }
  }
}

/**
 * Loads a file as the worker will, for the browser to keep: unpacked only from a server that compresses it.
 * @param {Way[]} ways
 */
async function load(ways) {
  for (const { address = "", packed } of ways) {
    const stop = new AbortController();
    const response = await fetch(address, { priority: "low", signal: stop.signal });
    if (packed || response.headers.has("Content-Encoding")) {
      await response.arrayBuffer();
      return;
    }
    stop.abort();
  }
}
