// Every language says all that English says: each text, with its places, in each of the language's plural forms.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { ENGLISH, fetchCatalogue, LANGUAGES, type Catalogue, type Text } from "../i18n/catalogues.ts";
import { direction, language, refusedText, speak, t, textLanguage } from "../i18n/t.ts";

type Texts = Readonly<Record<string, Text>>;

/** In these forms the number may be said in words, or by the form of the noun. */
const NUMBER_MAY_BE_SAID = new Set(["zero", "one", "two"]);
const OTHERS = LANGUAGES.map(({ tag }) => tag).filter((tag) => tag !== "en");
const CATALOGUES = new Map<string, Texts>();
for (const tag of OTHERS) {
  CATALOGUES.set(tag, ((await fetchCatalogue(tag)) ?? {}) as Catalogue as Texts);
}

const isRefusal = (key: string): boolean => key.startsWith("refused.");
const formsOf = (text: Text): readonly [string, string][] =>
  typeof text === "string" ? [["other", text]] : Object.entries(text);

function places(text: string): ReadonlySet<string> {
  return new Set([...text.matchAll(/\{(\w+)\}/g)].map((found) => found[1] ?? ""));
}

/** What is wrong with a text as a translation of another, in words. */
function faults(tag: string, own: Text, english: Text): string[] {
  const wanted = places(formsOf(english).at(-1)?.[1] ?? "");
  const categories = new Intl.PluralRules(tag).resolvedOptions().pluralCategories.toSorted();
  const found: string[] = [];
  if (typeof english !== "string" && typeof own === "string") {
    found.push("depends on a count in English");
  }
  if (typeof own !== "string" && String(Object.keys(own).toSorted()) !== String(categories)) {
    found.push(`needs the forms ${categories}`);
  }
  for (const [form, text] of formsOf(own)) {
    const there = places(text);
    const missing = [...wanted].filter((name) => !there.has(name));
    const optional = isCount(missing) && NUMBER_MAY_BE_SAID.has(form);
    if ((missing.length > 0 && !optional) || [...there].some((name) => !wanted.has(name)) || text.trim() === "") {
      found.push(`${form}: has ${[...there]}, needs ${[...wanted]}`);
    }
  }
  return found;
}

function isCount(names: readonly string[]): boolean {
  return names.length === 1 && names[0] === "count";
}

test("each language of the choice has a catalogue, and each catalogue is in the choice", () => {
  const files = readdirSync(new URL("../i18n/", import.meta.url)).filter((name) => name.endsWith(".json"));
  assert.deepEqual(files.map((name) => name.replace(".json", "")).toSorted(), LANGUAGES.map(({ tag }) => tag).toSorted());
});

/** The keys of a catalogue as its file has them, one a line, in their order. */
function keysIn(file: string): string[] {
  return [...file.matchAll(/^ {2}"([^"]+)":/gm)].map((found) => found[1] ?? "");
}

function twice(keys: readonly string[]): string[] {
  return keys.filter((key, index) => keys.indexOf(key) !== index);
}

for (const { tag } of LANGUAGES) {
  test(`no key stands twice in the file of ${tag}: the last would be said for both`, () => {
    const file = readFileSync(new URL(`../i18n/${tag}.json`, import.meta.url), "utf8");
    const keys = keysIn(file);
    assert.deepEqual(twice(keys), []);
    assert.deepEqual(keys, Object.keys(JSON.parse(file) as Texts), "a key that is not at the beginning of its line");
  });
}

test("a key that stands twice is found", () => {
  assert.deepEqual(twice(keysIn('{\n  "one": "a",\n  "two": {\n    "one": "b"\n  },\n  "one": "c"\n}')), ["one"]);
});

for (const [tag, texts] of CATALOGUES) {
  test(`${tag} has every key of English and no other`, () => {
    const english = Object.keys(ENGLISH);
    assert.deepEqual(english.filter((key) => !(key in texts)), [], "missing");
    assert.deepEqual(Object.keys(texts).filter((key) => !isRefusal(key) && !english.includes(key)), [], "unknown");
  });

  test(`${tag} has the places of English, in all plural forms of its language`, () => {
    const wrong = Object.entries(ENGLISH as Texts)
      .filter(([key]) => key in texts)
      .map(([key, english]) => [key, faults(tag, texts[key] ?? "", english)] as const)
      .filter(([, found]) => found.length > 0);
    assert.deepEqual(wrong, []);
  });

  test(`${tag} says the same refusals as the other languages, with the same places`, () => {
    const all = new Set([...CATALOGUES.values()].flatMap((each) => Object.keys(each).filter(isRefusal)));
    assert.deepEqual([...all].filter((key) => !(key in texts)), []);
    const french = CATALOGUES.get("fr") ?? {};
    const wrong = [...all].map((key) => [key, faults(tag, texts[key] ?? "", french[key] ?? "")] as const);
    assert.deepEqual(wrong.filter(([, found]) => found.length > 0), []);
  });
}

test("a fault of a translation is found", () => {
  const english = { one: "{count} waits until {at}", other: "{count} wait until {at}" };
  assert.deepEqual(faults("ru", { one: "1 {at}", few: "{count} {at}", many: "{count} {at}", other: "{count} {at}" }, english), []);
  assert.equal(faults("ru", { one: "{count} {at}", other: "{count} {at}" }, english).length, 1);
  assert.equal(faults("zh", "{count} {at}", english).length, 1);
  assert.equal(faults("zh", { other: "{count}" }, english).length, 1);
  assert.equal(faults("zh", "{nome}", "{name}").length, 1);
});

test("the words, the plural and the direction are those of the language spoken", async () => {
  await speak("fr-CA");
  assert.equal(textLanguage(), "fr");
  assert.equal(t("points.title", { count: 0 }), t("points.title", { count: 1 }).replace("1", "0"));
  await speak("ar");
  assert.equal(direction(language()), "rtl");
  assert.ok(t("announce.called", { name: "Amberland" }).includes("\u2068Amberland\u2069"));
  assert.equal(refusedText("no-such-refusal", {}), undefined);
  await speak("en");
  assert.equal(t("announce.called", { name: "Amberland" }), "Amberland is called");
  assert.equal(refusedText("no-quorum", { present: 1 }), undefined);
});

test("of two choices the last holds, whichever comes first", async () => {
  const [first, last] = [speak("es"), speak("en")];
  await Promise.all([last, first]);
  assert.equal(textLanguage(), "en");
});
