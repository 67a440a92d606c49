// A refusal: what was refused, by which rule, and where the rule stands. It stays until dismissed or overtaken.
import type { JSX } from "preact";
import type { Audience, Problem } from "../core/contract.ts";
import { t, textLanguage } from "../i18n/t.ts";
import type { Live } from "./live.ts";
import { faultText, Told } from "./told.tsx";

/** So many of a refusal's errors are shown; the rest come when these are solved. */
const MOST_ERRORS = 8;

/** Where, and what; the service's own words, which are English, below those of the page. */
function Fault(error: Readonly<Record<string, string>>): JSX.Element {
  const { loc = "", msg = "", line } = error;
  const own = faultText(error);
  return (
    <>
      {line === undefined ? <code>{loc}</code> : <b>{t("refusal.line", { line })}</b>}{" "}
      {own !== msg && <span lang={textLanguage()}>{own}</span>} <bdi lang="en">{msg}</bdi>
    </>
  );
}

/** What is wrong, one by one: where, and what to do. */
function Errors({ problem }: { problem: Problem }): JSX.Element | null {
  const errors = problem.errors ?? [];
  if (errors.length === 0) {
    return null;
  }
  return (
    <ul class="toast-errors">
      {errors.slice(0, MOST_ERRORS).map((error, index) => (
        <li key={index}>
          <Fault {...error} />
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
            <p class="toast-says">
              <Told problem={problem} />
            </p>
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
