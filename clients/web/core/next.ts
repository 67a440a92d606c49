// Whom the chair's next call reaches. The order is the service's (`view.next`): here it is only read off what the
// call now reaches, which a motion, a panel or a vote narrows, to name who is meant.
import type { HallPanel, HallView, BoothsEntry, BoothsView, RequestKind, Title } from "./contract.ts";

interface NextUp {
  readonly kind: RequestKind | "presentation" | "answer";
  readonly delegation?: string;
  /** A panellist's title, where no delegation is meant. */
  readonly title?: Title;
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
    case "advice":
      return 4;
    default:
      return 0;
  }
}

/** The first of these kinds among those who will be called, in the service's order. */
function first(view: BoothsView, ...kinds: readonly RequestKind[]): BoothsEntry | undefined {
  return view.next
    .map((id) => view.entries[id])
    .find((entry) => entry !== undefined && (kinds.length === 0 || kinds.includes(entry.kind)));
}

function turnOf(entry: BoothsEntry | undefined): NextUp | undefined {
  return entry && { kind: entry.kind, delegation: entry.delegation };
}

type Panellist = HallPanel["panellists"][number];

/** Who still answers this batch: those who asked to, in their order, then the others in theirs. */
function answering(panel: HallPanel): Panellist | undefined {
  const place = ({ responds }: Panellist): number => responds ?? Number.MAX_SAFE_INTEGER;
  const inTurn = panel.panellists.toSorted((one, other) => place(one) - place(other));
  return firstOf(inTurn.filter(({ answered }) => !answered));
}

/** Who was passed over speaks after the others. */
function firstOf(still: readonly Panellist[]): Panellist | undefined {
  return still.find(({ passed_over }) => passed_over !== true) ?? still[0];
}

/** The panellist whom the next step of the panel gives the floor; undefined where it calls a questioner. */
export function nextPanellist(panel: HallPanel): Panellist | undefined {
  switch (panel.phase) {
    case "presentations":
      return firstOf(panel.panellists.filter(({ presented }) => !presented));
    case "answers":
      return answering(panel);
    default:
      return undefined;
  }
}

function ofPanellist(kind: "presentation" | "answer", of: Panellist | undefined): NextUp | undefined {
  return of && { kind, title: of.title, ...(of.delegation === undefined ? {} : { delegation: of.delegation }) };
}

/** Where a phase is at its end the panel turns to the next one, and nobody may be called by it. */
function ofPanel(view: BoothsView, panel: HallPanel): NextUp | undefined {
  const question = turnOf(first(view, "question"));
  const turn: NextUp = { kind: "question" };
  const batch = (panel.asked ?? []).length;
  const answer = ofPanellist("answer", answering(panel));
  switch (panel.phase) {
    case "presentations":
      return ofPanellist("presentation", nextPanellist(panel)) ?? question ?? turn;
    case "questions":
      return (batch < panel.batch ? question : undefined) ?? (batch > 0 ? answer : undefined);
    case "answers":
      return answer ?? turnOf(first(view, "rebuttal")) ?? question ?? turn;
    case "closed":
      return undefined;
  }
}

/** A reply that waits alone is called once the chair has begun to take them, or the list is closed. */
function isDue(view: BoothsView, { kind, item = view.item }: BoothsEntry): boolean {
  const list = item === undefined ? undefined : view.lists[item];
  return kind !== "reply" || list?.replies_begun === true || list?.state === "closed";
}

/** Whether a panel goes on about the item under consideration: then the next step is the panel's. */
export function isPanelOpen(view: HallView): boolean {
  return view.panel !== undefined && view.panel.phase !== "closed" && view.panel.item === view.item;
}

export function nextUp(view: BoothsView): NextUp | undefined {
  const point = first(view, "point_of_order");
  if (point?.state === "inscribed" || view.vote !== undefined) {
    return point?.state === "inscribed" ? turnOf(point) : undefined;
  }
  if (view.motion !== undefined) {
    return turnOf(first(view, "motion", "for_motion", "against_motion"));
  }
  if (view.panel !== undefined && isPanelOpen(view)) {
    return ofPanel(view, view.panel);
  }
  const next = first(view);
  return next !== undefined && isDue(view, next) ? turnOf(next) : undefined;
}
