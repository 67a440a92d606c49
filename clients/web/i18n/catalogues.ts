// The languages that the consoles speak. English is in every page; another language is fetched by the pages that ask
// for it. A catalogue also has the service's refusals, as `refused.<code>`; in English the service says them itself.
import en from "./en.json" with { type: "json" };

export type Key = keyof typeof en;
export type Text = string | { readonly [form in Intl.LDMLPluralRule]?: string };
export type Catalogue = Readonly<Partial<Record<Key | `refused.${string}`, Text>>>;

type Fetched = Promise<{ readonly default: Catalogue }>;

/** Each language by its own name, in the order of the United Nations. */
export const LANGUAGES: readonly { readonly tag: string; readonly name: string }[] = [
  { tag: "ar", name: "العربية" },
  { tag: "zh", name: "中文" },
  { tag: "en", name: "English" },
  { tag: "fr", name: "Français" },
  { tag: "ru", name: "Русский" },
  { tag: "es", name: "Español" },
];

export const ENGLISH: Catalogue = en;

const FETCHES: Readonly<Record<string, () => Fetched>> = {
  ar: () => import("./ar.json", { with: { type: "json" } }),
  es: () => import("./es.json", { with: { type: "json" } }),
  fr: () => import("./fr.json", { with: { type: "json" } }),
  ru: () => import("./ru.json", { with: { type: "json" } }),
  zh: () => import("./zh.json", { with: { type: "json" } }),
};

/** The language proper of a tag: `pt-BR` → `pt`. */
export function primary(tag: string): string {
  return tag.toLowerCase().split("-")[0] ?? tag;
}

/** The texts of a language (a primary tag); undefined where there are none, or where they cannot be fetched now. */
export async function fetchCatalogue(tag: string): Promise<Catalogue | undefined> {
  if (tag === "en") {
    return ENGLISH;
  }
  return FETCHES[tag]?.().then(
    ({ default: texts }) => texts,
    () => undefined,
  );
}
