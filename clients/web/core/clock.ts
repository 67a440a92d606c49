// The service's time in a console: an offset taken again from every message, so that all screens agree.

/** A message can only be late, never early: the highest offset of the last few is the truest. */
const ANCHORS = 16;
/** A jump of more than this many real milliseconds is a new clock, not a slow message. */
const JUMP_MS = 2000;

/** Immutable; `real` is a monotonic clock in milliseconds, such as performance.now(). */
export interface ServiceClock {
  readonly scale: number;
  readonly offsets: readonly number[];
}

export const NO_CLOCK: ServiceClock = { scale: 1, offsets: [] };

export function anchored(clock: ServiceClock, serverNow: string, real: number, scale = clock.scale): ServiceClock {
  const offset = Date.parse(serverNow) - real * scale;
  const known = clock.scale === scale ? clock.offsets : [];
  const jumped = known.length > 0 && Math.abs(offset - Math.max(...known)) > JUMP_MS * scale;
  return { scale, offsets: jumped ? [offset] : [...known, offset].slice(-ANCHORS) };
}

/** Service time in milliseconds since 1970, or undefined before the first message. */
export function serviceNow(clock: ServiceClock, real: number): number | undefined {
  return clock.offsets.length === 0 ? undefined : Math.max(...clock.offsets) + real * clock.scale;
}

interface Timed {
  readonly ends_at?: string;
  readonly paused_at?: string;
  readonly interrupted_at?: string;
}

/** Milliseconds left of a frame's speaking time; negative in overrun; undefined where no limit applies. */
export function timeLeft(frame: Timed, now: number): number | undefined {
  if (frame.ends_at === undefined) {
    return undefined;
  }
  const stopped = frame.paused_at ?? frame.interrupted_at;
  return Date.parse(frame.ends_at) - (stopped === undefined ? now : Date.parse(stopped));
}

interface Countdown {
  readonly text: string;
  readonly over: boolean;
}

/** `4:07` while there is time, `+0:12` in overrun. A second is shown until it has fully passed. */
export function countdown(left: number): Countdown {
  const over = left < 0;
  const seconds = over ? Math.floor(-left / 1000) : Math.ceil(left / 1000);
  return { text: (over ? "+" : "") + minutes(seconds), over };
}

/** Whole seconds as `m:ss`, from an hour on as `h:mm:ss`. */
export function minutes(seconds: number): string {
  const two = (value: number): string => String(value).padStart(2, "0");
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return h > 0 ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`;
}

/** A moment on the meeting's own clock, `10:02`, never the browser's zone. */
export function timeOfDay(at: string | number, zone: string, seconds = false): string {
  return new Intl.DateTimeFormat("en-GB", {
    timeZone: zone,
    hour: "2-digit",
    minute: "2-digit",
    ...(seconds ? { second: "2-digit" } : {}),
  }).format(new Date(at));
}

export function dayOf(at: string | number, zone: string, language: string): string {
  return new Intl.DateTimeFormat(language, { timeZone: zone, dateStyle: "full" }).format(new Date(at));
}
