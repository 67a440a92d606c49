// The chair's forecast as a timeline: who will be heard by the hard end, and what the speaker's overrun costs.
import type { Forecast } from "./contract.ts";

export interface Block {
  readonly id: string;
  /** Milliseconds since 1970, the overrun of who speaks now already added. */
  readonly from: number;
  readonly to: number;
  readonly heard: boolean;
}

export interface Timeline {
  readonly from: number;
  /** The end of the last who waits, or the hard end where that is later. */
  readonly to: number;
  readonly end: number | undefined;
  readonly blocks: readonly Block[];
  readonly notHeard: number;
}

/** How much later everything is than the service counted: what has gone by since who speaks should have ended. */
export function overrun(forecast: Forecast, now: number): number {
  return Math.max(0, now - Date.parse(forecast.from_at));
}

/** Those who wait, in the order of `order`, against the hard end. */
export function timeline(
  forecast: Forecast,
  order: readonly string[],
  now: number,
  endsAt: string | undefined,
): Timeline {
  const start = Date.parse(forecast.from_at) + overrun(forecast, now);
  const end = endsAt === undefined ? undefined : Date.parse(endsAt);
  const blocks = order.flatMap((id): Block[] => {
    const [ahead, takes] = [forecast.ahead[id], forecast.expected[id]];
    if (ahead === undefined || takes === undefined) {
      return [];
    }
    const to = start + (ahead + takes) * 1000;
    return [{ id, from: start + ahead * 1000, to, heard: end === undefined || to <= end }];
  });
  const last = Math.max(now, ...blocks.map(({ to }) => to));
  return {
    from: now,
    to: Math.max(last, end ?? last),
    end,
    blocks,
    notHeard: blocks.filter(({ heard }) => !heard).length,
  };
}

/** Where a moment stands between the ends of the timeline, as a share from 0 to 1. */
export function shareOf({ from, to }: Pick<Timeline, "from" | "to">, at: number): number {
  return to <= from ? 0 : Math.min(1, Math.max(0, (at - from) / (to - from)));
}
