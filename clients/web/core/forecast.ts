// The chair's forecast as a timeline: who will be heard by the hard end, and what the speaker's overrun costs.
import type { Forecast } from "./contract.ts";

interface Block {
  readonly id: string;
  /** Milliseconds since 1970, the overrun of who speaks now already added. */
  readonly from: number;
  readonly to: number;
  readonly heard: boolean;
}

export interface Timeline {
  readonly from: number;
  /** When all who wait will have spoken, the last of whom may have been passed over. */
  readonly until: number;
  /** The same, or the hard end where that is later. */
  readonly to: number;
  readonly end: number | undefined;
  readonly blocks: readonly Block[];
  readonly notHeard: number;
}

/** How much later everything is than the service counted: what has gone by since who speaks should have ended. */
export function overrun(forecast: Forecast, now: number): number {
  return Math.max(0, now - Date.parse(forecast.from_at));
}

/** When a request is expected to have the floor, in milliseconds since 1970; undefined of one that does not wait. */
export function expectedAt(forecast: Forecast, id: string, now: number): number | undefined {
  const ahead = forecast.ahead[id];
  return ahead === undefined ? undefined : Date.parse(forecast.from_at) + overrun(forecast, now) + ahead * 1000;
}

/** Those who wait, in the order of `order`, against the hard end. */
export function timeline(
  forecast: Forecast,
  order: readonly string[],
  now: number,
  endsAt: string | undefined,
): Timeline {
  const end = endsAt === undefined ? undefined : Date.parse(endsAt);
  const blocks = order.flatMap((id): Block[] => {
    const [from, takes] = [expectedAt(forecast, id, now), forecast.expected[id]];
    if (from === undefined || takes === undefined) {
      return [];
    }
    const to = from + takes * 1000;
    return [{ id, from, to, heard: end === undefined || to <= end }];
  });
  const until = Math.max(now, ...blocks.map(({ to }) => to));
  return {
    from: now,
    until,
    to: Math.max(until, end ?? until),
    end,
    blocks,
    notHeard: blocks.filter(({ heard }) => !heard).length,
  };
}

/** Where a moment stands between the ends of the timeline, as a share from 0 to 1. */
export function shareOf({ from, to }: Pick<Timeline, "from" | "to">, at: number): number {
  return to <= from ? 0 : Math.min(1, Math.max(0, (at - from) / (to - from)));
}
