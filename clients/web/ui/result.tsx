// What the body decided: carried or not, how, with the votes.
import type { JSX } from "preact";
import type { DecisionShown, HallView } from "../core/contract.ts";
import { t } from "../i18n/t.ts";
import { DelegationNames, Mark } from "./marks.tsx";
import { QuestionWords } from "./question.tsx";
import { Tally } from "./tally.tsx";

/** `adopted` where a document or the agenda is meant, `overruled` for an appeal, else `carried`. */
export function outcomeText(decision: Pick<DecisionShown, "kind" | "carried" | "as_orally_amended">): string {
  const { kind, carried, as_orally_amended } = decision;
  if (kind === "appeal") {
    return t(carried ? "outcome.overruled" : "outcome.stands");
  }
  if (kind === "motion") {
    return t(carried ? "outcome.carried" : "outcome.not_carried");
  }
  if (!carried) {
    return t("outcome.rejected");
  }
  return t(as_orally_amended ? "outcome.adopted_amended" : "outcome.adopted");
}

function howText({ by, method }: DecisionShown): string {
  return by === "consensus" ? t("decided.consensus") : t(`method.${method ?? "show_of_hands"}`);
}

export function Result(props: { view: HallView; decision: DecisionShown }): JSX.Element {
  const { view, decision } = props;
  const { carried, tally, objections = [] } = decision;
  return (
    <div class={`result ${carried ? "carried" : "not-carried"}`}>
      <p class="result-word">
        <b>{outcomeText(decision)}</b> <Mark>{howText(decision)}</Mark>
        {decision.corrected && <Mark tone="warn">{t("decision.corrected")}</Mark>}
      </p>
      <QuestionWords view={view} question={decision} />
      {tally && <Tally tally={tally} />}
      {objections.length > 0 && (
        <p class="result-objections">
          {t("consensus.objections", { count: objections.length })}{" "}
          <DelegationNames view={view} ids={objections} />
        </p>
      )}
    </div>
  );
}
