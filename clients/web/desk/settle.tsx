// Who no longer fits the limits in force: each settled by the officer; nobody is dropped silently.
import type { JSX } from "preact";
import { useEffect, useMemo, useState } from "preact/hooks";
import type { CrossCheck, Delegation, Misfit, Policies } from "../core/accreditation.ts";
import { t } from "../i18n/t.ts";
import { Dialog } from "../ui/dialog.tsx";
import { Mark } from "../ui/marks.tsx";
import { RefusalToast } from "../ui/toast.tsx";
import { scopeName, useAnswer, type Desk } from "./desk.ts";
import { DelegationLink, Panel, SelectField, Table, TextField } from "./parts.tsx";

/** Their names: of those who registered from their registrations, of others from their delegations. */
function useNames(desk: Desk, misfits: readonly Misfit[]): ReadonlyMap<string, string> {
  const officer = desk.session.capacity === "secretariat";
  const check = useAnswer<CrossCheck>(desk, officer ? "/cross-check" : undefined);
  const others = useOthers(desk, officer ? misfits.filter(({ registration }) => registration === undefined) : misfits);
  return useMemo(() => {
    const registered = check?.registrations.map(({ participant, name }) => [participant ?? "", name] as const) ?? [];
    return new Map([...others, ...registered]);
  }, [check, others]);
}

function useOthers(desk: Desk, misfits: readonly Misfit[]): ReadonlyMap<string, string> {
  const [names, setNames] = useState<ReadonlyMap<string, string>>(new Map());
  const of = [...new Set(misfits.map(({ delegation }) => delegation))].sort().join(" ");
  useEffect(() => {
    const asked = of === "" ? [] : of.split(" ");
    Promise.all(asked.map((id) => desk.ask<Delegation>("GET", `/delegations/${id}`))).then(
      (told) => setNames(new Map(told.flatMap(({ people }) => people.map(({ id, name }) => [id, name])))),
      desk.report,
    );
  }, [of]);
  return names;
}

/** `seat:online.speaker.*` in words. */
function overText(desk: Desk, over: string): string {
  const [kind = "", name = ""] = over.split(":");
  if (kind === "pool") {
    return t("misfit.pool", { pool: name });
  }
  const [modality, role, ...scope] = name.split(".");
  const part = `${t(`modality.${modality as "online"}`)} · ${t(`role.${role as "speaker"}`)}`;
  const where = scope.join(".");
  const what = kind === "seat" ? t("misfit.seat", { part }) : t("misfit.place", { part });
  return where === "*" || where === "" ? what : `${what} · ${scopeName(desk, where)}`;
}

export function MisfitNames({ desk, misfits }: { desk: Desk; misfits: readonly Misfit[] }): JSX.Element {
  const names = useNames(desk, misfits);
  return (
    <ul class="rows">
      {misfits.map((each) => (
        <li key={each.participant}>
          <bdi>{names.get(each.participant) ?? each.participant}</bdi>
          <DelegationLink desk={desk} id={each.delegation} />
          <span class="faint">{each.over.map((over) => overText(desk, over)).join(", ")}</span>
        </li>
      ))}
    </ul>
  );
}

export function Misfits({ desk, told }: { desk: Desk; told: Policies }): JSX.Element {
  const [opened, open] = useState<Misfit>();
  const names = useNames(desk, told.misfits);
  const name = (of: Misfit): string => names.get(of.participant) ?? of.participant;
  const officer = desk.session.capacity === "secretariat";
  const head = [t("field.name"), t("field.delegation"), t("misfit.over"), t("misfit.state")];
  const open_ = told.misfits.filter(({ kept }) => kept === undefined).length;
  return (
    <Panel title={t("misfit.title", { count: open_ })} class="misfits">
      <Table label={t("misfit.title", { count: open_ })} head={head}>
        {told.misfits.map((each) => (
          <tr key={each.participant}>
            <th scope="row">
              <bdi>{name(each)}</bdi>
            </th>
            <td>
              <DelegationLink desk={desk} id={each.delegation} />
            </td>
            <td>{each.over.map((over) => overText(desk, over)).join(", ")}</td>
            <td>
              {each.kept !== undefined && <Mark>{t("misfit.kept", { reason: each.kept })}</Mark>}
              {each.kept === undefined && officer && (
                <button
                  type="button"
                  class="small"
                  aria-label={t("misfit.settle_of", { name: name(each) })}
                  onClick={() => open(each)}
                >
                  {t("misfit.settle")}
                </button>
              )}
            </td>
          </tr>
        ))}
      </Table>
      {opened && (
        <Settle desk={desk} of={opened} name={name(opened)} version={told.in_force} close={() => open(undefined)} />
      )}
    </Panel>
  );
}

const ACTS = ["move", "withdraw", "keep"] as const;

function Settle(props: {
  desk: Desk;
  of: Misfit;
  name: string;
  version: number;
  close: () => void;
}): JSX.Element {
  const { desk, of, name, version, close } = props;
  const [act, choose] = useState<(typeof ACTS)[number]>("move");
  const [modality, setModality] = useState("online");
  const [role, setRole] = useState("speaker");
  const [reason, setReason] = useState("");
  const submit = (event: Event): void => {
    event.preventDefault();
    const body = {
      participant: of.participant,
      act,
      ...(act === "move" && { modality, role }),
      ...(reason.trim() && { reason: reason.trim() }),
    };
    void desk
      .attempt(() => desk.ask("POST", `/policies/${version}/settle`, body), t("misfit.settled", { name }))
      .then((done) => done && close());
  };
  return (
    <Dialog title={t("misfit.settle_of", { name })} close={close}>
      <RefusalToast live={desk} />
      <form onSubmit={submit} class="stacked">
        <p>{of.over.map((over) => overText(desk, over)).join(", ")}</p>
        <fieldset class="options column">
          <legend>{t("misfit.act")}</legend>
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
              choices={(["in_person", "online"] as const).map((id) => ({ id, text: t(`modality.${id}`) }))}
            />
            <SelectField
              label={t("field.role")}
              value={role}
              change={setRole}
              choices={(["speaker", "observer"] as const).map((id) => ({ id, text: t(`role.${id}`) }))}
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
          <button type="button" onClick={close}>
            {t("dialog.cancel")}
          </button>
          <button type="submit" class="primary">
            {t("misfit.yes")}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
