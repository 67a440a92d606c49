// The podium's hand on a call and on a lost line: what the gate misses, and the three ways to go on.
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { Command } from "../core/contract.ts";
import { lacking } from "../core/readiness.ts";
import { t } from "../i18n/t.ts";
import { isLive, may, presides, type Shown } from "../ui/live.ts";
import { Mark } from "../ui/marks.tsx";
import { Press } from "../ui/press.tsx";
import { ReasonDialog } from "./dialogs.tsx";

type Live = Shown<"podium">;

/** What the speaker called lacks; empty where nobody is called, or nothing is missing. */
export function lackingCalled(live: Live): ReturnType<typeof lacking> {
  const view = live.view.value;
  const entry = view.called && view.entries[view.called.request];
  return entry === undefined ? [] : lacking(view, entry, live.now.value);
}

/** Giving the floor to somebody who is not ready is on record with its reason. */
export function OverrideDialog({ live, close }: { live: Live; close: () => void }): JSX.Element {
  return (
    <ReasonDialog
      title={t("override.title")}
      says={t("override.says")}
      yes={t("override.yes")}
      required
      act={(override = "") => void live.act({ command: "GiveFloor", override })}
      close={close}
    />
  );
}

/** Under a call: what is missing before the floor can be given. */
export function NotReady({ live }: { live: Live }): JSX.Element | null {
  const [asking, ask] = useState(false);
  const missing = lackingCalled(live);
  if (missing.length === 0) {
    return null;
  }
  return (
    <div class="not-ready" role="status">
      <p>
        {t("override.lacking")}{" "}
        {missing.map((need) => (
          <Mark key={need} tone="warn">
            {t(`lacking.${need}`)}
          </Mark>
        ))}
      </p>
      {may(live, "GiveFloor") && (
        <Press ready={isLive(live) && presides(live)} press={() => ask(true)}>
          {t("override.open")}
        </Press>
      )}
      {asking && <OverrideDialog live={live} close={() => ask(false)} />}
    </div>
  );
}

/** A speaker's line was lost in mid-statement: wait, go on with the next, or take the text as read. */
export function Dropped({ live }: { live: Live }): JSX.Element | null {
  const top = live.view.value.floor.at(-1);
  if (top?.connection_lost_at === undefined || !may(live, "PassOver")) {
    return null;
  }
  const ready = isLive(live) && presides(live);
  const offer = (text: string, says: string, command: Command, done = false): JSX.Element => (
    <li>
      <Press ready={ready && !done} press={() => void live.act(command)} style="">
        {text}
      </Press>
      <small>{says}</small>
    </li>
  );
  return (
    <div class="dropped" role="group" aria-label={t("dropped.title")}>
      <ul>
        {offer(t("dropped.wait"), t("dropped.wait.says"), { command: "PauseSpeaking" }, top.paused_at !== undefined)}
        {offer(t("dropped.go_on"), t("dropped.go_on.says"), { command: "PassOver", cause: "connection_lost" })}
        {top.request !== undefined &&
          offer(t("dropped.read"), t("dropped.read.says"), { command: "TakeAsRead", request: top.request })}
      </ul>
    </div>
  );
}
