// The first script of a checklist's page, which runs while the rest is still coming: starts Python where somebody waits.

import { comesWithAnswers } from "./answers.mjs";
import { python } from "./python.mjs";

if (comesWithAnswers()) {
  python.start().catch(() => {}); // the page will say what is wrong
  document.documentElement.classList.replace("no-js", "js"); // Material would when the page is there, and style it anew
}
