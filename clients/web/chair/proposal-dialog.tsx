// One document: its amendments in the order of voting, oral amendments, parts, and what can be done with it.
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { ProposalShown } from "../core/contract.ts";
import { named } from "../core/names.ts";
import { language, t } from "../i18n/t.ts";
import { Dialog } from "../ui/dialog.tsx";
import { isLive, may, type Shown } from "../ui/live.ts";
import { DelegationNames, Mark, Spoken } from "../ui/marks.tsx";
import { Press, Send } from "../ui/press.tsx";
import { RefusalToast } from "../ui/toast.tsx";
import { raised } from "./proposal-order.ts";
import { ProposalStateMark } from "./proposal-state.tsx";
import { Sponsors } from "./sponsors.tsx";

type Props = { readonly live: Shown<"podium">; readonly id: string; readonly proposal: ProposalShown };

function Amendments({ live, id, proposal }: Props): JSX.Element | null {
  const view = live.view.value;
  const order = proposal.amendments ?? [];
  const open = order.filter((each) => view.amendments[each]?.state === "tabled");
  if (order.length === 0) {
    return null;
  }
  return (
    <>
      <h3>{t("proposal.amendments")}</h3>
      <ol class="rows">
        {order.map((each) => {
          const amendment = view.amendments[each];
          return (
            amendment && (
              <li key={each}>
                <span class="grow">
                  <b class="digits">{amendment.place}</b> <bdi>{amendment.text}</bdi>{" "}
                  <ProposalStateMark state={amendment.state} />
                </span>
                {open.indexOf(each) > 0 && may(live, "OrderAmendments") && (
                  <Press
                    ready={isLive(live)}
                    label={t("amendment.earlier.of", { place: amendment.place })}
                    press={() => void live.act({ command: "OrderAmendments", proposal: id, order: raised(open, each) })}
                  >
                    {t("amendment.earlier")}
                  </Press>
                )}
                {amendment.state === "tabled" && (
                  <Send live={live} command={{ command: "WithdrawAmendment", amendment: each }}>
                    {t("proposal.withdraw")}
                  </Send>
                )}
              </li>
            )
          );
        })}
      </ol>
    </>
  );
}

function AmendForm({ live, id }: { live: Shown<"podium">; id: string }): JSX.Element {
  const [text, setText] = useState("");
  const [sponsors, setSponsors] = useState<readonly string[]>([]);
  const ready = isLive(live) && text.trim() !== "";
  const sent = async (oral: boolean): Promise<void> => {
    const done = await live.act(
      oral
        ? { command: "ReviseOrally", proposal: id, text: text.trim() }
        : { command: "TableAmendment", proposal: id, text: text.trim(), sponsors },
    );
    if (done) {
      setText("");
      setSponsors([]);
    }
  };
  return (
    <div class="amend">
      <label class="field">
        <span>{t("amendment.text")}</span>
        <textarea rows={2} maxLength={2000} value={text} onInput={(event) => setText(event.currentTarget.value)} />
      </label>
      <Sponsors live={live} value={sponsors} choose={setSponsors} />
      <div class="buttons">
        <Press ready={ready} press={() => void sent(false)}>
          {t("amendment.table")}
        </Press>
        <Press ready={ready} press={() => void sent(true)}>
          {t("amendment.oral")}
        </Press>
      </div>
    </div>
  );
}

function Facts({ live, proposal }: Props): JSX.Element {
  const { sponsors = [], oral = [], parts = [] } = proposal;
  return (
    <>
      <p>
        <Spoken {...named(proposal.titles, language())} />
      </p>
      {sponsors.length > 0 && (
        <p class="fact">
          <span>{t("proposal.sponsors")}</span>
          <DelegationNames view={live.view.value} ids={sponsors} />
        </p>
      )}
      {oral.map((text) => (
        <p key={text}>
          <Mark>{t("amendment.oral.read")}</Mark> <bdi>{text}</bdi>
        </p>
      ))}
      {parts.length > 0 && (
        <ol class="parts">
          {parts.map((part, index) => (
            <li key={part}>
              <bdi>{part}</bdi>{" "}
              {proposal.adopted_parts?.includes(index + 1) && <Mark tone="ok">{t("proposal.state.adopted")}</Mark>}
              {proposal.rejected_parts?.includes(index + 1) && <Mark tone="warn">{t("proposal.state.rejected")}</Mark>}
            </li>
          ))}
        </ol>
      )}
    </>
  );
}

export function ProposalDialog(props: { live: Shown<"podium">; id: string; close: () => void }): JSX.Element | null {
  const { live, id, close } = props;
  const proposal = live.view.value.proposals[id];
  if (proposal === undefined) {
    return null;
  }
  return (
    <Dialog title={proposal.symbol} close={close}>
      <RefusalToast live={live} />
      <Facts live={live} id={id} proposal={proposal} />
      <Amendments live={live} id={id} proposal={proposal} />
      {proposal.state === "tabled" && may(live, "TableAmendment") && <AmendForm live={live} id={id} />}
      {proposal.state === "tabled" && (
        <div class="dialog-actions">
          <Send live={live} command={{ command: "WithdrawProposal", proposal: id }} style="danger">
            {t("proposal.withdraw.all")}
          </Send>
        </div>
      )}
    </Dialog>
  );
}
