// Raising a point of order: it interrupts, so it is asked once more before it is sent.
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { t } from "../i18n/t.ts";
import { Confirm } from "../ui/dialog.tsx";
import { Icon } from "../ui/icons.tsx";
import { isLive, type Shown } from "../ui/live.ts";
import { pointOf } from "./situation.ts";

export function PointOfOrder({ live, delegation }: { live: Shown<"hall">; delegation: string }): JSX.Element | null {
  const [asking, ask] = useState(false);
  const view = live.view.value;
  const raised = pointOf(view, delegation);
  if (view.meeting.phase !== "in_session") {
    return null;
  }
  if (raised !== undefined) {
    return (
      <p class="point-raised">
        <Icon name="point" />
        <span>{t("point.raised", { place: raised.place })}</span>
        <button
          type="button"
          class="small"
          onClick={() => void live.act({ command: "WithdrawRequest", request: raised.id })}
        >
          {t("standing.withdraw")}
        </button>
      </p>
    );
  }
  return (
    <div class="point">
      <button type="button" aria-disabled={!isLive(live)} onClick={() => isLive(live) && ask(true)}>
        <Icon name="point" />
        {t("point.raise")}
      </button>
      {asking && (
        <Confirm
          title={t("point.title")}
          says={t("point.says")}
          yes={t("point.raise")}
          act={() => void live.act({ command: "RequestFloor", kind: "point_of_order" })}
          close={() => ask(false)}
        />
      )}
    </div>
  );
}
