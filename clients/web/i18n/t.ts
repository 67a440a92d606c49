// The words of the consoles. A catalogue maps keys to texts with {parameters}; a text that depends on a count
// has one form per plural category of its language (Intl.PluralRules) and takes the parameter `count`.
import en from "./en.json" with { type: "json" };

export type Key = keyof typeof en;
export type Text = string | { readonly [form in Intl.LDMLPluralRule]?: string };
export type Params = Readonly<Record<string, string | number>>;
export type Catalogue = Readonly<Partial<Record<Key, Text>>>;

interface Loaded {
  readonly language: string;
  readonly texts: Catalogue;
}

const ENGLISH: Loaded = { language: "en", texts: en };
const CATALOGUES: Readonly<Record<string, Loaded>> = { en: ENGLISH };
const RIGHT_TO_LEFT: ReadonlySet<string> = new Set(["ar", "fa", "he", "ur"]);

let current = ENGLISH;
let wanted = "en";

/** Chooses the language of the consoles; texts that it lacks are shown in English. */
export function speak(tag: string): void {
  wanted = tag;
  current = CATALOGUES[tag.split("-")[0] ?? tag] ?? ENGLISH;
}

/** The language asked for: that of names and of the reading direction. */
export function language(): string {
  return wanted;
}

/** The language that the consoles' own texts are in. */
export function textLanguage(): string {
  return current.language;
}

export function direction(tag: string): "ltr" | "rtl" {
  return RIGHT_TO_LEFT.has(tag.split("-")[0] ?? tag) ? "rtl" : "ltr";
}

function form(text: Text, spoken: string, params: Params): string {
  if (typeof text === "string") {
    return text;
  }
  const rule = new Intl.PluralRules(spoken).select(Number(params["count"]));
  return text[rule] ?? text.other ?? "";
}

/** The text of a key, with `{name}` replaced by the parameter of that name. */
export function t(key: Key, params: Params = {}): string {
  const own = current.texts[key];
  const [text, spoken] = own === undefined ? [en[key] as Text, "en"] : [own, current.language];
  return form(text, spoken, params).replace(/\{(\w+)\}/g, (_, name: string) => String(params[name] ?? ""));
}

/** A language's own name in the consoles' language: `es` → Spanish. */
export function languageName(tag: string): string {
  return new Intl.DisplayNames([current.language], { type: "language" }).of(tag) ?? tag;
}
