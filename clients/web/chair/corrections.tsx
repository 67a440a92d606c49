// Putting the record right: what was written stays, the correction and its reason stand beside it.
import type { ComponentChildren, JSX } from "preact";
import { useState } from "preact/hooks";
import { minutes } from "../core/clock.ts";
import type { Choice, Command, DecisionShown } from "../core/contract.ts";
import { carries, CHOICES } from "../core/tally.ts";
import { t } from "../i18n/t.ts";
import { Dialog } from "../ui/dialog.tsx";
import { isLive, type Shown } from "../ui/live.ts";
import { outcomeText } from "../ui/result.tsx";
import { RefusalToast } from "../ui/toast.tsx";
import { DelegationSelect } from "./delegation-select.tsx";

type Live = Shown<"podium">;

interface FormProps {
  readonly live: Live;
  readonly close: () => void;
  /** The command, with the reason; undefined while nothing is corrected. */
  readonly command: (reason: string) => Command | undefined;
  readonly children: ComponentChildren;
}

function CorrectionForm({ live, close, command, children }: FormProps): JSX.Element {
  const [reason, setReason] = useState("");
  const sent = command(reason.trim());
  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (sent !== undefined && (await live.act(sent))) {
      close();
    }
  };
  return (
    <form onSubmit={(event) => void submit(event)}>
      <RefusalToast live={live} />
      {children}
      <label class="field">
        <span>{t("reason.required")}</span>
        <input value={reason} required maxLength={200} onInput={(event) => setReason(event.currentTarget.value)} />
      </label>
      <div class="dialog-actions">
        <button type="submit" class="primary" aria-disabled={sent === undefined || !isLive(live)}>
          {t("correct.yes")}
        </button>
      </div>
    </form>
  );
}

/** `4:05` as milliseconds; undefined where it is not a time. */
export function milliseconds(text: string): number | undefined {
  const found = /^(\d{1,3}):([0-5]\d)$/.exec(text.trim());
  return found ? (Number(found[1]) * 60 + Number(found[2])) * 1000 : undefined;
}

export function CorrectTurn({ live, grant, close }: { live: Live; grant: string; close: () => void }): JSX.Element | null {
  const turn = live.view.value.turns[grant];
  const before = minutes(Math.round((turn?.spoken_ms ?? 0) / 1000));
  const [delegation, choose] = useState(turn?.delegation ?? "");
  const [time, setTime] = useState(before);
  if (turn === undefined) {
    return null;
  }
  const spoken = time === before ? undefined : milliseconds(time);
  const command = (reason: string): Command | undefined => {
    const other = delegation !== "" && delegation !== turn.delegation;
    return other || spoken !== undefined
      ? {
          command: "CorrectStatement",
          grant: Number(grant),
          reason,
          ...(other ? { delegation } : {}),
          ...(spoken === undefined ? {} : { spoken_ms: spoken }),
        }
      : undefined;
  };
  return (
    <Dialog title={t("correct.turn", { grant })} close={close}>
      <CorrectionForm live={live} close={close} command={command}>
        {turn.delegation !== undefined && (
          <DelegationSelect live={live} label={t("correct.delegation")} value={delegation} choose={choose} />
        )}
        <label class="field">
          <span>{t("correct.time")}</span>
          <input
            class="digits"
            value={time}
            pattern="\d{1,3}:[0-5]\d"
            onInput={(event) => setTime(event.currentTarget.value)}
          />
        </label>
      </CorrectionForm>
    </Dialog>
  );
}

/** A decision on record: of this meeting, or of an earlier `meeting` on what stands here. */
export interface Recorded {
  readonly number: number;
  readonly meeting?: string;
  readonly decision: DecisionShown;
}

interface DecisionProps {
  readonly live: Live;
  readonly recorded: Recorded;
  readonly close: () => void;
}

/** By what a correction names the decision. */
function which({ number, meeting }: Recorded): { decision: number; meeting?: string } {
  return { decision: number, ...(meeting === undefined ? {} : { meeting }) };
}

const NO_VOTE = "";

/** One vote was recorded wrongly: the form begins with what is on record, and the result follows from the votes. */
function BallotForm({ live, recorded, close }: DecisionProps): JSX.Element {
  const [delegation, choose] = useState("");
  const [corrected, correct] = useState<Choice | typeof NO_VOTE>();
  const { ballots = {} } = recorded.decision;
  const before = ballots[delegation] ?? NO_VOTE;
  const choice = corrected ?? before;
  const command = (reason: string): Command | undefined =>
    delegation === "" || choice === before
      ? undefined
      : {
          command: "CorrectVote",
          ...which(recorded),
          delegation,
          reason,
          ...(choice === NO_VOTE ? {} : { choice }),
        };
  const chooseDelegation = (id: string): void => {
    choose(id);
    correct(undefined);
  };
  return (
    <CorrectionForm live={live} close={close} command={command}>
      <div class="fields">
        <DelegationSelect
          live={live}
          label={t("correct.vote_of")}
          value={delegation}
          choose={chooseDelegation}
          categories={live.view.value.procedure.voters}
        />
        {delegation !== "" && (
          <label class="field">
            <span>{t("correct.vote")}</span>
            <select
              value={choice}
              onChange={(event) => correct(event.currentTarget.value as Choice | typeof NO_VOTE)}
            >
              {([...CHOICES, NO_VOTE] as const).map((each) => (
                <option key={each} value={each}>
                  {each === NO_VOTE ? t("correct.no_vote") : t(`choice.${each}`)}
                  {each === before && ` ${t("correct.on_record")}`}
                </option>
              ))}
            </select>
          </label>
        )}
      </div>
    </CorrectionForm>
  );
}

function OutcomeForm({ live, recorded, close }: DecisionProps): JSX.Element {
  const { carried } = recorded.decision;
  const command = (reason: string): Command => ({
    command: "CorrectDecision",
    ...which(recorded),
    carried: !carried,
    reason,
  });
  return (
    <CorrectionForm live={live} close={close} command={command}>
      <p>{t(carried ? "correct.to_rejected" : "correct.to_carried")}</p>
    </CorrectionForm>
  );
}

const COUNTS = ["yes", "no", "abstentions"] as const;
const LABEL = { yes: "choice.yes", no: "choice.no", abstentions: "choice.abstention" } as const;

/** A count was entered wrongly: what it says follows from it. */
function CountForm({ live, recorded, close }: DecisionProps): JSX.Element | null {
  const { decision } = recorded;
  const before = decision.tally;
  const [counts, setCounts] = useState(() => COUNTS.map((field) => String(before?.[field] ?? 0)));
  if (before === undefined) {
    return null;
  }
  const [yes = 0, no = 0, abstentions = 0] = counts.map(Number);
  const carried = carries(decision.majority, yes, no);
  const changed = yes !== before.yes || no !== before.no || abstentions !== before.abstentions;
  const command = (reason: string): Command | undefined =>
    changed ? { command: "CorrectDecision", ...which(recorded), carried, yes, no, abstentions, reason } : undefined;
  return (
    <CorrectionForm live={live} close={close} command={command}>
      <fieldset class="fields">
        <legend>{t("correct.count")}</legend>
        {COUNTS.map((field, index) => (
          <label key={field} class="field">
            <span>{t(LABEL[field])}</span>
            <input
              type="number"
              min={0}
              max={1000}
              required
              value={counts[index]}
              onInput={(event) => setCounts(counts.with(index, event.currentTarget.value))}
            />
          </label>
        ))}
      </fieldset>
      <p role="status">{t("correct.follows", { outcome: outcomeText({ ...decision, carried }) })}</p>
    </CorrectionForm>
  );
}

/** Votes by name are put right one by one, a count as a whole, a consensus by saying that it was none. */
export function CorrectDecision(props: DecisionProps): JSX.Element {
  const { number, decision } = props.recorded;
  const { ballots, tally } = decision;
  const Form = ballots !== undefined ? BallotForm : tally !== undefined ? CountForm : OutcomeForm;
  return (
    <Dialog title={t("correct.decision", { number })} close={props.close}>
      <Form {...props} />
    </Dialog>
  );
}
