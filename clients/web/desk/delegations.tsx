// Every delegation: found by name, code, category or session, with how far it is.
import type { JSX } from "preact";
import { useMemo, useState } from "preact/hooks";
import type { DelegationLine, Figures } from "../core/accreditation.ts";
import { t } from "../i18n/t.ts";
import { categoryChoices, sessionChoices } from "./choices.ts";
import { DelegationForm } from "./delegation-form.tsx";
import { DelegationScreen } from "./delegation.tsx";
import { nameOf, sessionsOf, useAnswer, type Desk } from "./desk.ts";
import { usePage } from "./pager.tsx";
import { DelegationLink, Empty, SelectField, Table } from "./parts.tsx";

interface Sought {
  readonly text: string;
  readonly category: string;
  readonly session: string;
}

function found(desk: Desk, sought: Sought): readonly DelegationLine[] {
  const text = sought.text.trim().toLocaleLowerCase();
  return [...desk.delegations.value.values()]
    .filter(({ category }) => sought.category === "" || category === sought.category)
    .filter(({ sessions }) => sought.session === "" || sessions.includes(sought.session))
    .filter(({ id, code }) => `${code} ${nameOf(desk, id).text}`.toLocaleLowerCase().includes(text))
    .sort((a, b) => nameOf(desk, a.id).text.localeCompare(nameOf(desk, b.id).text));
}

function Search(props: { desk: Desk; sought: Sought; seek: (sought: Sought) => void }): JSX.Element {
  const { desk, sought, seek } = props;
  const sessions = sessionChoices(desk);
  return (
    <div class="toolbar">
      <input
        type="search"
        value={sought.text}
        placeholder={t("desk.search")}
        aria-label={t("desk.search")}
        onInput={(event) => seek({ ...sought, text: event.currentTarget.value })}
      />
      <SelectField
        label={t("field.category")}
        value={sought.category}
        change={(category) => seek({ ...sought, category })}
        choices={categoryChoices()}
        none={t("desk.filter.all")}
      />
      {sessions.length > 0 && (
        <SelectField
          label={t("field.session")}
          value={sought.session}
          change={(session) => seek({ ...sought, session })}
          choices={sessions}
          none={t("desk.filter.all")}
        />
      )}
    </div>
  );
}

export function DelegationsScreen({ desk, path }: { desk: Desk; path: readonly string[] }): JSX.Element {
  const [id] = path;
  return id === undefined ? <List desk={desk} /> : <DelegationScreen desk={desk} id={id} />;
}

function List({ desk }: { desk: Desk }): JSX.Element {
  const [sought, seek] = useState<Sought>({ text: "", category: "", session: "" });
  const figures = useAnswer<Figures>(desk, "/figures");
  const rows = useMemo(() => found(desk, sought), [desk.delegations.value, sought]);
  const counts = useMemo(() => new Map(figures?.delegations.map((each) => [each.delegation, each.total])), [figures]);
  const { shown, pager } = usePage(rows, JSON.stringify(sought));
  const [adding, add] = useState(false);
  const all = sessionsOf(desk).length;
  const head = [
    t("field.delegation"),
    t("field.code"),
    t("field.category"),
    t("field.sessions"),
    { number: t("figures.nominated") },
    { number: t("figures.registered") },
    { number: t("figures.approved") },
  ];
  return (
    <>
      <Search desk={desk} sought={sought} seek={seek} />
      <div class="toolbar">
        <button type="button" onClick={() => add(true)}>
          {t("delegation.add")}
        </button>
      </div>
      {adding && <DelegationForm desk={desk} close={() => add(false)} />}
      <Table label={t("nav.delegations")} head={head}>
        {shown.map((each) => {
          const of = counts.get(each.id);
          return (
            <tr key={each.id}>
              <th scope="row">
                <DelegationLink desk={desk} id={each.id} />
              </th>
              <td>{each.code}</td>
              <td>{t(`category.${each.category}`)}</td>
              <td>{each.sessions.length === all ? t("field.sessions.all_of_them") : each.sessions.join(", ")}</td>
              <td class="number">{of?.nominated ?? ""}</td>
              <td class="number">{of?.registered ?? ""}</td>
              <td class="number">{of?.approved ?? ""}</td>
            </tr>
          );
        })}
      </Table>
      {rows.length === 0 && <Empty says="desk.none" />}
      {pager}
    </>
  );
}
