// Raising a point of order: it interrupts, so it is asked once more before it is sent.
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { Command } from "../core/contract.ts";
import { t } from "../i18n/t.ts";
import { Confirm } from "../ui/dialog.tsx";
import { Icon } from "../ui/icons.tsx";
import { isLive, isPending, type Shown } from "../ui/live.ts";
import { Press, Send } from "../ui/press.tsx";
import { pointOf } from "./situation.ts";

const RAISE: Command = { command: "RequestFloor", kind: "point_of_order" };

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
        <Send live={live} command={{ command: "WithdrawRequest", request: raised.id }}>
          {t("standing.withdraw")}
        </Send>
      </p>
    );
  }
  return (
    <div class="point">
      <Press ready={isLive(live)} pending={isPending(live, RAISE)} press={() => ask(true)} style="">
        <Icon name="point" />
        {t("point.raise")}
      </Press>
      {asking && (
        <Confirm
          title={t("point.title")}
          says={t("point.says")}
          yes={t("point.raise")}
          act={() => void live.act(RAISE)}
          close={() => ask(false)}
          ready={isLive(live)}
        />
      )}
    </div>
  );
}
