// The decision just taken, until the meeting goes on; who voted what is folded below.
import type { JSX } from "preact";
import { freshDecision } from "../core/question.ts";
import { t } from "../i18n/t.ts";
import type { Shown } from "../ui/live.ts";
import { Result } from "../ui/result.tsx";
import { Ballots } from "../ui/tally.tsx";

const SHOWN_MS = 120_000;

export function FreshResult({ live }: { live: Shown<"podium"> }): JSX.Element | null {
  const view = live.view.value;
  const last = freshDecision(view, live.now.value, SHOWN_MS);
  if (last === undefined || view.vote !== undefined || view.consensus !== undefined) {
    return null;
  }
  const { ballots = {} } = last.decision;
  return (
    <section class="panel fresh-result" aria-labelledby="result-title">
      <h2 id="result-title">{t("decision.number", { number: last.number })}</h2>
      <Result view={view} decision={last.decision} />
      {Object.keys(ballots).length > 0 && (
        <details>
          <summary>{t("decision.names")}</summary>
          <Ballots view={view} ballots={ballots} />
        </details>
      )}
    </section>
  );
}
