// Whom the chair's next call reaches: points of order, the motion before the body, the panel, explanations, the
// list, replies. Only to name who is meant: the service decides.
import type { HallPanel, HallView, MotionShown, RequestKind } from "./contract.ts";
import { beside } from "./list.ts";

export interface NextUp {
  readonly kind: RequestKind | "presentation" | "answer";
  readonly delegation?: string;
  /** A panellist's title, where no delegation is meant. */
  readonly title?: string;
}

/** How high a turn stands: what stands higher interrupts what stands lower. */
export function levelOf(kind: NextUp["kind"]): number {
  switch (kind) {
    case "motion":
    case "for_motion":
    case "against_motion":
      return 1;
    case "point_of_order":
      return 2;
    case "appeal":
      return 3;
    default:
      return 0;
  }
}

function asked(view: HallView, ids: readonly string[] | undefined): NextUp | undefined {
  const entries = (ids ?? []).map((id) => view.entries[id]).filter((entry) => entry !== undefined);
  const next = entries.find(({ state }) => state !== "passed_over") ?? entries[0];
  return next && { kind: next.kind, delegation: next.delegation };
}

/** The mover first, then for and against in turn. */
function ofMotion(view: HallView, motion: MotionShown): NextUp | undefined {
  if (!motion.mover_heard) {
    return { kind: "motion", delegation: motion.delegation };
  }
  const sides = [motion.asked_for, motion.asked_against];
  const [first, second] = motion.heard_for <= motion.heard_against ? sides : sides.toReversed();
  return asked(view, first) ?? asked(view, second);
}

function ofPanel(view: HallView, panel: HallPanel): NextUp | undefined {
  const shown = (kind: "presentation" | "answer", of: HallPanel["panellists"][number] | undefined): NextUp | undefined =>
    of && { kind, title: of.title, ...(of.delegation === undefined ? {} : { delegation: of.delegation }) };
  const presenting = panel.panellists.find(({ presented }) => !presented);
  if (panel.phase === "presentations" && presenting !== undefined) {
    return shown("presentation", presenting);
  }
  const batchIsFull = (panel.asked ?? []).length >= panel.batch;
  const question = batchIsFull || panel.phase === "answers" ? undefined : asked(view, view.lists[panel.item]?.questions);
  const asking = panel.panellists.filter(({ responds }) => responds !== undefined);
  const inTurn = asking.toSorted((one, other) => (one.responds ?? 0) - (other.responds ?? 0));
  const answering = (inTurn.length > 0 ? inTurn : panel.panellists).find(({ answered }) => !answered);
  return question ?? shown("answer", answering) ?? asked(view, view.lists[panel.item]?.questions);
}

/** Explanations wait until their proposal has been decided, or nobody else is on the list. */
function ofItem(view: HallView, item: string): NextUp | undefined {
  const list = view.lists[item];
  const explained = beside(view, item, "explanations").filter(
    ({ entry }) => entry.proposal !== undefined && view.proposals[entry.proposal]?.state !== "tabled",
  );
  const statement = asked(view, list?.order);
  const repliesDue = list?.replies_begun === true || (list?.state === "closed" && statement === undefined);
  return (
    asked(view, explained.map(({ id }) => id)) ??
    statement ??
    asked(view, list?.explanations) ??
    (repliesDue ? asked(view, list?.replies) : undefined)
  );
}

export function isPanelOpen(view: HallView): boolean {
  return view.panel !== undefined && view.panel.phase !== "closed";
}

export function nextUp(view: HallView): NextUp | undefined {
  const point = asked(view, view.points);
  const motion = view.motion === undefined ? undefined : view.motions[view.motion];
  if (point !== undefined || view.vote !== undefined) {
    return point;
  }
  if (motion !== undefined) {
    return ofMotion(view, motion);
  }
  if (view.panel !== undefined && isPanelOpen(view)) {
    return ofPanel(view, view.panel);
  }
  return view.item === undefined ? undefined : ofItem(view, view.item);
}
