// The chair's script: templates with {places} that names and titles fill in, in the language of the template.
import type { PodiumView, ScriptStep } from "./contract.ts";
import { delegationName, named, titled } from "./names.ts";

/** A language's script: `names` of delegations as they stand within a sentence, by code. */
export interface Script {
  readonly language: string;
  readonly templates: Readonly<Record<string, string>>;
  readonly names: Readonly<Record<string, string>>;
}

/** What a place says: ids become names, in the language of the script. */
function said(view: PodiumView, place: string, value: string, { language, names }: Script): string {
  switch (place) {
    case "delegation":
    case "next":
      return names[view.delegations[value]?.code ?? ""] ?? delegationName(view, value, language).text;
    case "group":
      return named(view.groups[value], language).text || value;
    case "item":
      return view.agenda[value]?.number ?? value;
    case "item_title":
      return named(view.agenda[value]?.titles, language).text || value;
    case "title":
      return titled(view.podium[value]?.title, language).text || value;
    default:
      return value;
  }
}

const THANKS: ReadonlySet<string> = new Set(["thank", "thank_speaker"]);

/** Whether the words are for when whoever speaks has ended. */
export function isThanks(step: ScriptStep | undefined): boolean {
  return step !== undefined && THANKS.has(step.key);
}

/** The words of a step, or undefined where the script has none for it. */
export function words(view: PodiumView, step: ScriptStep, script: Script): string | undefined {
  return script.templates[step.key]?.replace(/\{(\w+)\}/g, (place, name: string) => {
    const value = step.params[name];
    return value === undefined ? place : said(view, name, value, script);
  });
}
