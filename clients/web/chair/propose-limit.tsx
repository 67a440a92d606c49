// The chair proposes a limit on statements: the body is asked at once whether it objects.
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { minutes } from "../core/clock.ts";
import type { LimitShown, PodiumView } from "../core/contract.ts";
import { t } from "../i18n/t.ts";
import { isLive, may, type Shown } from "../ui/live.ts";
import { LimitFields, limitOf, NO_LIMIT } from "../ui/motion-form.tsx";
import { Press, Send } from "../ui/press.tsx";

type Props = { readonly live: Shown<"podium">; readonly item: string };

/** A limit is proposed in halves of a minute, never a longer one than lets all speak. */
const STEP_SECONDS = 30;

/** Whether the chair may put a question of her own: nobody is called or speaks, nothing else is put. */
function isBetweenSpeakers({ meeting, vote, consensus, motion, called, floor }: PodiumView): boolean {
  const put = vote ?? consensus ?? motion;
  return meeting.phase === "in_session" && put === undefined && called === undefined && floor.length === 0;
}

export function mayProposeLimit(live: Shown<"podium">): boolean {
  return may(live, "ProposeLimit") && live.view.value.procedure.motions.includes("limit_statements");
}

function isReady(live: Shown<"podium">, limit: LimitShown): boolean {
  return isLive(live) && Object.keys(limit).length > 0 && isBetweenSpeakers(live.view.value);
}

/** The limit that the forecast finds, one press away. */
export function ProposeForecast({ live, item, longest }: Props & { longest: number }): JSX.Element | null {
  const seconds = Math.floor(longest / STEP_SECONDS) * STEP_SECONDS;
  return mayProposeLimit(live) ? (
    <Send live={live} command={{ command: "ProposeLimit", item, seconds }} ready={isReady(live, { seconds })}>
      {t("limit.propose", { time: minutes(seconds) })}
    </Send>
  ) : null;
}

/** Any limit, among the settings of the list; these are closed once the body is asked. */
export function ProposeLimit({ live, item, close }: Props & { close: () => void }): JSX.Element {
  const [typed, type] = useState(NO_LIMIT);
  const limit = limitOf(typed);
  const propose = async (): Promise<void> => {
    if (await live.act({ command: "ProposeLimit", item, ...limit })) {
      close();
    }
  };
  return (
    <section aria-labelledby="propose-limit">
      <h3 id="propose-limit">{t("limit.propose.title")}</h3>
      <p>{t("limit.propose.says")}</p>
      <LimitFields of={typed} set={(change) => type({ ...typed, ...change })} />
      <Press ready={isReady(live, limit)} press={() => void propose()}>
        {t("limit.propose.ask")}
      </Press>
    </section>
  );
}
