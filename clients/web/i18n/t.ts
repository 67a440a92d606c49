// The words of the consoles. A catalogue maps keys to texts with {parameters}; a text that depends on a count
// has one form per plural category of its language (Intl.PluralRules) and takes the parameter `count`.
import { signal } from "@preact/signals";
import { ENGLISH, fetchCatalogue, primary, type Catalogue, type Key, type Text } from "./catalogues.ts";

export type { Key } from "./catalogues.ts";
export type Params = Readonly<Record<string, string | number>>;

interface Spoken {
  /** The language asked for. */
  readonly wanted: string;
  /** The language of the texts: that asked for, or English. */
  readonly language: string;
  readonly texts: Catalogue;
}

const RIGHT_TO_LEFT: ReadonlySet<string> = new Set(["ar", "fa", "he", "ur"]);
const [ISOLATE, END_OF_ISOLATE] = ["\u2068", "\u2069"];

/** What is drawn with these texts is drawn anew when the language changes. */
const spoken = signal<Spoken>({ wanted: "en", language: "en", texts: ENGLISH });
let asked = 0;

/** Fetches and chooses the language of the consoles; without a catalogue their own texts are in English. The last
 * choice holds, in whatever order the catalogues come. */
export async function speak(tag: string): Promise<void> {
  asked += 1;
  const mine = asked;
  const texts = await fetchCatalogue(primary(tag));
  if (mine === asked) {
    spoken.value =
      texts === undefined
        ? { wanted: tag, language: "en", texts: ENGLISH }
        : { wanted: tag, language: primary(tag), texts };
  }
}

/** The language asked for: that of names and of the reading direction. */
export function language(): string {
  return spoken.value.wanted;
}

/** The language that the consoles' own texts are in. */
export function textLanguage(): string {
  return spoken.value.language;
}

/** The locale of dates: Latin digits, as in all that the service counts; in English the day comes first. */
export function dateLocale(): string {
  return textLanguage() === "en" ? "en-GB" : `${textLanguage()}-u-nu-latn`;
}

export function direction(tag: string): "ltr" | "rtl" {
  return RIGHT_TO_LEFT.has(primary(tag)) ? "rtl" : "ltr";
}

function form(text: Text, tag: string, params: Params): string {
  if (typeof text === "string") {
    return text;
  }
  const rule = new Intl.PluralRules(tag).select(Number(params["count"]));
  return text[rule] ?? text.other ?? "";
}

/** A value within a text; among right-to-left words it keeps its own direction. */
function inserted(value: string | number | undefined, tag: string): string {
  const isolated = typeof value === "string" && direction(tag) === "rtl";
  return isolated ? ISOLATE + value + END_OF_ISOLATE : String(value ?? "");
}

function filled(text: Text, tag: string, params: Params): string {
  return form(text, tag, params).replace(/\{(\w+)\}/g, (_, name: string) => inserted(params[name], tag));
}

/** The text of a key, with `{name}` replaced by the parameter of that name. */
export function t(key: Key, params: Params = {}): string {
  const { texts, language: tag } = spoken.value;
  const own = texts[key];
  return own === undefined ? filled(ENGLISH[key] ?? "", "en", params) : filled(own, tag, params);
}

/** What the service has refused, in the consoles' language; undefined where only the service has words for it. */
export function refusedText(code: string, params: Params): string | undefined {
  const { texts, language: tag } = spoken.value;
  const own = texts[`refused.${code}`];
  return own === undefined ? undefined : filled(own, tag, params);
}

/** Several together, as the language of the texts joins them: `a, b and c`. */
export function listed(texts: readonly string[]): string {
  return new Intl.ListFormat(textLanguage(), { type: "conjunction" }).format(texts);
}

/** A language's own name in the consoles' language: `es` → Spanish. */
export function languageName(tag: string): string {
  return new Intl.DisplayNames([textLanguage()], { type: "language" }).of(tag) ?? tag;
}
