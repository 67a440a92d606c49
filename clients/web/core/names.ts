// Who is meant: names by language, with English where a language has none.
import type { Directory, HallView, Title } from "./contract.ts";

export interface Named {
  readonly text: string;
  /** The language that the text is in, for the `lang` attribute and the reading direction. */
  readonly lang: string;
}

/** The name in `language`, else in English. */
export function named(names: Readonly<Record<string, string>> | undefined, language: string): Named {
  for (const lang of [language, language.split("-")[0] ?? language, "en"]) {
    const text = names?.[lang];
    if (text !== undefined) {
      return { text, lang };
    }
  }
  return { text: "", lang: language };
}

/** The title in `language`, else in English. */
export function titled(title: Title | undefined, language: string): Named {
  return typeof title === "string" ? { text: title, lang: "en" } : named(title, language);
}

export function delegationName(view: HallView, delegation: string, language: string): Named {
  const shown = view.delegations[delegation];
  const name = named(shown?.names, language);
  return name.text === "" ? { text: shown?.code ?? delegation, lang: "en" } : name;
}

/** A person with her title, or undefined where the directory does not know her (yet). */
export function personName(directory: Directory, participant: string | undefined): string | undefined {
  const person = participant === undefined ? undefined : directory[participant];
  return person === undefined ? undefined : [person.title, person.name].filter(Boolean).join(" ");
}
