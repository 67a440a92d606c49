// What the desk and the focal points read and write beside the live line, as the service's REST bodies say it.
import type { Names, Role } from "./accreditation-limits.ts";
import type { Category, Modality } from "./contract.ts";

export * from "./accreditation-limits.ts";

export type State = "pending" | "approved" | "rejected" | "withdrawn";
export type Match = "matched" | "doubtful" | "differs" | "none";

export interface DelegationLine {
  readonly id: string;
  readonly code: string;
  readonly category: Category;
  readonly names: Names;
  readonly sessions: readonly string[];
}

export interface Calendar {
  readonly time_zone: string;
  readonly registration_closes?: string;
  readonly bodies?: readonly { readonly id: string; readonly names: Names }[];
  readonly sessions?: readonly {
    readonly id: string;
    readonly body: string;
    readonly titles: Names;
    readonly starts: string;
    readonly ends: string;
  }[];
  readonly rooms?: readonly { readonly id: string; readonly name: string; readonly places?: number }[];
  readonly agenda: readonly {
    readonly id: string;
    readonly number: string;
    readonly titles: Names;
    readonly parent?: string;
    readonly sessions?: readonly string[];
  }[];
  readonly meetings: readonly {
    readonly number: number;
    readonly title: string;
    readonly date: string;
    readonly start: string;
    readonly end: string;
    readonly items: readonly string[];
    readonly sessions?: readonly string[];
    readonly room?: string;
  }[];
}

export interface CalendarBody {
  readonly calendar: Calendar;
  readonly meetings: readonly { readonly id: string; readonly number: number; readonly begun: boolean }[];
  readonly registration_closes_at?: string;
}

/** Who asks for a part, or is named for one. */
export interface Part {
  readonly modality: Modality;
  readonly role: Role;
  readonly sessions?: readonly string[];
}

export interface Nomination extends Part {
  readonly id: string;
  readonly delegation: string;
  readonly place: number;
  readonly name: string;
  readonly title?: string;
  readonly email?: string;
}

export interface Registration extends Part {
  readonly id: string;
  readonly delegation?: string;
  readonly participant?: string;
  readonly state: State;
  readonly name: string;
  readonly title?: string;
  readonly email: string;
  readonly language?: string;
  readonly submitted_at: string;
  readonly source: string;
  readonly match: Match;
  readonly score: number;
  readonly nomination?: Nomination;
  readonly clean: boolean;
  readonly late: boolean;
  readonly exception?: string;
  readonly reason?: string;
  readonly decided_at?: string;
  readonly decided_by?: string;
  readonly gone_at?: string;
}

export interface RegistrationsBody {
  readonly registrations: readonly Registration[];
  readonly page: number;
  readonly total: number;
  readonly counts: Readonly<Record<string, number>>;
}

export interface CrossCheck {
  readonly registrations: readonly Registration[];
  readonly unregistered: readonly Nomination[];
  readonly clean: readonly string[];
  readonly counts: Readonly<Record<Match, number>>;
}

export interface Counts {
  readonly nominated: number;
  readonly registered: number;
  readonly approved: number;
}

export interface Line {
  readonly total: Counts;
  readonly by_modality: Readonly<Record<string, Counts>>;
  readonly by_role: Readonly<Record<string, Counts>>;
}

export interface Figures {
  readonly as_of: string;
  readonly total: Line;
  readonly by_category: Readonly<Record<string, Line>>;
  readonly delegations: readonly (Line & {
    readonly delegation: string;
    readonly code: string;
    readonly name: string;
    readonly category: Category;
  })[];
  readonly gender: {
    readonly counted: number;
    readonly of: Readonly<Record<string, number>>;
    readonly withheld: readonly string[];
  };
  readonly unknown: number;
}

export interface Letter {
  readonly id: string;
  readonly kind: string;
  readonly address: string;
  readonly subject: string;
  readonly due_at: string;
  readonly tries: number;
  readonly sent_at?: string;
  readonly error?: string;
}

export interface Letters {
  readonly total: number;
  readonly unsent: number;
  readonly letters: readonly Letter[];
}

export interface Import {
  readonly id: string;
  readonly source: string;
  readonly form: string;
  readonly state: "reading" | "proposed" | "applied" | "refused";
  readonly done: number;
  readonly total: number;
  readonly counts: Readonly<Record<string, number>>;
  readonly lines: readonly ImportLine[];
  readonly problem: { readonly code?: string; readonly reason?: string; readonly line?: string };
  readonly updated_at: string;
}

export interface ImportLine {
  readonly kind: "new" | "changed" | "unchanged" | "held" | "gone" | "left" | "rejected";
  readonly line?: number;
  readonly registration?: string;
  readonly incoming?: { readonly name: string; readonly email: string; readonly delegation: string };
  readonly changes?: Readonly<Record<string, readonly [unknown, unknown]>>;
  readonly late?: boolean;
  readonly code?: string;
  readonly reason?: string;
}

export interface Audited {
  readonly at: string;
  readonly by: string;
  readonly action: string;
  readonly subject: string;
  readonly detail: Readonly<Record<string, unknown>>;
}

export interface NoteLine {
  readonly id: string;
  readonly delegation: string;
  readonly reference: string;
  readonly dated: string;
  readonly received_at: string;
  readonly revision: number;
  readonly state: "draft" | "confirmed" | "superseded";
  readonly document?: string;
  readonly confirmed_at?: string;
  readonly confirmed_by?: string;
  readonly exception?: string;
}

export interface Named extends Part {
  readonly id: string;
  readonly line: number;
  readonly name: string;
  readonly title?: string;
  readonly email?: string;
}

export interface Finding {
  readonly line?: number;
  readonly field: string;
  readonly code: string;
  readonly says: string;
  readonly weight: "fault" | "conflict" | "exception" | "remark";
  readonly citation?: string;
}

export interface Note extends NoteLine {
  readonly nominations: readonly Named[];
  readonly findings: readonly Finding[];
}

export interface Losing extends Part {
  readonly registration: string;
  readonly name: string;
  readonly why: "removed" | "changed";
  readonly after?: Named;
}

export interface NoteDiff {
  readonly before?: NoteLine;
  readonly after: NoteLine;
  readonly added: readonly Named[];
  readonly removed: readonly Named[];
  readonly changed: readonly { readonly before: Named; readonly after: Named; readonly fields: readonly string[] }[];
  readonly same: number;
  readonly losing: readonly Losing[];
  readonly unsettled: readonly Losing[];
}

export interface Doubt {
  readonly field: string;
  readonly code: string;
  readonly says: string;
}

export interface Proposed {
  readonly nominations: readonly {
    readonly line: number;
    readonly name: string;
    readonly title?: string;
    readonly email?: string;
    readonly modality?: Modality;
    readonly role?: Role;
    readonly sessions: readonly string[];
    readonly doubts: readonly Doubt[];
  }[];
  readonly left_out: readonly { readonly line: number; readonly says: string }[];
  readonly columns: readonly string[];
}

export interface StoredDocument {
  readonly id: string;
  readonly name: string;
  readonly media_type: string;
  readonly size: number;
  readonly pages: number;
  readonly text: boolean;
  readonly readable: boolean;
}
