// A refusal in the reader's language, where the consoles have words for it; else in the service's own, English ones.
import type { JSX } from "preact";
import type { Problem } from "../core/contract.ts";
import { refusedText, t, textLanguage, type Key, type Params } from "../i18n/t.ts";

const OWN: Readonly<Record<string, Key>> = {
  unanswered: "refusal.unanswered",
  unreachable: "refusal.unreachable",
};

function ownWords({ code, params }: Problem): string | undefined {
  const key = OWN[code];
  return key === undefined ? refusedText(code, (params ?? {}) as Params) : t(key);
}

export function Told({ problem }: { problem: Problem }): JSX.Element {
  const own = ownWords(problem);
  return own === undefined ? (
    <bdi lang="en">{problem.detail ?? problem.title}</bdi>
  ) : (
    <span lang={textLanguage()}>{own}</span>
  );
}
