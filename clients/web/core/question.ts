// What is put to the body, and what may be put next. The order is the rules': amendments, then parts, then the whole.
import type { DecisionShown, HallView, HallVote, QuestionKind } from "./contract.ts";

export interface Question {
  readonly kind: QuestionKind;
  readonly ref: string;
}

export function sameQuestion(one: Question, other: Question): boolean {
  return one.kind === other.kind && one.ref === other.ref;
}

/** What is before the body now: a vote, else a question put for consensus. */
export function putNow(view: HallView): Question | undefined {
  return view.vote ?? view.consensus;
}

/** The proposal that a question is about, if it is about one. */
export function proposalOf(view: HallView, { kind, ref }: Question): string | undefined {
  switch (kind) {
    case "proposal":
      return ref;
    case "part":
      return ref.split("/")[0];
    case "amendment":
      return view.amendments[ref]?.proposal;
    default:
      return undefined;
  }
}

/** The part of a proposal that a question is about: its number from 1 and its name. */
export function partOf(view: HallView, { ref }: Question): { number: number; name: string } {
  const [proposal = "", number = ""] = ref.split("/");
  return { number: Number(number), name: view.proposals[proposal]?.parts?.[Number(number) - 1] ?? "" };
}

/** What is to be put next of a proposal; undefined once it is decided or withdrawn. */
export function nextOf(view: HallView, id: string): Question | undefined {
  const proposal = view.proposals[id];
  if (proposal?.state !== "tabled") {
    return undefined;
  }
  const amendment = proposal.amendments?.find((each) => view.amendments[each]?.state === "tabled");
  if (amendment !== undefined) {
    return { kind: "amendment", ref: amendment };
  }
  const decided = new Set([...(proposal.adopted_parts ?? []), ...(proposal.rejected_parts ?? [])]);
  const part = (proposal.parts ?? []).findIndex((_, index) => !decided.has(index + 1));
  return part < 0 ? { kind: "proposal", ref: id } : { kind: "part", ref: `${id}/${part + 1}` };
}

/** The last decision of this meeting with its number, or undefined. */
function lastDecision(view: HallView): { number: number; decision: DecisionShown } | undefined {
  const number = Math.max(0, ...Object.keys(view.decisions).map(Number));
  const decision = view.decisions[String(number)];
  return decision && { number, decision };
}

/** Whether the body takes votes at all. */
export function decides(view: HallView): boolean {
  return view.procedure.voters.length > 0;
}

/** Whether delegations vote one by one: each for itself, or said aloud when called. */
export function isByName({ method }: Pick<HallVote, "method">): boolean {
  return method === "recorded" || method === "roll_call";
}

/** The last decision, if it was taken less than so many milliseconds ago. */
export function freshDecision(view: HallView, now: number, forMs: number): ReturnType<typeof lastDecision> {
  const last = lastDecision(view);
  return last !== undefined && now - Date.parse(last.decision.at) < forMs ? last : undefined;
}
