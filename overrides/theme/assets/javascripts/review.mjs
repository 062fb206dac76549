// A review that was due before today is said to be overdue, beside its date and at the top of the page.

const now = new Date();
const today = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
const times = /** @type {NodeListOf<HTMLTimeElement>} */ (document.querySelectorAll("time[data-review-due]"));
const overdue = [...times].filter((time) => time.dateTime < today);

for (const time of overdue) {
  const mark = document.createElement("strong");
  mark.textContent = " (overdue)";
  time.after(mark);
}
if (overdue.length) {
  const notice = document.createElement("p");
  notice.className = "page-overdue";
  notice.textContent =
    `This page was due to be checked by ${overdue[0].textContent}. The law may have changed since. ` +
    "Ask whoever keeps this site before you rely on it.";
  document.querySelector("article h1")?.after(notice);
}
