// Changes one answer to and fro; returns how long each took until the new outcome was in the page, and on screen, in ms.
async ([selector, options, times]) => {
  const outcome = () => document.querySelector(selector)?.textContent.trim();
  const found = [];
  for (let count = 0; count < times; count++) {
    const [input, words] = options[count % options.length];
    await new Promise((resolve) => setTimeout(resolve, 40 + 30 * Math.random()));
    found.push(await new Promise((resolve, reject) => {
      const patience = setTimeout(() => reject(new Error(`no outcome “${words}”, but “${outcome()}”`)), 10_000);
      const observer = new MutationObserver(() => {
        if (outcome() !== words) return;
        observer.disconnect();
        clearTimeout(patience);
        document.querySelector(selector).getBoundingClientRect();
        const inPage = performance.now() - start;
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => resolve([inPage, performance.now() - start]);
          port2.postMessage(0);
        });
      });
      observer.observe(document.body, { subtree: true, childList: true, characterData: true });
      const start = performance.now();
      document.querySelector(input).click();
    }));
  }
  return found;
}
