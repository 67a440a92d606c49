// What the service has refused or found, in the reader's language. In English the service says it itself.
import type { JSX } from "preact";
import type { Problem } from "../core/contract.ts";
import { refusedText, t, textLanguage, type Key, type Params } from "../i18n/t.ts";

const OWN: Readonly<Record<string, Key>> = {
  unanswered: "refusal.unanswered",
  unreachable: "refusal.unreachable",
  http: "refusal.http",
};

function ownWords(problem: Problem): string | undefined {
  const { code, params = {} } = problem;
  const key = OWN[code];
  const closer = refusedText(`${code}.${String(problem["reason"])}`, params as Params);
  return key === undefined ? (closer ?? refusedText(code, params as Params)) : t(key);
}

export function Told({ problem }: { problem: Problem }): JSX.Element {
  const own = ownWords(problem);
  return own === undefined ? (
    <bdi lang="en">{problem.detail ?? problem.title}</bdi>
  ) : (
    <span lang={textLanguage()}>{own}</span>
  );
}

/** Why something stands as it does, by the service's code: a finding of a note, a line or a source of an import. The
 * service's own words stand below the reader's: they quote what is written there. */
export function Why(props: {
  of: "finding" | "line" | "reading";
  code: string | undefined;
  says: string | undefined;
}): JSX.Element | null {
  const own = props.code === undefined ? undefined : refusedText(`${props.of}.${props.code}`, {});
  const said = props.says === undefined ? null : <bdi lang="en">{props.says}</bdi>;
  return own === undefined ? (
    said
  ) : (
    <>
      <span lang={textLanguage()}>{own}</span> <small>{said}</small>
    </>
  );
}

const ANY_OTHER = "other";

type Fault = Readonly<Record<string, string>>;

/** What is wrong with a field of a form, by the kind of the fault. */
export function faultText({ type = ANY_OTHER, code = "", msg = "" }: Fault): string {
  const kinds = [`finding.${code}`, `field.${type}`, `field.${ANY_OTHER}`];
  return kinds.map((kind) => refusedText(kind, {})).find((own) => own !== undefined) ?? msg;
}

/** `body.email` → email: which field of a form a problem is about. */
export function faultsOf(errors: readonly Fault[]): Readonly<Record<string, string>> {
  return Object.fromEntries(errors.map((error) => [error["loc"]?.split(".")[1] ?? error["loc"] ?? "", faultText(error)]));
}
