// Wall-clock moments of a conference's zone, as `<input type="datetime-local">` writes them.

function offsetMs(at: number, zone: string): number {
  const parts = new Intl.DateTimeFormat("sv-SE", {
    timeZone: zone,
    dateStyle: "short",
    timeStyle: "medium",
  }).format(new Date(at));
  return Date.parse(`${parts.replace(" ", "T")}Z`) - Math.floor(at / 1000) * 1000;
}

/** A moment as the zone's clock shows it: `2020-11-09T14:05`. */
export function toZoned(at: string | number, zone: string): string {
  const ms = new Date(at).getTime();
  return new Date(ms + offsetMs(ms, zone)).toISOString().slice(0, 16);
}

/** The moment that the zone's clock means, in UTC. In the hour that a clock shows twice, the later. */
export function fromZoned(local: string, zone: string): string {
  const asUtc = Date.parse(`${local}Z`);
  const guess = asUtc - offsetMs(asUtc, zone);
  return new Date(asUtc - offsetMs(guess, zone)).toISOString();
}

/** What is said of a deadline: one at midnight is easily read as a day too much, so the minute before it. */
export function lastMinute(closesAt: string, zone: string): string {
  const midnight = toZoned(closesAt, zone).endsWith("T00:00");
  return new Date(Date.parse(closesAt) - (midnight ? 60_000 : 0)).toISOString();
}
