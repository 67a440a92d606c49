// What every screen of the desk shares: who the officer is, the conference's delegations and calendar, one place
// for refusals, and a count that grows with each change, so that what is shown is asked for again.
import { signal, type ReadonlySignal, type Signal } from "@preact/signals";
import { useEffect, useState } from "preact/hooks";
import type { Problem, Session } from "../core/contract.ts";
import { named, titled, type Named } from "../core/names.ts";
import { call } from "../core/session.ts";
import { dateLocale, language } from "../i18n/t.ts";
import { problemOf } from "../ui/live.ts";
import type { CalendarBody, DelegationLine } from "../core/accreditation.ts";

export interface Desk {
  readonly session: Session;
  readonly delegations: ReadonlySignal<ReadonlyMap<string, DelegationLine>>;
  readonly calendar: ReadonlySignal<CalendarBody | undefined>;
  /** Grows with everything that the officer changed, and when she comes back to the tab. */
  readonly turn: ReadonlySignal<number>;
  readonly refusal: Signal<Problem | undefined>;
  /** What was done, told to screen readers and shown for a while. */
  readonly said: Signal<string>;
  dismiss(): void;
  /** A call about the conference: `path` begins after its id. Throws RefusedByService. */
  ask<T>(method: string, path: string, body?: unknown): Promise<T>;
  /** Does something, shows why it was refused, and has everything asked for again. True when it was done. */
  attempt(act: () => Promise<unknown>, says?: string): Promise<boolean>;
  report(error: unknown): void;
  changed(): void;
}

export function openDesk(session: Session): Desk {
  const delegations = signal<ReadonlyMap<string, DelegationLine>>(new Map());
  const calendar = signal<CalendarBody>();
  const turn = signal(0);
  const refusal = signal<Problem>();
  const said = signal("");
  const root = `api/v1/conferences/${session.conference.id}`;
  const ask = async <T>(method: string, path: string, body?: unknown): Promise<T> =>
    (await call(method, `${root}${path}`, body)) as T;
  const report = (error: unknown): void => {
    refusal.value = problemOf(error);
  };
  const learn = (): void => {
    ask<DelegationLine[]>("GET", "/delegations").then((told) => {
      delegations.value = new Map(told.map((each) => [each.id, each]));
    }, report);
    ask<CalendarBody>("GET", "/calendar").then((told) => {
      calendar.value = told;
    }, report);
  };
  const changed = (): void => {
    turn.value += 1;
    learn();
  };
  document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && changed());
  learn();
  return {
    session,
    delegations,
    calendar,
    turn,
    refusal,
    said,
    ask,
    report,
    changed,
    dismiss: () => {
      refusal.value = undefined;
    },
    attempt: (act, says = "") =>
      act().then(
        () => {
          refusal.value = undefined;
          said.value = says;
          changed();
          return true;
        },
        (error: unknown) => {
          report(error);
          return false;
        },
      ),
  };
}

/** What a call answers, and again after each change; the last answer stays until the next is there. */
export function useAnswer<T>(
  desk: Desk,
  path: string | undefined,
  method: "GET" | "POST" = "GET",
): T | undefined {
  const [answer, setAnswer] = useState<{ path: string; told: T }>();
  const turn = desk.turn.value;
  useEffect(() => {
    let wanted = path !== undefined;
    if (path !== undefined) {
      desk.ask<T>(method, path, method === "POST" ? {} : undefined).then(
        (told) => wanted && setAnswer({ path, told }),
        (error: unknown) => wanted && desk.report(error),
      );
    }
    return () => {
      wanted = false;
    };
  }, [path, turn]);
  return answer?.path === path ? answer?.told : undefined;
}

/** A delegation's name in the officer's language; its id where the conference does not know it. */
export function nameOf(desk: Desk, delegation: string | undefined): Named {
  const found = delegation === undefined ? undefined : desk.delegations.value.get(delegation);
  return found === undefined ? { text: delegation ?? "–", lang: "en" } : named(found.names, language());
}

/** Sessions of the conference, as a choice: id and title. */
export function sessionsOf(desk: Desk): readonly { readonly id: string; readonly title: Named }[] {
  const sessions = desk.calendar.value?.calendar.sessions ?? [];
  return sessions.map(({ id, titles }) => ({ id, title: named(titles, language()) }));
}

/** A moment on the conference's own clock: `9 Nov 2020, 14:05`. */
export function momentOf(desk: Desk, at: string): string {
  return new Intl.DateTimeFormat(dateLocale(), {
    timeZone: desk.session.conference.time_zone,
    dateStyle: "medium",
    timeStyle: "short",
  }).format(new Date(at));
}

/** A day as it is written in a calendar: `2020-11-09` → 9 Nov 2020. */
export function dayOf(day: string): string {
  return new Intl.DateTimeFormat(dateLocale(), { timeZone: "UTC", dateStyle: "medium" }).format(new Date(`${day}T00:00Z`));
}

/** What a limit is for: a session by its title, a meeting by its title; its id where neither is known. */
export function scopeName(desk: Desk, scope: string): string {
  const session = sessionsOf(desk).find(({ id }) => id === scope);
  const meeting = desk.session.meetings.find(({ id }) => id === scope);
  return session?.title.text ?? titled(meeting?.title ?? scope, language()).text;
}
