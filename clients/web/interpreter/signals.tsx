// What the booth tells with one key, and what became of it. Pressed again: it is over. Slow down is known by marks that
// this console has drawn, since nobody else is told whose it is.
import type { JSX } from "preact";
import { standingSignal } from "../core/booths.ts";
import type { SignalKind } from "../core/contract.ts";
import { t } from "../i18n/t.ts";
import { useKeys } from "../ui/keys.ts";
import { isLive } from "../ui/live.ts";
import { Press } from "../ui/press.tsx";
import type { BoothProps } from "./microphone.tsx";
import { answered, drawMark, ownMarks } from "./own-marks.ts";

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
function press({ live, own }: BoothProps, kind: SignalKind, standing: string | undefined): void {
  if (standing !== undefined) {
    void live.act({ command: "FinishSignal", signal: standing });
  } else if (kind === "slow_down") {
    void live.act({ command: "RaiseSignal", kind, booth: own.id, mark: drawMark() }).then(answered);
  } else {
    void live.act({ command: "RaiseSignal", kind, booth: own.id });
  }
}

function actOf(props: BoothProps, kind: SignalKind): SignalAct {
  const { live, own } = props;
  const view = live.view.value;
  const found = standingSignal(view, own.id, kind, ownMarks());
  const unseen = found?.signal.state === "raised" && ALERTS.has(kind);
  const others = kind === "slow_down" && Object.values(view.signals).some((signal) => signal.kind === kind);
  const standing = found && t(unseen ? "signal.unseen" : `signal.state.${found.signal.state}`);
  return {
    kind,
    state: standing ?? (others ? t("signal.others") : ""),
    raised: found !== undefined,
    ready: isLive(live) && !unseen,
    press: () => press(props, kind, found?.id),
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
