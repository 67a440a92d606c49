// What is on record in this meeting: decisions and turns, and how a wrong entry is put right.
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { dayOf, minutes, timeOfDay } from "../core/clock.ts";
import type { PodiumView, TurnShown } from "../core/contract.ts";
import { language, t } from "../i18n/t.ts";
import { may, type Shown } from "../ui/live.ts";
import { DelegationName, Mark, officeTitle, Spoken } from "../ui/marks.tsx";
import { Press } from "../ui/press.tsx";
import { questionText } from "../ui/question.tsx";
import { outcomeText } from "../ui/result.tsx";
import { CorrectDecision, CorrectTurn, type Recorded } from "./corrections.tsx";

/** So many of the latest turns are shown: a mistake is noticed soon. */
const LATEST = 12;

type Live = Shown<"podium">;

/** What is on record here, the latest first; before it what earlier meetings decided on what stands here. */
function onRecord(view: PodiumView): readonly Recorded[] {
  const own = Object.entries(view.decisions).map(([number, decision]) => ({ number: Number(number), decision }));
  const earlier = view.earlier.map((decision) => ({ number: decision.number, meeting: decision.meeting, decision }));
  return [...earlier, ...own].toReversed();
}

function keyOf({ meeting = "", number }: Recorded): string {
  return `${meeting}/${number}`;
}

function DecisionRow(props: { live: Live; recorded: Recorded; open: () => void }): JSX.Element {
  const { live, recorded, open } = props;
  const { number, meeting, decision } = recorded;
  const zone = live.session.conference.time_zone;
  return (
    <li>
      <span class="row-place digits">{number}</span>
      <span class="grow">
        <bdi>{questionText(live.view.value, decision)}</bdi>
        <small>
          {outcomeText(decision)} · {meeting !== undefined && `${t("decision.earlier")}, ${dayOf(decision.at, zone, language())}, `}
          {timeOfDay(decision.at, zone)}
        </small>
      </span>
      {decision.corrected && <Mark tone="warn">{t("decision.corrected")}</Mark>}
      {may(live, "CorrectDecision") && (
        <Press ready press={open} label={t("correct.decision", { number })}>
          {t("correct.open")}
        </Press>
      )}
    </li>
  );
}

export function Decisions({ live }: { live: Live }): JSX.Element | null {
  const [opened, open] = useState<string>();
  const decisions = onRecord(live.view.value);
  const correcting = decisions.find((recorded) => keyOf(recorded) === opened);
  if (decisions.length === 0) {
    return null;
  }
  return (
    <details class="panel fold">
      <summary>
        <h2>{t("decision.title", { count: decisions.length })}</h2>
      </summary>
      <ol class="rows">
        {decisions.map((recorded) => {
          const key = keyOf(recorded);
          return <DecisionRow key={key} live={live} recorded={recorded} open={() => open(key)} />;
        })}
      </ol>
      {correcting && <CorrectDecision live={live} recorded={correcting} close={() => open(undefined)} />}
    </details>
  );
}

function TurnRow(props: { live: Live; grant: string; turn: TurnShown; open: () => void }): JSX.Element {
  const { live, grant, turn, open } = props;
  return (
    <li>
      <span class="grow">
        {turn.delegation === undefined ? (
          <Spoken {...officeTitle(turn.title)} />
        ) : (
          <DelegationName view={live.view.value} id={turn.delegation} />
        )}
        <small>
          {t(`kind.${turn.kind}`)} · <span class="digits">{minutes(Math.round(turn.spoken_ms / 1000))}</span>
        </small>
      </span>
      {turn.corrected && <Mark tone="warn">{t("decision.corrected")}</Mark>}
      {may(live, "CorrectStatement") && (
        <Press ready press={open} label={t("correct.turn", { grant })}>
          {t("correct.open")}
        </Press>
      )}
    </li>
  );
}

export function Turns({ live }: { live: Live }): JSX.Element | null {
  const [opened, open] = useState<string>();
  const turns = Object.entries(live.view.value.turns).toReversed();
  if (turns.length === 0) {
    return null;
  }
  return (
    <details class="panel fold">
      <summary>
        <h2>{t("turn.title", { count: turns.length })}</h2>
      </summary>
      <ol class="rows">
        {turns.slice(0, LATEST).map(([grant, turn]) => (
          <TurnRow key={grant} live={live} grant={grant} turn={turn} open={() => open(grant)} />
        ))}
      </ol>
      {opened && <CorrectTurn live={live} grant={opened} close={() => open(undefined)} />}
    </details>
  );
}
