// What the booths signal: alerts stay across the console until somebody of the podium has acknowledged them.
import type { JSX } from "preact";
import { timeOfDay } from "../core/clock.ts";
import type { PodiumView, SignalKind, SignalShown } from "../core/contract.ts";
import { languageName, t } from "../i18n/t.ts";
import { Icon } from "../ui/icons.tsx";
import { isLive, may, type Shown } from "../ui/live.ts";
import { Press, Send } from "../ui/press.tsx";
import { useAnswer, useChairKeys } from "./keys.tsx";

const ALERTS: ReadonlySet<SignalKind> = new Set(["sound_unacceptable", "cannot_interpret"]);

interface Raised {
  readonly id: string;
  readonly signal: SignalShown;
}

/** A booth by the language that it speaks now. */
export function boothName(view: PodiumView, booth: string): string {
  const channel = view.on_air[booth]?.channel ?? view.booths[booth]?.outgoing[0];
  return channel === undefined ? booth : languageName(channel);
}

function signalText(view: PodiumView, { kind, booth }: SignalShown): string {
  const signal = t(`signal.${kind}`);
  return booth === undefined ? signal : t("signal.of_booth", { booth: boothName(view, booth), signal });
}

function signalsOf(live: Shown<"podium">): readonly Raised[] {
  return Object.entries(live.view.value.signals).map(([id, signal]) => ({ id, signal }));
}

export function Alerts({ live }: { live: Shown<"podium"> }): JSX.Element {
  const alerts = signalsOf(live).filter(({ signal }) => ALERTS.has(signal.kind) && signal.state === "raised");
  const [first] = alerts;
  const answer = useAnswer(live);
  useChairKeys(
    first === undefined ? {} : { a: answer(first.id, { command: "AcknowledgeSignal", signal: first.id }) },
  );
  return (
    <div class="alerts" role="alert">
      {alerts.map(({ id, signal }, index) => (
        <p key={id} class="alert-line">
          <Icon name="point" />
          <b>{signalText(live.view.value, signal)}</b>
          <span class="digits">{timeOfDay(signal.at, live.session.conference.time_zone, true)}</span>
          <Send live={live} command={{ command: "AcknowledgeSignal", signal: id }}>
            {t("signal.acknowledge")}
            {index === 0 && <kbd aria-hidden="true">A</kbd>}
          </Send>
        </p>
      ))}
    </div>
  );
}

function Actions({ live, id, signal }: Raised & { live: Shown<"podium"> }): JSX.Element {
  return (
    <span class="buttons">
      {signal.kind === "help" && signal.state === "raised" && (
        <Send live={live} command={{ command: "AcknowledgeSignal", signal: id }}>
          {t("signal.handle")}
        </Send>
      )}
      <Send live={live} command={{ command: "FinishSignal", signal: id }}>
        {t("signal.finish")}
      </Send>
    </span>
  );
}

/** Every signal that is not finished, with what can be done about it. */
export function Signals({ live }: { live: Shown<"podium"> }): JSX.Element | null {
  const raised = signalsOf(live);
  if (raised.length === 0) {
    return null;
  }
  return (
    <ul class="rows signals" aria-label={t("signal.title")}>
      {raised.map(({ id, signal }) => (
        <li key={id}>
          <span class="grow">
            {signalText(live.view.value, signal)}
            <small>
              <span class="digits">{timeOfDay(signal.at, live.session.conference.time_zone, true)}</span> ·{" "}
              {t(`signal.state.${signal.state}`)}
            </small>
          </span>
          <Actions live={live} id={id} signal={signal} />
        </li>
      ))}
    </ul>
  );
}

/** Beside the floor: the interpreters ask for a slower pace, however many booths do. */
export function SlowDown({ live }: { live: Shown<"podium"> }): JSX.Element | null {
  const asked = signalsOf(live).filter(({ signal }) => signal.kind === "slow_down" && signal.state === "raised");
  const finish = (): void => asked.forEach(({ id }) => void live.act({ command: "FinishSignal", signal: id }));
  return asked.length === 0 ? null : (
    <p class="slow-down" role="status">
      <Icon name="over" />
      <span>{t("signal.slow_down.says")}</span>
      {may(live, "FinishSignal") && (
        <Press ready={isLive(live)} press={finish}>
          {t("signal.finish")}
        </Press>
      )}
    </p>
  );
}
