// Who no longer fits the limits in force: found, chosen, and settled together; nobody is dropped silently.
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { Misfit, Policies } from "../core/accreditation.ts";
import { listed, t } from "../i18n/t.ts";
import { Mark } from "../ui/marks.tsx";
import { nameOf, type Desk } from "./desk.ts";
import { overText, useNames } from "./misfits.tsx";
import { usePage } from "./pager.tsx";
import { DelegationLink, Empty, Panel, SelectField, Table } from "./parts.tsx";
import { SettleDialog } from "./settle-dialog.tsx";

interface Named extends Misfit {
  readonly name: string;
}

/** Each who is over this limit and whose name or delegation is sought. */
function found(desk: Desk, of: readonly Named[], sought: string, limit: string): readonly Named[] {
  const text = sought.trim().toLocaleLowerCase();
  return of
    .filter(({ over }) => limit === "" || over.includes(limit))
    .filter(({ name, delegation }) => `${name} ${nameOf(desk, delegation).text}`.toLocaleLowerCase().includes(text));
}

function Chosen(props: {
  desk: Desk;
  rows: readonly Named[];
  chosen: ReadonlySet<string>;
  choose: (chosen: ReadonlySet<string>) => void;
  open: (some: readonly Named[]) => void;
}): JSX.Element {
  const { desk, rows, chosen, choose } = props;
  const officer = desk.session.capacity === "secretariat";
  const head = [...(officer ? [t("misfit.choose")] : []), t("field.name"), t("field.delegation"), t("misfit.over"), t("misfit.state")];
  const turn = (id: string, on: boolean): void => {
    choose(new Set(on ? [...chosen, id] : [...chosen].filter((each) => each !== id)));
  };
  return (
    <Table label={t("misfit.list")} head={head}>
      {rows.map((each) => (
        <tr key={each.participant}>
          {officer && (
            <td>
              {each.kept === undefined && (
                <input
                  type="checkbox"
                  aria-label={t("misfit.choose_of", { name: each.name })}
                  checked={chosen.has(each.participant)}
                  onChange={(event) => turn(each.participant, event.currentTarget.checked)}
                />
              )}
            </td>
          )}
          <th scope="row">
            <bdi>{each.name}</bdi>
          </th>
          <td>
            <DelegationLink desk={desk} id={each.delegation} />
          </td>
          <td>{listed(each.over.map((over) => overText(desk, over)))}</td>
          <td>
            {each.kept !== undefined && <Mark>{t("misfit.kept", { reason: each.kept })}</Mark>}
            {each.kept === undefined && officer && (
              <button
                type="button"
                class="small"
                aria-label={t("misfit.settle_of", { name: each.name })}
                onClick={() => props.open([each])}
              >
                {t("misfit.settle")}
              </button>
            )}
          </td>
        </tr>
      ))}
    </Table>
  );
}

export function Misfits({ desk, told }: { desk: Desk; told: Policies }): JSX.Element {
  const [opened, open] = useState<readonly Named[]>();
  const [sought, seek] = useState("");
  const [limit, choose] = useState("");
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const names = useNames(desk, told.misfits);
  const all = told.misfits.map((each) => ({ ...each, name: names.get(each.participant) ?? each.participant }));
  const rows = found(desk, all, sought, limit);
  const { shown, pager } = usePage(rows, `${sought} ${limit}`);
  const unsettled = rows.filter(({ kept }) => kept === undefined);
  const marked = all.filter(({ participant, kept }) => kept === undefined && chosen.has(participant));
  const limits = [...new Set(told.misfits.flatMap(({ over }) => over))].sort();
  const officer = desk.session.capacity === "secretariat";
  return (
    <Panel title={t("misfit.title", { count: all.filter(({ kept }) => kept === undefined).length })} class="misfits">
      <div class="toolbar">
        <input
          type="search"
          value={sought}
          placeholder={t("misfit.search")}
          aria-label={t("misfit.search")}
          onInput={(event) => seek(event.currentTarget.value)}
        />
        <SelectField
          label={t("misfit.over")}
          value={limit}
          change={choose}
          choices={limits.map((id) => ({ id, text: overText(desk, id) }))}
          none={t("desk.filter.all")}
        />
        {officer && (
          <>
            <button
              type="button"
              aria-disabled={unsettled.length === 0}
              onClick={() => setChosen(new Set([...chosen, ...unsettled.map(({ participant }) => participant)]))}
            >
              {t("misfit.choose_all", { count: unsettled.length })}
            </button>
            <button type="button" aria-disabled={marked.length === 0} onClick={() => setChosen(new Set())}>
              {t("misfit.choose_none")}
            </button>
            <button
              type="button"
              class="primary"
              aria-disabled={marked.length === 0}
              onClick={() => marked.length > 0 && open(marked)}
            >
              {t("misfit.settle_all", { count: marked.length })}
            </button>
          </>
        )}
      </div>
      {rows.length === 0 && <Empty says="registration.nobody" />}
      {rows.length > 0 && <Chosen desk={desk} rows={shown} chosen={chosen} choose={setChosen} open={open} />}
      {pager}
      {opened && (
        <SettleDialog desk={desk} of={opened} version={told.in_force} close={() => open(undefined)} />
      )}
    </Panel>
  );
}
