// The live state of a console as signals: what is known, what time it is, and how to act.
import { batch, signal, type ReadonlySignal } from "@preact/signals";
import { serviceNow } from "../core/clock.ts";
import { said, UNANSWERED, type Answer } from "../core/commands.ts";
import { Connection } from "../core/connection.ts";
import type { Audience, Command, CommandName, Problem, Session, ViewOf } from "../core/contract.ts";
import { RefusedByService } from "../core/session.ts";
import { Store, type Known } from "../core/store.ts";
import { browserOutside, onOffline, onWake } from "./browser.ts";

const TICK_MS = 1000;
/** A command that waits for longer than this is said to be under way. */
const SAID_AFTER_MS = 400;

export interface Live<A extends Audience> {
  readonly session: Session;
  readonly known: ReadonlySignal<Known<A>>;
  /** Service time in milliseconds; taken again every second and with every message. */
  readonly now: ReadonlySignal<number>;
  /** How many commands of this console have had no answer yet. An answer never comes before what it changed is seen. */
  readonly underWay: ReadonlySignal<number>;
  /** What they say, of those that have waited for so long that it is to be seen. */
  readonly pending: ReadonlySignal<ReadonlySet<string>>;
  /** The last refusal that nobody has dismissed. */
  readonly refusal: ReadonlySignal<Problem | undefined>;
  /** Sends a command; true when it was accepted, otherwise the refusal is shown. */
  act(command: Command): Promise<boolean>;
  /** The same for a REST call. */
  attempt(call: () => Promise<unknown>): Promise<boolean>;
  /** Shows why something in the background failed. */
  report(error: unknown): void;
  dismiss(): void;
}

/** What a console draws: the view is there from the first snapshot on. */
export interface Shown<A extends Audience> extends Live<A> {
  readonly view: ReadonlySignal<ViewOf[A]>;
}

function tick(scale: number, now: number, refresh: () => void): void {
  const boundary = (TICK_MS - (now % TICK_MS)) / scale;
  setTimeout(refresh, Math.max(boundary, 50));
}

/** What a failed call has to say, whoever refused it. */
export function problemOf(error: unknown): Problem {
  return error instanceof RefusedByService
    ? error.problem
    : { title: String(error), status: 0, code: "unreachable" };
}

export function openLive<A extends Audience>(audience: A, session: Session): Live<A> {
  const store = new Store<A>();
  const outside = browserOutside(session.meeting);
  const connection = new Connection(audience, store, outside);
  const known = signal(store.known);
  const now = signal(0);
  const underWay = signal(0);
  const pending = signal<ReadonlySet<string>>(new Set());
  const refusal = signal<Problem | undefined>(undefined);
  const refreshNow = (): void => {
    now.value = serviceNow(store.known.clock, outside.real()) ?? 0;
  };
  const keepTime = (): void => {
    refreshNow();
    tick(store.known.clock.scale, now.value, keepTime);
  };
  store.subscribe((state) =>
    batch(() => {
      const isBack = state.link.kind === "live" && known.value.link.kind !== "live";
      if (isBack && refusal.value?.code === UNANSWERED.code) {
        refusal.value = undefined;
      }
      known.value = state;
      refreshNow();
    }),
  );
  onWake(() => connection.wake());
  onOffline(() => connection.lose());
  connection.start();
  keepTime();
  const settle = (problem: Problem | undefined): boolean => {
    refusal.value = problem;
    return problem === undefined;
  };
  const act = async (command: Command): Promise<boolean> => {
    const text = said(command);
    underWay.value += 1;
    const cancel = outside.after(SAID_AFTER_MS, () => {
      pending.value = new Set([...pending.value, text]);
    });
    const answer = await connection.send(command);
    cancel();
    return batch(() => {
      underWay.value -= 1;
      pending.value = new Set([...pending.value].filter((each) => each !== text));
      return settle(refusedBy(answer));
    });
  };
  return {
    session,
    known,
    now,
    underWay,
    pending,
    refusal,
    act,
    attempt: (call) =>
      call().then(
        () => settle(undefined),
        (error: unknown) => settle(problemOf(error)),
      ),
    report: (error) => void settle(problemOf(error)),
    dismiss: () => {
      refusal.value = undefined;
    },
  };
}

function refusedBy(answer: Answer): Problem | undefined {
  return answer.accepted ? undefined : answer.problem;
}

/** Whether this login may send the command at all, and the line is there to send it. */
export function may(live: Live<Audience>, command: CommandName): boolean {
  return live.known.value.me?.commands.includes(command) ?? false;
}

/** Whether this login has the chair, or acts for whoever has it. */
export function presides(live: Shown<"podium">): boolean {
  const { me } = live.known.value;
  const { presiding } = live.view.value;
  return me?.capacity !== "chair" || presiding === undefined || presiding === me.participant;
}

export function isLive(live: Live<Audience>): boolean {
  return live.known.value.link.kind === "live";
}

/** Whether the command has been sent and waits for its answer: to be said beside its button. */
export function isPending(live: Pick<Live<Audience>, "pending">, command: Command): boolean {
  return live.pending.value.has(said(command));
}
