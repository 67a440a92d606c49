// npm run contract -- <openapi.json>: writes core/generated/contract.d.ts, the types of the service's wire.
import { mkdir, readFile, writeFile } from "node:fs/promises";
import openapiTS, { astToString } from "openapi-typescript";

const OUTPUT = new URL("../core/generated/contract.d.ts", import.meta.url);
const BANNER = "// Generated from the service's OpenAPI document by `npm run contract`; do not edit.\n\n";

const [file] = process.argv.slice(2);
if (file === undefined) {
  console.error("usage: npm run contract -- <openapi.json>");
  process.exit(2);
}
const document = JSON.parse(await readFile(file, "utf8"));
await mkdir(new URL(".", OUTPUT), { recursive: true });
await writeFile(OUTPUT, BANNER + astToString(await openapiTS(document, { immutable: true })));
