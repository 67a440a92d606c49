// What a booth is called: the languages into which it works, and who is there.
import type { JSX } from "preact";
import type { BoothsView } from "../core/contract.ts";
import { personName } from "../core/names.ts";
import { languageName } from "../i18n/t.ts";
import type { Shown } from "../ui/live.ts";

type Live = Shown<"booths">;

/** "French"; of a two-way booth both languages, the first its own. */
export function boothName(view: BoothsView, booth: string): string {
  const { outgoing = [booth] } = view.booths[booth] ?? {};
  return outgoing.map(languageName).join(" / ");
}

export function personOf(live: Live, participant: string | undefined): string {
  return personName(live.known.value.directory, participant) ?? participant ?? "";
}

export function Person({ live, participant }: { live: Live; participant: string }): JSX.Element {
  return <bdi>{personOf(live, participant)}</bdi>;
}
