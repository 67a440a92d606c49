// The question that is put, in words: a document, a part, an amendment, a motion, an appeal, the agenda.
import type { JSX } from "preact";
import type { HallView } from "../core/contract.ts";
import { delegationName, named } from "../core/names.ts";
import { partOf, proposalOf, type Question } from "../core/question.ts";
import { language, t } from "../i18n/t.ts";
import { Spoken } from "./marks.tsx";
import { motionText } from "./motion.tsx";

function symbolOf(view: HallView, question: Question): string {
  const id = proposalOf(view, question);
  return id === undefined ? "" : (view.proposals[id]?.symbol ?? id);
}

/** What is put, in one line. */
export function questionText(view: HallView, question: Question): string {
  const symbol = symbolOf(view, question);
  switch (question.kind) {
    case "proposal":
      return symbol;
    case "part":
      return t("question.part", { symbol, ...partOf(view, question) });
    case "amendment":
      return t("question.amendment", { symbol, place: view.amendments[question.ref]?.place ?? "" });
    case "motion": {
      const motion = view.motions[question.ref];
      return motion === undefined ? t("question.motion") : motionText(view, motion);
    }
    case "appeal": {
      const by = view.ruling?.appealed_by;
      return by === undefined
        ? t("question.appeal")
        : t("question.appeal.by", { name: delegationName(view, by, language()).text });
    }
    case "agenda":
      return t("question.agenda");
  }
}

/** Against which ruling an appeal is: overruled it stands turned round. */
function rulingText(view: HallView, { kind, ref }: Question): string | undefined {
  const { ruling } = view;
  if (kind !== "appeal" || ruling === undefined || ruling.request !== ref) {
    return undefined;
  }
  const upheld = ruling.overruled ? !ruling.upheld : ruling.upheld;
  const name = delegationName(view, ruling.delegation, language()).text;
  return t("question.ruling", { name, ruling: t(upheld ? "ruling.upheld" : "ruling.dismissed") });
}

/** The same with what there is to read: the document's title, the amendment's text. */
export function QuestionWords({ view, question }: { view: HallView; question: Question }): JSX.Element {
  const proposal = question.kind === "proposal" ? view.proposals[question.ref] : undefined;
  const amendment = question.kind === "amendment" ? view.amendments[question.ref] : undefined;
  const ruling = rulingText(view, question);
  return (
    <p class="question">
      <b>
        <bdi>{questionText(view, question)}</bdi>
      </b>{" "}
      {proposal && <Spoken {...named(proposal.titles, language())} />}
      {amendment && <bdi class="amendment-text">{amendment.text}</bdi>}
      {ruling && <small class="of-ruling">{ruling}</small>}
      {proposal?.oral?.length ? <small>{t("proposal.oral", { count: proposal.oral.length })}</small> : null}
      {proposal?.oral?.map((text) => (
        <bdi key={text} class="amendment-text">
          {text}
        </bdi>
      ))}
    </p>
  );
}
