// Notes verbales: all of the conference, or one: written down, compared with the one in force, confirmed.
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { Note, NoteLine } from "../core/accreditation.ts";
import { t } from "../i18n/t.ts";
import { Mark, Spoken } from "../ui/marks.tsx";
import { dayOf, momentOf, nameOf, useAnswer, type Desk } from "./desk.ts";
import { Download } from "./download.tsx";
import { NoteChange } from "./note-change.tsx";
import { NoteEditor } from "./note-editor.tsx";
import { NoteRows } from "./note-rows.tsx";
import { delegationChoices, Empty, Loading, Panel, PartMarks, SelectField, Table } from "./parts.tsx";
import { go, to } from "./route.ts";

export function NotesScreen({ desk, path }: { desk: Desk; path: readonly string[] }): JSX.Element {
  const [delegation, note] = path;
  if (delegation === undefined) {
    return <All desk={desk} />;
  }
  return (
    <>
      <p>
        <a href={to("notes")}>{t("note.back")}</a>
      </p>
      <h2 class="screen-subject">
        <Spoken {...nameOf(desk, delegation)} />
        <small>
          <a href={to("delegations", delegation)}>{t("note.delegation")}</a>
        </small>
      </h2>
      {note === undefined || note === "new" ? (
        <NoteEditor key={delegation} desk={desk} delegation={delegation} />
      ) : (
        <One key={note} desk={desk} delegation={delegation} id={note} />
      )}
    </>
  );
}

function New({ desk }: { desk: Desk }): JSX.Element {
  const [delegation, choose] = useState("");
  const submit = (event: Event): void => {
    event.preventDefault();
    go("notes", delegation, "new");
  };
  return (
    <form class="toolbar" onSubmit={submit}>
      <SelectField
        label={t("field.delegation")}
        value={delegation}
        change={choose}
        choices={delegationChoices(desk)}
        none={t("field.choose")}
        required
      />
      <button type="submit" class="primary">
        {t("note.new")}
      </button>
    </form>
  );
}

function All({ desk }: { desk: Desk }): JSX.Element {
  const told = useAnswer<{ notes: readonly NoteLine[] }>(desk, "/notes");
  const notes = told?.notes ?? [];
  const drafts = notes.filter(({ state }) => state === "draft");
  const settled = notes.filter(({ state }) => state !== "draft");
  const named = new Set(settled.map(({ delegation }) => delegation));
  const missing = [...desk.delegations.value.keys()].filter((id) => !named.has(id));
  return (
    <>
      <New desk={desk} />
      {told === undefined ? (
        <Loading />
      ) : (
        <div class="columns">
          <div class="column">
            <Panel title={t("note.drafts", { count: drafts.length })}>
              {drafts.length === 0 ? <Empty says="note.drafts.nothing" /> : <NoteRows desk={desk} notes={drafts} whose />}
            </Panel>
            <Panel title={t("note.in_force", { count: settled.filter(({ state }) => state === "confirmed").length })}>
              {settled.length === 0 ? <Empty says="note.nothing" /> : <NoteRows desk={desk} notes={settled} whose />}
            </Panel>
          </div>
          <div class="column">
            <Panel title={t("note.missing", { count: missing.length })}>
              <ul class="rows">
                {missing.map((id) => (
                  <li key={id}>
                    <Spoken {...nameOf(desk, id)} />
                    <a href={to("notes", id, "new")} aria-label={t("note.new_of", { name: nameOf(desk, id).text })}>
                      {t("note.new")}
                    </a>
                  </li>
                ))}
              </ul>
            </Panel>
          </div>
        </div>
      )}
    </>
  );
}

const TONES = { draft: "warn", confirmed: "ok", superseded: "plain" } as const;

function Facts({ desk, note }: { desk: Desk; note: Note }): JSX.Element {
  return (
    <p class="note-facts">
      <b>
        <bdi>{note.reference}</bdi>
      </b>
      <Mark tone={TONES[note.state]}>{t(`note.state.${note.state}`)}</Mark>
      <span>
        {t("note.short", { revision: note.revision, dated: dayOf(note.dated), at: momentOf(desk, note.received_at) })}
      </span>
      {note.document && (
        <Download desk={desk} path={`/documents/${note.document}`} name={note.reference} text={t("note.file.save")} />
      )}
      {note.exception && <span>{t("note.exception.was", { reason: note.exception })}</span>}
    </p>
  );
}

function Named({ note }: { note: Note }): JSX.Element {
  const head = [t("note.line"), t("field.name"), t("field.email"), t("field.part"), t("field.sessions")];
  return (
    <Panel title={t("note.named", { count: note.nominations.length })}>
      <Table label={t("note.named", { count: note.nominations.length })} head={head}>
        {note.nominations.map((each) => (
          <tr key={each.id}>
            <td class="number">{each.line}</td>
            <th scope="row">
              <bdi>{[each.title, each.name].filter(Boolean).join(" ")}</bdi>
            </th>
            <td>
              <bdi>{each.email ?? "–"}</bdi>
            </td>
            <td>
              <PartMarks part={each} />
            </td>
            <td>{each.sessions?.join(", ") || t("field.sessions.all")}</td>
          </tr>
        ))}
      </Table>
    </Panel>
  );
}

function One({ desk, delegation, id }: { desk: Desk; delegation: string; id: string }): JSX.Element {
  const note = useAnswer<Note>(desk, `/delegations/${delegation}/notes/${id}`);
  if (note === undefined) {
    return <Loading />;
  }
  return (
    <>
      <Facts desk={desk} note={note} />
      {note.state === "draft" ? (
        <>
          <NoteEditor key={id} desk={desk} delegation={delegation} note={note} />
          <NoteChange desk={desk} note={note} />
        </>
      ) : (
        <>
          <Named note={note} />
          <NoteChange desk={desk} note={note} />
        </>
      )}
    </>
  );
}
