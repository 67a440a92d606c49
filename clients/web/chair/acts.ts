// What the chair can do with the floor as it stands, and what she most likely does next. The service
// decides; this only keeps buttons that would be refused from looking ready.
import type { Command, PodiumView } from "../core/contract.ts";

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

export function possible(view: PodiumView): ReadonlySet<Act> {
  const top = view.floor.at(-1);
  const called = view.called !== undefined;
  const point = top?.kind === "point_of_order";
  const listed = top?.request !== undefined;
  const session = view.meeting.phase === "in_session";
  const list = view.item === undefined ? undefined : view.lists[view.item];
  const somebodyWaits = top === undefined ? (list?.order.length ?? 0) > 0 : false;
  const can: Record<Act, boolean> = {
    call: session && !called && !point && (view.points.length > 0 || somebodyWaits),
    give: session && called,
    end: top !== undefined && !point && !called,
    pause: top !== undefined && top.interrupted_at === undefined,
    pass: called || listed,
    rule: point,
    take_back: called || listed,
    extend: top?.ends_at !== undefined,
    close_list: view.meeting.phase !== "adjourned" && (list?.state === "open" || list?.state === "announced"),
  };
  return new Set(ACTS.filter((act) => can[act]));
}

/** The act that the situation asks for, so that it stands out. */
export function likely(view: PodiumView): Act | undefined {
  const can = possible(view);
  if (can.has("call") && view.points.length > 0) {
    return "call";
  }
  return (["rule", "give", "end", "call"] as const).find((act) => can.has(act));
}
