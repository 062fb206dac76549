// Cuts the runtime to what the checklists use; no other module is loaded beside it. Its WebAssembly keeps the functions
// that were called and all that these may call; another that is called through a table stops Python, and the page turns to
// the whole runtime. Its exports are cut to those that the runtime's own scripts name, and its script to what the
// WebAssembly then imports and what that needs.
//
// node cut.mjs CALLED FOLDER: CALLED is a file of JSON, the called functions by their place among all.
import { readFileSync, writeFileSync } from "node:fs";
import { argv } from "node:process";
import { fileURLToPath } from "node:url";
import binaryen from "binaryen";
import { minify } from "terser";

const [, , called, folder] = argv;
const pyodide = (name) => readFileSync(fileURLToPath(import.meta.resolve(`pyodide/${name}`)));
const all = (number, at, info) => Array.from({ length: number }, (_, place) => info(at(place)));

const PASSED_ON = /var (_\w+)=Module\["\1"\]=(?:wasmExports\["\w+"\]|\d+);/g; // an export, or the place of one
const GIVEN = /Module\["(\w+)"\]=\1;/g; // what the script has, for other scripts
const IMPORTS = /(?<=wasmImports=\{)[^}]*/;
const SIGNATURE = /\b\w+\.sig="\w*";/g; // of a function, for a module loaded later
const EVAL = /(?<![\w.])eval(?=\()/g; // which the site's policy forbids; it would hold on to every name
const script = pyodide("pyodide.asm.js").toString();
const loader = pyodide("pyodide.js").toString();
const named = new Set(`${script.replace(PASSED_ON, "")} ${loader}`.match(/\w+/g));

const module = binaryen.readBinary(pyodide("pyodide.asm.wasm"));
const functions = all(module.getNumFunctions(), module.getFunctionByIndex, binaryen.getFunctionInfo);
const globals = all(module.getNumGlobals(), module.getGlobalByIndex, binaryen.getGlobalInfo);
const exports = all(module.getNumExports(), module.getExportByIndex, binaryen.getExportInfo);
const tables = all(module.getNumElementSegments(), module.getElementSegmentByIndex, binaryen.getElementSegmentInfo);

const placed = new Set(globals.filter(({ module }) => module.startsWith("GOT.")).map(({ base }) => base));
const stays = ({ name }) => named.has(name) || named.has(`_${name}`) || placed.has(name);
for (const { name } of exports.filter((one) => !stays(one))) module.removeExport(name);

const STOP = "stop";
module.addFunction(STOP, binaryen.none, binaryen.none, [], module.unreachable());
const reached = new Set([
  ...JSON.parse(readFileSync(called, "utf8")).map((place) => functions[place].name),
  ...exports.filter((one) => one.kind === binaryen.ExternalFunction && stays(one)).map(({ value }) => value),
]);
for (const { table, name, data, offset } of tables) {
  const entries = data.map((entry) => (reached.has(entry) ? entry : STOP));
  module.removeElementSegment(name);
  module.addActiveElementSegment(table, name, entries, offset);
}
module.runPasses(["remove-unused-module-elements"]);
const bytes = module.emitBinary();
writeFileSync(`${folder}/pyodide.asm.wasm`, bytes);

const imported = new Set(WebAssembly.Module.imports(new WebAssembly.Module(bytes)).map(({ name }) => name));
const read = new Set(`${script.replace(GIVEN, "")} ${loader}`.match(/(?<=\w(?:\.|\["))\w+/g));
const less = script
  .replace(PASSED_ON, (line, name) => (named.has(name) ? line : ""))
  .replace(GIVEN, (line, name) => (read.has(name) ? line : ""))
  .replace(IMPORTS, (list) => list.split(",").filter((one) => imported.has(one.split(":")[0])).join())
  .replace(SIGNATURE, "")
  .replace(EVAL, "globalThis.eval");
writeFileSync(`${folder}/pyodide.asm.js`, (await minify(less)).code);
