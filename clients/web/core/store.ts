// What a console knows: one immutable state, replaced whole, with listeners.
import { NO_CLOCK, anchored, type ServiceClock } from "./clock.ts";
import type { Audience, Directory, Me, ServerFrame, ViewOf } from "./contract.ts";
import { merge } from "./merge.ts";

export type Link =
  | { readonly kind: "connecting" }
  | { readonly kind: "live" }
  /** `since`: real milliseconds since 1970 at which the line was lost. */
  | { readonly kind: "reconnecting"; readonly since: number }
  | { readonly kind: "closed"; readonly reason: string };

export interface Known<A extends Audience> {
  readonly link: Link;
  readonly clock: ServiceClock;
  readonly directory: Directory;
  readonly epoch?: string;
  readonly seq?: number;
  readonly view?: ViewOf[A];
  readonly me?: Me;
  /** Real milliseconds since 1970 of the last message: how fresh this is. */
  readonly heardAt?: number;
}

export interface Times {
  /** Monotonic, for the service's clock. */
  readonly real: number;
  /** Milliseconds since 1970, for people. */
  readonly wall: number;
}

/** The state after a frame; the same state where the frame says nothing new. */
export function heard<A extends Audience>(known: Known<A>, frame: ServerFrame, times: Times): Known<A> {
  const fresh = { ...known, heardAt: times.wall };
  switch (frame.type) {
    case "snapshot":
      return {
        ...fresh,
        epoch: frame.epoch,
        seq: frame.seq,
        view: frame.view as ViewOf[A],
        clock: anchored(known.clock, frame.server_now, times.real, frame.scale),
      };
    case "patch":
      return {
        ...fresh,
        seq: frame.seq,
        view: merge(known.view, frame.merge) as ViewOf[A],
        clock: anchored(known.clock, frame.server_now, times.real),
      };
    case "directory":
      return { ...fresh, directory: merge(known.directory, frame.merge) as Directory };
    case "me":
      return known.me && frame.version < known.me.version ? fresh : { ...fresh, me: frame };
    case "ping":
      return { ...fresh, clock: anchored(known.clock, frame.server_now, times.real) };
    default:
      return fresh;
  }
}

export class Store<A extends Audience> {
  #known: Known<A> = { link: { kind: "connecting" }, clock: NO_CLOCK, directory: {} };
  readonly #listeners = new Set<(known: Known<A>) => void>();

  get known(): Known<A> {
    return this.#known;
  }

  replace(known: Known<A>): void {
    if (known === this.#known) {
      return;
    }
    this.#known = known;
    for (const listener of this.#listeners) {
      listener(known);
    }
  }

  subscribe(listener: (known: Known<A>) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}
