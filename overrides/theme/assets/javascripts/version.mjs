// Has the browser keep the whole site, and says when a newer version of it is there.

import { keys } from "./answers.mjs";

const SCRIPT = new URL("../../service-worker.js", import.meta.url);
const HERE = "A newer version of this site is here.";
const LATER = "It is used once every tab of this site has been closed.";
const NOT_NOW = "It is used once you clear your answers, or close every tab of this site. Your answers stay as they are.";

/** @type {ServiceWorkerContainer | undefined} not there where the address is not a secure one */
const workers = navigator.serviceWorker;
const line = /** @type {HTMLElement} */ (document.querySelector(".newer-version"));

let kept = false;

/** Makes room for the line; not before there is one, because the whole page is styled anew. */
const resized = new ResizeObserver(() =>
  document.documentElement.style.setProperty("--newer-version-height", `${line.offsetHeight}px`),
);

/** Has the site kept, once the browser is idle; not where the reader wants to save data. */
export function keep() {
  if (!workers || kept || /** @type {any} */ (navigator).connection?.saveData) return;
  kept = true;
  const register = () => workers.register(SCRIPT, { updateViaCache: "none" }).then(watch).catch(() => {}); // or it goes without
  "requestIdleCallback" in window ? requestIdleCallback(register) : setTimeout(register, 500);
}

/** @param {ServiceWorkerRegistration} registration */
function watch(registration) {
  const look = () => {
    if (registration.waiting && registration.active) tell(registration.waiting);
  };
  const follow = () => registration.installing?.addEventListener("statechange", look);
  look();
  follow(); // one that was found before this script ran
  registration.addEventListener("updatefound", follow);
}

/** @param {ServiceWorker} newer */
function tell(newer) {
  if (keys().length) return say(NOT_NOW);
  const button = document.createElement("button");
  button.className = "md-button";
  button.type = "button";
  button.textContent = "Use the new version";
  button.addEventListener("click", () => (keys().length ? say(NOT_NOW) : newer.postMessage("use")));
  say("", button);
}

/**
 * @param {string} more
 * @param {Node[]} nodes
 */
function say(more, ...nodes) {
  const words = document.createElement("p");
  words.textContent = `${HERE} ${more}`;
  line.replaceChildren(words, ...nodes);
  resized.observe(line);
}

/**
 * Downloads from what is kept: Chromium asks the server itself for what a link downloads.
 * @param {MouseEvent} event
 */
async function download(event) {
  const link = /** @type {HTMLAnchorElement | null} */ (/** @type {Element} */ (event.target).closest("a[download]"));
  if (!link || !workers?.controller) return;
  event.preventDefault();
  const response = await fetch(link.href);
  const saved = document.createElement("a");
  saved.href = URL.createObjectURL(await response.blob());
  saved.download = link.pathname.split("/").at(-1) ?? "";
  saved.click();
  setTimeout(() => URL.revokeObjectURL(saved.href), 60_000); // by then it is written
}

async function start() {
  if (!workers) return;
  workers.addEventListener("message", () => say(LATER));
  document.addEventListener("click", download);
  workers.addEventListener("controllerchange", () => location.reload());
  const known = await workers.getRegistration(SCRIPT).catch(() => undefined);
  if (known?.scope === new URL("./", SCRIPT).href) {
    kept = true;
    watch(known);
  } else if (/** @type {any} */ (window).navigation?.entries().length > 1) keep(); // a second page of a visit
}

start();
