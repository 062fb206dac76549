// Put into every page before it loads: notes when each wording of the outcome was first on screen, and the vitals.
// Times are milliseconds since 1970, so that those of two documents compare. Whoever waits for a wording is told: a
// browser that is asked again and again is slower for it.
([selector, patience]) => {
  const now = () => performance.timeOrigin + performance.now();
  const bench = { seen: {}, paints: {}, longTasks: [] };
  Object.defineProperty(globalThis, "bench", { value: bench });

  const painted = (then) => requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = then;
    port2.postMessage(0);
  });
  const noted = new Set();
  const awaited = {};
  const look = () => {
    for (const found of document.querySelectorAll(selector)) {
      const words = found.textContent.trim();
      if (!words || noted.has(words) || !found.checkVisibility()) continue;
      noted.add(words);
      painted(() => {
        bench.seen[words] = now();
        awaited[words]?.();
      });
    }
  };
  bench.until = async (words) => {
    if (!bench.seen[words]) {
      await new Promise((resolve) => {
        awaited[words] = resolve;
        setTimeout(resolve, patience);
      });
    }
    return bench.seen[words];
  };
  new MutationObserver(look).observe(document, { subtree: true, childList: true, characterData: true, attributes: true });

  const observe = (type, take) => {
    if (!PerformanceObserver.supportedEntryTypes.includes(type)) return;
    new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true });
  };
  observe("paint", (entry) => (bench.paints[entry.name] = entry.startTime));
  observe("largest-contentful-paint", (entry) => (bench.paints[entry.entryType] = entry.startTime));
  observe("longtask", (entry) => bench.longTasks.push(entry.duration));
}
