// One booth in the hands of the operator and the secretariat: off air, its source, and who interprets there.
import type { JSX } from "preact";
import { FLOOR, pivotsFor } from "../core/booths.ts";
import { t } from "../i18n/t.ts";
import { Dialog } from "../ui/dialog.tsx";
import { isLive, may, type Shown } from "../ui/live.ts";
import { Send } from "../ui/press.tsx";
import { RefusalToast } from "../ui/toast.tsx";
import { boothName } from "./alerts.tsx";
import { StaffBooth } from "./staff-booth.tsx";

interface Props {
  readonly live: Shown<"podium">;
  readonly id: string;
}

/** What the operator does for a booth whose own console fails. */
function Source({ live, id }: Props): JSX.Element {
  const view = live.view.value;
  const chosen = view.on_air[id]?.source ?? FLOOR;
  const sources = [...new Set([FLOOR, chosen, ...pivotsFor(view, id)])];
  return (
    <label class="field">
      <span>{t("booth.source")}</span>
      <select
        value={chosen}
        disabled={!isLive(live) || sources.length < 2}
        onChange={(event) => void live.act({ command: "SetSource", booth: id, source: event.currentTarget.value })}
      >
        {sources.map((source) => (
          <option key={source} value={source}>
            {source === FLOOR ? t("booth.from_floor") : t("booth.relay", { booth: boothName(view, source) })}
          </option>
        ))}
      </select>
    </label>
  );
}

export function BoothDialog({ live, id, close }: Props & { close: () => void }): JSX.Element {
  const onAir = live.view.value.on_air[id]?.interpreter !== undefined;
  return (
    <Dialog title={t("booth.desk", { booth: boothName(live.view.value, id) })} close={close}>
      <RefusalToast live={live} />
      {may(live, "SetSource") && (
        <div class="inline-form">
          <Source live={live} id={id} />
          <Send live={live} command={{ command: "ReleaseMicrophone", booth: id }} ready={onAir}>
            {t("booth.take_off")}
          </Send>
        </div>
      )}
      {may(live, "StaffBooth") && <StaffBooth live={live} booth={id} close={close} />}
    </Dialog>
  );
}
