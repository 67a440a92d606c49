// A refusal: what was refused, by which rule, and where the rule stands. It stays until dismissed or overtaken.
import type { JSX } from "preact";
import type { Audience, Problem } from "../core/contract.ts";
import { t, type Key } from "../i18n/t.ts";
import type { Live } from "./live.ts";

const OWN: Readonly<Record<string, Key>> = {
  unanswered: "refusal.unanswered",
  unreachable: "refusal.unreachable",
};

function words(problem: Problem): string {
  const key = OWN[problem.code];
  return key === undefined ? (problem.detail ?? problem.title) : t(key);
}

export function RefusalToast({ live }: { live: Live<Audience> }): JSX.Element {
  const problem = live.refusal.value;
  return (
    <div class="toast-place" role="alert">
      {problem && (
        <div class="toast">
          <div>
            <p class="toast-says">{words(problem)}</p>
            {problem.rule && (
              <p class="toast-rule">
                <span>{t("refusal.rule")}</span> <code>{problem.rule}</code>
                {problem.citation && <cite>{problem.citation}</cite>}
              </p>
            )}
          </div>
          <button type="button" class="small" onClick={live.dismiss}>
            {t("refusal.dismiss")}
          </button>
        </div>
      )}
    </div>
  );
}
