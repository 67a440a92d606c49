// All booths at a glance: which channel is on air, by whom, and from where it interprets.
import type { JSX } from "preact";
import { FLOOR, type OnAir, type OwnBooth } from "../core/booths.ts";
import { languageName, t } from "../i18n/t.ts";
import { Icon } from "../ui/icons.tsx";
import type { Shown } from "../ui/live.ts";
import { boothName, Person, warningText } from "./booth-name.tsx";
import { Colleagues, LineLost } from "./line.tsx";

type Live = Shown<"booths">;

function Source({ live, now }: { live: Live; now: OnAir }): JSX.Element {
  const relayed = now.source !== FLOOR;
  return (
    <span class={relayed ? "source relayed" : "source"}>
      {relayed ? t("booth.relay", { booth: boothName(live.view.value, now.source) }) : t("booth.from_floor")}
    </span>
  );
}

type CardProps = { readonly live: Live; readonly id: string; readonly own: OwnBooth | undefined };

function BoothCard({ live, id, own }: CardProps): JSX.Element | null {
  const view = live.view.value;
  const now = view.on_air[id];
  if (now === undefined) {
    return null;
  }
  const isLive = now.interpreter !== undefined;
  const warnings = view.staffing.filter(({ booth, kind }) => booth === id && kind !== "line_lost");
  return (
    <li class={`booth-card ${isLive ? "on-air" : "off-air"} ${own === undefined ? "" : "own"}`}>
      <p class="booth-card-name">
        {boothName(view, id)}
        {own !== undefined && <small> · {t("booth.own")}</small>}
      </p>
      {(view.booths[id]?.outgoing.length ?? 0) > 1 && (
        <p class="booth-card-channel">
          <bdi>{t("booth.into", { language: languageName(now.channel) })}</bdi>
        </p>
      )}
      <p class="booth-card-state">
        {isLive && <Icon name="live" />}
        <b>{t(isLive ? "booth.on_air" : "booth.off_air")}</b>
        {now.interpreter !== undefined && (
          <>
            <Person live={live} participant={now.interpreter} />
            <LineLost live={live} participant={now.interpreter} />
          </>
        )}
      </p>
      <p class="booth-card-source">
        <Source live={live} now={now} />
      </p>
      {own !== undefined && <Colleagues live={live} own={own} />}
      {warnings.map((warning) => (
        <p key={warning.kind} class="booth-card-warning">
          <Icon name="point" />
          <bdi>{warningText(live, warning)}</bdi>
        </p>
      ))}
    </li>
  );
}

export function BoothsStrip({ live, own }: { live: Live; own: OwnBooth | undefined }): JSX.Element | null {
  const ids = Object.keys(live.view.value.booths);
  if (ids.length === 0) {
    return null;
  }
  return (
    <section class="booths-strip" aria-labelledby="booths-title">
      <h2 id="booths-title" class="unseen">
        {t("booth.all")}
      </h2>
      <ul>
        {ids.map((id) => (
          <BoothCard key={id} live={live} id={id} own={id === own?.id ? own : undefined} />
        ))}
      </ul>
    </section>
  );
}
