// Calling whoever speaks to order: off the subject at any time, and once the time is over.
import type { JSX } from "preact";
import { timeLeft } from "../core/clock.ts";
import { t } from "../i18n/t.ts";
import type { Shown } from "../ui/live.ts";
import { Send } from "../ui/press.tsx";

export function ToOrder({ live }: { live: Shown<"podium"> }): JSX.Element | null {
  const top = live.view.value.floor.at(-1);
  if (top === undefined || top.kind === "appeal" || top.interrupted_at !== undefined) {
    return null;
  }
  const over = (timeLeft(top, live.now.value) ?? 1) <= 0;
  return (
    <p class="buttons">
      <Send live={live} command={{ command: "CallSpeakerToOrder", cause: "irrelevance" }} style="small">
        {t("to_order.irrelevance")}
      </Send>
      {over && (
        <Send live={live} command={{ command: "CallSpeakerToOrder", cause: "overrun" }} style="small">
          {t("to_order.overrun")}
        </Send>
      )}
    </p>
  );
}
