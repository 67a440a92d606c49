// What the clerk enters by hand: the count of hands, the tellers' totals, the vote of one delegation.
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { Choice, PodiumVote } from "../core/contract.ts";
import { CHOICES } from "../core/tally.ts";
import { t } from "../i18n/t.ts";
import { isLive, may, type Shown } from "../ui/live.ts";
import { Press } from "../ui/press.tsx";
import { DelegationSelect } from "./delegation-select.tsx";

const COUNTS = ["yes", "no", "abstentions", "invalid"] as const;
type Counts = Readonly<Record<(typeof COUNTS)[number], string>>;

const NOTHING: Counts = { yes: "", no: "", abstentions: "", invalid: "" };
const LABEL = { yes: "choice.yes", no: "choice.no", abstentions: "choice.abstention", invalid: "count.invalid" } as const;

interface CountProps {
  readonly live: Shown<"podium">;
  readonly secret: boolean;
  /** Called once the count is accepted. */
  readonly done: () => void;
}

export function CountForm({ live, secret, done }: CountProps): JSX.Element | null {
  const [counts, setCounts] = useState<Counts>(NOTHING);
  if (!may(live, "EnterCount")) {
    return null;
  }
  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const of = (field: keyof Counts): number => Number(counts[field] || 0);
    const entered = await live.act({
      command: "EnterCount",
      yes: of("yes"),
      no: of("no"),
      abstentions: of("abstentions"),
      ...(secret ? { invalid: of("invalid") } : {}),
    });
    if (entered) {
      done();
    }
  };
  return (
    <form class="count" onSubmit={(event) => void submit(event)}>
      <h3>{t(secret ? "count.tellers" : "count.hands")}</h3>
      <div class="fields">
        {COUNTS.filter((field) => secret || field !== "invalid").map((field) => (
          <label key={field} class="field">
            <span>{t(LABEL[field])}</span>
            <input
              type="number"
              min={0}
              max={1000}
              required={field !== "invalid"}
              value={counts[field]}
              onInput={(event) => setCounts({ ...counts, [field]: event.currentTarget.value })}
            />
          </label>
        ))}
      </div>
      <button type="submit" aria-disabled={!isLive(live)}>
        {t("count.enter")}
      </button>
    </form>
  );
}

/** Whose vote may be entered by hand: in a roll call those who have been called, to put an answer right. */
function recordable(vote: PodiumVote): readonly string[] {
  const called = (id: string): boolean => vote.voted[id] === true || (vote.passed ?? []).includes(id);
  return vote.method === "roll_call" ? vote.entitled.filter(called) : vote.entitled;
}

/** For a delegation whose console failed, or that said its vote aloud, or whose vote was entered wrongly. */
export function RecordForm({ live, vote }: { live: Shown<"podium">; vote: PodiumVote }): JSX.Element | null {
  const [delegation, choose] = useState("");
  const among = recordable(vote);
  const before = vote.ballots[delegation]?.choice;
  const record = (choice: Choice | undefined): void => {
    void live.act({ command: "RecordVote", delegation, ...(choice === undefined ? {} : { choice }) });
    choose("");
  };
  const ready = isLive(live) && delegation !== "";
  if (among.length === 0) {
    return null;
  }
  return (
    <details class="record">
      <summary>{t(vote.method === "roll_call" ? "vote.record.again" : "vote.record")}</summary>
      <div class="inline-form">
        <DelegationSelect live={live} label={t("vote.record.of")} value={delegation} choose={choose} among={among} />
        {CHOICES.map((choice) => (
          <Press key={choice} ready={ready && choice !== before} pressed={choice === before} press={() => record(choice)}>
            {t(`choice.${choice}`)}
          </Press>
        ))}
        {before !== undefined && (
          <Press ready={ready} press={() => record(undefined)}>
            {t("vote.record.none")}
          </Press>
        )}
      </div>
    </details>
  );
}
