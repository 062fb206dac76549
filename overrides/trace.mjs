// Prints which members of a bytecode archive the checklists use, as a JSON list:
// starts the real runtime on it, lets it do what the page will ask, and looks at what was imported.
import { argv } from "node:process";
import { loadPyodide } from "pyodide";

const archive = argv[2];
const pyodide = await loadPyodide({ stdLibURL: archive });
const used = pyodide.runPython(`
import json, sys, traceback

import in_browser
from checklists import wire

for checklist in wire.CHECKLISTS:
    for place in wire.Jurisdiction:
        wire.reply(json.dumps({"checklist": checklist, "jurisdiction": place, "today": "2026-11-22"}))
wire.reply("not a request")
try:
    raise RuntimeError
except RuntimeError:
    traceback.format_exc()

archive = next(path for path in sys.path if path.endswith(".zip"))
files = [getattr(module.__spec__, "origin", None) for module in list(sys.modules.values()) if getattr(module, "__spec__", None)]
json.dumps(sorted(file[len(archive) + 1:] for file in files if file and file.startswith(archive)))
`);
console.log(used);
