// A new version of the limits, beginning as a copy of the one in force: tried out first, then published.
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { Limit, Misfit, Policy, Pool } from "../core/accreditation.ts";
import type { Modality } from "../core/contract.ts";
import { fromZoned } from "../core/zoned.ts";
import { t } from "../i18n/t.ts";
import { categoryChoices, modalityChoices, roleChoices, type Choice } from "./choices.ts";
import { scopeName, sessionsOf, type Desk } from "./desk.ts";
import { Panel, TextField } from "./parts.tsx";
import { ChoiceCell, NumberCell, RemoveCell } from "./policy-cells.tsx";
import { MisfitNames } from "./misfits.tsx";

function scopeChoices(desk: Desk): readonly Choice[] {
  const sessions = sessionsOf(desk).map(({ id }) => id);
  const meetings = desk.session.meetings.map(({ id }) => id);
  return [...sessions, ...meetings].map((id) => ({ id, text: scopeName(desk, id) }));
}

/** Without what was not chosen: absent is any. */
function without<T extends object>(of: T, key: keyof T, value: string): T {
  const { [key]: _, ...rest } = of;
  return (value === "" ? rest : { ...rest, [key]: value }) as T;
}

interface LineProps<T> {
  readonly desk: Desk;
  readonly number: number;
  readonly of: T;
  readonly change: (of: T) => void;
  readonly remove: () => void;
}

function LimitLine({ desk, number, of, change, remove }: LineProps<Limit>): JSX.Element {
  const label = (field: string): string => t("note.cell", { field, line: number });
  return (
    <tr>
      <ChoiceCell
        label={label(t("field.category"))}
        value={of.category ?? ""}
        choices={categoryChoices()}
        none={t("limits.any_category")}
        change={(value) => change(without(of, "category", value))}
      />
      <ChoiceCell
        label={label(t("field.modality"))}
        value={of.modality}
        choices={modalityChoices()}
        change={(value) => change({ ...of, modality: value as Modality })}
      />
      <ChoiceCell
        label={label(t("field.role"))}
        value={of.role}
        choices={roleChoices()}
        change={(value) => change({ ...of, role: value as Limit["role"] })}
      />
      <ChoiceCell
        label={label(t("field.scope"))}
        value={of.scope ?? ""}
        choices={scopeChoices(desk)}
        none={t("limits.everywhere")}
        change={(value) => change(without(of, "scope", value))}
      />
      <NumberCell
        label={label(t("limits.nominated"))}
        value={of.nominated}
        most={999}
        change={(nominated) => change({ ...of, nominated })}
      />
      <NumberCell
        label={label(t("limits.at_once"))}
        value={of.at_once}
        most={of.nominated}
        change={(at_once) => change({ ...of, at_once })}
      />
      <RemoveCell label={t("note.remove", { line: number })} remove={remove} />
    </tr>
  );
}

function PoolLine({ number, of, change, remove }: LineProps<Pool>): JSX.Element {
  const label = (field: string): string => t("limits.pool.cell", { field, line: number });
  return (
    <tr>
      <td>
        <input
          value={of.id}
          required
          aria-label={label(t("limits.pool"))}
          onInput={(event) => change({ ...of, id: event.currentTarget.value })}
        />
      </td>
      <ChoiceCell
        label={label(t("field.modality"))}
        value={of.modality ?? ""}
        choices={modalityChoices()}
        none={t("limits.any")}
        change={(value) => change(without(of, "modality", value))}
      />
      <ChoiceCell
        label={label(t("field.role"))}
        value={of.role ?? ""}
        choices={roleChoices()}
        none={t("limits.any")}
        change={(value) => change(without(of, "role", value))}
      />
      <NumberCell
        label={label(t("limits.pool.size"))}
        value={of.size}
        most={100_000}
        change={(size) => change({ ...of, size })}
      />
      <RemoveCell label={t("limits.pool.remove", { line: number })} remove={remove} />
    </tr>
  );
}

/** A table of lines that can be changed, with a button for one more. */
function Lines<T>(props: {
  desk: Desk;
  label: string;
  head: readonly string[];
  lines: readonly T[];
  fresh: T;
  more: string;
  of: (props: LineProps<T>) => JSX.Element;
  change: (lines: readonly T[]) => void;
}): JSX.Element {
  const { lines, change, of: Line } = props;
  return (
    <>
      <div class="table-place" role="group" aria-label={props.label} tabIndex={0}>
        <table class="editable">
          <thead>
            <tr>
              {props.head.map((each) => (
                <th key={each} scope="col">
                  {each}
                </th>
              ))}
              <td />
            </tr>
          </thead>
          <tbody>
            {lines.map((line, index) => (
              <Line
                key={index}
                desk={props.desk}
                number={index + 1}
                of={line}
                change={(changed) => change(lines.map((each, at) => (at === index ? changed : each)))}
                remove={() => change(lines.filter((_, at) => at !== index))}
              />
            ))}
          </tbody>
        </table>
      </div>
      <div class="buttons">
        <button type="button" class="small" onClick={() => change([...lines, props.fresh])}>
          {props.more}
        </button>
      </div>
    </>
  );
}

const LIMIT: Limit = { modality: "in_person", role: "speaker", nominated: 0, at_once: 0 };
const POOL: Pool = { id: "platform", modality: "online", categories: [], size: 0 };

export function PolicyForm(props: { desk: Desk; like: Policy | undefined; close: () => void }): JSX.Element {
  const { desk, like, close } = props;
  const [limits, setLimits] = useState<readonly Limit[]>(like?.limits ?? [LIMIT]);
  const [pools, setPools] = useState<readonly Pool[]>(like?.pools ?? []);
  const [reason, setReason] = useState("");
  const [from, setFrom] = useState("");
  const [tried, setTried] = useState<readonly Misfit[]>();
  const body = (): object => ({
    reason: reason.trim() || t("limits.trial"),
    ...(from && { holds_from: fromZoned(from, desk.session.conference.time_zone) }),
    limits,
    pools,
  });
  const preview = (): void => {
    desk.ask<{ misfits: readonly Misfit[] }>("POST", "/policies/preview", body()).then((told) => {
      desk.dismiss();
      setTried(told.misfits);
    }, desk.report);
  };
  const publish = (event: Event): void => {
    event.preventDefault();
    void desk
      .attempt(() => desk.ask("POST", "/policies", body()), t("limits.published"))
      .then((done) => done && close());
  };
  return (
    <Panel title={t("limits.new")}>
      <form onSubmit={publish} class="stacked">
        <Lines
          desk={desk}
          label={t("limits.title")}
          head={[
            t("field.category"),
            t("field.modality"),
            t("field.role"),
            t("field.scope"),
            t("limits.nominated"),
            t("limits.at_once"),
          ]}
          lines={limits}
          fresh={LIMIT}
          more={t("limits.more")}
          of={LimitLine}
          change={setLimits}
        />
        <h3>{t("limits.pools")}</h3>
        <Lines
          desk={desk}
          label={t("limits.pools")}
          head={[t("limits.pool"), t("field.modality"), t("field.role"), t("limits.pool.size")]}
          lines={pools}
          fresh={POOL}
          more={t("limits.pool.more")}
          of={PoolLine}
          change={setPools}
        />
        <div class="fields">
          <TextField label={t("limits.reason")} value={reason} change={setReason} required />
          <TextField label={t("limits.from")} type="datetime-local" value={from} change={setFrom} hint={t("limits.from.says")} />
        </div>
        {tried && (
          <div role="status" class="tried">
            <p>{t(tried.length === 0 ? "limits.preview.nobody" : "limits.preview.says", { count: tried.length })}</p>
            <MisfitNames desk={desk} misfits={tried} />
          </div>
        )}
        <div class="buttons">
          <button type="button" onClick={close}>
            {t("dialog.cancel")}
          </button>
          <button type="button" onClick={preview}>
            {t("limits.preview")}
          </button>
          <button type="submit" class="primary">
            {t("limits.publish")}
          </button>
        </div>
      </form>
    </Panel>
  );
}
