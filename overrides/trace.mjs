// Prints as JSON which members of a bytecode archive the checklists use, first those that come before sitecustomize, and
// what dataclasses wrote for them: starts the real runtime on it, lets it do what pages ask, every worked case (a file of
// JSON) included, and looks at what was imported.
import { readFileSync } from "node:fs";
import { argv } from "node:process";
import { loadPyodide } from "pyodide";

const [, , archive, cases] = argv;
const pyodide = await loadPyodide({ stdLibURL: archive });
pyodide.globals.set("cases", readFileSync(cases, "utf8"));
const found = pyodide.runPython(`
import json, sys, traceback, zipimport

import in_browser

for request in [*in_browser.empty_requests(), *map(json.dumps, json.loads(cases)), "not a request"]:
    in_browser.reply(request)
in_browser.restored()
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
console.log(found);
