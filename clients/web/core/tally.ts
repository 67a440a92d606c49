// Reading votes: who voted what, how much of the whole each choice is, who has not voted yet.
import type { Choice, HallVote, TallyShown } from "./contract.ts";

export const CHOICES: readonly Choice[] = ["yes", "no", "abstention"];

const FIELD = { yes: "yes", no: "no", abstention: "abstentions" } as const;

interface Share {
  readonly choice: Choice;
  readonly votes: number;
  /** Of all votes that were cast, between 0 and 1. */
  readonly share: number;
}

/** Each choice with its votes and how much of the votes cast that is. */
export function shares(tally: TallyShown): readonly Share[] {
  const cast = tally.yes + tally.no + tally.abstentions;
  return CHOICES.map((choice) => {
    const votes = tally[FIELD[choice]];
    return { choice, votes, share: cast === 0 ? 0 : votes / cast };
  });
}

/** Who voted what, each in the order in which they are listed. */
export function byChoice(ballots: Readonly<Record<string, Choice>>): Readonly<Record<Choice, readonly string[]>> {
  const of = (choice: Choice): string[] => Object.keys(ballots).filter((id) => ballots[id] === choice);
  return { yes: of("yes"), no: of("no"), abstention: of("abstention") };
}

/** How many of those entitled have voted. */
export function turnout(vote: HallVote): { readonly voted: number; readonly entitled: number } {
  return {
    voted: vote.entitled.filter((id) => vote.voted[id] === true).length,
    entitled: vote.entitled.length,
  };
}

/** The least number of votes in favour that carries, of so many yes and no together. */
export function neededOf(voting: number, majority: HallVote["majority"]): number {
  return majority === "two_thirds" ? Math.ceil((voting * 2) / 3) : Math.floor(voting / 2) + 1;
}

/** Whether so many yes and no carry; an equal vote does not, and no votes carry nothing. */
export function carries(majority: HallVote["majority"] | undefined, yes: number, no: number): boolean {
  return yes >= neededOf(yes + no, majority ?? "simple") && yes > 0;
}

/** In a roll call: who has answered or was not there, whose turn it is, and who comes after. */
export function rollCall(vote: HallVote): {
  readonly done: readonly string[];
  readonly next: string | undefined;
  readonly coming: readonly string[];
} {
  const { order = [], passed = [], voted, next } = vote;
  const answered = (id: string): boolean => voted[id] === true;
  const again = passed.filter((id) => !answered(id) && id !== next);
  const first = order.filter((id) => !answered(id) && !passed.includes(id) && id !== next);
  return { done: order.filter(answered), next, coming: [...first, ...again] };
}
