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

/** For a delegation whose console failed, or that said its vote aloud. */
export function RecordForm({ live, vote }: { live: Shown<"podium">; vote: PodiumVote }): JSX.Element {
  const [delegation, choose] = useState("");
  const record = (choice: Choice): void => {
    void live.act({ command: "RecordVote", delegation, choice });
    choose("");
  };
  const ready = isLive(live) && delegation !== "";
  return (
    <details class="record">
      <summary>{t("vote.record")}</summary>
      <div class="inline-form">
        <DelegationSelect live={live} label={t("vote.record.of")} value={delegation} choose={choose} among={vote.entitled} />
        {CHOICES.map((choice) => (
          <Press key={choice} ready={ready} press={() => record(choice)}>
            {t(`choice.${choice}`)}
          </Press>
        ))}
      </div>
    </details>
  );
}
