// Whether the next remote speakers can be heard: connected, tested, sound; for operator and secretariat to mark.
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { timeOfDay } from "../core/clock.ts";
import type { Fitness, ReadinessShown } from "../core/contract.ts";
import { personName } from "../core/names.ts";
import { remoteSpeakers, type Remote } from "../core/readiness.ts";
import { t } from "../i18n/t.ts";
import { Dialog } from "../ui/dialog.tsx";
import { isLive, may, type Shown } from "../ui/live.ts";
import { DelegationName, Mark } from "../ui/marks.tsx";
import { Press, Send } from "../ui/press.tsx";
import { RefusalToast } from "../ui/toast.tsx";

const SOUND_TONE = { unknown: "plain", fit: "ok", unfit: "alert" } as const;
const FITNESS: readonly Fitness[] = ["fit", "unfit", "unknown"];
/** So many are looked at ahead: the operator calls them up before their turn. */
const AHEAD = 6;

function ReadinessMarks(props: { live: Shown<"podium">; known: ReadinessShown | undefined }): JSX.Element {
  const { live, known } = props;
  const sound = known?.sound ?? "unknown";
  const tested = known?.tested_at;
  return (
    <span class="marks">
      <Mark tone={known?.connected ? "ok" : "alert"}>{t(known?.connected ? "ready.connected" : "ready.not_connected")}</Mark>
      <Mark tone={tested === undefined ? "warn" : "ok"}>
        {tested === undefined
          ? t("ready.not_tested")
          : t("ready.tested", { at: timeOfDay(tested, live.session.conference.time_zone) })}
      </Mark>
      <Mark tone={SOUND_TONE[sound]}>{t(`ready.sound.${sound}`)}</Mark>
    </span>
  );
}

type RowProps = { readonly live: Shown<"podium">; readonly of: Remote; readonly open?: () => void };

function Row({ live, of, open }: RowProps): JSX.Element {
  const person = personName(live.known.value.directory, of.participant);
  return (
    <li>
      <span class="grow">
        <b>
          <DelegationName view={live.view.value} id={of.delegation} />
        </b>
        {person && (
          <small>
            <bdi>{person}</bdi>
          </small>
        )}
      </span>
      <ReadinessMarks live={live} known={live.view.value.readiness[of.participant]} />
      {open && (
        <Press ready={isLive(live)} press={open} label={t("ready.mark.of", { name: person ?? of.participant })}>
          {t("ready.mark")}
        </Press>
      )}
    </li>
  );
}

function MarkDialog({ live, of, close }: { live: Shown<"podium">; of: Remote; close: () => void }): JSX.Element {
  const { participant } = of;
  const known = live.view.value.readiness[participant];
  const name = personName(live.known.value.directory, participant) ?? participant;
  return (
    <Dialog title={t("ready.mark.of", { name })} close={close}>
      <RefusalToast live={live} />
      <ReadinessMarks live={live} known={known} />
      {may(live, "MarkTested") && (
        <>
          <h3>{t("ready.test")}</h3>
          <div class="buttons">
            <Send live={live} command={{ command: "MarkTested", participant, passed: true }} style="">
              {t("ready.test.passed")}
            </Send>
            <Send live={live} command={{ command: "MarkTested", participant, passed: false }} style="">
              {t("ready.test.failed")}
            </Send>
          </div>
        </>
      )}
      <h3>{t("ready.sound")}</h3>
      <div class="buttons">
        {FITNESS.map((fitness) => (
          <Send key={fitness} live={live} command={{ command: "MarkSound", participant, fitness }} style="">
            {t(`ready.sound.${fitness}`)}
          </Send>
        ))}
      </div>
    </Dialog>
  );
}

/** The next speakers who are online; nothing where the next ones all sit in the room. */
export function Readiness({ live }: { live: Shown<"podium"> }): JSX.Element | null {
  const [marking, mark] = useState<Remote>();
  const next = remoteSpeakers(live.view.value).slice(0, AHEAD);
  if (next.length === 0) {
    return null;
  }
  const mine = may(live, "MarkSound");
  return (
    <details class="panel fold readiness" open={mine}>
      <summary>
        <h2>{t("ready.title", { count: next.length })}</h2>
      </summary>
      <ol class="rows">
        {next.map((of) => (
          <Row key={of.participant} live={live} of={of} {...(mine ? { open: () => mark(of) } : {})} />
        ))}
      </ol>
      {marking && <MarkDialog live={live} of={marking} close={() => mark(undefined)} />}
    </details>
  );
}
