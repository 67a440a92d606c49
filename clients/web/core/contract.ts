// The wire by the names that the consoles use; the types themselves are generated from the service's OpenAPI
// document (`npm run contract`). Absent is none: nothing is ever null. Times are RFC 3339 in UTC; `seconds` are
// whole seconds, `*_ms` milliseconds.
import type { components } from "./generated/wire.ts";

type Wire = components["schemas"];

/** What something is called: one title for all languages, taken to be English, or one for each. */
export type Title = string | Readonly<Record<string, string>>;

export type Audience = Wire["Audience"];
export type Capacity = Wire["Capacity"];
export type Category = Wire["Category"];
export type Choice = Wire["Choice"];
export type Fitness = Wire["Fitness"];
type HolderKind = Wire["HolderKind"];
export type ListState = Wire["ListState"];
export type Modality = Wire["Modality"];
export type MotionKind = Wire["MotionKind"];
export type PanelPhase = Wire["PanelPhase"];
export type PassedOverCause = Wire["PassedOverCause"];
export type Phase = Wire["Phase"];
export type QuestionKind = Wire["QuestionKind"];
export type SignalKind = Wire["SignalKind"];
export type SpeakerRank = Wire["SpeakerRank"];
export type VoteMethod = Wire["VoteMethod"];
export type PodiumKind = Exclude<HolderKind, "delegation">;
export type RequestKind = Wire["RequestKind"];
export type RequestState = Wire["RequestState"];

export type BoothsEntry = Wire["BoothsEntry"];
export type BoothsFrame = Wire["BoothsFrame"];
export type BoothsView = Wire["BoothsView"];
export type DecisionShown = Wire["DecisionShown"];
export type DelegationShown = Wire["DelegationShown"];
export type Forecast = Wire["Forecast"];
export type HallEntry = Wire["HallEntry"];
export type HallFrame = Wire["HallFrame"];
export type HallPanel = Wire["HallPanel"];
export type HallView = Wire["HallView"];
export type HallVote = Wire["HallVote"];
export type ItemShown = Wire["ItemShown"];
export type LimitShown = Wire["LimitShown"];
export type MotionShown = Wire["MotionShown"];
export type PodiumEntry = Wire["PodiumEntry"];
export type PodiumView = Wire["PodiumView"];
export type PodiumVote = Wire["PodiumVote"];
export type ProposalShown = Wire["ProposalShown"];
export type ReadinessShown = Wire["ReadinessShown"];
export type ScriptStep = Wire["ScriptStep"];
export type SignalShown = Wire["SignalShown"];
export type TallyShown = Wire["TallyShown"];
export type TurnShown = Wire["TurnShown"];

export interface ViewOf {
  readonly hall: HallView;
  readonly booths: BoothsView;
  readonly podium: PodiumView;
}

export type Directory = Readonly<Record<string, Wire["PersonShown"]>>;
export type Me = Omit<Wire["MeFrame"], "type">;
export type Problem = Partial<Wire["Problem"]> & Pick<Wire["Problem"], "title" | "status" | "code">;

type WithoutId<C> = C extends unknown ? Omit<C, "id"> : never;

/** What a console may ask; its id is added when it is sent. */
export type Command = WithoutId<Wire["Command"]>;
export type CommandName = Command["command"];

export type ByeReason = Wire["ByeFrame"]["reason"];

export type ServerFrame =
  | Wire["SnapshotFrame"]
  | Wire["PatchFrame"]
  | Wire["DirectoryFrame"]
  | Wire["MeFrame"]
  | Wire["AcceptedFrame"]
  | (Omit<Wire["RefusedFrame"], "problem"> & { readonly problem: Problem })
  | Wire["PingFrame"]
  | Wire["ByeFrame"];

/** A delegation as the desk sees it: every unit of its limits, and its people. */
export type DelegationSeats = Pick<Wire["DelegationBody"], "id" | "seats" | "people">;
export type Move = Wire["MoveBody"];

/** `GET session`: who this login is, and the meeting to open. */
export interface Session {
  readonly login: string;
  readonly capacity: Capacity;
  readonly name?: string;
  readonly participant?: string;
  readonly delegation?: string;
  readonly booth?: string;
  /** What a delegate is to her own delegation, beside her seat. */
  readonly part?: "head" | "focal_point";
  readonly conference: {
    readonly id: string;
    readonly title: Title;
    readonly time_zone: string;
    readonly languages?: readonly string[];
  };
  readonly meetings: readonly {
    readonly id: string;
    readonly number: number;
    readonly title: Title;
    readonly scheduled_at?: string;
  }[];
  readonly meeting: string;
  /** The service's time when it answered. */
  readonly now: string;
  readonly service: { readonly simulated: boolean };
}
