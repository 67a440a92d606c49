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

type Panellist = HallPanel["panellists"][number];

/** Who still answers this batch: those who asked to, in their order, then the others in theirs. */
function answering(panel: HallPanel): Panellist | undefined {
  const place = ({ responds }: Panellist): number => responds ?? Number.MAX_SAFE_INTEGER;
  const inTurn = panel.panellists.toSorted((one, other) => place(one) - place(other));
  return inTurn.find(({ answered }) => !answered);
}

function ofPanellist(kind: "presentation" | "answer", of: Panellist | undefined): NextUp | undefined {
  return of && { kind, title: of.title, ...(of.delegation === undefined ? {} : { delegation: of.delegation }) };
}

/** Where a phase is at its end the panel turns to the next one, and nobody may be called by it. */
function ofPanel(view: HallView, panel: HallPanel): NextUp | undefined {
  const list = view.lists[panel.item];
  const question = asked(view, list?.questions);
  const turn: NextUp = { kind: "question" };
  const batch = (panel.asked ?? []).length;
  const answer = ofPanellist("answer", answering(panel));
  switch (panel.phase) {
    case "presentations":
      return ofPanellist("presentation", panel.panellists.find(({ presented }) => !presented)) ?? question ?? turn;
    case "questions":
      return (batch < panel.batch ? question : undefined) ?? (batch > 0 ? answer : undefined);
    case "answers":
      return answer ?? asked(view, list?.rebuttals) ?? question ?? turn;
    case "closed":
      return undefined;
  }
}

/** Replies that are taken, explanations that are due, statements, replies that are due; the passed over at last. */
function ofItem(view: HallView, item: string): NextUp | undefined {
  const list = view.lists[item];
  const debated = (list?.order ?? []).some((id) => view.entries[id]?.state === "inscribed");
  const explanations = beside(view, item, "explanations").filter(
    ({ entry }) => !debated || (entry.proposal !== undefined && view.proposals[entry.proposal]?.state !== "tabled"),
  );
  const repliesDue = list?.replies_begun === true || (list?.state === "closed" && !debated);
  const replies = repliesDue ? (list?.replies ?? []) : [];
  return asked(view, [
    ...(list?.replies_begun === true ? replies : []),
    ...explanations.map(({ id }) => id),
    ...(list?.order ?? []),
    ...replies,
  ]);
}

/** Whether a panel goes on about the item under consideration: then the next step is the panel's. */
export function isPanelOpen(view: HallView): boolean {
  return view.panel !== undefined && view.panel.phase !== "closed" && view.panel.item === view.item;
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
