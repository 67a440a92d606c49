// A service and a browser of one's own: sockets that the test opens, closes and speaks through, and its own time.
import type { Line, LineEvents, Outside } from "../core/connection.ts";
import type { HallView, ServerFrame } from "../core/contract.ts";

class FakeLine implements Line {
  readonly events: LineEvents;
  readonly sent: Record<string, unknown>[] = [];
  closedByClient = false;

  constructor(events: LineEvents) {
    this.events = events;
  }

  send(text: string): void {
    this.sent.push(JSON.parse(text) as Record<string, unknown>);
  }

  close(): void {
    this.closedByClient = true;
  }

  says(frame: ServerFrame): void {
    this.events.received(JSON.stringify(frame));
  }
}

export class FakeOutside implements Outside {
  readonly lines: FakeLine[] = [];
  holds = true;
  #now = 0;
  #ids = 0;
  readonly #timers = new Map<number, { at: number; callback: () => void }>();
  #timer = 0;

  get line(): FakeLine {
    const line = this.lines.at(-1);
    if (line === undefined) {
      throw new Error("no line was opened");
    }
    return line;
  }

  open(events: LineEvents): Line {
    this.lines.push(new FakeLine(events));
    return this.line;
  }

  after(ms: number, callback: () => void): () => void {
    this.#timer += 1;
    const key = this.#timer;
    this.#timers.set(key, { at: this.#now + ms, callback });
    return () => this.#timers.delete(key);
  }

  /** Lets this much time pass; due timers fire in order. */
  pass(ms: number): void {
    const end = this.#now + ms;
    for (;;) {
      const due = [...this.#timers].filter(([, timer]) => timer.at <= end).sort(([, a], [, b]) => a.at - b.at)[0];
      if (due === undefined) {
        break;
      }
      const [key, timer] = due;
      this.#timers.delete(key);
      this.#now = Math.max(this.#now, timer.at);
      timer.callback();
    }
    this.#now = end;
  }

  admitted(): Promise<boolean> {
    return Promise.resolve(this.holds);
  }

  real(): number {
    return this.#now;
  }

  wall(): number {
    return 1_000_000 + this.#now;
  }

  random(): number {
    return 1;
  }

  id(): string {
    this.#ids += 1;
    return `c${this.#ids}`;
  }
}

export const NOW = "2021-09-07T08:00:00.000Z";

/** What a login may do: nothing but look. */
export const ME: ServerFrame = { type: "me", version: 1, login: "l", capacity: "delegate", commands: [] };

/** A procedure that knows statements and nothing else. */
const NOTHING_KNOWN: HallView["procedure"] = {
  points_of_order: [],
  movers: [],
  voters: [],
  repliers: [],
  reply_seconds: [],
  motions: [],
  segments: {},
  ranked: [],
  room_first: "no",
  publish_texts: false,
};

export function viewOf(title: string): HallView {
  return {
    meeting: { id: "m", number: 3, title, phase: "in_session", agenda_adopted: true },
    procedure: NOTHING_KNOWN,
    bodies: {},
    motions: {},
    pending_motions: [],
    proposals: {},
    amendments: {},
    decisions: {},
    texts: {},
    tiers: {},
    agenda: {},
    delegations: {},
    groups: {},
    group_members: {},
    lists: {},
    entries: {},
    points: [],
    floor: [],
  };
}

export function snapshot(seq: number, title = "Third meeting", epoch = "e1"): ServerFrame {
  return { type: "snapshot", epoch, seq, audience: "hall", view: viewOf(title), server_now: NOW, scale: 1 };
}

export function patch(from: number, to: number, title: string): ServerFrame {
  return { type: "patch", prev_seq: from, seq: to, merge: { meeting: { title } }, server_now: NOW };
}
