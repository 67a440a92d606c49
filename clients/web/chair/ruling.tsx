// The ruling just made, while it may be appealed against; the desk enters the appeal of a raised flag.
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { t } from "../i18n/t.ts";
import { isLive, may, type Shown } from "../ui/live.ts";
import { DelegationName, Mark } from "../ui/marks.tsx";
import { Press } from "../ui/press.tsx";
import { DelegationSelect } from "./delegation-select.tsx";

export function RulingLine({ live }: { live: Shown<"podium"> }): JSX.Element | null {
  const [delegation, choose] = useState("");
  const view = live.view.value;
  const { ruling } = view;
  if (ruling === undefined || view.vote !== undefined) {
    return null;
  }
  const open = ruling.appealed_by === undefined && !ruling.overruled && may(live, "Appeal");
  return (
    <details class="ruling">
      <summary>
        {t("ruling.made")} <DelegationName view={view} id={ruling.delegation} />{" "}
        <Mark tone="point">{t(ruling.upheld ? "ruling.upheld" : "ruling.dismissed")}</Mark>
        {ruling.overruled && <Mark tone="warn">{t("outcome.overruled")}</Mark>}
      </summary>
      {open && (
        <div class="inline-form">
          <DelegationSelect
            live={live}
            label={t("ruling.appeal_of")}
            value={delegation}
            choose={choose}
            categories={view.procedure.points_of_order}
          />
          <Press
            ready={isLive(live) && delegation !== ""}
            press={() => void live.act({ command: "Appeal", delegation })}
          >
            {t("ruling.appeal")}
          </Press>
        </div>
      )}
    </details>
  );
}
