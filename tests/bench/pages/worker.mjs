import { loadPyodide } from "./PYODIDE/pyodide.mjs";

const started = loadPyodide().then(async (pyodide) => {
  await pyodide.loadPackage("WHEEL");
  return pyodide.pyimport("checklists.wire");
});
self.onmessage = async ({ data }) => self.postMessage((await started).reply(data));
