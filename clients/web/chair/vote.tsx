// The vote that is open: what is voted on, how, the count so far, and the clerk's hand for each method.
import type { JSX, RefObject } from "preact";
import { useRef, useState } from "preact/hooks";
import type { PodiumVote } from "../core/contract.ts";
import { isByName } from "../core/question.ts";
import { carries, neededOf, turnout } from "../core/tally.ts";
import { t } from "../i18n/t.ts";
import { Confirm } from "../ui/dialog.tsx";
import { isLive, may, type Shown } from "../ui/live.ts";
import { Mark } from "../ui/marks.tsx";
import { Press } from "../ui/press.tsx";
import { QuestionWords } from "../ui/question.tsx";
import { outcomeText } from "../ui/result.tsx";
import { Tally } from "../ui/tally.tsx";
import { isPointOpen } from "./acts.ts";
import { ReasonDialog } from "./dialogs.tsx";
import { useChairKeys } from "./keys.tsx";
import { CountForm, RecordForm } from "./vote-forms.tsx";
import { RollCall } from "./roll-call.tsx";

type Props = { readonly live: Shown<"podium">; readonly vote: PodiumVote };

function Facts({ vote }: { vote: PodiumVote }): JSX.Element {
  const { voted, entitled } = turnout(vote);
  const { tally } = vote;
  const voting = tally === undefined ? 0 : tally.yes + tally.no;
  return (
    <p class="marks">
      <Mark>{t(`method.${vote.method}`)}</Mark>
      <Mark>{t(`majority.${vote.majority}`)}</Mark>
      <Mark>{t("vote.present", { present: vote.present, registered: vote.registered })}</Mark>
      {isByName(vote) && <Mark tone={voted === entitled ? "ok" : "plain"}>{t("vote.voted", { voted, entitled })}</Mark>}
      {voting > 0 && <Mark>{t("vote.needed", { needed: neededOf(voting, vote.majority), voting })}</Mark>}
    </p>
  );
}

/** What closing the vote now would declare, in figures and in words. */
function Declares({ live, vote }: Props): JSX.Element {
  const { voted, entitled } = turnout(vote);
  const { tally } = vote;
  if (tally === undefined) {
    return <>{t("vote.close.says", { voted, entitled })}</>;
  }
  const proposal = vote.kind === "proposal" ? live.view.value.proposals[vote.ref] : undefined;
  const outcome = outcomeText({
    kind: vote.kind,
    carried: carries(vote.majority, tally.yes, tally.no),
    as_orally_amended: (proposal?.oral ?? []).length > 0,
  });
  const { yes, no, abstentions } = tally;
  return (
    <>
      <b class="declares">{t("vote.close.declares", { yes, no, abstentions, outcome })}</b>{" "}
      {isByName(vote) ? t("vote.close.says", { voted, entitled }) : t("vote.close.counted")}
    </>
  );
}

function Hand({ live, vote, done }: Props & { done: () => void }): JSX.Element | null {
  if (!may(live, "RecordVote")) {
    return null;
  }
  switch (vote.method) {
    case "roll_call":
      return (
        <>
          <RollCall live={live} vote={vote} />
          <RecordForm live={live} vote={vote} />
        </>
      );
    case "recorded":
      return <RecordForm live={live} vote={vote} />;
    default:
      return <CountForm live={live} secret={vote.method === "secret_ballot"} done={done} />;
  }
}

function CloseOrCancel({ live, vote, place }: Props & { place: RefObject<HTMLDivElement> }): JSX.Element {
  const [asking, ask] = useState<"close" | "cancel">();
  const counted = isByName(vote) || vote.counted;
  const ready = isLive(live) && counted && vote.next === undefined;
  const mine = may(live, "CloseVote");
  const likely = !isPointOpen(live.view.value);
  useChairKeys({ v: { ready: mine && ready, act: () => ask("close") } });
  return (
    <div class="buttons" ref={place}>
      {mine && (
        <Press ready={ready} press={() => ask("close")} style={likely ? "primary" : ""} keys="V">
          {t("vote.close")}
        </Press>
      )}
      {may(live, "CancelVote") && (
        <Press ready={isLive(live)} press={() => ask("cancel")} style="danger">
          {t("vote.cancel")}
        </Press>
      )}
      {asking === "close" && (
        <Confirm
          title={t("vote.close.title")}
          says={<Declares live={live} vote={vote} />}
          yes={t("vote.close.yes")}
          act={() => void live.act({ command: "CloseVote" })}
          close={() => ask(undefined)}
        />
      )}
      {asking === "cancel" && (
        <ReasonDialog
          title={t("vote.cancel.title")}
          says={t("vote.cancel.says")}
          yes={t("vote.cancel.yes")}
          required
          act={(reason = "") => void live.act({ command: "CancelVote", reason })}
          close={() => ask(undefined)}
        />
      )}
    </div>
  );
}

export function VotePanel({ live }: { live: Shown<"podium"> }): JSX.Element | null {
  const view = live.view.value;
  const { vote } = view;
  const closing = useRef<HTMLDivElement>(null);
  if (vote === undefined) {
    return null;
  }
  return (
    <section class="panel put vote" aria-labelledby="vote-title">
      <h2 id="vote-title">{t("vote.title")}</h2>
      <QuestionWords view={view} question={vote} />
      <Facts vote={vote} />
      {vote.tally && <Tally tally={vote.tally} open={isByName(vote)} />}
      <Hand live={live} vote={vote} done={() => closing.current?.querySelector("button")?.focus()} />
      <CloseOrCancel live={live} vote={vote} place={closing} />
    </section>
  );
}
