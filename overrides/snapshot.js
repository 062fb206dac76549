// Snapshots: the memory of a Python that has started, kept in the reader's browser, so that the next start is short.
//
// They are taken before Python is given an answer, so none is in them. They stand on a private interface of Pyodide,
// which nothing but this script knows; supply.mjs has the switch that turns them off. The page stores one, under the
// key of what it was made from; one that is of another key, altered or unreadable is deleted.
"use strict";

const snapshots = (() => {
  const databases = self.indexedDB;
  const DATABASE = "python"; // supply.mjs deletes it
  const STORE = "snapshot";
  const ONLY = 0;
  const PAGE = 2 ** 16;

  /** What Pyodide is told, to be restored from a snapshot or to take one later. */
  const options = (bytes) => (bytes ? { _loadSnapshot: bytes } : { _makeSnapshot: true });

  /** Lets go of the bytes that a Python was restored from: it would hold them for good. */
  const release = (pyodide) => delete pyodide._api.config._loadSnapshot;

  /** Copies the memory of a Python. */
  const take = (pyodide) => pyodide.makeMemorySnapshot();

  /** Returns the stored bytes, or nothing where there are none of this key. */
  async function read(key) {
    try {
      const found = await inside("readonly", (store) => store.get(ONLY));
      if (!found) return undefined;
      const bytes = found.key === keyHere(key) && new Uint8Array(await found.memory.arrayBuffer());
      if (bytes && found.sum === (await sum(bytes, found.shape))) return spread(bytes, found.shape);
      await remove();
    } catch {
      // A browser that keeps nothing: Python starts without.
    }
    return undefined;
  }

  /** Stores the bytes; a browser that has no room for them goes without. */
  async function write(key, bytes) {
    try {
      const shape = { length: bytes.length, parts: used(bytes) };
      const memory = new Blob(shape.parts.map(([from, to]) => bytes.subarray(from, to))); // read in half the time of an array
      const whole = await sum(new Uint8Array(await memory.arrayBuffer()), shape);
      await inside("readwrite", (store) => store.put({ key: keyHere(key), sum: whole, shape, memory }, ONLY));
    } catch {
      // As above.
    }
  }

  async function remove() {
    try {
      await inside("readwrite", (store) => store.clear());
    } catch {
      // As above.
    }
  }

  const keyHere = (key) => `${key} ${/(?:Chrome|Firefox|Version)\/\d+/.exec(navigator.userAgent)?.[0]}`;

  /** Returns from where to where something is in a memory: two fifths of it are zeros. */
  function used(bytes) {
    const parts = [];
    for (let from = 0; from < bytes.length; from += PAGE) {
      const page = bytes.subarray(from, from + PAGE);
      if (page.every((byte) => byte === 0)) continue;
      if (parts.at(-1)?.[1] === from) parts.at(-1)[1] += page.length;
      else parts.push([from, from + page.length]);
    }
    return parts;
  }

  /** Returns the memory whose used parts these bytes are. */
  function spread(bytes, { length, parts }) {
    const memory = new Uint8Array(length);
    let done = 0;
    for (const [from, to] of parts) memory.set(bytes.subarray(done, (done += to - from)), from);
    return memory;
  }

  /** A checksum: what a failing disk has altered must not be run. */
  async function sum(bytes, shape) {
    const described = JSON.stringify(shape);
    if (self.crypto.subtle) return described + new Uint8Array(await self.crypto.subtle.digest("SHA-256", bytes));
    let found = bytes.length;
    for (const word of new Int32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength >> 2)) {
      found = Math.imul(found ^ word, 0x01000193);
    }
    return described + found;
  }

  /** Does one thing with the store, and resolves to its result when it is done. */
  function inside(mode, act) {
    return new Promise((resolve, reject) => {
      const opening = databases.open(DATABASE);
      opening.onerror = () => reject(opening.error);
      opening.onupgradeneeded = () => {
        opening.result.createObjectStore(STORE);
        if (mode === "readonly") resolve(undefined); // new, so empty: a start need not wait for the disk
      };
      opening.onsuccess = () => {
        const transaction = opening.result.transaction(STORE, mode);
        const request = act(transaction.objectStore(STORE));
        transaction.oncomplete = () => resolve(request.result);
        transaction.onabort = transaction.onerror = () => reject(transaction.error);
        opening.result.close();
      };
    });
  }

  return { options, release, take, read, write, remove };
})();
