// Writing a note verbale down: its file, its facts, and whom it names – typed, pasted, or read from the file.
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { Note, Proposed, StoredDocument } from "../core/accreditation.ts";
import { fromZoned, toZoned } from "../core/zoned.ts";
import { t } from "../i18n/t.ts";
import type { Desk } from "./desk.ts";
import { emptyRow, NominationTable, rowOf, written, type Row } from "./nomination-table.tsx";
import { AreaField, Panel, TextField } from "./parts.tsx";
import { go } from "./route.ts";

interface Facts {
  readonly reference: string;
  readonly dated: string;
  readonly received: string;
  readonly document: string;
}

interface Read {
  readonly rows: readonly Row[];
  readonly says: string;
}

function factsOf(desk: Desk, note: Note | undefined): Facts {
  const zone = desk.session.conference.time_zone;
  const received = toZoned(note?.received_at ?? desk.session.now, zone);
  return {
    reference: note?.reference ?? "",
    dated: note?.dated ?? received.slice(0, 10),
    received,
    document: note?.document ?? "",
  };
}

async function readTable(desk: Desk, from: { document: string } | { text: string }): Promise<Read> {
  const { nominations, left_out } = await desk.ask<Proposed>("POST", "/nominations/read", from);
  const doubtful = nominations.filter(({ doubts }) => doubts.length > 0).length;
  const says = t("note.read", { count: nominations.length, doubtful, left: left_out.length });
  return { rows: nominations.map(rowOf), says };
}

function FileField(props: { desk: Desk; has: boolean; stored: (document: StoredDocument) => void }): JSX.Element {
  const { desk, has, stored } = props;
  const [document, keep] = useState<StoredDocument>();
  const upload = (file: File | undefined): void => {
    if (file === undefined) {
      return;
    }
    const body = new FormData();
    body.append("file", file);
    desk.ask<StoredDocument>("POST", "/documents", body).then((told) => {
      keep(told);
      stored(told);
    }, desk.report);
  };
  return (
    <label class="field">
      <span>{t("note.file")}</span>
      <input
        type="file"
        accept=".pdf,.docx,.png,.jpg,.jpeg,.tif,.tiff"
        onChange={(event) => upload(event.currentTarget.files?.[0])}
      />
      <small role="status">
        {document
          ? t(document.readable ? "note.file.readable" : "note.file.kept", { name: document.name, count: document.pages })
          : t(has ? "note.file.has" : "note.file.says")}
      </small>
    </label>
  );
}

function Paste({ desk, take }: { desk: Desk; take: (read: Read) => void }): JSX.Element {
  const [text, setText] = useState("");
  const read = (): void => {
    if (text.trim() !== "") {
      readTable(desk, { text }).then(take, desk.report);
    }
  };
  return (
    <details class="paste">
      <summary>{t("note.paste")}</summary>
      <AreaField label={t("note.paste.label")} rows={5} value={text} change={setText} />
      <button type="button" onClick={read}>
        {t("note.paste.read")}
      </button>
    </details>
  );
}

export function NoteEditor(props: { desk: Desk; delegation: string; note?: Note }): JSX.Element {
  const { desk, delegation, note } = props;
  const [facts, setFacts] = useState(() => factsOf(desk, note));
  const [rows, setRows] = useState<readonly Row[]>(() => note?.nominations.map(rowOf) ?? [emptyRow()]);
  const [says, say] = useState("");
  const take = (read: Read): void => {
    setRows([...rows.filter(({ name, email }) => (name + email).trim() !== ""), ...read.rows]);
    say(read.says);
  };
  const stored = (document: StoredDocument): void => {
    setFacts({ ...facts, document: document.id });
    if (document.readable) {
      readTable(desk, { document: document.id }).then(take, desk.report);
    }
  };
  const save = (event: Event): void => {
    event.preventDefault();
    const body = {
      reference: facts.reference,
      dated: facts.dated,
      received_at: fromZoned(facts.received, desk.session.conference.time_zone),
      ...(facts.document && { document: facts.document }),
      nominations: written(rows),
    };
    const at = `/delegations/${delegation}/notes`;
    void desk.attempt(async () => {
      const saved = await (note ? desk.ask<Note>("PUT", `${at}/${note.id}`, body) : desk.ask<Note>("POST", at, body));
      setRows(saved.nominations.map(rowOf));
      go("notes", delegation, saved.id);
    }, t("note.saved"));
  };
  const discard = (): void => {
    if (note) {
      void desk
        .attempt(() => desk.ask("DELETE", `/delegations/${delegation}/notes/${note.id}`), t("note.discarded"))
        .then((done) => done && go("notes"));
    }
  };
  return (
    <Panel title={t(note ? "note.draft.title" : "note.new")}>
      <form onSubmit={save} class="stacked">
        <div class="fields">
          <TextField
            label={t("note.reference")}
            value={facts.reference}
            change={(reference) => setFacts({ ...facts, reference })}
            required
          />
          <TextField
            label={t("note.dated")}
            type="date"
            value={facts.dated}
            change={(dated) => setFacts({ ...facts, dated })}
            required
          />
          <TextField
            label={t("note.received")}
            type="datetime-local"
            value={facts.received}
            change={(received) => setFacts({ ...facts, received })}
            required
          />
        </div>
        <FileField desk={desk} has={facts.document !== ""} stored={stored} />
        <Paste desk={desk} take={take} />
        <p class="hint" role="status">
          {says}
        </p>
        <NominationTable desk={desk} rows={rows} findings={note?.findings ?? []} change={setRows} />
        <div class="buttons">
          <button type="button" onClick={() => setRows([...rows, emptyRow()])}>
            {t("note.add_line")}
          </button>
          {note && (
            <button type="button" class="danger" onClick={discard}>
              {t("note.discard")}
            </button>
          )}
          <button type="submit" class={note ? "" : "primary"}>
            {t("note.save")}
          </button>
        </div>
      </form>
    </Panel>
  );
}
