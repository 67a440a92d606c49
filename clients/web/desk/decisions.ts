// Deciding about registrations: one at a time, or all clean ones in one act that shows how far it is.
import type { Problem } from "../core/contract.ts";
import { RefusedByService } from "../core/session.ts";
import type { Desk } from "./desk.ts";
import type { CrossCheck, Registration } from "../core/accreditation.ts";

export type Decision = "approve" | "reject" | "withdraw";

interface Refused {
  readonly registration: string;
  readonly problem: Problem;
}

interface Answer {
  readonly approved?: readonly { readonly registration: string; readonly seated: boolean }[];
  readonly done?: readonly string[];
  readonly refused: readonly Refused[];
}

export interface Outcome {
  readonly done: number;
  readonly alternates: number;
  readonly refused: readonly { readonly who: string; readonly problem: Problem }[];
}

/** So many go in one request: a progress bar that moves, and meetings that get their turn between them. */
const TOGETHER = 40;

/** Decides about one; throws its refusal. A clean one is matched anew first, as its form may have changed. */
export async function decide(desk: Desk, of: Registration, how: Decision, reason: string | undefined): Promise<void> {
  if (how === "approve" && reason === undefined && of.delegation !== undefined) {
    await desk.ask("POST", "/cross-check", { delegation: of.delegation });
  }
  const asked = { registrations: [of.id], ...(reason === undefined ? {} : { reason }) };
  const { refused } = await desk.ask<Answer>("POST", `/registrations/${how}`, asked);
  if (refused[0] !== undefined) {
    throw new RefusedByService(refused[0].problem);
  }
}

/** With the modality, role and sessions that the note names for her, or as this person of the conference's file. */
export type As = { readonly as_named: true } | { readonly same_as: string };

/** Approves one; throws its refusal. */
export async function approveAs(desk: Desk, of: Registration, as: As): Promise<void> {
  await desk.ask("POST", "/cross-check", of.delegation === undefined ? {} : { delegation: of.delegation });
  const asked = { registrations: [of.id], ...as };
  const { refused } = await desk.ask<Answer>("POST", "/registrations/approve", asked);
  if (refused[0] !== undefined) {
    throw new RefusedByService(refused[0].problem);
  }
}

export interface OfFile {
  readonly participant: string;
  readonly name: string;
}

/** Who of the conference's file is so alike that a refusal leaves it to the officer. */
export function alikeOf(refusal: Problem | undefined): readonly OfFile[] {
  return refusal?.code === "perhaps-there" ? (refusal["alike"] as readonly OfFile[]) : [];
}

/** Approves all of these; what is refused keeps nobody else back. `tell` hears how many are done. */
export async function approveAll(
  desk: Desk,
  check: CrossCheck,
  ids: readonly string[],
  tell: (done: number) => void,
): Promise<Outcome> {
  const names = new Map(check.registrations.map(({ id, name }) => [id, name]));
  const of = new Map(check.registrations.map(({ id, delegation }) => [id, delegation ?? ""]));
  const ordered = [...ids].sort((a, b) => (of.get(a) ?? "").localeCompare(of.get(b) ?? ""));
  let [done, alternates] = [0, 0];
  const refused: Refused[] = [];
  for (let from = 0; from < ordered.length; from += TOGETHER) {
    const registrations = ordered.slice(from, from + TOGETHER);
    const answer = await desk.ask<Answer>("POST", "/registrations/approve", { registrations });
    done += answer.approved?.length ?? 0;
    alternates += answer.approved?.filter(({ seated }) => !seated).length ?? 0;
    refused.push(...answer.refused);
    tell(Math.min(from + TOGETHER, ordered.length));
  }
  return {
    done,
    alternates,
    refused: refused.map(({ registration, problem }) => ({ who: names.get(registration) ?? registration, problem })),
  };
}
