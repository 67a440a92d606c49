// The few drawings of the consoles. Each stands beside a word; none is the only bearer of a meaning.
import type { JSX } from "preact";

const PATHS = {
  room: "M4 20v-6h16v6M7 14v-3M17 14v-3M12 3a2.5 2.5 0 1 0 0 5a2.5 2.5 0 1 0 0-5M8 14c0-3 1.6-5 4-5s4 2 4 5",
  online: "M5 12.5a10 10 0 0 1 14 0M8 15.8a5.6 5.6 0 0 1 8 0M12 19.5h.01M2 9a14.5 14.5 0 0 1 20 0",
  lost: "M3 3l18 18M8 15.8a5.6 5.6 0 0 1 6-1.2M5 12.5a10 10 0 0 1 4-2.5M2 9a14 14 0 0 1 4-2.7M12 5a14 14 0 0 1 10 4M12 19.5h.01",
  paused: "M8 5v14M16 5v14",
  point: "M12 3l9.5 17h-19zM12 10v4M12 17h.01",
  over: "M12 3a9 9 0 1 0 0 18a9 9 0 1 0 0-18M12 7v5l3 2",
  passed: "M5 5l7 7l-7 7M13 5l7 7l-7 7",
  desk: "M6 3h9l3 3v15H6zM9 9h6M9 13h6M9 17h4",
  more: "M5 12h.01M12 12h.01M19 12h.01",
  open: "M14 4h6v6M20 4l-9 9M18 14v6H4V6h6",
  live: "M12 8a4 4 0 1 0 0 8a4 4 0 1 0 0-8M5 5a10 10 0 0 0 0 14M19 5a10 10 0 0 1 0 14",
  language: "M12 3a9 9 0 1 0 0 18a9 9 0 1 0 0-18M3 12h18M12 3c3 3 3 15 0 18c-3-3-3-15 0-18",
} as const;

export type IconName = keyof typeof PATHS;

export function Icon({ name }: { name: IconName }): JSX.Element {
  return (
    <svg class={`icon icon-${name}`} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={PATHS[name]} />
    </svg>
  );
}
