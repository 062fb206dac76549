// The directory of platforms: shows the rows that hold every word typed, of the kind chosen.

const directory = /** @type {HTMLElement} */ (document.querySelector(".directory"));
const form = /** @type {HTMLFormElement} */ (directory.querySelector("form"));
const found = /** @type {HTMLElement} */ (directory.querySelector("[role=status]"));
const rows = /** @type {HTMLTableRowElement[]} */ ([...directory.querySelectorAll("tbody tr")]);

function show() {
  const chosen = new FormData(form);
  const words = String(chosen.get("words")).toLowerCase().split(/\s+/).filter(Boolean);
  const kind = chosen.get("kind");
  for (const row of rows) {
    const text = (row.textContent ?? "").toLowerCase();
    row.hidden = (kind !== "" && row.dataset.kind !== kind) || !words.every((word) => text.includes(word));
  }
  const shown = rows.filter((row) => !row.hidden).length;
  found.textContent = `${shown} of ${rows.length} platforms shown.`;
}

form.hidden = false;
form.addEventListener("input", show);
form.addEventListener("submit", (event) => event.preventDefault());
show();
