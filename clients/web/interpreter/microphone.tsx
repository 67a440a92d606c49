// The own microphone: on air or not and since when, into which channel, from where.
import type { JSX } from "preact";
import { FLOOR, isLost, liveElsewhere, pivotsFor, takersOf, type OwnBooth } from "../core/booths.ts";
import { minutes } from "../core/clock.ts";
import type { Command } from "../core/contract.ts";
import { languageName, listed, t } from "../i18n/t.ts";
import { Icon } from "../ui/icons.tsx";
import { useKeys } from "../ui/keys.ts";
import { isLive, isPending, type Shown } from "../ui/live.ts";
import { Press } from "../ui/press.tsx";
import { boothName, Person } from "./booth-name.tsx";
import { LineLost } from "./line.tsx";

export interface BoothProps {
  readonly live: Shown<"booths">;
  readonly own: OwnBooth;
}

const taking = ({ id }: OwnBooth): Command => ({ command: "TakeMicrophone", booth: id });

function mine({ now, me }: OwnBooth): boolean {
  return now.interpreter === me;
}

/** How long whoever is on air has been: counted by the console, warned of by the service. */
function Turn({ live, own }: BoothProps): JSX.Element | null {
  const { since, turn_elapsed: elapsed } = own.now;
  if (since === undefined) {
    return null;
  }
  const seconds = Math.max(0, Math.floor((live.now.value - Date.parse(since)) / 1000));
  return (
    <p class={elapsed ? "turn elapsed" : "turn"}>
      <span class="turn-time digits" role="timer" aria-label={t("booth.turn")}>
        {minutes(seconds)}
      </span>
      <span role="status">{elapsed && t("staffing.turn_elapsed")}</span>
    </p>
  );
}

/** A two-way booth works into one of its channels at a time. */
function Channel({ live, own }: BoothProps): JSX.Element | null {
  const { outgoing } = own.booth;
  if (outgoing.length < 2) {
    return null;
  }
  const ready = isLive(live) && (own.now.interpreter === undefined || mine(own));
  return (
    <div class="channel" role="group" aria-label={t("booth.channel")}>
      {outgoing.map((tag) => (
        <Press
          key={tag}
          ready={ready}
          pressed={own.now.channel === tag}
          press={() => void live.act({ command: "SetChannel", booth: own.id, channel: tag })}
        >
          {languageName(tag)}
        </Press>
      ))}
    </div>
  );
}

/** For the taker of a relay: into which language a two-way pivot works now, or that nothing comes from there. */
function Pivot({ live, own }: BoothProps): JSX.Element {
  const view = live.view.value;
  const pivot = own.now.source === FLOOR ? undefined : view.on_air[own.now.source];
  const booth = boothName(view, own.now.source);
  const isOff = pivot !== undefined && pivot.interpreter === undefined;
  const turns = (view.booths[own.now.source]?.outgoing.length ?? 0) > 1;
  return (
    <p class={isOff ? "hint pivot off" : "hint pivot"} role="status">
      {isOff && t("relay.pivot_off", { booth })}
      {pivot !== undefined && !isOff && turns && t("relay.pivot_on", { booth, language: languageName(pivot.channel) })}
    </p>
  );
}

function Source({ live, own }: BoothProps): JSX.Element {
  const view = live.view.value;
  const takers = takersOf(view, own.id);
  const pivots = pivotsFor(view, own.id);
  const chosen = own.now.source;
  const choices = [FLOOR, ...new Set([...pivots, ...(chosen === FLOOR ? [] : [chosen])])];
  const locked = !isLive(live) || (own.now.interpreter !== undefined && !mine(own));
  return (
    <div class="source-choice">
      <label class="field">
        <span>{t("booth.source")}</span>
        <select
          value={chosen}
          disabled={locked || choices.length < 2}
          onChange={(event) =>
            void live.act({ command: "SetSource", booth: own.id, source: event.currentTarget.value })
          }
        >
          {choices.map((source) => (
            <option key={source} value={source}>
              {source === FLOOR ? t("booth.from_floor") : t("booth.relay", { booth: boothName(view, source) })}
            </option>
          ))}
        </select>
      </label>
      <Pivot live={live} own={own} />
      {takers.length > 0 && (
        <p class="hint">{t("booth.gives_relay", { booths: listed(takers.map((id) => boothName(view, id))) })}</p>
      )}
    </div>
  );
}

function State({ live, own }: BoothProps): JSX.Element {
  const { interpreter } = own.now;
  if (interpreter === undefined) {
    return <b>{t("booth.off_air")}</b>;
  }
  return (
    <>
      <Icon name="live" />
      <b>{mine(own) ? t("booth.you_on_air") : t("booth.on_air")}</b>
      {!mine(own) && (
        <>
          <Person live={live} participant={interpreter} />
          <LineLost live={live} participant={interpreter} />
        </>
      )}
    </>
  );
}

/** Taking and releasing, and what keeps one from it. */
export function Microphone({ live, own }: BoothProps): JSX.Element {
  const view = live.view.value;
  const { interpreter, channel } = own.now;
  const elsewhere = liveElsewhere(view, own.id, channel);
  const lost = !mine(own) && isLost(view, own.now);
  const free = interpreter === undefined || lost;
  const canTake = isLive(live) && free && elsewhere === undefined;
  const canRelease = isLive(live) && mine(own);
  const take = (): void => void live.act(taking(own));
  const release = (): void => void live.act({ command: "ReleaseMicrophone", booth: own.id });
  useKeys({
    m: () => canTake && take(),
    r: () => canRelease && release(),
  });
  return (
    <section class={`microphone ${mine(own) ? "mine" : ""}`} aria-labelledby="microphone-title">
      <h2 id="microphone-title">{t("booth.microphone", { booth: boothName(view, own.id) })}</h2>
      <p class="microphone-state">
        <State live={live} own={own} />
      </p>
      <Turn live={live} own={own} />
      <div class="buttons">
        {mine(own) ? (
          <Press ready={canRelease} press={release} style="" keys="R">
            {t("booth.release")}
          </Press>
        ) : (
          free && (
            <Press ready={canTake} pending={isPending(live, taking(own))} press={take} style="primary" keys="M">
              {t(lost ? "booth.take_over" : "booth.take")}
            </Press>
          )
        )}
        <Channel live={live} own={own} />
      </div>
      {free && elsewhere !== undefined && (
        <p class="hint">{t("booth.channel_live", { booth: boothName(view, elsewhere), channel: languageName(channel) })}</p>
      )}
      <Source live={live} own={own} />
    </section>
  );
}
