// The podium's hand on a call and on a lost line: what the gate misses, and the three ways to go on.
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { Command, PodiumView } from "../core/contract.ts";
import { textOf } from "../core/booths.ts";
import { nextPanellist } from "../core/next.ts";
import { lacking } from "../core/readiness.ts";
import { t } from "../i18n/t.ts";
import { isLive, may, presides, type Shown } from "../ui/live.ts";
import { Mark } from "../ui/marks.tsx";
import { Press } from "../ui/press.tsx";
import { callsPanel } from "./acts.ts";
import { ReasonDialog } from "./dialogs.tsx";

type Live = Shown<"podium">;

/** What the speaker called lacks, or the panellist who comes next; empty where nothing is missing. */
export function lackingCalled(live: Live): ReturnType<typeof lacking> {
  const view = live.view.value;
  const entry = (view.called && view.entries[view.called.request]) ?? panellistNext(view);
  return entry === undefined ? [] : lacking(view, entry, live.now.value);
}

/** The panellist whom the next step gives the floor, and from where she speaks. */
function panellistNext(view: PodiumView): Parameters<typeof lacking>[1] | undefined {
  if (view.panel === undefined || view.called !== undefined || view.floor.length > 0 || !callsPanel(view)) {
    return undefined;
  }
  const who = nextPanellist(view.panel);
  const participant = who === undefined ? undefined : view.panel.panellists.find((each) => each === who)?.participant;
  const seat = Object.values(view.roster).find((each) => each.participant === participant);
  return participant === undefined || seat === undefined ? undefined : { modality: seat.modality, participant };
}

/** Giving the floor to somebody who is not ready is on record with its reason. */
export function OverrideDialog({ live, close }: { live: Live; close: () => void }): JSX.Element {
  const command = live.view.value.called === undefined ? "NextOfPanel" : "GiveFloor";
  return (
    <ReasonDialog
      title={t("override.title")}
      says={t("override.says")}
      yes={t("override.yes")}
      required
      act={(override = "") => void live.act({ command, override })}
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

interface Offer {
  readonly text: string;
  readonly says: string;
  readonly command: Command;
}

/** What can be done about a lost line: wait and go on, go on with the next, or take the text as read if there is one. */
function offers(view: PodiumView, top: PodiumView["floor"][number]): readonly Offer[] {
  const waits = top.paused_at !== undefined;
  const { request = "" } = top;
  const { delegation = "", item = "" } = view.entries[request] ?? {};
  const hasText = textOf(view, { delegation, item, request }) !== undefined;
  return [
    waits
      ? { text: t("dropped.again"), says: t("dropped.again.says"), command: { command: "ResumeSpeaking" } }
      : { text: t("dropped.wait"), says: t("dropped.wait.says"), command: { command: "PauseSpeaking" } },
    {
      text: t("dropped.go_on"),
      says: t("dropped.go_on.says"),
      command: { command: "PassOver", cause: "connection_lost" },
    },
    ...(hasText
      ? [{ text: t("dropped.read"), says: t("dropped.read.says"), command: { command: "TakeAsRead", request } as const }]
      : []),
  ];
}

/** A speaker's line was lost in mid-statement. */
export function Dropped({ live }: { live: Live }): JSX.Element | null {
  const view = live.view.value;
  const top = view.floor.at(-1);
  if (top?.connection_lost_at === undefined || !may(live, "PassOver")) {
    return null;
  }
  const ready = isLive(live) && presides(live);
  return (
    <div class="dropped" role="group" aria-label={t("dropped.title")}>
      <ul>
        {offers(view, top).map(({ text, says, command }) => (
          <li key={command.command}>
            <Press ready={ready} press={() => void live.act(command)} style="">
              {text}
            </Press>
            <small>{says}</small>
          </li>
        ))}
      </ul>
    </div>
  );
}
