// The chair's hand on the floor: one button and one key for each act.
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { Command, PodiumView } from "../core/contract.ts";
import { delegationName } from "../core/names.ts";
import type { KeyAct } from "../core/key-order.ts";
import { nextUp } from "../core/next.ts";
import { language, t } from "../i18n/t.ts";
import { Confirm } from "../ui/dialog.tsx";
import { isLive, may, presides, type Shown } from "../ui/live.ts";
import { holderName, officeTitle } from "../ui/marks.tsx";
import { ACTS, breaksOff, callsPanel, COMMAND_OF, KEY_OF, likely, possible, type Act } from "./acts.ts";
import { lackingCalled, OverrideDialog } from "./called.tsx";
import { ExtendDialog, PassOverDialog, RuleDialog } from "./dialogs.tsx";
import { KeysNotDone, useChairKeys, useKeyOrder } from "./keys.tsx";

type Question = "pass" | "rule" | "extend" | "close_list" | "override" | "take_back";

const COMMANDS: Partial<Record<Act, Command>> = {
  call: { command: "CallNext" },
  give: { command: "GiveFloor" },
  end: { command: "EndStatement" },
  take_back: { command: "TakeBackCall" },
};
const SIMPLE: ReadonlySet<Act> = new Set<Act>(["call", "give", "end", "pause", "take_back"]);

function label(act: Act, view: PodiumView): string {
  if (act === "pause" && view.floor.at(-1)?.paused_at !== undefined) {
    return t("act.resume");
  }
  if (act === "call" && view.points.length > 0) {
    return t("act.call_point");
  }
  if (act === "call" && callsPanel(view)) {
    return t("act.call_panel");
  }
  if (act === "take_back" && breaksOff(view)) {
    return t("act.break_off");
  }
  return t(`act.${act}`);
}

/** Who is meant by the act: the next to be called, or the one who has been called. */
function meant(act: Act, view: PodiumView): string | undefined {
  const name = (delegation: string): string => delegationName(view, delegation, language()).text;
  const called = view.called && view.entries[view.called.request];
  if (act !== "call") {
    return act === "give" && called ? name(called.delegation) : undefined;
  }
  const next = nextUp(view);
  const who = next?.delegation === undefined ? officeTitle(next?.title).text : name(next.delegation);
  if (next === undefined || next.kind === "statement") {
    return who;
  }
  return [t(`kind.${next.kind}`), who].filter(Boolean).join(" · ");
}

function command(act: Act, view: PodiumView): Command | undefined {
  if (act === "call" && callsPanel(view)) {
    return { command: "NextOfPanel" };
  }
  if (act !== "pause") {
    return COMMANDS[act];
  }
  return { command: view.floor.at(-1)?.paused_at === undefined ? "PauseSpeaking" : "ResumeSpeaking" };
}

function Questions(props: {
  live: Shown<"podium">;
  question: Question;
  close: () => void;
}): JSX.Element {
  const { live, question, close } = props;
  const view = live.view.value;
  const act = (sent: Command): void => void live.act(sent);
  const top = view.floor.at(-1);
  const item = view.item ?? "";
  switch (question) {
    case "pass":
      return (
        <PassOverDialog act={act} close={close} lost={(view.called ?? top)?.connection_lost_at !== undefined} />
      );
    case "rule":
      return (
        <RuleDialog act={act} close={close} mover={delegationName(view, top?.delegation ?? "", language()).text} />
      );
    case "extend":
      return <ExtendDialog act={act} close={close} longest={view.longest_extension_seconds} />;
    case "close_list":
      return (
        <Confirm
          title={t("list.close.title", { item: view.agenda[item]?.number ?? item })}
          says={t("list.close.says")}
          yes={t("list.close.yes")}
          act={() => act({ command: "CloseList", item })}
          close={close}
        />
      );
    case "override":
      return <OverrideDialog live={live} close={close} />;
    case "take_back":
      return (
        <Confirm
          title={t("break_off.title", { name: top === undefined ? "" : holderName(view, top).text })}
          says={t("break_off.says")}
          yes={t("break_off.yes")}
          act={() => act({ command: "TakeBackCall" })}
          close={close}
        />
      );
  }
}

/** Ruling takes the place of calling, which waits meanwhile; closing the list stands beside the list. */
function isShown(act: Act, can: ReadonlySet<Act>): boolean {
  return act === "rule" ? can.has("rule") : act === "call" ? !can.has("rule") : act !== "close_list";
}

/** What an act asks before it is sent; undefined where it is sent at once. */
function questionOf(act: Act, live: Shown<"podium">): Question | undefined {
  switch (act) {
    case "pass":
    case "rule":
    case "extend":
    case "close_list":
      return act;
    case "call":
    case "give":
      return lackingCalled(live).length > 0 ? "override" : undefined;
    case "take_back":
      return breaksOff(live.view.value) ? "take_back" : undefined;
    default:
      return undefined;
  }
}

export function Controls({ live }: { live: Shown<"podium"> }): JSX.Element {
  const [question, ask] = useState<Question>();
  const view = live.view.value;
  const ready = isLive(live) && presides(live);
  const can = ready ? possible(view) : new Set<Act>();
  const mine = ACTS.filter((act) => may(live, COMMAND_OF[act]));
  const press = (act: Act): void => {
    const asked = questionOf(act, live);
    const sent = command(act, view);
    if (asked !== undefined) {
      ask(asked);
    } else if (sent !== undefined) {
      void live.act(sent);
    }
  };
  /** By its key an act that asks nothing is sent even where its button is not ready: the refusal says why. */
  const byKey = (act: Act): KeyAct => ({
    ready: ready && mine.includes(act) && (can.has(act) || SIMPLE.has(act)),
    act: () => press(act),
  });
  useChairKeys(Object.fromEntries(ACTS.map((act) => [KEY_OF[act], byKey(act)])));
  useKeyOrder(live);
  const expected = likely(view);
  return (
    <div class="controls" role="group" aria-label={t("controls.label")}>
      {mine.filter((act) => isShown(act, can)).map((act) => (
        <ActButton
          key={act}
          act={act}
          view={view}
          ready={can.has(act)}
          expected={act === expected}
          press={() => can.has(act) && press(act)}
        />
      ))}
      <KeysNotDone />
      {question && <Questions live={live} question={question} close={() => ask(undefined)} />}
    </div>
  );
}

interface ActButtonProps {
  readonly act: Act;
  readonly view: PodiumView;
  readonly ready: boolean;
  readonly expected: boolean;
  readonly press: () => void;
}

function ActButton({ act, view, ready, expected, press }: ActButtonProps): JSX.Element {
  const name = ready ? meant(act, view) : undefined;
  return (
    <button
      type="button"
      class={`act act-${act} ${expected && ready ? "primary" : ""}`}
      aria-disabled={!ready}
      aria-keyshortcuts={KEY_OF[act].toUpperCase()}
      onClick={press}
    >
      <span class="act-text">
        <span>{label(act, view)}</span>
        {name && <bdi class="act-name">{name}</bdi>}
      </span>
      <kbd aria-hidden="true">{KEY_OF[act].toUpperCase()}</kbd>
    </button>
  );
}
