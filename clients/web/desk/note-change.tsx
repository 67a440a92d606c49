// What a revision changes, side by side; who would lose a place, settled one by one; and its confirmation.
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { Finding, Losing, Named, Note, NoteDiff } from "../core/accreditation.ts";
import { t } from "../i18n/t.ts";
import { Mark } from "../ui/marks.tsx";
import { Why } from "../ui/told.tsx";
import { useAnswer, type Desk } from "./desk.ts";
import { Loading, Panel, PartMarks, Table, TextField } from "./parts.tsx";

function Cell({ of, fields }: { of: Named | undefined; fields: readonly string[] }): JSX.Element {
  if (of === undefined) {
    return <td class="faint">–</td>;
  }
  const differs = (...names: readonly string[]): string => (names.some((name) => fields.includes(name)) ? "differs" : "");
  return (
    <td>
      <b class={differs("name", "title")}>
        <bdi>{[of.title, of.name].filter(Boolean).join(" ")}</bdi>
      </b>
      <small class={differs("email")}>
        <bdi>{of.email ?? "–"}</bdi>
      </small>
      <span class={differs("modality", "role")}>
        <PartMarks part={of} />
      </span>
      {fields.includes("sessions") && <small class="differs">{of.sessions?.join(", ") || t("field.sessions.all")}</small>}
    </td>
  );
}

interface DiffLine {
  readonly kind: "added" | "removed" | "changed";
  readonly before?: Named;
  readonly after?: Named;
  readonly fields: readonly string[];
}

const TONES = { added: "ok", removed: "alert", changed: "warn" } as const;

function linesOf(diff: NoteDiff): readonly DiffLine[] {
  return [
    ...diff.removed.map((before) => ({ kind: "removed" as const, before, fields: [] })),
    ...diff.changed.map((each) => ({ kind: "changed" as const, ...each })),
    ...diff.added.map((after) => ({ kind: "added" as const, after, fields: [] })),
  ];
}

function Diff({ diff }: { diff: NoteDiff }): JSX.Element {
  const { before, after } = diff;
  const head = [
    t("diff.kind"),
    before ? t("diff.revision", { revision: before.revision }) : t("diff.nothing_before"),
    t("diff.revision", { revision: after.revision }),
  ];
  return (
    <>
      <Table label={t("diff.title")} head={head}>
        {linesOf(diff).map((line, index) => (
          <tr key={index} class={`diff-${line.kind}`}>
            <td>
              <Mark tone={TONES[line.kind]}>{t(`diff.${line.kind}`)}</Mark>
            </td>
            <Cell of={line.before} fields={line.fields} />
            <Cell of={line.after} fields={line.fields} />
          </tr>
        ))}
      </Table>
      <p class="hint">{t("diff.same", { count: diff.same })}</p>
    </>
  );
}

interface Choice {
  readonly act: "" | "change" | "keep" | "withdraw";
  readonly reason: string;
}

const UNDECIDED: Choice = { act: "", reason: "" };

type Choices = Readonly<Record<string, Choice>>;

/** What the officer has decided, as it is sent; whoever is undecided is left out. */
function decidedOf(of: readonly Losing[], choices: Choices): object {
  const all = of.map(({ registration }) => [registration, choices[registration] ?? UNDECIDED] as const);
  const those = (act: Choice["act"]): readonly string[] => all.filter(([, each]) => each.act === act).map(([id]) => id);
  const kept = all.filter(([, { act }]) => act === "keep").map(([id, { reason }]) => [id, reason] as const);
  return { keep: Object.fromEntries(kept), withdraw: those("withdraw"), change: those("change") };
}

function PartNamed({ of }: { of: Named | Losing }): JSX.Element {
  return (
    <>
      <PartMarks part={of} /> {of.sessions.length > 0 && <small>{of.sessions.join(", ")}</small>}
    </>
  );
}

function LosingLine(props: { of: Losing; choice: Choice; choose: (choice: Choice) => void; required: boolean }): JSX.Element {
  const { of, choice, choose, required } = props;
  const acts = [...(of.after ? (["change"] as const) : []), ...(["withdraw", "keep"] as const)];
  return (
    <li class="losing">
      <p>
        <b>
          <bdi>{of.name}</bdi>
        </b>{" "}
        <PartNamed of={of} /> {t(`losing.${of.why}`)} {of.after && <PartNamed of={of.after} />}
      </p>
      <fieldset class="options">
        <legend class="unseen">{t("losing.choose", { name: of.name })}</legend>
        {acts.map((act) => (
          <label key={act}>
            <input
              type="radio"
              name={of.registration}
              required={required}
              checked={choice.act === act}
              onChange={() => choose({ ...choice, act })}
            />
            <span>{t(`losing.${act}`)}</span>
          </label>
        ))}
      </fieldset>
      {choice.act === "keep" && (
        <TextField
          label={t("reason.required")}
          value={choice.reason}
          change={(reason) => choose({ ...choice, reason })}
          required
        />
      )}
    </li>
  );
}

function LosingLines(props: {
  of: readonly Losing[];
  choices: Choices;
  choose: (choices: Choices) => void;
  required?: boolean;
}): JSX.Element {
  const { of, choices, choose, required = false } = props;
  return (
    <ul>
      {of.map((each) => (
        <LosingLine
          key={each.registration}
          of={each}
          choice={choices[each.registration] ?? UNDECIDED}
          choose={(choice) => choose({ ...choices, [each.registration]: choice })}
          required={required}
        />
      ))}
    </ul>
  );
}

/** Those for whom there was no room when the note came into force, settled when there is. */
function Unsettled({ desk, note, of }: { desk: Desk; note: Note; of: readonly Losing[] }): JSX.Element {
  const [choices, choose] = useState<Choices>({});
  const submit = (event: Event): void => {
    event.preventDefault();
    const at = `/delegations/${note.delegation}/notes/${note.id}/settle`;
    void desk.attempt(() => desk.ask("POST", at, decidedOf(of, choices)), t("losing.settled"));
  };
  return (
    <Panel title={t("losing.unsettled", { count: of.length })}>
      <form onSubmit={submit} class="stacked">
        <LosingLines of={of} choices={choices} choose={choose} />
        <div class="buttons">
          <button type="submit">{t("losing.settle")}</button>
        </div>
      </form>
    </Panel>
  );
}

function Findings({ of }: { of: readonly Finding[] }): JSX.Element | null {
  const weighty = of.filter(({ weight }) => weight !== "remark");
  if (weighty.length === 0) {
    return null;
  }
  return (
    <ul class="findings">
      {weighty.map((each, index) => (
        <li key={index}>
          <Mark tone={each.weight === "exception" ? "warn" : "alert"}>{t(`finding.${each.weight}`)}</Mark>{" "}
          {each.line !== undefined && <b>{t("refusal.line", { line: each.line })}</b>} <Why of="finding" code={each.code} says={each.says} />{" "}
          {each.citation && <cite>{each.citation}</cite>}
        </li>
      ))}
    </ul>
  );
}

function Confirm({ desk, note, diff }: { desk: Desk; note: Note; diff: NoteDiff }): JSX.Element {
  const [choices, choose] = useState<Choices>({});
  const [exception, except] = useState("");
  const excepted = note.findings.some(({ weight }) => weight === "exception");
  const hindered = note.findings.some(({ weight }) => weight === "conflict" || weight === "fault");
  const submit = (event: Event): void => {
    event.preventDefault();
    const body = { ...(exception.trim() && { exception: exception.trim() }), ...decidedOf(diff.losing, choices) };
    const at = `/delegations/${note.delegation}/notes/${note.id}/confirm`;
    void desk.attempt(() => desk.ask("POST", at, body), t("confirm.done"));
  };
  return (
    <form onSubmit={submit} class="stacked">
      <Findings of={note.findings} />
      {diff.losing.length > 0 && (
        <>
          <h3>{t("losing.title", { count: diff.losing.length })}</h3>
          <LosingLines of={diff.losing} choices={choices} choose={choose} required />
        </>
      )}
      {excepted && <TextField label={t("confirm.exception")} value={exception} change={except} required />}
      <div class="buttons">
        <button type="submit" class="primary" aria-disabled={hindered}>
          {t("confirm.yes")}
        </button>
      </div>
    </form>
  );
}

export function NoteChange({ desk, note }: { desk: Desk; note: Note }): JSX.Element {
  const diff = useAnswer<NoteDiff>(desk, `/delegations/${note.delegation}/notes/${note.id}/diff`);
  if (diff === undefined) {
    return <Loading />;
  }
  const compared = diff.before !== undefined;
  return (
    <>
      {compared && (
        <Panel title={t("diff.title")}>
          <Diff diff={diff} />
        </Panel>
      )}
      {diff.unsettled.length > 0 && <Unsettled desk={desk} note={note} of={diff.unsettled} />}
      {note.state === "draft" && (
        <Panel title={t("confirm.title")}>
          <p>{t(compared ? "confirm.says.revision" : "confirm.says")}</p>
          <Confirm desk={desk} note={note} diff={diff} />
        </Panel>
      )}
    </>
  );
}
