// Limits, seats and what stands against a delegation, as the REST bodies say it.
import type { Category, Modality } from "./contract.ts";

export type Role = "speaker" | "observer";
export type Names = Readonly<Record<string, string>>;

export interface Limit {
  readonly category?: Category;
  readonly modality: Modality;
  readonly role: Role;
  readonly scope?: string;
  readonly nominated: number;
  readonly at_once: number;
}

export interface Pool {
  readonly id: string;
  readonly modality?: Modality;
  readonly role?: Role;
  readonly categories: readonly Category[];
  readonly size: number;
}

export interface Policy {
  readonly version: number;
  readonly holds_from: string;
  readonly applied_at?: string;
  readonly reason: string;
  readonly limits: readonly Limit[];
  readonly pools: readonly Pool[];
}

export interface Misfit {
  readonly participant: string;
  readonly delegation: string;
  readonly registration?: string;
  readonly over: readonly string[];
  readonly kept?: string;
}

export interface Policies {
  readonly in_force: number;
  readonly policies: readonly Policy[];
  readonly misfits: readonly Misfit[];
}

export interface Having {
  readonly modality: Modality;
  readonly role: Role;
  readonly scope?: string;
  readonly nominated: number;
  readonly free_places: number;
  readonly at_once: number;
  readonly free_seats: number;
  readonly over: number;
}

export interface Seat {
  readonly id: string;
  readonly modality: Modality;
  readonly role: Role;
  readonly scope?: string;
  readonly participant?: string;
  readonly over?: boolean;
}

export interface Person {
  readonly id: string;
  readonly name: string;
  readonly title?: string;
  readonly modality?: Modality;
  readonly role?: Role;
  readonly part?: "head" | "focal_point";
  readonly email?: string;
}

export interface Delegation {
  readonly id: string;
  readonly code: string;
  readonly category: Category;
  readonly names: Names;
  readonly limits: readonly Having[];
  readonly seats: readonly Seat[];
  readonly people: readonly Person[];
  readonly problems?: readonly Concern[];
}

export type ConcernCode = "over-limit" | "no-seat" | "not-in-note" | "doubtful" | "differs" | "not-registered";

export interface Concern {
  readonly code: ConcernCode;
  readonly subject: string;
  readonly name?: string;
}
