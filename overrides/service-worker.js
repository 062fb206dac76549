// The service worker: keeps one version of the whole site in the browser, and answers from it.
//
// The build puts three constants in front of this script:
//   VERSION   what is listed, as a hash
//   FILES     each address below the site's own, and the SHA-256 of what is there
//   PACKED    what to keep in place of a file where the server does not compress: its address and SHA-256
// A version counts when all its files are here, each as it was built; until then, and while any page of an older
// version is open, that one answers. A page asks for the new one by the message "use", of the page's user.
"use strict";

const SITE = self.registration.scope;
const NAME = `${SITE} ${VERSION}`;
const AT_ONCE = 4; // files that are fetched side by side
const WORKER = Object.keys(FILES).find((address) => address.includes("/worker-"));

self.addEventListener("install", (event) => event.waitUntil(fill()));
self.addEventListener("activate", (event) => event.waitUntil(forget()));
self.addEventListener("message", (event) => event.waitUntil(use(event.source)));
self.addEventListener("fetch", (event) => {
  const { method, url } = event.request;
  if (method === "GET" && url.startsWith(SITE)) event.respondWith(answer(event.request));
});

/** Fetches every file. What an attempt leaves when it fails is there for the next. */
async function fill() {
  const cache = await caches.open(NAME);
  const left = Object.entries(FILES);
  const one = async () => {
    for (let file = left.pop(); file; file = left.pop()) await add(cache, ...file);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, one)).catch((error) => {
    left.length = 0;
    throw error;
  });
}

/** Adds a file to the cache; rejects where it is not the one that was built. */
async function add(cache, address, integrity) {
  if (PACKED[address] && !((await compressed(address)) && (await compressed(WORKER)))) {
    [address, integrity] = PACKED[address];
  }
  const lasts = address.startsWith("assets/") && /[.-][0-9a-f]{8,}\./.test(address); // its name tells its content
  if (await cache.match(address)) return;
  const older = lasts ? await caches.match(new URL(address, SITE)) : undefined;
  const found = older ?? (await fetch(address, { integrity, cache: lasts ? "default" : "no-cache", priority: "low" }));
  if (!found.ok) throw new Error(`${address} could not be loaded (${found.status})`);
  await cache.put(address, found.redirected ? new Response(found.body, found) : found);
}

/** Tells whether the server compresses a file. */
async function compressed(address) {
  const stop = new AbortController();
  const found = await fetch(address, { signal: stop.signal });
  stop.abort();
  return found.headers.has("Content-Encoding");
}

/** Deletes the older versions: no page uses them any more. */
async function forget() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(`${SITE} `) && name !== NAME).map((name) => caches.delete(name)));
}

/** Takes over from the older version where the page that asks is the only one open; else tells it so. */
async function use(page) {
  const open = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
  if (open.every(({ id, url }) => id === page.id || !url.startsWith(SITE))) await self.skipWaiting();
  else page.postMessage("other pages are open");
}

/** Answers from the version that is kept. What is no file of it comes from the network. */
async function answer(request) {
  const { origin, pathname, search } = new URL(request.url);
  const address = (origin + pathname).replace(/\/index\.html$/, "/");
  const cache = await caches.open(NAME);
  const found = await cache.match(address, { ignoreVary: true });
  if (found) return found;
  if (`${address}/`.slice(SITE.length) in FILES) return Response.redirect(`${address}/${search}`);
  try {
    return await fetch(request);
  } catch {
    const missing = request.mode === "navigate" && (await cache.match("404.html", { ignoreVary: true }));
    return new Response(missing ? missing.body : null, { status: 404, headers: missing ? missing.headers : {} });
  }
}
