// A document's page: the button that prints it.

const button = document.querySelector('[data-action="print"]');
button?.addEventListener("click", () => window.print());
button?.parentElement?.removeAttribute("hidden");
