// What the desk's screens are made of.
import type { ComponentChildren, JSX } from "preact";
import { useId, useState } from "preact/hooks";
import type { Problem } from "../core/contract.ts";
import { t, type Key } from "../i18n/t.ts";
import { Dialog } from "../ui/dialog.tsx";
import { Mark, ModalityMark, Spoken } from "../ui/marks.tsx";
import { RefusalToast } from "../ui/toast.tsx";
import { Told } from "../ui/told.tsx";
import type { Choice } from "./choices.ts";
import { momentOf, nameOf, type Desk } from "./desk.ts";
import { to } from "./route.ts";
import type { Part } from "../core/accreditation.ts";

export function Panel(props: {
  title: string;
  aside?: ComponentChildren;
  class?: string;
  children: ComponentChildren;
}): JSX.Element {
  const heading = useId();
  return (
    <section class={`panel ${props.class ?? ""}`} aria-labelledby={heading}>
      <div class="panel-title">
        <h2 id={heading}>{props.title}</h2>
        {props.aside}
      </div>
      {props.children}
    </section>
  );
}

export type Head = string | { readonly number: string } | { readonly unseen: string };

function HeadCell({ of }: { of: Head }): JSX.Element {
  if (typeof of === "string") {
    return <th scope="col">{of}</th>;
  }
  return "number" in of ? (
    <th scope="col" class="number">
      {of.number}
    </th>
  ) : (
    <th scope="col">
      <span class="unseen">{of.unseen}</span>
    </th>
  );
}

/** A table that may be wider than its place scrolls there, by keyboard too. */
export function Table(props: { label: string; head: readonly Head[]; children: ComponentChildren }): JSX.Element {
  return (
    <div class="table-place" role="group" aria-label={props.label} tabIndex={0}>
      <table>
        <thead>
          <tr>
            {props.head.map((each, index) => (
              <HeadCell key={index} of={each} />
            ))}
          </tr>
        </thead>
        <tbody>{props.children}</tbody>
      </table>
    </div>
  );
}

export function DelegationLink({ desk, id }: { desk: Desk; id: string | undefined }): JSX.Element {
  if (id === undefined) {
    return <span class="faint">{t("delegation.unknown")}</span>;
  }
  return (
    <a href={to("delegations", id)}>
      <Spoken {...nameOf(desk, id)} />
    </a>
  );
}

export function PartMarks({ part }: { part: Part }): JSX.Element {
  return (
    <span class="marks">
      <ModalityMark modality={part.modality} />
      <Mark>{t(`role.${part.role}`)}</Mark>
    </span>
  );
}

interface FieldProps {
  readonly label: string;
  readonly value: string;
  readonly change: (value: string) => void;
  readonly required?: boolean;
}

export function TextField(props: FieldProps & { type?: string; hint?: string }): JSX.Element {
  return (
    <label class="field">
      <span>{props.label}</span>
      <input
        type={props.type ?? "text"}
        value={props.value}
        required={props.required}
        onInput={(event) => props.change(event.currentTarget.value)}
      />
      {props.hint && <small>{props.hint}</small>}
    </label>
  );
}

export function AreaField(props: FieldProps & { rows: number }): JSX.Element {
  return (
    <label class="field">
      <span>{props.label}</span>
      <textarea
        rows={props.rows}
        value={props.value}
        required={props.required}
        onInput={(event) => props.change(event.currentTarget.value)}
      />
    </label>
  );
}

export function SelectField(props: FieldProps & { choices: readonly Choice[]; none?: string }): JSX.Element {
  return (
    <label class="field">
      <span>{props.label}</span>
      <select
        value={props.value}
        required={props.required}
        onChange={(event) => props.change(event.currentTarget.value)}
      >
        {props.none !== undefined && <option value="">{props.none}</option>}
        {props.choices.map(({ id, text }) => (
          <option key={id} value={id}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}

/** A moment on the conference's own clock, read from left to right in any text. */
export function Moment({ desk, at }: { desk: Desk; at: string }): JSX.Element {
  return (
    <time class="digits" dateTime={at}>
      {momentOf(desk, at)}
    </time>
  );
}

export function Progress({ label, done, of }: { label: string; done: number; of: number }): JSX.Element {
  return (
    <div class="progress">
      <label>
        <span>{label}</span>
        <progress value={of === 0 ? undefined : done} max={of === 0 ? undefined : of} />
      </label>
      {of > 0 && (
        <span class="digits">
          {done} / {of}
        </span>
      )}
    </div>
  );
}

export interface ReasonProps {
  readonly desk: Desk;
  readonly title: string;
  readonly says: ComponentChildren;
  readonly yes: string;
  readonly needed: boolean;
  readonly act: (reason: string | undefined) => Promise<boolean>;
  readonly close: () => void;
}

/** Asks for the reason of an act, which is kept on record; a refusal is shown where it was asked. */
export function ReasonDialog(props: ReasonProps): JSX.Element {
  const [reason, setReason] = useState("");
  const [busy, setBusy] = useState(false);
  const submit = (event: Event): void => {
    event.preventDefault();
    setBusy(true);
    void props.act(reason.trim() || undefined).then((done) => (done ? props.close() : setBusy(false)));
  };
  return (
    <Dialog title={props.title} close={props.close}>
      <RefusalToast live={props.desk} />
      <form onSubmit={submit}>
        <p>{props.says}</p>
        <TextField
          label={t(props.needed ? "reason.required" : "reason.optional")}
          value={reason}
          required={props.needed}
          change={setReason}
        />
        <div class="dialog-actions">
          <button type="button" onClick={props.close}>
            {t("dialog.cancel")}
          </button>
          <button type="submit" class="primary" aria-disabled={busy}>
            {props.yes}
          </button>
        </div>
      </form>
    </Dialog>
  );
}

/** Views of one screen, as links with how many stand in each. */
export function Tabs(props: {
  label: string;
  chosen: string;
  tabs: readonly { id: string; text: string; href: string; count?: number | undefined }[];
}): JSX.Element {
  return (
    <nav class="tabs" aria-label={props.label}>
      {props.tabs.map((tab) => (
        <a key={tab.id} href={tab.href} aria-current={tab.id === props.chosen ? "page" : undefined}>
          {tab.text}
          {tab.count !== undefined && <span class="count digits">{tab.count}</span>}
        </a>
      ))}
    </nav>
  );
}

/** Everything that some acts of many were refused for. */
export function Refusals({ refused }: { refused: readonly { who: string; problem: Problem }[] }): JSX.Element | null {
  if (refused.length === 0) {
    return null;
  }
  return (
    <ul class="refusals" tabIndex={0}>
      {refused.map(({ who, problem }, index) => (
        <li key={index}>
          <b>
            <bdi>{who}</bdi>
          </b>{" "}
          <Told problem={problem} />
          {problem.rule && (
            <span class="toast-rule">
              {" "}
              {t("refusal.rule")} <code>{problem.rule}</code>
              {problem.citation && <cite>{problem.citation}</cite>}
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}

export function Empty({ says }: { says: Key }): JSX.Element {
  return <p class="empty">{t(says)}</p>;
}

export function Loading(): JSX.Element {
  return (
    <p class="empty" role="status">
      {t("desk.loading")}
    </p>
  );
}
