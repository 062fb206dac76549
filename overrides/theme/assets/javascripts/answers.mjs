// What the tab keeps of answers: under which names, and whether there are any.

const KEY = "checklist:";

/** @param {string} checklist */
export const keyOf = (checklist) => `${KEY}${checklist}`;

/** The names under which this tab keeps answers. */
export function keys() {
  try {
    return Object.keys(sessionStorage).filter((key) => key.startsWith(KEY));
  } catch {
    return []; // a browser that keeps nothing for the tab
  }
}

/** Tells whether the reader comes to this page with answers, or for a worked example. */
export const comesWithAnswers = () => keys().length > 0 || new URLSearchParams(location.search).has("example");
