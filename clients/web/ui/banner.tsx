// How true is what the screen shows? Said always, in words: live, or lost since when and how old.
import { signal } from "@preact/signals";
import type { JSX } from "preact";
import { minutes, timeOfDay, serviceNow } from "../core/clock.ts";
import type { Audience } from "../core/contract.ts";
import type { Known, Link } from "../core/store.ts";
import { t, type Key } from "../i18n/t.ts";
import { Icon } from "./icons.tsx";
import type { Live } from "./live.ts";

const wall = signal(Date.now());
setInterval(() => {
  wall.value = Date.now();
}, 1000);

const CLOSED: Readonly<Record<string, Key>> = {
  revoked: "link.closed.revoked",
  unknown_meeting: "link.closed.unknown_meeting",
  too_many: "link.closed.too_many",
  "not-allowed": "link.closed.not_allowed",
};

export function closedText(reason: string): string {
  return t(CLOSED[reason] ?? "link.closed.other", { reason });
}

function shownAsOf(known: Known<Audience>, zone: string): string {
  if (known.heardAt === undefined) {
    return "";
  }
  const ago = performance.now() - (Date.now() - known.heardAt);
  const at = serviceNow(known.clock, ago);
  return at === undefined ? "" : timeOfDay(at, zone, true);
}

function text(live: Live<Audience>, link: Exclude<Link, { kind: "live" }>): string {
  switch (link.kind) {
    case "connecting":
      return t("link.connecting");
    case "reconnecting": {
      const seconds = Math.max(0, Math.round((wall.value - link.since) / 1000));
      const time = shownAsOf(live.known.value, live.session.conference.time_zone);
      return t("link.reconnecting", { ago: minutes(seconds), time });
    }
    case "closed":
      return closedText(link.reason);
  }
}

/** A strip across the console while the line is not live. */
export function LostBanner({ live }: { live: Live<Audience> }): JSX.Element {
  const { link } = live.known.value;
  return (
    <div class="banner-place" role="status">
      {link.kind !== "live" && (
        <p class={`banner ${link.kind}`}>
          <Icon name="lost" />
          <span>{text(live, link)}</span>
        </p>
      )}
    </div>
  );
}

/** The small mark in the header: live, or not. */
export function LinkMark({ live }: { live: Live<Audience> }): JSX.Element {
  const alive = live.known.value.link.kind === "live";
  return (
    <span class={`link-mark ${alive ? "live" : "lost"}`}>
      {alive ? <span class="dot" /> : <Icon name="lost" />}
      {t(alive ? "link.live" : "link.lost")}
    </span>
  );
}
