// The wire: what the service sends and what a console may ask. Absent is none; nothing here is ever null.
// Times are RFC 3339 in UTC; `seconds` are whole seconds, `*_ms` milliseconds.

export type Audience = "hall" | "booths" | "podium";
export type Capacity = "chair" | "secretariat" | "delegate" | "interpreter" | "operator" | "hall";
export type Category = "state_party" | "signatory" | "other_state" | "reio" | "entity" | "igo" | "ngo";
export type Modality = "in_person" | "online";
export type Role = "speaker" | "observer";
export type Source = "room" | "online" | "desk";
export type RequestKind = "statement" | "point_of_order";
export type HolderKind = "delegation" | "secretariat" | "panellist" | "presiding_officer" | "guest";
export type PodiumKind = Exclude<HolderKind, "delegation">;
export type Phase = "not_set_up" | "scheduled" | "in_session" | "suspended" | "adjourned";
export type ItemState = "pending" | "taken_up" | "closed";
export type ListState = "not_open" | "open" | "announced" | "closed";
export type RequestState = "inscribed" | "called" | "speaking" | "passed_over" | "delivered" | "withdrawn";
export type PassedOverCause = "absent" | "not_ready" | "connection_lost";

type Names = Readonly<Record<string, string>>;
type ById<T> = Readonly<Record<string, T>>;

export interface MeetingShown {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly phase: Phase;
  readonly scheduled_at?: string;
  readonly called_to_order_at?: string;
  readonly adjourned_at?: string;
  readonly chair?: string;
}

export interface ItemShown {
  readonly number: string;
  readonly titles: Names;
  readonly state: ItemState;
  readonly place: number;
}

export interface DelegationShown {
  readonly code: string;
  readonly category: Category;
  readonly names: Names;
}

export interface HallEntry {
  readonly kind: RequestKind;
  readonly delegation: string;
  readonly tier: string;
  readonly modality: Modality;
  readonly state: RequestState;
  readonly seconds: number;
  readonly accepted_at: string;
  readonly on_behalf_of?: string;
  readonly ended_at?: string;
}

export interface BoothsEntry extends HallEntry {
  readonly language?: string;
  readonly participant?: string;
}

export interface PodiumEntry extends BoothsEntry {
  readonly source: Source;
  readonly passed_over?: PassedOverCause;
  readonly left_ms?: number;
  readonly reason?: string;
}

export interface ListShown {
  readonly state: ListState;
  readonly order: readonly string[];
  readonly delivered: readonly string[];
}

export interface HallCall {
  readonly request: string;
  readonly called_at: string;
}

export interface BoothsCall extends HallCall {
  readonly connection_lost_at?: string;
}

export interface HallFrame {
  readonly grant: number;
  readonly kind: RequestKind;
  readonly holder: HolderKind;
  readonly started_at: string;
  readonly modality: Modality;
  readonly elapsed: boolean;
  readonly delegation?: string;
  readonly title?: string;
  readonly request?: string;
  readonly on_behalf_of?: string;
  readonly ends_at?: string;
  readonly paused_at?: string;
  readonly interrupted_at?: string;
}

export interface BoothsFrame extends HallFrame {
  readonly language?: string;
  readonly participant?: string;
  readonly connection_lost_at?: string;
}

export interface HallView {
  readonly meeting: MeetingShown;
  readonly tiers: Names;
  readonly agenda: ById<ItemShown>;
  readonly delegations: ById<DelegationShown>;
  readonly groups: ById<Names>;
  readonly lists: ById<ListShown>;
  readonly entries: ById<HallEntry>;
  readonly points: readonly string[];
  readonly floor: readonly HallFrame[];
  readonly called?: HallCall;
  readonly item?: string;
}

export interface BoothsView extends HallView {
  readonly entries: ById<BoothsEntry>;
  readonly floor: readonly BoothsFrame[];
  readonly called?: BoothsCall;
  readonly presiding?: string;
}

export interface SeatShown {
  readonly delegation: string;
  readonly modality: Modality;
  readonly role: Role;
  readonly participant: string;
}

export interface PodiumMemberShown {
  readonly kind: HolderKind;
  readonly title: string;
  readonly delegation?: string;
}

export interface QuorumShown {
  readonly present: number;
  readonly registered: number;
  readonly needed: number;
  readonly waived: boolean;
  readonly counted_at?: string;
}

export interface PodiumView extends BoothsView {
  readonly entries: ById<PodiumEntry>;
  readonly roster: ById<SeatShown>;
  readonly podium: ById<PodiumMemberShown>;
  readonly present: ById<boolean>;
  readonly policy: number;
  readonly longest_extension_seconds: number;
  readonly quorum?: QuorumShown;
}

export interface ViewOf {
  readonly hall: HallView;
  readonly booths: BoothsView;
  readonly podium: PodiumView;
}

export interface Person {
  readonly name: string;
  readonly title?: string;
  readonly delegation?: string;
  readonly connected?: boolean;
}

export type Directory = ById<Person>;

export interface Me {
  readonly version: number;
  readonly login: string;
  readonly capacity: Capacity;
  readonly commands: readonly CommandName[];
  readonly name?: string;
  readonly participant?: string;
  readonly delegation?: string;
  readonly seat?: { readonly id: string; readonly modality: Modality; readonly role: Role };
}

/** RFC 9457; `rule` and `citation` name the rule of procedure that refused. */
export interface Problem {
  readonly title: string;
  readonly status: number;
  readonly code: string;
  readonly type?: string;
  readonly detail?: string;
  readonly rule?: string;
  readonly citation?: string;
}

export type Command =
  | { readonly command: "CallToOrder" }
  | { readonly command: "SuspendMeeting" }
  | { readonly command: "ResumeMeeting" }
  | { readonly command: "AdjournMeeting" }
  | { readonly command: "HandOverChair"; readonly to: string }
  | { readonly command: "TakeUpItem"; readonly item: string }
  | { readonly command: "CloseItem"; readonly item: string; readonly confirmed?: boolean }
  | { readonly command: "OpenList"; readonly item: string }
  | { readonly command: "AnnounceList"; readonly item: string }
  | { readonly command: "CloseList"; readonly item: string }
  | { readonly command: "ReopenList"; readonly item: string; readonly decided?: boolean }
  | ({ readonly command: "RequestFloor" } & Asked)
  | ({ readonly command: "InscribeSpeaker"; readonly delegation: string; readonly modality: Modality } & Asked)
  | { readonly command: "WithdrawRequest"; readonly request: string; readonly reason?: string }
  | { readonly command: "ChangeModality"; readonly request: string; readonly modality?: Modality }
  | { readonly command: "CallNext" }
  | { readonly command: "CallSpeaker"; readonly request: string; readonly reason?: string }
  | { readonly command: "PassOver"; readonly cause?: PassedOverCause }
  | { readonly command: "TakeBackCall" }
  | { readonly command: "GiveFloor" }
  | {
      readonly command: "GiveFloorTo";
      readonly kind: HolderKind;
      readonly participant: string;
      readonly seconds?: number;
      readonly language?: string;
    }
  | { readonly command: "EndStatement" }
  | { readonly command: "ExtendTime"; readonly seconds: number }
  | { readonly command: "PauseSpeaking" }
  | { readonly command: "ResumeSpeaking" }
  | { readonly command: "Rule"; readonly upheld: boolean };

export type CommandName = Command["command"];

/** What both doors to the list of speakers have in common. Without `item`: the one under consideration. */
export interface Asked {
  readonly kind?: RequestKind;
  readonly item?: string;
  readonly language?: string;
  readonly on_behalf_of?: string;
}

export type ByeReason = "revoked" | "slow" | "shutting_down" | "protocol" | "unknown_meeting" | "superseded";

export type ServerFrame =
  | {
      readonly type: "snapshot";
      readonly epoch: string;
      readonly seq: number;
      readonly audience: Audience;
      readonly view: HallView;
      readonly server_now: string;
      readonly scale: number;
    }
  | {
      readonly type: "patch";
      readonly prev_seq: number;
      readonly seq: number;
      readonly merge: unknown;
      readonly server_now: string;
    }
  | { readonly type: "directory"; readonly version: number; readonly merge: unknown }
  | ({ readonly type: "me" } & Me)
  | { readonly type: "accepted"; readonly id: string; readonly seq: number }
  | { readonly type: "refused"; readonly id?: string; readonly problem: Problem }
  | { readonly type: "ping"; readonly server_now: string }
  | { readonly type: "bye"; readonly reason: ByeReason; readonly retry_after?: number };

export interface Session {
  readonly login: string;
  readonly capacity: Capacity;
  readonly name?: string;
  readonly participant?: string;
  readonly delegation?: string;
  readonly booth?: string;
  readonly conference: {
    readonly id: string;
    readonly title: string;
    readonly time_zone: string;
    readonly languages?: readonly string[];
  };
  readonly meetings: readonly {
    readonly id: string;
    readonly number: number;
    readonly title: string;
    readonly scheduled_at?: string;
  }[];
  readonly meeting: string;
  readonly service: { readonly simulated: boolean; readonly notice?: string };
}

/** A delegation as the desk sees it: every unit of its limits, and its people. */
export interface DelegationSeats {
  readonly id: string;
  readonly seats: readonly {
    readonly id: string;
    readonly modality: Modality;
    readonly role: Role;
    readonly participant?: string;
  }[];
  readonly people: readonly { readonly id: string; readonly name: string; readonly title?: string }[];
}
