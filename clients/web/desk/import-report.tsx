// The report of a dry run: what each line would become and why, and the one act that writes it.
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { languageName, t, type Key } from "../i18n/t.ts";
import { Mark } from "../ui/marks.tsx";
import { Why } from "../ui/told.tsx";
import { nameOf, type Desk } from "./desk.ts";
import { usePage } from "./pager.tsx";
import { Progress, ReasonDialog, Table } from "./parts.tsx";
import { to } from "./route.ts";
import type { Import, ImportLine } from "../core/accreditation.ts";

const KINDS = ["rejected", "held", "changed", "new", "gone", "left", "unchanged"] as const;
const TONES = {
  rejected: "alert",
  held: "warn",
  changed: "plain",
  new: "ok",
  gone: "warn",
  left: "warn",
  unchanged: "plain",
} as const;

function Counts({ found }: { found: Import }): JSX.Element {
  return (
    <dl class="tiles-of-figures small">
      {KINDS.map((kind) => (
        <div key={kind}>
          <dt>{t(`import.kind.${kind}`)}</dt>
          <dd>
            <b class="digits">{found.counts[kind] ?? 0}</b>
          </dd>
        </div>
      ))}
    </dl>
  );
}

const FIELDS: Readonly<Record<string, Key>> = {
  name: "field.name",
  title: "field.title",
  email: "field.email",
  delegation: "field.delegation",
  modality: "field.modality",
  role: "field.role",
  sessions: "field.sessions",
  gender: "form.gender",
  language: "field.language",
};

/** A value of a field in the reader's words. */
function told(desk: Desk, field: string, value: unknown): string {
  if (value === null || value === undefined || value === "") {
    return "–";
  }
  const text = String(value);
  switch (field) {
    case "delegation":
      return nameOf(desk, text).text;
    case "modality":
      return t(`modality.${text as "online"}`);
    case "role":
      return t(`role.${text as "speaker"}`);
    case "gender":
      return t(`gender.${text as "other"}`);
    case "language":
      return languageName(text);
    default:
      return text;
  }
}

/** The field's name; what links a line to its source has none but its own. */
function fieldName(field: string): string {
  const key = FIELDS[field];
  return key === undefined ? field : t(key);
}

/** Why, or what is different. */
function What({ desk, line }: { desk: Desk; line: ImportLine }): JSX.Element {
  const changes = Object.entries(line.changes ?? {});
  return (
    <>
      <Why of="line" code={line.code} says={line.reason} />
      {changes.map(([field, [before, after]]) => (
        <span key={field} class="change">
          {fieldName(field)}: <del>{told(desk, field, before)}</del> <ins>{told(desk, field, after)}</ins>
        </span>
      ))}
      {line.late && <Mark tone="warn">{t("registration.late")}</Mark>}
    </>
  );
}

function Lines({ desk, lines, of }: { desk: Desk; lines: readonly ImportLine[]; of: string }): JSX.Element {
  const { shown, pager } = usePage(lines, of);
  const head = [{ number: t("import.line") }, t("import.kind"), t("field.name"), t("field.delegation"), t("import.what")];
  return (
    <>
      <Table label={t("import.report")} head={head}>
        {shown.map((line, index) => (
          <tr key={index}>
            <td class="number">{line.line ?? "–"}</td>
            <td>
              <Mark tone={TONES[line.kind]}>{t(`import.kind.${line.kind}`)}</Mark>
            </td>
            <td>
              <bdi>{(line.incoming ?? line.written)?.name || "–"}</bdi>
              <small>
                <bdi>{(line.incoming ?? line.written)?.email}</bdi>
              </small>
            </td>
            <td>{nameOf(desk, (line.incoming ?? line.written)?.delegation || undefined).text}</td>
            <td>
              <What desk={desk} line={line} />
            </td>
          </tr>
        ))}
      </Table>
      {pager}
    </>
  );
}

function Apply({ desk, found }: { desk: Desk; found: Import }): JSX.Element {
  const [busy, setBusy] = useState(false);
  const [asking, ask] = useState(false);
  const late = found.counts["late"] ?? 0;
  const apply = async (body: object): Promise<boolean> => {
    setBusy(true);
    const done = await desk.attempt(() => desk.ask("POST", `/imports/${found.id}/apply`, body), t("import.applied"));
    setBusy(false);
    return done;
  };
  if (busy && !asking) {
    return <Progress label={t("import.applying")} done={0} of={0} />;
  }
  return (
    <div class="toolbar">
      <button type="button" class="primary" onClick={() => (late > 0 ? ask(true) : void apply({}))}>
        {t("import.apply")}
      </button>
      {late > 0 && (
        <button type="button" onClick={() => void apply({ leave_late: true })}>
          {t("import.apply.leave_late", { count: late })}
        </button>
      )}
      {asking && (
        <ReasonDialog
          desk={desk}
          title={t("import.late.title", { count: late })}
          says={t("import.late.says")}
          yes={t("import.apply")}
          needed
          act={(reason) => apply({ reason })}
          close={() => ask(false)}
        />
      )}
    </div>
  );
}

export function ImportReport({ desk, found }: { desk: Desk; found: Import }): JSX.Element {
  const [kind, choose] = useState<string>("");
  const lines = KINDS.flatMap((each) => found.lines.filter((line) => line.kind === each && (kind === "" || kind === each)));
  return (
    <>
      <Counts found={found} />
      {found.state === "applied" ? (
        <p class="screen-says" role="status">
          {t("import.applied.says")} <a href={to("registrations")}>{t("nav.registrations")}</a>
        </p>
      ) : (
        <>
          <p class="screen-says">{t("import.proposed.says")}</p>
          <Apply desk={desk} found={found} />
          <label class="field inline">
            <span>{t("import.show")}</span>
            <select value={kind} onChange={(event) => choose(event.currentTarget.value)}>
              <option value="">{t("import.show.all")}</option>
              {KINDS.filter((each) => found.lines.some((line) => line.kind === each)).map((each) => (
                <option key={each} value={each}>
                  {t(`import.kind.${each}`)}
                </option>
              ))}
            </select>
          </label>
          <Lines desk={desk} lines={lines} of={kind} />
        </>
      )}
    </>
  );
}
