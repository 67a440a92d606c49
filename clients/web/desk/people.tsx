// What is kept about one person: who saw or changed it, all of it as a file, and its end.
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { Audited, PeopleFound, Somebody } from "../core/accreditation.ts";
import { t } from "../i18n/t.ts";
import { Dialog } from "../ui/dialog.tsx";
import { RefusalToast } from "../ui/toast.tsx";
import { useAnswer, type Desk } from "./desk.ts";
import { Download } from "./download.tsx";
import { Pager } from "./pager.tsx";
import { DelegationLink, Empty, Loading, Panel, Table, TextField, Moment } from "./parts.tsx";
import { Release, SendLink } from "./person-acts.tsx";
import { go, to } from "./route.ts";

export function PeopleScreen({ desk, path }: { desk: Desk; path: readonly string[] }): JSX.Element {
  const [id] = path;
  return id === undefined ? <Find desk={desk} /> : <One key={id} desk={desk} id={id} />;
}

const PAGE = 50;

function Found({ desk, found }: { desk: Desk; found: readonly Somebody[] }): JSX.Element {
  const head = [t("field.name"), t("field.delegation"), t("field.email"), t("people.standing")];
  return (
    <Table label={t("nav.people")} head={head}>
      {found.map((each) => (
        <tr key={each.id}>
          <th scope="row">
            <a href={to("people", each.id)}>
              <bdi>{each.name}</bdi>
            </a>
          </th>
          <td>{each.delegation === undefined ? "–" : <DelegationLink desk={desk} id={each.delegation} />}</td>
          <td>
            <bdi>{each.email ?? "–"}</bdi>
          </td>
          <td>{standing(each)}</td>
        </tr>
      ))}
    </Table>
  );
}

function standing({ standing }: Somebody): string {
  return standing === "nominated" || standing === "of_file" ? t(`people.standing.${standing}`) : t(`state.${standing}`);
}

function Find({ desk }: { desk: Desk }): JSX.Element {
  const [sought, seek] = useState("");
  const [asked, ask] = useState({ text: "", page: 1 });
  const told = useAnswer<PeopleFound>(desk, `/people?text=${encodeURIComponent(asked.text)}&page=${asked.page}`);
  const submit = (event: Event): void => {
    event.preventDefault();
    ask({ text: sought, page: 1 });
  };
  return (
    <>
      <p class="screen-says">{t("people.says")}</p>
      <form class="toolbar" onSubmit={submit}>
        <input
          type="search"
          value={sought}
          placeholder={t("registration.search")}
          aria-label={t("registration.search")}
          onInput={(event) => seek(event.currentTarget.value)}
        />
        <button type="submit">{t("people.find")}</button>
      </form>
      {told === undefined && <Loading />}
      {told?.total === 0 && <Empty says="people.nobody" />}
      {told !== undefined && told.total > 0 && <Found desk={desk} found={told.people} />}
      {told !== undefined && (
        <Pager page={asked.page} last={Math.ceil(told.total / PAGE)} turn={(page) => ask({ ...asked, page })} />
      )}
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

/** Who takes part, with a login: a new link can be sent to her. */
function takesPart({ standing, participant }: Somebody): boolean {
  return participant !== undefined && (standing === "approved" || standing === "of_file");
}

function Acts({ desk, of }: { desk: Desk; of: Somebody }): JSX.Element | null {
  const { participant, name } = of;
  if (participant === undefined || !takesPart(of)) {
    return null;
  }
  return (
    <Panel title={t("people.acts")}>
      <div class="buttons">
        <SendLink desk={desk} participant={participant} name={name} />
        {of.standing === "of_file" && of.delegation !== undefined && (
          <Release desk={desk} participant={participant} name={name} />
        )}
      </div>
    </Panel>
  );
}

function One({ desk, id }: { desk: Desk; id: string }): JSX.Element {
  const found = useAnswer<Somebody>(desk, `/people/${encodeURIComponent(id)}`);
  const [erasing, erase] = useState(false);
  const kinds = found === undefined ? [] : ([["registration", found.registration], ["participant", found.participant]] as const);
  const subjects = [...kinds.flatMap(([kind, key]) => (key === undefined ? [] : [`${kind}:${key}`])), `person:${id}`];
  return (
    <>
      <p>
        <a href={to("people")}>{t("people.back")}</a>
      </p>
      <h2 class="screen-subject">
        <bdi>{found?.name ?? id}</bdi>
        {found && (
          <small>
            {found.delegation && <DelegationLink desk={desk} id={found.delegation} />} · {standing(found)}
          </small>
        )}
      </h2>
      {found && <Acts desk={desk} of={found} />}
      <Panel title={t("people.data")}>
        <p>{t("people.data.says")}</p>
        <div class="buttons">
          <Download desk={desk} path={`/people/${encodeURIComponent(id)}/data`} name={`${id}.json`} text={t("people.export")} />
          <button type="button" class="small danger" onClick={() => erase(true)}>
            {t("erase.open")}
          </button>
        </div>
      </Panel>
      {found && <AuditOf key={subjects[0]} desk={desk} subjects={subjects} />}
      {erasing && (
        <Erase
          desk={desk}
          id={id}
          close={(done) => {
            erase(false);
            if (done) {
              go("people");
            }
          }}
        />
      )}
    </>
  );
}
