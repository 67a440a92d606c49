// How a proposal or an amendment stands, as a mark beside its symbol.
import type { JSX } from "preact";
import type { ProposalShown } from "../core/contract.ts";
import { t } from "../i18n/t.ts";
import { Mark } from "../ui/marks.tsx";

const TONE = {
  tabled: "plain",
  adopted: "ok",
  rejected: "warn",
  withdrawn: "plain",
  not_acted_on: "plain",
} as const;

export function ProposalStateMark({ state }: { state: ProposalShown["state"] }): JSX.Element {
  return <Mark tone={TONE[state]}>{t(`proposal.state.${state}`)}</Mark>;
}
