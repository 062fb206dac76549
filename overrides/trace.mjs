// Prints what the checklists use of the runtime and of a bytecode archive: starts the real runtime on it as the worker
// does, anew and from a snapshot, and lets it do what pages ask, every worked case (a file of JSON) included. The last
// line is JSON: the members of the archive that were imported, first those that come before sitecustomize, and what
// dataclasses wrote for them.
//
// With node --trace-wasm-compilation-times, V8 prints before it each function of the runtime that was called: it
// compiles no other.
import { readFileSync } from "node:fs";
import { argv } from "node:process";
import { loadPyodide } from "pyodide";

const [, , stdLibURL, cases] = argv;
const requests = [...JSON.parse(readFileSync(cases, "utf8")).map((request) => JSON.stringify(request)), "not a request"];

function answer(python) {
  for (const request of [...python.empty_requests(), ...requests]) python.reply(request);
  python.forget();
}

const pyodide = await loadPyodide({ stdLibURL, _makeSnapshot: true });
const python = pyodide.pyimport("in_browser");
answer(python);
python.settle();
const memory = pyodide.makeMemorySnapshot();
const found = pyodide.runPython(`
import json, sys, traceback, zipimport

import in_browser

try:
    raise RuntimeError
except RuntimeError:
    traceback.format_exc()

archive = next(path for path in sys.path if path.endswith(".zip"))
specs = [module.__spec__ for module in list(sys.modules.values()) if getattr(module, "__spec__", None)]
used = {spec.origin[len(archive) + 1:]: spec for spec in specs if spec.origin and spec.origin.startswith(archive)}
first = sorted(name for name, spec in used.items() if isinstance(spec.loader, zipimport.zipimporter))
json.dumps({"first": first, "later": sorted(used.keys() - set(first)), "written": in_browser.compiled_here})
`);
const restored = (await loadPyodide({ stdLibURL, _loadSnapshot: memory })).pyimport("in_browser");
restored.restored();
answer(restored);
console.log(`\n${found}`);
