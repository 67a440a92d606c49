// The booths as the podium sees them: who is on air, what is signalled, where staff is short.
import type { JSX } from "preact";
import type { PodiumView } from "../core/contract.ts";
import { personName } from "../core/names.ts";
import { t } from "../i18n/t.ts";
import type { Shown } from "../ui/live.ts";
import { Mark } from "../ui/marks.tsx";
import { boothName, Signals } from "./alerts.tsx";

type Warning = PodiumView["staffing"][number];

function warningText(view: PodiumView, { kind, booth, have, need }: Warning): string {
  const words = t(`staffing.${kind}`, { have: have ?? "", need: need ?? "" });
  return booth === undefined ? words : t("signal.of_booth", { booth: boothName(view, booth), signal: words });
}

function Booths({ live }: { live: Shown<"podium"> }): JSX.Element {
  const { booths, on_air: onAir } = live.view.value;
  return (
    <ul class="rows">
      {Object.keys(booths).map((id) => {
        const now = onAir[id];
        const person = personName(live.known.value.directory, now?.interpreter);
        return (
          <li key={id}>
            <span class="grow">
              {boothName(live.view.value, id)}
              {person && (
                <small>
                  <bdi>{person}</bdi>
                </small>
              )}
            </span>
            {now !== undefined && now.source !== "floor" && <Mark>{t("booth.relay", { booth: boothName(live.view.value, now.source) })}</Mark>}
            <Mark tone={now?.interpreter === undefined ? "plain" : "ok"}>
              {t(now?.interpreter === undefined ? "booth.off_air" : "booth.on_air")}
            </Mark>
          </li>
        );
      })}
    </ul>
  );
}

/** Opens by itself when something is signalled or wants attention. */
export function InterpretationSection({ live }: { live: Shown<"podium"> }): JSX.Element | null {
  const { booths, signals, staffing } = live.view.value;
  const count = Object.keys(signals).length + staffing.length;
  if (Object.keys(booths).length === 0 && count === 0) {
    return null;
  }
  return (
    <details class="panel fold" open={Object.keys(signals).length > 0}>
      <summary>
        <h2>{t("interpretation.title")}</h2>
        {count > 0 && <Mark tone="warn">{t("interpretation.attention", { count })}</Mark>}
      </summary>
      <Signals live={live} />
      {staffing.map((warning) => (
        <p key={`${warning.kind} ${warning.booth ?? ""}`} class="staffing">
          <Mark tone="warn">{warningText(live.view.value, warning)}</Mark>
        </p>
      ))}
      <Booths live={live} />
    </details>
  );
}
