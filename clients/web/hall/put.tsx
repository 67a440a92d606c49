// What the hall sees of a decision: the question, who has voted, the roll call's turn, then the result.
import type { JSX } from "preact";
import type { HallVote } from "../core/contract.ts";
import { freshDecision, isByName } from "../core/question.ts";
import { rollCall } from "../core/tally.ts";
import { t } from "../i18n/t.ts";
import { isTimed } from "../ui/floor.tsx";
import type { Shown } from "../ui/live.ts";
import { DelegationName, Mark } from "../ui/marks.tsx";
import { QuestionWords } from "../ui/question.tsx";
import { outcomeText, Result } from "../ui/result.tsx";
import { HallBallots, MOST_NAMES, Names, Turnout, Voters } from "./votes.tsx";

type Live = Shown<"hall">;

const SHOWN_MS = 60_000;

/** Whether somebody is called or speaks: one who was interrupted waits, and nobody speaks on an appeal. */
export function somebodySpeaks({ view }: Live): boolean {
  const { called, floor } = view.value;
  const top = floor.at(-1);
  return called !== undefined || (top !== undefined && top.interrupted_at === undefined && isTimed(top));
}

/** What the hall looks at: a vote, a question put, or a result while it is fresh and nobody speaks. */
export function hallPut(live: Live): "vote" | "consensus" | "result" | undefined {
  const view = live.view.value;
  if (view.vote !== undefined) {
    return "vote";
  }
  if (view.consensus !== undefined) {
    return "consensus";
  }
  return somebodySpeaks(live) || freshDecision(view, live.now.value, SHOWN_MS) === undefined ? undefined : "result";
}

function Called({ live, vote }: { live: Live; vote: HallVote }): JSX.Element | null {
  const { next } = rollCall(vote);
  return next === undefined ? null : (
    <p class="hall-name">
      <DelegationName view={live.view.value} id={next} />
    </p>
  );
}

function Vote({ live, vote }: { live: Live; vote: HallVote }): JSX.Element {
  const view = live.view.value;
  return (
    <section class="hall-put" aria-labelledby="vote-title">
      <h2>
        <span id="vote-title">{t("vote.title")}</span> <Mark>{t(`method.${vote.method}`)}</Mark> <Mark>{t(`majority.${vote.majority}`)}</Mark>
      </h2>
      <QuestionWords view={view} question={vote} />
      {vote.method === "roll_call" && <Called live={live} vote={vote} />}
      {isByName(vote) && <Turnout vote={vote} />}
      {isByName(vote) && <Voters view={view} vote={vote} />}
    </section>
  );
}

function Consensus({ live }: { live: Live }): JSX.Element | null {
  const view = live.view.value;
  const { consensus } = view;
  if (consensus === undefined) {
    return null;
  }
  const { objections = [] } = consensus;
  return (
    <section class="hall-put" aria-labelledby="consensus-title">
      <h2 id="consensus-title">{t("consensus.title")}</h2>
      <QuestionWords view={view} question={consensus} />
      {objections.length > 0 && (
        <div class="hall-objections">
          <p>{t("consensus.objections", { count: objections.length })}</p>
          <Names view={view} ids={objections} />
        </div>
      )}
    </section>
  );
}

function Decided({ live }: { live: Live }): JSX.Element | null {
  const view = live.view.value;
  const last = freshDecision(view, live.now.value, SHOWN_MS);
  if (last === undefined) {
    return null;
  }
  const { ballots = {} } = last.decision;
  const crowded = Object.keys(ballots).length > MOST_NAMES;
  return (
    <section class={crowded ? "hall-put crowded" : "hall-put"} aria-labelledby="result-title">
      <h2 id="result-title">{t("decision.number", { number: last.number })}</h2>
      <Result view={view} decision={last.decision} />
      <HallBallots view={view} ballots={ballots} />
    </section>
  );
}

/** The result above who has the floor again at once: after an appeal, or a motion that interrupted. */
export function ResultBand({ live }: { live: Live }): JSX.Element | null {
  const view = live.view.value;
  const last = somebodySpeaks(live) ? freshDecision(view, live.now.value, SHOWN_MS) : undefined;
  if (last === undefined) {
    return null;
  }
  const { decision, number } = last;
  const { tally } = decision;
  return (
    <section class={`hall-band ${decision.carried ? "carried" : "not-carried"}`} aria-labelledby="band-title">
      <h2 id="band-title">{t("decision.number", { number })}</h2>
      <p>
        <b>
          {tally === undefined
            ? outcomeText(decision)
            : t("vote.close.declares", { ...tally, outcome: outcomeText(decision) })}
        </b>
      </p>
      <QuestionWords view={view} question={decision} />
    </section>
  );
}

export function Put({ live, put }: { live: Live; put: "vote" | "consensus" | "result" }): JSX.Element | null {
  const { vote } = live.view.value;
  if (put === "vote" && vote !== undefined) {
    return <Vote live={live} vote={vote} />;
  }
  return put === "consensus" ? <Consensus live={live} /> : <Decided live={live} />;
}
