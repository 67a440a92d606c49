// Making a motion: its kind, and what only some kinds need. For a delegate, and for the desk on a delegation's behalf.
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { Audience, Command, HallView, LimitShown, MotionKind } from "../core/contract.ts";
import { delegationName } from "../core/names.ts";
import { language, t } from "../i18n/t.ts";
import { isLive, type Shown } from "./live.ts";

interface Props {
  readonly live: Shown<Audience>;
  readonly kinds: readonly MotionKind[];
  readonly ready?: boolean;
  /** For whom the desk moves. */
  readonly by?: string | undefined;
  readonly done: () => void;
}

/** A limit on statements, as it is typed. */
interface LimitTyped {
  readonly minutes: string;
  readonly group_minutes: string;
  readonly statements: string;
}

interface Details extends LimitTyped {
  readonly proposal: string;
  readonly organization: string;
  readonly parts: string;
}

export const NO_LIMIT: LimitTyped = { minutes: "", group_minutes: "", statements: "" };
const BLANK: Details = { ...NO_LIMIT, proposal: "", organization: "", parts: "" };

const OF_ITEM: ReadonlySet<MotionKind> = new Set(["adjourn_debate", "close_debate", "limit_statements", "reopen_list"]);

function seconds(minutes: string): number {
  return Math.round(Number(minutes) * 60);
}

/** The lines of a text that say something. */
function lines(text: string): readonly string[] {
  return text.split("\n").map((line) => line.trim()).filter(Boolean);
}

/** The figures of a limit; what was left blank is not limited. */
export function limitOf(of: LimitTyped): LimitShown {
  return {
    ...(of.minutes.trim() === "" ? {} : { seconds: seconds(of.minutes) }),
    ...(of.group_minutes.trim() === "" ? {} : { group_seconds: seconds(of.group_minutes) }),
    ...(of.statements.trim() === "" ? {} : { statements: Number(of.statements) }),
  };
}

/** The command that the form means; what was left blank is not said. */
function moveCommand(kind: MotionKind, of: Details, item: string | undefined): Command {
  const said = <K extends string, V>(name: K, text: string, value: (text: string) => V): Partial<Record<K, V>> =>
    text.trim() === "" ? {} : ({ [name]: value(text) } as Record<K, V>);
  const same = (text: string): string => text;
  return {
    command: "Move",
    kind,
    ...(OF_ITEM.has(kind) && item !== undefined ? { item } : {}),
    ...(kind === "limit_statements" ? limitOf(of) : {}),
    ...(kind === "divide" || kind === "reconsider" ? said("proposal", of.proposal, same) : {}),
    ...(kind === "divide" ? said("parts", of.parts, lines) : {}),
    ...(kind === "hear_organization" ? said("organization", of.organization, same) : {}),
  };
}

type Set = (change: Partial<Details>) => void;

function NumberField(props: { label: string; value: string; step: number; set: (text: string) => void }): JSX.Element {
  return (
    <label class="field">
      <span>{props.label}</span>
      <input
        type="number"
        min={props.step}
        step={props.step}
        value={props.value}
        onInput={(event) => props.set(event.currentTarget.value)}
      />
    </label>
  );
}

export function LimitFields({ of, set }: { of: LimitTyped; set: (change: Partial<LimitTyped>) => void }): JSX.Element {
  return (
    <div class="fields">
      <NumberField label={t("limit.minutes")} step={0.5} value={of.minutes} set={(minutes) => set({ minutes })} />
      <NumberField
        label={t("limit.group_minutes")}
        step={0.5}
        value={of.group_minutes}
        set={(group_minutes) => set({ group_minutes })}
      />
      <NumberField label={t("limit.number")} step={1} value={of.statements} set={(statements) => set({ statements })} />
    </div>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly among: readonly (readonly [id: string, name: string])[];
  readonly choose: (id: string) => void;
}

function ChoiceField({ label, value, among, choose }: ChoiceProps): JSX.Element {
  return (
    <label class="field">
      <span>{label}</span>
      <select value={value} required onChange={(event) => choose(event.currentTarget.value)}>
        <option value="">{t("field.choose")}</option>
        {among.map(([id, name]) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}

function ProposalFields({ view, kind, of, set }: { view: HallView; kind: MotionKind; of: Details; set: Set }): JSX.Element {
  const decided = kind === "reconsider";
  const among = Object.entries(view.proposals)
    .filter(([, { state }]) => (decided ? state === "adopted" || state === "rejected" : state === "tabled"))
    .map(([id, { symbol }]) => [id, symbol] as const);
  return (
    <>
      <ChoiceField
        label={t("proposal.one")}
        value={of.proposal}
        among={among}
        choose={(proposal) => set({ proposal })}
      />
      {kind === "divide" && (
        <label class="field">
          <span>{t("motion.parts")}</span>
          <textarea rows={3} value={of.parts} onInput={(event) => set({ parts: event.currentTarget.value })} />
        </label>
      )}
    </>
  );
}

function Fields({ view, kind, of, set }: { view: HallView; kind: MotionKind; of: Details; set: Set }): JSX.Element | null {
  switch (kind) {
    case "limit_statements":
      return <LimitFields of={of} set={set} />;
    case "divide":
    case "reconsider":
      return <ProposalFields view={view} kind={kind} of={of} set={set} />;
    case "hear_organization":
      return (
        <ChoiceField
          label={t("motion.organization")}
          value={of.organization}
          among={Object.keys(view.delegations)
            .filter((id) => view.delegations[id]?.category === "ngo")
            .map((id) => [id, delegationName(view, id, language()).text] as const)}
          choose={(organization) => set({ organization })}
        />
      );
    default:
      return null;
  }
}

export function MotionForm({ live, kinds, ready = true, by, done }: Props): JSX.Element {
  const [kind, choose] = useState<MotionKind | "">("");
  const [details, setDetails] = useState(BLANK);
  const view: HallView = live.view.value;
  const can = ready && kind !== "" && isLive(live);
  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (!can) {
      return;
    }
    const moved = moveCommand(kind, details, view.item);
    if (await live.act(by === undefined ? moved : ({ ...moved, delegation: by } as Command))) {
      done();
    }
  };
  return (
    <form class="motion-form" onSubmit={(event) => void submit(event)}>
      <ChoiceField
        label={t("motion.kind")}
        value={kind}
        among={kinds.map((each) => [each, t(`motion.${each}`)] as const)}
        choose={(chosen) => choose(chosen as MotionKind)}
      />
      {kind !== "" && (
        <Fields view={view} kind={kind} of={details} set={(change) => setDetails({ ...details, ...change })} />
      )}
      <div class="dialog-actions">
        <button type="submit" class="primary" aria-disabled={!can}>
          {t("motion.move")}
        </button>
      </div>
    </form>
  );
}
