// One console's line to its meeting: hello, resume, gaps, backoff, commands. The socket, the timers and
// chance are passed in; nothing here knows a browser.
import { backoff } from "./backoff.ts";
import { CommandsUnderWay, UNANSWERED, type Answer } from "./commands.ts";
import type { Audience, ByeReason, Command, Problem, ServerFrame } from "./contract.ts";
import { heard, type Known, type Link, type Store } from "./store.ts";

/** The service pings after 20 s of silence: a line that is silent for longer than this is dead. */
const SILENCE_MS = 30_000;
const WATCH_MS = 5_000;
/** After a command something is soon heard of the service: the line is in doubt after this long, and given up. */
const DOUBT_MS = 4_000;
const GIVE_UP_LINE_MS = 10_000;
const FINAL: ReadonlySet<ByeReason> = new Set(["revoked", "protocol", "unknown_meeting", "too_many"]);

export interface Line {
  send(text: string): void;
  close(): void;
}

export interface LineEvents {
  opened(): void;
  received(text: string): void;
  closed(): void;
}

export interface Outside {
  /** Begins to open a socket; the events may come at any later time, `closed` exactly once. */
  open(events: LineEvents): Line;
  /** Calls back after so many milliseconds; returns how to cancel. */
  after(ms: number, callback: () => void): () => void;
  /** Asks whether the login still holds; used when a handshake failed, whose reason a browser hides. */
  admitted(): Promise<boolean>;
  real(): number;
  wall(): number;
  random(): number;
  id(): string;
}

const NOTHING = (): void => undefined;

/** A console is called live when it has the view and what its own login may do: a key pressed then is not refused. */
function knowsEnough({ view, me, link }: Known<Audience>): boolean {
  return view !== undefined && me !== undefined && link.kind !== "live";
}

export class Connection<A extends Audience> {
  readonly #audience: A;
  readonly #store: Store<A>;
  readonly #outside: Outside;
  readonly #commands = new CommandsUnderWay();
  #line: Line | undefined;
  #opened = false;
  #asking = false;
  #attempt = 0;
  #heardAt = 0;
  /** How many frames were heard, on whatever line. */
  #frames = 0;
  /** The line was live, and is not called so as long as it says nothing. */
  #doubted = false;
  #retryAfterMs: number | undefined;
  #cancelRetry = NOTHING;
  #cancelWatch = NOTHING;

  constructor(audience: A, store: Store<A>, outside: Outside) {
    this.#audience = audience;
    this.#store = store;
    this.#outside = outside;
  }

  start(): void {
    this.#watch();
    this.#open();
  }

  /** Sends a command; the promise never rejects. Without an answer in time it is refused as `unanswered`. The same
   * command again, while it has no answer, is not sent twice. */
  send(command: Command): Promise<Answer> {
    if (this.#link.kind === "closed") {
      return Promise.resolve({ accepted: false, problem: UNANSWERED });
    }
    const before = this.#commands.same(command);
    if (before !== undefined) {
      return before;
    }
    const { text, answer } = this.#commands.add(this.#outside.id(), command, this.#outside.real());
    if (this.#opened) {
      this.#line?.send(text);
      this.#expectWord();
    }
    return answer;
  }

  /** The browser says that the network is gone: the line is not waited for. */
  lose(): void {
    if (this.#line !== undefined && this.#link.kind !== "closed") {
      this.#drop();
      this.#onClosed();
    }
  }

  /** The tab is visible again, or the network is back: no reason to wait any longer. */
  wake(): void {
    if (this.#link.kind === "closed") {
      return;
    }
    if (this.#line === undefined) {
      this.#cancelRetry();
      this.#open();
    } else {
      this.#checkSilence();
    }
  }

  stop(reason: string): void {
    this.#cancelRetry();
    this.#cancelWatch();
    this.#become({ kind: "closed", reason });
    this.#commands.giveUp(UNANSWERED);
    this.#drop();
  }

  get #link(): Link {
    return this.#store.known.link;
  }

  #become(link: Link): void {
    this.#store.replace({ ...this.#store.known, link });
  }

  #open(): void {
    this.#opened = false;
    this.#doubted = false;
    this.#asking = false;
    this.#heardAt = this.#outside.real();
    let current = true;
    const mine = (act: () => void) => (): void => (current ? act() : undefined);
    const line = this.#outside.open({
      opened: mine(() => this.#onOpened()),
      received: (text) => (current ? this.#onReceived(text) : undefined),
      closed: mine(() => this.#onClosed()),
    });
    this.#line = {
      send: (text) => line.send(text),
      close: () => {
        current = false;
        line.close();
      },
    };
  }

  #drop(): void {
    const line = this.#line;
    this.#line = undefined;
    this.#opened = false;
    line?.close();
  }

  #onOpened(): void {
    this.#opened = true;
    this.#hello();
    for (const text of this.#commands.frames()) {
      this.#line?.send(text);
    }
    this.#expectWord();
  }

  /** What was sent is answered, or something else is heard; a line that stays dumb is not called live, then left. */
  #expectWord(): void {
    const line = this.#line;
    const before = this.#frames;
    const isDumb = (): boolean => this.#line === line && this.#frames === before;
    this.#outside.after(DOUBT_MS, () => {
      if (isDumb() && this.#link.kind === "live") {
        this.#doubted = true;
        this.#become({ kind: "reconnecting", since: this.#outside.wall() - DOUBT_MS });
      }
    });
    this.#outside.after(GIVE_UP_LINE_MS, () => (isDumb() ? this.lose() : undefined));
  }

  #hello(): void {
    const { epoch, seq } = this.#store.known;
    const since = epoch === undefined || seq === undefined ? {} : { epoch, since_seq: seq };
    this.#line?.send(JSON.stringify({ type: "hello", audience: this.#audience, ...since }));
  }

  #onReceived(text: string): void {
    this.#heardAt = this.#outside.real();
    this.#frames += 1;
    this.#trust();
    const frame = JSON.parse(text) as ServerFrame;
    switch (frame.type) {
      case "bye":
        return this.#onBye(frame.reason, frame.retry_after);
      case "refused":
        return this.#onRefused(frame.id, frame.problem);
      case "accepted":
        return this.#commands.settle(frame.id, { accepted: true, seq: frame.seq });
      case "patch":
        return this.#onPatch(frame);
      case "ping":
        this.#line?.send(JSON.stringify({ type: "pong" }));
        break;
      default:
    }
    this.#asking = false;
    this.#hear(frame);
  }

  #trust(): void {
    if (this.#doubted) {
      this.#doubted = false;
      this.#become({ kind: "live" });
    }
  }

  #hear(frame: ServerFrame): void {
    const times = { real: this.#outside.real(), wall: this.#outside.wall() };
    const known = heard(this.#store.known, frame, times);
    this.#attempt = 0;
    this.#store.replace(knowsEnough(known) ? { ...known, link: { kind: "live" } } : known);
  }

  #onPatch(frame: Extract<ServerFrame, { type: "patch" }>): void {
    const { seq } = this.#store.known;
    if (seq !== undefined && frame.seq <= seq) {
      this.#hear({ type: "ping", server_now: frame.server_now });
    } else if (frame.prev_seq === seq) {
      this.#asking = false;
      this.#hear(frame);
    } else if (!this.#asking) {
      this.#asking = true;
      this.#hello();
    }
  }

  #onRefused(id: string | undefined, problem: Problem): void {
    if (id !== undefined) {
      this.#commands.settle(id, { accepted: false, problem });
    } else if (this.#store.known.view === undefined) {
      this.stop(problem.code);
    }
  }

  #onBye(reason: ByeReason, retryAfter: number | undefined): void {
    if (FINAL.has(reason)) {
      this.stop(reason);
    } else {
      this.#retryAfterMs = retryAfter === undefined ? undefined : retryAfter * 1000;
    }
  }

  #onClosed(): void {
    const refused = !this.#opened;
    this.#line = undefined;
    this.#opened = false;
    if (this.#link.kind === "live") {
      this.#become({ kind: "reconnecting", since: this.#outside.wall() });
    }
    this.#retryLater();
    if (refused) {
      void this.#outside.admitted().then((admitted) => (admitted ? undefined : this.stop("revoked")));
    }
  }

  #retryLater(): void {
    const wait = backoff(this.#attempt, this.#outside.random());
    this.#attempt += 1;
    const asked = this.#retryAfterMs ?? 0;
    this.#retryAfterMs = undefined;
    this.#cancelRetry = this.#outside.after(Math.max(wait, asked), () => this.#open());
  }

  #watch(): void {
    this.#cancelWatch = this.#outside.after(WATCH_MS, () => {
      this.#commands.expire(this.#outside.real());
      this.#checkSilence();
      this.#watch();
    });
  }

  #checkSilence(): void {
    if (this.#outside.real() - this.#heardAt >= SILENCE_MS) {
      this.lose();
    }
  }
}
