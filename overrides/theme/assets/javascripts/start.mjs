// The first script of a checklist's page, which runs while the rest is still coming: starts Python where somebody waits.

import { comesWithAnswers } from "./answers.mjs";
import { python } from "./python.mjs";

if (comesWithAnswers()) {
  python.start().catch(() => {}); // the page will say what is wrong
  document.documentElement.classList.replace("no-js", "js"); // Material would when the page is there, and style it anew
  if (navigator.serviceWorker?.controller) holdBack();
}

/** Has the page, of which all is here already, shown with its answers: not before it is whole and its scripts have run. */
function holdBack() {
  const never = document.createElement("link");
  Object.assign(never, { rel: "expect", href: "#never", blocking: "render" });
  document.head.append(never);
}
