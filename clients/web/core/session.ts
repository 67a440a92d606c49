// The REST calls of a console, relative to its own address /c/<login>/.
import { UNANSWERED } from "./commands.ts";
import type { DelegationSeats, Move, Problem, Session } from "./contract.ts";

export class RefusedByService extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.title);
    this.problem = problem;
  }
}

async function problemOf(response: Response): Promise<Problem> {
  const told: unknown = await response.json().catch(() => undefined);
  const isProblem = typeof told === "object" && told !== null && "title" in told;
  return isProblem ? (told as Problem) : { title: response.statusText, status: response.status, code: "http" };
}

function written(body: unknown): RequestInit {
  if (body === undefined) {
    return {};
  }
  return body instanceof FormData
    ? { body }
    : { body: JSON.stringify(body), headers: { "content-type": "application/json" } };
}

/** Where the network failed while something was to be changed, nobody knows whether it was. */
function orUnanswered<T>(method: string, awaited: Promise<T>): Promise<T> {
  return method === "GET"
    ? awaited
    : awaited.catch(() => {
        throw new RefusedByService(UNANSWERED);
      });
}

async function answered(method: string, address: string, body?: unknown): Promise<Response> {
  const sent = fetch(address, { method, credentials: "same-origin", ...written(body) });
  const response = await orUnanswered(method, sent);
  if (!response.ok) {
    throw new RefusedByService(await problemOf(response));
  }
  return response;
}

/** Calls the service; throws RefusedByService with its problem (`unanswered` where it is not known whether anything was
 * done), or for GET the network's own error. A form is sent as one. */
export async function call(method: string, address: string, body?: unknown): Promise<unknown> {
  const response = await answered(method, address, body);
  return response.status === 204 ? undefined : orUnanswered(method, response.json() as Promise<unknown>);
}

/** The same for a file: its bytes. */
export async function fetchFile(address: string): Promise<Blob> {
  return (await answered("GET", address)).blob();
}

export async function session(): Promise<Session> {
  return (await call("GET", "api/v1/session")) as Session;
}

/** False only where the service says that this login no longer holds; a dead network says nothing. */
export async function admitted(): Promise<boolean> {
  try {
    await session();
    return true;
  } catch (error) {
    return !(error instanceof RefusedByService && [401, 403].includes(error.problem.status));
  }
}

export async function delegationSeats(conference: string, delegation: string): Promise<DelegationSeats> {
  return (await call("GET", `api/v1/conferences/${conference}/delegations/${delegation}`)) as DelegationSeats;
}

export async function moveSeats(conference: string, delegation: string, moves: readonly Move[]): Promise<void> {
  await call("POST", `api/v1/conferences/${conference}/delegations/${delegation}/seats`, { moves });
}

export async function markPresence(meeting: string, delegation: string, present: boolean): Promise<void> {
  await call("PUT", `api/v1/meetings/${meeting}/presence/${delegation}`, { present });
}

export const SPEAKERS_LANGUAGES = ["ar", "zh", "en", "fr", "ru", "es"] as const;

/** The units of an online seat that `to` and the former remote speaker exchange, so that none loses her seat if one is free. */
export function remoteSpeakerMoves(seats: DelegationSeats, to: string): readonly Move[] {
  const online = seats.seats.filter((seat) => seat.modality === "online");
  const unit = online.find((seat) => seat.role === "speaker");
  if (unit === undefined || unit.participant === to) {
    return [];
  }
  const held = seats.seats.find((seat) => seat.participant === to);
  const moves: Move[] = [{ seat: unit.id, participant: to }];
  const former = unit.participant === undefined ? {} : { participant: unit.participant };
  if (held?.modality === "online") {
    return [...moves, { seat: held.id, ...former }];
  }
  const free = online.find((seat) => seat.role === "observer" && seat.participant === undefined);
  return [
    ...moves,
    ...(held === undefined ? [] : [{ seat: held.id }]),
    ...(free === undefined || unit.participant === undefined ? [] : [{ seat: free.id, ...former }]),
  ];
}
