// A refusal: what was refused, by which rule, and where the rule stands. It stays until dismissed or overtaken.
import type { JSX } from "preact";
import type { Audience, Problem } from "../core/contract.ts";
import { t, type Key } from "../i18n/t.ts";
import type { Live } from "./live.ts";

/** So many of a refusal's errors are shown; the rest come when these are solved. */
const MOST_ERRORS = 8;

const OWN: Readonly<Record<string, Key>> = {
  unanswered: "refusal.unanswered",
  unreachable: "refusal.unreachable",
};

function words(problem: Problem): string {
  const key = OWN[problem.code];
  return key === undefined ? (problem.detail ?? problem.title) : t(key);
}

/** What is wrong, one by one: where, and what to do. */
function Errors({ problem }: { problem: Problem }): JSX.Element | null {
  const errors = problem.errors ?? [];
  if (errors.length === 0) {
    return null;
  }
  return (
    <ul class="toast-errors">
      {errors.slice(0, MOST_ERRORS).map(({ loc = "", msg = "", line }, index) => (
        <li key={index}>
          {line === undefined ? <code>{loc}</code> : <b>{t("refusal.line", { line })}</b>} {msg}
        </li>
      ))}
    </ul>
  );
}

/** Of a live console, or of anything else that remembers its last refusal. */
export function RefusalToast({ live }: { live: Pick<Live<Audience>, "refusal" | "dismiss"> }): JSX.Element {
  const problem = live.refusal.value;
  return (
    <div class="toast-place" role="alert">
      {problem && (
        <div class="toast">
          <div>
            <p class="toast-says">{words(problem)}</p>
            <Errors problem={problem} />
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
