// Every text that the consoles ask for is in the catalogue, and the catalogue holds nothing else.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { direction, language, speak, t, textLanguage, type Key } from "../i18n/t.ts";
import en from "../i18n/en.json" with { type: "json" };

const ROOT = new URL("..", import.meta.url).pathname;
const FOLDERS = ["core", "ui", "chair", "delegate", "interpreter", "hall", "desk", "pages"];

function sources(): string {
  const files = FOLDERS.flatMap((folder) =>
    readdirSync(ROOT + folder, { recursive: true, encoding: "utf8" })
      .filter((name) => /\.tsx?$/.test(name))
      .map((name) => `${ROOT}${folder}/${name}`),
  );
  return files.map((file) => readFileSync(file, "utf8")).join("\n");
}

const SOURCES = sources();
const KEYS = Object.keys(en);
const literals = new Set([...SOURCES.matchAll(/"([a-z_]+(?:\.[a-zA-Z_]+)+)"/g)].map((found) => found[1] ?? ""));
const prefixes = [...SOURCES.matchAll(/`([a-z_]+(?:\.[a-zA-Z_]+)*\.)\$\{[^`]*`/g)].map((found) => found[1] ?? "");

test("every key of the catalogue is used", () => {
  const unused = KEYS.filter((key) => !literals.has(key) && !prefixes.some((prefix) => key.startsWith(prefix)));
  assert.deepEqual(unused, []);
});

test("every key used exists (the types say so too, for literals)", () => {
  const areas = new Set(KEYS.map((key) => key.split(".")[0]));
  const missing = [...literals].filter((key) => areas.has(key.split(".")[0]) && !KEYS.includes(key));
  assert.deepEqual(missing, []);
  assert.deepEqual(prefixes.filter((prefix) => !KEYS.some((key) => key.startsWith(prefix))), []);
});

test("parameters are put in, counts choose their form", () => {
  assert.equal(t("item.number", { number: "3" }), "Item 3");
  assert.equal(t("points.title", { count: 1 }), "1 point of order waits");
  assert.equal(t("points.title", { count: 4 }), "4 points of order wait");
});

test("a language without a catalogue falls back to English texts, not to the direction of English", async () => {
  await speak("fa");
  assert.equal(t("phase.in_session" satisfies Key), "In session");
  assert.equal(textLanguage(), "en");
  assert.equal(direction(language()), "rtl");
  await speak("en");
  assert.equal(direction(language()), "ltr");
});
