// Where the officer is: `#registrations/doubtful`. The browser's own history and links do the rest.
import { signal } from "@preact/signals";

export const SCREENS = [
  "overview",
  "delegations",
  "notes",
  "registrations",
  "import",
  "limits",
  "mail",
  "people",
  "calendar",
] as const;

export type Screen = (typeof SCREENS)[number];

interface Place {
  readonly screen: Screen;
  readonly path: readonly string[];
}

function read(hash: string): Place {
  const [first, ...path] = hash.slice(1).split("/").map(decodeURIComponent);
  const screen = SCREENS.find((each) => each === first) ?? "overview";
  return { screen, path };
}

export const place = signal<Place>(read(location.hash));

addEventListener("hashchange", () => {
  place.value = read(location.hash);
});

/** The address of a screen, for a link. */
export function to(screen: Screen, ...path: readonly string[]): string {
  return `#${[screen, ...path].map(encodeURIComponent).join("/")}`;
}

export function go(screen: Screen, ...path: readonly string[]): void {
  location.hash = to(screen, ...path);
}
