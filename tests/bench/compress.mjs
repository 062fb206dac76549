// Reads a JSON object of targets and their files, and writes each brotli-compressed, as well as a static host does it once.
import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { brotliCompressSync, constants } from "node:zlib";

for (const [target, file] of Object.entries(JSON.parse(readFileSync(0, "utf8")))) {
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11 };
  writeFileSync(`${target}.part`, brotliCompressSync(readFileSync(file), { params }));
  renameSync(`${target}.part`, target);
}
