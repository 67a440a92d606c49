// The remote speakers who come next, and what the body's gate still misses of one of them.
import type { PodiumEntry, PodiumView } from "./contract.ts";

export interface Remote {
  readonly participant: string;
  readonly delegation: string;
}

/** What a gate may miss. */
type Lacking = "connected" | "tested" | "sound";

/** As long as the rules count a test: a day's two meetings. */
const TESTED_FOR_MS = 12 * 3600_000;

/** Of the speaker called and of those who wait on the item, the ones online whose person is known, in order. */
export function remoteSpeakers(view: PodiumView): readonly Remote[] {
  const list = view.item === undefined ? undefined : view.lists[view.item];
  const ids = [view.called?.request, ...view.points, ...(list?.questions ?? []), ...(list?.order ?? [])];
  const found = new Map<string, Remote>();
  for (const id of ids) {
    const entry = id === undefined ? undefined : view.entries[id];
    if (entry?.modality === "online" && entry.participant !== undefined && !found.has(entry.participant)) {
      found.set(entry.participant, { participant: entry.participant, delegation: entry.delegation });
    }
  }
  return [...found.values()];
}

/** Who would speak, and from where. */
type Speaker = Pick<PodiumEntry, "modality" | "participant">;

/** What the gate misses of a speaker at `now`; nothing of one who speaks from the room. */
export function lacking(view: PodiumView, entry: Speaker, now: number): readonly Lacking[] {
  if (entry.modality !== "online") {
    return [];
  }
  const known = entry.participant === undefined ? undefined : view.readiness[entry.participant];
  const tested = known?.tested_at !== undefined && now - Date.parse(known.tested_at) < TESTED_FOR_MS;
  const has: Readonly<Record<Lacking, boolean>> = {
    connected: known?.connected ?? false,
    tested,
    sound: known?.sound === "fit",
  };
  return (["connected", "tested", "sound"] as const).filter((need) => view.gate[need] && !has[need]);
}
