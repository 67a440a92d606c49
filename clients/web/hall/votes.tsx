// Votes for the last row: a square for each delegation, counts in large figures, names as long as there is room.
import type { JSX } from "preact";
import type { Choice, HallView, HallVote } from "../core/contract.ts";
import { byChoice, CHOICES, turnout } from "../core/tally.ts";
import { t } from "../i18n/t.ts";
import { DelegationNames } from "../ui/marks.tsx";
import { Ballots } from "../ui/tally.tsx";

type ByDelegation = Readonly<Record<string, Choice>>;

/** So many names can be read from the last row; more are shown by their codes. */
export const MOST_NAMES = 40;
const FEW_NAMES = 12;
/** So many squares have their full size; more are smaller, so that all States of the world fit. */
const LARGE_SQUARES = 100;

function Squares(props: { view: HallView; ids: readonly string[]; look: (id: string) => string }): JSX.Element {
  const { view, ids, look } = props;
  return (
    <div class={ids.length > LARGE_SQUARES ? "squares many" : "squares"} aria-hidden="true">
      {ids.map((id) => (
        <span key={id} class={look(id)}>
          {view.delegations[id]?.code ?? id}
        </span>
      ))}
    </div>
  );
}

/** Who has voted; in a roll call also how, by colour and sign. The figures beside say the same. */
export function Voters({ view, vote }: { view: HallView; vote: HallVote }): JSX.Element {
  const ids = vote.order?.length ? vote.order : vote.entitled;
  return <Squares view={view} ids={ids} look={(id) => vote.choices[id] ?? (vote.voted[id] ? "voted" : "")} />;
}

/** How many have voted; in a roll call also how many each way. */
export function Turnout({ vote }: { vote: HallVote }): JSX.Element {
  const { voted, entitled } = turnout(vote);
  const groups = byChoice(vote.choices);
  return (
    <p class="hall-turnout digits">
      <span>{t("vote.voted", { voted, entitled })}</span>
      {vote.method === "roll_call" &&
        CHOICES.map((choice) => (
          <span key={choice} class={choice}>
            {t(`choice.${choice}`)} <b>{groups[choice].length}</b>
          </span>
        ))}
    </p>
  );
}

/** By name while that can be read, else by code. */
export function Names({ view, ids }: { view: HallView; ids: readonly string[] }): JSX.Element {
  if (ids.length > MOST_NAMES) {
    return <Squares view={view} ids={ids} look={() => ""} />;
  }
  return (
    <p class={ids.length > FEW_NAMES ? "hall-names" : "hall-names few"}>
      <DelegationNames view={view} ids={ids} />
    </p>
  );
}

/** Who voted what. */
export function HallBallots({ view, ballots }: { view: HallView; ballots: ByDelegation }): JSX.Element {
  const voters = Object.keys(ballots);
  if (voters.length <= MOST_NAMES) {
    return (
      <div class={voters.length > FEW_NAMES ? "hall-names" : "hall-names few"}>
        <Ballots view={view} ballots={ballots} />
      </div>
    );
  }
  const groups = byChoice(ballots);
  return <Squares view={view} ids={CHOICES.flatMap((choice) => groups[choice])} look={(id) => ballots[id] ?? ""} />;
}
