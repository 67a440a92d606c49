// Whether a remote speaker's sound is fit for interpretation: the booth hears it, so the booth says it.
import type { JSX } from "preact";
import { ownBooth } from "../core/booths.ts";
import type { BoothsEntry, Fitness } from "../core/contract.ts";
import { t } from "../i18n/t.ts";
import { isLive, may, type Shown } from "../ui/live.ts";
import { Press } from "../ui/press.tsx";
import { personOf } from "./booth-name.tsx";

const MARKS: readonly Exclude<Fitness, "unknown">[] = ["fit", "unfit"];

export function Sound({ live, entry }: { live: Shown<"booths">; entry: BoothsEntry }): JSX.Element | null {
  const { participant, modality } = entry;
  const view = live.view.value;
  const inBooth = Object.keys(view.booths).length === 0 || ownBooth(view, live.session.participant) !== undefined;
  if (modality !== "online" || participant === undefined || !inBooth || !may(live, "MarkSound")) {
    return null;
  }
  const known = view.readiness[participant]?.sound;
  return (
    <span class="sound" role="group" aria-label={t("sound.of", { name: personOf(live, participant) })}>
      {MARKS.map((fitness) => (
        <Press
          key={fitness}
          ready={isLive(live)}
          pressed={known === fitness}
          press={() => void live.act({ command: "MarkSound", participant, fitness })}
        >
          {t(`sound.${fitness}`)}
        </Press>
      ))}
    </span>
  );
}
