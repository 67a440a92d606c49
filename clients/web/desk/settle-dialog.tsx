// What becomes of one or many who no longer fit: asked once, done some at a time, and what was refused is shown.
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { Problem } from "../core/contract.ts";
import { listed, t } from "../i18n/t.ts";
import { Dialog } from "../ui/dialog.tsx";
import { RefusalToast } from "../ui/toast.tsx";
import type { Misfit } from "../core/accreditation.ts";
import { modalityChoices, roleChoices } from "./choices.ts";
import type { Desk } from "./desk.ts";
import { overText } from "./misfits.tsx";
import { Progress, Refusals, SelectField, TextField } from "./parts.tsx";

const ACTS = ["move", "withdraw", "keep"] as const;
/** So many go in one request: a progress bar that moves, and meetings that get their turn between them. */
const TOGETHER = 40;

interface Named extends Misfit {
  readonly name: string;
}

interface Answer {
  readonly done: readonly string[];
  readonly refused: readonly { readonly participant: string; readonly problem: Problem }[];
}

interface Outcome {
  readonly done: number;
  readonly refused: readonly { readonly who: string; readonly problem: Problem }[];
}

type Stage = { readonly is: "asking" } | { readonly is: "running"; readonly done: number } | { readonly is: "over"; readonly outcome: Outcome };

/** Settles them delegation by delegation; who is refused keeps nobody back. `tell` hears how many are through. */
async function settleAll(
  desk: Desk,
  of: readonly Named[],
  version: number,
  how: Readonly<Record<string, unknown>>,
  tell: (done: number) => void,
): Promise<Outcome> {
  const names = new Map(of.map(({ participant, name }) => [participant, name]));
  const ordered = [...of].sort((a, b) => a.delegation.localeCompare(b.delegation)).map(({ participant }) => participant);
  let outcome: Outcome = { done: 0, refused: [] };
  for (let from = 0; from < ordered.length; from += TOGETHER) {
    const body = { ...how, participants: ordered.slice(from, from + TOGETHER) };
    const answer = await desk.ask<Answer>("POST", `/policies/${version}/settle`, body);
    const refused = answer.refused.map(({ participant, problem }) => ({ who: names.get(participant) ?? participant, problem }));
    outcome = { done: outcome.done + answer.done.length, refused: [...outcome.refused, ...refused] };
    tell(Math.min(from + TOGETHER, ordered.length));
  }
  return outcome;
}

export function SettleDialog(props: {
  desk: Desk;
  of: readonly Named[];
  version: number;
  close: () => void;
}): JSX.Element {
  const { desk, of, version } = props;
  const [stage, setStage] = useState<Stage>({ is: "asking" });
  const one = of.length === 1 ? of[0] : undefined;
  const run = (how: Readonly<Record<string, unknown>>): void => {
    setStage({ is: "running", done: 0 });
    settleAll(desk, of, version, how, (done) => setStage({ is: "running", done })).then(
      (outcome) => {
        desk.said.value = t("misfit.settled_all", { count: outcome.done });
        desk.changed();
        if (outcome.refused.length === 0) {
          props.close();
        } else {
          setStage({ is: "over", outcome });
        }
      },
      (error: unknown) => {
        desk.report(error);
        desk.changed();
        setStage({ is: "asking" });
      },
    );
  };
  const title = one === undefined ? t("misfit.settle_all", { count: of.length }) : t("misfit.settle_of", { name: one.name });
  return (
    <Dialog title={title} close={() => stage.is !== "running" && props.close()}>
      <RefusalToast live={desk} />
      {stage.is === "asking" && (
        <>
          {one && <p>{listed(one.over.map((over) => overText(desk, over)))}</p>}
          <Ask run={run} close={props.close} many={one === undefined} />
        </>
      )}
      {stage.is === "running" && <Progress label={t("misfit.running")} done={stage.done} of={of.length} />}
      {stage.is === "over" && (
        <>
          <p role="alert">
            <b>{t("misfit.settled_all", { count: stage.outcome.done })}</b>{" "}
            {t("misfit.refused_all", { count: stage.outcome.refused.length })}
          </p>
          <Refusals refused={stage.outcome.refused} />
          <div class="dialog-actions">
            <button type="button" class="primary" onClick={props.close}>
              {t("dialog.close")}
            </button>
          </div>
        </>
      )}
    </Dialog>
  );
}

function Ask(props: {
  run: (how: Readonly<Record<string, unknown>>) => void;
  close: () => void;
  many: boolean;
}): JSX.Element {
  const [act, choose] = useState<(typeof ACTS)[number]>("move");
  const [modality, setModality] = useState("online");
  const [role, setRole] = useState("speaker");
  const [reason, setReason] = useState("");
  const submit = (event: Event): void => {
    event.preventDefault();
    props.run({ act, ...(act === "move" && { modality, role }), ...(reason.trim() && { reason: reason.trim() }) });
  };
  return (
    <form onSubmit={submit} class="stacked">
      <fieldset class="options column">
        <legend>{t(props.many ? "misfit.act_of_all" : "misfit.act")}</legend>
        {ACTS.map((each) => (
          <label key={each}>
            <input type="radio" name="act" checked={act === each} onChange={() => choose(each)} />
            <span>{t(`misfit.act.${each}`)}</span>
          </label>
        ))}
      </fieldset>
      {act === "move" && (
        <div class="fields">
          <SelectField
            label={t("field.modality")}
            value={modality}
            change={setModality}
            choices={modalityChoices()}
          />
          <SelectField
            label={t("field.role")}
            value={role}
            change={setRole}
            choices={roleChoices()}
          />
        </div>
      )}
      <TextField
        label={t(act === "keep" ? "reason.required" : "reason.optional")}
        value={reason}
        change={setReason}
        required={act === "keep"}
      />
      <div class="dialog-actions">
        <button type="button" onClick={props.close}>
          {t("dialog.cancel")}
        </button>
        <button type="submit" class="primary">
          {t("misfit.yes")}
        </button>
      </div>
    </form>
  );
}
