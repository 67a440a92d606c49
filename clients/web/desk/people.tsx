// What is kept about one person: who saw or changed it, all of it as a file, and its end.
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { Audited, CrossCheck } from "../core/accreditation.ts";
import { t } from "../i18n/t.ts";
import { Dialog } from "../ui/dialog.tsx";
import { RefusalToast } from "../ui/toast.tsx";
import { nameOf, useAnswer, type Desk } from "./desk.ts";
import { Download } from "./download.tsx";
import { DelegationLink, Empty, Loading, Panel, Table, TextField, usePage, Moment } from "./parts.tsx";
import { to } from "./route.ts";

export function PeopleScreen({ desk, path }: { desk: Desk; path: readonly string[] }): JSX.Element {
  const [id] = path;
  return id === undefined ? <Find desk={desk} /> : <One key={id} desk={desk} id={id} />;
}

function Find({ desk }: { desk: Desk }): JSX.Element {
  const check = useAnswer<CrossCheck>(desk, "/cross-check");
  const [sought, seek] = useState("");
  const text = sought.trim().toLocaleLowerCase();
  const found = (check?.registrations ?? []).filter(({ name, email, delegation }) =>
    `${name} ${email} ${nameOf(desk, delegation).text}`.toLocaleLowerCase().includes(text),
  );
  const { shown, pager } = usePage(found, sought);
  if (check === undefined) {
    return <Loading />;
  }
  return (
    <>
      <p class="screen-says">{t("people.says")}</p>
      <div class="toolbar">
        <input
          type="search"
          value={sought}
          placeholder={t("registration.search")}
          aria-label={t("registration.search")}
          onInput={(event) => seek(event.currentTarget.value)}
        />
      </div>
      {found.length === 0 && <Empty says="registration.nobody" />}
      {found.length > 0 && (
        <Table label={t("nav.people")} head={[t("field.name"), t("field.delegation"), t("field.email")]}>
          {shown.map((each) => (
            <tr key={each.id}>
              <th scope="row">
                <a href={to("people", each.participant ?? each.id)}>
                  <bdi>{each.name}</bdi>
                </a>
              </th>
              <td>
                <DelegationLink desk={desk} id={each.delegation} />
              </td>
              <td>
                <bdi>{each.email}</bdi>
              </td>
            </tr>
          ))}
        </Table>
      )}
      {pager}
    </>
  );
}

function Erase({ desk, id, close }: { desk: Desk; id: string; close: (done: boolean) => void }): JSX.Element {
  const [typed, type] = useState("");
  const word = t("erase.word");
  const submit = (event: Event): void => {
    event.preventDefault();
    if (typed.trim().toLocaleLowerCase() === word) {
      const at = `/people/${encodeURIComponent(id)}/erase`;
      void desk.attempt(() => desk.ask("POST", at), t("erase.done")).then((done) => done && close(true));
    }
  };
  return (
    <Dialog title={t("erase.title")} close={() => close(false)}>
      <RefusalToast live={desk} />
      <form onSubmit={submit} class="stacked">
        <p>{t("erase.says")}</p>
        <TextField label={t("erase.type", { word })} value={typed} change={type} required />
        <div class="dialog-actions">
          <button type="button" onClick={() => close(false)}>
            {t("dialog.cancel")}
          </button>
          <button type="submit" class="danger" aria-disabled={typed.trim().toLocaleLowerCase() !== word}>
            {t("erase.yes")}
          </button>
        </div>
      </form>
    </Dialog>
  );
}

function detailOf(detail: Audited["detail"]): string {
  return Object.entries(detail)
    .map(([key, value]) => `${key}: ${typeof value === "object" ? JSON.stringify(value) : String(value)}`)
    .join(", ");
}

function AuditOf({ desk, subjects }: { desk: Desk; subjects: readonly string[] }): JSX.Element {
  const [subject, choose] = useState(subjects[0] ?? "");
  const told = useAnswer<readonly Audited[]>(desk, `/audit?subject=${encodeURIComponent(subject)}`);
  const head = [t("audit.at"), t("audit.action"), t("audit.by"), t("audit.detail")];
  return (
    <Panel title={t("audit.title")}>
      <TextField label={t("audit.subject")} value={subject} change={choose} />
      {told === undefined && <Loading />}
      {told?.length === 0 && <Empty says="audit.nothing" />}
      {told !== undefined && told.length > 0 && (
        <Table label={t("audit.title")} head={head}>
          {told.map((each, index) => (
            <tr key={index}>
              <td class="nowrap">
                <Moment desk={desk} at={each.at} />
              </td>
              <td>{each.action}</td>
              <td>
                <code>{each.by}</code>
              </td>
              <td>{detailOf(each.detail)}</td>
            </tr>
          ))}
        </Table>
      )}
    </Panel>
  );
}

function One({ desk, id }: { desk: Desk; id: string }): JSX.Element {
  const check = useAnswer<CrossCheck>(desk, "/cross-check");
  const [erasing, erase] = useState(false);
  const found = check?.registrations.find((each) => each.id === id || each.participant === id);
  const subjects = [`person:${id}`, ...(found ? [`registration:${found.id}`] : []), `participant:${id}`];
  return (
    <>
      <p>
        <a href={to("people")}>{t("people.back")}</a>
      </p>
      <h2 class="screen-subject">
        <bdi>{found?.name ?? id}</bdi>
        {found?.delegation && (
          <small>
            <DelegationLink desk={desk} id={found.delegation} />
          </small>
        )}
      </h2>
      <Panel title={t("people.data")}>
        <p>{t("people.data.says")}</p>
        <div class="buttons">
          <Download desk={desk} path={`/people/${encodeURIComponent(id)}/data`} name={`${id}.json`} text={t("people.export")} />
          <button type="button" class="small danger" onClick={() => erase(true)}>
            {t("erase.open")}
          </button>
        </div>
      </Panel>
      {check && <AuditOf key={found?.id ?? ""} desk={desk} subjects={subjects.slice(found ? 1 : 0)} />}
      {erasing && <Erase desk={desk} id={id} close={() => erase(false)} />}
    </>
  );
}
