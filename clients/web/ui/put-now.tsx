// What is put to the body, for whoever reads along: the vote that is open, the question whether anybody objects, and
// what was decided just now. What one may do about it stands within.
import type { ComponentChildren, JSX } from "preact";
import type { Audience, HallView } from "../core/contract.ts";
import { freshDecision, isByName } from "../core/question.ts";
import { turnout } from "../core/tally.ts";
import { t } from "../i18n/t.ts";
import type { Shown } from "./live.ts";
import { DelegationName, DelegationNames, Mark } from "./marks.tsx";
import { QuestionWords } from "./question.tsx";
import { Result } from "./result.tsx";

type Live = Shown<Audience>;
type Props = { readonly live: Live; readonly children?: ComponentChildren };

/** So long a decision stands beside what comes after it. */
const SHOWN_MS = 120_000;

/** Whose turn it is in a roll call. */
export function VotesNow({ live }: { live: Live }): JSX.Element | null {
  const view: HallView = live.view.value;
  const next = view.vote?.next;
  return next === undefined ? null : (
    <>
      {t("roll.now")}{" "}
      <b>
        <DelegationName view={view} id={next} />
      </b>
    </>
  );
}

/** How many have voted, and who votes now in a roll call. */
function VoteGoesOn({ live }: { live: Live }): JSX.Element | null {
  const { vote }: HallView = live.view.value;
  if (vote === undefined || !isByName(vote)) {
    return null;
  }
  const { voted, entitled } = turnout(vote);
  return (
    <p class="voted">
      <span class="digits">{t("vote.voted", { voted, entitled })}</span>{" "}
      <VotesNow live={live} />
    </p>
  );
}

export function VotePut({ live, children }: Props): JSX.Element | null {
  const view: HallView = live.view.value;
  const { vote } = view;
  return vote === undefined ? null : (
    <section class="panel ballot-paper" aria-labelledby="vote-title">
      <h2 id="vote-title">{t("vote.title")}</h2>
      <QuestionWords view={view} question={vote} />
      <p class="marks">
        <Mark>{t(`method.${vote.method}`)}</Mark>
        <Mark>{t(`majority.${vote.majority}`)}</Mark>
      </p>
      {children}
    </section>
  );
}

export function ConsensusPut({ live, children }: Props): JSX.Element | null {
  const view: HallView = live.view.value;
  const { consensus } = view;
  if (consensus === undefined) {
    return null;
  }
  const { objections = [] } = consensus;
  return (
    <section class="panel ballot-paper" aria-labelledby="consensus-title">
      <h2 id="consensus-title">{t("consensus.title")}</h2>
      <QuestionWords view={view} question={consensus} />
      {objections.length > 0 && (
        <p>
          {t("consensus.objections", { count: objections.length })}{" "}
          <DelegationNames view={view} ids={objections} />
        </p>
      )}
      {children}
    </section>
  );
}

export function DecidedNow({ live }: { live: Live }): JSX.Element | null {
  const view: HallView = live.view.value;
  const last = freshDecision(view, live.now.value, SHOWN_MS);
  if (last === undefined || view.vote !== undefined || view.consensus !== undefined) {
    return null;
  }
  return (
    <section class="panel" aria-labelledby="result-title">
      <h2 id="result-title">{t("decision.number", { number: last.number })}</h2>
      <Result view={view} decision={last.decision} />
    </section>
  );
}

/** All of it, for those who only follow. */
export function PutNow({ live }: { live: Live }): JSX.Element {
  return (
    <>
      <VotePut live={live}>
        <VoteGoesOn live={live} />
      </VotePut>
      <ConsensusPut live={live} />
      <DecidedNow live={live} />
    </>
  );
}
