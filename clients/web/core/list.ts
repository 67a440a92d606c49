// Reading the list of speakers. Its order is the service's: nothing is sorted here.
import type { HallEntry, HallView, PodiumEntry, PodiumView, RequestKind } from "./contract.ts";
import { timeLeft } from "./clock.ts";
import { expectedAt } from "./forecast.ts";

export const PENDING: ReadonlySet<HallEntry["state"]> = new Set(["inscribed", "called", "speaking", "passed_over"]);

export interface Placed<E extends HallEntry = HallEntry> {
  readonly id: string;
  readonly place: number;
  readonly entry: E;
  /** Milliseconds until it is likely to be called: as the forecast says where the view has one, else the limits
   * ahead and what is left to whoever speaks. */
  readonly wait: number;
}

type EntryOf<V extends HallView> = V["entries"][string];

/** The speaking time that the entry will have: what was held for it, else its limit. */
function expected(entry: HallEntry): number {
  return (entry as Partial<PodiumEntry>).left_ms ?? entry.seconds * 1000;
}

/** What is left of everything on the floor, and of the speaker called. */
export function floorLeft(view: HallView, now: number): number {
  const speaking = view.floor.reduce((sum, frame) => sum + Math.max(0, timeLeft(frame, now) ?? 0), 0);
  const called = view.called && view.entries[view.called.request];
  return speaking + (called === undefined ? 0 : expected(called));
}

/** An item's waiting requests in the order of speaking, each with its place from 1 and its expected wait.
 * Those passed over keep their place and are called when nobody else is left. */
export function waiting<V extends HallView>(view: V, item: string, now: number): Placed<EntryOf<V>>[] {
  const entries = (view.lists[item]?.order ?? []).flatMap((id) => {
    const entry = view.entries[id] as EntryOf<V> | undefined;
    return entry === undefined ? [] : [{ id, entry }];
  });
  const waits = new Map<string, number>();
  let wait = floorLeft(view, now);
  for (const passed of [false, true]) {
    for (const { id, entry } of entries.filter((each) => isPassedOver(each.entry) === passed)) {
      waits.set(id, wait);
      wait += expected(entry);
    }
  }
  return entries.map(({ id, entry }, index) => {
    const at = forecastAt(view, id, now);
    return { id, entry, place: index + 1, wait: at === undefined ? (waits.get(id) ?? 0) : at - now };
  });
}

/** When the service expects the request to have the floor; undefined in a view without a forecast of it. */
function forecastAt(view: HallView, id: string, now: number): number | undefined {
  const forecast = (view as Partial<PodiumView>).forecast;
  return forecast && expectedAt(forecast, id, now);
}

function isPassedOver(entry: HallEntry): boolean {
  return entry.state === "passed_over";
}

/** The requests of an item that wait for something else than a statement, in their order. */
export type Beside = "replies" | "explanations" | "questions" | "rebuttals";

export function beside<V extends HallView>(view: V, item: string, kind: Beside): { id: string; entry: EntryOf<V> }[] {
  return (view.lists[item]?.[kind] ?? []).flatMap((id) => {
    const entry = view.entries[id] as EntryOf<V> | undefined;
    return entry === undefined ? [] : [{ id, entry }];
  });
}

/** The points of order that wait, in the order in which they were raised. */
export function points<V extends HallView>(view: V): { id: string; entry: EntryOf<V> }[] {
  return view.points.flatMap((id) => {
    const entry = view.entries[id] as EntryOf<V> | undefined;
    return entry === undefined ? [] : [{ id, entry }];
  });
}

/** The delegation's own request of this kind that has not ended, if there is one. */
export function pendingOf(view: HallView, delegation: string, kind: RequestKind): string | undefined {
  return Object.keys(view.entries).find((id) => {
    const entry = view.entries[id];
    return entry?.delegation === delegation && entry.kind === kind && PENDING.has(entry.state);
  });
}

/** The delegation's last statement that was heard on this item, if there is one. */
export function deliveredOf(view: HallView, delegation: string, item: string): HallEntry | undefined {
  const heard = view.lists[item]?.delivered ?? [];
  const id = heard.findLast((request) => view.entries[request]?.delegation === delegation);
  return id === undefined ? undefined : view.entries[id];
}
