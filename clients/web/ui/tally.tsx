// Votes as a picture and in figures: each choice with its number, its share as a bar. Never colour alone.
import type { JSX } from "preact";
import type { Choice, HallView, TallyShown } from "../core/contract.ts";
import { byChoice, CHOICES, shares } from "../core/tally.ts";
import { t } from "../i18n/t.ts";
import { DelegationNames } from "./marks.tsx";

/** `open`: the vote goes on, so those without a vote are not absent yet. */
export function Tally({ tally, open = false }: { tally: TallyShown; open?: boolean }): JSX.Element {
  return (
    <div class="tally">
      <dl class="tally-rows">
        {shares(tally).map(({ choice, votes, share }) => (
          <div key={choice} class={`tally-row ${choice}`}>
            <dt>{t(`choice.${choice}`)}</dt>
            <dd class="tally-votes digits">{votes}</dd>
            <dd class="tally-bar" aria-hidden="true">
              <span style={{ inlineSize: `${share * 100}%` }} />
            </dd>
          </div>
        ))}
      </dl>
      {(tally.absent > 0 || tally.invalid > 0) && (
        <p class="tally-rest digits">
          {tally.absent > 0 && <span>{t(open ? "tally.not_yet" : "tally.absent", { count: tally.absent })}</span>}
          {tally.invalid > 0 && <span>{t("tally.invalid", { count: tally.invalid })}</span>}
        </p>
      )}
    </div>
  );
}

/** Who voted what, by name. */
export function Ballots({ view, ballots }: { view: HallView; ballots: Readonly<Record<string, Choice>> }): JSX.Element {
  const groups = byChoice(ballots);
  return (
    <dl class="ballots">
      {CHOICES.filter((choice) => groups[choice].length > 0).map((choice) => (
        <div key={choice} class={choice}>
          <dt>
            {t(`choice.${choice}`)} <span class="digits">({groups[choice].length})</span>
          </dt>
          <dd>
            <DelegationNames view={view} ids={groups[choice]} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
