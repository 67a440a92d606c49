// The lines of the interpreters: who of the booth is there, and whose console is lost.
import type { JSX } from "preact";
import { lineOf, type OwnBooth } from "../core/booths.ts";
import { timeOfDay } from "../core/clock.ts";
import { t } from "../i18n/t.ts";
import type { Shown } from "../ui/live.ts";
import { Mark } from "../ui/marks.tsx";
import { Person } from "./booth-name.tsx";

type Of = { readonly live: Shown<"booths">; readonly participant: string };

/** Nothing while the line holds, or is not known. */
export function LineLost({ live, participant }: Of): JSX.Element | null {
  const line = lineOf(live.view.value, participant);
  return line.kind !== "lost" ? null : (
    <Mark icon="lost" tone="alert">
      {t("line.lost", { time: timeOfDay(line.since, live.session.conference.time_zone, true) })}
    </Mark>
  );
}

function Colleague({ live, participant, onAir }: Of & { onAir: boolean }): JSX.Element {
  const { kind } = lineOf(live.view.value, participant);
  return (
    <li>
      <Person live={live} participant={participant} />
      <Mark tone={onAir ? "ok" : "plain"}>{t(onAir ? "booth.on_air" : "booth.off_air")}</Mark>
      {kind === "lost" ? (
        <LineLost live={live} participant={participant} />
      ) : (
        <Mark tone={kind === "connected" ? "ok" : "plain"}>{t(`line.${kind}`)}</Mark>
      )}
    </li>
  );
}

/** Each colleague of the own booth: on air or off, there or not; what changes is read out. */
export function Colleagues({ live, own }: { live: Shown<"booths">; own: OwnBooth }): JSX.Element | null {
  return own.colleagues.length === 0 ? null : (
    <ul class="colleagues" aria-label={t("booth.colleagues")} aria-live="polite">
      {own.colleagues.map((each) => (
        <Colleague key={each} live={live} participant={each} onAir={own.now.interpreter === each} />
      ))}
    </ul>
  );
}
