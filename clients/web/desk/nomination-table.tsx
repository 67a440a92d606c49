// The persons that a note names, each a line that can be changed, with what is doubtful about it.
import type { JSX } from "preact";
import type { Doubt, Finding, Named, Proposed } from "../core/accreditation.ts";
import { t } from "../i18n/t.ts";
import { modalityChoices, roleChoices, type Choice } from "./choices.ts";
import { sessionsOf, type Desk } from "./desk.ts";

export interface Row {
  readonly key: number;
  readonly name: string;
  readonly title: string;
  readonly email: string;
  readonly modality: string;
  readonly role: string;
  readonly sessions: readonly string[];
  readonly doubts: readonly Doubt[];
}

let keys = 0;

export function emptyRow(): Row {
  keys += 1;
  return { key: keys, name: "", title: "", email: "", modality: "", role: "", sessions: [], doubts: [] };
}

type Said = Partial<Named> & { readonly doubts?: readonly Doubt[] };

export function rowOf(said: Said | Proposed["nominations"][number]): Row {
  const { name = "", title = "", email = "", modality = "", role = "", sessions = [], doubts = [] } = said as Said;
  return { ...emptyRow(), name, title, email, modality, role, sessions, doubts };
}

/** As it is sent; a line that says nothing is left out. */
export function written(rows: readonly Row[]): readonly object[] {
  return rows
    .filter(({ name, email }) => (name + email).trim() !== "")
    .map(({ name, title, email, modality, role, sessions }) => ({
      name,
      ...(title && { title }),
      ...(email && { email }),
      modality,
      role,
      sessions,
    }));
}

interface LineProps {
  readonly desk: Desk;
  readonly row: Row;
  readonly number: number;
  readonly findings: readonly Finding[];
  readonly change: (row: Row) => void;
  readonly remove: () => void;
}

type TextName = "title" | "name" | "email";

function TextCell({ props, of }: { props: LineProps; of: TextName }): JSX.Element {
  const { row, number, change } = props;
  return (
    <td class={`cell-${of}`}>
      <input
        type={of === "email" ? "email" : "text"}
        value={row[of]}
        required={of === "name"}
        aria-label={t("note.cell", { field: t(`field.${of}`), line: number })}
        onInput={(event) => change({ ...row, [of]: event.currentTarget.value })}
      />
    </td>
  );
}

function ChoiceCell(props: {
  line: LineProps;
  of: "modality" | "role";
  choices: readonly Choice[];
}): JSX.Element {
  const { row, number, change } = props.line;
  return (
    <td>
      <select
        value={row[props.of]}
        required
        aria-label={t("note.cell", { field: t(`field.${props.of}`), line: number })}
        onChange={(event) => change({ ...row, [props.of]: event.currentTarget.value })}
      >
        <option value="">{t("field.choose")}</option>
        {props.choices.map(({ id, text }) => (
          <option key={id} value={id}>
            {text}
          </option>
        ))}
      </select>
    </td>
  );
}

function SessionsCell({ desk, row, change }: LineProps): JSX.Element {
  const turn = (id: string, on: boolean): void =>
    change({ ...row, sessions: on ? [...row.sessions, id] : row.sessions.filter((each) => each !== id) });
  return (
    <td>
      <details>
        <summary>{row.sessions.length === 0 ? t("field.sessions.all") : row.sessions.join(", ")}</summary>
        {sessionsOf(desk).map(({ id, title }) => (
          <label key={id} class="check">
            <input
              type="checkbox"
              checked={row.sessions.includes(id)}
              onChange={(event) => turn(id, event.currentTarget.checked)}
            />
            <span>{title.text}</span>
          </label>
        ))}
      </details>
    </td>
  );
}

function Line(props: LineProps): JSX.Element {
  const { row, number, findings, remove } = props;
  const told = [...row.doubts, ...findings];
  const hinders = findings.some(({ weight }) => weight === "conflict" || weight === "fault");
  return (
    <>
      <tr class={told.length > 0 ? "doubted" : ""}>
        <td class="number">{number}</td>
        <TextCell props={props} of="title" />
        <TextCell props={props} of="name" />
        <TextCell props={props} of="email" />
        <ChoiceCell line={props} of="modality" choices={modalityChoices()} />
        <ChoiceCell line={props} of="role" choices={roleChoices()} />
        <SessionsCell {...props} />
        <td>
          <button type="button" class="small quiet" aria-label={t("note.remove", { line: number })} onClick={remove}>
            ✕
          </button>
        </td>
      </tr>
      {told.length > 0 && (
        <tr class={hinders ? "doubts hinders" : "doubts"}>
          <td />
          <td colSpan={7}>
            <ul>
              {told.map(({ field, says }, index) => (
                <li key={index}>
                  <b>{field}</b> {says}
                </li>
              ))}
            </ul>
          </td>
        </tr>
      )}
    </>
  );
}

export function NominationTable(props: {
  desk: Desk;
  rows: readonly Row[];
  findings: readonly Finding[];
  change: (rows: readonly Row[]) => void;
}): JSX.Element {
  const { desk, rows, findings, change } = props;
  const put = (index: number, row: Row): void => change(rows.map((each, at) => (at === index ? row : each)));
  return (
    <div class="table-place" role="group" aria-label={t("note.nominations")} tabIndex={0}>
      <table class="editable">
        <thead>
          <tr>
            <th scope="col">{t("note.line")}</th>
            <th scope="col">{t("field.title")}</th>
            <th scope="col">{t("field.name")}</th>
            <th scope="col">{t("field.email")}</th>
            <th scope="col">{t("field.modality")}</th>
            <th scope="col">{t("field.role")}</th>
            <th scope="col">{t("field.sessions")}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <Line
              key={row.key}
              desk={desk}
              row={row}
              number={index + 1}
              findings={findings.filter(({ line }) => line === index + 1)}
              change={(changed) => put(index, changed)}
              remove={() => change(rows.filter((_, at) => at !== index))}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}
