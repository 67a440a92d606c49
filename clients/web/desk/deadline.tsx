// How long registration is still open, by the service's clock.
import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { lastMinute } from "../core/zoned.ts";
import { t } from "../i18n/t.ts";
import { Mark } from "../ui/marks.tsx";
import { momentOf, type Desk } from "./desk.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** The service's time, from what the session said and what has passed since. */
export function useNow(desk: Desk): number {
  const [began] = useState(() => ({ told: Date.parse(desk.session.now), real: performance.now() }));
  const [, redraw] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => redraw((count) => count + 1), MINUTE / 2);
    return () => clearInterval(timer);
  }, []);
  return began.told + performance.now() - began.real;
}

function left(ms: number): string {
  if (ms >= 2 * DAY) {
    return t("deadline.days", { count: Math.floor(ms / DAY) });
  }
  return ms >= 2 * HOUR
    ? t("deadline.hours", { count: Math.floor(ms / HOUR) })
    : t("deadline.minutes", { count: Math.max(Math.floor(ms / MINUTE), 0) });
}

export function Deadline({ desk }: { desk: Desk }): JSX.Element | null {
  const now = useNow(desk);
  const at = desk.calendar.value?.registration_closes_at;
  if (at === undefined) {
    return null;
  }
  const ms = Date.parse(at) - now;
  return (
    <span class="deadline" title={momentOf(desk, lastMinute(at, desk.session.conference.time_zone))}>
      {ms <= 0 ? (
        <Mark tone="alert">{t("deadline.closed")}</Mark>
      ) : (
        <Mark tone={ms < 3 * DAY ? "warn" : "plain"}>{left(ms)}</Mark>
      )}
    </span>
  );
}
