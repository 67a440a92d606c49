// What the booth tells with one key, and what became of it. Pressed again: it is over.
import type { JSX } from "preact";
import { standingSignal } from "../core/booths.ts";
import type { SignalKind } from "../core/contract.ts";
import { t } from "../i18n/t.ts";
import { useKeys } from "../ui/keys.ts";
import { isLive } from "../ui/live.ts";
import { Press } from "../ui/press.tsx";
import type { BoothProps } from "./microphone.tsx";

export const SIGNALS: readonly SignalKind[] = [
  "slow_down",
  "sound_unacceptable",
  "cannot_interpret",
  "help",
  "text_missing",
];
const ALERTS: ReadonlySet<SignalKind> = new Set(["sound_unacceptable", "cannot_interpret"]);

interface SignalAct {
  readonly kind: SignalKind;
  readonly state: string;
  readonly raised: boolean;
  readonly ready: boolean;
  readonly press: () => void;
}

/** An alert is not taken back before the chair has seen it: until then its button does nothing. */
function actOf({ live, own }: BoothProps, kind: SignalKind): SignalAct {
  const found = standingSignal(live.view.value, own.id, kind);
  const unseen = found?.signal.state === "raised" && ALERTS.has(kind);
  return {
    kind,
    state: found === undefined ? "" : t(unseen ? "signal.unseen" : `signal.state.${found.signal.state}`),
    raised: found !== undefined,
    ready: isLive(live) && !unseen,
    press: () =>
      void live.act(
        found === undefined
          ? { command: "RaiseSignal", kind, booth: own.id }
          : { command: "FinishSignal", signal: found.id },
      ),
  };
}

export function Signals(props: BoothProps): JSX.Element {
  const acts = SIGNALS.map((kind) => actOf(props, kind));
  useKeys(Object.fromEntries(acts.map(({ ready, press }, index) => [String(index + 1), () => ready && press()])));
  const told = acts.filter(({ raised }) => raised).map(({ kind, state }) => `${t(`signal.${kind}`)}: ${state}`);
  return (
    <section class="booth-signals" aria-labelledby="signals-title">
      <h2 id="signals-title">{t("booth.signals")}</h2>
      <ul>
        {acts.map(({ kind, state, raised, ready, press }, index) => (
          <li key={kind}>
            <Press
              ready={ready}
              pressed={raised}
              press={press}
              style={ALERTS.has(kind) ? "signal alerting" : "signal"}
              keys={String(index + 1)}
            >
              <span>
                {t(`signal.${kind}`)}
                {state !== "" && <small>{state}</small>}
              </span>
            </Press>
          </li>
        ))}
      </ul>
      <p class="unseen" role="status">
        {told.join(". ")}
      </p>
      <p class="hint">
        <bdi>{t("booth.slow_down_anonymous")}</bdi>
      </p>
    </section>
  );
}
