// What the hall sees of a decision: the question, who has voted, the roll call's turn, then the result.
import type { JSX } from "preact";
import type { HallVote } from "../core/contract.ts";
import { freshDecision, isByName } from "../core/question.ts";
import { rollCall, turnout } from "../core/tally.ts";
import { t } from "../i18n/t.ts";
import type { Shown } from "../ui/live.ts";
import { DelegationName, Mark } from "../ui/marks.tsx";
import { QuestionWords } from "../ui/question.tsx";
import { Result } from "../ui/result.tsx";
import { Ballots } from "../ui/tally.tsx";

type Live = Shown<"hall">;

const SHOWN_MS = 60_000;

/** What takes the place of the speaker: a vote, a question put, or a result while it is fresh and nobody speaks. */
export function hallPut(live: Live): "vote" | "consensus" | "result" | undefined {
  const view = live.view.value;
  if (view.vote !== undefined) {
    return "vote";
  }
  if (view.consensus !== undefined) {
    return "consensus";
  }
  const quiet = view.floor.length === 0 && view.called === undefined;
  return quiet && freshDecision(view, live.now.value, SHOWN_MS) !== undefined ? "result" : undefined;
}

/** One square for each who may vote, filled once it has: the figure beside says the same. */
function Turnout({ live, vote }: { live: Live; vote: HallVote }): JSX.Element {
  const { voted, entitled } = turnout(vote);
  return (
    <>
      <p class="hall-turnout digits">{t("vote.voted", { voted, entitled })}</p>
      <div class="squares" aria-hidden="true">
        {vote.entitled.map((id) => (
          <span key={id} class={vote.voted[id] ? "voted" : ""}>
            {live.view.value.delegations[id]?.code ?? id}
          </span>
        ))}
      </div>
    </>
  );
}

function Called({ live, vote }: { live: Live; vote: HallVote }): JSX.Element {
  const view = live.view.value;
  const { next } = rollCall(vote);
  return (
    <>
      {next !== undefined && (
        <p class="hall-name">
          <DelegationName view={view} id={next} />
        </p>
      )}
      <Ballots view={view} ballots={vote.choices} />
    </>
  );
}

function Vote({ live, vote }: { live: Live; vote: HallVote }): JSX.Element {
  return (
    <section class="hall-put" aria-labelledby="vote-title">
      <h2 id="vote-title">{t("vote.title")}</h2>
      <QuestionWords view={live.view.value} question={vote} />
      <p class="marks">
        <Mark>{t(`method.${vote.method}`)}</Mark>
        <Mark>{t(`majority.${vote.majority}`)}</Mark>
      </p>
      {vote.method === "roll_call" && <Called live={live} vote={vote} />}
      {isByName(vote) && <Turnout live={live} vote={vote} />}
    </section>
  );
}

function Consensus({ live }: { live: Live }): JSX.Element | null {
  const view = live.view.value;
  const { consensus } = view;
  return consensus === undefined ? null : (
    <section class="hall-put" aria-labelledby="consensus-title">
      <h2 id="consensus-title">{t("consensus.title")}</h2>
      <QuestionWords view={view} question={consensus} />
      {(consensus.objections ?? []).length > 0 && (
        <p>
          {t("consensus.objections", { count: consensus.objections?.length ?? 0 })}{" "}
          {consensus.objections?.map((id) => (
            <span key={id} class="ballot-name">
              <DelegationName view={view} id={id} />
            </span>
          ))}
        </p>
      )}
    </section>
  );
}

function Decided({ live }: { live: Live }): JSX.Element | null {
  const last = freshDecision(live.view.value, live.now.value, SHOWN_MS);
  return last === undefined ? null : (
    <section class="hall-put" aria-labelledby="result-title">
      <h2 id="result-title">{t("decision.number", { number: last.number })}</h2>
      <Result view={live.view.value} decision={last.decision} names />
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
