// What the desk and the focal points read and write beside the live line, by the names that the screens use; the
// types themselves are generated from the service's OpenAPI document (`npm run contract`).
import type { components } from "./generated/wire.ts";

type Wire = components["schemas"];

export type Names = Wire["DelegationLine"]["names"];
export type Role = Wire["Role"];
export type State = Wire["RegistrationState"];

/** Who asks for a part, or is named for one. */
export type Part = Pick<Wire["RegistrationLine"], "modality" | "role"> & Partial<Pick<Wire["RegistrationLine"], "sessions">>;

export type Audited = Wire["AuditedBody"];
export type Calendar = Wire["CalendarDocument"];
export type CalendarBody = Wire["CalendarBody"];
export type DelegationLine = Wire["DelegationLine"];

export type Nomination = Wire["NominationLine"];
export type Registration = Wire["RegistrationLine"];
export type RegistrationsBody = Wire["RegistrationsBody"];
export type CrossCheck = Wire["CrossCheckBody"];
export type Import = Wire["ImportBody"];
export type ImportLine = Wire["ImportLineBody"];

export type Counts = Wire["CountsBody"];
export type Figures = Wire["FiguresBody"];
export type Line = Wire["LineBody"];
export type Waiting = Wire["WaitingBody"];
export type Somebody = Wire["SomebodyBody"];
export type PeopleFound = Wire["PeopleBody"];
export type NewLink = Wire["LinkBody"];
export type PlannedConference = Wire["PlannedBody"];
export type NewConference = Wire["CreatedBody"];
export type Letter = Wire["LetterLine"];
export type Letters = Wire["LettersBody"];

export type Doubt = Wire["DoubtBody"];
export type Finding = Wire["FindingBody"];
export type Losing = Wire["LosingBody"];
export type Named = Wire["NominationBody"];
export type Note = Wire["NoteBody"];
export type NoteDiff = Wire["DiffBody"];
export type NoteLine = Wire["NoteLine"];
export type Proposed = Wire["ProposedBody"];
export type StoredDocument = Wire["DocumentBody"];

export type Concern = Wire["ConcernBody"];
export type Delegation = Wire["DelegationBody"];
export type Having = Wire["HavingBody"];
export type Limit = Wire["LimitBody"];
export type Misfit = Wire["MisfitBody"];
export type Person = Wire["PersonBody"];
export type Policies = Wire["PoliciesBody"];
export type Policy = Wire["PolicyBody"];
export type Pool = Wire["PoolBody"];
export type Seat = Wire["SeatBody"];

/** A seat of a session or meeting stands beside those of others, not beside one of the whole conference. */
function standBeside(one: Seat, other: Seat): boolean {
  return one.scope !== undefined && other.scope !== undefined && one.scope !== other.scope;
}

/** The moves by which a person gets a free seat: what she holds instead of it becomes free. */
export function movesTo(seats: readonly Seat[], seat: Seat, participant: string): readonly Wire["MoveBody"][] {
  const left = seats.filter((each) => each.participant === participant && !standBeside(each, seat));
  return [...left.map(({ id }) => ({ seat: id, former: participant })), { seat: seat.id, participant }];
}
