// Where a delegate's delegation stands: one answer out of which the whole console is drawn.
import type { HallEntry, HallFrame, HallView, RequestKind } from "../core/contract.ts";
import { deliveredOf, pendingOf, waiting } from "../core/list.ts";

export type Situation =
  | { readonly kind: "speaking"; readonly frame: HallFrame }
  | { readonly kind: "interrupted"; readonly frame: HallFrame }
  | { readonly kind: "called"; readonly id: string; readonly entry: HallEntry }
  | {
      readonly kind: "waiting" | "passed_over";
      readonly id: string;
      readonly entry: HallEntry;
      readonly place: number;
      readonly wait: number;
    }
  | { readonly kind: "idle"; readonly delivered?: HallEntry };

/** The delegation's own standing on the floor and on the list; the floor first. */
export function situationOf(view: HallView, delegation: string, now: number): Situation {
  const onFloor = view.floor.findLast((frame) => frame.delegation === delegation);
  if (onFloor !== undefined) {
    return { kind: onFloor.interrupted_at === undefined ? "speaking" : "interrupted", frame: onFloor };
  }
  return calledIn(view, delegation) ?? listedIn(view, delegation, now) ?? idleIn(view, delegation);
}

/** What interrupts a statement: the turn that is called, or has the floor above it. */
export function interruptedBy(view: HallView): RequestKind | undefined {
  const called = view.called && view.entries[view.called.request];
  return called?.kind ?? view.floor.at(-1)?.kind;
}

function calledIn(view: HallView, delegation: string): Situation | undefined {
  const id = view.called?.request;
  const entry = id === undefined ? undefined : view.entries[id];
  return id !== undefined && entry?.delegation === delegation ? { kind: "called", id, entry } : undefined;
}

function listedIn(view: HallView, delegation: string, now: number): Situation | undefined {
  const id = pendingOf(view, delegation, "statement");
  if (id === undefined) {
    return undefined;
  }
  for (const item of Object.keys(view.lists)) {
    const row = waiting(view, item, now).find((each) => each.id === id);
    if (row !== undefined) {
      const { entry, place, wait } = row;
      return { kind: entry.state === "passed_over" ? "passed_over" : "waiting", id, entry, place, wait };
    }
  }
  return undefined;
}

function idleIn(view: HallView, delegation: string): Situation {
  const delivered = view.item === undefined ? undefined : deliveredOf(view, delegation, view.item);
  return { kind: "idle", ...(delivered === undefined ? {} : { delivered }) };
}

/** The place, from 1, of the delegation's point of order among those that wait. */
export function pointOf(view: HallView, delegation: string): { id: string; place: number } | undefined {
  const kind: RequestKind = "point_of_order";
  const id = pendingOf(view, delegation, kind);
  const index = id === undefined ? -1 : view.points.indexOf(id);
  return id === undefined || index < 0 ? undefined : { id, place: index + 1 };
}
