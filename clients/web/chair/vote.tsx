// The vote that is open: what is voted on, how, the count so far, and the clerk's hand for each method.
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { PodiumVote } from "../core/contract.ts";
import { isByName } from "../core/question.ts";
import { neededOf, turnout } from "../core/tally.ts";
import { t } from "../i18n/t.ts";
import { Confirm } from "../ui/dialog.tsx";
import { useKeys } from "../ui/keys.ts";
import { isLive, may, type Shown } from "../ui/live.ts";
import { Mark } from "../ui/marks.tsx";
import { Press } from "../ui/press.tsx";
import { QuestionWords } from "../ui/question.tsx";
import { Tally } from "../ui/tally.tsx";
import { ReasonDialog } from "./dialogs.tsx";
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

function Hand({ live, vote }: Props): JSX.Element | null {
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
      return <CountForm live={live} secret={vote.method === "secret_ballot"} />;
  }
}

function CloseOrCancel({ live, vote }: Props): JSX.Element {
  const [asking, ask] = useState<"close" | "cancel">();
  const counted = isByName(vote) || vote.counted;
  const ready = isLive(live) && counted;
  const { voted, entitled } = turnout(vote);
  const mine = may(live, "CloseVote");
  useKeys({ v: () => mine && ready && ask("close") });
  return (
    <div class="buttons">
      {mine && (
        <Press ready={ready} press={() => ask("close")} style={vote.next === undefined ? "primary" : ""} keys="V">
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
          says={isByName(vote) ? t("vote.close.says", { voted, entitled }) : t("vote.close.counted")}
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
  if (vote === undefined) {
    return null;
  }
  return (
    <section class="panel put vote" aria-labelledby="vote-title">
      <h2 id="vote-title">{t("vote.title")}</h2>
      <QuestionWords view={view} question={vote} />
      <Facts vote={vote} />
      {vote.tally && <Tally tally={vote.tally} open={isByName(vote)} />}
      <Hand live={live} vote={vote} />
      <CloseOrCancel live={live} vote={vote} />
    </section>
  );
}
