// The booths as the podium sees them: who is on air, what is signalled, where staff is short.
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { FLOOR } from "../core/booths.ts";
import type { PodiumView } from "../core/contract.ts";
import { personName } from "../core/names.ts";
import { languageName, t } from "../i18n/t.ts";
import { Icon } from "../ui/icons.tsx";
import { may, type Shown } from "../ui/live.ts";
import { Mark } from "../ui/marks.tsx";
import { Send } from "../ui/press.tsx";
import { boothName, Signals } from "./alerts.tsx";
import { BoothDialog } from "./booth-dialog.tsx";

type Warning = PodiumView["staffing"][number];

/** What wants attention, in words: of which booth, of whom, of which language. */
function warningText(live: Shown<"podium">, { kind, booth, have, need, participant, language }: Warning): string {
  const view = live.view.value;
  const words = t(`staffing.${kind}`, {
    have: have ?? "",
    need: need ?? "",
    name: personName(live.known.value.directory, participant) ?? participant ?? "",
    language: language === undefined ? "" : languageName(language),
  });
  return booth === undefined ? words : t("signal.of_booth", { booth: boothName(view, booth), signal: words });
}

function BoothRow({ live, id, open }: { live: Shown<"podium">; id: string; open: () => void }): JSX.Element {
  const view = live.view.value;
  const now = view.on_air[id];
  const person = personName(live.known.value.directory, now?.interpreter);
  const name = boothName(view, id);
  return (
    <li>
      <span class="grow">
        {name}
        {person && (
          <small>
            <bdi>{person}</bdi>
          </small>
        )}
        {now !== undefined && now.source !== FLOOR && (
          <small>{t("booth.relay", { booth: boothName(view, now.source) })}</small>
        )}
      </span>
      <Mark tone={now?.interpreter === undefined ? "plain" : "ok"}>
        {t(now?.interpreter === undefined ? "booth.off_air" : "booth.on_air")}
      </Mark>
      {may(live, "StaffBooth") && (
        <button type="button" class="quiet small" aria-label={t("booth.desk.open", { booth: name })} onClick={open}>
          <Icon name="more" />
        </button>
      )}
    </li>
  );
}

function Booths({ live }: { live: Shown<"podium"> }): JSX.Element {
  const [opened, open] = useState<string>();
  return (
    <>
      <ul class="rows">
        {Object.keys(live.view.value.booths).map((id) => (
          <BoothRow key={id} live={live} id={id} open={() => open(id)} />
        ))}
      </ul>
      {opened && <BoothDialog live={live} id={opened} close={() => open(undefined)} />}
    </>
  );
}

function isLost({ kind }: Warning): boolean {
  return kind === "line_lost";
}

/** Across the console: somebody on air whose line is lost. Nobody is heard on that channel. */
export function LostOnAir({ live }: { live: Shown<"podium"> }): JSX.Element {
  return (
    <div class="alerts" role="alert">
      {live.view.value.staffing.filter(isLost).map((warning) => (
        <p key={warning.booth} class="alert-line">
          <Icon name="lost" />
          <b>{warningText(live, warning)}</b>
          {warning.booth !== undefined && (
            <Send live={live} command={{ command: "ReleaseMicrophone", booth: warning.booth }}>
              {t("booth.take_off")}
            </Send>
          )}
        </p>
      ))}
    </div>
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
    <details class="panel fold" open={Object.keys(signals).length > 0 || staffing.some(isLost)}>
      <summary>
        <h2>{t("interpretation.title")}</h2>
        {count > 0 && <Mark tone="warn">{t("interpretation.attention", { count })}</Mark>}
      </summary>
      <Signals live={live} />
      {staffing.map((warning) => (
        <p key={`${warning.kind} ${warning.booth ?? ""}`} class="staffing">
          <Mark tone="warn">{warningText(live, warning)}</Mark>
        </p>
      ))}
      <Booths live={live} />
    </details>
  );
}
