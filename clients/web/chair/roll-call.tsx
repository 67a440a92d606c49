// The clerk's panel of a roll call: the name to read out, one key for each answer, and who comes after.
import type { JSX } from "preact";
import type { Choice, PodiumVote } from "../core/contract.ts";
import { rollCall } from "../core/tally.ts";
import { t } from "../i18n/t.ts";
import type { Shown } from "../ui/live.ts";
import { DelegationName, DelegationNames, Mark } from "../ui/marks.tsx";
import { Press } from "../ui/press.tsx";
import { useAnswer, useChairKeys } from "./keys.tsx";

const COMING = 5;
const ANSWERS: readonly { key: string; choice?: Choice }[] = [
  { key: "1", choice: "yes" },
  { key: "2", choice: "no" },
  { key: "3", choice: "abstention" },
  { key: "0" },
];

export function RollCall({ live, vote }: { live: Shown<"podium">; vote: PodiumVote }): JSX.Element {
  const view = live.view.value;
  const { next, coming } = rollCall(vote);
  const answer = useAnswer(live);
  const again = next !== undefined && (vote.passed ?? []).includes(next);
  const acts = new Map(
    next === undefined
      ? []
      : ANSWERS.map(({ key, choice }) => {
          const said = choice === undefined ? {} : { choice };
          return [key, answer(`${next} ${again}`, { command: "RecordVote", delegation: next, ...said })] as const;
        }),
  );
  useChairKeys(Object.fromEntries(acts));
  return (
    <div class="roll-call">
      <p class="roll-next" role="status">
        {next === undefined ? t("roll.done") : <DelegationName view={view} id={next} />}
      </p>
      {again && (
        <p class="roll-again">
          <Mark tone="warn">{t("roll.again")}</Mark>
        </p>
      )}
      {next !== undefined && (
        <div class="buttons" role="group" aria-label={t("roll.answer")}>
          {ANSWERS.map(({ key, choice }) => (
            <Press
              key={key}
              ready={acts.get(key)?.ready ?? false}
              press={() => acts.get(key)?.act()}
              style=""
              keys={key}
            >
              {t(choice === undefined ? "roll.not_there" : `choice.${choice}`)}
            </Press>
          ))}
        </div>
      )}
      {coming.length > 0 && (
        <p class="roll-coming">
          <span>{t("roll.coming", { count: coming.length })}</span>{" "}
          <DelegationNames view={view} ids={coming.slice(0, COMING)} />
        </p>
      )}
    </div>
  );
}
