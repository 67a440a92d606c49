// What the chair can do with the floor as it stands, and what she most likely does next. The service
// decides; this only keeps buttons that would be refused from looking ready.
import type { Command, PodiumView } from "../core/contract.ts";
import { isPanelOpen, levelOf, nextUp } from "../core/next.ts";

export type Act = "call" | "give" | "end" | "pause" | "pass" | "rule" | "take_back" | "extend" | "close_list";

/** The single key of each act, in the order of the help. */
export const KEY_OF: Readonly<Record<Act, string>> = {
  call: "n",
  rule: "r",
  give: "g",
  end: "e",
  pause: "p",
  extend: "x",
  pass: "o",
  take_back: "b",
  close_list: "c",
};

export const ACTS = Object.keys(KEY_OF) as Act[];

/** The command that lets a login do it: the buttons of others are not shown. */
export const COMMAND_OF = {
  call: "CallNext",
  give: "GiveFloor",
  end: "EndStatement",
  pause: "PauseSpeaking",
  pass: "PassOver",
  rule: "Rule",
  take_back: "TakeBackCall",
  extend: "ExtendTime",
  close_list: "CloseList",
} as const satisfies Readonly<Record<Act, Command["command"]>>;

/** Whether the next call is the panel's: a presentation, a question of the batch, an answer. */
export function callsPanel(view: PodiumView): boolean {
  return view.points.length === 0 && view.motion === undefined && isPanelOpen(view);
}

function somebodyToCall(view: PodiumView): boolean {
  const next = nextUp(view);
  const top = view.floor.at(-1);
  return next !== undefined && (top === undefined || levelOf(next.kind) > levelOf(top.kind));
}

export function possible(view: PodiumView): ReadonlySet<Act> {
  const top = view.floor.at(-1);
  const called = view.called !== undefined;
  const point = top?.kind === "point_of_order";
  const decided = point || top?.kind === "appeal";
  const listed = top?.request !== undefined && top.kind !== "appeal";
  const session = view.meeting.phase === "in_session";
  const list = view.item === undefined ? undefined : view.lists[view.item];
  const can: Record<Act, boolean> = {
    call: session && !called && !decided && somebodyToCall(view),
    give: session && called,
    end: top !== undefined && !decided && !called,
    pause: top !== undefined && top.interrupted_at === undefined && top.kind !== "appeal",
    pass: called || listed || ((top?.holder === "panellist" || top?.holder === "guest") && isPanelOpen(view)),
    rule: point,
    take_back: called || listed,
    extend: top?.ends_at !== undefined,
    close_list:
      view.vote === undefined &&
      view.meeting.phase !== "adjourned" &&
      (list?.state === "open" || list?.state === "announced"),
  };
  return new Set(ACTS.filter((act) => can[act]));
}

/** Whether taking back the call would break off somebody who speaks already. */
export function breaksOff(view: PodiumView): boolean {
  return view.called === undefined && view.floor.length > 0;
}

/** Whether a point of order is to be dealt with before anything is declared. */
export function isPointOpen(view: PodiumView): boolean {
  const called = view.called && view.entries[view.called.request]?.kind;
  return view.points.length > 0 || called === "point_of_order" || view.floor.at(-1)?.kind === "point_of_order";
}

/** The act that the situation asks for, so that it stands out. */
export function likely(view: PodiumView): Act | undefined {
  const can = possible(view);
  if (can.has("call") && view.points.length > 0) {
    return "call";
  }
  const acts = ["rule", "give", "end", "call"] as const;
  return acts.find((act) => can.has(act) && (act !== "call" || view.consensus === undefined));
}
