// Put in the place of service-worker.js, it makes browsers forget the site: for one that is withdrawn, or worked on.
"use strict";

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(forget()));

async function forget() {
  for (const name of await caches.keys()) if (name.startsWith(`${self.registration.scope} `)) await caches.delete(name);
  await self.registration.unregister();
}
