// How registrations come in: invitation links to our own form, a file from Indico, or Indico itself. Reading is a
// dry run; what it would do is shown before anything is written.
import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { t } from "../i18n/t.ts";
import { modalityChoices, roleChoices } from "./choices.ts";
import { momentOf, useAnswer, type Desk } from "./desk.ts";
import { Why } from "../ui/told.tsx";
import { ImportReport } from "./import-report.tsx";
import { Invitations } from "./invitations.tsx";
import { Panel, Progress, SelectField, TextField } from "./parts.tsx";
import { go, to } from "./route.ts";
import type { Import } from "../core/accreditation.ts";

const POLL_MS = 400;

interface Standard {
  readonly modality: string;
  readonly role: string;
}

/** What a form without such a question asks for everybody. */
function StandardFields(props: { of: Standard; change: (of: Standard) => void }): JSX.Element {
  const { of, change } = props;
  return (
    <div class="fields">
      <SelectField
        label={t("import.modality")}
        value={of.modality}
        change={(modality) => change({ ...of, modality })}
        choices={modalityChoices()}
        none={t("import.from_form")}
      />
      <SelectField
        label={t("import.role")}
        value={of.role}
        change={(role) => change({ ...of, role })}
        choices={roleChoices()}
        none={t("import.from_form")}
      />
    </div>
  );
}

function FromFile({ desk }: { desk: Desk }): JSX.Element {
  const [file, choose] = useState<File>();
  const [form, name] = useState("registrations");
  const [standard, setStandard] = useState<Standard>({ modality: "", role: "" });
  const submit = (event: Event): void => {
    event.preventDefault();
    if (file === undefined) {
      return;
    }
    const body = new FormData();
    body.append("file", file);
    body.append("form", form);
    Object.entries(standard).forEach(([key, value]) => value && body.append(key, value));
    desk.ask<Import>("POST", "/imports", body).then(({ id }) => go("import", id), desk.report);
  };
  return (
    <Panel title={t("import.file.title")}>
      <form onSubmit={submit} class="stacked">
        <label class="field">
          <span>{t("import.file")}</span>
          <input
            type="file"
            accept=".csv,.xlsx"
            required
            onChange={(event) => choose(event.currentTarget.files?.[0])}
          />
          <small>{t("import.file.says")}</small>
        </label>
        <TextField label={t("import.form")} value={form} change={name} required hint={t("import.form.says")} />
        <StandardFields of={standard} change={setStandard} />
        <div class="buttons">
          <button type="submit" class="primary">
            {t("import.dry_run")}
          </button>
        </div>
      </form>
    </Panel>
  );
}

function FromIndico({ desk }: { desk: Desk }): JSX.Element {
  const [event, setEvent] = useState("");
  const [form, setForm] = useState("");
  const [standard, setStandard] = useState<Standard>({ modality: "", role: "" });
  const submit = (submitted: Event): void => {
    submitted.preventDefault();
    const said = Object.fromEntries(Object.entries(standard).filter(([, value]) => value !== ""));
    const body = { event: Number(event), form: Number(form), ...said };
    desk.ask<Import>("POST", "/imports/indico", body).then(({ id }) => go("import", id), desk.report);
  };
  return (
    <Panel title={t("import.indico.title")}>
      <form onSubmit={submit} class="stacked">
        <div class="fields">
          <TextField label={t("import.indico.event")} type="number" value={event} change={setEvent} required />
          <TextField label={t("import.indico.form")} type="number" value={form} change={setForm} required />
        </div>
        <StandardFields of={standard} change={setStandard} />
        <div class="buttons">
          <button type="submit">{t("import.dry_run")}</button>
        </div>
      </form>
    </Panel>
  );
}

function Past({ desk }: { desk: Desk }): JSX.Element | null {
  const told = useAnswer<{ imports: readonly Import[] }>(desk, "/imports");
  if (told === undefined || told.imports.length === 0) {
    return null;
  }
  return (
    <Panel title={t("import.past")}>
      <ul class="rows">
        {told.imports.slice(0, 10).map((each) => (
          <li key={each.id}>
            <a href={to("import", each.id)}>
              {each.form} · {t(`import.state.${each.state}`)}
            </a>
            <span class="faint">{momentOf(desk, each.updated_at)}</span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

/** One import, asked for again until it has been read. */
function useImport(desk: Desk, id: string): Import | undefined {
  const [known, know] = useState<Import>();
  const turn = desk.turn.value;
  useEffect(() => {
    let timer = 0;
    const ask = (): void => {
      desk.ask<Import>("GET", `/imports/${id}`).then((told) => {
        know(told);
        if (told.state === "reading") {
          timer = setTimeout(ask, POLL_MS);
        }
      }, desk.report);
    };
    ask();
    return () => clearTimeout(timer);
  }, [id, turn]);
  return known?.id === id ? known : undefined;
}

function One({ desk, id }: { desk: Desk; id: string }): JSX.Element {
  const found = useImport(desk, id);
  return (
    <>
      <p>
        <a href={to("import")}>{t("import.back")}</a>
      </p>
      {(found === undefined || found.state === "reading") && (
        <Progress label={t("import.reading")} done={found?.done ?? 0} of={found?.total ?? 0} />
      )}
      {found?.state === "refused" && (
        <p class="refused-says" role="alert">
          {found.problem["line"] && t("refusal.line", { line: found.problem["line"] })}{" "}
          <Why of="reading" code={found.problem["code"]} says={found.problem["reason"]} />
        </p>
      )}
      {found && (found.state === "proposed" || found.state === "applied") && <ImportReport desk={desk} found={found} />}
    </>
  );
}

export function ImportScreen({ desk, path }: { desk: Desk; path: readonly string[] }): JSX.Element {
  const [id] = path;
  if (id !== undefined) {
    return <One desk={desk} id={id} />;
  }
  return (
    <div class="columns">
      <div class="column">
        <FromFile desk={desk} />
        <FromIndico desk={desk} />
        <Past desk={desk} />
      </div>
      <div class="column">
        <Invitations desk={desk} />
      </div>
    </div>
  );
}
