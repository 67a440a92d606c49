// What a delegation may ask for as things stand: from the body's procedure and the state of the floor. The
// service decides; this only keeps what would be refused from being offered.
import type { Category, HallEntry, HallView, MotionKind, RequestKind } from "./contract.ts";
import { PENDING, pendingOf } from "./list.ts";
import { isByName, type Question } from "./question.ts";

const GIVEN_UP: ReadonlySet<HallEntry["state"]> = new Set(["withdrawn", "declined"]);

function isOf(view: HallView, delegation: string, categories: readonly Category[]): boolean {
  const category = view.delegations[delegation]?.category;
  return category !== undefined && categories.includes(category);
}

/** While a vote is open nothing may be asked for, save points of order. */
function isFree(view: HallView): boolean {
  return view.meeting.phase === "in_session" && view.vote === undefined;
}

/** How many requests of this kind the delegation has made on the item and not given up. */
function used(view: HallView, delegation: string, kind: RequestKind, item: string | undefined): number {
  return Object.values(view.entries).filter(
    (entry) =>
      entry.delegation === delegation && entry.kind === kind && entry.item === item && !GIVEN_UP.has(entry.state),
  ).length;
}

/** The groups on whose behalf the delegation may speak, with their names: those that name it, or no members. */
export function groupsFor(view: HallView, delegation: string): HallView["groups"] {
  const { groups, group_members: members } = view;
  return Object.fromEntries(Object.entries(groups).filter(([id]) => members[id]?.includes(delegation) ?? true));
}

/** Whose joint statement the delegation makes too, on the item and for the group, until it has ended. */
export function sharedWith(view: HallView, delegation: string, group: string | undefined): string | undefined {
  return Object.values(view.entries).find(
    ({ joint = [], item, on_behalf_of, state }) =>
      joint.includes(delegation) && item === view.item && on_behalf_of === group && PENDING.has(state),
  )?.delegation;
}

/** A right of reply: once another was heard, while the delegation has one left and none waiting. */
export function mayReply(view: HallView, delegation: string): boolean {
  const { procedure, item } = view;
  const delivered = item === undefined ? [] : (view.lists[item]?.delivered ?? []);
  const heard = delivered.filter((id) => view.entries[id]?.delegation !== delegation);
  return (
    isFree(view) &&
    isOf(view, delegation, procedure.repliers) &&
    heard.length > 0 &&
    pendingOf(view, delegation, "reply") === undefined &&
    used(view, delegation, "reply", item) < procedure.reply_seconds.length
  );
}

/** The proposals on which the delegation may explain its vote: not its own, and once each. */
export function explainable(view: HallView, delegation: string): readonly string[] {
  if (!isFree(view) || !isOf(view, delegation, view.procedure.voters)) {
    return [];
  }
  const explained = new Set(
    Object.values(view.entries)
      .filter((each) => each.delegation === delegation && each.kind === "explanation" && !GIVEN_UP.has(each.state))
      .map((each) => each.proposal),
  );
  return Object.keys(view.proposals).filter((id) => {
    const proposal = view.proposals[id];
    const open = proposal?.item === view.item && proposal?.state !== "withdrawn";
    return open && !explained.has(id) && !(proposal?.sponsors ?? []).includes(delegation);
  });
}

export function mayQuestion(view: HallView, delegation: string): boolean {
  const { panel } = view;
  const open = panel !== undefined && panel.phase !== "closed";
  return isFree(view) && open && pendingOf(view, delegation, "question") === undefined;
}

/** A short rebuttal: after a question of the delegation's own, or with a panellist of its own. */
export function mayRebut(view: HallView, delegation: string): boolean {
  const { panel } = view;
  if (panel?.phase !== "answers" || !panel.panellists.some(({ answered }) => answered)) {
    return false;
  }
  const asked = Object.values(view.entries).some(
    (each) => each.kind === "question" && each.delegation === delegation && each.state === "delivered",
  );
  const own = panel.panellists.some((each) => each.delegation === delegation);
  return isFree(view) && (asked || own) && pendingOf(view, delegation, "rebuttal") === undefined;
}

/** Whether the delegation's panellist may ask to answer. */
export function mayRespond(view: HallView, delegation: string): boolean {
  const { panel } = view;
  const answering = panel?.phase === "questions" || panel?.phase === "answers";
  return isFree(view) && answering && panel.panellists.some((each) => each.delegation === delegation && each.responds === undefined);
}

/** On which side of the motion before the body the delegation may still ask to speak. */
export function sidesOf(view: HallView, delegation: string): readonly ("for_motion" | "against_motion")[] {
  const motion = view.motion === undefined ? undefined : view.motions[view.motion];
  if (motion === undefined || !isOf(view, delegation, view.procedure.movers) || motion.delegation === delegation) {
    return [];
  }
  const asked = (["for_motion", "against_motion"] as const).some((kind) => pendingOf(view, delegation, kind));
  const left = {
    for_motion: motion.places_for - motion.heard_for - (motion.asked_for ?? []).length,
    against_motion: motion.places_against - motion.heard_against - (motion.asked_against ?? []).length,
  };
  return asked || !isFree(view) ? [] : (["for_motion", "against_motion"] as const).filter((side) => left[side] > 0);
}

/** Whether there is something for a motion of this kind to be about. */
function hasObject(view: HallView, kind: MotionKind): boolean {
  const proposals = Object.values(view.proposals);
  const list = view.item === undefined ? undefined : view.lists[view.item];
  switch (kind) {
    case "suspend_meeting":
    case "adjourn_meeting":
      return true;
    case "reopen_list":
      return list?.state === "closed";
    case "reconsider":
      return proposals.some(({ state }) => state === "adopted" || state === "rejected");
    case "divide":
      return proposals.some(({ state, parts }) => state === "tabled" && (parts ?? []).length === 0);
    case "hear_organization":
      return Object.values(view.delegations).some(({ category }) => category === "ngo");
    default:
      return view.item !== undefined;
  }
}

/** The motions that the delegation may make now, in the procedure's order; one of a kind waits at a time. */
export function movable(view: HallView, delegation: string): readonly MotionKind[] {
  if (!isFree(view) || !isOf(view, delegation, view.procedure.movers)) {
    return [];
  }
  return movableBySomebody(view);
}

/** The same for the podium, which enters a motion for a delegation that asked by flag. */
export function movableBySomebody(view: HallView): readonly MotionKind[] {
  const open = new Set([...view.pending_motions, view.motion].map((id) => (id === undefined ? id : view.motions[id]?.kind)));
  return view.procedure.motions.filter((kind) => !open.has(kind) && hasObject(view, kind));
}

export function mayAppeal(view: HallView, delegation: string): boolean {
  const open = view.ruling !== undefined && view.ruling.appealed_by === undefined && !view.ruling.overruled;
  return isFree(view) && open && isOf(view, delegation, view.procedure.points_of_order);
}

export function mayRaisePoint(view: HallView, delegation: string): boolean {
  return view.meeting.phase === "in_session" && isOf(view, delegation, view.procedure.points_of_order);
}

/** How the delegation stands to the question that is put for consensus. */
export function objection(view: HallView, delegation: string): "may" | "made" | undefined {
  if (view.consensus === undefined || !isOf(view, delegation, view.procedure.voters)) {
    return undefined;
  }
  return (view.consensus.objections ?? []).includes(delegation) ? "made" : "may";
}

/** How the delegation stands to the vote that is open: it votes here, waits for its name, or not at the console. */
export function voting(view: HallView, delegation: string): "votes" | "waits" | "by_hand" | undefined {
  const { vote } = view;
  if (vote === undefined || !vote.entitled.includes(delegation)) {
    return undefined;
  }
  if (!isByName(vote)) {
    return "by_hand";
  }
  return vote.method === "recorded" || vote.next === delegation ? "votes" : "waits";
}

/** The question on which a vote by name may be asked for: what is put, else what is before the body next. */
export function methodQuestion(view: HallView, delegation: string, next: Question | undefined): Question | undefined {
  const open = isFree(view) && isOf(view, delegation, view.procedure.voters);
  const motion: Question | undefined = view.motion === undefined ? undefined : { kind: "motion", ref: view.motion };
  return open ? (view.consensus ?? motion ?? next) : undefined;
}
