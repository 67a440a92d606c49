// npm run contract -- <openapi.json>: writes core/generated/wire.ts, the schemas of the wire as types.
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import openapiTS, { astToString } from "openapi-typescript";

const OUTPUT = new URL("../core/generated/wire.ts", import.meta.url);
const BANNER = "// Generated from the service's OpenAPI document by `npm run contract`; do not edit.\n\n";

/** On the wire absent is none: what may be null in the schema is optional here, and never null. */
function withoutNull(schema) {
  if (Array.isArray(schema)) {
    return schema.map(withoutNull);
  }
  if (typeof schema !== "object" || schema === null) {
    return schema;
  }
  const { anyOf, ...rest } = Object.fromEntries(
    Object.entries(schema)
      .filter(([key, value]) => !(key === "default" && value === null))
      .map(([key, value]) => [key, withoutNull(value)]),
  );
  const kept = anyOf?.filter((each) => each.type !== "null");
  if (kept === undefined) {
    return rest;
  }
  return kept.length === 1 ? { ...kept[0], ...rest } : { ...rest, anyOf: kept };
}

const [file] = process.argv.slice(2);
if (file === undefined) {
  console.error("usage: npm run contract -- <openapi.json>");
  process.exit(2);
}
const path = resolve(process.env.INIT_CWD ?? ".", file);
const { openapi, info, components } = JSON.parse(await readFile(path, "utf8"));
const document = { openapi, info, paths: {}, components: { schemas: withoutNull(components.schemas) } };
const types = await openapiTS(document, { immutable: true, defaultNonNullable: false });
await mkdir(new URL(".", OUTPUT), { recursive: true });
await writeFile(OUTPUT, BANNER + astToString(types));
