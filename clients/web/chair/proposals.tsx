// The documents under consideration, with their amendments, and what is to be put next of each.
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { PodiumView, ProposalShown } from "../core/contract.ts";
import { named } from "../core/names.ts";
import { decides, nextOf, partOf, type Question } from "../core/question.ts";
import { language, t } from "../i18n/t.ts";
import { isLive, may, type Shown } from "../ui/live.ts";
import { Spoken } from "../ui/marks.tsx";
import { Press } from "../ui/press.tsx";
import { ProposalDialog } from "./proposal-dialog.tsx";
import { ProposalStateMark } from "./proposal-state.tsx";
import { TableDialog } from "./table-dialog.tsx";
import { Put } from "./put.tsx";

/** What is put next of a document, in short: it stands beside the document's symbol. */
function putText(view: PodiumView, next: Question): string {
  switch (next.kind) {
    case "amendment":
      return t("proposal.put.amendment", { place: view.amendments[next.ref]?.place ?? "" });
    case "part":
      return t("proposal.put.part", { number: partOf(view, next).number });
    default:
      return t("proposal.put");
  }
}

function Row(props: { live: Shown<"podium">; id: string; proposal: ProposalShown; open: () => void }): JSX.Element {
  const { live, id, proposal, open } = props;
  const next = nextOf(live.view.value, id);
  return (
    <li>
      <span class="grow">
        <b>
          <bdi>{proposal.symbol}</bdi>
        </b>{" "}
        <ProposalStateMark state={proposal.state} />
        <small>
          <Spoken {...named(proposal.titles, language())} />
        </small>
      </span>
      {next && (
        <Put
          live={live}
          question={next}
          text={putText(live.view.value, next)}
        />
      )}
      <Press ready press={open} label={t("proposal.more.of", { symbol: proposal.symbol })}>
        {t("proposal.more")}
      </Press>
    </li>
  );
}

/** Folded away while no document is before the body; the agenda itself can be put here too. */
export function Proposals({ live }: { live: Shown<"podium"> }): JSX.Element | null {
  const [opened, open] = useState<string>();
  const [tabling, table] = useState(false);
  const view = live.view.value;
  const all = Object.entries(view.proposals);
  if (!decides(view) || view.meeting.phase === "adjourned") {
    return null;
  }
  return (
    <details class="panel fold" open={all.length > 0}>
      <summary>
        <h2>{t("proposal.title", { count: all.length })}</h2>
      </summary>
      <ul class="rows documents">
        {all.map(([id, proposal]) => (
          <Row key={id} live={live} id={id} proposal={proposal} open={() => open(id)} />
        ))}
      </ul>
      <div class="buttons">
        {may(live, "TableProposal") && (
          <Press ready={isLive(live) && live.view.value.vote === undefined} press={() => table(true)}>
            {t("proposal.table")}
          </Press>
        )}
        {!view.meeting.agenda_adopted && (
          <Put live={live} question={{ kind: "agenda", ref: "" }} text={t("proposal.put_agenda")} />
        )}
      </div>
      {tabling && <TableDialog live={live} close={() => table(false)} />}
      {opened && <ProposalDialog live={live} id={opened} close={() => open(undefined)} />}
    </details>
  );
}
