// Cuts the runtime to what the checklists use; no other module is loaded beside it. Its WebAssembly keeps the functions
// that were called and all that these may call; another that is called through a table stops Python, and the page turns to
// the whole runtime. Its exports are cut to those that the runtime's own scripts name, and its script to what the
// WebAssembly then imports and what that needs. Where its data and its functions lie is settled here, once: Pyodide's
// code asks for it all the time, and to write the addresses into its data was a fifth of the code.
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

const FOLD = ["simplify-globals", "precompute"]; // what is the same for ever
const MEMORY = "mimport$0"; // as Binaryen calls it
const PASSED_ON = /var (_\w+)=Module\["\1"\]=(?:wasmExports\["\w+"\]|\d+);/g; // an export, or the place of one
const GIVEN = /Module\["(\w+)"\]=\1;/g; // what the script has, for other scripts
const IMPORTS = /(?<=wasmImports=\{)[^}]*/;
const SIGNATURE = /\b\w+\.sig="\w*";/g; // of a function, for a module loaded later
const EVAL = /(?<![\w.])eval(?=\()/g; // which the site's policy forbids; it would hold on to every name
const PLACE = /_(__(?:memory|table)_base)=new WebAssembly\.Global\(\{[^}]*\},(\d+)\)/g; // of its data, of its functions
const script = pyodide("pyodide.asm.js").toString();
const loader = pyodide("pyodide.js").toString();
const named = new Set(`${script.replace(PASSED_ON, "")} ${loader}`.match(/\w+/g));

const module = binaryen.readBinary(pyodide("pyodide.asm.wasm"));
module.setFeatures(module.getFeatures() | binaryen.Features.BulkMemoryOpt); // a part of bulk memory, which it says it has
const functions = all(module.getNumFunctions(), module.getFunctionByIndex, binaryen.getFunctionInfo);
const globals = all(module.getNumGlobals(), module.getGlobalByIndex, binaryen.getGlobalInfo);
const exports = all(module.getNumExports(), module.getExportByIndex, binaryen.getExportInfo);
const tables = all(module.getNumElementSegments(), module.getElementSegmentByIndex, binaryen.getElementSegmentInfo);

const placed = new Set(globals.filter(({ module }) => module.startsWith("GOT.")).map(({ base }) => base));
const stays = ({ name }) => named.has(name) || named.has(`_${name}`) || placed.has(name);
for (const { name } of exports.filter((one) => !stays(one))) module.removeExport(name);

const info = binaryen.getExpressionInfo;
const places = Object.fromEntries([...script.matchAll(PLACE)].map(([, base, place]) => [base, Number(place)]));
for (const { name, base } of globals.filter(({ base }) => base in places)) settle(name, false, places[base]);
module.runPasses(FOLD);

const own = new Set(globals.filter(({ module }) => !module).map(({ name }) => name));
const start = binaryen.getFunctionInfo(module.getStart()).name;
doAhead(start, ({ id, name }, number) => id === binaryen.GlobalSetId && own.has(name) && settle(name, true, number));

const segment = module.getDataSegmentInfo(module.getDataSegmentByIndex(0));
const data = new DataView(segment.data);
const relocate = exports.find(({ name }) => name === "__wasm_apply_data_relocs").value;
doAhead(relocate, ({ ptr, offset }, number) => {
  const { id, value } = info(ptr);
  if (id === binaryen.ConstId) data.setInt32(value + offset - segment.offset, number, true);
  return id === binaryen.ConstId;
});
const memory = module.getMemoryInfo();
const segments = [{ ...segment, data: new Uint8Array(segment.data), offset: module.i32.const(segment.offset) }];
module.setMemory(memory.initial, memory.max, null, segments, memory.shared, memory.is64, MEMORY);
module.addMemoryImport(MEMORY, memory.module, memory.base);

const STOP = "stop";
module.addFunction(STOP, binaryen.none, binaryen.none, [], module.unreachable());
const reached = new Set([
  ...JSON.parse(readFileSync(called, "utf8")).map((place) => functions[place].name),
  ...exports.filter((one) => one.kind === binaryen.ExternalFunction && stays(one)).map(({ value }) => value),
]);
for (const { table, name, data } of tables) {
  const entries = data.map((entry) => (reached.has(entry) ? entry : STOP));
  module.removeElementSegment(name);
  module.addActiveElementSegment(table, name, entries, module.i32.const(places.__table_base));
}
module.runPasses([...FOLD, "optimize-instructions", "vacuum", "remove-unused-module-elements"]);
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

/** Gives a global a value from the beginning. */
function settle(name, mutable, number) {
  module.removeGlobal(name);
  module.addGlobal(name, binaryen.i32, mutable, module.i32.const(number));
  return true;
}

/** Does what a function does, of which every step sets something to a value; leaves it those of an unknown value. */
function doAhead(name, act) {
  const steps = info(binaryen.getFunctionInfo(module.getFunction(name)).body).children;
  const left = steps.filter((step) => {
    const { value, ...found } = info(step);
    return info(value).id !== binaryen.ConstId || !act(found, info(value).value);
  });
  const body = module.block(null, left.map((step) => module.copyExpression(step)));
  module.removeFunction(name);
  module.addFunction(name, binaryen.none, binaryen.none, [], body);
}
