// What a booth is called: the languages into which it works, and who is there.
import type { JSX } from "preact";
import type { BoothsView } from "../core/contract.ts";
import { personName } from "../core/names.ts";
import { languageName, t } from "../i18n/t.ts";
import type { Shown } from "../ui/live.ts";

type Live = Pick<Shown<"booths">, "known">;
type Warning = BoothsView["staffing"][number];

/** "French"; of a two-way booth both languages, the first its own. */
export function boothName(view: BoothsView, booth: string): string {
  const { outgoing = [booth] } = view.booths[booth] ?? {};
  return outgoing.map(languageName).join(" / ");
}

export function personOf(live: Live, participant: string | undefined): string {
  return personName(live.known.value.directory, participant) ?? participant ?? "";
}

/** What of the staffing wants attention, in words: of whom, of which language. */
export function warningText(live: Live, { kind, have, need, participant, language }: Warning): string {
  return t(`staffing.${kind}`, {
    have: have ?? "",
    need: need ?? "",
    name: personOf(live, participant),
    language: language === undefined ? "" : languageName(language),
  });
}

export function Person({ live, participant }: { live: Live; participant: string }): JSX.Element {
  return <bdi>{personOf(live, participant)}</bdi>;
}
