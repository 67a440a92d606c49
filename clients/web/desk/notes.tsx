// Notes verbales: all of the conference, or one: written down, compared with the one in force, confirmed.
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { Note, NoteLine } from "../core/accreditation.ts";
import { t } from "../i18n/t.ts";
import { Mark, Spoken } from "../ui/marks.tsx";
import { delegationChoices } from "./choices.ts";
import { DelegationField } from "./delegation-field.tsx";
import { dayOf, momentOf, nameOf, useAnswer, type Desk } from "./desk.ts";
import { NoteChange } from "./note-change.tsx";
import { NoteEditor } from "./note-editor.tsx";
import { NoteFile } from "./note-file.tsx";
import { NoteRows } from "./note-rows.tsx";
import { usePage } from "./pager.tsx";
import { Empty, Loading, Panel, Moment, PartMarks, Table } from "./parts.tsx";
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
      <DelegationField desk={desk} value={delegation} change={choose} />
      <button type="submit" class="primary">
        {t("note.new")}
      </button>
    </form>
  );
}

function byDelegation(desk: Desk, notes: readonly NoteLine[]): readonly NoteLine[] {
  const name = (note: NoteLine): string => nameOf(desk, note.delegation).text;
  return [...notes].sort((a, b) => name(a).localeCompare(name(b)) || b.revision - a.revision);
}

function InForce({ desk, notes }: { desk: Desk; notes: readonly NoteLine[] }): JSX.Element {
  const { shown, pager } = usePage(byDelegation(desk, notes), "");
  const label = t("note.in_force", { count: notes.length });
  const head = [t("field.delegation"), t("note.reference"), { number: t("note.revision") }, t("note.dated"), t("note.received")];
  return (
    <Panel title={label}>
      {notes.length === 0 ? (
        <Empty says="note.nothing" />
      ) : (
        <Table label={label} head={head}>
          {shown.map((note) => (
            <tr key={note.id}>
              <th scope="row">
                <Spoken {...nameOf(desk, note.delegation)} />
              </th>
              <td>
                <a href={to("notes", note.delegation, note.id)}>
                  <bdi>{note.reference}</bdi>
                </a>
              </td>
              <td class="number">{note.revision}</td>
              <td class="nowrap">{dayOf(note.dated)}</td>
              <td class="nowrap">
                <Moment desk={desk} at={note.received_at} />
              </td>
            </tr>
          ))}
        </Table>
      )}
      {pager}
    </Panel>
  );
}

function All({ desk }: { desk: Desk }): JSX.Element {
  const told = useAnswer<{ notes: readonly NoteLine[] }>(desk, "/notes");
  if (told === undefined) {
    return <Loading />;
  }
  const drafts = told.notes.filter(({ state }) => state === "draft");
  const inForce = told.notes.filter(({ state }) => state === "confirmed");
  const named = new Set(inForce.map(({ delegation }) => delegation));
  const missing = delegationChoices(desk).filter(({ id }) => !named.has(id));
  return (
    <>
      <New desk={desk} />
      <div class="columns wide-first">
        <div class="column">
          {drafts.length > 0 && (
            <Panel title={t("note.drafts", { count: drafts.length })}>
              <NoteRows desk={desk} notes={drafts} whose />
            </Panel>
          )}
          <InForce desk={desk} notes={inForce} />
        </div>
        <div class="column">
          <Panel title={t("note.missing", { count: missing.length })}>
            {missing.length === 0 && <Empty says="note.missing.nothing" />}
            <ul class="rows">
              {missing.map(({ id, text }) => (
                <li key={id}>
                  <span class="grow">
                    <Spoken {...nameOf(desk, id)} />
                  </span>
                  <a href={to("notes", id, "new")} aria-label={t("note.new_of", { name: text })}>
                    {t("note.new")}
                  </a>
                </li>
              ))}
            </ul>
          </Panel>
        </div>
      </div>
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
      <NoteFile desk={desk} note={note} />
      {note.exception && <span>{t("note.exception.was", { reason: note.exception })}</span>}
    </p>
  );
}

function Named({ note }: { note: Note }): JSX.Element {
  const head = [{ number: t("note.line") }, t("field.name"), t("field.email"), t("field.part"), t("field.sessions")];
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
          <NoteEditor key={`${id} ${note.file_withdrawn ?? ""}`} desk={desk} delegation={delegation} note={note} />
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
