// Voting: three large buttons, what was voted, changeable until the vote is closed; and objecting to a consensus.
import type { JSX } from "preact";
import type { Choice, HallVote } from "../core/contract.ts";
import { objection, voting } from "../core/rights.ts";
import { CHOICES } from "../core/tally.ts";
import { t } from "../i18n/t.ts";
import { isLive, isPending, type Shown } from "../ui/live.ts";
import { Press, Send } from "../ui/press.tsx";
import { ConsensusPut, VotePut, VotesNow } from "../ui/put-now.tsx";

type Props = { readonly live: Shown<"hall">; readonly delegation: string };

/** The delegation's own vote, told to its own consoles alone. */
function ownChoice(live: Shown<"hall">, vote: HallVote): Choice | undefined {
  const told = live.known.value.me?.ballot;
  return told?.vote === vote.id ? told.choice : undefined;
}

function Choices({ live, delegation, vote }: Props & { vote: HallVote }): JSX.Element {
  const own = ownChoice(live, vote);
  return (
    <>
      <div class="ballot" role="group" aria-label={t("vote.yours")}>
        {CHOICES.map((choice) => (
          <Press
            key={choice}
            ready={isLive(live)}
            pending={isPending(live, { command: "CastVote", choice })}
            press={() => void live.act({ command: "CastVote", choice })}
            pressed={choice === own}
            style={`big choice ${choice}`}
          >
            {t(`choice.${choice}`)}
          </Press>
        ))}
      </div>
      <p class="voted" role="status">
        {own !== undefined
          ? t("vote.you_voted", { choice: t(`choice.${own}`) })
          : t(vote.voted[delegation] ? "vote.delegation_voted" : "vote.not_yet")}
      </p>
    </>
  );
}

function RollCallTurn({ live, delegation, vote }: Props & { vote: HallVote }): JSX.Element {
  const own = vote.choices[delegation];
  return (
    <>
      {own !== undefined && (
        <p class="voted" role="status">
          {t("vote.recorded_as", { choice: t(`choice.${own}`) })}
        </p>
      )}
      <p class="voted">
        <VotesNow live={live} />
      </p>
    </>
  );
}

export function Vote({ live, delegation }: Props): JSX.Element | null {
  const view = live.view.value;
  const { vote } = view;
  if (vote === undefined) {
    return null;
  }
  const how = voting(view, delegation);
  return (
    <VotePut live={live}>
      {how === "votes" && <Choices live={live} delegation={delegation} vote={vote} />}
      {how === "waits" && <RollCallTurn live={live} delegation={delegation} vote={vote} />}
      {how === "by_hand" && <p class="voted">{t(`vote.by_hand.${vote.method}`)}</p>}
      {how === undefined && <p class="voted">{t("vote.not_entitled")}</p>}
    </VotePut>
  );
}

/** The chair asks whether there is an objection. */
export function Objection({ live, delegation }: Props): JSX.Element {
  const how = objection(live.view.value, delegation);
  return (
    <ConsensusPut live={live}>
      {how === "made" && <p class="voted">{t("consensus.you_object")}</p>}
      <div class="buttons">
        {how === "may" && (
          <Send live={live} command={{ command: "Object" }} style="big">
            {t("consensus.object")}
          </Send>
        )}
        {how === "made" && (
          <Send live={live} command={{ command: "LiftObjection" }} style="">
            {t("consensus.lift")}
          </Send>
        )}
      </div>
    </ConsensusPut>
  );
}
