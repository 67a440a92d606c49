// Interpretation as a booth's console reads it: the own booth, who may be a pivot, what waits for an answer, texts.
import type { BoothsView, SignalKind, SignalShown } from "./contract.ts";

type BoothShown = BoothsView["booths"][string];
export type OnAir = BoothsView["on_air"][string];
export type Handover = NonNullable<OnAir["handover"]>;
type TextShown = BoothsView["texts"][string];

/** The source of a booth that interprets from the floor itself. */
export const FLOOR = "floor";

export interface OwnBooth {
  readonly id: string;
  readonly me: string;
  readonly booth: BoothShown;
  readonly now: OnAir;
  readonly colleagues: readonly string[];
}

/** The booth in which this participant interprets, if she is in one. */
export function ownBooth(view: BoothsView, me: string | undefined): OwnBooth | undefined {
  for (const [id, booth] of Object.entries(view.booths)) {
    const staff = booth.interpreters.map(({ participant }) => participant);
    const now = view.on_air[id];
    if (me !== undefined && now !== undefined && staff.includes(me)) {
      return { id, me, booth, now, colleagues: staff.filter((each) => each !== me) };
    }
  }
  return undefined;
}

/** The booths that take relay from this one: it has to stay on the floor. */
export function takersOf(view: BoothsView, booth: string): readonly string[] {
  return Object.entries(view.on_air).flatMap(([id, { source }]) => (source === booth ? [id] : []));
}

/** The booths from which this one may take relay: one hop, so only those that interpret from the floor. */
export function pivotsFor(view: BoothsView, booth: string): readonly string[] {
  if (takersOf(view, booth).length > 0) {
    return [];
  }
  return Object.entries(view.on_air).flatMap(([id, { source }]) => (id !== booth && source === FLOOR ? [id] : []));
}

/** The other booth that is on air on this channel, and whose line holds, if there is one. */
export function liveElsewhere(view: BoothsView, own: string, channel: string): string | undefined {
  return Object.keys(view.on_air).find((id) => {
    const now = view.on_air[id];
    const live = now?.interpreter !== undefined && now.channel === channel && !isLost(view, now);
    return id !== own && live;
  });
}

/** What a handover that waits asks of this interpreter. */
export type Part = "answer" | "wait" | "watch";

export function partIn({ by, giver, taker }: Handover, me: string): Part {
  if (by === me) {
    return "wait";
  }
  return giver === me || taker === me ? "answer" : "watch";
}

/** The signal of this kind that stands for the booth. Nobody knows whose a slow down is: it is known by its mark, which
 * this console has drawn. */
export function standingSignal(
  view: BoothsView,
  booth: string,
  kind: SignalKind,
  marks: ReadonlySet<string> = new Set(),
): { readonly id: string; readonly signal: SignalShown } | undefined {
  const found = Object.entries(view.signals).find(
    ([, signal]) => signal.kind === kind && (signal.booth === booth || marks.has(signal.mark ?? "")),
  );
  return found && { id: found[0], signal: found[1] };
}

/** How an interpreter's line stands: there, lost (and when), or not there yet. */
export function lineOf(
  view: BoothsView,
  participant: string,
): { readonly kind: "connected" | "not_here" } | { readonly kind: "lost"; readonly since: string } {
  const { connected = false, since } = view.readiness[participant] ?? {};
  if (connected) {
    return { kind: "connected" };
  }
  return since === undefined ? { kind: "not_here" } : { kind: "lost", since };
}

/** Whether the booth is on air with an interpreter whose line is lost: then it may be taken over. */
export function isLost(view: BoothsView, { interpreter }: OnAir): boolean {
  return interpreter !== undefined && lineOf(view, interpreter).kind === "lost";
}

/** The text of a delegation's statement on an item: the one that it was, else the one that waits to be heard. */
export function textOf(
  view: BoothsView,
  of: { readonly delegation?: string; readonly item?: string; readonly request?: string },
): { readonly id: string; readonly text: TextShown } | undefined {
  const all = Object.entries(view.texts);
  const found =
    all.find(([, text]) => of.request !== undefined && text.request === of.request) ??
    all.find(
      ([, text]) =>
        text.delegation === of.delegation && text.item === of.item && text.publishable_at === undefined,
    );
  return found && { id: found[0], text: found[1] };
}
